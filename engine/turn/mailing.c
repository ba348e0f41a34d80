#include "mailing.h"

#include <string.h>

#include "address.h"
#include "diary.h"
#include "error.h"
#include "letter.h"
#include "records.h"
#include "staff.h"
#include "when_text.h"

char *
rn_turn_when (const rn_person *person, rn_time start, rn_time end)
{
	return rn_when_text (start, end, person->zone, person->language);
}

void
rn_fields_lines (GByteArray *fields, const char *name, const char *key, const char *const *lines)
{
	rn_bundle_open (fields, name, RN_BUNDLE_LIST);
	for (; lines != NULL && *lines != NULL; lines++) {
		rn_bundle_open (fields, NULL, RN_BUNDLE_TABLE);
		rn_bundle_text (fields, key, *lines);
		rn_bundle_close (fields);
	}
	rn_bundle_close (fields);
}

void
rn_fields_reasons (GByteArray *fields, const char *const *lines)
{
	rn_bundle_flag (fields, "has_reasons", lines != NULL && *lines != NULL);
	rn_fields_lines (fields, "reasons", "reason", lines);
}

/* The mail's own fields, and around them those that every mail has. */
static GBytes *
all_fields (rn_turn *turn, const struct rn_mailing *mailing, const char *reply_to, const char *language)
{
	GByteArray *fields = g_byte_array_new ();
	const char *name = mailing->person != NULL ? mailing->person->name : mailing->name;
	g_autofree char *first = mailing->person != NULL ? rn_person_first_name (mailing->person) : g_strdup (name);
	const struct {
		const char *field, *value;
	} texts[] = {
		{ "name", name },
		{ "first_name", first },
		{ "program", turn->program->title },
		{ "program_address", turn->program->address },
		{ "coordinator", turn->program->coordinator },
		{ "reply_to", reply_to },
		{ "language", language },
	};

	rn_fields_reasons (fields, NULL); /* unless it has any: the last of a name counts */
	if (mailing->fields != NULL)
		g_byte_array_append (fields, mailing->fields->data, mailing->fields->len);
	for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
		rn_bundle_text (fields, texts[i].field, texts[i].value);
	rn_bundle_flag (fields, "is_staff", mailing->person == NULL && rn_staff_has (turn->program, mailing->address));
	rn_bundle_flag (fields, "first_mail", mailing->person != NULL && mailing->person->first_mail == 0);
	rn_bundle_close (fields);
	return g_byte_array_free_to_bytes (fields);
}

/* Addresses that bring an answer back to what this mail is about. */
typedef struct way_back {
	char *token, *tagged, *message_id;
} way_back;

