/* rotnem export: everything that is stored about a person, for her. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "command.h"
#include "command_line.h"
#include "control.h"
#include "export_files.h"

struct output {
	gboolean as_json;
	const char *folder; /* or NULL: to the screen */
	FILE *text, *json;  /* of a folder */
	char *heading;
	guint mails;
	GError *error;      /* the first, which ends it */
};

static void
fail (struct output *output, const char *name)
{
	if (output->error == NULL)
		g_set_error (&output->error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), "%s/%s: %s.", output->folder, name,
		             g_strerror (errno));
}

/* A new file: nobody's is overwritten. */
static FILE *
begin_file (struct output *output, const char *name)
{
	g_autofree char *path = g_build_filename (output->folder, name, NULL);
	int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	FILE *file = fd >= 0 ? fdopen (fd, "w") : NULL;

	if (file == NULL)
		fail (output, name);
	return file;
}

static void
end_file (struct output *output, FILE *file, const char *name)
{
	if (file != NULL && fclose (file) != 0)
		fail (output, name);
}

static void
write_mail (struct output *output, GVariant *line)
{
	g_autofree char *name = NULL;
	g_autoptr (GError) no_mail = NULL;
	g_autoptr (GBytes) bytes = rn_export_mail (line, &name, &no_mail);

	if (no_mail != NULL) /* its template does not compile any more, perhaps: what it was about is in the text */
		fprintf (stderr, "%s: %s\n", name, no_mail->message);
	FILE *file = bytes != NULL ? begin_file (output, name) : NULL;
	if (file == NULL)
		return;
	fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), file);
	end_file (output, file, name);
	output->mails++;
}

static void
take_line (GVariant *line, gpointer data)
{
	struct output *output = data;
	g_autofree char *json = rn_export_json (line), *text = rn_export_text (line, &output->heading);

	if (output->folder == NULL) {
		fputs (output->as_json ? json : text, stdout);
		fputs (output->as_json ? "\n" : "", stdout);
		return;
	}
	fputs (text, output->text);
	fprintf (output->json, "%s\n", json);
	if (output->error == NULL)
		write_mail (output, line);
}

#define TEXT "stored.txt"
#define JSON "stored.jsonl"

static int
export_to (const rn_config *config, GVariant *arguments, struct output *output)
{
	g_autoptr (GVariant) owned = g_variant_ref_sink (arguments);
	g_autoptr (GError) error = NULL;

	if (g_mkdir (output->folder, 0700) != 0) {
		fprintf (stderr, "rotnem export: %s: %s; name a folder that is not there yet\n", output->folder, g_strerror (errno));
		return EX_CANTCREAT;
	}
	output->text = begin_file (output, TEXT);
	output->json = begin_file (output, JSON);
	gboolean fine = output->text != NULL && output->json != NULL &&
	                rn_control_ask (config, "person:export", owned, take_line, output, &error);
	end_file (output, output->text, TEXT);
	end_file (output, output->json, JSON);
	if (fine && output->error == NULL) {
		printf ("%s has " TEXT ", " JSON " and %u mails. It is personal: mind who can read it.\n", output->folder,
		        output->mails);
		return EX_OK;
	}
	if (error != NULL) {
		g_autofree char *text = g_build_filename (output->folder, TEXT, NULL);
		g_autofree char *json = g_build_filename (output->folder, JSON, NULL);
		g_unlink (text);
		g_unlink (json);
		g_rmdir (output->folder); /* nothing was exported */
		return rn_report_error ("export", error);
	}
	fprintf (stderr, "rotnem export: %s\n", output->error->message);
	return EX_IOERR;
}

static int
run (int argc, char **argv)
{
	g_autofree char *path = NULL, *folder = NULL;
	struct output output = { .as_json = FALSE };
	const GOptionEntry entries[] = {
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &path, "Configuration (/etc/rotnem/rotnem.conf)", "FILE" },
		{ "json", 0, 0, G_OPTION_ARG_NONE, &output.as_json, "One object a line", NULL },
		{ "out", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Into a new folder, with the mails", "DIR" },
		G_OPTION_ENTRY_NULL
	};
	g_autoptr (GError) error = NULL;

	if (!rn_options (&argc, &argv, "PERSON", rn_command_export.summary, entries, &error))
		return rn_usage_error ("export", error);
	if (argc != 2) {
		fprintf (stderr, "rotnem export: name one person by address, id or person:N\n");
		return EX_USAGE;
	}
	if (!rn_may_name ("export", argv[1]))
		return EX_USAGE;
	g_autoptr (rn_config) config = rn_load_config (path, RN_SECRETS_LEFT);
	if (config == NULL)
		return EX_CONFIG;
	GVariant *arguments = g_variant_new_parsed ("{'person': <%s>}", argv[1]);
	output.folder = folder;
	int status = EX_OK;
	if (folder != NULL)
		status = export_to (config, arguments, &output);
	else if (!rn_control_ask (config, "person:export", arguments, take_line, &output, &error))
		status = rn_report_error ("export", error);
	g_free (output.heading);
	g_clear_error (&output.error);
	return status;
}

const struct rn_command rn_command_export = {
	.name = "export", .arguments = "-c FILE [--json] [--out DIR] PERSON", .summary = "Give out all that is stored about a person.",
	.run = run,
};
