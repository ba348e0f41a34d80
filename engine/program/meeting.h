/* A meeting of a pairing, from its invitation to what became of it. Answers are
 * ordered per person by (SEQUENCE, DTSTAMP), whatever order mail arrives in. */
#ifndef RN_PROGRAM_MEETING_H
#define RN_PROGRAM_MEETING_H

#include "kind.h"

enum rn_meeting_state {
	RN_MEETING_INVITED,
	RN_MEETING_ACCEPTED,    /* by both */
	RN_MEETING_HELD,        /* one of them said so */
	RN_MEETING_UNCONFIRMED, /* both accepted, nobody cancelled, nobody said anything */
	RN_MEETING_MISSED,
	RN_MEETING_CANCELLED,
};

/* What one of the two did about the meeting. */
struct rn_attendance {
	int partstat;        /* of enum rn_partstat */
	gint64 sequence;     /* of the newest answer */
	rn_time dtstamp;
	rn_time proposed;    /* DTSTAMP of the newest COUNTER, 0: none */
	int said;            /* of enum rn_said: did you meet? */
};

enum rn_partstat { RN_PARTSTAT_NEEDS_ACTION, RN_PARTSTAT_ACCEPTED, RN_PARTSTAT_DECLINED, RN_PARTSTAT_TENTATIVE,
                   RN_PARTSTAT_DELEGATED };

typedef struct rn_meeting {
	struct rn_record record;
	char *program;
	gint64 pairing;
	gint64 mentor, leader; /* persons, as of the pairing */
	gint64 number;         /* from 1 within the pairing */
	int state;
	char *uid;             /* RFC 5545, the same for ever; meetings of one series share it */
	rn_time occurrence;    /* RECURRENCE-ID within a series, 0: a single meeting */
	char *rule, *zone;     /* of a series of ours: RRULE, and the zone it is in; else "" */
	gint64 series_number;  /* within it, from 1 */
	gboolean booked;       /* the two invited each other, and us */
	gint64 sequence;       /* of the newest invitation, ours or theirs */
	rn_time dtstamp;
	rn_time start, ends;
	char *template;        /* of the mail around the invitation */
	gint64 moved;          /* how often it got another time */
	struct rn_attendance by_mentor, by_leader;
} rn_meeting;
RN_RECORD_TYPE (rn_meeting, rn_meeting)

struct rn_attendance *rn_meeting_attendance (rn_meeting *meeting, gint64 person);
gint64 rn_meeting_other (const rn_meeting *meeting, gint64 person);

/* Still to come or not yet settled. */
gboolean rn_meeting_is_live (const rn_meeting *meeting);

/* Whether an answer with that SEQUENCE and DTSTAMP is newer than what is known, and
 * not about an older time of the meeting. Else *why tells in a word: stale, repeated. Of
 * two different answers with the same stamps the one that came in last is newer. */
gboolean rn_meeting_is_news (rn_meeting *meeting, gint64 person, enum rn_partstat partstat, gint64 sequence, rn_time dtstamp,
                             const char **why);

/* Whether an invitation or cancellation with these stamps is newer than the one known. */
gboolean rn_meeting_is_newer (const rn_meeting *meeting, gint64 sequence, rn_time dtstamp);

/* Whether a COUNTER with these stamps is newer than what this person proposed before, and
 * about the meeting's present time; notes it. Else *why: stale, repeated. */
gboolean rn_meeting_is_proposal (rn_meeting *meeting, gint64 person, gint64 sequence, rn_time dtstamp, const char **why);

/* Notes an answer. */
void rn_meeting_note (rn_meeting *meeting, gint64 person, enum rn_partstat partstat, gint64 sequence, rn_time dtstamp);

/* A new time: SEQUENCE rises and every PARTSTAT is reset (RFC 5546, 2.1.4). */
void rn_meeting_move (rn_meeting *meeting, rn_time start, rn_time ends, rn_time now);

gboolean rn_meeting_both (const rn_meeting *meeting, enum rn_partstat partstat);

/* "ACCEPTED" (RFC 5545, 3.2.12), and back; -1 for a word that is none of ours. */
const char *rn_partstat_name (enum rn_partstat partstat);
int rn_partstat_parse (const char *word);

#endif
