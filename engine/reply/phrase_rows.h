/* The tables of phrases, one for each language. To add a language: its bit and code
 * (lexicon.h, lexicon.c), a table like these with every meaning of phrases.h, its place in
 * phrases.c, its words of time in when_words.c and when_links.c, those that compare in comparisons.c, who else may be told
 * of in another.c, and rows in tests/unit/test_answers.c and test_short_replies.c. */
#ifndef RN_MAIL_PHRASE_ROWS_H
#define RN_MAIL_PHRASE_ROWS_H

#include "phrases.h"

#define SURE RN_SURE
#define LIKELY 88 /* the usual sense of it in a short answer */
#define WEAK 75   /* polite or roundabout */
#define VAGUE 50  /* asked back: what it means depends on what was asked */

/* Phrases of one meaning, separated by "|". Of ordinals and cardinals the first means 1. */
#define RN_PHRASES(tongues, meaning, strength, phrases) { tongues, RN_MEANS_##meaning, strength, phrases, FALSE }

/* The same of words with the particular meaning that phrases.h tells: "no idea". */
#define RN_PARTICLES(tongues, meaning, strength, phrases) { tongues, RN_MEANS_##meaning, strength, phrases, TRUE }

#define RN_PHRASES_END { 0, 0, 0, NULL, FALSE }

extern const struct rn_lexicon_row rn_phrases_en[];
extern const struct rn_lexicon_row rn_phrases_de[];
extern const struct rn_lexicon_row rn_phrases_fr[];
extern const struct rn_lexicon_row rn_phrases_es[];
extern const struct rn_lexicon_row rn_phrases_it[];
extern const struct rn_lexicon_row rn_phrases_nl[];
extern const struct rn_lexicon_row rn_phrases_pt[];

#endif
