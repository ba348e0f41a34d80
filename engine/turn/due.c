#include "due.h"

#include <string.h>

#include "arguments.h"
#include "asks.h"
#include "campaigns.h"
#include "error.h"
#include "inbox.h"
#include "journal.h"
#include "matches.h"
#include "meetings.h"
#include "offers.h"
#include "people.h"
#include "polls.h"
#include "queries.h"
#include "tasks.h"
#include "title.h"
#include "vocabulary.h"

#define RN_CARE_EVERY RN_DAY
#define RN_ADRIFT_AFTER (12 * RN_HOUR) /* the policy had its chance to place a next act */

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

static gboolean
asked_back (G_GNUC_UNUSED rn_turn *turn, G_GNUC_UNUSED gpointer record, G_GNUC_UNUSED const rn_event *event,
            G_GNUC_UNUSED GError **error)
{
	return TRUE; /* the question was open so long; from now on another may be asked */
}

/* ---- The daily look after pairings -------------------------------------------- */

/* The ladder for a pairing without a next meeting: 14, 28 and 42 days. */
static gboolean
climb (rn_turn *turn, rn_pairing *pairing, GError **error)
{
	gint64 rung = MIN ((turn->now - pairing->last_act) / (14 * RN_DAY), 3);

	if (rung <= pairing->rung)
		return TRUE;
	pairing->rung = rung;
	rn_turn_touch (turn, pairing);
	return rn_save (turn->db, pairing, error) &&
	       rn_turn_raise (turn, turn->now, "pairing:late", pairing, g_variant_new_parsed ("{'rung': <%x>}", rung), error);
}

/* Never abandoned: whatever a policy did or failed to do, a person is asked to help. */
static gboolean
catch_adrift (rn_turn *turn, rn_pairing *pairing, GError **error)
{
	g_autofree char *names = rn_record_title (turn->db, pairing);
	g_autofree char *what = g_strdup_printf ("%s have no next meeting and no open question.", names);
	struct rn_task_order order = {
		.template = "fallback-task", .about = pairing, .what = what, .details = "", .fallback = TRUE,
	};
	g_autoptr (rn_task) task = rn_task_make (turn, &order, error);
	return task != NULL;
}

/* What waits for a person's eye is told once a day, in one mail. */
static gboolean
tell_held (rn_turn *turn, GError **error)
{
	g_autoptr (GString) details = g_string_new (NULL);
	guint n = 0;

	if (!rn_inbox_held_since (turn->db, turn->now - RN_CARE_EVERY, details, &n, error))
		return FALSE;
	if (n == 0)
		return TRUE;
	g_autofree char *what = g_strdup_printf ("%u %s came in that a person must look at.", n, n == 1 ? "mail" : "mails");
	struct rn_task_order order = { .template = "mail-held", .what = what, .details = details->str };
	g_autoptr (rn_task) task = rn_task_make (turn, &order, error);
	return task != NULL;
}

static gboolean
care (rn_turn *turn, G_GNUC_UNUSED gpointer record, G_GNUC_UNUSED const rn_event *event, GError **error)
{
	g_autoptr (GPtrArray) late = rn_pairings_late (turn->db, turn->program->name, turn->now - 14 * RN_DAY, error);
	g_autoptr (GPtrArray) adrift =
	        late != NULL ? rn_pairings_adrift (turn->db, turn->program->name, turn->now - RN_ADRIFT_AFTER, error) : NULL;

	for (guint i = 0; adrift != NULL && i < adrift->len; i++)
		if (!catch_adrift (turn, g_ptr_array_index (adrift, i), error))
			return FALSE;
	for (guint i = 0; adrift != NULL && i < late->len; i++)
		if (!climb (turn, g_ptr_array_index (late, i), error))
			return FALSE;
	return adrift != NULL && tell_held (turn, error);
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
	{ "mail:refused", &rn_person_kind, mail_refused },
	{ "match:run", NULL, match_run },
	{ "asked-back", NULL, asked_back },
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

static gboolean
expand_ref (rn_turn *turn, const char *ref, const char *name, GByteArray *fields, GError **error)
{
	const struct rn_kind *kind;
	gint64 id;

	if (rn_ref_parse (ref, &kind, &id))
		return rn_record_expand_id (turn->db, kind, id, name, 2, fields, error);
	rn_bundle_text (fields, name, ref);
	return TRUE;
}

/* A ref becomes the record as policies see it; other values stay. */
static gboolean
expand_value (rn_turn *turn, GVariant *value, const char *name, GByteArray *fields, GError **error)
{
	gboolean fine = TRUE;

	if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
		return expand_ref (turn, g_variant_get_string (value, NULL), name, fields, error);
	if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY)) {
		rn_bundle_variant (fields, name, value);
		return TRUE;
	}
	g_autofree const char **items = g_variant_get_strv (value, NULL);
	rn_bundle_open (fields, name, RN_BUNDLE_LIST);
	for (gsize i = 0; fine && items[i] != NULL; i++)
		fine = expand_ref (turn, items[i], NULL, fields, error);
	rn_bundle_close (fields);
	return fine;
}

/* Whether the vocabulary says that this field holds records. A text that somebody wrote
 * stays a text, even when it looks like a ref. */
static gboolean
holds_records (const char *event, const char *name)
{
	const char *word_name = g_str_has_prefix (event, "answer:") ? "answer" : event;
	const struct rn_word *word = rn_word_find (rn_events, word_name);
	const struct rn_word_field *field = word != NULL ? rn_word_field_find (word, name) : NULL;

	return field != NULL && field->type >= RN_WORD_PERSON && field->type <= RN_WORD_VOLUNTEERS;
}

