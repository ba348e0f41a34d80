/* Tables of the words in headers of quoted mails, by language; quote_header.h reads
 * their grammar. Texts handed in are folded (fold.h) unless said otherwise. */
#ifndef RN_MAIL_QUOTE_WORDS_H
#define RN_MAIL_QUOTE_WORDS_H

#include <glib.h>

enum rn_label {
	RN_LABEL_NONE = 0,
	RN_LABEL_FROM = 1 << 0,
	RN_LABEL_DATE = 1 << 1,
	RN_LABEL_TO = 1 << 2,
	RN_LABEL_COPY = 1 << 3,
	RN_LABEL_SUBJECT = 1 << 4,
	RN_LABEL_OTHER = 1 << 5, /* Reply-To, Importance, Attachments … */
};

/* What kind of header field these words name, as written, before the colon. */
enum rn_label rn_label_find (const char *words, gsize size);

/* Whether the text has a word for "wrote". */
gboolean rn_wrote_words_in (const char *folded);

/* Whether the text has words for "original message" or "forwarded message". */
gboolean rn_original_words_in (const char *folded);

/* Whether the text starts as attributions do: "On", "Am", "Le" … or a date. */
gboolean rn_opens_attribution (const char *folded);

#endif
