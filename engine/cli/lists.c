/* rotnem people, pairings, meetings, polls, campaign, mails, held, tasks: what there is, a line
 * each, and what a person may change of it. */
#include "lists.h"

#include <stdio.h>
#include <string.h>
#include <sysexits.h>

#include "command.h"
#include "command_line.h"
#include "control.h"
#include "error.h"
#include "import.h"
#include "json.h"
#include "table.h"

/* One list: what to ask the engine for, and which keys a person sees as columns. */
struct list {
	const struct rn_command *command;
	const char *request, *kind;
	const char *columns[RN_COLUMNS]; /* ends with NULL */
	/* words after the command that change something: "retry" asks for "held:retry" */
	const char *verbs[4];
	const char *option; /* that no other list has; or NULL */
};

static const struct list lists[] = {
	{ &rn_command_people, "list", "person",
	  { "key", "name", "address", "role", "site", "state", "ask_again", NULL }, { "resume", NULL }, "partial" },
	{ &rn_command_pairings, "list", "pairing",
	  { "id", "mentor", "leader", "topic", "state", "meetings", "since", NULL }, { "end", NULL }, NULL },
	{ &rn_command_meetings, "list", "meeting",
	  { "id", "pairing", "pairing_name", "number", "start", "state", "by_mentor_partstat", "by_leader_partstat", NULL },
	  { NULL }, NULL },
	{ &rn_command_polls, "list", "poll",
	  { "id", "pairing", "pairing_name", "state", "round", "first", "by_mentor_said", "by_leader_said", NULL }, { NULL }, NULL },
	{ &rn_command_campaign, "campaign", NULL,
	  { "id", "program", "template", "state", "begun", "waiting", "queued", "sent", "refused", "uncertain", "skipped", NULL },
	  { "pause", "resume", "stop", NULL }, NULL },
	{ &rn_command_tasks, "list", "task",
	  { "id", "state", "to", "about", "about_name", "due", "what", NULL }, { "done", NULL }, NULL },
	{ &rn_command_mails, "mails", NULL,
	  { "id", "state", "template", "to", "about", "written", "due", "about_name", NULL }, { NULL }, "state" },
	{ &rn_command_held, "held", NULL,
	  { "id", "state", "reason", "from", "subject", "received", NULL }, { "retry", "dismiss", NULL }, "all" },
};

struct output {
	const struct list *list;
	gboolean as_json;
	GPtrArray *rows; /* of GStrv, for the columns' widths */
};

static char *
cell (GVariant *line, const char *key)
{
	g_autoptr (GVariant) value = g_variant_lookup_value (line, key, NULL);
	if (value == NULL)
		return g_strdup ("");
	return g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ? g_variant_dup_string (value, NULL) : g_variant_print (value, FALSE);
}

static void
take_line (GVariant *line, gpointer data)
{
	struct output *output = data;

	if (output->as_json) {
		g_autofree char *json = rn_json (line);
		printf ("%s\n", json);
		return;
	}
	g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
	for (gsize i = 0; output->list->columns[i] != NULL; i++) {
		g_autofree char *text = cell (line, output->list->columns[i]);
		g_strv_builder_add (cells, g_strdelimit (text, "\r\n\t", ' '));
	}
	g_ptr_array_add (output->rows, g_strv_builder_end (cells));
}

/* "people import FILE" */
static int
import (const rn_config *config, const char *file, gboolean partial)
{
	g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (GError) error = NULL;
	guint n = 0;
	gboolean fine = rn_import_people (config, file, partial, problems, &n, &error);

	for (guint i = 0; i < problems->len; i++)
		fprintf (stderr, "%s\n", (const char *) g_ptr_array_index (problems, i));
	if (!fine)
		return rn_report_error ("people", error);
	printf ("%u people imported, %u bad rows left out.\n", n, problems->len);
	return EX_OK;
}

/* Asks, and shows the lines of the answer. */
static int
ask (const struct list *list, const rn_config *config, const char *request, GVariant *arguments, gboolean as_json)
{
	g_autoptr (GError) error = NULL;
	struct output output = { list, as_json, g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev) };
	g_autoptr (GPtrArray) rows = output.rows;

	if (!rn_control_ask (config, request, arguments, take_line, &output, &error))
		return rn_report_error (list->command->name, error);
	rn_table_print (list->columns, rows);
	return EX_OK;
}

