#include "import.h"

#include "control.h"
#include "error.h"
#include "frames.h"
#include "plugin_rows.h"
#include "provider.h"

/* A list that comes in. */
struct import {
	GMainLoop *loop;
	GVariantBuilder people;
	guint n_people;
	GPtrArray *problems;
	GError *error;
};

static const rn_provider_rows *
csv_rows (const rn_config *config, const rn_plugin_rows **plugin)
{
	rn_plugin_rows_add (config->plugins, config->plugins_dir, "csv", NULL);
	for (guint i = 0; i < config->plugins->len; i++) {
		*plugin = g_ptr_array_index (config->plugins, i);
		for (guint j = 0; j < (*plugin)->providers->len; j++) {
			const rn_provider_rows *rows = g_ptr_array_index ((*plugin)->providers, j);
			if (rows->provides == RN_DIRECTORY && g_str_equal (rows->name, "csv"))
				return rows;
		}
	}
	return NULL;
}

static const rn_provider_config *
directory_of (const rn_config *config)
{
	for (guint i = 0; i < config->providers->len; i++) {
		const rn_provider_config *provider = g_ptr_array_index (config->providers, i);
		if (provider->provides == RN_DIRECTORY)
			return provider;
	}
	return NULL;
}

/* The settings of the csv plugin: its own defaults, this file. */
static GHashTable *
settings (const rn_provider_rows *rows, const char *file, gboolean partial)
{
	GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

	for (const struct rn_option *option = rows->options; option->name != NULL; option++)
		g_hash_table_insert (values, g_strdup (option->name), g_strdup (option->initial != NULL ? option->initial : ""));
	g_hash_table_replace (values, g_strdup ("file"), g_canonicalize_filename (file, NULL));
	g_hash_table_replace (values, g_strdup ("partial"), g_strdup (partial ? "yes" : "no"));
	return values;
}

static void
take_bad_row (struct import *import, GVariant *body)
{
	const char *file, *why;
	guint32 line, column;
	g_variant_get (body, "(&suu&s)", &file, &line, &column, &why);
	g_ptr_array_add (import->problems, g_strdup_printf ("%s:%u:%u: %s", file, line, column, why));
}

static void
on_frame (rn_provider_client *provider, guint32 kind, GVariant *body, gpointer data)
{
	struct import *import = data;
	const char *word = "ok", *message = "";

	if (kind == RN_FRAME_PERSON) {
		g_variant_builder_add_value (&import->people, body);
		import->n_people++;
	} else if (kind == RN_FRAME_BAD_ROW) {
		take_bad_row (import, body);
	} else if (kind == RN_FRAME_LISTED || kind == RN_FRAME_OPENED) {
		g_variant_get (body, "(&s&s)", &word, &message);
		if (!rn_error_from_word (word, message, import->error == NULL ? &import->error : NULL) || kind == RN_FRAME_LISTED)
			g_main_loop_quit (import->loop);
	} else if (kind == 0) {
		g_set_error (&import->error, RN_ERROR, RN_ERROR_BUG, "The csv plugin ended: %s.",
		             provider->trouble != NULL ? provider->trouble : "its process died");
		g_main_loop_quit (import->loop);
	}
}

static void
on_ready (G_GNUC_UNUSED gpointer data)
{
}

static void
list (struct import *import, const rn_provider_config *config)
{
	rn_provider_client *provider = rn_provider_client_new (config, on_frame, on_ready, import);

	import->loop = g_main_loop_new (NULL, FALSE);
	if (rn_provider_up (provider, 0, 0, 0)) {
		rn_provider_put (provider, RN_FRAME_LIST, g_variant_new_int64 (g_get_real_time () / G_USEC_PER_SEC));
		rn_provider_push (provider);
		g_main_loop_run (import->loop);
	} else {
		g_set_error_literal (&import->error, RN_ERROR, RN_ERROR_RETRY, provider->trouble);
	}
	rn_provider_client_free (provider);
	g_main_loop_unref (import->loop);
}

static void
no_line (G_GNUC_UNUSED GVariant *line, G_GNUC_UNUSED gpointer data)
{
}

gboolean
rn_import_people (const rn_config *config, const char *file, gboolean partial, GPtrArray *problems, guint *n_people, GError **error)
{
	const rn_plugin_rows *plugin = NULL;
	const rn_provider_rows *rows = csv_rows (config, &plugin);
	const rn_provider_config *directory = directory_of (config);

	if (rows == NULL || directory != NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: %s", directory != NULL ? directory->place : config->path,
		             directory != NULL ? "the people come from this directory, which is read anew every day"
		                               : "the csv plugin was not found");
		return FALSE;
	}
	g_autoptr (GHashTable) values = settings (rows, file, partial);
	rn_provider_config provider = {
		.provides = RN_DIRECTORY, .provider = rows->name, .title = (char *) "import", .plugin_path = plugin->path, .values = values,
		.options = rows->options, .place = config->path,
	};
	struct import import = { .problems = problems };
	g_variant_builder_init (&import.people, G_VARIANT_TYPE ("aay"));
	list (&import, &provider);
	GVariant *people = g_variant_ref_sink (g_variant_builder_end (&import.people));
	g_autoptr (GVariant) owned = people;
	*n_people = import.n_people;
	if (import.error != NULL) {
		g_propagate_error (error, import.error);
		return FALSE;
	}
	return rn_control_ask (config, "people:import", g_variant_new_parsed ("{'people': <%@aay>}", people), no_line, NULL,
	                       error);
}
