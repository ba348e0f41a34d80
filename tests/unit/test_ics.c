/* The plugin ics and the addresses of the web that it may ask. What it does with real
 * servers is in tests/servers/test_ics.py. */
#include "unit.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fake_host.h"
#include "urls.h"

static const struct rn_url_person ada = { .id = "7", .address = "ada.l+x@example.com" };

/* ---- Addresses ---- */

static const struct {
	const char *url;
	gboolean files;
	const char *why; /* NULL: may be asked */
} urls[] = {
	{ "https://calendar.example.com/ada.ics", FALSE, NULL },
	{ "HTTPS://calendar.example.com:8443/ada.ics?key=secret", FALSE, NULL },
	{ "http://localhost:5232/ada/", FALSE, NULL },
	{ "http://127.0.0.1/ada/", FALSE, NULL },
	{ "http://127.8.9.1/ada/", FALSE, NULL },
	{ "http://[::1]:80/ada/", FALSE, NULL },
	{ "file:///srv/calendars/ada.ics", TRUE, NULL },
	{ "file:///srv/calendars/ada.ics", FALSE, "https://" },
	{ "http://calendar.example.com/ada.ics", FALSE, "use https" },
	{ "http://127.0.0.1.example.com/", FALSE, "use https" },
	{ "http://localhost.example.com/", FALSE, "use https" },
	{ "http://128.0.0.1/", FALSE, "use https" },
	{ "http://[2001:db8::1]/", FALSE, "use https" },
	{ "https://ada:secret@calendar.example.com/", FALSE, "“password”" },
	{ "http://127.0.0.1@calendar.example.com/", FALSE, "“password”" },
	{ "ftp://calendar.example.com/ada.ics", TRUE, "https://" },
	{ "calendar.example.com/ada.ics", FALSE, "no address" },
	{ "https://calendar.example.com/a\r\nX: y", FALSE, "no address" },
	{ "", FALSE, "no address" },
};

START_TEST (only_safe_addresses_are_asked)
{
	g_autoptr (GError) error = NULL;
	gboolean may = rn_url_check (urls[_i].url, urls[_i].files, &error);

	ck_assert_msg (may == (urls[_i].why == NULL), "%s: %s", urls[_i].url, may ? "allowed" : error->message);
	if (!may) {
		ck_assert_msg (strstr (error->message, urls[_i].why) != NULL, "%s: %s", urls[_i].url, error->message);
		ck_assert_msg (strstr (error->message, "secret") == NULL, "%s: %s", urls[_i].url, error->message);
		ck_assert_int_eq (error->code, RN_ERROR_CONFIG);
	}
}
END_TEST

static const struct {
	const char *template, *url, *why;
} templates[] = {
	{ "https://c.example.com/{user}/busy.ics", "https://c.example.com/ada.l%2Bx/busy.ics", NULL },
	{ "https://c.example.com/{address}", "https://c.example.com/ada.l%2Bx%40example.com", NULL },
	{ "https://c.example.com/{domain}/{id}.ifb", "https://c.example.com/example.com/7.ifb", NULL },
	{ "https://c.example.com/all.ics", "https://c.example.com/all.ics", NULL },
	{ "https://c.example.com/{usr}.ics", NULL, "did you mean “user”" },
	{ "http://c.example.com/{user}.ics", NULL, "use https" },
};

START_TEST (template_is_filled)
{
	g_autoptr (GError) error = NULL;
	g_autofree char *url = rn_url_fill (templates[_i].template, &ada, FALSE, &error);

	ck_assert_msg (g_strcmp0 (url, templates[_i].url) == 0, "%s: %s", templates[_i].template,
	               url != NULL ? url : error->message);
	if (url == NULL)
		ck_assert_msg (strstr (error->message, templates[_i].why) != NULL, "%s: %s", templates[_i].template,
		               error->message);
}
END_TEST

static const char *const steps[] = { "..@example.com", ".@example.com", "@example.com" };

START_TEST (a_name_is_never_a_step_in_the_path)
{
	const struct rn_url_person odd = { .id = "1", .address = steps[_i] };
	g_autoptr (GError) error = NULL;
	g_autofree char *url = rn_url_fill ("https://c.example.com/{user}/busy.ics", &odd, FALSE, &error);

	ck_assert_msg (url == NULL, "%s gives %s", steps[_i], url);
	ck_assert_int_eq (error->code, RN_ERROR_DATA);
}
END_TEST

