/* The policy worker as the engine sees it: what is loaded, what an event gives, and
 * what an author is told. */
#include "policy_stage.h"

START_TEST (the_first_program_loads)
{
	struct stage stage;
	g_autofree char *scripts = scripts_folder ();
	g_autofree char *path = g_build_filename (scripts, "reverse-mentoring", "reverse_mentoring.lua", NULL);
	const char *name = NULL;
	gboolean scores = FALSE;

	stage_open_file (&stage, path, NULL);
	ck_assert_msg (stage.ready != NULL, "%s", stage.failed);
	ck_assert (g_variant_lookup (stage.ready, "name", "&s", &name));
	ck_assert_str_eq (name, "reverse-mentoring");
	ck_assert (g_variant_lookup (stage.ready, "scores", "b", &scores) && scores);
	ck_assert_int_eq (stage_end (&stage), 0);
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("policy");
	TCase *t = tcase_create ("worker");

	tcase_add_test (t, the_first_program_loads);
	suite_add_tcase (s, t);
	return s;
}

RN_UNIT_MAIN (suite ())
