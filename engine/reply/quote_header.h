/* The words that mail programs put above a mail that they quote, in the languages
 * they come in: "On … Anna wrote:", From / Sent / To / Subject blocks, dividers. */
#ifndef RN_MAIL_QUOTE_HEADER_H
#define RN_MAIL_QUOTE_HEADER_H

#include <glib.h>

/* One line of a text, without its line end. */
struct rn_line {
	const char *at;
	gsize size;
	enum { RN_LINE_OWN, RN_LINE_BLANK, RN_LINE_QUOTED, RN_LINE_CUT } is;
};

/* Lines first … end - 1 of the text. */
struct rn_line_range {
	gsize first, end;
};

/* Whether own line `i` shows the header of a quoted mail: the last line of an
 * attribution ("…, Anna <anna@example.com> wrote:", wrapped or not), or the first
 * of a divider or of a block of labels. The range tells which lines are header. */
gboolean rn_quote_header_at (const struct rn_line *lines, gsize n_lines, gsize i, struct rn_line_range *header);

#endif
