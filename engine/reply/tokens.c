#include "tokens.h"

#include <string.h>

#include "fold.h"

#define MAX_DIGITS 8

/* Weak to strong: a stronger sign between two words hides the weaker. */
static const char strength[] = "'(-/,:;.!?\n";

enum class { WORD, DIGIT, SPACE, SIGN };

static enum class
class_of_ascii (char sign)
{
	return g_ascii_isalpha (sign) ? WORD : g_ascii_isdigit (sign) ? DIGIT : g_ascii_isspace (sign) ? SPACE : SIGN;
}

static enum class
class_of_wide (gunichar sign)
{
	if (sign == 0xb4)
		return SIGN;
	if (g_unichar_isspace (sign))
		return SPACE;
	switch (g_unichar_type (sign)) {
	case G_UNICODE_FORMAT: case G_UNICODE_OTHER_SYMBOL: case G_UNICODE_MODIFIER_SYMBOL: /* emoji among them */
		return WORD;
	default:
		return g_unichar_isalnum (sign) || g_unichar_ismark (sign) ? WORD : SIGN;
	}
}

/* The key that telephones draw around a digit: U+20E3, with U+FE0F before it. */
static gboolean
is_keycap (const char *at)
{
	return strncmp (at, "\xe2\x83\xa3", 3) == 0 || strncmp (at, "\xef\xb8\x8f\xe2\x83\xa3", 6) == 0;
}

/* The class of the letter at `at`, and where the next one starts. */
static inline enum class
class_at (const char *text, gsize at, gsize *next)
{
	if ((guchar) text[at] < 0x80) {
		*next = at + 1;
		return class_of_ascii (text[at]);
	}
	*next = (gsize) (g_utf8_next_char (text + at) - text);
	return is_keycap (text + at) ? SPACE : class_of_wide (g_utf8_get_char (text + at));
}

static char
plain_mark (gunichar sign)
{
	switch (sign) {
	case 0x2018: case 0x2019: case 0xb4: case '`': return '\'';
	case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: return '-';
	case 0x2026: case 0x3002: return '.';
	case 0xff01: case 0xa1: return '!';
	case 0xff1f: case 0xbf: return '?';
	case 0x3001: case 0xff0c: return ',';
	case '"': case ')': case '[': case ']': case '*': case '_': return '(';
	default: return sign < 0x80 ? (char) sign : '(';
	}
}

static char
stronger (char one, char other)
{
	const char *first = one != '\0' ? strchr (strength, one) : NULL;
	const char *second = other != '\0' ? strchr (strength, other) : NULL;

	return second != NULL && (first == NULL || second > first) ? other : one;
}

guint32
rn_word_hash (const char *word, gsize size)
{
	guint32 hash = 2166136261u; /* FNV-1a */

	for (gsize i = 0; i < size; i++)
		hash = (hash ^ (guchar) word[i]) * 16777619u;
	return hash;
}

static gint32
number_of (const char *digits, gsize size)
{
	gint32 number = 0;

	if (size > MAX_DIGITS)
		return -1;
	for (gsize i = 0; i < size; i++)
		number = number * 10 + (digits[i] - '0');
	return number;
}

static void
add (struct rn_tokens *tokens, const char *text, gsize at, gsize end, char mark, gboolean is_tight, gboolean is_number)
{
	struct rn_token token = {
		.at = (guint32) at, .size = (guint32) (end - at), .word = (guint32) tokens->words->len, .number = -1,
		.mark = mark, .is_tight = is_tight, .is_upper = g_unichar_isupper (g_utf8_get_char (text + at)),
	};

	rn_fold (tokens->words, text + at, end - at);
	token.hash = rn_word_hash (tokens->words->str + token.word, tokens->words->len - token.word);
	if (is_number)
		token.number = number_of (text + at, end - at);
	g_string_append_c (tokens->words, '\0');
	g_array_append_val (tokens->list, token);
}

static gboolean
ends_in_number (const struct rn_tokens *tokens)
{
	gsize n = rn_tokens_count (tokens);

	return n > 0 && rn_token_at (tokens, n - 1)->number >= 0;
}

void
rn_tokens_init_first (struct rn_tokens *tokens, const char *text, gsize size, guint most)
{
	char mark = '\n';
	gboolean is_tight = FALSE, has_dash = FALSE;

	tokens->list = g_array_sized_new (FALSE, FALSE, sizeof (struct rn_token), (guint) (size / 5 + 8));
	tokens->words = g_string_sized_new (size + size / 4 + 16);
	for (gsize at = 0; at < size && tokens->list->len < most;) {
		gsize end, next;
		enum class class = class_at (text, at, &end);
		if (class == WORD || class == DIGIT) {
			while (end < size && class_at (text, end, &next) == class)
				end = next;
			/* the dash of "2. – 13." says more than the full stop of an ordinal */
			add (tokens, text, at, end, has_dash && class == DIGIT && mark == '.' && ends_in_number (tokens) ? '-' : mark, is_tight, class == DIGIT);
			mark = '\0';
			is_tight = TRUE;
			has_dash = FALSE;
		} else {
			char plain = text[at] == '\n' ? '\n' : class == SIGN ? plain_mark (g_utf8_get_char (text + at)) : '\0';
			if (is_tight && class == SIGN && mark == '\0' && tokens->list->len > 0)
				g_array_index (tokens->list, struct rn_token, tokens->list->len - 1).behind = plain;
			is_tight = is_tight && class == SIGN;
			has_dash |= plain == '-';
			mark = plain != '\0' ? stronger (mark, plain) : mark;
		}
		at = end;
	}
	tokens->is_marked = FALSE;
	tokens->last_mark = mark != '\0' ? mark : '\n';
}

void
rn_tokens_init (struct rn_tokens *tokens, const char *text, gsize size)
{
	rn_tokens_init_first (tokens, text, size, G_MAXUINT);
}

void
rn_tokens_clear (struct rn_tokens *tokens)
{
	g_array_unref (tokens->list);
	g_string_free (tokens->words, TRUE);
}
