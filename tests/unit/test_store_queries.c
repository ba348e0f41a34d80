/* Events, the journal, and the questions about the whole. */
#include "busy.h"
#include "store_stage.h"

#include "error.h"
#include "events.h"
#include "inbox.h"
#include "journal.h"
#include "meeting.h"
#include "offer.h"
#include "pairing.h"
#include "person.h"
#include "queries.h"
#include "question.h"
#include "slots.h"
#include "title.h"
#include "topic.h"

/* ---- Events and journal --------------------------------------------------- */

static void
schedule (rn_time due, const char *name, const char *about, const char *single)
{
	ck_assert (rn_event_add (db, due, "company", name, about, g_variant_new_parsed ("{'rung': <int64 2>}"), single, NULL));
}

/* Checks the name of what is due, and ends it when asked to. */
static gint64
next_is (rn_time now, const char *name, gboolean done)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_event) event = rn_event_next (db, now, &error);

	rn_assert_no_error (error);
	ck_assert_str_eq (event != NULL ? event->name : "none", name);
	if (event != NULL && done)
		ck_assert (rn_event_done (db, event->id, NULL));
	return event != NULL ? event->id : 0;
}

START_TEST (events_come_in_the_order_of_their_times)
{
	rn_time due = -1;

	ck_assert (rn_event_next_due (db, &due, NULL) && due == 0);
	schedule (NOW + 5, "third", "", NULL), schedule (NOW, "first", "", NULL), schedule (NOW, "second", "", NULL);
	ck_assert (rn_event_next_due (db, &due, NULL) && due == NOW);
	next_is (NOW - 1, "none", FALSE);
	next_is (NOW, "first", TRUE);
	gint64 id = next_is (NOW, "second", FALSE);
	ck_assert (rn_event_postpone (db, id, NOW + 6, NULL));
	next_is (NOW, "none", FALSE);
	next_is (NOW + RN_DAY, "third", TRUE);
	ck_assert_int_eq (next_is (NOW + RN_DAY, "second", TRUE), id);
	next_is (NOW + RN_DAY, "none", FALSE);
}
END_TEST

START_TEST (a_single_event_is_replaced)
{
	gboolean waits = TRUE;

	ck_assert (rn_event_waits (db, "key", &waits, NULL) && !waits);
	schedule (NOW, "old", "", "key"), schedule (NOW + 1, "new", "", "key"), schedule (NOW + 2, "free", "", NULL);
	ck_assert (rn_event_waits (db, "key", &waits, NULL) && waits);
	next_is (NOW + 9, "new", TRUE);
	ck_assert (rn_event_waits (db, "key", &waits, NULL) && !waits);
	next_is (NOW + 9, "free", TRUE);
}
END_TEST

START_TEST (events_are_taken_back_by_what_they_are_about)
{
	g_autoptr (rn_event) event = NULL;
	gint64 rung = 0;

	schedule (NOW, "remind", "offer:1", NULL), schedule (NOW, "remind", "offer:1", NULL);
	schedule (NOW + 1, "expire", "offer:1", NULL), schedule (NOW + 2, "remind", "offer:11", NULL);
	ck_assert (rn_event_cancel (db, "remind", "offer:1", NULL));
	next_is (NOW + 9, "expire", TRUE);
	event = rn_event_next (db, NOW + 9, NULL);
	ck_assert_str_eq (event->about, "offer:11");
	ck_assert_str_eq (event->program, "company");
	ck_assert_int_eq (event->due, NOW + 2);
	ck_assert (g_variant_lookup (event->fields, "rung", "x", &rung) && rung == 2);
}
END_TEST

static void
journal (const char *program, rn_time at, const char *outcome, const char *ref)
{
	struct rn_journal_entry entry = { at, program, "mail", 12, "v1", outcome, "one\ntwo" };
	g_autoptr (GPtrArray) about = g_ptr_array_new ();
	gint64 id = 0;

	g_ptr_array_add (about, (gpointer) ref);
	g_ptr_array_add (about, (gpointer) "mail:12");
	g_ptr_array_add (about, (gpointer) ref); /* named twice, listed once */
	ck_assert (rn_journal_next_id (db, &id, NULL) && id > 0);
	ck_assert (rn_journal_add (db, id, &entry, about, NULL));
}

