/* The times that are proposed: as the policy wanted them, free for both as far as it is known,
 * and as they asked for them. */

#include "clock.h"
#include "diary.h"
#include "poll_parts.h"
#include "wishes.h"

#define RN_POLL_MOST 12             /* times to choose three from: six days with two half days each */
#define RN_POLL_SPREAD (5 * RN_DAY) /* the times lie over so long at least */
#define RN_POLL_FAR (75 * RN_DAY)   /* behind the earliest time, for "next month" */

/* What both asked for; of what only one asked for, all. */
static void
intersect (const GArray *a, gboolean has_a, const GArray *b, gboolean has_b, GArray *both)
{
	if (!has_a || !has_b) {
		const GArray *one = has_a ? a : b;
		g_array_append_vals (both, one->data, one->len);
		return;
	}
	for (guint i = 0; i < a->len; i++)
		for (guint j = 0; j < b->len; j++) {
			struct rn_span x = g_array_index (a, struct rn_span, i), y = g_array_index (b, struct rn_span, j);
			struct rn_span common = { MAX (x.start, y.start), MIN (x.end, y.end) };
			if (common.start < common.end)
				g_array_append_val (both, common);
		}
}

/* What one of the two said, in her own zone. */
static gboolean
spans_of (const struct rn_choice *choice, const rn_person *person, const struct rn_slot_request *request, GArray *allowed,
          GArray *busy)
{
	g_autoptr (GTimeZone) zone = rn_zone (person->zone, NULL);
	return zone != NULL && rn_wishes_spans ((const char *const *) choice->words, zone, request->earliest,
	                                        request->latest + request->length, request->length, allowed, busy);
}

/* Times of earlier rounds are not proposed again. */
static void
add_tried (const rn_poll *poll, GArray *busy)
{
	for (char **text = poll->tried; *text != NULL; text++) {
		struct rn_span span = { 0 };
		if (!rn_time_parse (*text, &span.start, NULL))
			continue;
		span.end = span.start + poll->length;
		g_array_append_val (busy, span);
	}
}

/* Three of them, spread: the first, the last, and one from the middle. */
static void
keep_three (rn_poll *poll, const rn_time *starts, gsize n)
{
	rn_time three[RN_POLL_SLOTS] = { 0 };

	for (gsize i = 0; i < MIN (n, RN_POLL_SLOTS); i++)
		three[i] = n <= RN_POLL_SLOTS ? starts[i] : starts[i * (n - 1) / (RN_POLL_SLOTS - 1)];
	poll->first = three[0];
	poll->second = three[1];
	poll->third = three[2];
}

/* As people asked; when nothing fits, in the time that the policy wanted, and then further off. */
static gsize
search (struct rn_slot_request *request, const rn_poll *poll, const GArray *allowed, rn_time *starts)
{
	const rn_time latest[] = { MAX (poll->latest, request->earliest + RN_POLL_SPREAD), request->latest };
	gsize n = 0;

	request->allowed = (const struct rn_span *) allowed->data;
	request->n_allowed = allowed->len;
	if (allowed->len > 0)
		n = rn_slots_find (request, starts, RN_POLL_MOST);
	request->n_allowed = 0;
	for (gsize i = 0; n == 0 && i < G_N_ELEMENTS (latest); i++) {
		request->latest = latest[i];
		n = rn_slots_find (request, starts, RN_POLL_MOST);
	}
	return n;
}

gboolean
rn_poll_find_slots (rn_turn *turn, rn_poll *poll, const rn_pair *both, GError **error)
{
	g_auto (rn_diary) diary = { NULL };
	g_autoptr (GArray) mentor = g_array_new (FALSE, FALSE, sizeof (struct rn_span));
	g_autoptr (GArray) leader = g_array_new (FALSE, FALSE, sizeof (struct rn_span));
	g_autoptr (GArray) allowed = g_array_new (FALSE, FALSE, sizeof (struct rn_span));
	rn_person *people[] = { both->mentor, both->leader };
	rn_time starts[RN_POLL_MOST], earliest = MAX (poll->earliest, poll->deadline + RN_DAY);

	if (!rn_diary_open (&diary, turn, people, G_N_ELEMENTS (people), earliest, poll->meeting, error))
		return FALSE;
	struct rn_slot_request request = rn_diary_request (&diary, earliest, earliest + RN_POLL_FAR, poll->length);
	gboolean has_mentor = spans_of (&poll->by_mentor, both->mentor, &request, mentor, diary.busy);
	gboolean has_leader = spans_of (&poll->by_leader, both->leader, &request, leader, diary.busy);
	intersect (mentor, has_mentor, leader, has_leader, allowed);
	add_tried (poll, diary.busy);
	request.busy = (const struct rn_span *) diary.busy->data; /* it has grown */
	request.n_busy = diary.busy->len;
	keep_three (poll, starts, search (&request, poll, allowed, starts));
	return TRUE;
}
