#include "slots.h"

#include <string.h>

#include "clock.h"
#include "error.h"
#include "spans.h"
#include "zone.h"

#define RN_INITIAL_HOURS "Mon-Fri 09:00-17:00"
#define RN_MAX_HOURS_SPANS 64          /* nine a day: more is no timetable */
#define RN_MAX_TIMETABLES 1000         /* a company has a few */
#define RN_SLOT_STEP (15 * RN_MINUTE)  /* every zone's offset is a multiple */
#define RN_SLOT_HORIZON (366 * RN_DAY) /* nobody proposes a meeting later than that */
#define RN_WEEK 7
#define RN_LONGEST_REST 60             /* days without work: a summer's closing */

/* Working time of one weekday, in seconds of its local clock. */
struct shift {
	int weekday; /* 0: Monday */
	rn_local start, end;
};

struct rn_hours {
	GTimeZone *zone;
	GArray *shifts; /* of struct shift: rising, apart from each other; of all who have the same */
	gboolean works[RN_WEEK];
	GArray *closed; /* of struct rn_span: rising, apart from each other */
};

/* ---- Reading ---- */

static const char *const weekdays[RN_WEEK] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

/* "Mon", "tues" or "Wednesday". */
static int
read_weekday (const char *text, gsize length)
{
	for (int i = 0; i < RN_WEEK; i++)
		if (length >= 3 && length <= strlen (weekdays[i]) && g_ascii_strncasecmp (text, weekdays[i], length) == 0)
			return i;
	return -1;
}

/* "Mon-Fri", "Sun-Thu" or "Wed" as a set of bits; 0 when it is none of these. */
static guint
read_days (const char *word)
{
	const char *dash = strchr (word, '-');
	int first = read_weekday (word, dash != NULL ? (gsize) (dash - word) : strlen (word));
	int last = dash != NULL ? read_weekday (dash + 1, strlen (dash + 1)) : first;

	if (first < 0 || last < 0)
		return 0;
	guint days = 1u << last;
	for (int day = first; day != last; day = (day + 1) % RN_WEEK)
		days |= 1u << day;
	return days;
}

/* "9:00", "17:30" or "17", up to `stop`; -1 when it is no time of day. */
static rn_local
read_clock (const char *text, const char *stop)
{
	char *end = NULL;
	if (!g_ascii_isdigit (*text))
		return -1;
	guint64 hour = g_ascii_strtoull (text, &end, 10), minute = 0;

	if (*end == ':' && g_ascii_isdigit (end[1]) && g_ascii_isdigit (end[2])) {
		minute = g_ascii_strtoull (end + 1, NULL, 10);
		end += 3;
	}
	if (end != stop || hour > 24 || minute > 59 || (hour == 24 && minute > 0))
		return -1;
	return (rn_local) hour * RN_HOUR + (rn_local) minute * RN_MINUTE;
}

/* "09:00-17:30" */
static gboolean
read_shift (const char *word, struct shift *shift)
{
	const char *dash = strchr (word, '-');

	if (dash == NULL)
		return FALSE;
	shift->start = read_clock (word, dash);
	shift->end = read_clock (dash + 1, dash + strlen (dash));
	return shift->start >= 0 && shift->start < shift->end;
}

/* Days count for all times behind them, until days are named again: so "Mon, Wed
 * 09:00-12:00 13:00-16:00" is understood too. */
static gboolean
read_words (GArray *shifts, char **words)
{
	guint days = 0;
	gboolean used = FALSE;

	for (; *words != NULL; words++) {
		struct shift shift;
		guint more = read_days (*words);
		if (**words == '\0')
			continue;
		if (more != 0) {
			days = used ? more : days | more;
			used = FALSE;
			continue;
		}
		if (days == 0 || !read_shift (*words, &shift))
			return FALSE;
		used = TRUE;
		for (shift.weekday = 0; shift.weekday < RN_WEEK; shift.weekday++)
			if (days & (1u << shift.weekday))
				g_array_append_val (shifts, shift);
		if (shifts->len > RN_MAX_HOURS_SPANS)
			return FALSE;
	}
	return used;
}

static int
compare_shifts (gconstpointer a, gconstpointer b)
{
	const struct shift *left = a, *right = b;

	if (left->weekday != right->weekday)
		return left->weekday - right->weekday;
	return (left->start > right->start) - (left->start < right->start);
}

