/* Any text as a template, with values that would show if they became markup, a line of
 * the subject or a field. */
#include <string.h>

#include <glib.h>

#include "bundle.h"
#include "fuzz.h"
#include "stationery.h"

#define NASTY "<i>\n&\"'{{b}}\r\n](x)"

static const char shell[] =
	"<html lang=\"{{language}}\"><head><title>{{subject}}</title></head><body>{{{body}}}<footer><p>{{a}}</p></footer></body>"
	"</html>";

static GBytes *
nasty_fields (void)
{
	GByteArray *fields = g_byte_array_new ();

	for (char name[] = "a"; *name <= 'f'; ++*name)
		rn_bundle_text (fields, name, NASTY);
	rn_bundle_flag (fields, "g", TRUE);
	rn_bundle_number (fields, "h", 7);
	g_autoptr (GVariant) list = g_variant_ref_sink (g_variant_new_parsed ("[{'m': <'one'>}, {'m': <'two'>}]"));
	rn_bundle_variant (fields, "l", list);
	rn_bundle_close (fields);
	return g_byte_array_free_to_bytes (fields);
}

static void
check_rendered (const struct rn_rendered *rendered, const char *template)
{
	g_assert (g_utf8_validate (rendered->text, -1, NULL) && g_utf8_validate (rendered->html, -1, NULL));
	g_assert (strpbrk (rendered->subject, "\r\n") == NULL && strchr (rendered->text, '\r') == NULL);
	g_assert (strstr (rendered->html, "<i>") == NULL);
	if (strstr (template, "-- ") == NULL)
		g_assert (strstr (rendered->text, "\n" RN_SIGNATURE) == g_strrstr (rendered->text, "\n" RN_SIGNATURE));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
	g_autofree char *text = g_strndup ((const char *) data, size);
	const struct rn_stationery_source source = { "t.md", text, shell, "", "en" };
	g_autoptr (GError) error = NULL;
	struct rn_rendered rendered = { NULL, NULL, NULL, NULL };

	if (!g_utf8_validate (text, -1, NULL))
		return 0;
	g_autoptr (rn_stationery) stationery = rn_stationery_new (&source, &error);
	g_assert ((stationery == NULL) == (error != NULL));
	if (stationery == NULL)
		return 0;
	g_autoptr (GBytes) fields = nasty_fields ();
	if (rn_stationery_render (stationery, fields, FALSE, &rendered, NULL))
		check_rendered (&rendered, text);
	rn_rendered_clear (&rendered);
	return 0;
}
