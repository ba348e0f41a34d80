/* Lines for the operator, on standard error: journald's priorities when systemd
 * reads them, plain text else. Only the edge (loop, commands) logs; what is below
 * returns errors. */
#ifndef RN_BASE_LOG_H
#define RN_BASE_LOG_H

#include "plugin.h"

/* Lines below this severity are dropped; at the start INFO. */
void rn_log_threshold (enum rn_severity least);

void rn_log (enum rn_severity severity, const char *format, ...) G_GNUC_PRINTF (2, 3);

#endif
