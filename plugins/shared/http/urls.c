#include "urls.h"

#include <curl/curl.h>
#include <gio/gio.h>
#include <string.h>

#include "words.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CURLU, curl_url_cleanup)

static CURLU *
parse (const char *url)
{
	g_autoptr (CURLU) parsed = curl_url ();
	return curl_url_set (parsed, CURLUPART_URL, url, 0) == CURLUE_OK ? g_steal_pointer (&parsed) : NULL;
}

/* Never NULL: "" where the address has none. */
static char *
part (CURLU *url, CURLUPart which)
{
	char *text = NULL;

	curl_url_get (url, which, &text, which == CURLUPART_PORT ? CURLU_DEFAULT_PORT : 0);
	char *copy = g_strdup (text != NULL ? text : "");
	curl_free (text);
	return copy;
}

/* ---- What may be asked ---- */

static gboolean
is_this_machine (CURLU *url)
{
	g_autofree char *host = part (url, CURLUPART_HOST);
	gsize length = strlen (host);

	if (g_ascii_strcasecmp (host, "localhost") == 0)
		return TRUE;
	if (host[0] == '[' && host[length - 1] == ']') {
		memmove (host, host + 1, length - 2);
		host[length - 2] = '\0';
	}
	g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);
	return address != NULL && g_inet_address_get_is_loopback (address);
}

static gboolean
has_secret (CURLU *url)
{
	g_autofree char *user = part (url, CURLUPART_USER), *password = part (url, CURLUPART_PASSWORD);
	return *user != '\0' || *password != '\0';
}

static const char *
why_not (CURLU *url, gboolean files)
{
	if (url == NULL)
		return "this is no address that can be asked";
	g_autofree char *scheme = part (url, CURLUPART_SCHEME);
	if (has_secret (url))
		return "name and password belong into the settings “user” and “password”";
	if (strcmp (scheme, "https") == 0 || (strcmp (scheme, "file") == 0 && files))
		return NULL;
	if (strcmp (scheme, "http") == 0)
		return is_this_machine (url) ? NULL : "http in clear is for servers on this machine only; use https";
	return "the address must begin with https://";
}

gboolean
rn_url_check (const char *url, gboolean files, GError **error)
{
	g_autoptr (CURLU) parsed = parse (url);
	const char *why = why_not (parsed, files);

	if (why == NULL)
		return TRUE;
	g_autofree char *place = rn_url_shown (url);
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: %s.", place, why);
	return FALSE;
}

/* The address without some of its parts, NULL when it cannot be read. */
static char *
without (const char *url, const CURLUPart *parts, gsize n_parts)
{
	g_autoptr (CURLU) parsed = parse (url);

	if (parsed == NULL)
		return NULL;
	for (gsize i = 0; i < n_parts; i++)
		curl_url_set (parsed, parts[i], NULL, 0);
	return part (parsed, CURLUPART_URL);
}

/* The first two are a login. */
static const CURLUPart secrets[] = { CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_QUERY, CURLUPART_FRAGMENT };

char *
rn_url_shown (const char *url)
{
	char *shown = without (url, secrets, G_N_ELEMENTS (secrets));
	return shown != NULL ? shown : g_strdup ("an address that cannot be read");
}

char *
rn_url_without_login (const char *url)
{
	char *bare = without (url, secrets, 2);
	return bare != NULL ? bare : g_strdup ("");
}

/* ---- Hrefs ---- */

static gboolean
is_same_server (CURLU *one, CURLU *other)
{
	static const CURLUPart parts[] = { CURLUPART_SCHEME, CURLUPART_HOST, CURLUPART_PORT };

	for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
		g_autofree char *left = part (one, parts[i]), *right = part (other, parts[i]);
		if (g_ascii_strcasecmp (left, right) != 0)
			return FALSE;
	}
	return TRUE;
}

char *
rn_url_resolve (const char *base, const char *href, GError **error)
{
	g_autoptr (CURLU) from = parse (base), to = parse (base);
	g_autofree char *place = rn_url_shown (base);

	if (to == NULL || curl_url_set (to, CURLUPART_URL, href, 0) != CURLUE_OK || has_secret (to)) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "%s: the server names an address that cannot be read.", place);
		return NULL;
	}
	g_autofree char *url = part (to, CURLUPART_URL);
	if (is_same_server (from, to))
		return g_steal_pointer (&url);
	g_autofree char *shown = rn_url_shown (url);
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG,
	             "%s: the server sends us to %s; the password is given to no other server than the one in the settings.",
	             place, shown);
	return NULL;
}

/* ---- Templates ---- */

static char *
field (const struct rn_url_person *person, const char *name)
{
	const char *at = strrchr (person->address, '@');

	if (strcmp (name, "address") == 0)
		return g_strdup (person->address);
	if (strcmp (name, "id") == 0)
		return g_strdup (person->id);
	if (strcmp (name, "user") == 0)
		return at != NULL ? g_strndup (person->address, (gsize) (at - person->address)) : g_strdup (person->address);
	if (strcmp (name, "domain") == 0)
		return g_strdup (at != NULL ? at + 1 : "");
	return NULL;
}

static gboolean
append_field (GString *url, const struct rn_url_person *person, const char *name, GError **error)
{
	static const char *const names[] = { "user", "domain", "address", "id", NULL };
	g_autofree char *value = field (person, name);

	if (value == NULL) {
		g_autofree char *meant = rn_did_you_mean (name, names);
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "there is no field {%s} for an address of the web%s", name, meant);
		return FALSE;
	}
	/* "." and ".." would be steps in a path */
	if (strspn (value, ".") == strlen (value)) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "The address of the web needs {%s}, and the person has none.", name);
		return FALSE;
	}
	g_string_append_uri_escaped (url, value, NULL, FALSE);
	return TRUE;
}

char *
rn_url_fill (const char *template, const struct rn_url_person *person, gboolean files, GError **error)
{
	g_autoptr (GString) url = g_string_new (NULL);
	const char *c = template;

	for (const char *open; (open = strchr (c, '{')) != NULL && strchr (open, '}') != NULL;) {
		const char *close = strchr (open, '}');
		g_autofree char *name = g_strndup (open + 1, (gsize) (close - open - 1));
		g_string_append_len (url, c, open - c);
		if (!append_field (url, person, name, error))
			return NULL;
		c = close + 1;
	}
	g_string_append (url, c);
	return rn_url_check (url->str, files, error) ? g_string_free (g_steal_pointer (&url), FALSE) : NULL;
}
