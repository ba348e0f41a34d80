#include "unit.h"

#include <string.h>

#include "clock.h"
#include "tokens.h"
#include "when.h"

/* All are written on Wednesday 2026-03-11 at 10:00 in Berlin (+01:00, summer time from
 * the 29th on), unless the row says another zone. `found` is the start, "/", the end in
 * local time; a whole day is its date, an instant stands alone; "not " where it is
 * excluded, "?" behind it where it is ambiguous. */
static const struct {
	const char *language, *text, *found, *zone;
} dates[] = {
	/* feasts: Easter is on 5 April 2026, the fourth Thursday of November the 26th */
	{ "en", "on Thanksgiving", "2026-11-26", NULL },
	{ "en", "after Thanksgiving", "2026-11-27/", NULL },
	{ "de", "nach Christi Himmelfahrt", "2026-05-15/", NULL },
	{ "de", "an Auffahrt", "2026-05-14", NULL },
	{ "de", "am Pfingstmontag", "2026-05-25", NULL },
	{ "de", "an Fronleichnam", "2026-06-04", NULL },
	{ "fr", "après la Toussaint", "2026-11-02/", NULL },
	{ "es", "el Viernes Santo", "2026-04-03", NULL },
	{ "it", "dopo Ferragosto", "2026-08-16/", NULL },
	{ "nl", "na Hemelvaart", "2026-05-15/", NULL },
	{ "pt", "depois do carnaval", "2027-02-10/", NULL },
	/* weekdays */
	{ "en", "Tuesday", "2026-03-17", NULL },
	{ "en", "on Thursday please", "2026-03-12", NULL },
	{ "en", "next Tuesday", "2026-03-17", NULL },
	{ "en", "next Friday", "2026-03-20", NULL },
	{ "en", "this Friday", "2026-03-13", NULL },
	{ "en", "Wednesday", "2026-03-18", NULL },
	{ "en", "last Friday", "", NULL },
	{ "en", "Monday morning", "2026-03-16 08:00/2026-03-16 12:00", NULL },
	{ "en", "Tuesday after 3", "2026-03-17 15:00/2026-03-18 00:00", NULL },
	{ "en", "Tuesday at 3", "2026-03-17 15:00", NULL },
	{ "en", "Tue 17 March", "2026-03-17", NULL },
	{ "en", "from Monday to Wednesday", "2026-03-16/2026-03-18", NULL },
	{ "en", "Tuesday next week", "2026-03-17", NULL },
	{ "en", "not on Tuesdays", "not 2026-03-17", NULL },
	{ "en", "I can't do Tuesday", "not 2026-03-17", NULL },
	{ "en", "Tuesday doesn't work", "not 2026-03-17", NULL },
	{ "en", "Tuesday, not Wednesday", "2026-03-17", NULL },
	{ "de", "nächsten Dienstag", "2026-03-17", NULL },
	{ "de", "Dienstag um 15 Uhr", "2026-03-17 15:00", NULL },
	{ "de", "am Dienstag nach 15 Uhr", "2026-03-17 15:00/2026-03-18 00:00", NULL },
	{ "de", "Dienstagnachmittag", "2026-03-17 12:00/2026-03-17 18:00", NULL },
	{ "de", "Montag früh", "2026-03-16 08:00/2026-03-16 12:00", NULL },
	{ "de", "Di. 17.3.", "2026-03-17", NULL },
	{ "de", "nicht dienstags", "not 2026-03-17", NULL },
	{ "de", "Dienstag geht leider nicht", "not 2026-03-17", NULL },
	{ "fr", "mardi prochain", "2026-03-17", NULL },
	{ "fr", "mardi à 15h30", "2026-03-17 15:30", NULL },
	{ "fr", "pas le mardi", "not 2026-03-17", NULL },
	{ "fr", "lundi matin", "2026-03-16 08:00/2026-03-16 12:00", NULL },
	{ "es", "el martes que viene", "2026-03-17", NULL },
	{ "es", "el próximo martes a las 3", "2026-03-17 15:00", NULL },
	{ "es", "el lunes por la mañana", "2026-03-16 08:00/2026-03-16 12:00", NULL },
	{ "it", "martedì prossimo", "2026-03-17", NULL },
	{ "it", "martedì alle 15", "2026-03-17 15:00", NULL },
	{ "it", "lunedì mattina", "2026-03-16 08:00/2026-03-16 12:00", NULL },
	{ "nl", "volgende dinsdag", "2026-03-17", NULL },
	{ "nl", "komende vrijdag", "2026-03-13", NULL },
	{ "nl", "dinsdag om half drie", "2026-03-17 14:30", NULL },
	{ "nl", "niet op dinsdag", "not 2026-03-17", NULL },
	{ "pt", "na próxima terça-feira", "2026-03-17", NULL },
	{ "pt", "terça às 15h", "2026-03-17 15:00", NULL },
	{ "pt", "quarta às 15", "2026-03-18 15:00", NULL },
	{ "en", "Monday 8 in the morning", "2026-03-16 08:00", NULL },
	{ "en", "Tuesday 2ish", "2026-03-17 14:00", NULL },
	{ "en", "Tuesday after lunch", "2026-03-17 12:00/2026-03-17 18:00", NULL },
	{ "en", "Tuesday week", "2026-03-24", NULL },
	{ "de", "Dienstag in einer Woche um 9 Uhr", "2026-03-24 09:00", NULL },
	{ "de", "Dienstag nach dem Mittagessen", "2026-03-17 12:00/2026-03-17 18:00", NULL },
	{ "fr", "mardi en huit", "2026-03-24", NULL },
	{ "nl", "dinsdag over een week", "2026-03-24", NULL },
	{ "pt", "quarta está bom", "2026-03-18", NULL },
	{ "pt", "segunda de manhã", "2026-03-16 08:00/2026-03-16 12:00", NULL },
	/* relative days and spans */
	{ "en", "tomorrow", "2026-03-12", NULL },
	{ "en", "the day after tomorrow at 9:15", "2026-03-13 09:15", NULL },
	{ "en", "in two weeks", "2026-03-25", NULL },
	{ "en", "two weeks from now", "2026-03-25", NULL },
	{ "en", "two weeks ago", "", NULL },
	{ "en", "in 2 hours", "2026-03-11 12:00", NULL },
	{ "en", "next week", "2026-03-16/2026-03-22", NULL },
	{ "en", "this week", "2026-03-09/2026-03-15", NULL },
	{ "en", "next month", "2026-04-01/2026-04-30", NULL },
	{ "en", "next year", "2027-01-01/2027-12-31", NULL },
	{ "en", "ask me in May", "2026-05-01/2026-05-31", NULL },
	{ "en", "in January", "2027-01-01/2027-01-31", NULL },
	{ "en", "at the end of March", "2026-03-21/2026-03-31", NULL },
	{ "en", "week 14", "2026-03-30/2026-04-05", NULL },
	{ "en", "I may come", "", NULL },
	{ "de", "übermorgen", "2026-03-13", NULL },
	{ "de", "morgen Vormittag", "2026-03-12 08:00/2026-03-12 12:00", NULL },
	{ "de", "in zwei Wochen", "2026-03-25", NULL },
	{ "de", "in 14 Tagen", "2026-03-25", NULL },
	{ "de", "nächste Woche", "2026-03-16/2026-03-22", NULL },
	{ "de", "Montag nächster Woche", "2026-03-16", NULL },
	{ "de", "nächsten Monat", "2026-04-01/2026-04-30", NULL },
	{ "de", "KW 14", "2026-03-30/2026-04-05", NULL },
	{ "de", "im Mai", "2026-05-01/2026-05-31", NULL },
	{ "de", "Ende April", "2026-04-21/2026-04-30", NULL },
	{ "fr", "la semaine prochaine", "2026-03-16/2026-03-22", NULL },
	{ "fr", "dans deux semaines", "2026-03-25", NULL },
	{ "fr", "le mois prochain", "2026-04-01/2026-04-30", NULL },
	{ "fr", "demain après-midi", "2026-03-12 12:00/2026-03-12 18:00", NULL },
	{ "es", "la semana que viene", "2026-03-16/2026-03-22", NULL },
	{ "es", "dentro de dos semanas", "2026-03-25", NULL },
	{ "es", "mañana por la tarde", "2026-03-12 12:00/2026-03-12 18:00", NULL },
	{ "it", "la prossima settimana", "2026-03-16/2026-03-22", NULL },
	{ "it", "tra due settimane", "2026-03-25", NULL },
	{ "it", "domani pomeriggio", "2026-03-12 12:00/2026-03-12 18:00", NULL },
	{ "nl", "volgende week", "2026-03-16/2026-03-22", NULL },
	{ "nl", "over twee weken", "2026-03-25", NULL },
	{ "nl", "volgende maand", "2026-04-01/2026-04-30", NULL },
	{ "pt", "na próxima semana", "2026-03-16/2026-03-22", NULL },
	{ "pt", "daqui a duas semanas", "2026-03-25", NULL },
	{ "pt", "depois de amanhã", "2026-03-13", NULL },
	{ "de", "übernächste Woche", "2026-03-23/2026-03-29", NULL },
	{ "en", "the week after next", "2026-03-23/2026-03-29", NULL },
	{ "en", "next quarter", "2026-04-01/2026-06-30", NULL },
	{ "en", "in the week of 23 March", "2026-03-23/2026-03-29", NULL },
	{ "de", "in der Woche vom 23.3.", "2026-03-23/2026-03-29", NULL },
	{ "en", "not before April", "2026-04-01/", NULL },
	{ "de", "nicht nach 15 Uhr", "2026-03-11 00:00/2026-03-11 15:00", NULL },
	{ "en", "after Easter", "2026-04-07/", NULL },
	{ "de", "im Herbst", "2026-09-01/2026-11-30", NULL },
	{ "fr", "cet été", "2026-06-01/2026-08-31", NULL },
	{ "nl", "na de zomer", "2026-09-01/", NULL },
	{ "fr", "le 24", "2026-03-24", NULL },
	{ "fr", "le 2", "", NULL },
	/* dates */
	{ "en", "12 March", "2026-03-12", NULL },
	{ "en", "March 12th", "2026-03-12", NULL },
	{ "en", "on the 12th of May 2027", "2027-05-12", NULL },
	{ "en", "May 12, 2026 at 3pm", "2026-05-12 15:00", NULL },
	{ "en", "2026-04-02", "2026-04-02", NULL },
	{ "en", "2026-04-02T09:30", "2026-04-02 09:30", NULL },
	{ "en", "5 January", "2027-01-05", NULL },
	{ "en", "5-9 May", "2026-05-05/2026-05-09", NULL },
	{ "en", "May 5-9", "2026-05-05/2026-05-09", NULL },
	{ "en", "May 5th to the 9th, 2026", "2026-05-05/2026-05-09", NULL },
	{ "en", "from 5 to 9 May", "2026-05-05/2026-05-09", NULL },
	{ "it", "dal giorno 5 al giorno 9 maggio", "2026-05-05/2026-05-09", NULL },
	{ "pt", "entre os dias 5 e 9 de maio", "2026-05-05/2026-05-09", NULL },
	{ "es", "el día 5 de mayo", "2026-05-05", NULL },
	{ "it", "dal 5 al 9 maggio", "2026-05-05/2026-05-09", NULL },
	{ "en", "from today until Friday", "2026-03-11/2026-03-13", NULL },
	{ "en", "Monday 16 March - Friday 20 March", "2026-03-16/2026-03-20", NULL },
	{ "fr", "du lundi 16 mars au vendredi 20 mars", "2026-03-16/2026-03-20", NULL },
	{ "en", "9 May 8:00 to 20 May 17:00", "2026-05-09 08:00", NULL },
	{ "de", "05.05.-09.05.", "2026-05-05/2026-05-09", NULL },
	{ "de", "am Dienstag, den 17. März", "2026-03-17", NULL },
	{ "en", "3/12/2026", "2026-03-12", "America/New_York" },
	{ "en", "3/12/2026", "2026-12-03", "Europe/London" },
	{ "en", "3/12/2026", "2026-12-03?", "UTC" },
	{ "en", "13/12/2026", "2026-12-13", "UTC" },
	{ "", "3/4/2026", "2026-04-03?", NULL },
	{ "", "2026-04-03", "2026-04-03", NULL },
	{ "de", "12. März", "2026-03-12", NULL },
	{ "de", "am 12.5.", "2026-05-12", NULL },
	{ "de", "12.05.2026 um 14:30 Uhr", "2026-05-12 14:30", NULL },
	{ "de", "vom 5. bis 9. Mai", "2026-05-05/2026-05-09", NULL },
	{ "de", "nach dem 12. März", "2026-03-13/", NULL },
	{ "de", "ab Montag", "2026-03-16/", NULL },
	{ "fr", "le 12 mai", "2026-05-12", NULL },
	{ "fr", "le 1er avril", "2026-04-01", NULL },
	{ "fr", "du 5 au 9 mai", "2026-05-05/2026-05-09", NULL },
	{ "fr", "12/05/2026", "2026-05-12", NULL },
	{ "es", "el 12 de mayo de 2026", "2026-05-12", NULL },
	{ "es", "del 5 al 9 de mayo", "2026-05-05/2026-05-09", NULL },
	{ "it", "il 12 maggio", "2026-05-12", NULL },
	{ "nl", "12 mei", "2026-05-12", NULL },
	{ "nl", "op 12-05-2026", "2026-05-12", NULL },
	{ "pt", "12 de maio", "2026-05-12", NULL },
	{ "pt", "dia 12 de maio às 15h30", "2026-05-12 15:30", NULL },
	/* times */
	{ "en", "3pm", "2026-03-11 15:00", NULL },
	{ "en", "3:30 p.m.", "2026-03-11 15:30", NULL },
	{ "en", "after 3", "2026-03-11 15:00/2026-03-12 00:00", NULL },
	{ "en", "between 2 and 4", "2026-03-11 14:00/2026-03-11 16:00", NULL },
	{ "en", "2-4pm tomorrow", "2026-03-12 14:00/2026-03-12 16:00", NULL },
	{ "en", "half past two", "2026-03-11 14:30", NULL },
	{ "en", "quarter to three", "2026-03-11 14:45", NULL },
	{ "en", "at noon", "2026-03-11 12:00", NULL },
	{ "en", "9:00", "2026-03-12 09:00", NULL },
	{ "en", "before 11", "2026-03-11 00:00/2026-03-11 11:00", NULL },
	{ "de", "halb drei", "2026-03-11 14:30", NULL },
	{ "de", "nach 15 Uhr", "2026-03-11 15:00/2026-03-12 00:00", NULL },
	{ "de", "zwischen 14 und 16 Uhr", "2026-03-11 14:00/2026-03-11 16:00", NULL },
	{ "de", "14-16 Uhr", "2026-03-11 14:00/2026-03-11 16:00", NULL },
	{ "de", "um 15.30 Uhr", "2026-03-11 15:30", NULL },
	{ "de", "am Nachmittag", "2026-03-11 12:00/2026-03-11 18:00", NULL },
	{ "de", "Viertel nach zwei", "2026-03-11 14:15", NULL },
	{ "fr", "après 15h", "2026-03-11 15:00/2026-03-12 00:00", NULL },
	{ "fr", "entre 14h et 16h", "2026-03-11 14:00/2026-03-11 16:00", NULL },
	{ "fr", "trois heures et demie demain", "2026-03-12 15:30", NULL },
	{ "es", "a las dos y media", "2026-03-11 14:30", NULL },
	{ "es", "después de las 15:00", "2026-03-11 15:00/2026-03-12 00:00", NULL },
	{ "it", "dopo le 15", "2026-03-11 15:00/2026-03-12 00:00", NULL },
	{ "it", "dalle 14 alle 16", "2026-03-11 14:00/2026-03-11 16:00", NULL },
	{ "nl", "na 15 uur", "2026-03-11 15:00/2026-03-12 00:00", NULL },
	{ "nl", "tussen 2 en 4", "2026-03-11 14:00/2026-03-11 16:00", NULL },
	{ "pt", "depois das 15h", "2026-03-11 15:00/2026-03-12 00:00", NULL },
	{ "pt", "entre as 14h e as 16h", "2026-03-11 14:00/2026-03-11 16:00", NULL },
	/* nothing */
	{ "en", "I have two children.", "", NULL },
	{ "en", "2", "", NULL },
	{ "en", "topics 1 and 3", "", NULL },
	{ "de", "So machen wir das.", "", NULL },
	{ "de", "2, 3 und 5", "", NULL },
	{ "fr", "oui", "", NULL },
	{ "es", "2 o 3", "", NULL },
	/* ranges with one month, in numbers and words */
	{ "en", "from 9th to 13th of March", "2026-03-09/2026-03-13", NULL },
	{ "en", "from the 16th to the 20th of March", "2026-03-16/2026-03-20", NULL },
	{ "de", "vom 02.-13.03.2026", "2026-03-02/2026-03-13", NULL },
	{ "de", "2. – 13. März", "2026-03-02/2026-03-13", NULL },
	{ "de", "vom 16. bis zum 20.3.", "2026-03-16/2026-03-20", NULL },
	{ "fr", "du 9 au 13 mars", "2026-03-09/2026-03-13", NULL },
	{ "es", "del 9 al 13 de marzo", "2026-03-09/2026-03-13", NULL },
	{ "it", "dal 9 al 13 marzo", "2026-03-09/2026-03-13", NULL },
	{ "nl", "van 9 tot en met 13 maart", "2026-03-09/2026-03-13", NULL },
	{ "pt", "de 9 a 13 de março", "2026-03-09/2026-03-13", NULL },
	{ "it", "dal 9 marzo", "2026-03-09/", NULL },
	{ "en", "the second half of April", "2026-04-16/2026-04-30", NULL },
	{ "de", "erste Woche im April", "2026-04-01/2026-04-07", NULL },
	{ "de", "am 3. oder 4. Mai", "2026-05-03", NULL },
	{ "de", "heute in zwei Wochen", "2026-03-25", NULL },
	{ "nl", "pas vanaf april", "2026-04-01/", NULL },
	/* one day tells the order of another */
	{ "en", "3/2/2026 to 3/13/2026", "2026-03-02/2026-03-13", NULL },
	{ "en", "2/3/2026 to 13/3/2026", "2026-03-02/2026-03-13", NULL },
	/* what can only be a day needs no year */
	{ "en", "16/3", "2026-03-16", NULL },
	{ "en", "3/16 at 4:15 PM", "2026-03-16 16:15", NULL },
	{ "en", "3/4", "", NULL },
	{ "en", "I am here 24/7", "", NULL },
	{ "nl", "dinsdag 17-3", "2026-03-17", NULL },
	/* clocks in words and with a zone */
	{ "en", "tomorrow at 9am GMT", "2026-03-12 10:00", NULL },
	{ "en", "tomorrow at 9am EST", "2026-03-12 15:00", NULL },
	{ "en", "tomorrow 15:00 UTC+2", "2026-03-12 14:00", NULL },
	{ "de", "morgen um zehn vor drei", "2026-03-12 14:50", NULL },
	{ "de", "morgen dreiviertel neun", "2026-03-12 08:45", NULL },
	{ "de", "morgen um vierzehn Uhr", "2026-03-12 14:00", NULL },
	{ "fr", "demain à quinze heures", "2026-03-12 15:00", NULL },
	{ "en", "in a fortnight", "2026-03-25", NULL },
	{ "fr", "dans quinze jours", "2026-03-25", NULL },
	{ "fr", "dans 15 jours", "2026-03-26", NULL },
	{ "en", "any day but Monday", "not 2026-03-16", NULL },
	{ "pt", "a segunda opção", "", NULL },
	{ "pt", "de segunda a quarta", "2026-03-16/2026-03-18", NULL },
	/* the hour that the clock skips and the summer time behind it */
	{ "de", "am 29.3. um 9 Uhr", "2026-03-29 09:00", NULL },
	{ "de", "am 30.3. um 9 Uhr", "2026-03-30 09:00", NULL },
};

