#include "bounce_status.h"

#include <string.h>

#include "bounce.h"
#include "fold.h"

/* Details of class 5 that RFC 3463 describes as persistent transient conditions; servers
 * give up on them and say 5 all the same. */
static const char *const transient[] = { "2.2", "3.1", "4.1", "4.2", "4.5", "4.7", NULL };

gboolean
rn_failure_is_permanent (const char *status, const char *words)
{
	if (*status == '\0')
		return TRUE;
	return *status == '5' && (!g_strv_contains (transient, status + 2) || rn_says_no_such_address (words));
}

gboolean
rn_status_is_vague (const char *status)
{
	return *status == '\0' || g_str_has_suffix (status, ".0.0");
}

/* Servers' words for what RFC 3463 has numbers for, folded; the first that fits wins. */
static const struct {
	const char *words, *status;
} phrases[] = {
	{ "user unknown", "5.1.1" }, { "unknown user", "5.1.1" }, { "no such user", "5.1.1" },
	{ "no such recipient", "5.1.1" }, { "unknown recipient", "5.1.1" }, { "recipient unknown", "5.1.1" },
	{ "unknown local", "5.1.1" }, { "unknown or illegal alias", "5.1.1" }, { "unrouteable address", "5.1.1" },
	{ "no mailbox here by that name", "5.1.1" }, { "mailbox not found", "5.1.1" },
	{ "mailbox unavailable", "5.1.1" }, { "recipient not found", "5.1.1" }, { "recipientnotfound", "5.1.1" },
	{ "user not found", "5.1.1" }, { "does not exist", "5.1.1" }, { "doesn't exist", "5.1.1" },
	{ "doesn't have a", "5.1.1" }, { "no longer on server", "5.1.1" }, { "not listed in", "5.1.1" },
	{ "invalid recipient", "5.1.1" }, { "address rejected", "5.1.1" }, { "address not found", "5.1.1" },
	{ "couldn't be found", "5.1.1" }, { "could not be found", "5.1.1" }, { "wasn't found", "5.1.1" },
	{ "was not found", "5.1.1" }, { "e-mail account does not exist", "5.1.1" },
	{ "unbekannter benutzer", "5.1.1" }, { "empfanger unbekannt", "5.1.1" }, { "wurde nicht gefunden", "5.1.1" },
	{ "existiert nicht", "5.1.1" }, { "n'existe pas", "5.1.1" }, { "introuvable", "5.1.1" },
	{ "no existe", "5.1.1" }, { "non esiste", "5.1.1" }, { "bestaat niet", "5.1.1" }, { "nao existe", "5.1.1" },
	{ "no se encontro", "5.1.1" }, { "non e stato trovato", "5.1.1" }, { "niet gevonden", "5.1.1" },
	{ "nao foi encontrado", "5.1.1" }, { "n'a pas ete trouve", "5.1.1" }, { "ist unbekannt", "5.1.1" },
	{ "nicht bekannt", "5.1.1" }, { "unbekannte adresse", "5.1.1" }, { "est inconnu", "5.1.1" },
	{ "utilisateur inconnu", "5.1.1" }, { "adresse inconnue", "5.1.1" }, { "destinataire inconnu", "5.1.1" },
	{ "usuario desconocido", "5.1.1" }, { "destinatario desconocido", "5.1.1" },
	{ "utente sconosciuto", "5.1.1" }, { "destinatario sconosciuto", "5.1.1" },
	{ "casella inesistente", "5.1.1" }, { "inesistente", "5.1.1" }, { "usuario nao existe", "5.1.1" },
	{ "usuario desconhecido", "5.1.1" }, { "destinatario desconhecido", "5.1.1" },
	{ "onbekende gebruiker", "5.1.1" }, { "gebruiker onbekend", "5.1.1" }, { "onbekende geadresseerde", "5.1.1" },
	{ "存在しません", "5.1.1" }, { "見つかりません", "5.1.1" }, { "不存在", "5.1.1" }, { "找不到", "5.1.1" },
	{ "не существует", "5.1.1" }, { "не найден", "5.1.1" }, { "nie istnieje", "5.1.1" },
	{ "finns inte", "5.1.1" }, { "findes ikke", "5.1.1" }, { "finnes ikke", "5.1.1" }, { "nem letezik", "5.1.1" },
	{ "neexistuje", "5.1.1" }, { "has moved to", "5.1.6" }, { "couldn't find any host", "5.1.2" },
	{ "host unknown", "5.1.2" }, { "unknown host", "5.1.2" }, { "host not found", "5.1.2" },
	{ "name or service not known", "5.1.2" }, { "domain not found", "5.1.2" },
	{ "domain name not found", "5.1.2" }, { "unknown domain", "5.1.2" }, { "no such domain", "5.1.2" },
	{ "unrouteable mail domain", "5.1.2" }, { "all relevant mx records point to non-existent hosts", "5.1.2" },
	{ "mailbox is full", "5.2.2" }, { "mailbox full", "5.2.2" }, { "inbox is full", "5.2.2" },
	{ "over quota", "5.2.2" }, { "overquota", "5.2.2" }, { "quota exceeded", "5.2.2" },
	{ "exceeded its quota", "5.2.2" }, { "exceeded storage", "5.2.2" }, { "exceeds the quota", "5.2.2" },
	{ "out of storage", "5.2.2" }, { "insufficient storage", "5.2.2" }, { "postfach ist voll", "5.2.2" },
	{ "postfach voll", "5.2.2" }, { "boite aux lettres est pleine", "5.2.2" }, { "buzon lleno", "5.2.2" },
	{ "casella piena", "5.2.2" }, { "ist voll", "5.2.2" }, { "voll ist", "5.2.2" }, { "speicherplatz", "5.2.2" },
	{ "quota depasse", "5.2.2" }, { "cuota excedida", "5.2.2" }, { "ha superado la cuota", "5.2.2" },
	{ "quota superata", "5.2.2" }, { "cota excedida", "5.2.2" }, { "cota de armazenamento", "5.2.2" },
	{ "容量", "5.2.2" }, { "переполнен", "5.2.2" }, { "est pleine", "5.2.2" }, { "esta lleno", "5.2.2" },
	{ "e piena", "5.2.2" }, { "is vol", "5.2.2" }, { "esta cheia", "5.2.2" }, { "account disabled", "5.2.1" },
	{ "mailbox disabled", "5.2.1" }, { "account has been disabled", "5.2.1" },
	{ "disabled or discontinued", "5.2.1" }, { "account is inactive", "5.2.1" }, { "user is inactive", "5.2.1" },
	{ "message too large", "5.3.4" }, { "message size exceeds", "5.3.4" }, { "message is too big", "5.3.4" },
	{ "exceeds size limit", "5.3.4" }, { "too many hops", "5.4.6" }, { "mail loop", "5.4.6" },
	{ "loops back", "5.4.6" }, { "connection timed out", "4.4.1" }, { "connection refused", "4.4.1" },
	{ "timed out", "4.4.1" }, { "wasn't able to establish an smtp connection", "4.4.1" },
	{ "too long in the queue", "4.4.7" }, { "in the queue too long", "4.4.7" },
	{ "retry timeout exceeded", "4.4.7" }, { "retry time not reached", "4.4.7" },
	{ "delivery time expired", "4.4.7" }, { "relay access denied", "5.7.1" }, { "relaying denied", "5.7.1" },
	{ "access denied", "5.7.1" }, { "not authorized", "5.7.1" }, { "permission denied", "5.7.1" },
	{ "blocked", "5.7.1" }, { "considered spam", "5.7.1" }, { "spam", "5.7.1" }, { "policy", "5.7.1" },
};

