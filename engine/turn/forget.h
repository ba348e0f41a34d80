/* A person is forgotten, as she may ask for: what is stored of her goes, and the directory does not bring her
 * back. To others she is somebody who left. */
#ifndef RN_TURN_FORGET_H
#define RN_TURN_FORGET_H

#include "pairing.h"
#include "turn.h"

/* Forgets her; `person` becomes what is left. Her pairings end, and whoever they were with is told as when
 * somebody leaves, by events that are due now. */
gboolean rn_person_forget (rn_turn *turn, rn_person *person, GError **error);

/* Somebody who was forgotten, by her id in the directory or an address `word`, as far as she is known again by what came
 * since: the number of what is left of her, and as address and aliases `word` and what mail came from. To be freed. NULL
 * without an error: nobody. */
rn_person *rn_forgotten_since (const struct rn_site *site, rn_db *db, const char *word, GError **error);

/* Forgets what came since from her whom rn_forgotten_since gave. */
gboolean rn_person_forget_since (rn_turn *turn, const rn_person *since, GError **error);

/* Ends a pairing of somebody who was forgotten, unless a policy did. */
gboolean rn_pairing_forsaken (rn_turn *turn, rn_pairing *pairing, GError **error);

/* Takes out of people of the directory who was forgotten, and of others what names her. Counts in *n. */
gboolean rn_forgotten_leave_out (rn_turn *turn, GPtrArray *people, guint *n, GError **error);

/* She wants to take part again: the directory may bring her back. Named by her id there or her address; FALSE in
 * *was: nobody of that name was forgotten. */
gboolean rn_forgotten_again (rn_turn *turn, const char *word, gboolean *was, GError **error);

#endif
