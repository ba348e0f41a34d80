#include "answers.h"

#include <string.h>

#include "clock.h"
#include "fold.h"
#include "footer.h"
#include "thoughts.h"

#define MAX_HEAD_LINES 10    /* an answer stands in the first lines; stories follow below */
#define MAX_HEAD_BYTES 1500
#define MAX_CLOSING_BYTES (2 * RN_MAX_CLOSING) /* folding shortens */
#define MIN_WRAPPED_LINE 50  /* a shorter line was ended by the writer */
#define NEGATION_REACH 6     /* pieces between "not" and what it turns round */
#define ASK_BACK 60          /* below this confidence nobody acts on it */
#define MANY_UNKNOWN 3       /* words of a thought not understood: a single word may mean anything */
#define LONG_LIST 10         /* of a range "1-3" */

/* One thing that was said, with how surely. */
struct vote {
	enum rn_intent intent;
	int strength;
	guint piece;
	gboolean is_weak; /* said only in a roundabout way: "I can't", "not … works" */
};

struct judge {
	struct rn_thoughts thoughts;
	GArray *votes; /* of struct vote, in reading order */
};

/* ---- The lines that count --------------------------------------------------- */

/* The first lines down to the closing words; lines that a program wrapped are joined. */
static char *head_of (const char *text)
{
	GString *head = g_string_new (NULL);
	int lines = 0;

	for (const char *at = text, *next; *at != '\0' && lines < MAX_HEAD_LINES && head->len < MAX_HEAD_BYTES; at = next) {
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

/* ---- Where a piece stands ----------------------------------------------------- */

/* Whether only pieces that say nothing stand before it in its clause: of fillers at
 * most so many. */
static gboolean leads (const struct rn_thoughts *thoughts, guint i, int fillers, gboolean after_polar)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);

	for (guint before = i; before > 0; before--) {
		const struct rn_piece *other = rn_piece_at (thoughts, before - 1);
		if (other->clause != piece->clause)
			break;
		switch (other->meaning) {
		case RN_MEANS_COURTESY: case RN_MEANS_GREETING: case RN_MEANS_UNDO: case RN_MEANS_BUT:
			break;
		case RN_MEANS_YES: case RN_MEANS_NO:
			if (!after_polar)
				return FALSE;
			break;
		case RN_MEANS_FILLER:
			if (fillers-- <= 0)
				return FALSE;
			break;
		default:
			if (other->date < 0)
				return FALSE;
		}
	}
	return TRUE;
}

static gboolean is_behind (const struct rn_thoughts *thoughts, guint i, enum rn_meaning meaning, int reach)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);

	for (guint before = i; before > 0 && reach-- > 0; before--) {
		const struct rn_piece *other = rn_piece_at (thoughts, before - 1);
		if (other->clause != piece->clause)
			return FALSE;
		if (other->meaning == meaning && !other->is_spent)
			return TRUE;
	}
	return FALSE;
}

/* The mark right behind a piece. */
static char mark_behind (const struct rn_thoughts *thoughts, const struct rn_piece *piece)
{
	return rn_token_mark_behind (&thoughts->tokens, piece->first + piece->n_words - 1);
}

/* "no idea", "no puedo": the word belongs to the next one. */
static gboolean is_bound (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);

	return piece->phrase->is_particle && i + 1 < thoughts->pieces->len && mark_behind (thoughts, piece) == '\0' &&
	       rn_piece_is_unknown (rn_piece_at (thoughts, i + 1));
}

/* Whether "not" stands before it, or, as German, Dutch and French do, behind it. */
static gboolean is_negated (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);

	if (is_behind (thoughts, i, RN_MEANS_NOT, NEGATION_REACH) || is_behind (thoughts, i, RN_MEANS_CANNOT, NEGATION_REACH))
		return TRUE;
	if (is_behind (thoughts, i, RN_MEANS_NO, NEGATION_REACH))
		return TRUE; /* "infelizmente não posso", "keiner passt mir" */
	for (guint next = i + 1; next < thoughts->pieces->len && next <= i + NEGATION_REACH; next++) {
		const struct rn_piece *other = rn_piece_at (thoughts, next);
		if (other->clause != piece->clause || other->meaning == RN_MEANS_YES)
			return FALSE;
		gboolean is_no = other->meaning == RN_MEANS_NOT || (other->meaning == RN_MEANS_NO && other->n_words > 1);
		if (is_no && !other->is_spent && (other->phrase->tongues & (RN_DE | RN_NL | RN_FR)))
			return TRUE;
	}
	return FALSE;
}

