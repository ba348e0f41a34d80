/* The policy worker as the engine sees it: what is loaded, what an event gives, and
 * what an author is told. */
#include <math.h>

#include "policy_stage.h"

START_TEST (the_first_program_loads)
{
	struct stage stage;
	g_autofree char *scripts = scripts_folder ();
	g_autofree char *path = g_build_filename (scripts, "reverse-mentoring", "reverse_mentoring.lua", NULL);
	const char *name = NULL, *version = NULL;
	gboolean scores = FALSE;

	stage_open_file (&stage, path, NULL);
	ck_assert_msg (stage.ready != NULL, "%s", stage.failed);
	ck_assert (g_variant_lookup (stage.ready, "name", "&s", &name));
	ck_assert_str_eq (name, "reverse-mentoring");
	ck_assert (g_variant_lookup (stage.ready, "scores", "b", &scores) && scores);
	ck_assert (g_variant_lookup (stage.ready, "version", "&s", &version) && strlen (version) == 64);
	ck_assert_int_eq (stage_end (&stage), 0);
}
END_TEST

START_TEST (a_setting_of_the_site_is_in_force)
{
	struct stage stage;
	g_autofree char *scripts = scripts_folder ();
	g_autofree char *path = g_build_filename (scripts, "reverse-mentoring", "reverse_mentoring.lua", NULL);
	g_autoptr (GVariant) rows = NULL;

	stage_open_file (&stage, path, g_variant_new_parsed ("{'pace': <'2 x 7 days, 5 weeks'>}"));
	ck_assert_msg (stage.ready != NULL, "%s", stage.failed);
	rows = g_variant_lookup_value (stage.ready, "settings", G_VARIANT_TYPE ("aa{sv}"));
	g_autofree char *text = g_variant_print (rows, FALSE);
	ck_assert_msg (strstr (text, "'name': <'pace'>, 'type': <'pace'>, 'value': <'2 x 7 days, 5 weeks'>") != NULL, "%s", text);
	stage_close (&stage);
}
END_TEST

static const struct { const char *settings, *message; } wrong_settings[] = {
	{ "{'paus': <'2 days'>}", "the configuration sets “paus”, which this program does not have; did you mean “pause”?" },
	{ "{'pause': <'2 moons'>}", "the configuration sets “pause”: “2 moons” is not a length of time" },
};

