/* Rows of text in columns, for people. */
#ifndef RN_CLI_TABLE_H
#define RN_CLI_TABLE_H

#include <glib.h>

#define RN_COLUMNS 12

/* Prints the columns' names and the rows (GStrv of as many cells) below, as wide as what stands in them; nothing
 * when there is no row. */
void rn_table_print (const char *const *columns, GPtrArray *rows);

#endif