/* ---- Votes ---------------------------------------------------------------------- */

/* Later thoughts are told, not answered. */
static int lateness (const struct rn_piece *piece)
{
	return piece->thought <= 1 ? 0 : piece->thought <= 3 ? 8 : 25;
}

static int polar_strength (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	int unknown = rn_thought_unknown (thoughts, piece->thought);
	int strength = piece->phrase->strength - lateness (piece);

	if (is_behind (thoughts, i, RN_MEANS_IF, NEGATION_REACH) || is_bound (thoughts, i))
		return MIN (strength, 45);
	if (leads (thoughts, i, 2, TRUE) && (piece->n_words > 1 || strength >= 90 || unknown <= MANY_UNKNOWN))
		return strength - (unknown > MANY_UNKNOWN ? 5 : 0);
	if (piece->n_words == 1 && unknown > 1)
		return MIN (strength, 45);
	return strength - (unknown > 2 * MANY_UNKNOWN ? 15 : 6);
}

/* HELP, STOP and the like as a command, not as a word of a sentence. */
static int command_strength (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	int unknown = rn_thought_unknown (thoughts, piece->thought);
	int strength = piece->phrase->strength - lateness (piece);

	if (is_behind (thoughts, i, RN_MEANS_NOT, 3) || is_behind (thoughts, i, RN_MEANS_IF, 3))
		return 0;
	if (piece->n_words > 1)
		return strength - (unknown > 2 * MANY_UNKNOWN ? 25 : leads (thoughts, i, 2, FALSE) ? 2 : 10);
	if (!leads (thoughts, i, 0, FALSE))
		return 0;
	if (piece->meaning == RN_MEANS_WHY)
		return unknown <= 1 || mark_behind (thoughts, piece) == '?' ? strength : strength - 20;
	return unknown <= 1 ? strength : unknown <= MANY_UNKNOWN ? strength - 25 : 40;
}

static void add_vote (struct judge *judge, enum rn_intent intent, int strength, guint piece, gboolean is_weak)
{
	struct vote vote = { intent, strength, piece, is_weak };

	if (strength > 0)
		g_array_append_val (judge->votes, vote);
}

static void vote_on (struct judge *judge, guint i)
{
	const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);
	int strength;

	switch (piece->meaning) {
	case RN_MEANS_YES:
		strength = polar_strength (&judge->thoughts, i);
		if (is_negated (&judge->thoughts, i))
			add_vote (judge, RN_INTENT_NO, MIN (strength, 85) - 8, i, TRUE);
		else
			add_vote (judge, RN_INTENT_YES, strength, i, strength < 90);
		break;
	case RN_MEANS_NO:
		if (is_behind (&judge->thoughts, i, RN_MEANS_CANNOT, NEGATION_REACH))
			add_vote (judge, RN_INTENT_YES, 65, i, TRUE); /* "I can't say no" */
		else
			add_vote (judge, RN_INTENT_NO, polar_strength (&judge->thoughts, i), i, FALSE);
		break;
	case RN_MEANS_LATER:
		add_vote (judge, RN_INTENT_LATER, polar_strength (&judge->thoughts, i), i, FALSE);
		break;
	case RN_MEANS_CANNOT:
		strength = polar_strength (&judge->thoughts, i);
		if (rn_thought_unknown (&judge->thoughts, piece->thought) <= 1)
			strength = MAX (strength, 82 - lateness (piece));
		add_vote (judge, RN_INTENT_NO, strength, i, TRUE);
		break;
	case RN_MEANS_HELP:
		add_vote (judge, RN_INTENT_HELP, command_strength (&judge->thoughts, i), i, FALSE);
		break;
	case RN_MEANS_STOP:
		add_vote (judge, RN_INTENT_STOP, command_strength (&judge->thoughts, i), i, FALSE);
		break;
	case RN_MEANS_ELSEWHERE:
		add_vote (judge, RN_INTENT_ELSEWHERE, command_strength (&judge->thoughts, i), i, FALSE);
		break;
	case RN_MEANS_WHY:
		add_vote (judge, RN_INTENT_WHY, command_strength (&judge->thoughts, i), i, FALSE);
		break;
	case RN_MEANS_UNDO:
		add_vote (judge, RN_INTENT_UNDO, MIN (piece->phrase->strength - lateness (piece), 95), i, FALSE);
		break;
	default:
		break;
	}
}

