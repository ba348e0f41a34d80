#include "filled.h"

#include <string.h>

#include "fold.h"
#include "footer.h"
#include "numbered.h"
#include "reply_text.h"

#define MAX_HINT_LINES 6 /* of "(one of: …)", wrapped */

static void
filled_line_free (gpointer data)
{
	struct rn_filled_line *line = data;

	g_free (line->text);
	g_free (line);
}

/* The next own line in that direction, blank ones passed over; `i` when there is none. */
static gsize
own_line_beside (const struct rn_line *lines, gsize n_lines, gsize i, int step)
{
	for (gsize at = i + (gsize) step; at < n_lines; at += (gsize) step)
		if (lines[at].is != RN_LINE_BLANK)
			return lines[at].is == RN_LINE_OWN ? at : i;
	return i;
}

/* "1 - 4" above "2 - 5" */
static gboolean
read_in_series (const struct rn_line *lines, gsize n_lines, gsize i, struct rn_numbered *numbered)
{
	struct rn_numbered other;
	gsize below = own_line_beside (lines, n_lines, i, 1), above = own_line_beside (lines, n_lines, i, -1);

	if (!rn_read_loosely_numbered (lines[i].at, lines[i].size, numbered))
		return FALSE;
	if (below != i && rn_read_loosely_numbered (lines[below].at, lines[below].size, &other) &&
	    other.number == numbered->number + 1)
		return TRUE;
	return above != i && rn_read_loosely_numbered (lines[above].at, lines[above].size, &other) &&
	       other.number == numbered->number - 1;
}

static gboolean
read_own_number (const struct rn_line *lines, gsize n_lines, gsize i, struct rn_numbered *numbered)
{
	if (rn_read_numbered (lines[i].at, lines[i].size, numbered) && rn_numbers_day (numbered))
		return FALSE;
	return rn_read_numbered (lines[i].at, lines[i].size, numbered) || read_in_series (lines, n_lines, i, numbered);
}

/* The line without its quote marks. */
static void
unquote (const struct rn_line *line, const char **at, gsize *size)
{
	*at = line->at;
	*size = line->size;
	while (*size > 0 && (**at == '>' || **at == ' ')) {
		(*at)++;
		(*size)--;
	}
}

static gboolean
is_blank_text (const char *at, gsize size)
{
	while (size > 0 && g_ascii_isspace (at[size - 1]))
		size--;
	return size == 0;
}

/* An item of a list, and no question: a number stands right above it, and neither "?"
 * nor a hint behind it. */
static gboolean
is_item (const struct rn_line *lines, gsize n_lines, gsize i)
{
	const char *at;
	gsize size;
	struct rn_numbered numbered;

	unquote (&lines[i], &at, &size);
	if (i == 0 || lines[i - 1].is != lines[i].is || (size > 0 && at[size - 1] == '?'))
		return FALSE;
	if (i + 1 < n_lines) {
		unquote (&lines[i + 1], &at, &size);
		if (size > 0 && *at == '(')
			return FALSE;
	}
	unquote (&lines[i - 1], &at, &size);
	return size > 0 && rn_read_numbered (at, size, &numbered);
}

/* Own words between two lines of a list are said of the upper one; below the last they may be the reply. */
static gboolean
is_parted_from_next (const struct rn_line *lines, gsize n_lines, gsize i, int number)
{
	const char *at;
	gsize size, next = i + 1;
	struct rn_numbered numbered;

	while (next < n_lines && (lines[next].is == RN_LINE_OWN || lines[next].is == RN_LINE_BLANK))
		next++;
	if (next == i + 1 || next == n_lines)
		return FALSE;
	unquote (&lines[next], &at, &size);
	return rn_read_numbered (at, size, &numbered) && numbered.number == number + 1;
}

