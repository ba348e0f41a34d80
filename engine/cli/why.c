/* rotnem why: what happened about a person, a pairing or a mail, and for which reasons. */
#include <stdio.h>
#include <sysexits.h>

#include "command.h"
#include "command_line.h"
#include "control.h"
#include "json.h"

#define TAKES "ADDRESS|MESSAGE-ID|pairing:N|meeting:N|poll:N|offer:N|topic:N|campaign:N|task:N|mail:N"

struct output {
	gboolean as_json;
	char *about; /* of the last entry */
};

/* A line above the entries of each record: "pairing:3, Max Mentor and Lea Leader". */
static void
print_heading (struct output *output, const char *about, const char *name)
{
	if (g_strcmp0 (output->about, about) == 0)
		return;
	printf ("%s%s%s\n", about, *name != '\0' ? ", " : "", name);
	g_free (output->about);
	output->about = g_strdup (about);
}

static void
print_entry (GVariant *line, gpointer data)
{
	struct output *output = data;
	const char *at = "", *event = "", *outcome = "", *reasons = "", *about = "", *name = "";

	if (output->as_json) {
		g_autofree char *json = rn_json (line);
		printf ("%s\n", json);
		return;
	}
	g_variant_lookup (line, "at", "&s", &at);
	g_variant_lookup (line, "event", "&s", &event);
	g_variant_lookup (line, "outcome", "&s", &outcome);
	g_variant_lookup (line, "reasons", "&s", &reasons);
	g_variant_lookup (line, "about", "&s", &about);
	g_variant_lookup (line, "about_name", "&s", &name);
	print_heading (output, about, name);
	printf ("%s  %s (%s)\n", at, event, outcome);
	g_auto (GStrv) lines = g_strsplit (reasons, "\n", -1);
	for (gsize i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
		printf ("    %s\n", lines[i]);
}

static int
run (int argc, char **argv)
{
	g_autofree char *path = NULL;
	struct output output = { FALSE, NULL };
	const GOptionEntry entries[] = {
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &path, "Configuration (/etc/rotnem/rotnem.conf)", "FILE" },
		{ "json", 0, 0, G_OPTION_ARG_NONE, &output.as_json, "One object a line", NULL },
		G_OPTION_ENTRY_NULL
	};
	g_autoptr (GError) error = NULL;

	if (!rn_options (&argc, &argv, TAKES, rn_command_why.summary, entries, &error))
		return rn_usage_error ("why", error);
	if (argc != 2) {
		fprintf (stderr, "rotnem why: name one person, record or mail\n");
		return EX_USAGE;
	}
	if (!rn_may_name ("why", argv[1]))
		return EX_USAGE;
	g_autoptr (rn_config) config = rn_load_config (path, RN_SECRETS_LEFT);
	if (config == NULL)
		return EX_CONFIG;
	if (!rn_control_ask (config, "why", g_variant_new_parsed ("{'what': <%s>}", argv[1]), print_entry, &output, &error))
		return rn_report_error ("why", error);
	g_free (output.about);
	return EX_OK;
}

const struct rn_command rn_command_why = {
	.name = "why", .arguments = "-c FILE " TAKES, .summary = "Tell what happened, and why.", .run = run,
};
