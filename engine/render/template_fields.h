/* The mails that the engine and the shipped programs send, each with the fields that
 * it is given and the form that it carries. `rotnem check` holds templates against
 * it, so that a misspelt field is found before a mail is due. */
#ifndef RN_RENDER_TEMPLATE_FIELDS_H
#define RN_RENDER_TEMPLATE_FIELDS_H

#include <glib.h>

struct rn_template_fields {
	const char *name;   /* of the template: "offer" */
	const char *form;   /* the form that it carries, "" for whichever was asked, NULL for none */
	const char *fields; /* beside the common ones, separated by spaces; members of a list as "topics.title" */
};

/* Ends with a row whose name is NULL. */
extern const struct rn_template_fields rn_template_fields[];

/* The template's row, or NULL for one that a program brings along. */
const struct rn_template_fields *rn_template_fields_find (const char *name);

/* All fields that a template of that name may use, for rn_stationery_check: the common
 * ones and its own; those of all effects for a program's own template. Free with
 * g_strfreev. */
char **rn_template_fields_known (const char *name);

#endif
