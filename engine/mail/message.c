#include "message.h"

#include <gmime/gmime.h>
#include <string.h>

#include "address.h"
#include "mend.h"
#include "read.h"

struct rn_message {
	struct rn_mended mended;
	GMimeObject *mime; /* NULL: no mail */
	GArray *parts;     /* of struct rn_part */
	const char *report_type;
	guint alternatives;
	enum rn_reason limit;
};

void
rn_message_init (void)
{
	g_mime_init ();
}

static void
cross (struct rn_message *message, enum rn_reason limit)
{
	if (message->limit == RN_REASON_NONE)
		message->limit = limit;
}

/* ---- Parts -------------------------------------------------------------- */

static const struct {
	const char *type, *subtype;
	enum rn_part_type part;
} part_types[] = {
	{ "text", "plain", RN_PART_PLAIN },
	{ "text", "html", RN_PART_HTML },
	{ "text", "calendar", RN_PART_CALENDAR },
	{ "application", "ics", RN_PART_CALENDAR },
	{ "text", "x-vcalendar", RN_PART_CALENDAR },
	{ "message", "delivery-status", RN_PART_DELIVERY },
	{ "message", "global-delivery-status", RN_PART_DELIVERY },
	{ "message", "feedback-report", RN_PART_FEEDBACK },
	{ "message", "disposition-notification", RN_PART_DISPOSITION },
	{ "message", "global-disposition-notification", RN_PART_DISPOSITION },
	{ "text", "rfc822-headers", RN_PART_RETURNED },
	{ "message", "global-headers", RN_PART_RETURNED },
	{ "message", "*", RN_PART_RETURNED },
	{ "application", "ms-tnef", RN_PART_TNEF },
	{ "application", "vnd.ms-tnef", RN_PART_TNEF },
	{ "application", "pkcs7-mime", RN_PART_ENCRYPTED },
	{ "application", "x-pkcs7-mime", RN_PART_ENCRYPTED },
	{ "application", "pgp-encrypted", RN_PART_ENCRYPTED },
	{ "multipart", "encrypted", RN_PART_ENCRYPTED },
	{ "text", "enriched", RN_PART_PLAIN },
	{ "text", "markdown", RN_PART_PLAIN },
};

/* Programs that know no better send these as application/octet-stream. */
static const struct {
	const char *ending;
	enum rn_part_type part;
} part_names[] = {
	{ ".ics", RN_PART_CALENDAR },
	{ "winmail.dat", RN_PART_TNEF },
};

static enum rn_part_type
type_by_name (GMimeObject *object)
{
	const char *name = GMIME_IS_PART (object) ? g_mime_part_get_filename (GMIME_PART (object)) : NULL;
	if (name == NULL)
		return RN_PART_OTHER;
	g_autofree char *lower = g_ascii_strdown (name, -1);
	for (gsize i = 0; i < G_N_ELEMENTS (part_names); i++)
		if (g_str_has_suffix (lower, part_names[i].ending))
			return part_names[i].part;
	return RN_PART_OTHER;
}

/* What has a Content-Type that none can read is text (RFC 2045, 5.2). */
static gboolean
is_typeless (GMimeObject *object)
{
	const char *type = g_mime_object_get_header (object, "Content-Type");
	return type != NULL && strchr (type, '/') == NULL;
}

static enum rn_part_type
type_of (GMimeObject *object)
{
	GMimeContentType *type = g_mime_object_get_content_type (object);
	if (type == NULL)
		return RN_PART_PLAIN; /* RFC 2045, 5.2 */
	for (gsize i = 0; i < G_N_ELEMENTS (part_types); i++)
		if (g_mime_content_type_is_type (type, part_types[i].type, part_types[i].subtype))
			return part_types[i].part;
	return is_typeless (object) ? RN_PART_PLAIN : type_by_name (object);
}

static void
add_part (struct rn_message *message, GMimeObject *object, guint alternatives, guint branch)
{
	struct rn_part part = { .type = type_of (object), .alternatives = alternatives, .branch = branch, .mime = object };
	GMimeContentDisposition *disposition = g_mime_object_get_content_disposition (object);

	part.is_attachment = disposition != NULL && g_mime_content_disposition_is_attachment (disposition);
	if (part.type == RN_PART_CALENDAR)
		part.method = g_mime_object_get_content_type_parameter (object, "method");
	g_array_append_val (message->parts, part);
}

