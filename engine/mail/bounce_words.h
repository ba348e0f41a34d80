/* The words in which mail servers tell people what became of a mail. */
#ifndef RN_MAIL_BOUNCE_WORDS_H
#define RN_MAIL_BOUNCE_WORDS_H

#include <glib.h>

enum rn_bounce_words {
	RN_BOUNCE_SUBJECT, /* subjects of failures and delays */
	RN_FAILURE,        /* it was not delivered, or not yet */
	RN_DELAY,          /* it goes on trying, in subject or text */
	RN_END,            /* it has given up, which outweighs a word of delay */
	RN_COPY_STARTS,    /* the copy of our own mail starts here */
	RN_HELPER,         /* an address in this line is that of somebody who can help */
};

/* Whether any of these words is in folded text, or starts it. */
gboolean rn_bounce_words_in (enum rn_bounce_words words, const char *folded);
gboolean rn_bounce_words_start (enum rn_bounce_words words, const char *folded);

#endif
