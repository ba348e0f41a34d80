#include "pack.h"

#include <string.h>

#include "utf8.h"

#define NUMBER_BYTES 10 /* of the longest number */

static guint
write_number (guint8 *bytes, gint64 number)
{
	guint n = 0;
	guint64 rest = (guint64) number << 1 ^ (number < 0 ? G_MAXUINT64 : 0);

	for (; rest > 0x7f; rest >>= 7)
		bytes[n++] = (guint8) (0x80 | rest);
	bytes[n++] = (guint8) rest;
	return n;
}

void
rn_pack_number (GByteArray *pack, gint64 number)
{
	guint8 bytes[NUMBER_BYTES];
	g_byte_array_append (pack, bytes, write_number (bytes, number));
}

void
rn_pack_text (GByteArray *pack, const char *text)
{
	text = text != NULL ? text : "";
	gsize size = strlen (text);

	if (!rn_utf8_validate (text, size, NULL)) {
		g_autofree char *mended = g_utf8_make_valid (text, (gssize) size);
		rn_pack_text (pack, mended);
		return;
	}
	guint8 head[NUMBER_BYTES];
	guint n = write_number (head, (gint64) size), at = pack->len;
	g_byte_array_set_size (pack, at + n + (guint) size + 1);
	memcpy (pack->data + at, head, n);
	memcpy (pack->data + at + n, text, size + 1);
}

void
rn_pack_list (GByteArray *pack, const char *const *list)
{
	guint n = list != NULL ? g_strv_length ((GStrv) list) : 0;

	rn_pack_number (pack, n);
	for (guint i = 0; i < n; i++)
		rn_pack_text (pack, list[i]);
}

void
rn_pack_bytes (GByteArray *pack, GBytes *bytes)
{
	rn_pack_number (pack, (gint64) g_bytes_get_size (bytes));
	rn_pack_rest (pack, bytes);
}

void
rn_pack_rest (GByteArray *pack, GBytes *bytes)
{
	gsize size = 0;
	const guint8 *data = g_bytes_get_data (bytes, &size);

	g_byte_array_append (pack, data, (guint) size);
}

/* The next bytes, or NULL. */
static const guint8 *
take (struct rn_unpack *unpack, guint64 size)
{
	const guint8 *taken = unpack->at;

	if (unpack->is_bad || size > (guint64) (unpack->end - unpack->at)) {
		unpack->is_bad = TRUE;
		return NULL;
	}
	unpack->at += size;
	return taken;
}

struct rn_unpack
rn_unpack_begin (GVariant *frame)
{
	gsize size = 0;
	const guint8 *bytes = g_variant_get_fixed_array (frame, &size, 1);

	if (bytes == NULL) /* of none */
		bytes = (const guint8 *) "";
	return (struct rn_unpack) { bytes, bytes + size, FALSE };
}

gint64
rn_unpack_number (struct rn_unpack *unpack)
{
	guint64 rest = 0;
	const guint8 *byte;

	for (guint shift = 0; shift < 64 && (byte = take (unpack, 1)) != NULL; shift += 7) {
		rest |= (guint64) (*byte & 0x7f) << shift;
		if (*byte < 0x80)
			return (gint64) (rest >> 1 ^ ((rest & 1) != 0 ? G_MAXUINT64 : 0));
	}
	unpack->is_bad = TRUE;
	return 0;
}

const char *
rn_unpack_view (struct rn_unpack *unpack, gsize *size)
{
	guint64 length = (guint64) rn_unpack_number (unpack);
	const char *text = (const char *) take (unpack, length + (length < G_MAXUINT64));

	unpack->is_bad |= text == NULL || text[length] != '\0' || !rn_utf8_validate (text, length, NULL);
	*size = unpack->is_bad ? 0 : length;
	return unpack->is_bad ? "" : text;
}

char *
rn_unpack_text (struct rn_unpack *unpack)
{
	gsize size = 0;
	const char *text = rn_unpack_view (unpack, &size);

	return g_strndup (text, size);
}

GBytes *
rn_unpack_bytes (struct rn_unpack *unpack)
{
	guint64 size = (guint64) rn_unpack_number (unpack);
	const guint8 *bytes = take (unpack, size);

	return g_bytes_new_static (bytes, bytes != NULL ? size : 0);
}

gboolean
rn_unpack_rest (struct rn_unpack *unpack, const guint8 **bytes, gsize *size)
{
	*bytes = unpack->at;
	*size = unpack->is_bad ? 0 : (gsize) (unpack->end - unpack->at);
	unpack->at = unpack->end;
	return !unpack->is_bad;
}

void
rn_unpack_list (struct rn_unpack *unpack, GStrv *list)
{
	gsize n = rn_unpack_rows (unpack);

	g_strfreev (*list);
	*list = g_new0 (char *, n + 1);
	for (gsize i = 0; i < n && !unpack->is_bad; i++)
		(*list)[i] = rn_unpack_text (unpack);
}

gboolean
rn_unpack_is (struct rn_unpack unpack, const char *form)
{
	gsize size;

	for (; *form == 'n' || *form == 's'; form++)
		if (*form == 'n')
			rn_unpack_number (&unpack);
		else
			rn_unpack_view (&unpack, &size);
	return !unpack.is_bad && (*form == '*' || unpack.at == unpack.end);
}

gsize
rn_unpack_rows (struct rn_unpack *unpack)
{
	guint64 n = (guint64) rn_unpack_number (unpack);

	unpack->is_bad |= n > (guint64) (unpack->end - unpack->at); /* a row has more than a byte */
	return unpack->is_bad ? 0 : n;
}
