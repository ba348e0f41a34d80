#include "answers.h"

#include <string.h>

#include "answer_dates.h"
#include "answer_exceptions.h"
#include "answer_form.h"
#include "answer_implied.h"
#include "answer_numbers.h"
#include "answer_slips.h"
#include "answer_titles.h"
#include "fold.h"
#include "footer.h"
#include "thoughts_language.h"
#include "votes.h"
#include "when_words.h"

#define MAX_HEAD_LINES 10    /* an answer stands in the first lines; stories follow below */
#define MAX_HEAD_BYTES 1500
#define MAX_CLOSING_BYTES (2 * RN_MAX_CLOSING) /* folding shortens */
#define MIN_QUESTION 3       /* words of a question that is one by its sign alone; fewer may name a topic */
#define ASKED 65             /* percent that a question is for a person */
#define WISHED 50            /* percent of a date that only the writer knows */
#define OWN_WORDS 50         /* percent of words that none of this is known of */
#define MIN_WRAPPED_LINE 50  /* a shorter line was ended by the writer */

/* The first lines down to the closing words; lines that a program wrapped are joined. */
static char *
head_of (const char *text)
{
	GString *head = g_string_new (NULL);
	int lines = 0;

	for (const char *at = text, *next; *at != '\0' && lines < MAX_HEAD_LINES; at = next) {
		if (head->len >= MAX_HEAD_BYTES)
			break;
		gsize size = strcspn (at, "\n");
		next = at + size + (at[size] == '\n');
		size = MIN (size, MAX_HEAD_BYTES);
		while (size > 0 && ((guchar) at[size] & 0xc0) == 0x80)
			size--;
		g_autofree char *folded = size <= MAX_CLOSING_BYTES ? rn_folded (at, size) : NULL;
		if (lines > 0 && folded != NULL && rn_is_closing (folded))
			break;
		g_string_append_len (head, at, (gssize) size);
		gboolean is_wrapped = size >= MIN_WRAPPED_LINE && g_unichar_islower (g_utf8_get_char (next));
		g_string_append_c (head, is_wrapped ? ' ' : '\n');
		lines += size > 0;
	}
	return g_string_free (head, FALSE);
}

static const struct rn_vote *
vote_at_piece (const struct rn_judge *judge, guint piece)
{
	for (guint i = 0; i < judge->votes->len; i++)
		if (g_array_index (judge->votes, struct rn_vote, i).piece == piece)
			return &g_array_index (judge->votes, struct rn_vote, i);
	return NULL;
}

/* "Done", "yes, I did it": and no "will do". */
static gboolean
says_done (const struct rn_judge *judge)
{
	for (guint i = 0; i < judge->votes->len; i++) {
		const struct rn_vote *vote = &g_array_index (judge->votes, struct rn_vote, i);
		if (vote->intent == RN_INTENT_YES && vote->strength >= RN_ASK_BACK &&
		    rn_piece_at (&judge->thoughts, vote->piece)->meaning == RN_MEANS_DONE)
			return TRUE;
	}
	return FALSE;
}

/* A date that the refusal is about: "not this year", "I can't take part this year". */
static gboolean
is_refused (const struct rn_judge *judge, guint date, guint refusal)
{
	const struct rn_piece *piece = rn_piece_at (&judge->thoughts, date);

	return judge->thoughts.dates[piece->date].is_excluded || judge->thoughts.dates[piece->date].is_away ||
	       piece->clause == rn_piece_at (&judge->thoughts, refusal)->clause;
}

static gboolean
is_number (const struct rn_piece *piece)
{
	return piece->number >= 0 || piece->meaning == RN_MEANS_ORDINAL || piece->meaning == RN_MEANS_CARDINAL ||
	       piece->meaning == RN_MEANS_BOTH || piece->meaning == RN_MEANS_ALL || piece->meaning == RN_MEANS_REST;
}

/* The "graag" of "de tweede graag", the "works" of "2 works for me": said of a line that was
 * chosen before it. */
static gboolean
is_said_of_number (const rn_reading *reading, const struct rn_thoughts *thoughts, guint i)
{
	for (guint before = i; before > 0 && rn_was_given (reading, RN_INTENT_NUMBER); before--) {
		const struct rn_piece *piece = rn_piece_at (thoughts, before - 1);
		if (piece->thought != rn_piece_at (thoughts, i)->thought)
			return FALSE;
		if (is_number (piece))
			return TRUE;
	}
	return FALSE;
}

