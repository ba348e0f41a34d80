/* Who wrote a mail, and about what: told by an unguessable token, by the Message-ID that
 * it answers, by the calendar's UID, and last by the address alone. */
#ifndef RN_TURN_SENDER_H
#define RN_TURN_SENDER_H

#include "reading.h"
#include "turn.h"

enum rn_trust {
	RN_TRUST_TOKEN,     /* a token of ours came back, from an address of its person */
	RN_TRUST_PARTNER,   /* … from the other one of the same pairing, who answered to all */
	RN_TRUST_COORDINATOR,
	RN_TRUST_ADDRESS,   /* a known address, nothing else */
	RN_TRUST_STRANGER,  /* nobody we know */
	RN_TRUST_MISMATCH,  /* a token came back from an address of somebody else */
	RN_TRUST_FORGED,    /* our own receiver says that From is not genuine */
};

typedef struct rn_sender {
	enum rn_trust trust;
	rn_person *person;      /* who wrote, or NULL */
	rn_person *asked;       /* whose token it was, when that is another; or NULL */
	char *program;          /* that the token belongs to, or "" */
	char *about;            /* ref, or "" */
} rn_sender;

void rn_sender_clear (rn_sender *sender);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (rn_sender, rn_sender_clear)

/* Needs no program yet. `stand_in` is the address that gets all mail in a trial, or "": it
 * may answer for everybody. */
gboolean rn_sender_find (rn_db *db, const rn_reading *reading, const char *stand_in, rn_sender *sender, GError **error);

#endif
