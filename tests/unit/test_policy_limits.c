/* P17: a policy cannot hang the engine. P18: it cannot escape or flood. Each attack runs
 * in a worker of its own, which is killed at the deadline as the engine does it. */
#include "config.h"

#include "policy_stage.h"

#ifdef RN_SANITIZERS
#define MAX_GROWTH 2048 /* KiB: AddressSanitizer keeps books of its own */

/* What was freed must not count as memory that grows. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
	return "quarantine_size_mb=1";
}
#else
#define MAX_GROWTH 512
#endif

static const struct { const char *name, *code; } hangs[] = {
	{ "endless loop", "while true do end" },
	{ "loop in a coroutine", "coroutine.wrap(function() while true do end end)()" },
	{ "loop around pcall", "while true do pcall(function() error 'x' end) end" },
	{ "loop around failing effects", "while true do pcall(turn.mail, turn, {}) end" },
	{ "pattern backtracking", "local s = ('a'):rep(40) s:find(('a*'):rep(20) .. 'b')" },
	{ "string.rep of 1e10", "local s = ('x'):rep(10000000000)" },
	{ "string.rep of 1e18", "local s = ('x'):rep(1000000000000000000)" },
	{ "table.move over a long way", "table.move({}, 1, 1 << 60, 2)" },
	{ "table.concat of a long range", "table.concat({}, '', 1, 1 << 60)" },
	{ "table.unpack of a long range", "table.unpack({}, 1, 1 << 24)" },
	{ "deep recursion", "local function f() return 1 + f() end f()" },
	{ "recursion through pcall", "local function f() pcall(f) end f()" },
	{ "recursion of coroutines", "local function f() coroutine.wrap(f)() end f()" },
	{ "huge table", "local t = {} for i = 1, 1 << 40 do t[i] = { i } end" },
	{ "doubling text", "local s = 'xxxxxxxx' while true do s = s .. s end" },
	{ "sort that never agrees", "local t = {} for i = 1, 1000000 do t[i] = i % 7 end table.sort(t, "
	                            "function() return true end)" },
	{ "finalizer", "setmetatable({}, { __gc = function() while true do end end })" },
	{ "table that holds itself", "local t = {} t.t = t turn:mail { to = turn:people(), template = 'x', fields = t }" },
	{ "gsub with an endless function", "('x'):gsub('x', function() while true do end end)" },
	{ "queries by the million", "local t = {} while true do t[#t + 1] = turn:people { site = ('x'):rep(16000) } end" },
	{ "huge format", "local s = ('%099d'):rep(1000000):format(table.unpack({}, 1, 100000))" },
};

START_TEST (an_attack_changes_nothing_and_can_be_ended)
{
	struct stage stage;
	g_autofree char *policy = g_strdup_printf (HEAD "program:on('start', function(turn) %s end)" TAIL, hangs[_i].code);
	g_autoptr (GVariant) body = NULL;

	stage_open (&stage, policy);
	ck_assert_msg (stage.ready != NULL, "%s", stage.failed);
	gint64 began = g_get_monotonic_time ();
	stage_send (&stage, "start", NULL);
	guint32 kind = 0;
	enum rn_received received = rn_channel_get (stage.channel, began + RN_POLICY_DEADLINE_MS * 1000, &kind, &body, NULL);
	stage_close (&stage); /* kills and waits */
	g_autofree char *text = received == RN_RECEIVED_FRAME && kind == RN_FRAME_DONE ? g_variant_print (body, FALSE) : NULL;
	ck_assert_msg (text == NULL || g_str_equal (text, "([], [])"), "%s gave %s", hangs[_i].name, text);
}
END_TEST

START_TEST (a_policy_that_hangs_while_loading_can_be_killed)
{
	struct stage stage;

	stage_patience = 1;
	stage_open (&stage, "while true do end");
	ck_assert (stage.ready == NULL && stage.failed == NULL);
	stage_close (&stage); /* waits for its end */
}
END_TEST

