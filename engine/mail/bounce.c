#include "bounce.h"

#include <string.h>

#include "address.h"
#include "bounce_prose.h"
#include "bounce_status.h"

/* One recipient's fields of a delivery status (RFC 3464, 2.3). */
struct fields {
	char *original, *final, *action, *status, *diagnostic;
};

static const struct {
	const char *name;
	gsize offset;
} names[] = {
	{ "Original-Recipient", G_STRUCT_OFFSET (struct fields, original) },
	{ "Final-Recipient", G_STRUCT_OFFSET (struct fields, final) },
	{ "Action", G_STRUCT_OFFSET (struct fields, action) },
	{ "Status", G_STRUCT_OFFSET (struct fields, status) },
	{ "Diagnostic-Code", G_STRUCT_OFFSET (struct fields, diagnostic) },
	/* sendmail's own, where the standard one is missing */
	{ "X-Actual-Recipient", G_STRUCT_OFFSET (struct fields, final) },
};

static void
fields_clear (struct fields *fields)
{
	for (gsize i = 0; i < 5; i++)
		g_clear_pointer (&G_STRUCT_MEMBER (char *, fields, names[i].offset), g_free);
}

/* Sets the member of "Name: value" unless it was set before. */
static void
take_field (struct fields *fields, const char *line)
{
	const char *colon = strchr (line, ':');
	if (colon == NULL)
		return;
	for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
		char **member = &G_STRUCT_MEMBER (char *, fields, names[i].offset);
		if (strlen (names[i].name) == (gsize) (colon - line) &&
		    g_ascii_strncasecmp (line, names[i].name, (gsize) (colon - line)) == 0 && *member == NULL)
			*member = rn_one_line (colon + 1, strlen (colon + 1));
	}
}

/* "rfc822; Ann@X.org" and "<ann@x.org> (Ann)" give "ann@x.org"; NULL when it is no address. */
static char *
recipient_of (const char *value)
{
	if (value == NULL)
		return NULL;
	const char *semicolon = strchr (value, ';');
	g_autofree char *trimmed = g_strstrip (g_strdup (semicolon != NULL ? semicolon + 1 : value));
	g_strdelimit (trimmed, "<>\"", ' ');
	g_strstrip (trimmed);
	trimmed[strcspn (trimmed, " \t(")] = '\0';
	g_autofree char *address = rn_address_normal (trimmed);
	return strchr (address, '@') != NULL ? g_steal_pointer (&address) : NULL;
}

static const char *const actions[] = { "failed", "delayed", "delivered", "relayed", "expanded", NULL };

/* The action in its first word's letters; unknown or missing, the class decides. */
static const char *
action_of (const char *value, const char *status)
{
	for (gsize i = 0; value != NULL && actions[i] != NULL; i++)
		if (g_ascii_strncasecmp (value, actions[i], strlen (actions[i])) == 0)
			return actions[i];
	return *status == '4' ? "delayed" : *status == '2' ? "delivered" : "failed";
}

/* Status and diagnostic disagree in detail often: "5.0.0" beside "550 5.1.1 …". */
static char *
status_of (const struct fields *fields)
{
	g_autofree char *status = fields->status != NULL ? rn_status_in (fields->status) : g_strdup ("");
	g_autofree char *said = fields->diagnostic != NULL ? rn_status_in (fields->diagnostic) : NULL;

	if (status == NULL)
		status = g_strdup ("");
	if (!rn_status_is_vague (status) || said == NULL || rn_status_is_vague (said))
		return *status != '\0' || said == NULL ? g_steal_pointer (&status) : g_steal_pointer (&said);
	if (*status != '\0')
		said[0] = status[0];
	return g_steal_pointer (&said);
}

static const char *
behind_type (const char *diagnostic)
{
	const char *semicolon = strchr (diagnostic, ';');
	return semicolon != NULL && strcspn (diagnostic, " ") > (gsize) (semicolon - diagnostic) ?
	               semicolon + 1 + strspn (semicolon + 1, " ") : diagnostic;
}

/* ORCPT hides signs as "+2B" (RFC 3461, 4), and some servers report it as they got it. */
static gboolean
is_hidden_form (const char *hidden, const char *plain)
{
	for (; *hidden != '\0' && *plain != '\0'; plain++) {
		gboolean is_hex = *hidden == '+' && g_ascii_isxdigit (hidden[1]) && g_ascii_isxdigit (hidden[2]);
		int sign = is_hex ? g_ascii_xdigit_value (hidden[1]) * 16 + g_ascii_xdigit_value (hidden[2]) : *hidden;
		if (g_ascii_tolower ((char) sign) != *plain)
			return FALSE;
		hidden += is_hex ? 3 : 1;
	}
	return *hidden == *plain;
}

