#include "command_line.h"

#include <stdio.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "error.h"

#define RN_DEFAULT_CONFIG "/etc/rotnem/rotnem.conf"
#define RN_LONGEST_NAME 998

/* GLib's help in UTF-8, whatever the locale, as all that we say. */
static void
print (const char *text)
{
	fputs (text, stdout);
}

gboolean
rn_options (int *argc, char ***argv, const char *arguments, const char *summary, const GOptionEntry *entries, GError **error)
{
	g_autoptr (GOptionContext) context = g_option_context_new (arguments);
	g_autofree char *name = g_strconcat ("rotnem ", (*argv)[0], NULL);

	g_set_prgname (name);
	g_set_print_handler (print);
	g_option_context_set_summary (context, summary);
	g_option_context_add_main_entries (context, entries, NULL);
	if (!g_option_context_parse (context, argc, argv, error))
		return FALSE;
	if (*arguments != '\0' || *argc < 2)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "“%s” is too much", (*argv)[1]);
	return FALSE;
}

gboolean
rn_may_name (const char *command, const char *word)
{
	if (strlen (word) <= RN_LONGEST_NAME && g_utf8_validate (word, -1, NULL))
		return TRUE;
	fprintf (stderr, "rotnem %s: what is named is no text in UTF-8, or longer than %d bytes\n", command, RN_LONGEST_NAME);
	return FALSE;
}

static const int statuses[] = {
	[RN_ERROR_RETRY] = EX_TEMPFAIL, [RN_ERROR_CONFIG] = EX_CONFIG,    [RN_ERROR_DATA] = EX_DATAERR,
	[RN_ERROR_UNCERTAIN] = EX_TEMPFAIL, [RN_ERROR_REFUSED] = EX_NOPERM, [RN_ERROR_BUG] = EX_SOFTWARE,
};

int
rn_report_error (const char *command, const GError *error)
{
	fprintf (stderr, "rotnem %s: %s\n", command, error->message);
	if (error->domain != RN_ERROR || error->code < 0 || error->code >= (int) G_N_ELEMENTS (statuses))
		return EX_SOFTWARE;
	return statuses[error->code];
}

int
rn_usage_error (const char *command, const GError *error)
{
	fprintf (stderr, "rotnem %s: %s; see “rotnem %s --help”\n", command, error->message, command);
	return EX_USAGE;
}

rn_config *
rn_load_config (const char *path, enum rn_secrets secrets)
{
	g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

	if (path == NULL && !g_file_test (RN_DEFAULT_CONFIG, G_FILE_TEST_EXISTS)) {
		fprintf (stderr, "There is no " RN_DEFAULT_CONFIG ": begin from the sample (rotnem.conf(5)), or name a file with -c.\n");
		return NULL;
	}
	rn_config *config = rn_config_load (path != NULL ? path : RN_DEFAULT_CONFIG, secrets, problems);

	for (guint i = 0; i < problems->len; i++)
		fprintf (stderr, "%s\n", (const char *) g_ptr_array_index (problems, i));
	return config;
}

int
rn_config_status (const char *path)
{
	g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (rn_config) rest = rn_config_load (path != NULL ? path : RN_DEFAULT_CONFIG, RN_SECRETS_NOT_RUN, problems);

	return rest != NULL ? EX_TEMPFAIL : EX_CONFIG;
}

char *
rn_who (void)
{
	const char *before = geteuid () == 0 ? g_getenv ("SUDO_USER") : NULL;
	g_autofree char *name = before != NULL ? g_strdup_printf ("%s (by sudo)", before) : g_strdup (g_get_user_name ());

	return g_strdelimit (g_utf8_make_valid (name, -1), "\r\n", ' ');
}