START_TEST (a_worker_that_nobody_kills_dies_of_its_own_limit)
{
	struct stage stage;
	int status = 0;

	stage_open (&stage, ON_START ("coroutine.wrap(function() while true do end end)()"));
	stage_send (&stage, "start", NULL);
	ck_assert_int_eq (waitpid (stage.pid, &status, 0), stage.pid);
	ck_assert (WIFSIGNALED (status) && WTERMSIG (status) == SIGPROF);
	rn_channel_free (stage.channel);
	g_variant_unref (stage.ready);
}
END_TEST

static const struct { const char *code; int line; } endless[] = {
	{ "while true do end", 8 },
	{ "\n\nlocal n = 0\nwhile true do\nn = n + 1 end", 12 },
	{ "while true do pcall(function() while true do end end) end", 8 },
	{ "while true do pcall(turn.mail, turn, {}) end", 8 },
	{ "\nlocal function f() return f() end\nf()", 9 },
	{ "\nlocal t = {}\nfor i = 1, 1e9 do t[i % 9] = ('x'):rep(9) end", 10 },
	{ "\nlocal n = ('x'):rep(9):gsub('x',\nfunction() while true do end end)", 10 },
	{ "\ntable.sort({ 1, 2, 3 },\nfunction() while true do end end)", 10 },
	{ "\nlocal co = coroutine.wrap(function()\nwhile true do end end)\nco()", 10 },
	{ "\nlocal co = coroutine.create(function()\nwhile true do end end)\ncoroutine.resume(co)\nturn:note('on')", 10 },
	{ "\nwhile true do\ncoroutine.resume(coroutine.create(function()\nwhile true do pcall(error) end end)) end", 11 },
	{ "\ncoroutine.wrap(function() coroutine.wrap(function()\nwhile true do end end)() end)()", 10 },
	{ "\nfor _ in coroutine.wrap(function() while true do coroutine.yield(1) end end) do end", 9 },
	{ "\ncoroutine.wrap(function() coroutine.yield(1) end)()\npcall(coroutine.resume)\nwhile true do end", 11 },
	{ "\npcall(coroutine.wrap(function() error('x') end))\nwhile true do end", 10 },
};

/* The place is in the loop. */
START_TEST (an_endless_loop_is_named_by_its_line)
{
	struct stage stage;
	g_autofree char *policy = g_strdup_printf (HEAD "program:on('start', function(turn) %s end)" TAIL, endless[_i].code);
	g_autofree char *place = g_strdup_printf ("policy.lua:%d: this had not ended after 900 ms", endless[_i].line);

	stage_open (&stage, policy);
	ck_assert_msg (stage.ready != NULL, "%s: %s", endless[_i].code, stage.failed);
	for (int n = 1; n <= 2; n++) { /* the next event is served, and ends likewise */
		g_autoptr (GVariant) body = NULL;
		guint32 kind = 0;
		stage_send (&stage, "start", NULL);
		gint64 deadline = g_get_monotonic_time () + 100 * 1000;
		enum rn_received received = rn_policy_await (stage.channel, stage.pid, deadline, &kind, &body);
		ck_assert_msg (received == RN_RECEIVED_FRAME && kind == RN_FRAME_FAILED, "%s, event %d: frame %u", endless[_i].code, n, kind);
		const char *said = g_variant_get_string (body, NULL);
		ck_assert_msg (g_str_has_prefix (said, place), "%s: %s", endless[_i].code, said);
	}
	stage_close (&stage);
}
END_TEST

#define BACKTRACKS "(('a'):rep(40)):find(('a*'):rep(20) .. 'b')"

/* Within one of Lua's own functions. */
static const struct { const char *code; int line; } stuck[] = {
	{ "\n\nlocal s = " BACKTRACKS, 10 },
	{ "\npcall(function()\nlocal s = " BACKTRACKS " end)", 10 },
	{ "\ncoroutine.wrap(function()\nlocal s = " BACKTRACKS " end)()", 10 },
	{ "\ntable.move({}, 1, 1 << 60, 2)", 9 },
	{ "\nlocal s = ('a'):gsub('a', function()\nreturn (" BACKTRACKS ") end)", 10 },
};

