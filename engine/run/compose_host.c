#include "compose_host.h"

#include "error.h"

struct rn_stationery_cache {
	GHashTable *compiled; /* hash -> rn_stationery */
};

rn_stationery_cache *
rn_stationery_cache_new (void)
{
	rn_stationery_cache *cache = g_new (rn_stationery_cache, 1);
	cache->compiled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) rn_stationery_free);
	return cache;
}

void
rn_stationery_cache_free (rn_stationery_cache *cache)
{
	g_hash_table_unref (cache->compiled);
	g_free (cache);
}

gboolean
rn_stationery_learn (rn_stationery_cache *cache, GVariant *frame, GError **error)
{
	const char *hash;
	struct rn_stationery_source source;

	g_variant_get (frame, "(&s&s&s&s&s&s)", &hash, &source.name, &source.markdown, &source.shell, &source.form, &source.language);
	rn_stationery *stationery = rn_stationery_new (&source, error);
	if (stationery == NULL)
		return FALSE;
	g_hash_table_replace (cache->compiled, g_strdup (hash), stationery);
	return TRUE;
}

GBytes *
rn_stationery_compose (rn_stationery_cache *cache, const rn_letter *letter, GError **error)
{
	const rn_stationery *stationery = g_hash_table_lookup (cache->compiled, letter->stationery);

	if (stationery != NULL)
		return rn_compose (letter, stationery, error);
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "The template of this mail is missing, or does not compile.");
	return NULL;
}
