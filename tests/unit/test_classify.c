/* Automatic mail of every kind, and as many genuine mails that look alike (P13). */
#include "unit.h"

#include <string.h>

#include "read.h"

static const struct {
	const char *fields;
	gboolean automatic;
} rows[] = {
	{ "Auto-Submitted: auto-replied\n", TRUE },
	{ "Auto-Submitted: auto-replied (vacation)\n", TRUE },
	{ "Auto-Submitted: AUTO-GENERATED\n", TRUE },
	{ "Auto-Submitted: auto-notified; owner-email=\"x@y.example\"\n", TRUE },
	{ "Precedence: bulk\n", TRUE },
	{ "Precedence: Junk\n", TRUE },
	{ "Precedence: list\n", TRUE },
	{ "Precedence: auto_reply\n", TRUE },
	{ "X-Auto-Response-Suppress: All\n", TRUE },
	{ "X-Auto-Response-Suppress: DR, OOF, AutoReply\n", TRUE },
	{ "X-MS-Exchange-Inbox-Rules-Loop: bob@firm.example\n", TRUE },
	{ "X-Autoreply: yes\n", TRUE },
	{ "X-Autorespond: Re: hello\n", TRUE },
	{ "X-Autoreply-From: bob@firm.example\n", TRUE },
	{ "X-Mail-Autoreply: yes\n", TRUE },
	{ "X-POST-MessageClass: 9; Autoresponder\n", TRUE },
	{ "Delivered-To: Autoresponder\n", TRUE },
	{ "X-FC-MachineGenerated: true\n", TRUE },
	{ "List-Id: <team.firm.example>\n", TRUE },
	{ "List-Unsubscribe: <mailto:leave@firm.example>\n", TRUE },
	{ "List-Post: <mailto:team@firm.example>\n", TRUE },
	{ "Return-Path: <>\n", TRUE },
	{ "From: MAILER-DAEMON@mx.firm.example\n", TRUE },
	{ "From: Postmaster <postmaster@firm.example>\n", TRUE },
	{ "From: no-reply@firm.example\n", TRUE },
	{ "From: noreply+7@firm.example\n", TRUE },
	{ "From: do-not-reply@firm.example\n", TRUE },
	{ "From: bounces-7@firm.example\n", TRUE },
	{ "From: mentoring@pairs.example\n", TRUE },
	{ "From: mentoring+x@pairs.example\n", TRUE },
	{ "X-Loop: mentoring@pairs.example\n", TRUE },

	{ "", FALSE },
	{ "Auto-Submitted: no\n", FALSE },
	{ "Auto-Submitted: NO (by hand)\n", FALSE },
	{ "Precedence: first-class\n", FALSE },
	{ "Precedence: normal\n", FALSE },
	{ "X-Auto-Response-Suppress: DR, RN, NRN\n", FALSE },
	{ "X-Auto-Response-Suppress: None\n", FALSE },
	{ "X-Autoreply: no\n", FALSE },
	{ "X-Autorespond: no\n", FALSE },
	{ "X-Mailer: Autoresponder of the week\n", FALSE },
	{ "X-POST-MessageClass: 0\n", FALSE },
	{ "Delivered-To: mentoring+k7@pairs.example\n", FALSE },
	{ "Return-Path: <bob@firm.example>\n", FALSE },
	{ "From: Norbert Reply <norbert.reply@firm.example>\n", FALSE },
	{ "From: \"No Reply\" <bob@firm.example>\n", FALSE },
	{ "From: masterpost@firm.example\n", FALSE },
	{ "From: bouncer@firm.example\n", FALSE },
	{ "From: mailer.deamon@firm.example\n", FALSE },
	{ "From: mentor@pairs.example\n", FALSE },
	{ "X-Loop: somebody@other.example\n", FALSE },
	{ "X-Spam-Status: No\n", FALSE },
	{ "Importance: high\n", FALSE },
	{ "X-Priority: 1\n", FALSE },
	{ "Thread-Topic: List-Id\n", FALSE },
	{ "Subject: Auto-Submitted: auto-replied\n", FALSE },
	{ "Comments: Precedence: bulk\n", FALSE },
	{ "X-Original-To: mentoring@pairs.example\n", FALSE },
	{ "Disposition-Notification-To: bob@firm.example\n", FALSE },
	{ "Return-Receipt-To: bob@firm.example\n", FALSE },
	{ "References: <ask-17@pairs.example>\n", FALSE },
	{ "X-MS-Exchange-Organization-SCL: -1\n", FALSE },
};

START_TEST (automatic_mail_is_known)
{
	const char *from = strstr (rows[_i].fields, "From: ") == rows[_i].fields ? "" : "From: bob@firm.example\n";
	g_autofree char *mail = g_strconcat (rows[_i].fields, from, "To: mentoring+k7@pairs.example\n\nYes, please.\n", NULL);
	struct rn_read_settings settings = { .now = 1772438400 };
	g_autoptr (rn_reading) reading = rn_read ((const guint8 *) mail, strlen (mail), &settings);

	ck_assert_msg (reading->automatic == rows[_i].automatic, "%s: %s", rows[_i].fields, reading->reason);
	ck_assert_msg ((reading->kind == RN_MAIL_REPLY) == !rows[_i].automatic, "%s: %s", rows[_i].fields,
	               rn_mail_kind_name (reading->kind));
	ck_assert_msg ((reading->answers->len > 0) == !rows[_i].automatic, "%s", rows[_i].fields);
}
END_TEST

static Suite *
suite (void)
{
	Suite *suite = suite_create ("classify");
	TCase *tests = tcase_create ("automatic");
	tcase_add_checked_fixture (tests, rn_read_init, NULL);
	tcase_add_loop_test (tests, automatic_mail_is_known, 0, G_N_ELEMENTS (rows));
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (suite ())
