#include "task_mails.h"

#include "inbox.h"
#include "task_phrases.h"

char *
rn_task_mails_text (const GArray *ids)
{
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < MIN (ids->len, RN_MAX_TASK_MAILS); i++)
		g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (ids, gint64, i));
	return g_string_free (text, FALSE);
}

GArray *
rn_task_mails (rn_turn *turn, const rn_task *task, GError **error)
{
	const char *text = rn_task_fact (task, "mails");
	g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
	g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

	for (char **word = words; *word != NULL; word++) {
		gint64 id = g_ascii_strtoll (*word, NULL, 10);
		g_auto (rn_held) held = { FALSE };
		if (!rn_inbox_held (turn->db, id, &held, error))
			return NULL;
		if (held.waits)
			g_array_append_val (ids, id);
	}
	return g_steal_pointer (&ids);
}

/* Why it is held, in words; the reason's own word where there are none. */
static char *
why_held (rn_turn *turn, const char *language, const char *reason)
{
	char *why = rn_library_phrase (turn->site->library, turn->program->name, language, "held", reason);
	return why != NULL ? why : g_strdup (reason);
}

static gboolean
add_mail (rn_turn *turn, gint64 id, const char *language, GByteArray *fields, GError **error)
{
	g_auto (rn_held) held = { FALSE };

	if (!rn_inbox_held (turn->db, id, &held, error))
		return FALSE;
	g_autofree char *why = why_held (turn, language, held.reason);
	rn_bundle_open (fields, NULL, RN_BUNDLE_TABLE);
	rn_bundle_number (fields, "number", id);
	rn_bundle_text (fields, "sender", held.sender);
	rn_bundle_text (fields, "subject", held.subject);
	rn_bundle_text (fields, "why", why);
	rn_bundle_close (fields);
	return TRUE;
}

gboolean
rn_fields_mails (rn_turn *turn, const rn_task *task, const char *language, GByteArray *fields, GError **error)
{
	g_autoptr (GArray) ids = rn_task_mails (turn, task, error);

	if (ids == NULL)
		return FALSE;
	rn_bundle_open (fields, "mails", RN_BUNDLE_LIST);
	for (guint i = 0; i < ids->len; i++)
		if (!add_mail (turn, g_array_index (ids, gint64, i), language, fields, error))
			return FALSE;
	rn_bundle_close (fields);
	return TRUE;
}
