/* A host for unit tests of plugins: settings from a table, everything that a provider
 * hands over kept in order. Link tests/unit/fake_host.c, libbase.a and the plugin's own
 * sources into the test:
 *
 *	rn_fake_host *fake = rn_fake_host_new (&rn_plugin.provides[0], (const char *[]) { "file", path, NULL });
 *	gpointer self = rn_plugin.provides[0].open (&fake->host, &error);
 *	…
 *	rn_fake_host_free (fake);
 *
 * A setting that is not in the provider's rows, or one that must be given and is not,
 * stops the test with its name. */
#ifndef RN_TESTS_FAKE_HOST_H
#define RN_TESTS_FAKE_HOST_H

#include "plugin.h"

/* The constant of the plugin that is linked into the test. */
extern const struct rn_plugin rn_plugin;

struct rn_fake_mail {
	guint32 validity;
	guint64 uid;
	rn_time received;
	GBytes *bytes;
};

struct rn_fake_sent {
	gint64 row;
	struct rn_delivery delivery;
};

struct rn_fake_bad_row {
	char *file;
	guint line, column;
	char *why;
};

typedef struct rn_fake_host {
	struct rn_host host; /* hand &fake->host to `open` */

	/* Set by the test at any time. */
	rn_time now;          /* 2026-03-02T09:00:00Z at first */
	guint64 chance;       /* `random` counts on from here */
	guint deliver_at_most; /* further mails are refused with RETRY; at first no limit */
	gsize calendar_at_most; /* bytes of a calendar; more are refused with DATA */

	/* What the provider did, oldest first. */
	GPtrArray *mails;     /* of struct rn_fake_mail */
	GArray *advances;     /* of struct rn_cursor, since = 0 */
	GArray *sending;      /* of gint64: rows */
	GArray *sent;         /* of struct rn_fake_sent */
	GPtrArray *persons;   /* of struct rn_directory_person: copies */
	GPtrArray *bad_rows;  /* of struct rn_fake_bad_row */
	GPtrArray *calendars; /* of char *: what was handed over by `calendar` */
	guint alive;          /* how often it said so */
	gboolean ends;        /* what a transport is told */
	GPtrArray *log;       /* of char *: "warning: line" */

	GHashTable *letters;  /* row -> GBytes: what `compose` gives */
	GHashTable *values;   /* the settings as `text` gives them */
	const struct rn_provider *provider;
} rn_fake_host;

/* `settings` are names and values in turn, then NULL, as they would stand in a
 * configuration ("20 seconds", "yes"); the rest is as the provider's rows say. */
rn_fake_host *rn_fake_host_new (const struct rn_provider *provider, const char *const *settings);
void rn_fake_host_free (rn_fake_host *fake);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_fake_host, rn_fake_host_free)

/* The mail of a row, for a transport that asks for it. */
void rn_fake_letter (rn_fake_host *fake, gint64 row, const char *text);

/* The plugin's provider of that kind; stops the test when there is none. */
const struct rn_provider *rn_fake_provider (const struct rn_plugin *plugin, enum rn_provides provides);

/* The nth of each list; stops the test when there are not so many. */
const struct rn_fake_mail *rn_fake_mail_at (const rn_fake_host *fake, guint n);
const struct rn_fake_sent *rn_fake_sent_at (const rn_fake_host *fake, guint n);
const struct rn_directory_person *rn_fake_person_at (const rn_fake_host *fake, guint n);
const struct rn_fake_bad_row *rn_fake_bad_row_at (const rn_fake_host *fake, guint n);

/* Whether a line with these words was logged. */
gboolean rn_fake_logged (const rn_fake_host *fake, const char *words);

#endif
