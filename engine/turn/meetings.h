/* Meetings: finding a time, inviting, following the answers by calendar and in words,
 * and asking whether the two met. */
#ifndef RN_TURN_MEETINGS_H
#define RN_TURN_MEETINGS_H

#include "itip.h"
#include "meeting.h"
#include "pair.h"
#include "pairing.h"
#include "turn.h"

struct rn_meeting_order {
	const char *template; /* of the mail around the invitation */
	const char *within; /* latest start from now, or NULL */
	const char *after;  /* earliest start from the last meeting's, or NULL */
	const char *length; /* or NULL for an hour */
	rn_time every;      /* whole days from one to the next; 0: a single meeting */
	gint64 times;       /* of a series */
};

/* When a meeting of that order may be. */
struct rn_meeting_window {
	rn_time earliest, latest; /* of its start */
	rn_time length;
};
void rn_meeting_window (rn_turn *turn, rn_pairing *pairing, const struct rn_meeting_order *order, const rn_pair *both,
                        struct rn_meeting_window *window);

/* Whether it has one to come. */
gboolean rn_pairing_has_meeting (rn_turn *turn, const rn_pairing *pairing);

/* Finds a time and invites both. REFUSED when the pairing is over or has a meeting to
 * come. When no time suits both, a person is asked to help: NULL without an error. */
rn_meeting *rn_meeting_place (rn_turn *turn, rn_pairing *pairing, const struct rn_meeting_order *order, GError **error);

/* Invites both to that time. REFUSED as above. */
rn_meeting *rn_meeting_place_at (rn_turn *turn, rn_pairing *pairing, const char *template, rn_time start, rn_time ends,
                                 GError **error);

/* Asks a person to help: no time suits both. `details`: what is known of it, or "". */
gboolean rn_meeting_help (rn_turn *turn, rn_pairing *pairing, const char *details, GError **error);

/* Saves a meeting with its pairing, which it keeps alive, and asks after it when it has
 * ended. */
gboolean rn_meeting_keep (rn_turn *turn, rn_meeting *meeting, GError **error);

/* Another time: both get a new REQUEST. REFUSED when it is over, or theirs. */
gboolean rn_meeting_shift (rn_turn *turn, rn_meeting *meeting, rn_time start, rn_time ends, GError **error);

/* Both get a CANCEL, unless they booked it themselves. */
gboolean rn_meeting_cancel (rn_turn *turn, rn_meeting *meeting, gboolean declined, GError **error);

/* A DECLINECOUNTER to the one who proposed. */
gboolean rn_meeting_decline_counter (rn_turn *turn, rn_meeting *meeting, rn_person *person, GError **error);

/* The same REQUEST again to one person (REFRESH). */
gboolean rn_meeting_resend (rn_turn *turn, rn_meeting *meeting, rn_person *person, GError **error);

/* A person accepted, declined or wavers. *outcome: a word for the mail's end when it
 * changes nothing (stale, repeated, over), else NULL. */
gboolean rn_meeting_answer (rn_turn *turn, rn_meeting *meeting, rn_person *person, enum rn_partstat partstat,
                            gint64 sequence, rn_time dtstamp, const char **outcome, GError **error);

/* A person proposes another time (COUNTER, or a date in words). */
gboolean rn_meeting_counter (rn_turn *turn, rn_meeting *meeting, rn_person *person, rn_time start, rn_time ends,
                             const char **outcome, GError **error);

/* A person asks in words for another time without naming one: "Tuesday or Thursday after 3".
 * `wishes` are values of calendar/wishes.h. */
gboolean rn_meeting_wish (rn_turn *turn, rn_meeting *meeting, rn_person *person, GStrv wishes, GError **error);

/* A person says whether they met. */
gboolean rn_meeting_say (rn_turn *turn, rn_meeting *meeting, rn_person *person, gboolean met, GError **error);

/* The meeting's end has passed: both are asked; later, nobody having answered, it is
 * settled. */
gboolean rn_meeting_ended (rn_turn *turn, rn_meeting *meeting, GError **error);
gboolean rn_meeting_settle (rn_turn *turn, rn_meeting *meeting, GError **error);

/* Whether a span suits the hours, absences and our own meetings of both. */
gboolean rn_meeting_suits (rn_turn *turn, rn_meeting *meeting, rn_time start, rn_time ends, gboolean *suits, GError **error);

#endif
