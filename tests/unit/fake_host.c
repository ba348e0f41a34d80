#include "fake_host.h"

#include <string.h>

#include "duration.h"

#define RN_FAKE_START ((rn_time) 1772442000) /* Monday 2026-03-02T09:00:00Z */

static const struct rn_option *
row_named (const struct rn_provider *provider, const char *name)
{
	for (const struct rn_option *row = provider->options; row != NULL && row->name != NULL; row++)
		if (g_str_equal (row->name, name))
			return row;
	g_error ("provider %s has no setting “%s”", provider->name, name);
}

/* ---- settings ---- */

static rn_fake_host *
fake_of (const struct rn_host *host)
{
	return host->private;
}

static const char *
text (const struct rn_host *host, const char *name)
{
	const struct rn_option *row = row_named (fake_of (host)->provider, name);
	const char *value = g_hash_table_lookup (fake_of (host)->values, name);

	if (value == NULL)
		g_error ("the test must give the setting “%s”", row->name);
	return value;
}

static gint64
number (const struct rn_host *host, const char *name)
{
	gint64 value = 0;
	g_autoptr (GError) error = NULL;

	if (!g_ascii_string_to_signed (text (host, name), 10, G_MININT64, G_MAXINT64, &value, &error))
		g_error ("setting “%s”: %s", name, error->message);
	return value;
}

static gboolean
flag (const struct rn_host *host, const char *name)
{
	return g_str_equal (text (host, name), "yes");
}

/* The host hands durations over in seconds. */
static char *
as_handed_over (const struct rn_option *row, const char *written)
{
	struct rn_duration duration = { 0 };
	g_autoptr (GError) error = NULL;

	if (row->type != RN_OPTION_DURATION)
		return g_strdup (written);
	if (!rn_duration_parse (written, &duration, &error))
		g_error ("setting “%s”: %s", row->name, error->message);
	return g_strdup_printf ("%" G_GINT64_FORMAT, duration.seconds);
}

static void
set (rn_fake_host *fake, const char *name, const char *written)
{
	const struct rn_option *row = row_named (fake->provider, name);
	g_hash_table_replace (fake->values, g_strdup (name), as_handed_over (row, written));
}

/* ---- services ---- */

static rn_time
now (const struct rn_host *host)
{
	return fake_of (host)->now;
}

static guint64
random_bits (const struct rn_host *host)
{
	return fake_of (host)->chance++;
}

static void
log_line (const struct rn_host *host, enum rn_severity severity, const char *line)
{
	static const char *const words[] = { "debug", "info", "warning", "error" };
	g_ptr_array_add (fake_of (host)->log, g_strdup_printf ("%s: %s", words[severity], line));
}

static gboolean
deliver (const struct rn_host *host, const struct rn_raw_mail *mail, GError **error)
{
	rn_fake_host *fake = fake_of (host);

	if (fake->mails->len >= fake->deliver_at_most) {
		g_set_error_literal (error, RN_ERROR, RN_ERROR_RETRY, "the test takes no further mail");
		return FALSE;
	}
	struct rn_fake_mail *copy = g_new0 (struct rn_fake_mail, 1);
	copy->validity = mail->validity;
	copy->uid = mail->uid;
	copy->received = mail->received;
	copy->bytes = g_bytes_new (mail->bytes, mail->size);
	g_ptr_array_add (fake->mails, copy);
	return TRUE;
}

static void
advance (const struct rn_host *host, guint32 validity, guint64 uid)
{
	struct rn_cursor cursor = { .validity = validity, .uid = uid };
	g_array_append_val (fake_of (host)->advances, cursor);
}

static void
sending (const struct rn_host *host, gint64 row)
{
	g_array_append_val (fake_of (host)->sending, row);
}

static void
sent (const struct rn_host *host, gint64 row, const struct rn_delivery *delivery)
{
	struct rn_fake_sent copy = { .row = row, .delivery = *delivery };
	g_array_append_val (fake_of (host)->sent, copy);
}

