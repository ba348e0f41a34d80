#include "mend.h"

#include <string.h>

#include "message.h"
#include "read.h"

/* Where the line behind `at` starts. */
static const guint8 *
next_line (const guint8 *at, const guint8 *end)
{
	const guint8 *feed = memchr (at, '\n', (gsize) (end - at));
	return feed != NULL ? feed + 1 : end;
}

static gboolean
starts_with (const guint8 *at, const guint8 *end, const char *prefix)
{
	gsize size = strlen (prefix);
	return (gsize) (end - at) >= size && memcmp (at, prefix, size) == 0;
}

/* Steps over a byte order mark, empty lines and the line that an mbox puts in front. */
static const guint8 *
behind_lead (const guint8 *at, const guint8 *end)
{
	if (starts_with (at, end, "\xef\xbb\xbf"))
		at += 3;
	while (at < end && (*at == '\r' || *at == '\n' || starts_with (at, end, "From ") || starts_with (at, end, ">From ")))
		at = *at == '\r' ? at + 1 : next_line (at, end);
	return at;
}

/* The colon of the header field that starts here: behind a name of printable ASCII, and
 * blanks at most. NULL when none starts here. */
static const guint8 *
find_colon (const guint8 *at, const guint8 *end, gsize *name_size)
{
	const guint8 *start = at;

	while (at < end && *at > ' ' && *at < 0x7f && *at != ':')
		at++;
	*name_size = (gsize) (at - start);
	while (at < end && at > start && (*at == ' ' || *at == '\t'))
		at++;
	return at < end && at > start && *at == ':' ? at : NULL;
}

/* The end of a field with its folded lines. */
static const guint8 *
field_end (const guint8 *at, const guint8 *end)
{
	do
		at = next_line (at, end);
	while (at < end && (*at == ' ' || *at == '\t'));
	return at;
}

static void
cross (struct rn_mended *mended, enum rn_reason limit)
{
	if (mended->limit == RN_REASON_NONE)
		mended->limit = limit;
}

/* Lines that are no field are passed over, as all programs do. */
static void
add_field (struct rn_mended *mended, const guint8 *at, const guint8 *until)
{
	gsize name_size;
	const guint8 *colon = find_colon (at, until, &name_size);

	if (colon == NULL)
		return;
	struct rn_field field = {
		.name = g_string_chunk_insert_len (mended->strings, (const char *) at, (gssize) name_size),
		.value = g_string_chunk_insert_len (mended->strings, (const char *) colon + 1, until - colon - 1),
	};
	g_array_append_val (mended->fields, field);
	if (g_ascii_strncasecmp (field.name, "Content-", 8) == 0)
		g_byte_array_append (mended->entity, at, (guint) (until - at));
}

/* Gives where the header ends: at its empty line, or with the mail. */
static const guint8 *
walk_header (struct rn_mended *mended, const guint8 *at, const guint8 *end)
{
	gsize header = 0;

	while (at < end && !starts_with (at, end, "\n") && !starts_with (at, end, "\r\n")) {
		const guint8 *until = field_end (at, end);
		header += (gsize) (until - at);
		if (until - at > RN_MAX_FIELD || header > RN_MAX_HEADER)
			cross (mended, RN_REASON_HEADER_TOO_LARGE);
		else
			add_field (mended, at, until);
		at = until;
	}
	if (at == end) /* a header is a mail, an empty entity is none */
		g_byte_array_append (mended->entity, (const guint8 *) "\n", 1);
	return at;
}

static void
walk_body (struct rn_mended *mended, const guint8 *start, const guint8 *end)
{
	const guint8 *at = start;

	for (gsize delimiters = 0; at < end; at = next_line (at, end))
		if (starts_with (at, end, "--") && ++delimiters > RN_MAX_DELIMITERS) {
			cross (mended, RN_REASON_TOO_MANY_PARTS);
			break;
		}
	g_byte_array_append (mended->entity, start, (guint) (at - start));
}

void
rn_mend (const guint8 *bytes, gsize size, struct rn_mended *mended)
{
	gsize name_size;

	*mended = (struct rn_mended) {
		.fields = g_array_sized_new (FALSE, FALSE, sizeof (struct rn_field), 32),
		.strings = g_string_chunk_new (4096),
		.entity = g_byte_array_sized_new ((guint) MIN (size, RN_MAX_MAIL)),
		.limit = RN_REASON_EMPTY,
	};
	if (size == 0)
		return; /* and `bytes` may be NULL */
	const guint8 *end = bytes + MIN (size, RN_MAX_MAIL), *start = behind_lead (bytes, end);
	if (start == end)
		return;
	mended->limit = RN_REASON_NO_MAIL;
	if (find_colon (start, end, &name_size) == NULL)
		return;
	mended->limit = size > RN_MAX_MAIL ? RN_REASON_MAIL_TOO_LARGE : RN_REASON_NONE;
	walk_body (mended, walk_header (mended, start, end), end);
}

void
rn_mended_clear (struct rn_mended *mended)
{
	g_array_unref (mended->fields);
	g_string_chunk_free (mended->strings);
	g_byte_array_unref (mended->entity);
}
