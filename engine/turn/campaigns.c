#include "campaigns.h"

#include "campaign_mail.h"
#include "mailing.h"
#include "records.h"
#include "topic.h"

#define RN_SETTLE_FIRST RN_MINUTE /* behind the last mail's time; most have left by then */
#define RN_SETTLE_MOST RN_HOUR

/* Everybody once, however often a policy names her. */
static gboolean
add_recipient (rn_turn *turn, const rn_campaign *campaign, const rn_person *person, GHashTable *known, GError **error)
{
	g_autoptr (rn_recipient) recipient = rn_recipient_new ();

	if (!g_hash_table_add (known, (gpointer) &person->record.id))
		return TRUE;
	recipient->campaign = campaign->record.id;
	recipient->person = person->record.id;
	return rn_save (turn->db, recipient, error);
}

rn_campaign *
rn_campaign_begin (rn_turn *turn, const struct rn_campaign_order *order, GError **error)
{
	g_autoptr (rn_campaign) campaign = rn_campaign_new ();
	g_autoptr (GPtrArray) refs = g_ptr_array_new ();
	g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);

	for (guint i = 0; order->topics != NULL && i < order->topics->len; i++)
		g_ptr_array_add (refs, rn_record_ref (g_ptr_array_index (order->topics, i)));
	g_ptr_array_add (refs, NULL);
	rn_record_set (&campaign->program, turn->program->name);
	rn_record_set (&campaign->template, order->template);
	rn_record_set (&campaign->form, order->form);
	g_strfreev (campaign->topics);
	campaign->topics = (GStrv) g_ptr_array_steal (refs, NULL);
	campaign->wave = order->wave;
	campaign->begun = turn->now;
	if (!rn_save (turn->db, campaign, error))
		return NULL;
	for (guint i = 0; i < order->people->len; i++)
		if (!add_recipient (turn, campaign, g_ptr_array_index (order->people, i), known, error))
			return NULL;
	rn_turn_touch (turn, campaign);
	rn_turn_note (turn, "a campaign “%s” to %u people", campaign->template, g_hash_table_size (known));
	if (!rn_turn_raise (turn, turn->now, "campaign:wave", campaign, NULL, error))
		return NULL;
	return g_steal_pointer (&campaign);
}

gboolean
rn_topic_line (rn_turn *turn, const char *ref, gint64 number, gboolean must_be_open, GByteArray *lines)
{
	const struct rn_kind *kind;
	gint64 id;

	if (!rn_ref_parse (ref, &kind, &id))
		return FALSE;
	g_autoptr (rn_topic) topic = rn_load (turn->db, &rn_topic_kind, id, NULL);
	g_autoptr (rn_person) owner = topic != NULL ? rn_load (turn->db, &rn_person_kind, topic->owner, NULL) : NULL;
	if (owner == NULL || (must_be_open && (topic->state != RN_TOPIC_OPEN || owner->state != RN_PERSON_PRESENT)))
		return FALSE;
	rn_bundle_open (lines, NULL, RN_BUNDLE_TABLE);
	rn_bundle_number (lines, "number", number);
	rn_bundle_text (lines, "title", topic->title);
	rn_bundle_text (lines, "owner", owner->name);
	rn_bundle_close (lines);
	return TRUE;
}

#define RN_MOST_LISTED 100 /* topics in one mail: of a thousand nobody reads the last */

/* The numbered lines of one mail, and which topic is which: the ask remembers it. */
struct listing {
	GByteArray *fields;
	GStrv refs;
};

static void
listing_free (gpointer data)
{
	struct listing *listing = data;
	g_byte_array_unref (listing->fields);
	g_strfreev (listing->refs);
	g_free (listing);
}

/* Every n-th topic from `first` on; those that were taken since are left out. */
static struct listing *
list_topics (rn_turn *turn, const rn_campaign *campaign, gsize first, gsize n)
{
	struct listing *listing = g_new (struct listing, 1);
	g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
	gsize len = g_strv_length (campaign->topics);
	gint64 number = 1;

	listing->fields = g_byte_array_new ();
	rn_bundle_open (listing->fields, "topics", RN_BUNDLE_LIST);
	for (gsize i = first; i < len; i += n)
		if (rn_topic_line (turn, campaign->topics[i], number, TRUE, listing->fields)) {
			g_strv_builder_add (kept, campaign->topics[i]);
			number++;
		}
	listing->refs = g_strv_builder_end (kept);
	rn_bundle_close (listing->fields);
	return listing;
}

/* The lists of a campaign, one without lines when it has no topics, and none when all were
 * taken. More topics than a mail holds are dealt out, so that each is shown to as many people
 * as any other. */