static void
person (const struct rn_host *host, const struct rn_directory_person *from)
{
	struct rn_directory_person *copy = g_new (struct rn_directory_person, 1);

	*copy = *from;
	copy->id = g_strdup (from->id);
	copy->name = g_strdup (from->name);
	copy->address = g_strdup (from->address);
	copy->aliases = (const char *const *) g_strdupv ((char **) from->aliases);
	copy->role = g_strdup (from->role);
	copy->unit = g_strdup (from->unit);
	copy->manager = g_strdup (from->manager);
	copy->site = g_strdup (from->site);
	copy->zone = g_strdup (from->zone);
	copy->hours = g_strdup (from->hours);
	copy->language = g_strdup (from->language);
	copy->skills = (const char *const *) g_strdupv ((char **) from->skills);
	copy->wishes = (const char *const *) g_strdupv ((char **) from->wishes);
	copy->traditional_mentor = g_strdup (from->traditional_mentor);
	copy->calendar = g_strdup (from->calendar);
	g_ptr_array_add (fake_of (host)->persons, copy);
}

static void
bad_row (const struct rn_host *host, const char *file, guint line, guint column, const char *why)
{
	struct rn_fake_bad_row *copy = g_new0 (struct rn_fake_bad_row, 1);

	copy->file = g_strdup (file);
	copy->line = line;
	copy->column = column;
	copy->why = g_strdup (why);
	g_ptr_array_add (fake_of (host)->bad_rows, copy);
}

static gboolean
calendar (const struct rn_host *host, const char *text, gsize size, GError **error)
{
	rn_fake_host *fake = fake_of (host);

	if (size > fake->calendar_at_most) {
		g_set_error_literal (error, RN_ERROR, RN_ERROR_DATA, "the test takes no larger calendar");
		return FALSE;
	}
	g_ptr_array_add (fake->calendars, g_strndup (text, size));
	return TRUE;
}

/* A letter that the test did not give cannot be composed. */
static const guint8 *
compose (const struct rn_host *host, gint64 row, gsize *size)
{
	static const struct rn_delivery refused = { .verdict = RN_VERDICT_REFUSED, .text = "it cannot be composed" };
	GBytes *bytes = g_hash_table_lookup (fake_of (host)->letters, &row);

	if (bytes != NULL)
		return g_bytes_get_data (bytes, size);
	sent (host, row, &refused);
	return NULL;
}

static gboolean
has_calendar (const struct rn_host *host, gint64 row)
{
	GBytes *bytes = g_hash_table_lookup (fake_of (host)->letters, &row);
	return bytes != NULL && g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
	                                      "text/calendar") != NULL;
}

/* ---- life ---- */

static void
mail_free (gpointer data)
{
	struct rn_fake_mail *mail = data;
	g_bytes_unref (mail->bytes);
	g_free (mail);
}

static void
person_free (gpointer data)
{
	struct rn_directory_person *p = data;
	const char *const texts[] = { p->id, p->name, p->address, p->role, p->unit, p->manager, p->site, p->zone,
	                              p->hours, p->language, p->traditional_mentor, p->calendar };

	for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
		g_free ((char *) texts[i]);
	g_strfreev ((char **) p->aliases);
	g_strfreev ((char **) p->skills);
	g_strfreev ((char **) p->wishes);
	g_free (p);
}

static void
attend (const struct rn_host *host G_GNUC_UNUSED)
{
}

static void
alive (const struct rn_host *host)
{
	fake_of (host)->alive++;
}

static gboolean
ends (const struct rn_host *host)
{
	return fake_of (host)->ends;
}

static void
bad_row_free (gpointer data)
{
	struct rn_fake_bad_row *row = data;
	g_free (row->file);
	g_free (row->why);
	g_free (row);
}

