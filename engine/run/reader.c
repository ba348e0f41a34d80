#include "reader.h"

#include "ends.h"
#include "frames.h"
#include "log.h"
#include "read_serve.h"

#define RN_READER_WINDOW 64                    /* mails at the reader at once */
#define RN_READER_WINDOW_BYTES (8 * 1024 * 1024)
#define RN_READER_SECONDS 5                    /* without an answer; a bomb is stopped sooner by its own limits */
#define RN_DEATHS_HELD 2                       /* deaths on one mail before it is set aside */

/* One mail on its way. */
struct job {
	gint64 id;
	rn_time now;
	GBytes *raw;
	rn_reading *reading;
	guint deaths;
};

struct rn_reader {
	rn_child *child;
	char *authserv_id;
	rn_reader_ready ready;
	gpointer data;
	GQueue unread, read; /* of struct job, in order; the reader has the first of the unread */
	guint at_reader;
	gsize bytes_unread, bytes_at_reader;
	gboolean careful;   /* after a death: one at a time until all that were in flight are read */
	guint careful_left;
	guint watchdog;
	gint64 oldest_us;   /* when the reader last spoke or was given work */
	gint64 start_after_us; /* back-off when it dies before its first frame */
	guint early_deaths;
};

static void
job_free (gpointer data)
{
	struct job *job = data;
	g_clear_pointer (&job->raw, g_bytes_unref);
	rn_reading_free (job->reading);
	g_free (job);
}

static void on_ready (rn_channel *channel, gpointer data);

gboolean
rn_reader_start (rn_reader *reader)
{
	g_autoptr (GError) error = NULL;

	if (reader->child != NULL)
		return TRUE;
	if (g_get_monotonic_time () < reader->start_after_us)
		return FALSE;
	reader->child = rn_child_start ("reader", "reader", rn_frames_from_reader, &error);
	if (reader->child == NULL) {
		rn_log (RN_SEVERITY_ERROR, "%s", error->message);
		reader->start_after_us = g_get_monotonic_time () + G_USEC_PER_SEC;
		return FALSE;
	}
	rn_channel_watch (reader->child->channel, on_ready, reader);
	return TRUE;
}

static void
send_job (rn_reader *reader, struct job *job)
{
	rn_read_put (reader->child->channel, job->id, job->now, reader->authserv_id, job->raw);
	if (reader->at_reader++ == 0)
		reader->oldest_us = g_get_monotonic_time ();
	reader->bytes_at_reader += g_bytes_get_size (job->raw);
}

/* Gives the reader as much as the window allows. */
static void
feed (rn_reader *reader)
{
	if (g_queue_is_empty (&reader->unread) || !rn_reader_start (reader))
		return;
	guint window = reader->careful ? 1 : RN_READER_WINDOW;
	for (GList *link = g_queue_peek_nth_link (&reader->unread, reader->at_reader); link != NULL && reader->at_reader < window;
	     link = link->next) {
		struct job *job = link->data;
		if (reader->at_reader > 0 && reader->bytes_at_reader + g_bytes_get_size (job->raw) > RN_READER_WINDOW_BYTES)
			break;
		send_job (reader, job);
	}
}

/* The first of the unread ones is read. */
static void
finish_job (rn_reader *reader, rn_reading *reading)
{
	struct job *job = g_queue_pop_head (&reader->unread);
	gsize size = g_bytes_get_size (job->raw);

	if (reader->at_reader > 0) {
		reader->at_reader--;
		reader->bytes_at_reader -= size;
	}
	job->reading = reading;
	reader->bytes_unread -= size;
	g_clear_pointer (&job->raw, g_bytes_unref);
	g_queue_push_tail (&reader->read, job);
	reader->oldest_us = g_get_monotonic_time ();
	if (reader->careful && --reader->careful_left == 0)
		reader->careful = FALSE;
}

static rn_reading *
held (const char *reason)
{
	rn_reading *reading = rn_reading_new ();
	reading->state = RN_MAIL_HELD;
	rn_reading_set (&reading->reason, reason);
	return reading;
}

/* The reader died. What was in flight is read again, one mail at a time; the one that
 * kills it again is held. */
