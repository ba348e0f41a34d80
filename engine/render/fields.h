/* Fields of a template ({{name}}, {{#name}}, {{^name}}, {{/name}}, {{! remark }}) and
 * the values that fill them. */
#ifndef RN_RENDER_FIELDS_H
#define RN_RENDER_FIELDS_H

#include "bundle.h"
#include "tree.h"

/* Reads the tag at `*at` ("{{…") and moves `*at` behind it. NULL without an error for a
 * remark, NULL with a CONFIG error for what is no tag of ours. */
rn_node *rn_field_read (const char **at, const char *place, int line, GError **error);

/* Adds the text's words and tags as nodes. */
gboolean rn_fields_split (GPtrArray *nodes, const char *text, const char *place, int line, GError **error);

/* Values by name; what the inner scope lacks is looked for in the outer. */
struct rn_scope {
	GArray *values; /* as the bundle has them; they are a score at most, the last of a name counts */
	const struct rn_scope *outer;
};

/* Of what a bundle's table holds, up to its END; the bytes must outlive it. */
void rn_scope_init (struct rn_scope *scope, struct rn_unpack *table);
void rn_scope_clear (struct rn_scope *scope);

/* Adds a text of our own, which must outlive it. */
void rn_scope_put (struct rn_scope *scope, const char *name, const char *text);

/* The field's value, cleaned; may have line ends; lives as long as its scope.
 * NULL with a DATA error when it has no value or one that is no text. */
const char *rn_field_value (const rn_node *field, const struct rn_scope *scope, GError **error);

/* The values of texts and fields in a row, on one line, fields percent-encoded when
 * `is_url`. */
char *rn_fields_line (GPtrArray *nodes, const struct rn_scope *scope, gboolean is_url, GError **error);

/* Calls `each` as often as the section shows: once for each table of a list, with
 * its values in scope; once or never for a flag, number or text; the other way
 * round when it is inverted. */
typedef gboolean (*rn_section_shown) (const rn_node *section, const struct rn_scope *scope, gpointer data,
                                      GError **error);
gboolean rn_section_each (const rn_node *section, const struct rn_scope *scope, rn_section_shown each, gpointer data,
                          GError **error);

#endif
