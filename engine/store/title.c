#include "title.h"

#include "meeting.h"
#include "person.h"
#include "records.h"
#include "when_text.h"

static char *
person_title (const rn_person *person)
{
	return *person->name != '\0' ? g_strdup_printf ("%s <%s>", person->name, person->address) : g_strdup (person->address);
}

static char *
meeting_title (const rn_meeting *meeting, const rn_person *mentor, const char *pair)
{
	g_autofree char *when = rn_when_text (meeting->start, meeting->ends, mentor->zone, "en");
	return when != NULL ? g_strdup_printf ("%s, %s", pair, when) : g_strdup (pair);
}

/* The person that this field of the record names, or NULL. */
static rn_person *
load_person (rn_db *db, const struct rn_record *record, const char *name)
{
	const struct rn_field *field = rn_kind_field (record->kind, name);
	gint64 id = field != NULL && field->of == &rn_person_kind ? G_STRUCT_MEMBER (gint64, record, field->offset) : 0;
	return id != 0 ? rn_load (db, &rn_person_kind, id, NULL) : NULL;
}

static char *
people_title (rn_db *db, const struct rn_record *record)
{
	g_autoptr (rn_person) alone = load_person (db, record, "person");
	g_autoptr (rn_person) mentor = load_person (db, record, "mentor"), leader = load_person (db, record, "leader");

	if (mentor == NULL || leader == NULL)
		return alone != NULL ? person_title (alone) : g_strdup ("");
	g_autofree char *pair = g_strdup_printf ("%s and %s", mentor->name, leader->name);
	return record->kind == &rn_meeting_kind ? meeting_title ((const rn_meeting *) record, mentor, pair) : g_steal_pointer (&pair);
}

char *
rn_record_title (rn_db *db, gconstpointer data)
{
	const struct rn_record *record = data;

	if (record->kind == &rn_person_kind)
		return person_title (data);
	for (const struct rn_field *field = record->kind->fields; field->name != NULL; field++)
		if ((field->use & RN_USE_LABEL) != 0)
			return g_strdup (G_STRUCT_MEMBER (const char *, record, field->offset));
	return people_title (db, record);
}

char *
rn_ref_title (rn_db *db, const char *ref)
{
	const struct rn_kind *kind;
	gint64 id;
	struct rn_record *record = rn_ref_parse (ref, &kind, &id) ? rn_load (db, kind, id, NULL) : NULL;
	char *title = record != NULL ? rn_record_title (db, record) : g_strdup ("");

	rn_record_free (record);
	return title;
}
