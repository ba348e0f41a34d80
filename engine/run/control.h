/* The control socket: how the CLI asks a running engine. One request a connection: a
 * name and arguments; answers are dictionaries, then a word and a message. */
#ifndef RN_RUN_CONTROL_H
#define RN_RUN_CONTROL_H

#include "engine.h"

typedef struct rn_control rn_control;

/* Listens on STATE/control; only the engine's own user and root may speak. */
rn_control *rn_control_listen (rn_engine *engine, GError **error);
void rn_control_free (rn_control *control);

/* Called for each line of an answer; the value is the callee's for the call only. */
typedef void (*rn_control_line) (GVariant *line, gpointer data);

/* Asks: by the socket when an engine runs, else by taking the lock and opening the store
 * (no child is started for that but the policies), RETRY when there is none: who only looks does not
 * make it, since its owner would be who looked. `arguments`: a{sv}, floating. */
gboolean rn_control_ask (const rn_config *config, const char *name, GVariant *arguments, rn_control_line line, gpointer data,
                         GError **error);

#endif
