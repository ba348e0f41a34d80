#include "unit.h"

#include "answers.h"
#include "clock.h"

/* Answers as "intent=value" joined by " ", written on Wednesday 2026-03-11 at 10:00 in
 * Berlin; those that are too unsure to act on (below 60) stand in brackets. */
static const struct {
	const char *text, *answers, *language;
} mails[] = {
	/* yes */
	{ "Yes", "yes", "en" },
	{ "YES!", "yes", "en" },
	{ "Yes please, count me in.\n\nBest regards\nAnna", "yes", "en" },
	{ "Hi,\n\nyes, I'd love to.\n\nAnna", "yes", "en" },
	{ "Hello Anna,\nthat works for me.", "yes", "en" },
	{ "Sure, why not?", "yes", "en" },
	{ "Sounds good, thanks!", "yes", "en" },
	{ "I can't wait!", "yes", "en" },
	{ "No problem.", "yes", "en" },
	{ "👍", "yes", "" },
	{ "Ok", "yes", "" },
	{ "DONE", "yes", "" },
	{ "Ja", "yes", "" },
	{ "Ja, gerne – passt mir.", "yes", "de" },
	{ "ja gern", "yes", "de" },
	{ "Sehr gerne!\n\nViele Grüße\nAnna", "yes", "de" },
	{ "Guten Tag,\n\nich bin dabei.\n\nMit freundlichen Grüßen\nAnna Lang", "yes", "de" },
	{ "Klar, mache ich gern.", "yes", "de" },
	{ "ERLEDIGT", "yes", NULL },
	{ "Oui", "yes", "fr" },
	{ "Bonjour,\n\noui, avec plaisir !\n\nCordialement", "yes", "fr" },
	{ "pourquoi pas", "yes", NULL },
	{ "D'accord, merci.", "yes", "fr" },
	{ "Sí, con mucho gusto.", "yes", "es" },
	{ "Si", "yes", NULL },
	{ "Claro que sí, gracias.", "yes", "es" },
	{ "Sì, volentieri!", "yes", "it" },
	{ "Va bene, grazie", "yes", "it" },
	{ "Ja, graag!", "yes", "nl" },
	{ "Prima, dat lukt.", "yes", "nl" },
	{ "Sim, com prazer.", "yes", "pt" },
	{ "Por mim tudo bem.", "yes", "pt" },
	/* no */
	{ "No", "no", "" },
	{ "no thanks, not this year", "no", "en" },
	{ "No, thank you.", "no", "en" },
	{ "I'd rather not.", "no", "en" },
	{ "I can't say yes.", "no", "en" },
	{ "Sorry, I can't.", "no", "en" },
	{ "Unfortunately that does not work for me.", "no", "en" },
	{ "Never.", "no", NULL },
	{ "None of them", "no", NULL },
	{ "Nein, danke.", "no", "de" },
	{ "lieber nicht", "no", "de" },
	{ "Leider nein.", "no", "de" },
	{ "Das passt mir leider nicht.", "no", "de" },
	{ "Ich möchte nicht mitmachen.", "no", "de" },
	{ "Non merci", "no", NULL },
	{ "Je ne peux pas, désolé.", "no", "fr" },
	{ "No, gracias.", "no", "es" },
	{ "Lo siento, no puedo.", "no", "es" },
	{ "No, grazie.", "no", "it" },
	{ "Purtroppo non posso.", "no", "it" },
	{ "Nee, bedankt.", "no", "nl" },
	{ "Liever niet.", "no", "nl" },
	{ "Não, obrigada.", "no", "pt" },
	{ "Infelizmente não posso.", "no", "pt" },
	/* later */
	{ "LATER", "later", NULL },
	{ "not now, ask me in May", "later date=2026-05-01/2026-05-31", "en" },
	{ "Maybe later", "later", "en" },
	{ "Später", "later", "de" },
	{ "Jetzt nicht, fragen Sie mich im Mai wieder.", "later date=2026-05-01/2026-05-31", "de" },
	{ "Plus tard, s'il vous plaît", "later", "fr" },
	{ "Ahora no, gracias.", "later", "es" },
	{ "Più tardi", "later", "it" },
	{ "Nu niet, misschien later", "later", "nl" },
	{ "Mais tarde, obrigado", "later", "pt" },
	/* numbers */
	{ "2", "number=2", "" },
	{ "1, 3", "number=1 number=3", "" },
	{ "2, 3 und 5", "number=2 number=3 number=5", NULL },
	{ "1 and 2 please", "number=1 number=2", "en" },
	{ "#2", "number=2", "" },
	{ "Number two", "number=2", "en" },
	{ "the second one", "number=2", "en" },
	{ "beide", "number=1 number=2", NULL },
	{ "both", "number=1 number=2", NULL },
	{ "Nummer 3, bitte", "number=3", "de" },
	{ "Das zweite bitte", "number=2", "de" },
	{ "le deuxième", "number=2", "fr" },
	{ "La opción 2, por favor", "number=2", "es" },
	{ "1-3", "number=1 number=2 number=3", "" },
	{ "Option 2 works for me", "number=2 yes", "en" },
	{ "I have 2 children and 3 cats at home", "", "en" },
	/* dates */
	{ "ja gern, Dienstag?", "yes date=2026-03-17", "de" },
	{ "Tuesday after 3", "date=2026-03-17T14:00:00Z/2026-03-17T23:00:00Z", NULL },
	{ "next month", "date=2026-04-01/2026-04-30", "en" },
	{ "nicht dienstags", "date=not dienstags", NULL },
	{ "yes, but not on Tuesdays", "yes date=not on Tuesdays", "en" },
	{ "Yes, Tuesday at 3pm works for me.", "yes date=2026-03-17T14:00:00Z", "en" },
	{ "Ja, am 12. Mai um 14 Uhr.", "yes date=2026-05-12T12:00:00Z", "de" },
	/* commands */
	{ "HELP", "help", NULL },
	{ "Hilfe", "help", "de" },
	{ "I need help", "help", "en" },
	{ "STOP", "stop", NULL },
	{ "Please remove me from this list", "stop", "en" },
	{ "Bitte abmelden", "stop", "de" },
	{ "ELSEWHERE", "elsewhere", NULL },
	{ "WHY", "why", NULL },
	{ "Why did I get this?", "why", "en" },
	{ "Warum?", "why", "de" },
	{ "Sorry, I meant no", "undo no", NULL },
	{ "ich meinte nein", "undo no", "de" },
	{ "Je voulais dire oui", "undo yes", "fr" },
	{ "undo", "undo", NULL },
	/* forms */
	{ "1: 4\n2: no\n3: We talked about testing.\nIt was good.\n\nThanks\nAnna", "1:number=4 2:no 3:text=We talked about testing.\nIt was good.", "en" },
	{ "> 1. How happy?\n> (1 = not at all, 5 = very much)\n\n5\n\n> 2. Did you meet?\n> (yes or no)\n\nJa, gern.\n", "1:number=5 2:yes", NULL },
	{ "1: not at all\n2: I agree", "1:text=not at all 2:text=I agree", NULL },
	{ "Frage 1: 5\nFrage 2: nein\n3.) 2", "1:number=5 2:no 3:number=2", NULL },
	{ "STOP\n\n1: 4", "stop 1:number=4", NULL },
	/* nothing, or too little to act on */
	{ "Thanks!", "", "en" },
	{ "Vielen Dank für die Einladung.", "", "de" },
	{ "Hello", "", NULL },
	{ "", "", "" },
	{ "yes and no", "", NULL },
	{ "Yes. No.", "(yes)", NULL },
	{ "If yes, what would I have to do?", "(yes)", "en" },
	{ "I have no idea what this is about, could someone tell me more on the schedule?", NULL, "en" },
	{ "Dear team,\n\nlast year the offices in Berlin and Pune set up a common laboratory, and there was no budget left for\n"
	  "travel. Our people know each other from calls only. I wonder whether the board will change this.\n", "(no)", "en" },
};

