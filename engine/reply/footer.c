#include "footer.h"

#include <string.h>

#include "word_list.h"

#define MAX_PHONE_FOOTER 140 /* the longest known one names phone, network and mail app */
#define MIN_DISCLAIMER 60    /* shorter ones are a person's own request */

/* Beginnings of phone footers; a word of `devices` must follow. */
static const char *const footer_openings[] = {
	"sent from", "sent via", "sent with", "sent using", "sent by", "sent on", "get ", "download ",
	"this message was sent from", "composed on", "typed on",
	"gesendet von", "gesendet mit", "gesendet aus", "gesendet über", "von meinem", "von unterwegs",
	"diese nachricht wurde", "diese e-mail wurde", "holen sie sich", "outlook für", "verschickt",
	"mit freundlichen grüßen von meinem",
	"envoyé de", "envoyé depuis", "envoyé à partir", "envoyé avec", "envoyé via", "envoyé par", "envoyé sur",
	"télécharge", "obtenez ", "obtenir ", "provenance",
	"enviado desde", "enviado do", "enviado de", "enviado con", "enviado com", "enviado a partir", "enviado por",
	"enviado via", "enviado mediante", "obtener ", "obtenga ", "descarga", "obter ", "obtenha ", "baixar ",
	"transferir ",
	"inviato da", "inviato dal", "inviato dallo", "inviato con", "inviato tramite", "scarica ", "ottieni ",
	"verstuurd v", "verstuurd met", "verzonden v", "verzonden met", "outlook voor", "haal ",
	"sendt fra", "sendt med", "sendt via", "hent ", "få ", "skickat från", "skickat med", "hämta ", "skaffa ",
	"lähetetty", "hanki ", "sent úr",
	"wysłane z", "wysłano z", "wysłane za", "pobierz ", "odesláno z", "odoslané z", "získejte ", "poslano s",
	"poslano iz", "elküldve", "küldve ", "trimis de", "trimis din", "saadetud", "nosūtīts no", "išsiųsta iš",
	"στάλθηκε από", "εστάλη από", "iphone", "ipad", "android", "samsung", "outlook ", "отправлено с",
	"отправлено из", "надіслано з", "изпратено от", "послато са", "enviat des", "nire ", "נשלח מ", "أرسلت من",
	"تم الإرسال من", "مرسل من",
	"发自", "發自", "从我的", "從我的", "我的", "나의", "내 ", "được gửi từ", "đã gửi từ", "gửi từ", "dikirim dari", "ส่งจาก",
};
static const char *const devices[] = {
	"iphone", "ipad", "ipod", "ios", "android", "samsung", "galaxy", "huawei", "xiaomi", "redmi", "oneplus",
	"pixel", "nokia", "blackberry",
	"smartphone", "handy", "mobil", "mobile", "phone", "telefon", "tablet", "portable", "movil", "celular",
	"telemovel", "cellulare", "puhelin", "mobiel",
	"mac", "outlook", "yahoo", "gmail", "mail for", "mail fur", "mail app", "mail voor", "mail pour",
	"mail para", "mail per", "windows", "thunderbird", "proton", "spark", "airmail",
	"gmx", "web.de", "bluemail", "aqua mail", "k-9", "k9", "fairemail", "mailbird", "edison", "aol", "icloud",
	"zoho", "hey.com", "superhuman", "fastmail", "canary", "tutanota", "t-online",
	"телефон", "смартфон", "айфон", "кишен", "전화", "手机", "手機", "电话",
};

