/* What the files of a plugin's host share: one process, which runs one provider, or the few of
 * one simulated company. Each kind of provider has a file: what the plugin calls, by
 * struct rn_host, and what the engine's frames ask for. */
#ifndef RN_RUN_HOST_PRIVATE_H
#define RN_RUN_HOST_PRIVATE_H

#include <gmodule.h>

#include "chance.h"
#include "channel.h"
#include "compose_host.h"
#include "freebusy.h"
#include "plugin.h"
#include "progress.h"

/* One process, one host. */
struct host {
	struct rn_host face; /* first: what the plugin sees */
	rn_channel *channel;
	GModule *module;
	GHashTable *settings;
	rn_time now, until;  /* of a simulation; 0: the computer's */
	struct rn_chance chance;
	gboolean simulated;
	gint64 alive_us;     /* when the engine was told last that we live */

	const struct rn_provider *providers[RN_PROVIDES_END];
	gpointer selves[RN_PROVIDES_END];
	struct rn_source_ops source;
	struct rn_transport_ops transport;
	struct rn_directory_ops directory;
	struct rn_calendar_ops calendar;

	/* source */
	gboolean poll_wanted, polled_well;
	struct rn_cursor cursor;
	GQueue later;        /* frames that wait for the end of a poll */

	/* transport */
	rn_stationery_cache *stationery;
	GArray *lease;         /* of struct leased; NULL between two of them */
	GVariant *lease_frame;
	gboolean may_rest;     /* what of it is not answered for is the business of `rest` */
	rn_progress *progress;
	gint64 told_us;      /* when the engine was told of answers last */
	gboolean unsent;     /* a mail of the last lease: the engine has its say before time passes */

	/* calendar: of the person who is asked for */
	struct rn_busy_question question;
	GTimeZone *zone;
	struct rn_freebusy freebusy; /* busy is NULL until a calendar came */
};

static inline struct host *
rn_host_of (const struct rn_host *face)
{
	return face->private;
}

/* host.c */

/* Text of the outside world on its way into a frame. */
GVariant *rn_host_valid (const char *text);

/* Ends a frame that was opened by how it went: a word and a message. */
void rn_host_close_word (struct host *host, GByteArray *frame, const GError *error);

/* Writes what waits; stands still only while that is much. */
gboolean rn_host_flush (struct host *host, GError **error);

/* The same once there is something worth it, within an operation; its end goes at once. */
gboolean rn_host_flow (struct host *host, GError **error);

void rn_host_log (const struct rn_host *face, enum rn_severity severity, const char *line);

/* host_source.c */
gboolean rn_host_deliver (const struct rn_host *face, const struct rn_raw_mail *mail, GError **error);
void rn_host_advance (const struct rn_host *face, guint32 validity, guint64 uid);
void rn_host_attend (const struct rn_host *face);
void rn_host_take_poll (struct host *host, GVariant *body);
void rn_host_take_mark (struct host *host, GVariant *body);

/* Polls as the last POLL frame said, at once or when there may be new mail. */
void rn_host_poll_now (struct host *host);
void rn_host_wait_for_mail (struct host *host);

/* The next frame; those that came while a poll was under way are first. */
enum rn_received rn_host_next_frame (struct host *host, gint64 deadline_us, guint32 *kind, GVariant **body);

/* host_transport.c */
void rn_host_sending (const struct rn_host *face, gint64 row);
void rn_host_sent (const struct rn_host *face, gint64 row, const struct rn_delivery *delivery);
const guint8 *rn_host_compose (const struct rn_host *face, gint64 row, gsize *size);
gboolean rn_host_has_calendar (const struct rn_host *face, gint64 row);
gboolean rn_host_ends (const struct rn_host *face);
void rn_host_take_send (struct host *host, GVariant *body);
void rn_host_take_stationery (struct host *host, GVariant *body);

/* host_directory.c */
void rn_host_person (const struct rn_host *face, const struct rn_directory_person *person);
void rn_host_bad_row (const struct rn_host *face, const char *file, guint line, guint column, const char *why);
void rn_host_take_list (struct host *host, GVariant *body);

/* host_calendar.c */
gboolean rn_host_calendar (const struct rn_host *face, const char *text, gsize size, GError **error);
void rn_host_take_ask_busy (struct host *host, GVariant *body);

#endif
