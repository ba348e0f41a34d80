/* The shell: the HTML page around every mail's words. Its <footer> also ends the
 * plain text. */
#ifndef RN_RENDER_SHELL_H
#define RN_RENDER_SHELL_H

#include "tree.h"

/* Reads XHTML with fields. Where <section lang="…"> stand side by side, the one in
 * `language` is kept, else the one in English. There must be one {{{body}}}. NULL with
 * a CONFIG error that names place and line. */
GPtrArray *rn_shell_read (const char *xhtml, const char *language, const char *place, GError **error);

/* The first element of that tag, or NULL. */
const rn_node *rn_nodes_find (GPtrArray *nodes, const char *tag);

#endif
