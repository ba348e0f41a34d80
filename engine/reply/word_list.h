/* Lists of words that a folded text (fold.h) is searched for, written naturally. */
#ifndef RN_MAIL_WORD_LIST_H
#define RN_MAIL_WORD_LIST_H

#include <glib.h>

#define RN_PAIR_BITS 1024

/* A text with the pairs of letters it has, so that most words are ruled out at once. */
struct rn_haystack {
	const char *text;
	guint64 pairs[RN_PAIR_BITS / 64];
};

void rn_haystack_init (struct rn_haystack *haystack, const char *folded);

struct rn_word_list {
	const char *const *words;
	gsize n;
	gsize is_ready;
	char **folded;       /* sorted by their first byte */
	guint16 first[257];  /* where each first byte's begin */
};

/* How many of the words stand in the text, at most `enough`; parts of words count too. */
int rn_word_list_count (struct rn_word_list *list, const struct rn_haystack *haystack, int enough);

/* Whether one stands there as a word of its own. Chinese, Japanese, Korean and Thai
 * have no spaces, so that there any place will do. */
gboolean rn_word_list_in (struct rn_word_list *list, const struct rn_haystack *haystack);

/* The length of the longest word that the text starts with, 0 for none. */
gsize rn_word_list_starts (struct rn_word_list *list, const char *folded);

#endif