START_TEST (the_journal_is_found_by_what_it_is_about)
{
	const char *outcome = "";
	gint64 n = -1;

	journal ("company", NOW, "applied", "pairing:3"), journal ("company", NOW + 1, "error", "pairing:31");
	journal ("company", NOW + 2, "error", "pairing:3"), journal ("other", NOW + 2, "error", "person:1");
	g_autoptr (GPtrArray) pairing = rn_journal_about (db, "pairing:3", NULL), mail = rn_journal_about (db, "mail:12", NULL);
	g_autoptr (GPtrArray) none = rn_journal_about (db, "pairing:4", NULL);
	ck_assert_uint_eq (pairing->len, 2);
	ck_assert (g_variant_lookup (pairing->pdata[0], "outcome", "&s", &outcome));
	ck_assert_str_eq (outcome, "applied");
	ck_assert_uint_eq (mail->len, 4);
	ck_assert_uint_eq (none->len, 0);
	/* the turn that wrote a mail of ours is known by its number alone */
	g_autoptr (GPtrArray) one = rn_journal_about (db, "journal:2", NULL), beyond = rn_journal_about (db, "journal:99", NULL);
	ck_assert_uint_eq (one->len, 1);
	ck_assert (g_variant_lookup (one->pdata[0], "id", "x", &n) && n == 2);
	ck_assert_uint_eq (beyond->len, 0);
	ck_assert (rn_journal_failures (db, "company", NOW, &n, NULL) && n == 2);
	ck_assert (rn_journal_failures (db, "company", NOW + 2, &n, NULL) && n == 1);
}
END_TEST

/* ---- Queries -------------------------------------------------------------- */

static gint64
add_person (const char *key, const char *role, const char *site, const char *unit, const char *aliases)
{
	g_autoptr (rn_person) person = rn_person_new ();
	g_autofree char *address = g_strconcat (key, "@example.com", NULL);

	rn_record_set (&person->key, key), rn_record_set (&person->role, role), rn_record_set (&person->address, address);
	rn_record_set (&person->site, site), rn_record_set (&person->unit, unit);
	g_strfreev (person->aliases);
	person->aliases = g_strsplit (aliases, " ", -1);
	save (person);
	return person->record.id;
}

static gint64
add_topic (gint64 owner, int state)
{
	g_autoptr (rn_topic) topic = rn_topic_new ();
	rn_record_set (&topic->program, "company");
	topic->owner = owner, topic->state = state;
	save (topic);
	return topic->record.id;
}

static gint64
add_volunteer (gint64 person, gint64 topic, int state)
{
	g_autoptr (rn_volunteer) volunteer = rn_volunteer_new ();
	rn_record_set (&volunteer->program, "company");
	volunteer->person = person, volunteer->topic = topic, volunteer->state = state;
	save (volunteer);
	return volunteer->record.id;
}

static gint64
add_pairing (gint64 mentor, gint64 leader, int state, rn_time last_act)
{
	g_autoptr (rn_pairing) pairing = rn_pairing_new ();
	rn_record_set (&pairing->program, "company");
	pairing->mentor = mentor, pairing->leader = leader, pairing->state = state, pairing->last_act = last_act;
	save (pairing);
	return pairing->record.id;
}

static gint64
add_meeting (gint64 pairing, int state, rn_time start)
{
	g_autoptr (rn_meeting) meeting = rn_meeting_new ();
	rn_record_set (&meeting->program, "company");
	meeting->pairing = pairing, meeting->state = state, meeting->start = start, meeting->ends = start + RN_HOUR;
	meeting->mentor = 1, meeting->leader = 2;
	save (meeting);
	return meeting->record.id;
}

static void
add_offer (gint64 mentor, gint64 leader, int state)
{
	g_autoptr (rn_offer) offer = rn_offer_new ();
	rn_record_set (&offer->program, "company");
	offer->mentor = mentor, offer->leader = leader, offer->state = state;
	save (offer);
}

