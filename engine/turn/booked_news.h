/* One mail about meetings that a pair booked: what it says about each occurrence, and
 * what that changes. booked.c decides whose it is and what follows. */
#ifndef RN_TURN_BOOKED_NEWS_H
#define RN_TURN_BOOKED_NEWS_H

#include "itip.h"
#include "meeting.h"
#include "pairing.h"
#include "person.h"
#include "turn.h"

#define RN_MAX_BOOKED 60               /* occurrences of a series that are followed: weekly for a year */
#define RN_BOOKED_AHEAD (366 * RN_DAY) /* later ones are noted when the series is sent again */

/* What it says about one occurrence, or about a single meeting. */
struct rn_booked_word {
	const struct rn_calendar *item;
	rn_time occurrence, start, ends;
	gboolean is_off;
};

/* One mail about one UID, on its way. */
typedef struct rn_booked_news {
	rn_turn *turn;
	rn_pairing *pairing;
	rn_person *sender;
	GPtrArray *known; /* of rn_meeting: those of its UID, oldest first */
	GArray *words;    /* of struct rn_booked_word */
	guint booked, moved, off;
	const char *nothing; /* why a word changed nothing */
	rn_meeting *next;    /* the earliest that was booked; of `known` */
} rn_booked_news;

/* Applies what the items say; saves what changed and counts it. */
gboolean rn_booked_apply (rn_booked_news *news, const GPtrArray *items, GError **error);

/* The newest record of that occurrence, or NULL. */
rn_meeting *rn_booked_known (const rn_booked_news *news, rn_time occurrence);

#endif
