/* What is not kept for ever. What became of things stays: states, counts, who was with whom. */
#ifndef RN_STORE_RETENTION_H
#define RN_STORE_RETENTION_H

#include "db.h"

enum rn_keep {
	RN_KEEP_RAW_MAIL,  /* bytes and subject of mail that was handled */
	RN_KEEP_HELD_MAIL, /* the same of mail that waits for a person */
	RN_KEEP_LETTERS,   /* words of mail that was sent, and what its server said */
	RN_KEEP_ANSWERS,   /* what people of a pairing wrote, from its end on; not what is only counted */
	RN_KEEP_JOURNAL,
	RN_KEEPS
};

/* Drops what is older than so many days. The bytes of mails are gone when the spool is swept, which is to be done
 * behind the commit. */
gboolean rn_drop_old (rn_db *db, rn_time now, const int days[RN_KEEPS], GError **error);

#endif
