/* A store that is a copy: nothing is done on it before a person releases it. */
#include "engine_private.h"

#include <sodium.h>

#include "error.h"
#include "hold.h"
#include "log.h"

gboolean
rn_engine_look_at_hold (rn_engine *engine, GError **error)
{
	return engine->order.simulated || (rn_hold_why (engine->db, &engine->on_hold, error) &&
	                                   (engine->site.life = rn_hold_life (engine->db, error)) != NULL);
}

gboolean
rn_engine_begin_hold (rn_engine *engine, GError **error)
{
	if (engine->on_hold != NULL)
		rn_log (RN_SEVERITY_WARNING, "%s %s: nothing is done and nobody is mailed before “rotnem release”",
		        rn_db_path (engine->db), engine->on_hold);
	return engine->order.simulated || engine->on_hold != NULL || rn_hold_settle (engine->db, error);
}

void
rn_engine_stay_on_hold (rn_engine *engine)
{
	if (engine->order.once)
		rn_engine_fail (engine, g_error_new (RN_ERROR, RN_ERROR_RETRY, "%s %s: see “rotnem release --list”.",
		                                     rn_db_path (engine->db), engine->on_hold));
}

static gboolean
is_on_hold (const rn_engine *engine, GError **error)
{
	if (engine->on_hold != NULL)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_REFUSED, "%s is not on hold.", rn_db_path (engine->db));
	return FALSE;
}

gboolean
rn_engine_show_hold (rn_engine *engine, GVariantBuilder *dict, GError **error)
{
	gint64 waiting = 0, due = 0, events = 0;

	if (!is_on_hold (engine, error) || !rn_hold_waiting (engine->db, rn_engine_now (engine), &waiting, &due, &events, error))
		return FALSE;
	g_variant_builder_add (dict, "{sv}", "on_hold", g_variant_new_string (engine->on_hold));
	g_variant_builder_add (dict, "{sv}", "mails", g_variant_new_int64 (waiting));
	g_variant_builder_add (dict, "{sv}", "perhaps_sent", g_variant_new_int64 (due));
	g_variant_builder_add (dict, "{sv}", "events_due", g_variant_new_int64 (events));
	return TRUE;
}

/* What a person wants of it. */
struct order {
	rn_engine *engine;
	const char *by;
	gint64 n; /* the mail to be dropped, or how many are uncertain */
	char *life;
};

static gboolean
release (rn_turn *turn, gpointer data, GError **error)
{
	struct order *order = data;

	if (!rn_hold_end (turn->db, turn->now, order->life, &order->n, error))
		return FALSE;
	rn_turn_note (turn, "%s released it: it %s", order->by, order->engine->on_hold);
	rn_turn_note (turn, "%" G_GINT64_FORMAT " mails may have left already and are uncertain", order->n);
	return TRUE;
}

static gboolean
take_as_moved (rn_turn *turn, gpointer data, GError **error)
{
	const struct order *order = data;

	rn_turn_note (turn, "%s moved it", order->by);
	return rn_hold_end_moved (turn->db, error);
}

static gboolean
drop (rn_turn *turn, gpointer data, GError **error)
{
	const struct order *order = data;

	rn_turn_note (turn, "%s wanted mail %" G_GINT64_FORMAT " not to leave", order->by, order->n);
	return rn_hold_drop (turn->db, order->n, error);
}

#define RN_LIFE_BYTES 8 /* two releases of one backup never get the same */

static char *
new_life (void)
{
	guint8 random[RN_LIFE_BYTES];
	char text[2 * RN_LIFE_BYTES + 1];

	randombytes_buf (random, sizeof random);
	return g_strdup (sodium_bin2hex (text, sizeof text, random, sizeof random));
}

gboolean
rn_engine_release (rn_engine *engine, const char *by, gboolean moved, GVariantBuilder *dict, GError **error)
{
	g_autofree char *life = new_life ();
	struct order order = { engine, by, 0, life };

	if (!is_on_hold (engine, error) || !rn_engine_command (engine, NULL, "release", moved ? take_as_moved : release, &order, error))
		return FALSE;
	g_clear_pointer (&engine->on_hold, g_free);
	if (!moved) {
		g_free (engine->site.life);
		engine->site.life = g_steal_pointer (&life);
	}
	if (engine->is_running)
		rn_log (RN_SEVERITY_INFO, "%s released it; %" G_GINT64_FORMAT " mails are uncertain", by, order.n);
	g_variant_builder_add (dict, "{sv}", "uncertain", g_variant_new_int64 (order.n));
	return TRUE;
}

gboolean
rn_engine_drop (rn_engine *engine, const char *by, gint64 id, GError **error)
{
	struct order order = { engine, by, id, NULL };

	return is_on_hold (engine, error) && rn_engine_command (engine, NULL, "release:drop", drop, &order, error);
}
