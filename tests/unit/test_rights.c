/* Requests for what is stored, and that it goes. */
#include "rights.h"
#include "unit.h"

static const struct {
	const char *text;
	enum rn_right right;
} rows[] = {
	{ "What do you have stored about me?", RN_RIGHT_ACCESS },
	{ "Hello,\n\nI would like to know what data you\nstore about me. Thanks!", RN_RIGHT_ACCESS },
	{ "What data do you have on me?", RN_RIGHT_ACCESS },
	{ "Please send me a copy of my personal data.", RN_RIGHT_ACCESS },
	{ "I request access to my personal data under Art. 15 GDPR", RN_RIGHT_ACCESS },
	{ "This is a subject access request.", RN_RIGHT_ACCESS },
	{ "Welche Daten haben Sie über mich gespeichert?", RN_RIGHT_ACCESS },
	{ "Welche Daten habt ihr von mir?", RN_RIGHT_ACCESS },
	{ "Ich bitte um Auskunft nach Art. 15 DSGVO.", RN_RIGHT_ACCESS },
	{ "Hiermit bitte ich um Auskunft über die zu mir gespeicherten Daten.", RN_RIGHT_ACCESS },
	{ "Was wissen Sie über mich?", RN_RIGHT_ACCESS },
	{ "Quelles données avez-vous sur moi ?", RN_RIGHT_ACCESS },
	{ "¿Qué datos tienen sobre mí?", RN_RIGHT_ACCESS },
	{ "Quali dati avete su di me?", RN_RIGHT_ACCESS },
	{ "Welke gegevens hebben jullie over mij?", RN_RIGHT_ACCESS },
	{ "Que dados têm sobre mim?", RN_RIGHT_ACCESS },

	{ "Please delete my data.", RN_RIGHT_ERASURE },
	{ "please erase everything about me", RN_RIGHT_ERASURE },
	{ "What do you have stored about me? Please remove all my data.", RN_RIGHT_ERASURE },
	{ "I invoke my right to be forgotten.", RN_RIGHT_ERASURE },
	{ "Bitte löschen Sie alle meine Daten.", RN_RIGHT_ERASURE },
	{ "Löscht bitte alles, was ihr über mich gespeichert habt", RN_RIGHT_ERASURE },
	{ "Löschung nach Artikel 17 DSGVO, bitte", RN_RIGHT_ERASURE },
	{ "Merci d'effacer mes données", RN_RIGHT_ERASURE },
	{ "Borren mis datos, por favor", RN_RIGHT_ERASURE },
	{ "Cancellate i miei dati", RN_RIGHT_ERASURE },
	{ "Verwijder mijn gegevens", RN_RIGHT_ERASURE },
	{ "Apaguem os meus dados", RN_RIGHT_ERASURE },

	{ "", RN_RIGHT_NONE },
	{ "Yes, gladly!", RN_RIGHT_NONE },
	{ "How the GDPR changes what we do", RN_RIGHT_NONE },
	{ "Data protection, Datenschutz, DSGVO", RN_RIGHT_NONE },
	{ "How we store data of customers", RN_RIGHT_NONE },
	{ "Please remove me from this list", RN_RIGHT_NONE },
	{ "I forgot. About me: I like chess.", RN_RIGHT_NONE },
	{ "Delete the meeting on Friday, I keep my Fridays free", RN_RIGHT_NONE },
	{ "Bitte löschen Sie den Termin", RN_RIGHT_NONE },
	{ "Ich speichere alles in Tabellen", RN_RIGHT_NONE },
	{ "You can count on me", RN_RIGHT_NONE },
	{ "I restored the file about measurements", RN_RIGHT_NONE },
};

START_TEST (a_right_is_heard)
{
	enum rn_right found = rn_right_claimed (rows[_i].text);
	ck_assert_msg (found == rows[_i].right, "“%s” claims %d", rows[_i].text, (int) found);
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("rights");
	TCase *tests = tcase_create ("rights");

	tcase_add_loop_test (tests, a_right_is_heard, 0, G_N_ELEMENTS (rows));
	suite_add_tcase (s, tests);
	return s;
}

RN_UNIT_MAIN (suite ())
