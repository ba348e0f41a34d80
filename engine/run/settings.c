#include "settings.h"

#include <string.h>

#include "duration.h"
#include "secret.h"
#include "words.h"

/* What of a secret can be checked here without reading it. FALSE with an error; or a note of what cannot. */

static gboolean
check_file (const char *path, G_GNUC_UNUSED char **note, GError **error)
{
	g_autofree char *secret = rn_secret_from_file (path, error);
	return secret != NULL;
}

static gboolean
check_command (const char *command, char **note, GError **error)
{
	*note = g_strdup_printf ("the command “%s” was not run; “check --online” runs it", command);
	return rn_secret_command_exists (command, error);
}

static gboolean
check_credential (const char *name, char **note, GError **error)
{
	g_autoptr (GError) why = NULL;
	g_autofree char *secret = rn_secret_from_credential (name, &why);

	if (secret == NULL && rn_secret_is_credential (name) && !rn_secret_has_credentials ())
		*note = g_strdup_printf ("the credential “%s” can be read only within the service", name);
	else if (secret == NULL)
		g_propagate_error (error, g_steal_pointer (&why));
	return secret != NULL || *note != NULL;
}

/* NAME_file instead of NAME, for secrets. */
static const struct {
	const char *suffix;
	gboolean is_path;
	char *(*get) (const char *value, GError **error);
	gboolean (*check) (const char *value, char **note, GError **error);
} secret_ways[] = {
	{ "_file", TRUE, rn_secret_from_file, check_file },
	{ "_command", FALSE, rn_secret_from_command, check_command },
	{ "_credential", FALSE, rn_secret_from_credential, check_credential },
};

void
rn_settings_tell (const struct rn_settings_reader *reader, const char *place, const char *format, ...)
{
	va_list arguments;
	va_start (arguments, format);
	g_autofree char *sentence = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	g_ptr_array_add (reader->problems, g_strdup_printf ("%s: %s", place, sentence));
}

static const struct rn_setting *
setting_named (const rn_block *block, const char *name)
{
	for (guint i = 0; i < block->settings->len; i++) {
		const struct rn_setting *setting = g_ptr_array_index (block->settings, i);
		if (g_str_equal (setting->name, name))
			return setting;
	}
	return NULL;
}

const char *
rn_settings_place (const rn_block *block, const char *name)
{
	const struct rn_setting *setting = setting_named (block, name);
	return setting != NULL ? setting->place : block->place;
}

/* ---- names ---- */

/* All that may stand in such a block, secrets in all their ways. */
static GPtrArray *
known_names (const struct rn_option *rows)
{
	GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

	for (; rows != NULL && rows->name != NULL; rows++) {
		g_ptr_array_add (names, g_strdup (rows->name));
		for (gsize i = 0; rows->type == RN_OPTION_SECRET && i < G_N_ELEMENTS (secret_ways); i++)
			g_ptr_array_add (names, g_strconcat (rows->name, secret_ways[i].suffix, NULL));
	}
	g_ptr_array_add (names, NULL);
	return names;
}

static void
check_names (const struct rn_settings_reader *reader, const struct rn_option *rows, const rn_block *block)
{
	g_autoptr (GPtrArray) names = known_names (rows);

	for (guint i = 0; i < block->settings->len; i++) {
		const struct rn_setting *setting = g_ptr_array_index (block->settings, i);
		const struct rn_setting *first = setting_named (block, setting->name);
		if (!g_strv_contains ((const char *const *) names->pdata, setting->name)) {
			g_autofree char *meant = rn_did_you_mean (setting->name, (const char *const *) names->pdata);
			rn_settings_tell (reader, setting->place, "there is no setting “%s” here%s", setting->name,
			                  meant);
		} else if (first != setting) {
			rn_settings_tell (reader, setting->place, "“%s” is set already at %s", setting->name,
			                  first->place);
		}
	}
}

/* ---- values ---- */

/* Each gives the value as the engine wants it, or NULL and an error. */

static char *
refuse (GError **error, const char *value, const char *wanted)
{
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "“%s” %s", value, wanted);
	return NULL;
}

static char *
read_text (G_GNUC_UNUSED const char *folder, const char *value, G_GNUC_UNUSED GError **error)
{
	return g_strdup (value);
}

static char *
read_number (G_GNUC_UNUSED const char *folder, const char *value, GError **error)
{
	gint64 number = 0;

	if (g_ascii_string_to_signed (value, 10, G_MININT64, G_MAXINT64, &number, NULL))
		return g_strdup_printf ("%" G_GINT64_FORMAT, number);
	return refuse (error, value, "is not a whole number");
}

static char *
read_flag (G_GNUC_UNUSED const char *folder, const char *value, GError **error)
{
	static const char *const yes[] = { "yes", "true", "on", NULL }, *const no[] = { "no", "false", "off", NULL };
	g_autofree char *small = g_ascii_strdown (value, -1);

	if (g_strv_contains (yes, small))
		return g_strdup ("yes");
	if (g_strv_contains (no, small))
		return g_strdup ("no");
	return refuse (error, value, "is neither yes nor no");
}

