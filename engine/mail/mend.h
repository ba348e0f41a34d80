/* A mail's bytes made safe and short to take apart: its header fields, and the entity
 * (RFC 2045, 2.4) that is left for a MIME parser. What no honest mail has is left out. */
#ifndef RN_MAIL_MEND_H
#define RN_MAIL_MEND_H

#include "reading_words.h"

struct rn_field {
	const char *name;
	const char *value; /* as it was sent: folded, encoded, with its line end */
};

struct rn_mended {
	GArray *fields;        /* of struct rn_field, the topmost first */
	GStringChunk *strings; /* that the fields point into */
	GByteArray *entity;    /* the Content- fields and the body */
	enum rn_reason limit;  /* the first limit that was crossed, EMPTY, NO_MAIL or NONE */
};

/* Steps over what stands in front of the first field, and leaves out fields, parts and
 * bytes over the limits of message.h and read.h. Costs one look at each line. */
void rn_mend (const guint8 *bytes, gsize size, struct rn_mended *mended);
void rn_mended_clear (struct rn_mended *mended);

#endif
