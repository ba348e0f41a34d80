/* A simulated company that lives through a program on virtual time, by the real engine:
 * only the clock and the wire are not real. */
#ifndef RN_SIM_DEMO_H
#define RN_SIM_DEMO_H

#include "instant.h"

struct rn_demo_order {
	guint people, days;
	guint64 seed;
	const char *out;      /* folder; made anew */
	const char *program;  /* folder below scripts and templates */
	const char *templates, *scripts; /* folders to use instead of Rotnem's own, or NULL */
	void (*progress) (double done, gpointer data); /* from 0 to 1, or NULL */
	gpointer progress_data;
};

/* What came of it. */
struct rn_demo_figures {
	gint64 people, solicited, offers, pairings_confirmed, pairings_declined, meetings_held, feedback_answers, mails_sent,
		mails_received, mails_held, turns_failed, orphans, fallback_tasks, open_tasks;
	double seconds;
	char digest[65]; /* BLAKE2b of all.mbox as `b2sum -l 256` tells it */
};

/* Runs it and leaves the folder: mailboxes, all.mbox and its digest in all.mbox.b2, calendars, report.html, and the
 * store with its configuration, for `rotnem why -c OUT/rotnem.conf`. */
gboolean rn_demo_run (const struct rn_demo_order *order, struct rn_demo_figures *figures, GError **error);

#endif
