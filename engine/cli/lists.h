/* What other commands share with the lists. */
#ifndef RN_CLI_LISTS_H
#define RN_CLI_LISTS_H

#include "site_config.h"

/* Shows the mails in that state; gives an exit status. */
int rn_show_mails (const rn_config *config, const char *state, gboolean as_json);

#endif
