/* Appending to a GString within its room, inline: a mail is put together of some five hundred pieces, and
 * GLib's functions take a hundred instructions for each, a seventh of all that composing took. Newer versions
 * of GLib have such macros of their own. */
#ifndef RN_BASE_APPEND_H
#define RN_BASE_APPEND_H

#include <glib.h>
#include <string.h>

#ifndef g_string_append_len

/* The text is not part of the GString. */
static inline GString *
rn_append_len (GString *out, const char *text, gsize size)
{
	if (G_UNLIKELY (out->len + size >= out->allocated_len))
		return g_string_append_len (out, text, (gssize) size);
	memcpy (out->str + out->len, text, size);
	out->len += size;
	out->str[out->len] = '\0';
	return out;
}

static inline GString *
rn_append (GString *out, const char *text)
{
	return rn_append_len (out, text, strlen (text));
}

#define g_string_append_len(out, text, size) rn_append_len (out, text, (gsize) (size))
#define g_string_append(out, text) rn_append (out, text)
#endif

#endif
