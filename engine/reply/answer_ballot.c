#include "answer_ballot.h"

#include "reading.h"

enum { NO_WORD = -2, NEITHER = -1 };

/* What one letter says; Spanish "y" and "o" join two numbers, and the last of them has no verdict then. */
static int
verdict_of_letter (const char *word)
{
	static const struct {
		char letter;
		int verdict;
	} letters[] = { { 'y', RN_INTENT_YES }, { 'j', RN_INTENT_YES }, { 's', RN_INTENT_YES }, { 'o', RN_INTENT_YES },
	                { 'n', RN_INTENT_NO } };

	for (gsize i = 0; word[0] != '\0' && word[1] == '\0' && i < G_N_ELEMENTS (letters); i++)
		if (letters[i].letter == word[0])
			return letters[i].verdict;
	return NO_WORD;
}

static int
verdict_of (const struct rn_thoughts *thoughts, const struct rn_piece *piece)
{
	int letter = piece->n_words == 1 ? verdict_of_letter (rn_token_word (&thoughts->tokens, piece->first))
	             : NO_WORD;

	if (letter != NO_WORD)
		return letter;
	switch (piece->meaning) {
	case RN_MEANS_YES:
		return RN_INTENT_YES;
	case RN_MEANS_NO: case RN_MEANS_NOT: case RN_MEANS_CANNOT:
		return RN_INTENT_NO;
	case RN_MEANS_UNSURE:
		return NEITHER;
	default:
		return NO_WORD;
	}
}

static gboolean
may_stand_between (const struct rn_piece *piece)
{
	switch (piece->meaning) {
	case RN_MEANS_FILLER: case RN_MEANS_LIGHT: case RN_MEANS_COURTESY: case RN_MEANS_GREETING:
	case RN_MEANS_CHOICE: case RN_MEANS_BUT:
		return TRUE;
	default:
		return FALSE;
	}
}

/* Of "passt nicht" the refusal counts, of "ja, vielleicht" the doubt. */
static int
both (int verdict, int more)
{
	if (verdict == NO_WORD || more == NEITHER)
		return more;
	return verdict == NEITHER || verdict == RN_INTENT_NO ? verdict : more;
}

gboolean
rn_read_ballot (const struct rn_thoughts *thoughts, struct rn_ballot *ballot)
{
	guint open = 0, verdicts = 0; /* `open`: the first line without a verdict */
	int verdict = NO_WORD;

	ballot->n = 0;
	for (guint i = 0; i < thoughts->pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, i);
		int word = piece->number < 0 ? verdict_of (thoughts, piece) : NO_WORD;
		if (piece->number >= 0) {
			if (ballot->n == RN_MAX_BALLOT)
				return FALSE;
			if (verdict != NO_WORD)
				open = ballot->n;
			ballot->lines[ballot->n].number = piece->number;
			ballot->lines[ballot->n++].verdict = NO_WORD;
			verdict = NO_WORD;
		} else if (word != NO_WORD && ballot->n > 0) {
			verdicts += verdict == NO_WORD;
			verdict = both (verdict, word);
			for (guint line = open; line < ballot->n; line++)
				ballot->lines[line].verdict = verdict;
		} else if (word != NO_WORD || !may_stand_between (piece)) {
			return FALSE;
		}
	}
	return verdicts > 1 && verdict != NO_WORD;
}
