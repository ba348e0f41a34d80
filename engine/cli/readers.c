#include "readers.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include "frames.h"
#include "read_serve.h"
#include "reader_limits.h"
#include "reading_words.h"

#define RN_MAX_READERS 8
#define RN_READER_QUEUE 16                   /* mails that a reader has in hand: enough to be busy */
#define RN_READER_BYTES (4 * 1024 * 1024)    /* and not much more than this of them */

/* A mail that was handed over. */
struct errand {
	GBytes *mail;
	gpointer data;
	rn_reading *reading; /* once it is back */
};

struct reader {
	pid_t pid;
	rn_channel *channel;
	GQueue errands;  /* of struct errand: at the reader, in order */
	gint64 deadline; /* of the first of them, monotonic */
};

struct rn_readers {
	guint n;
	struct reader reader[RN_MAX_READERS];
	GQueue out; /* of struct errand: all, in the order in which they came */
};

/* ---- Processes ---------------------------------------------------------- */

static void
start (struct reader *reader)
{
	int ends[2];

	fflush (stdout);
	if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0 || (reader->pid = fork ()) < 0) {
		fprintf (stderr, "rotnem: a reader process could not be started: %s\n", g_strerror (errno));
		exit (EX_OSERR);
	}
	if (reader->pid == 0) {
		prctl (PR_SET_PDEATHSIG, SIGKILL);
		close (ends[0]);
		_exit (rn_read_serve (ends[1], TRUE, NULL) ? EXIT_SUCCESS : EXIT_FAILURE);
	}
	close (ends[1]);
	reader->channel = rn_channel_new (ends[0], rn_frames_from_reader);
}

/* Ends a reader and tells what killed it. */
static enum rn_reason
stop (struct reader *reader, gboolean is_late)
{
	int status = 0;

	if (is_late)
		kill (reader->pid, SIGKILL);
	/* Readers that started later hold this end as well; a close alone would not show. */
	shutdown (rn_channel_fd (reader->channel), SHUT_RDWR);
	g_clear_pointer (&reader->channel, rn_channel_free);
	while (waitpid (reader->pid, &status, 0) < 0 && errno == EINTR)
		continue;
	reader->pid = 0;
	return is_late || (WIFSIGNALED (status) && WTERMSIG (status) == SIGPROF) ? RN_REASON_READER_TOO_SLOW
	                                                                         : RN_REASON_READER_DIED;
}

static void
send_errand (struct reader *reader, struct errand *errand)
{
	/* One byte over the limit is enough for the reader to see that it is over. */
	g_autoptr (GBytes) sent = g_bytes_new_from_bytes (errand->mail, 0, MIN (g_bytes_get_size (errand->mail), RN_MAX_MAIL + 1));

	if (g_queue_is_empty (&reader->errands))
		reader->deadline = g_get_monotonic_time () + RN_READER_WAIT_MS * 1000;
	g_queue_push_tail (&reader->errands, errand);
	rn_read_put (reader->channel, 0, 0, "", sent);
	rn_channel_flush (reader->channel, FALSE, NULL);
}

/* The first mail without an answer is what the reader died of; the others are sent to
 * its successor. */
static void
replace (struct reader *reader, gboolean is_late)
{
	enum rn_reason reason = stop (reader, is_late);
	struct errand *cause = g_queue_pop_head (&reader->errands);
	GQueue again = reader->errands;

	if (cause != NULL) {
		cause->reading = rn_reading_new ();
		rn_reading_conclude (cause->reading, reason);
	}
	g_queue_init (&reader->errands);
	start (reader);
	for (struct errand *errand; (errand = g_queue_pop_head (&again)) != NULL;)
		send_errand (reader, errand);
}

/* ---- Answers ------------------------------------------------------------ */

/* FALSE when the answer is none. */
static gboolean
settle (struct reader *reader, GVariant *body)
{
	g_autoptr (GVariant) frame = body;
	struct errand *first = g_queue_peek_head (&reader->errands);
	struct rn_unpack unpack = rn_unpack_begin (frame);
	const guint8 *bytes;
	gsize size;

	rn_unpack_number (&unpack);
	rn_unpack_rest (&unpack, &bytes, &size);
	if (first == NULL || (first->reading = rn_reading_unpack (bytes, size, NULL)) == NULL)
		return FALSE;
	g_queue_pop_head (&reader->errands);
	reader->deadline = g_get_monotonic_time () + RN_READER_WAIT_MS * 1000;
	return TRUE;
}

