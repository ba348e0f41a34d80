#include "quote.h"

#include <string.h>

#include "hypertext.h"
#include "words.h"

/* "10:13 AM", or "10:13" where the day has 24 hours. */
static char *
clock_of (GDateTime *time, gboolean german)
{
	int hour = g_date_time_get_hour (time), minute = g_date_time_get_minute (time);
	if (german)
		return g_strdup_printf ("%02d:%02d", hour, minute);
	return g_strdup_printf ("%d:%02d %s", hour % 12 == 0 ? 12 : hour % 12, minute, hour < 12 ? "AM" : "PM");
}

static char *
outlook (const struct person *person, const struct letter *letter, GDateTime *time, const char *clock)
{
	int month = g_date_time_get_month (time), day = g_date_time_get_day_of_month (time), year = g_date_time_get_year (time);
	const char *weekday = words_weekday (person->german, g_date_time_get_day_of_week (time), FALSE);
	const char *rule = person->habits.phone ? "________________________________"
	                   : person->german     ? "-----Ursprüngliche Nachricht-----"
	                                        : "-----Original Message-----";
	if (person->german)
		return g_strdup_printf ("%s\nVon: %s <%s>\nGesendet: %s, %d. %s %d %s\nAn: %s <%s>\nBetreff: %s\n", rule,
		                        letter->from_name, letter->from, weekday, day, words_month (TRUE, month, FALSE), year,
		                        clock, person->name, person->address, letter->subject);
	return g_strdup_printf ("%s\nFrom: %s <%s>\nSent: %s, %s %d, %d %s\nTo: %s <%s>\nSubject: %s\n", rule, letter->from_name,
	                        letter->from, weekday, words_month (FALSE, month, FALSE), day, year, clock, person->name,
	                        person->address, letter->subject);
}

static char *
gmail (const struct person *person, const struct letter *letter, GDateTime *time, const char *clock)
{
	int month = g_date_time_get_month (time), day = g_date_time_get_day_of_month (time), year = g_date_time_get_year (time);
	const char *weekday = words_weekday (person->german, g_date_time_get_day_of_week (time), TRUE);
	if (person->german)
		return g_strdup_printf ("Am %s, %d. %s %d um %s Uhr schrieb %s <\n%s>:", weekday, day,
		                        words_month (TRUE, month, TRUE), year, clock, letter->from_name, letter->from);
	return g_strdup_printf ("On %s, %s %d, %d at %s %s <%s>\nwrote:", weekday, words_month (FALSE, month, TRUE), day, year,
	                        clock, letter->from_name, letter->from);
}

static char *
apple (const struct person *person, const struct letter *letter, GDateTime *time, const char *clock)
{
	int month = g_date_time_get_month (time), day = g_date_time_get_day_of_month (time), year = g_date_time_get_year (time);
	if (person->german)
		return g_strdup_printf ("Am %02d.%02d.%d um %s schrieb %s <%s>:", day, month, year, clock, letter->from_name,
		                        letter->from);
	return g_strdup_printf ("On %s %d, %d, at %s, %s <%s> wrote:", words_month (FALSE, month, TRUE), day, year, clock,
	                        letter->from_name, letter->from);
}

static char *
thunderbird (const struct person *person, const struct letter *letter, GDateTime *time, const char *clock)
{
	int month = g_date_time_get_month (time), day = g_date_time_get_day_of_month (time), year = g_date_time_get_year (time);
	if (person->german)
		return g_strdup_printf ("Am %02d.%02d.%02d um %s schrieb %s:", day, month, year % 100, clock, letter->from_name);
	return g_strdup_printf ("On %d/%d/%02d %s, %s wrote:", month, day, year % 100, clock, letter->from_name);
}

char *
quote_attribution (const struct person *person, const struct letter *letter)
{
	static char *(*const styles[CLIENTS]) (const struct person *, const struct letter *, GDateTime *, const char *) = {
		[CLIENT_OUTLOOK] = outlook, [CLIENT_GMAIL] = gmail, [CLIENT_APPLE] = apple, [CLIENT_THUNDERBIRD] = thunderbird,
	};
	g_autoptr (GDateTime) time = person_local (person, letter->date);
	g_autofree char *clock = clock_of (time, person->german);
	return styles[person->habits.client](person, letter, time, clock);
}

