#include "words.h"

#include <string.h>

#define LIST(...) (const char *const[]) { __VA_ARGS__, NULL }

static const char *const *const phrases[WORDS_KINDS][2] = {
	[WORDS_YES] = {
		LIST ("Yes", "yes", "Yes!", "Yes, happy to", "Yes please", "Sure – sounds good", "Sure, sounds good.",
		      "Yes, I'd like that.", "YES", "Yes, gladly."),
		LIST ("Ja", "ja", "Ja, gern!", "Ja gerne", "Gerne!", "JA", "Ja, sehr gern.", "Ja, da bin ich dabei.") },
	[WORDS_YES_LONG] = {
		LIST ("Yes, I would be happy to take part. I have wanted to try something like this for a while.",
		      "Yes, that works for me. My calendar is rather full until the end of the month, but we will find a time.",
		      "Yes please. Thank you for thinking of me, I am looking forward to it."),
		LIST ("Ja, ich mache sehr gern mit. So etwas wollte ich schon lange einmal ausprobieren.",
		      "Ja, das passt gut. Mein Kalender ist zwar bis Monatsende recht voll, aber wir finden einen Termin.",
		      "Ja, gern. Vielen Dank, dass Sie an mich gedacht haben, ich freue mich darauf.") },
	[WORDS_NO] = {
		LIST ("No thank you", "No, sorry.", "No, I would rather not.", "No thanks, I have too much on my plate."),
		LIST ("Nein, danke.", "Nein, leider nicht.", "Nein danke, mir fehlt gerade die Zeit.") },
	[WORDS_LATER] = {
		LIST ("not now, maybe in May", "Not now, please ask me again later.", "Maybe later, not now."),
		LIST ("Im Moment nicht, vielleicht im Mai.", "Jetzt nicht, vielleicht später.", "Später gern, gerade nicht.") },
	[WORDS_MET] = {
		LIST ("Yes", "Yes, we met.", "Yes, we did.", "Yes, it was a good conversation.", "yes, went well"),
		LIST ("Ja", "Ja, haben wir.", "Ja, es war ein gutes Gespräch.", "Ja, hat geklappt.") },
	[WORDS_NOT_MET] = {
		LIST ("No", "No, we did not.", "No, something came up.", "No, unfortunately not."),
		LIST ("Nein", "Nein, leider nicht.", "Nein, ist ausgefallen.", "Nein, es kam etwas dazwischen.") },
	[WORDS_NUMBERS] = {
		LIST ("%s", "%s please", "I can help with %s.", "%s", "Numbers %s"),
		LIST ("%s", "Gerne %s", "Ich könnte %s anbieten.", "%s", "Nummer %s bitte") },
	[WORDS_NO_NUMBER] = {
		LIST ("No, none of these.", "No thank you"),
		LIST ("Nein, da ist nichts für mich dabei.", "Nein, danke.") },
	[WORDS_COMING] = {
		LIST ("Yes, I'll be there.", "Yes, that time works.", "Yes"),
		LIST ("Ja, ich komme.", "Ja, der Termin passt.", "Ja") },
	[WORDS_NOT_COMING] = {
		LIST ("No, I can't make it.", "No, sorry, I am travelling."),
		LIST ("Nein, da kann ich nicht.", "Nein, leider bin ich unterwegs.") },
	[WORDS_DONE] = { LIST ("DONE", "Done.", "done, I called them"), LIST ("ERLEDIGT", "Erledigt.", "erledigt, habe angerufen") },
	[WORDS_REMARK] = {
		LIST ("I learned how a screen reader reads our own pages.", "We talked about what is hard, and that helped.",
		      "I would like to understand the basics first.", "A short list of things to try until next time.",
		      "More examples from daily work would be good.", "It was open and friendly."),
		LIST ("Ich habe gelernt, wie ein Screenreader unsere Seiten vorliest.",
		      "Wir haben darüber gesprochen, was schwer ist, und das half.", "Ich möchte erst die Grundlagen verstehen.",
		      "Eine kurze Liste zum Ausprobieren bis zum nächsten Mal.", "Mehr Beispiele aus dem Alltag wären gut.",
		      "Es war offen und freundlich.") },
	[WORDS_GREETING] = { LIST ("Hi,", "Hello,", "Dear all,"), LIST ("Hallo,", "Guten Tag,", "Moin,") },
	[WORDS_CLOSING] = {
		LIST ("Best regards,\n%s", "Best,\n%s", "Cheers\n%s", "Kind regards\n%s"),
		LIST ("Viele Grüße\n%s", "Beste Grüße,\n%s", "Mit freundlichen Grüßen\n%s", "LG %s") },
	[WORDS_QUESTION] = {
		LIST ("HELP", "Hello,\n\nhow much time does this take?",
		      "Hi,\n\na colleague told me about this. How does it work?"),
		LIST ("HILFE", "Hallo,\n\nwie viel Zeit kostet das?",
		      "Guten Tag,\n\neine Kollegin hat mir davon erzählt. Wie funktioniert das?") },
	[WORDS_QUESTION_SUBJECT] = { LIST ("Reverse mentoring", "A question"), LIST ("Mentoring", "Eine Frage") },
	[WORDS_THANKS] = { LIST ("Thank you!", "Great, thanks."), LIST ("Danke!", "Prima, vielen Dank.") },
};

const char *
words_pick (struct chance *chance, enum words kind, gboolean german)
{
	const char *const *list = phrases[kind][german ? 1 : 0];
	return list[chance_below (chance, g_strv_length ((GStrv) list))];
}

const char *
words_plain (gboolean yes, gboolean german)
{
	return german ? (yes ? "JA" : "NEIN") : yes ? "YES" : "NO";
}

/* GLib folds letter by letter, as other letters than ASCII need it. */
char *
words_folded (const char *text)
{
	GString *folded = g_string_sized_new (strlen (text) + 8);
	for (const char *end = text; *text != '\0'; text = end) {
		gboolean is_ascii = (guchar) *text < 0x80;
		while (*end != '\0' && ((guchar) *end < 0x80) == is_ascii)
			end++;
		g_autofree char *run = is_ascii ? g_ascii_strdown (text, end - text) : g_utf8_casefold (text, end - text);
		g_string_append (folded, run);
	}
	for (char *feed = folded->str; (feed = strchr (feed, '\n')) != NULL;)
		*feed = ' ';
	return g_string_free (folded, FALSE);
}

char *
words_fill (const char *phrase, const char *value)
{
	const char *hole = strstr (phrase, "%s");
	if (hole == NULL)
		return g_strdup (phrase);
	GString *text = g_string_new_len (phrase, hole - phrase);
	g_string_append (text, value);
	g_string_append (text, hole + strlen ("%s"));
	return g_string_free (text, FALSE);
}

const char *
words_month (gboolean german, int month, gboolean shortened)
{
	static const char *const names[4][12] = {
		{ "January", "February", "March", "April", "May", "June",
		  "July", "August", "September", "October", "November", "December" },
		{ "Januar", "Februar", "März", "April", "Mai", "Juni",
		  "Juli", "August", "September", "Oktober", "November", "Dezember" },
		{ "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
		{ "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez." },
	};
	return names[(german ? 1 : 0) + (shortened ? 2 : 0)][month - 1];
}

const char *
words_weekday (gboolean german, int day_of_week, gboolean shortened)
{
	static const char *const names[4][7] = {
		{ "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
		{ "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag" },
		{ "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
		{ "Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So." },
	};
	return names[(german ? 1 : 0) + (shortened ? 2 : 0)][day_of_week - 1];
}