/* "retry 12": asks for the change. */
static int
change (const struct list *list, const rn_config *config, int argc, char **argv, gboolean as_json)
{
	const char *name = list->command->name;
	gint64 number = 0;
	gboolean by_address = list->command == &rn_command_people;

	if (argc != 3 || !g_strv_contains (list->verbs, argv[1]) ||
	    !(by_address || g_ascii_string_to_signed (argv[2], 10, 1, G_MAXINT64, &number, NULL))) {
		fprintf (stderr, "rotnem %s: use it like this: rotnem %s %s\n", name, name, list->command->arguments);
		return EX_USAGE;
	}
	if (!rn_may_name (name, argv[2]))
		return EX_USAGE;
	g_autofree char *by = rn_who ();
	g_autofree char *request = g_strconcat (g_str_equal (name, "tasks") ? "task" : name, ":", argv[1], NULL);
	return ask (list, config, request, g_variant_new_parsed ("{'id': <%x>, 'address': <%s>, 'by': <%s>}", number, argv[2], by),
	            as_json);
}

static int
show (const struct list *list, const rn_config *config, gboolean as_json, gboolean all, const char *state)
{
	g_auto (GVariantDict) arguments = G_VARIANT_DICT_INIT (NULL);

	if (list->kind != NULL)
		g_variant_dict_insert (&arguments, "kind", "s", list->kind);
	if (state != NULL)
		g_variant_dict_insert (&arguments, "state", "s", state);
	g_variant_dict_insert (&arguments, "all", "b", all);
	return ask (list, config, list->request, g_variant_dict_end (&arguments), as_json);
}

static const struct list *
list_of (const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
		if (g_str_equal (lists[i].command->name, name))
			return &lists[i];
	return NULL;
}

int
rn_show_mails (const rn_config *config, const char *state, gboolean as_json)
{
	return show (list_of (rn_command_mails.name), config, as_json, FALSE, state);
}

static int
run (int argc, char **argv)
{
	const struct list *list = list_of (argv[0]);
	g_autofree char *path = NULL, *state = NULL;
	gboolean as_json = FALSE, all = FALSE, partial = FALSE;
	const GOptionEntry own[] = {
		{ "all", 0, 0, G_OPTION_ARG_NONE, &all, "Every mail that came in", NULL },
		{ "partial", 0, 0, G_OPTION_ARG_NONE, &partial, "With import: take the good rows of a file with bad ones", NULL },
		{ "state", 0, 0, G_OPTION_ARG_STRING, &state, "Only those in this state", "STATE" },
	};
	GOptionEntry entries[] = {
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &path, "Configuration (/etc/rotnem/rotnem.conf)", "FILE" },
		{ "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "One object a line", NULL },
		G_OPTION_ENTRY_NULL, G_OPTION_ENTRY_NULL
	};
	g_autoptr (GError) error = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
		if (g_strcmp0 (own[i].long_name, list->option) == 0)
			entries[G_N_ELEMENTS (entries) - 2] = own[i];

	if (!rn_options (&argc, &argv, list->command->arguments + strlen ("-c FILE "), list->command->summary, entries, &error))
		return rn_usage_error (list->command->name, error);
	g_autoptr (rn_config) config = rn_load_config (path, RN_SECRETS_LEFT);
	if (config == NULL)
		return EX_CONFIG;
	if (argc == 3 && list->command == &rn_command_people && g_str_equal (argv[1], "import"))
		return import (config, argv[2], partial);
	if (argc > 1 && !(argc == 2 && g_str_equal (argv[1], "list")))
		return change (list, config, argc, argv, as_json);
	return show (list, config, as_json, all, state);
}

#define LIST(word, what, text) \
	const struct rn_command rn_command_##word = { .name = #word, .arguments = what, .summary = text, .run = run }

LIST (people, "-c FILE [--json] | import FILE [--partial] | resume ADDRESS",
      "List the people; import them from a CSV file; mail somebody again.");
LIST (pairings, "-c FILE [--json] | end ID", "List the pairings; end one.");
LIST (meetings, "-c FILE [--json]", "List the meetings.");
LIST (polls, "-c FILE [--json]", "List the dates that are, or were, chosen by mail.");
LIST (campaign, "-c FILE [--json] | pause ID | resume ID | stop ID", "List the mailings to many; pause, resume or stop one.");
LIST (mails, "-c FILE [--json] [--state STATE]", "List the mail that was written.");
LIST (held, "-c FILE [--json] [--all] | retry ID | dismiss ID", "List mails that a person must look at; retry or dismiss them.");
LIST (tasks, "-c FILE [--json] | done ID", "List the coordinator's tasks; mark one as done.");
