/* Replies in the shapes that mail programs give them. Written by us after the forms
 * that these programs are documented to use; none was made by the program itself. */
#include "unit.h"

#include "reply_text.h"

static const struct {
	const char *name, *whole, *text;
	gboolean quoted;
} replies[] = {
	{ "nothing but words", "Yes, gladly.\n\nAnna\n", "Yes, gladly.\n\nAnna", FALSE },
	{ "empty", "", "", FALSE },
	{ "Gmail, top", "Yes!\n\nOn Mon, Nov 16, 2026 at 3:04 PM Mentoring <m@example.com> wrote:\n\n> Hello\n> YES or NO?\n",
	  "Yes!", TRUE },
	{ "Gmail, wrapped",
	  "Yes!\n\nOn Mon, Nov 16, 2026 at 3:04 PM The Reverse Mentoring Program <\nmentoring+abc@example.com> wrote:\n\n"
	  "> Hello\n", "Yes!", TRUE },
	{ "Gmail, wrapped thrice",
	  "Yes!\nOn Monday, 16 November 2026 at 15:04\nThe Reverse Mentoring Program of the Company\n"
	  "<mentoring+abc@example.com> wrote:\n> Hello\n", "Yes!", TRUE },
	{ "Gmail German", "Ja\n\nAm Mo., 16. Nov. 2026 um 15:04 Uhr schrieb Mentoring <m@example.com>:\n\n> Hallo\n", "Ja",
	  TRUE },
	{ "Gmail French", "Oui\n\nLe lun. 16 nov. 2026 à 15:04, Mentorat <m@example.com> a écrit :\n\n> Bonjour\n", "Oui", TRUE },
	{ "Gmail Spanish", "Sí\n\nEl lun, 16 nov 2026 a las 15:04, Mentoría (<m@example.com>) escribió:\n\n> Hola\n", "Sí",
	  TRUE },
	{ "Gmail Italian", "Sì\n\nIl giorno lun 16 nov 2026 alle ore 15:04 Mentoring <m@example.com> ha scritto:\n\n> Ciao\n",
	  "Sì", TRUE },
	{ "Gmail Dutch", "Ja\n\nOp ma 16 nov 2026 om 15:04 schreef Mentoring <m@example.com>:\n\n> Hallo\n", "Ja", TRUE },
	{ "Gmail Portuguese", "Sim\n\nMentoria <m@example.com> escreveu (segunda, 16/11/2026 à(s) 15:04):\n\n> Olá\n", "Sim",
	  TRUE },
	{ "Gmail Brazilian", "Sim\n\nEm seg., 16 de nov. de 2026 às 15:04, Mentoria <m@example.com> escreveu:\n\n> Olá\n", "Sim",
	  TRUE },
	{ "Gmail Danish", "Ja\n\nDen man. 16. nov. 2026 kl. 15.04 skrev Mentoring <m@example.com>:\n\n> Hej\n", "Ja", TRUE },
	{ "Gmail Swedish", "Ja\n\nDen mån 16 nov. 2026 kl 15:04 skrev Mentoring <m@example.com>:\n\n> Hej\n", "Ja", TRUE },
	{ "Gmail Norwegian", "Ja\n\nman. 16. nov. 2026 kl. 15:04 skrev Mentoring <m@example.com>:\n\n> Hei\n", "Ja", TRUE },
	{ "Gmail Finnish", "Kyllä\n\nma 16. marrask. 2026 klo 15.04 Mentoring (m@example.com) kirjoitti:\n\n> Hei\n", "Kyllä",
	  TRUE },
	{ "Gmail Polish", "Tak\n\npon., 16 lis 2026 o 15:04 Mentoring <m@example.com> napisał(a):\n\n> Dzień dobry\n", "Tak",
	  TRUE },
	{ "Gmail Czech", "Ano\n\npo 16. 11. 2026 v 15:04 odesílatel Mentoring <m@example.com> napsal:\n\n> Dobrý den\n", "Ano",
	  TRUE },
	{ "Gmail Hungarian", "Igen\n\nMentoring <m@example.com> ezt írta (időpont: 2026. nov. 16., H, 15:04):\n\n> Jó napot\n",
	  "Igen", TRUE },
	{ "Gmail Romanian", "Da\n\nÎn lun., 16 nov. 2026 la 15:04, Mentoring <m@example.com> a scris:\n\n> Bună\n", "Da", TRUE },
	{ "Gmail Turkish", "Evet\n\nMentoring <m@example.com>, 16 Kas 2026 Pzt, 15:04 tarihinde şunu yazdı:\n\n> Merhaba\n",
	  "Evet", TRUE },
	{ "Gmail Russian, no verb", "Да\n\nпн, 16 нояб. 2026 г. в 15:04, Mentoring <m@example.com>:\n\n> Здравствуйте\n", "Да",
	  TRUE },
	{ "Gmail Ukrainian", "Так\n\nпн, 16 лист. 2026 р. о 15:04 Mentoring <m@example.com> пише:\n\n> Вітаю\n", "Так", TRUE },
	{ "Gmail Greek", "Ναι\n\nΣτις Δευ 16 Νοε 2026 στις 3:04 μ.μ., ο χρήστης Mentoring <m@example.com> έγραψε:\n\n> Γεια\n",
	  "Ναι", TRUE },
	{ "Gmail Japanese", "はい\n\n2026年11月16日(月) 15:04 Mentoring <m@example.com>:\n\n> こんにちは\n", "はい", TRUE },
	{ "Gmail Chinese", "好的\n\nMentoring <m@example.com> 于2026年11月16日周一 15:04写道：\n\n> 你好\n", "好的", TRUE },
	{ "Gmail Korean", "네\n\n2026년 11월 16일 (월) 오후 3:04, Mentoring <m@example.com>님이 작성:\n\n> 안녕하세요\n", "네", TRUE },
	{ "Apple Mail German", "Gern.\n\n> Am 16.11.2026 um 15:04 schrieb Mentoring <m@example.com>:\n> \n> Hallo\n", "Gern.",
	  TRUE },
	{ "Apple Mail without marks", "Sure.\n\nSent from my iPhone\n\nOn 16 Nov 2026, at 15:04, "
	                              "Mentoring <m@example.com> wrote:\n\nHello,\nYES or NO?\n", "Sure.", TRUE },
	{ "Thunderbird", "On 16/11/2026 15:04, Mentoring wrote:\n> YES or NO?\n\nNo, thank you.\n", "No, thank you.", TRUE },
	{ "Thunderbird German", "Am 16.11.26 um 15:04 schrieb Mentoring:\n> JA oder NEIN?\nNein.\n", "Nein.", TRUE },
	{ "GMX", "Ja.\n\nMentoring <m@example.com> hat am 16.11.2026 15:04 CET geschrieben:\n\n\nHallo,\nJA oder NEIN?\n", "Ja.",
	  TRUE },
	{ "attribution without a colon", "Yes.\n\nOn 16 Nov 2026 Mentoring wrote\n\n> Hello\n", "Yes.", TRUE },
	{ "Apple forward", "See\n\nBegin forwarded message:\n\n> From: M <m@example.com>\n> Subject: x\n", "See", TRUE },
	{ "Yahoo on a phone", "Yes\n\nSent from Yahoo Mail on Android\n\n  On Mon, 16 Nov 2026 at 15:04, "
	                      "M<m@example.com> wrote:   Hello Anna,\nYES or NO\n", "Yes", TRUE },
	{ "Horde", "Yes\n\nQuoting M <m@example.com>:\n\n> Hello\n", "Yes", TRUE },
	{ "Orange", "Oui\n\nMessage du 16/11/26 15:04\nDe : \"M\" <m@example.com>\nA : a@example.com\nCopie à : \nObjet : x\n\n"
	            "Bonjour\n", "Oui", TRUE },
	{ "signature under a line", "Yes\n\nRegards,\nAnna\n\n___________________\nAnna Long | Tester\nACME Inc.\n", "Yes",
	  FALSE },
	{ "picture", "Yes\n\n[cid:image001.png@01D9]\nAnna\n", "Yes\n\nAnna", FALSE },
	{ "a sentence with a date, an address and a colon",
	  "Let us meet at 15:04 on 16 Nov 2026, m@example.com can book:\nroom 4\n",
	  "Let us meet at 15:04 on 16 Nov 2026, m@example.com can book:\nroom 4", FALSE },
	{ "a sentence with a verb and a colon", "On Monday I wrote to you:\nno reply so far.\n",
	  "On Monday I wrote to you:\nno reply so far.", FALSE },
	{ "interleaved", "Hi,\n\n> Will you come?\nYes.\n> And bring a friend?\nNo.\n", "Hi,\n\nYes.\n\nNo.", TRUE },
	{ "Outlook",
	  "Yes, please.\n\nFrom: Mentoring <m@example.com>\nSent: Monday, November 16, 2026 3:04 PM\n"
	  "To: Anna Long <anna@example.com>\nSubject: Reverse mentoring\n\nHello Anna,\nYES or NO?\n",
	  "Yes, please.", TRUE },
	{ "Outlook German, bold labels",
	  "Passt mir.\n\n*Von:* Mentoring <m@example.com>\n*Gesendet:* Montag, 16. November 2026 15:04\n"
	  "*An:* Anna Lang <anna@example.com>\n*Betreff:* Umgekehrtes Mentoring\n\nHallo\n", "Passt mir.", TRUE },
	{ "Outlook French, narrow spaces",
	  "D'accord.\n\nDe : Mentorat <m@example.com>\nEnvoyé : lundi 16 novembre 2026 15:04\nÀ : Anne Long <anne@example.com>\n"
	  "Objet : Mentorat inversé\n\nBonjour\n", "D'accord.", TRUE },
	{ "Outlook Spanish, long list of people",
	  "Vale.\n\nDe: Mentoría <m@example.com>\nEnviado el: lunes, 16 de noviembre de 2026 15:04\n"
	  "Para: Ana Larga <ana@example.com>; Luis\n Corto <luis@example.com>\nAsunto: Mentoría inversa\n\nHola\n",
	  "Vale.", TRUE },
	{ "Outlook Italian", "Va bene.\n\nDa: M <m@example.com>\nInviato: lunedì 16 novembre 2026 15:04\n"
	                     "A: Anna <a@example.com>\nOggetto: Mentoring\n\nCiao\n", "Va bene.", TRUE },
	{ "Outlook Dutch", "Prima.\n\nVan: M <m@example.com>\nVerzonden: maandag 16 november 2026 15:04\n"
	                   "Aan: Anna <a@example.com>\nOnderwerp: Mentoring\n\nHallo\n", "Prima.", TRUE },
	{ "Outlook Portuguese", "Está bem.\n\nDe: M <m@example.com>\nEnviada em: segunda-feira, 16 de novembro de 2026 15:04\n"
	                        "Para: Ana <a@example.com>\nAssunto: Mentoria\n\nOlá\n", "Está bem.", TRUE },
	{ "Outlook Swedish", "Ja tack.\n\nFrån: M <m@example.com>\nSkickat: den 16 november 2026 15:04\n"
	                     "Till: Anna <a@example.com>\nÄmne: Mentorskap\n\nHej\n", "Ja tack.", TRUE },
	{ "Outlook Polish", "Dobrze.\n\nOd: M <m@example.com>\nWysłano: poniedziałek, 16 listopada 2026 15:04\n"
	                    "Do: Anna <a@example.com>\nTemat: Mentoring\n\nWitaj\n", "Dobrze.", TRUE },
	{ "Outlook Russian", "Хорошо.\n\nОт: M <m@example.com>\nОтправлено: 16 ноября 2026 г. 15:04\nКому: Анна <a@example.com>\n"
	                     "Тема: Наставничество\n\nПривет\n", "Хорошо.", TRUE },
	{ "Outlook Japanese", "はい。\n\n差出人: M <m@example.com>\n送信日時: 2026年11月16日 15:04\n宛先: Anna <a@example.com>\n件名: メンタリング\n\n"
	                      "こんにちは\n", "はい。", TRUE },
	{ "Outlook Chinese", "好。\n\n发件人：M <m@example.com>\n发送时间：2026年11月16日 15:04\n收件人：Anna <a@example.com>\n主题：导师\n\n你好\n",
	  "好。", TRUE },
	{ "Outlook, classic divider", "Yes\n\n-----Original Message-----\nFrom: M <m@example.com>\n"
	                              "Sent: Monday, November 16, 2026 3:04 PM\nSubject: x\n\nHello\n", "Yes", TRUE },
	{ "Outlook German divider", "Ja\n\n-----Ursprüngliche Nachricht-----\nVon: M <m@example.com>\nGesendet: Montag\n"
	                            "Betreff: x\n\nHallo\n", "Ja", TRUE },
	{ "Outlook on the web", "Yes\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\n"
	                        "From: M <m@example.com>\nSent: Monday, November 16, 2026 3:04:05 PM\nTo: Anna <a@example.com>\n"
	                        "Subject: x\n\nHello\n", "Yes", TRUE },
	{ "divider in a language that we lack, with known labels",
	  "Yes\n\n--------- foo bar baz ---------\nFrom: M\nSubject: x\n\nHello\n", "Yes", TRUE },
	{ "Zoho", "Yes\n\n\n---- On Mon, 16 Nov 2026 15:04:00 +0100 M <m@example.com> wrote ----\n\nHello\n", "Yes", TRUE },
	{ "Notes, internet style", "Yes.\n\n-----Mentoring/ACME wrote: -----\nTo: Anna Long/ACME@ACME\nFrom: Mentoring/ACME\n"
	                           "Date: 11/16/2026 03:04PM\nSubject: x\n\nHello\n", "Yes.", TRUE },
	{ "Notes German", "Ja.\n\n\nVon:\tMentoring/ACME\nAn:\tAnna Lang/ACME@ACME\nKopie:\t\nDatum:\t16.11.2026 15:04\n"
	                  "Betreff:\tx\n\n\nHallo\n", "Ja.", TRUE },
	{ "Notes, names without colons",
	  "Fine with me.\n\n\n\n             Mentoring/ACME                                            \n"
	  "             16.11.2026 15:04                                        To\n"
	  "                                       Anna Long/ACME@ACME             \n"
	  "                                                                     cc\n"
	  "                                                                       \n"
	  "                                                                Subject\n"
	  "                                       Reverse mentoring               \n\n\nHello\n", "Fine with me.", TRUE },
	{ "signature", "Yes\n-- \nAnna Long\nHead of Testing\n", "Yes", FALSE },
	{ "signature between words and quote", "Yes\n\n--\nAnna\n\nOn 16/11/2026 15:04, M wrote:\n> Hello\n", "Yes", TRUE },
	{ "signature, then words under a quote", "> Hello\n-- \nAnna\n\n> Question?\n\nAnswer\n", "Answer", TRUE },
	{ "contact block without a delimiter",
	  "Ja.\n\nMit freundlichen Grüßen\nAnna Lang\nLeiterin Test\nACME GmbH\nTel. +49 30 1234567\n", "Ja.", FALSE },
	{ "closing without a block", "Oui.\n\nCordialement,\nAnne\n", "Oui.", FALSE },
	{ "postscript below the name", "Yes\n\nBest regards,\nAnna\n\nPS: not on Mondays\n", "Yes\n\nPS: not on Mondays", FALSE },
	{ "name, title and telephone without closing words", "Yes, fine.\n\nAnna Long\nDirector\n+44 20 7946 0123\n",
	  "Yes, fine.", FALSE },
	{ "a telephone number that is the answer", "Yes, call me:\n\n+44 20 7946 0123\n", "Yes, call me:\n\n+44 20 7946 0123",
	  FALSE },
	{ "first name, then a block with an extension",
	  "Ja.\n\nViele liebe Grüße\nAnna\n\nAnna Lang | Einkauf | Durchwahl -387\n", "Ja.", FALSE },
	{ "nothing but closing words", "Best regards,\nAnna\n", "Best regards,\nAnna", FALSE },
	{ "iPhone German", "Ja\n\nVon meinem iPhone gesendet\n", "Ja", FALSE },
	{ "iPhone French", "Oui\n\nEnvoyé de mon iPhone\n", "Oui", FALSE },
	{ "iPhone Spanish", "Sí\n\nEnviado desde mi iPhone\n", "Sí", FALSE },
	{ "iPhone Italian", "Sì\n\nInviato da iPhone\n", "Sì", FALSE },
	{ "iPhone Dutch", "Ja\n\nVerstuurd vanaf mijn iPhone\n", "Ja", FALSE },
	{ "iPhone Portuguese", "Sim\n\nEnviado do meu iPhone\n", "Sim", FALSE },
	{ "iPhone Swedish", "Ja\n\nSkickat från min iPhone\n", "Ja", FALSE },
	{ "iPhone Polish", "Tak\n\nWysłane z iPhone'a\n", "Tak", FALSE },
	{ "iPhone Japanese", "はい\n\niPhoneから送信\n", "はい", FALSE },
	{ "Outlook for Android, German", "Ja\n\nOutlook für Android<https://aka.ms/x> beziehen\n", "Ja", FALSE },
	{ "Samsung", "Yes\n\nSent from my Galaxy\n", "Yes", FALSE },
	{ "words about a phone", "I sent from my desk what you asked for.\nOn my phone I read it.\n",
	  "I sent from my desk what you asked for.\nOn my phone I read it.", FALSE },
	{ "disclaimer", "Yes\n\nThis e-mail and any attachments are confidential and intended only for the addressee. "
	                "If you have\nreceived it in error, please notify the sender and delete it.\n", "Yes", FALSE },
	{ "German disclaimer", "Ja\n\nDiese E-Mail enthält vertrauliche Informationen. "
	                       "Wenn Sie nicht der richtige Adressat sind oder diese\n"
	                       "E-Mail irrtümlich erhalten haben, informieren Sie bitte den Absender.\n", "Ja", FALSE },
	{ "French disclaimer", "Oui\n\nCe message est confidentiel et réservé à son destinataire. "
	                       "Si vous l'avez reçu par erreur, merci de le\nsupprimer.\n", "Oui", FALSE },
	{ "company lines", "Ja\n\nACME GmbH, Sitz der Gesellschaft: Bonn, Amtsgericht Bonn HRB 1234, Geschäftsführer: A. Lang\n",
	  "Ja", FALSE },
	{ "a person's own request", "Please keep this message confidential.\n", "Please keep this message confidential.", FALSE },
	{ "a colon is no attribution", "What I want to learn:\nnew tools.\n", "What I want to learn:\nnew tools.", FALSE },
	{ "CR LF", "Yes\r\n\r\n> Hello\r\n", "Yes", TRUE },
	{ "nested quotes", "Yes\n\n> > Hello\n>> Again\n > And again\n", "Yes", TRUE },
	{ "bytes that are no UTF-8", "Yes\xff\n> Hello\n", "Yes\xef\xbf\xbd", TRUE },
};

