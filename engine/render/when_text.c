#include "when_text.h"

#include <string.h>

#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ustring.h>

#include "clock.h"

#define RN_MAX_PATTERN 128 /* ICU's longest are about 40 */

/* American order and half days would surprise most of those who share English. */
#define FALLBACK "en_GB"

#define RN_MAX_WRITTEN 2000 /* texts that a format keeps: all minutes of a day, or days of five years */

/* ICU takes long to write a text, and the same days and hours are written to many. */
struct format {
	UDateFormat *icu;
	GHashTable *written; /* rn_time -> text */
};

/* How a language writes dates and times of day; opening one takes ICU a millisecond. */
struct style {
	struct format day, hour;
};

static void
close_format (struct format *format)
{
	udat_close (format->icu);
	g_hash_table_unref (format->written);
}

static void
free_style (gpointer data)
{
	struct style *style = data;

	close_format (&style->day);
	close_format (&style->hour);
	g_free (style);
}

/* A skeleton names what is shown; order and punctuation are the language's (UTS 35,
 * part 4). Times are handed in as local already, hence UTC. */
static struct format
open_format (UDateTimePatternGenerator *patterns, const char *locale, const char *skeleton)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar wanted[32], pattern[RN_MAX_PATTERN], utc[8];

	u_uastrcpy (wanted, skeleton);
	u_uastrcpy (utc, "UTC");
	int length = udatpg_getBestPattern (patterns, wanted, -1, pattern, RN_MAX_PATTERN, &status);
	return (struct format) { udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, utc, -1, pattern, length, &status),
	                         g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free) };
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

static struct style *
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

/* Lives until the format writes another text. */
static const char *
format_time (struct format *format, rn_time local)
{
	const char *known = g_hash_table_lookup (format->written, &local);
	UErrorCode status = U_ZERO_ERROR;
	UChar text[RN_MAX_PATTERN];

	if (known != NULL)
		return known;
	if (g_hash_table_size (format->written) == RN_MAX_WRITTEN)
		g_hash_table_remove_all (format->written);
	int length = udat_format (format->icu, 1000.0 * (double) local, text, RN_MAX_PATTERN, NULL, &status);
	char *written = g_utf16_to_utf8 (text, U_SUCCESS (status) ? length : 0, NULL, NULL, NULL);
	g_hash_table_insert (format->written, g_memdup2 (&local, sizeof local), written);
	return written;
}

/* What the clock there shows, in seconds since 1970. */
static rn_time
local_time (rn_time at, GTimeZone *zone)
{
	return at + g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at));
}

/* Seconds since midnight. */
static rn_time
hour_of (rn_time local)
{
	return (local % RN_DAY + RN_DAY) % RN_DAY;
}

static const char *
day_text (struct style *style, rn_time local)
{
	return format_time (&style->day, local - hour_of (local));
}

static const char *
hour_text (struct style *style, rn_time local)
{
	return format_time (&style->hour, hour_of (local) / RN_MINUTE * RN_MINUTE);
}

/* "–11:00" or " – Wednesday, 4 March 2026, 00:30". */
static char *
end_text (struct style *style, rn_time from, rn_time to)
{
	if (to - hour_of (to) == from - hour_of (from))
		return g_strconcat ("–", hour_text (style, to), NULL);
	return g_strconcat (" – ", day_text (style, to), ", ", hour_text (style, to), NULL);
}

char *
rn_when_text (rn_time start, rn_time end, const char *zone, const char *language)
{
	g_autoptr (GTimeZone) known = rn_zone (zone, NULL);
	if (known == NULL)
		return NULL;

	struct style *style = find_style (language);
	rn_time from = local_time (start, known);
	g_autofree char *until = end != 0 ? end_text (style, from, local_time (end, known)) : g_strdup ("");
	return g_strconcat (day_text (style, from), ", ", hour_text (style, from), until, " (", zone, ")", NULL);
}

char *
rn_day_text (rn_time at, const char *zone, const char *language)
{
	g_autoptr (GTimeZone) known = rn_zone (zone, NULL);

	return known != NULL ? g_strdup (day_text (find_style (language), local_time (at, known))) : NULL;
}
