#include "site_config.h"

#include <string.h>

#include "address.h"
#include "almanac.h"
#include "blocks.h"
#include "clock.h"
#include "settings.h"
#include "shipped.h"
#include "words.h"

#define RN_SILENCE_LEAST (2 * RN_ALIVE_SECONDS)
#define RN_MAX_TITLE 64 /* titles become parts of file names */

/* ---- memory ---- */

static void
provider_free (gpointer data)
{
	rn_provider_config *provider = data;
	g_free (provider->provider);
	g_free (provider->title);
	g_free (provider->plugin_path);
	g_hash_table_unref (provider->values);
	g_free (provider->place);
	g_free (provider);
}

static void
program_free (gpointer data)
{
	rn_program_config *program = data;
	g_free (program->name);
	g_free (program->address);
	g_free (program->display_name);
	g_free (program->coordinator);
	g_free (program->deputy);
	g_free (program->sponsor);
	g_free (program->language);
	g_free (program->source);
	g_free (program->transport);
	g_hash_table_unref (program->settings);
	g_free (program->place);
	g_free (program);
}

static void
place_free (gpointer data)
{
	rn_place_config *place = data;
	g_free (place->name);
	g_free (place->holidays);
	g_free (place->place);
	g_free (place);
}

void
rn_config_free (rn_config *config)
{
	if (config == NULL)
		return;
	g_ptr_array_unref (config->places);
	g_ptr_array_unref (config->programs);
	g_ptr_array_unref (config->providers);
	g_ptr_array_unref (config->plugins);
	g_ptr_array_unref (config->notes);
	rn_block_free (config->files);
	g_free (config->path);
	g_free (config->state_dir);
	g_free (config->redirect_all_to);
	g_free (config->authserv_id);
	g_free (config->token_in);
	g_free (config->plugins_dir);
	g_free (config->scripts_dir);
	g_free (config->templates_dir);
	g_free (config);
}

/* ---- files ---- */

static int
by_text (gconstpointer a, gconstpointer b)
{
	return strcmp (*(char *const *) a, *(char *const *) b);
}

/* conf.d/NAME.conf in the order of names. */
static GPtrArray *
further_files (const char *path)
{
	GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
	g_autofree char *folder = g_path_get_dirname (path), *further = g_build_filename (folder, "conf.d", NULL);
	g_autoptr (GDir) dir = g_dir_open (further, 0, NULL);
	const char *file;

	while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
		if (*file != '.' && g_str_has_suffix (file, ".conf"))
			g_ptr_array_add (files, g_build_filename (further, file, NULL));
	g_ptr_array_sort (files, by_text);
	return files;
}

/* All files as one block. */
static rn_block *
read_files (const char *path, GPtrArray *problems)
{
	rn_block *whole = rn_block_read (path, problems);
	g_autoptr (GPtrArray) files = further_files (path);

	for (guint i = 0; i < files->len; i++) {
		g_autoptr (rn_block) more = rn_block_read (g_ptr_array_index (files, i), problems);
		if (more == NULL || whole == NULL)
			continue;
		g_ptr_array_extend_and_steal (whole->settings, g_steal_pointer (&more->settings));
		g_ptr_array_extend_and_steal (whole->blocks, g_steal_pointer (&more->blocks));
		more->settings = g_ptr_array_new ();
		more->blocks = g_ptr_array_new ();
	}
	return whole;
}

/* ---- blocks ---- */

struct load {
	rn_config *config;
	struct rn_settings_reader reader;
	GPtrArray *refused; /* of char *: plugins that were left out */
	gboolean opened_all;
};

/* Titles name things in commands and files, so each is a word and stands once. */
static void
check_title (struct load *load, const rn_block *block, GHashTable *seen)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
	const char *first = g_hash_table_lookup (seen, block->title);

	if (*block->title == '\0')
		rn_settings_tell (&load->reader, block->place, "the block needs a title: %s \"NAME\" { … }",
		                  block->word);
	else if (*block->title == '.' || strspn (block->title, letters) != strlen (block->title)
	         || strlen (block->title) > RN_MAX_TITLE)
		rn_settings_tell (&load->reader, block->place,
		                  "“%s” cannot be a title; it takes letters, digits, “-”, “_” and “.”", block->title);
	else if (first != NULL)
		rn_settings_tell (&load->reader, block->place, "the title “%s” is taken already at %s", block->title,
		                  first);
	else
		g_hash_table_insert (seen, block->title, block->place);
}

