/* rotnem plugins: what can bring mail in, send it out and know people, with all settings. */
#include <stdio.h>
#include <sysexits.h>

#include "command.h"
#include "command_line.h"
#include "json.h"
#include "shipped.h"
#include "site_config.h"
#include "words.h"

/* ---- as JSON: one object a line ---- */

static void
add_text (GVariantBuilder *record, const char *key, const char *text)
{
	g_variant_builder_add (record, "{sv}", key, g_variant_new_string (text));
}

static GVariant *
option_json (const struct rn_option *option)
{
	GVariantBuilder record;

	g_variant_builder_init (&record, G_VARIANT_TYPE_VARDICT);
	add_text (&record, "name", option->name);
	add_text (&record, "type", rn_option_type_name (option->type));
	if (option->initial != NULL)
		add_text (&record, "default", option->initial);
	add_text (&record, "help", option->help);
	return g_variant_builder_end (&record);
}

static GVariant *
provider_json (const rn_provider_rows *provider)
{
	GVariantBuilder record, settings;

	g_variant_builder_init (&settings, G_VARIANT_TYPE ("aa{sv}"));
	for (const struct rn_option *option = provider->options; option->name != NULL; option++)
		g_variant_builder_add_value (&settings, option_json (option));
	g_variant_builder_init (&record, G_VARIANT_TYPE_VARDICT);
	add_text (&record, "provides", rn_provides_name (provider->provides));
	add_text (&record, "name", provider->name);
	g_variant_builder_add (&record, "{sv}", "settings", g_variant_builder_end (&settings));
	return g_variant_builder_end (&record);
}

static void
print_json (const rn_plugin_rows *plugin)
{
	GVariantBuilder record, providers;

	g_variant_builder_init (&providers, G_VARIANT_TYPE ("aa{sv}"));
	for (guint i = 0; i < plugin->providers->len; i++)
		g_variant_builder_add_value (&providers, provider_json (g_ptr_array_index (plugin->providers, i)));
	g_variant_builder_init (&record, G_VARIANT_TYPE_VARDICT);
	add_text (&record, "name", plugin->name);
	add_text (&record, "version", plugin->version);
	add_text (&record, "summary", plugin->summary);
	add_text (&record, "path", plugin->path);
	g_variant_builder_add (&record, "{sv}", "provides", g_variant_builder_end (&providers));
	g_autofree char *line = rn_json (g_variant_builder_end (&record));
	printf ("%s\n", line);
}

/* ---- for people ---- */

static void
print_line (const rn_plugin_rows *plugin)
{
	g_autoptr (GString) provides = g_string_new (NULL);

	for (guint i = 0; i < plugin->providers->len; i++) {
		const rn_provider_rows *provider = g_ptr_array_index (plugin->providers, i);
		g_string_append_printf (provides, "%s%s “%s”", i > 0 ? ", " : "",
		                        rn_provides_name (provider->provides), provider->name);
	}
	printf ("%-10s %-8s %s (%s)\n", plugin->name, plugin->version, plugin->summary, provides->str);
}

static void
print_option (const struct rn_option *option)
{
	if (option->initial == NULL)
		printf ("  %s  (%s, must be given)\n", option->name, rn_option_type_name (option->type));
	else if (*option->initial == '\0')
		printf ("  %s  (%s)\n", option->name, rn_option_type_name (option->type));
	else
		printf ("  %s = \"%s\"  (%s)\n", option->name, option->initial, rn_option_type_name (option->type));
	printf ("      %s\n", option->help);
	if (option->type == RN_OPTION_SECRET)
		printf ("      May be given as %s_file, %s_command or %s_credential instead.\n", option->name,
		        option->name, option->name);
}

static void
print_whole (const rn_plugin_rows *plugin)
{
	printf ("%s %s: %s\n%s\n", plugin->name, plugin->version, plugin->summary, plugin->path);
	for (guint i = 0; i < plugin->providers->len; i++) {
		const rn_provider_rows *provider = g_ptr_array_index (plugin->providers, i);
		printf ("\n%s: %s \"TITLE\" { … }\n", rn_provides_name (provider->provides), provider->name);
		for (const struct rn_option *option = provider->options; option->name != NULL; option++)
			print_option (option);
	}
}

/* ---- the command ---- */

static gboolean
has_name (const rn_plugin_rows *plugin, const char *name)
{
	gboolean has = g_str_equal (plugin->name, name);

	for (guint i = 0; i < plugin->providers->len; i++)
		has |= g_str_equal (((rn_provider_rows *) g_ptr_array_index (plugin->providers, i))->name, name);
	return has;
}

static int
not_found (const GPtrArray *plugins, const char *name)
{
	g_autoptr (GPtrArray) names = g_ptr_array_new ();

	for (guint i = 0; i < plugins->len; i++)
		g_ptr_array_add (names, ((rn_plugin_rows *) g_ptr_array_index (plugins, i))->name);
	g_ptr_array_add (names, NULL);
	g_autofree char *meant = rn_did_you_mean (name, (const char *const *) names->pdata);
	fprintf (stderr, "rotnem plugins: there is no plugin “%s”%s\n", name, meant);
	return EX_UNAVAILABLE;
}

static int
print (const char *folder, const char *name, gboolean json)
{
	g_autoptr (GPtrArray) refused = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (GPtrArray) plugins = rn_plugin_rows_list ();
	guint found = 0;

	rn_plugin_rows_add (plugins, folder, NULL, refused);
	for (guint i = 0; i < plugins->len; i++) {
		const rn_plugin_rows *plugin = g_ptr_array_index (plugins, i);
		if (name != NULL && !has_name (plugin, name))
			continue;
		found++;
		if (json)
			print_json (plugin);
		else if (name != NULL)
			print_whole (plugin);
		else
			print_line (plugin);
	}
	for (guint i = 0; i < refused->len; i++)
		fprintf (stderr, "%s\n", (const char *) g_ptr_array_index (refused, i));
	if (found == 0 && name != NULL)
		return not_found (plugins, name);
	if (found == 0)
		fprintf (stderr, "rotnem plugins: there are none in %s\n", folder);
	return refused->len > 0 ? EX_CONFIG : EX_OK;
}

static int
run (int argc, char **argv)
{
	g_autofree char *folder = NULL;
	gboolean json = FALSE;
	const GOptionEntry entries[] = {
		{ "dir", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Look there, not where Rotnem keeps its plugins", "DIR" },
		{ "json", 0, 0, G_OPTION_ARG_NONE, &json, "One object a line, with all settings", NULL },
		G_OPTION_ENTRY_NULL
	};
	g_autoptr (GError) error = NULL;

	if (!rn_options (&argc, &argv, "[NAME]", rn_command_plugins.summary, entries, &error))
		return rn_usage_error ("plugins", error);
	if (argc > 2) {
		fprintf (stderr, "rotnem plugins: “%s” is too much; one plugin is shown at a time\n", argv[2]);
		return EX_USAGE;
	}
	if (folder == NULL)
		folder = rn_shipped_dir ("plugins");
	return print (folder, argv[1], json);
}

const struct rn_command rn_command_plugins = {
	.name = "plugins", .arguments = "[--json] [NAME]", .summary = "List the plugins, or one with all its settings.", .run = run,
};
