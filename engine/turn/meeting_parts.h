/* What the files about meetings share. Nobody else includes this. */
#ifndef RN_TURN_MEETING_PARTS_H
#define RN_TURN_MEETING_PARTS_H

#include "meetings.h"

/* A mail about a meeting. */
struct rn_meeting_words {
	const char *template;
	const char *method;  /* of the invitation that comes along; NULL: words only */
	gboolean declined;   /* one of them could not come */
	gboolean whole;      /* of a series: about all of it, not this one occurrence */
};
gboolean rn_meeting_mail_both (rn_turn *turn, rn_meeting *meeting, const struct rn_meeting_words *words, GError **error);
gboolean rn_meeting_mail_person (rn_turn *turn, rn_meeting *meeting, const rn_person *person,
                                 const struct rn_meeting_words *words, GError **error);

/* Saves it and its pairing, which lives as long as something happens. */
gboolean rn_meeting_save (rn_turn *turn, rn_meeting *meeting, GError **error);

/* Asks after it when it has ended, at its present time; not when it is over. */
gboolean rn_meeting_schedule_end (rn_turn *turn, rn_meeting *meeting, GError **error);

/* A new meeting of the pairing, saved, with a UID; nobody was told. */
rn_meeting *rn_meeting_make (rn_turn *turn, rn_pairing *pairing, const char *template, rn_time start, rn_time ends,
                             GError **error);

#endif