static const struct {
	const char *href, *url;
} hrefs[] = {
	{ "/dav/ada/", "https://c.example.com/dav/ada/" },
	{ "outbox/", "https://c.example.com/principals/outbox/" },
	{ "https://c.example.com/dav/", "https://c.example.com/dav/" },
	{ "https://C.example.com:443/dav/", "https://C.example.com/dav/" },
	{ "https://c.example.com:8443/dav/", NULL },
	{ "http://c.example.com/dav/", NULL },
	{ "https://evil.example.net/dav/", NULL },
	{ "//evil.example.net/dav/", NULL },
	{ "https://ada@c.example.com/dav/", NULL },
};

START_TEST (href_stays_on_its_server)
{
	g_autoptr (GError) error = NULL;
	g_autofree char *url = rn_url_resolve ("https://c.example.com/principals/me", hrefs[_i].href, &error);

	ck_assert_msg (hrefs[_i].url != NULL ? url != NULL : url == NULL, "%s: %s", hrefs[_i].href,
	               url != NULL ? url : error->message);
	if (url != NULL) /* the port of the scheme may be told or not */
		ck_assert_msg (g_str_has_suffix (url, strrchr (hrefs[_i].url, 'm') + 1), "%s: %s", hrefs[_i].href, url);
}
END_TEST

START_TEST (secrets_are_not_shown)
{
	g_autofree char *shown = rn_url_shown ("https://ada:secret@c.example.com/ada.ics?key=secret#secret");
	ck_assert_str_eq (shown, "https://c.example.com/ada.ics");
}
END_TEST

/* ---- The plugin ---- */

struct asked {
	rn_fake_host *host;
	gboolean fine;
	GError *error;
};

static struct asked
ask (const char *template, const char *calendar)
{
	const struct rn_provider *provider = rn_fake_provider (&rn_plugin, RN_CALENDAR);
	struct rn_busy_question question = { .id = "7", .name = "Ada", .address = "ada@example.com", .calendar = calendar,
	                                     .from = 1, .until = 2 };
	struct asked asked = { .host = rn_fake_host_new (provider, (const char *[]) { "url", template, NULL }) };
	gpointer self = provider->open (&asked.host->host, &asked.error);

	rn_assert_no_error (asked.error);
	asked.fine = provider->ops.calendar->busy (self, &question, &asked.error);
	provider->close (self);
	ck_assert_msg (asked.fine == (asked.error == NULL), "an error is set when, and only when, the call fails");
	return asked;
}

static void
done (struct asked *asked)
{
	rn_fake_host_free (asked->host);
	g_clear_error (&asked->error);
}

static char *
make_folder (void)
{
	char *folder = g_dir_make_tmp ("ics-XXXXXX", NULL);
	ck_assert_ptr_nonnull (folder);
	return folder;
}

START_TEST (a_file_is_handed_over_byte_by_byte)
{
	static const char text[] = "BEGIN:VCALENDAR\nSUMMARY:\xff\nEND:VCALENDAR\n";
	g_autofree char *folder = make_folder (), *file = g_build_filename (folder, "ada.ics", NULL);
	g_autofree char *template = g_strconcat ("file://", folder, "/{user}.ics", NULL);
	g_autofree char *own = g_strconcat ("file://", file, NULL);

	ck_assert (g_file_set_contents (file, text, -1, NULL));
	for (int i = 0; i < 2; i++) { /* by the template, and by the directory's own word */
		struct asked asked = ask (i == 0 ? template : "", i == 0 ? "" : own);
		rn_assert_no_error (asked.error);
		ck_assert_str_eq (g_ptr_array_index (asked.host->calendars, 0), text);
		done (&asked);
	}
	g_unlink (file);
	g_rmdir (folder);
}
END_TEST

START_TEST (who_has_no_calendar_is_unknown)
{
	struct asked asked = ask ("", "");

	ck_assert (asked.fine);
	ck_assert_uint_eq (asked.host->calendars->len, 0);
	done (&asked);
}
END_TEST

