#include "shipped.h"

#include <string.h>

/* The folder of the binary that this process was started from. */
static char *
own_folder (void)
{
	g_autofree char *binary = g_file_read_link ("/proc/self/exe", NULL);
	return binary != NULL ? g_path_get_dirname (binary) : g_strdup (".");
}

/* The build folder that this process was started from, or NULL when it is installed. */
static char *
build_folder (void)
{
	const char *given = g_getenv ("ROTNEM_BUILD");
	if (given != NULL)
		return g_strdup (given);
	g_autofree char *folder = own_folder ();
	g_autofree char *trace = g_build_filename (folder, "config.status", NULL);
	return g_file_test (trace, G_FILE_TEST_EXISTS) ? g_steal_pointer (&folder) : NULL;
}

/* A folder that was installed, where its tree stands now: below DESTDIR, or moved as a whole, it is found from
 * the binary. Where a folder was given a place outside of the prefix, it is there. */
static char *
installed (const char *path)
{
	g_autofree char *folder = own_folder ();
	gsize prefix = strlen (RN_PREFIX);
	gboolean within = g_str_has_prefix (path, RN_PREFIX "/") && g_str_has_prefix (RN_BINDIR, RN_PREFIX "/");

	if (!within || !g_str_has_suffix (folder, RN_BINDIR + prefix))
		return g_strdup (path);
	folder[strlen (folder) - strlen (RN_BINDIR + prefix)] = '\0';
	return g_strconcat (folder, path + prefix, NULL);
}

char *
rn_shipped_dir (const char *which)
{
	const char *source = g_getenv ("ROTNEM_SOURCE");
	g_autofree char *build = build_folder ();
	gboolean plugins = g_str_equal (which, "plugins");

	if (build != NULL && plugins)
		return g_build_filename (build, ".libs", NULL);
	if (build != NULL || source != NULL)
		return g_build_filename (source != NULL ? source : RN_SOURCE_DIR, which, NULL);
	g_autofree char *data = g_build_filename (RN_PKGDATADIR, which, NULL);
	return installed (plugins ? RN_PKGLIBDIR : data);
}
