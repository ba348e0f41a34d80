/* The columns of a list of people: their names, and how each one's cells are read. */
#ifndef RN_CSV_CELLS_H
#define RN_CSV_CELLS_H

#include "instant.h"

enum csv_column {
	CSV_ID, CSV_NAME, CSV_EMAIL, CSV_ALIASES, CSV_ROLE, CSV_LEVEL, CSV_UNIT, CSV_MANAGER, CSV_SITE, CSV_ZONE,
	CSV_HOURS, CSV_LANGUAGE, CSV_SKILLS, CSV_WISHES, CSV_TRADITIONAL_MENTOR, CSV_ABSENT_UNTIL,
	CSV_CALENDAR,
	CSV_N_COLUMNS
};

struct csv_column_row {
	const char *name;
	const char *const *synonyms; /* ends with NULL; in small letters, letters and digits only */
	gboolean needed;             /* in the header and in each row */

	/* What is wrong with a cell that is not empty, as a sentence to free, or NULL.
	 * May bring it into the form that the engine wants. NULL: any text will do. */
	char *(*check) (char **cell);
};

extern const struct csv_column_row csv_columns[CSV_N_COLUMNS];

/* The column of that header, whatever its case, spaces and dashes: "Time-Zone" is zone.
 * CSV_N_COLUMNS when it is unknown. */
enum csv_column csv_column_named (const char *header);

/* "; did you mean “email”?" or "". */
char *csv_column_meant (const char *header);

/* The cell as plain text: white space trimmed, line breaks and runs of space as one
 * space, the apostrophe gone that our own exports put before a formula. */
char *csv_cell_clean (const char *cell);

/* The parts between semicolons, cleaned, empty ones dropped; NULL for none. */
char **csv_cell_list (const char *cell);

/* The day on which a person is back, at its start in that zone ("": UTC); 0 when the
 * cell is no date. */
rn_time csv_cell_date (const char *cell, const char *zone);

#endif
