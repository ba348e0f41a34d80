#include "unit.h"

#include "absence.h"
#include "clock.h"

#define WRITTEN 1772438400 /* Monday, 2 March 2026, 09:00 in Berlin */

/* Dates as people announce them; a day of return counts from its first second, a last
 * day of absence to its last. */
static const struct {
	const char *language, *text, *from, *until;
} rows[] = {
	{ "en", "I'm away from Monday, 9 March to Friday, 13 March. I'll be back on Monday 16 March.", "2026-03-09",
	  "2026-03-13" },
	{ "en", "I am out today and will be back tomorrow.", "2026-03-02", "2026-03-03" },
	{ "en", "I will be out of the office starting March 9 and will not return until 03/17/2026.", "2026-03-09",
	  "2026-03-17" },
	{ "en", "I am on parental leave until September 2026.", "", "2026-09-30" },
	{ "en", "I'm out of the office next week.", "2026-03-09", "2026-03-15" },
	{ "en", "I'm on leave 9-13 March and return on Monday.", "2026-03-09", "2026-03-13" },
	{ "en", "I will reply after March 13.", "", "2026-03-14" },
	{ "en", "I am out of the office on 5 March.", "2026-03-05", "2026-03-05" },
	{ "en", "Out since 23 February, no access to mail until 6 March 2026.", "2026-02-23", "2026-03-06" },
	{ "en", "Founded on 1 January 1998, we answer within a day.", "", "" },
	{ "en", "I am away.", "", "" },
	{ "en", "I don't work on Fridays. I am out of office until 16 March.", "", "2026-03-16" },
	{ "fr", "Je suis absente à partir du 9 mars 2026.", "2026-03-09", "" },
	{ "pt", "Estarei de férias de 9 a 13 de março de 2026, regressando no dia 16.", "2026-03-09", "2026-03-13" },
	{ "de", "Ich bin vom 9. bis 13. März nicht im Haus.", "2026-03-09", "2026-03-13" },
	{ "de", "Ich bin bis einschließlich Freitag, den 13.03. nicht erreichbar.", "", "2026-03-13" },
	{ "de", "Ab Montag, 16.3., bin ich wieder für Sie da", "", "2026-03-16" },
	{ "de", "Ich befinde mich bis 13. März im Urlaub und bin ab 16. März zurück.", "", "2026-03-13" },
	{ "de", "Rückkehr: 16.03.2026", "", "2026-03-16" },
	{ "fr", "Je serai absente du 9 au 13 mars 2026.", "2026-03-09", "2026-03-13" },
	{ "fr", "Je suis en congé maternité jusqu'à fin septembre.", "", "2026-09-30" },
	{ "fr", "Je reviens lundi 16 mars.", "", "2026-03-16" },
	{ "es", "Estaré ausente desde el 9 de marzo hasta el 13 de marzo.", "2026-03-09", "2026-03-13" },
	{ "es", "Vuelvo el 16 de marzo.", "", "2026-03-16" },
	{ "it", "Sarò assente fino al 13 marzo compreso.", "", "2026-03-13" },
	{ "it", "Torno in ufficio lunedì 16 marzo.", "", "2026-03-16" },
	{ "nl", "Ik ben afwezig t/m 13 maart 2026.", "", "2026-03-13" },
	{ "nl", "Ik ben terug op maandag 16 maart.", "", "2026-03-16" },
	{ "pt", "Estarei ausente até ao dia 13 de março, inclusive.", "", "2026-03-13" },
	{ "pt", "Retorno no dia 16/03/2026.", "", "2026-03-16" },
	{ "en", "Back on 12 March. The hotline is open until 27 March.", "", "2026-03-12" },
	{ "en", "Back on 12 March; send invoices by 27 March.", "", "2026-03-12" },
	{ "en", "I'll be back by 12 March.", "", "2026-03-12" },
	{ "en", "Closed for Easter from April 3 through April 7.", "2026-04-03", "2026-04-07" },
	{ "en", "I am away from 03/02/2026 to 03/18/2026.", "2026-03-02", "2026-03-18" },
	{ "en", "I am away from 03/02/2026 to 03/09/2026.", "2026-03-02", "2026-03-09" }, /* not from February on */
	{ "en", "I am away from 02/03/2026 to 12/03/2026.", "2026-03-02", "2026-03-12" },
	{ "en", "Out of office\n\nFrom: 09/03/2026 08:00\nTo: 20/03/2026 17:00", "2026-03-09", "2026-03-20" },
	{ "en", "Away from Monday 9 March until Friday 20 March.", "2026-03-09", "2026-03-20" },
	{ "de", "Ihre Nachricht erreicht mich erst am Montag.", "", "2026-03-09" },
	{ "en", "I am travelling this week (2-6 March).", "2026-03-02", "2026-03-06" },
	{ "en", "The office is closed and will re-open on Monday 16 March.", "", "2026-03-16" },
	{ "en", "I am not available from the 1st until the 20th.", "2026-03-01", "2026-03-20" },
	{ "fr", "Je vous répondrai dès demain.", "", "2026-03-03" },
	{ "en", "I am away until the end of next week.", "", "2026-03-15" },
	{ "en", "I am not in the office until mid April.", "", "2026-04-20" },
	{ "de", "Ich bin nicht da bis Ende März.", "", "2026-03-31" },
	{ "fr", "Je ne suis pas disponible avant le 23 mars.", "", "2026-03-23" },
	{ "fr", "Je ne suis pas au bureau jusqu'à fin mars.", "", "2026-03-31" },
	{ "en", "I am away 3/9/26 - 3/20/26.", "2026-03-09", "2026-03-20" },
	{ "en", "Out 3/9 to 3/20, and our desk is open 24/7.", "2026-03-09", "2026-03-20" },
	{ "ja", "3/9(月)から3/20(金)まで出張のため不在です。", "2026-03-09", "2026-03-20" },
	{ "pt", "Estarei de férias de 09/03/2026 a 20/03/2026. Retornarei no dia 23/03.", "2026-03-09", "2026-03-20" },
	{ "de", "Urlaub 02.03.-13.03.", "2026-03-02", "2026-03-13" },
	{ "it", "Sarò in ferie dal 9 al 17 marzo.", "2026-03-09", "2026-03-17" },
	{ "pl", "Jestem nieobecny od 9 do 20 marca, wracam 23 marca.", "2026-03-09", "2026-03-20" },
	{ "pl", "Wracam 23 marca 2026 r.", "", "2026-03-23" },
	{ "cs", "Jsem mimo kancelář od 9. do 20. března.", "2026-03-09", "2026-03-20" },
	{ "hu", "2026. március 9-től március 20-ig szabadságon vagyok.", "2026-03-09", "2026-03-20" },
	{ "fi", "Olen lomalla 20. maaliskuuta asti.", "", "2026-03-20" },
	{ "sv", "Jag är tillbaka den 23 mars.", "", "2026-03-23" },
	{ "da", "Jeg er på ferie fra den 9. marts til den 20. marts.", "2026-03-09", "2026-03-20" },
	{ "nb", "Jeg er tilbake 23. mars.", "", "2026-03-23" },
	{ "ro", "Sunt în concediu până pe 20 martie 2026.", "", "2026-03-20" },
	{ "tr", "20 Mart 2026 tarihine kadar ofis dışındayım.", "", "2026-03-20" },
	{ "ru", "Я в отпуске с 9 по 20 марта.", "2026-03-09", "2026-03-20" },
	{ "uk", "Я у відпустці до 20 березня.", "", "2026-03-20" },
	{ "el", "Απουσιάζω με άδεια έως 20 Μαρτίου 2026.", "", "2026-03-20" },
	{ "bg", "В отпуск съм от 9 до 20 март 2026 г.", "2026-03-09", "2026-03-20" },
	{ "he", "אני בחופשה עד 20.3.2026.", "", "2026-03-20" },
	{ "ar", "أنا خارج المكتب حتى 20/03/2026.", "", "2026-03-20" },
	{ "ca", "Estic de vacances fins al 20 de març.", "", "2026-03-20" },
	{ "hu", "Szabadságon vagyok március 9. és március 20. között.", "2026-03-09", "2026-03-20" },
	{ "ja", "3月20日まで休暇をいただいております。", "", "2026-03-20" },
	{ "ja", "３月２３日に戻ります。", "", "2026-03-23" },
	{ "zh", "我将于2026年3月9日至3月20日休假。", "2026-03-09", "2026-03-20" },
	{ "ko", "3월 20일까지 휴가입니다.", "", "2026-03-20" },
};

