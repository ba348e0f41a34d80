#include "people.h"

#include "address.h"
#include "away.h"
#include "clock.h"
#include "forget.h"
#include "mailing.h"
#include "members.h"
#include "offers.h"
#include "queries.h"
#include "tasks.h"

/* What a directory tells of a person; all else of her is ours. It crosses from the directory's
 * process in this order, the lists behind it. */
#define ROW(type, member) RN_MEMBER (RN_MEMBER_##type, struct rn_directory_person, member)
static const struct rn_member listed[] = {
	ROW (TEXT, id), ROW (TEXT, name), ROW (TEXT, address), ROW (TEXT, role), ROW (TEXT, unit), ROW (TEXT, site),
	ROW (INT, level), ROW (TEXT, manager), ROW (TEXT, zone), ROW (TEXT, hours), ROW (TEXT, language),
	ROW (TEXT, traditional_mentor), ROW (TEXT, calendar), ROW (TIME, absent_until), { NULL, 0, 0 }
};
#undef ROW
#define ROW(type, member) RN_MEMBER (RN_MEMBER_##type, rn_person, member)
static const struct rn_member told[] = {
	ROW (TEXT, key), ROW (TEXT, name), ROW (TEXT, address), ROW (TEXT, role), ROW (TEXT, unit), ROW (TEXT, site),
	ROW (TIME, level), ROW (TEXT, manager), ROW (TEXT, zone), ROW (TEXT, hours), ROW (TEXT, language),
	ROW (TEXT, traditional_mentor), ROW (TEXT, calendar), ROW (TIME, absent_until), { NULL, 0, 0 }
};
#undef ROW

void
rn_person_pack (const struct rn_directory_person *person, GByteArray *pack)
{
	rn_members_pack (listed, person, pack);
	rn_pack_list (pack, person->aliases);
	rn_pack_list (pack, person->skills);
	rn_pack_list (pack, person->wishes);
}

static void
normalise (char **address)
{
	char *normal = rn_address_normal (*address);

	g_free (*address);
	*address = normal;
}

rn_person *
rn_person_of_frame (GVariant *frame, GError **error)
{
	g_autoptr (rn_person) person = rn_person_new ();
	struct rn_unpack unpack = rn_unpack_begin (frame);

	rn_members_unpack (told, person, &unpack);
	rn_unpack_list (&unpack, &person->aliases);
	rn_unpack_list (&unpack, &person->skills);
	rn_unpack_list (&unpack, &person->wishes);
	if (unpack.is_bad || unpack.at != unpack.end) {
		g_set_error_literal (error, RN_ERROR, RN_ERROR_DATA, "A row of the directory is no person.");
		return NULL;
	}
	for (gsize i = 0; person->aliases[i] != NULL; i++)
		normalise (&person->aliases[i]);
	normalise (&person->address);
	if (*person->zone == '\0')
		rn_record_set (&person->zone, "UTC");
	if (*person->language == '\0')
		rn_record_set (&person->language, "en");
	g_autoptr (GTimeZone) zone = rn_zone (person->zone, error);
	return zone != NULL ? g_steal_pointer (&person) : NULL;
}

/* Whether the directory says something else than we know. */
static gboolean
same_text (gconstpointer a, gconstpointer b)
{
	for (const struct rn_field *field = rn_person_kind.fields; field->name != NULL; field++) {
		if (field->type == RN_FIELD_TEXT &&
		    !g_str_equal (G_STRUCT_MEMBER (char *, a, field->offset), G_STRUCT_MEMBER (char *, b, field->offset)))
			return FALSE;
		if (field->type == RN_FIELD_LIST && !g_strv_equal (G_STRUCT_MEMBER (const char *const *, a, field->offset),
		                                                   G_STRUCT_MEMBER (const char *const *, b, field->offset)))
			return FALSE;
	}
	return TRUE;
}

/* The absence that goes on now, or a new one. */
static rn_away *
away_now (rn_turn *turn, const rn_person *person, GError **error)
{
	g_autoptr (GPtrArray) absences = rn_find (turn->db, &rn_away_kind, error, "person", person->record.id, NULL);
	rn_away *last = absences != NULL && absences->len > 0 ? g_ptr_array_index (absences, absences->len - 1) : NULL;

	if (absences == NULL)
		return NULL;
	if (last != NULL && last->until >= turn->now)
		return g_ptr_array_steal_index (absences, absences->len - 1);
	rn_away *away = rn_away_new ();
	away->person = person->record.id;
	away->since = turn->now;
	return away;
}

/* Remembers that she is away, for longer than was known; her record is saved. */
static gboolean
note_away (rn_turn *turn, const rn_person *person, rn_time known_until, GError **error)
{
	if (person->absent_until <= MAX (known_until, turn->now))
		return TRUE;
	g_autoptr (rn_away) away = away_now (turn, person, error);
	if (away == NULL)
		return FALSE;
	away->until = person->absent_until;
	return rn_save (turn->db, away, error);
}

