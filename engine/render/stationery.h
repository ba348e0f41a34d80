/* Everything a mail's words come from, compiled once: the template in one language,
 * the shell around its HTML, and the form it may carry. Stored by its hash, so that
 * a mail sent again has the same bytes after a template changed on disk. */
#ifndef RN_RENDER_STATIONERY_H
#define RN_RENDER_STATIONERY_H

#include <glib.h>

/* A template begins with "Subject: …". A second header line, "Fields: venue, agenda",
 * names fields that a policy gives by itself (turn:mail { fields = … }), for
 * rn_stationery_check.
 *
 * The sources as read from the templates folder; plain texts. */
struct rn_stationery_source {
	const char *name;     /* "reverse-mentoring/de/offer.md": for messages */
	const char *markdown; /* header lines, an empty line, Markdown with fields */
	const char *shell;    /* XHTML with the fields {{{body}}}, {{subject}}, {{language}} … */
	const char *form;     /* XML (templates/form.rng), or "" for none */
	const char *language; /* "de": picks the questions' wording */
};

typedef struct rn_stationery rn_stationery;

/* Compiles; a CONFIG error names file and line: unknown syntax, unbalanced section,
 * a form that form.rng refuses. */
rn_stationery *rn_stationery_new (const struct rn_stationery_source *source, GError **error);
void rn_stationery_free (rn_stationery *stationery);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_stationery, rn_stationery_free)

/* Refuses, with file, line and "did you mean", any field that is not in `known`
 * (names; members of a list as "topics.title"; ends with NULL) or its header line. */
gboolean rn_stationery_check (const rn_stationery *stationery, const char *const *known, GError **error);

/* Stands in a mail's text before the shell's footer, and nowhere else. */
#define RN_SIGNATURE "-- \n"

/* The texts of one mail. `text` and `html` are UTF-8 with LF line ends. */
struct rn_rendered {
	char *subject; /* one line */
	char *text;
	char *html;
	char *description; /* NULL unless wanted: `text` without the footer and with paragraphs
	                    * unbroken, for a calendar entry: calendars break lines by themselves */
};
void rn_rendered_clear (struct rn_rendered *rendered);

/* Fills the fields in: what a bundle's table holds, up to its END: texts, numbers,
 * flags, and lists of tables (bundle.h). A value never becomes markup, another line of the subject, or a field. A field
 * without a value is a DATA error. */
gboolean rn_stationery_render (const rn_stationery *stationery, GBytes *fields, gboolean with_description,
                               struct rn_rendered *rendered, GError **error);

#endif
