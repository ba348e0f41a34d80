#include "absence_months.h"

#include <string.h>

#include "tokens.h"

#define RN_MAX_ENDING 4 /* letters behind a month's stem: "tammikuuta", "styczniem" */

gboolean
rn_absence_is_known (const char *language)
{
	static const char *const known[] = { "", "en", "de", "fr", "es", "it", "nl", "pt", NULL };
	return g_strv_contains (known, language);
}

static const char *const english[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September",
                                       "October", "November", "December" };

/* Stems of the months' names, folded: Polish, Czech, Slovak, Hungarian, Romanian, Turkish,
 * Russian, Greek, Catalan, Bulgarian, Ukrainian, Finnish, Swedish, Danish, Norwegian. */
static const char *const stems[][12] = {
	{ "stycz", "lut", "marc", "kwie", "maj", "czerw", "lipc", "sierp", "wrze", "pazdz", "listopad", "grud" },
	{ "ledn", "unor", "brez", "dubn", "kvet", "cerv", "cervenc", "srpn", "zari", "rijn", "listopad", "prosin" },
	{ "leden", "februar", "marec", "duben", "maj", "jun", "cervenec", "srpen", "septemb", "rijen", "novemb", "decemb" },
	{ "janu", "febr", "marc", "april", "maj", "juni", "juli", "augusz", "szept", "okto", "novem", "decem" },
	{ "ianuar", "febr", "mart", "april", "mai", "iun", "iul", "august", "septembr", "octo", "noiem", "decem" },
	{ "ocak", "subat", "mart", "nisan", "mayis", "haziran", "temmuz", "agust", "eylul", "ekim", "kasim", "aralik" },
	{ "январ", "феврал", "март", "апрел", "мая", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр" },
	{ "ιανουαρ", "φεβρουαρ", "μαρτ", "απριλ", "μαιου", "ιουνι", "ιουλι", "αυγουστ", "σεπτεμβρ", "οκτωβρ", "νοεμβρ", "δεκεμβρ" },
	{ "gener", "febrer", "marc", "abril", "maig", "juny", "juliol", "agost", "setembr", "octubr", "novembr", "desembr" },
	{ "януар", "февруар", "март", "април", "маи", "юни", "юли", "август", "септемвр", "октомвр", "ноемвр", "декемвр" },
	{ "січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листоп", "груд" },
	{ "tammiku", "helmiku", "maalisku", "huhtiku", "toukoku", "kesaku", "heinaku", "eloku", "syysku", "lokaku", "marrasku",
	  "jouluku" },
	{ "januar", "februar", "mars", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "desember" },
};

/* The month by the longest stem that the word starts with, or 0. */
static int
month_of (const char *word)
{
	gsize longest = 0;
	int month = 0;

	for (gsize row = 0; row < G_N_ELEMENTS (stems); row++)
		for (int i = 0; i < 12; i++) {
			gsize size = strlen (stems[row][i]);
			if (size > longest && g_str_has_prefix (word, stems[row][i]) && g_utf8_strlen (word + size, -1) <= RN_MAX_ENDING) {
				longest = size;
				month = i + 1;
			}
		}
	return month;
}

/* A date found at a token. */
struct found {
	int day, month, year; /* year 0: not said */
	gsize n_tokens;
	gsize last_size; /* bytes of the last token that belong to it */
};

static gint32
number (const struct rn_tokens *tokens, gsize i)
{
	return i < rn_tokens_count (tokens) ? rn_token_at (tokens, i)->number : -1;
}

static int
month_at (const struct rn_tokens *tokens, gsize i)
{
	return i < rn_tokens_count (tokens) && number (tokens, i) < 0 ? month_of (rn_token_word (tokens, i)) : 0;
}

static gboolean
is_day (gint32 value)
{
	return value >= 1 && value <= 31;
}

static gboolean
is_year (gint32 value)
{
	return value >= 2000 && value <= 2100;
}

/* ---- 2026年3月20日, 3월 20일 ----------------------------------------------- */

static const char *const signs[][3] = { { "年", "月", "日" }, { "年", "月", "号" }, { "년", "월", "일" } };

/* A number with this sign behind it; the sign may start a longer word. */
static gboolean
has_sign (const struct rn_tokens *tokens, gsize i, const char *sign)
{
	return number (tokens, i) > 0 && i + 1 < rn_tokens_count (tokens) && g_str_has_prefix (rn_token_word (tokens, i + 1), sign);
}

static gboolean
find_signed (const struct rn_tokens *tokens, gsize i, struct found *found)
{
	for (gsize row = 0; row < G_N_ELEMENTS (signs); row++) {
		gsize first = has_sign (tokens, i, signs[row][0]) && is_year (number (tokens, i)) ? i + 2 : i;
		if (!has_sign (tokens, first, signs[row][1]) || !has_sign (tokens, first + 2, signs[row][2]) ||
		    number (tokens, first) > 12 || !is_day (number (tokens, first + 2)))
			continue;
		*found = (struct found) { .day = number (tokens, first + 2), .month = number (tokens, first),
			.year = first > i ? number (tokens, i) : 0, .n_tokens = first - i + 4, .last_size = strlen (signs[row][2]) };
		return TRUE;
	}
	return FALSE;
}

/* ---- 20 marca 2026, 2026. március 20 ----------------------------------------- */

static gsize
size_of (const struct rn_tokens *tokens, gsize i)
{
	return rn_token_at (tokens, i)->size;
}

static gboolean
find_day_first (const struct rn_tokens *tokens, gsize i, struct found *found)
{
	if (!is_day (number (tokens, i)))
		return FALSE;
	gboolean has_link = i + 2 < rn_tokens_count (tokens) && g_str_equal (rn_token_word (tokens, i + 1), "de");
	gsize month = has_link ? i + 2 : i + 1;
	if (month_at (tokens, month) == 0) {
		/* "9-20 marca", "9 do 20 marca": the first day's month stands behind the second */
		month = is_day (number (tokens, i + 1)) && rn_token_at (tokens, i + 1)->mark == '-' ? i + 2 :
		        is_day (number (tokens, i + 2)) && number (tokens, i + 1) < 0 ? i + 3 : 0;
		if (month == 0 || month_at (tokens, month) == 0)
			return FALSE;
		*found = (struct found) { .day = number (tokens, i), .month = month_at (tokens, month), .n_tokens = 1,
			.last_size = size_of (tokens, i) };
		return TRUE;
	}
	gsize last = is_year (number (tokens, month + 1)) ? month + 1 : month;
	*found = (struct found) { .day = number (tokens, i), .month = month_at (tokens, month),
		.year = last > month ? number (tokens, last) : 0, .n_tokens = last - i + 1, .last_size = size_of (tokens, last) };
	return TRUE;
}

static gboolean
find_month_first (const struct rn_tokens *tokens, gsize i, struct found *found)
{
	gsize month = is_year (number (tokens, i)) ? i + 1 : i;
	if (month_at (tokens, month) == 0 || !is_day (number (tokens, month + 1)) || month_at (tokens, month + 2) > 0)
		return FALSE;
	*found = (struct found) { .day = number (tokens, month + 1), .month = month_at (tokens, month),
		.year = month > i ? number (tokens, i) : 0, .n_tokens = month + 2 - i, .last_size = size_of (tokens, month + 1) };
	return TRUE;
}

/* ---- 03/20/2026 ---------------------------------------------------------------- */

/* The year of "3/20/2026" and "3/20/26" at word i, 0 of "3/20", or -1. */
static int
slashed_year (const struct rn_tokens *tokens, gsize i)
{
	if (!is_day (number (tokens, i)) || !is_day (number (tokens, i + 1)) || rn_token_at (tokens, i + 1)->mark != '/')
		return -1;
	gint32 year = i + 2 < rn_tokens_count (tokens) && rn_token_at (tokens, i + 2)->mark == '/' ? number (tokens, i + 2) : -1;
	if (year >= 0 && year < 100 && size_of (tokens, i + 2) == 2)
		year += 2000;
	return is_year (year) ? year : 0;
}

static int
julian (const struct rn_tokens *tokens, gsize i, char order)
{
	int day = number (tokens, order == 'd' ? i : i + 1), month = number (tokens, order == 'd' ? i + 1 : i);
	int year = slashed_year (tokens, i);
	if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, year > 0 ? (GDateYear) year : 2000))
		return 0;
	GDate date;
	g_date_clear (&date, 1);
	g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, year > 0 ? (GDateYear) year : 2000);
	return (int) g_date_get_julian (&date);
}