/* Saves a person of the directory over what was known, if anything, keeping what only we know. */
static gboolean
save_over (rn_turn *turn, rn_person *person, const rn_person *known, guint *changed, GError **error)
{
	if (known != NULL) {
		person->record.id = known->record.id;
		person->absent_until = MAX (person->absent_until, known->absent_until);
		person->ask_again = known->ask_again;
		person->first_mail = known->first_mail;
		person->unreachable = known->unreachable && g_str_equal (known->address, person->address);
		if (known->state == RN_PERSON_PRESENT && same_text (known, person) && known->level == person->level &&
		    known->absent_until == person->absent_until)
			return TRUE;
	}
	(*changed)++;
	return rn_save (turn->db, person, error) && note_away (turn, person, known != NULL ? known->absent_until : 0, error);
}

/* Who is not present may have been here before. */
static gboolean
import_one (rn_turn *turn, rn_person *person, GHashTable *present, guint *changed, GError **error)
{
	const rn_person *known = g_hash_table_lookup (present, person->key);
	GError *failure = NULL;

	if (known != NULL)
		return save_over (turn, person, known, changed, error);
	g_autoptr (rn_person) before = rn_find_one (turn->db, &rn_person_kind, &failure, "key", person->key, NULL);
	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	return save_over (turn, person, before, changed, error);
}

