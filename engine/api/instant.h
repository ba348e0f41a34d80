/* How Rotnem writes an instant: everywhere, in every structure, table and frame. */
#ifndef RN_API_INSTANT_H
#define RN_API_INSTANT_H

#include <glib.h>

/* Seconds since 1970-01-01T00:00:00Z; 0 means "none". */
typedef gint64 rn_time;
#define RN_NEVER ((rn_time) G_MAXINT64)

#define RN_MINUTE ((rn_time) 60)
#define RN_HOUR (60 * RN_MINUTE)
#define RN_DAY (24 * RN_HOUR)

#endif