static char *
day_of (rn_time at)
{
	char *text = rn_time_text (at);
	if (*text != '\0')
		text[10] = '\0';
	return text;
}

START_TEST (dates_are_read)
{
	g_autoptr (GTimeZone) berlin = rn_zone ("Europe/Berlin", NULL);
	rn_time from, until;

	rn_absence_dates (rows[_i].text, rows[_i].language, WRITTEN, berlin, &from, &until);
	g_autofree char *first = day_of (from), *last = day_of (until);
	ck_assert_msg (g_str_equal (first, rows[_i].from), "“%s” starts %s", rows[_i].text, first);
	ck_assert_msg (g_str_equal (last, rows[_i].until), "“%s” ends %s", rows[_i].text, last);
}
END_TEST

START_TEST (whole_days_count)
{
	rn_time from, until;
	g_autoptr (GTimeZone) berlin = rn_zone ("Europe/Berlin", NULL);

	rn_absence_dates ("away until 13 March 2026", "en", WRITTEN, berlin, &from, &until);
	g_autofree char *last = rn_time_text (until);
	ck_assert_str_eq (last, "2026-03-13T23:59:59Z");
	rn_absence_dates ("back on 16 March 2026", "en", WRITTEN, berlin, &from, &until);
	g_autofree char *back = rn_time_text (until);
	ck_assert_str_eq (back, "2026-03-16T00:00:00Z");
}
END_TEST

START_TEST (without_a_date_of_writing_only_full_dates_count)
{
	rn_time from, until;
	g_autoptr (GTimeZone) berlin = rn_zone ("Europe/Berlin", NULL);

	rn_absence_dates ("back on Friday", "en", 0, berlin, &from, &until);
	ck_assert_int_eq (until, 0);
	rn_absence_dates ("back on 16 March 2026", "en", 0, berlin, &from, &until);
	g_autofree char *back = rn_time_text (until);
	ck_assert_str_eq (back, "2026-03-16T00:00:00Z");
}
END_TEST

static Suite *
suite (void)
{
	Suite *suite = suite_create ("absence");
	TCase *tests = tcase_create ("dates");
	tcase_add_loop_test (tests, dates_are_read, 0, G_N_ELEMENTS (rows));
	tcase_add_test (tests, whole_days_count);
	tcase_add_test (tests, without_a_date_of_writing_only_full_dates_count);
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (suite ())
