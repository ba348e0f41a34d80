#include "quote_words.h"

#include <string.h>

#include "fold.h"
#include "word_list.h"

/* Fields of quoted headers as Outlook, Apple Mail, Thunderbird, Notes, Exchange and
 * webmailers write them. en de fr es it nl pt, then da nb sv fi is, pl cs sk sl hr hu
 * ro, et lv lt, el tr, ru uk bg sr, ca eu gl, he ar fa, ja zh ko, vi id th. */
static const char *const from_labels[] = {
	"From", "Von", "De", "Expéditeur", "Da", "Van", "Afzender", "Fra", "Från", "Lähettäjä", "Frá", "Od", "Nadawca",
	"Odesílatel", "Odosielateľ", "Feladó", "De la", "Expeditor", "Saatja", "Kellelt", "No", "Nuo", "Από", "Kimden",
	"Gönderen", "От", "Отправитель", "От кого", "Від", "Від кого", "Подател", "Šalje", "Пошиљалац", "Nork",
	"מאת", "من",
	"از", "差出人", "送信者", "发件人", "寄件者", "寄件人", "보낸 사람", "보낸사람", "발신", "Từ", "Người gửi", "Dari", "Pengirim", "จาก",
};
static const char *const date_labels[] = {
	"Sent", "Date", "Sent at", "Received", "Gesendet", "Gesendet am", "Datum", "Envoyé", "Envoyé le",
	"Date d'envoi",
	"Enviado", "Enviado el", "Enviado a las", "Fecha", "Fecha de envío", "Inviato", "Inviato il", "Data",
	"Data invio",
	"Verzonden", "Verzonden op", "Enviada", "Enviada em", "Enviado em", "Data de envio", "Sendt", "Dato", "Skickat",
	"Skickat den", "Lähetetty", "Päivämäärä", "Päiväys", "Sent þann", "Dagsetning", "Wysłano", "Wysłane",
	"Odesláno",
	"Dátum", "Odoslané", "Poslano", "Elküldve", "Küldve", "Küldés ideje", "Trimis", "Dată", "Saadetud",
	"Kuupäev", "Nosūtīts",
	"Datums", "Išsiųsta", "Στάλθηκε", "Ημερομηνία", "Gönderildi", "Gönderme Tarihi", "Tarih", "Отправлено", "Дата",
	"Дата отправки", "Надіслано", "Изпратено", "Послато", "Датум", "Enviat", "Bidalia", "Enviado o", "נשלח",
	"תאריך",
	"تم الإرسال", "تاريخ الإرسال", "التاريخ", "تاریخ", "送信日時", "送信日", "日付", "日時", "发送时间", "发送日期", "日期", "時間", "时间",
	"寄件日期", "傳送時間", "보낸 날짜", "날짜", "발신일", "Ngày", "Đã gửi", "Tanggal", "Dikirim", "Terkirim", "วันที่", "ส่ง",
	"ส่งเมื่อ",
};
static const char *const to_labels[] = {
	"To", "An", "Empfänger", "À", "A", "Pour", "Destinataire", "Para", "Destinatario", "Aan", "Destinatário", "Til",
	"Till", "Vastaanottaja", "Do", "Adresat", "Komu", "Pro", "Za", "Prima", "Címzett", "Către", "Catre",
	"Destinatar",
	"Saaja", "Kellele", "Adresāts", "Kam", "Προς", "Kime", "Alıcı", "Кому", "Получатель", "До", "За", "Nori",
	"Per a",
	"אל", "إلى", "به", "宛先", "收件人", "收件者", "받는 사람", "받는사람", "수신", "Đến", "Tới", "Kepada", "Untuk", "ถึง",
};
static const char *const copy_labels[] = {
	"Cc", "Bcc", "Kopie", "Kopie (CC)", "Copie", "Copie à", "Cci", "Copia", "CCO", "Ccn", "Copia per conoscenza",
	"CC aan",
	"Kopi", "Kopia", "Kopio", "DW", "UDW", "Kopie (Cc)", "Kópia", "Skrytá kopie", "Másolatot kap", "Másolat",
	"Copie Cc",
	"Koopia", "Kopija", "Κοιν.", "Κοινοποίηση", "Bilgi", "Копия", "Копія", "Копие", "עותק", "نسخة", "نسخة إلى",
	"رونوشت", "抄送",
	"副本", "参照", "참조", "Đồng gửi", "Tembusan", "สำเนาถึง",
};
static const char *const subject_labels[] = {
	"Subject", "Betreff", "Thema", "Objet", "Sujet", "Asunto", "Oggetto", "Onderwerp", "Assunto", "Emne", "Ämne",
	"Aihe",
	"Efni", "Temat", "Předmět", "Predmet", "Zadeva", "Naslov", "Tárgy", "Subiect", "Teema", "Temats", "Tēma",
	"Tema",
	"Θέμα", "Konu", "Тема", "Относно", "Предмет", "Наслов", "Assumpte", "Gaia", "Asunto do correo", "נושא", "הנדון",
	"الموضوع", "موضوع", "件名", "主题", "主旨", "主題", "제목", "Chủ đề", "Tiêu đề", "Subjek", "Perihal", "Judul",
	"เรื่อง", "หัวเรื่อง",
};
static const char *const other_labels[] = {
	"Reply-To", "Antwort an", "Répondre à", "Responder a", "Rispondi a", "Antwoord aan", "Responder para",
	"Importance",
	"Wichtigkeit", "Priorität", "Priority", "Importancia", "Priorità", "Prioriteit", "Importância",
	"Attachments", "Anlagen",
	"Anhang", "Pièces jointes", "Datos adjuntos", "Allegati", "Bijlagen", "Anexos", "When", "Wann", "Where", "Wo",
	"Organization", "Newsgroups", "Message-ID", "Sent by", "Gesendet von", "Envoyé par", "Enviado por",
	"Inviato da",
	"Mailed-By", "List-Id", "Importance/Importance",
};

