#include "token.h"

#include <string.h>

gboolean
rn_token_is_text (const char *token)
{
	for (const char *c = token; *c != '\0'; c++)
		if (g_ascii_iscntrl (*c))
			return FALSE;
	return strlen (token) <= RN_MAX_TOKEN && g_utf8_validate (token, -1, NULL);
}

gboolean
rn_token_is_word (const char *token)
{
	for (const char *c = token; *c != '\0'; c++)
		if (!g_ascii_isgraph (*c))
			return FALSE;
	return *token != '\0' && strlen (token) <= RN_MAX_TOKEN;
}