static gboolean is_polar (enum rn_intent intent)
{
	return intent == RN_INTENT_YES || intent == RN_INTENT_NO || intent == RN_INTENT_LATER;
}

static gboolean says (const struct judge *judge, enum rn_meaning meaning)
{
	for (guint i = 0; i < judge->thoughts.pieces->len; i++)
		if (rn_piece_at (&judge->thoughts, i)->meaning == meaning && !rn_piece_at (&judge->thoughts, i)->is_spent)
			return TRUE;
	return FALSE;
}

/* The last thing taken back is the one that is meant: "I said yes, I meant no". */
static guint first_that_counts (const struct judge *judge)
{
	guint first = 0;

	for (guint i = 0; i < judge->votes->len; i++)
		if (g_array_index (judge->votes, struct vote, i).intent == RN_INTENT_UNDO)
			first = i;
	for (guint i = first; i < judge->votes->len; i++)
		if (is_polar (g_array_index (judge->votes, struct vote, i).intent))
			return first;
	return 0;
}

static gboolean starts_with_but (const struct judge *judge, guint i)
{
	int thought = rn_piece_at (&judge->thoughts, i)->thought;

	while (i > 0 && rn_piece_at (&judge->thoughts, i - 1)->thought == thought)
		i--;
	return rn_piece_at (&judge->thoughts, i)->meaning == RN_MEANS_BUT;
}

static gboolean has_date (const struct judge *judge, int thought)
{
	for (guint i = 0; i < judge->thoughts.pieces->len; i++)
		if (rn_piece_at (&judge->thoughts, i)->thought == thought && rn_piece_at (&judge->thoughts, i)->date >= 0)
			return TRUE;
	return FALSE;
}

/* "I'd love to, but I can't": the wish was courtesy. */
static gboolean is_polite_refusal (const struct judge *judge, const struct vote *wish, const struct vote *vote)
{
	return wish->intent == RN_INTENT_YES && vote->intent == RN_INTENT_NO && vote->strength >= ASK_BACK &&
	       rn_piece_at (&judge->thoughts, wish->piece)->n_words > 1 && starts_with_but (judge, vote->piece);
}

/* "No, but Friday would do": another day, and no other mind. */
static gboolean is_alternative (const struct judge *judge, const struct vote *refusal, const struct vote *vote)
{
	return refusal->intent == RN_INTENT_NO && vote->intent == RN_INTENT_YES && starts_with_but (judge, vote->piece) &&
	       has_date (judge, rn_piece_at (&judge->thoughts, vote->piece)->thought);
}

/* One of yes, no and later out of all that were said, or NULL; contradictions make it
 * unsure. */
static const struct vote *settle (const struct judge *judge, int *confidence)
{
	const struct vote *chosen = NULL;
	int against = 0;

	for (guint i = first_that_counts (judge); i < judge->votes->len; i++) {
		const struct vote *vote = &g_array_index (judge->votes, struct vote, i);
		if (!is_polar (vote->intent))
			continue;
		gboolean is_later = vote->intent == RN_INTENT_LATER && vote->strength >= ASK_BACK;
		if (chosen != NULL && is_alternative (judge, chosen, vote))
			continue;
		if (chosen != NULL && is_polite_refusal (judge, chosen, vote)) {
			chosen = vote;
			continue;
		}
		if (chosen == NULL || (chosen->strength < ASK_BACK && vote->strength > chosen->strength) ||
		    (is_later && chosen->intent != RN_INTENT_LATER)) {
			against = chosen == NULL || is_later ? against : MAX (against, chosen->strength);
			chosen = vote;
		} else if (vote->intent != chosen->intent && chosen->intent != RN_INTENT_LATER) {
			against = MAX (against, vote->strength);
		}
	}
	if (chosen == NULL)
		return NULL;
	*confidence = chosen->strength;
	if (against >= ASK_BACK)
		*confidence = MIN (*confidence, 45);
	else if (against > 0)
		*confidence -= 10;
	if (says (judge, RN_MEANS_UNSURE) && chosen->intent != RN_INTENT_LATER)
		*confidence = MIN (*confidence, 50);
	return chosen;
}