static gboolean
expand_fields (rn_turn *turn, const rn_event *event, GByteArray *fields, GError **error)
{
	GVariantIter iter;
	const char *name;
	GVariant *value;

	g_variant_iter_init (&iter, event->fields);
	while (g_variant_iter_next (&iter, "{&sv}", &name, &value)) {
		g_autoptr (GVariant) owned = value;
		if (!holds_records (event->name, name))
			rn_bundle_variant (fields, name, owned);
		else if (!expand_value (turn, owned, name, fields, error))
			return FALSE;
	}
	return TRUE;
}

/* Who of an offer is still looking: both, unless they left or do not want to be asked.
 * How the offer ended cannot be told from it. */
static gboolean
add_free_again (rn_turn *turn, const rn_event *event, GByteArray *fields, GError **error)
{
	const struct rn_kind *kind;
	gint64 id;

	if (!g_str_equal (event->name, "offer:closed") || !rn_ref_parse (event->about, &kind, &id))
		return TRUE;
	g_autoptr (rn_offer) offer = rn_load (turn->db, kind, id, error);
	if (offer == NULL)
		return FALSE;
	gint64 both[] = { offer->mentor, offer->leader };
	rn_bundle_open (fields, "free_again", RN_BUNDLE_LIST);
	for (gsize i = 0; i < G_N_ELEMENTS (both); i++) {
		g_autoptr (rn_person) person = rn_load (turn->db, &rn_person_kind, both[i], error);
		if (person == NULL)
			return FALSE;
		if (rn_person_may_be_asked (person, turn->now) && !rn_record_expand (turn->db, person, NULL, 0, fields, error))
			return FALSE;
	}
	rn_bundle_close (fields);
	return TRUE;
}

/* Whether a proposed time suits both, as far as their calendars say now. */
static gboolean
add_free (rn_turn *turn, const rn_event *event, GByteArray *fields, GError **error)
{
	const struct rn_kind *kind;
	gint64 id;
	gboolean is_free = FALSE;

	if (!g_str_equal (event->name, "meeting:countered") || !rn_ref_parse (event->about, &kind, &id))
		return TRUE;
	g_autoptr (rn_meeting) meeting = rn_load (turn->db, kind, id, error);
	if (meeting == NULL || !rn_meeting_suits (turn, meeting, rn_argument_number (event->fields, "start", 0),
	                                          rn_argument_number (event->fields, "ends", 0), &is_free, error))
		return FALSE;
	rn_bundle_flag (fields, "free", is_free);
	return TRUE;
}

/* A task that is done names the pairing it was about. */
static gboolean
add_pairing_of_task (rn_turn *turn, const rn_event *event, GByteArray *fields, GError **error)
{
	const struct rn_kind *kind;
	gint64 id;

	if (!g_str_equal (event->name, "task:done") || !rn_ref_parse (event->about, &kind, &id))
		return TRUE;
	g_autoptr (rn_task) task = rn_load (turn->db, kind, id, error);
	return task != NULL && expand_ref (turn, task->about, "pairing", fields, error);
}

/* What the policy is to be told: begins the table of its fields. */
static GByteArray *
tell (rn_turn *turn, const char *event)
{
	turn->policy_event = g_strdup (event);
	turn->policy_fields = g_byte_array_new ();
	rn_bundle_open (turn->policy_fields, NULL, RN_BUNDLE_TABLE);
	return turn->policy_fields;
}

static gboolean
for_policy (rn_turn *turn, const rn_event *event, GError **error)
{
	const struct rn_kind *kind;
	gint64 id;

	rn_turn_touch_ref (turn, event->about);
	if (!g_hash_table_contains (turn->program->listens, event->name))
		return TRUE;
	GByteArray *fields = tell (turn, event->name);
	if (!expand_fields (turn, event, fields, error) || !add_free_again (turn, event, fields, error) ||
	    !add_pairing_of_task (turn, event, fields, error) || !add_free (turn, event, fields, error))
		return FALSE;
	/* the record that it is about goes by the name of its kind */
	if (rn_ref_parse (event->about, &kind, &id) && !g_str_has_prefix (event->name, "answer:") &&
	    !rn_record_expand_id (turn->db, kind, id, kind->name, 2, fields, error))
		return FALSE;
	rn_bundle_close (fields);
	return TRUE;
}

static gboolean
schedule_period (rn_turn *turn, gint64 index, const char *period, gint64 seconds, rn_time due, GError **error)
{
	g_autofree char *single = g_strdup_printf ("every:%s:%" G_GINT64_FORMAT, turn->program->name, index);
	GVariant *fields = g_variant_new_parsed ("{'index': <%x>, 'period': <%s>, 'seconds': <%x>}", index, period, seconds);
	return rn_event_add (turn->db, due, turn->program->name, "every", "", fields, single, error);
}

/* A period's next time, kept in step however late this one was. */
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
	if (g_str_equal (event->name, "every")) {
		if (!expand_fields (turn, event, tell (turn, event->name), error))
			return FALSE;
		rn_bundle_close (turn->policy_fields);
		return TRUE;
	}
	for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
		if (g_str_equal (rules[i].name, event->name))
			return apply_rule (turn, event, i, error);
	return for_policy (turn, event, error);
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
	if (!waits && !rn_event_add (turn->db, turn->now + RN_CARE_EVERY, turn->program->name, "care", "", NULL, care_key, error))
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
