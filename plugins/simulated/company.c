#include "company_parts.h"

#include <gmime/gmime.h>
#include <string.h>

#include "ledger.h"

#define LEAST_PEOPLE 3         /* one to ask, one to answer, one to help */
#define MOST_PEOPLE 200000
#define CURIOUS 2              /* percentage who once write to the program of their own accord */

/* ---- The directory ---------------------------------------------------------------------- */

static const char **
topic_names (guint32 topics)
{
	GPtrArray *names = g_ptr_array_new ();
	for (guint i = 0; i < places_n_topics; i++)
		if ((topics >> i & 1) != 0)
			g_ptr_array_add (names, (gpointer) places_topics[i].title);
	g_ptr_array_add (names, NULL);
	return (const char **) g_ptr_array_free (names, FALSE);
}

void
company_list (struct company *company, rn_time now, const struct rn_host *host)
{
	for (guint i = 0; i < company->people->len; i++) {
		const struct person *person = company->people->pdata[i];
		if (!person_is_here (person, now))
			continue;
		const struct absence *absence = person->absence_known ? person_absence (person, now) : NULL;
		const char *aliases[] = { person->alias, NULL };
		g_autofree const char **skills = topic_names (person->skills), **wishes = topic_names (person->wishes);
		const struct rn_directory_person row = {
			.id = person->id, .name = person->name, .address = person->address, .aliases = aliases,
			.role = person->role, .level = person->level, .unit = person->unit,
			.manager = person->manager != NULL ? person->manager->id : NULL, .site = person->site->name,
			.zone = person->site->zone, .hours = person->shift->text, .language = person->german ? "de" : "en",
			.skills = skills, .wishes = wishes,
			.traditional_mentor = person->traditional_mentor != NULL ? person->traditional_mentor->id : NULL,
			.absent_until = absence != NULL ? absence->end : 0,
		};
		host->person (host, &row);
	}
}

/* ---- The whole -------------------------------------------------------------------------- */

gboolean
company_flush (struct company *company, GError **error)
{
	company_open_all (company);
	g_autofree char *ledger = ledger_write (company->desks, company->gatherings.meetings);
	return archive_file (company->archive, "company.json", ledger, error) && archive_flush (company->archive, error);
}

static void
move_in (struct company *company, struct person *person, const struct company_settings *settings)
{
	struct desk *desk = desk_new (person);
	g_ptr_array_add (company->desks, desk);
	g_hash_table_insert (company->addresses, g_ascii_strdown (person->address, -1), desk);
	if (person->alias != NULL)
		g_hash_table_insert (company->addresses, g_ascii_strdown (person->alias, -1), desk);
	if (chance_percent (&person->chance, CURIOUS) && !person_is_coordinator (person)) {
		rn_time at = settings->start + chance_between (&person->chance, 5, MAX (6, settings->days)) * RN_DAY;
		at = person_work_later (person, at, 100);
		company_plan (company, (struct event) { .at = at, .kind = EVENT_QUESTION, .desk = desk });
	}
}

static gboolean
check (const struct company_settings *settings, GError **error)
{
	const char *at = strchr (settings->coordinator, '@');
	if (at == NULL || at[1] == '\0')
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "The simulated company's coordinator “%s” is not a mail address.",
		             settings->coordinator);
	else if (settings->people < LEAST_PEOPLE || settings->people > MOST_PEOPLE)
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "The simulated company has %u people; it takes %d to %d.",
		             settings->people, LEAST_PEOPLE, MOST_PEOPLE);
	else
		return TRUE;
	return FALSE;
}

struct company *
company_new (const struct company_settings *settings, GError **error)
{
	if (!check (settings, error))
		return NULL;
	struct archive *archive = archive_new (settings->out, error);
	if (archive == NULL)
		return NULL;
	g_mime_init ();
	struct company *company = g_new0 (struct company, 1);
	company->archive = archive;
	company->chaos = settings->chaos;
	company->program = g_strdup (settings->program_address);
	company->now = settings->start;
	company->chance = chance_stream (settings->seed, 0);
	g_autofree char *domain = g_ascii_strdown (strchr (settings->coordinator, '@') + 1, -1);
	company->people = people_new (&(struct people_settings) {
		.people = settings->people, .seed = settings->seed, .start = settings->start, .days = settings->days,
		.domain = domain, .coordinator = settings->coordinator });
	company->desks = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_free);
	company->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	gatherings_init (&company->gatherings);
	company->events = g_sequence_new (company_free_event);
	mailroom_init (&company->mailroom, domain);
	for (guint i = 0; i < company->people->len; i++)
		move_in (company, company->people->pdata[i], settings);
	return company;
}

void
company_free (struct company *company)
{
	if (company == NULL)
		return;
	company_post_clear (company);
	g_sequence_free (company->events);
	mailroom_clear (&company->mailroom);
	gatherings_clear (&company->gatherings);
	g_hash_table_unref (company->addresses);
	g_ptr_array_unref (company->desks);
	g_ptr_array_unref (company->people);
	archive_free (company->archive);
	g_free (company->program);
	g_free (company);
}
