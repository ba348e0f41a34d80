#include "table.h"

#include <stdio.h>
#include <string.h>

#define RN_WIDEST 48 /* columns; a longer cell pushes what follows aside */

static void
print_row (const char *const *cells, const gsize *widths)
{
	g_autoptr (GString) line = g_string_new (NULL);

	for (gsize i = 0; cells[i] != NULL; i++) {
		gsize width = (gsize) g_utf8_strlen (cells[i], -1);
		g_string_append_printf (line, "%s%s%*s", i > 0 ? "  " : "", cells[i], width < widths[i] ? (int) (widths[i] - width) : 0, "");
	}
	printf ("%s\n", g_strchomp (line->str));
}

void
rn_table_print (const char *const *columns, GPtrArray *rows)
{
	gsize widths[RN_COLUMNS] = { 0 };

	for (gsize i = 0; columns[i] != NULL; i++)
		widths[i] = strlen (columns[i]);
	for (guint r = 0; r < rows->len; r++) {
		GStrv cells = g_ptr_array_index (rows, r);
		for (gsize i = 0; cells[i] != NULL; i++)
			widths[i] = MIN (MAX (widths[i], (gsize) g_utf8_strlen (cells[i], -1)), RN_WIDEST);
	}
	if (rows->len > 0)
		print_row (columns, widths);
	for (guint r = 0; r < rows->len; r++)
		print_row (g_ptr_array_index (rows, r), widths);
}
