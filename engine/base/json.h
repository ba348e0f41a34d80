/* JSON lines for people's programs. */
#ifndef RN_BASE_JSON_H
#define RN_BASE_JSON_H

#include <glib.h>

/* The value (mostly an a{sv}) on one line, keys in their order, without line end. */
char *rn_json (GVariant *value);

#endif
