/* Any bytes as a calendar: in a mail, as a site's holidays, as a person's busy times. */
#include "fuzz.h"

#include "clock.h"
#include "freebusy.h"
#include "holidays.h"
#include "itip.h"

#define FROM 1767225600 /* 2026-01-01 */

static void
read_mail (const char *text, gsize size, GTimeZone *floating)
{
	struct rn_itip itip;

	rn_itip_init (&itip);
	rn_itip_read (text, size, "REPLY", "ada@example.com", floating, &itip);
	g_assert (itip.reason != NULL || itip.items->len > 0);
	for (guint i = 0; i < itip.items->len; i++) {
		const struct rn_calendar *item = g_ptr_array_index (itip.items, i);
		g_assert (g_utf8_validate (item->uid, -1, NULL) && g_utf8_validate (item->summary, -1, NULL));
		g_assert (g_utf8_validate (item->attendee, -1, NULL) && g_utf8_validate (item->tzid, -1, NULL));
	}
	rn_itip_clear (&itip);
}

static void
read_published (const char *text, gsize size, GTimeZone *zone)
{
	struct rn_freebusy freebusy;
	g_autoptr (GArray) days = rn_holidays_read (text, size, zone, FROM, FROM + 366 * RN_DAY, NULL);

	if (rn_freebusy_read (text, size, zone, FROM, FROM + 60 * RN_DAY, &freebusy, NULL))
		for (guint i = 1; i < freebusy.busy->len; i++)
			g_assert (g_array_index (freebusy.busy, struct rn_span, i - 1).end <
			          g_array_index (freebusy.busy, struct rn_span, i).start);
	rn_freebusy_clear (&freebusy);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
	/* exactly as long as it says, so that a byte too far is seen */
	g_autofree char *text = g_memdup2 (data, size);
	g_autoptr (GTimeZone) berlin = rn_zone ("Europe/Berlin", NULL);

	read_mail (text, size, NULL);
	read_mail (text, size, berlin);
	read_published (text, size, berlin);
	return 0;
}
