/* What the CLI and the web may ask of a store, with or without a running engine: one
 * row a request. */
#ifndef RN_RUN_REQUESTS_H
#define RN_RUN_REQUESTS_H

#include "control.h"

/* Whether it may be the very first thing that is done here, and makes the store. */
gboolean rn_request_begins (const char *name);

/* Carries out a request; lines go to `line`. Unknown names are CONFIG errors. Changes
 * are turns, journalled like any other. */
gboolean rn_request (rn_engine *engine, const char *name, GVariant *arguments, rn_control_line line, gpointer data,
                     GError **error);

#endif