static void
add_recipient (rn_reading *reading, struct fields *fields)
{
	g_autofree char *original = recipient_of (fields->original);
	g_autofree char *final = recipient_of (fields->final);

	if (original != NULL && final != NULL && is_hidden_form (original, final))
		g_clear_pointer (&original, g_free);
	if ((original != NULL || final != NULL) && reading->bounces->len < RN_MAX_BOUNCES) {
		struct rn_bounce *bounce = rn_reading_add_bounce (reading);
		g_autofree char *status = status_of (fields);
		rn_reading_set (&bounce->recipient, original != NULL ? original : final);
		rn_reading_set (&bounce->status, status);
		rn_reading_set (&bounce->action, action_of (fields->action, status));
		rn_reading_set (&bounce->reason, fields->diagnostic != NULL ? behind_type (fields->diagnostic) : "");
		bounce->permanent = g_str_equal (bounce->action, "failed") && rn_failure_is_permanent (status, bounce->reason);
		if (original != NULL && final != NULL && !g_str_equal (original, final))
			rn_reading_add_note (reading, "%s was delivered on to %s", original, final);
	}
	fields_clear (fields);
}

/* Groups of fields parted by empty lines; the first group speaks of the whole mail and
 * has no recipient. A folded line belongs to the one before it. */
static void
read_status (rn_reading *reading, const char *text)
{
	struct fields fields = { 0 };
	g_autoptr (GString) field = g_string_new ("");

	for (const char *line = text; *line != '\0';) {
		gsize size = strcspn (line, "\n");
		gboolean is_folded = (*line == ' ' || *line == '\t') && size > strspn (line, " \t");
		if (!is_folded) {
			take_field (&fields, field->str);
			g_string_truncate (field, 0);
		}
		g_string_append_len (field, line, (gssize) size);
		if (!is_folded && strspn (line, " \t\r") == size)
			add_recipient (reading, &fields);
		line += line[size] == '\n' ? size + 1 : size;
	}
	take_field (&fields, field->str);
	add_recipient (reading, &fields);
}

/* What came back with the report tells which mail it was: as a part, or copied below the
 * prose. */
static char *
returned_id (const rn_message *message, const char *text)
{
	const struct rn_part *part = rn_message_find (message, RN_PART_RETURNED);
	return part != NULL ? rn_part_returned_field (message, part, "Message-ID") : rn_bounce_prose_id (text);
}

static void
read_returned (const rn_message *message, const char *text, rn_reading *reading)
{
	if (*reading->in_reply_to != '\0')
		return;
	g_autofree char *value = returned_id (message, text);
	if (value == NULL)
		return;
	g_strdelimit (value, "<>", ' ');
	rn_reading_set (&reading->in_reply_to, g_strstrip (value));
}

/* The worst of its recipients names the report. */
static enum rn_reason
conclusion (const rn_reading *reading)
{
	enum rn_reason reason = RN_REASON_DELIVERED;
	for (guint i = 0; i < reading->bounces->len; i++) {
		const struct rn_bounce *bounce = g_ptr_array_index (reading->bounces, i);
		if (g_str_equal (bounce->action, "failed"))
			return RN_REASON_UNDELIVERABLE;
		if (g_str_equal (bounce->action, "delayed"))
			reason = RN_REASON_DELAYED;
	}
	return reading->bounces->len > 0 ? reason : RN_REASON_UNDELIVERABLE;
}

/* Prose fills in what a status part left out: some servers send it without recipients,
 * or with a code of no detail. */
static void
complete (const rn_message *message, const char *text, rn_reading *reading)
{
	if (reading->bounces->len == 0)
		rn_bounce_prose (message, text, reading);
	for (guint i = 0; i < reading->bounces->len; i++) {
		struct rn_bounce *bounce = g_ptr_array_index (reading->bounces, i);
		if (*bounce->reason == '\0' && reading->bounces->len == 1)
			rn_bounce_prose_reason (text, bounce);
	}
}

gboolean
rn_bounce_read (const rn_message *message, const char *text, rn_reading *reading)
{
	const char *report = rn_message_report_type (message);
	gboolean is_report = report != NULL && g_ascii_strcasecmp (report, "delivery-status") == 0;

	for (gsize i = 0; i < rn_message_n_parts (message); i++) {
		const struct rn_part *part = rn_message_part (message, i);
		if (part->type != RN_PART_DELIVERY)
			continue;
		gboolean is_cut;
		g_autofree char *status = rn_part_text (message, part, RN_MAX_FIELD, &is_cut);
		read_status (reading, status);
		is_report = TRUE;
	}
	if (!is_report && !rn_bounce_prose (message, text, reading))
		return FALSE;
	if (is_report)
		complete (message, text, reading);
	read_returned (message, text, reading);
	reading->kind = RN_MAIL_BOUNCE;
	reading->automatic = TRUE;
	rn_reading_conclude (reading, conclusion (reading));
	return TRUE;
}
