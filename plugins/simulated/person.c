#include "person.h"

#include <string.h>

#include "words.h"

#define COORDINATOR 0
#define TEAM 5          /* people who report to one leader, roughly */
#define MAX_LEVEL 5

/* ---- What she is like ---------------------------------------------------- */

static const struct temper {
	guint share, diligence, willing, accepts, counters, forgets, slowness;
} tempers[] = {
	/* share dil  will acc  cnt  forg minutes */
	{ 35, 98, 95, 95, 3, 2, 90 },  /* eager */
	{ 35, 95, 85, 91, 6, 3, 260 }, /* steady */
	{ 15, 90, 75, 85, 9, 5, 480 }, /* busy */
	{ 10, 78, 70, 88, 5, 9, 800 }, /* forgetful */
	{ 5, 85, 15, 85, 5, 5, 240 },  /* not for her */
};

static const struct temper *
pick_temper (struct chance *chance)
{
	guint roll = chance_below (chance, 100);
	for (guint i = 0; i < G_N_ELEMENTS (tempers); i++) {
		if (roll < tempers[i].share)
			return &tempers[i];
		roll -= tempers[i].share;
	}
	return &tempers[0];
}

static void
give_habits (struct person *person)
{
	struct chance *chance = &person->chance;
	const struct temper *temper = pick_temper (chance);
	struct habits *habits = &person->habits;
	habits->client = chance_below (chance, CLIENTS);
	habits->phone = chance_percent (chance, 15) && habits->client != CLIENT_THUNDERBIRD;
	habits->html_only = chance_percent (chance, 10);
	habits->reads_html = chance_percent (chance, 30);
	habits->interleaves = chance_percent (chance, 30) && !habits->html_only;
	habits->bottom = habits->client == CLIENT_THUNDERBIRD && chance_percent (chance, 40);
	habits->quotes = chance_percent (chance, 85);
	habits->signs = chance_percent (chance, 40);
	habits->polite = chance_percent (chance, 35);
	habits->diligence = temper->diligence;
	habits->willing = temper->willing;
	habits->later = 40;
	habits->accepts = temper->accepts;
	habits->counters = temper->counters;
	habits->words = chance_percent (chance, 8) ? 60 : 0;
	habits->forgets = temper->forgets;
	habits->slowness = temper->slowness;
}

/* ---- Who she is ---------------------------------------------------------- */

static const struct site *
pick_site (struct chance *chance)
{
	guint roll = chance_below (chance, 100);
	for (guint i = 0; i + 1 < places_n_sites; i++) {
		if (roll < places_sites[i].share)
			return &places_sites[i];
		roll -= places_sites[i].share;
	}
	return &places_sites[places_n_sites - 1];
}

static void
give_name (struct person *person, const char *domain, GHashTable *taken)
{
	const struct site *site = person->site;
	const struct spelling *given = &site->given[chance_below (&person->chance, site->n_given)];
	const struct spelling *family = &site->family[chance_below (&person->chance, site->n_family)];
	person->name = g_strdup_printf ("%s %s", given->name, family->name);
	person->given = g_strdup (given->name);
	char *address = g_strdup_printf ("%s.%s@%s", given->ascii, family->ascii, domain);
	for (guint n = 2; g_hash_table_contains (taken, address); n++) {
		g_free (address);
		address = g_strdup_printf ("%s.%s%u@%s", given->ascii, family->ascii, n, domain);
	}
	g_hash_table_add (taken, address);
	person->address = address;
	if (chance_percent (&person->chance, 12)) {
		char *alias = g_strdup_printf ("%c.%s.%s@%s", given->ascii[0], family->ascii, person->id, domain);
		person->alias = alias;
		g_hash_table_add (taken, alias);
	}
}

static guint32
pick_topics (struct chance *chance, guint least, guint most)
{
	guint32 topics = 0;
	for (guint n = chance_between (chance, least, most); n > 0; n--)
		topics |= (guint32) 1 << chance_below (chance, places_n_topics);
	return topics;
}

static void
give_absences (struct person *person, rn_time start, guint days)
{
	struct chance *chance = &person->chance;
	for (guint day = chance_between (chance, 20, 110); day < days && person->n_absences < PERSON_ABSENCES;
	     day += chance_between (chance, 70, 170)) {
		rn_time from = start - start % RN_DAY + day * RN_DAY;
		guint length = chance_percent (chance, 30) ? chance_between (chance, 2, 4) : chance_between (chance, 7, 18);
		person->absences[person->n_absences++] = (struct absence) { from, from + length * RN_DAY };
	}
	person->absence_known = chance_percent (chance, 50);
}

static struct person *
person_new (guint number, const struct people_settings *settings, GHashTable *taken)
{
	struct person *person = g_new0 (struct person, 1);
	person->number = number;
	person->chance = chance_stream (settings->seed, number + 1);
	person->id = g_strdup_printf ("e%05u", 10000 + number * 7 % 90000 + number / 90000 * 90000);
	person->site = number == COORDINATOR ? &places_sites[0] : pick_site (&person->chance);
	person->zone = g_time_zone_new_identifier (person->site->zone);
	if (person->zone == NULL)
		person->zone = g_time_zone_new_utc ();
	person->shift = person->site->shifts[chance_below (&person->chance, person->site->n_shifts)];
	person->german = chance_percent (&person->chance, person->site->german);
	person->unit = places_units[chance_below (&person->chance, places_n_units)];
	give_name (person, settings->domain, taken);
	give_habits (person);
	give_absences (person, settings->start, settings->days);
	return person;
}

/* ---- The whole company ---------------------------------------------------- */