gboolean
rn_person_tell (rn_turn *turn, const char *event, const rn_person *person, const char *why, GError **error)
{
	g_autofree char *ref = rn_record_ref (person);
	for (guint i = 0; i < turn->site->program_names->len; i++) {
		const char *program = g_ptr_array_index (turn->site->program_names, i);
		GVariant *fields = why != NULL ? g_variant_new_parsed ("{'why': <%s>}", why) : NULL;
		if (!rn_event_add (turn->db, turn->now, program, event, ref, fields, NULL, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
note_left (rn_turn *turn, rn_person *person, GError **error)
{
	rn_turn_touch (turn, person);
	rn_turn_note (turn, "%s left", person->name);
	return rn_record_step (person, RN_PERSON_LEFT, error) && rn_save (turn->db, person, error) &&
	       rn_person_tell (turn, "person:left", person, NULL, error);
}

#define RN_LEAVE_AT_ONCE 5      /* people who may leave by one reading of the directory … */
#define RN_LEAVE_SHARE 10       /* … or a tenth of all, whatever is more */

/* More than that is a cut-off file rather than a dissolved company: nobody leaves, and a
 * person looks. */
static gboolean
too_many_left (rn_turn *turn, guint n_left, guint n_known, GError **error)
{
	g_autofree char *left = g_strdup_printf ("%u", n_left), *known = g_strdup_printf ("%u", n_known);
	struct rn_task_order order = {
		.template = "people-missing", .cause = "many-left", .facts = RN_FACTS ("left", left, "known", known),
	};
	g_autoptr (rn_task) task = rn_task_make (turn, &order, error);
	return task != NULL;
}

static gboolean
take_leavers (rn_turn *turn, GPtrArray *known, GHashTable *keys, guint *changed, GError **error)
{
	guint n_left = 0;

	for (guint i = 0; i < known->len; i++)
		n_left += !g_hash_table_contains (keys, ((rn_person *) g_ptr_array_index (known, i))->key);
	if (n_left > MAX (RN_LEAVE_AT_ONCE, known->len / RN_LEAVE_SHARE))
		return too_many_left (turn, n_left, known->len, error);
	for (guint i = 0; i < known->len && n_left > 0; i++) {
		rn_person *person = g_ptr_array_index (known, i);
		if (g_hash_table_contains (keys, person->key))
			continue;
		(*changed)++;
		if (!note_left (turn, person, error))
			return FALSE;
	}
	return TRUE;
}

gboolean
rn_people_import (rn_turn *turn, GPtrArray *people, guint *changed, GError **error)
{
	g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
	g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);
	g_autoptr (GPtrArray) known = rn_find (turn->db, &rn_person_kind, error, "state", RN_PERSON_PRESENT, NULL);

	guint n_forgotten = 0;

	if (known == NULL || !rn_forgotten_leave_out (turn, people, &n_forgotten, error))
		return FALSE;
	if (n_forgotten > 0)
		rn_turn_note (turn, "%u are left out, who were forgotten", n_forgotten);
	for (guint i = 0; i < known->len; i++)
		g_hash_table_insert (present, ((rn_person *) g_ptr_array_index (known, i))->key, g_ptr_array_index (known, i));
	for (guint i = 0; i < people->len; i++) {
		rn_person *person = g_ptr_array_index (people, i);
		g_hash_table_add (keys, person->key);
		if (!import_one (turn, person, present, changed, error))
			return FALSE;
		g_hash_table_insert (present, person->key, person); /* of two rows with one key the last counts */
	}
	return take_leavers (turn, known, keys, changed, error);
}

#define RN_ABSENCE_UNKNOWN (7 * RN_DAY)   /* an automatic reply without a date of return */
#define RN_ABSENCE_MOST (200 * RN_DAY)    /* a date beyond that was misread */

gboolean
rn_person_absent (rn_turn *turn, rn_person *person, rn_time until, GError **error)
{
	if (until <= turn->now || until > turn->now + RN_ABSENCE_MOST)
		until = turn->now + RN_ABSENCE_UNKNOWN;
	g_autofree char *text = rn_time_text (until);
	rn_turn_touch (turn, person);
	rn_turn_note (turn, "%s is away until %s", person->name, text);
	rn_time known_until = person->absent_until;
	person->absent_until = MAX (known_until, until);
	return rn_save (turn->db, person, error) && note_away (turn, person, known_until, error);
}

gboolean
rn_person_unreachable (rn_turn *turn, rn_person *person, const char *why, GError **error)
{
	rn_turn_touch (turn, person);
	rn_turn_note (turn, "mail to %s comes back: %s", person->name, why);
	if (person->unreachable)
		return TRUE;
	person->unreachable = TRUE;
	return rn_save (turn->db, person, error) && rn_person_tell (turn, "person:unreachable", person, why, error);
}

static gboolean
refuse_open_offers (rn_turn *turn, rn_person *person, const char *side, GError **error)
{
	g_autoptr (GPtrArray) offers =
	        rn_find (turn->db, &rn_offer_kind, error, side, person->record.id, "state", RN_OFFER_ASKED, NULL);
	for (guint i = 0; offers != NULL && i < offers->len; i++)
		if (!rn_offer_say (g_ptr_array_index (offers, i), person->record.id, RN_SAID_NO, error) ||
		    !rn_save (turn->db, g_ptr_array_index (offers, i), error))
			return FALSE;
	return offers != NULL;
}

static gboolean
withdraw (rn_turn *turn, rn_person *person, GError **error)
{
	g_autoptr (GPtrArray) found = rn_find (turn->db, &rn_volunteer_kind, error, "person", person->record.id, NULL);
	for (guint i = 0; found != NULL && i < found->len; i++) {
		rn_volunteer *volunteer = g_ptr_array_index (found, i);
		if (volunteer->state == RN_VOLUNTEER_WAITING &&
		    (!rn_record_step (volunteer, RN_VOLUNTEER_WITHDRAWN, error) || !rn_save (turn->db, volunteer, error)))
			return FALSE;
	}
	return found != NULL;
}

gboolean
rn_person_withdraw (rn_turn *turn, rn_person *person, GError **error)
{
	return refuse_open_offers (turn, person, "mentor", error) && refuse_open_offers (turn, person, "leader", error) &&
	       withdraw (turn, person, error);
}

/* Who is in a pairing does not vanish from it by one word: a person helps to end it
 * well. */
static gboolean
help_pairing (rn_turn *turn, rn_person *person, const char *side, GError **error)
{
	g_autoptr (GPtrArray) found =
	        rn_find (turn->db, &rn_pairing_kind, error, side, person->record.id, "state", RN_PAIRING_ACTIVE, NULL);
	for (guint i = 0; found != NULL && i < found->len; i++) {
		struct rn_task_order order = {
			.template = "pairing-needs-you", .about = g_ptr_array_index (found, i), .cause = "wants-no-mail",
			.facts = RN_FACTS ("person", person->name),
		};
		g_autoptr (rn_task) task = rn_task_make (turn, &order, error);
		if (task == NULL)
			return FALSE;
	}
	return found != NULL;
}

gboolean
rn_person_stop (rn_turn *turn, rn_person *person, GError **error)
{
	struct rn_mailing receipt = { .person = person, .template = "receipt-stop", .is_answer = TRUE };

	rn_turn_touch (turn, person);
	rn_turn_note (turn, "%s is not asked again", person->name);
	person->ask_again = RN_NEVER;
	return rn_save (turn->db, person, error) && rn_person_withdraw (turn, person, error) &&
	       help_pairing (turn, person, "mentor", error) && help_pairing (turn, person, "leader", error) &&
	       rn_turn_mail (turn, &receipt, error);
}

gboolean
rn_person_resume (rn_turn *turn, rn_person *person, GError **error)
{
	if (person->ask_again <= turn->now && !person->unreachable) {
		g_set_error (error, RN_ERROR, RN_ERROR_REFUSED, "%s gets mail as it is.", person->name);
		return FALSE;
	}
	rn_turn_touch (turn, person);
	rn_turn_note (turn, "%s gets mail again", person->name);
	person->ask_again = 0;
	person->unreachable = FALSE;
	return rn_save (turn->db, person, error);
}
