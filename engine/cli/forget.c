/* rotnem forget: what would go of a person, that it goes, and her way back. */
#include <stdio.h>
#include <sysexits.h>

#include "command.h"
#include "command_line.h"
#include "control.h"

#define RN_WAIT_US (20 * G_USEC_PER_SEC) /* a mail is sent or read within moments */
#define RN_WAIT_STEP_US 200000

struct answer {
	gboolean waits, running, erased, since;
};

/* What there is of her, a line each; or how it went. */
static void
take_line (GVariant *line, gpointer data)
{
	struct answer *answer = data;
	const char *name, *address, *what;
	gint64 count;

	g_variant_lookup (line, "waits", "b", &answer->waits);
	g_variant_lookup (line, "running", "b", &answer->running);
	g_variant_lookup (line, "erased", "b", &answer->erased);
	g_variant_lookup (line, "since", "b", &answer->since);
	if (g_variant_lookup (line, "name", "&s", &name) && g_variant_lookup (line, "address", "&s", &address))
		printf ("%s <%s>\n", name, address);
	if (g_variant_lookup (line, "what", "&s", &what) && g_variant_lookup (line, "count", "x", &count))
		printf ("  %6" G_GINT64_FORMAT "  %s\n", count, what);
}

/* Asks until nothing of hers is in hand; where no engine runs, nothing changes. */
static int
forget (const rn_config *config, const char *person)
{
	g_autofree char *by = rn_who ();
	struct answer answer = { .waits = TRUE, .running = TRUE };

	for (gint64 end = g_get_monotonic_time () + RN_WAIT_US; answer.waits && answer.running && g_get_monotonic_time () < end;) {
		g_autoptr (GError) error = NULL;
		answer.waits = FALSE;
		if (!rn_control_ask (config, "person:forget", g_variant_new_parsed ("{'person': <%s>, 'sure': <true>, 'by': <%s>}", person, by),
		                     take_line, &answer, &error))
			return rn_report_error ("forget", error);
		if (answer.waits && answer.running)
			g_usleep (RN_WAIT_STEP_US);
	}
	if (answer.waits)
		fprintf (stderr, "rotnem forget: nothing was done: a mail to her is being sent, or one that names her is not read yet; "
		                 "try again when the engine has run.\n");
	else if (!answer.erased)
		fprintf (stderr, "rotnem forget: she is forgotten, but not yet erased from the files; the engine's log tells why. It is "
		                 "tried again daily and at each start.\n");
	else
		printf (answer.since ? "She was forgotten before; now what came since is erased as well.\n" : "Forgotten.\n");
	return answer.waits || !answer.erased ? EX_TEMPFAIL : EX_OK;
}

static int
show (const rn_config *config, const char *person)
{
	g_autoptr (GError) error = NULL;
	struct answer answer = { .waits = FALSE };

	if (!rn_control_ask (config, "person:forget", g_variant_new_parsed ("{'person': <%s>}", person), take_line, &answer, &error))
		return rn_report_error ("forget", error);
	printf (answer.since ? "Nothing was done. She was forgotten before, and this came since; with --yes it goes, and what else has her\n"
	                       "address. There is no way back.\n"
	                     : "Nothing was done. With --yes all of it goes, or stays without her name; her pairings end, and whom they\n"
	                       "were with is told that she left. There is no way back; “rotnem export” gives a copy before.\n");
	return EX_OK;
}

static int
again (const rn_config *config, const char *person)
{
	g_autoptr (GError) error = NULL;

	if (!rn_control_ask (config, "person:again", g_variant_new_parsed ("{'person': <%s>}", person), take_line, NULL, &error))
		return rn_report_error ("forget", error);
	printf ("The directory may bring her back.\n");
	return EX_OK;
}

static int
run (int argc, char **argv)
{
	g_autofree char *path = NULL;
	gboolean sure = FALSE, comes_back = FALSE;
	const GOptionEntry entries[] = {
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &path, "Configuration (/etc/rotnem/rotnem.conf)", "FILE" },
		{ "yes", 0, 0, G_OPTION_ARG_NONE, &sure, "Do it; otherwise it is only told what would go", NULL },
		{ "again", 0, 0, G_OPTION_ARG_NONE, &comes_back, "Let the directory bring back who was forgotten", NULL },
		G_OPTION_ENTRY_NULL
	};
	g_autoptr (GError) error = NULL;

	if (!rn_options (&argc, &argv, "PERSON", rn_command_forget.summary, entries, &error))
		return rn_usage_error ("forget", error);
	if (argc != 2 || (sure && comes_back)) {
		fprintf (stderr, "rotnem forget: name one person by address, id or person:N, and --yes or --again\n");
		return EX_USAGE;
	}
	if (!rn_may_name ("forget", argv[1]))
		return EX_USAGE;
	g_autoptr (rn_config) config = rn_load_config (path, RN_SECRETS_LEFT);
	if (config == NULL)
		return EX_CONFIG;
	if (comes_back)
		return again (config, argv[1]);
	return sure ? forget (config, argv[1]) : show (config, argv[1]);
}

const struct rn_command rn_command_forget = {
	.name = "forget", .arguments = "-c FILE PERSON [--yes | --again]", .summary = "Erase a person, or tell what would go.", .run = run,
};
