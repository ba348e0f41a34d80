#include "answer_exceptions.h"

#include <string.h>

#include "choices.h"
#include "when_words.h"

#define EXCEPTED 85 /* percent: "all but 2" */
#define EXCLUDED 50 /* "not 2": of the others nothing was said */

/* "All", with a comma, "not" or "but" behind it in English, which says "all 3" too */
static gboolean
is_all_said (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i), *next = rn_piece_at (thoughts, i + 1);

	return piece->meaning == RN_MEANS_ALL ||
	       (piece->meaning == RN_MEANS_AMOUNT && piece->n_words == 1 &&
	        (rn_token_mark_behind (&thoughts->tokens, piece->first) == ',' || next->meaning == RN_MEANS_NOT ||
	         next->meaning == RN_MEANS_BUT));
}

gboolean
rn_says_all (const struct rn_thoughts *thoughts)
{
	for (guint i = 0; i + 1 < thoughts->pieces->len; i++)
		if (is_all_said (thoughts, i))
			return TRUE;
	return FALSE;
}

gboolean
rn_is_excepted (const struct rn_thoughts *thoughts, guint i)
{
	int tongues = rn_tongue_of (thoughts->language);

	for (guint before = i; before > 0 && rn_is_in_thought (thoughts, before - 1, i); before--) {
		gsize word = rn_piece_at (thoughts, before - 1)->first;
		if (rn_piece_at (thoughts, i)->is_excluded && is_all_said (thoughts, before - 1))
			return TRUE; /* "all, not 2" */
		if (rn_piece_at (thoughts, before - 1)->meaning == RN_MEANS_BUT && before > 1 &&
		    is_all_said (thoughts, before - 2))
			return TRUE; /* "everything but number 2" */
		const struct rn_phrase *phrase = word > 0
		                                 ? rn_lexicon_find (&rn_when_words, &thoughts->tokens, word - 1,
		                                                    tongues, RN_WHEN_NOT) : NULL;
		if (rn_piece_at (thoughts, before - 1)->meaning == RN_MEANS_BUT &&
		    (rn_lexicon_find (&rn_when_words, &thoughts->tokens, word, tongues, RN_WHEN_NOT) != NULL ||
		     (phrase != NULL && phrase->n_words == 2)))
			return TRUE;
	}
	return FALSE;
}

void
rn_exclude_line (rn_reading *reading, int number, gboolean is_excepted)
{
	g_autofree char *value = g_strdup_printf ("not %d", number);

	rn_reading_add_answer (reading, RN_INTENT_NUMBER, 0, value, is_excepted ? EXCEPTED : EXCLUDED);
}

static gboolean
is_exclusion (const struct rn_answer *answer)
{
	return answer->intent == RN_INTENT_NUMBER && g_str_has_prefix (answer->value, "not ");
}

static gboolean
is_all (const struct rn_answer *answer)
{
	return answer->intent == RN_INTENT_NUMBER && g_str_equal (answer->value, "all");
}

static struct rn_answer *
first_that (const rn_reading *reading, gboolean (*is_one) (const struct rn_answer *answer))
{
	for (guint i = 0; i < reading->answers->len; i++)
		if (is_one (g_ptr_array_index (reading->answers, i)))
			return g_ptr_array_index (reading->answers, i);
	return NULL;
}

/* "1, 2, 3, but not 2": what is chosen and excluded both is unsure. */
static void
doubt_excluded (rn_reading *reading)
{
	for (guint i = 0; i < reading->answers->len; i++) {
		const struct rn_answer *excluded = g_ptr_array_index (reading->answers, i);
		for (guint other = 0; is_exclusion (excluded) && other < reading->answers->len; other++) {
			struct rn_answer *answer = g_ptr_array_index (reading->answers, other);
			if (answer->intent == RN_INTENT_NUMBER &&
			    g_str_equal (answer->value, excluded->value + strlen ("not ")))
				answer->confidence = MIN (answer->confidence, RN_MAYBE);
		}
	}
}

void
rn_weigh_exclusions (rn_reading *reading)
{
	gboolean has_all = first_that (reading, is_all) != NULL, chooses = FALSE;

	if (first_that (reading, is_exclusion) == NULL)
		return;
	doubt_excluded (reading);
	for (guint i = 0; i < reading->answers->len; i++) {
		const struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		chooses = chooses || (answer->intent == RN_INTENT_NUMBER && !is_all (answer) && !is_exclusion (answer));
	}
	for (guint i = reading->answers->len; i > 0; i--) {
		struct rn_answer *answer = g_ptr_array_index (reading->answers, i - 1);
		if (is_exclusion (answer) && has_all)
			answer->confidence = EXCEPTED;
		if (is_all (answer) || (is_exclusion (answer) && chooses && !has_all && answer->confidence == EXCLUDED))
			g_ptr_array_remove_index (reading->answers, i - 1);
	}
}
