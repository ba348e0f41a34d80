/* Any bytes as what a person wrote: as text, as HTML, as an answer, as a date. The first
 * byte chooses the language. */
#include "fuzz.h"

#include <string.h>

#include "answers.h"
#include "clock.h"
#include "html_text.h"
#include "when.h"

static void
read_text (const char *text, GTimeZone *zone)
{
	g_autoptr (rn_reading) reading = rn_reading_new ();
	struct rn_reply reply;

	reading->date = 1773219600; /* 2026-03-11 */
	rn_reply_split (text, &reply);
	g_assert (g_utf8_validate (reply.text, -1, NULL));
	rn_read_answers (reading, &reply, zone);
	for (guint i = 0; i < reading->answers->len; i++) {
		const struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		g_assert (answer->confidence > 0 && answer->confidence <= 100);
		g_assert (g_utf8_validate (answer->value, -1, NULL));
	}
	rn_reply_clear (&reply);
}

static void
find_dates (const char *text, const char *language, GTimeZone *zone)
{
	struct rn_when when;

	for (gsize from = 0, n = 0; n < 20 && rn_when_find (text, from, language, 1773219600, zone, &when); n++) {
		g_assert (when.at >= from && when.length > 0 && when.at + when.length <= strlen (text));
		g_assert (when.end == 0 || when.start <= when.end);
		from = when.at + when.length;
	}
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
	static const char *const languages[] = { "en", "de", "fr", "es", "it", "nl", "pt", "" };
	g_autoptr (GTimeZone) berlin = rn_zone ("Europe/Berlin", NULL);
	const char *language = languages[size > 0 ? data[0] % G_N_ELEMENTS (languages) : 0];
	g_autofree char *bytes = g_strndup ((const char *) data, size);
	g_autofree char *valid = g_utf8_make_valid (bytes, -1);
	/* exactly as long as it says, so that a byte too far is seen */
	g_autofree char *exact = g_memdup2 (data, size);
	g_autofree char *html = rn_html_text (exact, size);

	g_assert (g_utf8_validate (html, -1, NULL));
	read_text (bytes, berlin);
	read_text (html, berlin);
	find_dates (valid, language, berlin);
	return 0;
}
