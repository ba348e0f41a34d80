/* rotnem explain: how each message is read. */
#include <stdio.h>
#include <stdlib.h>
#include <sysexits.h>

#include "command.h"
#include "command_line.h"
#include "error.h"
#include "explain_site.h"
#include "mail_files.h"
#include "readers.h"
#include "reading_words.h"

/* One run of the command. */
struct run {
	gboolean json, timing;
	char *config;
	char **names;
	rn_explain_site *site;
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
		rn_explain_site_resolve (run->site, &explained);
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
parse_options (struct run *run, int argc, char **argv, GError **error)
{
	const GOptionEntry entries[] = {
		{ "json", 0, 0, G_OPTION_ARG_NONE, &run->json, "One JSON object a line", NULL },
		{ "timing", 0, 0, G_OPTION_ARG_NONE, &run->timing, "Show how long reading took", NULL },
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &run->config, "Show what its programs would do", "CONF" },
		{ G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &run->names, NULL, rn_command_explain.arguments },
		G_OPTION_ENTRY_NULL
	};

	if (!rn_options (&argc, &argv, "", rn_command_explain.summary, entries, error))
		return FALSE;
	if (run->names == NULL)
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "name a file, a folder or an mbox, or - for standard input");
	return run->names != NULL;
}

static int
explain (int argc, char **argv)
{
	g_autoptr (GError) error = NULL;
	struct run run = { 0 };
	int status = EX_CONFIG;

	if (!parse_options (&run, argc, argv, &error)) {
		status = rn_usage_error ("explain", error);
	} else if (run.config == NULL || (run.site = rn_explain_site_new (run.config)) != NULL) {
		explain_all (&run);
		status = run.any_error ? EX_DATAERR : EX_OK;
	}
	rn_explain_site_free (run.site);
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