static const struct {
	enum rn_label label;
	const char *const *words;
	gsize n;
} labels[] = {
	{ RN_LABEL_FROM, from_labels, G_N_ELEMENTS (from_labels) },
	{ RN_LABEL_DATE, date_labels, G_N_ELEMENTS (date_labels) },
	{ RN_LABEL_TO, to_labels, G_N_ELEMENTS (to_labels) },
	{ RN_LABEL_COPY, copy_labels, G_N_ELEMENTS (copy_labels) },
	{ RN_LABEL_SUBJECT, subject_labels, G_N_ELEMENTS (subject_labels) },
	{ RN_LABEL_OTHER, other_labels, G_N_ELEMENTS (other_labels) },
};

static const char *const wrote[] = {
	"wrote", "writes", "said", "quoting", "replying to", "zitat von", "zitiere", "citando", "citation de",
	"citat fra", "citerar",
 "schrieb", "schreibt", "geschrieben", "a écrit", "écrit", "escribió", "ha escrito", "ha scritto",
	"scrive", "scrisse", "schreef", "geschreven", "escreveu", "skrev", "skrifaði", "kirjoitti", "napisał",
	"napisała",
	"napisał(a)", "napisali", "pisze", "napsal", "napsala", "napsal(a)", "píše", "napísal", "napísala",
	"napísal(a)", "napisal",
	"napisao", "napisala", "napisao/la", "je napisao/la", "piše", "írta", "a scris", "kirjutas", "rakstīja",
	"rašė", "parašė",
	"έγραψε", "yazdı", "şunu yazdı", "şunları yazdı", "написал", "написала", "написал(а)", "пишет", "писал",
	"писал(а)", "пише",
	"написав", "написав(ла)", "написа", "написао", "va escriure", "idatzi zuen", "escribiu", "כתב", "כתבה",
	"כתב/ה", "كتب", "كتبت", "نوشت",
	"書きました", "のメッセージ", "のメール", "さんは書", "写道", "寫道", "작성", "쓴 글", "썼습니다", "đã viết", "viết", "menulis", "เขียนว่า", "เขียน",
};