rn_fake_host *
rn_fake_host_new (const struct rn_provider *provider, const char *const *settings)
{
	rn_fake_host *fake = g_new0 (rn_fake_host, 1);

	fake->host = (struct rn_host) {
		.size = sizeof fake->host, .text = text, .number = number, .flag = flag, .now = now, .random = random_bits,
		.log = log_line, .deliver = deliver, .advance = advance, .sending = sending, .sent = sent,
		.person = person, .bad_row = bad_row, .calendar = calendar, .attend = attend, .compose = compose,
		.has_calendar = has_calendar, .alive = alive, .ends = ends, .private = fake,
	};
	fake->provider = provider;
	fake->now = RN_FAKE_START;
	fake->deliver_at_most = G_MAXUINT;
	fake->calendar_at_most = 8 * 1024 * 1024; /* as the host's */
	fake->calendars = g_ptr_array_new_with_free_func (g_free);
	fake->mails = g_ptr_array_new_with_free_func (mail_free);
	fake->advances = g_array_new (FALSE, FALSE, sizeof (struct rn_cursor));
	fake->sending = g_array_new (FALSE, FALSE, sizeof (gint64));
	fake->sent = g_array_new (FALSE, FALSE, sizeof (struct rn_fake_sent));
	fake->persons = g_ptr_array_new_with_free_func (person_free);
	fake->bad_rows = g_ptr_array_new_with_free_func (bad_row_free);
	fake->log = g_ptr_array_new_with_free_func (g_free);
	fake->letters = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_bytes_unref);
	fake->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
	for (const struct rn_option *row = provider->options; row != NULL && row->name != NULL; row++)
		if (row->initial != NULL)
			set (fake, row->name, row->initial);
	for (; settings != NULL && settings[0] != NULL; settings += 2)
		set (fake, settings[0], settings[1]);
	return fake;
}

void
rn_fake_host_free (rn_fake_host *fake)
{
	if (fake == NULL)
		return;
	g_ptr_array_unref (fake->mails);
	g_array_unref (fake->advances);
	g_array_unref (fake->sending);
	g_array_unref (fake->sent);
	g_ptr_array_unref (fake->persons);
	g_ptr_array_unref (fake->bad_rows);
	g_ptr_array_unref (fake->log);
	g_ptr_array_unref (fake->calendars);
	g_hash_table_unref (fake->letters);
	g_hash_table_unref (fake->values);
	g_free (fake);
}

void
rn_fake_letter (rn_fake_host *fake, gint64 row, const char *text)
{
	g_hash_table_replace (fake->letters, g_memdup2 (&row, sizeof row), g_bytes_new (text, strlen (text)));
}

const struct rn_provider *
rn_fake_provider (const struct rn_plugin *plugin, enum rn_provides provides)
{
	for (const struct rn_provider *provider = plugin->provides; provider->provides != RN_NOTHING; provider++)
		if (provider->provides == provides)
			return provider;
	g_error ("plugin %s has no provider of kind %d", plugin->name, provides);
}

/* ---- looking at what was done ---- */

static gpointer
nth (const GPtrArray *list, guint n, const char *what)
{
	if (n >= list->len)
		g_error ("%s %u was wanted, but there are %u", what, n, list->len);
	return g_ptr_array_index (list, n);
}

const struct rn_fake_mail *
rn_fake_mail_at (const rn_fake_host *fake, guint n)
{
	return nth (fake->mails, n, "mail");
}

const struct rn_directory_person *
rn_fake_person_at (const rn_fake_host *fake, guint n)
{
	return nth (fake->persons, n, "person");
}

const struct rn_fake_bad_row *
rn_fake_bad_row_at (const rn_fake_host *fake, guint n)
{
	return nth (fake->bad_rows, n, "bad row");
}

const struct rn_fake_sent *
rn_fake_sent_at (const rn_fake_host *fake, guint n)
{
	if (n >= fake->sent->len)
		g_error ("sent mail %u was wanted, but there are %u", n, fake->sent->len);
	return &g_array_index (fake->sent, struct rn_fake_sent, n);
}

gboolean
rn_fake_logged (const rn_fake_host *fake, const char *words)
{
	for (guint i = 0; i < fake->log->len; i++)
		if (strstr (g_ptr_array_index (fake->log, i), words) != NULL)
			return TRUE;
	return FALSE;
}
