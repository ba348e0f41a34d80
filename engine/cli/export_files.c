#include "export_files.h"

#include <string.h>

#include "json.h"
#include "letter.h"
#include "stationery.h"

/* What the lines of each kind are called. */
static const struct {
	const char *kind, *heading;
} headings[] = {
	{ "person", "Who she is" },          { "topic", "What she wants to learn" },   { "volunteer", "What she offers to teach" },
	{ "offer", "Pairings offered" },     { "pairing", "Pairings" },                { "meeting", "Meetings" },
	{ "poll", "Dates chosen by mail" },  { "recipient", "Mailings to many" },      { "ask", "Questions asked" },
	{ "answer", "Answers" },             { "task", "Tasks about her" },            { "invitation", "Invitations of hers" },
	{ "busy", "When she is busy" },      { "mail-in", "Mails from her" },          { "mail-out", "Mails to her" },
	{ "journal", "What happened, and why" },
};

static const char *
heading_of (GVariant *line)
{
	const char *kind = "";

	g_variant_lookup (line, "kind", "&s", &kind);
	for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
		if (g_str_equal (headings[i].kind, kind))
			return headings[i].heading;
	return kind;
}

/* Of a mail what is put into a file of its own. */
static gboolean
is_of_mail (const char *key)
{
	return g_str_equal (key, "bytes") || g_str_equal (key, "letter") || g_str_equal (key, "stationery");
}

/* As people read it; "" when there is nothing to tell. */
static char *
words_of (GVariant *value)
{
	if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY)) {
		g_autofree const char **items = g_variant_get_strv (value, NULL);
		return g_strjoinv (", ", (char **) items);
	}
	if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
		return g_variant_dup_string (value, NULL);
	return g_variant_print (value, FALSE);
}

static void
append_words (GString *text, const char *key, const char *words)
{
	g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

	for (gsize i = 0; lines[i] != NULL; i++)
		g_string_append_printf (text, "  %-18s %s\n", i == 0 ? key : "", lines[i]);
}

static gint
by_name (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
rn_export_text (GVariant *line, char **heading)
{
	GString *text = g_string_new (NULL);
	const char *now = heading_of (line), *key;
	g_autoptr (GPtrArray) keys = g_ptr_array_new ();
	GVariantIter iter;

	g_string_append_printf (text, "%s%s%s", *heading == NULL ? "" : "\n", g_strcmp0 (*heading, now) != 0 ? now : "",
	                        g_strcmp0 (*heading, now) != 0 ? "\n" : "");
	g_free (*heading);
	*heading = g_strdup (now);
	g_variant_iter_init (&iter, line);
	while (g_variant_iter_next (&iter, "{&sv}", &key, NULL))
		g_ptr_array_add (keys, (gpointer) key);
	g_ptr_array_sort (keys, by_name);
	for (guint i = 0; i < keys->len; i++) {
		key = g_ptr_array_index (keys, i);
		g_autoptr (GVariant) value = g_variant_lookup_value (line, key, NULL);
		g_autofree char *words = is_of_mail (key) ? g_strdup ("") : words_of (value);
		if (*words != '\0' && !g_str_equal (key, "kind"))
			append_words (text, key, words);
	}
	return g_string_free (text, FALSE);
}

char *
rn_export_json (GVariant *line)
{
	g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (line);

	g_variant_dict_remove (&dict, "bytes");
	g_variant_dict_remove (&dict, "letter");
	g_variant_dict_remove (&dict, "stationery");
	return rn_json (g_variant_dict_end (&dict));
}

/* As the transport composed it. */
static GBytes *
compose (GVariant *bytes, GVariant *stationery, GError **error)
{
	g_autoptr (GBytes) stored = g_variant_get_data_as_bytes (bytes);
	g_autoptr (rn_letter) letter = rn_letter_from_bytes (stored, error);
	struct rn_stationery_source source;

	g_variant_get (stationery, "(&s&s&s&s&s)", &source.name, &source.markdown, &source.shell, &source.form, &source.language);
	g_autoptr (rn_stationery) compiled = letter != NULL ? rn_stationery_new (&source, error) : NULL;
	return compiled != NULL ? rn_compose (letter, compiled, error) : NULL;
}

GBytes *
rn_export_mail (GVariant *line, char **name, GError **error)
{
	g_autoptr (GVariant) raw = g_variant_lookup_value (line, "bytes", G_VARIANT_TYPE_BYTESTRING);
	g_autoptr (GVariant) letter = g_variant_lookup_value (line, "letter", G_VARIANT_TYPE_BYTESTRING);
	g_autoptr (GVariant) stationery = g_variant_lookup_value (line, "stationery", G_VARIANT_TYPE ("(sssss)"));
	gint64 id = 0;

	g_variant_lookup (line, "id", "x", &id);
	*name = g_strdup_printf ("mail-%s-%" G_GINT64_FORMAT ".eml", raw != NULL ? "in" : "out", id);
	if (raw != NULL)
		return g_variant_get_data_as_bytes (raw);
	return letter != NULL && stationery != NULL ? compose (letter, stationery, error) : NULL;
}
