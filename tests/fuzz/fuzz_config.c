/* Any text as rotnem.conf, up to the values of its rows; secrets are left out, since reading
 * them runs commands. */
#include "fuzz.h"
#include "settings.h"
#include "site_config.h"

static const struct rn_option rows[] = {
	{ "colour", RN_OPTION_TEXT, "grey", "A text." },
	{ "wings", RN_OPTION_NUMBER, "2", "A number." },
	{ "homing", RN_OPTION_FLAG, "yes", "A flag." },
	{ "rest", RN_OPTION_DURATION, "20 minutes", "A length of time." },
	{ "loft", RN_OPTION_PATH, NULL, "A path." },
	{ NULL, 0, NULL, NULL }
};

static void
read_block (const struct rn_settings_reader *reader, const struct rn_option *options, const rn_block *block)
{
	g_autoptr (GHashTable) values = rn_settings_read (reader, options, block);

	for (; options->name != NULL; options++)
		g_assert (g_hash_table_lookup (values, options->name) != NULL);
	for (guint i = 0; i < block->blocks->len; i++)
		read_block (reader, rows, g_ptr_array_index (block->blocks, i));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
	g_autofree char *text = g_strndup ((const char *) data, size);
	g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
	const struct rn_settings_reader reader = { .folder = "/folder", .problems = problems };

	if (!g_utf8_validate (text, -1, NULL))
		return 0;
	g_autoptr (rn_block) whole = rn_block_parse ("x", text, problems);
	g_assert (problems->len <= RN_MAX_CONFIG_PROBLEMS + 1);
	read_block (&reader, rn_site_options, whole);
	for (guint i = 0; i < problems->len; i++)
		g_assert (g_str_has_prefix (g_ptr_array_index (problems, i), "x:") &&
		          g_utf8_validate (g_ptr_array_index (problems, i), -1, NULL));
	return 0;
}