static void
way_back_clear (way_back *way)
{
	g_free (way->token);
	g_free (way->tagged);
	g_free (way->message_id);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (way_back, way_back_clear)

static void
make_way_back (rn_turn *turn, gint64 row, way_back *way)
{
	const char *domain = strrchr (turn->program->address, '@');

	way->token = rn_turn_token (turn, "mail", row);
	way->tagged = turn->site->token_in_message_id ? g_strdup (turn->program->address)
	                                              : rn_address_with_tag (turn->program->address, way->token);
	way->message_id = g_strdup_printf ("%s%s", way->token, domain != NULL ? domain : "@invalid");
}

static rn_letter *
write_letter (rn_turn *turn, const struct rn_mailing *mailing, const way_back *way, rn_time date, GError **error)
{
	g_autoptr (rn_letter) letter = rn_letter_new ();
	const char *language = mailing->person != NULL ? mailing->person->language : mailing->language;
	const char *address = mailing->person != NULL ? mailing->person->address : mailing->address;
	const char *redirect = turn->site->redirect_all_to;
	const char *hash;
	GVariant *source;

	if (!rn_library_template (turn->site->library, turn->program->name, language, mailing->template, mailing->form, &hash,
	                          &source, error) ||
	    !rn_stationery_keep (turn->db, hash, source, error))
		return NULL;
	rn_record_set (&letter->stationery, hash);
	g_bytes_unref (letter->fields);
	letter->fields = all_fields (turn, mailing, way->tagged, language);
	rn_record_set (&letter->to, *redirect != '\0' ? redirect : address);
	rn_record_set (&letter->to_name, mailing->person != NULL ? mailing->person->name : mailing->name);
	rn_record_set (&letter->instead_of, *redirect != '\0' ? address : "");
	rn_record_set (&letter->from, turn->program->address);
	rn_record_set (&letter->from_name, turn->program->display_name);
	rn_record_set (&letter->reply_to, way->tagged);
	rn_record_set (&letter->envelope_from, way->tagged);
	rn_record_set (&letter->message_id, way->message_id);
	rn_record_set (&letter->in_reply_to, mailing->is_answer ? turn->reply_to_message : "");
	letter->date = date;
	letter->is_reply = mailing->is_answer;
	letter->is_bulk = mailing->is_bulk;
	if (mailing->is_bulk) {
		g_free (letter->unsubscribe);
		letter->unsubscribe = g_strdup_printf ("mailto:%s?subject=STOP&body=STOP", way->tagged);
	}
	return g_steal_pointer (&letter);
}

static void
add_invitation (rn_turn *turn, rn_letter *letter, rn_invitation *invitation, const way_back *way)
{
	if (invitation == NULL)
		return;
	letter->invitation = invitation;
	if (*invitation->organizer != '\0') /* others invited */
		return;
	rn_record_set (&invitation->organizer, way->tagged);
	rn_record_set (&invitation->organizer_name, turn->program->display_name);
}

static enum rn_rank
rank_of (const struct rn_mailing *mailing)
{
	if (mailing->is_answer || mailing->is_urgent)
		return RN_RANK_ANSWER;
	return mailing->is_bulk ? RN_RANK_BULK : RN_RANK_NORMAL;
}

/* The privacy notice stands in the first mail only. */
static gboolean
note_first_mail (rn_turn *turn, rn_person *person, GError **error)
{
	if (person == NULL || person->first_mail != 0)
		return TRUE;
	person->first_mail = turn->now;
	return rn_save (turn->db, person, error);
}

#define RN_MAX_MAILS_OF_TURN 600   /* a wave of a campaign has 500; a policy in a loop has more */
#define RN_MAX_ANSWERS_A_DAY 8     /* to one person: two robots stop answering each other */

/* Whether one more mail may be written. FALSE without an error: this one is left out. */
static gboolean
within_budget (rn_turn *turn, const struct rn_mailing *mailing, GError **error)
{
	gint64 n = 0;

	if (turn->mails >= RN_MAX_MAILS_OF_TURN) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "more than %d mails in one turn; a campaign has waves",
		             RN_MAX_MAILS_OF_TURN);
		return FALSE;
	}
	if (mailing->is_answer && turn->wants_no_answer) {
		rn_turn_note (turn, "“%s” is not mailed: the mail was automatic", mailing->template);
		return FALSE;
	}
	if (!mailing->is_answer || mailing->person == NULL)
		return TRUE;
	if (!rn_outbox_answers_since (turn->db, mailing->person->record.id, turn->now - RN_DAY, &n, error))
		return FALSE;
	if (n >= RN_MAX_ANSWERS_A_DAY)
		rn_turn_note (turn, "%s got %d answers within a day: no more are mailed", mailing->person->name, (int) n);
	return n < RN_MAX_ANSWERS_A_DAY;
}

/* The next value of a table as it stands there. */
struct field {
	const char *name;
	const guint8 *bytes;
	gsize size;
};

static gboolean
next_field (struct rn_unpack *table, struct field *field)
{
	field->bytes = table->at;
	struct rn_bundled value = rn_bundle_read (table);
	rn_bundle_pass (table, value.type);
	field->name = value.name;
	field->size = (gsize) (table->at - field->bytes);
	return value.type != RN_BUNDLE_END;
}

static gboolean
differs_always (const struct field *field)
{
	return g_str_equal (field->name, "reply_to") || g_str_equal (field->name, "first_mail");
}

/* The same but for what differs from mail to mail. What one template is given comes in one order. */
static gboolean
same_words (const rn_letter *a, const rn_letter *b)
{
	struct rn_unpack ours = rn_bundle_begin_bytes (a->fields), theirs = rn_bundle_begin_bytes (b->fields);
	struct field mine, other;
	gboolean same = g_str_equal (a->stationery, b->stationery), more = same;

	while (more) {
		more = next_field (&ours, &mine);
		same = next_field (&theirs, &other) == more;
		if (same && more)
			same = g_str_equal (mine.name, other.name) &&
			       (differs_always (&mine) ||
			        (mine.size == other.size && memcmp (mine.bytes, other.bytes, mine.size) == 0));
		more &= same;
	}
	return same;
}

