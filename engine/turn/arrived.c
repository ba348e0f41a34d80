#include "arrived.h"

#include <string.h>

#include "address.h"
#include "outbox.h"

#define RN_MAX_CAME_BACK 16 /* of one list in one mail; an answer brings one or two */

gboolean
rn_turn_own_copy (rn_turn *turn, const rn_reading *reading, gboolean *is_copy, GError **error)
{
	gint64 person = 0;
	g_autofree char *about = NULL, *program = NULL;

	*is_copy = FALSE;
	if (!g_str_equal (reading->from, turn->program->address) || *reading->message_id == '\0')
		return TRUE;
	return rn_outbox_by_message_id (turn->db, reading->message_id, is_copy, &person, &about, &program, error) &&
	       (!*is_copy || rn_outbox_confirm (turn->db, reading->message_id, turn->now, error));
}

/* The newest of the mails it answers. */
static gboolean
by_references (rn_turn *turn, const rn_reading *reading, GError **error)
{
	gboolean fine = *reading->in_reply_to == '\0' || rn_outbox_confirm (turn->db, reading->in_reply_to, turn->now, error);
	guint n = reading->references != NULL ? g_strv_length (reading->references) : 0;

	for (guint i = n - MIN (n, RN_MAX_CAME_BACK); fine && i < n; i++)
		fine = g_str_equal (reading->references[i], reading->in_reply_to) ||
		       rn_outbox_confirm (turn->db, reading->references[i], turn->now, error);
	return fine;
}

/* The mail whose token stands in the plus part of that address (see make_way_back), mostly the
 * one that was answered. */
static gboolean
by_address (rn_turn *turn, const rn_reading *reading, const char *address, GError **error)
{
	g_autofree char *token = rn_address_tag (address);
	const char *domain = strrchr (turn->program->address, '@');

	if (token == NULL || domain == NULL)
		return TRUE;
	g_autofree char *message_id = g_strconcat (token, domain, NULL);
	return g_str_equal (message_id, reading->in_reply_to) || rn_outbox_confirm (turn->db, message_id, turn->now, error);
}

gboolean
rn_turn_arrived (rn_turn *turn, const rn_reading *reading, GError **error)
{
	gboolean fine = by_references (turn, reading, error);

	for (guint i = 0; fine && reading->recipients != NULL && reading->recipients[i] != NULL && i < RN_MAX_CAME_BACK; i++)
		fine = by_address (turn, reading, reading->recipients[i], error);
	for (guint i = 0; fine && i < MIN (reading->calendar->len, RN_MAX_CAME_BACK); i++) {
		const struct rn_calendar *item = g_ptr_array_index (reading->calendar, i);
		fine = by_address (turn, reading, item->organizer, error);
	}
	return fine;
}