/* Persons: 1 and 2 are paired, 3 and 4 have an offer, 5 and 6 are free, 7 left, 8 said
 * STOP, 9 cannot be reached; 5 and 6 had an offer and a pairing that ended. */
static void
make_world (void)
{
	add_person ("p1", "mentor", "Bonn", "Sales", ""), add_person ("p2", "leader", "Bonn", "IT", "");
	add_person ("p3", "mentor", "Köln", "IT", ""), add_person ("p4", "leader", "Köln", "Sales", "");
	add_person ("p5", "mentor", "Bonn", "IT", ""), add_person ("p6", "leader", "Köln", "IT", "");
	for (int i = 7; i <= 9; i++) {
		g_autoptr (rn_person) person = rn_person_new ();
		person->state = i == 7 ? RN_PERSON_LEFT : RN_PERSON_PRESENT;
		person->ask_again = i == 8 ? RN_NEVER : 0;
		person->unreachable = i == 9;
		save (person);
	}
	add_topic (2, RN_TOPIC_OPEN), add_topic (4, RN_TOPIC_OPEN), add_topic (6, RN_TOPIC_OPEN);
	add_topic (6, RN_TOPIC_TAKEN), add_topic (6, RN_TOPIC_CLOSED);
	add_volunteer (5, 3, RN_VOLUNTEER_WAITING), add_volunteer (5, 1, RN_VOLUNTEER_WAITING);
	add_volunteer (5, 4, RN_VOLUNTEER_WAITING), add_volunteer (1, 3, RN_VOLUNTEER_WAITING);
	add_volunteer (3, 3, RN_VOLUNTEER_WAITING), add_volunteer (6, 3, RN_VOLUNTEER_WAITING);
	add_volunteer (7, 3, RN_VOLUNTEER_WAITING), add_volunteer (5, 3, RN_VOLUNTEER_WITHDRAWN);
	add_pairing (1, 2, RN_PAIRING_ACTIVE, NOW), add_pairing (5, 6, RN_PAIRING_ENDED, NOW);
	add_offer (3, 4, RN_OFFER_ASKED), add_offer (5, 6, RN_OFFER_CLOSED);
	add_meeting (1, RN_MEETING_INVITED, NOW);
	add_meeting (1, RN_MEETING_ACCEPTED, NOW);
	add_meeting (1, RN_MEETING_HELD, NOW);
	add_meeting (2, RN_MEETING_CANCELLED, NOW);
}

/* Ids that each query finds in that world. */
static const struct {
	const char *name, *filter, *ids;
} queries[] = {
	{ "people", "@a{sv} {}", "1 2 3 4 5 6 " },
	{ "people", "{'role': <'mentor'>}", "1 3 5 " },
	{ "people", "{'site': <'Köln'>}", "3 4 6 " },
	{ "people", "{'unit': <'IT'>}", "2 3 5 6 " },
	{ "people", "{'id': <'p4'>}", "4 " },
	{ "people", "{'id': <\"' OR 1=1 --\">}", "" },
	{ "people", "{'free': <true>}", "5 6 " },
	{ "people", "{'free': <false>}", "1 2 3 4 " },
	{ "people", "{'role': <'mentor'>, 'site': <'Bonn'>, 'unit': <'IT'>, 'id': <'p5'>, 'free': <true>}", "5 " },
	{ "topics", "@a{sv} {}", "1 2 3 4 " },
	{ "topics", "{'open': <true>}", "3 " },
	{ "topics", "{'open': <false>}", "4 " },
	{ "topics", "{'owner': <'person:6'>}", "3 4 " },
	{ "topics", "{'owner': <'nobody'>}", "" },
	{ "volunteers", "@a{sv} {}", "1 6 " },
	{ "volunteers", "{'person': <'person:5'>}", "1 " },
	{ "volunteers", "{'topic': <'topic:3'>}", "1 6 " },
	{ "volunteers", "{'topic': <'topic:1'>}", "" },
	{ "pairings", "@a{sv} {}", "1 2 " },
	{ "pairings", "{'person': <'person:2'>}", "1 " },
	{ "pairings", "{'person': <'person:5'>}", "2 " },
	{ "pairings", "{'active': <true>}", "1 " },
	{ "pairings", "{'active': <false>}", "2 " },
	{ "pairings", "{'person': <'person:6'>, 'active': <true>}", "" },
	{ "meetings", "@a{sv} {}", "1 2 3 4 " },
	{ "meetings", "{'pairing': <'pairing:1'>}", "1 2 3 " },
	{ "meetings", "{'upcoming': <true>}", "1 2 " },
	{ "meetings", "{'upcoming': <false>, 'pairing': <'pairing:1'>}", "3 " },
};

