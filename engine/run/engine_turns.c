/* Turns: due events and read mails, strictly one after another, each in a savepoint of
 * the cycle's transaction. */
#include "engine_private.h"

#include "busy.h"
#include "due.h"
#include "erasing.h"
#include "error.h"
#include "frames.h"
#include "inbox.h"
#include "incoming.h"
#include "journal.h"
#include "log.h"
#include "retention.h"
#include "sender.h"
#include "tasks.h"

#define RN_FAILURES_PAUSE 5              /* of one program within an hour */
#define RN_PAUSE RN_HOUR

static void
turn_init (rn_engine *engine, struct rn_running_program *running, rn_turn *turn)
{
	*turn = (rn_turn) {
		.db = engine->db,
		.now = rn_engine_now (engine),
		.site = &engine->site,
		.program = running->policy->program,
		.reply_to_message = "",
		.score = rn_policy_score,
		.score_data = running->policy,
	};
}

/* Begins a part that can be undone alone; ends it by keeping or undoing. */
static gboolean
close_part (rn_engine *engine, gboolean keep, GError **error)
{
	if (keep)
		return rn_db_release (engine->db, error);
	rn_db_undo (engine->db);
	return TRUE;
}

/* An error of the machine (disk, lock) is not the turn's fault: the engine starts anew. */
static gboolean
ends_the_run (const GError *error)
{
	return g_error_matches (error, RN_ERROR, RN_ERROR_RETRY);
}

/* ---- Failed turns ------------------------------------------------------------------- */

static gboolean
pause_if_often (rn_engine *engine, struct rn_running_program *running, GError **error)
{
	gint64 n = 0;
	rn_time now = rn_engine_now (engine);

	if (!rn_journal_failures (engine->db, running->policy->program->name, now - RN_HOUR, &n, error))
		return FALSE;
	if (n >= RN_FAILURES_PAUSE && running->paused_until <= now) {
		running->paused_until = now + RN_PAUSE;
		rn_log (RN_SEVERITY_ERROR, "program “%s” is paused for an hour after %d failures", running->policy->program->name, (int) n);
	}
	return TRUE;
}

/* A failed turn is on record, in a part of its own, and a person is told. */
static gboolean
record_failure (rn_engine *engine, struct rn_running_program *running, const char *event, gint64 inbox, const char *about,
                const GError *cause, GError **error)
{
	rn_turn turn;

	rn_log (RN_SEVERITY_ERROR, "%s", cause->message);
	turn_init (engine, running, &turn);
	turn.inbox = inbox;
	if (!rn_db_savepoint (engine->db, error))
		return FALSE;
	struct rn_task_order order = {
		.template = "program-failed", .cause = "step-failed", .facts = RN_FACTS ("event", event, "message", cause->message),
	};
	gboolean fine = rn_turn_begin (&turn, event, error);
	if (fine) {
		rn_turn_note (&turn, "%s", cause->message);
		rn_turn_touch_ref (&turn, about);
		/* the task must not hide the failure when the templates are what is broken */
		g_autoptr (GError) no_task = NULL;
		g_autoptr (rn_task) task = rn_task_make (&turn, &order, &no_task);
		if (no_task != NULL)
			rn_log (RN_SEVERITY_ERROR, "no task could be made of it: %s", no_task->message);
		fine = rn_turn_end (&turn, "error", error);
		rn_turn_clear (&turn);
	}
	return close_part (engine, fine, error) && fine && pause_if_often (engine, running, error);
}

/* ---- Mails ---------------------------------------------------------------------------- */

/* The program that a mail is for: by its token, else by the address it was sent to, or,
 * being a copy of a mail of ours, sent from. */
static struct rn_running_program *
program_of (rn_engine *engine, const rn_reading *reading, const rn_sender *sender)
{
	struct rn_running_program *running = *sender->program != '\0' ? rn_engine_program (engine, sender->program) : NULL;

	for (guint i = 0; i < engine->programs->len && running == NULL; i++) {
		struct rn_running_program *candidate = g_ptr_array_index (engine->programs, i);
		const char *address = candidate->policy->program->address;
		if (g_str_equal (reading->from, address) ||
		    (reading->recipients != NULL && g_strv_contains ((const char *const *) reading->recipients, address)))
			running = candidate;
	}
	return running != NULL ? running : g_ptr_array_index (engine->programs, 0);
}

static gboolean
settle_mail (rn_engine *engine, gint64 id, const rn_reading *reading, const rn_sender *sender, const struct rn_ending *ending,
             GError **error)
{
	struct rn_inbox_end end = {
		.state = ending->state, .outcome = rn_inbox_state_name (ending->state), .reason = ending->reason,
		.message_id = reading->message_id, .sender = reading->from, .subject = reading->subject,
		.about = sender != NULL ? sender->about : "",
		.person = sender != NULL && sender->person != NULL ? sender->person->record.id : 0, .at = rn_engine_now (engine),
	};
	return rn_inbox_settle (engine->db, id, &end, error);
}