/* ---- Numbers ---------------------------------------------------------------------- */

/* Whether a piece may stand in a thought that chooses from a list. */
static gboolean goes_with_numbers (const struct rn_piece *piece)
{
	switch (piece->meaning) {
	case RN_MEANS_CHOICE: case RN_MEANS_ORDINAL: case RN_MEANS_CARDINAL: case RN_MEANS_BOTH: case RN_MEANS_ALL:
	case RN_MEANS_FILLER: case RN_MEANS_COURTESY: case RN_MEANS_GREETING: case RN_MEANS_YES: case RN_MEANS_NOT: case RN_MEANS_BUT:
	case RN_MEANS_UNDO:
		return TRUE;
	default:
		return piece->number >= 0 || piece->date >= 0;
	}
}

static gboolean is_beside_choice (const struct rn_thoughts *thoughts, guint i)
{
	for (guint other = i > 2 ? i - 2 : 0; other < thoughts->pieces->len && other <= i + 1; other++)
		if (rn_piece_at (thoughts, other)->meaning == RN_MEANS_CHOICE &&
		    rn_piece_at (thoughts, other)->thought == rn_piece_at (thoughts, i)->thought)
			return TRUE;
	return FALSE;
}

/* How surely the number at piece i is a choice. */
static int number_strength (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	gboolean is_alone = TRUE, counts_things;
	int misfits = 0;

	for (guint other = 0; other < thoughts->pieces->len; other++) {
		const struct rn_piece *with = rn_piece_at (thoughts, other);
		if (with->thought != piece->thought)
			continue;
		misfits += !goes_with_numbers (with);
		is_alone = is_alone && (with->number >= 0 || with->meaning == RN_MEANS_FILLER || with->meaning == RN_MEANS_CARDINAL);
	}
	if (is_alone && piece->number >= 0)
		return 97 - lateness (piece);
	if (is_beside_choice (thoughts, i))
		return 90 - lateness (piece);
	counts_things = i + 1 < thoughts->pieces->len && rn_piece_is_unknown (rn_piece_at (thoughts, i + 1)) &&
	                rn_piece_at (thoughts, i + 1)->clause == piece->clause;
	return misfits <= 1 && !counts_things ? 85 - lateness (piece) : 0;
}

static gboolean is_preceded_by (const struct rn_thoughts *thoughts, guint i, enum rn_meaning meaning)
{
	return i > 0 && rn_piece_at (thoughts, i - 1)->meaning == meaning &&
	       rn_piece_at (thoughts, i - 1)->thought == rn_piece_at (thoughts, i)->thought;
}

static void add_number (rn_reading *reading, int number, int strength)
{
	char value[16];

	g_snprintf (value, sizeof value, "%d", number);
	for (guint i = 0; i < reading->answers->len; i++) {
		const struct rn_answer *before = g_ptr_array_index (reading->answers, i);
		if (before->intent == RN_INTENT_NUMBER && before->question == 0 && g_str_equal (before->value, value))
			return;
	}
	if (strength > 0)
		rn_reading_add_answer (reading, RN_INTENT_NUMBER, 0, value, strength);
}

/* "1-3" */
static void add_range (rn_reading *reading, const struct rn_thoughts *thoughts, guint i, int strength)
{
	int first = rn_piece_at (thoughts, i - 1)->number, last = rn_piece_at (thoughts, i)->number;

	for (int number = first + 1; number < last && last - first <= LONG_LIST; number++)
		add_number (reading, number, strength);
}

