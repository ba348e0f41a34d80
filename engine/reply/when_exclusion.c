#include "when_exclusion.h"

#include "phrases.h"

#define MAX_NOT_BEFORE 4 /* words between "not" and the date it excludes */
#define MAX_NOT_BEHIND 6 /* "Dienstag geht es bei mir leider nicht" */

static gboolean
parts_thoughts (char mark)
{
	return mark == ',' || mark == ':' || rn_mark_ends (mark);
}

static gboolean
is_but (const struct rn_when_frame *frame, const struct rn_tokens *tokens, gsize i)
{
	return rn_lexicon_find (&rn_phrases, tokens, i, frame->tongues, RN_MEANS_BUT) != NULL &&
	       rn_lexicon_find (&rn_when_words, tokens, i, frame->tongues, RN_WHEN_NOT) == NULL;
}

/* "No problem", "not an issue": what is denied is no day. */
static gboolean
denies_objection (const struct rn_when_frame *frame, const struct rn_tokens *tokens, gsize i)
{
	for (gsize next = i + 1; next <= i + 3 && next < rn_tokens_count (tokens); next++) {
		if (rn_token_at (tokens, next)->mark != '\0')
			return FALSE;
		if (rn_lexicon_find (&rn_phrases, tokens, next, frame->tongues, RN_MEANS_OBJECT) != NULL)
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_not (const struct rn_when_frame *frame, const struct rn_tokens *tokens, gsize i)
{
	const struct rn_token *token = rn_token_at (tokens, i);

	if (rn_lexicon_find (&rn_when_words, tokens, i, frame->tongues, RN_WHEN_INSTEAD) != NULL)
		return TRUE;
	if (rn_lexicon_find (&rn_when_words, tokens, i, frame->tongues, RN_WHEN_NOT) == NULL ||
	    denies_objection (frame, tokens, i) ||
	    rn_lexicon_find (&rn_phrases, tokens, i, frame->tongues, RN_MEANS_UNDO) != NULL) /* "no wait" */
		return FALSE;
	/* the "t" of "can't"; "no" before a comma is an answer */
	return (token->size > 1 || token->mark == '\'') && !parts_thoughts (rn_token_mark_behind (tokens, i));
}

/* Whether the "but" at word i ends "any day but". */
static gboolean
excepts (const struct rn_when_frame *frame, const struct rn_tokens *tokens, gsize i, gsize least)
{
	for (gsize back = 1; back <= 2 && i >= least + back; back++) {
		const struct rn_phrase *phrase = rn_lexicon_find (&rn_when_words, tokens, i - back, frame->tongues, RN_WHEN_NOT);
		if (phrase != NULL && phrase->n_words == (int) back + 1)
			return TRUE;
	}
	return FALSE;
}

/* Whether the words before (or behind) the date say that it is the wrong one. */
gboolean
rn_when_is_excluded_before (const struct rn_when_frame *frame, const struct rn_tokens *tokens, gsize start, gsize least)
{
	for (gsize back = 1; back <= MAX_NOT_BEFORE && start >= least + back; back++) {
		if (parts_thoughts (rn_token_at (tokens, start - back + 1)->mark))
			return FALSE;
		if (is_but (frame, tokens, start - back))
			return excepts (frame, tokens, start - back, least);
		if (is_not (frame, tokens, start - back))
			return TRUE;
	}
	return FALSE;
}

gboolean
rn_when_is_excluded_behind (const struct rn_when_frame *frame, const struct rn_tokens *tokens, gsize end)
{
	struct rn_when_facts other;

	for (gsize i = end; i < end + MAX_NOT_BEHIND && i < rn_tokens_count (tokens); i++) {
		gboolean is_ordinal = i == end && rn_token_at (tokens, i)->mark == '.' && rn_token_at (tokens, i - 1)->number >= 0 &&
		                      !rn_token_at (tokens, i)->is_upper;
		if ((parts_thoughts (rn_token_at (tokens, i)->mark) && !is_ordinal) || is_but (frame, tokens, i))
			return FALSE;
		if (rn_lexicon_find (&rn_when_words, tokens, i, frame->tongues, RN_WHEN_NOT) == NULL ||
		    denies_objection (frame, tokens, i))
			continue;
		for (gsize next = i + 1; next < i + 4 && next < rn_tokens_count (tokens); next++) {
			if (parts_thoughts (rn_token_at (tokens, next)->mark) || is_but (frame, tokens, next))
				break;
			if (rn_when_read (frame, tokens, next, &other))
				return FALSE; /* it excludes the next date */
		}
		return TRUE;
	}
	return FALSE;
}

/* "not away", "after my leave" */
static gboolean
is_denied (const struct rn_when_frame *frame, const struct rn_tokens *tokens, gsize away)
{
	for (gsize i = away; i > 0 && away - i < 2 && rn_token_at (tokens, i)->mark == '\0'; i--)
		if (is_not (frame, tokens, i - 1) ||
		    rn_lexicon_find (&rn_when_words, tokens, i - 1, frame->tongues, RN_WHEN_AFTER) != NULL)
			return TRUE;
	return FALSE;
}

/* Where the clause of a date begins: "on leave, 23 to 27 March" is one, "I'm out, ask me in May", "I'm out but
 * Friday works" and what stands behind another date are two. */
static gsize
clause_start (const struct rn_when_frame *frame, const struct rn_tokens *tokens, gsize start, gsize least)
{
	gsize first = MAX (least, start > MAX_NOT_BEFORE ? start - MAX_NOT_BEFORE : 0);

	for (gsize i = start; i > first; i--) {
		char mark = rn_token_at (tokens, i)->mark;
		if ((parts_thoughts (mark) && i < start) || (mark == ',' && (i < start || least > 0)) ||
		    is_but (frame, tokens, i - 1))
			return i;
	}
	return first;
}

/* Whether words near the date in its clause say that she is away then; of "away, back on Monday" they do not. */
gboolean
rn_when_is_away (const struct rn_when_frame *frame, const struct rn_tokens *tokens, const struct rn_when_facts *facts, gsize least)
{
	gsize end = MIN (facts->end + MAX_NOT_BEHIND, rn_tokens_count (tokens));
	gboolean is_found = FALSE;

	for (gsize i = clause_start (frame, tokens, facts->start, least); i < end; i++) {
		if (i >= facts->end && (parts_thoughts (rn_token_at (tokens, i)->mark) || is_but (frame, tokens, i)))
			break;
		if (i < facts->start && rn_lexicon_find (&rn_when_words, tokens, i, frame->tongues, RN_WHEN_BACK) != NULL)
			return FALSE;
		if (rn_lexicon_find (&rn_when_words, tokens, i, frame->tongues, RN_WHEN_AWAY) != NULL &&
		    !is_denied (frame, tokens, i))
			is_found = TRUE;
	}
	return is_found;
}
