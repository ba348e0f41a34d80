#include "sandbox.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "common.h"
#include "environment.h"
#include "error.h"
#include "file.h"
#include "place.h"
#include "shipped.h"

struct rn_sandbox {
	lua_State *L;
	gsize used;         /* bytes that Lua holds */
	char *scripts;
	char **modules;
	char *folder;       /* of the author's file */
	char *name;
	GChecksum *sources;
	gboolean sealed;
	gpointer data;
};

/* Keys of the registry. */
static const char core_key, env_key, loaded_key;

static struct rn_sandbox *
box_of (lua_State *L)
{
	return *(struct rn_sandbox **) lua_getextraspace (L);
}

lua_State *
rn_sandbox_lua (rn_sandbox *box)
{
	return box->L;
}

gpointer
rn_sandbox_data (lua_State *L)
{
	return box_of (L)->data;
}

const char *
rn_sandbox_name (rn_sandbox *box)
{
	return box->name;
}

void
rn_sandbox_core (lua_State *L)
{
	lua_rawgetp (L, LUA_REGISTRYINDEX, &core_key);
}

void
rn_sandbox_seal (rn_sandbox *box)
{
	box->sealed = TRUE;
}

const char *
rn_sandbox_version (rn_sandbox *box)
{
	return g_checksum_get_string (box->sources);
}

/* ---- calls ------------------------------------------------------------------ */

/* Takes the message off the stack. */
static void
set_error (lua_State *L, int status, int code, GError **error)
{
	const struct rn_sandbox *box = box_of (L);
	g_autofree char *message = NULL;

	if (status == LUA_ERRMEM)
		message = g_strdup_printf ("%s: the script needs more than %d MiB of memory", box->name,
		                           RN_MAX_POLICY_MEMORY / (1024 * 1024));
	else
		message = rn_place_message (lua_tostring (L, -1));
	lua_pop (L, 1);
	gboolean placed = rn_place_begins (message) || g_str_has_prefix (message, box->name);
	g_set_error (error, RN_ERROR, code, "%s%s%s", placed ? "" : box->name, placed ? "" : ": ", message);
}

static gboolean
call (struct rn_sandbox *box, int arguments, int results, int code, GError **error)
{
	int base = lua_gettop (box->L) - arguments;      /* … function arguments */
	lua_pushcfunction (box->L, rn_place_on_error);
	lua_insert (box->L, base);                       /* … on_error function arguments */
	int status = lua_pcall (box->L, arguments, results, base);
	lua_remove (box->L, base);                       /* … results, or message */
	if (status == LUA_OK)
		return TRUE;
	set_error (box->L, status, code, error);
	return FALSE;
}

gboolean
rn_sandbox_call (rn_sandbox *box, int arguments, int results, GError **error)
{
	return call (box, arguments, results, RN_ERROR_DATA, error);
}

/* ---- files ---------------------------------------------------------------- */

/* Pushes the file as a function that sees the environment on top of the stack, which
 * it replaces. Only texts: Lua's bytecode can crash its machine. */
static gboolean
load_file (lua_State *L, const char *path, const char *name, GError **error)
{
	struct rn_sandbox *box = box_of (L);
	g_autofree char *source = NULL;
	g_autofree char *chunk = g_strconcat ("@", name, NULL);
	gsize size = 0;

	if (box->sealed) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "“%s” must be required at the top of the file", name);
		return FALSE;
	}
	if (!rn_file_read (path, &source, &size, NULL)) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "the script %s cannot be read", path);
		return FALSE;
	}
	if (size > RN_MAX_POLICY_SOURCE) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s is longer than a script may be", path);
		return FALSE;
	}
	g_checksum_update (box->sources, (const guchar *) source, (gssize) size);
	int status = luaL_loadbufferx (L, source, size, chunk, "t"); /* environment chunk */
	if (status != LUA_OK) {
		set_error (L, status, RN_ERROR_CONFIG, error);
		return FALSE;
	}
	lua_insert (L, -2);                         /* chunk environment */
	lua_setupvalue (L, -2, 1);                  /* chunk */
	return TRUE;
}

/* Pushes the chunk of a module of the library with its argument, ready to be called. */
static gboolean
load_library (lua_State *L, const char *module, GError **error)
{
	const char *part = g_str_equal (module, "rotnem") ? "init" : module + strlen ("rotnem.");
	g_autofree char *name = g_strdup_printf ("rotnem/%s.lua", part);
	g_autofree char *path = g_build_filename (box_of (L)->scripts, name, NULL);

	/* programs of one's own need not bring the library along */
	if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
		g_autofree char *shipped = rn_shipped_dir ("scripts");
		g_free (path);
		path = g_build_filename (shipped, name, NULL);
	}

	lua_pushglobaltable (L);
	if (!load_file (L, path, name, error))
		return FALSE;
	rn_sandbox_core (L);                        /* chunk core */
	return TRUE;
}

/* The same for a file beside the author's. */
static gboolean
load_sibling (lua_State *L, const char *module, GError **error)
{
	struct rn_sandbox *box = box_of (L);
	g_autofree char *file = g_strconcat (module, ".lua", NULL);
	g_autofree char *path = g_build_filename (box->folder, file, NULL);
	g_autofree char *beside = g_path_get_dirname (box->name);
	g_autofree char *name = g_str_equal (beside, ".") ? g_strdup (file) : g_build_filename (beside, file, NULL);

	lua_rawgetp (L, LUA_REGISTRYINDEX, &env_key);
	if (!load_file (L, path, name, error))
		return FALSE;
	lua_pushnil (L);                            /* chunk nil */
	return TRUE;
}

static gboolean
of_library (const char *module)
{
	return g_str_equal (module, "rotnem") || g_str_has_prefix (module, "rotnem.");
}

