#include "forget.h"

#include <sodium.h>
#include <string.h>

#include "address.h"
#include "erasing.h"
#include "forgotten.h"
#include "inbox.h"
#include "offers.h"
#include "people.h"
#include "records.h"

#define RN_HASH_BYTES 24

/* What the directory calls her, as nobody without the key can find out; in capitals or not. */
static char *
hash_of (const struct rn_site *site, const char *word)
{
	guint8 hash[RN_HASH_BYTES];
	char text[2 * RN_HASH_BYTES + 1];
	g_autofree char *folded = g_utf8_casefold (word, -1);
	g_autofree char *whole = g_strconcat ("forgotten\n", folded, NULL);

	crypto_generichash (hash, sizeof hash, (const guint8 *) whole, strlen (whole), site->key, sizeof site->key);
	return g_strdup (sodium_bin2hex (text, sizeof text, hash, sizeof hash));
}

static gboolean
note_hash (rn_turn *turn, const rn_person *person, const char *word, GError **error)
{
	g_autofree char *hash = hash_of (turn->site, word);

	return *word == '\0' || rn_forgotten_add (turn->db, hash, person->record.id, error);
}

static gboolean
note_hashes (rn_turn *turn, const rn_person *person, GError **error)
{
	gboolean fine = note_hash (turn, person, person->key, error) && note_hash (turn, person, person->address, error);

	for (gsize i = 0; fine && person->aliases[i] != NULL; i++)
		fine = note_hash (turn, person, person->aliases[i], error);
	return fine;
}

/* Each program's own rule and policy, in its own name. */
static gboolean
leave_pairings (rn_turn *turn, const rn_person *person, const char *side, GError **error)
{
	g_autoptr (GPtrArray) found =
	        rn_find (turn->db, &rn_pairing_kind, error, side, person->record.id, "state", RN_PAIRING_ACTIVE, NULL);

	for (guint i = 0; found != NULL && i < found->len; i++) {
		const rn_pairing *pairing = g_ptr_array_index (found, i);
		g_autofree char *ref = rn_record_ref (pairing);
		rn_turn_touch (turn, pairing);
		if (!rn_event_add (turn->db, turn->now, pairing->program, "pairing:forsaken", ref, NULL, NULL, error))
			return FALSE;
	}
	return found != NULL;
}

gboolean
rn_person_forget (rn_turn *turn, rn_person *person, GError **error)
{
	rn_turn_touch (turn, person);
	rn_turn_note (turn, "%s is forgotten", RN_NOBODY_NAME);
	return note_hashes (turn, person, error) && rn_person_withdraw (turn, person, error) &&
	       rn_erase_person (turn->db, person, error) && rn_person_tell (turn, "person:left", person, NULL, error) &&
	       leave_pairings (turn, person, "mentor", error) && leave_pairings (turn, person, "leader", error);
}

gboolean
rn_pairing_forsaken (rn_turn *turn, rn_pairing *pairing, GError **error)
{
	return pairing->state == RN_PAIRING_ENDED || rn_pairing_end (turn, pairing, "partner-left", TRUE, error);
}

/* ---- What came since ---------------------------------------------------------------------- */

/* Whose id or address it is, as the directory had it; 0: nobody's. */
static gboolean
find_forgotten (const struct rn_site *site, rn_db *db, const char *word, gint64 *person, GError **error)
{
	g_autofree char *address = rn_address_normal (word), *base = rn_address_base (word);
	const char *words[] = { word, address, base };

	*person = 0;
	for (gsize i = 0; i < G_N_ELEMENTS (words) && *person == 0; i++) {
		g_autofree char *hash = hash_of (site, words[i]);
		if (!rn_forgotten_find (db, hash, person, error))
			return FALSE;
	}
	return TRUE;
}

/* Those of all senders that are hers. */
static GStrv
senders_of (const struct rn_site *site, rn_db *db, gint64 person, GError **error)
{
	g_auto (GStrv) senders = rn_inbox_senders (db, error);
	g_autoptr (GStrvBuilder) hers = g_strv_builder_new ();

	for (char **sender = senders; sender != NULL && *sender != NULL; sender++) {
		gint64 whose = 0;
		if (!find_forgotten (site, db, *sender, &whose, error))
			return NULL;
		if (whose == person)
			g_strv_builder_add (hers, *sender);
	}
	return senders != NULL ? g_strv_builder_end (hers) : NULL;
}

rn_person *
rn_forgotten_since (const struct rn_site *site, rn_db *db, const char *word, GError **error)
{
	gint64 id = 0;
	GStrv senders = find_forgotten (site, db, word, &id, error) && id != 0 ? senders_of (site, db, id, error) : NULL;

	if (senders == NULL)
		return NULL;
	rn_person *since = rn_person_new ();
	since->record.id = id;
	if (strchr (word, '@') != NULL) {
		g_free (since->address);
		since->address = rn_address_normal (word);
	}
	g_strfreev (since->aliases);
	since->aliases = senders;
	return since;
}

gboolean
rn_person_forget_since (rn_turn *turn, const rn_person *since, GError **error)
{
	rn_turn_touch (turn, since);
	rn_turn_note (turn, "what came from %s since is forgotten", RN_NOBODY_NAME);
	return rn_erase_since (turn->db, since, error);
}

/* ---- The directory ---------------------------------------------------------------------- */

static gboolean
is_one_of (rn_turn *turn, GHashTable *hashes, const char *word)
{
	g_autofree char *hash = *word != '\0' ? hash_of (turn->site, word) : NULL;
	return hash != NULL && g_hash_table_contains (hashes, hash);
}

static gboolean
was_forgotten (rn_turn *turn, GHashTable *hashes, const rn_person *person)
{
	gboolean was = is_one_of (turn, hashes, person->key) || is_one_of (turn, hashes, person->address);

	for (gsize i = 0; !was && person->aliases[i] != NULL; i++)
		was = is_one_of (turn, hashes, person->aliases[i]);
	return was;
}

gboolean
rn_forgotten_leave_out (rn_turn *turn, GPtrArray *people, guint *n, GError **error)
{
	g_autoptr (GHashTable) hashes = rn_forgotten_all (turn->db, error);

	if (hashes == NULL || g_hash_table_size (hashes) == 0)
		return hashes != NULL;
	for (guint i = people->len; i > 0; i--) {
		rn_person *person = g_ptr_array_index (people, i - 1);
		if (is_one_of (turn, hashes, person->manager))
			rn_record_set (&person->manager, "");
		if (is_one_of (turn, hashes, person->traditional_mentor))
			rn_record_set (&person->traditional_mentor, "");
		if (was_forgotten (turn, hashes, person)) {
			g_ptr_array_remove_index (people, i - 1);
			(*n)++;
		}
	}
	return TRUE;
}

gboolean
rn_forgotten_again (rn_turn *turn, const char *word, gboolean *was, GError **error)
{
	gint64 person = 0;

	if (!find_forgotten (turn->site, turn->db, word, &person, error))
		return FALSE;
	*was = person != 0;
	rn_turn_note (turn, "somebody who was forgotten may come back");
	return rn_forgotten_drop (turn->db, person, error);
}
