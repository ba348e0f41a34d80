/* A reading as people and their programs see it: `rotnem explain`, and wherever a mail
 * is shown. The keys stand in rotnem-explain(1). */
#ifndef RN_MAIL_EXPLAIN_H
#define RN_MAIL_EXPLAIN_H

#include "reading.h"

/* What is known of a mail besides its reading. */
struct rn_explained {
	const char *file;     /* where it came from */
	gint64 index;         /* its place in an mbox, from 0 on */
	const rn_reading *reading;
	gboolean with_timing; /* show how long reading took */

	/* With a configuration only, else NULL. */
	const char *outcome;  /* applied, ignored, held, error */
	const char *reason;   /* a word for it, which may be the reader's own */
	const char *person, *about;
	const char *const *would; /* what would be done, one sentence each */
};

/* One JSON object on one line, without line end; keys stand in a fixed order. */
char *rn_explain_json (const struct rn_explained *explained);

/* Six lines for people, each with its line end. */
char *rn_explain_text (const struct rn_explained *explained);

#endif
