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

/* Whether a header field starts here: a name of printable ASCII and a colon. */
static gboolean
is_field (const guint8 *at, const guint8 *end)
{
	const guint8 *start = at;
	while (at < end && *at > ' ' && *at < 0x7f && *at != ':')
		at++;
	while (at < end && at > start && (*at == ' ' || *at == '\t'))
		at++;
	return at < end && at > start && *at == ':';
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

/* Leaves `at` up to `until` out of the bytes; the copy starts with the first cut. */
static void
cut (struct rn_mended *mended, const guint8 **kept, const guint8 *at, const guint8 *until, enum rn_reason limit)
{
	if (mended->limit == RN_REASON_NONE)
		mended->limit = limit;
	if (mended->copy == NULL)
		mended->copy = g_byte_array_new ();
	g_byte_array_append (mended->copy, *kept, (guint) (at - *kept));
	*kept = until;
}

/* Walks over the header and then the body's lines, leaving out what crosses limits. */
static void
walk (struct rn_mended *mended)
{
	const guint8 *at = mended->bytes, *end = at + mended->size, *kept = at;
	gsize header = 0, delimiters = 0;

	while (at < end && *at != '\r' && *at != '\n') {
		const guint8 *until = field_end (at, end);
		header += (gsize) (until - at);
		if (until - at > RN_MAX_FIELD || header > RN_MAX_HEADER)
			cut (mended, &kept, at, until, RN_REASON_HEADER_TOO_LARGE);
		at = until;
	}
	for (; at < end; at = next_line (at, end))
		if (at[0] == '-' && at + 1 < end && at[1] == '-' && ++delimiters > RN_MAX_DELIMITERS) {
			cut (mended, &kept, at, end, RN_REASON_TOO_MANY_PARTS);
			break;
		}
	if (mended->copy != NULL) {
		g_byte_array_append (mended->copy, kept, (guint) (end - kept));
		mended->bytes = mended->copy->data;
		mended->size = mended->copy->len;
	}
}

void
rn_mend (const guint8 *bytes, gsize size, struct rn_mended *mended)
{
	*mended = (struct rn_mended) { .bytes = (const guint8 *) "", .limit = RN_REASON_EMPTY };
	if (size == 0)
		return; /* and `bytes` may be NULL */
	const guint8 *end = bytes + MIN (size, RN_MAX_MAIL), *start = behind_lead (bytes, end);
	if (start == end)
		return;
	mended->limit = RN_REASON_NO_MAIL;
	if (!is_field (start, end))
		return;
	mended->limit = size > RN_MAX_MAIL ? RN_REASON_MAIL_TOO_LARGE : RN_REASON_NONE;
	mended->bytes = start;
	mended->size = (gsize) (end - start);
	walk (mended);
}

void
rn_mended_clear (struct rn_mended *mended)
{
	g_clear_pointer (&mended->copy, g_byte_array_unref);
}
