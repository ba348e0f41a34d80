/* Private answers rest in the database as a secret box of libsodium; the key lies in a
 * file of its own, so a copied database tells nothing. */
#ifndef RN_TURN_SEAL_H
#define RN_TURN_SEAL_H

#include "turn.h"

/* Seals a private answer for the database. `place` is where it stands: equal answers in two
 * places give different boxes. Free with g_free. */
char *rn_seal (const struct rn_site *site, const char *place, const char *text);

/* Opens it again; "" when it is damaged, or was sealed with another key. Free with g_free. */
char *rn_unseal (const struct rn_site *site, const char *sealed);

#endif
