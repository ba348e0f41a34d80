/* What a mail does: the one place where a reading becomes steps of records. */
#ifndef RN_TURN_INCOMING_H
#define RN_TURN_INCOMING_H

#include "ends.h"
#include "inbox.h"
#include "reading.h"
#include "sender.h"
#include "turn.h"

/* How a mail ended; both words are of the closed lists in doc/architecture.md. */
struct rn_ending {
	enum rn_inbox_state state;
	const char *reason; /* of program/ends.h, or of the reading */
};

/* Ends a mail: always TRUE. */
static inline gboolean
rn_ends (struct rn_ending *ending, enum rn_inbox_state state, const char *reason)
{
	*ending = (struct rn_ending) { state, reason };
	return TRUE;
}

/* The same of one that was applied, if it was: gives `fine`. */
static inline gboolean
rn_applied (struct rn_ending *ending, const char *reason, gboolean fine)
{
	rn_ends (ending, RN_INBOX_APPLIED, reason);
	return fine;
}

/* The same of what may have come to nothing: `nothing` tells why, NULL when it was applied. */
static inline gboolean
rn_applied_unless (struct rn_ending *ending, const char *nothing, const char *reason)
{
	return rn_ends (ending, nothing != NULL ? RN_INBOX_IGNORED : RN_INBOX_APPLIED, nothing != NULL ? nothing : reason);
}

/* Applies the reading within the turn; the hours in it become those of the writer's clock. An error fails the turn; the mail is kept. */
gboolean rn_turn_incoming (rn_turn *turn, rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error);

#endif
