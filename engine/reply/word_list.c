#include "word_list.h"

#include <stdlib.h>
#include <string.h>

#include "fold.h"

#define N_PAIRS 3 /* of a word's beginning that are looked up before it is searched for */

static guint
pair_bit (const char *at)
{
	return ((guchar) at[0] * 31u + (guchar) at[1]) % RN_PAIR_BITS;
}

void
rn_haystack_init (struct rn_haystack *haystack, const char *folded)
{
	memset (haystack->pairs, 0, sizeof haystack->pairs);
	haystack->text = folded;
	for (const char *at = folded; at[0] != '\0' && at[1] != '\0'; at++)
		haystack->pairs[pair_bit (at) / 64] |= (guint64) 1 << pair_bit (at) % 64;
}

static gboolean
may_have (const struct rn_haystack *haystack, const char *word)
{
	for (int pair = 0; pair < N_PAIRS && word[pair] != '\0' && word[pair + 1] != '\0'; pair++)
		if (!(haystack->pairs[pair_bit (word + pair) / 64] & (guint64) 1 << pair_bit (word + pair) % 64))
			return FALSE;
	return TRUE;
}

static int
by_first_byte (const void *a, const void *b)
{
	return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
prepare (struct rn_word_list *list)
{
	if (!g_once_init_enter (&list->is_ready))
		return;
	list->folded = g_new (char *, list->n);
	for (gsize i = 0; i < list->n; i++) {
		/* a space at the end is kept: "get " is no beginning of "getting" */
		GString *word = g_string_new (NULL);
		rn_fold (word, list->words[i], strlen (list->words[i]));
		list->folded[i] = g_string_free (word, FALSE);
	}
	qsort (list->folded, list->n, sizeof *list->folded, by_first_byte);
	for (gsize i = 0, byte = 0; byte <= 256; byte++) {
		while (i < list->n && (guchar) list->folded[i][0] < byte)
			i++;
		list->first[byte] = (guint16) i;
	}
	g_once_init_leave (&list->is_ready, 1);
}

int
rn_word_list_count (struct rn_word_list *list, const struct rn_haystack *haystack, int enough)
{
	int found = 0;

	prepare (list);
	for (gsize i = 0; i < list->n && found < enough; i++)
		found += may_have (haystack, list->folded[i]) && strstr (haystack->text, list->folded[i]) != NULL;
	return found;
}

static gboolean
is_letter (char byte)
{
	return g_ascii_isalpha (byte) || (guchar) byte >= 0x80;
}

static gboolean
has_word (const char *text, const char *word)
{
	gboolean is_spaced = (guchar) word[0] < 0xe0; /* U+0E00 and up take three bytes */

	for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
		if (!is_spaced || ((at == text || !is_letter (at[-1])) && !is_letter (at[strlen (word)])))
			return TRUE;
	return FALSE;
}

gboolean
rn_word_list_in (struct rn_word_list *list, const struct rn_haystack *haystack)
{
	prepare (list);
	for (gsize i = 0; i < list->n; i++)
		if (may_have (haystack, list->folded[i]) && has_word (haystack->text, list->folded[i]))
			return TRUE;
	return FALSE;
}

gsize
rn_word_list_starts (struct rn_word_list *list, const char *folded)
{
	gsize longest = 0;

	prepare (list);
	for (gsize i = list->first[(guchar) folded[0]]; i < list->first[(guchar) folded[0] + 1]; i++)
		if (g_str_has_prefix (folded, list->folded[i]))
			longest = MAX (longest, strlen (list->folded[i]));
	return longest;
}
