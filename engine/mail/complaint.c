#include "complaint.h"

#include <string.h>

#include "address.h"
#include "bounce.h"

/* Types that are no complaint of a reader: RFC 5965's opposite, and RFC 6591's reports of
 * failed authentication, which are for whoever runs the mail server. */
static const char *const no_complaints[] = { "not-spam", "auth-failure", "dmarc", "dkim", NULL };

static gboolean
is_complaint (const char *type)
{
	g_autofree char *lower = g_ascii_strdown (type, -1);
	return !g_strv_contains (no_complaints, g_strstrip (lower));
}

/* The report's fields (RFC 5965, 3) look like a mail's header. */
static const char *
field_or (const rn_message *fields, const char *name, const char *otherwise)
{
	const char *value = rn_message_field (fields, name);
	return value != NULL ? value : otherwise;
}

static void
add_recipient (rn_reading *reading, const char *address, const char *type)
{
	struct rn_bounce *row = rn_reading_add_bounce (reading);
	rn_reading_set (&row->recipient, address);
	rn_reading_set (&row->action, "complaint");
	rn_reading_set (&row->reason, type);
}

/* Many providers hide Original-Rcpt-To; then the returned mail's To is who complained. */
static void
read_recipients (const rn_message *message, const rn_message *fields, rn_reading *reading)
{
	const char *type = field_or (fields, "Feedback-Type", "abuse");
	const struct rn_part *returned = rn_message_find (message, RN_PART_RETURNED);
	g_autoptr (GPtrArray) addresses = g_ptr_array_new_with_free_func (g_free);

	rn_message_addresses (fields, "Original-Rcpt-To", addresses);
	rn_message_addresses (fields, "Removal-Recipient", addresses);
	if (addresses->len == 0 && returned != NULL) {
		g_autofree char *to = rn_part_returned_field (message, returned, "To");
		g_autofree char *header = g_strdup_printf ("To: %s\n\n", to != NULL ? to : "");
		g_autoptr (rn_message) mail = rn_message_new ((const guint8 *) header, strlen (header));
		rn_message_addresses (mail, "To", addresses);
	}
	for (guint i = 0; i < addresses->len; i++)
		add_recipient (reading, g_ptr_array_index (addresses, i), type);
}

gboolean
rn_complaint_read (const rn_message *message, rn_reading *reading)
{
	const struct rn_part *part = rn_message_find (message, RN_PART_FEEDBACK);
	const struct rn_part *returned = rn_message_find (message, RN_PART_RETURNED);
	gboolean is_cut;

	if (part == NULL)
		return FALSE;
	g_autofree char *text = rn_part_text (message, part, RN_MAX_FIELD, &is_cut);
	g_autoptr (rn_message) fields = rn_message_new ((const guint8 *) text, strlen (text));
	reading->automatic = TRUE;
	if (!is_complaint (field_or (fields, "Feedback-Type", ""))) {
		reading->kind = RN_MAIL_AUTO;
		rn_reading_conclude (reading, RN_REASON_AUTOMATIC);
		return TRUE;
	}
	read_recipients (message, fields, reading);
	if (returned != NULL) {
		g_autofree char *id = rn_part_returned_field (message, returned, "Message-ID");
		if (id != NULL) {
			g_strdelimit (id, "<>", ' ');
			rn_reading_set (&reading->in_reply_to, g_strstrip (id));
		}
	}
	reading->kind = RN_MAIL_COMPLAINT;
	rn_reading_conclude (reading, RN_REASON_ABUSE_REPORT);
	return TRUE;
}