/* The process tells it, and ends. */
START_TEST (an_endless_call_is_named_by_its_line)
{
	struct stage stage;
	g_autofree char *policy = g_strdup_printf (HEAD "program:on('start', function(turn) %s end)" TAIL, stuck[_i].code);
	g_autofree char *place = g_strdup_printf ("policy.lua:%d: this had not ended after 900 ms", stuck[_i].line);
	g_autoptr (GVariant) body = NULL, next = NULL;
	guint32 kind = 0;

	stage_open (&stage, policy);
	stage_send (&stage, "start", NULL);
	enum rn_received received = RN_RECEIVED_NOTHING;
	for (int n = 0; n < 50 && received == RN_RECEIVED_NOTHING; n++) /* other work of this machine may come first */
		received = rn_policy_await (stage.channel, stage.pid, g_get_monotonic_time () + 100 * 1000, &kind, &body);
	ck_assert_msg (received == RN_RECEIVED_FRAME && kind == RN_FRAME_FAILED, "%s: frame %u", stuck[_i].code, kind);
	const char *said = g_variant_get_string (body, NULL);
	ck_assert_msg (g_str_has_prefix (said, place), "%s: %s", stuck[_i].code, said);
	ck_assert_int_eq (stage_get (&stage, &next), 0);
	stage_close (&stage);
}
END_TEST

/* What an author knows of them. */
START_TEST (coroutines_do_what_they_do)
{
	struct stage stage;
	g_autoptr (GVariant) body = NULL;

	stage_open (&stage, ON_START (
		"local co = coroutine.create(function(a, b) error(coroutine.yield(a + b) .. 'x') end) "
		"turn:note(tostring(select(2, coroutine.resume(co, 1, 2)))) "
		"turn:note(tostring(select(2, coroutine.resume(co, 'y'))) .. ', ' .. coroutine.status(co)) "
		"local n = 0 for i in coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end) do n = n + i end "
		"turn:note(tostring(n)) "
		"turn:note(select(2, pcall(coroutine.wrap(function() error('z') end)))) "
		"turn:note(tostring(pcall(coroutine.resume, 7))) turn:note(tostring(pcall(coroutine.wrap, 7)))"));
	stage_send (&stage, "start", NULL);
	ck_assert_msg (stage_get (&stage, &body) == RN_FRAME_DONE, "%s", stage.failed);
	g_autofree char *text = g_variant_print (body, FALSE);
	ck_assert_str_eq (text, "([], ['3', 'policy.lua:8: yx, dead', '6', 'policy.lua:8: z', 'false', 'false'])");
	stage_close (&stage);
}
END_TEST

START_TEST (memory_that_is_hoarded_is_named_and_costs_at_most_the_worker)
{
	struct stage stage;
	g_autoptr (GVariant) body = NULL, next = NULL;

	stage_open (&stage, HEAD "local hoard, long = {}, ('0123456789'):rep(100000)\n"
	            "program:on('start', function() while true do hoard[#hoard + 1] = long .. #hoard end end)" TAIL);
	stage_send (&stage, "start", NULL);
	ck_assert_int_eq (stage_get (&stage, &body), RN_FRAME_FAILED);
	ck_assert_str_eq (stage.failed, "policy.lua: the script needs more than 64 MiB of memory");
	stage_send (&stage, "start", NULL);
	guint32 kind = stage_get (&stage, &next);
	ck_assert_msg (kind == RN_FRAME_FAILED || kind == 0, "the second event gave frame %u", kind);
	stage_close (&stage);
}
END_TEST

/* Names that must mean nothing. */
static const char *const absent[] = {
	"_G", "io", "os", "debug", "package", "load", "loadstring", "loadfile", "dofile", "xpcall", "collectgarbage",
	"print", "warn", "setmetatable", "getmetatable", "rawget", "rawset", "rawequal", "rawlen", "next", "core",
	"string.dump", "('').dump", "math.randomseed", "rotnem.core", "turn.effect", "turn:people().filter",
	"program.handlers", "debug.getregistry",
};

