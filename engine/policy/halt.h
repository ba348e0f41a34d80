/* Ending a handler that runs on, at the author's line. Told to stop the first time, whatever state runs, the
 * handler's own or a coroutine's within it, fails at its next instruction, however often the author catches that.
 * One of Lua's own functions executes none, and may go on for ever; told a second time, the process tells the
 * line that called it, and ends. */
#ifndef RN_POLICY_HALT_H
#define RN_POLICY_HALT_H

#include <glib.h>
#include <lua.h>

/* Once, before anything runs: where FAILED is written to by a process that ends. */
void rn_halt_init (int fd);

/* A handler begins in this state, and has come to its end. */
void rn_halt_begin (lua_State *L);
void rn_halt_end (lua_State *L);

/* While a frame is being written none may be put between. */
void rn_halt_speaking (gboolean is_speaking);

/* Makes resume and wrap of the global table `coroutine` known to us: which one runs within which. */
void rn_halt_coroutines (lua_State *L);

#endif
