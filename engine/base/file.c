#include "file.h"

gboolean
rn_file_read (const char *path, char **bytes, gsize *size, GError **error)
{
	GError *why = NULL;

	if (g_file_get_contents (path, bytes, size, &why))
		return TRUE;
	if (g_error_matches (why, G_FILE_ERROR, G_FILE_ERROR_NOMEM))
		g_error ("There is no memory to read a file: %s", why->message);
	g_propagate_error (error, why);
	return FALSE;
}