/* The days of a span read in this order; G_MAXINT unless it has begun by today, or nearly,
 * and is not over. */
static int
days_away (const struct rn_tokens *tokens, const gsize at[2], char order, int today)
{
	int from = julian (tokens, at[0], order), until = julian (tokens, at[1], order);
	return from > 0 && from <= until && from <= today + 3 && today <= until ? until - from : G_MAXINT;
}

/* 'd' or 'm', whichever stands first in this writer's dates; 0 when they leave it open.
 * Who answers by a program is away now, and rather for a week than for half a year. */
static char
order_of (const struct rn_tokens *tokens, const char *language, rn_time written)
{
	static const char *const month_first[] = { "ja", "zh", "ko", NULL };
	gsize at[2] = { 0 }, n = 0;
	int today = (int) (written / RN_DAY) + 719163; /* 1970-01-01 as GDate counts */

	if (g_strv_contains (month_first, language))
		return 'm';
	for (gsize i = 0; i + 1 < rn_tokens_count (tokens); i++) {
		int year = slashed_year (tokens, i);
		if (year >= 0 && number (tokens, i + 1) > 12)
			return 'm';
		if (year > 0 && number (tokens, i) > 12)
			return 'd';
		if (year > 0 && n < 2)
			at[n++] = i;
	}
	if (n < 2)
		return '\0';
	int by_day = days_away (tokens, at, 'd', today), by_month = days_away (tokens, at, 'm', today);
	return by_day < by_month ? 'd' : by_month < by_day ? 'm' : '\0';
}

