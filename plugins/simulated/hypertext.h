/* HTML as the lines that a person sees of it. Made for well-formed mail of a program,
 * with its lists, paragraphs and links; not a browser. */
#ifndef SIMULATED_HYPERTEXT_H
#define SIMULATED_HYPERTEXT_H

#include <glib.h>

/* Lines with LF; items of ordered lists bear their numbers. */
char *hypertext_words (const char *html);

/* Plain text as HTML: escaped, a line break for each line. */
char *hypertext_from_words (const char *words);

#endif