static char *describe (const rn_reading *reading)
{
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < reading->answers->len; i++) {
		const struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		gboolean is_sure = answer->confidence >= 60;
		g_string_append (text, text->len > 0 ? " " : "");
		g_string_append (text, is_sure ? "" : "(");
		if (answer->question > 0)
			g_string_append_printf (text, "%d:", answer->question);
		g_string_append (text, rn_intent_name (answer->intent));
		if (*answer->value != '\0')
			g_string_append_printf (text, "=%s", answer->value);
		g_string_append (text, is_sure ? "" : ")");
	}
	return g_string_free (text, FALSE);
}

static rn_reading *read_text (const char *text)
{
	g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
	rn_reading *reading = rn_reading_new ();
	struct rn_reply reply;

	ck_assert (rn_time_parse ("2026-03-11T09:00:00Z", &reading->date, NULL));
	rn_reply_split (text, &reply);
	rn_read_answers (reading, &reply, zone);
	rn_reply_clear (&reply);
	return reading;
}

START_TEST (answer_is_understood)
{
	g_autoptr (rn_reading) reading = read_text (mails[_i].text);
	g_autofree char *answers = describe (reading);

	if (mails[_i].answers != NULL)
		ck_assert_msg (g_str_equal (answers, mails[_i].answers), "“%s”: %s", mails[_i].text, answers);
	if (mails[_i].language != NULL)
		ck_assert_msg (g_str_equal (reading->language, mails[_i].language), "“%s”: language %s", mails[_i].text, reading->language);
}
END_TEST

static Suite *suite (void)
{
	Suite *suite = suite_create ("answers");
	TCase *tests = tcase_create ("answers");

	tcase_add_loop_test (tests, answer_is_understood, 0, G_N_ELEMENTS (mails));
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (suite ())
