#include "rewrite.h"

#include <string.h>

GBytes *
rn_bundle_rewrite (GBytes *bundle, rn_rewrite rewrite, gpointer data)
{
	struct rn_unpack unpack = rn_bundle_begin_bytes (bundle);
	g_autoptr (GByteArray) out = g_byte_array_new ();
	gboolean is_other = FALSE;

	while (!rn_bundle_is_over (&unpack)) {
		const guint8 *begin = unpack.at;
		struct rn_bundled value = rn_bundle_read (&unpack);
		if (unpack.is_bad)
			return NULL;
		g_autofree char *text = value.type == RN_BUNDLE_TEXT ? rewrite (value.text, data) : NULL;
		if (text != NULL)
			rn_bundle_text (out, value.name, text);
		else
			g_byte_array_append (out, begin, (guint) (unpack.at - begin));
		is_other = is_other || text != NULL;
	}
	return is_other ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}

struct name {
	GRegex *regex;
	char *instead;
};

struct rn_names {
	GArray *list; /* of struct name */
};

static void
clear (gpointer data)
{
	struct name *name = data;
	g_regex_unref (name->regex);
	g_free (name->instead);
}

rn_names *
rn_names_new (void)
{
	rn_names *names = g_new (rn_names, 1);
	names->list = g_array_new (FALSE, FALSE, sizeof (struct name));
	g_array_set_clear_func (names->list, clear);
	return names;
}

void
rn_names_free (rn_names *names)
{
	if (names == NULL)
		return;
	g_array_unref (names->list);
	g_free (names);
}

/* What would make another address of it: “not.ada@example.org”, “ada@example.org.uk”. */
#define BEFORE_ADDRESS "(?<![\\p{L}\\p{N}._%+-])"
#define BEHIND_ADDRESS "(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])"
#define BEFORE_WORD "(?<![\\p{L}\\p{N}])"
#define BEHIND_WORD "(?![\\p{L}\\p{N}])"
#define BETWEEN "[\\s>]+" /* the line may end there, and be quoted */

void
rn_names_add (rn_names *names, const char *text, const char *instead)
{
	g_autofree char *valid = g_utf8_make_valid (text, -1);
	g_autofree char *escaped = g_regex_escape_string (g_strstrip (valid), -1);
	g_auto (GStrv) parts = g_strsplit (escaped, " ", -1);
	g_autofree char *plain = g_strjoinv (BETWEEN, parts);
	gboolean is_address = strchr (valid, '@') != NULL;
	g_autofree char *pattern = g_strconcat (is_address ? BEFORE_ADDRESS : BEFORE_WORD, plain,
	                                        is_address ? BEHIND_ADDRESS : BEHIND_WORD, NULL);
	GRegex *regex = *plain != '\0' ? g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL) : NULL;

	if (regex == NULL) /* too long for a pattern: nobody is called so */
		return;
	struct name name = { regex, g_strdup (instead) };
	g_array_append_val (names->list, name);
}

char *
rn_names_replace (const char *text, gpointer data)
{
	const rn_names *names = data;
	g_autofree char *now = g_utf8_make_valid (text, -1);
	gboolean is_other = FALSE;

	for (guint i = 0; i < names->list->len; i++) {
		const struct name *name = &g_array_index (names->list, struct name, i);
		if (!g_regex_match (name->regex, now, 0, NULL))
			continue;
		char *next = g_regex_replace_literal (name->regex, now, -1, 0, name->instead, 0, NULL);
		if (next == NULL)
			continue;
		g_free (now);
		now = next;
		is_other = TRUE;
	}
	return is_other ? g_steal_pointer (&now) : NULL;
}

gboolean
rn_names_are_in (rn_names *names, const char *bytes, gsize size)
{
	g_autofree char *text = g_utf8_make_valid (bytes, (gssize) size);

	for (guint i = 0; i < names->list->len; i++)
		if (g_regex_match (g_array_index (names->list, struct name, i).regex, text, 0, NULL))
			return TRUE;
	return FALSE;
}
