/* Asking two people whether they want to be paired, and what their answers do. */
#ifndef RN_TURN_OFFERS_H
#define RN_TURN_OFFERS_H

#include "offer.h"
#include "pairing.h"
#include "topic.h"
#include "turn.h"

/* Asks both. REFUSED when a rule forbids it: someone is not free or not willing, the two
 * were asked before, or one is the other's traditional mentor. `within` may be NULL. */
rn_offer *rn_offer_make (rn_turn *turn, rn_person *mentor, rn_person *leader, rn_topic *topic, GVariant *reasons,
                         const char *within, GError **error);

/* Whether these two were ever asked; then they are never asked again. */
gboolean rn_offer_was_made (rn_db *db, gint64 mentor, gint64 leader, gboolean *was, GError **error);

/* A person answered. Both yes makes the pairing at once; everything else shows at the
 * deadline only. REFUSED when the offer is over. */
gboolean rn_offer_answer (rn_turn *turn, rn_offer *offer, rn_person *person, enum rn_said said, GError **error);

/* The reminder, and the deadline, are due. */
gboolean rn_offer_remind (rn_turn *turn, rn_offer *offer, GError **error);
gboolean rn_offer_expire (rn_turn *turn, rn_offer *offer, GError **error);

/* Ends a pairing by a person's choice; the topic is open again when its owner stays. */
gboolean rn_pairing_close (rn_turn *turn, rn_pairing *pairing, const char *template, gboolean thank, GError **error);

/* The same, with its meetings to come cancelled first. */
gboolean rn_pairing_end (rn_turn *turn, const rn_pairing *pairing, const char *template, gboolean thank, GError **error);

#endif