START_TEST (own_words_are_kept)
{
	struct rn_reply reply;

	rn_reply_split (replies[_i].whole, &reply);
	ck_assert_msg (g_strcmp0 (reply.text, replies[_i].text) == 0, "%s: “%s”", replies[_i].name, reply.text);
	ck_assert_msg (reply.quoted == replies[_i].quoted, "%s: quoted is %d", replies[_i].name, reply.quoted);
	rn_reply_clear (&reply);
}
END_TEST

/* Filled in lines as "number=text" joined by "|". */
static const struct {
	const char *name, *whole, *filled;
} forms[] = {
	{ "on top", "1: 4\n2: yes\n3: More time, please.\n\n> 1. How happy are you?\n> (1 = not at all, 5 = very much)\n",
	  "1=4|2=yes|3=More time, please." },
	{ "other signs", "1) 4\n(2) yes\n3. Fine\n#4: no\n5 = 3\n6 - all well\n", "1=4|2=yes|3=Fine|4=no|5=3|6=all well" },
	{ "no space", "1:4\n2)5\n", "1=4|2=5" },
	{ "two lines", "1: 4\n2: It was good\nand I learnt a lot.\n\nThanks, Anna\n", "1=4|2=It was good\nand I learnt a lot." },
	{ "below the quoted questions", "> Please answer.\n>\n> 1. How happy are you?\n> (1 = not at all, 5 = very much)\n>\n4\n"
	                                "> 2. Anything else?\n> (in your own words)\n\nNo.\n\nReally not.\n\n> -- \n"
	                                "> Mentoring\n", "1=4|2=No.\n\nReally not." },
	{ "a list and words below all", "> 1. Testing\n> 2. Security\n>\n> Reply with the numbers.\n\nyes please\n", "" },
	{ "a list and a number right below it", "> 1. Testing\n> 2. Security\n\n2\n", "" },
	{ "typed into Outlook's quote", "see below\n\nFrom: M\nSent: Monday\nTo: A\nSubject: x\n\n1. How happy are you?\n"
	                                "(1 = not at all,\n5 = very much)\n4\n\n2. Anything else?\n(in your own words)\n"
	                                "No, really.\nThanks.\n\n3. One more?\n(yes or no)\n\n-- \nMentoring\n",
	                                "1=4|2=No, really.\nThanks." },
	{ "typed into a marked quote", "> 1. How happy are you?\n> (1 = not at all, 5 = very much)\n> 5\n>\n> 2. Why?\n"
	                               "> (in your own words)\n>\n", "1=5" },
	{ "numbers with brackets", "1) and 3)\n", "" },
	{ "a title copied from the list", "2. Security\n\n> 1. Testing\n> 2. Security\n", "" },
	{ "dates and times", "12.3. would do\n3:30 pm\n2 - 4 is fine\n1. 4. 2026\n", "" },
	{ "numbers alone", "2\n3.\n1, 2\n", "" },
	{ "a signature ends it", "> 3. Anything else?\n\nAll fine.\nBest regards,\nAnna\n", "3=All fine." },
};