static void
walk (struct rn_message *message, GMimeObject *object, guint depth, guint alternatives, guint branch)
{
	if (message->parts->len >= RN_MAX_PARTS) {
		cross (message, RN_REASON_TOO_MANY_PARTS);
		return;
	}
	if (!GMIME_IS_MULTIPART (object) || type_of (object) == RN_PART_ENCRYPTED) {
		add_part (message, object, alternatives, branch);
		return;
	}
	if (depth >= RN_MAX_DEPTH) {
		cross (message, RN_REASON_TOO_DEEP);
		return;
	}
	GMimeContentType *type = g_mime_object_get_content_type (object);
	gboolean chooses = alternatives == 0 && g_mime_content_type_is_type (type, "multipart", "alternative");
	if (chooses)
		alternatives = ++message->alternatives;
	if (message->report_type == NULL && g_mime_content_type_is_type (type, "multipart", "report"))
		message->report_type = g_mime_content_type_get_parameter (type, "report-type");
	for (int i = 0, n = g_mime_multipart_get_count (GMIME_MULTIPART (object)); i < n; i++)
		walk (message, g_mime_multipart_get_part (GMIME_MULTIPART (object), i), depth + 1, alternatives,
		      chooses ? (guint) i : branch);
}

/* ---- The message -------------------------------------------------------- */

/* GMime makes several objects of each header field, which takes longer than all the rest.
 * So it gets the MIME entity that the mail is, and of the other fields only what is asked
 * for is taken apart. */
static GMimeObject *
parse (GByteArray *entity)
{
	GMimeStream *stream = g_mime_stream_mem_new_with_byte_array (entity);
	g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
	GMimeParser *parser = g_mime_parser_new_with_stream (stream);
	GMimeObject *mime = g_mime_parser_construct_part (parser, NULL);

	g_object_unref (parser);
	g_object_unref (stream);
	return mime;
}

struct rn_message *
rn_message_new (const guint8 *bytes, gsize size)
{
	struct rn_message *message = g_new0 (struct rn_message, 1);

	message->parts = g_array_new (FALSE, FALSE, sizeof (struct rn_part));
	rn_mend (bytes, size, &message->mended);
	message->limit = message->mended.limit;
	message->mime = parse (message->mended.entity);
	if (message->mime == NULL)
		cross (message, RN_REASON_NO_MAIL);
	else
		walk (message, message->mime, 0, 0, 0);
	return message;
}

void
rn_message_free (struct rn_message *message)
{
	if (message == NULL)
		return;
	g_clear_object (&message->mime);
	g_array_unref (message->parts);
	rn_mended_clear (&message->mended);
	g_free (message);
}

enum rn_reason
rn_message_limit (const struct rn_message *message)
{
	return message->limit;
}

const char *
rn_message_bytes (const struct rn_message *message, gsize *size)
{
	*size = message->mended.entity->len;
	return (const char *) message->mended.entity->data;
}

gsize
rn_message_n_parts (const struct rn_message *message)
{
	return message->parts->len;
}

const struct rn_part *
rn_message_part (const struct rn_message *message, gsize i)
{
	return &g_array_index (message->parts, struct rn_part, i);
}

const struct rn_part *
rn_message_find (const struct rn_message *message, enum rn_part_type type)
{
	for (gsize i = 0; i < message->parts->len; i++)
		if (rn_message_part (message, i)->type == type)
			return rn_message_part (message, i);
	return NULL;
}

const char *
rn_message_report_type (const struct rn_message *message)
{
	return message->report_type;
}

/* ---- Header fields ------------------------------------------------------ */

static const struct rn_field *
field_at (const struct rn_message *message, guint i)
{
	return &g_array_index (message->mended.fields, struct rn_field, i);
}

/* Most differ in their first letter, and in more than its case. */
static gboolean
is_named (const struct rn_field *field, const char *name)
{
	return ((*field->name ^ *name) & ~0x20) == 0 && g_ascii_strcasecmp (field->name, name) == 0;
}

/* The topmost field as it was sent. Addresses and ids are taken from it, never from
 * decoded text: a display name may decode to "<somebody@else>". */
static const char *
raw_field (const struct rn_message *message, const char *name)
{
	const struct rn_field *fields = field_at (message, 0);

	for (guint i = 0, n = message->mended.fields->len; i < n; i++)
		if (is_named (&fields[i], name))
			return fields[i].value;
	return NULL;
}

const char *
rn_message_field (const struct rn_message *message, const char *name)
{
	const char *raw = raw_field (message, name);
	if (raw == NULL)
		return NULL;
	g_autofree char *text = g_mime_utils_header_unfold (raw);
	if (g_str_is_ascii (text) && strstr (text, "=?") == NULL) /* nothing to decode (RFC 2047) */
		return g_string_chunk_insert (message->mended.strings, text);
	g_autofree char *decoded = g_mime_utils_header_decode_text (NULL, text);
	g_autofree char *valid_text = g_utf8_make_valid (decoded, -1);
	return g_string_chunk_insert (message->mended.strings, valid_text);
}

