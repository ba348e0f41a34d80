#include "answer_implied.h"

#include "when_words.h"

#define MAX_BEHIND_NOT 4 /* "not my cup of tea" */

gboolean
rn_was_given (const rn_reading *reading, enum rn_intent intent)
{
	for (guint i = 0; i < reading->answers->len; i++)
		if (((const struct rn_answer *) g_ptr_array_index (reading->answers, i))->intent == intent)
			return TRUE;
	return FALSE;
}

gboolean
rn_puts_off (const struct rn_judge *judge)
{
	const struct rn_when *first = &judge->thoughts.dates[0];
	rn_time length = judge->thoughts.n_dates > 0 ? first->end - first->start : 0;

	return length > 0 && !first->is_past && !first->is_range && rn_thought_unknown (&judge->thoughts, 0) <= 1 &&
	       (first->is_excluded ? length >= 5 * RN_DAY : length >= 28 * RN_DAY &&
	        rn_judge_says (judge, RN_MEANS_UNSURE));
}

gboolean
rn_is_put_off (const struct rn_judge *judge, const struct rn_piece *piece)
{
	const struct rn_when *first = &judge->thoughts.dates[0];

	return piece->date == 0 && first->is_excluded && first->end - first->start >= 28 * RN_DAY && rn_puts_off (judge);
}

/* A refusal made of nothing but "never" or "none". */
static gboolean
only_negates (const struct rn_judge *judge)
{
	gboolean negates = FALSE;

	for (guint i = 0; i < judge->thoughts.pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);
		negates |= piece->meaning == RN_MEANS_NOT && !piece->is_spent;
		if (piece->meaning != RN_MEANS_NOT && piece->meaning != RN_MEANS_COURTESY &&
		    piece->meaning != RN_MEANS_GREETING)
			return FALSE;
	}
	return negates;
}

/* "Not my thing", "nicht mein Thema": few words behind a "not", which is no "nothing", of which most are unknown in no
 * language that is read here. */
static gboolean
opens_with_not (const struct rn_judge *judge)
{
	const guint64 edges = (guint64) 1 << RN_WHEN_BEFORE | (guint64) 1 << RN_WHEN_UNTIL;
	const struct rn_thoughts *thoughts = &judge->thoughts;
	int words = 0, unknown = 0;
	guint first = 0;

	while (first < thoughts->pieces->len && (rn_piece_at (thoughts, first)->meaning == RN_MEANS_COURTESY ||
	                                         rn_piece_at (thoughts, first)->meaning == RN_MEANS_GREETING))
		first++;
	if (first == thoughts->pieces->len || rn_piece_at (thoughts, first)->meaning != RN_MEANS_NOT ||
	    rn_piece_at (thoughts, first)->is_spent ||
	    rn_piece_at (thoughts, first)->phrase->is_particle)
		return FALSE;
	for (guint i = first + 1; i < thoughts->pieces->len && rn_is_in_clause (thoughts, i, first); i++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, i);
		if ((rn_token_at (&thoughts->tokens, piece->first)->senses & edges) != 0)
			return FALSE; /* "not before I know more" */
		words += (int) piece->n_words;
		unknown += rn_piece_is_unknown (piece) ? 1 : -1;
		if (piece->meaning == RN_MEANS_NOT || piece->meaning == RN_MEANS_CANNOT ||
		    piece->meaning == RN_MEANS_IF || piece->date >= 0 || piece->number >= 0 ||
		    (piece->meaning > RN_MEANS_NOTHING && piece->meaning <= RN_MEANS_LAST_SAID))
			return FALSE;
	}
	return words > 0 && words <= MAX_BEHIND_NOT && unknown <= 1 && !rn_judge_says (judge, RN_MEANS_UNSURE);
}

/* Nothing but one letter. */
static gboolean
is_letter (const struct rn_judge *judge, const char *letter)
{
	const struct rn_tokens *tokens = &judge->thoughts.tokens;

	return rn_tokens_count (tokens) == 1 && g_str_equal (rn_token_word (tokens, 0), letter);
}

/* "All", and nothing else; beside more it may be a word that changes nothing. */
static gboolean
is_bare_all (const struct rn_judge *judge)
{
	static const char *const words[] = { "all", "any", "anything", "alle", "tout", "todo", "tutto", "tudo",
	                                     "qualsiasi", NULL };
	const struct rn_tokens *tokens = &judge->thoughts.tokens;

	return rn_tokens_count (tokens) == 1 && g_strv_contains (words, rn_token_word (tokens, 0));
}

gboolean
rn_is_plus_one (const struct rn_judge *judge, const char *text)
{
	const struct rn_tokens *tokens = &judge->thoughts.tokens;

	return rn_tokens_count (tokens) == 1 && rn_token_at (tokens, 0)->number == 1 && *text == '+';
}

/* "I will", "I do", and nothing else. */
static gboolean
is_promise (const struct rn_judge *judge)
{
	static const char *const verbs[] = { "will", "do", "can", "am", "did", "have", "shall" };
	const struct rn_tokens *tokens = &judge->thoughts.tokens;

	if (rn_tokens_count (tokens) != 2 || (!g_str_equal (rn_token_word (tokens, 0), "i") &&
	                                      !g_str_equal (rn_token_word (tokens, 0), "we")))
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
		if (g_str_equal (rn_token_word (tokens, 1), verbs[i]))
			return TRUE;
	return FALSE;
}

/* "See you then!" */
static gboolean
is_farewell (const struct rn_judge *judge)
{
	for (guint i = 0; i < judge->thoughts.pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);
		if (piece->meaning == RN_MEANS_FAREWELL && !piece->phrase->is_particle)
			return rn_thought_unknown (&judge->thoughts, piece->thought) == 0 &&
			       !rn_judge_says (judge, RN_MEANS_UNSURE) &&
			       !rn_judge_says (judge, RN_MEANS_QUESTION);
	}
	return FALSE;
}

void
rn_read_implied (rn_reading *reading, const struct rn_judge *judge, const char *text)
{
	static const struct {
		const char *letter;
		enum rn_intent intent;
	} letters[] = { { "y", RN_INTENT_YES }, { "j", RN_INTENT_YES }, { "k", RN_INTENT_YES }, { "n", RN_INTENT_NO } };

	for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
		if (is_letter (judge, letters[i].letter)) {
			rn_reading_add_answer (reading, letters[i].intent, 0, "", 85);
			return;
		}
	if (only_negates (judge))
		rn_reading_add_answer (reading, RN_INTENT_NO, 0, "", 85);
	else if (judge->votes->len == 0 && opens_with_not (judge))
		rn_reading_add_answer (reading, RN_INTENT_NO, 0, "", 72);
	else if (is_promise (judge))
		rn_reading_add_answer (reading, RN_INTENT_YES, 0, "", 85);
	else if (rn_is_plus_one (judge, text))
		rn_reading_add_answer (reading, RN_INTENT_YES, 0, "", 90);
	else if (is_bare_all (judge) && !rn_was_given (reading, RN_INTENT_NUMBER))
		rn_reading_add_answer (reading, RN_INTENT_NUMBER, 0, "all", 80);
	else if (rn_puts_off (judge)) /* "I can't now, maybe next year" too */
		rn_reading_add_answer (reading, RN_INTENT_LATER, 0, "", 70);
	else if (is_farewell (judge) && reading->answers->len == 0)
		rn_reading_add_answer (reading, RN_INTENT_YES, 0, "", 80);
}