static void read_number (rn_reading *reading, const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	int strength = number_strength (thoughts, i);

	if (strength == 0 || is_behind (thoughts, i, RN_MEANS_NOT, 2))
		return;
	switch (piece->meaning) {
	case RN_MEANS_ORDINAL:
		add_number (reading, piece->phrase->value, MIN (strength, 88));
		break;
	case RN_MEANS_CARDINAL:
		/* the "one" of "the second one" and "that one" */
		if (!is_preceded_by (thoughts, i, RN_MEANS_ORDINAL) && (leads (thoughts, i, 0, TRUE) || is_beside_choice (thoughts, i) ||
		    is_preceded_by (thoughts, i, RN_MEANS_CARDINAL) || (i > 1 && is_preceded_by (thoughts, i - 1, RN_MEANS_CARDINAL))))
			add_number (reading, piece->phrase->value, MIN (strength, 88));
		break;
	case RN_MEANS_BOTH:
		add_number (reading, 1, MIN (strength, 85));
		add_number (reading, 2, MIN (strength, 85));
		break;
	case RN_MEANS_ALL:
		if (rn_thought_unknown (thoughts, piece->thought) == 0 && !is_preceded_by (thoughts, i, RN_MEANS_FILLER) &&
		    !is_preceded_by (thoughts, i, RN_MEANS_GREETING))
			rn_reading_add_answer (reading, RN_INTENT_NUMBER, 0, "all", MIN (strength, 80));
		break;
	default:
		if (i > 0 && rn_piece_at (thoughts, i - 1)->number >= 0 && rn_token_at (&thoughts->tokens, piece->first)->mark == '-')
			add_range (reading, thoughts, i, strength);
		add_number (reading, piece->number, strength);
	}
}

/* ---- Dates ---------------------------------------------------------------------------- */

/* The local day of an instant as a date. */
static char *day_text (rn_time at, GTimeZone *zone)
{
	g_autoptr (GDateTime) local = rn_time_local (at, zone);

	return local != NULL ? g_date_time_format (local, "%Y-%m-%d") : g_strdup ("");
}

static gboolean is_midnight (rn_time at, GTimeZone *zone)
{
	g_autoptr (GDateTime) local = rn_time_local (at, zone);

	return local != NULL && g_date_time_get_hour (local) == 0 && g_date_time_get_minute (local) == 0;
}

static char *span_text (const struct rn_when *when, GTimeZone *zone)
{
	if (when->start == when->end)
		return rn_time_text (when->start);
	gboolean is_days = !when->has_time && is_midnight (when->start, zone) && (when->end == 0 || is_midnight (when->end, zone));
	g_autofree char *first = is_days ? day_text (when->start, zone) : rn_time_text (when->start);
	g_autofree char *last = when->end == 0 ? g_strdup ("") : is_days ? day_text (when->end - 1, zone) : rn_time_text (when->end);

	return g_str_equal (first, last) ? g_steal_pointer (&first) : g_strconcat (first, "/", last, NULL);
}

static void read_date (rn_reading *reading, const struct rn_thoughts *thoughts, const char *text, guint i, GTimeZone *zone)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	const struct rn_when *when = &thoughts->dates[piece->date];
	int confidence = 92 - lateness (piece) - (rn_thought_unknown (thoughts, piece->thought) > 2 * MANY_UNKNOWN ? 15 : 0);
	g_autofree char *words = g_strndup (text + when->at, when->length);
	g_autofree char *value = when->is_excluded ? g_strconcat ("not ", words, NULL)
	                         : when->is_ambiguous ? g_steal_pointer (&words)
	                                              : span_text (when, zone);

	rn_reading_add_answer (reading, RN_INTENT_DATE, 0, value, when->is_ambiguous ? MIN (confidence, 50) : confidence);
}

/* "Not this week", "maybe next year", and no word of yes or no. */
static gboolean puts_off (const struct judge *judge)
{
	const struct rn_when *first = &judge->thoughts.dates[0];
	rn_time length = judge->thoughts.n_dates > 0 ? first->end - first->start : 0;

	return length > 0 && (first->is_excluded ? length >= 5 * RN_DAY : length >= 28 * RN_DAY && says (judge, RN_MEANS_UNSURE));
}

/* ---- The whole ------------------------------------------------------------------------ */

/* A refusal made of nothing but "never" or "none". */
static gboolean only_negates (const struct judge *judge)
{
	gboolean negates = FALSE;

	for (guint i = 0; i < judge->thoughts.pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);
		negates |= piece->meaning == RN_MEANS_NOT && !piece->is_spent;
		if (piece->meaning != RN_MEANS_NOT && piece->meaning != RN_MEANS_COURTESY && piece->meaning != RN_MEANS_GREETING)
			return FALSE;
	}
	return negates;
}

