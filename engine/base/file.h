#ifndef RN_BASE_FILE_H
#define RN_BASE_FILE_H

#include <glib.h>

/* As g_file_get_contents, but memory that is not there ends the process, as everywhere else in GLib: a
 * file that is there must not count as missing. */
gboolean rn_file_read (const char *path, char **bytes, gsize *size, GError **error);

#endif