/* The journal's entry of a mail can be found by the mail as well. */
static void
touch_mail (rn_turn *turn, gint64 id)
{
	g_autofree char *ref = g_strdup_printf ("mail:%" G_GINT64_FORMAT, id);
	rn_turn_touch_ref (turn, ref);
}

static gboolean
apply_mail (rn_turn *turn, rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
{
	gboolean seen = FALSE;

	if (!rn_inbox_has_message (turn->db, reading->message_id, turn->inbox, &seen, error))
		return FALSE;
	if (seen) {
		*ending = (struct rn_ending) { RN_INBOX_IGNORED, rn_end_duplicate };
		return TRUE;
	}
	return rn_turn_incoming (turn, reading, sender, ending, error);
}

/* Held mails that a turn brought back are read anew; without its bytes one stays as it was. */
static void
reread (rn_engine *engine, const GArray *ids)
{
	for (guint i = 0; ids != NULL && i < ids->len; i++) {
		gint64 id = g_array_index (ids, gint64, i);
		rn_time received = 0;
		g_autoptr (GBytes) raw = rn_inbox_raw (engine->db, id, &received, NULL);
		if (raw != NULL)
			rn_engine_reread (engine, id, received, raw);
	}
}

static gboolean
turn_of_mail (rn_engine *engine, gint64 id, rn_reading *reading, GError **error)
{
	g_auto (rn_sender) sender = { 0 };
	rn_turn turn;
	struct rn_ending ending = { RN_INBOX_HELD, rn_end_unhandled };
	g_autoptr (GArray) retried = NULL;
	g_autoptr (GError) failure = NULL;

	if (!rn_sender_find (engine->db, reading, engine->site.redirect_all_to, &sender, error))
		return FALSE;
	struct rn_running_program *running = program_of (engine, reading, &sender);
	turn_init (engine, running, &turn);
	turn.inbox = id;
	turn.reply_to_message = reading->message_id;
	if (!rn_db_savepoint (engine->db, error))
		return FALSE;
	gboolean fine = rn_turn_begin (&turn, "mail", &failure);
	if (fine) {
		touch_mail (&turn, id);
		fine = apply_mail (&turn, reading, &sender, &ending, &failure) &&
		       settle_mail (engine, id, reading, &sender, &ending, &failure);
		rn_turn_note (&turn, "%s: %s", rn_inbox_state_name (ending.state), ending.reason != NULL ? ending.reason : "");
		fine = fine && rn_turn_end (&turn, rn_inbox_state_name (ending.state), &failure);
		/* a mail is not put off; the event that it raises is the better for it */
		fine = fine && rn_engine_ask_busy (engine, &turn, 0, &failure);
		retried = g_steal_pointer (&turn.retried);
		rn_turn_clear (&turn);
	}
	if (!close_part (engine, fine, error))
		return FALSE;
	if (fine) {
		reread (engine, retried);
		return TRUE;
	}
	if (ends_the_run (failure)) {
		g_propagate_error (error, g_steal_pointer (&failure));
		return FALSE;
	}
	ending = (struct rn_ending) { RN_INBOX_ERROR, failure->message };
	g_autofree char *ref = g_strdup_printf ("mail:%" G_GINT64_FORMAT, id);
	return settle_mail (engine, id, reading, &sender, &ending, error) &&
	       record_failure (engine, running, "mail", id, ref, failure, error);
}

/* ---- Rehearsal: the same turn, undone ------------------------------------------------------ */

/* What the turn noted, a sentence each; at least what becomes of the mail itself. */
static GStrv
sentences (const rn_turn *turn, enum rn_inbox_state state)
{
	g_auto (GStrv) lines = g_strsplit (turn->reasons->str, "\n", -1);
	g_autoptr (GStrvBuilder) would = g_strv_builder_new ();
	guint n = 0;

	for (char **line = lines; *line != NULL; line++)
		if (**line != '\0' && ++n)
			g_strv_builder_add (would, *line);
	if (n == 0)
		g_strv_builder_add (would, state == RN_INBOX_HELD ? "it would wait for a person" : "nothing would change");
	return g_strv_builder_end (would);
}

static void
describe (GVariantBuilder *dict, const rn_turn *turn, const rn_sender *sender, const struct rn_ending *ending)
{
	g_auto (GStrv) would = sentences (turn, ending->state);

	g_variant_builder_add (dict, "{sv}", "outcome", g_variant_new_string (rn_inbox_state_name (ending->state)));
	g_variant_builder_add (dict, "{sv}", "reason", g_variant_new_string (ending->reason != NULL ? ending->reason : ""));
	g_variant_builder_add (dict, "{sv}", "person", g_variant_new_string (sender->person != NULL ? sender->person->address : ""));
	g_variant_builder_add (dict, "{sv}", "about", g_variant_new_string (sender->about));
	g_variant_builder_add (dict, "{sv}", "would", g_variant_new_strv ((const char *const *) would, -1));
}

gboolean
rn_engine_rehearse (rn_engine *engine, rn_reading *reading, GVariantBuilder *dict, GError **error)
{
	g_auto (rn_sender) sender = { 0 };
	struct rn_ending ending = { RN_INBOX_HELD, rn_end_unhandled };
	rn_turn turn;

	if (!rn_engine_transact (engine, error) || !rn_sender_find (engine->db, reading, engine->site.redirect_all_to, &sender, error) ||
	    !rn_db_savepoint (engine->db, error))
		return FALSE;
	turn_init (engine, program_of (engine, reading, &sender), &turn);
	turn.reply_to_message = reading->message_id;
	gboolean fine = rn_turn_begin (&turn, "rehearsal", error) && apply_mail (&turn, reading, &sender, &ending, error);
	if (fine)
		describe (dict, &turn, &sender, &ending);
	rn_turn_clear (&turn);
	rn_db_undo (engine->db);
	return fine;
}

/* ---- Events ----------------------------------------------------------------------------- */

enum put_off { NOT_PUT_OFF, PUT_OFF_BY_PAUSE, PUT_OFF_BY_ABSENCE, PUT_OFF_BY_CALENDARS };

static const rn_time put_off_for[] = { [PUT_OFF_BY_PAUSE] = 15 * RN_MINUTE, [PUT_OFF_BY_ABSENCE] = RN_MINUTE };

static gboolean
run_event (struct rn_running_program *running, const rn_event *event, rn_turn *turn, enum put_off *put_off, GError **error)
{
	running->policy->absent = FALSE;
	gboolean fine = rn_turn_begin (turn, event->name, error) && rn_turn_due (turn, event, error);

	if (fine && turn->policy_event != NULL && running->paused_until > turn->now)
		*put_off = PUT_OFF_BY_PAUSE;
	else if (fine && turn->policy_event != NULL)
		fine = rn_policy_call (running->policy, turn, error);
	if (!fine && running->policy->absent)
		*put_off = PUT_OFF_BY_ABSENCE; /* no fault of the event's: it waits for memory, or for a script that loads */
	if (fine && turn->wanted->len > 0)
		*put_off = PUT_OFF_BY_CALENDARS; /* it comes again when they have answered */
	return fine && *put_off == NOT_PUT_OFF && rn_turn_end (turn, "applied", error);
}

static gboolean
put_event_off (rn_engine *engine, const rn_event *event, const rn_turn *turn, enum put_off why, GError **error)
{
	if (why == PUT_OFF_BY_CALENDARS)
		return rn_engine_ask_busy (engine, turn, event->id, error);
	return rn_event_postpone (engine->db, event->id, rn_engine_now (engine) + put_off_for[why], error);
}

static gboolean
turn_of_event (rn_engine *engine, struct rn_running_program *running, const rn_event *event, GError **error)
{
	g_autoptr (GError) failure = NULL;
	enum put_off put_off = NOT_PUT_OFF;
	rn_turn turn;

	if (!rn_db_savepoint (engine->db, error))
		return FALSE;
	turn_init (engine, running, &turn);
	gboolean fine = run_event (running, event, &turn, &put_off, &failure);
	gboolean closed = close_part (engine, fine, error) &&
	                  (put_off == NOT_PUT_OFF || put_event_off (engine, event, &turn, put_off, error));
	rn_turn_clear (&turn);
	if (put_off == PUT_OFF_BY_ABSENCE)
		rn_log (RN_SEVERITY_WARNING, "%s The event %s waits.", failure->message, event->name);
	if (!closed || fine || put_off != NOT_PUT_OFF)
		return closed;
	if (ends_the_run (failure)) {
		g_propagate_error (error, g_steal_pointer (&failure));
		return FALSE;
	}
	rn_turn again;
	turn_init (engine, running, &again);
	return rn_event_done (engine->db, event->id, error) && rn_turn_rearm (&again, event, error) &&
	       record_failure (engine, running, event->name, 0, event->about, failure, error);
}

/* ---- Housekeeping: events of the engine itself, of no program --------------------------- */

static gboolean
again (rn_engine *engine, const char *name, rn_time wait, GError **error)
{
	return rn_event_add (engine->db, rn_engine_now (engine) + wait, "", name, "", NULL, name, error);
}

#define RN_LIST_SOON 10 /* seconds: a directory whose process waits before it is started anew */

static gboolean
list_directories (rn_engine *engine, GError **error)
{
	rn_time wait = engine->order.simulated ? 7 * RN_DAY : RN_DAY;

	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		rn_time now = rn_engine_now (engine);
		if ((provider->provides & 1u << RN_DIRECTORY) == 0 || provider->listing)
			continue;
		if (!rn_provider_may (provider) ||
		    !rn_provider_up (provider, engine->order.simulated ? now : 0, engine->order.seed, engine->config->poll_seconds)) {
			wait = RN_LIST_SOON;
			continue;
		}
		rn_provider_put (provider, RN_FRAME_LIST, g_variant_new_int64 (now));
		provider->listing = TRUE;
	}
	return again (engine, "directory", wait, error);
}

