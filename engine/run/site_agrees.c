/* Blocks of which each is right by itself, and which cannot stand side by side: two programs of one address, two
 * sources of one mailbox, two directories. */
#include "site_config.h"

#include <stdlib.h>
#include <string.h>

#include "address.h"

/* A mail must name one program, so no two have one address. */
static void
check_addresses (const rn_config *config, const struct rn_settings_reader *reader)
{
	g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < config->programs->len; i++) {
		const rn_program_config *program = g_ptr_array_index (config->programs, i), *other;
		g_autofree char *address = rn_address_base (program->address);
		if (*address != '\0' && (other = g_hash_table_lookup (seen, address)) != NULL)
			rn_settings_tell (reader, program->place, "“%s” is the address of the program at %s already", program->address,
			                  other->place);
		g_hash_table_insert (seen, g_steal_pointer (&address), (gpointer) program);
	}
}

/* ---- Mailboxes --------------------------------------------------------------------------- */

static const struct rn_option *
row_of (const rn_provider_config *source, const char *name)
{
	const struct rn_option *row = source->options;

	while (row->name != NULL && !g_str_equal (row->name, name))
		row++;
	return row;
}

/* A path by where it leads to: a link may stand in it. NULL: this must be given and is not, which is told already. */
static char *
value_of (const rn_provider_config *source, const char *name)
{
	const struct rn_option *row = row_of (source, name);
	const char *value = g_hash_table_lookup (source->values, name);

	if (value == NULL || (*value == '\0' && row->initial == NULL))
		return NULL;
	char *real = row->type == RN_OPTION_PATH ? realpath (value, NULL) : NULL;
	char *copy = g_strdup (real != NULL ? real : value);
	free (real);
	return copy;
}

/* The mailbox of a source: NULL when its plugin does not say what makes it one, or that is not known. */
static char *
mailbox_of (const rn_provider_config *source)
{
	g_autoptr (GString) text = g_string_new (source->provider);

	for (const char *const *name = source->identity; *name != NULL; name++) {
		g_autofree char *value = value_of (source, *name);
		if (value == NULL)
			return NULL;
		g_string_append_printf (text, "\n%s", value);
	}
	return *source->identity != NULL ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* "server, port and mailbox" */
static char *
names_of (const rn_provider_config *source)
{
	g_autofree char *all = g_strjoinv (", ", (char **) source->identity);
	char *last = strrchr (all, ',');

	if (last == NULL)
		return g_steal_pointer (&all);
	*last = '\0';
	return g_strconcat (all, " and", last + 1, NULL);
}

/* Each mail would be told twice, and of its marks one would be the other's news. */
static void
check_mailboxes (const rn_config *config, const struct rn_settings_reader *reader)
{
	g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < config->providers->len; i++) {
		const rn_provider_config *source = g_ptr_array_index (config->providers, i), *other;
		g_autofree char *mailbox = mailbox_of (source);
		if (mailbox == NULL)
			continue;
		if ((other = g_hash_table_lookup (seen, mailbox)) == NULL) {
			g_hash_table_insert (seen, g_steal_pointer (&mailbox), (gpointer) source);
			continue;
		}
		g_autofree char *names = names_of (source);
		rn_settings_tell (reader, source->place, "“%s” reads the same mailbox as “%s” at %s: the same %s; leave one of the two",
		                  source->title, other->title, other->place, names);
	}
}

/* ---- Directories ------------------------------------------------------------------------- */

static void
check_directories (const rn_config *config, const struct rn_settings_reader *reader)
{
	const rn_provider_config *first = NULL;

	for (guint i = 0; i < config->providers->len; i++) {
		const rn_provider_config *provider = g_ptr_array_index (config->providers, i);
		if (provider->provides != RN_DIRECTORY)
			continue;
		if (first != NULL)
			rn_settings_tell (reader, provider->place, "“%s” is a second directory beside “%s” at %s; each would make the people "
			                  "of the other leave", provider->title, first->title, first->place);
		else
			first = provider;
	}
}

void
rn_config_check_agrees (const rn_config *config, const struct rn_settings_reader *reader)
{
	check_addresses (config, reader);
	check_mailboxes (config, reader);
	check_directories (config, reader);
}
