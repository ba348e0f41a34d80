/* Mail to the transports: leased within the transaction, handed over after the commit. */
#include "engine_private.h"

#include "error.h"
#include "frames.h"
#include "inbox.h"
#include "letter.h"
#include "log.h"
#include "outbox.h"

#define RN_MARK_ROWS 2000 /* of one request: a store of flags on a large Maildir takes its time */

/* The rates of a transport's configuration: settings that count, their span in seconds. */
static const struct {
	const char *setting;
	rn_time seconds;
} rates[] = {
	{ "rate_per_minute", RN_MINUTE },
	{ "rate_per_day", RN_DAY },
};

static gint64
limit_of (const rn_provider_client *provider, gsize rate)
{
	const char *text = g_hash_table_lookup (provider->config->values, rates[rate].setting);
	return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

/* How many may leave now by the rates, at most `wanted`; a rate of 0 is none. */
static gboolean
left_by_rates (rn_engine *engine, const rn_provider_client *provider, gint64 wanted, gint64 *left, GError **error)
{
	*left = wanted;
	for (gsize i = 0; i < G_N_ELEMENTS (rates); i++) {
		gint64 used = 0, limit = limit_of (provider, i);
		if (limit <= 0)
			continue;
		if (!rn_bucket_used (engine->db, provider->config->title, rates[i].setting, rates[i].seconds, rn_engine_now (engine), &used,
		                     error))
			return FALSE;
		*left = CLAMP (limit - used, 0, *left);
	}
	return TRUE;
}

static gboolean
count_in_rates (rn_engine *engine, const rn_provider_client *provider, gint64 n, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS (rates); i++)
		if (limit_of (provider, i) > 0 && !rn_bucket_add (engine->db, provider->config->title, rates[i].setting, rates[i].seconds,
		                                                  rn_engine_now (engine), n, error))
			return FALSE;
	return TRUE;
}

/* Adds the stationery of a letter unless the child knows it. A damaged letter names none, or one
 * that is not there: the child refuses it, and says why. */
static gboolean
add_stationery (rn_engine *engine, rn_provider_client *provider, const char *hash, GPtrArray *list, GError **error)
{
	g_autoptr (GError) failure = NULL;

	if (g_hash_table_contains (provider->stationery, hash))
		return TRUE;
	g_autoptr (GVariant) source = rn_stationery_load (engine->db, hash, &failure);
	if (g_error_matches (failure, RN_ERROR, RN_ERROR_DATA))
		return TRUE;
	if (source == NULL) {
		g_propagate_error (error, g_steal_pointer (&failure));
		return FALSE;
	}
	const char *name, *markdown, *shell, *form, *language;
	g_variant_get (source, "(&s&s&s&s&s)", &name, &markdown, &shell, &form, &language);
	g_ptr_array_add (list, g_variant_ref_sink (g_variant_new ("(ssssss)", hash, name, markdown, shell, form, language)));
	g_hash_table_add (provider->stationery, g_strdup (hash));
	return TRUE;
}

static gboolean
frame_rows (rn_engine *engine, rn_provider_client *provider, guint place, GArray *rows, struct rn_lease_to_send *lease, GError **error)
{
	g_autoptr (GPtrArray) stationery = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
	g_autoptr (GByteArray) packed = g_byte_array_new ();

	rn_pack_number (packed, rn_engine_now (engine));
	rn_pack_number (packed, provider->leases[place]);
	rn_pack_text (packed, provider->progress[place]);
	rn_pack_number (packed, rows->len);
	for (guint i = 0; i < rows->len; i++) {
		const struct rn_leased *row = &g_array_index (rows, struct rn_leased, i);
		if (!add_stationery (engine, provider, rn_letter_stationery (row->letter), stationery, error))
			return FALSE;
		rn_pack_number (packed, row->id);
		rn_pack_text (packed, row->recipient);
		rn_pack_bytes (packed, row->letter);
	}
	lease->provider = provider;
	lease->stationery = g_steal_pointer (&stationery);
	lease->record = g_steal_pointer (&packed);
	return TRUE;
}

/* The file of a lease in that place: the one before may not be settled yet. */
static char *
progress_path (const rn_engine *engine, const rn_provider_client *provider, guint place)
{
	g_autofree char *number = provider->nth > 0 ? g_strdup_printf ("%u", provider->nth + 1) : g_strdup ("");

	return g_strdup_printf ("%s/progress%s%s-%s", engine->config->state_dir, number, place > 0 ? "b" : "", provider->config->title);
}