static void
on_death (rn_reader *reader)
{
	guint in_flight = reader->at_reader;
	const struct job *guilty = g_queue_peek_head (&reader->unread);

	reader->early_deaths = reader->child->spoke ? 0 : reader->early_deaths + 1;
	g_clear_pointer (&reader->child, rn_child_stop);
	if (reader->early_deaths > 3)
		reader->start_after_us = g_get_monotonic_time () + G_USEC_PER_SEC;
	for (GList *link = reader->unread.head; reader->at_reader > 0; link = link->next, reader->at_reader--)
		((struct job *) link->data)->deaths++;
	reader->bytes_at_reader = 0;
	if (!reader->careful) {
		reader->careful = in_flight > 0;
		reader->careful_left = in_flight;
	}
	rn_log (RN_SEVERITY_WARNING, "the reader died with %u mails in flight", in_flight);
	if (in_flight == 1 && guilty->deaths >= RN_DEATHS_HELD) {
		rn_log (RN_SEVERITY_WARNING, "mail %" G_GINT64_FORMAT " killed the reader twice and is held", guilty->id);
		finish_job (reader, held (rn_end_killed_the_reader));
	}
}

static void
take_reading (rn_reader *reader, GVariant *body)
{
	const guint8 *bytes;
	gsize size;
	struct rn_unpack unpack = rn_unpack_begin (body);
	gint64 id = rn_unpack_number (&unpack);
	const struct job *job = g_queue_peek_head (&reader->unread);
	if (job == NULL || job->id != id || reader->at_reader == 0)
		return; /* of a reader that does not do its work; the watchdog ends it */
	rn_unpack_rest (&unpack, &bytes, &size);
	rn_reading *reading = rn_reading_unpack (bytes, size, NULL);
	finish_job (reader, reading != NULL ? reading : held (rn_end_unreadable));
}

static void
on_ready (rn_channel *channel, gpointer data)
{
	rn_reader *reader = data;

	for (;;) {
		guint32 kind;
		g_autoptr (GVariant) body = NULL;
		enum rn_received received = rn_channel_get (channel, 0, &kind, &body, NULL);
		if (received == RN_RECEIVED_NOTHING)
			break;
		if (received != RN_RECEIVED_FRAME) {
			on_death (reader);
			break;
		}
		reader->child->spoke = TRUE;
		take_reading (reader, body);
	}
	rn_reader_push (reader);
	reader->ready (reader->data);
}

/* Kills a reader that has been silent for too long, and starts one after a back-off. */
static gboolean
on_watchdog (gpointer data)
{
	rn_reader *reader = data;

	if (reader->child != NULL && reader->at_reader > 0 &&
	    g_get_monotonic_time () - reader->oldest_us > RN_READER_SECONDS * G_USEC_PER_SEC) {
		on_death (reader);
		reader->ready (reader->data);
	}
	rn_reader_push (reader);
	return G_SOURCE_CONTINUE;
}

rn_reader *
rn_reader_new (const char *authserv_id, rn_reader_ready ready, gpointer data)
{
	rn_reader *reader = g_new0 (rn_reader, 1);
	reader->authserv_id = g_strdup (authserv_id != NULL ? authserv_id : "");
	reader->ready = ready;
	reader->data = data;
	reader->watchdog = g_timeout_add_seconds (1, on_watchdog, reader);
	return reader;
}

void
rn_reader_free (rn_reader *reader)
{
	if (reader == NULL)
		return;
	g_source_remove (reader->watchdog);
	rn_child_stop (reader->child);
	g_queue_clear_full (&reader->unread, job_free);
	g_queue_clear_full (&reader->read, job_free);
	g_free (reader->authserv_id);
	g_free (reader);
}

void
rn_reader_put (rn_reader *reader, gint64 id, rn_time now, GBytes *raw)
{
	struct job *job = g_new0 (struct job, 1);
	job->id = id;
	job->now = now;
	job->raw = g_bytes_ref (raw);
	g_queue_push_tail (&reader->unread, job);
	reader->bytes_unread += g_bytes_get_size (raw);
}

void
rn_reader_put_lost (rn_reader *reader, gint64 id)
{
	struct job *job = g_new0 (struct job, 1);
	job->id = id;
	job->reading = held (rn_end_bytes_lost);
	g_queue_push_tail (&reader->read, job);
}

rn_reading *
rn_reader_take (rn_reader *reader, gint64 *id)
{
	struct job *job = g_queue_pop_head (&reader->read);

	if (job == NULL)
		return NULL;
	*id = job->id;
	rn_reading *reading = g_steal_pointer (&job->reading);
	job_free (job);
	return reading;
}

guint
rn_reader_waiting (const rn_reader *reader)
{
	return reader->unread.length + reader->read.length;
}

guint
rn_reader_unread (const rn_reader *reader)
{
	return reader->unread.length;
}

gsize
rn_reader_bytes (const rn_reader *reader)
{
	return reader->bytes_unread;
}

void
rn_reader_push (rn_reader *reader)
{
	feed (reader);
	if (reader->child != NULL)
		rn_channel_push (reader->child->channel);
}

GPid
rn_reader_pid (const rn_reader *reader)
{
	return reader->child != NULL ? reader->child->pid : 0;
}
