/* The example of doc/writing-a-plugin.md as it is built: a shared object that exports one
 * constant, and does what the manual says. */
#include "unit.h"

#include <errno.h>
#include <gmodule.h>
#include <string.h>

#include "fake_host.h"

static char *
built (void)
{
	return g_build_filename (g_getenv ("ROTNEM_BUILD"), "plugins", "example", ".libs", "mbox.so", NULL);
}

static const struct rn_plugin *
loaded (void)
{
	g_autofree char *path = built ();
	gpointer symbol = NULL;
	GModule *module = g_module_open (path, G_MODULE_BIND_LOCAL);

	ck_assert_msg (module != NULL, "%s", g_module_error ());
	ck_assert_msg (g_module_symbol (module, "rn_plugin", &symbol), "%s", g_module_error ());
	return symbol; /* stays open: a leak checker wants its names */
}

START_TEST (it_exports_the_constant)
{
	const struct rn_plugin *plugin = loaded ();

	ck_assert_uint_eq (plugin->abi, RN_PLUGIN_ABI);
	ck_assert_str_eq (plugin->name, "mbox");
	ck_assert_int_eq (plugin->provides[0].provides, RN_TRANSPORT);
	ck_assert_str_eq (plugin->provides[0].options[0].name, "file");
	ck_assert_uint_eq (plugin->provides[0].ops_size, sizeof (struct rn_transport_ops));
	ck_assert_int_eq (plugin->provides[1].provides, RN_NOTHING);
}
END_TEST

START_TEST (it_exports_nothing_else)
{
	g_autofree char *path = built (), *command = g_strdup_printf ("nm -D --defined-only --format=posix '%s'", path);
	g_autofree char *names = NULL;
	g_autoptr (GError) error = NULL;
	int status = 0;

	ck_assert_msg (g_spawn_command_line_sync (command, &names, NULL, &status, &error), "%s", command);
	ck_assert_int_eq (status, 0);
	ck_assert_msg (g_str_has_prefix (names, "rn_plugin D "), "%s", names);
	ck_assert_msg (strchr (names, '\n') == strrchr (names, '\n'), "it exports more than one name:\n%s", names);
}
END_TEST

START_TEST (it_appends_mail_after_mail)
{
	static const char first[] = "Subject: one\r\n\r\nFrom here on\r\n", second[] = "Subject: two\r\n\r\nbye\r\n";
	const struct rn_outgoing mails[] = {
		{ .row = 7, .sender = "mentoring@example.org", .recipient = "ada@example.org", .bytes = (const guint8 *) first,
		  .size = strlen (first) },
		{ .row = 8, .sender = "", .recipient = "bob@example.org", .bytes = (const guint8 *) second,
		  .size = strlen (second) },
	};
	const struct rn_provider *provider = loaded ()->provides;
	g_autofree char *dir = g_dir_make_tmp ("mbox-XXXXXX", NULL), *file = g_build_filename (dir, "all", NULL), *text = NULL;
	g_autoptr (rn_fake_host) fake = rn_fake_host_new (provider, (const char *[]) { "file", file, NULL });
	g_autoptr (GError) error = NULL;
	gpointer self = provider->open (&fake->host, &error);

	ck_assert (provider->ops.transport->send (self, mails, G_N_ELEMENTS (mails), &error));
	rn_assert_no_error (error);
	provider->close (self);
	ck_assert (g_file_get_contents (file, &text, NULL, NULL));
	ck_assert_str_eq (text, "From mentoring@example.org Mon Mar  2 09:00:00 2026\nSubject: one\n\n>From here on\n\n"
	                        "From MAILER-DAEMON Mon Mar  2 09:00:00 2026\nSubject: two\n\nbye\n\n");
	ck_assert_uint_eq (fake->sending->len, 2);
	ck_assert_int_eq (rn_fake_sent_at (fake, 1)->row, 8);
	ck_assert_int_eq (rn_fake_sent_at (fake, 1)->delivery.verdict, RN_VERDICT_SENT);
}
END_TEST

START_TEST (a_full_disk_means_later)
{
	static const char mail[] = "Subject: one\r\n\r\n";
	const struct rn_outgoing outgoing = { .row = 7, .sender = "", .recipient = "a@b", .bytes = (const guint8 *) mail,
	                                      .size = strlen (mail) };
	const struct rn_provider *provider = loaded ()->provides;
	g_autoptr (rn_fake_host) fake = rn_fake_host_new (provider, (const char *[]) { "file", "/dev/full", NULL });
	g_autoptr (GError) error = NULL;

	ck_assert (provider->ops.transport->send (provider->open (&fake->host, &error), &outgoing, 1, &error));
	ck_assert_int_eq (rn_fake_sent_at (fake, 0)->delivery.verdict, RN_VERDICT_LATER);
	ck_assert_str_eq (rn_fake_sent_at (fake, 0)->delivery.text, g_strerror (ENOSPC));
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("example");
	TCase *t = tcase_create ("example");

	tcase_add_test (t, it_exports_the_constant);
	tcase_add_test (t, it_exports_nothing_else);
	tcase_add_test (t, it_appends_mail_after_mail);
	tcase_add_test (t, a_full_disk_means_later);
	suite_add_tcase (s, t);
	return s;
}

RN_UNIT_MAIN (suite ())