static char *
read_duration (G_GNUC_UNUSED const char *folder, const char *value, GError **error)
{
	struct rn_duration duration = { 0 };

	if (!rn_duration_parse (value, &duration, error))
		return NULL;
	if (duration.working_days > 0)
		return refuse (error, value, "counts working days, which this setting cannot; write hours or days");
	return g_strdup_printf ("%" G_GINT64_FORMAT, duration.seconds);
}

static char *
read_path (const char *folder, const char *value, G_GNUC_UNUSED GError **error)
{
	return *value != '\0' ? g_canonicalize_filename (value, folder) : g_strdup ("");
}

static char *(*const read_value[]) (const char *folder, const char *value, GError **error) = {
	[RN_OPTION_TEXT] = read_text,
	[RN_OPTION_NUMBER] = read_number,
	[RN_OPTION_FLAG] = read_flag,
	[RN_OPTION_DURATION] = read_duration,
	[RN_OPTION_PATH] = read_path,
	[RN_OPTION_SECRET] = read_text,
};

/* ---- rows ---- */

/* As far as the reader goes; NULL and an error when there is something wrong with it. */
static char *
secret_from (const struct rn_settings_reader *reader, gsize way, const char *value, const char *place, GError **error)
{
	g_autofree char *note = NULL;

	gboolean runs = secret_ways[way].get == rn_secret_from_command;
	if (reader->secrets == RN_SECRETS_READ || (reader->secrets == RN_SECRETS_NOT_RUN && !runs))
		return secret_ways[way].get (value, error);
	if (reader->secrets != RN_SECRETS_LEFT && !secret_ways[way].check (value, &note, error))
		return NULL;
	if (note != NULL)
		g_ptr_array_add (reader->notes, g_strdup_printf ("%s: %s", place, note));
	return g_strdup (RN_SECRET_LEFT);
}

/* NULL: it is not given that way. */
static char *
secret_by (const struct rn_settings_reader *reader, const struct rn_option *row, const rn_block *block, gsize way,
           GError **error)
{
	g_autofree char *name = g_strconcat (row->name, secret_ways[way].suffix, NULL);
	const struct rn_setting *setting = setting_named (block, name);

	if (setting == NULL || setting->value == NULL)
		return NULL;
	g_autofree char *value = secret_ways[way].is_path ? read_path (reader->folder, setting->value, NULL)
	                                                  : g_strdup (setting->value);
	char *secret = secret_from (reader, way, value, setting->place, error);
	if (secret == NULL)
		rn_settings_tell (reader, setting->place, "%s", (*error)->message);
	return secret;
}

/* In how many ways a value is given; more than one is a slip of whoever changed it. */
static guint
ways_given (const struct rn_option *row, const rn_block *block)
{
	guint ways = setting_named (block, row->name) != NULL;

	for (gsize i = 0; row->type == RN_OPTION_SECRET && i < G_N_ELEMENTS (secret_ways); i++) {
		g_autofree char *name = g_strconcat (row->name, secret_ways[i].suffix, NULL);
		ways += setting_named (block, name) != NULL;
	}
	return ways;
}

gboolean
rn_settings_given (const struct rn_option *row, const rn_block *block)
{
	return ways_given (row, block) > 0;
}

/* The row's value, or NULL after telling why there is none. */
static char *
value_of (const struct rn_settings_reader *reader, const struct rn_option *row, const rn_block *block)
{
	const struct rn_setting *setting = setting_named (block, row->name);
	g_autoptr (GError) error = NULL;
	char *value = NULL;
	guint ways = ways_given (row, block);

	if (ways > 1) {
		rn_settings_tell (reader, block->place, "“%s” is given in %u ways; leave one of them", row->name, ways);
		return NULL;
	}
	if (ways == 0 && row->initial == NULL) {
		rn_settings_tell (reader, block->place, "the setting “%s” is missing: %s", row->name, row->help);
		return NULL;
	}
	for (gsize i = 0;
	     setting == NULL && ways == 1 && value == NULL && error == NULL && i < G_N_ELEMENTS (secret_ways); i++)
		value = secret_by (reader, row, block, i, &error);
	if (value != NULL || (setting == NULL && ways == 1))
		return value;
	if (setting != NULL && setting->value == NULL)
		return NULL;
	if (setting == NULL && *row->initial == '\0')
		return g_strdup ("");
	value = read_value[row->type] (reader->folder, setting != NULL ? setting->value : row->initial, &error);
	if (value == NULL)
		rn_settings_tell (reader, setting != NULL ? setting->place : block->place, "%s: %s", row->name,
		                  error->message);
	return value;
}

GHashTable *
rn_settings_read (const struct rn_settings_reader *reader, const struct rn_option *rows, const rn_block *block)
{
	GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

	check_names (reader, rows, block);
	for (; rows != NULL && rows->name != NULL; rows++) {
		char *value = value_of (reader, rows, block);
		g_hash_table_insert (values, g_strdup (rows->name), value != NULL ? value : g_strdup (""));
	}
	return values;
}