static const char *
status_of_words (const char *text)
{
	g_autofree char *folded = rn_folded (text, strlen (text));
	for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
		if (strstr (folded, phrases[i].words) != NULL)
			return phrases[i].status;
	return NULL;
}

/* The length of "5.1.1" at this place, or 0. */
static gsize
enhanced_code (const char *at)
{
	gsize size = 2;

	if (*at != '2' && *at != '4' && *at != '5')
		return 0;
	if (at[1] != '.')
		return 0;
	for (int part = 0; part < 2; part++) {
		gsize digits = strspn (at + size, "0123456789");
		if (digits < 1 || digits > 3)
			return 0;
		size += digits;
		if (part == 0 && at[size++] != '.')
			return 0;
	}
	return at[size] == '.' && g_ascii_isdigit (at[size + 1]) ? 0 : size;
}

static char *
enhanced_status (const char *text)
{
	char *vague = NULL;

	for (const char *at = text; (at = strpbrk (at, "245")) != NULL; at++) {
		gsize size = enhanced_code (at);
		gboolean starts = at == text || (!g_ascii_isalnum (at[-1]) && at[-1] != '.' && at[-1] != '/' && at[-1] != '[');
		if (size == 0 || !starts)
			continue;
		g_autofree char *status = g_strndup (at, size);
		if (!rn_status_is_vague (status)) {
			g_free (vague);
			return g_steal_pointer (&status);
		}
		if (vague == NULL)
			vague = g_steal_pointer (&status);
	}
	return vague;
}

/* The class of a bare reply code (RFC 5321, 4.2): "550", not a part of a longer number. */
static char
reply_class (const char *text)
{
	for (const char *at = text; (at = strpbrk (at, "45")) != NULL; at++)
		if (g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]) && at[1] <= '5' && strchr (" -:;,.)\t\n#", at[3]) != NULL &&
		    !g_ascii_isdigit (at[at[3] == '.' ? 4 : 3]) &&
		    (at == text || (!g_ascii_isalnum (at[-1]) && at[-1] != '.' && at[-1] != '-')))
			return *at;
	return '\0';
}

char *
rn_status_in (const char *text)
{
	g_autofree char *status = enhanced_status (text);

	if (status != NULL && !rn_status_is_vague (status))
		return g_steal_pointer (&status);
	const char *said = status_of_words (text);
	char class = status != NULL ? *status : reply_class (text);
	if (said != NULL)
		return g_strdup_printf ("%c%s", class == '4' || class == '5' ? class : *said, said + 1);
	if (status != NULL)
		return g_steal_pointer (&status);
	return class != '\0' ? g_strdup_printf ("%c.0.0", class) : NULL;
}

gboolean
rn_has_status_code (const char *text)
{
	g_autofree char *status = enhanced_status (text);
	return (status != NULL && *status != '2') || reply_class (text) != '\0';
}

gboolean
rn_says_no_such_address (const char *text)
{
	const char *status = status_of_words (text);
	return status != NULL && g_str_has_prefix (status, "5.1.");
}

char *
rn_one_line (const char *text, gsize size)
{
	g_autoptr (GString) line = g_string_new ("");
	for (gsize i = 0; i < size && line->len < RN_MAX_REASON; i++)
		if (!g_ascii_isspace (text[i]))
			g_string_append_c (line, text[i]);
		else if (line->len > 0 && line->str[line->len - 1] != ' ')
			g_string_append_c (line, ' ');
	g_autofree char *valid = g_utf8_make_valid (line->str, -1);
	return g_strdup (g_strchomp (valid));
}
