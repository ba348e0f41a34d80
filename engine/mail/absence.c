#include "absence.h"

#include <string.h>

#include "fold.h"
#include "language.h"
#include "reply_text.h"

/* Subjects that responders write, folded; the language where it tells one. */
static const struct {
	const char *phrase, *language;
	gboolean is_absence; /* else any automatic answer */
} subjects[] = {
	{ "out of office", "en", TRUE }, { "out of the office", "en", TRUE }, { "out-of-office", "en", TRUE },
	{ "ooo", "", TRUE }, { "away from", "en", TRUE }, { "on vacation", "en", TRUE }, { "on holiday", "en", TRUE },
	{ "on leave", "en", TRUE }, { "annual leave", "en", TRUE }, { "vacation reply", "en", TRUE },
	{ "vacation notice", "en", TRUE }, { "away message", "en", TRUE }, { "abwesenheit", "de", TRUE },
	{ "abwesend", "de", TRUE }, { "nicht im buro", "de", TRUE }, { "im urlaub", "de", TRUE },
	{ "urlaubsnotiz", "de", TRUE }, { "ausser haus", "de", TRUE }, { "absence du bureau", "fr", TRUE },
	{ "message d'absence", "fr", TRUE }, { "absent du bureau", "fr", TRUE }, { "absence", "", TRUE },
	{ "absent", "", TRUE }, { "en conge", "fr", TRUE }, { "hors du bureau", "fr", TRUE },
	{ "fuera de la oficina", "es", TRUE }, { "fuera de oficina", "es", TRUE }, { "de vacaciones", "es", TRUE },
	{ "ausencia", "", TRUE }, { "ausente", "", TRUE }, { "fuori ufficio", "it", TRUE },
	{ "fuori sede", "it", TRUE }, { "in ferie", "it", TRUE }, { "assenza", "it", TRUE },
	{ "assente", "it", TRUE }, { "afwezig", "nl", TRUE }, { "niet aanwezig", "nl", TRUE },
	{ "met vakantie", "nl", TRUE }, { "op vakantie", "nl", TRUE }, { "fora do escritorio", "pt", TRUE },
	{ "de ferias", "pt", TRUE }, { "franvaro", "sv", TRUE }, { "franvarande", "sv", TRUE },
	{ "fravaer", "da", TRUE }, { "ikke til stede", "da", TRUE }, { "ikke pa kontoret", "da", TRUE },
	{ "poissa", "fi", TRUE }, { "lomalla", "fi", TRUE }, { "nieobecn", "pl", TRUE },
	{ "poza biurem", "pl", TRUE }, { "nepritomnost", "cs", TRUE }, { "mimo kancelar", "cs", TRUE },
	{ "tavollet", "hu", TRUE }, { "hazon kivul", "hu", TRUE }, { "in afara biroului", "ro", TRUE },
	{ "ofis disinda", "tr", TRUE }, { "вне офиса", "ru", TRUE }, { "отсутств", "ru", TRUE },
	{ "не в офисе", "ru", TRUE }, { "不在", "", TRUE }, { "外出", "", TRUE }, { "休暇", "ja", TRUE },
	{ "부재중", "ko", TRUE }, { "automatic reply", "en", FALSE }, { "auto reply", "en", FALSE },
	{ "auto-reply", "en", FALSE }, { "autoreply", "en", FALSE }, { "automated reply", "en", FALSE },
	{ "auto response", "en", FALSE }, { "autoresponse", "en", FALSE }, { "auto:", "", FALSE },
	{ "automatische antwort", "de", FALSE }, { "automatische ruckantwort", "de", FALSE },
	{ "autoantwort", "de", FALSE }, { "reponse automatique", "fr", FALSE },
	{ "respuesta automatica", "es", FALSE }, { "contestacion automatica", "es", FALSE },
	{ "risposta automatica", "it", FALSE }, { "automatisch antwoord", "nl", FALSE },
	{ "automatisch bericht", "nl", FALSE }, { "resposta automatica", "pt", FALSE }, { "autosvar", "sv", FALSE },
	{ "automatiskt svar", "sv", FALSE }, { "automatisk svar", "da", FALSE },
	{ "automaattinen vastaus", "fi", FALSE }, { "autom. odpowiedz", "pl", FALSE },
	{ "automatyczna odpowiedz", "pl", FALSE }, { "odpowiedz automatyczna", "pl", FALSE },
	{ "automaticka odpoved", "cs", FALSE }, { "automatikus valasz", "hu", FALSE },
	{ "raspuns automat", "ro", FALSE }, { "otomatik yanit", "tr", FALSE },
	{ "автоматический ответ", "ru", FALSE }, { "автоответ", "ru", FALSE }, { "自动答复", "zh", FALSE },
	{ "自动回复", "zh", FALSE }, { "自動応答", "ja", FALSE }, { "自動返信", "ja", FALSE }, { "자동 회신", "ko", FALSE },
	{ "автоматична відповідь", "uk", FALSE }, { "автоматичен отговор", "bg", FALSE },
	{ "αυτοματη απαντηση", "el", FALSE }, { "תשובה אוטומטית", "he", FALSE }, { "رد تلقائي", "ar", FALSE },
	{ "automatski odgovor", "hr", FALSE }, { "samodejni odgovor", "sl", FALSE },
	{ "automaticka odpoved", "sk", FALSE }, { "automatinis atsakymas", "lt", FALSE },
	{ "automatiska atbilde", "lv", FALSE }, { "automaatvastus", "et", FALSE }, { "tra loi tu dong", "vi", FALSE },
	{ "balasan otomatis", "id", FALSE }, { "自動回覆", "zh", FALSE },
};

