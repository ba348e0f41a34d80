/* Choosing a date by mail: three numbered times to each of the two, in her own zone and
 * language; the answers; and the meeting that comes of them. An answer is numbers, days or
 * hours in words, or "none of them". When both have a time in common they are invited; when
 * they have not, or one said that none suits, there are new times that fit what was said.
 * Who is silent is reminded; then the other's answer decides, and of two silent people the
 * first time. After RN_POLL_ROUNDS a person is asked to help. */
#ifndef RN_TURN_POLLS_H
#define RN_TURN_POLLS_H

#include "meetings.h"
#include "poll.h"
#include "reading.h"

#define RN_MAX_WISHES 12 /* days and hours of one answer; a week's mornings and afternoons are ten */
#define RN_POLL_ROUNDS 3 /* then somebody who speaks with both is quicker */

/* What one of the two asked for in words before any times were mailed. */
struct rn_poll_wish {
	gint64 person;
	GStrv words;       /* values of calendar/wishes.h */
};

/* Mails the times. With `meeting` (or NULL) that one gets another time, and keeps the one it
 * has until then. With `wish` (or NULL) the times fit it. REFUSED when the pairing is over, or
 * is choosing or has a meeting already. */
gboolean rn_poll_begin (rn_turn *turn, rn_pairing *pairing, rn_meeting *meeting, const struct rn_meeting_order *order,
                        const struct rn_poll_wish *wish, GError **error);

/* A person answered in words; `by` (or NULL) wrote it in her stead, which her receipt says.
 * *outcome: a word for the mail's end when it changes nothing: not-understood, over. Once
 * there is a meeting, an answer proposes another time for it. */
gboolean rn_poll_answer (rn_turn *turn, rn_poll *poll, rn_person *person, const rn_reading *reading, const rn_person *by,
                         const char **outcome, GError **error);

/* Days and hours that were said, as values of calendar/wishes.h. */
GStrv rn_poll_wishes (const rn_reading *reading, GTimeZone *zone, rn_time now);

/* Nothing in her answer told which of the times: she gets them once more. */
gboolean rn_poll_ask_back (rn_turn *turn, rn_poll *poll, rn_person *person, const rn_reading *reading, GError **error);

/* Looks whether it is decided; an event of its own, so that calendars can be asked first. */
gboolean rn_poll_settle (rn_turn *turn, rn_poll *poll, GError **error);

gboolean rn_poll_remind (rn_turn *turn, rn_poll *poll, GError **error);
gboolean rn_poll_expire (rn_turn *turn, rn_poll *poll, GError **error);

/* What an answer says about the times of a poll. */
typedef struct rn_poll_words {
	int said;       /* of enum rn_poll_said; NOTHING: it cannot be told */
	gint64 chosen;  /* of SOME */
	GStrv words;    /* what was said about when, as in struct rn_choice */
} rn_poll_words;

/* Reads it, in the person's zone. Numbers decide; else days and hours choose the times that
 * fit them; "no" and "later" mean none unless a day or an hour is named. Clear it with rn_poll_words_clear. */
void rn_poll_read (const rn_poll *poll, const rn_reading *reading, GTimeZone *zone, rn_time now, rn_poll_words *words);
void rn_poll_words_clear (rn_poll_words *words);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (rn_poll_words, rn_poll_words_clear)

/* Nobody needs to answer any more: a meeting was placed or moved otherwise, or the pairing
 * has ended. */
gboolean rn_poll_withdraw (rn_turn *turn, gint64 pairing, GError **error);

/* The open poll that would move this meeting, or NULL (an error only when *error is set). */
rn_poll *rn_poll_about (rn_turn *turn, const rn_meeting *meeting, GError **error);

/* Calendars answer too. The meeting that was to be moved is fine for her as it is; she
 * proposes that start; it is cancelled and the poll is for a new one. FALSE in *taken: the
 * meeting is in no open poll. */
gboolean rn_poll_keeps (rn_turn *turn, const rn_meeting *meeting, rn_person *person, gboolean *taken, GError **error);
gboolean rn_poll_proposes (rn_turn *turn, const rn_meeting *meeting, rn_person *person, rn_time start, gboolean *taken,
                           GError **error);
gboolean rn_poll_lets_go (rn_turn *turn, const rn_meeting *meeting, GError **error);

#endif
