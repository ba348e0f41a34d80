/* Looks for everything that would fail later: scripts, templates and forms of every
 * program, the directory, and, when asked, the servers. */
#ifndef RN_RUN_CHECK_H
#define RN_RUN_CHECK_H

#include "site_config.h"

/* Adds one line (char *) for each problem to `problems`, and for each thing that was
 * found to work to `fine`. */
void rn_check (const rn_config *config, gboolean online, GPtrArray *problems, GPtrArray *fine);

#endif
