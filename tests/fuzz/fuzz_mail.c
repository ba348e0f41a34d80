/* Any bytes as a mail: read, sent across a border and back, and shown. */
#include "fuzz.h"

#include "explain.h"
#include "read.h"
#include "reading_words.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
	static gsize ready;
	const struct rn_read_settings settings = { .authserv_id = "mx.pairs.example", .own_domain = "pairs.example",
	                                           .now = 1772438400 };

	if (g_once_init_enter (&ready)) {
		rn_read_init ();
		g_once_init_leave (&ready, 1);
	}
	/* exactly as long as it says, so that a byte too far is seen */
	g_autofree guint8 *bytes = g_memdup2 (data, size);
	g_autoptr (rn_reading) reading = rn_read (bytes, size, &settings);
	g_assert (rn_reason_from_word (reading->reason) != RN_REASON_NONE);
	g_autoptr (GBytes) pack = rn_reading_pack (reading);
	g_autoptr (rn_reading) back = rn_reading_unpack (g_bytes_get_data (pack, NULL), g_bytes_get_size (pack), NULL);
	g_assert (back != NULL);
	const struct rn_explained explained = { .file = "fuzz", .reading = back };
	g_autofree char *json = rn_explain_json (&explained);
	g_autofree char *text = rn_explain_text (&explained);
	g_assert (g_utf8_validate (json, -1, NULL) && g_utf8_validate (text, -1, NULL));
	return 0;
}
