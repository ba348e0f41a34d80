/* The numbered lines "2. Title" of a quoted mail, from which somebody chose. */
#ifndef RN_MAIL_QUOTED_LIST_H
#define RN_MAIL_QUOTED_LIST_H

#include "tokens.h"

#define RN_MAX_QUOTED_LINES 100 /* as many topics as a mail of ours lists */

struct rn_quoted_line {
	int number;
	char *words; /* folded, " test automation " */
};

struct rn_quoted_list {
	struct rn_quoted_line lines[RN_MAX_QUOTED_LINES];
	guint n; /* 0 where no list is quoted: one line alone is none */
};

/* `quote` may be NULL. A question, or what has a hint in parentheses below it, is a form's, and no line. */
void rn_quoted_list_init (struct rn_quoted_list *list, const char *quote);
void rn_quoted_list_clear (struct rn_quoted_list *list);

/* The number of its last line, 0 where it has none. */
int rn_quoted_list_last (const struct rn_quoted_list *list);

/* Whether it lists days to choose from. */
gboolean rn_quoted_list_is_of_days (const struct rn_quoted_list *list);

/* The one line of that weekday, 1 … 7, or NULL. */
const struct rn_quoted_line *rn_quoted_list_day (const struct rn_quoted_list *list, int weekday);

/* The weekday that some words name and nothing else with it, 1 … 7; 0 for none. */
int rn_weekday_named (const struct rn_tokens *tokens, gsize first, gsize n_words);

/* Words with a space on both sides, so that one may be looked for in another. */
char *rn_spaced_words (const struct rn_tokens *tokens, gsize first);

#endif
