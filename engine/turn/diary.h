/* When people can meet, as far as it is known: working hours, holidays of their site,
 * absences, our own meetings, and what their calendars said when they were asked last.
 * Unknown is never shown as free.
 *
 * Calendars are asked by processes of their own, so a turn cannot wait for them. A turn
 * that needs what is not known, or was said over an hour ago, goes on with what there is
 * and notes whom to ask in `turn->wanted`. The engine undoes such a turn, asks, and runs it
 * again when the answers are there, or the time for them is over; see engine_busy.c. */
#ifndef RN_TURN_DIARY_H
#define RN_TURN_DIARY_H

#include "slots.h"
#include "turn.h"

#define RN_BUSY_FRESH RN_HOUR         /* what a calendar said so long ago is asked for again … */
#define RN_BUSY_AHEAD (120 * RN_DAY)  /* … for the time up to then: slots lie within two months */

/* Her working hours, closed on the holidays of her site. DATA when they cannot be read. */
rn_hours *rn_diary_hours (rn_turn *turn, const rn_person *person, GError **error);

/* When a mail that can wait may reach her: in her working hours, not while she is away. */
rn_time rn_polite_time (rn_turn *turn, const rn_person *person, rn_time now);

/* What is known of the two or more who are to meet. */
typedef struct rn_diary {
	GPtrArray *hours; /* of rn_hours */
	GArray *busy;     /* of struct rn_span: of any of them */
	GArray *known;    /* of struct rn_span, one a person: for what time her calendar is known */
} rn_diary;

/* Opens it for these people, from `from` on. Our own meeting `except`, or 0, does not count:
 * the one that is to be moved does not stand in its own way. */
gboolean rn_diary_open (rn_diary *diary, rn_turn *turn, rn_person *const *people, gsize n_people, rn_time from, gint64 except,
                        GError **error);
void rn_diary_clear (rn_diary *diary);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (rn_diary, rn_diary_clear)

/* A search in it; what is allowed besides is the caller's to add. */
struct rn_slot_request rn_diary_request (const rn_diary *diary, rn_time earliest, rn_time latest, rn_time length);

/* Whether her calendar says that she is free then: person `who`, counted from 0. */
gboolean rn_diary_knows (const rn_diary *diary, gsize who, rn_time start, rn_time end);

#endif
