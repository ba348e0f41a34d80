#include "gathering.h"

#define UNASKED 40 /* percentage who come to a meeting that they never accepted */

static void
free_meeting (gpointer data)
{
	struct meeting *meeting = data;
	g_free (meeting->uid);
	g_ptr_array_unref (meeting->desks);
	g_free (meeting);
}

void
gatherings_init (struct gatherings *gatherings)
{
	gatherings->meetings = g_ptr_array_new_with_free_func (free_meeting);
	gatherings->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
}

void
gatherings_clear (struct gatherings *gatherings)
{
	g_hash_table_unref (gatherings->by_uid);
	g_ptr_array_unref (gatherings->meetings);
}

static struct meeting *
meeting_of (struct gatherings *gatherings, const char *uid)
{
	struct meeting *meeting = g_hash_table_lookup (gatherings->by_uid, uid);
	if (meeting != NULL)
		return meeting;
	meeting = g_new0 (struct meeting, 1);
	meeting->uid = g_strdup (uid);
	meeting->desks = g_ptr_array_new ();
	g_ptr_array_add (gatherings->meetings, meeting);
	g_hash_table_insert (gatherings->by_uid, meeting->uid, meeting);
	return meeting;
}

struct meeting *
gathering_expect (struct gatherings *gatherings, struct desk *desk, const char *uid, rn_time now)
{
	const struct entry *entry = desk_find (desk, uid);
	if (entry == NULL || entry->start <= now)
		return NULL;
	struct meeting *meeting = meeting_of (gatherings, uid);
	if (!g_ptr_array_find (meeting->desks, desk, NULL))
		g_ptr_array_add (meeting->desks, desk);
	if (meeting->start == entry->start)
		return NULL;
	meeting->start = entry->start;
	return meeting;
}

static gboolean
comes (struct desk *desk, const struct meeting *meeting, rn_time now)
{
	const struct entry *entry = desk_find (desk, meeting->uid);
	struct person *person = desk->person;
	if (entry == NULL || entry->cancelled || entry->start != meeting->start || person_absence (person, now) != NULL
	    || !person_is_here (person, now))
		return FALSE;
	guint likely = entry->state == ENTRY_ACCEPTED ? 100 - person->habits.forgets : entry->state == ENTRY_OPEN ? UNASKED : 0;
	return chance_percent (&person->chance, likely);
}

void
gathering_hold (struct meeting *meeting, rn_time now)
{
	guint here = 0;
	if (meeting->start != now)
		return; /* it was moved */
	for (guint i = 0; i < meeting->desks->len; i++)
		here += comes (meeting->desks->pdata[i], meeting, now) ? 1 : 0;
	meeting->held = here >= 2;
	for (guint i = 0; i < meeting->desks->len; i++)
		desk_find (meeting->desks->pdata[i], meeting->uid)->held = meeting->held;
}