/* The question that quoted line `i` leaves open for an answer below it. */
static int
open_question (const struct rn_line *lines, gsize n_lines, gsize i, int question, gboolean *after_blank)
{
	const char *at;
	gsize size;
	struct rn_numbered numbered;

	unquote (&lines[i], &at, &size);
	if (is_blank_text (at, size)) {
		*after_blank = TRUE;
		return question;
	}
	gboolean is_other_paragraph = *after_blank && *at != '(';
	*after_blank = FALSE;
	if (rn_read_numbered (at, size, &numbered))
		return is_item (lines, n_lines, i) &&
		       !is_parted_from_next (lines, n_lines, i, numbered.number) ? 0 : numbered.number;
	return is_other_paragraph ? 0 : question;
}

/* Own lines from `i` up to the next quote, number or closing; gives the next line. */
static gsize
collect (const struct rn_line *lines, gsize n_lines, gsize i, gboolean over_blanks, GString *text)
{
	struct rn_numbered numbered;
	gsize start = i;

	for (; i < n_lines && (lines[i].is == RN_LINE_OWN || (over_blanks && lines[i].is == RN_LINE_BLANK)); i++) {
		if (i > start && read_own_number (lines, n_lines, i, &numbered))
			break;
		g_autofree char *folded = rn_folded (lines[i].at, lines[i].size);
		if (i > start && rn_is_closing (folded))
			break;
		if (i > start)
			g_string_append_c (text, '\n');
		g_string_append_len (text, lines[i].at, (gssize) lines[i].size);
	}
	return i;
}

static struct rn_filled_line *
add (GPtrArray *filled, int question, GString *text)
{
	struct rn_filled_line *line = g_new0 (struct rn_filled_line, 1);

	line->question = question;
	line->text = g_strstrip (g_string_free (text, FALSE));
	g_ptr_array_add (filled, line);
	return line;
}

/* The questions of the quoted mail, by number. */
static void
read_questions (const struct rn_line *lines, gsize n_lines, struct rn_numbered *questions)
{
	struct rn_numbered quoted;
	const char *at;
	gsize size;

	for (gsize i = 0; i < n_lines; i++) {
		if (lines[i].is != RN_LINE_QUOTED && lines[i].is != RN_LINE_CUT)
			continue;
		unquote (&lines[i], &at, &size);
		if (rn_read_numbered (at, size, &quoted) && questions[quoted.number].text == NULL)
			questions[quoted.number] = quoted;
	}
}

/* Typed as it stands in the quoted mail, it is a choice from a list and no answer. */
static gboolean
is_copied (const struct rn_numbered *own, const struct rn_numbered *questions)
{
	const struct rn_numbered *quoted = &questions[own->number];

	return quoted->size == own->size && (own->size == 0 || strncmp (quoted->text, own->text, own->size) == 0);
}

/* A hint of ours, "(1 = not at all, 5 = very much)", stands below a question and an
 * empty line below the hint: words there instead were typed into the quoted mail.
 * Adds them and gives the first line behind them, or `i` when there are none. */
static gsize
add_typed (const struct rn_line *lines, gsize n_lines, gsize i, int question, GPtrArray *filled)
{
	const char *at;
	gsize size, start = i;
	struct rn_numbered numbered;

	unquote (&lines[i], &at, &size);
	if (size == 0 || *at != '(')
		return start;
	while (at[size - 1] != ')' && i + 1 < n_lines && i < start + MAX_HINT_LINES) {
		unquote (&lines[++i], &at, &size);
		if (size == 0)
			return start;
	}
	GString *text = g_string_new (NULL);
	for (i++; i < n_lines && (lines[i].is == RN_LINE_QUOTED || lines[i].is == RN_LINE_CUT); i++) {
		unquote (&lines[i], &at, &size);
		if (is_blank_text (at, size) || rn_read_numbered (at, size, &numbered))
			break;
		g_string_append_len (text, at, (gssize) size);
		g_string_append_c (text, '\n');
	}
	if (text->len == 0) {
		g_string_free (text, TRUE);
		return start;
	}
	add (filled, question, text);
	return i;
}

/* "2. text" and "2) text" may be a line of a list; "2: text" hardly is. */
static gboolean
may_be_item (const char *line, const char *text)
{
	return memchr (line, ':', (gsize) (text - line)) == NULL && memchr (line, '=', (gsize) (text - line)) == NULL;
}

