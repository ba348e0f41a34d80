/* The two ways in which a tree and its values become a mail. */
#ifndef RN_RENDER_WRITER_H
#define RN_RENDER_WRITER_H

#include "fields.h"
#include "form.h"

/* What both need beside the tree. */
struct rn_written {
	const rn_form *form;  /* what {{form}} stands for, or NULL */
	const char *language; /* of the questions' wording */
	GPtrArray *body;      /* what {{{body}}} stands for, or NULL */
};

/* Writes down what becomes the same HTML in every mail, once the tree is folded. */
void rn_html_prepare (GPtrArray *nodes);

/* Appends HTML of prepared nodes (the HTML syntax, not XML's). Takes values as words only. */
gboolean rn_write_html (GString *out, GPtrArray *nodes, const struct rn_scope *scope, const struct rn_written *what,
                        GError **error);

/* Appends plain text in reading order, LF line ends, wrapped; a link's address
 * stands behind its words. To `unbroken` (NULL: not wanted) it appends the same with each paragraph on one line. */
gboolean rn_write_text (GString *out, GString *unbroken, GPtrArray *nodes, const struct rn_scope *scope,
                        const struct rn_written *what, GError **error);

#define RN_TEXT_COLUMNS 76 /* RFC 5322 asks for 78 at most; two are left for a quote's "> " */

/* Appends a paragraph, broken at spaces before so many columns are crossed; its own LF
 * stay. The first line begins with `first`, the others with `rest`. */
void rn_wrap (GString *out, const char *paragraph, gsize most, const char *first, const char *rest);

/* How the question is to be answered, without brackets: "1 = not at all, 5 = very much". */
char *rn_question_hint (const struct rn_question *question, const char *language);

#endif
