#include "ledger.h"

static void
add_string (GString *json, const char *text)
{
	g_string_append_c (json, '"');
	for (; *text != '\0'; text++)
		if (*text == '"' || *text == '\\')
			g_string_append_printf (json, "\\%c", *text);
		else if ((guchar) *text < ' ')
			g_string_append_printf (json, "\\u%04x", (guint) *text);
		else
			g_string_append_c (json, *text);
	g_string_append_c (json, '"');
}

static void
add_meeting (GString *json, const struct meeting *meeting)
{
	g_string_append (json, "{ \"uid\": ");
	add_string (json, meeting->uid);
	g_string_append_printf (json, ", \"start\": %" G_GINT64_FORMAT ", \"held\": %s, \"people\": [", meeting->start,
	                        meeting->held ? "true" : "false");
	for (guint i = 0; i < meeting->desks->len; i++) {
		g_string_append (json, i > 0 ? ", " : " ");
		add_string (json, ((const struct desk *) meeting->desks->pdata[i])->person->id);
	}
	g_string_append (json, " ] }");
}

static void
add_person (GString *json, const struct desk *desk)
{
	const struct person *person = desk->person;
	g_string_append (json, "{ \"id\": ");
	add_string (json, person->id);
	g_string_append (json, ", \"name\": ");
	add_string (json, person->name);
	g_string_append (json, ", \"address\": ");
	add_string (json, person->address);
	g_string_append_printf (json, ", \"role\": \"%s\", \"left\": %" G_GINT64_FORMAT ", \"unreachable\": %s", person->role,
	                        person->leaves, person->dead ? "true" : "false");
	g_string_append_printf (json, ", \"received\": %u, \"sent\": %u, \"bounced\": %u }", desk->received, desk->sent,
	                        desk->bounced);
}

char *
ledger_write (const GPtrArray *desks, const GPtrArray *meetings)
{
	GString *json = g_string_new ("{ \"meetings\": [");
	for (guint i = 0; i < meetings->len; i++) {
		g_string_append (json, i > 0 ? ",\n\t" : "\n\t");
		add_meeting (json, meetings->pdata[i]);
	}
	g_string_append (json, "\n],\n\"people\": [");
	for (guint i = 0; i < desks->len; i++) {
		g_string_append (json, i > 0 ? ",\n\t" : "\n\t");
		add_person (json, desks->pdata[i]);
	}
	g_string_append (json, "\n] }\n");
	return g_string_free (json, FALSE);
}
