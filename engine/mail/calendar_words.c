#include "calendar_words.h"

#include "answers.h"
#include "clock.h"
#include "mail_text.h"
#include "zone.h"

static const struct rn_calendar *
refusal_of (const rn_reading *reading)
{
	const struct rn_calendar *item = reading->calendar->len == 1 ? g_ptr_array_index (reading->calendar, 0) : NULL;

	if (item == NULL || !g_str_equal (item->method, "REPLY"))
		return NULL;
	return g_str_equal (item->partstat, "DECLINED") || g_str_equal (item->partstat, "TENTATIVE") ? item : NULL;
}

/* As a mail of ours would name it. */
static char *
offer_of (const struct rn_calendar *item, GTimeZone *zone)
{
	static const char *const days[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
	g_autoptr (GDateTime) start = item->start != 0 ? rn_time_local (item->start, zone) : NULL;
	g_autofree char *date = start != NULL ? g_date_time_format (start, "%Y-%m-%d %H:%M") : NULL;

	return date != NULL ? g_strdup_printf ("%s, %s", days[g_date_time_get_day_of_week (start) - 1], date) : NULL;
}

void
rn_calendar_words_read (rn_reading *reading, GTimeZone *zone)
{
	const struct rn_calendar *item = refusal_of (reading);
	gboolean is_remark = item != NULL && !rn_is_blank (item->comment);

	if (item == NULL || reading->state != RN_MAIL_READABLE || (!is_remark && reading->automatic))
		return;
	const char *words = is_remark ? item->comment : reading->text;
	GTimeZone *known = *item->tzid != '\0' ? rn_zone_of_tzid (item->tzid) : NULL;
	struct rn_reply reply;
	rn_reply_split (words, &reply);
	g_free (reply.quote);
	reply.quote = offer_of (item, known != NULL ? known : zone);
	rn_read_answers (reading, &reply, known != NULL ? known : zone);
	rn_reply_clear (&reply);
	reading->kind = RN_MAIL_CALENDAR;
}