/* Each concept that a paragraph names counts once; three make a disclaimer. */
static const char *const about_message[] = {
	"e-mail", "email", "message", "nachricht", "mitteilung", "courriel", "mensaje", "correo", "messaggio",
	"comunicazione", "bericht", "mensagem", "meddelande", "meddelelse", "wiadomosc", "viesti", "сообщени",
	"zprava",
};
static const char *const about_secrecy[] = {
	"confidential", "privileged", "proprietary", "vertraulich", "geschutzt", "confidentiel", "confidencial",
	"riservat", "confidenzial", "vertrouwelijk", "fortrolig", "konfidenti", "sekretess", "poufn", "luottamuksel",
	"конфиденциальн", "duvern",
};
static const char *const about_recipient[] = {
	"intended recipient", "addressee", "intended for", "intended only", "intended solely", "named above",
	"individual or entity", "adressat", "empfanger", "destinataire", "destinatari", "geadresseerde", "bestemd",
	"ontvanger", "modtager", "mottagare", "adresat", "vastaanottaj", "получател",
};
static const char *const about_mistake[] = {
	"in error", "by mistake", "irrtumlich", "versehentlich", "nicht der richtige", "par erreur", "por error",
	"per errore", "per vergissing", "abusievelijk", "ten onrechte", "por engano", "por erro", "ved en fejl",
	"av misstag", "omylk", "vahingossa", "по ошибке", "omylem",
};
static const char *const about_deletion[] = {
	"delete", "destroy", "notify", "unauthori", "prohibited", "disclos", "disseminat", "losche", "vernichte",
	"unbefugt", "nicht gestattet", "informieren sie", "detrui", "supprim", "interdit", "divulg", "eliminar",
	"elimin", "destru", "borr", "prohibid", "cancella", "distrugg", "vietat", "verwijder", "vernietig",
	"verboden", "apag", "proibid", "slet", "radera", "usun", "удал",
};
static const char *const about_company[] = {
	"geschaftsfuhr", "amtsgericht", "handelsregister", "sitz der gesellschaft", "ust-id", "ustid", "hrb ",
	"vorstand", "aufsichtsrat", "registered in", "registered office", "company number", "vat ", "vat:", "siret",
	"rcs ", "capital social", "kvk", "partita iva", "p.iva", "c.f.", "cif ", "cnpj",
};

/* One of these is enough. */
static const char *const headings[] = {
	"confidentiality notice", "confidentiality note", "disclaimer", "legal notice", "email disclaimer",
	"vertraulichkeitshinweis", "haftungsausschluss", "rechtlicher hinweis", "avis de confidentialité",
	"clause de confidentialité", "avertissement",
	"aviso legal", "aviso de confidencialidad", "cláusula de confidencialidad", "avviso di riservatezza",
	"avvertenza", "aviso de confidencialidade", "vertrouwelijkheid", "klauzula poufności",
	"please consider the environment", "consider the environment before", "think before you print",
	"think of the environment", "bitte denken sie an die umwelt", "denken sie an die umwelt",
	"pensez à l'environnement", "avant d'imprimer", "piense en el medio ambiente", "antes de imprimir",
	"prima di stampare", "denk aan het milieu", "pense no meio ambiente",
	"virus-free", "virenfrei", "this email has been scanned", "this email has been checked for viruses",
	"diese e-mail wurde von avast", "diese e-mail wurde auf viren", "l'absence de virus", "libre de virus",
	"caution: this email", "caution: external", "warning: this email originated", "external email:",
	"[external]",
};

static const char *const closings[] = {
	"belle journée", "bonne fin de", "excellente journée", "bien sincèrement", "reciban un", "recibe un", "con un cordial",
	"con i migliori", "un cordiale", "buona serata", "grazie e cordiali", "met groet", "hartelijks", "fijne dag", "prettige dag",
	"um grande abraço", "um bom dia", "mit besten", "mit lieben", "mit herzlichen", "alles gute", "schönen tag", "schöne woche",
	"einen schönen", "warmest", "yours,", "speak soon", "talk soon", "have a great", "have a nice", "have a good",
	"thanks and best", "thanks, and best", "many thanks, ", "with thanks and", "danke und gr", "danke und vi", "vielen dank und",
	"besten dank und", "merci et ", "merci d'avance et", "gracias y un", "gracias y sal", "grazie e ", "dank en groet", "bedankt en groet",
	"obrigado e ", "obrigada e ",
	"best regards", "kind regards", "warm regards", "regards", "best wishes", "best,", "cheers", "sincerely",
	"yours sincerely", "yours truly", "all the best", "many thanks and best", "thanks and regards",
	"thanks & regards", "take care", "br,", "kr,", "rgds", "with best", "with kind",
	"mit freundlichen", "mit freundlichem", "freundliche gr", "viele gr", "liebe gr", "beste gr", "schöne gr",
	"herzliche gr", "lieben gruß", "besten gruß", "viele liebe gr", "gruß", "grüße", "grüsse", "mfg", "lg", "vg",
	"hochachtungsvoll", "herzlichst", "sonnige gr",
	"cordialement", "bien cordialement", "bien à vous", "cdlt", "bien à toi", "salutations",
	"meilleures salutations", "sincères salutations", "amicalement", "bonne journée", "bonne soirée", "bises",
	"veuillez agréer", "respectueusement",
	"saludos", "un saludo", "atentamente", "cordialmente", "saludos cordiales", "un abrazo", "un cordial saludo",
	"atte", "reciba un",
	"cordiali saluti", "distinti saluti", "saluti", "un saluto", "un caro saluto", "buona giornata", "a presto",
	"met vriendelijke groet", "vriendelijke groet", "groet", "groeten", "groetjes", "hartelijke groet", "mvg",
	"met hartelijke",
	"atenciosamente", "cumprimentos", "com os melhores", "melhores cumprimentos", "abraço", "abraços", "att.",
	"saudações", "um abraço", "cordiais saudações",
	"med venlig hilsen", "venlig hilsen", "mvh", "med vennlig hilsen", "vennlig hilsen", "hilsen",
	"vänliga hälsningar", "med vänlig", "hälsningar", "ystävällisin terveisin", "terveisin", "pozdrawiam",
	"z poważaniem", "s pozdravem", "s pozdravom", "üdvözlettel", "cu stimă", "с уважением", "saygılarımla",
	"με εκτίμηση", "з повагою",
};