static GPtrArray *
deal_topics (rn_turn *turn, const rn_campaign *campaign)
{
	GPtrArray *listings = g_ptr_array_new_with_free_func (listing_free);
	gsize len = g_strv_length (campaign->topics), n = MAX ((len + RN_MOST_LISTED - 1) / RN_MOST_LISTED, 1);

	for (gsize first = 0; first < n; first++) {
		struct listing *listing = list_topics (turn, campaign, first, n);
		if (len == 0 || listing->refs[0] != NULL)
			g_ptr_array_add (listings, listing);
		else
			listing_free (listing);
	}
	return listings;
}

static gboolean
mail_recipient (rn_turn *turn, rn_campaign *campaign, rn_person *person, const struct listing *listing, gint64 *row,
                GError **error)
{
	g_autoptr (rn_ask) ask = rn_ask_new ();
	g_autofree char *about = rn_record_ref (campaign);
	gboolean has_form = *campaign->form != '\0';

	rn_record_set (&ask->program, turn->program->name);
	rn_record_set (&ask->form, has_form ? campaign->form : campaign->template);
	rn_record_set (&ask->about, about);
	g_strfreev (ask->topics);
	ask->topics = g_strdupv (listing->refs);
	ask->person = person->record.id;
	ask->asked = turn->now;
	if (!rn_save (turn->db, ask, error))
		return FALSE;
	g_autofree char *ref = rn_record_ref (ask);
	struct rn_mailing mailing = {
		.person = person, .template = campaign->template, .form = has_form ? campaign->form : NULL, .about = ref,
		.fields = listing->fields, .is_bulk = TRUE, .row = row,
	};
	return rn_turn_mail (turn, &mailing, error);
}

static gboolean
serve (rn_turn *turn, rn_campaign *campaign, rn_recipient *recipient, GPtrArray *listings, GError **error)
{
	const struct listing *listing = g_ptr_array_index (listings, recipient->record.id % listings->len);
	g_autoptr (rn_person) person = rn_load (turn->db, &rn_person_kind, recipient->person, error);

	if (person == NULL)
		return FALSE;
	gboolean ask = rn_person_may_be_asked (person, turn->now);
	if (ask && !mail_recipient (turn, campaign, person, listing, &recipient->mail, error))
		return FALSE;
	return rn_record_step (recipient, ask ? RN_RECIPIENT_ASKED : RN_RECIPIENT_SKIPPED, error) &&
	       rn_save (turn->db, recipient, error);
}

/* Whether a wave may be written, or the campaign be done. */
static gboolean
goes_on (rn_turn *turn, const rn_campaign *campaign)
{
	rn_turn_touch (turn, campaign);
	if (campaign->state == RN_CAMPAIGN_PAUSED)
		rn_turn_note (turn, "the campaign is paused");
	return campaign->state == RN_CAMPAIGN_RUNNING;
}

gboolean
rn_campaign_settle (rn_turn *turn, rn_campaign *campaign, rn_time wait, GError **error)
{
	rn_time last = 0;

	if (!goes_on (turn, campaign))
		return TRUE;
	if (!rn_campaign_mail_last (turn->db, campaign->record.id, &last, error))
		return FALSE;
	if (last == 0) {
		rn_turn_note (turn, "the campaign is done");
		return rn_record_step (campaign, RN_CAMPAIGN_DONE, error) && rn_save (turn->db, campaign, error);
	}
	GVariant *fields = g_variant_new_parsed ("{'wait': <%x>}", MIN (2 * wait, RN_SETTLE_MOST));
	return rn_turn_raise (turn, MAX (last, turn->now) + wait, "campaign:settle", campaign, fields, error);
}

/* Every topic was taken: no more mails. */
static gboolean
end_early (rn_turn *turn, rn_campaign *campaign, GError **error)
{
	int n = 0;

	if (!rn_campaign_skip_waiting (turn->db, campaign->record.id, &n, error))
		return FALSE;
	rn_turn_note (turn, "every topic was taken: %d people are not mailed", n);
	return rn_campaign_settle (turn, campaign, RN_SETTLE_FIRST, error);
}

gboolean
rn_campaign_wave (rn_turn *turn, rn_campaign *campaign, GError **error)
{
	g_autoptr (GPtrArray) listings = deal_topics (turn, campaign);
	gsize size = campaign->wave > 0 ? (gsize) MIN (campaign->wave, RN_WAVE_TURN) : RN_WAVE_TURN;

	if (!goes_on (turn, campaign))
		return TRUE;
	if (listings->len == 0)
		return end_early (turn, campaign, error);
	g_autoptr (GPtrArray) waiting = rn_campaign_waiting (turn->db, campaign->record.id, (guint) size + 1, error);
	for (guint i = 0; waiting != NULL && i < waiting->len && i < size; i++)
		if (!serve (turn, campaign, g_ptr_array_index (waiting, i), listings, error))
			return FALSE;
	if (waiting == NULL || waiting->len <= size)
		return waiting != NULL && rn_campaign_settle (turn, campaign, RN_SETTLE_FIRST, error);
	return rn_turn_raise (turn, turn->now + (campaign->wave > 0 ? RN_HOUR : 0), "campaign:wave", campaign, NULL, error);
}
