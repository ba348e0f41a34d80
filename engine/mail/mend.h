/* A mail's bytes made safe to take apart: what no honest mail has is left out before a
 * parser sees it. */
#ifndef RN_MAIL_MEND_H
#define RN_MAIL_MEND_H

#include "reading_words.h"

struct rn_mended {
	const guint8 *bytes; /* the caller's, or those of `copy`; never NULL */
	gsize size;
	GByteArray *copy;    /* NULL: nothing had to be left out */
	enum rn_reason limit;/* the first limit that was crossed, EMPTY, NO_MAIL or NONE */
};

/* Steps over what stands in front of the first field, and leaves out fields, parts and
 * bytes over the limits of message.h and read.h. Costs one look at each line. */
void rn_mend (const guint8 *bytes, gsize size, struct rn_mended *mended);
void rn_mended_clear (struct rn_mended *mended);

#endif
