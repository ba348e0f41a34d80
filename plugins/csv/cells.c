#include "cells.h"

#include <string.h>

#include "address.h"
#include "words.h"

#define RN_MAX_LEVEL 1000 /* salary bands go to some dozens */

static char *
check_id (char **cell)
{
	return strlen (*cell) > RN_MAX_ADDRESS ? g_strdup ("this id is longer than 254 bytes") : NULL;
}

static char *
check_address (char **cell)
{
	if (rn_address_is_safe (*cell))
		return NULL;
	return g_strdup_printf ("“%s” is no mail address that can be written to; one like ada@example.org is needed",
	                        *cell);
}

static char *
check_addresses (char **cell)
{
	g_auto (GStrv) list = csv_cell_list (*cell);
	char *why = NULL;

	for (char **address = list; address != NULL && *address != NULL && why == NULL; address++)
		why = check_address (address);
	return why;
}

static char *
check_role (char **cell)
{
	char *small = g_utf8_strdown (*cell, -1);
	g_free (*cell);
	*cell = small;
	return NULL;
}

static char *
check_level (char **cell)
{
	gint64 level = 0;
	if (g_ascii_string_to_signed (*cell, 10, 0, RN_MAX_LEVEL, &level, NULL))
		return NULL;
	return g_strdup_printf ("“%s” is not a level; a whole number from 0 to %d is needed", *cell, RN_MAX_LEVEL);
}

static char *
check_zone (char **cell)
{
	g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (*cell);
	if (zone != NULL)
		return NULL;
	return g_strdup_printf ("“%s” is not a time zone; an IANA name like Europe/Berlin is needed", *cell);
}

/* "9:00" to "17:30" must lie in a day, in this order. */
static gboolean
is_span (GMatchInfo *match)
{
	guint64 part[4];
	for (int i = 0; i < 4; i++) {
		g_autofree char *digits = g_match_info_fetch (match, i + 1);
		part[i] = g_ascii_strtoull (digits, NULL, 10);
	}
	guint64 start = part[0] * 60 + part[1], end = part[2] * 60 + part[3];
	return part[1] < 60 && part[3] < 60 && start < end && end <= 24 * 60;
}

#define DAY "(?:mon|tue|wed|thu|fri|sat|sun)"
#define HOURS DAY "(?:-" DAY ")? +(\\d\\d?):(\\d\\d)-(\\d\\d?):(\\d\\d)"

static char *
check_hours (char **cell)
{
	g_autoptr (GRegex) one = g_regex_new ("^" HOURS "$", G_REGEX_CASELESS, 0, NULL);
	g_auto (GStrv) spans = g_strsplit (*cell, ",", -1);

	for (char **span = spans; *span != NULL; span++) {
		g_autoptr (GMatchInfo) match = NULL;
		if (!g_regex_match (one, g_strstrip (*span), 0, &match) || !is_span (match))
			return g_strdup_printf ("“%s” are no working hours; write them like Mon-Fri 09:00-17:30",
			                        *cell);
	}
	return NULL;
}

