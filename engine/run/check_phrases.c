#include "check_phrases.h"

#include "causes.h"
#include "fields.h"
#include "words.h"

/* A policy's own cause may have whatever a task is about. */
#define ANY_FACTS "who mentor mentor_address leader leader_address person person_address"
#define ABOUT_FACTS ANY_FACTS " ref"

struct check {
	const char *shown;
	GPtrArray *problems;
};

static void
tell (struct check *check, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
tell (struct check *check, const char *format, ...)
{
	va_list arguments;

	va_start (arguments, format);
	g_autofree char *words = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	g_ptr_array_add (check->problems, g_strdup_printf ("%s: %s", check->shown, words));
}

/* ---- One phrase each ---------------------------------------------------------------- */

static void
check_fields (struct check *check, const char *key, const char *phrase, const char *known)
{
	g_autoptr (GPtrArray) nodes = rn_nodes_new ();
	g_auto (GStrv) names = g_strsplit (known, " ", -1);
	g_autoptr (GError) error = NULL;

	if (!rn_fields_split (nodes, phrase, key, 1, &error))
		tell (check, "%s", error->message);
	for (guint i = 0; i < nodes->len; i++) {
		const rn_node *node = g_ptr_array_index (nodes, i);
		g_autofree char *meant = NULL;
		gboolean is_known = node->name != NULL && g_strv_contains ((const char *const *) names, node->name);
		if (node->kind == RN_NODE_TEXT || (node->kind == RN_NODE_FIELD && is_known))
			continue;
		meant = rn_did_you_mean (node->name, (const char *const *) names);
		tell (check, "%s: there is no field “%s” here%s", key, node->name, meant);
	}
}

static void
check_cause (struct check *check, const char *key, const char *phrase)
{
	const struct rn_cause *cause = rn_cause_find (key);
	check_fields (check, key, phrase, cause != NULL ? cause->facts : ANY_FACTS);
}

static void
check_about (struct check *check, const char *key, const char *phrase)
{
	check_fields (check, key, phrase, ABOUT_FACTS);
}

static void
check_word (struct check *check, const char *key, const char *phrase)
{
	g_autofree char *meant = rn_did_you_mean (key, rn_task_words);

	if (!g_strv_contains (rn_task_words, key))
		tell (check, "[words] there is no word “%s”%s", key, meant);
	else if (*phrase == '\0' || *phrase == '|')
		tell (check, "[words] %s: the word itself is missing", key);
}

static void
check_held (struct check *check, const char *key, const char *phrase)
{
	check_fields (check, key, phrase, "");
}

static void
check_wish (struct check *check, const char *key, const char *phrase)
{
	check_fields (check, key, phrase, "when");
}

static const char *const group_names[] = { "causes", "about", "wishes", "words", "held", NULL };
static void (*const group_checks[]) (struct check *check, const char *key, const char *phrase) = {
	check_cause, check_about, check_wish, check_word, check_held,
};

/* ---- The file -------------------------------------------------------------------------- */

static void
check_group (struct check *check, GKeyFile *file, const char *group)
{
	g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);
	g_autofree char *meant = rn_did_you_mean (group, group_names);

	if (!g_strv_contains (group_names, group))
		tell (check, "there is no group [%s]%s", group, meant);
	for (gsize i = 0; group_names[i] != NULL; i++)
		for (char **key = keys; g_str_equal (group_names[i], group) && *key != NULL; key++) {
			g_autofree char *phrase = g_key_file_get_string (file, group, *key, NULL);
			if (phrase != NULL)
				group_checks[i] (check, *key, phrase);
			else
				tell (check, "%s: its words are not UTF-8, or have a backslash that means nothing", *key);
		}
}

void
rn_check_phrases (const char *path, const char *shown, GPtrArray *problems)
{
	struct check check = { shown, problems };
	g_autoptr (GKeyFile) file = g_key_file_new ();
	g_autoptr (GError) error = NULL;

	if (!g_file_test (path, G_FILE_TEST_EXISTS))
		return;
	if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error)) {
		tell (&check, "%s", error->message);
		return;
	}
	g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
	for (char **group = groups; *group != NULL; group++)
		check_group (&check, file, *group);
}