static char *
ids_of (GPtrArray *records)
{
	GString *ids = g_string_new (NULL);
	for (guint i = 0; i < records->len; i++)
		g_string_append_printf (ids, "%d ", (int) ((struct rn_record *) records->pdata[i])->id);
	return g_string_free (ids, FALSE);
}

START_TEST (queries_find_what_they_ask_for)
{
	g_autoptr (GVariant) filter = g_variant_ref_sink (g_variant_new_parsed (queries[_i].filter));
	g_autoptr (GError) error = NULL;

	make_world ();
	g_autoptr (GPtrArray) found = rn_query (db, "company", queries[_i].name, filter, NOW, 0, &error);
	rn_assert_no_error (error);
	g_autofree char *ids = ids_of (found);
	ck_assert_msg (g_str_equal (ids, queries[_i].ids), "%s %s: %s", queries[_i].name, queries[_i].filter, ids);
	g_autoptr (GPtrArray) first = rn_query (db, "company", queries[_i].name, filter, NOW, 1, NULL);
	g_autofree char *id = ids_of (first);
	ck_assert_msg (strncmp (id, ids, strcspn (ids, " ") + 1) == 0 && first->len == MIN (found->len, 1), "%s %s: %s first",
	               queries[_i].name, queries[_i].filter, id);
}
END_TEST

START_TEST (people_are_tied_by_open_offers_and_active_pairings)
{
	make_world ();
	for (gint64 person = 1; person <= 6; person++) {
		gint64 n = -1;
		ck_assert (rn_person_ties (db, person, &n, NULL));
		ck_assert_msg ((n == 0) == (person >= 5), "person:%d has %d", (int) person, (int) n);
	}
}
END_TEST

START_TEST (queries_keep_to_their_program_and_names)
{
	g_autoptr (GVariant) filter = g_variant_ref_sink (g_variant_new_parsed ("@a{sv} {}"));
	g_autoptr (GError) error = NULL;

	make_world ();
	for (int i = 0; i < 4; i++) {
		static const char *const names[] = { "topics", "volunteers", "pairings", "meetings" };
		g_autoptr (GPtrArray) found = rn_query (db, "other", names[i], filter, NOW, 0, NULL);
		ck_assert_msg (found->len == 0, "%s", names[i]);
	}
	ck_assert_ptr_null (rn_query (db, "company", "offers", filter, NOW, 0, &error));
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_CONFIG));
}
END_TEST

static const struct {
	const char *address;
	gint64 person;
} addresses[] = {
	{ "ada@example.com", 1 },  { "zoë@example.org", 1 }, { "lady.king@example.com", 1 }, { "bob@example.com", 2 },
	{ "king@example.com", 0 }, { "da@example.com", 0 },  { "a%", 0 },                    { "eve@example.com", 0 },
};

START_TEST (people_are_found_by_every_address)
{
	g_autoptr (GError) error = NULL;

	add_person ("ada", "mentor", "", "", "lady.king@example.com zoë@example.org");
	add_person ("bob", "leader", "", "", "robert@example.com");
	g_autoptr (rn_person) person = rn_person_by_address (db, addresses[_i].address, &error);
	rn_assert_no_error (error);
	ck_assert_msg ((person != NULL ? person->record.id : 0) == addresses[_i].person, "%s", addresses[_i].address);
}
END_TEST

