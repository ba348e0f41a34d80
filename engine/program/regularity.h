/* How regularly the two of a pairing meet: of the meetings that were due by the program's
 * pace, the share that was held.
 *
 * A meeting is due one step of the pace behind the one before, the first one a step behind the
 * beginning; it counts as held when they met at most half a step later, whoever booked it and
 * however often it was moved. When they did not, it was not held, and the next one is due a step behind the time when
 * this one was. Meetings less than half a step behind the last one that counted are welcome but extra: they make no other
 * one due.
 *
 * A meeting that nobody spoke about is neither held nor missed: it is counted apart, and the
 * next one is due a step behind it. Time in which one of the two was away, or their site was
 * closed, does not count: what is due is due so much later. Nothing is due after a pairing's end,
 * nor before its time: a new pairing, or one of which somebody was away all the while, has
 * no share rather than a bad one. */
#ifndef RN_PROGRAM_REGULARITY_H
#define RN_PROGRAM_REGULARITY_H

#include <glib.h>

#include "slots.h"

#define RN_REGULARITY_RECENT (84 * RN_DAY) /* “lately”: the last twelve weeks */

/* After so many meetings wait this long. The last step goes on for ever. */
struct rn_pace_step {
	rn_time length;
	gint64 times;
};

/* Reads a pace as settings tell it, "3 x 14 days, 28 days"; a working day is 7/5 of a day. NULL and a
 * DATA error for anything else. */
GArray *rn_pace_parse (const char *text, GError **error); /* of struct rn_pace_step */

/* A meeting that took place, or that nobody spoke about (yet). */
struct rn_session {
	rn_time start;
	gboolean held;
};

struct rn_regularity_order {
	rn_time since, until; /* the pairing's life, up to now or to its end */
	rn_time from;         /* only what was due or held from then on counts; 0: all of its life */
	const struct rn_session *sessions; /* by rising start; what lies outside its life does not count */
	gsize n_sessions;
	const struct rn_span *off; /* when one of the two was away, or a site closed: in any order, may overlap */
	gsize n_off;
	const struct rn_pace_step *pace; /* at least one step */
	gsize n_pace;
};

struct rn_regularity {
	gint64 due, held;    /* held of those due: never more */
	int percent;         /* of them, rounded down: 100 is all; -1 when nothing was due */
	gint64 met;          /* all that were held, extra ones among them */
	gint64 unconfirmed;
	rn_time last_held;   /* start of the last one that was held, in all its life; 0: none */
	rn_time longest_gap; /* that counts, from one session to the next, to the first one, and since the last one */
};

struct rn_regularity rn_regularity (const struct rn_regularity_order *order);

#endif