static void
free_person (gpointer data)
{
	struct person *person = data;
	g_free (person->id);
	g_free (person->name);
	g_free (person->given);
	g_free (person->address);
	g_free (person->alias);
	g_time_zone_unref (person->zone);
	g_free (person);
}

/* She runs the program, is always reachable and answers what she is asked to do. */
static void
make_coordinator (struct person *person, const char *address)
{
	g_free (person->address);
	person->address = g_strdup (address);
	g_clear_pointer (&person->alias, g_free);
	person->role = "coordinator";
	person->level = 3;
	person->unit = "People";
	person->n_absences = 0;
	person->habits.diligence = 100;
	person->habits.slowness = 120;
}

static void
make_leader (struct person *person, GPtrArray *people, guint first, guint nth)
{
	person->role = "leader";
	person->level = nth == 0 ? MAX_LEVEL : nth <= TEAM ? MAX_LEVEL - 1 : MAX_LEVEL - 2;
	person->manager = nth == 0 ? NULL : people->pdata[first + (nth - 1) / TEAM];
	person->wishes = pick_topics (&person->chance, 1, 3);
}

static void
make_mentor (struct person *person, GPtrArray *people, guint leaders)
{
	struct chance *chance = &person->chance;
	person->role = "mentor";
	person->level = (int) chance_between (chance, 1, 2);
	person->manager = people->pdata[1 + chance_below (chance, leaders)];
	person->skills = pick_topics (chance, 2, 5);
	if (chance_percent (chance, 10))
		person->traditional_mentor = people->pdata[1 + chance_below (chance, leaders)];
}

static void
let_some_go (struct person *person, const struct people_settings *settings)
{
	if (person->manager == NULL)
		return;
	if (chance_below (&person->chance, 365 * 100) < 4 * settings->days)
		person->leaves = settings->start + chance_between (&person->chance, 30, MAX (31, settings->days)) * RN_DAY;
	else
		person->dead = chance_percent (&person->chance, 2);
}

GPtrArray *
people_new (const struct people_settings *settings)
{
	g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
	GPtrArray *people = g_ptr_array_new_with_free_func (free_person);
	guint leaders = MAX (1, settings->people / 4);
	for (guint i = 0; i < settings->people; i++)
		g_ptr_array_add (people, person_new (i, settings, taken));
	make_coordinator (people->pdata[COORDINATOR], settings->coordinator);
	for (guint i = 1; i < people->len; i++) {
		if (i <= leaders)
			make_leader (people->pdata[i], people, 1, i - 1);
		else
			make_mentor (people->pdata[i], people, leaders);
		let_some_go (people->pdata[i], settings);
	}
	return people;
}

gboolean
person_is_coordinator (const struct person *person)
{
	return person->number == COORDINATOR;
}

gboolean
person_is_here (const struct person *person, rn_time at)
{
	return person->leaves == 0 || at < person->leaves;
}

const struct absence *
person_absence (const struct person *person, rn_time at)
{
	for (guint i = 0; i < person->n_absences; i++)
		if (at >= person->absences[i].start && at < person->absences[i].end)
			return &person->absences[i];
	return NULL;
}

/* ---- Her clock ------------------------------------------------------------- */

static rn_time
offset (const struct person *person, rn_time at)
{
	int interval = g_time_zone_find_interval (person->zone, G_TIME_TYPE_UNIVERSAL, at);
	return interval < 0 ? 0 : g_time_zone_get_offset (person->zone, interval);
}

/* Where in her day an instant lies. */
static void
look_at_clock (const struct person *person, rn_time at, guint *weekday, rn_time *second)
{
	rn_time local = at + offset (person, at);
	*weekday = (guint) ((local / RN_DAY + 4) % 7); /* 1970-01-01 was a Thursday */
	*second = local % RN_DAY;
}

/* TRUE with the end of work of this day; FALSE with when to look again. */
static gboolean
is_working (const struct person *person, rn_time at, rn_time *until)
{
	const struct absence *absence = person_absence (person, at);
	if (absence != NULL) {
		*until = absence->end;
		return FALSE;
	}
	guint weekday;
	rn_time second;
	look_at_clock (person, at, &weekday, &second);
	rn_time from = person->shift->days[weekday].from * RN_MINUTE, to = person->shift->days[weekday].to * RN_MINUTE;
	if (second >= from && second < to) {
		*until = at + to - second;
		return TRUE;
	}
	*until = at + (second < from ? from : RN_DAY) - second;
	return FALSE;
}

rn_time
person_working (const struct person *person, rn_time from)
{
	rn_time until;
	while (!is_working (person, from, &until))
		from = until;
	return from;
}

rn_time
person_work_later (const struct person *person, rn_time from, guint minutes)
{
	for (;;) {
		rn_time until;
		from = person_working (person, from);
		is_working (person, from, &until);
		rn_time end = from + minutes * RN_MINUTE;
		if (end < until)
			return end;
		minutes -= (guint) ((until - from) / RN_MINUTE);
		from = until;
	}
}

GDateTime *
person_local (const struct person *person, rn_time at)
{
	g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
	return g_date_time_to_timezone (utc, person->zone);
}

char *
person_date (const struct person *person, rn_time at)
{
	g_autoptr (GDateTime) day = person_local (person, at);
	return g_strdup_printf (person->german ? "%s, %d. %s %d" : "%s, %d %s %d",
	                        words_weekday (person->german, g_date_time_get_day_of_week (day), FALSE),
	                        g_date_time_get_day_of_month (day),
	                        words_month (person->german, g_date_time_get_month (day), FALSE), g_date_time_get_year (day));
}
