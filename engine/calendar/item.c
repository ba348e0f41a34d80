#include "itip.h"

#define AT(member) G_STRUCT_OFFSET (struct rn_calendar, member)
static const glong texts[] = {
	AT (method), AT (uid), AT (attendee), AT (sent_by), AT (delegated_to), AT (partstat),
	AT (range), AT (status), AT (organizer), AT (tzid), AT (summary), AT (comment),
};
#undef AT

struct rn_calendar *
rn_calendar_new (void)
{
	struct rn_calendar *calendar = g_new0 (struct rn_calendar, 1);

	for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
		G_STRUCT_MEMBER (char *, calendar, texts[i]) = g_strdup ("");
	calendar->attendees = g_new0 (char *, 1);
	calendar->partstats = g_new0 (char *, 1);
	calendar->occurrences = g_array_new (FALSE, FALSE, sizeof (rn_time));
	return calendar;
}

void
rn_calendar_free (struct rn_calendar *calendar)
{
	if (calendar == NULL)
		return;
	for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
		g_free (G_STRUCT_MEMBER (char *, calendar, texts[i]));
	g_strfreev (calendar->attendees);
	g_strfreev (calendar->partstats);
	g_clear_pointer (&calendar->occurrences, g_array_unref);
	g_free (calendar);
}

void
rn_itip_init (struct rn_itip *itip)
{
	itip->items = g_ptr_array_new_with_free_func ((GDestroyNotify) rn_calendar_free);
	itip->notes = g_ptr_array_new_with_free_func (g_free);
	itip->reason = NULL;
}

void
rn_itip_clear (struct rn_itip *itip)
{
	g_clear_pointer (&itip->items, g_ptr_array_unref);
	g_clear_pointer (&itip->notes, g_ptr_array_unref);
}
