/* Prose as folded words (fold.h) with what stands between them. Apostrophes, hyphens
 * and the border of digits and letters end a word: "can't" is "can" and "t", "15h30"
 * is "15", "h" and "30". */
#ifndef RN_MAIL_TOKENS_H
#define RN_MAIL_TOKENS_H

#include <glib.h>

struct rn_token {
	guint32 at, size; /* in bytes of the text */
	guint32 word;     /* offset of the folded word; see rn_token_word */
	guint32 hash;     /* of the folded word */
	gint32 number;    /* its value, or -1 when it is no number of up to 8 digits */
	char mark;        /* the strongest sign between the last word and this one: a line end
	                   * '\n', one of . ! ? ; : , - / ' ( or 0; at the start '\n' */
	char behind;       /* the sign right behind this word, whatever follows it, or 0 */
	gboolean is_tight; /* no white space between the last word and this one */
	gboolean is_upper; /* starts with a capital */
	guint64 senses;    /* see rn_lexicon_mark */
};

struct rn_tokens {
	GArray *list;   /* of struct rn_token */
	GString *words; /* folded, each ends with NUL */
	gboolean is_marked; /* senses are filled in */
	char last_mark; /* behind the last word; '\n' where nothing else stands */
};

/* Reads valid UTF-8 text. */
void rn_tokens_init (struct rn_tokens *tokens, const char *text, gsize size);

/* The same for the first words alone, at most so many. */
void rn_tokens_init_first (struct rn_tokens *tokens, const char *text, gsize size, guint most);
void rn_tokens_clear (struct rn_tokens *tokens);

static inline const struct rn_token *rn_token_at (const struct rn_tokens *tokens, gsize i)
{
	return &g_array_index (tokens->list, struct rn_token, i);
}

static inline const char *rn_token_word (const struct rn_tokens *tokens, gsize i)
{
	return tokens->words->str + rn_token_at (tokens, i)->word;
}

static inline gsize rn_tokens_count (const struct rn_tokens *tokens)
{
	return tokens->list->len;
}

/* What stands behind word i: the mark of the next one, or the last mark. */
static inline char rn_token_mark_behind (const struct rn_tokens *tokens, gsize i)
{
	return i + 1 < tokens->list->len ? rn_token_at (tokens, i + 1)->mark : tokens->last_mark;
}

/* Whether a sign ends a sentence or line. */
static inline gboolean rn_mark_ends (char mark)
{
	return mark == '\n' || mark == '.' || mark == '!' || mark == '?' || mark == ';';
}

/* The hash of a folded word. */
guint32 rn_word_hash (const char *word, gsize size);

#endif