/* Nothing but one letter. */
static gboolean is_letter (const struct judge *judge, const char *letter)
{
	const struct rn_tokens *tokens = &judge->thoughts.tokens;

	return rn_tokens_count (tokens) == 1 && g_str_equal (rn_token_word (tokens, 0), letter);
}

static void judge_init (struct judge *judge, const char *text, const char *language, rn_time written, GTimeZone *zone)
{
	rn_thoughts_init (&judge->thoughts, text, language, written, zone);
	judge->votes = g_array_new (FALSE, FALSE, sizeof (struct vote));
	for (guint i = 0; i < judge->thoughts.pieces->len; i++)
		if (!rn_piece_at (&judge->thoughts, i)->is_spent)
			vote_on (judge, i);
}

static void judge_clear (struct judge *judge)
{
	g_array_unref (judge->votes);
	rn_thoughts_clear (&judge->thoughts);
}

static const struct vote *vote_at_piece (const struct judge *judge, guint piece)
{
	for (guint i = 0; i < judge->votes->len; i++)
		if (g_array_index (judge->votes, struct vote, i).piece == piece)
			return &g_array_index (judge->votes, struct vote, i);
	return NULL;
}

static gboolean was_given (const rn_reading *reading, enum rn_intent intent)
{
	for (guint i = 0; i < reading->answers->len; i++)
		if (((const struct rn_answer *) g_ptr_array_index (reading->answers, i))->intent == intent)
			return TRUE;
	return FALSE;
}

/* A date that the refusal is about: "not this year", "I can't take part this year". */
static gboolean is_refused (const struct judge *judge, guint date, guint refusal)
{
	const struct rn_piece *piece = rn_piece_at (&judge->thoughts, date);

	return judge->thoughts.dates[piece->date].is_excluded || piece->clause == rn_piece_at (&judge->thoughts, refusal)->clause;
}

/* What one judgement says, in reading order; gives how many answers it added. */
static guint add_answers (rn_reading *reading, const struct judge *judge, const char *text, GTimeZone *zone)
{
	guint before = reading->answers->len;
	int confidence = 0;
	const struct vote *polar = settle (judge, &confidence);
	gboolean is_no = polar != NULL && polar->intent == RN_INTENT_NO && confidence >= ASK_BACK;

	for (guint i = 0; i < judge->thoughts.pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);
		const struct vote *vote = vote_at_piece (judge, i);
		if (vote != NULL && vote == polar)
			rn_reading_add_answer (reading, vote->intent, 0, "", confidence);
		else if (vote != NULL && !is_polar (vote->intent) && !was_given (reading, vote->intent))
			rn_reading_add_answer (reading, vote->intent, 0, "", vote->strength);
		else if (piece->number >= 0 || piece->meaning == RN_MEANS_ORDINAL || piece->meaning == RN_MEANS_CARDINAL ||
		         piece->meaning == RN_MEANS_BOTH || piece->meaning == RN_MEANS_ALL)
			read_number (reading, &judge->thoughts, i);
		else if (piece->date >= 0 && !(is_no && is_refused (judge, i, polar->piece)))
			read_date (reading, &judge->thoughts, text, i, zone);
	}
	if (polar == NULL && only_negates (judge))
		rn_reading_add_answer (reading, RN_INTENT_NO, 0, "", 85);
	else if (polar == NULL && is_letter (judge, "y"))
		rn_reading_add_answer (reading, RN_INTENT_YES, 0, "", 85);
	else if (polar == NULL && is_letter (judge, "n"))
		rn_reading_add_answer (reading, RN_INTENT_NO, 0, "", 85);
	else if (polar == NULL && puts_off (judge))
		rn_reading_add_answer (reading, RN_INTENT_LATER, 0, "", 70);
	return reading->answers->len - before;
}

