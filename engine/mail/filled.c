#include "filled.h"

#include <string.h>

#include "fold.h"
#include "footer.h"
#include "reply_text.h"

struct numbered {
	int number;
	const char *text; /* behind the number, or NULL */
	gsize size;
};

static void filled_line_free (gpointer data)
{
	struct rn_filled_line *line = data;

	g_free (line->text);
	g_free (line);
}

/* "3. 4. 2026" and "3.4." are dates, "3:30" is a time, "2 - 4" a span. */
static gboolean separates (char sign, const char *after, const char *end)
{
	gboolean has_space = after < end && g_ascii_isspace (*after);

	while (after < end && g_ascii_isspace (*after))
		after++;
	if (after == end)
		return FALSE;
	gsize digits = 0;
	while (after + digits < end && g_ascii_isdigit (after[digits]))
		digits++;
	if (digits == 0)
		return sign != '-' || has_space;
	if (sign == '-' || (sign == '.' && (!has_space || (after + digits < end && after[digits] == '.'))))
		return FALSE;
	return has_space || digits == 1;
}

/* Whether the line starts with a number of a question: "3. …", "3) …", "(3) …", "3: …",
 * "#3 = …". */
static gboolean read_numbered (const char *at, gsize size, struct numbered *numbered)
{
	const char *end = at + size;
	int number = 0, digits = 0;

	while (at < end && strchr (" \t*#(", *at) != NULL)
		at++;
	for (; at < end && g_ascii_isdigit (*at) && digits < 3; at++, digits++)
		number = number * 10 + (*at - '0');
	while (at < end && strchr (" *", *at) != NULL)
		at++;
	if (digits == 0 || number == 0 || number > RN_MAX_QUESTION || at == end || strchr (":).=-", *at) == NULL)
		return FALSE;
	char sign = *at++;
	if (!separates (sign, at, end))
		return FALSE;
	while (at < end && strchr (" \t*", *at) != NULL)
		at++;
	*numbered = (struct numbered) { number, at, (gsize) (end - at) };
	return at < end;
}

/* The line without its quote marks. */
static void unquote (const struct rn_line *line, const char **at, gsize *size)
{
	*at = line->at;
	*size = line->size;
	while (*size > 0 && strchr ("> ", **at) != NULL) {
		(*at)++;
		(*size)--;
	}
}

/* The question that quoted line `i` leaves open for an answer below it. */
static int open_question (const struct rn_line *line, int question, gboolean *after_blank)
{
	const char *at;
	gsize size;
	struct numbered numbered;

	unquote (line, &at, &size);
	if (size == 0) {
		*after_blank = TRUE;
		return question;
	}
	gboolean is_other_paragraph = *after_blank && *at != '(';
	*after_blank = FALSE;
	if (read_numbered (at, size, &numbered))
		return numbered.number;
	return is_other_paragraph ? 0 : question;
}

/* Own lines from `i` up to the next quote, number or closing; gives the next line. */
static gsize collect (const struct rn_line *lines, gsize n_lines, gsize i, gboolean over_blanks, GString *text)
{
	struct numbered numbered;
	gsize start = i;

	for (; i < n_lines && (lines[i].is == RN_LINE_OWN || (over_blanks && lines[i].is == RN_LINE_BLANK)); i++) {
		if (i > start && read_numbered (lines[i].at, lines[i].size, &numbered))
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

static void add (GPtrArray *filled, int question, GString *text)
{
	struct rn_filled_line *line = g_new0 (struct rn_filled_line, 1);

	line->question = question;
	line->text = g_strstrip (g_string_free (text, FALSE));
	g_ptr_array_add (filled, line);
}

/* The questions of the quoted mail, by number. */
static void read_questions (const struct rn_line *lines, gsize n_lines, struct numbered *questions)
{
	struct numbered quoted;
	const char *at;
	gsize size;

	for (gsize i = 0; i < n_lines; i++) {
		if (lines[i].is != RN_LINE_QUOTED && lines[i].is != RN_LINE_CUT)
			continue;
		unquote (&lines[i], &at, &size);
		if (read_numbered (at, size, &quoted) && questions[quoted.number].text == NULL)
			questions[quoted.number] = quoted;
	}
}

/* Typed as it stands in the quoted mail, it is a choice from a list and no answer. */
static gboolean is_copied (const struct numbered *own, const struct numbered *questions)
{
	const struct numbered *quoted = &questions[own->number];

	return quoted->size == own->size && strncmp (quoted->text, own->text, own->size) == 0;
}

GPtrArray *rn_filled_lines (const struct rn_line *lines, gsize n_lines)
{
	GPtrArray *filled = g_ptr_array_new_with_free_func (filled_line_free);
	int question = 0;
	gboolean after_blank = FALSE;
	struct numbered numbered, questions[RN_MAX_QUESTION + 1] = { 0 };

	read_questions (lines, n_lines, questions);
	for (gsize i = 0; i < n_lines;) {
		if (lines[i].is == RN_LINE_QUOTED)
			question = open_question (&lines[i], question, &after_blank);
		if (lines[i].is != RN_LINE_OWN) {
			i++;
			continue;
		}
		gboolean is_numbered = read_numbered (lines[i].at, lines[i].size, &numbered);
		if ((!is_numbered && question == 0) || (is_numbered && is_copied (&numbered, questions))) {
			i++;
			continue;
		}
		GString *text = g_string_new (NULL);
		gsize next = collect (lines, n_lines, i, !is_numbered, text);
		if (is_numbered)
			g_string_erase (text, 0, numbered.text - lines[i].at);
		add (filled, is_numbered ? numbered.number : question, text);
		question = is_numbered ? question : 0;
		i = next;
	}
	return filled;
}