static void
refuse_inner_blocks (struct load *load, const rn_block *block, const char *allowed)
{
	for (guint i = 0; i < block->blocks->len; i++) {
		const rn_block *inner = g_ptr_array_index (block->blocks, i);
		if (allowed == NULL || !g_str_equal (inner->word, allowed) || *inner->title != '\0')
			rn_settings_tell (&load->reader, inner->place, "there is no block “%s” within “%s”",
			                  inner->word, block->word);
	}
}

static char *
take (GHashTable *values, const char *name)
{
	return g_strdup (g_hash_table_lookup (values, name));
}

GStrv
rn_config_addresses (const char *addresses)
{
	g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
	g_auto (GStrv) each = g_strsplit (addresses, ",", -1);

	for (char **address = each; *address != NULL; address++)
		if (*g_strstrip (*address) != '\0')
			g_strv_builder_add (list, *address);
	return g_strv_builder_end (list);
}

static void
check_address (struct load *load, const rn_block *block, const char *name, const char *address)
{
	if (*address != '\0' && !rn_address_is_safe (address))
		rn_settings_tell (&load->reader, rn_settings_place (block, name), "%s: “%s” is no mail address", name,
		                  address);
}

/* Several, separated by commas. */
static void
check_addresses (struct load *load, const rn_block *block, const char *name, const char *addresses)
{
	g_auto (GStrv) each = rn_config_addresses (addresses);

	for (char **address = each; *address != NULL; address++)
		check_address (load, block, name, *address);
}

/* Templates of another language would be looked for in vain. */
static void
check_language (struct load *load, const rn_block *block, const char *language)
{
	g_autofree char *folder = g_build_filename (load->config->templates_dir, block->title, language, NULL);

	if (!g_regex_match_simple ("^[a-z]{2,3}$", language, 0, 0))
		rn_settings_tell (&load->reader, rn_settings_place (block, "language"),
		                  "“%s” is not a language; a code like en or de is needed", language);
	else if (!g_str_equal (language, "en") && !g_file_test (folder, G_FILE_TEST_IS_DIR))
		rn_settings_tell (&load->reader, rn_settings_place (block, "language"), "there are no templates in “%s”: no folder %s",
		                  language, folder);
}

static void
tell_unknown_block (struct load *load, const rn_block *block)
{
	g_autoptr (GPtrArray) names = g_ptr_array_new ();

	g_ptr_array_add (names, (gpointer) "program");
	g_ptr_array_add (names, (gpointer) "site");
	for (guint i = 0; i < load->config->plugins->len; i++) {
		const rn_plugin_rows *plugin = g_ptr_array_index (load->config->plugins, i);
		for (guint j = 0; j < plugin->providers->len; j++)
			g_ptr_array_add (names, ((rn_provider_rows *) g_ptr_array_index (plugin->providers, j))->name);
	}
	g_ptr_array_add (names, NULL);
	g_autofree char *meant = rn_did_you_mean (block->word, (const char *const *) names->pdata);
	rn_settings_tell (&load->reader, block->place, "there is no plugin for “%s”%s", block->word, meant);
	for (guint i = 0; i < load->refused->len; i++)
		rn_settings_tell (&load->reader, block->place, "%s",
		                  (const char *) g_ptr_array_index (load->refused, i));
}

/* Takes a reference to the values. */
static void
add_provider (struct load *load, const rn_block *block, const rn_plugin_rows *plugin, const rn_provider_rows *rows,
              GHashTable *values)
{
	rn_provider_config *provider = g_new0 (rn_provider_config, 1);

	provider->provides = rows->provides;
	provider->provider = g_strdup (rows->name);
	provider->title = g_strdup (block->title);
	provider->plugin_path = g_strdup (plugin->path);
	provider->options = rows->options;
	provider->together = rows->together;
	provider->identity = (const char *const *) rows->identity;
	provider->place = g_strdup (block->place);
	provider->values = g_hash_table_ref (values);
	g_ptr_array_add (load->config->providers, provider);
}

/* One plugin may provide several kinds under one name: they take the same settings, and
 * one block sets them all up. */
