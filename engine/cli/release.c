/* rotnem release: a restored backup, or another copy, may mail people again. */
#include "lists.h"

#include <stdio.h>
#include <sysexits.h>

#include "command.h"
#include "command_line.h"
#include "control.h"
#include "json.h"

static gint64
number (GVariant *line, const char *name)
{
	gint64 n = 0;

	g_variant_lookup (line, name, "x", &n);
	return n;
}

static void
show_hold (GVariant *line, G_GNUC_UNUSED gpointer data)
{
	const char *why = "";

	g_variant_lookup (line, "on_hold", "&s", &why);
	printf ("It %s.\n", why);
	printf ("%" G_GINT64_FORMAT " mails wait; %" G_GINT64_FORMAT " of them were due and may have left already.\n"
	        "%" G_GINT64_FORMAT " events fell due; what they write leaves as well.\n",
	        number (line, "mails"), number (line, "perhaps_sent"), number (line, "events_due"));
}

static void
show_json (GVariant *line, G_GNUC_UNUSED gpointer data)
{
	g_autofree char *json = rn_json (line);

	printf ("%s\n", json);
}

static void
show_released (GVariant *line, G_GNUC_UNUSED gpointer data)
{
	gint64 n = number (line, "uncertain");

	printf ("It is released.\n");
	if (n > 0)
		printf ("%" G_GINT64_FORMAT " mails may have left already and are uncertain. What is not seen to have arrived within "
		        "15 minutes is sent again, with the same Message-ID.\n",
		        n);
}

static int
ask (const rn_config *config, const char *request, GVariant *arguments, rn_control_line line)
{
	g_autoptr (GError) error = NULL;

	return rn_control_ask (config, request, arguments, line, NULL, &error) ? EX_OK : rn_report_error ("release", error);
}

static int
list (const rn_config *config, gboolean as_json)
{
	int status = ask (config, "release:show", g_variant_new ("a{sv}", NULL), as_json ? show_json : show_hold);

	return status == EX_OK && !as_json ? rn_show_mails (config, "queued", FALSE) : status;
}

#define NONE G_MININT64 /* no mail has that number; a slip such as 0 must not release */

static int
run (int argc, char **argv)
{
	g_autofree char *path = NULL;
	gboolean as_list = FALSE, moved = FALSE, as_json = FALSE;
	gint64 dropped = NONE;
	const GOptionEntry entries[] = {
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &path, "Configuration (/etc/rotnem/rotnem.conf)", "FILE" },
		{ "list", 0, 0, G_OPTION_ARG_NONE, &as_list, "Only show what would leave", NULL },
		{ "drop", 0, 0, G_OPTION_ARG_INT64, &dropped, "Only withdraw this mail", "ID" },
		{ "moved", 0, 0, G_OPTION_ARG_NONE, &moved, "The folder was moved: nothing has left elsewhere", NULL },
		{ "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "One object", NULL },
		G_OPTION_ENTRY_NULL
	};
	g_autoptr (GError) error = NULL;

	if (!rn_options (&argc, &argv, "", rn_command_release.summary, entries, &error))
		return rn_usage_error ("release", error);
	if (argc > 1 || as_list + moved + (dropped != NONE) > 1) {
		fprintf (stderr, "rotnem release: use it like this: rotnem release %s\n", rn_command_release.arguments);
		return EX_USAGE;
	}
	g_autoptr (rn_config) config = rn_load_config (path, RN_SECRETS_LEFT);
	if (config == NULL)
		return EX_CONFIG;
	g_autofree char *by = rn_who ();
	if (as_list)
		return list (config, as_json);
	return ask (config, dropped != NONE ? "release:drop" : "release",
	            g_variant_new_parsed ("{'id': <%x>, 'by': <%s>, 'moved': <%b>}", dropped, by, moved),
	            as_json ? show_json : show_released);
}

const struct rn_command rn_command_release = {
	.name = "release", .arguments = "-c FILE [--json] [--list | --drop ID | --moved]",
	.summary = "Let a restored backup mail people again; show before what would leave.", .run = run,
};