/* "How much time does it take?" */
static gboolean
asks_back (const struct rn_thoughts *thoughts, const char *text)
{
	for (guint i = 0; i < thoughts->pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, i);
		const char *question = text + rn_token_at (&thoughts->tokens, piece->first)->at;
		gboolean is_sentence = i + MIN_QUESTION <= thoughts->pieces->len &&
		                       rn_piece_at (thoughts, i + MIN_QUESTION - 1)->thought == piece->thought;
		if ((piece->meaning == RN_MEANS_QUESTION || is_sentence) && question[strcspn (question, ".!?")] == '?')
			return TRUE;
	}
	return FALSE;
}

/* The words of "yes, but only after my holiday": when that is, a person knows. */
static void
add_wish (rn_reading *reading, const struct rn_thoughts *thoughts, const struct rn_piece *piece, const char *text)
{
	const struct rn_token *first = rn_token_at (&thoughts->tokens, piece->first);
	const struct rn_token *last = rn_token_at (&thoughts->tokens, piece->first + piece->n_words - 1);
	g_autofree char *words = g_strndup (text + first->at, last->at + last->size - first->at);

	rn_reading_add_answer (reading, RN_INTENT_DATE, 0, words, WISHED);
}

static void
read_day (rn_reading *reading, const struct rn_judge *judge, const char *text, guint i, const char *quote,
          GTimeZone *zone)
{
	if (!rn_read_day_of_line (reading, &judge->thoughts, i, quote))
		rn_read_date (reading, &judge->thoughts, text, i, zone);
}

/* "No, 3": who chose a line refused something else with it. */
static void
doubt_refusal (rn_reading *reading)
{
	struct rn_answer *refusal = NULL;
	gboolean chooses = FALSE;

	for (guint i = 0; i < reading->answers->len; i++) {
		struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		refusal = answer->intent == RN_INTENT_NO ? answer : refusal;
		chooses |= answer->intent == RN_INTENT_NUMBER && answer->confidence >= RN_ASK_BACK &&
		           !g_str_has_prefix (answer->value, "not ");
	}
	if (refusal != NULL && chooses)
		refusal->confidence = MIN (refusal->confidence, RN_UNSURE);
}

/* What one judgement says, in reading order; gives how many answers it added. */
static guint
add_answers (rn_reading *reading, const struct rn_judge *judge, const char *text, const char *quote, GTimeZone *zone)
{
	guint before = reading->answers->len;
	int confidence = 0;

	if (rn_read_votes (reading, &judge->thoughts))
		return reading->answers->len - before;
	const struct rn_vote *polar = rn_judge_settle (judge, &confidence);
	gboolean is_no = polar != NULL && polar->intent == RN_INTENT_NO && confidence >= RN_ASK_BACK;

	for (guint i = 0; i < judge->thoughts.pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);
		const struct rn_vote *vote = vote_at_piece (judge, i);
		if (vote != NULL && vote == polar && !(polar->intent == RN_INTENT_YES &&
		                                       is_said_of_number (reading, &judge->thoughts, i)))
			rn_reading_add_answer (reading, vote->intent, 0,
			                       vote->intent == RN_INTENT_YES && says_done (judge) ? RN_DONE : "", confidence);
		else if (vote != NULL && !rn_intent_is_polar (vote->intent) && !rn_was_given (reading, vote->intent))
			rn_reading_add_answer (reading, vote->intent, 0, "", vote->strength);
		else if (piece->meaning == RN_MEANS_AFTER && polar != NULL && polar->intent == RN_INTENT_YES &&
		         judge->thoughts.n_dates == 0)
			add_wish (reading, &judge->thoughts, piece, text);
		else if (piece->meaning == RN_MEANS_LAST)
			rn_read_last (reading, &judge->thoughts, i, quote);
		else if (is_number (piece) && !rn_is_plus_one (judge, text) && !rn_is_miscounted (&judge->thoughts, i, quote))
			rn_read_number (reading, &judge->thoughts, i);
		else if (piece->date >= 0 && !(is_no && is_refused (judge, i, polar->piece)) &&
		         !(polar == NULL && rn_is_put_off (judge, piece)))
			read_day (reading, judge, text, i, quote, zone);
		else if (rn_piece_is_unknown (piece) || piece->meaning == RN_MEANS_FILLER)
			rn_read_letter (reading, &judge->thoughts, i);
	}
	if (polar == NULL || (confidence < RN_ASK_BACK && rn_puts_off (judge)))
		rn_read_implied (reading, judge, text);
	if (polar == NULL || polar->intent == RN_INTENT_YES)
		rn_read_titles (reading, &judge->thoughts, quote);
	rn_weigh_exclusions (reading);
	if (is_no)
		doubt_refusal (reading);
	if (rn_was_given (reading, RN_INTENT_NUMBER))
		rn_read_rest (reading, quote);
	if (reading->answers->len == before && !judge->thoughts.is_guessed && asks_back (&judge->thoughts, text))
		rn_reading_add_answer (reading, RN_INTENT_HELP, 0, "", ASKED);
	return reading->answers->len - before;
}

