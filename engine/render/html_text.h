/* HTML mail as the text that a person sees. libxml2 stays behind this header. */
#ifndef RN_RENDER_HTML_TEXT_H
#define RN_RENDER_HTML_TEXT_H

#include <glib.h>

/* Text with LF line ends of UTF-8 HTML; what stands in a quoting element (blockquote,
 * gmail_quote, Outlook's divider and the like) gets "> " before each line. Script and
 * style are left out. Never NULL; any input is fine and bounded in time and memory. */
char *rn_html_text (const char *html, gsize size);

#endif
