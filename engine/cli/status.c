/* rotnem status: how the engine is; with --check only what an administrator has to look at. */
#include <stdio.h>
#include <sysexits.h>

#include "command.h"
#include "command_line.h"
#include "control.h"
#include "json.h"

static void
print_child (GVariant *child)
{
	const char *role = "", *title = "", *trouble = "";
	gint64 pid = 0;

	g_variant_lookup (child, "role", "&s", &role);
	g_variant_lookup (child, "title", "&s", &title);
	g_variant_lookup (child, "trouble", "&s", &trouble);
	g_variant_lookup (child, "pid", "x", &pid);
	g_autofree char *process = pid != 0 ? g_strdup_printf ("pid %" G_GINT64_FORMAT, pid) : g_strdup ("not needed yet");
	printf ("  %-8s %-24s %s%s%s\n", role, title, process, *trouble != '\0' ? "  " : "", trouble);
}

static void
print_status (GVariant *line, gpointer data)
{
	GVariantIter iter;
	const char *name, *on_hold = "";
	GVariant *value;

	if (*(gboolean *) data) {
		g_autofree char *json = rn_json (line);
		printf ("%s\n", json);
		return;
	}
	gboolean running = FALSE;
	g_variant_lookup (line, "running", "b", &running);
	printf ("%s\n", running ? "The engine runs." : "No engine runs.");
	g_variant_lookup (line, "on_hold", "&s", &on_hold);
	if (*on_hold != '\0')
		printf ("It is on hold until “rotnem release”: it %s.\n", on_hold);
	g_variant_iter_init (&iter, line);
	while (g_variant_iter_next (&iter, "{&sv}", &name, &value)) {
		g_autoptr (GVariant) owned = value;
		if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
			printf ("%-18s %" G_GINT64_FORMAT "\n", name, g_variant_get_int64 (value));
	}
	g_autoptr (GVariant) children = g_variant_lookup_value (line, "children", G_VARIANT_TYPE ("aa{sv}"));
	for (gsize i = 0; children != NULL && i < g_variant_n_children (children); i++) {
		g_autoptr (GVariant) child = g_variant_get_child_value (children, i);
		print_child (child);
	}
}

/* Figures that are 0 where all is well. */
static const struct {
	const char *name, *sentence;
} worries[] = {
	{ "orphans", "pairings have no next step" },
	{ "mails_stranded", "mails wait for a transport that is not configured" },
};

/* Adds a sentence for all that is not well. */
static void
take_troubles (GVariant *line, gpointer data)
{
	GPtrArray *troubles = data;
	gboolean running = FALSE;
	const char *on_hold = "", *title, *trouble;
	gint64 n;
	g_autoptr (GVariant) children = g_variant_lookup_value (line, "children", G_VARIANT_TYPE ("aa{sv}"));

	if (!g_variant_lookup (line, "running", "b", &running) || !running)
		g_ptr_array_add (troubles, g_strdup ("No engine runs."));
	if (g_variant_lookup (line, "on_hold", "&s", &on_hold) && *on_hold != '\0')
		g_ptr_array_add (troubles, g_strdup_printf ("It is on hold until “rotnem release”: it %s.", on_hold));
	for (gsize i = 0; i < G_N_ELEMENTS (worries); i++)
		if (g_variant_lookup (line, worries[i].name, "x", &n) && n > 0)
			g_ptr_array_add (troubles, g_strdup_printf ("%" G_GINT64_FORMAT " %s.", n, worries[i].sentence));
	for (gsize i = 0; children != NULL && i < g_variant_n_children (children); i++) {
		g_autoptr (GVariant) child = g_variant_get_child_value (children, i);
		if (g_variant_lookup (child, "trouble", "&s", &trouble) && *trouble != '\0' && g_variant_lookup (child, "title", "&s", &title))
			g_ptr_array_add (troubles, g_strdup_printf ("%s: %s", title, trouble));
	}
}

static int
check (const rn_config *config)
{
	g_autoptr (GPtrArray) troubles = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (GError) error = NULL;

	if (!rn_control_ask (config, "status", g_variant_new ("a{sv}", NULL), take_troubles, troubles, &error))
		return rn_report_error ("status", error);
	for (guint i = 0; i < troubles->len; i++)
		printf ("%s\n", (const char *) g_ptr_array_index (troubles, i));
	return troubles->len == 0 ? EX_OK : EX_TEMPFAIL;
}

static int
run (int argc, char **argv)
{
	g_autofree char *path = NULL;
	gboolean as_json = FALSE, only_troubles = FALSE;
	const GOptionEntry entries[] = {
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &path, "Configuration (/etc/rotnem/rotnem.conf)", "FILE" },
		{ "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "One object", NULL },
		{ "check", 0, 0, G_OPTION_ARG_NONE, &only_troubles, "Only tell what is wrong; status 75 when something is", NULL },
		G_OPTION_ENTRY_NULL
	};
	g_autoptr (GError) error = NULL;

	if (!rn_options (&argc, &argv, "", rn_command_status.summary, entries, &error))
		return rn_usage_error ("status", error);
	g_autoptr (rn_config) config = rn_load_config (path, RN_SECRETS_LEFT);
	if (config == NULL)
		return EX_CONFIG;
	if (only_troubles)
		return check (config);
	if (!rn_control_ask (config, "status", g_variant_new ("a{sv}", NULL), print_status, &as_json, &error))
		return rn_report_error ("status", error);
	return EX_OK;
}

const struct rn_command rn_command_status = {
	.name = "status", .arguments = "-c FILE [--json | --check]", .summary = "Tell how the engine is.", .run = run,
};
