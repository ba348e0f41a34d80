/* The one word by which a task is answered. It counts only when it stands alone in the first line: “please do not end it
 * yet” ends nothing. The words are those of tasks.ini in the language of whoever answers, and in English. */
#ifndef RN_TURN_TASK_WORDS_H
#define RN_TURN_TASK_WORDS_H

#include "library.h"
#include "reading.h"

struct rn_task_said {
	const char *word;   /* of rn_task_words, or NULL */
	GArray *numbers;    /* of gint64: those behind the word */
	gboolean all;       /* “ALL” stood behind it */
	gboolean mentioned; /* a word stands somewhere in a sentence */
	gboolean doubtful;  /* what else is said may take it back: “END”, and below it “rather not yet”, or “LATER” */
	gboolean hedged;    /* below it stands a question, a condition or a day: “but only after Friday” */
};

void rn_task_hear (rn_library *library, const char *program, const char *language, const rn_reading *reading,
                   struct rn_task_said *said);
void rn_task_said_clear (struct rn_task_said *said);

#endif
