/* A calendar part as a person's calendar program understands it, and what it answers
 * (RFC 5545, 5546). libical stays behind this header. */
#ifndef SIMULATED_INVITATION_H
#define SIMULATED_INVITATION_H

#include "instant.h"
#include "person.h"

enum invitation_method { INVITATION_REQUEST, INVITATION_CANCEL, INVITATION_COUNTER_DECLINED, INVITATION_OTHER };

typedef struct invitation {
	enum invitation_method method;
	char *uid, *summary, *location;
	char *organizer, *organizer_name; /* address; the name may be "" */
	GPtrArray *attendees;             /* of char *: addresses */
	int sequence;
	rn_time start, end;
} sim_invitation;

/* Reads one event; NULL when there is none that a calendar would show. */
struct invitation *invitation_new (const char *calendar);
void invitation_free (struct invitation *invitation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sim_invitation, invitation_free)

/* What she answers, as her client writes it. */
struct invitation_answer {
	const struct person *person;
	const char *address;  /* hers, as the answer gives it */
	const char *partstat; /* ACCEPTED, DECLINED, TENTATIVE */
	rn_time start, end;   /* of a COUNTER; 0: REPLY */
	rn_time stamp;
	const char *comment;  /* or NULL */
	gboolean odd;         /* as some servers do it: no ORGANIZER, lower-case PARTSTAT */
};

/* iCalendar text with LF line ends. */
char *invitation_reply (const struct invitation *invitation, const struct invitation_answer *answer);

#endif