static const char *const original[] = {
	"original message", "original", "forwarded message", "forwarded by", "begin forwarded", "reply message",
	"replied message",
	"ursprüngliche nachricht", "originalnachricht", "original-nachricht", "ursprüngliche e-mail",
	"weitergeleitete nachricht",
	"originaltext", "message d'origine", "message original", "message initial", "message transféré",
	"mensaje original",
	"mensaje reenviado", "messaggio originale", "messaggio originario", "messaggio inoltrato",
	"oorspronkelijk bericht",
	"origineel bericht", "doorgestuurd bericht", "mensagem original", "mensagem encaminhada",
	"oprindelig meddelelse",
	"original besked", "videresendt", "opprinnelig melding", "original melding", "ursprungligt meddelande",
	"originalmeddelande", "vidarebefordrat", "alkuperäinen viesti", "välitetty viesti", "wiadomość oryginalna",
	"oryginalna wiadomość", "wiadomość przekazana", "přeposlaná zpráva", "původní zpráva", "pôvodná správa",
	"izvirno sporočilo", "originalna poruka",
	"izvorna poruka", "eredeti üzenet", "továbbított üzenet", "mesaj original", "mesajul original",
	"mesaj redirecționat", "algsõnum", "algne kiri",
	"sākotnējais ziņojums", "originalus laiškas", "αρχικό μήνυμα", "orijinal mesaj", "özgün ileti",
	"iletilen ileti", "исходное сообщение",
	"пересылаемое сообщение", "пересланное сообщение", "оригинал", "вихідне повідомлення",
	"оригінальне повідомлення", "оригинално съобщение",
	"оригинална порука", "missatge original", "jatorrizko mezua", "mensaxe orixinal", "הודעה מקורית",
	"الرسالة الأصلية", "پیام اصلی",
	"message du", "début du message", "inicio del mensaje", "inizio messaggio", "begin doorgestuurd",
	"início da mensagem",
	"anfang der weitergeleiteten", "weitergeleiteten nachricht", "forwarded mail",
	"元のメッセージ", "オリジナル", "转发", "原始邮件", "原邮件", "原始郵件", "원본 메시지", "원본 메일", "thư gốc", "tin nhắn gốc", "pesan asli",
	"ข้อความดั้งเดิม",
};

static const char *const openers[] = {
	"On", "Am", "Le", "El", "Il", "Il giorno", "In data", "Em", "No dia", "A", "Op", "Den", "D.", "Þann",
	"W dniu", "Dnia", "Dne",
	"Dňa", "Dana", "Na", "În", "Pe", "La", "Στις", "Την", "Το", "В", "Le", "Vào", "Pada", "เมื่อ", "ב-", "في",
	"Sul", "Il y a", "Il g.",
	"Em data", "El dia", "Den", "Le jour",
};

#define LIST(array) { .words = array, .n = G_N_ELEMENTS (array) }
static struct rn_word_list wrote_list = LIST (wrote), original_list = LIST (original), opener_list = LIST (openers);
static GHashTable *label_words;

static void
prepare_labels (void)
{
	static gsize done = 0;

	if (!g_once_init_enter (&done))
		return;
	label_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	for (gsize l = 0; l < G_N_ELEMENTS (labels); l++)
		for (gsize i = 0; i < labels[l].n; i++)
			g_hash_table_insert (label_words, rn_folded (labels[l].words[i], strlen (labels[l].words[i])),
			                     GINT_TO_POINTER (labels[l].label));
	g_once_init_leave (&done, 1);
}

enum rn_label
rn_label_find (const char *words, gsize size)
{
	g_autofree char *folded = rn_folded (words, size);
	gsize end = strlen (folded);

	prepare_labels ();
	while (end > 0 && strchr (" *_", folded[end - 1]) != NULL)
		folded[--end] = '\0';
	return (enum rn_label) GPOINTER_TO_INT (g_hash_table_lookup (label_words, folded));
}

gboolean
rn_wrote_words_in (const char *folded)
{
	struct rn_haystack haystack;

	rn_haystack_init (&haystack, folded);
	return rn_word_list_in (&wrote_list, &haystack);
}

gboolean
rn_original_words_in (const char *folded)
{
	struct rn_haystack haystack;

	rn_haystack_init (&haystack, folded);
	return rn_word_list_in (&original_list, &haystack);
}

gboolean
rn_opens_attribution (const char *folded)
{
	gsize size = rn_word_list_starts (&opener_list, folded);

	return g_ascii_isdigit (folded[0]) || (size > 0 && !g_ascii_isalpha (folded[size]) && (guchar) folded[size] < 0x80);
}