static void
add_providers (struct load *load, const rn_block *block, const rn_plugin_rows *plugin)
{
	g_autoptr (GHashTable) values = NULL;

	for (guint i = 0; i < plugin->providers->len; i++) {
		const rn_provider_rows *rows = g_ptr_array_index (plugin->providers, i);
		if (rows->provides == RN_NOTHING || !g_str_equal (rows->name, block->word))
			continue;
		if (values == NULL)
			values = rn_settings_read (&load->reader, rows->options, block);
		add_provider (load, block, plugin, rows, values);
	}
}

/* From the plugins that are open. FALSE when none of them knows the word. */
static gboolean
find_providers (struct load *load, const rn_block *block)
{
	guint had = load->config->providers->len;

	for (guint i = 0; i < load->config->plugins->len && load->config->providers->len == had; i++)
		add_providers (load, block, g_ptr_array_index (load->config->plugins, i));
	return load->config->providers->len > had;
}

/* Opening them takes longer than all the rest: the plugin that bears the word comes first, or of “maildir-drop” its
 * first part, and the others only where it does not know it. */
static gboolean
open_and_find (struct load *load, const rn_block *block)
{
	g_autofree char *name = g_strndup (block->word, strcspn (block->word, "-"));

	rn_plugin_rows_add (load->config->plugins, load->config->plugins_dir, name, NULL);
	if (find_providers (load, block))
		return TRUE;
	if (!load->opened_all)
		rn_plugin_rows_add (load->config->plugins, load->config->plugins_dir, NULL, load->refused);
	load->opened_all = TRUE;
	return find_providers (load, block);
}

static void
read_provider (struct load *load, const rn_block *block)
{
	if (!find_providers (load, block) && !open_and_find (load, block))
		tell_unknown_block (load, block);
	refuse_inner_blocks (load, block, NULL);
}

/* ---- programs ---- */

/* set { pace = "…" }: checked by the program, which knows its settings. */
static GHashTable *
program_settings (struct load *load, const rn_block *block)
{
	GHashTable *settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

	for (guint i = 0; i < block->blocks->len; i++) {
		const rn_block *set = g_ptr_array_index (block->blocks, i);
		for (guint j = 0; g_str_equal (set->word, "set") && j < set->settings->len; j++) {
			const struct rn_setting *setting = g_ptr_array_index (set->settings, j);
			if (g_hash_table_contains (settings, setting->name))
				rn_settings_tell (&load->reader, setting->place, "“%s” is set already in this block",
				                  setting->name);
			else if (setting->value != NULL)
				g_hash_table_insert (settings, g_strdup (setting->name), g_strdup (setting->value));
		}
		if (g_str_equal (set->word, "set"))
			refuse_inner_blocks (load, set, NULL);
	}
	return settings;
}

GPtrArray *
rn_config_titles (const rn_config *config, enum rn_provides provides)
{
	GPtrArray *titles = g_ptr_array_new ();

	for (guint i = 0; i < config->providers->len; i++) {
		const rn_provider_config *provider = g_ptr_array_index (config->providers, i);
		if (provider->provides == provides)
			g_ptr_array_add (titles, provider->title);
	}
	g_ptr_array_add (titles, NULL);
	return titles;
}

/* The block that a program names as its source or transport, or the only one there is. */
static void
resolve_provider (struct load *load, const rn_block *block, enum rn_provides provides, char **title)
{
	const char *what = rn_provides_name (provides);
	g_autoptr (GPtrArray) titles = rn_config_titles (load->config, provides);

	if (**title == '\0' && titles->len == 2) {
		g_free (*title);
		*title = g_strdup (g_ptr_array_index (titles, 0));
	} else if (**title == '\0') {
		rn_settings_tell (&load->reader, block->place,
		                  titles->len < 2 ? "the program needs a %s, and no block here is one"
		                                  : "there are several blocks that could be the %s; name one of them",
		                  what);
	} else if (!g_strv_contains ((const char *const *) titles->pdata, *title)) {
		g_autofree char *meant = rn_did_you_mean (*title, (const char *const *) titles->pdata);
		rn_settings_tell (&load->reader, rn_settings_place (block, what), "there is no %s “%s”%s", what,
		                  *title, meant);
	}
}

