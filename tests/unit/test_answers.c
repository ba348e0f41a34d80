#include "unit.h"

#include <string.h>

#include "answers.h"
#include "clock.h"
#include "fold.h"
#include "html_text.h"
#include "phrases.h"
#include "spelling.h"

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
	{ "Da kann ich nicht nein sagen!", "yes", "de" },
	{ "Ich will nicht absagen.", "yes", "de" },
	{ "👍", "yes", "" },
	{ "Ok", "yes", "" },
	{ "DONE", "yes=done", "en" },
	{ "Ja", "yes", "" },
	{ "Ja, gerne – passt mir.", "yes", "de" },
	{ "ja gern", "yes", "de" },
	{ "Sehr gerne!\n\nViele Grüße\nAnna", "yes", "de" },
	{ "Guten Tag,\n\nich bin dabei.\n\nMit freundlichen Grüßen\nAnna Lang", "yes", "de" },
	{ "Klar, mache ich gern.", "yes", "de" },
	{ "ERLEDIGT", "yes=done", NULL },
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
	{ "Aucune des trois.", "no", "fr" },
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
	{ "All of them except the first", "number=not 1", "en" },
	{ "Alle bis auf die erste.", "number=not 1", "de" },
	{ "Tous sauf le premier", "number=not 1", "fr" },
	{ "First choice 3, second choice 2", "number=3 number=2", "en" },
	{ "both", "number=1 number=2", NULL },
	{ "Nummer 3, bitte", "number=3", "de" },
	{ "Das zweite bitte", "number=2", "de" },
	{ "le deuxième", "number=2", "fr" },
	{ "La opción 2, por favor", "number=2", "es" },
	{ "1-3", "number=1 number=2 number=3", "" },
	{ "Option 2 works for me", "number=2", "en" },
	{ "I have 2 children and 3 cats at home", "(text=I have 2 children and 3 cats at home)", "en" },
	{ "Ich könnte 3 anbieten.", "number=3", "de" },
	{ "Ich könnte 2, 3 anbieten.", "number=2 number=3", "de" },
	{ "Ich habe 2 Kinder und 3 Katzen", "(text=Ich habe 2 Kinder und 3 Katzen)", "de" },
	/* dates */
	{ "ja gern, Dienstag?", "yes date=2026-03-17", "de" },
	{ "Tuesday after 3", "date=2026-03-17T14:00:00Z/2026-03-17T23:00:00Z", NULL },
	{ "next month", "date=2026-04-01/2026-04-30", "en" },
	{ "All work unless it's Friday", "date=not 2026-03-13", "en" },
	{ "nicht dienstags", "date=not 2026-03-17 weekly", NULL },
	{ "yes, but not on Tuesdays", "yes date=not 2026-03-17 weekly", "en" },
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
	/* whole sentences */
	{ "Yes, I would be glad to help out with this.", "yes", "en" },
	{ "I think I will have to pass this time.", "no", "en" },
	{ "I would like to, but I don't have the time right now.", "no", "en" },
	{ "I will not be participating.", "no", "en" },
	{ "Thanks for asking, but no.", "no", "en" },
	{ "Thursday works, Friday doesn't.", "date=2026-03-12 yes date=not 2026-03-13", "en" },
	{ "I can't make Tuesday but Wednesday would work", "date=not 2026-03-17 date=2026-03-18 yes", "en" },
	{ "Too busy now. Try me again after 1 June.", "later date=2026-06-02/", "en" },
	{ "Maybe next year", "date=2027-01-01/2027-12-31 later", "en" },
	{ "Not before 1 April", "date=2026-04-01/", "en" },
	{ "ask me in May", "later date=2026-05-01/2026-05-31", "en" },
	{ "Sorry, I meant 2 not 1.", "undo number=2", "en" },
	{ "I'd prefer to talk to someone else about this.", "elsewhere", "en" },
	{ "No one has answered my last mail yet", "(text=No one has answered my last mail yet)", "en" },
	{ "Keiner der Termine passt mir.", "no", "de" },
	{ "Dienstag geht, Mittwoch nicht.", "date=2026-03-17 yes date=not 2026-03-18", "de" },
	{ "Nächste Woche geht es bei mir nicht.", "date=not 2026-03-16/2026-03-22 later", "de" },
	{ "Ich weiß es noch nicht.", "", "de" },
	{ "Die erste Option.", "number=1", "de" },
	{ "Bitte keine weiteren Mails.", "stop", "de" },
	{ "Mardi à 14h me convient parfaitement.", "date=2026-03-17T13:00:00Z yes", "fr" },
	{ "Ce n'est pas possible pour moi.", "no", "fr" },
	{ "Les deux me vont", "number=1 number=2", NULL },
	{ "Merci de ne plus m'écrire.", "stop", "fr" },
	{ "Lo siento, ahora mismo no puedo. Pregúntame en mayo.", "later date=2026-05-01/2026-05-31", "es" },
	{ "Ahora no, en otoño", "later date=2026-09-01/2026-11-30", "es" },
	{ "Quería decir que no", "undo no", "es" },
	{ "Mi va bene martedì alle 15.", "yes date=2026-03-17T14:00:00Z", "it" },
	{ "Nessuna delle due", "no", "it" },
	{ "Dinsdag kan ik niet", "date=not 2026-03-17", "nl" },
	{ "Waarom krijg ik deze mail?", "why", "nl" },
	{ "Agora não, talvez em setembro.", "later date=2026-09-01/2026-09-30", "pt" },
	{ "Não me enviem mais e-mails.", "stop", "pt" },
	{ "Ja tack, gärna!", "yes", "sv" },
	{ "はい", "yes", NULL },
	{ "I'd love to but can't", "no", "en" },
	{ "Leider nein, aber am Freitag ginge es.", "no date=2026-03-13", "de" },
	{ "We did not meet.", "no", "en" },
	{ "Wir haben uns getroffen.", "yes", "de" },
	{ "10-11 on Thursday please", "date=2026-03-12T09:00:00Z/2026-03-12T10:00:00Z", "en" },
	{ "1-3", "number=1 number=2 number=3", "" },
	/* forms */
	{ "1: 4\n2: no\n3: We talked about testing.\nIt was good.\n\nThanks\nAnna",
	  "1:number=4 2:no 3:text=We talked about testing.\nIt was good.", "en" },
	{ "> 1. How happy?\n> (1 = not at all, 5 = very much)\n\n5\n\n> 2. Did you meet?\n> (yes or no)\n\nJa, gern.\n",
	  "1:number=5 2:yes=Ja, gern.", NULL },
	{ "1: not at all\n2: I agree", "1:text=not at all 2:text=I agree", NULL },
	{ "Frage 1: 5\nFrage 2: nein\n3.) 2", "1:number=5 2:no 3:number=2", NULL },
	{ "STOP\n\n1: 4", "stop 1:number=4", NULL },
	/* answers that count up need no sign between number and value */
	{ "1 4\n2 5", "1:number=4 2:number=5", "" },
	{ "1 - 4\n\n2 - 5\n\n3 - it was a start", "1:number=4 2:number=5 3:text=it was a start", NULL },
	{ "1-4\n2-5", "1:number=4 2:number=5", "" },
	{ "1 – yes\n2 – no", "1:yes 2:no", NULL },
	{ "1 week or so", "(text=1 week or so)", "en" },
	/* a refusal that is denied */
	{ "I can't say no to that.", "yes", "en" },
	{ "I couldn't decline such an offer.", "yes", "en" },
	{ "Da sage ich nicht nein!", "yes", "de" },
	{ "Das kann ich nicht ablehnen.", "yes", "de" },
	{ "Je ne dis pas non.", "yes", "fr" },
	{ "No puedo decir que no.", "yes", "es" },
	{ "Non dico di no.", "yes", "it" },
	{ "Ik zeg geen nee.", "yes", "nl" },
	{ "Não digo que não.", "yes", "pt" },
	{ "I have to decline.", "no", "en" },
	{ "Ich muss leider absagen.", "no", "de" },
	{ "I am not saying yes.", "no", "en" },
	/* what names an answer gives none */
	{ "I'm in", "yes", "en" },
	{ "I'm in Berlin until Friday", "(yes) (date=2026-03-11T09:00:00Z/2026-03-13T23:00:00Z)", "en" },
	{ "I'm in two minds about this", "(yes)", "en" },
	{ "Is Max okay with it?", "(yes)", "en" },
	{ "Can I still say no later?", "(no)", "en" },
	{ "I clicked NO by mistake.", "undo", "en" },
	{ "Ich habe aus Versehen auf NEIN geklickt.", "undo", "de" },
	{ "J'ai cliqué par erreur sur NON.", "undo", "fr" },
	{ "almost done", "", "en" },
	{ "Fast erledigt", "", "de" },
	/* a number that counts, ranks or announces the lines behind it */
	{ "1st choice: 5", "(number=1) number=5", "en" },
	{ "2 Themen: 4 und 5", "(number=2) number=4 number=5", "de" },
	{ "max. 2: number 5 and 6", "(number=2) number=5 number=6", "en" },
	{ "Pick any 2", "(number=2)", "en" },
	{ "2️⃣", "number=2", "" },
	{ "1️⃣ and 3️⃣ please", "number=1 number=3", "en" },
	{ "all", "number=all", "en" },
	{ "cualquiera", "number=all", "es" },
	{ "The 2 of us could do 4.", "(number=2) number=4", "en" },
	{ "1 hour later than that", "(date=1 hour later)", "en" },
	{ "1, 2, 3 but not 2", "number=1 (number=2) number=3", "en" },
	{ "2 - Wed 18 March", "number=2 date=2026-03-18", "en" },
	{ "3 – Freitag, 20. März, 9 Uhr", "number=3 date=2026-03-20T08:00:00Z", "de" },
	/* what somebody else would do */
	{ "Anna would love to!", "(yes)", "en" },
	{ "I think Max would be happy to do that.", "(yes)", "en" },
	{ "They are interested", "(yes)", "en" },
	{ "Anna macht das gern", "(yes)", "de" },
	{ "Anna serait d'accord", "(yes)", "fr" },
	{ "Hi Anna,\nwould love to!", "yes", "en" },
	{ "Max and I would love to", "yes", "en" },
	{ "Tom can't", "(no)", "en" },
	{ "Meine Teilnahme ist leider nicht möglich.", "no", "de" },
	{ "Participation is not possible for me", "no", "en" },
	{ "Eigentlich ja, aber", "(yes)", "de" },
	{ "Didn't I say no already?", "(yes)", "en" },
	{ "Does yes mean that I have to meet him each week?", "(yes)", "en" },
	{ "Also warum nicht?", "yes", "de" },
	{ "um 2", "(number=2)", NULL },
	{ "at 2", "(number=2)", "en" },
	{ "2 as well as 4", "number=2 number=4", "en" },
	{ "2 or 3 April", "(number=2) date=2026-04-03", "en" },
	{ "April 2 or 3", "date=2026-04-02 (number=3)", "en" },
	/* a full stop behind the month, at the end of a line too */
	{ "13.3.", "date=2026-03-13", NULL },
	{ "12.3. oder 13.3.\nGruß", "date=2026-03-12 date=2026-03-13", "de" },
	{ "I have no time and must decline.", "no", "en" },
	{ "Ich habe keine Kapazitäten und muss daher ablehnen.", "no", "de" },
	/* no objection is a yes */
	{ "I wouldn't mind at all.", "yes", "en" },
	{ "I don't have any objection.", "yes", "en" },
	{ "Nothing speaks against it.", "yes", "en" },
	{ "Da habe ich überhaupt nichts dagegen.", "yes", "de" },
	{ "Das stört mich nicht.", "yes", "de" },
	{ "Je n'y vois pas d'inconvénient.", "yes", "fr" },
	{ "Ça ne me dérange pas.", "yes", "fr" },
	{ "No tengo inconveniente.", "yes", "es" },
	{ "Non ho niente in contrario.", "yes", "it" },
	{ "Geen bezwaar.", "yes", "nl" },
	{ "Não vejo inconveniente.", "yes", "pt" },
	{ "Unter keinen Umständen.", "no", "de" },
	{ "Under no circumstances.", "no", "en" },
	/* what stands before "was a mistake" is what is taken back */
	{ "Meine Zusage war ein Irrtum.", "undo", "de" },
	{ "I'm out next week, the week after is fine.", "date=not 2026-03-16/2026-03-22 date=2026-03-23/2026-03-29 yes", "en" },
	{ "Vom 30.3. bis 10.4. bin ich nicht da, sonst immer.", "date=not 2026-03-30/2026-04-10", "de" },
	/* numbers of a sentence; those that are excepted */
	{ "I can teach 3 and 7, and maybe 12", "number=3 number=7 (number=12)", "en" },
	{ "all of them except 4", "number=not 4", "en" },
	{ "Anything but 2\n\n> 1. Test automation\n> 2. Accessibility\n> 3. Cloud costs\n", "number=1 number=3", "en" },
	{ "2nd or 3rd slot is fine, preferably the 3rd", "number=2 number=3", "en" },
	{ "the first two", "number=1 number=2", "en" },
	/* a day is no line of a form, and one line of a list is none */
	{ "14. April um 9:30 Uhr", "date=2026-04-14T07:30:00Z", "de" },
	{ "3. Mai", "date=2026-05-03", NULL },
	/* a sentence of hours narrows the days before it */
	{ "Either Tuesday or Thursday afternoon works. Not before 2pm.",
	  "date=2026-03-17T13:00:00Z/2026-03-17T17:00:00Z date=2026-03-12T13:00:00Z/2026-03-12T17:00:00Z yes", "en" },
	{ "Mo-Mi geht bei mir", "date=2026-03-16/2026-03-18 yes", "de" },
	{ "Pas le mardi", "date=not 2026-03-17 weekly", "fr" },
	{ "Ich leite das an Frau Maier weiter", "(text=Ich leite das an Frau Maier weiter)", "de" },
	{ "Wrong person", "help", NULL },
	{ "Would 10.15 on Thursday be OK?", "date=2026-03-12T09:15:00Z", "en" },
	{ "Passt Dienstag?", "date=2026-03-17", "de" },
	{ "Sounds good, Tuesday?", "yes date=2026-03-17", "en" },
	{ "1 passt, 2 passt nicht", "number=1", "de" },
	{ "Dienstag, der 24.3., ab 15:30 Uhr", "date=2026-03-24T14:30:00Z/2026-03-24T23:00:00Z", "de" },
	{ "I'm against it.", "no", "en" },
	{ "Ich bin dagegen.", "no", "de" },
	{ "I will", "yes", "en" },
	{ "Ohne Frage ja", "yes", "de" },
	{ "Please don't hesitate to sign me up.", "yes", "en" },
	{ "I cannot wait to start.", "yes", "en" },
	{ "I can't decide", "", "en" },
	/* one who left is for a person */
	{ "I no longer work here, please write to Sam.", "help", "en" },
	{ "Ich habe das Unternehmen verlassen.", "help", "de" },
	{ "I would have loved to.", "no", "en" },
	/* light words inside a phrase */
	{ "Con molto piacere!", "yes", "it" },
	{ "Das kann ich momentan leider nicht zusagen.", "no", "de" },
	{ "I would really love to.", "yes", "en" },
	/* few words behind a "not"; a "why not" with words in it; a verb that is asked about */
	{ "Not my cup of coffee.", "no", "en" },
	{ "Nicht mein Thema, danke.", "no", "de" },
	{ "Pas mon domaine", "no", "fr" },
	{ "Warum eigentlich nicht?", "yes", "de" },
	{ "Why wouldn't I?", "yes", "en" },
	{ "Worum geht es hier genau?", "help", "de" },
	/* to be spoken to far off is later */
	{ "Let's talk again in September.", "later date=2026-09-01/2026-09-30", "en" },
	{ "Can we talk on Friday at 3?", "date=2026-03-13T14:00:00Z", "en" },
	/* a name behind a greeting is a name */
	{ "Hi Will,\n\nno thanks.", "no", "en" },
	{ "Hello May,\nyes please.", "yes", "en" },
	{ "Hallo Frau Mai,\n\nja gern.", "yes", "de" },
	{ "Hi No,\n\nyes from me.", "yes", "en" },
	{ "Hallo, ja gern", "yes", "de" },
	/* slips of the finger */
	{ "yess", "yes", NULL },
	{ "Jaaa gerne", "yes", NULL },
	{ "nien", "no", NULL },
	{ "+1", "yes", NULL },
	{ "J", "yes", "" },
	{ "n", "no", "" },
	/* what is asked back is for a person */
	{ "How much time does it take each month?", "help", "en" },
	{ "Könnten Sie mir das genauer erklären?", "help", "de" },
	{ "How did you choose me?", "why", "en" },
	/* numbers and what is said of them */
	{ "Either 1 or 2 is fine, 3 is not possible.", "number=1 number=2", "en" },
	{ "Die zweite gern", "number=2", "de" },
	{ "De tweede graag", "number=2", "nl" },
	{ "option b", "number=2", NULL },
	/* a time holds for the days before it */
	{ "Tuesday or Thursday after 3", "date=2026-03-17T14:00:00Z/2026-03-17T23:00:00Z "
	                                 "date=2026-03-12T14:00:00Z/2026-03-12T23:00:00Z", NULL },
	{ "On the 25th, any time before noon.", "date=2026-03-24T23:00:00Z/2026-03-25T11:00:00Z", "en" },
	{ "17/3 or 18/3, both in the morning",
	  "date=2026-03-17T07:00:00Z/2026-03-17T11:00:00Z date=2026-03-18T07:00:00Z/2026-03-18T11:00:00Z", "en" },
	{ "Ich bin vom 16. bis 20. März im Urlaub.", "date=not 2026-03-16/2026-03-20", "de" },
	{ "Yes, we met last Tuesday.", "yes date=2026-03-10", "en" },
	{ "Thanks for your mail of yesterday.", "", "en" },
	{ "Tuesdays after 3", "date=2026-03-17T14:00:00Z/2026-03-17T23:00:00Z weekly", "en" },
	{ "Mornings only, please.", "date=2026-03-11T07:00:00Z/2026-03-11T11:00:00Z daily", "en" },
	/* a word of several languages is of the one it answers */
	{ "la prima\n\n> Le piacerebbe imparare da lei? Risponda con il numero.\n", "number=1", "it" },
	{ "Non c'è problema\n\n> Le piacerebbe imparare da lei? Risponda con SÌ o NO.\n", "yes", "it" },
	{ "No\n\n> Would you like to learn from her? Please reply with YES or NO.\n", "no", "en" },
	/* a line that is excluded, and nothing said of the others: never the line itself, and no "no" */
	{ "not 2", "(number=not 2)", "en" },
	{ "no 2", "(number=not 2)", NULL },
	{ "2 is not for me", "(number=not 2)", "en" },
	{ "I do not want 2 or 3.", "(number=not 2) (number=not 3)", "en" },
	{ "Neither 1 nor 2", "(number=not 1) (number=not 2)", "en" },
	{ "Not the second one", "(number=not 2)", "en" },
	{ "I can't attend 2.", "(number=not 2)", "en" },
	{ "nicht 1", "(number=not 1)", "de" },
	{ "Bitte nicht die 2.", "(number=not 2)", "de" },
	{ "2 passt mir leider nicht", "(number=not 2)", "de" },
	{ "Ich kann 2 nicht", "(number=not 2)", "de" },
	{ "weder 1 noch 2", "(number=not 1) (number=not 2)", "de" },
	{ "Nicht das zweite", "(number=not 2)", "de" },
	{ "Pas le 2", "(number=not 2)", "fr" },
	{ "ni 1 ni 2, merci", "(number=not 1) (number=not 2)", "fr" },
	{ "No me interesa el 2, gracias", "(number=not 2)", "es" },
	{ "Il 2 non mi interessa", "(number=not 2)", "it" },
	{ "Niet nummer 2", "(number=not 2)", "nl" },
	{ "Não o 2", "(number=not 2)", "pt" },
	/* … and something was */
	{ "1, not 2", "number=1", "en" },
	{ "not 2, rather 3", "number=3", "en" },
	{ "1 yes 2 no", "number=1", NULL },
	{ "Leider kann ich 1 nicht, 2 schon", "number=2", "de" },
	{ "all of them, not 2", "number=not 2", "en" },
	{ "alle bis auf 2", "number=not 2", "de" },
	{ "todos menos el 2", "number=not 2", "es" },
	{ "No 2, but 3\n\n> 1. Tests\n> 2. Rust\n> 3. Cloud\n", "number=3", NULL },
	/* no line of a list */
	{ "I do not want 2\n\n> Would you like to meet Max? Please reply with YES or NO.\n", "no (number=not 2)", "en" },
	{ "2 passt mir nicht\n\n> Which of these?\n> 1. Monday\n> 2. Tuesday\n", "(number=not 2)", "de" },
	{ "I have no time for 2 meetings", "no", "en" },
	{ "2 ist kein Problem", "number=2", "de" },
	/* a yes with a wish about the date that only she can place */
	{ "Yes, but only after my holiday", "yes (date=after my holiday)", "en" },
	{ "Yes, once I'm back.", "yes (date=once I'm back)", "en" },
	{ "Ja, aber bitte erst nach meinem Urlaub", "yes (date=nach meinem Urlaub)", "de" },
	{ "Gerne, sobald ich wieder da bin.", "yes (date=sobald ich wieder da bin)", "de" },
	{ "Oui, mais après mes vacances", "yes (date=après mes vacances)", "fr" },
	{ "Sí, pero después de mis vacaciones", "yes (date=después de mis vacaciones)", "es" },
	{ "Sì, ma solo dopo le ferie", "yes (date=dopo le ferie)", "it" },
	{ "Ja, maar pas na mijn vakantie", "yes (date=na mijn vakantie)", "nl" },
	{ "Sim, mas só depois das minhas férias", "yes (date=depois das minhas férias)", "pt" },
	{ "After my holiday, please.", "later", "en" },
	{ "Nach meinem Urlaub", "later", "de" },
	{ "Not now, after my holiday", "later", "en" },
	{ "No, after my holiday", "later", "en" },
	{ "Yes, but later", "later", "en" },
	/* what stands beside a number must be understood, or a wish reach it */
	{ "2 is taken", "(number=not 2)", NULL },
	{ "On leave for 1 and 2.", "(number=not 1) (number=not 2)", "en" },
	{ "1 und 2 kollidieren mit meinem Jour fixe", "(number=not 1) (number=not 2)", "de" },
	{ "1 und 2 kollidieren mit meinem Jour fixe, 3 geht.", "number=3", "de" },
	{ "le 1 et le 2 sont pris", "(number=not 1) (number=not 2)", "fr" },
	{ "el 1 y el 2 los tengo ocupados", "(number=not 1) (number=not 2)", "es" },
	{ "l'1 e il 3 sono già occupati", "(number=not 1) (number=not 3)", "it" },
	{ "1 en 2 vallen in mijn vakantie", "(number=not 1) (number=not 2)", "nl" },
	{ "o 2 coincide com uma reunião", "(number=not 2)", "pt" },
	{ "1 ist belegt, 2 auch, 3 ginge", "number=3", "de" },
	{ "can't do 1, 2 or 3", "(number=not 1) (number=not 2) (number=not 3)", "en" },
	{ "Booked on 2 and 3, so 1", "number=1", "en" },
	{ "We covered 2 last year", "(number=2)", "en" },
	{ "1 und 3, die 2 kenne ich schon", "number=1 number=3 (number=2)", "de" },
	{ "I need to check with my manager first", "(number=1)", "en" },
	{ "3 geht nur mit Auto", "(number=3)", "de" },
	{ "3 only if it's after lunch", "(number=3) (date=2026-03-11T11:00:00Z/2026-03-11T17:00:00Z daily)", "en" },
	{ "I'd like to hear about 1 and 3, the rest is not for me", "number=1 number=3", "en" },
	{ "not 1, the others are fine", "number=not 1", "en" },
	{ "1 bis 3", "number=1 number=2 number=3", "de" },
	{ "Either 1 or 4", "number=1 number=4", "en" },
	{ "The Wednesday one works\n\n> 1. Tuesday, 24 March\n> 2. Wednesday, 25 March\n", "number=2", "en" },
	{ "Friday is bad\n\n> 1. Friday, 27 March\n> 2. Wednesday, 25 March\n", "(number=not 1)", "en" },
	{ "Everything but number 2", "number=not 2", "en" },
	/* of two that are compared the better one */
	{ "3 over 2", "number=3", NULL },
	{ "2 rather than 1", "number=2", "en" },
	{ "I'd prefer 3 to 1", "number=3", "en" },
	{ "lieber 3 als 2 oder 1", "number=3", "de" },
	{ "plutôt le 3 que le 1", "number=3", "fr" },
	{ "prefiero el 2 al 4", "number=2", "es" },
	{ "meglio il 4 che il 1", "number=4", "it" },
	{ "liever 3 dan 1", "number=3", "nl" },
	{ "prefiro o 2 ao 3", "number=2", "pt" },
	/* a row of votes */
	{ "1 y, 2 n, 3 y", "number=1 number=3", NULL },
	{ "1 yes 2 no 3 yes 4 no", "number=1 number=3", "en" },
	{ "1 no, 2 yes, 3 maybe", "number=2", "en" },
	{ "1 and 3 yes, 2 no", "number=1 number=3", "en" },
	{ "1 ✅ 2 ❌ 3 ✅", "number=1 number=3", NULL },
	{ "1: ja 2: nein 3: ja", "1:yes 2:no 3:yes", NULL },
	{ "el 1 y 3", "number=1 number=3", "es" },
	/* on a condition it is no yes, and no no */
	{ "Yes if Tom agrees", "(yes)", "en" },
	{ "Yes. But only if Tom agrees.", "(yes)", "en" },
	{ "No, unless nobody else wants to", "(no)", "en" },
	{ "Subject to my boss's approval, yes", "(yes)", "en" },
	{ "Yes, let me know if you need anything", "yes", "en" },
	{ "Yes. If you need me before, call me.", "yes help", "en" },
	{ "Let me know if that works", "(yes)", "en" },
	{ "Yes, if you like", "yes", "en" },
	{ "Ja, es sei denn, es dauert länger", "(yes)", "de" },
	{ "Gern, vorausgesetzt es geht auch online", "(yes)", "de" },
	{ "Ja, sag Bescheid, wenn noch was ist", "yes", "de" },
	{ "Oui, à moins que Pierre ne soit contre", "(yes)", "fr" },
	{ "Oui, s'il est d'accord", "(yes)", "fr" },
	{ "Sí, a no ser que Juan se oponga", "(yes)", "es" },
	{ "Si mi jefe está de acuerdo, sí", "(yes)", "es" },
	{ "si claro", "yes", "es" },
	{ "Sì, a meno che Paolo non sia contrario", "(yes)", "it" },
	{ "Ja, tenzij Piet tegen is", "(yes)", "nl" },
	{ "Sim, a não ser que o João discorde", "(yes)", "pt" },
	/* a limit */
	{ "Oui, mais pas avec elle", "(yes)", "fr" },
	{ "Sure, but only with Anna", "(yes)", "en" },
	{ "count me in for the next round, not this one", "(yes)", "en" },
	{ "That would be lovely but I leave the company", "(yes)", "en" },
	{ "Yes, mornings only", "yes date=2026-03-11T07:00:00Z/2026-03-11T11:00:00Z daily", "en" },
	{ "Yes?", "(yes)", "en" },
	{ "ni oui ni non", "", NULL },
	/* what she would miss */
	{ "Das will ich nicht verpassen", "yes", "de" },
	{ "Je ne veux pas rater ça", "yes", "fr" },
	{ "No me lo quiero perder", "yes", "es" },
	{ "Ich will meinen Zug nicht verpassen", "(yes)", "de" },
	{ "Don't ask me again", "(no)", "en" },
	/* languages that no table has */
	{ "Nej, det går meget bedre nu", "(no)", NULL },
	{ "Nie mam nic przeciwko", "yes", NULL },
	{ "Ja, hvis min chef er enig", "(yes)", NULL },
	{ "den 26 kl. 14\n\n> Which of these?\n> 1. Monday\n> 2. Tuesday\n", "(number=14)", NULL },
	{ "il 26 alle 14\n\n> Would you like to meet her? Please reply with YES or NO.\n", "date=2026-03-26T13:00:00Z", "it" },
	/* thumbs leave apostrophes and accents out */
	{ "dont want to, sorry", "no", "en" },
	{ "cest daccord", "yes", "fr" },
	/* a day that is told, and no proposal */
	{ "Mittwoch habe ich Zahnarzt", "date=not 2026-03-18", "de" },
	{ "Mittwoch muss ich den Hund abholen", "(date=2026-03-18)", "de" },
	{ "Bin in Elternzeit, meldet euch im Herbst", "later date=2026-09-01/2026-11-30", "de" },
	{ "Tuesday clashes with our town hall", "date=not 2026-03-17", "en" },
	{ "On Thursday I'm at a trade fair", "(date=2026-03-12)", "en" },
	{ "por la tarde", "date=2026-03-11T11:00:00Z/2026-03-11T17:00:00Z daily", NULL },
	/* a no that is asked, or told */
	{ "Why would I say no?", "why (no)", "en" },
	{ "who could say no to that", "(no)", "en" },
	{ "Ich hab nie nein gesagt", "(no)", "de" },
	{ "Not without my colleague", "(text=Not without my colleague)", "en" },
	{ "nothing would make me happier", "yes", "en" },
	{ "Je veux bien, sauf avec M. Roux", "(yes)", "fr" },
	/* what she has done is no wish; of a line that is too early that is said */
	{ "1 und 2 hab ich schon gemacht", "(number=1) (number=2)", "de" },
	{ "1 too early, 2 too late, 3 perfect", "(number=2) number=3", "en" },
	{ "first 2 please", "(number=2)", "en" },
	{ "first: 4, second: 1", "number=4 number=1", "en" },
	{ "All except social media\n\n> 1. Testing\n> 2. Social media\n", "number=1", "en" },
	{ "I'm away on Wednesday and Thursday", "date=not 2026-03-18 date=not 2026-03-12", "en" },
	{ "Monday the 23rd, 14.30h", "date=2026-03-23T13:30:00Z", "en" },
	{ "Ja! Wann geht's los?\n\n> Would you like to meet her? Please reply with YES or NO.\n", "yes", NULL },
	/* a reason is no part of what is said */
	{ "2 because 1 is taken", "number=2", "en" },
	{ "3, weil ich 1 und 2 schon kenne", "number=3 (number=1) (number=2)", "de" },
	{ "I would like to learn about topics 1 and 3 because we use both at work.", "number=1 number=3", "en" },
	{ "Nein, weil ich keine Zeit habe", "no", "de" },
	{ "Since Tom can't, I will", "(no)", "en" },
	{ "les 2 premiers", "number=1 number=2", "fr" },
	/* names of lines of the quoted list */
	{ "Accessibility, please\n\n> 1. Test automation\n> 2. Accessibility testing\n> 3. Cloud costs\n", "number=2", "en" },
	{ "Yes: cloud costs\n\n> 1. Test automation\n> 2. Accessibility\n> 3. Cloud costs\n", "yes number=3", NULL },
	{ "Testing\n\n> 1. Test automation\n> 2. Testing apps\n> 3. Testing chips\n", "(text=Testing)", NULL },
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

