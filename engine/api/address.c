#include "address.h"

#include <string.h>

gboolean
rn_address_is_safe (const char *address)
{
	const char *at = strchr (address, '@');

	if (at == NULL || at == address || at[1] == '\0' || strchr (at + 1, '@') != NULL || strlen (address) > RN_MAX_ADDRESS)
		return FALSE;
	for (const char *c = address; *c != '\0'; c++)
		if (g_ascii_iscntrl (*c))
			return FALSE;
	return strpbrk (address, " \"<>()[],:;\\") == NULL && g_utf8_validate (address, -1, NULL);
}

/* Nearly all addresses are ASCII, for which it costs a tenth and depends on no locale. */
static char *
in_lower_case (const char *text)
{
	return g_str_is_ascii (text) ? g_ascii_strdown (text, -1) : g_utf8_strdown (text, -1);
}

char *
rn_address_normal (const char *address)
{
	g_autofree char *trimmed = g_strstrip (g_strdup (address));
	char *start = trimmed;

	if (*start == '<' && g_str_has_suffix (start, ">")) {
		start[strlen (start) - 1] = '\0';
		start++;
	}
	if (g_ascii_strncasecmp (start, "mailto:", 7) == 0) {
		g_autofree char *decoded = g_uri_unescape_string (start + 7, NULL);
		return in_lower_case (decoded != NULL ? decoded : start + 7);
	}
	return in_lower_case (start);
}

/* Where the plus part starts and ends; FALSE when there is none. */
static gboolean
find_tag (const char *address, const char **plus, const char **at)
{
	*at = strrchr (address, '@');
	*plus = *at != NULL ? memchr (address, '+', (gsize) (*at - address)) : NULL;
	return *plus != NULL;
}

char *
rn_address_base (const char *address)
{
	const char *plus, *at;
	g_autofree char *normal = rn_address_normal (address);

	if (!find_tag (normal, &plus, &at))
		return g_steal_pointer (&normal);
	return g_strdup_printf ("%.*s%s", (int) (plus - normal), normal, at);
}

char *
rn_address_tag (const char *address)
{
	const char *plus, *at;

	if (!find_tag (address, &plus, &at))
		return NULL;
	return g_strndup (plus + 1, (gsize) (at - plus - 1));
}

char *
rn_address_with_tag (const char *address, const char *tag)
{
	const char *at = strrchr (address, '@');
	return at != NULL ? g_strdup_printf ("%.*s+%s%s", (int) (at - address), address, tag, at) : g_strdup (address);
}