static void
check_scripts (struct load *load, const rn_block *block)
{
	g_autofree char *folder = g_build_filename (load->config->scripts_dir, block->title, NULL);
	g_autoptr (GDir) dir = g_dir_open (load->config->scripts_dir, 0, NULL);
	g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
	const char *name;

	if (*block->title == '\0' || g_file_test (folder, G_FILE_TEST_IS_DIR))
		return;
	while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
		g_ptr_array_add (names, g_strdup (name));
	g_ptr_array_sort (names, by_text);
	g_ptr_array_add (names, NULL);
	g_autofree char *meant = rn_did_you_mean (block->title, (const char *const *) names->pdata);
	rn_settings_tell (&load->reader, block->place, "there is no program “%s” in %s%s", block->title,
	                  load->config->scripts_dir, meant);
}

static void
read_program (struct load *load, const rn_block *block)
{
	g_autoptr (GHashTable) values = rn_settings_read (&load->reader, rn_program_options, block);
	rn_program_config *program = g_new0 (rn_program_config, 1);

	program->name = g_strdup (block->title);
	program->address = take (values, "address");
	program->display_name = take (values, "display_name");
	program->coordinator = take (values, "coordinator");
	program->deputy = take (values, "deputy");
	program->sponsor = take (values, "sponsor");
	program->language = take (values, "language");
	program->source = take (values, "source");
	program->transport = take (values, "transport");
	program->settings = program_settings (load, block);
	program->place = g_strdup (block->place);
	g_ptr_array_add (load->config->programs, program);

	check_scripts (load, block);
	check_address (load, block, "address", program->address);
	check_address (load, block, "coordinator", program->coordinator);
	check_addresses (load, block, "deputy", program->deputy);
	check_address (load, block, "sponsor", program->sponsor);
	check_language (load, block, program->language);
	resolve_provider (load, block, RN_SOURCE, &program->source);
	resolve_provider (load, block, RN_TRANSPORT, &program->transport);
	refuse_inner_blocks (load, block, "set");
}

/* ---- places of work ---- */

/* A place is named as in the directory: "New York" is no title of a file. */
static void
check_place (struct load *load, const rn_block *block)
{
	if (*block->title == '\0')
		rn_settings_tell (&load->reader, block->place, "the block needs a title: site \"NAME\" { … }");
	for (guint i = 0; i < load->config->places->len; i++) {
		const rn_place_config *other = g_ptr_array_index (load->config->places, i);
		if (g_ascii_strcasecmp (other->name, block->title) == 0)
			rn_settings_tell (&load->reader, block->place, "the site “%s” stands already at %s", block->title, other->place);
	}
}

static void
read_place (struct load *load, const rn_block *block)
{
	g_autoptr (GHashTable) values = rn_settings_read (&load->reader, rn_place_options, block);
	g_autoptr (rn_almanac) almanac = rn_almanac_new ();
	g_autoptr (GError) error = NULL;
	rn_place_config *place = g_new0 (rn_place_config, 1);

	check_place (load, block);
	place->name = g_strdup (block->title);
	place->holidays = take (values, "holidays");
	place->place = g_strdup (block->place);
	g_ptr_array_add (load->config->places, place);
	if (*place->holidays != '\0' && !rn_almanac_load (almanac, place->name, place->holidays, &error))
		rn_settings_tell (&load->reader, rn_settings_place (block, "holidays"), "holidays: %s", error->message);
	refuse_inner_blocks (load, block, NULL);
}

/* ---- the site ---- */

static char *
folder_or_default (GHashTable *values, const char *name, const char *which)
{
	g_autofree char *folder = take (values, name);
	return *folder != '\0' ? g_steal_pointer (&folder) : rn_shipped_dir (which);
}

/* The settings that say how long things are kept. */
static const char *const keeps[RN_KEEPS] = {
	[RN_KEEP_RAW_MAIL] = "keep_raw_mail", [RN_KEEP_HELD_MAIL] = "keep_held_mail", [RN_KEEP_LETTERS] = "keep_letters",
	[RN_KEEP_ANSWERS] = "keep_answers",   [RN_KEEP_JOURNAL] = "keep_journal",
};

