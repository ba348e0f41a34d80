#include "reading.h"

#include "error.h"
#include "members.h"

static const struct rn_member members[] = {
	RN_MEMBER (RN_MEMBER_INT, rn_reading, kind),
	RN_MEMBER (RN_MEMBER_INT, rn_reading, state),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, reason),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, from),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, from_name),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, subject),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, message_id),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, in_reply_to),
	RN_MEMBER (RN_MEMBER_TIME, rn_reading, date),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, language),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, text),
	RN_MEMBER (RN_MEMBER_FLAG, rn_reading, quoted),
	RN_MEMBER (RN_MEMBER_FLAG, rn_reading, automatic),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, authentication),
	RN_MEMBER (RN_MEMBER_TIME, rn_reading, absent_from),
	RN_MEMBER (RN_MEMBER_TIME, rn_reading, absent_until),
	RN_MEMBER (RN_MEMBER_INT, rn_reading, microseconds),
	{ NULL, 0, 0 }
};

#define CALENDAR_TYPE "(ssixxsssssssasasxxsssax)"
#define BOUNCE_TYPE "(sssbs)"
#define ANSWER_TYPE "(uiis)"

static const char *const kinds[RN_MAIL_KINDS] = {
	[RN_MAIL_REPLY] = "reply", [RN_MAIL_CALENDAR] = "calendar", [RN_MAIL_BOUNCE] = "bounce",
	[RN_MAIL_ABSENCE] = "absence", [RN_MAIL_AUTO] = "auto", [RN_MAIL_COMPLAINT] = "complaint",
	[RN_MAIL_FORM] = "form",
};

static const char *const states[RN_MAIL_STATES] = {
	[RN_MAIL_READABLE] = "readable", [RN_MAIL_IGNORED] = "ignored", [RN_MAIL_HELD] = "held",
	[RN_MAIL_ERROR] = "error",
};

static const char *const intents[RN_INTENTS] = {
	[RN_INTENT_YES] = "yes", [RN_INTENT_NO] = "no", [RN_INTENT_LATER] = "later",
	[RN_INTENT_NUMBER] = "number", [RN_INTENT_DATE] = "date", [RN_INTENT_TEXT] = "text",
	[RN_INTENT_HELP] = "help", [RN_INTENT_STOP] = "stop", [RN_INTENT_ELSEWHERE] = "elsewhere",
	[RN_INTENT_WHY] = "why", [RN_INTENT_UNDO] = "undo",
};

const char *
rn_mail_kind_name (enum rn_mail_kind kind)
{
	return kinds[kind];
}

const char *
rn_mail_state_name (enum rn_mail_state state)
{
	return states[state];
}

const char *
rn_intent_name (enum rn_intent intent)
{
	return intents[intent];
}

static void
bounce_free (gpointer data)
{
	struct rn_bounce *bounce = data;
	g_free (bounce->recipient);
	g_free (bounce->action);
	g_free (bounce->status);
	g_free (bounce->reason);
	g_free (bounce);
}

static void
answer_free (gpointer data)
{
	struct rn_answer *answer = data;
	g_free (answer->value);
	g_free (answer);
}

static void
calendar_free (gpointer data)
{
	rn_calendar_free (data);
}

rn_reading *
rn_reading_new (void)
{
	rn_reading *reading = g_new0 (rn_reading, 1);

	rn_members_init (members, reading);
	reading->references = g_new0 (char *, 1);
	reading->recipients = g_new0 (char *, 1);
	reading->bounces = g_ptr_array_new_with_free_func (bounce_free);
	reading->calendar = g_ptr_array_new_with_free_func (calendar_free);
	reading->answers = g_ptr_array_new_with_free_func (answer_free);
	reading->notes = g_ptr_array_new_with_free_func (g_free);
	return reading;
}

void
rn_reading_free (rn_reading *reading)
{
	if (reading == NULL)
		return;
	rn_members_clear (members, reading);
	g_strfreev (reading->references);
	g_strfreev (reading->recipients);
	g_ptr_array_unref (reading->bounces);
	g_ptr_array_unref (reading->calendar);
	g_ptr_array_unref (reading->answers);
	g_ptr_array_unref (reading->notes);
	g_free (reading);
}

struct rn_bounce *
rn_reading_add_bounce (rn_reading *reading)
{
	struct rn_bounce *bounce = g_new0 (struct rn_bounce, 1);
	bounce->recipient = g_strdup ("");
	bounce->action = g_strdup ("");
	bounce->status = g_strdup ("");
	bounce->reason = g_strdup ("");
	g_ptr_array_add (reading->bounces, bounce);
	return bounce;
}

struct rn_calendar *
rn_reading_add_calendar (rn_reading *reading)
{
	struct rn_calendar *calendar = rn_calendar_new ();
	g_ptr_array_add (reading->calendar, calendar);
	return calendar;
}