void
rn_message_each_field (const struct rn_message *message, rn_message_field_visit visit, gpointer data)
{
	for (guint i = 0; i < message->mended.fields->len; i++)
		if (!visit (field_at (message, i)->name, field_at (message, i)->value, data))
			return;
}

static InternetAddressList *
address_list (const struct rn_message *message, const char *field)
{
	const char *value = raw_field (message, field);
	return value != NULL ? internet_address_list_parse (NULL, value) : NULL;
}

/* The first mailbox, in a group too (RFC 6854 allows groups in From). */
static InternetAddressMailbox *
first_mailbox (InternetAddressList *list)
{
	for (int i = 0, n = list != NULL ? internet_address_list_length (list) : 0; i < n; i++) {
		InternetAddress *address = internet_address_list_get_address (list, i);
		if (INTERNET_ADDRESS_IS_MAILBOX (address))
			return INTERNET_ADDRESS_MAILBOX (address);
		if (i == 0 && n == 1 && INTERNET_ADDRESS_IS_GROUP (address))
			return first_mailbox (internet_address_group_get_members (INTERNET_ADDRESS_GROUP (address)));
	}
	return NULL;
}

static char *
valid (const char *text)
{
	return text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
}

guint
rn_message_mailbox (const struct rn_message *message, const char *field, char **address, char **name)
{
	InternetAddressList *list = address_list (message, field);
	InternetAddressMailbox *mailbox = first_mailbox (list);
	g_autofree char *raw = valid (mailbox != NULL ? internet_address_mailbox_get_addr (mailbox) : NULL);
	guint n = list != NULL ? (guint) internet_address_list_length (list) : 0;

	*address = rn_address_normal (raw);
	*name = valid (mailbox != NULL ? internet_address_get_name (INTERNET_ADDRESS (mailbox)) : NULL);
	g_clear_object (&list);
	return n;
}

guint
rn_message_count (const struct rn_message *message, const char *name)
{
	guint n = 0;

	for (guint i = 0; i < message->mended.fields->len; i++)
		n += is_named (field_at (message, i), name);
	return n;
}

static void
add_address (GPtrArray *addresses, const char *raw)
{
	g_autofree char *text = valid (raw);
	g_autofree char *address = rn_address_normal (text);

	if (strchr (address, '@') != NULL && addresses->len < RN_MAX_ADDRESSES &&
	    !g_ptr_array_find_with_equal_func (addresses, address, g_str_equal, NULL))
		g_ptr_array_add (addresses, g_steal_pointer (&address));
}

static void
add_mailboxes (GPtrArray *addresses, InternetAddressList *list, int depth)
{
	for (int i = 0, n = internet_address_list_length (list); i < n && addresses->len < RN_MAX_ADDRESSES; i++) {
		InternetAddress *address = internet_address_list_get_address (list, i);
		if (INTERNET_ADDRESS_IS_MAILBOX (address))
			add_address (addresses, internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (address)));
		else if (INTERNET_ADDRESS_IS_GROUP (address) && depth == 0)
			add_mailboxes (addresses, internet_address_group_get_members (INTERNET_ADDRESS_GROUP (address)), 1);
	}
}

void
rn_message_addresses (const struct rn_message *message, const char *field, GPtrArray *addresses)
{
	for (guint i = 0; i < message->mended.fields->len; i++) {
		InternetAddressList *list = is_named (field_at (message, i), field)
			? internet_address_list_parse (NULL, field_at (message, i)->value) : NULL;
		if (list != NULL)
			add_mailboxes (addresses, list, 0);
		g_clear_object (&list);
	}
}

GStrv
rn_message_ids (const struct rn_message *message, const char *field)
{
	const char *value = raw_field (message, field);
	GMimeReferences *ids = value != NULL ? g_mime_references_parse (NULL, value) : NULL;
	int n = ids != NULL ? g_mime_references_length (ids) : 0;
	g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

	for (int i = MAX (0, n - RN_MAX_ADDRESSES); i < n; i++) {
		g_autofree char *id = valid (g_mime_references_get_message_id (ids, i));
		g_strv_builder_add (builder, id);
	}
	g_clear_pointer (&ids, g_mime_references_free);
	return g_strv_builder_end (builder);
}

rn_time
rn_message_date (const struct rn_message *message, GTimeZone **zone)
{
	const char *value = raw_field (message, "Date");
	g_autoptr (GDateTime) date = value != NULL ? g_mime_utils_header_decode_date (value) : NULL;

	*zone = date != NULL ? g_time_zone_ref (g_date_time_get_timezone (date)) : g_time_zone_new_utc ();
	return date != NULL ? g_date_time_to_unix (date) : 0;
}
