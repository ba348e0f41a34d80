/* Any bytes from a child that was taken over: frames come whole, of a kind and type that
 * may come from there, or the channel says that the protocol was broken. The first byte
 * chooses the border. */
#include "fuzz.h"

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "bundle.h"
#include "channel.h"
#include "error.h"
#include "frames.h"
#include "letter.h"
#include "reading.h"

#define MAX_BYTES (64 * 1024) /* what a socket takes without a reader */

static const struct rn_frame_kind *const borders[] = {
	rn_frames_from_reader, rn_frames_from_policy, rn_frames_from_host,
	rn_frames_to_reader, rn_frames_to_policy, rn_frames_to_host,
};

static const struct rn_frame_kind *
row_of (const struct rn_frame_kind *row, guint32 kind)
{
	while (row->name != NULL && row->kind != kind)
		row++;
	return row;
}

/* Looks at every value, as whoever gets the frame would. */
static void
visit (GVariant *value)
{
	if (g_variant_is_container (value)) {
		for (gsize i = 0, n = g_variant_n_children (value); i < n && i < 1000; i++) {
			g_autoptr (GVariant) child = g_variant_get_child_value (value, i);
			visit (child);
		}
	} else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)) {
		g_assert (g_utf8_validate (g_variant_get_string (value, NULL), -1, NULL));
	}
}

static void
check_reading (GVariant *body)
{
	struct rn_unpack unpack = rn_unpack_begin (body);
	g_autoptr (GError) error = NULL;
	const guint8 *data;
	gsize size;
	rn_unpack_number (&unpack);
	g_assert (rn_unpack_rest (&unpack, &data, &size));
	g_autoptr (rn_reading) reading = rn_reading_unpack (data, size, &error);

	g_assert ((reading == NULL) == (error != NULL));
	if (reading != NULL) {
		g_autoptr (GBytes) again = rn_reading_pack (reading);
		g_assert (g_bytes_get_size (again) > 0);
	} else {
		g_assert_error (error, RN_ERROR, RN_ERROR_DATA);
	}
}

/* What a policy asked for, read as a table is: to its end, or until it is bad. */
static void
check_bundle (GVariant *body)
{
	struct rn_unpack unpack = rn_unpack_begin (body);

	while (unpack.at < unpack.end && !unpack.is_bad) {
		struct rn_bundled read = rn_bundle_read (&unpack);
		g_assert (read.type <= RN_BUNDLE_TABLE);
		g_assert (read.name == NULL || g_utf8_validate (read.name, (gssize) read.name_size, NULL));
		g_assert (read.text == NULL || g_utf8_validate (read.text, (gssize) read.text_size, NULL));
	}
	g_assert (unpack.at <= unpack.end);
}

/* What was read is written and read again. */
static void
check_letter (GBytes *stored)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_letter) letter = rn_letter_from_bytes (stored, &error);

	g_assert (g_utf8_validate (rn_letter_stationery (stored), -1, NULL));
	g_assert ((letter == NULL) == (error != NULL));
	if (letter == NULL) {
		g_assert_error (error, RN_ERROR, RN_ERROR_DATA);
		return;
	}
	g_autoptr (GBytes) written = rn_letter_to_bytes (letter);
	g_autoptr (rn_letter) again = rn_letter_from_bytes (written, &error);
	g_assert_no_error (error);
	g_assert (g_bytes_equal (letter->fields, again->fields) && letter->date == again->date);
}

/* The letters of a lease. */
static void
check_lease (GVariant *body)
{
	struct rn_unpack rows = rn_unpack_begin (body);
	gsize size;

	rn_unpack_number (&rows);
	rn_unpack_number (&rows);
	rn_unpack_view (&rows, &size);
	g_assert (!rows.is_bad);
	for (gsize n = rn_unpack_rows (&rows); n > 0 && !rows.is_bad; n--) {
		rn_unpack_number (&rows);
		g_assert (strlen (rn_unpack_view (&rows, &size)) == size);
		g_autoptr (GBytes) letter = rn_unpack_bytes (&rows);
		check_letter (letter);
	}
	g_assert (rows.at <= rows.end);
}

static void
read_all (struct rn_channel *channel, const struct rn_frame_kind *border)
{
	for (;;) {
		g_autoptr (GError) error = NULL;
		GVariant *body = NULL;
		guint32 kind = 0;
		enum rn_received found = rn_channel_get (channel, -1, &kind, &body, &error);
		if (found != RN_RECEIVED_FRAME) {
			g_assert (found == RN_RECEIVED_END || g_error_matches (error, RN_ERROR, RN_ERROR_DATA));
			return;
		}
		const struct rn_frame_kind *row = row_of (border, kind);
		g_assert (row->name != NULL);
		g_assert (g_variant_is_of_type (body, g_str_has_prefix (row->type, RN_PACK) ? G_VARIANT_TYPE_BYTESTRING
		                                                                            : G_VARIANT_TYPE (row->type)));
		g_assert (g_variant_get_size (body) <= row->max);
		visit (body);
		if (kind == RN_FRAME_READING)
			check_reading (body);
		if (kind == RN_FRAME_RESULT || kind == RN_FRAME_SCORE)
			check_bundle (body);
		if (kind == RN_FRAME_SEND)
			check_lease (body);
		g_variant_unref (body);
	}
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
	int ends[2];

	if (size == 0 || size > MAX_BYTES)
		return 0;
	const struct rn_frame_kind *border = borders[data[0] % G_N_ELEMENTS (borders)];
	g_assert (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
	g_assert (send (ends[1], data + 1, size - 1, MSG_NOSIGNAL) == (gssize) size - 1);
	close (ends[1]);
	g_autoptr (rn_channel) channel = rn_channel_new (ends[0], border);
	read_all (channel, border);
	return 0;
}