static GVariant *
span (rn_time start, rn_time end)
{
	return g_variant_ref_sink (g_variant_new_parsed ("[(%x, %x)]", start, end));
}

START_TEST (calendars_are_remembered)
{
	g_autoptr (GVariant) one = span (NOW, NOW + RN_HOUR);
	g_autoptr (GVariant) two = span (NOW + RN_DAY, NOW + RN_DAY + RN_HOUR);
	struct rn_span short_time = { NOW, NOW + RN_DAY }, long_time = { NOW, NOW + 9 * RN_DAY }, nothing = { 0, 0 }, known;
	g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (struct rn_span));
	gint64 n = 0;

	ck_assert (rn_busy_keep (db, 1, "a", NOW - RN_DAY, nothing, two, NULL));
	ck_assert (rn_busy_keep (db, 1, "a", NOW, short_time, one, NULL)); /* in place of what it said before */
	ck_assert (rn_busy_keep (db, 1, "b", NOW - RN_HOUR, long_time, two, NULL));
	ck_assert (rn_busy_keep (db, 2, "a", NOW, nothing, two, NULL));
	ck_assert (rn_busy_of (db, 1, spans, &known, NULL));
	ck_assert_uint_eq (spans->len, 2);
	ck_assert_int_eq (g_array_index (spans, struct rn_span, 0).start, NOW);
	ck_assert_int_eq (known.end, long_time.end);
	ck_assert (rn_busy_asked (db, 1, NOW, &n, NULL) && n == 1);
	ck_assert (rn_busy_asked (db, 1, NOW - RN_HOUR, &n, NULL) && n == 2);
	ck_assert (rn_busy_drop (db, NOW, NULL) && rn_busy_asked (db, 1, 0, &n, NULL) && n == 1);
	g_array_set_size (spans, 0);
	ck_assert (rn_busy_of (db, 2, spans, &known, NULL));
	ck_assert_uint_eq (spans->len, 1); /* busy it is, though nothing is known beside it */
	ck_assert_int_eq (known.end, 0);
}
END_TEST

START_TEST (busy_are_the_meetings_to_come)
{
	add_person ("ada", "mentor", "", "", "");
	add_meeting (1, RN_MEETING_INVITED, NOW), add_meeting (1, RN_MEETING_CANCELLED, NOW + RN_DAY);
	add_meeting (1, RN_MEETING_ACCEPTED, NOW + 2 * RN_DAY), add_meeting (1, RN_MEETING_ACCEPTED, NOW - RN_DAY);
	g_autoptr (GArray) mentor = rn_busy_spans (db, 1, NOW, 0, NULL), leader = rn_busy_spans (db, 2, NOW + RN_HOUR, 0, NULL);
	g_autoptr (GArray) stranger = rn_busy_spans (db, 3, NOW, 0, NULL);
	g_autoptr (GArray) others = rn_busy_spans (db, 1, NOW, 3, NULL);
	ck_assert_uint_eq (mentor->len, 2);
	ck_assert_uint_eq (leader->len, 1);
	ck_assert_int_eq (g_array_index (leader, struct rn_span, 0).start, NOW + 2 * RN_DAY);
	ck_assert_int_eq (g_array_index (leader, struct rn_span, 0).end, NOW + 2 * RN_DAY + RN_HOUR);
	ck_assert_uint_eq (stranger->len, 0);
	ck_assert_uint_eq (others->len, 1); /* the third is to be moved and not in its own way */
}
END_TEST

static void
add_ask (int state)
{
	g_autoptr (rn_ask) ask = rn_ask_new ();
	rn_record_set (&ask->about, "pairing:1");
	ask->state = state;
	save (ask);
}

static void
add_task (int state)
{
	g_autoptr (rn_task) task = rn_task_new ();
	rn_record_set (&task->about, "pairing:1");
	task->state = state;
	save (task);
}

/* What a pairing that was last touched two days ago has, and whether it is then
 * abandoned, adrift, or late. */