static char *
describe (const rn_reading *reading)
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

static rn_reading *
read_text (const char *text)
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
		ck_assert_msg (g_str_equal (reading->language, mails[_i].language), "“%s”: language %s", mails[_i].text,
		               reading->language);
}
END_TEST

/* Replies that have no text but HTML, in the form of several programs. */
static const struct {
	const char *name, *html, *text, *answers;
} pages[] = {
	{ "Outlook", "<p class=MsoNormal>2, please.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
	             "<p class=MsoNormal>Anna</p>"
	             "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p class=MsoNormal>"
	             "<b>From:</b> M<br>"
	             "<b>Sent:</b> Monday<br><b>Subject:</b> x</p></div><p class=MsoNormal>1. Testing</p>"
	             "<p class=MsoNormal>2. Security</p>",
	  "2, please.\n\nAnna", "number=2" },
	{ "Outlook for iOS", "<div dir=\"auto\">Sure, works for me.</div><div><br></div>"
	                     "<div>Get <a href=\"x\">Outlook for iOS</a></div><hr>"
	                     "<div id=\"divRplyFwdMsg\"><b>From:</b> M<br><b>Sent:</b> Monday<br><b>Subject:</b> x</div>"
	                     "<div>YES or NO?</div>",
	  "Sure, works for me.", "yes" },
	{ "Apple Mail", "Nein danke<br><div>Von meinem iPhone gesendet</div><div><br>"
	                "<blockquote type=\"cite\">Am 16.11.2026 um 15:04 schrieb M:<br>"
	                "</blockquote></div><blockquote type=\"cite\"><div>JA oder NEIN?</div></blockquote>",
	  "Nein danke", "no" },
	{ "Notes", "<font size=2>Ja, gern.</font><br><br><br><font size=1 color=#5f5f5f>Von: &nbsp; &nbsp;</font>"
	           "<font size=1>M/ACME</font><br>"
	           "<font size=1>An: &nbsp; </font><font size=1>Anna/ACME, </font><br>"
	           "<font size=1>Datum: &nbsp;</font>16.11.2026 15:04<br>"
	           "<font size=1>Betreff: &nbsp;</font>x<br><hr noshade><br>JA oder NEIN?",
	  "Ja, gern.", "yes" },
	{ "Gmail form", "<div dir=\"ltr\"><div>1: 4</div><div>2: yes</div></div><br><div class=\"gmail_quote\">"
	                "<div class=\"gmail_attr\">On Mon, M wrote:"
	                "<br></div><blockquote class=\"gmail_quote\"><p>1. How happy?<br>(1 = not at all, 5 = very much)</p>"
	                "</blockquote></div>",
	  "1: 4\n2: yes", "1:number=4 2:yes" },
};

