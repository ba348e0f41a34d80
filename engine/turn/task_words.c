#include "task_words.h"

#include <string.h>

#include "causes.h"
#include "fold.h"
#include "footer.h"
#include "heard.h"

/* ---- Words of tasks.ini ------------------------------------------------------------ */

/* The ways to write one word, folded; in both languages. */
static GStrv
ways_to_write (rn_library *library, const char *program, const char *language, const char *word)
{
	const char *const languages[] = { language, "en" };
	g_autoptr (GStrvBuilder) ways = g_strv_builder_new ();

	for (gsize i = 0; i < G_N_ELEMENTS (languages); i++) {
		g_autofree char *phrase = rn_library_phrase (library, program, languages[i], "words", word);
		g_auto (GStrv) each = g_strsplit (phrase != NULL ? phrase : "", "|", -1);
		for (char **way = each; *way != NULL; way++) {
			g_autofree char *folded = rn_folded (*way, strlen (*way));
			if (*folded != '\0')
				g_strv_builder_add (ways, folded);
		}
	}
	return g_strv_builder_end (ways);
}

/* All words, in the order of rn_task_words. */
struct vocabulary {
	GStrv ways[RN_N_TASK_WORDS];
};

static gboolean
is_one_of (GStrv ways, const char *word)
{
	return g_strv_contains ((const char *const *) ways, word);
}

static int
place_of (const char *word)
{
	int place = 0;
	while (!g_str_equal (rn_task_words[place], word))
		place++;
	return place;
}

static gboolean
takes_numbers (const char *word)
{
	return g_str_equal (word, "retry") || g_str_equal (word, "dismiss");
}

/* “all” and “and” stand behind another word only, “not” takes one back, and “if” sets a condition. */
static gboolean
stands_alone (const char *word)
{
	static const char *const never[] = { "all", "and", "not", "if", NULL };
	return !g_strv_contains (never, word);
}

/* ---- One line --------------------------------------------------------------------- */

/* Folded, without the marks that people put around a word. A question stays one. */
static char *
bare (const char *line)
{
	g_autofree char *folded = rn_folded (line, strlen (line));
	const char *marks = " .!,;:*_\"'()<>[]-";
	char *start = folded + strspn (folded, marks);

	for (gsize size = strlen (start); size > 0 && strchr (marks, start[size - 1]) != NULL; size--)
		start[size - 1] = '\0';
	return g_strdup (start);
}

/* “12, 14 and 15”, “all”. */
static gboolean
take_numbers (const struct vocabulary *vocabulary, const char *rest, GArray *numbers, gboolean *all)
{
	g_auto (GStrv) words = g_strsplit_set (rest, " ,;", -1);

	for (char **word = words; *word != NULL; word++) {
		gint64 number = 0;
		if (g_ascii_string_to_signed (*word, 10, 1, G_MAXINT64, &number, NULL))
			g_array_append_val (numbers, number);
		else if (is_one_of (vocabulary->ways[place_of ("all")], *word))
			*all = TRUE;
		else if (**word != '\0' && !is_one_of (vocabulary->ways[place_of ("and")], *word))
			return FALSE;
	}
	return TRUE;
}

/* The word that the line is, or NULL. */
static const char *
word_of_line (const struct vocabulary *vocabulary, const char *line, GArray *numbers, gboolean *all)
{
	for (int i = 0; rn_task_words[i] != NULL; i++) {
		const char *word = rn_task_words[i];
		for (char **way = vocabulary->ways[i]; stands_alone (word) && *way != NULL; way++) {
			const char *rest = g_str_has_prefix (line, *way) ? line + strlen (*way) : NULL;
			if (rest == NULL || (*rest != '\0' && *rest != ' ' && *rest != ','))
				continue;
			if (*rest == '\0' || (takes_numbers (word) && take_numbers (vocabulary, rest, numbers, all)))
				return word;
		}
	}
	return NULL;
}

/* ---- The whole mail ------------------------------------------------------------------ */

