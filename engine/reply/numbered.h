/* A line that starts with the number of a question: "3. …", "Question 3: …", "Q3 yes". */
#ifndef RN_MAIL_NUMBERED_H
#define RN_MAIL_NUMBERED_H

#include "filled.h"

struct rn_numbered {
	int number;
	const char *text; /* behind the number, or NULL */
	gsize size;
};

gboolean rn_read_numbered (const char *at, gsize size, struct rn_numbered *numbered);

/* The same of "1 - 4" and "1 4", which may be an answer beside others that count up. */
gboolean rn_read_loosely_numbered (const char *at, gsize size, struct rn_numbered *numbered);

/* Whether it is a day: "14. April". */
gboolean rn_numbers_day (const struct rn_numbered *numbered);

#endif