/* She answers an answer of ours, and would get it once more in the same words. People do not wait
 * for that; a machine that says nowhere that it is one would answer again. */
static gboolean
is_echo (rn_turn *turn, const struct rn_mailing *mailing, const rn_letter *letter, GError **error)
{
	if (!mailing->is_answer || mailing->invitation != NULL || mailing->person == NULL)
		return FALSE;
	if (turn->answers == NULL || *turn->answers == '\0')
		return FALSE;
	g_autoptr (GBytes) stored =
	        rn_outbox_answer (turn->db, turn->answers, mailing->person->record.id, mailing->template, error);
	/* one that is damaged said nothing */
	g_autoptr (rn_letter) said = stored != NULL ? rn_letter_from_bytes (stored, NULL) : NULL;
	return said != NULL && same_words (letter, said);
}

static gboolean
is_out_of_reach (rn_turn *turn, const rn_person *person)
{
	if (person == NULL || (person->state != RN_PERSON_LEFT && !person->unreachable))
		return FALSE;
	rn_turn_note (turn, "%s is not mailed: %s", person->name, person->unreachable ? "unreachable" : "left");
	return TRUE;
}

/* The letter with its invitation as it is kept; DATA when it is too long. */
static GBytes *
letter_to_keep (rn_turn *turn, const struct rn_mailing *mailing, rn_letter *letter, const way_back *way, GError **error)
{
	add_invitation (turn, letter, mailing->invitation, way);
	g_autoptr (GBytes) stored = rn_letter_to_bytes (letter);
	letter->invitation = NULL; /* stays the caller's */
	if (g_bytes_get_size (stored) <= RN_MAX_LETTER)
		return g_steal_pointer (&stored);
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "“%s” to %s would be of %" G_GSIZE_FORMAT " bytes; it is not written.",
	             mailing->template, letter->to, g_bytes_get_size (stored));
	return NULL;
}

gboolean
rn_turn_mail (rn_turn *turn, const struct rn_mailing *mailing, GError **error)
{
	GError *failure = NULL;
	rn_person *person = mailing->person;
	g_auto (way_back) way = { NULL };
	gint64 id;

	if (is_out_of_reach (turn, person))
		return TRUE;
	if (!within_budget (turn, mailing, &failure)) {
		if (failure != NULL)
			g_propagate_error (error, failure);
		return failure == NULL;
	}
	turn->mails++;
	gboolean at_once = mailing->is_answer || mailing->is_urgent || person == NULL;
	rn_time when = at_once ? turn->now : rn_polite_time (turn, person, turn->now);
	if (!rn_outbox_next_id (turn->db, &id, error))
		return FALSE;
	make_way_back (turn, id, &way);
	g_autoptr (rn_letter) letter = write_letter (turn, mailing, &way, when, error);
	if (letter == NULL)
		return FALSE;
	if (is_echo (turn, mailing, letter, &failure)) {
		rn_turn_note (turn, "“%s” is not mailed: it was just answered, and would say the same", mailing->template);
		return TRUE;
	}
	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	g_autoptr (GBytes) stored = letter_to_keep (turn, mailing, letter, &way, error);
	if (stored == NULL)
		return FALSE;
	struct rn_outbox_row row = {
		.id = id, .transport = turn->program->transport, .program = turn->program->name,
		.about = mailing->about != NULL ? mailing->about : "", .template = mailing->template, .recipient = letter->to,
		.message_id = way.message_id, .journal = turn->journal, .person = person != NULL ? person->record.id : 0,
		.not_before = when, .written = turn->now, .rank = rank_of (mailing), .letter = stored,
	};
	if (mailing->row != NULL)
		*mailing->row = id;
	if (person != NULL)
		rn_turn_touch (turn, person);
	rn_turn_note (turn, "mailed “%s” to %s", mailing->template, person != NULL ? person->name : mailing->address);
	return note_first_mail (turn, person, error) && rn_outbox_add (turn->db, &row, error);
}
