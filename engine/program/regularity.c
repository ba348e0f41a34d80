#include "regularity.h"

#include <string.h>

#include "duration.h"
#include "error.h"

/* ---- The pace ------------------------------------------------------------------- */

static gboolean
read_step (const char *part, struct rn_pace_step *step, GError **error)
{
	g_autofree char *text = g_strstrip (g_strdup (part));
	struct rn_duration length = { 0 };
	char *behind = text;
	gint64 times = g_ascii_strtoll (text, &behind, 10);
	gboolean many = behind != text && g_str_has_prefix (g_strchug (behind), "x ");

	if (!rn_duration_parse (many ? g_strchug (behind + strlen ("x ")) : text, &length, error))
		return FALSE;
	*step = (struct rn_pace_step) { length.seconds + length.working_days * 7 * RN_DAY / 5, many ? times : 1 };
	if (step->length >= RN_HOUR && step->times >= 0)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "“%s” is no step of a pace", part);
	return FALSE;
}

GArray *
rn_pace_parse (const char *text, GError **error)
{
	g_auto (GStrv) parts = g_strsplit (text, ",", -1);
	g_autoptr (GArray) pace = g_array_new (FALSE, FALSE, sizeof (struct rn_pace_step));

	for (gsize i = 0; parts[i] != NULL || i == 0; i++) {
		struct rn_pace_step step;
		if (!read_step (parts[i] != NULL ? parts[i] : "", &step, error))
			return NULL;
		g_array_append_val (pace, step);
	}
	return g_steal_pointer (&pace);
}

/* How long to wait after that many meetings; for the first one as long as after it. */
static rn_time
step_after (const struct rn_regularity_order *order, gint64 meetings)
{
	gint64 left = MAX (meetings, 1);

	for (gsize i = 0; i < order->n_pace; i++)
		if ((left -= order->pace[i].times) <= 0)
			return order->pace[i].length;
	return order->pace[order->n_pace - 1].length;
}

/* ---- Time that counts ---------------------------------------------------------------- */

static gint
by_start (gconstpointer a, gconstpointer b)
{
	const struct rn_span *one = a, *other = b;
	return (one->start > other->start) - (one->start < other->start);
}

/* The same time off, in order and without overlaps. */
static GArray *
join (const struct rn_span *off, gsize n)
{
	g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (struct rn_span));
	GArray *joined = g_array_new (FALSE, FALSE, sizeof (struct rn_span));

	g_array_append_vals (sorted, off, (guint) n);
	g_array_sort (sorted, by_start);
	for (guint i = 0; i < sorted->len; i++) {
		const struct rn_span *span = &g_array_index (sorted, struct rn_span, i);
		struct rn_span *last = joined->len > 0 ? &g_array_index (joined, struct rn_span, joined->len - 1) : NULL;
		if (last != NULL && span->start <= last->end)
			last->end = MAX (last->end, span->end);
		else if (span->end > span->start)
			g_array_append_vals (joined, span, 1);
	}
	return joined;
}

/* The instant before which so much time has passed since `from` that counts. */
static rn_time
later (const GArray *off, rn_time from, rn_time length)
{
	for (guint i = 0; i < off->len; i++) {
		const struct rn_span *span = &g_array_index (off, struct rn_span, i);
		if (span->end <= from)
			continue;
		rn_time before = MAX (span->start - from, 0);
		if (length <= before)
			break;
		length -= before;
		from = span->end;
	}
	return from + length;
}

static rn_time
time_between (const GArray *off, rn_time from, rn_time to)
{
	rn_time counts = MAX (to - from, 0);

	for (guint i = 0; i < off->len; i++) {
		const struct rn_span *span = &g_array_index (off, struct rn_span, i);
		counts -= MAX (MIN (span->end, to) - MAX (span->start, from), 0);
	}
	return counts;
}

/* ---- The walk from meeting to meeting ----------------------------------------------------- */

struct walk {
	const struct rn_regularity_order *order;
	const GArray *off;
	struct rn_regularity *sums;
	rn_time anchor;  /* the last session, or when one was due in vain */
	rn_time counted; /* the last of these that was not extra */
	gint64 sessions; /* so far */
};

/* One that was due, in the time that is asked for. */
static void
was_due (struct walk *walk, rn_time at, gboolean held)
{
	if (at < walk->order->from)
		return;
	walk->sums->due++;
	walk->sums->held += held;
}

static void
took_place (struct walk *walk, const struct rn_session *session, rn_time step)
{
	gboolean extra = walk->sessions > 0 && time_between (walk->off, walk->counted, session->start) < step / 2;

	walk->sessions++;
	walk->anchor = session->start;
	if (extra)
		return;
	walk->counted = session->start;
	if (session->held)
		was_due (walk, session->start, TRUE);
}

/* Every meeting that was due is held, missed, or neither, one after the other. */
static void
go (struct walk *walk)
{
	const struct rn_regularity_order *order = walk->order;
	gsize next = 0;

	for (;;) {
		rn_time step = step_after (order, walk->sessions), latest = later (walk->off, walk->anchor, step + step / 2);
		while (next < order->n_sessions && order->sessions[next].start < order->since)
			next++;
		if (next < order->n_sessions && order->sessions[next].start <= MIN (latest, order->until)) {
			took_place (walk, &order->sessions[next++], step);
			continue;
		}
		if (latest > order->until)
			return;
		was_due (walk, latest, FALSE);
		walk->anchor = walk->counted = later (walk->off, walk->anchor, step);
	}
}

/* ---- What else is told ---------------------------------------------------------------------- */

static void
count_sessions (const struct rn_regularity_order *order, const GArray *off, struct rn_regularity *sums)
{
	rn_time begin = MAX (order->since, order->from), before = begin;

	for (gsize i = 0; i < order->n_sessions; i++) {
		const struct rn_session *session = &order->sessions[i];
		if (session->start < order->since || session->start > order->until)
			continue;
		if (session->held)
			sums->last_held = session->start;
		if (session->start < begin)
			continue;
		sums->met += session->held;
		sums->unconfirmed += !session->held;
		sums->longest_gap = MAX (sums->longest_gap, time_between (off, before, session->start));
		before = session->start;
	}
	sums->longest_gap = MAX (sums->longest_gap, time_between (off, before, order->until));
}

struct rn_regularity
rn_regularity (const struct rn_regularity_order *order)
{
	struct rn_regularity sums = { 0 };
	g_autoptr (GArray) off = join (order->off, order->n_off);
	struct walk walk = { .order = order, .off = off, .sums = &sums, .anchor = order->since, .counted = order->since };

	go (&walk);
	count_sessions (order, off, &sums);
	sums.percent = sums.due > 0 ? (int) (100 * sums.held / sums.due) : -1;
	return sums;
}
