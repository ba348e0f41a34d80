#include "answer_form.h"

#include <string.h>

#include "answer_ballot.h"
#include "judge.h"

#define IN_A_ROW 90              /* percent of a yes or no in "1: yes 2: no" */
#define LONGEST_JUDGED 600       /* bytes: more is told in own words, yes and no of fifty lines are less */

static gboolean
is_all_understood (const struct rn_thoughts *thoughts)
{
	for (guint i = 0; i < thoughts->pieces->len; i++)
		if (rn_piece_is_unknown (rn_piece_at (thoughts, i)))
			return FALSE;
	return TRUE;
}

/* Whether a vote rests on a plain "yes" or "no", and not on "not at all" or "I agree",
 * which may be words of the question's own scale. */
static gboolean
is_plain (const struct rn_thoughts *thoughts, const struct rn_vote *vote, const char *text)
{
	const struct rn_token *token = rn_token_at (&thoughts->tokens, rn_piece_at (thoughts, vote->piece)->first);
	struct rn_tokens word;

	rn_tokens_init (&word, text + token->at, token->size);
	const struct rn_phrase *phrase = rn_lexicon_find (&rn_phrases, &word, 0, RN_ANY_TONGUE,
	                                                  vote->intent == RN_INTENT_YES ? RN_MEANS_YES : RN_MEANS_NO);
	rn_tokens_clear (&word);
	return phrase != NULL;
}

static gboolean
has_number (const struct rn_thoughts *thoughts)
{
	for (guint i = 0; i < thoughts->pieces->len; i++)
		if (rn_piece_at (thoughts, i)->number >= 0)
			return TRUE;
	return FALSE;
}

/* "1: yes 2: no 3: yes" in one line. */
static gboolean
read_row (rn_reading *reading, const struct rn_filled_line *line, GTimeZone *zone)
{
	g_autofree char *row = g_strdup_printf ("%d %s", line->question, line->text);
	struct rn_thoughts thoughts;
	struct rn_ballot ballot;

	if (strpbrk (line->text, "0123456789") == NULL)
		return FALSE;
	rn_thoughts_init (&thoughts, row, reading->language, NULL, reading->date, zone);
	gboolean is_row = rn_read_ballot (&thoughts, &ballot);
	for (guint i = 0; is_row && i < ballot.n; i++)
		if (ballot.lines[i].verdict >= 0)
			rn_reading_add_answer (reading, (enum rn_intent) ballot.lines[i].verdict,
			                       ballot.lines[i].number, "", IN_A_ROW);
	rn_thoughts_clear (&thoughts);
	return is_row;
}

/* The answer to one question: a number, a plain yes or no, or words. */
void
rn_read_filled (rn_reading *reading, const struct rn_filled_line *line, GTimeZone *zone)
{
	struct rn_judge judge;
	int confidence = 0;

	if (strlen (line->text) > LONGEST_JUDGED) {
		rn_reading_add_answer (reading, RN_INTENT_TEXT, line->question, line->text, 95);
		return;
	}
	if (read_row (reading, line, zone))
		return;

	rn_judge_init (&judge, line->text, reading->language, NULL, reading->date, zone);
	const struct rn_thoughts *thoughts = &judge.thoughts;
	const struct rn_vote *polar = rn_judge_settle (&judge, &confidence);
	if (thoughts->pieces->len == 1 && rn_piece_at (thoughts, 0)->number >= 0) {
		struct rn_answer *answer = rn_reading_add_answer (reading, RN_INTENT_NUMBER, line->question, "", 97);
		g_free (answer->value);
		answer->value = g_strdup_printf ("%d", rn_piece_at (thoughts, 0)->number);
	} else if (polar != NULL && polar->intent != RN_INTENT_LATER && confidence >= 80 && !has_number (thoughts) &&
	           is_all_understood (thoughts) &&
	           is_plain (thoughts, polar, line->text)) {
		/* what is more than a word may answer an open question as well: "3: all fine" */
		rn_reading_add_answer (reading, polar->intent, line->question, rn_tokens_count (&thoughts->tokens) > 1
		                       ? line->text : "", confidence);
	} else {
		rn_reading_add_answer (reading, RN_INTENT_TEXT, line->question, line->text, 95);
	}
	rn_judge_clear (&judge);
}
