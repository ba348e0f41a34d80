/* Tables of phrases in several languages, looked up by their words. */
#ifndef RN_MAIL_LEXICON_H
#define RN_MAIL_LEXICON_H

#include "tokens.h"

/* Languages as bits, so that one word may belong to several. */
enum rn_tongue {
	RN_EN = 1 << 0,
	RN_DE = 1 << 1,
	RN_FR = 1 << 2,
	RN_ES = 1 << 3,
	RN_IT = 1 << 4,
	RN_NL = 1 << 5,
	RN_PT = 1 << 6,
	RN_N_TONGUES = 7,
	RN_OTHER = 1 << RN_N_TONGUES, /* a few words of further languages */
	RN_ANY_TONGUE = (RN_OTHER << 1) - 1,
};

/* The bit of "en", "de" …; RN_ANY_TONGUE for any other code. */
int rn_tongue_of (const char *language);

/* The code of the n-th bit, from 0. */
const char *rn_tongue_code (int n);

/* Phrases of one meaning, written naturally and separated by "|"; see spelling.h for what else they stand for. */
struct rn_lexicon_row {
	int tongues;
	int meaning;
	int strength; /* percent, or whatever the table's reader takes it for */
	const char *phrases;
	gboolean is_particle;
};

struct rn_phrase {
	int meaning, tongues, strength;
	int value;     /* which phrase of its row, from 1 */
	int n_words;
	gboolean is_particle;
};

#define RN_LEXICON_TABLES (RN_N_TONGUES + 1) /* one for each language, and one for the others */
#define RN_LEXICON_SLOTS 4096 /* a power of two, twice the first words of the largest table */

/* Tables and their index, which is built at the first look. Of a phrase that stands in several,
 * as "si" of Spanish and of French, the meaning counts that comes first in its enumeration. */
struct rn_lexicon {
	const struct rn_lexicon_row *tables[RN_LEXICON_TABLES + 1]; /* ends with NULL; each ends with a row without phrases */
	gsize is_ready;
	GArray *entries;
	guint16 slots[RN_LEXICON_SLOTS];
};

/* Sets each word's `senses`: bit n tells that a phrase with meaning n may start there, in
 * some language. For tables of fewer than 64 meanings. */
void rn_lexicon_mark (struct rn_lexicon *lexicon, struct rn_tokens *tokens);

/* The longest phrase that starts at word i, belongs to one of the languages and has
 * this meaning (0: any), or NULL. A phrase may run over a comma or a line's end, not
 * over the end of a sentence. */
const struct rn_phrase *rn_lexicon_find (struct rn_lexicon *lexicon, const struct rn_tokens *tokens, gsize i, int tongues,
                                         int meaning);

/* The same, over at most RN_MAX_SKIPPED words between those of the phrase for which `skips`
 * says so, and over no sign but a hyphen or apostrophe: "passt mir [sehr] gut". In *n_words
 * how many words it takes. Phrases of one word are not looked for. */
#define RN_MAX_SKIPPED 2
typedef gboolean (*rn_skips) (const struct rn_tokens *tokens, gsize i, int tongues);
const struct rn_phrase *rn_lexicon_find_loose (struct rn_lexicon *lexicon, const struct rn_tokens *tokens, gsize i, int tongues,
                                               rn_skips skips, int *n_words);

/* All languages that have a phrase of so many words at word i; 0: none has. */
int rn_lexicon_tongues (struct rn_lexicon *lexicon, const struct rn_tokens *tokens, gsize i, int n_words);

#endif