static char *
local (rn_time at, GTimeZone *zone)
{
	g_autoptr (GDateTime) time = rn_time_local (at, zone);

	return g_date_time_format (time, "%Y-%m-%d %H:%M");
}

static gboolean
is_midnight (const char *text)
{
	return g_str_has_suffix (text, " 00:00");
}

static char *
describe (const struct rn_when *when, GTimeZone *zone)
{
	g_autofree char *start = local (when->start, zone), *end = when->end > 0 ? local (when->end, zone) : g_strdup ("");
	g_autofree char *last = when->end > 0 ? local (when->end - 1, zone) : g_strdup ("");
	GString *text = g_string_new (when->is_excluded ? "not " : "");

	if (is_midnight (start) && !when->has_time && (is_midnight (end) || when->end == 0)) {
		g_string_append_len (text, start, 10);
		if (strncmp (start, last, 10) != 0)
			g_string_append_printf (text, "/%.10s", last);
	} else {
		g_string_append (text, start);
		if (when->end != when->start)
			g_string_append_printf (text, "/%s", end);
	}
	return g_string_free (g_string_append (text, when->is_ambiguous ? "?" : ""), FALSE);
}

START_TEST (date_is_found)
{
	g_autoptr (GTimeZone) zone = rn_zone (dates[_i].zone != NULL ? dates[_i].zone : "Europe/Berlin", NULL);
	struct rn_when when = { 0 };
	rn_time written = 0;
	g_autofree char *found = NULL;

	ck_assert (rn_time_parse ("2026-03-11T09:00:00Z", &written, NULL));
	if (rn_when_find (dates[_i].text, 0, dates[_i].language, written, zone, &when))
		found = describe (&when, zone);
	ck_assert_msg (g_strcmp0 (found != NULL ? found : "", dates[_i].found) == 0, "%s “%s”: %s instead of %s",
	               dates[_i].language, dates[_i].text, found, dates[_i].found);
}
END_TEST

