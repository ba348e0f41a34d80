#include "people.h"

#include <string.h>

#include "address.h"
#include "cells.h"

#define RN_MAX_BAD_CELLS_TOLD 1000 /* whoever sees so many has exported the wrong thing */

struct csv_person {
	guint line;
	gboolean bad;
	char *cells[CSV_N_COLUMNS]; /* clean; "" where there is none */
};

struct csv_people {
	const struct rn_host *host;
	const char *file;
	enum csv_column *meaning; /* of each column of the file, or CSV_N_COLUMNS */
	guint n_columns;
	guint column_of[CSV_N_COLUMNS]; /* the other way, counted from 1; 0: not in the file */
	GPtrArray *rows;       /* of struct csv_person */
	GHashTable *ids;       /* text of the row -> struct csv_person */
	GHashTable *addresses; /* in small letters -> struct csv_person */
	GHashTable *zones, *hours; /* cells known to be good: reading a zone's file for each person takes minutes */
	guint broken;          /* rows that could not even be cut into cells */
	guint told;
};

static void
person_free (gpointer data)
{
	struct csv_person *person = data;
	for (enum csv_column column = 0; column < CSV_N_COLUMNS; column++)
		g_free (person->cells[column]);
	g_free (person);
}

void
csv_people_free (struct csv_people *people)
{
	if (people == NULL)
		return;
	g_hash_table_unref (people->ids);
	g_hash_table_unref (people->addresses);
	g_hash_table_unref (people->zones);
	g_hash_table_unref (people->hours);
	g_ptr_array_unref (people->rows);
	g_free (people->meaning);
	g_free (people);
}

guint
csv_people_rows (const struct csv_people *people)
{
	return people->rows->len + people->broken;
}

guint
csv_people_bad (const struct csv_people *people)
{
	guint bad = people->broken;
	for (guint i = 0; i < people->rows->len; i++)
		bad += ((struct csv_person *) g_ptr_array_index (people->rows, i))->bad;
	return bad;
}

/* ---- telling ---- */

static void
tell (struct csv_people *people, guint line, guint column, const char *why)
{
	if (people->told++ < RN_MAX_BAD_CELLS_TOLD)
		people->host->bad_row (people->host, people->file, line, column, why);
}

/* Takes `why` over; NULL: nothing is wrong. */
static void
complain (struct csv_people *people, struct csv_person *person, enum csv_column column, char *why)
{
	if (why == NULL)
		return;
	person->bad = TRUE;
	tell (people, person->line, people->column_of[column], why);
	g_free (why);
}

/* ---- the header ---- */

static void
tell_unknown (const struct csv_people *people, guint line, guint column, const char *header)
{
	g_autofree char *meant = csv_column_meant (header);
	g_autofree char *said = g_strdup_printf ("%s:%u: column %u “%s” is unknown and is not used%s", people->file,
	                                         line, column, header, meant);
	people->host->log (people->host, RN_SEVERITY_WARNING, said);
}

static gboolean
read_header (struct csv_people *people, const struct csv_row *header, GError **error)
{
	for (guint i = 0; i < header->cells->len; i++) {
		g_autofree char *title = csv_cell_clean (g_ptr_array_index (header->cells, i));
		enum csv_column column = csv_column_named (title);

		people->meaning[i] = column;
		if (column == CSV_N_COLUMNS) {
			if (*title != '\0')
				tell_unknown (people, header->line, i + 1, title);
			continue;
		}
		if (people->column_of[column] != 0) {
			g_set_error (error, RN_ERROR, RN_ERROR_DATA, "%s:%u: columns %u and %u both mean “%s”",
			             people->file, header->line, people->column_of[column], i + 1,
			             csv_columns[column].name);
			return FALSE;
		}
		people->column_of[column] = i + 1;
	}
	for (enum csv_column column = 0; column < CSV_N_COLUMNS; column++)
		if (csv_columns[column].needed && people->column_of[column] == 0) {
			g_set_error (error, RN_ERROR, RN_ERROR_DATA,
			             "%s:%u: there is no column “%s”; the first line must name the columns",
			             people->file, header->line, csv_columns[column].name);
			return FALSE;
		}
	return TRUE;
}

