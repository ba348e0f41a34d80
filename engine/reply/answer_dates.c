#include "answer_dates.h"

#include <string.h>

#include "choices.h"
#include "clock.h"
#include "votes.h"

#define FEW_UNKNOWN 6 /* words of a thought not understood: more tell a story */
#define IF_REACH 6    /* pieces between "if" and its date: "if it were on a Friday" */

/* The local day of an instant as a date. */
static char *
day_text (rn_time at, GTimeZone *zone)
{
	g_autoptr (GDateTime) local = rn_time_local (at, zone);

	return local != NULL ? g_date_time_format (local, "%Y-%m-%d") : g_strdup ("");
}

static gboolean
is_midnight (rn_time at, GTimeZone *zone)
{
	g_autoptr (GDateTime) local = rn_time_local (at, zone);

	return local != NULL && g_date_time_get_hour (local) == 0 && g_date_time_get_minute (local) == 0;
}

/* Mail servers write Date in UTC for everybody (Exchange Online does): such a clock tells nothing of the writer's, and
 * the value is without its "Z". */
static char *
instant_text (const struct rn_when *when, rn_time at, GTimeZone *zone)
{
	char *text = rn_time_text (at);
	int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at);

	if (!when->has_zone && interval >= 0 && g_time_zone_get_offset (zone, interval) == 0 && g_str_has_suffix (text, "Z"))
		text[strlen (text) - 1] = '\0';
	return text;
}

static char *
span_text (const struct rn_when *when, GTimeZone *zone)
{
	if (when->start == when->end)
		return instant_text (when, when->start, zone);
	gboolean is_days = !when->has_time && is_midnight (when->start, zone) &&
	                   (when->end == 0 || is_midnight (when->end, zone));
	g_autofree char *first = is_days ? day_text (when->start, zone) : instant_text (when, when->start, zone);
	g_autofree char *last = when->end == 0 ? g_strdup ("") : is_days ? day_text (when->end - 1, zone)
	                        : instant_text (when, when->end, zone);

	return g_str_equal (first, last) ? g_steal_pointer (&first) : g_strconcat (first, "/", last, NULL);
}

/* A past date answers "did you meet?" when little else is said: "thanks for your mail of
 * yesterday" tells nothing. */
static gboolean
is_told (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	gboolean is_alone = TRUE;

	for (guint other = 0; other < thoughts->pieces->len; other++) {
		const struct rn_piece *with = rn_piece_at (thoughts, other);
		gboolean is_polar = with->meaning == RN_MEANS_YES || with->meaning == RN_MEANS_NO;
		if (is_polar && (with->clause == piece->clause ||
		                 (with->clause == piece->clause - 1 && piece->n_words > 1)))
			return TRUE;
		is_alone &= other == i || with->meaning == RN_MEANS_FILLER || with->meaning == RN_MEANS_GREETING;
	}
	return is_alone;
}

/* Whether it is a day that she would meet on: "Wednesday I see my dentist" is none, nor is that of "did you say
 * Tuesday?" and of "Friday is too early". */
static gboolean
is_proposed (const struct rn_thoughts *thoughts, const char *text, guint i)
{
	const char *rest = text + rn_token_at (&thoughts->tokens, rn_piece_at (thoughts, i)->first)->at;
	int unknown = 0;

	for (guint other = 0; other < thoughts->pieces->len; other++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, other);
		unknown += rn_piece_is_unknown (piece) && rn_is_in_clause (thoughts, other, i);
		gboolean denies = (piece->meaning == RN_MEANS_QUESTION && piece->phrase->is_particle) ||
		                  (piece->meaning == RN_MEANS_LATER && piece->phrase->strength < RN_ASK_BACK && other > i);
		if (denies && rn_is_in_clause (thoughts, other, i))
			return FALSE;
	}
	return unknown == 0 || rn_is_wished (thoughts, i) || rest[strcspn (rest, ".!?\n")] == '?';
}

/* "Bis Dienstag!", "ok bis Dienstag", and nothing else in its clause: she comes then. */
static gboolean
is_farewell (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);

	for (guint other = 0; other < thoughts->pieces->len; other++) {
		const struct rn_piece *with = rn_piece_at (thoughts, other);
		gboolean is_word = with->meaning == RN_MEANS_COURTESY ||
		                   (with->meaning == RN_MEANS_YES && with->n_words == 1 && other < i);
		if (other != i && with->clause == piece->clause && !is_word)
			return FALSE;
	}
	return rn_lexicon_find (&rn_phrases, &thoughts->tokens, piece->first, rn_tongue_of (thoughts->language),
	                        RN_MEANS_FAREWELL) != NULL;
}

/* The day, or the instant, that ends a span. */
static char *
farewell_text (const struct rn_when *when, GTimeZone *zone)
{
	return when->has_time ? instant_text (when, when->end, zone) : day_text (when->end - 1, zone);
}

void
rn_read_date (rn_reading *reading, const struct rn_thoughts *thoughts, const char *text, guint i, GTimeZone *zone)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	const struct rn_when *when = &thoughts->dates[piece->date];
	gboolean is_obscure = rn_thought_unknown (thoughts, piece->thought) > FEW_UNKNOWN;
	int confidence = 92 - rn_piece_lateness (piece) - (is_obscure ? 15 : 0);
	g_autofree char *words = g_strndup (text + when->at, when->length);

	if (piece->date + 1 < thoughts->n_dates && when->is_weekday && thoughts->dates[piece->date + 1].is_shift)
		return; /* the day is in that of "Wednesday, but an hour later" */
	if (thoughts->is_spent_date[piece->date] || (when->is_past && (when->is_excluded || !is_told (thoughts, i))))
		return;
	gboolean is_excluded = (when->is_excluded || when->is_away) && !when->is_ambiguous;
	if (!is_excluded && (!is_proposed (thoughts, text, i) || rn_piece_is_behind (thoughts, i, RN_MEANS_IF, IF_REACH)))
		confidence = MIN (confidence, RN_MAYBE);
	if (!is_excluded && is_farewell (thoughts, i)) {
		g_autofree char *day = farewell_text (when, zone);
		rn_reading_add_answer (reading, RN_INTENT_DATE, 0, day, confidence);
		return;
	}
	const char *every = !when->is_every || when->is_ambiguous ? "" : when->has_day ? " weekly" : " daily";
	g_autofree char *span = when->is_ambiguous ? g_steal_pointer (&words) : span_text (when, zone);
	g_autofree char *value = g_strconcat (is_excluded ? "not " : "", span, every, NULL);

	rn_reading_add_answer (reading, RN_INTENT_DATE, 0, value, when->is_ambiguous ? MIN (confidence, 50)
	                       : confidence);
}
