/* How the mail programs quote what is answered: the line above it and the marks. */
#ifndef SIMULATED_QUOTE_H
#define SIMULATED_QUOTE_H

#include "letter.h"
#include "person.h"

/* "On Monday … wrote:" in the manner of her client and language, one or more lines
 * without the last line end. For Outlook: its block of header lines. */
char *quote_attribution (const struct person *person, const struct letter *letter);

/* Own words and the quoted letter as plain text. */
char *quote_below (const struct person *person, const struct letter *letter, const char *words);

/* The same as HTML; `letter` may be NULL for no quote. */
char *quote_html (const struct person *person, const struct letter *letter, const char *words);

#endif