START_TEST (nothing_dangerous_is_there)
{
	struct stage stage;
	g_autofree char *policy = g_strdup_printf (
		ON_START ("local fine, found = pcall(function() return %s end) if fine and found then turn:note 'escaped' end"),
		absent[_i]);
	g_autoptr (GVariant) body = NULL;

	stage_open (&stage, policy);
	stage_send (&stage, "start", NULL);
	ck_assert_msg (stage_get (&stage, &body) == RN_FRAME_DONE, "%s: %s", absent[_i], stage.failed);
	g_autofree char *text = g_variant_print (body, FALSE);
	ck_assert_msg (g_str_equal (text, "([], [])"), "“%s” is there: %s", absent[_i], text);
	stage_close (&stage);
}
END_TEST

/* Files that must not load. */
static const struct { const char *name, *policy, *message; } refused[] = {
	{ "bytecode", "\033LuaT\0", "attempt to load a binary chunk" },
	{ "absolute path", HEAD "require '/etc/passwd'" TAIL, "cannot be required" },
	{ "way up", HEAD "require '..passwd'" TAIL, "cannot be required" },
	{ "inner module", HEAD "require 'rotnem.globals'" TAIL, "cannot be required" },
	{ "inner module, capital", HEAD "require 'Rotnem.globals'" TAIL, "cannot be required" },
	{ "itself", HEAD "require 'policy'" TAIL, "a policy declares one program" },
	{ "two programs", HEAD "require 'rotnem'.program { name = 'x', api = 1, title = 'X', roles = {}, charter = {} }" TAIL,
	  "one program" },
};

START_TEST (a_file_that_reaches_out_does_not_load)
{
	struct stage stage;

	stage_open (&stage, refused[_i].policy);
	ck_assert_msg (stage.failed != NULL && strstr (stage.failed, refused[_i].message) != NULL, "%s: %s", refused[_i].name,
	               stage.failed);
	stage_close (&stage);
}
END_TEST

START_TEST (no_file_is_read_after_loading)
{
	struct stage stage;
	g_autoptr (GVariant) body = NULL;

	stage_open (&stage, ON_START ("require 'other'"));
	stage_send (&stage, "start", NULL);
	ck_assert_int_eq (stage_get (&stage, &body), RN_FRAME_FAILED);
	ck_assert_str_eq (stage.failed, "policy.lua:8: “other.lua” must be required at the top of the file");
	stage_close (&stage);
}
END_TEST

#define ANSWER "{'from': <{'ref': <'person:1'>, 'kind': <'person'>}>, 'form': <'goals'>, 'intent': <'text'>, " \
               "'answered': <{'wish': <{'handle': <'h7'>}>}>}"

/* A person's own words: what may be done with them, and what not. */
static const struct { const char *code, *result; } words[] = {
	{ "turn:mail { to = answer.from, template = 'x', fields = { w = answer.answered.wish } }",
	  "([('mail', 8, {'to': <['person:1']>, 'template': <'x'>, 'fields': <{'w': <{'handle': <'h7'>}>}>})], [])" },
	{ "turn:note(tostring(answer.answered.wish))", "([], ['(words of a person)'])" },
	{ "turn:note(('%s'):format(answer.answered.wish))", "([], ['(words of a person)'])" },
	{ "turn:note(answer.answered.wish)", "policy.lua:8: a text is needed here, not a userdata" },
	{ "turn:note('x' .. answer.answered.wish)",
	  "policy.lua:8: attempt to concatenate a words of a person value (field 'wish')" },
	{ "local n = #answer.answered.wish", "policy.lua:8: attempt to get length of a words of a person value (field 'wish')" },
	{ "turn:open_topics { owner = answer.from, titles = { answer.answered.wish } }",
	  "policy.lua:8: “titles” of “open_topics”: a text is needed here, not a userdata" },
	{ "turn:mail { to = answer.answered.wish, template = 'x' }",
	  "policy.lua:8: “to” of “mail” wants people, not a person's own words, which can only be a field of a mail" },
};