START_TEST (a_wrong_setting_is_refused)
{
	struct stage stage;
	g_autofree char *folder = g_dir_make_tmp ("rotnem-policy-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "policy.lua", NULL);

	ck_assert (g_file_set_contents (path, ON_START (""), -1, NULL));
	stage_open_file (&stage, path, g_variant_new_parsed (wrong_settings[_i].settings));
	g_unlink (path);
	g_rmdir (folder);
	ck_assert (stage.ready == NULL);
	ck_assert_msg (strstr (stage.failed, wrong_settings[_i].message) != NULL, "%s", stage.failed);
	stage_close (&stage);
}
END_TEST

/* What an author is told when the file is loaded. */
static const struct { const char *policy, *message; } wrong_policies[] = {
	{ "local x = = 1", "policy.lua:1: unexpected symbol near '='" },
	{ HEAD "program:on('pairing:confrmed', function() end)" TAIL,
	  "policy.lua:8: there is no event “pairing:confrmed”; did you mean “pairing:confirmed”?" },
	{ HEAD "program:on('answer', function() end)" TAIL, "policy.lua:8: an answer has the name of its form" },
	{ HEAD "program:on('start')" TAIL, "policy.lua:8: program:on wants a function to call, not a nil" },
	{ HEAD "program:every('fortnight', function() end)" TAIL,
	  "policy.lua:8: program:every: “fortnight” is not a length of time" },
	{ HEAD "program:every('5 working days', function() end)" TAIL, "policy.lua:8: program:every counts in plain time" },
	{ HEAD "program:evry('day', function() end)" TAIL, "policy.lua:8: a program has no “evry”; did you mean “every”?" },
	{ HEAD "local x = program.settings.puase" TAIL, "policy.lua:8: program.settings has no “puase”; did you mean “pause”?" },
	{ HEAD "local x = rotnem.duraton" TAIL, "policy.lua:8: rotnem has no “duraton”; did you mean “duration”?" },
	{ HEAD "counter = 1" TAIL, "policy.lua:8: “counter” would be a global" },
	{ HEAD "local x = conuter" TAIL, "policy.lua:8: there is no global “conuter”" },
	{ HEAD "local x = os.time()" TAIL, "policy.lua:8: there is no global “os”; the time is turn.now" },
	{ HEAD "require 'rotnem.checks'" TAIL, "policy.lua:8: “rotnem.checks” cannot be required" },
	{ HEAD "require '../other'" TAIL, "policy.lua:8: “../other” cannot be required" },
	{ HEAD "require 'nothing_here'" TAIL, "policy.lua:8: the script " },
	{ HEAD "rotnem.number { 7, max = 3, help = '' }" TAIL, "policy.lua:8: rotnem.number: 7 is more than 3" },
	{ HEAD "rotnem.flag { true }" TAIL, "policy.lua:8: rotnem.flag needs the field “help”" },
	{ HEAD "string.format = nil" TAIL, "policy.lua:8: this table belongs to Lua and cannot be changed" },
	{ HEAD, "policy.lua: the file must end with “return program”" },
	{ "local rotnem = require 'rotnem'\nlocal p = rotnem.program { name = 'x', api = 1, title = 'X', roles = {}, "
	  "settings = {} }", "policy.lua:2: rotnem.program needs the field “charter”" },
	{ "local rotnem = require 'rotnem'\nlocal p = rotnem.program { name = 'x', api = 2, title = 'X', roles = {}, "
	  "charter = {} }", "policy.lua:2: this program is written for api 2; this Rotnem has api 1" },
};

START_TEST (a_wrong_policy_is_refused_at_its_line)
{
	struct stage stage;

	stage_open (&stage, wrong_policies[_i].policy);
	ck_assert_msg (stage.ready == NULL, "row %d was taken: %s", _i, wrong_policies[_i].policy);
	ck_assert_msg (stage.failed != NULL && g_str_has_prefix (stage.failed, wrong_policies[_i].message), "row %d: %s", _i,
	               stage.failed);
	stage_close (&stage);
}
END_TEST

/* A person, her pairing and a meeting of it, as the engine writes them. */
#define ANN "{'ref': <'person:1'>, 'kind': <'person'>, 'id': <'ann'>, 'name': <'Ann Lee'>, 'skills': <['Lua', 'Testing']>, " \
            "'zone': <'Europe/Berlin'>, 'hours': <'Mon-Fri 09:00-17:00'>}"
#define BEN "{'ref': <'person:2'>, 'kind': <'person'>, 'id': <'ben'>, 'name': <'Ben Roy'>, 'wishes': <['testing']>, " \
            "'zone': <'Asia/Kolkata'>, 'hours': <'Mon-Fri 09:00-17:00'>}"
#define TOPIC "{'ref': <'topic:3'>, 'kind': <'topic'>, 'id': <int64 3>, 'title': <'Testing'>, 'owner': <" BEN ">}"
#define PAIRING "{'ref': <'pairing:4'>, 'kind': <'pairing'>, 'id': <int64 4>, 'mentor': <" ANN ">, 'leader': <" BEN ">}"
#define MEETING                                                                                       \
	"{'meeting': <{'ref': <'meeting:5'>, 'kind': <'meeting'>, 'id': <int64 5>, 'number': <int64 1>, " \
	"'pairing': <" PAIRING ">}>}"

/* What an author is told when an event comes: all on line 8. */
static const struct { const char *code, *message; } wrong_calls[] = {
	{ "turn:mial { }", "turn has no “mial”; did you mean “mail”?" },
	{ "turn:mail { to = meeting.pairing, tmplate = 'x' }", "“mail” has no field “tmplate”; did you mean “template”?" },
	{ "turn:mail { to = meeting.pairing }", "“mail” needs the field “template” (a template)" },
	{ "turn:mail { to = 'ann', template = 'x' }", "“to” of “mail” wants people, not a text" },
	{ "turn:mail { to = meeting, template = 'x' }", "“to” of “mail” wants people, not a record of kind “meeting”" },
	{ "turn:mail { to = turn:topics(), template = 'x' }", "“to” of “mail” wants people, not a query that gives “topic”" },
	{ "turn:mail { to = { meeting.pairing.mentor, 7 }, template = 'x' }",
	  "“to” of “mail”: entry 2 of the list does not fit" },
	{ "turn:mail { to = meeting.pairing, template = '../x' }",
	  "“template” of “mail”: “../x” cannot be the name of a file here" },
	{ "turn:mail 'x'", "“mail” wants a table of named fields" },
	{ "turn.mail { to = meeting.pairing, template = 'x' }", "“mail” needs the field “to” (people)" },
	{ "turn:mail { meeting.pairing }", "“mail” wants named fields" },
	{ "turn:invite { pairing = meeting.pairing, template = 'x', within = '10 dys' }",
	  "“within” of “invite”: “10 dys” is not a length of time" },
	{ "turn:move { meeting = meeting, start = 1.5 }", "“start” of “move” wants an instant, not a number" },
	{ "turn:mail { to = meeting.pairing, template = 'x', fields = { f = function() end } }",
	  "“fields” of “mail”: a text, a number, true, false or a table is needed here, not a function" },
	{ "turn:people { rolle = 'mentor' }", "“people” has no field “rolle”; did you mean “role”?" },
	{ "local n = #turn:people()", "a query has no list of its own" },
	{ "local n = meeting.pairing.mentr", "a pairing has no field “mentr”; did you mean “mentor”?" },
	{ "local n = event.meting", "this event has no field “meting”; did you mean “meeting”?" },
	{ "meeting.numbr = 2", "records are not changed by writing to them" },
	{ "return turn:mail { }", "“mail” needs the field “to” (people)" },
	{ "turn.now = 2", "turn cannot be changed" },
	{ "turn:note(7)", "a text is needed here, not a number" },
	{ "local x = nil + 1", "attempt to perform arithmetic on a nil value" },
	{ "error 'own words'", "own words" },
	{ "error({})", "the error raised here is a table, not a text" },
	{ "for k in pairs { [{}] = 1 } do turn:note(k) end", "pairs goes through texts and numbers only" },
	{ "local x = rotnem.date(turn.now, 'Europe/Berln')", "" },
	{ "for i = 1, 10001 do turn:mail { to = meeting.pairing, template = 'x' } end", "one event may cause 10000 effects" },
	{ "for i = 1, 1001 do turn:note 'x' end", "one event may cause 10000 effects, 1000 notes" },
	{ "local s = ('x'):rep(16000) for i = 1, 1000 do turn:mail { to = meeting.pairing, template = 'x', "
	  "fields = { s = s } } end", "one event may cause" },
	{ "turn:note(('x'):rep(20000))", "this text is longer than 16384 bytes" },
	{ "turn:note('\\255')", "this text is not in UTF-8" },
};

START_TEST (a_wrong_call_fails_at_its_line_and_the_next_event_works)
{
	struct stage stage;
	g_autofree char *policy = g_strdup_printf (
		HEAD "program:on('meeting:held', function(turn, meeting, event) %s end)\n"
		"program:on('start', function(turn) turn:note 'fine' end)" TAIL, wrong_calls[_i].code);
	g_autoptr (GVariant) body = NULL, next = NULL;

	stage_open (&stage, policy);
	ck_assert_msg (stage.ready != NULL, "%s", stage.failed);
	stage_send (&stage, "meeting:held", g_variant_new_parsed (MEETING));
	ck_assert_msg (stage_get (&stage, &body) == RN_FRAME_FAILED, "it was taken: %s", wrong_calls[_i].code);
	g_autofree char *start = g_strconcat ("policy.lua:8: ", wrong_calls[_i].message, NULL);
	ck_assert_msg (g_str_has_prefix (stage.failed, start), "%s gave %s", wrong_calls[_i].code, stage.failed);

	stage_send (&stage, "start", NULL);
	ck_assert_int_eq (stage_get (&stage, &next), RN_FRAME_DONE);
	g_autofree char *text = g_variant_print (next, FALSE);
	ck_assert_str_eq (text, "([], ['fine'])");
	ck_assert_int_eq (stage_end (&stage), 0);
}
END_TEST

/* What calls become: effects as the engine gets them. */
static const struct { const char *code, *done; } calls[] = {
	{ "turn:mail { to = meeting.pairing, template = 'x' }",
	  "([('mail', 8, {'to': <['pairing:4']>, 'template': <'x'>})], [])" },
	{ "turn:mail { to = { meeting.pairing.mentor, meeting.pairing.leader }, template = 'x' }",
	  "([('mail', 8, {'to': <['person:1', 'person:2']>, 'template': <'x'>})], [])" },
	{ "turn:mail { to = turn:people { role = 'mentor', free = true }, template = 'x' }",
	  "([('mail', 8, {'to': <{'query': <'people'>, 'filter': <{'role': <'mentor'>, 'free': <true>}>}>, 'template': <'x'>})], "
	  "[])" },
	{ "turn:invite { pairing = meeting.pairing, template = 'x', within = program.settings.pause }",
	  "([('invite', 8, {'pairing': <'pairing:4'>, 'template': <'x'>, 'within': <'3 days'>})], [])" },
	{ "turn:mail { to = meeting.pairing, template = 'y' } local o = turn:offer { mentor = meeting.pairing.mentor, "
	  "leader = meeting.pairing.leader, topic = turn:topics { owner = meeting.pairing.leader } }\n"
	  "turn:mail { to = meeting.pairing, template = 'x', about = o }",
	  "([('mail', 8, {'to': <['pairing:4']>, 'template': <'y'>}), ('offer', 8, {'mentor': <'person:1'>, "
	  "'leader': <'person:2'>, 'topic': <{'query': <'topics'>, 'filter': <{'owner': <'person:2'>}>}>}), "
	  "('mail', 9, {'to': <['pairing:4']>, 'template': <'x'>, 'about': <'new:1'>})], [])" },
	{ "turn:mail { to = meeting.pairing, template = 'x', fields = { b = 2, a = 'one', c = true } }",
	  "([('mail', 8, {'to': <['pairing:4']>, 'template': <'x'>, 'fields': <{'a': <'one'>, 'b': <int64 2>, 'c': <true>}>})], "
	  "[])" },
	{ "turn:note(rotnem.overlap(meeting.pairing.mentor.skills, meeting.pairing.leader.wishes) .. ' ' .. "
	  "rotnem.hours_apart(meeting.pairing.mentor, meeting.pairing.leader))", "([], ['1 4.5'])" },
	{ "local d = rotnem.date(turn.now, 'Europe/Berlin') turn:note(d.year .. '-' .. d.month .. '-' .. d.day .. ' ' .. "
	  "d.hour .. ' day ' .. d.weekday)", "([], ['2026-3-2 10 day 1'])" },
	{ "local s = '' for k, v in pairs { b = 1, a = 2, [2] = 'y', [1] = 'x', c = false } do s = s .. tostring(k) .. "
	  "tostring(v) .. ' ' end turn:note(s)", "([], ['1x 2y a2 b1 cfalse '])" },
	{ "turn:note(tostring({}) .. ('%s'):format(turn.note))", "([], ['tablefunction'])" },
	{ "turn:note(tostring(meeting.pairing.leader.manager))", "([], ['nil'])" },
	{ "local fine, why = pcall(turn.mail, turn, {}) turn:note(tostring(fine))", "([], ['false'])" },
};

START_TEST (calls_become_effects)
{
	struct stage stage;
	g_autofree char *policy = g_strdup_printf (
		HEAD "program:on('meeting:held', function(turn, meeting, event) %s end)" TAIL, calls[_i].code);
	g_autoptr (GVariant) body = NULL;

	stage_open (&stage, policy);
	ck_assert_msg (stage.ready != NULL, "%s", stage.failed);
	stage_send (&stage, "meeting:held", g_variant_new_parsed (MEETING));
	ck_assert_msg (stage_get (&stage, &body) == RN_FRAME_DONE, "%s: %s", calls[_i].code, stage.failed);
	g_autofree char *text = g_variant_print (body, FALSE);
	ck_assert_msg (g_str_equal (text, calls[_i].done), "%s gave %s", calls[_i].code, text);
	stage_close (&stage);
}
END_TEST

/* Answers the worker's next frame, which must be this query, by two people. */
static void
answer_query (struct stage *stage, const char *query)
{
	g_autoptr (GVariant) body = NULL;

	ck_assert_int_eq (stage_get (stage, &body), RN_FRAME_QUERY);
	g_autofree char *text = g_variant_print (body, FALSE);
	ck_assert_str_eq (text, query);
	stage_put_bundle (stage, RN_FRAME_RESULT, NULL, 0, stage_bundle (g_variant_new_parsed ("[<" ANN ">, <" BEN ">]")));
}

/* How a policy goes through a query, and what it finds; each asks once, for so many. */
static const struct { const char *loop, *notes; guint most; } loops[] = {
	{ "for p in q do turn:note(p.id) end", "['ann', 'ben']", 0 },
	{ "for p in q do turn:note(p.id) break end for p in q do turn:note(p.id) end", "['ann', 'ann', 'ben']", 0 },
	{ "for p in q do for o in q do turn:note(p.id .. o.id) end end", "['annann', 'annben', 'benann', 'benben']", 0 },
	{ "turn:note(tostring(#q:all())) turn:note(q:all()[2].name)", "['2', 'Ben Roy']", 0 },
	{ "local list = q:all() list[1] = nil turn:note(q:all()[1].id)", "['ann']", 0 },
	{ "turn:note(tostring(#q:all())) turn:note(tostring(q:any()))", "['2', 'true']", 0 },
	{ "turn:note(tostring(q:any()))", "['true']", 1 },
};

START_TEST (a_query_is_asked_once_when_it_is_gone_through)
{
	struct stage stage;
	g_autofree char *code = g_strdup_printf ("local q = turn:people { site = 'Pune' } %s", loops[_i].loop);
	g_autofree char *policy = g_strdup_printf (ON_START ("%s"), code);
	g_autofree char *want = g_strdup_printf ("([], %s)", loops[_i].notes);
	g_autoptr (GVariant) body = NULL;

	stage_open (&stage, policy);
	stage_send (&stage, "start", NULL);
	g_autofree char *query = g_strdup_printf ("('people', {'site': <'Pune'>}, %u)", loops[_i].most);
	answer_query (&stage, query);
	ck_assert_msg (stage_get (&stage, &body) == RN_FRAME_DONE, "%s: %s", code, stage.failed);
	g_autofree char *text = g_variant_print (body, FALSE);
	ck_assert_str_eq (text, want);
	ck_assert_int_eq (stage_end (&stage), 0);
}
END_TEST

/* What a handler reads of a pairing, what the engine answers, and what the handler finds. */
static const struct { const char *code, *figures, *notes; } figures[] = {
	{ "turn:note(p.regularity .. ' ' .. p.last_held)", "[<{'regularity': <int64 80>, 'last_held': <int64 7>}>]", "['80 7']" },
	{ "turn:note(tostring(p.regularity_lately))", "[<{'regularity': <int64 80>}>]", "['nil']" },
	{ "turn:note(tostring(p.last_held))", "@av []", "['nil']" },
};

START_TEST (the_figures_of_a_pairing_are_asked_for_when_one_is_read)
{
	struct stage stage;
	g_autofree char *policy = g_strdup_printf (
		HEAD "program:on('meeting:held', function(turn, meeting) local p = meeting.pairing %s end)" TAIL, figures[_i].code);
	g_autofree char *want = g_strdup_printf ("([], %s)", figures[_i].notes);
	g_autoptr (GVariant) query = NULL, body = NULL;

	stage_open (&stage, policy);
	stage_send (&stage, "meeting:held", g_variant_new_parsed (MEETING));
	ck_assert_int_eq (stage_get (&stage, &query), RN_FRAME_QUERY);
	g_autofree char *asked = g_variant_print (query, FALSE);
	ck_assert_str_eq (asked, "('figures', {'pairing': <'pairing:4'>}, 1)");
	stage_put_bundle (&stage, RN_FRAME_RESULT, NULL, 0, stage_bundle (g_variant_new_parsed (figures[_i].figures)));
	ck_assert_msg (stage_get (&stage, &body) == RN_FRAME_DONE, "%s: %s", figures[_i].code, stage.failed);
	g_autofree char *text = g_variant_print (body, FALSE);
	ck_assert_msg (g_str_equal (text, want), "%s gave %s", figures[_i].code, text);
	ck_assert_int_eq (stage_end (&stage), 0);
}
END_TEST

START_TEST (a_query_without_an_answer_has_none)
{
	struct stage stage;
	g_autoptr (GVariant) query = NULL, body = NULL;

	stage_open (&stage, ON_START ("turn:note(tostring(turn:people():any()))"));
	stage_send (&stage, "start", NULL);
	ck_assert_int_eq (stage_get (&stage, &query), RN_FRAME_QUERY);
	stage_put_bundle (&stage, RN_FRAME_RESULT, NULL, 0, stage_bundle (g_variant_new_parsed ("@av []")));
	ck_assert_msg (stage_get (&stage, &body) == RN_FRAME_DONE, "%s", stage.failed);
	g_autofree char *text = g_variant_print (body, FALSE);
	ck_assert_str_eq (text, "([], ['false'])");
	ck_assert_int_eq (stage_end (&stage), 0);
}
END_TEST

START_TEST (an_engine_that_does_not_answer_ends_the_worker)
{
	struct stage stage;
	g_autoptr (GVariant) query = NULL;

	stage_open (&stage, ON_START ("for p in turn:people() do end"));
	stage_send (&stage, "start", NULL);
	ck_assert_int_eq (stage_get (&stage, &query), RN_FRAME_QUERY);
	stage_send (&stage, "start", NULL); /* out of turn */
	ck_assert_int_eq (stage_end (&stage), 1);
}
END_TEST

static void
put_candidates (struct stage *stage, GVariant *candidates)
{
	stage_put_bundle (stage, RN_FRAME_SCORE, NULL, 0, stage_bundle (candidates));
}

#define CANDIDATE(topic) "{'mentor': <" ANN ">, 'leader': <" BEN ">, 'topic': <" topic ">}"

static const struct {
	const char *code;
	double scores[2];
	const char *failed;
} scored[] = {
	{ "return 2", { 2, 2 }, NULL },
	{ "return 1 / 3", { 0.333333, 0.333333 }, NULL },
	{ "return 0.1 + 0.2", { 0.3, 0.3 }, NULL },
	{ "return -1e-9", { 0, 0 }, NULL },
	{ "if topic.id == 3 then return nil end return 7", { NAN, 7 }, NULL },
	{ "return 'high'", { 0, 0 }, "policy.lua:8: a score is a finite number, or nil for never" },
	{ "return 1 / 0", { 0, 0 }, "policy.lua:8: a score is a finite number, or nil for never" },
	{ "return mentor.skils", { 0, 0 }, "policy.lua:8: a person has no field “skils”; did you mean “skills”?" },
};

START_TEST (candidates_are_scored)
{
	struct stage stage;
	g_autofree char *policy = g_strdup_printf (HEAD "program:score(function(mentor, leader, topic) %s end)" TAIL,
	                                           scored[_i].code);
	g_autoptr (GVariant) body = NULL;

	stage_open (&stage, policy);
	put_candidates (&stage, g_variant_new_parsed (
		"[" CANDIDATE (TOPIC) ", " CANDIDATE ("{'ref': <'topic:4'>, 'kind': <'topic'>, 'id': <int64 4>}") "]"));
	guint32 kind = stage_get (&stage, &body);
	ck_assert_msg (kind == (scored[_i].failed == NULL ? RN_FRAME_SCORES : RN_FRAME_FAILED), "%s: %s", scored[_i].code,
	               stage.failed);
	ck_assert_msg (g_strcmp0 (stage.failed, scored[_i].failed) == 0, "%s: %s", scored[_i].code, stage.failed);
	for (gsize i = 0; i < 2 && kind == RN_FRAME_SCORES; i++) {
		double got = 0, want = scored[_i].scores[i];
		g_variant_get_child (body, i, "d", &got);
		ck_assert_msg (got == want || (isnan (got) && isnan (want)), "%s gave %.17g", scored[_i].code, got);
	}
	ck_assert_int_eq (stage_end (&stage), 0);
}
END_TEST

START_TEST (a_turn_that_is_kept_does_nothing_later)
{
	struct stage stage;
	g_autoptr (GVariant) done = NULL, body = NULL;

	stage_open (&stage, HEAD "local kept program:on('start', function(turn) kept = turn end)\n"
	            "program:score(function() kept:mail { to = kept:people(), template = 'x' } return 1 end)" TAIL);
	stage_send (&stage, "start", NULL);
	ck_assert_int_eq (stage_get (&stage, &done), RN_FRAME_DONE);
	put_candidates (&stage, g_variant_new_parsed ("[" CANDIDATE (TOPIC) "]"));
	ck_assert_int_eq (stage_get (&stage, &body), RN_FRAME_FAILED);
	ck_assert_str_eq (stage.failed, "policy.lua:9: this is possible only while an event is handled");
	stage_close (&stage);
}
END_TEST

START_TEST (what_comes_out_of_turn_ends_the_worker)
{
	struct stage stage;

	stage_start (&stage);
	stage_send (&stage, "start", NULL); /* before anything is loaded */
	ck_assert_int_eq (stage_end (&stage), 1);
	stage_open (&stage, ON_START (""));
	stage_put (&stage, RN_FRAME_LOAD, g_variant_new ("(ssa{sv})", "policy.lua", ".", NULL)); /* a second time */
	ck_assert_int_eq (stage_end (&stage), 1);
}
END_TEST

/* The answer of a new worker to one event with that seed. */
static char *
play (const char *policy, guint64 seed)
{
	struct stage stage;
	g_autoptr (GVariant) body = NULL;

	stage_open (&stage, policy);
	stage_put_bundle (&stage, RN_FRAME_EVENT, "start", seed, stage_bundle (g_variant_new ("a{sv}", NULL)));
	ck_assert_int_eq (stage_get (&stage, &body), RN_FRAME_DONE);
	stage_end (&stage);
	return g_variant_print (body, FALSE);
}

START_TEST (equal_seeds_give_equal_turns)
{
	static const char policy[] = ON_START (
		"for i = 1, 20 do turn:note(tostring(math.random(1000000))) end "
		"local t = {} for i = 1, 50 do t['key' .. i] = i end for k, v in pairs(t) do turn:note(k .. v) end "
		"turn:note(tostring(t)) turn:note(('%s'):format(turn.mail))");
	g_autofree char *one = play (policy, 7), *again = play (policy, 7), *other = play (policy, 8);

	ck_assert_str_eq (one, again);
	ck_assert_str_ne (one, other);
}
END_TEST

START_TEST (files_of_the_same_folder_can_be_required)
{
	struct stage stage;
	g_autofree char *folder = g_dir_make_tmp ("rotnem-policy-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "policy.lua", NULL);
	g_autofree char *beside = g_build_filename (folder, "words.lua", NULL);
	g_autoptr (GVariant) body = NULL;

	ck_assert (g_file_set_contents (path, "local words = require 'words'\n" ON_START ("words.say(turn)"), -1, NULL));
	ck_assert (g_file_set_contents (beside,
	                                "local words = {}\nfunction words.say(turn)\n\tturn:note(turn.nwo)\nend\nreturn words",
	                                -1, NULL));
	stage_open_file (&stage, path, NULL);
	ck_assert_msg (stage.ready != NULL, "%s", stage.failed);
	stage_send (&stage, "start", NULL);
	ck_assert_int_eq (stage_get (&stage, &body), RN_FRAME_FAILED);
	ck_assert_str_eq (stage.failed, "words.lua:3: turn has no “nwo”; did you mean “now”?");
	stage_close (&stage);
	g_unlink (path);
	g_unlink (beside);
	g_rmdir (folder);
}
END_TEST

/* A frame's bundle with so many bytes cut off, or one too many. */
static GByteArray *
damaged (GByteArray *bundle, int cut)
{
	g_byte_array_append (bundle, (const guint8 *) "", 1);
	ck_assert_uint_lt ((guint) cut + 1, bundle->len);
	return g_byte_array_set_size (bundle, bundle->len - (guint) cut);
}

/* One byte too many, whole, and ever more cut off. */
START_TEST (damaged_bytes_end_the_worker)
{
	static const char *const asking = ON_START ("pcall(function() for p in turn:people() do turn:note(p.id) end end)");
	int wanted = _i == 1 ? 0 : 1;
	struct stage event, result, score;
	g_autoptr (GVariant) query = NULL, body = NULL;

	stage_open (&event, ON_START ("turn:note 'x'"));
	stage_put_bundle (&event, RN_FRAME_EVENT, "start", 1,
	                  damaged (stage_bundle (g_variant_new_parsed ("{'words': <'a text of many letters'>}")), _i));
	ck_assert_msg (stage_get (&event, &body) == (wanted == 0 ? RN_FRAME_DONE : 0), "an event, row %d", _i);
	ck_assert_int_eq (stage_end (&event), wanted);
	g_clear_pointer (&body, g_variant_unref);

	stage_open (&result, asking);
	stage_send (&result, "start", NULL);
	ck_assert_int_eq (stage_get (&result, &query), RN_FRAME_QUERY);
	stage_put_bundle (&result, RN_FRAME_RESULT, NULL, 0,
	                  damaged (stage_bundle (g_variant_new_parsed ("[<" ANN ">, <" BEN ">]")), _i));
	ck_assert_msg (stage_get (&result, &body) == (wanted == 0 ? RN_FRAME_DONE : 0), "a result, row %d", _i);
	ck_assert_int_eq (stage_end (&result), wanted);
	g_clear_pointer (&body, g_variant_unref);

	stage_open (&score, HEAD "program:score(function() return 1 end)" TAIL);
	stage_put_bundle (&score, RN_FRAME_SCORE, NULL, 0,
	                  damaged (stage_bundle (g_variant_new_parsed ("[" CANDIDATE (TOPIC) "]")), _i));
	ck_assert_msg (stage_get (&score, &body) == (wanted == 0 ? RN_FRAME_SCORES : 0), "candidates, row %d", _i);
	ck_assert_int_eq (stage_end (&score), wanted);
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("policy");
	TCase *t = tcase_create ("worker");

	tcase_add_test (t, the_first_program_loads);
	tcase_add_test (t, a_setting_of_the_site_is_in_force);
	tcase_add_loop_test (t, a_wrong_setting_is_refused, 0, G_N_ELEMENTS (wrong_settings));
	tcase_add_loop_test (t, a_wrong_policy_is_refused_at_its_line, 0, G_N_ELEMENTS (wrong_policies));
	tcase_add_loop_test (t, a_wrong_call_fails_at_its_line_and_the_next_event_works, 0, G_N_ELEMENTS (wrong_calls));
	tcase_add_loop_test (t, calls_become_effects, 0, G_N_ELEMENTS (calls));
	tcase_add_test (t, a_query_without_an_answer_has_none);
	tcase_add_loop_test (t, the_figures_of_a_pairing_are_asked_for_when_one_is_read, 0, G_N_ELEMENTS (figures));
	tcase_add_loop_test (t, a_query_is_asked_once_when_it_is_gone_through, 0, G_N_ELEMENTS (loops));
	tcase_add_test (t, an_engine_that_does_not_answer_ends_the_worker);
	tcase_add_loop_test (t, candidates_are_scored, 0, G_N_ELEMENTS (scored));
	tcase_add_test (t, a_turn_that_is_kept_does_nothing_later);
	tcase_add_test (t, what_comes_out_of_turn_ends_the_worker);
	tcase_add_loop_test (t, damaged_bytes_end_the_worker, 0, 12);
	tcase_add_test (t, equal_seeds_give_equal_turns);
	tcase_add_test (t, files_of_the_same_folder_can_be_required);
	suite_add_tcase (s, t);
	return s;
}

RN_UNIT_MAIN (suite ())