static void
read_site (struct load *load, const rn_block *whole)
{
	g_autoptr (GHashTable) values = rn_settings_read (&load->reader, rn_site_options, whole);
	rn_config *config = load->config;
	const char *since = g_hash_table_lookup (values, "since");
	g_autoptr (GError) error = NULL;

	config->state_dir = take (values, "state_dir");
	config->redirect_all_to = take (values, "redirect_all_to");
	config->authserv_id = take (values, "authserv_id");
	config->token_in = take (values, "token_in");
	config->plugins_dir = folder_or_default (values, "plugins_dir", "plugins");
	config->scripts_dir = folder_or_default (values, "scripts_dir", "scripts");
	config->templates_dir = folder_or_default (values, "templates_dir", "templates");
	config->poll_seconds =
		(int) CLAMP (g_ascii_strtoll (g_hash_table_lookup (values, "poll_every"), NULL, 10), 1, RN_DAY);
	config->silence_seconds =
		(int) MIN (g_ascii_strtoll (g_hash_table_lookup (values, "silence"), NULL, 10), RN_DAY);
	for (gsize i = 0; i < RN_KEEPS; i++)
		config->keep_days[i] = (int) MAX (g_ascii_strtoll (g_hash_table_lookup (values, keeps[i]), NULL, 10) / RN_DAY, 1);
	if (config->silence_seconds < RN_SILENCE_LEAST)
		rn_settings_tell (&load->reader, rn_settings_place (whole, "silence"), "silence: it must be %d seconds at least, in which "
		                  "any process that works speaks", RN_SILENCE_LEAST);
	check_address (load, whole, "redirect_all_to", config->redirect_all_to);
	if (!g_str_equal (config->token_in, "address") && !g_str_equal (config->token_in, "message-id"))
		rn_settings_tell (&load->reader, rn_settings_place (whole, "token_in"),
		                  "token_in: “%s” is neither address nor message-id", config->token_in);
	if (*since != '\0' && !rn_time_parse (since, &config->since, &error))
		rn_settings_tell (&load->reader, rn_settings_place (whole, "since"), "since: %s", error->message);
}

/* Programs last: they name providers. */
static void
read_blocks (struct load *load, const rn_block *whole)
{
	g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
	g_autoptr (GHashTable) programs = g_hash_table_new (g_str_hash, g_str_equal);

	for (int pass = 0; pass < 2; pass++)
		for (guint i = 0; i < whole->blocks->len; i++) {
			const rn_block *block = g_ptr_array_index (whole->blocks, i);
			gboolean is_program = g_str_equal (block->word, "program");
			if (is_program != (pass == 1))
				continue;
			if (g_str_equal (block->word, "site")) {
				read_place (load, block);
				continue;
			}
			check_title (load, block, is_program ? programs : titles);
			if (is_program)
				read_program (load, block);
			else
				read_provider (load, block);
		}
	rn_config_check_agrees (load->config, &load->reader);
	if (load->config->programs->len == 0)
		rn_settings_tell (&load->reader, load->config->path,
		                  "there is no program; write a block program \"NAME\" { … }");
}

rn_config *
rn_config_load (const char *path, enum rn_secrets secrets, GPtrArray *problems)
{
	g_autoptr (rn_config) config = g_new0 (rn_config, 1);
	g_autoptr (GPtrArray) refused = g_ptr_array_new_with_free_func (g_free);
	guint had = problems->len;
	rn_block *whole = config->files = read_files (path, problems);

	config->path = g_canonicalize_filename (path, NULL);
	config->providers = g_ptr_array_new_with_free_func (provider_free);
	config->programs = g_ptr_array_new_with_free_func (program_free);
	config->places = g_ptr_array_new_with_free_func (place_free);
	config->plugins = rn_plugin_rows_list ();
	config->notes = g_ptr_array_new_with_free_func (g_free);
	if (whole == NULL)
		return NULL;
	g_autofree char *folder = g_path_get_dirname (config->path);
	struct load load = {
		.config = config, .refused = refused,
		.reader = { .folder = folder, .problems = problems, .notes = config->notes, .secrets = secrets },
	};
	read_site (&load, whole);
	read_blocks (&load, whole);
	return problems->len == had ? g_steal_pointer (&config) : NULL;
}

const rn_provider_config *
rn_config_provider (const rn_config *config, enum rn_provides provides, const char *title)
{
	for (guint i = 0; i < config->providers->len; i++) {
		const rn_provider_config *provider = g_ptr_array_index (config->providers, i);
		if (provider->provides == provides && g_str_equal (provider->title, title))
			return provider;
	}
	return NULL;
}

const rn_program_config *
rn_config_program (const rn_config *config, const char *name)
{
	for (guint i = 0; i < config->programs->len; i++) {
		const rn_program_config *program = g_ptr_array_index (config->programs, i);
		if (g_str_equal (program->name, name))
			return program;
	}
	return NULL;
}