#define MAX_GREETING 6 /* words of “Sehr geehrte Damen und Herren,” and one more */

static guint
n_words (const char *line)
{
	g_auto (GStrv) words = g_strsplit (line, " ", -1);
	return g_strv_length (words);
}

/* “Hello,” with an empty line behind it. */
static gboolean
is_greeting (char **lines)
{
	g_autofree char *line = g_strstrip (g_strdup (lines[0]));
	return lines[1] != NULL && *g_strstrip (lines[1]) == '\0' && n_words (line) <= MAX_GREETING &&
	       (g_str_has_suffix (line, ",") || g_str_has_suffix (line, "!"));
}

/* Whether one of these words, from that of the table to that one, stands in the line as a word of its own. */
static gboolean
has_word (const struct vocabulary *vocabulary, const char *line, const char *first, const char *last)
{
	g_autofree char *folded = rn_folded (line, strlen (line));
	g_auto (GStrv) words = g_strsplit_set (folded, " .,;:!?\"()*_-/", -1);

	for (char **word = words; *word != NULL; word++)
		for (int i = place_of (first); i <= place_of (last); i++)
			if (is_one_of (vocabulary->ways[i], *word))
				return TRUE;
	return FALSE;
}

/* A later, a correction: what she wrote beside the word may take it back. */
static gboolean
says_otherwise (const rn_reading *reading)
{
	return rn_answer_of (reading, RN_INTENT_LATER) != NULL || rn_answer_of (reading, RN_INTENT_UNDO) != NULL;
}

static gboolean
names_a_day (const rn_reading *reading)
{
	const struct rn_answer *day = rn_answer_of (reading, RN_INTENT_DATE);
	return day != NULL && day->confidence >= RN_SURE_ENOUGH;
}

/* Whether more was said than one line. */
static gboolean
hear_lines (const struct vocabulary *vocabulary, char **lines, struct rn_task_said *said)
{
	gboolean is_first = TRUE, says_more = FALSE;

	for (; *lines != NULL; lines++) {
		g_autofree char *line = bare (*lines);
		g_autofree char *folded = rn_folded (*lines, strlen (*lines));
		g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
		gboolean all = FALSE;
		if (*line == '\0' || (is_first && is_greeting (lines)))
			continue;
		if (!is_first && rn_is_closing (folded))
			break;
		const char *word = word_of_line (vocabulary, line, numbers, &all);
		if (is_first && word != NULL) {
			said->word = word;
			said->all = all;
			g_array_append_vals (said->numbers, numbers->data, numbers->len);
		} else if ((word != NULL && word != said->word) || (!is_first && has_word (vocabulary, *lines, "not", "not"))) {
			said->doubtful = TRUE;
		}
		said->hedged = said->hedged || (!is_first && (strchr (*lines, '?') != NULL || has_word (vocabulary, *lines, "if", "if")));
		says_more = says_more || !is_first;
		said->mentioned = said->mentioned || has_word (vocabulary, *lines, "end", "dismiss");
		is_first = FALSE;
	}
	return says_more;
}

void
rn_task_hear (rn_library *library, const char *program, const char *language, const rn_reading *reading,
              struct rn_task_said *said)
{
	g_auto (GStrv) lines = g_strsplit (reading->text, "\n", -1);
	struct vocabulary vocabulary;

	for (int i = 0; rn_task_words[i] != NULL; i++)
		vocabulary.ways[i] = ways_to_write (library, program, language, rn_task_words[i]);
	*said = (struct rn_task_said) { .numbers = g_array_new (FALSE, FALSE, sizeof (gint64)) };
	gboolean says_more = hear_lines (&vocabulary, lines, said);
	said->doubtful = said->doubtful || (says_more && says_otherwise (reading));
	said->hedged = said->hedged || (says_more && names_a_day (reading));
	for (int i = 0; rn_task_words[i] != NULL; i++)
		g_strfreev (vocabulary.ways[i]);
}

void
rn_task_said_clear (struct rn_task_said *said)
{
	g_clear_pointer (&said->numbers, g_array_unref);
}