/* A form may have one word above it: STOP, HELP. */
static void add_command (rn_reading *reading, const struct judge *judge)
{
	for (guint i = 0; i < judge->votes->len; i++) {
		const struct vote *vote = &g_array_index (judge->votes, struct vote, i);
		const struct rn_piece *piece = rn_piece_at (&judge->thoughts, vote->piece);
		if (!is_polar (vote->intent) && vote->strength >= 90 && piece->thought == 0 && rn_piece_at (&judge->thoughts, 0)->number < 0)
			rn_reading_add_answer (reading, vote->intent, 0, "", vote->strength);
	}
}

/* Reads the first lines in one language, NULL for the one they seem to have; of a form
 * only the language and a command. */
static void read_head (rn_reading *reading, const char *text, const char *language, GTimeZone *zone, gboolean is_form)
{
	struct judge judge;
	int doubt = language != NULL ? 15 : 0;

	judge_init (&judge, text, language, reading->date, zone);
	if (is_form)
		add_command (reading, &judge);
	else
		add_answers (reading, &judge, text, zone);
	if (language == NULL)
		rn_reading_set (&reading->language, judge.thoughts.language);
	if (*reading->language == '\0')
		rn_reading_set (&reading->language, rn_thoughts_language (&judge.thoughts));
	judge_clear (&judge);
	for (guint i = 0; doubt > 0 && i < reading->answers->len; i++)
		((struct rn_answer *) g_ptr_array_index (reading->answers, i))->confidence -= doubt;
}

/* ---- Forms ---------------------------------------------------------------------------- */

static gboolean is_all_understood (const struct rn_thoughts *thoughts)
{
	for (guint i = 0; i < thoughts->pieces->len; i++)
		if (rn_piece_is_unknown (rn_piece_at (thoughts, i)))
			return FALSE;
	return TRUE;
}

/* Whether a vote rests on a plain "yes" or "no", and not on "not at all" or "I agree",
 * which may be words of the question's own scale. */
static gboolean is_plain (const struct rn_thoughts *thoughts, const struct vote *vote, const char *text)
{
	const struct rn_token *token = rn_token_at (&thoughts->tokens, rn_piece_at (thoughts, vote->piece)->first);
	struct rn_tokens word;

	rn_tokens_init (&word, text + token->at, token->size);
	const struct rn_phrase *phrase = rn_lexicon_find (&rn_phrases, &word, 0, RN_ANY_TONGUE,
	                                                  vote->intent == RN_INTENT_YES ? RN_MEANS_YES : RN_MEANS_NO);
	rn_tokens_clear (&word);
	return phrase != NULL;
}

/* The answer to one question: a number, a plain yes or no, or words. */
static void read_filled (rn_reading *reading, const struct rn_filled_line *line, GTimeZone *zone)
{
	struct judge judge;
	int confidence = 0;

	judge_init (&judge, line->text, reading->language, reading->date, zone);
	const struct rn_thoughts *thoughts = &judge.thoughts;
	const struct vote *polar = settle (&judge, &confidence);
	if (thoughts->pieces->len == 1 && rn_piece_at (thoughts, 0)->number >= 0) {
		struct rn_answer *answer = rn_reading_add_answer (reading, RN_INTENT_NUMBER, line->question, "", 97);
		g_free (answer->value);
		answer->value = g_strdup_printf ("%d", rn_piece_at (thoughts, 0)->number);
	} else if (polar != NULL && polar->intent != RN_INTENT_LATER && confidence >= 80 && is_all_understood (thoughts) &&
	           is_plain (thoughts, polar, line->text)) {
		rn_reading_add_answer (reading, polar->intent, line->question, "", confidence);
	} else {
		rn_reading_add_answer (reading, RN_INTENT_TEXT, line->question, line->text, 95);
	}
	judge_clear (&judge);
}

void rn_read_answers (rn_reading *reading, const struct rn_reply *reply, GTimeZone *zone)
{
	g_autofree char *head = head_of (reply->text);

	read_head (reading, head, NULL, zone, reply->filled->len > 0);
	/* a word of another language, as "ok, prima" in English prose */
	if (reading->answers->len == 0 && *reading->language != '\0' && reply->filled->len == 0)
		read_head (reading, head, "", zone, FALSE);
	for (guint i = 0; i < reply->filled->len; i++)
		read_filled (reading, g_ptr_array_index (reply->filled, i), zone);
	if (reply->filled->len > 0)
		reading->kind = RN_MAIL_FORM;
}