/* "2.3.", "2. 3. 2026", "2. March" */
static gboolean
may_be_date (int number, const char *behind)
{
	const char *next = behind + strspn (behind, " ");
	struct rn_numbered day = { number, next, strlen (next) };

	return *behind != ' ' || next[strspn (next, "0123456789")] == '.' || rn_numbers_day (&day);
}

/* Where "2: …" starts within the text of question 1, NULL when it does not; *behind is where its own text starts.
 * `signs` are those that may stand behind the number. */
static const char *
find_question (const char *text, int number, const char *signs, const char **behind)
{
	g_autofree char *digits = g_strdup_printf ("%d", number);

	for (const char *at = strstr (text, digits); at != NULL; at = strstr (at + 1, digits)) {
		const char *sign = at + strlen (digits);
		sign += strspn (sign, " ");
		const char *start = at - (at > text && strchr ("qQ", at[-1]) != NULL); /* "q1: 5 q2: no" */
		if (start > text && strchr (" ,;/", start[-1]) != NULL && *sign != '\0' && strchr (signs, *sign) != NULL &&
		    !(g_ascii_isdigit (sign[1]) && g_ascii_isdigit (sign[2])) && !(*sign == '.' && may_be_date (number, sign + 1))) {
			*behind = sign + 1;
			return start;
		}
	}
	return NULL;
}

/* "1: 4, 2: yes, 3: fine", "1) 4 2) yes" in one line: each question gets its own. */
static void
split (GPtrArray *filled, struct rn_filled_line *line, const char *signs)
{
	const char *behind;

	for (const char *next; line->question < RN_MAX_QUESTION &&
	     (next = find_question (line->text, line->question + 1, signs, &behind)) != NULL;) {
		int question = line->question + 1;
		GString *rest = g_string_new (behind);
		gsize size = (gsize) (next - line->text);
		while (size > 0 && strchr (" ,;/\n", line->text[size - 1]) != NULL)
			size--;
		line->text[size] = '\0';
		line = add (filled, question, rest);
	}
}

/* Question and words of own lines at `i`; gives the next line to look at. */
static gsize
read_own (const struct rn_line *lines, gsize n_lines, gsize i, int *question, const struct rn_numbered *questions,
          GPtrArray *filled)
{
	struct rn_numbered numbered;
	gboolean is_numbered = read_own_number (lines, n_lines, i, &numbered);

	if ((!is_numbered && *question == 0) || (is_numbered && is_copied (&numbered, questions)))
		return i + 1;
	GString *text = g_string_new (NULL);
	gsize next = collect (lines, n_lines, i, !is_numbered, text);
	if (is_numbered)
		g_string_erase (text, 0, numbered.text - lines[i].at);
	struct rn_filled_line *line = add (filled, is_numbered ? numbered.number : *question, text);
	line->is_doubtful = is_numbered && questions[numbered.number].text == NULL && may_be_item (lines[i].at, numbered.text);
	if (is_numbered && !line->is_doubtful)
		split (filled, line, may_be_item (lines[i].at, numbered.text) ? ")." : ":=");
	*question = 0;
	return next;
}

GPtrArray *
rn_filled_lines (const struct rn_line *lines, gsize n_lines)
{
	GPtrArray *filled = g_ptr_array_new_with_free_func (filled_line_free);
	int question = 0;
	gboolean after_blank = FALSE;
	struct rn_numbered questions[RN_MAX_QUESTION + 1] = { 0 };

	read_questions (lines, n_lines, questions);
	for (gsize i = 0; i < n_lines;) {
		if (lines[i].is == RN_LINE_OWN) {
			i = read_own (lines, n_lines, i, &question, questions, filled);
			continue;
		}
		if (lines[i].is != RN_LINE_BLANK)
			question = open_question (lines, n_lines, i, question, &after_blank);
		gsize next = question > 0 && lines[i].is != RN_LINE_BLANK ? add_typed (lines, n_lines, i, question, filled) : i;
		i = MAX (next, i + 1);
	}
	if (filled->len == 1 && ((const struct rn_filled_line *) g_ptr_array_index (filled, 0))->is_doubtful)
		g_ptr_array_set_size (filled, 0);
	return filled;
}
