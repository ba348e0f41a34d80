#include "kind.h"

#include <string.h>

#include "error.h"

gpointer
rn_record_new (const struct rn_kind *kind)
{
	struct rn_record *record = g_malloc0 (kind->size);

	record->kind = kind;
	for (const struct rn_field *field = kind->fields; field->name != NULL; field++) {
		if (field->type == RN_FIELD_TEXT)
			G_STRUCT_MEMBER (char *, record, field->offset) = g_strdup ("");
		else if (field->type == RN_FIELD_LIST)
			G_STRUCT_MEMBER (GStrv, record, field->offset) = g_new0 (char *, 1);
	}
	return record;
}

void
rn_record_free (gpointer data)
{
	struct rn_record *record = data;

	if (record == NULL)
		return;
	for (const struct rn_field *field = record->kind->fields; field->name != NULL; field++) {
		if (field->type == RN_FIELD_TEXT)
			g_free (G_STRUCT_MEMBER (char *, record, field->offset));
		else if (field->type == RN_FIELD_LIST)
			g_strfreev (G_STRUCT_MEMBER (GStrv, record, field->offset));
	}
	g_free (record);
}

void
rn_record_set (char **member, const char *text)
{
	char *copy = g_strdup (text != NULL ? text : "");
	g_free (*member);
	*member = copy;
}

char *
rn_ref (const struct rn_kind *kind, gint64 id)
{
	return g_strdup_printf ("%s:%" G_GINT64_FORMAT, kind->name, id);
}

char *
rn_record_ref (gconstpointer record)
{
	const struct rn_record *r = record;
	return rn_ref (r->kind, r->id);
}

gboolean
rn_ref_parse (const char *ref, const struct rn_kind **kind, gint64 *id)
{
	const char *colon = ref != NULL ? strchr (ref, ':') : NULL;

	if (colon == NULL)
		return FALSE;
	g_autofree char *name = g_strndup (ref, (gsize) (colon - ref));
	*kind = rn_kind_named (name);
	if (colon[1] < '1' || colon[1] > '9') /* a ref is written in one way only */
		return FALSE;
	return *kind != NULL && g_ascii_string_to_signed (colon + 1, 10, 1, G_MAXINT64, id, NULL);
}

const struct rn_field *
rn_kind_field (const struct rn_kind *kind, const char *name)
{
	for (const struct rn_field *field = kind->fields; field->name != NULL; field++)
		if (g_str_equal (field->name, name))
			return field;
	return NULL;
}

const struct rn_kind *
rn_kind_named (const char *name)
{
	for (gsize i = 0; rn_kinds[i] != NULL; i++)
		if (g_str_equal (rn_kinds[i]->name, name))
			return rn_kinds[i];
	return NULL;
}

gboolean
rn_record_step (gpointer data, int to, GError **error)
{
	struct rn_record *record = data;
	const struct rn_field *field = rn_kind_field (record->kind, "state");
	int *state = &G_STRUCT_MEMBER (int, record, field->offset);

	for (const struct rn_step *step = record->kind->steps; step->from >= 0; step++) {
		if (step->from == *state && step->to == to) {
			*state = to;
			return TRUE;
		}
	}
	g_set_error (error, RN_ERROR, RN_ERROR_BUG, "%s:%" G_GINT64_FORMAT ": no step leads from “%s” to “%s”.",
	             record->kind->name, record->id, field->states[*state], field->states[to]);
	return FALSE;
}

const char *
rn_record_state_name (gconstpointer data)
{
	const struct rn_record *record = data;
	const struct rn_field *field = rn_kind_field (record->kind, "state");
	return field != NULL ? field->states[G_STRUCT_MEMBER (int, record, field->offset)] : "";
}
