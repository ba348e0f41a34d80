#include "unit.h"

#include "bounce.h"
#include "bounce_status.h"

/* Servers' words, and the code that they amount to. */
static const struct {
	const char *text, *status;
} texts[] = {
	{ "550 5.1.1 <bob@firm.example>: user unknown", "5.1.1" },
	{ "550-5.7.26 unauthenticated", "5.7.26" },
	{ "(#5.1.1)", "5.1.1" },
	{ "550 5.0.0 mailbox full", "5.2.2" },
	{ "452 4.2.2 over quota", "4.2.2" },
	{ "550 User unknown", "5.1.1" },
	{ "450 mailbox full", "4.2.2" },
	{ "said: 550 no", "5.0.0" },
	{ "Unrouteable address", "5.1.1" },
	{ "host not found", "5.1.2" },
	{ "Connection timed out", "4.4.1" },
	{ "EMPFÄNGER UNBEKANNT", "5.1.1" },
	{ "收件人邮件地址(bob@qq.example)不存在", "5.1.1" },
	{ "552 Das Postfach ist voll", "5.2.2" },
	{ "host 192.5.1.1 said no", NULL },           /* a part of an address */
	{ "mx [5.1.1.7] said no", NULL },             /* an address */
	{ "version 4.96.2.1 of it", NULL },           /* a version */
	{ "HTTP/5.1.1", NULL },
	{ "1550 things, 5501 others", NULL },         /* numbers */
	{ "all is well", NULL },
	{ "", NULL },
};

START_TEST (status_is_found_in_words)
{
	g_autofree char *status = rn_status_in (texts[_i].text);
	ck_assert_msg (g_strcmp0 (status, texts[_i].status) == 0, "“%s”: %s", texts[_i].text, status);
}
END_TEST

static const struct {
	const char *status, *words;
	gboolean permanent;
} failures[] = {
	{ "5.1.1", "", TRUE }, { "5.1.10", "", TRUE }, { "5.7.1", "", TRUE }, { "5.0.0", "", TRUE }, { "5.3.4", "", TRUE },
	{ "5.2.1", "", TRUE }, { "", "", TRUE },
	{ "5.2.2", "", FALSE }, { "5.4.7", "", FALSE }, { "5.4.1", "", FALSE }, { "4.1.1", "", FALSE }, { "4.4.7", "", FALSE },
	{ "2.1.5", "", FALSE },
	{ "5.4.1", "550 5.4.1 Recipient address rejected: Access denied", TRUE }, /* Exchange Online: no such person */
	{ "4.4.1", "451 4.4.1 Recipient address rejected", FALSE },
};

START_TEST (permanence_follows_rfc_3463)
{
	ck_assert_msg (rn_failure_is_permanent (failures[_i].status, failures[_i].words) == failures[_i].permanent, "%s %s",
	               failures[_i].status, failures[_i].words);
}
END_TEST

START_TEST (words_go_on_one_line)
{
	g_autofree char *line = rn_one_line (" a\n\t b  c \n", 10);
	ck_assert_str_eq (line, "a b c");
	g_autofree char *broken = rn_one_line ("\xff", 1);
	ck_assert (g_utf8_validate (broken, -1, NULL));
}
END_TEST

static Suite *
suite (void)
{
	Suite *suite = suite_create ("bounce");
	TCase *tests = tcase_create ("status");
	tcase_add_loop_test (tests, status_is_found_in_words, 0, G_N_ELEMENTS (texts));
	tcase_add_loop_test (tests, permanence_follows_rfc_3463, 0, G_N_ELEMENTS (failures));
	tcase_add_test (tests, words_go_on_one_line);
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (suite ())