static void
take_answers (struct reader *reader)
{
	enum rn_received received;
	guint32 kind;
	GVariant *body;

	while ((received = rn_channel_get (reader->channel, 0, &kind, &body, NULL)) == RN_RECEIVED_FRAME)
		if (!settle (reader, body)) {
			replace (reader, TRUE);
			return;
		}
	if (received != RN_RECEIVED_NOTHING)
		replace (reader, FALSE);
}

/* Waits until a reader has something to say or room for more, or is late. */
static void
turn (rn_readers *readers)
{
	struct pollfd polls[RN_MAX_READERS];
	gint64 now = g_get_monotonic_time (), until = now + RN_READER_WAIT_MS * 1000;

	for (guint i = 0; i < readers->n; i++) {
		struct reader *reader = &readers->reader[i];
		polls[i] = (struct pollfd) { .fd = rn_channel_fd (reader->channel), .events = POLLIN };
		if (rn_channel_waiting (reader->channel) > 0)
			polls[i].events |= POLLOUT;
		if (!g_queue_is_empty (&reader->errands))
			until = MIN (until, reader->deadline);
	}
	poll (polls, readers->n, (int) (MAX (until - now, 0) / 1000 + 1));
	now = g_get_monotonic_time ();
	for (guint i = 0; i < readers->n; i++) {
		struct reader *reader = &readers->reader[i];
		if ((polls[i].revents & POLLOUT) != 0)
			rn_channel_flush (reader->channel, FALSE, NULL);
		if ((polls[i].revents & (POLLIN | POLLHUP | POLLERR)) != 0)
			take_answers (reader);
		else if (!g_queue_is_empty (&reader->errands) && now >= reader->deadline)
			replace (reader, TRUE);
	}
}

/* ---- The pool ----------------------------------------------------------- */

rn_readers *
rn_readers_new (guint n)
{
	rn_readers *readers = g_new0 (rn_readers, 1);

	rn_read_init (); /* once, for all children to come */
	readers->n = CLAMP (n, 1, RN_MAX_READERS);
	g_queue_init (&readers->out);
	for (guint i = 0; i < readers->n; i++) {
		g_queue_init (&readers->reader[i].errands);
		start (&readers->reader[i]);
	}
	return readers;
}

static void
errand_free (gpointer data)
{
	struct errand *errand = data;
	g_clear_pointer (&errand->mail, g_bytes_unref);
	rn_reading_free (errand->reading);
	g_free (errand);
}

void
rn_readers_free (rn_readers *readers)
{
	if (readers == NULL)
		return;
	for (guint i = 0; i < readers->n; i++) {
		stop (&readers->reader[i], !g_queue_is_empty (&readers->reader[i].errands));
		g_queue_clear (&readers->reader[i].errands);
	}
	g_queue_clear_full (&readers->out, errand_free);
	g_free (readers);
}

guint
rn_readers_room (const rn_readers *readers)
{
	guint out = g_queue_get_length ((GQueue *) &readers->out), most = readers->n * RN_READER_QUEUE;

	for (guint i = 0; i < readers->n; i++)
		if (rn_channel_waiting (readers->reader[i].channel) > RN_READER_BYTES)
			return 0;
	return out < most ? most - out : 0;
}

void
rn_readers_put (rn_readers *readers, GBytes *mail, gpointer data)
{
	struct errand *errand = g_new0 (struct errand, 1);
	struct reader *idlest = &readers->reader[0];

	errand->mail = g_bytes_ref (mail);
	errand->data = data;
	g_queue_push_tail (&readers->out, errand);
	for (guint i = 1; i < readers->n; i++)
		if (g_queue_get_length (&readers->reader[i].errands) < g_queue_get_length (&idlest->errands))
			idlest = &readers->reader[i];
	send_errand (idlest, errand);
}

void
rn_readers_put_known (rn_readers *readers, rn_reading *reading, gpointer data)
{
	struct errand *errand = g_new0 (struct errand, 1);

	errand->reading = reading;
	errand->data = data;
	g_queue_push_tail (&readers->out, errand);
}

rn_reading *
rn_readers_take (rn_readers *readers, gpointer *data)
{
	struct errand *first = g_queue_peek_head (&readers->out);

	if (first == NULL)
		return NULL;
	while (first->reading == NULL)
		turn (readers);
	g_queue_pop_head (&readers->out);
	*data = first->data;
	rn_reading *reading = g_steal_pointer (&first->reading);
	errand_free (first);
	return reading;
}
