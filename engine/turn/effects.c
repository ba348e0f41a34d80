#include "effects.h"

#include "effect_parts.h"
#include "error.h"
#include "vocabulary.h"

static const struct {
	const char *name;
	rn_effect *apply;
} effects[] = {
	{ "campaign", rn_effect_campaign },
	{ "mail", rn_effect_mail },
	{ "ask", rn_effect_ask },
	{ "open_topics", rn_effect_open_topics },
	{ "close_topic", rn_effect_close_topic },
	{ "volunteer", rn_effect_volunteer },
	{ "match", rn_effect_match },
	{ "offer", rn_effect_offer },
	{ "invite", rn_effect_invite },
	{ "propose", rn_effect_propose },
	{ "move", rn_effect_move },
	{ "decline_counter", rn_effect_decline_counter },
	{ "cancel", rn_effect_cancel },
	{ "answer_invitation", rn_effect_answer_invitation },
	{ "task", rn_effect_task },
	{ "close", rn_effect_close },
	{ "extend", rn_effect_extend },
	{ "report", rn_effect_report },
};

static rn_effect *
effect_named (const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS (effects); i++)
		if (g_str_equal (effects[i].name, name))
			return effects[i].apply;
	return NULL;
}

/* The first field that the effect must have and has not, or NULL. */
static const char *
missing_field (const struct rn_word *word, GVariant *fields)
{
	for (const struct rn_word_field *field = word->fields; field->name != NULL; field++) {
		g_autoptr (GVariant) value = g_variant_lookup_value (fields, field->name, NULL);
		if (field->required && value == NULL)
			return field->name;
	}
	return NULL;
}

/* Each effect that creates a record has a number from 1, whether or not a rule left it
 * out: "new:2" means the same to policy and engine. */
static gboolean
apply_one (rn_turn *turn, const char *name, GVariant *fields, GError **error)
{
	rn_effect *apply = effect_named (name);
	const struct rn_word *word = rn_word_find (rn_effects, name);
	const char *missing = word != NULL ? missing_field (word, fields) : NULL;
	struct rn_record *made = NULL;
	GError *failure = NULL;

	if (apply == NULL || word == NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "there is no effect “%s”", name);
		return FALSE;
	}
	if (missing != NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "“%s” is missing", missing);
		return FALSE;
	}
	if (!apply (turn, fields, &made, &failure) && !g_error_matches (failure, RN_ERROR, RN_ERROR_REFUSED)) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	if (failure != NULL)
		rn_turn_note (turn, "%s", failure->message);
	g_clear_error (&failure);
	if (word->gives != NULL)
		g_ptr_array_add (turn->made, made != NULL ? rn_record_ref (made) : g_strdup (""));
	rn_record_free (made);
	return TRUE;
}

gboolean
rn_effects_apply (rn_turn *turn, GVariant *returned, const char *script, GError **error)
{
	GVariantIter iter;
	const char *name;
	guint32 line;
	GVariant *fields;

	g_variant_iter_init (&iter, returned);
	while (g_variant_iter_next (&iter, "(&su@a{sv})", &name, &line, &fields)) {
		gboolean fine = apply_one (turn, name, fields, error);
		g_variant_unref (fields);
		if (!fine) {
			g_prefix_error (error, "%s:%u: turn:%s: ", script, line, name);
			return FALSE;
		}
	}
	return TRUE;
}
