/* A template's Markdown as a tree. md4c stays behind this header. */
#ifndef RN_RENDER_MARKDOWN_H
#define RN_RENDER_MARKDOWN_H

#include "tree.h"

/* Reads Markdown with fields; HTML in it is plain words. `line` is the number of its
 * first line.
 *
 * Beyond CommonMark: a section marker or {{form}} may stand alone on its line, and is
 * then a block between blocks; "{{number}}. " at the start of a line begins a list item
 * of that number; a link with the title "button" is shown as one; links go to mailto,
 * https or http addresses that the template names. NULL with a CONFIG error that names
 * place and line. */
GPtrArray *rn_markdown_read (const char *markdown, const char *place, int line, GError **error);

#endif
