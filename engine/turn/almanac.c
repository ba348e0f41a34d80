#include "almanac.h"

#include "clock.h"
#include "error.h"
#include "file.h"
#include "holidays.h"

#define RN_ALMANAC_BACK (366 * RN_DAY)       /* working days are counted from what is long past, too */
#define RN_ALMANAC_AHEAD (3 * 366 * RN_DAY)  /* behind the latest meeting and the end of a pairing … */
#define RN_ALMANAC_RENEW (366 * RN_DAY)      /* … and a year later the next are looked up */

/* The holidays of one site in one zone, and around which time. */
struct page {
	rn_time made;
	GArray *days; /* of struct rn_span */
};

struct rn_almanac {
	GHashTable *files; /* folded site -> GBytes of its calendar */
	GHashTable *pages; /* "site\nzone" -> struct page */
};

static void
page_free (gpointer data)
{
	struct page *page = data;
	g_array_unref (page->days);
	g_free (page);
}

rn_almanac *
rn_almanac_new (void)
{
	rn_almanac *almanac = g_new0 (rn_almanac, 1);
	almanac->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
	almanac->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, page_free);
	return almanac;
}

void
rn_almanac_free (rn_almanac *almanac)
{
	if (almanac == NULL)
		return;
	g_hash_table_unref (almanac->files);
	g_hash_table_unref (almanac->pages);
	g_free (almanac);
}

static GArray *
read_days (GBytes *file, GTimeZone *zone, rn_time now, GError **error)
{
	gsize size = 0;
	const char *text = g_bytes_get_data (file, &size);
	return rn_holidays_read (text, size, zone, now - RN_ALMANAC_BACK, now + RN_ALMANAC_AHEAD, error);
}

gboolean
rn_almanac_load (rn_almanac *almanac, const char *site, const char *path, GError **error)
{
	g_autoptr (GError) why = NULL;
	g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
	char *text = NULL;
	gsize size = 0;

	if (!rn_file_read (path, &text, &size, &why)) {
		g_set_error_literal (error, RN_ERROR, RN_ERROR_CONFIG, why->message);
		return FALSE;
	}
	g_autoptr (GBytes) file = g_bytes_new_take (text, size);
	g_autoptr (GArray) days = read_days (file, utc, g_get_real_time () / G_USEC_PER_SEC, &why);
	if (days == NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: %s", path, why->message);
		return FALSE;
	}
	g_hash_table_replace (almanac->files, g_utf8_casefold (site, -1), g_steal_pointer (&file));
	return TRUE;
}

static const struct page *
page_of (rn_almanac *almanac, const char *folded, GBytes *file, const char *zone_name, rn_time now)
{
	g_autofree char *key = g_strconcat (folded, "\n", zone_name, NULL);
	struct page *page = g_hash_table_lookup (almanac->pages, key);

	if (page != NULL && ABS (now - page->made) < RN_ALMANAC_RENEW)
		return page;
	g_autoptr (GTimeZone) zone = rn_zone (zone_name, NULL);
	g_autoptr (GArray) days = zone != NULL ? read_days (file, zone, now, NULL) : NULL;
	if (days == NULL)
		return NULL;
	page = g_new (struct page, 1);
	*page = (struct page) { now, g_steal_pointer (&days) };
	g_hash_table_replace (almanac->pages, g_steal_pointer (&key), page);
	return page;
}

const GArray *
rn_almanac_days (rn_almanac *almanac, const char *site, const char *zone, rn_time now)
{
	g_autofree char *folded = g_utf8_casefold (site, -1);
	GBytes *file = almanac != NULL ? g_hash_table_lookup (almanac->files, folded) : NULL;
	const struct page *page = file != NULL ? page_of (almanac, folded, file, zone, now) : NULL;

	return page != NULL ? page->days : NULL;
}

void
rn_almanac_close (rn_almanac *almanac, const char *site, const char *zone, rn_time now, rn_hours *hours)
{
	const GArray *days = rn_almanac_days (almanac, site, zone, now);

	if (days != NULL)
		rn_hours_close (hours, (const struct rn_span *) (gpointer) days->data, days->len);
}
