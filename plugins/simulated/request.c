#include "request.h"

#include <string.h>

#include "words.h"

static void
free_question (gpointer data)
{
	struct question *question = data;
	g_free (question->wording);
	g_free (question->hint);
	g_strfreev (question->choices);
	g_free (question);
}

/* ---- Numbered lines -------------------------------------------------------- */

/* "12. wording" or "12) wording": the number, and where the wording starts. */
static int
numbered (const char *line, const char **wording)
{
	while (*line == ' ' || *line == '*')
		line++;
	if (!g_ascii_isdigit (*line))
		return 0;
	char *end;
	guint64 number = g_ascii_strtoull (line, &end, 10);
	if (number == 0 || number > 99 || (*end != '.' && *end != ')') || end[1] != ' ')
		return 0;
	*wording = end + 2;
	return (int) number;
}

/* "1 = not at all, 5 = very much" */
static gboolean
is_scale (struct question *question, const char *hint)
{
	char *end;
	gint64 least = g_ascii_strtoll (hint, &end, 10);
	if (end == hint || strncmp (end, " = ", 3) != 0)
		return FALSE;
	const char *comma = strchr (end, ',');
	while (comma != NULL && !g_ascii_isdigit (comma[1 + strspn (comma + 1, " ")]))
		comma = strchr (comma + 1, ',');
	if (comma == NULL)
		return FALSE;
	question->least = (int) least;
	question->most = (int) g_ascii_strtoll (comma + 1, NULL, 10);
	return question->most > question->least;
}

static void
take_choices (struct question *question, const char *list)
{
	question->choices = g_strsplit (list, ",", -1);
	for (char **choice = question->choices; *choice != NULL; choice++)
		g_strstrip (*choice);
	question->kind = QUESTION_ONE_OF;
}

/* FALSE when the parentheses say nothing about how to answer. */
static gboolean
understand_hint (struct question *question)
{
	static const char *const words[] = { "own words", "eigenen worten", NULL };
	static const char *const yes_no[] = { "yes or no", "ja oder nein", NULL };
	static const char *const one_of[] = { "one of:", "eins von:", "eine von:", "eines von:", NULL };
	g_autofree char *folded = words_folded (question->hint);
	const char *colon = strchr (question->hint, ':');
	if (request_says (folded, yes_no))
		question->kind = QUESTION_YES_NO;
	else if (is_scale (question, question->hint))
		question->kind = QUESTION_SCALE;
	else if (colon != NULL && request_says (folded, one_of))
		take_choices (question, colon + 1);
	else
		return request_says (folded, words);
	return TRUE;
}

/* The hint that starts with this line: "(…)", perhaps over several lines. */
static char *
take_hint (char **lines, guint *at)
{
	GString *hint = g_string_new (g_strstrip (lines[*at]) + 1);
	while (strchr (hint->str, ')') == NULL && lines[*at + 1] != NULL && *g_strstrip (lines[*at + 1]) != '\0')
		g_string_append_printf (hint, " %s", lines[++*at]);
	if (g_str_has_suffix (hint->str, ")"))
		g_string_truncate (hint, hint->len - 1);
	return g_string_free (hint, FALSE);
}

static void
take_question (GPtrArray *questions, int number, const char *wording, char **lines, guint *at)
{
	struct question *question = g_new0 (struct question, 1);
	GString *text = g_string_new (wording);
	question->number = number;
	const char *unused;
	while (lines[*at + 1] != NULL && lines[*at + 1][strspn (lines[*at + 1], " ")] != '\0'
	       && numbered (lines[*at + 1], &unused) == 0) {
		++*at;
		if (lines[*at][strspn (lines[*at], " ")] == '(') {
			question->hint = take_hint (lines, at);
			if (understand_hint (question))
				break;
			g_string_append_printf (text, " (%s)", question->hint);
			g_clear_pointer (&question->hint, g_free);
			continue;
		}
		g_string_append_printf (text, " %s", g_strstrip (lines[*at]));
	}
	question->wording = g_string_free (text, FALSE);
	g_ptr_array_add (questions, question);
}

static GPtrArray *
take_questions (const char *text)
{
	GPtrArray *questions = g_ptr_array_new_with_free_func (free_question);
	g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		const char *wording;
		int number = numbered (lines[i], &wording);
		if (number > 0) {
			g_autofree char *start = g_strdup (wording);
			take_question (questions, number, start, lines, &i);
		}
	}
	return questions;
}

/* ---- What it is ------------------------------------------------------------- */

gboolean
request_says (const char *folded, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strstr (folded, *words) != NULL)
			return TRUE;
	return FALSE;
}

gboolean
request_is_about_meeting (const char *folded)
{
	static const char *const words[] = {
		"did you meet", "did you two meet", "did the two of you meet", "have you met", "did your meeting",
		"did it take place", "did this meeting", "did the meeting", "did your session", "did the session", "take place",
		"took place", "stattgefunden", "getroffen", "fand das treffen", NULL
	};
	return request_says (folded, words);
}

gboolean
request_is_about_learning (const char *folded)
{
	static const char *const words[] = { "to learn", "learn about", "lernen", NULL };
	return request_says (folded, words);
}

gboolean
request_is_about_sender (const char *folded)
{
	static const char *const words[] = { "from you?", "von ihnen?", NULL };
	return request_says (folded, words);
}

gboolean
request_is_puzzled (const char *folded)
{
	static const char *const words[] = { "did not understand", "nicht verstanden", NULL };
	return request_says (folded, words);
}

/* A word in capitals, standing alone. */
static gboolean
stands_alone (const char *text, const char *word)
{
	gsize length = strlen (word);
	for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
		if ((at == text || !g_ascii_isalpha (at[-1])) && !g_ascii_isalpha (at[length]))
			return TRUE;
	return FALSE;
}

static gboolean
has_hints (const struct request *request)
{
	for (guint i = 0; i < request->questions->len; i++)
		if (((struct question *) request->questions->pdata[i])->hint != NULL)
			return TRUE;
	return FALSE;
}

static enum request_kind
kind_of (const struct request *request, const char *text)
{
	static const char *const numbers[] = { "number", "nummer", NULL };
	static const char *const lines[] = {
		"per line", "on a line", "own line", "pro zeile", "je zeile", "eigene zeile", "eigenen zeile", NULL
	};
	if ((stands_alone (text, "DONE") && stands_alone (text, "LATER")) ||
	    (stands_alone (text, "ERLEDIGT") && stands_alone (text, "SPÄTER")))
		return REQUEST_TASK;
	if (has_hints (request))
		return REQUEST_FORM;
	if (request->questions->len > 0 && request_says (request->words, numbers))
		return REQUEST_CHOICE;
	if ((stands_alone (text, "YES") && stands_alone (text, "NO")) ||
	    (stands_alone (text, "JA") && stands_alone (text, "NEIN")))
		return REQUEST_YES_NO;
	if (request_is_about_learning (request->words) && request_says (request->words, lines))
		return REQUEST_LINES;
	return REQUEST_NOTHING;
}

struct request *
request_new (const char *text)
{
	struct request *request = g_new0 (struct request, 1);
	const char *footer = strstr (text, "\n-- \n");
	g_autofree char *body = footer != NULL ? g_strndup (text, (gsize) (footer - text)) : g_strdup (text);
	request->words = words_folded (body);
	request->questions = take_questions (body);
	request->names_stop = stands_alone (text, "STOP");
	request->kind = kind_of (request, body);
	return request;
}

void
request_free (struct request *request)
{
	if (request == NULL)
		return;
	g_ptr_array_unref (request->questions);
	g_free (request->words);
	g_free (request);
}
