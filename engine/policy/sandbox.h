/* A Lua state that cannot reach the machine: text chunks only, a fresh environment
 * without io, os, debug, package, load and garbage collection, memory up to a limit.
 * It cannot stop a script that runs on: whoever owns the process does that.
 *
 * Two kinds of code run in it. The library below scripts/rotnem has all of Lua's
 * harmless functions and the table `core` of bindings (as `...`); the author's files
 * see `core.env` and may require the library's public modules and files beside them. */
#ifndef RN_POLICY_SANDBOX_H
#define RN_POLICY_SANDBOX_H

#include <glib.h>
#include <lua.h>

#define RN_MAX_POLICY_MEMORY (64 * 1024 * 1024) /* a year's records of one turn take 2 MiB */
#define RN_MAX_POLICY_SOURCE (1024 * 1024)      /* of one file; a long program has 20 KiB */
#define RN_MAX_POLICY_TEXT (16 * 1024)          /* of one text that crosses the border */

typedef struct rn_sandbox rn_sandbox;

/* `scripts` is the folder that holds rotnem/; `modules` are the library's modules that
 * an author may require (ends with NULL; both are copied). `bindings` end with a NULL
 * name and become members of `core`, beside those of common.h; `data` is theirs, see rn_sandbox_data. */
struct luaL_Reg;
rn_sandbox *rn_sandbox_new (const char *scripts, const char *const *modules, const struct luaL_Reg *bindings, gpointer data);
void rn_sandbox_free (rn_sandbox *box);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_sandbox, rn_sandbox_free)

lua_State *rn_sandbox_lua (rn_sandbox *box);
gpointer rn_sandbox_data (lua_State *L);

/* Pushes the table `core`. */
void rn_sandbox_core (lua_State *L);

/* Runs a module of the library; nothing is left on the stack. CONFIG error. */
gboolean rn_sandbox_library (rn_sandbox *box, const char *module, GError **error);

/* Runs an author's file and leaves its one result on the stack. The files beside it can
 * be required while it runs. CONFIG error with file and line. */
gboolean rn_sandbox_run (rn_sandbox *box, const char *path, GError **error);

/* From now on no file is read. */
void rn_sandbox_seal (rn_sandbox *box);

/* Calls the function below its `arguments`. DATA error: "FILE:LINE: …". */
gboolean rn_sandbox_call (rn_sandbox *box, int arguments, int results, GError **error);

/* SHA-256 over everything that was read, in hexadecimal. */
const char *rn_sandbox_version (rn_sandbox *box);

/* The author's file as messages name it: relative to `scripts`. */
const char *rn_sandbox_name (rn_sandbox *box);

#endif
