/* What a mail asks of its reader, found by its words alone, as a person finds it. */
#ifndef SIMULATED_REQUEST_H
#define SIMULATED_REQUEST_H

#include <glib.h>

enum request_kind {
	REQUEST_NOTHING,
	REQUEST_TASK,    /* "reply with DONE or LATER" */
	REQUEST_FORM,    /* numbered questions with hints */
	REQUEST_CHOICE,  /* a numbered list: "reply with the numbers" */
	REQUEST_LINES,   /* free lines: what do you want to learn? */
	REQUEST_YES_NO,
	REQUEST_KINDS
};

enum question_kind { QUESTION_WORDS, QUESTION_SCALE, QUESTION_YES_NO, QUESTION_ONE_OF };

/* One numbered line of a mail. */
struct question {
	int number;
	char *wording;
	char *hint;              /* without parentheses, NULL for none */
	enum question_kind kind;
	int least, most;         /* of a scale */
	GStrv choices;           /* of "one of" */
};

typedef struct request {
	enum request_kind kind;
	GPtrArray *questions;    /* of struct question */
	gboolean names_stop;     /* it says how to get no more of it: STOP */
	char *words;             /* the mail's text, case-folded, in one line, without footer */
} sim_request;

/* Reads the text of a mail. */
struct request *request_new (const char *text);
void request_free (struct request *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sim_request, request_free)

/* Whether any of these words (folded; the list ends with NULL) stands in it. */
gboolean request_says (const char *folded, const char *const *words);

/* Whether the text asks if a meeting took place. */
gboolean request_is_about_meeting (const char *folded);

/* Whether the text asks if a mail was really hers. */
gboolean request_is_about_sender (const char *folded);

/* Whether the text says that her answer was not understood. */
gboolean request_is_puzzled (const char *folded);

/* Whether the text asks what somebody wants to learn. */
gboolean request_is_about_learning (const char *folded);

#endif