/* Each line with "> " before it. */
static void
quote_lines (GString *text, const char *lines)
{
	for (const char *end; *lines != '\0'; lines = end + (*end == '\n')) {
		end = strchrnul (lines, '\n');
		g_string_append (text, *lines == '>' || end == lines ? ">" : "> ");
		g_string_append_len (text, lines, end - lines);
		g_string_append_c (text, '\n');
	}
}

char *
quote_below (const struct person *person, const struct letter *letter, const char *words)
{
	g_autofree char *attribution = quote_attribution (person, letter);
	GString *text = g_string_new (NULL);
	if (!person->habits.bottom)
		g_string_append_printf (text, "%s\n\n", words);
	switch (person->habits.client) {
	case CLIENT_OUTLOOK:
		g_string_append_printf (text, "%s\n%s", attribution, letter->text);
		break;
	case CLIENT_APPLE:
		quote_lines (text, attribution);
		g_string_append (text, "> \n");
		quote_lines (text, letter->text);
		break;
	default:
		g_string_append_printf (text, "%s\n%s", attribution, person->habits.client == CLIENT_GMAIL ? "\n" : "");
		quote_lines (text, letter->text);
	}
	if (person->habits.bottom)
		g_string_append_printf (text, "\n%s\n", words);
	return g_string_free (text, FALSE);
}

/* Before and after the attribution, and before and after the quoted text. */
static const char *const frames[CLIENTS][4] = {
	[CLIENT_OUTLOOK] = { "<div><div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm\">"
	                     "<p class=\"MsoNormal\">", "</p></div></div>\n", "<p class=\"MsoNormal\">", "</p>" },
	[CLIENT_GMAIL] = { "<div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">", "<br></div>\n",
	                   "<blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex;"
	                   "border-left:1px solid rgb(204,204,204);padding-left:1ex\">", "</blockquote></div>" },
	[CLIENT_APPLE] = { "<br><blockquote type=\"cite\"><div>", "</div><br>\n", "<div>", "</div></blockquote>" },
	[CLIENT_THUNDERBIRD] = { "<div class=\"moz-cite-prefix\">", "<br></div>\n", "<blockquote type=\"cite\">",
	                         "</blockquote>" },
};

char *
quote_html (const struct person *person, const struct letter *letter, const char *words)
{
	static const char *const openings[CLIENTS] = {
		[CLIENT_OUTLOOK] = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style><!--\n"
		                   "p.MsoNormal {margin:0cm; font-size:11.0pt;}\n--></style></head><body lang=\"EN-GB\">"
		                   "<div class=\"WordSection1\"><p class=\"MsoNormal\">",
		[CLIENT_GMAIL] = "<div dir=\"ltr\">",
		[CLIENT_APPLE] = "<html><head></head><body style=\"overflow-wrap: break-word;\"><div>",
		[CLIENT_THUNDERBIRD] = "<!DOCTYPE html>\n<html><body><p>",
	};
	static const char *const middles[CLIENTS] = { "</p>\n", "</div><br>\n", "</div>\n", "</p>\n" };
	static const char *const closings[CLIENTS] = { "</div></body></html>\n", "\n", "</body></html>\n", "</body></html>\n" };
	const char *const *frame = frames[person->habits.client];
	g_autofree char *own = hypertext_from_words (words);
	GString *html = g_string_new (openings[person->habits.client]);
	g_string_append_printf (html, "%s%s", own, middles[person->habits.client]);
	if (letter != NULL) {
		g_autofree char *plain = quote_attribution (person, letter);
		g_autofree char *attribution = hypertext_from_words (plain), *quoted = hypertext_from_words (letter->text);
		g_string_append_printf (html, "%s%s%s%s%s%s", frame[0], attribution, frame[1], frame[2], quoted, frame[3]);
	}
	g_string_append (html, closings[person->habits.client]);
	return g_string_free (html, FALSE);
}
