/* An offer asks two people whether they want to be paired. Both are asked at once,
 * and until its deadline neither can tell how the other answered (the sealed
 * decline): whatever was said, the one who is left hears the same words at the same
 * time. */
#ifndef RN_PROGRAM_OFFER_H
#define RN_PROGRAM_OFFER_H

#include "kind.h"

enum rn_offer_state { RN_OFFER_ASKED, RN_OFFER_CONFIRMED, RN_OFFER_CLOSED };
enum rn_said { RN_SAID_NOTHING, RN_SAID_YES, RN_SAID_NO };

typedef struct rn_offer {
	struct rn_record record;
	char *program;
	gint64 mentor, leader; /* persons */
	gint64 topic;
	int state;
	int mentor_said, leader_said; /* of enum rn_said: sealed, shown to nobody */
	GStrv reasons;
	rn_time asked, deadline;
	gboolean reminded;
} rn_offer;
RN_RECORD_TYPE (rn_offer, rn_offer)

/* Notes what a person of the offer said; another word replaces the first one as long
 * as the offer is open (undo). REFUSED when it is not. */
gboolean rn_offer_say (rn_offer *offer, gint64 person, enum rn_said word, GError **error);

/* What that person said so far. */
enum rn_said rn_offer_said (const rn_offer *offer, gint64 person);

/* Both said yes. */
gboolean rn_offer_is_agreed (const rn_offer *offer);

/* The other one of the two; 0 for a stranger. */
gint64 rn_offer_other (const rn_offer *offer, gint64 person);

#endif
