/* What the plugin hosts send, each kind of frame by one function. All of it happens
 * within the transaction that the next cycle commits. */
#include "engine_private.h"

#include "error.h"
#include "frames.h"
#include "inbox.h"
#include "log.h"
#include "outbox.h"
#include "people.h"

static gboolean
take_mail (rn_engine *engine, rn_provider_client *provider, GVariant *body, GError **error)
{
	struct rn_unpack unpack = rn_unpack_begin (body);
	guint32 validity = (guint32) rn_unpack_number (&unpack);
	guint64 uid = (guint64) rn_unpack_number (&unpack);
	rn_time received = rn_unpack_number (&unpack);
	const guint8 *bytes;
	gsize size;
	gint64 id = 0;
	gboolean is_new = FALSE;

	rn_engine_pass (engine, received);
	rn_unpack_rest (&unpack, &bytes, &size);
	g_autoptr (GBytes) raw = g_bytes_new_with_free_func (bytes, size, (GDestroyNotify) g_variant_unref, g_variant_ref (body));
	if (!rn_inbox_receive (engine->db, provider->config->title, validity, uid, received, raw, &id, &is_new, error))
		return FALSE;
	provider->looked = TRUE;
	if (!is_new)
		return TRUE;
	if (engine->backlog || rn_reader_waiting (engine->reader) >= RN_READ_AHEAD ||
	    rn_reader_bytes (engine->reader) >= RN_READ_AHEAD_BYTES) {
		engine->backlog = TRUE;
		rn_channel_hold (provider->child->channel, TRUE); /* until the turns have caught up */
		return TRUE;
	}
	rn_reader_put (engine->reader, id, received, raw);
	engine->fed = id;
	return TRUE;
}

static gboolean
take_cursor (rn_engine *engine, rn_provider_client *provider, GVariant *body, GError **error)
{
	struct rn_unpack unpack = rn_unpack_begin (body);
	guint32 validity = (guint32) rn_unpack_number (&unpack);
	guint64 uid = (guint64) rn_unpack_number (&unpack);

	provider->looked = TRUE;
	return rn_inbox_advance (engine->db, provider->config->title, validity, uid, rn_engine_now (engine), error);
}

/* An answer's word: well (TRUE), or trouble. */
static gboolean
take_word (rn_provider_client *provider, const char *word, const char *message)
{
	gboolean well = g_str_equal (word, "ok");

	if (well)
		rn_provider_well (provider);
	else
		rn_provider_trouble (provider, message);
	return well;
}

/* The same at the end of a record. */
static gboolean
unpack_word (rn_provider_client *provider, struct rn_unpack *unpack)
{
	gsize size;
	const char *word = rn_unpack_view (unpack, &size);

	return take_word (provider, word, rn_unpack_view (unpack, &size));
}

static gboolean
take_polled (rn_engine *engine, rn_provider_client *provider, GVariant *body, G_GNUC_UNUSED GError **error)
{
	struct rn_unpack unpack = rn_unpack_begin (body);

	provider->passed = rn_unpack_number (&unpack);
	provider->polling = FALSE;
	provider->polled_once = TRUE;
	if (unpack_word (provider, &unpack)) {
		provider->looked = TRUE;
		provider->looked_at = rn_engine_now (engine);
	}
	return TRUE;
}

static gboolean
take_marked (rn_engine *engine, rn_provider_client *provider, GVariant *body, GError **error)
{
	guint32 validity, mark;
	guint64 first, last;
	g_autoptr (GVariantIter) ranges = NULL;
	const char *word, *message;

	g_variant_get (body, "(uua(tt)&s&s)", &validity, &mark, &ranges, &word, &message);
	provider->marking -= provider->marking > 0;
	if (!g_str_equal (word, "ok")) {
		rn_provider_trouble (provider, message);
		return TRUE; /* they stay unmarked and are tried again */
	}
	while (g_variant_iter_next (ranges, "(tt)", &first, &last))
		if (!rn_inbox_set_marked (engine->db, provider->config->title, validity, first, last, error))
			return FALSE;
	return TRUE;
}

#define RN_LIST_AGAIN (5 * RN_MINUTE) /* a directory that could not be read */

static gboolean
list_again (rn_engine *engine, const rn_provider_client *provider, rn_time wait, GError **error)
{
	return (provider->provides & 1u << RN_DIRECTORY) == 0 ||
	       rn_event_add (engine->db, rn_engine_now (engine) + wait, "", "directory", "", NULL, "directory", error);
}

/* Turns begin once every directory has answered. One that fails is asked again soon; it
 * holds nothing up when people are known from before, but a program does not start with
 * nobody. */
