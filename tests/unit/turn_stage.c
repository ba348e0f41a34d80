#include "turn_stage.h"

#include <string.h>

#include "due.h"
#include "vocabulary.h"

struct stage stage;

/* ---- Setting and clearing ------------------------------------------------------ */

static void
listen_to_all (GHashTable *listens)
{
	for (const struct rn_word *word = rn_events; word->name != NULL; word++)
		g_hash_table_add (listens, g_strdup (word->name));
	for (const char *const *form = (const char *const[]) { "feedback", "topics", "open-topics", NULL }; *form != NULL; form++)
		g_hash_table_add (listens, g_strconcat ("answer:", *form, NULL));
}

static rn_program *
make_program (void)
{
	rn_program *program = rn_program_new ();

	program->name = g_strdup ("reverse-mentoring");
	program->title = g_strdup ("Reverse mentoring");
	program->address = g_strdup (STAGE_PROGRAM);
	program->display_name = g_strdup ("Reverse mentoring");
	program->coordinator = g_strdup (STAGE_COORDINATOR);
	program->sponsor = g_strdup (STAGE_SPONSOR);
	program->language = g_strdup ("en");
	program->transport = g_strdup ("out");
	program->version = g_strdup ("1");
	program->source = g_strdup ("in");
	listen_to_all (program->listens);
	return program;
}

static void
add_topic (void)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_person) leo = stage_person ("leo");
	g_autoptr (rn_person) mia = stage_person ("mia");
	g_autoptr (rn_topic) topic = rn_topic_new ();
	g_autoptr (rn_volunteer) volunteer = rn_volunteer_new ();

	rn_record_set (&topic->program, stage.program->name);
	rn_record_set (&topic->title, "Short videos");
	topic->owner = leo->record.id;
	rn_save (stage.db, topic, &error);
	rn_assert_no_error (error);
	rn_record_set (&volunteer->program, stage.program->name);
	volunteer->person = mia->record.id;
	volunteer->topic = topic->record.id;
	rn_save (stage.db, volunteer, &error);
	rn_assert_no_error (error);
}

void
stage_open (void)
{
	g_autoptr (GError) error = NULL;
	const char *source = g_getenv ("ROTNEM_SOURCE");
	g_autofree char *templates = g_build_filename (source != NULL ? source : SOURCE_DIR, "templates", NULL);

	g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
	stage = (struct stage) { .now = STAGE_MONDAY, .told = g_ptr_array_new_with_free_func (g_free) };
	stage.dir = g_dir_make_tmp ("turn-XXXXXX", &error);
	rn_assert_no_error (error);
	stage.path = g_build_filename (stage.dir, "rotnem.db", NULL);
	stage.db = rn_db_open (stage.path, FALSE, &error);
	rn_assert_no_error (error);
	stage.program = make_program ();
	stage.site.redirect_all_to = "";
	stage.site.library = rn_library_new (templates);
	stage.site.program_names = g_ptr_array_new ();
	g_ptr_array_add (stage.site.program_names, stage.program->name);
	rn_record_free (stage_add_person ("mia", "mentor"));
	rn_record_free (stage_add_person ("leo", "leader"));
	rn_record_free (stage_add_person ("ida", "mentor"));
	add_topic ();
}

void
stage_close (void)
{
	g_autofree char *command = g_strdup_printf ("rm -rf '%s'", stage.dir);

	rn_db_close (stage.db);
	rn_library_free (stage.site.library);
	g_ptr_array_unref (stage.site.program_names);
	rn_program_free (stage.program);
	g_ptr_array_unref (stage.told);
	g_clear_pointer (&stage.fields, g_variant_unref);
	ck_assert (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
	g_free (stage.reasons);
	g_free (stage.about);
	g_free (stage.path);
	g_free (stage.dir);
}

/* ---- Turns and time ------------------------------------------------------------- */

rn_turn *
stage_begin (void)
{
	g_autoptr (GError) error = NULL;

	stage.turn = (rn_turn) {
		.db = stage.db, .now = stage.now, .site = &stage.site, .program = stage.program, .reply_to_message = "",
	};
	rn_turn_begin (&stage.turn, "test", &error);
	rn_assert_no_error (error);
	return &stage.turn;
}

static GVariant *read_value (struct rn_unpack *unpack, const struct rn_bundled *value);

static GVariant *
read_list (struct rn_unpack *unpack)
{
	g_autoptr (GVariantBuilder) list = g_variant_builder_new (G_VARIANT_TYPE_ARRAY);
	struct rn_bundled item = rn_bundle_read (unpack);

	if (item.type == RN_BUNDLE_END)
		return g_variant_new_strv (NULL, 0);
	for (; item.type != RN_BUNDLE_END; item = rn_bundle_read (unpack))
		g_variant_builder_add_value (list, read_value (unpack, &item));
	return g_variant_builder_end (list);
}

static GVariant *
read_table (struct rn_unpack *unpack)
{
	g_auto (GVariantDict) table = G_VARIANT_DICT_INIT (NULL);
	struct rn_bundled field;

	while ((field = rn_bundle_read (unpack)).type != RN_BUNDLE_END) {
		g_autofree char *name = g_strndup (field.name, field.name_size);
		g_variant_dict_insert_value (&table, name, read_value (unpack, &field));
	}
	return g_variant_dict_end (&table);
}

static GVariant *
read_value (struct rn_unpack *unpack, const struct rn_bundled *value)
{
	switch (value->type) {
	case RN_BUNDLE_TEXT:
		return g_variant_new_take_string (g_strndup (value->text, value->text_size));
	case RN_BUNDLE_FLAG:
		return g_variant_new_boolean (value->number != 0);
	case RN_BUNDLE_LIST:
		return read_list (unpack);
	case RN_BUNDLE_TABLE:
		return read_table (unpack);
	default:
		return g_variant_new_int64 (value->number);
	}
}

rn_letter *
stage_letter (rn_rows *rows, int column)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (GBytes) bytes = rn_rows_bytes (rows, column);
	rn_letter *letter = rn_letter_from_bytes (bytes, &error);

	rn_assert_no_error (error);
	return letter;
}