struct rn_answer *
rn_reading_add_answer (rn_reading *reading, enum rn_intent intent, int question, const char *value, int confidence)
{
	struct rn_answer *answer = g_new0 (struct rn_answer, 1);
	answer->intent = intent;
	answer->question = question;
	answer->value = g_strdup (value != NULL ? value : "");
	answer->confidence = confidence;
	g_ptr_array_add (reading->answers, answer);
	return answer;
}

void
rn_reading_add_note (rn_reading *reading, const char *format, ...)
{
	va_list arguments;
	va_start (arguments, format);
	g_ptr_array_add (reading->notes, g_strdup_vprintf (format, arguments));
	va_end (arguments);
}

void
rn_reading_set (char **member, const char *text)
{
	char *copy = text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
	g_free (*member);
	*member = copy;
}

/* ---- To a value --------------------------------------------------------- */

/* Foreign text may have any bytes; a value takes UTF-8 only. */
static GVariant *
text_value (const char *text)
{
	if (text == NULL)
		return g_variant_new_string ("");
	if (g_utf8_validate (text, -1, NULL))
		return g_variant_new_string (text);
	return g_variant_new_take_string (g_utf8_make_valid (text, -1));
}

static GVariant *
list_value (const char *const *list)
{
	GVariantBuilder builder;
	g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
	for (; list != NULL && *list != NULL; list++)
		g_variant_builder_add_value (&builder, text_value (*list));
	return g_variant_builder_end (&builder);
}

static GVariant *
bounce_value (gconstpointer data)
{
	const struct rn_bounce *b = data;
	return g_variant_new ("(@s@s@sb@s)", text_value (b->recipient), text_value (b->action), text_value (b->status),
	                      b->permanent, text_value (b->reason));
}

static GVariant *
calendar_value (gconstpointer data)
{
	const struct rn_calendar *c = data;
	return g_variant_new ("(@s@sixx@s@s@s@s@s@s@s@as@asxx@s@s@s@ax)", text_value (c->method), text_value (c->uid), c->sequence,
	                      c->dtstamp, c->recurrence_id, text_value (c->range), text_value (c->status),
	                      text_value (c->attendee), text_value (c->sent_by), text_value (c->delegated_to),
	                      text_value (c->partstat), text_value (c->organizer),
	                      list_value ((const char *const *) c->attendees),
	                      list_value ((const char *const *) c->partstats), c->start, c->end, text_value (c->tzid),
	                      text_value (c->summary), text_value (c->comment),
	                      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, c->occurrences->data, c->occurrences->len,
	                                                 sizeof (rn_time)));
}

static GVariant *
answer_value (gconstpointer data)
{
	const struct rn_answer *a = data;
	return g_variant_new ("(uii@s)", (guint32) a->intent, a->question, a->confidence, text_value (a->value));
}

static GVariant *
note_value (gconstpointer data)
{
	return text_value (data);
}

/* What is empty is left out: most lists of most mails are. */
static void
add_list (GVariantBuilder *builder, const char *name, char **list)
{
	if (*list != NULL)
		g_variant_builder_add (builder, "{sv}", name, list_value ((const char *const *) list));
}

static void
add_rows (GVariantBuilder *builder, const char *name, const char *type, GPtrArray *rows,
          GVariant *(*value) (gconstpointer row))
{
	GVariantBuilder list;

	if (rows->len == 0)
		return;
	g_variant_builder_init (&list, G_VARIANT_TYPE (type));
	for (guint i = 0; i < rows->len; i++)
		g_variant_builder_add_value (&list, value (g_ptr_array_index (rows, i)));
	g_variant_builder_add (builder, "{sv}", name, g_variant_builder_end (&list));
}

GVariant *
rn_reading_to_variant (const rn_reading *reading)
{
	GVariantBuilder builder;

	g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
	rn_members_put (members, reading, &builder);
	add_list (&builder, "references", reading->references);
	add_list (&builder, "recipients", reading->recipients);
	add_rows (&builder, "bounces", "a" BOUNCE_TYPE, reading->bounces, bounce_value);
	add_rows (&builder, "calendar", "a" CALENDAR_TYPE, reading->calendar, calendar_value);
	add_rows (&builder, "answers", "a" ANSWER_TYPE, reading->answers, answer_value);
	add_rows (&builder, "notes", "as", reading->notes, note_value);
	return g_variant_builder_end (&builder);
}

/* ---- From a value ------------------------------------------------------- */

/* FALSE with an error when an enumeration is out of range. */
static gboolean
check_range (const char *name, int number, int end, GError **error)
{
	if (number >= 0 && number < end)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "The reading's “%s” is %d, where 0 to %d are known.", name, number,
	             end - 1);
	return FALSE;
}