enum { NOTHING, MEETING, ASK, TASK, WAITS };
static const struct {
	int has, state;
	gboolean orphan, adrift, late;
} acts[] = {
	{ NOTHING, 0, TRUE, TRUE, TRUE },
	{ MEETING, RN_MEETING_INVITED, FALSE, FALSE, FALSE },
	{ MEETING, RN_MEETING_ACCEPTED, FALSE, FALSE, FALSE },
	{ MEETING, RN_MEETING_HELD, TRUE, TRUE, TRUE },
	{ MEETING, RN_MEETING_UNCONFIRMED, TRUE, TRUE, TRUE },
	{ MEETING, RN_MEETING_MISSED, TRUE, TRUE, TRUE },
	{ MEETING, RN_MEETING_CANCELLED, TRUE, TRUE, TRUE },
	{ ASK, RN_ASK_OPEN, FALSE, FALSE, TRUE },
	{ ASK, RN_ASK_REMINDED, FALSE, FALSE, TRUE },
	{ ASK, RN_ASK_ANSWERED, TRUE, TRUE, TRUE },
	{ ASK, RN_ASK_EXPIRED, TRUE, TRUE, TRUE },
	{ TASK, RN_TASK_OPEN, FALSE, FALSE, TRUE },
	{ TASK, RN_TASK_REMINDED, FALSE, FALSE, TRUE },
	{ TASK, RN_TASK_ESCALATED, FALSE, FALSE, TRUE },
	{ TASK, RN_TASK_DONE, TRUE, TRUE, TRUE },
	{ WAITS, 0, TRUE, FALSE, TRUE },
};

static void
add_act (int has, int state)
{
	if (has == MEETING)
		add_meeting (1, state, NOW);
	else if (has == ASK)
		add_ask (state);
	else if (has == TASK)
		add_task (state);
	else if (has == WAITS)
		schedule (NOW + 1, "meeting:missed", "pairing:1", NULL);
}

START_TEST (a_pairing_without_a_next_act_is_found)
{
	gint64 n = -1;

	add_pairing (1, 2, RN_PAIRING_ACTIVE, NOW - 2 * RN_DAY), add_pairing (3, 4, RN_PAIRING_ENDED, NOW - 9 * RN_DAY);
	add_act (acts[_i].has, acts[_i].state);
	ck_assert (rn_orphans (db, NOW, &n, NULL));
	ck_assert_msg (n == acts[_i].orphan, "row %d: %d abandoned", _i, (int) n);
	g_autoptr (GPtrArray) adrift = rn_pairings_adrift (db, "company", NOW, NULL);
	g_autoptr (GPtrArray) late = rn_pairings_late (db, "company", NOW, NULL);
	ck_assert_msg (adrift->len == (guint) acts[_i].adrift, "row %d: %u adrift", _i, adrift->len);
	ck_assert_msg (late->len == (guint) acts[_i].late, "row %d: %u late", _i, late->len);
}
END_TEST

START_TEST (a_pairing_is_not_abandoned_within_a_day)
{
	gint64 n = -1;

	add_pairing (1, 2, RN_PAIRING_ACTIVE, NOW - RN_DAY);
	ck_assert (rn_orphans (db, NOW, &n, NULL) && n == 0);
	ck_assert (rn_orphans (db, NOW + 1, &n, NULL) && n == 1);
	g_autoptr (GPtrArray) other = rn_pairings_adrift (db, "other", NOW, NULL);
	g_autoptr (GPtrArray) early = rn_pairings_late (db, "company", NOW - RN_DAY - 1, NULL);
	ck_assert_uint_eq (other->len, 0);
	ck_assert_uint_eq (early->len, 0);
}
END_TEST

/* Checks a text or whole number that a list or the status shows. */
static void
shows (GVariant *dict, const char *key, const char *want)
{
	g_autoptr (GVariant) value = g_variant_lookup_value (dict, key, NULL);

	ck_assert_msg (value != NULL, "%s", key);
	g_autofree char *text = g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ? g_variant_dup_string (value, NULL)
	                                                                            : g_variant_print (value, FALSE);
	ck_assert_msg (g_str_equal (text, want), "%s is %s", key, text);
}

