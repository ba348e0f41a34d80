/* A mail's words as a tree of elements, with holes where fields stand. The shell's
 * XHTML and a template's Markdown both become such a tree once; HTML and plain text
 * are written from it for each mail. */
#ifndef RN_RENDER_TREE_H
#define RN_RENDER_TREE_H

#include <glib.h>

enum rn_node_kind {
	RN_NODE_ELEMENT, /* name: tag */
	RN_NODE_TEXT,    /* text: words of the template */
	RN_NODE_FIELD,   /* name: {{name}} */
	RN_NODE_SECTION, /* name: {{#name}} or, inverted, {{^name}}, up to its {{/name}} */
	RN_NODE_CLOSE,   /* {{/name}}, until sections are folded */
	RN_NODE_FORM,    /* {{form}}: the questions */
	RN_NODE_BODY,    /* {{{body}}}: where the shell takes the template in */
};

/* What an element means to a reader of plain text. */
enum rn_role {
	RN_ROLE_INLINE,
	RN_ROLE_GROUP,   /* blocks inside: div, main */
	RN_ROLE_BLOCK,   /* a paragraph or heading */
	RN_ROLE_LIST,
	RN_ROLE_ITEM,
	RN_ROLE_QUOTE,
	RN_ROLE_VERBATIM,
	RN_ROLE_RULE,
	RN_ROLE_BREAK,
	RN_ROLE_LINK,
	RN_ROLE_HIDDEN,  /* head and what stands in it */
};

struct rn_tag {
	const char *name;
	enum rn_role role;
	gboolean is_void;    /* has neither content nor end tag (HTML, 13.1.2) */
	gboolean may_vanish; /* is left out when nothing is inside */
};

typedef struct rn_node {
	enum rn_node_kind kind;
	const struct rn_tag *tag; /* of an element */
	char *name;
	char *text;               /* words */
	char *html;               /* what it is in every mail, or NULL (rn_html_prepare) */
	char *start;              /* element: its start tag, where that is the same in every mail */
	gboolean inverted;        /* section: {{^name}} */
	gboolean stands_alone;    /* section, close, form: on a line of its own */
	gboolean is_number;       /* field: the number of the list item that it begins */
	gboolean is_tight;        /* list: no empty lines between the items */
	int line;
	GPtrArray *attributes;    /* of struct rn_attribute */
	GPtrArray *children;      /* of rn_node */
} rn_node;

struct rn_attribute {
	char *name;
	GPtrArray *value; /* of rn_node: text and fields */
};

rn_node *rn_node_new (enum rn_node_kind kind, const char *name, int line);
rn_node *rn_node_new_element (const char *tag);
void rn_node_free (rn_node *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_node, rn_node_free)

/* An empty list that owns its nodes. */
GPtrArray *rn_nodes_new (void);

/* Adds words behind the last node, joining them to words that stand there. */
void rn_nodes_add_text (GPtrArray *nodes, const char *text, gssize length);

/* Adds an attribute and gives its value to be filled in. */
GPtrArray *rn_node_add_attribute (rn_node *node, const char *name);

/* The attribute's value, or NULL. */
GPtrArray *rn_node_attribute (const rn_node *node, const char *name);

/* Whether it is an element of that tag or role. */
gboolean rn_node_is (const rn_node *node, const char *tag);
gboolean rn_node_has_role (const rn_node *node, enum rn_role role);

/* Turns section markers into sections that hold what stands between them, here and
 * in everything below. A section around list items comes to stand inside their list,
 * and lists that so become neighbours become one: a repeated section counts on.
 * FALSE with a CONFIG error when a section does not end where it began. */
gboolean rn_nodes_fold (GPtrArray *nodes, const char *place, GError **error);

#endif
