/* Any bytes as the addresses, ids and calendar fields of a mail: it must not be taken for
 * the answer of a person unless it has that person's token or the Message-ID of a mail to
 * her. The first byte chooses who it says it is from; each line fills one field. */
#include "fuzz.h"

#include <string.h>

#include "address.h"
#include "outbox.h"
#include "person.h"
#include "records.h"
#include "sender.h"

#define TOKEN "k3v9x2m7q4w8e1r5t6y0"
#define MESSAGE_ID TOKEN "@pairs.example"
#define MAX_LINES 16

static rn_db *
open_db (void)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_person) mia = rn_person_new ();
	g_autoptr (GBytes) letter = g_bytes_new_static ("", 1);
	rn_db *db = rn_db_open (":memory:", FALSE, &error);

	g_assert_no_error (error);
	rn_record_set (&mia->key, "mia");
	rn_record_set (&mia->address, "mia@firm.example");
	g_assert (rn_save (db, mia, &error));
	struct rn_outbox_row row = { .transport = "out", .program = "reverse-mentoring", .about = "offer:1", .template = "offer",
		.recipient = mia->address, .message_id = MESSAGE_ID, .person = mia->record.id, .letter = letter };
	g_assert (rn_outbox_next_id (db, &row.id, &error) && rn_outbox_add (db, &row, &error));
	return db;
}

static void
check_address (const char *text)
{
	g_autofree char *normal = rn_address_normal (text), *base = rn_address_base (text), *tag = rn_address_tag (text);
	g_autofree char *tagged = rn_address_with_tag (base, TOKEN);

	g_assert (normal != NULL && base != NULL && tagged != NULL);
	if (rn_address_is_safe (text))
		g_assert (strlen (text) <= RN_MAX_ADDRESS && strpbrk (text, " \r\n\t\"<>,:;") == NULL);
	if (tag != NULL)
		g_assert (strstr (text, tag) != NULL);
}

/* The lines as one mail's fields, as a reader that was taken over might send them. */
static rn_reading *
make_reading (guint8 who, char **lines, guint n_lines)
{
	static const char *const senders[] = { "mia@firm.example", "bob@firm.example", "eve@other.example", "" };
	rn_reading *reading = rn_reading_new ();
	g_autoptr (GStrvBuilder) recipients = g_strv_builder_new (), references = g_strv_builder_new ();

	rn_reading_set (&reading->from, senders[who % G_N_ELEMENTS (senders)]);
	rn_reading_set (&reading->authentication, who & 0x80 ? "fail" : "none");
	for (guint i = 0; i < n_lines; i++)
		switch (i % 4) {
		case 0: {
			g_autofree char *normal = rn_address_normal (lines[i]);
			g_strv_builder_add (recipients, normal);
			break;
		}
		case 1:
			rn_reading_set (&reading->in_reply_to, lines[i]);
			break;
		case 2:
			g_strv_builder_add (references, lines[i]);
			break;
		default: {
			struct rn_calendar *item = rn_reading_add_calendar (reading);
			rn_reading_set (&item->organizer, lines[i]);
			rn_reading_set (&item->uid, lines[i]);
			rn_reading_set (&item->attendee, reading->from);
		}
		}
	g_strfreev (reading->recipients);
	reading->recipients = g_strv_builder_end (recipients);
	g_strfreev (reading->references);
	reading->references = g_strv_builder_end (references);
	return reading;
}

/* Whether any line has the secret, in any of the forms that mean the same. */
static gboolean
has_secret (char **lines, guint n_lines)
{
	for (guint i = 0; i < n_lines; i++) {
		g_autofree char *normal = rn_address_normal (lines[i]);
		if (strstr (normal, TOKEN) != NULL)
			return TRUE;
	}
	return FALSE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
	static rn_db *db;
	g_autoptr (GError) error = NULL;

	if (db == NULL)
		db = open_db ();
	g_autofree char *bytes = size > 0 ? g_strndup ((const char *) data + 1, size - 1) : g_strdup ("");
	g_autofree char *valid = g_utf8_make_valid (bytes, -1);
	g_auto (GStrv) lines = g_strsplit (valid, "\n", MAX_LINES + 1);
	guint n_lines = MIN (g_strv_length (lines), MAX_LINES);
	for (guint i = 0; i < n_lines; i++)
		check_address (lines[i]);
	g_autoptr (rn_reading) reading = make_reading (size > 0 ? data[0] : 0, lines, n_lines);
	g_auto (rn_sender) sender = { .trust = RN_TRUST_STRANGER };
	g_assert (rn_sender_find (db, reading, "", &sender, &error));
	g_assert_no_error (error);
	if (!has_secret (lines, n_lines))
		g_assert (sender.trust == RN_TRUST_ADDRESS || sender.trust == RN_TRUST_STRANGER ||
		          sender.trust == RN_TRUST_FORGED);
	g_assert (sender.trust != RN_TRUST_TOKEN || g_str_equal (reading->from, "mia@firm.example"));
	return 0;
}
