/* The report by mail: how a program goes, for its coordinator. */
#include "effect_parts.h"

#include "arguments.h"
#include "duration.h"
#include "evidence.h"
#include "mailing.h"
#include "records.h"
#include "report_sums.h"
#include "task_letters.h"
#include "when_text.h"

#define RN_PAIRS_OF_MAIL 5       /* more are a list, and the command line has that */
#define RN_MAX_PAIRS_OF_MAIL 50

/* A pair and how it met lately. */
struct pair {
	gint64 mentor, leader, id;
	struct rn_regularity lately;
};

/* Who held the least of what was due first; of equal shares, who left out more. */
static gint
by_regularity (gconstpointer a, gconstpointer b)
{
	const struct pair *one = a, *other = b;
	gint64 order = one->lately.percent - other->lately.percent;

	if (order == 0)
		order = (other->lately.due - other->lately.held) - (one->lately.due - one->lately.held);
	if (order == 0)
		order = one->id - other->id;
	return order < 0 ? -1 : order > 0;
}

/* The pairs of the program that are alive and left one out lately, worst first. */
static GArray *
irregular_pairs (rn_turn *turn, GError **error)
{
	g_autoptr (GPtrArray) all = rn_find (turn->db, &rn_pairing_kind, error, "state", RN_PAIRING_ACTIVE, NULL);
	g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (struct pair));
	const struct rn_evidence_order order = rn_evidence_order_of (turn);

	for (guint i = 0; all != NULL && i < all->len; i++) {
		const rn_pairing *pairing = g_ptr_array_index (all, i);
		struct pair pair = { pairing->mentor, pairing->leader, pairing->record.id, { 0 } };
		struct rn_regularity whole;
		if (!g_str_equal (pairing->program, turn->program->name))
			continue;
		if (!rn_evidence_of (&order, pairing, &whole, &pair.lately, error))
			return NULL;
		if (pair.lately.held < pair.lately.due)
			g_array_append_val (pairs, pair);
	}
	g_array_sort (pairs, by_regularity);
	return all != NULL ? g_steal_pointer (&pairs) : NULL;
}

static gboolean
add_pair (rn_turn *turn, const struct pair *pair, const char *language, GByteArray *fields, GError **error)
{
	g_autoptr (rn_person) mentor = rn_load (turn->db, &rn_person_kind, pair->mentor, error);
	g_autoptr (rn_person) leader = mentor != NULL ? rn_load (turn->db, &rn_person_kind, pair->leader, error) : NULL;

	if (leader == NULL)
		return FALSE;
	rn_time held = pair->lately.last_held;
	g_autofree char *last = held != 0 ? rn_day_text (held, mentor->zone, language) : g_strdup ("");
	rn_bundle_open (fields, NULL, RN_BUNDLE_TABLE);
	rn_bundle_text (fields, "mentor", mentor->name);
	rn_bundle_text (fields, "leader", leader->name);
	rn_bundle_number (fields, "pair_due", pair->lately.due);
	rn_bundle_number (fields, "pair_held", pair->lately.held);
	rn_bundle_text (fields, "last", last);
	rn_bundle_close (fields);
	return TRUE;
}

static gboolean
add_pairs (rn_turn *turn, gint64 most, const char *language, GByteArray *fields, GError **error)
{
	g_autoptr (GArray) pairs = irregular_pairs (turn, error);

	if (pairs == NULL)
		return FALSE;
	rn_bundle_flag (fields, "has_pairs", pairs->len > 0);
	rn_bundle_open (fields, "pairs", RN_BUNDLE_LIST);
	for (guint i = 0; i < pairs->len && i < most; i++)
		if (!add_pair (turn, &g_array_index (pairs, struct pair, i), language, fields, error))
			return FALSE;
	rn_bundle_close (fields);
	return TRUE;
}

static gboolean
add_sums (rn_turn *turn, const struct rn_report_span *span, const char *language, GByteArray *fields, gint64 *alive,
          GError **error)
{
	g_auto (GVariantBuilder) dict = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
	g_autofree char *from = rn_day_text (span->from, "UTC", language), *until = rn_day_text (span->until, "UTC", language);
	const char *name;
	GVariant *value;

	if (!rn_report_sums (turn->db, span, &dict, error))
		return FALSE;
	g_autoptr (GVariant) sums = g_variant_ref_sink (g_variant_builder_end (&dict));
	GVariantIter iter;
	g_variant_iter_init (&iter, sums);
	while (g_variant_iter_next (&iter, "{&sv}", &name, &value)) {
		rn_bundle_variant (fields, name, value);
		g_variant_unref (value);
	}
	*alive = rn_argument_number (sums, "pairs_alive", 0);
	rn_bundle_text (fields, "from", from);
	rn_bundle_text (fields, "until", until);
	return TRUE;
}

/* How far back the sums go, or 0 for all of the program's time. */
static rn_time
span_of (GVariant *given)
{
	struct rn_duration span = { 0 };
	const char *text = rn_argument_text (given, "span", NULL);

	return text != NULL && rn_duration_parse (text, &span, NULL) ? span.seconds + span.working_days * 7 * RN_DAY / 5 : 0;
}

gboolean
rn_effect_report (rn_turn *turn, GVariant *given, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	struct rn_report_span span = { turn->program->name, turn->now - span_of (given), turn->now };
	gint64 most = CLAMP (rn_argument_number (given, "pairs", RN_PAIRS_OF_MAIL), 0, RN_MAX_PAIRS_OF_MAIL), alive = 0;
	const char *to = turn->program->coordinator;
	g_autofree char *language = rn_task_language (turn, to, error);
	g_autoptr (GByteArray) fields = g_byte_array_new ();

	if (language == NULL || (span_of (given) == 0 && !rn_report_begin (turn->db, span.program, &span.from, error)) ||
	    !add_sums (turn, &span, language, fields, &alive, error))
		return FALSE;
	if (alive == 0) {
		rn_turn_note (turn, "no report: there is no pair");
		return TRUE;
	}
	struct rn_mailing mailing = {
		.address = to, .name = to, .language = language, .template = rn_argument_text (given, "template", ""),
		.fields = fields,
	};
	return add_pairs (turn, most, language, fields, error) && rn_turn_mail (turn, &mailing, error);
}