/* Whether that module may be required from there. */
static gboolean
check_module (lua_State *L, const char *module, gboolean inner, GError **error)
{
	const char *letters = of_library (module) ? "abcdefghijklmnopqrstuvwxyz_." : "abcdefghijklmnopqrstuvwxyz_0123456789";
	gboolean clean = *module != '\0' && module[strspn (module, letters)] == '\0' && strstr (module, "..") == NULL;

	if (clean && (inner || !of_library (module) || g_strv_contains ((const char *const *) box_of (L)->modules, module)))
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG,
	             "“%s” cannot be required, only “rotnem” and files of the same folder by their bare name", module);
	return FALSE;
}

/* require (name): a module's result, loaded once. Upvalue 1: called by the library. */
static int
require (lua_State *L)
{
	const char *module = luaL_checkstring (L, 1);
	GError *error = NULL;

	lua_settop (L, 1);
	if (!check_module (L, module, lua_toboolean (L, lua_upvalueindex (1)), &error))
		return rn_raise (L, error);
	lua_rawgetp (L, LUA_REGISTRYINDEX, &loaded_key);  /* module loaded */
	if (lua_getfield (L, 2, module) == LUA_TBOOLEAN)  /* module loaded result */
		return luaL_error (L, "“%s” requires itself", module);
	if (!lua_isnil (L, 3))
		return 1;
	lua_pushboolean (L, FALSE);
	lua_setfield (L, 2, module);                      /* being loaded */
	if (!(of_library (module) ? load_library : load_sibling) (L, module, &error))
		return rn_raise (L, error);
	lua_call (L, 1, 1);                               /* module loaded nil result */
	if (lua_isnil (L, -1))
		return luaL_error (L, "“%s” returns nothing to use", module);
	lua_pushvalue (L, -1);
	lua_setfield (L, 2, module);
	return 1;
}

static void
push_require (lua_State *L, gboolean inner)
{
	lua_pushboolean (L, inner);
	lua_pushcclosure (L, require, 1);
}

/* ---- the state -------------------------------------------------------------- */

static void *
allocate (void *data, void *block, size_t had, size_t wanted)
{
	struct rn_sandbox *box = data;

	if (block == NULL)
		had = 0; /* then it tells the kind of the new object */
	if (wanted == 0) {
		free (block);
		box->used -= had;
		return NULL;
	}
	if (wanted > had && wanted - had > RN_MAX_POLICY_MEMORY - MIN (box->used, RN_MAX_POLICY_MEMORY))
		return NULL;
	/* what the computer lacks is no fault of the policy's: its process ends and another is asked */
	void *moved = g_realloc (block, wanted);
	box->used += wanted - had;
	return moved;
}

static int
furnish (lua_State *L)
{
	const luaL_Reg *bindings = lua_touserdata (L, 1);

	rn_environment_libraries (L);
	push_require (L, TRUE);
	lua_setglobal (L, "require");
	lua_newtable (L);
	lua_rawsetp (L, LUA_REGISTRYINDEX, &loaded_key);
	lua_newtable (L);                                 /* core */
	luaL_setfuncs (L, rn_common_bindings, 0);
	luaL_setfuncs (L, bindings, 0);
	rn_environment_push (L);                          /* core env */
	push_require (L, FALSE);
	lua_setfield (L, -2, "require");
	lua_pushvalue (L, -1);
	lua_rawsetp (L, LUA_REGISTRYINDEX, &env_key);
	lua_setfield (L, -2, "env");
	lua_rawsetp (L, LUA_REGISTRYINDEX, &core_key);
	return 0;
}

rn_sandbox *
rn_sandbox_new (const char *scripts, const char *const *modules, const luaL_Reg *bindings, gpointer data)
{
	struct rn_sandbox *box = g_new0 (struct rn_sandbox, 1);

	box->scripts = g_canonicalize_filename (scripts, NULL);
	box->modules = g_strdupv ((char **) modules);
	box->name = g_strdup ("script");
	box->sources = g_checksum_new (G_CHECKSUM_SHA256);
	box->data = data;
	box->L = lua_newstate (allocate, box);
	*(struct rn_sandbox **) lua_getextraspace (box->L) = box;
	lua_pushcfunction (box->L, furnish);
	lua_pushlightuserdata (box->L, (gpointer) bindings);
	lua_call (box->L, 1, 0); /* cannot fail: the limit is far */
	return box;
}

void
rn_sandbox_free (rn_sandbox *box)
{
	if (box == NULL)
		return;
	lua_close (box->L);
	g_checksum_free (box->sources);
	g_strfreev (box->modules);
	g_free (box->scripts);
	g_free (box->folder);
	g_free (box->name);
	g_free (box);
}

gboolean
rn_sandbox_library (rn_sandbox *box, const char *module, GError **error)
{
	lua_getglobal (box->L, "require");
	lua_pushstring (box->L, module);
	return call (box, 1, 0, RN_ERROR_CONFIG, error);
}

gboolean
rn_sandbox_run (rn_sandbox *box, const char *path, GError **error)
{
	g_autofree char *whole = g_canonicalize_filename (path, NULL);
	g_autofree char *below = g_strconcat (box->scripts, G_DIR_SEPARATOR_S, NULL);

	g_free (box->folder);
	g_free (box->name);
	box->folder = g_path_get_dirname (whole);
	box->name = g_str_has_prefix (whole, below) ? g_strdup (whole + strlen (below)) : g_path_get_basename (whole);
	lua_rawgetp (box->L, LUA_REGISTRYINDEX, &env_key);
	return load_file (box->L, whole, box->name, error) && call (box, 0, 1, RN_ERROR_CONFIG, error);
}
