#include "site_config.h"

#include <string.h>

#include "blocks.h"
#include "clock.h"
#include "settings.h"

struct show {
	GString *text;
	const rn_block *files; /* NULL: show what is not in them too */
};

/* As it could stand in a configuration. */
static void
show_setting (struct show *show, const char *indent, const char *name, const char *value)
{
	g_string_append_printf (show->text, "%s%s = \"", indent, name);
	for (; *value != '\0'; value++) {
		if (*value == '"' || *value == '\\')
			g_string_append_c (show->text, '\\');
		if (*value == '\n' || *value == '\t')
			g_string_append (show->text, *value == '\n' ? "\\n" : "\\t");
		else
			g_string_append_c (show->text, *value);
	}
	g_string_append (show->text, "\"\n");
}

/* The block of the files that starts there. */
static const rn_block *
block_at (const struct show *show, const char *place)
{
	for (guint i = 0; show->files != NULL && i < show->files->blocks->len; i++) {
		const rn_block *block = g_ptr_array_index (show->files->blocks, i);
		if (g_str_equal (block->place, place))
			return block;
	}
	return NULL;
}

/* Seconds in the largest unit that fits without a rest. */
static char *
as_duration (const char *seconds)
{
	static const struct { rn_time length; const char *name; } units[] = {
		{ RN_DAY, "days" }, { RN_HOUR, "hours" }, { RN_MINUTE, "minutes" }, { 1, "seconds" },
	};
	gint64 whole = g_ascii_strtoll (seconds, NULL, 10);
	gsize i = 0;

	while (whole % units[i].length != 0)
		i++;
	return g_strdup_printf ("%" G_GINT64_FORMAT " %s", whole / units[i].length, units[i].name);
}

/* `block` NULL: show it whether it was given or not. */
static void
show_row (struct show *show, const char *indent, const struct rn_option *row, const rn_block *block, const char *value)
{
	g_autofree char *duration = as_duration (value);

	if (block != NULL && !rn_settings_given (row, block))
		return;
	if (*value != '\0' && row->type == RN_OPTION_SECRET)
		value = "(secret)";
	else if (*value != '\0' && row->type == RN_OPTION_DURATION)
		value = duration;
	show_setting (show, indent, row->name, value);
}

static void
show_site (struct show *show, const rn_config *config)
{
	g_autofree char *since = rn_time_text (config->since);
	g_autofree char *poll = g_strdup_printf ("%d", config->poll_seconds);
	char keep[RN_KEEPS][24];
	g_autofree char *silence = g_strdup_printf ("%d", config->silence_seconds);
	const char *const values[] = {
		config->state_dir, config->redirect_all_to, config->authserv_id, config->token_in, since, poll, silence,
		keep[RN_KEEP_RAW_MAIL], keep[RN_KEEP_HELD_MAIL], keep[RN_KEEP_LETTERS], keep[RN_KEEP_ANSWERS], keep[RN_KEEP_JOURNAL],
		config->plugins_dir, config->scripts_dir, config->templates_dir,
	};

	for (gsize i = 0; i < RN_KEEPS; i++)
		g_snprintf (keep[i], sizeof keep[i], "%" G_GINT64_FORMAT, config->keep_days[i] * RN_DAY);
	for (gsize i = 0; i < G_N_ELEMENTS (values); i++) /* in the order of the rows */
		show_row (show, "", &rn_site_options[i], show->files, values[i]);
}

static void
show_provider (struct show *show, const rn_provider_config *provider)
{
	g_string_append_printf (show->text, "\n# %s, %s\n%s \"%s\" {\n", rn_provides_name (provider->provides),
	                        provider->place, provider->provider, provider->title);
	for (const struct rn_option *row = provider->options; row->name != NULL; row++)
		show_row (show, "\t", row, block_at (show, provider->place),
		          g_hash_table_lookup (provider->values, row->name));
	g_string_append (show->text, "}\n");
}

static void
show_place (struct show *show, const rn_place_config *place)
{
	g_string_append_printf (show->text, "\n# %s\nsite \"%s\" {\n", place->place, place->name);
	show_row (show, "\t", &rn_place_options[0], block_at (show, place->place), place->holidays);
	g_string_append (show->text, "}\n");
}

static void
show_program (struct show *show, const rn_program_config *program)
{
	g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (program->settings), (GCompareFunc) strcmp);
	const char *const values[] = { program->address, program->display_name, program->coordinator, program->deputy,
	                               program->sponsor, program->language, program->source, program->transport };

	g_string_append_printf (show->text, "\n# %s\nprogram \"%s\" {\n", program->place, program->name);
	for (gsize i = 0; i < G_N_ELEMENTS (values); i++) /* in the order of the rows */
		show_row (show, "\t", &rn_program_options[i], block_at (show, program->place), values[i]);
	g_string_append (show->text, names != NULL ? "\tset {\n" : "");
	for (GList *name = names; name != NULL; name = name->next)
		show_setting (show, "\t\t", name->data, g_hash_table_lookup (program->settings, name->data));
	g_string_append (show->text, names != NULL ? "\t}\n}\n" : "}\n");
}

static char *
show_all (const rn_config *config, const rn_block *files)
{
	struct show show = { .text = g_string_new (NULL), .files = files };

	g_string_append_printf (show.text, "# %s\n", config->path);
	show_site (&show, config);
	for (guint i = 0; i < config->providers->len; i++)
		show_provider (&show, g_ptr_array_index (config->providers, i));
	for (guint i = 0; i < config->places->len; i++)
		show_place (&show, g_ptr_array_index (config->places, i));
	for (guint i = 0; i < config->programs->len; i++)
		show_program (&show, g_ptr_array_index (config->programs, i));
	return g_string_free (show.text, FALSE);
}

char *
rn_config_show (const rn_config *config)
{
	return show_all (config, NULL);
}

char *
rn_config_show_given (const rn_config *config)
{
	return show_all (config, config->files);
}
