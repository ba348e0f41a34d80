/* rotnem explain: how each message is read. */
#include <stdio.h>
#include <stdlib.h>
#include <sysexits.h>

#include "command.h"
#include "explain.h"
#include "explain_site.h"
#include "mail_files.h"
#include "reading_words.h"
#include "readers.h"


/* One run of the command. */
struct run {
	gboolean json, timing;
	char *config;
	char **names;
	gpointer site;
	gboolean any_error;
};

/* Where a mail that is being read came from. */
struct origin {
	char *file;
	gint64 index;
};

static void
show (struct run *run, const char *file, gint64 index, const rn_reading *reading)
{
	struct rn_explained explained = { .file = file, .index = index, .reading = reading, .with_timing = run->timing };

	if (run->site != NULL)
		rn_explain_site->resolve (run->site, &explained);
	g_autofree char *text = run->json ? rn_explain_json (&explained) : rn_explain_text (&explained);
	fputs (text, stdout);
	if (run->json)
		putchar ('\n');
	run->any_error = run->any_error || reading->state == RN_MAIL_ERROR ||
	                 (explained.outcome != NULL && g_str_equal (explained.outcome, "error"));
}

static void
show_next (struct run *run, rn_readers *readers)
{
	gpointer data;
	g_autoptr (rn_reading) reading = rn_readers_take (readers, &data);
	struct origin *origin = data;

	show (run, origin->file, origin->index, reading);
	g_free (origin->file);
	g_free (origin);
}

/* What could not even be opened is shown in its place among the others. */
static void
put (rn_readers *readers, struct rn_found_mail *mail)
{
	struct origin *origin = g_new (struct origin, 1);

	origin->file = g_steal_pointer (&mail->file);
	origin->index = mail->index;
	if (mail->bytes != NULL) {
		rn_readers_put (readers, mail->bytes, origin);
	} else {
		rn_reading *reading = rn_reading_new ();
		rn_reading_conclude (reading, RN_REASON_UNREADABLE_FILE);
		rn_readers_put_known (readers, reading, origin);
	}
	rn_found_mail_clear (mail);
}

static void
explain_all (struct run *run)
{
	g_autoptr (rn_mail_files) files = rn_mail_files_new ((const char *const *) run->names);
	g_autoptr (rn_readers) readers = rn_readers_new (g_get_num_processors ());
	struct rn_found_mail mail;
	guint out = 0;

	while (rn_mail_files_next (files, &mail)) {
		for (; out > 0 && rn_readers_room (readers) == 0; out--)
			show_next (run, readers);
		put (readers, &mail);
		out++;
	}
	for (; out > 0; out--)
		show_next (run, readers);
}

static gboolean
open_site (struct run *run)
{
	g_autoptr (GError) error = NULL;

	if (run->config == NULL)
		return TRUE;
	run->site = rn_explain_site->open (run->config, &error);
	if (run->site == NULL)
		fprintf (stderr, "rotnem: %s\n", error->message);
	return run->site != NULL;
}

static gboolean
parse_options (struct run *run, int *argc, char ***argv)
{
	const GOptionEntry entries[] = {
		{ "json", 0, 0, G_OPTION_ARG_NONE, &run->json, "One JSON object a line", NULL },
		{ "timing", 0, 0, G_OPTION_ARG_NONE, &run->timing, "Show how long reading took", NULL },
		{ G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &run->names, NULL, rn_command_explain.arguments },
		G_OPTION_ENTRY_NULL
	};
	const GOptionEntry site[] = {
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &run->config, "Show what its programs would do", "CONF" },
		G_OPTION_ENTRY_NULL
	};
	g_autoptr (GOptionContext) context = g_option_context_new (NULL);
	g_autoptr (GError) error = NULL;

	g_option_context_set_summary (context, rn_command_explain.summary);
	g_option_context_add_main_entries (context, entries, NULL);
	if (rn_explain_site != NULL)
		g_option_context_add_main_entries (context, site, NULL);
	if (!g_option_context_parse (context, argc, argv, &error)) {
		fprintf (stderr, "rotnem explain: %s\n", error->message);
		return FALSE;
	}
	if (run->names == NULL)
		fprintf (stderr, "rotnem explain: name a file, a folder or an mbox, or - for standard input\n");
	return run->names != NULL;
}

static int
explain (int argc, char **argv)
{
	struct run run = { 0 };
	int status = EX_USAGE;

	if (parse_options (&run, &argc, &argv)) {
		status = EX_CONFIG;
		if (open_site (&run)) {
			explain_all (&run);
			status = run.any_error ? EX_DATAERR : EX_OK;
		}
	}
	if (run.site != NULL)
		rn_explain_site->close (run.site);
	g_free (run.config);
	g_strfreev (run.names);
	return status;
}

const struct rn_command rn_command_explain = {
	.name = "explain",
	.arguments = "FILE|FOLDER|MBOX|-…",
	.summary = "Show how each message is read.",
	.run = explain,
};
