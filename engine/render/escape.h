/* How a text is made harmless where it comes to stand. */
#ifndef RN_RENDER_ESCAPE_H
#define RN_RENDER_ESCAPE_H

#include <glib.h>

/* Appends &, <, >, " and ' as character references, LF as it is told. */
void rn_escape_html (GString *out, const char *text, const char *line_end);

/* A value as it may stand in a mail: without control characters and without those
 * that turn the direction of the text around it (UAX #9, embeddings, overrides and
 * isolates). Line ends of all kinds become LF. */
char *rn_clean_value (const char *text);

/* The same on one line. */
char *rn_clean_line (const char *text);

/* A value inside an address: everything percent-encoded but unreserved characters, "@",
 * and "+" where it is the plus part of a mailto address (RFC 6068, 2), so before any
 * "?" of what stands in `before`. */
char *rn_escape_url (const char *text, const char *before);

/* Whether it has a character written from right to left. */
gboolean rn_has_rtl (const char *text);

#endif
