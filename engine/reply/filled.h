/* Numbered questions that were filled in, by typing "3. text" or below "> 3. …". */
#ifndef RN_MAIL_FILLED_H
#define RN_MAIL_FILLED_H

#include "quote_header.h"

#define RN_MAX_QUESTION 99

/* Of struct rn_filled_line, in the order they stand in. */
GPtrArray *rn_filled_lines (const struct rn_line *lines, gsize n_lines);

#endif
