/* A feedback form: numbered questions, mailed as text and answered by typing in the
 * reply. Written in XML, checked by templates/form.rng. */
#ifndef RN_RENDER_FORM_H
#define RN_RENDER_FORM_H

#include <glib.h>

enum rn_question_type {
	RN_QUESTION_TEXT,   /* free words */
	RN_QUESTION_YESNO,
	RN_QUESTION_SCALE,  /* whole number from `least` to `most` */
	RN_QUESTION_CHOICE, /* one of `choices`, by number or word */
};

/* Who may read an answer; the engine keeps to it, whatever a policy asks. */
enum rn_lane {
	RN_LANE_AUTHOR,      /* the one who wrote it */
	RN_LANE_PAIR,        /* both of the pair, released when both answered */
	RN_LANE_COORDINATOR, /* the coordinator */
	RN_LANE_AGGREGATE,   /* counted with at least five others */
	RN_LANES
};

struct rn_question {
	int number;      /* from 1, as it stands in the mail */
	char *name;      /* stable id */
	enum rn_question_type type;
	enum rn_lane lane;
	int least, most;
	GHashTable *wording; /* language -> text */
	GPtrArray *choices;  /* of GHashTable language -> text */
};

typedef struct rn_form {
	char *name;
	GPtrArray *questions; /* of struct rn_question */
} rn_form;

/* Reads a form; `place` names it in errors (CONFIG, with line). */
rn_form *rn_form_parse (const char *xml, const char *place, GError **error);
void rn_form_free (rn_form *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_form, rn_form_free)

/* A question's wording in that language, falling back to English, then to any. */
const char *rn_question_text (const struct rn_question *question, const char *language);

/* The same for the wording of a choice. */
const char *rn_form_wording (GHashTable *wording, const char *language);

/* Makes of a typed answer what is stored: "4" for a scale, "yes" or "no", a choice's
 * number, the words as they are. Words of any language that we know count, whatever
 * the mail's. NULL when the answer does not fit the question. */
char *rn_question_value (const struct rn_question *question, const char *typed, const char *language);

#endif
