/* Which lines of a mailed list an answer chooses. */
#ifndef RN_TURN_LINES_H
#define RN_TURN_LINES_H

#include "reading.h"

/* Sets chosen[1 … n]: "2, 3", "all", of "all but 2" the others, and lines filled in like a
 * form, "2: yes". What is unsure chooses and excludes nothing. Gives the first number that
 * is no line, else 0. */
gint64 rn_lines_chosen (const rn_reading *reading, gint64 n, gboolean *chosen);

#endif
