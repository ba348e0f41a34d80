#include "calendar_parts.h"

#include <string.h>

#include "classify.h"
#include "itip.h"
#include "mail_text.h"
#include "read.h"

static gboolean
is_same_item (const struct rn_calendar *a, const struct rn_calendar *b)
{
	return g_str_equal (a->method, b->method) && g_str_equal (a->uid, b->uid) && a->recurrence_id == b->recurrence_id &&
	       g_str_equal (a->attendee, b->attendee) && g_str_equal (a->partstat, b->partstat) && a->start == b->start;
}

static gboolean
has_item (const rn_reading *reading, const struct rn_calendar *item)
{
	for (guint i = 0; i < reading->calendar->len; i++)
		if (is_same_item (g_ptr_array_index (reading->calendar, i), item))
			return TRUE;
	return FALSE;
}

/* Calendars for information may be about anything (RFC 5546, 3.2.1). */
static gboolean
is_all_published (const rn_reading *reading)
{
	for (guint i = 0; i < reading->calendar->len; i++)
		if (!g_str_equal (((struct rn_calendar *) g_ptr_array_index (reading->calendar, i))->method, "PUBLISH"))
			return FALSE;
	return TRUE;
}

/* Moves what a calendar part says into the reading; many programs send the same
 * calendar twice, inline and attached. Gives why it must be held, or NONE. */
static enum rn_reason
take_items (rn_reading *reading, struct rn_itip *itip)
{
	gboolean is_second = reading->calendar->len > 0, is_new = FALSE;

	while (itip->items->len > 0) {
		struct rn_calendar *item = g_ptr_array_steal_index (itip->items, 0);
		if (has_item (reading, item)) {
			rn_calendar_free (item);
			continue;
		}
		is_new = TRUE;
		g_ptr_array_add (reading->calendar, item);
	}
	for (guint i = 0; i < itip->notes->len && !(is_second && !is_new); i++)
		rn_reading_add_note (reading, "%s", (const char *) g_ptr_array_index (itip->notes, i));
	if (itip->reason != NULL) {
		enum rn_reason reason = rn_reason_from_word (itip->reason);
		return reason != RN_REASON_NONE ? reason : RN_REASON_BAD_CALENDAR;
	}
	return is_second && is_new && !is_all_published (reading) ? RN_REASON_SEVERAL_CALENDARS : RN_REASON_NONE;
}

static enum rn_reason
read_part (const rn_message *message, const struct rn_part *part, GTimeZone *zone, rn_reading *reading)
{
	gboolean is_cut;
	g_autofree char *text = rn_part_text (message, part, RN_MAX_CALENDAR_PART, &is_cut);

	if (is_cut)
		return RN_REASON_CALENDAR_TOO_LARGE;
	struct rn_itip itip;
	rn_itip_init (&itip);
	rn_itip_read (text, strlen (text), part->method, reading->from, zone, &itip);
	enum rn_reason reason = take_items (reading, &itip);
	rn_itip_clear (&itip);
	return reason;
}

/* What the items say together. */
static enum rn_reason
conclusion_of_items (const rn_reading *reading)
{
	if (reading->calendar->len == 0)
		return RN_REASON_BAD_CALENDAR;
	const struct rn_calendar *first = g_ptr_array_index (reading->calendar, 0);
	if (is_all_published (reading))
		return RN_REASON_PUBLISHED;
	for (guint i = 0; i < reading->calendar->len; i++) {
		const struct rn_calendar *item = g_ptr_array_index (reading->calendar, i);
		if (!g_str_equal (item->uid, first->uid))
			return RN_REASON_SEVERAL_MEETINGS;
		if (!g_str_equal (item->method, first->method))
			return RN_REASON_SEVERAL_CALENDARS;
		if (g_str_equal (item->method, "REPLY") && *item->partstat == '\0')
			return RN_REASON_NO_PARTSTAT;
	}
	return RN_REASON_CALENDAR;
}

/* An .ics that a person attached to her words, without a method, is no iTIP message. */
static gboolean
is_enclosure (const struct rn_part *part, const char *text, const rn_reading *reading)
{
	return part->is_attachment && part->method == NULL && !rn_is_blank (text) &&
	       rn_subject_partstat (reading->subject) == NULL;
}

/* Reads every calendar part; FALSE when there is none. *held is why one must be held. */
static gboolean
read_parts (const rn_message *message, const char *text, GTimeZone *zone, rn_reading *reading, enum rn_reason *held,
            gboolean *is_enclosed)
{
	gboolean is_found = FALSE;

	*held = RN_REASON_NONE;
	*is_enclosed = TRUE;
	for (gsize i = 0; i < rn_message_n_parts (message); i++) {
		const struct rn_part *part = rn_message_part (message, i);
		if (part->type != RN_PART_CALENDAR)
			continue;
		enum rn_reason reason = read_part (message, part, zone, reading);
		is_found = TRUE;
		*is_enclosed = *is_enclosed && is_enclosure (part, text, reading);
		if (*held == RN_REASON_NONE)
			*held = reason;
	}
	return is_found;
}

gboolean
rn_calendar_parts_read (const rn_message *message, const char *text, GTimeZone *zone, rn_reading *reading)
{
	enum rn_reason held;
	gboolean is_enclosed;

	if (!read_parts (message, text, zone, reading, &held, &is_enclosed))
		return FALSE;
	enum rn_reason together = conclusion_of_items (reading);
	if (is_enclosed && (together == RN_REASON_PUBLISHED || together == RN_REASON_BAD_CALENDAR)) {
		g_ptr_array_set_size (reading->calendar, 0);
		rn_reading_add_note (reading, "an enclosed calendar without a method was left aside");
		return FALSE;
	}
	reading->kind = RN_MAIL_CALENDAR;
	rn_reading_conclude (reading, held != RN_REASON_NONE ? held : together);
	return TRUE;
}