/* What the text of an absence says, folded. */
static const struct {
	const char *phrase, *language;
} phrases[] = {
	{ "out of office", "en" }, { "out of the office", "en" }, { "not in the office", "en" },
	{ "away from the office", "en" }, { "away from my desk", "en" }, { "i am away", "en" }, { "i'm away", "en" },
	{ "i will be away", "en" }, { "i'll be away", "en" }, { "currently away", "en" }, { "on vacation", "en" },
	{ "on holiday", "en" }, { "on leave", "en" }, { "annual leave", "en" }, { "parental leave", "en" },
	{ "maternity leave", "en" }, { "paternity leave", "en" }, { "sick leave", "en" },
	{ "on a business trip", "en" }, { "travelling", "en" }, { "traveling", "en" }, { "unavailable", "en" },
	{ "limited access to", "en" }, { "no access to", "en" }, { "back in the office", "en" },
	{ "i will be back", "en" }, { "i'll be back", "en" }, { "i will return", "en" }, { "i'll return", "en" },
	{ "returning on", "en" }, { "be out until", "en" }, { "am out until", "en" }, { "i'm out", "en" },
	{ "on pto", "en" }, { "when i get back", "en" }, { "until i return", "en" }, { "upon my return", "en" },
	{ "when i return", "en" }, { "my absence", "en" }, { "on holidays", "en" }, { "i am out", "en" },
	{ "i am absent", "en" }, { "away until", "en" }, { "away from", "en" }, { "away for", "en" },
	{ "out until", "en" }, { "sabbatical", "en" }, { "office is closed", "en" }, { "offices are closed", "en" },
	{ "we are closed", "en" }, { "will be closed", "en" }, { "day off", "en" }, { "not working", "en" },
	{ "not at work", "en" }, { "off work", "en" }, { "back on", "en" }, { "back in", "en" }, { "back at", "en" },
	{ "will return on", "en" }, { "returning", "en" }, { "ooo", "en" }, { "we are out", "en" },
	{ "are back", "en" }, { "now closed", "en" }, { "in meetings", "en" }, { "last working day", "en" },
	{ "now left", "en" }, { "no longer with", "en" }, { "no longer work", "en" }, { "no longer employed", "en" },
	{ "has left", "en" }, { "have left", "en" }, { "retired", "en" }, { "abwesend", "de" },
	{ "abwesenheit", "de" }, { "nicht im buro", "de" }, { "nicht im haus", "de" }, { "ausser haus", "de" },
	{ "im urlaub", "de" }, { "urlaub", "de" }, { "nicht erreichbar", "de" }, { "elternzeit", "de" },
	{ "mutterschutz", "de" }, { "dienstreise", "de" }, { "erkrankt", "de" }, { "ruckkehr", "de" },
	{ "wieder erreichbar", "de" }, { "wieder im buro", "de" }, { "wieder fur sie da", "de" },
	{ "wieder da", "de" }, { "nicht am arbeitsplatz", "de" }, { "ferien", "de" }, { "in terminen", "de" },
	{ "mich wieder", "de" }, { "nicht da.", "de" }, { "nicht da,", "de" }, { "schulung", "de" },
	{ "fortbildung", "de" }, { "habe frei", "de" }, { "frei habe", "de" }, { "letzter arbeitstag", "de" },
	{ "sabbatical", "de" }, { "sabbatjahr", "de" }, { "krankheit", "de" }, { "krankgeschrieben", "de" },
	{ "betriebsferien", "de" }, { "geschlossen", "de" }, { "auf reisen", "de" }, { "zuruck", "de" },
	{ "nicht mehr im unternehmen", "de" }, { "nicht mehr bei", "de" }, { "nicht mehr fur", "de" },
	{ "nicht mehr tatig", "de" }, { "ausgeschieden", "de" }, { "verlassen", "de" }, { "en arret", "fr" },
	{ "conge parental", "fr" }, { "ferme", "fr" }, { "joignable", "fr" }, { "ne travaille plus", "fr" },
	{ "ne fait plus partie", "fr" }, { "a quitte", "fr" }, { "cerrad", "es" }, { "baja por", "es" },
	{ "regres", "es" }, { "vuelvo", "es" }, { "ya no trabaja", "es" }, { "ya no forma parte", "es" },
	{ "chius", "it" }, { "in malattia", "it" }, { "torno", "it" }, { "tornero", "it" },
	{ "non lavora piu", "it" }, { "non fa piu parte", "it" }, { "gesloten", "nl" }, { "ziekte", "nl" },
	{ "ziek", "nl" }, { "niet meer werkzaam", "nl" }, { "werkt niet meer", "nl" }, { "fechad", "pt" },
	{ "regresso", "pt" }, { "retorn", "pt" }, { "volto", "pt" }, { "nao trabalha mais", "pt" },
	{ "ja nao trabalha", "pt" }, { "nao faz mais parte", "pt" }, { "en conge", "fr" }, { "en vacances", "fr" },
	{ "absent", "fr" }, { "absence", "fr" }, { "hors du bureau", "fr" }, { "en deplacement", "fr" },
	{ "de retour", "fr" }, { "mon retour", "fr" }, { "indisponible", "fr" }, { "conge maternite", "fr" },
	{ "conges", "fr" }, { "fuera de la oficina", "es" }, { "fuera de oficina", "es" }, { "de vacaciones", "es" },
	{ "vacaciones", "es" }, { "ausente", "es" }, { "de baja", "es" }, { "estare fuera", "es" },
	{ "estoy fuera", "es" }, { "de viaje", "es" }, { "de permiso", "es" }, { "mi regreso", "es" },
	{ "mi vuelta", "es" }, { "volvere", "es" }, { "mi ausencia", "es" }, { "fuori ufficio", "it" },
	{ "fuori sede", "it" }, { "in ferie", "it" }, { "ferie", "it" }, { "assente", "it" }, { "assenza", "it" },
	{ "in vacanza", "it" }, { "in congedo", "it" }, { "in maternita", "it" }, { "non sono in ufficio", "it" },
	{ "mio rientro", "it" }, { "rientrero", "it" }, { "saro di ritorno", "it" }, { "in trasferta", "it" },
	{ "afwezig", "nl" }, { "niet op kantoor", "nl" }, { "niet aanwezig", "nl" }, { "vakantie", "nl" },
	{ "met verlof", "nl" }, { "zwangerschapsverlof", "nl" }, { "ouderschapsverlof", "nl" },
	{ "buiten kantoor", "nl" }, { "niet bereikbaar", "nl" }, { "weer aanwezig", "nl" },
	{ "weer bereikbaar", "nl" }, { "weer op kantoor", "nl" }, { "ben ik terug", "nl" }, { "ben ik weer", "nl" },
	{ "fora do escritorio", "pt" }, { "de ferias", "pt" }, { "em ferias", "pt" }, { "ausente", "pt" },
	{ "de licenca", "pt" }, { "em viagem", "pt" }, { "estarei fora", "pt" }, { "estou fora", "pt" },
	{ "meu regresso", "pt" }, { "meu retorno", "pt" }, { "estarei de volta", "pt" }, { "minha ausencia", "pt" },
	{ "escritorio", "pt" }, { "inte pa kontoret", "sv" }, { "semester", "sv" }, { "franvarande", "sv" },
	{ "tillbaka", "sv" }, { "foraldraledig", "sv" }, { "ikke pa kontoret", "da" }, { "pa ferie", "da" },
	{ "tilbage", "da" }, { "barsel", "da" }, { "tilbake", "nb" }, { "poissa", "fi" }, { "lomalla", "fi" },
	{ "urlop", "pl" }, { "nieobecn", "pl" }, { "poza biurem", "pl" }, { "dovolen", "cs" },
	{ "mimo kancelar", "cs" }, { "nepritomn", "cs" }, { "szabadsag", "hu" }, { "tavol", "hu" },
	{ "hazon kivul", "hu" }, { "concediu", "ro" }, { "in afara biroului", "ro" }, { "lipsesc", "ro" },
	{ "izin", "tr" }, { "ofis disinda", "tr" }, { "ofiste degil", "tr" }, { "tatil", "tr" },
	{ "в отпуске", "ru" }, { "отпуск", "ru" }, { "отсутств", "ru" }, { "вне офиса", "ru" },
	{ "не в офисе", "ru" }, { "командировк", "ru" }, { "відпустц", "uk" }, { "відсутн", "uk" }, { "休暇", "ja" },
	{ "不在", "ja" }, { "休業", "ja" }, { "お休み", "ja" }, { "出張", "ja" }, { "休假", "zh" }, { "外出", "zh" },
	{ "出差", "zh" }, { "不在办公室", "zh" }, { "度假", "zh" }, { "휴가", "ko" }, { "부재", "ko" }, { "출장", "ko" },
	{ "loma", "fi" }, { "matkoilla", "fi" }, { "ledig", "sv" }, { "bortrest", "sv" }, { "ferie", "da" },
	{ "fravaer", "da" }, { "permisjon", "nb" }, { "wakacj", "pl" }, { "vacances", "ca" },
	{ "fora de l'oficina", "ca" }, { "αδεια", "el" }, { "απουσι", "el" }, { "εκτος γραφειου", "el" },
	{ "חופשה", "he" }, { "מחוץ למשרד", "he" }, { "לא במשרד", "he" }, { "חופשת", "he" }, { "خارج المكتب", "ar" },
	{ "اجازة", "ar" }, { "godisnj", "hr" }, { "odsut", "hr" }, { "izvan ureda", "hr" }, { "na odmoru", "hr" },
	{ "dopust", "sl" }, { "odsot", "sl" }, { "atostog", "lt" }, { "atvalinajum", "lv" }, { "puhkus", "et" },
	{ "nghi phep", "vi" }, { "vang mat", "vi" }, { "cuti", "id" }, { "tidak di kantor", "id" },
	{ "wyjezd", "pl" }, { "nie ma mnie", "pl" }, { "sluzebni cest", "cs" },
};

