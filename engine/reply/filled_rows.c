#include "filled_rows.h"

#include <string.h>

#include "fold.h"
#include "numbered.h"
#include "phrases.h"

#define MAX_QUESTIONS 20 /* of a form; ours have at most ten */
#define MAX_HINT 160     /* bytes: "(1 = not at all, 5 = very much)" */

struct question {
	int number;
	char *hint; /* folded, "(yes or no)" */
};

struct questions {
	struct question all[MAX_QUESTIONS];
	gsize n;
};

/* The numbered lines of the quote with "(" below them. */
static void
find_questions (struct questions *questions, const char *quote)
{
	g_auto (GStrv) lines = g_strsplit (quote, "\n", -1);
	struct rn_numbered numbered;

	questions->n = 0;
	for (gsize i = 0; lines[i] != NULL && lines[i + 1] != NULL && questions->n < MAX_QUESTIONS; i++)
		if (*lines[i + 1] == '(' && rn_read_numbered (lines[i], strlen (lines[i]), &numbered))
			questions->all[questions->n++] = (struct question) {
				numbered.number, rn_folded (lines[i + 1], MIN (strlen (lines[i + 1]), MAX_HINT)),
			};
}

static gboolean
means (const char *text, enum rn_meaning meaning)
{
	struct rn_tokens tokens;
	gboolean any = FALSE;

	rn_tokens_init (&tokens, text, strlen (text));
	for (gsize i = 0; i < rn_tokens_count (&tokens) && !any; i++)
		any = rn_lexicon_find (&rn_phrases, &tokens, i, RN_ANY_TONGUE, (int) meaning) != NULL;
	rn_tokens_clear (&tokens);
	return any;
}

/* Whether the text is an answer of the kind that the hint wants; *is_telling where not any words are. */
static gboolean
fits (const char *hint, const char *text, gboolean *is_telling)
{
	g_autofree char *word = rn_folded (text, strlen (text));
	const char *among = strchr (hint, ':');

	*is_telling = TRUE;
	if (strchr (hint, '=') != NULL) /* "(1 = not at all, 5 = very much)" */
		return strspn (word, "0123456789") == strlen (word) && strlen (word) <= 2;
	if (among != NULL) /* "(one of: office, remote)" */
		return strstr (among, word) != NULL;
	*is_telling = means (hint, RN_MEANS_YES) && means (hint, RN_MEANS_NO);
	return !*is_telling || means (text, RN_MEANS_YES) || means (text, RN_MEANS_NO);
}

static gboolean
all_fit (const struct questions *questions, GPtrArray *rows)
{
	gboolean tells = FALSE;

	for (gsize i = 0; i < questions->n; i++) {
		gboolean is_telling;
		if (!fits (questions->all[i].hint, g_ptr_array_index (rows, i), &is_telling))
			return FALSE;
		tells |= is_telling;
	}
	return tells;
}

static GPtrArray *
rows_of (const char *text, const char *sign)
{
	GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
	g_auto (GStrv) lines = g_strsplit (text, sign, MAX_QUESTIONS + 1);

	for (gsize i = 0; lines[i] != NULL; i++) {
		g_strstrip (lines[i]);
		if (*lines[i] != '\0')
			g_ptr_array_add (rows, g_strdup (lines[i]));
	}
	return rows;
}

static void
add (GPtrArray *filled, int question, const char *text)
{
	struct rn_filled_line *line = g_new0 (struct rn_filled_line, 1);

	line->question = question;
	line->text = g_strdup (text);
	g_ptr_array_add (filled, line);
}

/* What may answer all questions: the text above them, or what stands below the last of them alone. */
static const char *
answers_to (const struct questions *questions, const struct rn_reply *reply)
{
	const struct rn_filled_line *only = reply->filled->len == 1 ? g_ptr_array_index (reply->filled, 0) : NULL;

	if (questions->n < 2)
		return NULL;
	if (only != NULL)
		return only->question == questions->all[questions->n - 1].number ? only->text : NULL;
	return reply->filled->len == 0 ? reply->text : NULL;
}

void
rn_fill_in_order (struct rn_reply *reply)
{
	struct questions questions;

	if (reply->quote == NULL || reply->filled->len > 1 || strchr (reply->quote, '(') == NULL)
		return;
	find_questions (&questions, reply->quote);
	const char *text = answers_to (&questions, reply);
	g_autoptr (GPtrArray) lines = rows_of (text != NULL ? text : "", "\n");
	g_autoptr (GPtrArray) words = lines->len == 1 ? rows_of (text, ",") : NULL;
	GPtrArray *rows = words != NULL ? words : lines;
	gboolean is_row = text != NULL && rows->len == questions.n && all_fit (&questions, rows);

	if (is_row)
		g_ptr_array_set_size (reply->filled, 0);
	for (gsize i = 0; is_row && i < questions.n; i++)
		add (reply->filled, questions.all[i].number, g_ptr_array_index (rows, i));
	for (gsize i = 0; i < questions.n; i++)
		g_free (questions.all[i].hint);
}