GVariant *
stage_fields (const rn_letter *letter)
{
	struct rn_unpack unpack = rn_bundle_begin_bytes (letter->fields);
	return g_variant_ref_sink (read_table (&unpack));
}

/* What the policy is told, as a dictionary. */
static GVariant *
read_fields (const GByteArray *bundle)
{
	struct rn_unpack unpack = { bundle->data, bundle->data + bundle->len, FALSE };
	struct rn_bundled whole = rn_bundle_read (&unpack);
	GVariant *fields = g_variant_ref_sink (read_value (&unpack, &whole));

	ck_assert (!unpack.is_bad && unpack.at == unpack.end);
	return fields;
}

void
stage_end (void)
{
	g_autoptr (GError) error = NULL;

	rn_turn_end (&stage.turn, "applied", &error);
	rn_assert_no_error (error);
	if (stage.turn.policy_event != NULL) {
		g_ptr_array_add (stage.told, g_strdup (stage.turn.policy_event));
		g_clear_pointer (&stage.fields, g_variant_unref);
		stage.fields = read_fields (stage.turn.policy_fields);
	}
	g_free (stage.reasons);
	stage.reasons = g_strdup (stage.turn.reasons->str);
	rn_turn_clear (&stage.turn);
}

static gboolean
fire_next (rn_time until)
{
	g_autoptr (GError) failure = NULL;
	g_autoptr (rn_event) event = rn_event_next (stage.db, until, &failure);

	rn_assert_no_error (failure);
	if (event == NULL)
		return FALSE;
	stage.now = MAX (stage.now, event->due);
	STEP (rn_turn_due (turn, event, &error));
	return TRUE;
}

void
stage_jump (rn_time to)
{
	stage.now = to;
	while (fire_next (to))
		;
}

void
stage_walk (rn_time to)
{
	while (fire_next (to))
		;
	stage.now = to;
}

guint
stage_told (const char *event)
{
	guint n = 0;
	for (guint i = 0; i < stage.told->len; i++)
		n += g_str_equal (g_ptr_array_index (stage.told, i), event);
	return n;
}

/* ---- People and what they have to do with each other ---------------------------- */

gpointer
stage_load (const struct rn_kind *kind, gint64 id)
{
	g_autoptr (GError) error = NULL;
	gpointer record = rn_load (stage.db, kind, id, &error);
	rn_assert_no_error (error);
	return record;
}

rn_person *
stage_person (const char *key)
{
	g_autoptr (GError) error = NULL;
	rn_person *person = rn_find_one (stage.db, &rn_person_kind, &error, "key", key, NULL);
	rn_assert_no_error (error);
	ck_assert_msg (person != NULL, "%s is not on the stage", key);
	return person;
}

rn_person *
stage_add_person (const char *key, const char *role)
{
	g_autoptr (GError) error = NULL;
	g_autofree char *address = g_strdup_printf ("%s@company.example", key);
	rn_person *person = rn_person_new ();

	rn_record_set (&person->key, key);
	rn_record_set (&person->name, key);
	rn_record_set (&person->address, address);
	rn_record_set (&person->role, role);
	rn_record_set (&person->zone, "Europe/Berlin");
	rn_record_set (&person->hours, "Mon-Fri 09:00-17:00");
	rn_record_set (&person->language, "en");
	rn_save (stage.db, person, &error);
	rn_assert_no_error (error);
	return person;
}

static gboolean
is_made (gpointer record)
{
	rn_record_free (record);
	return record != NULL;
}

void
stage_offer (void)
{
	g_autoptr (rn_person) mia = stage_person ("mia");
	g_autoptr (rn_person) leo = stage_person ("leo");
	g_autoptr (rn_topic) topic = stage_load (&rn_topic_kind, 1);
	STEP (is_made (rn_offer_make (turn, mia, leo, topic, NULL, NULL, &error)));
}