static gboolean
take_bounces (rn_reading *reading, GVariant *rows, G_GNUC_UNUSED GError **error)
{
	const char *recipient, *action, *status, *reason;
	gboolean permanent;
	GVariantIter iter;

	g_variant_iter_init (&iter, rows);
	while (g_variant_iter_next (&iter, "(&s&s&sb&s)", &recipient, &action, &status, &permanent, &reason)) {
		struct rn_bounce *bounce = rn_reading_add_bounce (reading);
		rn_reading_set (&bounce->recipient, recipient);
		rn_reading_set (&bounce->action, action);
		rn_reading_set (&bounce->status, status);
		rn_reading_set (&bounce->reason, reason);
		bounce->permanent = permanent;
	}
	return TRUE;
}

static gboolean
take_calendar (rn_reading *reading, GVariant *rows, G_GNUC_UNUSED GError **error)
{
	for (gsize i = 0, n = g_variant_n_children (rows); i < n; i++) {
		g_autoptr (GVariant) row = g_variant_get_child_value (rows, i);
		g_autoptr (GVariant) occurrences = NULL;
		struct rn_calendar *c = g_new0 (struct rn_calendar, 1);
		gsize n_occurrences;
		g_variant_get (row, "(ssixxsssssss^as^asxxsss@ax)", &c->method, &c->uid, &c->sequence, &c->dtstamp,
		               &c->recurrence_id, &c->range, &c->status, &c->attendee, &c->sent_by, &c->delegated_to,
		               &c->partstat, &c->organizer, &c->attendees, &c->partstats, &c->start, &c->end, &c->tzid, &c->summary, &c->comment, &occurrences);
		const rn_time *starts = g_variant_get_fixed_array (occurrences, &n_occurrences, sizeof (rn_time));
		c->occurrences = g_array_new (FALSE, FALSE, sizeof (rn_time));
		g_array_append_vals (c->occurrences, starts, (guint) n_occurrences);
		g_ptr_array_add (reading->calendar, c);
	}
	return TRUE;
}

static gboolean
take_answers (rn_reading *reading, GVariant *rows, GError **error)
{
	guint32 intent;
	int question, confidence;
	const char *text;
	GVariantIter iter;

	g_variant_iter_init (&iter, rows);
	while (g_variant_iter_next (&iter, "(uii&s)", &intent, &question, &confidence, &text)) {
		if (!check_range ("intent", (int) MIN (intent, G_MAXINT), RN_INTENTS, error))
			return FALSE;
		rn_reading_add_answer (reading, intent, question, text, confidence);
	}
	return TRUE;
}

static gboolean
take_notes (rn_reading *reading, GVariant *rows, G_GNUC_UNUSED GError **error)
{
	for (gsize i = 0, n = g_variant_n_children (rows); i < n; i++) {
		char *note;
		g_variant_get_child (rows, i, "s", &note);
		g_ptr_array_add (reading->notes, note);
	}
	return TRUE;
}

static gboolean
take_references (rn_reading *reading, GVariant *list, G_GNUC_UNUSED GError **error)
{
	g_strfreev (reading->references);
	reading->references = g_variant_dup_strv (list, NULL);
	return TRUE;
}

static gboolean
take_recipients (rn_reading *reading, GVariant *list, G_GNUC_UNUSED GError **error)
{
	g_strfreev (reading->recipients);
	reading->recipients = g_variant_dup_strv (list, NULL);
	return TRUE;
}

static const struct {
	const char *name, *type;
	gboolean (*take) (rn_reading *reading, GVariant *rows, GError **error);
} lists[] = {
	{ "references", "as", take_references },
	{ "recipients", "as", take_recipients },
	{ "bounces", "a" BOUNCE_TYPE, take_bounces },
	{ "calendar", "a" CALENDAR_TYPE, take_calendar },
	{ "answers", "a" ANSWER_TYPE, take_answers },
	{ "notes", "as", take_notes },
};

static gboolean
take_lists (rn_reading *reading, GVariant *dictionary, GError **error)
{
	GVariantIter entries;
	const char *name;
	GVariant *entry;

	g_variant_iter_init (&entries, dictionary);
	while (g_variant_iter_next (&entries, "{&sv}", &name, &entry)) {
		g_autoptr (GVariant) value = entry;
		for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
			if (g_str_equal (lists[i].name, name) && g_variant_is_of_type (value, G_VARIANT_TYPE (lists[i].type)) &&
			    !lists[i].take (reading, value, error))
				return FALSE;
	}
	return TRUE;
}

rn_reading *
rn_reading_from_variant (GVariant *value, GError **error)
{
	g_autoptr (rn_reading) reading = rn_reading_new ();

	if (!g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT)) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "A reading has the type %s, not a{sv}.",
		             g_variant_get_type_string (value));
		return NULL;
	}
	if (!rn_members_take (members, reading, value, "The reading", error) ||
	    !check_range ("kind", (int) reading->kind, RN_MAIL_KINDS, error) ||
	    !check_range ("state", (int) reading->state, RN_MAIL_STATES, error) || !take_lists (reading, value, error))
		return NULL;
	return g_steal_pointer (&reading);
}
