#include "due.h"

#include "arguments.h"
#include "asks.h"
#include "campaigns.h"
#include "care.h"
#include "error.h"
#include "forget.h"
#include "journal.h"
#include "matches.h"
#include "meetings.h"
#include "offers.h"
#include "people.h"
#include "polls.h"
#include "records.h"
#include "tasks.h"
#include "telling.h"

typedef gboolean (*rule) (rn_turn *turn, gpointer record, const rn_event *event, GError **error);

/* A rule that needs nothing but the record. */
#define RULE(name, call)                                                                                          \
	static gboolean name (rn_turn *turn, gpointer record, G_GNUC_UNUSED const rn_event *event, GError **error) \
	{                                                                                                         \
		return call (turn, record, error);                                                                \
	}
RULE (offer_remind, rn_offer_remind)
RULE (offer_expire, rn_offer_expire)
RULE (meeting_ended, rn_meeting_ended)
RULE (meeting_settle, rn_meeting_settle)
RULE (poll_remind, rn_poll_remind)
RULE (poll_settle, rn_poll_settle)
RULE (poll_expire, rn_poll_expire)
RULE (ask_remind, rn_ask_remind)
RULE (ask_expire, rn_ask_expire)
RULE (campaign_wave, rn_campaign_wave)
RULE (campaign_release, rn_campaign_release)
RULE (task_remind, rn_task_remind)
RULE (pairing_forsaken, rn_pairing_forsaken)
#undef RULE

static gboolean
campaign_settle (rn_turn *turn, gpointer record, const rn_event *event, GError **error)
{
	return rn_campaign_settle (turn, record, rn_argument_number (event->fields, "wait", RN_MINUTE), error);
}

static gboolean
match_run (rn_turn *turn, G_GNUC_UNUSED gpointer record, const rn_event *event, GError **error)
{
	g_autoptr (GPtrArray) volunteers = rn_argument_records (turn, event->fields, "candidates", &rn_volunteer_kind, error);
	return volunteers != NULL && rn_match_run (turn, volunteers, rn_argument_number (event->fields, "tell", 0), error);
}

static gboolean
mail_refused (rn_turn *turn, gpointer record, const rn_event *event, GError **error)
{
	return rn_person_unreachable (turn, record, rn_argument_text (event->fields, "why", ""), error);
}

/* A timer: that it waits is what counts. A question was asked so long ago that another may be; somebody is back. */
static gboolean
nothing (G_GNUC_UNUSED rn_turn *turn, G_GNUC_UNUSED gpointer record, G_GNUC_UNUSED const rn_event *event,
         G_GNUC_UNUSED GError **error)
{
	return TRUE;
}

static gboolean
care (rn_turn *turn, G_GNUC_UNUSED gpointer record, G_GNUC_UNUSED const rn_event *event, GError **error)
{
	return rn_care (turn, error);
}

/* ---- Dispatch ------------------------------------------------------------------ */

static const struct {
	const char *name;
	const struct rn_kind *kind; /* of the record it is about, or NULL */
	rule apply;
} rules[] = {
	{ "offer:remind", &rn_offer_kind, offer_remind },
	{ "offer:expire", &rn_offer_kind, offer_expire },
	{ "meeting:ended", &rn_meeting_kind, meeting_ended },
	{ "meeting:settle", &rn_meeting_kind, meeting_settle },
	{ "poll:remind", &rn_poll_kind, poll_remind },
	{ "poll:settle", &rn_poll_kind, poll_settle },
	{ "poll:expire", &rn_poll_kind, poll_expire },
	{ "ask:remind", &rn_ask_kind, ask_remind },
	{ "ask:expire", &rn_ask_kind, ask_expire },
	{ "campaign:wave", &rn_campaign_kind, campaign_wave },
	{ "campaign:settle", &rn_campaign_kind, campaign_settle },
	{ "campaign:release", &rn_campaign_kind, campaign_release },
	{ "task:remind", &rn_task_kind, task_remind },
	{ "pairing:forsaken", &rn_pairing_kind, pairing_forsaken },
	{ "mail:refused", &rn_person_kind, mail_refused },
	{ "match:run", NULL, match_run },
	{ "asked-back", NULL, nothing },
	{ "staff:back", NULL, nothing },
	{ "care", NULL, care },
};

