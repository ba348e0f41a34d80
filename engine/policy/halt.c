#include "halt.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "frames.h"
#include "place.h"
#include "worker.h"

#define RN_MAX_RUNNING 200 /* states within one another: Lua allows no more C calls (LUAI_MAXCCALLS) */
#define RN_MAX_WHERE 512   /* bytes of a place */
#define RN_NOT_ENDED "this had not ended after %d ms and was stopped"

/* What the handler of the signal looks at. */
static lua_State *volatile running[RN_MAX_RUNNING]; /* the handler's state, and each coroutine within the one before */
static volatile sig_atomic_t n_running, n_told, speaking;
static int speaks_to = -1;

static char where[RN_MAX_WHERE]; /* of the loop; what catches its error fails with the same one */

/* ---- Running ------------------------------------------------------------------------------ */

static gboolean
enter (lua_State *L)
{
	if (n_running == RN_MAX_RUNNING)
		return FALSE;
	running[n_running] = L;
	n_running++;
	return TRUE;
}

void
rn_halt_begin (lua_State *L)
{
	*where = '\0';
	n_told = n_running = 0;
	enter (L);
}

void
rn_halt_end (lua_State *L)
{
	n_running = 0;
	if (lua_gethookmask (L) != 0)
		lua_sethook (L, NULL, 0, 0);
}

void
rn_halt_speaking (gboolean is_speaking)
{
	speaking = is_speaking;
}

/* ---- Coroutines --------------------------------------------------------------------------- */

/* Calls Lua's own function below its arguments, which runs the coroutine. */
static int
run_within (lua_State *L, lua_State *coroutine)
{
	gboolean entered = coroutine != NULL && n_running > 0 && enter (coroutine);
	int status = lua_pcall (L, lua_gettop (L) - 1, LUA_MULTRET, 0);

	if (entered)
		n_running--;
	return status == LUA_OK ? lua_gettop (L) : lua_error (L);
}

/* Upvalue 1: Lua's own. */
static int
resume (lua_State *L)
{
	lua_State *coroutine = lua_tothread (L, 1);

	lua_pushvalue (L, lua_upvalueindex (1));
	lua_insert (L, 1);                                /* resume coroutine … */
	return run_within (L, coroutine);
}

/* Upvalue 1: what Lua's wrap gave, whose own first upvalue is the coroutine. */
static int
resume_wrapped (lua_State *L)
{
	lua_pushvalue (L, lua_upvalueindex (1));
	lua_insert (L, 1);                                /* wrapped … */
	lua_getupvalue (L, 1, 1);
	lua_State *coroutine = lua_tothread (L, -1);
	lua_pop (L, 1);                                   /* held by what is called */
	return run_within (L, coroutine);
}

/* Upvalue 1: Lua's own. */
static int
wrap (lua_State *L)
{
	lua_settop (L, 1);
	lua_pushvalue (L, lua_upvalueindex (1));
	lua_insert (L, 1);                                /* wrap function */
	lua_call (L, 1, 1);                               /* wrapped */
	lua_pushcclosure (L, resume_wrapped, 1);
	return 1;
}

static void
replace (lua_State *L, const char *name, lua_CFunction by)
{
	lua_getfield (L, -1, name);
	lua_pushcclosure (L, by, 1);
	lua_setfield (L, -2, name);
}

void
rn_halt_coroutines (lua_State *L)
{
	lua_getglobal (L, "coroutine");
	replace (L, "resume", resume);
	replace (L, "wrap", wrap);
	lua_pop (L, 1);
}

/* ---- Stopping ----------------------------------------------------------------------------- */

/* Stays until the handler has ended: the author may catch errors. */
static void
stop (lua_State *L, G_GNUC_UNUSED lua_Debug *frame)
{
	if (*where == '\0') {
		rn_place_push (L);
		g_strlcpy (where, lua_tostring (L, -1), sizeof where);
		lua_pop (L, 1);
	}
	lua_pushfstring (L, "%s" RN_NOT_ENDED, where, RN_POLICY_DEADLINE_MS);
	lua_error (L);
}

/* Within a signal: nothing is allocated, and Lua is only looked at. Should it be at work on its own stack just
 * then, this process dies, which would be its end anyway. */
static void
tell_and_end (void)
{
	static struct {
		guint32 size, kind;
		char text[RN_MAX_WHERE + sizeof RN_NOT_ENDED + 16];
	} told = { .kind = RN_FRAME_FAILED };
	lua_Debug frame;
	int line = 0;

	for (int i = n_running; i > 0 && line == 0; i--)
		line = rn_place_find (running[i - 1], &frame);
	if (line == 0 || speaking)
		return; /* the event is told by who kills us */
	int n = g_snprintf (told.text, sizeof told.text, "%s:%d: " RN_NOT_ENDED, frame.source + 1, line, RN_POLICY_DEADLINE_MS);
	told.size = (guint32) MIN ((gsize) n + 1, sizeof told.text);
	ssize_t written = write (speaks_to, &told, G_STRUCT_OFFSET (typeof (told), text) + told.size);
	_exit (written < 0);
}

/* A signal may set a hook (lua_sethook in Lua's manual). */
static void
on_told_to_stop (G_GNUC_UNUSED int number)
{
	if (n_running > 0 && n_told++ > 0 && *where == '\0') /* else it is failing already */
		tell_and_end ();
	for (int i = 0; i < n_running; i++)
		lua_sethook (running[i], stop, LUA_MASKCOUNT, 1);
}

void
rn_halt_init (int fd)
{
	speaks_to = fd;
	signal (RN_POLICY_STOP, on_told_to_stop);
}
