/* Times as people read them, in their own language and zone. ICU stays behind this
 * header. */
#ifndef RN_RENDER_WHEN_TEXT_H
#define RN_RENDER_WHEN_TEXT_H

#include "instant.h"

/* "Tuesday, 3 March 2026, 10:00–11:00 (Europe/Berlin)"; with both dates when it ends on
 * another day; without an end when `end` is 0. `zone` is an IANA name: NULL for one
 * that is not known, since a time in the wrong zone is worse than none. `language` is a
 * BCP 47 tag; English for one that ICU does not know. */
char *rn_when_text (rn_time start, rn_time end, const char *zone, const char *language);

/* The date alone: "Tuesday, 3 March 2026". */
char *rn_day_text (rn_time at, const char *zone, const char *language);

#endif