START_TEST (questions_are_filled_in)
{
	struct rn_reply reply;
	g_autoptr (GString) filled = g_string_new (NULL);

	rn_reply_split (forms[_i].whole, &reply);
	for (guint i = 0; i < reply.filled->len; i++) {
		const struct rn_filled_line *line = g_ptr_array_index (reply.filled, i);
		g_string_append_printf (filled, "%s%d=%s", i > 0 ? "|" : "", line->question, line->text);
	}
	ck_assert_msg (g_str_equal (filled->str, forms[_i].filled), "%s: “%s”", forms[_i].name, filled->str);
	rn_reply_clear (&reply);
}
END_TEST

/* Input that invites quadratic time; the limit is loose for slow machines. */
static const char *const costly[] = { "a:\n", "From:\n", "> 1. a\n1: a\n", "1: a\n", "--\n", "On 2026\n", "To\n", ">", "x",
                                      "2026 12:00:\n", "-- wrote --x\n", "\n", "regards\n", "____________\n" };

START_TEST (long_mails_take_linear_time)
{
	g_autoptr (GString) whole = g_string_new (NULL);
	struct rn_reply reply;

	while (whole->len < 64 * 1024)
		g_string_append (whole, costly[_i]);
	clock_t start = clock (); /* of this process: others may keep the machine busy */
	rn_reply_split (whole->str, &reply);
	clock_t took = clock () - start;
	ck_assert_msg (took < CLOCKS_PER_SEC, "“%s”: %ld µs", costly[_i], (long) took);
	rn_reply_clear (&reply);
}
END_TEST

static Suite *
suite (void)
{
	Suite *suite = suite_create ("reply text");
	TCase *tests = tcase_create ("reply text");

	tcase_add_loop_test (tests, own_words_are_kept, 0, G_N_ELEMENTS (replies));
	tcase_add_loop_test (tests, questions_are_filled_in, 0, G_N_ELEMENTS (forms));
	tcase_add_loop_test (tests, long_mails_take_linear_time, 0, G_N_ELEMENTS (costly));
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (suite ())
