#include "when_text.h"

#include <string.h>

#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ustring.h>

#include "clock.h"

#define RN_MAX_PATTERN 128 /* ICU's longest are about 40 */

/* American order and half days would surprise most of those who share English. */
#define FALLBACK "en_GB"

/* How a language writes dates and times of day; opening one takes ICU a millisecond. */
struct style {
	UDateFormat *day, *hour;
};

static void
free_style (gpointer data)
{
	struct style *style = data;

	udat_close (style->day);
	udat_close (style->hour);
	g_free (style);
}

/* A skeleton names what is shown; order and punctuation are the language's (UTS 35,
 * part 4). Times are handed in as local already, hence UTC. */
static UDateFormat *
open_format (UDateTimePatternGenerator *patterns, const char *locale, const char *skeleton)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar wanted[32], pattern[RN_MAX_PATTERN], utc[8];

	u_uastrcpy (wanted, skeleton);
	u_uastrcpy (utc, "UTC");
	int length = udatpg_getBestPattern (patterns, wanted, -1, pattern, RN_MAX_PATTERN, &status);
	return udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, utc, -1, pattern, length, &status);
}

static struct style *
new_style (const char *language)
{
	UErrorCode status = U_ZERO_ERROR;
	const char *locale = *language == '\0' || g_str_equal (language, "en") ? FALLBACK : language;
	UDateTimePatternGenerator *patterns = udatpg_open (locale, &status);
	struct style *style = g_new (struct style, 1);

	*style = (struct style) { open_format (patterns, locale, "yMMMMEEEEd"), open_format (patterns, locale, "HHmm") };
	udatpg_close (patterns);
	return style;
}

static const struct style *
find_style (const char *language)
{
	static GHashTable *styles; /* language -> struct style */
	if (styles == NULL) {
		UErrorCode status = U_ZERO_ERROR;
		uloc_setDefault (FALLBACK, &status); /* else that of the environment */
		styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_style);
	}
	struct style *style = g_hash_table_lookup (styles, language);
	if (style == NULL) {
		style = new_style (language);
		g_hash_table_insert (styles, g_strdup (language), style);
	}
	return style;
}

static char *
format_time (UDateFormat *format, GDateTime *local)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar text[RN_MAX_PATTERN];
	double milliseconds = 1000.0 * g_date_time_to_unix (local)
	                      + (double) g_date_time_get_utc_offset (local) / (G_USEC_PER_SEC / 1000);
	int length = udat_format (format, milliseconds, text, RN_MAX_PATTERN, NULL, &status);

	return U_SUCCESS (status) ? g_utf16_to_utf8 (text, length, NULL, NULL, NULL) : NULL;
}

static gboolean
same_day (GDateTime *a, GDateTime *b)
{
	return g_date_time_get_year (a) == g_date_time_get_year (b)
	       && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

/* "10:00", "10:00–11:00" or "23:00 – Wednesday, 4 March 2026, 00:30". */
static char *
span_text (const struct style *style, GDateTime *from, GDateTime *to)
{
	g_autofree char *first = format_time (style->hour, from);
	if (to == NULL)
		return g_steal_pointer (&first);

	g_autofree char *last = format_time (style->hour, to);
	if (same_day (from, to))
		return g_strconcat (first, "–", last, NULL);
	g_autofree char *day = format_time (style->day, to);
	return g_strconcat (first, " – ", day, ", ", last, NULL);
}

char *
rn_when_text (rn_time start, rn_time end, const char *zone, const char *language)
{
	g_autoptr (GTimeZone) known = rn_zone (zone, NULL);
	g_autoptr (GDateTime) from = known != NULL ? rn_time_local (start, known) : NULL;
	g_autoptr (GDateTime) to = known != NULL && end != 0 ? rn_time_local (end, known) : NULL;
	if (from == NULL)
		return NULL;

	const struct style *style = find_style (language);
	g_autofree char *day = format_time (style->day, from);
	g_autofree char *span = span_text (style, from, to);
	return g_strdup_printf ("%s, %s (%s)", day, span, zone);
}

char *
rn_day_text (rn_time at, const char *zone, const char *language)
{
	g_autoptr (GTimeZone) known = rn_zone (zone, NULL);
	g_autoptr (GDateTime) local = known != NULL ? rn_time_local (at, known) : NULL;

	return local != NULL ? format_time (find_style (language)->day, local) : NULL;
}