#define RN_LONGEST_BOUND 5 /* "loma" is in "diploma"; "urlaub" may be in "Jahresurlaub" */

static gboolean
has_phrase (const char *folded, const char *phrase)
{
	gboolean is_bound = strlen (phrase) <= RN_LONGEST_BOUND;
	for (const char *at = folded; (at = strstr (at, phrase)) != NULL; at++)
		if (!is_bound || at == folded || !g_ascii_isalnum (at[-1]))
			return TRUE;
	return FALSE;
}

/* Words of one person about herself, folded: who acknowledges mail for an office says "we". */
static const char *const selves[] = {
	"i", "i'm", "i'll", "my", "ich", "bin", "meine", "meiner", "meinem", "je", "j'ai", "mon", "ma", "mes", "estoy", "estare", "mi", "me",
	"sono", "saro", "mio", "mia", "ik", "mijn", "estou", "estarei", "meu", "minha", "jag", "jeg", "jestem", "bede", "jsem", "budu",
	"vagyok", "sunt", "я", NULL
};

static gboolean
speaks_of_self (const char *folded)
{
	g_auto (GStrv) words = g_strsplit_set (folded, " .,;:!?()", -1);
	for (char **word = words; *word != NULL; word++)
		if (g_strv_contains (selves, *word))
			return TRUE;
	return FALSE;
}

