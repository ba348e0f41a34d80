#include "demo.h"

#include <glib/gstdio.h>

#include "cores.h"
#include "engine.h"
#include "error.h"
#include "figures.h"
#include "site_config.h"

/* Monday, 5 January 2026, 06:00 in UTC: before anybody's working day. */
#define RN_DEMO_BEGIN ((rn_time) 1767592800)

/* The folder is made anew, but only over what an earlier demo left. */
static gboolean
clear_file (const char *path, GError **error)
{
	if (g_remove (path) == 0)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: cannot be removed.", path);
	return FALSE;
}

static gboolean
clear_folder (const char *path, GError **error)
{
	g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
		g_autofree char *child = g_build_filename (path, name, NULL);
		gboolean is_folder = g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK);
		if (!(is_folder ? clear_folder (child, error) && clear_file (child, error) : clear_file (child, error)))
			return FALSE;
	}
	return TRUE;
}

static gboolean
prepare_folder (const char *out, GError **error)
{
	g_autofree char *config = g_build_filename (out, "rotnem.conf", NULL);
	g_autofree char *mark = g_build_filename (out, ".rotnem-demo", NULL);
	g_autoptr (GDir) dir = g_dir_open (out, 0, NULL);

	if (dir != NULL && g_dir_read_name (dir) != NULL && !g_file_test (mark, G_FILE_TEST_EXISTS)) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG,
		             "%s is not empty and was not made by a demo; choose another folder with --out.", out);
		return FALSE;
	}
	if (!clear_folder (out, error))
		return FALSE;
	if (g_mkdir_with_parents (out, 0755) != 0) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: the folder cannot be made.", out);
		return FALSE;
	}
	return g_file_set_contents (mark, "", 0, error);
}

/* The line that names another folder than Rotnem's own; empty when none was asked for. */
static char *
folder_setting (const char *name, const char *folder)
{
	if (folder == NULL)
		return g_strdup ("");
	g_autofree char *path = g_canonicalize_filename (folder, NULL);
	return g_strdup_printf ("%s = \"%s\"\n", name, path);
}

/* The configuration of the simulated site, as a file like any other's. */
static rn_config *
configure (const struct rn_demo_order *order, const char *out, GError **error)
{
	g_autofree char *path = g_build_filename (out, "rotnem.conf", NULL);
	g_autofree char *templates = folder_setting ("templates_dir", order->templates);
	g_autofree char *scripts = folder_setting ("scripts_dir", order->scripts);
	g_autofree char *text = g_strdup_printf (
	        "# A simulated company, made by rotnem demo.\n"
	        "state_dir = \"state\"\n"
	        "redirect_all_to = \"\"\n"
	        "%s%s"
	        "program \"%s\" {\n"
	        "\taddress = \"mentoring@northwind.example\"\n"
	        "\tcoordinator = \"coordinator@northwind.example\"\n"
	        "\tsource = \"company\"\n"
	        "\ttransport = \"company\"\n"
	        "}\n"
	        "simulated \"company\" {\n"
	        "\tpeople = %u\n"
	        "\tdays = %u\n"
	        "\tseed = %" G_GUINT64_FORMAT "\n"
	        "\tstart = %" G_GINT64_FORMAT "\n"
	        "\tprogram_address = \"mentoring@northwind.example\"\n"
	        "\tcoordinator = \"coordinator@northwind.example\"\n"
	        "\tout = \".\"\n"
	        "}\n",
	        templates, scripts, order->program, order->people, order->days, order->seed, RN_DEMO_BEGIN);
	g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

	if (!g_file_set_contents (path, text, -1, error))
		return NULL;
	rn_config *config = rn_config_load (path, RN_SECRETS_LEFT, problems);
	if (config == NULL)
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s",
		             problems->len > 0 ? (const char *) g_ptr_array_index (problems, 0)
		                               : "the configuration is not complete");
	return config;
}

/* The company told it while it wrote. */
static gboolean
read_digest (const char *out, char digest[65], GError **error)
{
	g_autofree char *path = g_build_filename (out, "all.mbox.b2", NULL), *line = NULL;

	if (!g_file_get_contents (path, &line, NULL, error))
		return FALSE;
	g_strlcpy (digest, line, 65);
	return TRUE;
}

struct watch {
	const struct rn_demo_order *order;
	rn_time end;
};

static void
on_day (rn_time now, gpointer data)
{
	struct watch *watch = data;
	double done = (double) (now - RN_DEMO_BEGIN) / (double) (watch->end - RN_DEMO_BEGIN);
	if (watch->order->progress != NULL)
		watch->order->progress (CLAMP (done, 0, 1), watch->order->progress_data);
}

static gboolean
live (const struct rn_demo_order *order, const rn_config *config, const char *out, struct rn_demo_figures *figures,
      GError **error)
{
	struct watch watch = { order, RN_DEMO_BEGIN + order->days * RN_DAY };
	struct rn_engine_order engine_order = {
		.config = config, .simulated = TRUE, .begin = RN_DEMO_BEGIN, .end = watch.end, .seed = order->seed,
		.progress = on_day, .progress_data = &watch,
	};
	g_autoptr (rn_engine) engine = rn_engine_new (&engine_order, error);

	return engine != NULL && rn_engine_run (engine, error) &&
	       rn_figures_count (rn_engine_db (engine), watch.end, figures, error) &&
	       rn_figures_report (engine, out, error);
}

gboolean
rn_demo_run (const struct rn_demo_order *order, struct rn_demo_figures *figures, GError **error)
{
	gint64 begun = g_get_monotonic_time ();
	g_autofree char *out = g_canonicalize_filename (order->out, NULL);

	rn_cores_share ();
	if (!prepare_folder (out, error))
		return FALSE;
	g_autoptr (rn_config) config = configure (order, out, error);
	figures->people = order->people;
	if (config == NULL || !live (order, config, out, figures, error) || !read_digest (out, figures->digest, error))
		return FALSE;
	figures->seconds = (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC;
	return TRUE;
}