START_TEST (several_dates_are_found_one_after_another)
{
	g_autoptr (GTimeZone) zone = rn_zone ("Europe/Berlin", NULL);
	const char *text = "Tuesday at 3, Wednesday morning or the 20th of March";
	const char *const wanted[] = { "2026-03-17 15:00", "2026-03-18 08:00/2026-03-18 12:00", "2026-03-20" };
	struct rn_when when = { 0 };
	gsize from = 0;
	rn_time written = 0;

	ck_assert (rn_time_parse ("2026-03-11T09:00:00Z", &written, NULL));
	for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++) {
		ck_assert_msg (rn_when_find (text, from, "en", written, zone, &when), "%s", wanted[i]);
		g_autofree char *found = describe (&when, zone);
		ck_assert_str_eq (found, wanted[i]);
		from = when.at + when.length;
	}
	ck_assert (!rn_when_find (text, from, "en", written, zone, &when));
}
END_TEST

/* Days, and weeks, of one list. */
START_TEST (list_goes_on)
{
	static const struct {
		const char *language, *text, *second;
	} lists[] = {
		{ "de", "am 17. oder 18.", "2026-03-18" },
		{ "de", "am 3. oder 4. Mai", "2026-05-04" },
		{ "de", "KW 13 oder 14", "2026-03-30/2026-04-05" },
		{ "en", "on the 17th or 18th", "2026-03-18" },
	};
	g_autoptr (GTimeZone) zone = rn_zone ("Europe/Berlin", NULL);
	rn_time written = 0;

	ck_assert (rn_time_parse ("2026-03-11T09:00:00Z", &written, NULL));
	for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
		struct rn_tokens tokens;
		struct rn_when when = { 0 };
		gsize word = 0;
		rn_tokens_init (&tokens, lists[i].text, strlen (lists[i].text));
		ck_assert_msg (rn_when_find_in (&tokens, &word, lists[i].language, written, zone, &when), "%s", lists[i].text);
		ck_assert_msg (rn_when_find_in (&tokens, &word, lists[i].language, written, zone, &when), "%s: the second",
		               lists[i].text);
		g_autofree char *found = describe (&when, zone);
		ck_assert_str_eq (found, lists[i].second);
		rn_tokens_clear (&tokens);
	}
}
END_TEST

static Suite *
suite (void)
{
	Suite *suite = suite_create ("when");
	TCase *tests = tcase_create ("when");

	tcase_add_loop_test (tests, date_is_found, 0, G_N_ELEMENTS (dates));
	tcase_add_test (tests, list_goes_on);
	tcase_add_test (tests, several_dates_are_found_one_after_another);
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (suite ())
