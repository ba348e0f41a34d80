#include "site_config.h"

#include <string.h>

#include "clock.h"

/* As it could stand in a configuration. */
static void
show (GString *text, const char *indent, const char *name, const char *value)
{
	g_string_append_printf (text, "%s%s = \"", indent, name);
	for (; *value != '\0'; value++) {
		if (*value == '"' || *value == '\\')
			g_string_append_c (text, '\\');
		if (*value == '\n' || *value == '\t')
			g_string_append (text, *value == '\n' ? "\\n" : "\\t");
		else
			g_string_append_c (text, *value);
	}
	g_string_append (text, "\"\n");
}

static void
show_row (GString *text, const struct rn_option *row, GHashTable *values)
{
	const char *value = g_hash_table_lookup (values, row->name);
	gboolean is_set = *value != '\0';
	g_autofree char *with_unit = g_strdup_printf ("%s seconds", value);

	show (text, "\t", row->name, is_set && row->type == RN_OPTION_SECRET ? "(secret)"
	                             : is_set && row->type == RN_OPTION_DURATION ? with_unit : value);
}

static void
show_provider (GString *text, const rn_provider_config *provider)
{
	g_string_append_printf (text, "\n# %s, %s\n%s \"%s\" {\n", rn_provides_name (provider->provides), provider->place,
	                        provider->provider, provider->title);
	for (const struct rn_option *row = provider->options; row->name != NULL; row++)
		show_row (text, row, provider->values);
	g_string_append (text, "}\n");
}

static void
show_program (GString *text, const rn_program_config *program)
{
	g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (program->settings), (GCompareFunc) strcmp);

	g_string_append_printf (text, "\n# %s\nprogram \"%s\" {\n", program->place, program->name);
	show (text, "\t", "address", program->address);
	show (text, "\t", "display_name", program->display_name);
	show (text, "\t", "coordinator", program->coordinator);
	show (text, "\t", "sponsor", program->sponsor);
	show (text, "\t", "source", program->source);
	show (text, "\t", "transport", program->transport);
	g_string_append (text, names != NULL ? "\tset {\n" : "");
	for (GList *name = names; name != NULL; name = name->next)
		show (text, "\t\t", name->data, g_hash_table_lookup (program->settings, name->data));
	g_string_append (text, names != NULL ? "\t}\n}\n" : "}\n");
}

char *
rn_config_show (const rn_config *config)
{
	GString *text = g_string_new (NULL);
	g_autofree char *since = rn_time_text (config->since);
	g_autofree char *poll = g_strdup_printf ("%d seconds", config->poll_seconds), *raw = g_strdup_printf ("%d days", config->raw_days);

	g_string_append_printf (text, "# %s\n", config->path);
	show (text, "", "state_dir", config->state_dir);
	show (text, "", "redirect_all_to", config->redirect_all_to);
	show (text, "", "authserv_id", config->authserv_id);
	show (text, "", "token_in", config->token_in);
	show (text, "", "since", since);
	show (text, "", "poll_every", poll);
	show (text, "", "keep_raw_mail", raw);
	show (text, "", "plugins_dir", config->plugins_dir);
	show (text, "", "scripts_dir", config->scripts_dir);
	show (text, "", "templates_dir", config->templates_dir);
	for (guint i = 0; i < config->providers->len; i++)
		show_provider (text, g_ptr_array_index (config->providers, i));
	for (guint i = 0; i < config->programs->len; i++)
		show_program (text, g_ptr_array_index (config->programs, i));
	return g_string_free (text, FALSE);
}