START_TEST (lists_name_persons_and_topics_as_people_do)
{
	g_autoptr (GError) error = NULL;

	make_world ();
	g_autoptr (rn_pairing) pairing = rn_load (db, &rn_pairing_kind, 1, &error);
	g_autoptr (rn_topic) topic = rn_load (db, &rn_topic_kind, 1, &error);
	g_autoptr (rn_person) stopped = rn_load (db, &rn_person_kind, 8, &error);
	rn_assert_no_error (error);
	rn_record_set (&topic->title, "User research"), save (topic);
	pairing->topic = 1;
	g_autoptr (GVariant) shown = g_variant_ref_sink (rn_record_show (db, pairing, &error));
	g_autoptr (GVariant) person = g_variant_ref_sink (rn_record_show (db, stopped, &error));
	shows (shown, "mentor", "p1@example.com"), shows (shown, "topic", "User research");
	shows (person, "ask_again", "never"), shows (person, "absent_until", "");
}
END_TEST

static const struct {
	const char *ref, *title;
} titles[] = {
	{ "person:1", "Max Mentor <max@example.com>" },
	{ "person:2", "lea@example.com" }, /* a directory without her name */
	{ "topic:1", "User research" },
	{ "pairing:1", "Max Mentor and Lea" },
	{ "offer:1", "Max Mentor and Lea" },
	{ "meeting:1", "Max Mentor and Lea, Tuesday, 3 March 2026, 10:00–11:00 (Europe/Berlin)" },
	{ "meeting:2", "Max Mentor and Lea" }, /* … in a zone that is not known */
	{ "ask:1", "Max Mentor <max@example.com>" },
	{ "task:1", "Please look." },
	{ "campaign:1", "" },
	{ "person:99", "" },
	{ "wizard:1", "" },
	{ "", "" },
};

static void
make_people_with_names (void)
{
	g_autoptr (rn_person) max = rn_person_new (), lea = rn_person_new ();
	g_autoptr (rn_topic) topic = rn_topic_new ();
	g_autoptr (rn_ask) ask = rn_ask_new ();
	g_autoptr (rn_task) task = rn_task_new ();
	g_autoptr (rn_campaign) campaign = rn_campaign_new ();

	rn_record_set (&max->name, "Max Mentor");
	rn_record_set (&max->address, "max@example.com");
	rn_record_set (&max->zone, "Europe/Berlin");
	rn_record_set (&lea->name, "Lea"), rn_record_set (&lea->address, "lea@example.com");
	rn_record_set (&topic->title, "User research");
	ask->person = 1;
	rn_record_set (&task->what, "Please look."), rn_record_set (&task->about, "meeting:1");
	save (max), save (lea), save (topic), save (ask), save (task), save (campaign);
	add_pairing (1, 2, RN_PAIRING_ACTIVE, NOW);
	add_offer (1, 2, RN_OFFER_ASKED);
	add_meeting (1, RN_MEETING_INVITED, 1772528400); /* 2026-03-03T09:00:00Z */
}

START_TEST (records_have_a_name_among_people)
{
	make_people_with_names ();
	if (g_str_equal (titles[_i].ref, "person:2"))
		ck_assert (rn_db_run (db, NULL, "UPDATE person SET name = '' WHERE id = 2", ""));
	if (g_str_equal (titles[_i].ref, "meeting:2")) {
		add_meeting (1, RN_MEETING_INVITED, NOW);
		ck_assert (rn_db_run (db, NULL, "UPDATE person SET zone = '' WHERE id = 1", ""));
	}
	g_autofree char *title = rn_ref_title (db, titles[_i].ref);
	ck_assert_msg (g_str_equal (title, titles[_i].title), "%s: %s", titles[_i].ref, title);
}
END_TEST

START_TEST (lists_add_the_name_to_the_ref)
{
	make_people_with_names ();
	g_autoptr (rn_task) task = rn_load (db, &rn_task_kind, 1, NULL);
	g_autoptr (rn_meeting) meeting = rn_load (db, &rn_meeting_kind, 1, NULL);
	g_autoptr (GVariant) shown = g_variant_ref_sink (rn_record_show (db, task, NULL));
	g_autoptr (GVariant) session = g_variant_ref_sink (rn_record_show (db, meeting, NULL));

	shows (shown, "about", "meeting:1"), shows (session, "pairing", "pairing:1");
	shows (shown, "about_name", "Max Mentor and Lea, Tuesday, 3 March 2026, 10:00–11:00 (Europe/Berlin)");
	shows (session, "pairing_name", "Max Mentor and Lea");
}
END_TEST

