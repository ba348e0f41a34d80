/* What a mail says about the times that were proposed. */
#include "polls.h"

#include <string.h>

#include "heard.h"
#include "lines.h"
#include "wishes.h"

#define RN_LONGEST_DAY (25 * RN_HOUR) /* when the clock is set back */

static gint64
numbers_of (const rn_reading *reading, guint n_slots)
{
	gboolean chosen[RN_POLL_SLOTS + 1];
	gint64 bits = 0;

	rn_lines_chosen (reading, n_slots, chosen);
	for (guint n = 0; n < n_slots; n++)
		bits |= chosen[n + 1] ? 1 << n : 0;
	return bits;
}

/* Whether a time that can be read, and is still to come, was said. */
static gboolean
is_wish (const struct rn_answer *answer, GTimeZone *zone, rn_time now)
{
	struct rn_wish wish;
	return answer->intent == RN_INTENT_DATE && answer->confidence >= RN_SURE_ENOUGH &&
	       rn_wish_parse (answer->value, zone, &wish) &&
	       (wish.every != 0 || MAX (wish.span.end, wish.span.start) > now);
}

/* "Later" is from the day on that was named. */
static char *
wish_of (const struct rn_answer *answer, gboolean is_later)
{
	gboolean is_span = strpbrk (answer->value, "/ ") != NULL; /* or excluded, or weekly */
	return is_later && !is_span ? g_strconcat (answer->value, "/", NULL) : g_strdup (answer->value);
}

GStrv
rn_poll_wishes (const rn_reading *reading, GTimeZone *zone, rn_time now)
{
	g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
	gboolean is_later = rn_answer_of (reading, RN_INTENT_LATER) != NULL;
	int n = 0;

	for (guint i = 0; i < reading->answers->len && n < RN_MAX_WISHES; i++) {
		const struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		g_autofree char *wish = is_wish (answer, zone, now) ? wish_of (answer, is_later) : NULL;
		if (wish != NULL)
			g_strv_builder_add (builder, wish), n++;
	}
	return g_strv_builder_end (builder);
}

/* "None of these, next month please" asks for others, though one of these is in it: behind a
 * no only a day or an hour chooses. */
static gboolean
names_a_day (GStrv words, GTimeZone *zone)
{
	gboolean any = FALSE;

	for (; *words != NULL; words++) {
		struct rn_wish wish;
		if (!rn_wish_parse (*words, zone, &wish) || wish.is_excluded)
			continue;
		if (wish.every != 0 || wish.span.end == RN_NEVER || wish.span.end - wish.span.start > RN_LONGEST_DAY)
			return FALSE;
		any = TRUE;
	}
	return any;
}

static gint64
slots_that_fit (const rn_poll *poll, GStrv words, GTimeZone *zone)
{
	gint64 chosen = 0;

	for (guint n = 0; n < rn_poll_slots (poll); n++) {
		rn_time start = rn_poll_slot (poll, n);
		if (rn_wishes_fit ((const char *const *) words, zone, start, start + poll->length))
			chosen |= 1 << n;
	}
	return chosen;
}

static gboolean
is_sure_of (const rn_reading *reading, enum rn_intent intent)
{
	const struct rn_answer *answer = rn_answer_of (reading, intent);
	return answer != NULL && answer->question == 0 && answer->confidence >= RN_SURE_ENOUGH;
}

/* "1: no, 2: no" */
static gboolean
refuses_lines (const rn_reading *reading)
{
	for (guint i = 0; i < reading->answers->len; i++) {
		const struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		if (answer->question > 0 && answer->intent == RN_INTENT_NO)
			return TRUE;
	}
	return FALSE;
}

void
rn_poll_read (const rn_poll *poll, const rn_reading *reading, GTimeZone *zone, rn_time now, rn_poll_words *words)
{
	guint n = rn_poll_slots (poll);

	*words = (rn_poll_words) { .chosen = numbers_of (reading, n), .words = rn_poll_wishes (reading, zone, now) };
	gboolean has_words = words->words[0] != NULL;
	gboolean refuses = is_sure_of (reading, RN_INTENT_NO) || is_sure_of (reading, RN_INTENT_LATER) || refuses_lines (reading);

	if (words->chosen == 0 && has_words && (!refuses || names_a_day (words->words, zone)))
		words->chosen = slots_that_fit (poll, words->words, zone);
	else if (words->chosen == 0 && n == 1 && is_sure_of (reading, RN_INTENT_YES) && !refuses && !rn_has_open_wish (reading))
		words->chosen = 1;
	words->said = words->chosen != 0 ? RN_POLL_SOME : has_words || refuses ? RN_POLL_NONE : RN_POLL_NOTHING;
}

void
rn_poll_words_clear (rn_poll_words *words)
{
	g_clear_pointer (&words->words, g_strfreev);
}