static gboolean
note_answered (rn_engine *engine, rn_provider_client *provider, gboolean well, GError **error)
{
	gint64 people = 0;

	if ((provider->provides & 1u << RN_DIRECTORY) == 0)
		return TRUE;
	if (!well && (!list_again (engine, provider, RN_LIST_AGAIN, error) ||
	              !rn_db_number (engine->db, &people, 0, error, "SELECT count(*) FROM person", "")))
		return FALSE;
	if (!provider->answered && (well || people > 0)) {
		provider->answered = TRUE;
		engine->lists_pending--;
	}
	return TRUE;
}

/* It died: what it had in hand is settled. Once may be anybody's fault: a directory is asked again at once. */
static gboolean
take_death (rn_engine *engine, rn_provider_client *provider, GError **error)
{
	gboolean often = provider->died;

	provider->died = TRUE;
	return (often ? note_answered (engine, provider, FALSE, error) : list_again (engine, provider, 0, error)) &&
	       rn_engine_end_leases (engine, provider, error) && rn_engine_give_up_busy (engine, provider, error);
}

gboolean
rn_engine_end_process (rn_engine *engine, rn_provider_client *provider, const char *why, GError **error)
{
	rn_provider_down (provider);
	rn_provider_trouble (provider, why);
	return take_death (engine, provider, error);
}

/* A process speaks of its oldest lease: it begins no other before that one is over. */
static gboolean
has_mail (rn_engine *engine, const rn_provider_client *provider, gint64 row, gboolean *has, GError **error)
{
	*has = FALSE;
	return rn_provider_leases (provider) == 0 ||
	       rn_outbox_is_leased (engine->db, row, provider->leases[provider->done % RN_LEASES], has, error);
}

static gboolean
take_sent (rn_engine *engine, rn_provider_client *provider, GVariant *body, GError **error)
{
	struct rn_unpack unpack = rn_unpack_begin (body);
	struct rn_delivery delivery = { 0 };
	gsize size;
	gint64 row = rn_unpack_number (&unpack), verdict = rn_unpack_number (&unpack);
	gboolean has = FALSE;

	delivery.code = (int) rn_unpack_number (&unpack);
	g_strlcpy (delivery.status, rn_unpack_view (&unpack, &size), sizeof delivery.status);
	g_strlcpy (delivery.text, rn_unpack_view (&unpack, &size), sizeof delivery.text);
	if (verdict < 0 || verdict > RN_VERDICT_UNCERTAIN)
		return rn_engine_end_process (engine, provider, "a child process broke the protocol: a mail that ended as none can", error);
	if (!has_mail (engine, provider, row, &has, error))
		return FALSE;
	if (!has)
		return rn_engine_end_process (engine, provider, "a child process broke the protocol: the end of a mail that it does not have", error);
	delivery.verdict = (enum rn_verdict) verdict;
	if (delivery.verdict == RN_VERDICT_SENT)
		provider->failures = 0; /* a server that takes mail now and then is not waited for longer and longer */
	/* in a simulation time may have passed since */
	return rn_engine_settle (engine, row, &delivery, engine->order.simulated ? provider->handed_at : rn_engine_now (engine), error);
}

static gboolean
take_lease_done (rn_engine *engine, rn_provider_client *provider, GVariant *body, GError **error)
{
	struct rn_unpack unpack = rn_unpack_begin (body);

	unpack_word (provider, &unpack);
	return rn_engine_end_lease (engine, provider, error);
}

static gboolean
take_person (G_GNUC_UNUSED rn_engine *engine, rn_provider_client *provider, GVariant *body, G_GNUC_UNUSED GError **error)
{
	g_autoptr (GError) failure = NULL;
	rn_person *person = rn_person_of_frame (body, &failure);

	if (person != NULL)
		g_ptr_array_add (provider->people, person);
	else
		rn_log (RN_SEVERITY_WARNING, "%s “%s”: %s", provider->config->provider, provider->config->title,
		        failure->message);
	return TRUE;
}

static gboolean
take_bad_row (G_GNUC_UNUSED rn_engine *engine, G_GNUC_UNUSED rn_provider_client *provider, GVariant *body,
              G_GNUC_UNUSED GError **error)
{
	const char *file, *why;
	guint32 line, column;

	g_variant_get (body, "(&suu&s)", &file, &line, &column, &why);
	if (column > 0)
		rn_log (RN_SEVERITY_WARNING, "%s:%u:%u: %s", file, line, column, why);
	else
		rn_log (RN_SEVERITY_WARNING, "%s:%u: %s", file, line, why);
	return TRUE;
}

