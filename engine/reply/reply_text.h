/* What a person wrote, without what her mail program put around it. */
#ifndef RN_MAIL_REPLY_TEXT_H
#define RN_MAIL_REPLY_TEXT_H

#include <glib.h>

/* Words that were typed under a quoted, numbered question of ours. */
struct rn_filled_line {
	int question;
	char *text;
	gboolean is_doubtful; /* "2. text", and no such question was quoted */
};

struct rn_reply {
	char *text;        /* own words: no quotes, signature, phone footer or disclaimer */
	gboolean quoted;   /* something quoted was cut off */
	char *quote;       /* the beginning of what was quoted, without its marks, or NULL */
	GPtrArray *filled; /* of struct rn_filled_line: "3. text" in own lines, and own lines below "> 3. …" */
};

/* Splits UTF-8 text with LF line ends: quotes in top-, bottom- and interleaved style,
 * the header forms of Outlook, Gmail, Apple Mail, Thunderbird and Lotus in many
 * languages. Any input is fine. */
void rn_reply_split (const char *whole, struct rn_reply *reply);
void rn_reply_clear (struct rn_reply *reply);

#endif