struct csv_people *
csv_people_new (const struct rn_host *host, const char *file, const struct csv_row *header, GError **error)
{
	struct csv_people *people = g_new0 (struct csv_people, 1);

	people->host = host;
	people->file = file;
	people->n_columns = header->cells->len;
	people->meaning = g_new (enum csv_column, people->n_columns);
	people->rows = g_ptr_array_new_with_free_func (person_free);
	people->ids = g_hash_table_new (g_str_hash, g_str_equal);
	people->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	people->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	people->hours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	if (header->why != NULL)
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "%s:%u: %s", file, header->line, header->why);
	else if (read_header (people, header, error))
		return people;
	csv_people_free (people);
	return NULL;
}

/* ---- rows ---- */

static void
check_cell (struct csv_people *people, struct csv_person *person, enum csv_column column)
{
	const struct csv_column_row *row = &csv_columns[column];
	GHashTable *good = column == CSV_ZONE ? people->zones : column == CSV_HOURS ? people->hours : NULL;
	char **cell = &person->cells[column];

	if (**cell == '\0')
		complain (people, person, column,
		          row->needed ? g_strdup_printf ("the %s is missing", row->name) : NULL);
	if (**cell == '\0' || row->check == NULL || (good != NULL && g_hash_table_contains (good, *cell)))
		return;
	char *why = row->check (cell);
	if (good != NULL && why == NULL)
		g_hash_table_add (good, g_strdup (*cell));
	complain (people, person, column, why);
}

/* An address belongs to one person, be it the main one or an alias. */
static void
claim_address (struct csv_people *people, struct csv_person *person, enum csv_column column, const char *address)
{
	g_autofree char *normal = g_utf8_strdown (address, -1);
	const struct csv_person *other = g_hash_table_lookup (people->addresses, normal);

	if (!rn_address_is_safe (address))
		return; /* told already */
	if (other == NULL)
		g_hash_table_insert (people->addresses, g_steal_pointer (&normal), person);
	else if (other != person)
		complain (people, person, column,
		          g_strdup_printf ("the address “%s” is that of line %u already", address, other->line));
}

static void
claim (struct csv_people *people, struct csv_person *person)
{
	g_auto (GStrv) aliases = csv_cell_list (person->cells[CSV_ALIASES]);
	const struct csv_person *other = g_hash_table_lookup (people->ids, person->cells[CSV_ID]);

	if (other != NULL)
		complain (people, person, CSV_ID,
		          g_strdup_printf ("the id “%s” is that of line %u already", other->cells[CSV_ID],
		                           other->line));
	else if (*person->cells[CSV_ID] != '\0')
		g_hash_table_insert (people->ids, person->cells[CSV_ID], person);
	if (*person->cells[CSV_EMAIL] != '\0')
		claim_address (people, person, CSV_EMAIL, person->cells[CSV_EMAIL]);
	for (char **alias = aliases; alias != NULL && *alias != NULL; alias++)
		claim_address (people, person, CSV_ALIASES, *alias);
}

/* FALSE when the row has not the cells that the header names. */
static gboolean
has_shape (struct csv_people *people, const struct csv_row *row)
{
	if (row->why != NULL) {
		tell (people, row->line, row->column, row->why);
		return FALSE;
	}
	if (row->cells->len != people->n_columns) {
		g_autofree char *why = g_strdup_printf ("the row has %u cells, the header has %u", row->cells->len,
		                                        people->n_columns);
		tell (people, row->line, 0, why);
		return FALSE;
	}
	return TRUE;
}