static gboolean
import (rn_turn *turn, gpointer data, GError **error)
{
	rn_provider_client *provider = data;
	guint changed = 0;

	if (!rn_people_import (turn, provider->people, &changed, error))
		return FALSE;
	rn_turn_note (turn, "%u people in the directory, %u changed", provider->people->len, changed);
	return TRUE;
}

static gboolean
take_listed (rn_engine *engine, rn_provider_client *provider, GVariant *body, GError **error)
{
	const char *word, *message;
	gboolean fine = TRUE;

	g_variant_get (body, "(&s&s)", &word, &message);
	take_word (provider, word, message);
	provider->listing = FALSE;
	if (!note_answered (engine, provider, g_str_equal (word, "ok"), error))
		return FALSE;
	/* a directory that could not be read, or is empty, does not make everybody leave */
	if (g_str_equal (word, "ok") && provider->people->len > 0)
		fine = rn_engine_command (engine, NULL, "directory", import, provider, error);
	g_ptr_array_set_size (provider->people, 0);
	return fine;
}

static gboolean
take_opened (rn_engine *engine, rn_provider_client *provider, GVariant *body, GError **error)
{
	const char *word, *message;

	g_variant_get (body, "(&s&s)", &word, &message);
	if (g_str_equal (word, "ok"))
		return TRUE;
	return rn_engine_end_process (engine, provider, message, error) && note_answered (engine, provider, FALSE, error);
}

/* That it came is all. */
static gboolean
take_alive (G_GNUC_UNUSED rn_engine *engine, G_GNUC_UNUSED rn_provider_client *provider, G_GNUC_UNUSED GVariant *body,
            G_GNUC_UNUSED GError **error)
{
	return TRUE;
}

static gboolean
take_log (G_GNUC_UNUSED rn_engine *engine, rn_provider_client *provider, GVariant *body, G_GNUC_UNUSED GError **error)
{
	guint32 severity;
	const char *line;

	g_variant_get (body, "(u&s)", &severity, &line);
	rn_log ((enum rn_severity) MIN (severity, RN_SEVERITY_ERROR), "%s “%s”: %s", provider->config->provider, provider->config->title, line);
	return TRUE;
}

/* Each kind of frame is a matter of one kind of provider: what parses a stranger's bytes must not become
 * the directory. */
static const struct {
	guint32 kind;
	enum rn_provides of; /* RN_NOTHING: of all */
	gboolean (*take) (rn_engine *engine, rn_provider_client *provider, GVariant *body, GError **error);
} takers[] = {
	{ RN_FRAME_OPENED, RN_NOTHING, take_opened },
	{ RN_FRAME_LOG, RN_NOTHING, take_log },
	{ RN_FRAME_ALIVE, RN_NOTHING, take_alive },
	{ RN_FRAME_MAIL, RN_SOURCE, take_mail },
	{ RN_FRAME_CURSOR, RN_SOURCE, take_cursor },
	{ RN_FRAME_POLLED, RN_SOURCE, take_polled },
	{ RN_FRAME_MARKED, RN_SOURCE, take_marked },
	{ RN_FRAME_SENT, RN_TRANSPORT, take_sent },
	{ RN_FRAME_LEASE_DONE, RN_TRANSPORT, take_lease_done },
	{ RN_FRAME_PERSON, RN_DIRECTORY, take_person },
	{ RN_FRAME_BAD_ROW, RN_DIRECTORY, take_bad_row },
	{ RN_FRAME_LISTED, RN_DIRECTORY, take_listed },
	{ RN_FRAME_BUSY, RN_CALENDAR, rn_engine_take_busy },
};

static gboolean
take (rn_engine *engine, rn_provider_client *provider, guint32 kind, GVariant *body, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS (takers); i++)
		if (takers[i].kind == kind && (takers[i].of == RN_NOTHING || (provider->provides & 1u << takers[i].of) != 0))
			return takers[i].take (engine, provider, body, error);
	return rn_engine_end_process (engine, provider, "a child process broke the protocol: a frame that is none of its business", error);
}

void
rn_engine_take_frame (rn_provider_client *provider, guint32 kind, GVariant *body, gpointer data)
{
	rn_engine *engine = data;
	GError *error = NULL;

	if (engine->failure != NULL)
		return;
	if (!rn_engine_transact (engine, &error)) {
		rn_engine_fail (engine, error);
		return;
	}
	if (kind != RN_FRAME_LOG) /* which one that turns in circles may write, too */
		provider->silent_us = 0;
	if (kind == 0)
		take_death (engine, provider, &error);
	else
		take (engine, provider, kind, body, &error);
	if (error != NULL)
		rn_engine_fail (engine, error);
}
