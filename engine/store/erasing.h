/* Erasing a person: what is hers goes, what is others' as well stays without her name.
 *
 * Her mails, their subjects, her answers and her calendar go. Mail to her that has not left is withdrawn,
 * and so is mail to others about what she was part of. In all else, journal, tasks, letters and every text
 * of a record, her name and addresses become those of nobody. Her record stays under its number, so that
 * pairings, meetings and counts stay what they were. */
#ifndef RN_STORE_ERASING_H
#define RN_STORE_ERASING_H

#include "db.h"
#include "person.h"

/* As she is called afterwards. */
#define RN_NOBODY_NAME "a former participant"

/* How many of her mails are in somebody's hands, a transport's or the reader's: a moment later they are not, and
 * only then she can be erased. */
gboolean rn_erasing_waits (rn_db *db, const rn_person *person, gint64 *n, GError **error);

/* Erases her; `person` becomes what is left. The bytes are gone behind rn_erasing_finish. */
gboolean rn_erase_person (rn_db *db, rn_person *person, GError **error);

/* Erases what came since from somebody who was erased: by the number of what is left of her, and by her addresses. */
gboolean rn_erase_since (rn_db *db, const rn_person *since, GError **error);

/* Whether a person was erased whose bytes are still to go: an engine may have died between the two. */
gboolean rn_erasing_is_due (rn_db *db, gboolean *due, GError **error);

/* Erases from the files what the database no longer names. To be called behind the commit; RETRY when it
 * must be done once more. */
gboolean rn_erasing_finish (rn_db *db, GError **error);

/* Her addresses and her name, wherever they may stand. Left out is a name of one word, or one that is in somebody else's,
 * too: in what is others' it may not mean her. */
rn_names *rn_names_of (rn_db *db, const rn_person *person, GError **error);

#endif
