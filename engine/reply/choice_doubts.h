/* What makes a number, where words stand beside it, perhaps none of a line. */
#ifndef RN_MAIL_CHOICE_DOUBTS_H
#define RN_MAIL_CHOICE_DOUBTS_H

#include "thoughts.h"

/* Whether the number at piece i may be a rank, an amount, an hour, a part of another number, or asked about. */
gboolean rn_is_doubtful_line (const struct rn_thoughts *thoughts, guint i);

#endif
