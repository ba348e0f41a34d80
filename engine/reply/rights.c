#include "rights.h"

#include <string.h>

#include "fold.h"

#define RN_RIGHTS_LOOK 2000 /* bytes: who wants it says so at the beginning */

/* A sentence claims it that has one of these, and one of those where there are any. Folded: lower case, no accents. */
static const struct {
	enum rn_right right;
	const char *these, *those;
} rows[] = {
	{ RN_RIGHT_ERASURE, "delet|eras|remov|forget|wipe", "my data|my personal data|my information|my account|my record|about me" },
	{ RN_RIGHT_ERASURE, "right to be forgotten|right to erasure|recht auf vergessen|recht auf loschung|droit a l'oubli", NULL },
	{ RN_RIGHT_ERASURE, "article 17|artikel 17|art 17", NULL },
	{ RN_RIGHT_ERASURE, "losch|entfern|vergess|vergiss|tilg",
	  "meine daten|meiner daten|meine personlichen|meine personenbezogenen|meine angaben|mein konto|mein profil|uber mich|zu mir|von mir" },
	{ RN_RIGHT_ERASURE, "effac|supprim", "mes donnees|mes informations|me concernant" },
	{ RN_RIGHT_ERASURE, "borr|elimin|suprim", "mis datos" },
	{ RN_RIGHT_ERASURE, "cancell|elimin", "miei dati" },
	{ RN_RIGHT_ERASURE, "verwijder|wis ", "mijn gegevens" },
	{ RN_RIGHT_ERASURE, "apag|elimin|exclu", "meus dados" },

	{ RN_RIGHT_ACCESS, "stored|store|storing|hold|held|keep|kept|saved|collect", "about me|on me" },
	{ RN_RIGHT_ACCESS, "data do you have|information do you have|you have about me|you have on me|data about me|do you know about me", NULL },
	{ RN_RIGHT_ACCESS, "access to|copy of|export of|send me|see", "my data|my personal data|my stored data" },
	{ RN_RIGHT_ACCESS, "subject access|article 15|artikel 15|art 15|selbstauskunft", NULL },
	{ RN_RIGHT_ACCESS, "speicher|vorlieg|erhoben|verarbeit|welche daten|welche informationen", "uber mich|zu mir|von mir|meine daten|meine personenbezogenen" },
	{ RN_RIGHT_ACCESS, "auskunft|kopie|einsicht", "meine daten|meiner daten|meinen daten|personenbezogenen|gespeicherten daten|uber mich|zu mir" },
	{ RN_RIGHT_ACCESS, "was wissen sie uber mich|was wisst ihr uber mich|daten uber mich|daten habt ihr von mir|daten haben sie von mir", NULL },
	{ RN_RIGHT_ACCESS, "quelles donnees|quelles informations|acces a|copie de", "sur moi|mes donnees|me concernant" },
	{ RN_RIGHT_ACCESS, "que datos|que informacion|acceso a|copia de", "sobre mi|de mi|mis datos" },
	{ RN_RIGHT_ACCESS, "quali dati|quali informazioni|accesso a|copia de", "su di me|miei dati" },
	{ RN_RIGHT_ACCESS, "welke gegevens|inzage|kopie van", "over mij|van mij|mijn gegevens" },
	{ RN_RIGHT_ACCESS, "que dados|quais dados|acesso a|copia d", "sobre mim|meus dados" },
};

/* Whether it begins there as a word does: “store”, and not “restore”. */
static gboolean
begins_word (const char *text, const char *at)
{
	return at == text || !g_ascii_isalnum (at[-1]);
}

/* One of the words between bars. */
static gboolean
has_one (const char *sentence, const char *words)
{
	g_auto (GStrv) list = g_strsplit (words, "|", -1);

	for (char **word = list; *word != NULL; word++)
		for (const char *at = sentence; (at = strstr (at, *word)) != NULL; at++)
			if (begins_word (sentence, at))
				return TRUE;
	return FALSE;
}

static enum rn_right
claimed_by (const char *sentence)
{
	for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
		if (has_one (sentence, rows[i].these) && (rows[i].those == NULL || has_one (sentence, rows[i].those)))
			return rows[i].right;
	return RN_RIGHT_NONE;
}

/* “Art. 15” is no end of a sentence. */
static void
join_articles (char *text)
{
	for (char *at = text; (at = strstr (at, "art. ")) != NULL; at++)
		memmove (at + 3, at + 4, strlen (at + 4) + 1);
}

enum rn_right
rn_right_claimed (const char *text)
{
	g_autofree char *folded = rn_folded (text, strnlen (text, RN_RIGHTS_LOOK));
	enum rn_right most = RN_RIGHT_NONE;

	join_articles (folded);
	g_auto (GStrv) sentences = g_strsplit_set (folded, ".!?;", -1);
	for (char **sentence = sentences; *sentence != NULL; sentence++)
		most = MAX (most, claimed_by (*sentence));
	return most;
}