START_TEST (html_alone_is_understood)
{
	g_autofree char *text = rn_html_text (pages[_i].html, strlen (pages[_i].html));
	g_autoptr (rn_reading) reading = read_text (text);
	g_autofree char *answers = describe (reading);
	struct rn_reply reply;

	rn_reply_split (text, &reply);
	ck_assert_msg (g_str_equal (reply.text, pages[_i].text) && reply.quoted, "%s: “%s”", pages[_i].name, reply.text);
	ck_assert_msg (g_str_equal (answers, pages[_i].answers), "%s: %s", pages[_i].name, answers);
	rn_reply_clear (&reply);
}
END_TEST

static void
add_meaning (GHashTable *meanings, const struct rn_lexicon_row *row, int tongue, const char *phrase)
{
	g_autofree char *folded = rn_folded (phrase, strlen (phrase));
	char *key = g_strdup_printf ("%d %s", tongue, folded);
	int known = GPOINTER_TO_INT (g_hash_table_lookup (meanings, key));

	ck_assert_msg (known == 0 || known == row->meaning, "“%s” has meanings %d and %d", phrase, known, row->meaning);
	g_hash_table_replace (meanings, key, GINT_TO_POINTER (row->meaning));
}

static void
add_meanings (GHashTable *meanings, const struct rn_lexicon_row *row, int tongue)
{
	g_auto (GStrv) phrases = g_strsplit (row->phrases, "|", -1);

	for (gsize p = 0; phrases[p] != NULL; p++) {
		g_autoptr (GPtrArray) spellings = rn_spellings (1 << tongue, phrases[p], strlen (phrases[p]));
		for (guint i = 0; i < spellings->len; i++)
			add_meaning (meanings, row, tongue, g_ptr_array_index (spellings, i));
	}
}

/* Of two in one language the weaker one would never be found. */
START_TEST (phrase_has_one_meaning)
{
	g_autoptr (GHashTable) meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

	for (gsize table = 0; rn_phrases.tables[table] != NULL; table++)
		for (const struct rn_lexicon_row *row = rn_phrases.tables[table]; row->phrases != NULL; row++)
			for (int tongue = 0; tongue <= RN_N_TONGUES; tongue++)
				if (row->tongues & 1 << tongue)
					add_meanings (meanings, row, tongue);
}
END_TEST

static Suite *
suite (void)
{
	Suite *suite = suite_create ("answers");
	TCase *tests = tcase_create ("answers");

	tcase_add_loop_test (tests, answer_is_understood, 0, G_N_ELEMENTS (mails));
	tcase_add_test (tests, phrase_has_one_meaning);
	tcase_add_loop_test (tests, html_alone_is_understood, 0, G_N_ELEMENTS (pages));
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (suite ())
