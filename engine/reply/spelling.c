#include "spelling.h"

#include <string.h>

#include "lexicon.h"

/* Whether the space at `at` stands for an apostrophe, by the word beside it: English has short words
 * behind it, "don't", French and Italian a letter before it, "c'est", "d'accordo". */
static gboolean
is_apostrophe (int tongues, const char *phrase, const char *at)
{
	static const char *const behind[] = { "t", "m", "d", "s", "ll", "ve", "re" };
	gsize size = strcspn (at + 1, " ");

	if (tongues & (RN_FR | RN_IT))
		return (at == phrase + 1 || (at > phrase + 1 && at[-2] == ' ')) && strchr ("cdjlmnst", at[-1]) != NULL;
	for (gsize i = 0; (tongues & RN_EN) && i < G_N_ELEMENTS (behind); i++)
		if (strlen (behind[i]) == size && strncmp (behind[i], at + 1, size) == 0)
			return TRUE;
	return FALSE;
}

static char *
without_apostrophes (int tongues, const char *phrase)
{
	GString *joined = g_string_new (NULL);

	for (const char *at = phrase; *at != '\0'; at++)
		if (*at != ' ' || !is_apostrophe (tongues, phrase, at))
			g_string_append_c (joined, *at);
	return g_string_free (joined, FALSE);
}

/* "I'm" as "I am", "don't" as "do not" */
static char *
in_full (const char *phrase)
{
	static const struct {
		const char *contracted, *full;
	} words[] = {
		{ " i m ", " i am " }, { " we re ", " we are " }, { " it s ", " it is " }, { " that s ", " that is " },
		{ " ll ", " will " }, { " ve ", " have " }, { " i d ", " i would " }, { " can t ", " cannot " },
		{ " don t ", " do not " }, { " doesn t ", " does not " }, { " didn t ", " did not " },
		{ " won t ", " will not " }, { " wouldn t ", " would not " }, { " couldn t ", " could not " }, { " isn t ", " is not " },
		{ " haven t ", " have not " },
	};
	g_autoptr (GString) text = g_string_new (NULL);

	g_string_printf (text, " %s ", phrase);
	for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
		g_string_replace (text, words[i].contracted, words[i].full, 0);
	return g_strndup (text->str + 1, text->len - 2);
}

/* Not of a verb alone: "hab" says nothing. */
static char *
without_e (const char *phrase)
{
	static const char *const verbs[] = { "wäre", "hätte", "würde", "habe", "mache", "nehme", "freue", "sage", "schaffe",
	                                     "komme", "melde", "brauche", "finde", NULL };
	g_auto (GStrv) words = g_strsplit (phrase, " ", -1);

	for (gsize word = 0; words[word] != NULL && words[1] != NULL; word++)
		if (g_strv_contains (verbs, words[word]))
			words[word][strlen (words[word]) - 1] = '\0';
	return g_strjoinv (" ", words);
}

/* As on a keyboard that has no umlauts: "spaeter" */
static char *
without_umlauts (const char *phrase)
{
	static const char *const letters[][2] = { { "ä", "ae" }, { "ö", "oe" }, { "ü", "ue" } };
	GString *text = g_string_new (phrase);

	for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
		g_string_replace (text, letters[i][0], letters[i][1], 0);
	return g_string_free (text, FALSE);
}

/* Takes the spelling if it is another one. */
static void
add_other (GPtrArray *spellings, const char *phrase, char *spelling)
{
	if (g_str_equal (spelling, phrase))
		g_free (spelling);
	else
		g_ptr_array_add (spellings, spelling);
}

static void
add_plain (GPtrArray *spellings, int tongues, const char *phrase)
{
	g_ptr_array_add (spellings, g_strdup (phrase));
	if (tongues & (RN_EN | RN_FR | RN_IT))
		add_other (spellings, phrase, without_apostrophes (tongues, phrase));
	if (tongues == RN_EN)
		add_other (spellings, phrase, in_full (phrase));
	if (tongues == RN_DE) {
		add_other (spellings, phrase, without_e (phrase));
		add_other (spellings, phrase, without_umlauts (phrase));
	}
}

/* With each of the words about the first "/" in turn, and so on. */
static void
add_alternatives (GPtrArray *spellings, int tongues, const char *phrase)
{
	const char *slash = strchr (phrase, '/'), *first = slash;

	if (slash == NULL) {
		add_plain (spellings, tongues, phrase);
		return;
	}
	while (first > phrase && first[-1] != ' ')
		first--;
	gsize size = strcspn (first, " ");
	g_autofree char *group = g_strndup (first, size);
	g_auto (GStrv) words = g_strsplit (group, "/", -1);
	for (gsize i = 0; words[i] != NULL; i++) {
		g_autofree char *one = g_strdup_printf ("%.*s%s%s", (int) (first - phrase), phrase, words[i], first + size);
		add_alternatives (spellings, tongues, one);
	}
}

GPtrArray *
rn_spellings (int tongues, const char *phrase, gsize size)
{
	GPtrArray *spellings = g_ptr_array_new_with_free_func (g_free);
	g_autofree char *text = g_strndup (phrase, size);

	add_alternatives (spellings, tongues, text);
	return spellings;
}