/* Puts them in order and joins those that touch. */
static void
join_shifts (GArray *array)
{
	struct shift *shifts = (struct shift *) (gpointer) array->data;
	guint last = 0;

	g_array_sort (array, compare_shifts);
	for (guint i = 1; i < array->len; i++) {
		if (shifts[i].weekday == shifts[last].weekday && shifts[i].start <= shifts[last].end)
			shifts[last].end = MAX (shifts[last].end, shifts[i].end);
		else
			shifts[++last] = shifts[i];
	}
	g_array_set_size (array, last + 1);
}

static GArray *
read_shifts (const char *text, GError **error)
{
	static GRegex *dash;
	if (dash == NULL)
		dash = g_regex_new ("\\s*[-–]\\s*", G_REGEX_OPTIMIZE, 0, NULL);
	g_autofree char *tight =
	        g_utf8_validate (text, -1, NULL) ? g_regex_replace_literal (dash, text, -1, 0, "-", 0, NULL) : NULL;
	g_auto (GStrv) words = g_strsplit_set (*text == '\0' ? RN_INITIAL_HOURS : tight != NULL ? tight : "", " \t,;", -1);
	g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (struct shift));

	if (!read_words (shifts, words)) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA,
		             "“%s” are no working hours; write them like “Mon-Thu 08:00-12:00, Mon-Thu 13:00-16:00, "
		             "Fri 08:00-12:00”", tight != NULL ? text : "");
		return NULL;
	}
	join_shifts (shifts);
	return g_steal_pointer (&shifts);
}

/* The same, read once for all people who have them. */
static GArray *
shifts_of (const char *text, GError **error)
{
	static GHashTable *known; /* text -> GArray of shifts */

	if (known == NULL)
		known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
	GArray *shifts = g_hash_table_lookup (known, text);
	if (shifts != NULL)
		return g_array_ref (shifts);
	shifts = read_shifts (text, error);
	if (shifts != NULL && g_hash_table_size (known) < RN_MAX_TIMETABLES)
		g_hash_table_insert (known, g_strdup (text), g_array_ref (shifts));
	return shifts;
}

rn_hours *
rn_hours_new (const char *text, const char *zone, GError **error)
{
	g_autoptr (GTimeZone) place = rn_zone (zone, error);
	GArray *shifts = place != NULL ? shifts_of (text, error) : NULL;
	if (shifts == NULL)
		return NULL;

	rn_hours *hours = g_new (rn_hours, 1);
	*hours = (rn_hours) { g_steal_pointer (&place), shifts, { FALSE }, g_array_new (FALSE, FALSE, sizeof (struct rn_span)) };
	for (guint i = 0; i < shifts->len; i++)
		hours->works[g_array_index (shifts, struct shift, i).weekday] = TRUE;
	return hours;
}

void
rn_hours_free (rn_hours *hours)
{
	if (hours == NULL)
		return;
	g_clear_pointer (&hours->zone, g_time_zone_unref);
	g_array_unref (hours->shifts);
	g_array_unref (hours->closed);
	g_free (hours);
}

void
rn_hours_close (rn_hours *hours, const struct rn_span *spans, gsize n_spans)
{
	g_array_append_vals (hours->closed, spans, (guint) n_spans);
	rn_spans_join (hours->closed);
}

/* ---- Asking ---- */

static gint64
day_of (rn_local local)
{
	return local >= 0 ? local / RN_DAY : -((RN_DAY - 1 - local) / RN_DAY);
}

static int
weekday_of (gint64 day)
{
	return (int) (((day + 3) % RN_WEEK + RN_WEEK) % RN_WEEK); /* day 0 was a Thursday */
}

/* What is left of a shift at `at` or behind it, up to where the next closed time begins. */
static void
cut_closed (const rn_hours *hours, rn_time at, struct rn_span *shift)
{
	for (guint i = 0; i < hours->closed->len; i++) {
		struct rn_span closed = g_array_index (hours->closed, struct rn_span, i);
		if (closed.end <= shift->start || closed.start >= shift->end)
			continue;
		if (closed.start > MAX (shift->start, at)) {
			shift->end = closed.start;
			return;
		}
		shift->start = closed.end;
	}
}

/* The first span of working time that ends behind `at`, as instants. */
static struct rn_span
span_behind (const rn_hours *hours, rn_time at)
{
	/* at least two weeks: a clock set forward may swallow the one shift of a week */
	gint64 today = day_of (rn_zone_local (hours->zone, at));
	for (gint64 day = today; day <= today + RN_LONGEST_REST; day++) {
		for (guint i = 0; hours->works[weekday_of (day)] && i < hours->shifts->len; i++) {
			const struct shift *shift = &g_array_index (hours->shifts, struct shift, i);
			if (shift->weekday != weekday_of (day))
				continue;
			struct rn_span span = { rn_zone_instant (hours->zone, day * RN_DAY + shift->start),
			                        rn_zone_instant (hours->zone, day * RN_DAY + shift->end) };
			cut_closed (hours, at, &span);
			if (span.end > at && span.end > span.start)
				return span;
		}
	}
	return (struct rn_span) { G_MAXINT64, G_MAXINT64 };
}