void
stage_pair (void)
{
	stage_offer ();
	stage_says ("mia", "offer", RN_INTENT_YES);
	stage_says ("leo", "offer", RN_INTENT_YES);
	stage_jump (stage.now);
}

void
stage_meet (void)
{
	struct rn_meeting_order order = { .template = "first-session" };

	stage_pair ();
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	STEP (is_made (rn_meeting_place (turn, pairing, &order, &error)));
}

/* ---- Looking -------------------------------------------------------------------- */

static rn_rows *
first_row (const char *format, va_list arguments)
{
	g_autoptr (GError) error = NULL;
	g_autofree char *sql = g_strdup_vprintf (format, arguments);
	rn_rows *rows = rn_db_query (stage.db, &error, sql, "");
	rn_assert_no_error (error);
	ck_assert_msg (rn_rows_next (rows, NULL), "no row: %s", sql);
	return rows;
}

gint64
stage_number (const char *format, ...)
{
	va_list arguments;
	va_start (arguments, format);
	g_autoptr (rn_rows) rows = first_row (format, arguments);
	va_end (arguments);
	return rn_rows_number (rows, 0);
}

char *
stage_text (const char *format, ...)
{
	va_list arguments;
	va_start (arguments, format);
	g_autoptr (rn_rows) rows = first_row (format, arguments);
	va_end (arguments);
	return g_strdup (rn_rows_text (rows, 0));
}

gint64
stage_mails (const char *key, const char *template)
{
	if (*key == '\0')
		return stage_number ("SELECT count(*) FROM outbox WHERE person = 0 AND template = '%s'", template);
	g_autoptr (rn_person) person = stage_person (key);
	return stage_number ("SELECT count(*) FROM outbox WHERE person = %d AND template = '%s'", (int) person->record.id,
	                     template);
}

/* ---- Mail that comes in ---------------------------------------------------------- */

rn_reading *
stage_reading (const char *from, const char *asked, const char *template)
{
	rn_reading *reading = rn_reading_new ();
	g_autofree char *address = strchr (from, '@') != NULL ? g_strdup (from) : g_strdup_printf ("%s@company.example", from);
	g_autofree char *id = *template == '\0' ? g_strdup ("") : stage_text (
	        "SELECT o.message_id FROM outbox o LEFT JOIN person p ON p.id = o.person"
	        " WHERE coalesce (p.key, '') = '%s' AND o.template = '%s' ORDER BY o.id DESC LIMIT 1", asked, template);
	g_autofree char *token = g_strndup (id, strcspn (id, "@"));

	rn_reading_set (&reading->from, address);
	g_strfreev (reading->recipients);
	reading->recipients = g_new0 (char *, 2);
	reading->recipients[0] = *token != '\0' ? g_strdup_printf ("mentoring+%s@company.example", token)
	                                        : g_strdup (STAGE_PROGRAM);
	return reading;
}

struct rn_calendar *
stage_calendar (rn_reading *reading, const char *method, const char *partstat)
{
	struct rn_calendar *item = rn_reading_add_calendar (reading);
	g_autofree char *uid = stage_text ("SELECT uid FROM meeting ORDER BY id DESC LIMIT 1");

	reading->kind = RN_MAIL_CALENDAR;
	rn_reading_set (&item->method, method);
	rn_reading_set (&item->partstat, partstat);
	rn_reading_set (&item->uid, uid);
	rn_reading_set (&item->attendee, reading->from);
	item->dtstamp = stage.now;
	item->sequence = (int) stage_number ("SELECT sequence FROM meeting ORDER BY id DESC LIMIT 1");
	return item;
}

struct rn_ending
stage_take (rn_reading *reading)
{
	g_auto (rn_sender) sender = { 0 };
	struct rn_ending ending = { RN_INBOX_NEW, "" };

	STEP (rn_sender_find (turn->db, reading, turn->site->redirect_all_to, &sender, &error) &&
	      rn_turn_incoming (turn, reading, &sender, &ending, &error));
	g_free (stage.about);
	stage.about = g_strdup (sender.about);
	ending.reason = g_intern_string (ending.reason); /* it may be the reading's */
	rn_reading_free (reading);
	return ending;
}

struct rn_ending
stage_says (const char *key, const char *template, enum rn_intent intent)
{
	rn_reading *reading = stage_reading (key, key, template);
	rn_reading_add_answer (reading, intent, 0, "", 100);
	return stage_take (reading);
}

Suite *
stage_suite (const char *name, const TTest *const *tests, gsize n)
{
	Suite *suite = suite_create (name);
	TCase *whole = tcase_create (name);

	tcase_add_checked_fixture (whole, stage_open, stage_close);
	for (gsize i = 0; i < n; i++)
		tcase_add_test (whole, tests[i]);
	suite_add_tcase (suite, whole);
	return suite;
}