void
csv_people_add (struct csv_people *people, const struct csv_row *row)
{
	if (!has_shape (people, row)) {
		people->broken++;
		return;
	}
	struct csv_person *person = g_new0 (struct csv_person, 1);
	person->line = row->line;
	for (guint i = 0; i < row->cells->len; i++)
		if (people->meaning[i] != CSV_N_COLUMNS)
			person->cells[people->meaning[i]] = csv_cell_clean (g_ptr_array_index (row->cells, i));
	for (enum csv_column column = 0; column < CSV_N_COLUMNS; column++) {
		if (person->cells[column] == NULL)
			person->cells[column] = g_strdup ("");
		check_cell (people, person, column);
	}
	claim (people, person);
	g_ptr_array_add (people->rows, person);
}

/* ---- at the end ---- */

/* Another person may be named by id or by address; afterwards it is the id. */
static void
resolve (struct csv_people *people, struct csv_person *person, enum csv_column column)
{
	const char *named = person->cells[column];
	g_autofree char *address = g_utf8_strdown (named, -1);
	const struct csv_person *other = g_hash_table_lookup (people->ids, named);

	if (*named == '\0')
		return;
	if (other == NULL)
		other = g_hash_table_lookup (people->addresses, address);
	if (other == NULL)
		complain (people, person, column, g_strdup_printf ("there is no person “%s” in this file", named));
	else if (other == person)
		complain (people, person, column, g_strdup ("a person cannot stand here for themselves"));
	else {
		g_free (person->cells[column]);
		person->cells[column] = g_strdup (other->cells[CSV_ID]);
	}
}

void
csv_people_finish (struct csv_people *people)
{
	for (guint i = 0; i < people->rows->len; i++) {
		resolve (people, g_ptr_array_index (people->rows, i), CSV_MANAGER);
		resolve (people, g_ptr_array_index (people->rows, i), CSV_TRADITIONAL_MENTOR);
	}
	if (people->told <= RN_MAX_BAD_CELLS_TOLD)
		return;
	g_autofree char *said = g_strdup_printf ("%s: %u further bad cells are not listed", people->file,
	                                         people->told - RN_MAX_BAD_CELLS_TOLD);
	people->host->log (people->host, RN_SEVERITY_WARNING, said);
}

static const char *
known (const struct csv_person *person, enum csv_column column)
{
	return *person->cells[column] != '\0' ? person->cells[column] : NULL;
}

static void
hand_over (const struct rn_host *host, const struct csv_person *person)
{
	g_auto (GStrv) aliases = csv_cell_list (person->cells[CSV_ALIASES]);
	g_auto (GStrv) skills = csv_cell_list (person->cells[CSV_SKILLS]);
	g_auto (GStrv) wishes = csv_cell_list (person->cells[CSV_WISHES]);

	host->person (host, &(struct rn_directory_person) {
		.id = person->cells[CSV_ID],
		.name = person->cells[CSV_NAME],
		.address = person->cells[CSV_EMAIL],
		.aliases = (const char *const *) aliases,
		.role = known (person, CSV_ROLE),
		.level = (int) g_ascii_strtoll (person->cells[CSV_LEVEL], NULL, 10),
		.unit = known (person, CSV_UNIT),
		.manager = known (person, CSV_MANAGER),
		.site = known (person, CSV_SITE),
		.zone = known (person, CSV_ZONE),
		.hours = known (person, CSV_HOURS),
		.language = known (person, CSV_LANGUAGE),
		.skills = (const char *const *) skills,
		.wishes = (const char *const *) wishes,
		.traditional_mentor = known (person, CSV_TRADITIONAL_MENTOR),
		.absent_until = csv_cell_date (person->cells[CSV_ABSENT_UNTIL], person->cells[CSV_ZONE]),
		.calendar = known (person, CSV_CALENDAR),
	});
}

void
csv_people_hand_over (const struct csv_people *people)
{
	for (guint i = 0; i < people->rows->len; i++) {
		const struct csv_person *person = g_ptr_array_index (people->rows, i);
		if (!person->bad)
			hand_over (people->host, person);
	}
}