gboolean
rn_hours_contain (const rn_hours *hours, rn_time start, rn_time end)
{
	/* several spans touch where people work around the clock */
	for (rn_time at = start; at < end;) {
		struct rn_span span = span_behind (hours, at);
		if (span.start > at)
			return FALSE;
		at = span.end;
	}
	return start < end;
}

rn_time
rn_hours_next (const rn_hours *hours, rn_time from)
{
	return MAX (from, span_behind (hours, from).start);
}

static gboolean
works_on (const rn_hours *hours, gint64 day)
{
	rn_time midnight = rn_zone_instant (hours->zone, day * RN_DAY);

	return hours->works[weekday_of (day)] &&
	       span_behind (hours, midnight).start < rn_zone_instant (hours->zone, (day + 1) * RN_DAY);
}

rn_time
rn_hours_add_days (const rn_hours *hours, rn_time from, int days)
{
	rn_local local = rn_zone_local (hours->zone, from);

	if (days <= 0 || span_behind (hours, from).start == G_MAXINT64)
		return from;
	for (int rest = 0; days > 0 && rest <= RN_LONGEST_REST; rest++) {
		local += RN_DAY;
		if (!works_on (hours, day_of (local)))
			continue;
		days--;
		rest = 0;
	}
	return rn_zone_instant (hours->zone, local);
}

/* ---- Slots ---- */

static rn_time
quarter (rn_time at)
{
	return (at + RN_SLOT_STEP - 1) / RN_SLOT_STEP * RN_SLOT_STEP;
}

/* `at` when it and the length asked for lie in what is allowed, else a later instant to
 * try. */
static rn_time
try_allowed (const struct rn_slot_request *request, rn_time at)
{
	rn_time next = G_MAXINT64;

	for (gsize i = 0; i < request->n_allowed; i++) {
		struct rn_span span = request->allowed[i];
		if (span.start <= at && at + request->length <= span.end)
			return at;
		if (span.start > at)
			next = MIN (next, span.start);
	}
	return request->n_allowed > 0 ? next : at;
}

/* `at` when everybody is free from then on for the length asked for, else a later
 * instant to try. */
static rn_time
try_slot (const struct rn_slot_request *request, rn_time at)
{
	rn_time end = at + request->length, allowed = try_allowed (request, at);

	if (allowed > at)
		return allowed;
	for (gsize i = 0; i < request->n_hours; i++) {
		struct rn_span span = span_behind (request->hours[i], at);
		if (span.start <= at && (end <= span.end || rn_hours_contain (request->hours[i], span.end, end)))
			continue;
		return MAX (at + RN_SLOT_STEP, span.start > at ? span.start : span_behind (request->hours[i], span.end).start);
	}
	for (gsize i = 0; i < request->n_busy; i++)
		if (request->busy[i].start < end && request->busy[i].end > at)
			return MAX (at + RN_SLOT_STEP, request->busy[i].end);
	return at;
}

gboolean
rn_slot_suits (const struct rn_slot_request *request, rn_time start)
{
	return request->length > 0 && try_slot (request, start) == start;
}

#define RN_LUNCH RN_HOUR /* behind noon: nobody likes to be asked for twelve o'clock */

/* Where the next half day begins, on the clock of the first who must come. */
static rn_time
next_half_day (const struct rn_slot_request *request, rn_time at)
{
	g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
	GTimeZone *zone = request->n_hours > 0 ? request->hours[0]->zone : utc;
	gint64 half = day_of (2 * rn_zone_local (zone, at)) + 1;

	return MAX (at + RN_SLOT_STEP, rn_zone_instant (zone, half * (RN_DAY / 2) + (half % 2 != 0 ? RN_LUNCH : 0)));
}

gsize
rn_slots_find (const struct rn_slot_request *request, rn_time *starts, gsize max)
{
	rn_time latest = MIN (request->latest, request->earliest + RN_SLOT_HORIZON);
	gsize n = 0;

	if (request->length <= 0)
		return 0;
	for (rn_time at = quarter (request->earliest); n < max && at <= latest;) {
		rn_time free_at = try_slot (request, at);
		if (free_at > latest)
			break;
		if (free_at > at) {
			at = quarter (free_at);
			continue;
		}
		starts[n++] = at;
		at = quarter (next_half_day (request, at));
	}
	return n;
}
