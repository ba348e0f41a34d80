/* Names of the lines of a list that was quoted: "Accessibility, please" below "2.
 * Accessibility". */
#ifndef RN_MAIL_ANSWER_TITLES_H
#define RN_MAIL_ANSWER_TITLES_H

#include "reading.h"
#include "thoughts.h"

/* Whether the date at piece i is a weekday alone, and one quoted line is of that weekday: then
 * that line was chosen or excluded, and not the next such day. */
gboolean rn_read_day_of_line (rn_reading *reading, const struct rn_thoughts *thoughts, guint i, const char *quote);

/* Adds the numbers of the lines "2. Title" of the quoted mail whose title was written, whole
 * or by words that no other line has. `quote` may be NULL. */
void rn_read_titles (rn_reading *reading, const struct rn_thoughts *thoughts, const char *quote);

/* Whether piece i speaks of as many lines as the quoted list does not have: "all three", "both" of five. */
gboolean rn_is_miscounted (const struct rn_thoughts *thoughts, guint i, const char *quote);

/* Adds the lines of "the last one", "the last two" at piece i, where the quoted mail has a list. */
void rn_read_last (rn_reading *reading, const struct rn_thoughts *thoughts, guint i, const char *quote);

/* "All but 4": where the quoted mail tells what the list has, what is left of it instead. */
void rn_read_rest (rn_reading *reading, const char *quote);

#endif