/* How many phrases of absence the text has, and the language that most of them are from. */
static guint
count_phrases (const char *folded, const char **language)
{
	guint found[G_N_ELEMENTS (phrases)] = { 0 }, n_found = 0, most = 0;

	*language = "";
	for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++) {
		if (!has_phrase (folded, phrases[i].phrase))
			continue;
		gsize first = 0; /* row of that language: where it is counted */
		while (!g_str_equal (phrases[first].language, phrases[i].language))
			first++;
		n_found++;
		if (++found[first] > most) {
			most = found[first];
			*language = phrases[i].language;
		}
	}
	return n_found;
}

/* The language of the whole text where it is long enough to tell, else of the phrases
 * of absence in text and subject. */
static const char *
language_of (const char *text, const char *of_phrases, const char *of_subject)
{
	const char *language = rn_language_of_text (text);

	if (*of_phrases != '\0' && g_str_equal (of_phrases, of_subject))
		return of_phrases; /* the responder's own language, which few words of a text may hide */
	return *language != '\0' ? language : *of_phrases != '\0' ? of_phrases : of_subject;
}

/* A responder's subject: the phrase in front of what it answers. */
static gboolean
subject_says (const char *folded, gboolean *is_absence, const char **language)
{
	*is_absence = FALSE;
	*language = "";
	if (g_str_has_prefix (folded, "re:") || g_str_has_prefix (folded, "aw:") || g_str_has_prefix (folded, "fw"))
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++) {
		const char *at = strstr (folded, subjects[i].phrase);
		if (at == NULL || (at > folded && g_ascii_isalnum (at[-1])))
			continue;
		*is_absence = subjects[i].is_absence;
		*language = subjects[i].language;
		return TRUE;
	}
	return FALSE;
}