START_TEST (words_of_a_person_stay_closed)
{
	struct stage stage;
	g_autofree char *policy = g_strdup_printf (HEAD "program:on('answer:goals', function(turn, answer) %s end)" TAIL,
	                                           words[_i].code);
	g_autoptr (GVariant) body = NULL;

	stage_open (&stage, policy);
	stage_send (&stage, "answer:goals", g_variant_new_parsed (ANSWER));
	guint32 kind = stage_get (&stage, &body);
	g_autofree char *text = kind == RN_FRAME_DONE ? g_variant_print (body, FALSE) : g_strdup (stage.failed);
	ck_assert_msg (g_strcmp0 (text, words[_i].result) == 0, "%s gave %s", words[_i].code, text);
	stage_close (&stage);
}
END_TEST

/* Resident pages of the worker. */
static long
pages (const struct stage *stage)
{
	g_autofree char *path = g_strdup_printf ("/proc/%d/statm", stage->pid);
	g_autofree char *text = NULL;
	long all = 0, resident = 0;

	ck_assert (g_file_get_contents (path, &text, NULL, NULL));
	ck_assert_int_eq (sscanf (text, "%ld %ld", &all, &resident), 2);
	return resident;
}

static void
send_many (struct stage *stage, int n)
{
	for (int i = 0; i < n; i++) {
		g_autoptr (GVariant) body = NULL;
		stage_send (stage, "answer:goals", g_variant_new_parsed (ANSWER));
		ck_assert_int_eq (stage_get (stage, &body), i % 2 == 0 ? RN_FRAME_DONE : RN_FRAME_FAILED);
	}
}

START_TEST (memory_stays_flat_over_turns_that_work_and_turns_that_fail)
{
	struct stage stage;

	stage_open (&stage, HEAD "local n = 0\nprogram:on('answer:goals', function(turn, answer) n = n + 1\n"
	            "turn:mail { to = turn:people { role = 'mentor' }, template = 'x', fields = { w = answer.answered.wish } }\n"
	            "if n % 2 == 0 then turn:mail { to = answer.from, template = 7 } end end)" TAIL);
	ck_assert_msg (stage.ready != NULL, "%s", stage.failed);
	send_many (&stage, 2000);
	long before = pages (&stage);
	send_many (&stage, 10000);
	long grown = pages (&stage) - before;
	ck_assert_msg (grown * 4 < MAX_GROWTH, "10,000 turns took %ld KiB", grown * 4);
	stage_close (&stage);
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("policy limits");
	TCase *t = tcase_create ("limits");

	tcase_add_loop_test (t, an_attack_changes_nothing_and_can_be_ended, 0, G_N_ELEMENTS (hangs));
	tcase_add_test (t, a_policy_that_hangs_while_loading_can_be_killed);
	tcase_add_test (t, a_worker_that_nobody_kills_dies_of_its_own_limit);
	tcase_add_loop_test (t, an_endless_loop_is_named_by_its_line, 0, G_N_ELEMENTS (endless));
	tcase_add_loop_test (t, an_endless_call_is_named_by_its_line, 0, G_N_ELEMENTS (stuck));
	tcase_add_test (t, coroutines_do_what_they_do);
	tcase_add_test (t, memory_that_is_hoarded_is_named_and_costs_at_most_the_worker);
	tcase_add_loop_test (t, nothing_dangerous_is_there, 0, G_N_ELEMENTS (absent));
	tcase_add_loop_test (t, a_file_that_reaches_out_does_not_load, 0, G_N_ELEMENTS (refused));
	tcase_add_test (t, no_file_is_read_after_loading);
	tcase_add_loop_test (t, words_of_a_person_stay_closed, 0, G_N_ELEMENTS (words));
	tcase_add_test (t, memory_stays_flat_over_turns_that_work_and_turns_that_fail);
	suite_add_tcase (s, t);
	return s;
}

RN_UNIT_MAIN (suite ())