static gboolean
drop_old (rn_engine *engine, GError **error)
{
	engine->sweep = TRUE;
	return rn_erasing_is_due (engine->db, &engine->erase, error) &&
	       rn_drop_old (engine->db, rn_engine_now (engine), engine->config->keep_days, error) &&
	       rn_busy_drop (engine->db, rn_engine_now (engine) - RN_DAY, error) &&
	       again (engine, "retention", RN_DAY, error);
}

/* The file of a site may be the new year's. One that cannot be read changes nothing. */
static gboolean
read_holidays (rn_engine *engine, GError **error)
{
	g_autoptr (GError) failure = NULL;

	if (!rn_engine_load_holidays (engine, &failure))
		rn_log (RN_SEVERITY_WARNING, "%s The holidays that were read before go on.", failure->message);
	return again (engine, "holidays", RN_DAY, error);
}

static const struct {
	const char *name;
	gboolean (*run) (rn_engine *engine, GError **error);
} chores[] = {
	{ "directory", list_directories },
	{ "retention", drop_old },
	{ "holidays", read_holidays },
};

static gboolean
do_chore (rn_engine *engine, const rn_event *event, GError **error)
{
	if (!rn_event_done (engine->db, event->id, error))
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS (chores); i++)
		if (g_str_equal (chores[i].name, event->name))
			return chores[i].run (engine, error);
	return TRUE;
}

