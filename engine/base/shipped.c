#include "shipped.h"

/* The build folder that this process was started from, or NULL when it is installed. */
static char *
build_folder (void)
{
	const char *given = g_getenv ("ROTNEM_BUILD");
	if (given != NULL)
		return g_strdup (given);
	g_autofree char *binary = g_file_read_link ("/proc/self/exe", NULL);
	g_autofree char *folder = binary != NULL ? g_path_get_dirname (binary) : g_strdup (".");
	g_autofree char *trace = g_build_filename (folder, "config.status", NULL);
	return g_file_test (trace, G_FILE_TEST_EXISTS) ? g_steal_pointer (&folder) : NULL;
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
	return plugins ? g_strdup (RN_PKGLIBDIR) : g_build_filename (RN_PKGDATADIR, which, NULL);
}
