/* An invitation, a change or a cancellation as it goes out (RFC 5545, 5546). Plain
 * data; rn_invite() writes it as iCalendar. */
#ifndef RN_CALENDAR_INVITATION_H
#define RN_CALENDAR_INVITATION_H

#include <glib.h>

#include "bundle.h"
#include "instant.h"

struct rn_attendee {
	char *address, *name;
	char *partstat; /* NEEDS-ACTION, ACCEPTED … */
};

typedef struct rn_invitation {
	char *method;   /* REQUEST, CANCEL, DECLINECOUNTER; REPLY to an invitation of others */
	char *uid;      /* the same for ever */
	int sequence;   /* rises when time or place changes, and by one for CANCEL */
	rn_time dtstamp;
	rn_time recurrence_id; /* one occurrence of a series; 0: the whole, or a single meeting */
	rn_time start, end;
	char *zone;     /* IANA name that times are written in; "": UTC, which a single meeting has */
	char *rule;     /* of a series, as in RRULE; then `zone` is not "" */
	char *summary, *location;
	char *organizer, *organizer_name; /* the program's address with the reader's token in its plus part */
	GPtrArray *attendees; /* of struct rn_attendee */
} rn_invitation;

rn_invitation *rn_invitation_new (void);
void rn_invitation_free (rn_invitation *invitation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_invitation, rn_invitation_free)

void rn_invitation_add (rn_invitation *invitation, const char *address, const char *name, const char *partstat);

/* Adds it to a bundle as a table. */
void rn_invitation_bundle (const rn_invitation *invitation, GByteArray *bundle, const char *name);

/* The same back, of the value that was just read; DATA errors for what does not fit. */
rn_invitation *rn_invitation_take (const struct rn_bundled *value, struct rn_unpack *unpack, GError **error);

/* The iCalendar text with CR LF line ends, METHOD included; the description stands
 * inside. DATA error when an address would not be safe inside a property. Equal
 * input gives equal bytes. */
char *rn_invite (const rn_invitation *invitation, const char *description, GError **error);

#endif