#define LIST(array) { .words = array, .n = G_N_ELEMENTS (array) }
static struct rn_word_list opening_list = LIST (footer_openings), device_list = LIST (devices), heading_list = LIST (headings),
	closing_list = LIST (closings), company_list = LIST (about_company);
static struct rn_word_list concepts[] = {
	LIST (about_message), LIST (about_secrecy), LIST (about_recipient), LIST (about_mistake), LIST (about_deletion),
};

gboolean
rn_is_phone_footer (const char *line)
{
	struct rn_haystack haystack;

	line += strspn (line, "*_[(-~ \"");
	if (strlen (line) > MAX_PHONE_FOOTER || rn_word_list_starts (&opening_list, line) == 0)
		return FALSE;
	rn_haystack_init (&haystack, line);
	return rn_word_list_count (&device_list, &haystack, 1) > 0;
}

gboolean
rn_is_disclaimer (const char *paragraph)
{
	struct rn_haystack haystack;
	int named = 0;

	paragraph += strspn (paragraph, "*_-=~ \"");
	if (rn_word_list_starts (&heading_list, paragraph) > 0)
		return TRUE;
	if (strlen (paragraph) < MIN_DISCLAIMER)
		return FALSE;
	rn_haystack_init (&haystack, paragraph);
	for (gsize i = 0; i < G_N_ELEMENTS (concepts); i++)
		named += rn_word_list_count (&concepts[i], &haystack, 1);
	return named >= 3 || rn_word_list_count (&company_list, &haystack, 2) >= 2;
}

gboolean
rn_is_placeholder (const char *line)
{
	static const char *const openings[] = { "[cid:", "[image", "[bild", "[logo", "<image", "[inline image", "[https://", "[http://" };
	gsize size = strlen (line);

	for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
		if (g_str_has_prefix (line, openings[i]))
			return line[size - 1] == ']' || line[size - 1] == '>';
	return FALSE;
}

gboolean
rn_is_closing (const char *line)
{
	line += strspn (line, "*_- ");
	gsize size = strlen (line);
	gsize matched = size <= RN_MAX_CLOSING ? rn_word_list_starts (&closing_list, line) : 0;

	/* "lg" closes, "lgtm" does not */
	return matched > 0 && (matched >= 6 || !g_ascii_isalnum (line[matched]) || !g_ascii_isalnum (line[matched - 1]));
}

/* "Ext. 12", "Durchwahl -387", "Tel. 1-2-3" */
static gboolean
has_extension (const char *line)
{
	static const char *const words[] = { "ext", "ext.", "extension", "tel", "tel.", "tel:", "phone", "phone:", "fon", "telefon", "telefon:",
		"durchwahl", "dw", "mobil", "mobil:", "mobile", "mobile:", "fax", "poste", "ligne", "int.", "interno", "doorkiesnr.", "doorkiesnummer",
		"toestel", "ramal", "anexo", "extension:", "raum", "room" };

	for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
		const char *at = strstr (line, words[i]);
		gsize size = strlen (words[i]);
		if (at == NULL || (at > line && g_ascii_isalnum (at[-1])) || at[size] != ' ')
			continue;
		at += size + strspn (at + size, " -+(");
		if (g_ascii_isdigit (*at))
			return TRUE;
	}
	return FALSE;
}

gboolean
rn_is_contact (const char *line)
{
	int digits = 0;

	if (strstr (line, "www.") != NULL || strstr (line, "http") != NULL || strchr (line, '@') != NULL)
		return TRUE;
	if (has_extension (line) || (strlen (line) < MAX_PHONE_FOOTER && strstr (line, " | ") != NULL))
		return TRUE;
	for (const char *at = line; *at != '\0'; at++) {
		if (g_ascii_isdigit (*at))
			digits++;
		else if (strchr (" +-/().", *at) == NULL)
			digits = digits >= 7 ? digits : 0;
	}
	return digits >= 7;
}