START_TEST (a_missing_file_concerns_one_person)
{
	g_autofree char *folder = make_folder (), *template = g_strconcat ("file://", folder, "/{user}.ics", NULL);
	struct asked asked = ask (template, "");

	ck_assert (!asked.fine);
	ck_assert_int_eq (asked.error->code, RN_ERROR_DATA);
	ck_assert_msg (strstr (asked.error->message, "/ada.ics: the file cannot be read") != NULL, "%s", asked.error->message);
	done (&asked);
	g_rmdir (folder);
}
END_TEST

START_TEST (an_endless_file_is_not_read_to_its_end)
{
	struct asked asked = ask ("", "file:///dev/zero");

	ck_assert (!asked.fine);
	ck_assert_int_eq (asked.error->code, RN_ERROR_DATA);
	ck_assert_msg (strstr (asked.error->message, "too large") != NULL, "%s", asked.error->message);
	ck_assert_uint_eq (asked.host->calendars->len, 0);
	done (&asked);
}
END_TEST

static const char *const bad_calendars[] = { "http://calendar.example.com/ada.ics", "ftp://calendar.example.com/a", "ada.ics" };

START_TEST (an_address_of_one_person_concerns_only_that_person)
{
	struct asked asked = ask ("https://calendar.invalid/{user}.ics", bad_calendars[_i]);

	ck_assert_msg (!asked.fine, "%s", bad_calendars[_i]);
	ck_assert_msg (asked.error->code == RN_ERROR_DATA, "%s: code %d", bad_calendars[_i], asked.error->code);
	done (&asked);
}
END_TEST

static const struct {
	const char *name, *setting, *value, *why;
} bad_settings[] = {
	{ "clear text", "url", "http://calendar.example.com/{user}.ics", "use https" },
	{ "password in the address", "url", "https://ada:secret@calendar.example.com/", "“password”" },
	{ "unknown field", "url", "https://calendar.example.com/{name}.ics", "{name}" },
	{ "user without password", "user", "rotnem", "go together" },
};

START_TEST (bad_settings_are_told_at_the_start)
{
	const struct rn_provider *provider = rn_fake_provider (&rn_plugin, RN_CALENDAR);
	g_autoptr (rn_fake_host) fake =
		rn_fake_host_new (provider, (const char *[]) { bad_settings[_i].setting, bad_settings[_i].value, NULL });
	g_autoptr (GError) error = NULL;

	ck_assert_msg (provider->open (&fake->host, &error) == NULL, "%s", bad_settings[_i].name);
	ck_assert_msg (error->code == RN_ERROR_CONFIG, "%s: code %d", bad_settings[_i].name, error->code);
	ck_assert_msg (strstr (error->message, bad_settings[_i].why) != NULL, "%s: %s", bad_settings[_i].name, error->message);
	ck_assert_msg (strstr (error->message, "secret") == NULL, "%s: %s", bad_settings[_i].name, error->message);
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("ics");
	TCase *t = tcase_create ("ics");

	tcase_add_loop_test (t, only_safe_addresses_are_asked, 0, G_N_ELEMENTS (urls));
	tcase_add_loop_test (t, template_is_filled, 0, G_N_ELEMENTS (templates));
	tcase_add_loop_test (t, a_name_is_never_a_step_in_the_path, 0, G_N_ELEMENTS (steps));
	tcase_add_loop_test (t, href_stays_on_its_server, 0, G_N_ELEMENTS (hrefs));
	tcase_add_test (t, secrets_are_not_shown);
	tcase_add_test (t, a_file_is_handed_over_byte_by_byte);
	tcase_add_test (t, who_has_no_calendar_is_unknown);
	tcase_add_test (t, a_missing_file_concerns_one_person);
	tcase_add_test (t, an_endless_file_is_not_read_to_its_end);
	tcase_add_loop_test (t, an_address_of_one_person_concerns_only_that_person, 0, G_N_ELEMENTS (bad_calendars));
	tcase_add_loop_test (t, bad_settings_are_told_at_the_start, 0, G_N_ELEMENTS (bad_settings));
	suite_add_tcase (s, t);
	return s;
}

RN_UNIT_MAIN (suite ())