START_TEST (the_figures_count_what_stands)
{
	g_autoptr (GError) error = NULL;
	g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

	make_world ();
	ck_assert (rn_figures (db, NOW, &builder, &error));
	g_autoptr (GVariant) figures = g_variant_ref_sink (g_variant_builder_end (&builder));
	shows (figures, "people", "8"), shows (figures, "pairings", "1"), shows (figures, "meetings_to_come", "2");
	shows (figures, "open_tasks", "0"), shows (figures, "mails_queued", "0"), shows (figures, "orphans", "0");
}
END_TEST

/* What “why” is asked, and the refs that it stands for. */
static const struct {
	const char *word, *refs;
} words[] = {
	{ "pairing:1", "pairing:1 " },  { "mail:1", "mail:1 " },           { "P3@Example.com", "person:3 " },
	{ "p3@example.com extra", "" }, { "nobody@example.com", "" },      { "pairing:x", "" }, { "mail:5", "" },
	{ "pairing:99", "" },
	{ "<m1@example.com>", "mail:1 " }, { "m1@example.com", "mail:1 " }, { "", "" },
};

START_TEST (words_stand_for_refs)
{
	g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (GBytes) raw = g_bytes_new_static ("x", 1);
	const struct rn_inbox_end end = { .state = RN_INBOX_HELD, .outcome = "held", .message_id = "m1@example.com", .at = NOW };
	g_autoptr (GString) found = g_string_new (NULL);
	gint64 id;
	gboolean is_new;

	make_world ();
	ck_assert (rn_inbox_receive (db, "in", 1, 1, NOW, raw, &id, &is_new, NULL) && rn_inbox_settle (db, id, &end, NULL));
	ck_assert (rn_refs_of (db, words[_i].word, refs, NULL));
	for (guint i = 0; i < refs->len; i++)
		g_string_append_printf (found, "%s ", (const char *) refs->pdata[i]);
	ck_assert_msg (g_str_equal (found->str, words[_i].refs), "“%s” is %s", words[_i].word, found->str);
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("store_queries");
	TCase *events = add_case (s, "events"), *whole = add_case (s, "queries");

	tcase_add_test (events, events_come_in_the_order_of_their_times);
	tcase_add_test (events, a_single_event_is_replaced);
	tcase_add_test (events, events_are_taken_back_by_what_they_are_about);
	tcase_add_test (events, the_journal_is_found_by_what_it_is_about);
	tcase_add_loop_test (whole, queries_find_what_they_ask_for, 0, G_N_ELEMENTS (queries));
	tcase_add_test (whole, queries_keep_to_their_program_and_names);
	tcase_add_test (whole, people_are_tied_by_open_offers_and_active_pairings);
	tcase_add_loop_test (whole, people_are_found_by_every_address, 0, G_N_ELEMENTS (addresses));
	tcase_add_test (whole, busy_are_the_meetings_to_come);
	tcase_add_test (whole, calendars_are_remembered);
	tcase_add_loop_test (whole, a_pairing_without_a_next_act_is_found, 0, G_N_ELEMENTS (acts));
	tcase_add_test (whole, a_pairing_is_not_abandoned_within_a_day);
	tcase_add_test (whole, lists_name_persons_and_topics_as_people_do);
	tcase_add_loop_test (whole, records_have_a_name_among_people, 0, G_N_ELEMENTS (titles));
	tcase_add_test (whole, lists_add_the_name_to_the_ref);
	tcase_add_test (whole, the_figures_count_what_stands);
	tcase_add_loop_test (whole, words_stand_for_refs, 0, G_N_ELEMENTS (words));
	return s;
}

RN_UNIT_MAIN (suite ())
