#include "numbered.h"

#include <string.h>

#include "when_words.h"

#define MAX_UNSIGNED 3 /* words of an answer with no sign before it; more may speak of the question */

/* "1) and 3)" names numbers and answers none. */
static gboolean
lists_numbers (const char *at, const char *end)
{
	gboolean has_number = FALSE;

	for (gsize letters = 0; at < end; at++) {
		has_number |= g_ascii_isdigit (*at);
		letters = g_ascii_isalpha (*at) || (guchar) *at >= 0x80 ? letters + 1 : 0;
		if (letters > 3)
			return FALSE;
	}
	return has_number;
}

static gboolean
is_number (const char *at, const char *end)
{
	while (at < end && (g_ascii_isdigit (*at) || g_ascii_isspace (*at)))
		at++;
	return at == end;
}

/* "3. 4. 2026" and "3.4." are dates, "3:30" is a time, "2 - 4" a span. */
static gboolean
separates (char sign, const char *after, const char *end)
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

/* What may stand in front of the number, by its first letter. */
static const char *const prefixes['z' - 'a' + 1][9] = {
	['a' - 'a'] = { "answer to question", "answer to", "answer", "antwort zu frage", "antwort zu", "antwort", "antwoord", "ad", "a" },
	['d' - 'a'] = { "domanda" },
	['f' - 'a'] = { "frage", "f" },
	['n' - 'a'] = { "no.", "nr." },
	['p' - 'a'] = { "punkt", "pregunta", "pergunta" },
	['q' - 'a'] = { "question", "q" },
	['r' - 'a'] = { "réponse à la question", "réponse", "respuesta", "risposta", "resposta", "re" },
	['v' - 'a'] = { "vraag" },
	['z' - 'a'] = { "zu frage", "zu" },
};

/* "Q2 yes", "Frage 2 ja": behind the word for a question its answer needs no sign, if it is short. */
static gboolean
is_short_answer (const char *prefix, const char *at, const char *end)
{
	static const char *const names[] = { "question", "q", "frage", "f", "domanda", "pregunta", "pergunta", "vraag" };
	int words = 0;

	for (const char *next = at; next < end; next++)
		words += *next == ' ' && next + 1 < end && next[1] != ' ';
	for (gsize i = 0; *at == ' ' && words <= MAX_UNSIGNED && i < G_N_ELEMENTS (names); i++)
		if (g_ascii_strncasecmp (prefix, names[i], strlen (names[i])) == 0 &&
		    !g_ascii_isalpha (prefix[strlen (names[i])]))
			return TRUE;
	return FALSE;
}

/* "Question 3: …", "Antwort zu 3: …": gives where the number starts. */
static const char *
skip_prefix (const char *at, const char *end)
{
	if (at == end || !g_ascii_isalpha (*at))
		return at;
	const char *const *row = prefixes[g_ascii_tolower (*at) - 'a'];
	for (gsize i = 0; i < G_N_ELEMENTS (prefixes[0]) && row[i] != NULL; i++) {
		gsize size = strlen (row[i]);
		if ((gsize) (end - at) <= size || g_ascii_strncasecmp (at, row[i], size) != 0)
			continue;
		const char *behind = at + size;
		while (behind < end && *behind == ' ')
			behind++;
		if (behind < end && g_ascii_isdigit (*behind))
			return behind;
	}
	return at;
}

/* Whether the line starts with a number of a question: "3. …", "3) …", "(3) …", "3: …",
 * "#3 = …", "Question 3: …". */
gboolean
rn_read_numbered (const char *at, gsize size, struct rn_numbered *numbered)
{
	const char *end = at + size;
	int number = 0, digits = 0;

	gboolean is_open = FALSE; /* "(3)", while "(1 = not at all)" is a hint */
	for (; at < end && strchr (" \t*#(", *at) != NULL; at++)
		is_open |= *at == '(';
	const char *start = at;
	at = skip_prefix (at, end);
	gboolean is_named = at > start;
	for (; at < end && g_ascii_isdigit (*at) && digits < 3; at++, digits++)
		number = number * 10 + (*at - '0');
	if (digits == 0 || number == 0 || number > RN_MAX_QUESTION)
		return FALSE;
	const char *behind = at;
	while (at < end && strchr (" *", *at) != NULL)
		at++;
	if (at == end)
		return FALSE;
	if (strchr (":).=-", *at) == NULL) {
		*numbered = (struct rn_numbered) { number, at, (gsize) (end - at) };
		return is_named && is_short_answer (start, behind, end);
	}
	char sign = *at++;
	if ((is_open && sign != ')') || (is_named && sign == '.'))
		return FALSE;
	while (at < end && strchr (").:", *at) != NULL)
		at++;
	gboolean is_dash = is_named && sign == '-' && at < end && *at == ' '; /* "question 3 - 4" */
	if ((!is_dash && !separates (sign, at, end)) || (strchr (").", sign) != NULL && lists_numbers (at, end) &&
	    !is_number (at, end)))
		return FALSE;
	while (at < end && strchr (" \t*", *at) != NULL)
		at++;
	*numbered = (struct rn_numbered) { number, at, (gsize) (end - at) };
	return at < end;
}

/* "1 - 4", "1 4", "1-4": no answer by itself, but one of several that count up. */
gboolean
rn_read_loosely_numbered (const char *at, gsize size, struct rn_numbered *numbered)
{
	const char *end = at + size;
	int number = 0, digits = 0;

	for (; at < end && g_ascii_isdigit (*at) && digits < 3; at++, digits++)
		number = number * 10 + (*at - '0');
	if (digits == 0 || number == 0 || number > RN_MAX_QUESTION || at == end)
		return FALSE;
	const char *sign = at;
	while (at < end && (strchr (" \t-/", *at) != NULL || strncmp (at, "\xe2\x80\x93", 3) == 0))
		at += *at == '\xe2' ? 3 : 1;
	gboolean has_dash = FALSE;
	for (const char *between = sign; between < at; between++)
		has_dash |= strchr (" \t/", *between) == NULL;
	while (end > at && g_ascii_isspace (end[-1]))
		end--;
	*numbered = (struct rn_numbered) { number, at, (gsize) (end - at) };
	return at > sign && at < end && (has_dash || is_number (at, end));
}

/* "14. April", "3. Mai um 9": a day. */
gboolean
rn_numbers_day (const struct rn_numbered *numbered)
{
	struct rn_tokens tokens;

	gsize size = 0;

	while (size < numbered->size && strchr (" .,", numbered->text[size]) == NULL)
		size++;
	rn_tokens_init (&tokens, numbered->text, size);
	gboolean is_month = rn_tokens_count (&tokens) > 0 &&
		(rn_lexicon_find (&rn_when_words, &tokens, 0, RN_ANY_TONGUE, RN_WHEN_MONTH) != NULL ||
		 rn_lexicon_find (&rn_when_words, &tokens, 0, RN_ANY_TONGUE, RN_WHEN_MONTH_SHORT) != NULL);
	rn_tokens_clear (&tokens);
	return is_month && numbered->number <= 31;
}
