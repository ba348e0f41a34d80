/* People out of rows: which column means what, whether each cell can be read, and
 * whether the rows agree with each other. */
#ifndef RN_CSV_PEOPLE_H
#define RN_CSV_PEOPLE_H

#include "plugin.h"
#include "table.h"

struct csv_people;

/* Reads the header. NULL with a DATA error naming file and line when a column that is
 * needed is missing or stands there twice. Unknown columns are logged and not used. */
struct csv_people *csv_people_new (const struct rn_host *host, const char *file, const struct csv_row *header,
                                   GError **error);
void csv_people_free (struct csv_people *people);

/* Checks one row; each bad cell goes to `bad_row` of the host. */
void csv_people_add (struct csv_people *people, const struct csv_row *row);

/* Checks what can be known only at the end: whether managers and mentors exist. */
void csv_people_finish (struct csv_people *people);

/* Rows that were looked at, and how many of them are bad. */
guint csv_people_rows (const struct csv_people *people);
guint csv_people_bad (const struct csv_people *people);

/* Hands all good rows to `person` of the host, in the order of the file. */
void csv_people_hand_over (const struct csv_people *people);

#endif