/* Lotus and Domino put the dates into the subject: "… (returning 08/03/2026)". */
static void
read_dates (const char *text, GTimeZone *zone, rn_reading *reading)
{
	rn_absence_dates (text, reading->language, reading->date, zone, &reading->absent_from, &reading->absent_until);
	if (reading->absent_from == 0 && reading->absent_until == 0)
		rn_absence_dates (reading->subject, reading->language, reading->date, zone, &reading->absent_from,
		                  &reading->absent_until);
	if (reading->absent_until != 0 && reading->absent_from > reading->absent_until) {
		rn_reading_add_note (reading, "an absence that ends before it starts");
		reading->absent_from = 0;
	}
}

/* "I'm at a conference until Thursday" needs no word of absence. */
static gboolean
announces_an_end (const char *folded, const rn_reading *reading)
{
	rn_time from = reading->absent_from, until = reading->absent_until;
	return until != 0 && (from == 0 || until - from > RN_DAY) && speaks_of_self (folded);
}

gboolean
rn_absence_read (const char *text, enum rn_automation automation, enum rn_reason automation_reason, GTimeZone *zone,
                 rn_reading *reading)
{
	gboolean by_subject, is_absence;
	const char *language, *subject_language;
	guint n_phrases;

	g_autofree char *subject = rn_folded (reading->subject, strlen (reading->subject));
	by_subject = subject_says (subject, &is_absence, &subject_language);
	if ((automation == RN_BY_A_PERSON && !by_subject) || automation_reason == RN_REASON_MAILING_LIST ||
	    automation_reason == RN_REASON_READ_RECEIPT || automation_reason == RN_REASON_LOOP)
		return FALSE; /* most mails end here */
	struct rn_reply reply;
	rn_reply_split (text, &reply);
	g_autofree char *own = g_steal_pointer (&reply.text);
	gboolean quoted = reply.quoted;
	rn_reply_clear (&reply);
	g_autofree char *folded = rn_folded (own, strlen (own));
	n_phrases = count_phrases (folded, &language);
	gboolean is_answer = automation == RN_RESPONDED || by_subject ||
	                     (automation != RN_BY_A_PERSON && *reading->in_reply_to != '\0');
	if (!is_answer || (automation == RN_BY_A_PERSON && n_phrases == 0))
		return FALSE;
	g_autofree char *had_language = g_strdup (reading->language);
	rn_reading_set (&reading->language, language_of (own, language, subject_language));
	read_dates (own, zone, reading);
	if (n_phrases == 0 && !is_absence && !announces_an_end (folded, reading)) {
		rn_reading_set (&reading->language, had_language);
		reading->absent_from = reading->absent_until = 0;
		return FALSE;
	}
	rn_reading_set (&reading->text, own);
	reading->quoted = quoted;
	reading->kind = RN_MAIL_ABSENCE;
	reading->automatic = TRUE;
	rn_reading_conclude (reading, RN_REASON_OUT_OF_OFFICE);
	return TRUE;
}