static gboolean
apply_rule (rn_turn *turn, const rn_event *event, gsize i, GError **error)
{
	struct rn_record *record = NULL;
	const struct rn_kind *kind;
	gint64 id;

	if (rules[i].kind != NULL) {
		if (!rn_ref_parse (event->about, &kind, &id) || kind != rules[i].kind) {
			g_set_error (error, RN_ERROR, RN_ERROR_BUG, "%s is not about “%s”.", event->name, event->about);
			return FALSE;
		}
		record = rn_load (turn->db, kind, id, error);
		if (record == NULL)
			return FALSE;
	}
	gboolean fine = rules[i].apply (turn, record, event, error);
	rn_record_free (record);
	return fine;
}

/* ---- What comes again and again ------------------------------------------------- */

static gboolean
schedule_period (rn_turn *turn, gint64 index, const char *period, gint64 seconds, rn_time due, GError **error)
{
	g_autofree char *single = g_strdup_printf ("every:%s:%" G_GINT64_FORMAT, turn->program->name, index);
	GVariant *fields = g_variant_new_parsed ("{'index': <%x>, 'period': <%s>, 'seconds': <%x>}", index, period, seconds);
	return rn_event_add (turn->db, due, turn->program->name, "every", "", fields, single, error);
}

/* A period's next time: in step with this one, unless a whole period was missed. */
static gboolean
rearm_every (rn_turn *turn, const rn_event *event, GError **error)
{
	gint64 index = rn_argument_number (event->fields, "index", 0);
	gint64 seconds = rn_argument_number (event->fields, "seconds", RN_DAY);
	rn_time next = event->due + seconds;

	if (next <= turn->now)
		next = turn->now + seconds;
	return schedule_period (turn, index, rn_argument_text (event->fields, "period", ""), seconds, next, error);
}

static gboolean
rearm_care (rn_turn *turn, GError **error)
{
	g_autofree char *single = g_strconcat ("care:", turn->program->name, NULL);
	return rn_event_add (turn->db, turn->now + RN_CARE_EVERY, turn->program->name, "care", "", NULL, single, error);
}

gboolean
rn_turn_rearm (rn_turn *turn, const rn_event *event, GError **error)
{
	if (g_str_equal (event->name, "every"))
		return rearm_every (turn, event, error);
	return !g_str_equal (event->name, "care") || rearm_care (turn, error);
}

gboolean
rn_turn_due (rn_turn *turn, const rn_event *event, GError **error)
{
	if (!rn_event_done (turn->db, event->id, error))
		return FALSE;
	if (!rn_turn_rearm (turn, event, error))
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
		if (g_str_equal (rules[i].name, event->name))
			return apply_rule (turn, event, i, error);
	return rn_tell_policy (turn, event, error);
}

gboolean
rn_program_schedule (rn_turn *turn, GVariant *periods, GError **error)
{
	g_autofree char *care_key = g_strconcat ("care:", turn->program->name, NULL);
	g_autofree char *begun_key = g_strconcat ("begun:", turn->program->name, NULL);
	g_autofree char *begun = rn_meta_get (turn->db, begun_key, error);
	gboolean waits = FALSE;

	if (begun == NULL || !rn_event_waits (turn->db, care_key, &waits, error))
		return FALSE;
	if (!waits && !rearm_care (turn, error))
		return FALSE;
	for (gsize i = 0; i < g_variant_n_children (periods); i++) {
		g_autoptr (GVariant) row = g_variant_get_child_value (periods, i);
		gint64 index = rn_argument_number (row, "index", 0), seconds = rn_argument_number (row, "seconds", RN_DAY);
		g_autofree char *single = g_strdup_printf ("every:%s:%" G_GINT64_FORMAT, turn->program->name, index);
		if (!rn_event_waits (turn->db, single, &waits, error))
			return FALSE;
		const char *period = rn_argument_text (row, "period", "");
		if (!waits && !schedule_period (turn, index, period, seconds, turn->now + seconds, error))
			return FALSE;
	}
	if (*begun != '\0')
		return TRUE;
	return rn_meta_set (turn->db, begun_key, "yes", error) && rn_turn_raise (turn, turn->now, "start", NULL, NULL, error);
}