static gboolean
find_slashed (const struct rn_tokens *tokens, gsize i, char order, struct found *found)
{
	int year = order != '\0' ? slashed_year (tokens, i) : -1;
	if (year < 0 || (year == 0 && order == 'd') || julian (tokens, i, order) == 0)
		return FALSE;
	gsize last = year > 0 ? i + 2 : i + 1;
	*found = (struct found) { .day = number (tokens, order == 'd' ? i : i + 1),
		.month = number (tokens, order == 'd' ? i + 1 : i), .year = year, .n_tokens = last - i + 1, .last_size = size_of (tokens, last) };
	return TRUE;
}

/* ---- The text ------------------------------------------------------------------ */

/* Apart from the words around it, which some scripts write without spaces. */
static void
append_date (GString *plain, const struct found *found)
{
	if (found->year > 0)
		g_string_append_printf (plain, " %04d-%02d-%02d ", found->year, found->month, found->day);
	else
		g_string_append_printf (plain, " %d %s ", found->day, english[found->month - 1]);
}

/* Most texts have nothing to write anew. */
static gboolean
may_have_any (const char *text, gboolean by_name)
{
	return by_name || strchr (text, '/') != NULL || strstr (text, "月") != NULL || strstr (text, "월") != NULL;
}

char *
rn_absence_plain_dates (const char *text, const char *language, rn_time written)
{
	gboolean by_name = !rn_absence_is_known (language) || *language == '\0';
	struct rn_tokens tokens;
	gsize copied = 0;

	if (!may_have_any (text, by_name))
		return g_strdup (text);
	GString *plain = g_string_new ("");
	rn_tokens_init (&tokens, text, strlen (text));
	char order = order_of (&tokens, language, written);
	for (gsize i = 0; i < rn_tokens_count (&tokens);) {
		struct found found;
		if (!find_slashed (&tokens, i, order, &found) && !find_signed (&tokens, i, &found) &&
		    !(by_name && (find_month_first (&tokens, i, &found) || find_day_first (&tokens, i, &found)))) {
			i++;
			continue;
		}
		gsize at = rn_token_at (&tokens, i)->at;
		g_string_append_len (plain, text + copied, (gssize) (at - copied));
		append_date (plain, &found);
		i += found.n_tokens;
		copied = rn_token_at (&tokens, i - 1)->at + found.last_size;
	}
	g_string_append (plain, text + copied);
	rn_tokens_clear (&tokens);
	return g_string_free (plain, FALSE);
}