/* A form may have one word above it: STOP, HELP. */
static void
add_command (rn_reading *reading, const struct rn_judge *judge)
{
	for (guint i = 0; i < judge->votes->len; i++) {
		const struct rn_vote *vote = &g_array_index (judge->votes, struct rn_vote, i);
		const struct rn_piece *piece = rn_piece_at (&judge->thoughts, vote->piece);
		if (!rn_intent_is_polar (vote->intent) && vote->strength >= 90 && piece->thought == 0 &&
		    rn_piece_at (&judge->thoughts, 0)->number < 0)
			rn_reading_add_answer (reading, vote->intent, 0, "", vote->strength);
	}
}

/* Reads the first lines in one language, NULL for the one they seem to have; of a form
 * only the language and a command. */
static void
read_head (rn_reading *reading, const char *text, const char *language, const char *quote, GTimeZone *zone,
           gboolean is_form)
{
	struct rn_judge judge;
	int doubt = language != NULL && *reading->language != '\0' ? 15 : 0;

	rn_judge_init (&judge, text, language, quote, reading->date, zone);
	if (is_form)
		add_command (reading, &judge);
	else
		add_answers (reading, &judge, text, quote, zone);
	if (language == NULL && !judge.thoughts.is_guessed)
		rn_reading_set (&reading->language, judge.thoughts.language);
	if (*reading->language == '\0')
		rn_reading_set (&reading->language, rn_thoughts_language (&judge.thoughts));
	rn_judge_clear (&judge);
	for (guint i = 0; doubt > 0 && i < reading->answers->len; i++)
		((struct rn_answer *) g_ptr_array_index (reading->answers, i))->confidence -= doubt;
}

/* Words in which nothing was found: the answer to an open question, or a topic's name. */
static void
keep_words (rn_reading *reading, const char *head, GTimeZone *zone)
{
	struct rn_thoughts thoughts;
	gboolean says_something = FALSE;

	rn_thoughts_init (&thoughts, head, reading->language, NULL, reading->date, zone);
	for (guint i = 0; i < thoughts.pieces->len; i++)
		says_something |= rn_piece_is_unknown (rn_piece_at (&thoughts, i));
	rn_thoughts_clear (&thoughts);
	if (says_something) {
		g_autofree char *words = g_strstrip (g_strdup (head));
		rn_reading_add_answer (reading, RN_INTENT_TEXT, 0, words, OWN_WORDS);
	}
}

void
rn_read_answers (rn_reading *reading, const struct rn_reply *reply, GTimeZone *zone)
{
	g_autofree char *head = head_of (reply->text);
	gboolean is_form = reply->filled->len > 0;

	read_head (reading, head, NULL, reply->quote, zone, is_form);
	/* a word of another language, as "ok, prima" in English prose */
	if (reading->answers->len == 0 && !is_form)
		read_head (reading, head, "", reply->quote, zone, FALSE);
	if (reading->answers->len == 0 && !is_form)
		rn_read_slips (reading, head, zone);
	if (reading->answers->len == 0 && !is_form)
		keep_words (reading, head, zone);
	for (guint i = 0; i < reply->filled->len; i++)
		rn_read_filled (reading, g_ptr_array_index (reply->filled, i), zone);
	if (is_form)
		reading->kind = RN_MAIL_FORM;
}