rn_provider_client *
rn_engine_progress_of (rn_engine *engine, const char *progress)
{
	g_autofree char *name = g_path_get_basename (progress);

	for (guint i = 0; i < engine->providers->len; i++)
		for (guint place = 0; place < RN_LEASES; place++) {
			rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
			g_autofree char *path = progress_path (engine, provider, place), *its = g_path_get_basename (path);
			if ((provider->provides & 1u << RN_TRANSPORT) != 0 && g_str_equal (its, name))
				return provider;
		}
	return NULL;
}

/* A simulation does one thing after the other. */
static guint
leases_at_once (const rn_engine *engine)
{
	return engine->order.simulated ? 1 : RN_LEASES;
}

gboolean
rn_engine_mail_due (rn_engine *engine, rn_provider_client *provider, rn_time *due, GError **error)
{
	gint64 of = rn_db_all_changes (engine->db) + 1;

	if (provider->due_of != of && !rn_outbox_next_due (engine->db, provider->config->title, &provider->due, error))
		return FALSE;
	provider->due_of = of;
	*due = provider->due;
	return TRUE;
}

static gboolean
lease_for (rn_engine *engine, rn_provider_client *provider, GError **error)
{
	g_autoptr (GArray) rows = NULL;
	struct rn_lease_to_send lease = { NULL };
	rn_time due = 0, now = rn_engine_now (engine);
	gint64 left = 0;
	guint place = provider->handed % RN_LEASES;

	if (!rn_engine_mail_due (engine, provider, &due, error))
		return FALSE;
	if (due == 0 || due > now || !rn_provider_up (provider, engine->order.simulated ? now : 0, engine->order.seed, engine->config->poll_seconds))
		return TRUE;
	if (!left_by_rates (engine, provider, RN_LEASED_ROWS / leases_at_once (engine), &left, error))
		return FALSE;
	if (left == 0)
		return TRUE;
	if (provider->progress[place] == NULL)
		provider->progress[place] = progress_path (engine, provider, place);
	if (!rn_outbox_lease (engine->db, provider->config->title, now, (guint) left, provider->progress[place], &provider->leases[place], &rows,
	                      error))
		return FALSE;
	if (provider->leases[place] == 0)
		return TRUE;
	provider->handed++;
	provider->handed_at = now;
	if (!frame_rows (engine, provider, place, rows, &lease, error) || !count_in_rates (engine, provider, rows->len, error))
		return FALSE;
	g_array_append_val (engine->leases, lease);
	return TRUE;
}

/* What is in a mailbox at the first look is old and not handled. So nobody is written to
 * before: the answer could be there by then. */
static gboolean
is_awaited (const rn_provider_client *provider)
{
	return (provider->provides & 1u << RN_SOURCE) != 0 && !provider->looked;
}

gboolean
rn_engine_may_send (const rn_engine *engine)
{
	for (guint i = 0; i < engine->providers->len; i++)
		if (is_awaited (g_ptr_array_index (engine->providers, i)))
			return FALSE;
	return TRUE;
}

char *
rn_engine_awaits (const rn_engine *engine, const rn_provider_client *provider)
{
	g_autofree char *since = rn_time_text (engine->began);

	return !is_awaited (provider) ? NULL
	                              : g_strdup_printf ("was not looked at yet, since the start at %s: no mail leaves before, "
	                                                 "as answers could be taken for what is older than the start", since);
}

#define RN_FIRST_LOOK RN_MINUTE /* it may take so long before it is told */

/* One mailbox that cannot be reached holds all mail back. */
static void
tell_awaited (const rn_engine *engine)
{
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		g_autofree char *awaits = rn_engine_awaits (engine, provider);
		if (awaits == NULL || provider->awaited ||
		    (provider->trouble == NULL && rn_engine_now (engine) < engine->began + RN_FIRST_LOOK))
			continue;
		rn_log (RN_SEVERITY_WARNING, "%s “%s” %s", provider->config->provider, provider->config->title, awaits);
		provider->awaited = TRUE;
	}
}

#define RN_UNCERTAIN_SETTLES (15 * RN_MINUTE) /* within them an answer or a copy mostly comes */

/* Until when every mailbox was looked at, when all that was found is handled; else 0. */
static rn_time
looked_until (rn_engine *engine)
{
	rn_time until = rn_engine_now (engine);

	if (engine->backlog || rn_reader_waiting (engine->reader) > 0)
		return 0;
	for (guint i = 0; i < engine->providers->len; i++) {
		const rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		if ((provider->provides & 1u << RN_SOURCE) != 0)
			until = MIN (until, provider->looked_at);
	}
	return until;
}

