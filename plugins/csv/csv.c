/* People from a file of comma-separated values, as spreadsheets and HR systems save it. */
#include "config.h"

#include "people.h"

static const struct rn_option options[] = {
	{ "file", RN_OPTION_PATH, NULL, "The list of people; its first line names the columns." },
	{ "partial", RN_OPTION_FLAG, "no",
	  "Take the good rows when others are bad; else a bad row means that nothing is taken." },
	{ NULL, 0, NULL, NULL }
};

static gpointer
csv_open (const struct rn_host *host, G_GNUC_UNUSED GError **error)
{
	return (gpointer) host;
}

static void
csv_close (G_GNUC_UNUSED gpointer self)
{
}

static struct csv_people *
read_people (const struct rn_host *host, const char *file, const char *text, GError **error)
{
	struct csv_table table;
	struct csv_row row = { 0 };
	struct csv_people *people = NULL;

	csv_table_start (&table, text);
	if (csv_table_next (&table, &row))
		people = csv_people_new (host, file, &row, error);
	else
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "%s: the file has no rows", file);
	while (people != NULL && csv_table_next (&table, &row))
		csv_people_add (people, &row);
	csv_row_clear (&row);
	if (people != NULL)
		csv_people_finish (people);
	return people;
}

static gboolean
is_usable (const struct rn_host *host, const char *file, const struct csv_people *people, GError **error)
{
	guint bad = csv_people_bad (people), rows = csv_people_rows (people);

	if (rows == 0)
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "%s: there is nobody below the first line", file);
	else if (bad == rows)
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "%s: none of the %u rows can be used", file, rows);
	else if (bad > 0 && !host->flag (host, "partial"))
		g_set_error (error, RN_ERROR, RN_ERROR_DATA,
		             "%s: %u of %u rows are bad, so none was taken; mend them, or take the good ones with "
		             "“partial”",
		             file, bad, rows);
	else
		return TRUE;
	return FALSE;
}

static gboolean
csv_list (gpointer self, GError **error)
{
	const struct rn_host *host = self;
	const char *file = host->text (host, "file"), *encoding = NULL;
	g_autofree char *text = csv_read_file (file, &encoding, error);

	if (text == NULL)
		return FALSE;
	if (!g_str_has_prefix (encoding, "UTF")) {
		g_autofree char *said =
			g_strdup_printf ("%s: this is not UTF-8; it was read as Latin-1 (%s)", file, encoding);
		host->log (host, RN_SEVERITY_WARNING, said);
	}
	struct csv_people *people = read_people (host, file, text, error);
	gboolean fine = people != NULL && is_usable (host, file, people, error);
	if (fine)
		csv_people_hand_over (people);
	csv_people_free (people);
	return fine;
}

static const struct rn_directory_ops ops = { .list = csv_list };

RN_EXPORT const struct rn_plugin rn_plugin = {
	.abi = RN_PLUGIN_ABI, .name = "csv", .version = PACKAGE_VERSION,
	.summary = "People from a file of comma-separated values.",
	.provides = (const struct rn_provider[]) {
		{ .provides = RN_DIRECTORY, .name = "csv", .options = options, .open = csv_open, .close = csv_close,
		  .ops_size = sizeof ops, .ops.directory = &ops },
		{ .provides = RN_NOTHING },
	},
};
