#include "turn.h"

#include <sodium.h>

#include "diary.h"
#include "duration.h"
#include "journal.h"

rn_program *
rn_program_new (void)
{
	rn_program *program = g_new0 (rn_program, 1);
	program->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
	program->listens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	program->pace = g_strdup ("");
	program->charter = g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
	return program;
}

void
rn_program_free (rn_program *program)
{
	if (program == NULL)
		return;
	char *texts[] = { program->name,    program->title,     program->address, program->display_name, program->coordinator,
		          program->sponsor, program->transport, program->version, program->source, program->language,
		          program->pace };
	for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
		g_free (texts[i]);
	g_strfreev (program->deputies);
	g_hash_table_unref (program->settings);
	g_hash_table_unref (program->listens);
	g_clear_pointer (&program->charter, g_variant_unref);
	g_free (program);
}

gboolean
rn_turn_begin (rn_turn *turn, const char *event, GError **error)
{
	turn->event = event;
	turn->reasons = g_string_new (NULL);
	turn->about = g_ptr_array_new_with_free_func (g_free);
	turn->touched = g_hash_table_new (g_str_hash, g_str_equal);
	turn->made = g_ptr_array_new_with_free_func (g_free);
	turn->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
	return rn_journal_next_id (turn->db, &turn->journal, error);
}

gboolean
rn_turn_end (rn_turn *turn, const char *outcome, GError **error)
{
	struct rn_journal_entry entry = {
		.at = turn->now,
		.program = turn->program != NULL ? turn->program->name : "",
		.event = turn->event,
		.inbox = turn->inbox,
		.version = turn->program != NULL && turn->program->version != NULL ? turn->program->version : "",
		.outcome = outcome,
		.reasons = turn->reasons->str,
	};
	return rn_journal_add (turn->db, turn->journal, &entry, turn->about, error);
}

void
rn_turn_clear (rn_turn *turn)
{
	g_string_free (turn->reasons, TRUE);
	g_hash_table_unref (turn->touched);
	g_ptr_array_unref (turn->about);
	g_ptr_array_unref (turn->made);
	g_array_unref (turn->wanted);
	g_clear_pointer (&turn->retried, g_array_unref);
	g_clear_pointer (&turn->policy_event, g_free);
	g_clear_pointer (&turn->policy_fields, g_byte_array_unref);
}

void
rn_turn_note (rn_turn *turn, const char *format, ...)
{
	va_list arguments;
	va_start (arguments, format);
	if (turn->reasons->len > 0)
		g_string_append_c (turn->reasons, '\n');
	g_string_append_vprintf (turn->reasons, format, arguments);
	va_end (arguments);
}

void
rn_turn_touch_ref (rn_turn *turn, const char *ref)
{
	if (*ref == '\0' || g_hash_table_contains (turn->touched, ref))
		return;
	char *own = g_strdup (ref);
	g_ptr_array_add (turn->about, own);
	g_hash_table_add (turn->touched, own);
}

void
rn_turn_touch (rn_turn *turn, gconstpointer record)
{
	g_autofree char *ref = rn_record_ref (record);
	rn_turn_touch_ref (turn, ref);
}

gboolean
rn_turn_raise (rn_turn *turn, rn_time due, const char *name, gconstpointer record, GVariant *fields, GError **error)
{
	g_autofree char *about = record != NULL ? rn_record_ref (record) : g_strdup ("");
	return rn_event_add (turn->db, due, turn->program->name, name, about, fields, NULL, error);
}

/* So many working days of hers, at the same time of day. */
static rn_time
working_days_after (rn_turn *turn, int days, rn_time from, const rn_person *person)
{
	g_autoptr (rn_hours) hours = rn_diary_hours (turn, person, NULL);
	return hours != NULL ? rn_hours_add_days (hours, from, days) : from + days * RN_DAY;
}

rn_time
rn_turn_after (rn_turn *turn, const char *setting, const char *initial, rn_time from, const rn_person *person)
{
	const char *text = g_hash_table_lookup (turn->program->settings, setting);
	g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
	struct rn_duration duration = { 0 };

	if (text == NULL || !rn_duration_parse (text, &duration, NULL))
		rn_duration_parse (initial, &duration, NULL);
	if (duration.working_days > 0 && person != NULL)
		return working_days_after (turn, duration.working_days, from, person);
	return rn_duration_after (&duration, from, utc);
}

#define RN_TOKEN_BITS 100

char *
rn_turn_token (rn_turn *turn, const char *purpose, gint64 id)
{
	static const char letters[] = "abcdefghijkmnpqrstuvwxyz23456789"; /* 32 that are not mistaken for others */
	g_autofree char *text = g_strdup_printf ("%s %" G_GINT64_FORMAT "%s", purpose, id, turn->site->life != NULL ? turn->site->life : "");
	guint8 hash[32];
	char token[RN_TOKEN_BITS / 5 + 1] = { 0 };

	crypto_generichash (hash, sizeof hash, (const guint8 *) text, strlen (text), turn->site->key, sizeof turn->site->key);
	for (gsize i = 0; i < sizeof token - 1; i++)
		token[i] = letters[hash[i] % 32];
	return g_strdup (token);
}
