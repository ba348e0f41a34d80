/* rotnem why: what happened about a person, a pairing or a mail, and for which reasons. */
#include <stdio.h>
#include <sysexits.h>

#include "command.h"
#include "control.h"
#include "exit_status.h"
#include "json.h"

static void
print_entry (GVariant *line, gpointer data)
{
	const char *at = "", *event = "", *outcome = "", *reasons = "";

	if (*(gboolean *) data) {
		g_autofree char *json = rn_json (line);
		printf ("%s\n", json);
		return;
	}
	g_variant_lookup (line, "at", "&s", &at);
	g_variant_lookup (line, "event", "&s", &event);
	g_variant_lookup (line, "outcome", "&s", &outcome);
	g_variant_lookup (line, "reasons", "&s", &reasons);
	printf ("%s  %s (%s)\n", at, event, outcome);
	g_auto (GStrv) lines = g_strsplit (reasons, "\n", -1);
	for (gsize i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
		printf ("    %s\n", lines[i]);
}

static int
run (int argc, char **argv)
{
	g_autofree char *path = NULL;
	gboolean as_json = FALSE;
	const GOptionEntry entries[] = {
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &path, "Configuration (/etc/rotnem/rotnem.conf)", "FILE" },
		{ "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "One object a line", NULL },
		G_OPTION_ENTRY_NULL
	};
	g_autoptr (GError) error = NULL;

	if (!rn_options (&argc, &argv, "ADDRESS|MESSAGE-ID|pairing:N|meeting:N|mail:N", rn_command_why.summary, entries, &error))
		return rn_usage_error ("why", error);
	if (argc != 2) {
		fprintf (stderr, "rotnem why: name one person, record or mail\n");
		return EX_USAGE;
	}
	g_autoptr (rn_config) config = rn_load_config (path);
	if (config == NULL)
		return EX_CONFIG;
	if (!rn_control_ask (config, "why", g_variant_new_parsed ("{'what': <%s>}", argv[1]), print_entry, &as_json, &error))
		return rn_report_error ("why", error);
	return EX_OK;
}

const struct rn_command rn_command_why = {
	.name = "why", .arguments = "-c FILE ADDRESS|MESSAGE-ID|pairing:N", .summary = "Tell what happened, and why.", .run = run,
};