static char *
check_language (char **cell)
{
	gsize letters = strspn (*cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
	char after = (*cell)[letters];

	if (letters < 2 || letters > 3 || (after != '\0' && after != '-' && after != '_'))
		return g_strdup_printf ("“%s” is not a language; a code like en or de is needed", *cell);
	char *primary = g_ascii_strdown (*cell, (gssize) letters);
	g_free (*cell);
	*cell = primary;
	return NULL;
}

static char *
check_date (char **cell)
{
	if (csv_cell_date (*cell, "") != 0)
		return NULL;
	return g_strdup_printf ("“%s” is not a date; write it like 2026-03-31", *cell);
}

static char *
check_calendar (char **cell)
{
	static const char *const schemes[] = { "https://", "http://", "webcal://", "webcals://", "file:///" };

	for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
		if (g_ascii_strncasecmp (*cell, schemes[i], strlen (schemes[i])) == 0 && strpbrk (*cell, " \t\r\n") == NULL)
			return NULL;
	return g_strdup_printf ("“%s” is not where a calendar is published; "
	                        "write it like https://calendar.example.org/ada.ics", *cell);
}

#define ALSO (const char *const[])

const struct csv_column_row csv_columns[CSV_N_COLUMNS] = {
	[CSV_ID] = { "id", ALSO { "employeeid", "employeenumber", "personid", "personnelnumber", "personalnummer", "staffid",
	                          "uid", NULL }, TRUE, check_id },
	[CSV_NAME] = { "name", ALSO { "fullname", "displayname", "employeename", NULL }, TRUE, NULL },
	[CSV_EMAIL] = { "email", ALSO { "mail", "emailaddress", "mailaddress", "address", "workemail", NULL }, TRUE,
	                check_address },
	[CSV_ALIASES] = { "aliases", ALSO { "alias", "otheraddresses", "otheremails", "proxyaddresses", NULL }, FALSE,
	                  check_addresses },
	[CSV_ROLE] = { "role", ALSO { "programrole", "part", NULL }, FALSE, check_role },
	[CSV_LEVEL] = { "level", ALSO { "grade", "band", "joblevel", NULL }, FALSE, check_level },
	[CSV_UNIT] = { "unit", ALSO { "department", "orgunit", "businessunit", "division", "team", NULL }, FALSE, NULL },
	[CSV_MANAGER] = { "manager", ALSO { "managerid", "reportsto", "supervisor", "linemanager", NULL }, FALSE, NULL },
	[CSV_SITE] = { "site", ALSO { "location", "office", "city", NULL }, FALSE, NULL },
	[CSV_ZONE] = { "zone", ALSO { "timezone", "tz", NULL }, FALSE, check_zone },
	[CSV_HOURS] = { "hours", ALSO { "workinghours", "workhours", "officehours", NULL }, FALSE, check_hours },
	[CSV_LANGUAGE] = { "language", ALSO { "lang", "preferredlanguage", "locale", NULL }, FALSE, check_language },
	[CSV_SKILLS] = { "skills", ALSO { "skill", "teaches", "offers", "knows", NULL }, FALSE, NULL },
	[CSV_WISHES] = { "wishes", ALSO { "wish", "wants", "interests", "learns", "topics", NULL }, FALSE, NULL },
	[CSV_TRADITIONAL_MENTOR] = { "traditional_mentor", ALSO { "traditionalmentor", "mentor", "mentorid", NULL }, FALSE,
	                             NULL },
	[CSV_CALENDAR] = { "calendar", ALSO { "calendarurl", "calendaraddress", "freebusy", "freebusyurl", "ics", "icsurl",
	                                      "fburl", NULL }, FALSE, check_calendar },
	[CSV_ABSENT_UNTIL] = { "absent_until", ALSO { "absentuntil", "absent", "away", "awayuntil", "outofoffice", "back",
	                                              NULL }, FALSE, check_date },
};

enum csv_column
csv_column_named (const char *header)
{
	g_autoptr (GString) plain = g_string_new (NULL);

	for (const char *c = header; *c != '\0'; c = g_utf8_next_char (c))
		if (g_unichar_isalnum (g_utf8_get_char (c)))
			g_string_append_unichar (plain, g_unichar_tolower (g_utf8_get_char (c)));
	for (enum csv_column column = 0; column < CSV_N_COLUMNS; column++)
		if (g_str_equal (plain->str, csv_columns[column].name)
		    || g_strv_contains (csv_columns[column].synonyms, plain->str))
			return column;
	return CSV_N_COLUMNS;
}

char *
csv_column_meant (const char *header)
{
	const char *names[CSV_N_COLUMNS + 1] = { NULL };
	g_autofree char *small = g_utf8_strdown (header, -1);

	for (enum csv_column column = 0; column < CSV_N_COLUMNS; column++)
		names[column] = csv_columns[column].name;
	return rn_did_you_mean (small, names);
}

char *
csv_cell_clean (const char *cell)
{
	if (*cell == '\'' && cell[1] != '\0' && strchr ("=+-@\t\r", cell[1]) != NULL)
		cell++;

	GString *plain = g_string_new (NULL);
	gboolean space = FALSE;
	for (const char *c = cell; *c != '\0'; c = g_utf8_next_char (c)) {
		gunichar letter = g_utf8_get_char (c);
		if (g_unichar_isspace (letter) || g_unichar_iscntrl (letter)) {
			space = plain->len > 0;
			continue;
		}
		if (space)
			g_string_append_c (plain, ' ');
		space = FALSE;
		g_string_append_unichar (plain, letter);
	}
	return g_string_free (plain, FALSE);
}

char **
csv_cell_list (const char *cell)
{
	g_auto (GStrv) parts = g_strsplit (cell, ";", -1);
	g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
	gboolean any = FALSE;

	for (char **part = parts; *part != NULL; part++) {
		g_autofree char *clean = csv_cell_clean (*part);
		if (*clean == '\0')
			continue;
		g_strv_builder_add (builder, clean);
		any = TRUE;
	}
	return any ? g_strv_builder_end (builder) : NULL;
}

rn_time
csv_cell_date (const char *cell, const char *zone)
{
	if (*cell == '\0')
		return 0;
	g_autoptr (GTimeZone) local = *zone != '\0' ? g_time_zone_new_identifier (zone) : g_time_zone_new_utc ();
	g_autofree char *whole = strlen (cell) == 10 ? g_strconcat (cell, "T00:00:00", NULL) : g_strdup (cell);
	g_autoptr (GDateTime) moment = local != NULL ? g_date_time_new_from_iso8601 (whole, local) : NULL;

	return moment != NULL ? g_date_time_to_unix (moment) : 0;
}
