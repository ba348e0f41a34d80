/* HTML as mail programs write it, tag by tag, in linear time whatever the bytes are. A
 * tree parser takes seconds for 100,000 attributes and drops what is nested deeply. */
#ifndef RN_RENDER_HTML_SCAN_H
#define RN_RENDER_HTML_SCAN_H

#include <glib.h>

#define RN_MAX_TAG_NAME 16

/* A stretch of the input. */
struct rn_html_slice {
	const char *at;
	gsize size;
};

enum rn_html_kind { RN_HTML_TEXT, RN_HTML_OPEN, RN_HTML_CLOSE };

struct rn_html_tag {
	enum rn_html_kind kind;
	char name[RN_MAX_TAG_NAME + 1];     /* lower case, cut */
	struct rn_html_slice text;          /* of TEXT */
	struct rn_html_slice id, class, style, type, label, alt; /* `label` is the name attribute */
	gboolean is_hidden;                 /* has the hidden attribute */
	gboolean is_empty;                  /* "/>" */
};

struct rn_html_scanner {
	const char *at, *end;
	gboolean no_quote[2], no_comment_end; /* none is left in the rest */
	guint n_unclosed;                     /* elements to skip whose end was looked for in vain */
};

void rn_html_scan (struct rn_html_scanner *scanner, const char *html, gsize size);

/* The next tag or stretch of text; FALSE at the end. Comments, declarations and
 * processing instructions are passed over. */
gboolean rn_html_next (struct rn_html_scanner *scanner, struct rn_html_tag *tag);

/* Passes over everything up to the end tag of this name; over nothing when there is none. */
void rn_html_skip_to (struct rn_html_scanner *scanner, const char *name);

/* Whether an attribute's value holds this part, which is in lower case and without white
 * space; both are passed over in the value. Only its beginning is looked at. */
gboolean rn_html_slice_has (struct rn_html_slice slice, const char *part);

/* The character that a reference at `at` ("&amp;") stands for, and its length; 0 when
 * it is none. */
gunichar rn_html_reference (const char *at, const char *end, gsize *length);

#endif
