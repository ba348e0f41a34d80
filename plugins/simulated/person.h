/* The people of the simulated company: who they are, when they work and are away,
 * what they are like. Made once from the seed; nothing here knows mail. */
#ifndef SIMULATED_PERSON_H
#define SIMULATED_PERSON_H

#include "chance.h"
#include "instant.h"
#include "places.h"

/* Whose manners a person's mail has. */
enum client { CLIENT_OUTLOOK, CLIENT_GMAIL, CLIENT_APPLE, CLIENT_THUNDERBIRD, CLIENTS };

/* What a person is like. Percentages unless said. */
struct habits {
	enum client client;
	gboolean phone;      /* short words and a footer of the phone's */
	gboolean html_only;  /* her client sends no plain text */
	gboolean reads_html; /* she sees the HTML part, others the plain text */
	gboolean interleaves;/* types under the quoted questions of a form */
	gboolean bottom;     /* writes below the quote */
	gboolean quotes;     /* leaves the quoted mail in */
	gboolean signs;      /* with a "-- " signature */
	guint diligence;     /* mails that want an answer and get one */
	guint willing;       /* offers that she likes */
	guint later;         /* refusals worded as "not now" */
	guint accepts;       /* invitations accepted, of those answered */
	guint counters;      /* answered with another time */
	guint words;         /* invitations answered in words */
	guint forgets;       /* meetings she does not come to */
	guint slowness;      /* working minutes until she gets to her mail, in the mean */
	gboolean polite;     /* long sentences */
};

struct absence {
	rn_time start, end;
};

#define PERSON_ABSENCES 8 /* more holidays than anybody takes in the simulated time */

struct person {
	guint number; /* counts from 0 */
	char *id, *name, *given, *address;
	char *alias;  /* another address of hers, or NULL */
	const char *role;
	int level;
	const char *unit;
	const struct person *manager, *traditional_mentor;
	const struct site *site;
	GTimeZone *zone;
	const struct shift *shift;
	gboolean german;
	guint32 skills, wishes; /* bit n: places_topics[n] */
	struct absence absences[PERSON_ABSENCES];
	guint n_absences;
	gboolean absence_known; /* the directory knows her holidays */
	rn_time leaves;         /* 0: stays */
	gboolean dead;          /* listed, but her mail bounces */
	struct habits habits;
	struct chance chance;
};

/* How the company is made. */
struct people_settings {
	guint people;
	guint64 seed;
	rn_time start;
	guint days;
	const char *domain;
	const char *coordinator; /* address */
};

/* struct person *, in order of their numbers; the coordinator is number 0. */
GPtrArray *people_new (const struct people_settings *settings);

gboolean person_is_coordinator (const struct person *person);
gboolean person_is_here (const struct person *person, rn_time at);

/* The absence that covers this instant, or NULL. */
const struct absence *person_absence (const struct person *person, rn_time at);

/* The first instant from `from` on when she works, and when `minutes` of her work
 * have passed since then. Absences and free days do not count. */
rn_time person_working (const struct person *person, rn_time from);
rn_time person_work_later (const struct person *person, rn_time from, guint minutes);

/* The instant as her clock shows it. */
GDateTime *person_local (const struct person *person, rn_time at);

/* "Monday, 11 May 2026", as she writes it. */
char *person_date (const struct person *person, rn_time at);

#endif