/* ---- The order of turns ------------------------------------------------------------------ */

/* A simulation's mails are composed while what came next is read; what is done about that comes
 * behind what became of them. */
static gboolean
waits_for_lease (const rn_engine *engine)
{
	for (guint i = 0; engine->order.simulated && i < engine->providers->len; i++)
		if (rn_provider_leases (g_ptr_array_index (engine->providers, i)) > 0)
			return TRUE;
	return FALSE;
}

/* One due event, or the next mail that is read. FALSE in *found when there is neither,
 * and while the people are not known yet: what fell due while the engine was down must
 * not keep it from asking for them. */
static gboolean
one_turn (rn_engine *engine, gboolean *found, GError **error)
{
	GError *failure = NULL;

	*found = FALSE;
	if (engine->lists_pending > 0)
		return list_directories (engine, error);
	if (waits_for_lease (engine))
		return TRUE;
	g_autoptr (rn_event) event = rn_event_next (engine->db, rn_engine_now (engine), &failure);
	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	*found = TRUE;
	if (event != NULL && *event->program == '\0')
		return do_chore (engine, event, error);
	if (event != NULL) {
		struct rn_running_program *running = rn_engine_program (engine, event->program);
		if (running != NULL)
			return turn_of_event (engine, running, event, error);
		return rn_event_done (engine->db, event->id, error); /* the program was taken out of the configuration */
	}
	gint64 id;
	g_autoptr (rn_reading) reading = rn_reader_take (engine->reader, &id);
	*found = reading != NULL;
	gboolean is_new = FALSE;
	if (reading != NULL && !rn_inbox_is_new (engine->db, id, &is_new, error))
		return FALSE;
	return !is_new || turn_of_mail (engine, id, reading, error);
}

int
rn_engine_run_turns (rn_engine *engine, int max, GError **error)
{
	int n = 0;

	for (gboolean found = TRUE; n < max && found; n += found) {
		if (!one_turn (engine, &found, error))
			return -1;
		engine->turns += (guint64) found;
	}
	return n;
}

gboolean
rn_engine_command (rn_engine *engine, const char *program, const char *event, rn_engine_step step, gpointer data, GError **error)
{
	struct rn_running_program *running =
	        program != NULL ? rn_engine_program (engine, program) : g_ptr_array_index (engine->programs, 0);
	rn_turn turn;

	if (running == NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "There is no program “%s”.", program);
		return FALSE;
	}
	turn_init (engine, running, &turn);
	if (!rn_engine_transact (engine, error) || !rn_db_savepoint (engine->db, error))
		return FALSE;
	gboolean fine = rn_turn_begin (&turn, event, error) && step (&turn, data, error) && rn_turn_end (&turn, "applied", error);
	rn_turn_clear (&turn);
	return close_part (engine, fine, fine ? error : NULL) && fine;
}