/* Only when nothing came of an uncertain mail wherever something could have come to. */
gboolean
rn_engine_resend_uncertain (rn_engine *engine, GError **error)
{
	int n = 0;
	rn_time until = looked_until (engine);

	if (engine->order.simulated || until <= engine->resent_until)
		return TRUE;
	engine->resent_until = until;
	if (!rn_outbox_resend_uncertain (engine->db, until - RN_UNCERTAIN_SETTLES, &n, error))
		return FALSE;
	if (n > 0)
		rn_log (RN_SEVERITY_WARNING, "%d uncertain mails are sent again with the same bytes", n);
	return TRUE;
}

/* Whether it is to get a lease behind so many: no second one while its server is in trouble. */
static gboolean
wants_lease (const rn_provider_client *provider, guint held)
{
	return (provider->provides & 1u << RN_TRANSPORT) != 0 && rn_provider_leases (provider) == held &&
	       (held == 0 || provider->failures == 0) && provider->held == 0 && rn_provider_may (provider);
}

gboolean
rn_engine_lease (rn_engine *engine, GError **error)
{
	if (!rn_engine_may_send (engine)) {
		tell_awaited (engine);
		return TRUE;
	}
	/* those that have nothing come first */
	for (guint held = 0; held < leases_at_once (engine); held++)
		for (guint i = 0; i < engine->providers->len; i++) {
			rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
			if (wants_lease (provider, held) && !lease_for (engine, provider, error))
				return FALSE;
		}
	return TRUE;
}

void
rn_engine_send_leases (rn_engine *engine)
{
	for (guint i = 0; i < engine->leases->len; i++) {
		struct rn_lease_to_send *lease = &g_array_index (engine->leases, struct rn_lease_to_send, i);
		for (guint k = 0; lease->provider->child != NULL && k < lease->stationery->len; k++)
			rn_provider_put (lease->provider, RN_FRAME_STATIONERY, g_ptr_array_index (lease->stationery, k));
		if (lease->provider->child != NULL) {
			rn_channel *channel = lease->provider->child->channel;
			g_byte_array_append (rn_channel_open (channel, RN_FRAME_SEND), lease->record->data, lease->record->len);
			rn_channel_close (channel);
		}
		g_ptr_array_unref (lease->stationery);
		g_byte_array_unref (lease->record);
	}
	g_array_set_size (engine->leases, 0);
}

/* ---- Marking on the server --------------------------------------------------------- */

struct marks {
	GVariantBuilder ranges[2]; /* handled, held */
	guint n[2];
	guint32 validity;
};

static void
add_range (guint32 validity, gboolean held, guint64 first, guint64 last, gpointer data)
{
	struct marks *marks = data;
	if (marks->validity == 0)
		marks->validity = validity;
	if (marks->validity != validity)
		return; /* another time */
	g_variant_builder_add (&marks->ranges[held], "(tt)", first, last);
	marks->n[held]++;
}

static gboolean
mark_for (rn_engine *engine, rn_provider_client *provider, GError **error)
{
	struct marks marks = { .validity = 0 };

	for (int i = 0; i < 2; i++)
		g_variant_builder_init (&marks.ranges[i], G_VARIANT_TYPE ("a(tt)"));
	gboolean fine = rn_inbox_unmarked (engine->db, provider->config->title, RN_MARK_ROWS, add_range, &marks, error);
	for (guint32 i = 0; i < 2; i++) {
		if (!fine || marks.n[i] == 0) {
			g_variant_builder_clear (&marks.ranges[i]);
			continue;
		}
		rn_provider_put (provider, RN_FRAME_MARK, g_variant_new ("(uu@a(tt))", marks.validity, i == 0 ? RN_MARK_HANDLED : RN_MARK_HELD,
		                                                         g_variant_builder_end (&marks.ranges[i])));
		provider->marking++;
	}
	return fine;
}

gboolean
rn_engine_mark (rn_engine *engine, GError **error)
{
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		gboolean may = (provider->provides & 1u << RN_SOURCE) != 0 && provider->child != NULL && provider->marking == 0 &&
		               provider->looked && provider->trouble == NULL && !engine->order.simulated;
		if (may && !mark_for (engine, provider, error))
			return FALSE;
	}
	return TRUE;
}
