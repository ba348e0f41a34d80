#include "fold.h"

#include <string.h>

/* Letters that Unicode does not take apart, and signs that mail programs "improve". */
static const struct {
	gunichar sign;
	const char *plain;
} replacements[] = {
	{ 0xdf, "ss" }, { 0xe6, "ae" }, { 0xf0, "d" }, { 0xf8, "o" }, { 0xfe, "th" }, { 0x111, "d" }, { 0x131, "i" },
	{ 0x142, "l" }, { 0x153, "oe" }, { 0xab, "\"" }, { 0xbb, "\"" }, { 0xb4, "'" }, { 0x2018, "'" }, { 0x2019, "'" },
	{ 0x201a, "'" }, { 0x201c, "\"" }, { 0x201d, "\"" }, { 0x201e, "\"" }, { 0x2010, "-" }, { 0x2011, "-" },
	{ 0x2012, "-" }, { 0x2013, "-" }, { 0x2014, "-" }, { 0x2212, "-" }, { 0x2026, "..." }, { 0x3001, "," },
	{ 0x3002, "." },
};

static gboolean
is_invisible (gunichar sign)
{
	return sign == 0xad || (sign >= 0x200b && sign <= 0x200f) || (sign >= 0x202a && sign <= 0x202e) ||
	       (sign >= 0x2060 && sign <= 0x2069) || sign == 0xfeff ||
	       (sign >= 0x1f3fb && sign <= 0x1f3ff) || /* tints of a thumb */
	       g_unichar_type (sign) == G_UNICODE_NON_SPACING_MARK;
}

static gunichar
without_accents (gunichar sign)
{
	gunichar base, mark;

	while (g_unichar_decompose (sign, &base, &mark) &&
	       (mark == 0 || g_unichar_type (mark) == G_UNICODE_NON_SPACING_MARK))
		sign = base;
	return sign;
}

static void
append_space (GString *folded)
{
	if (folded->len == 0 || folded->str[folded->len - 1] != ' ')
		g_string_append_c (folded, ' ');
}

/* "👍👍" is one thumb. */
static gboolean
repeats_symbol (const GString *folded, gunichar sign)
{
	char bytes[6];
	gsize size = (gsize) g_unichar_to_utf8 (sign, bytes);

	return g_unichar_type (sign) == G_UNICODE_OTHER_SYMBOL && folded->len >= size &&
	       memcmp (folded->str + folded->len - size, bytes, size) == 0;
}

static void
append_sign (GString *folded, gunichar sign)
{
	if (sign >= 0xff01 && sign <= 0xff5e) /* full-width forms of ASCII */
		sign -= 0xff01 - '!';
	if (is_invisible (sign) || repeats_symbol (folded, sign))
		return;
	if (g_unichar_isspace (sign)) {
		append_space (folded);
		return;
	}
	sign = g_unichar_tolower (without_accents (g_unichar_tolower (sign)));
	for (gsize i = 0; i < G_N_ELEMENTS (replacements); i++)
		if (replacements[i].sign == sign) {
			g_string_append (folded, replacements[i].plain);
			return;
		}
	g_string_append_unichar (folded, sign);
}

/* ASCII, which most mail is made of, at one store a letter. Gives where it stopped. */
static const char *
fold_ascii (GString *folded, const char *at, const char *end)
{
	gsize len = folded->len;

	g_string_set_size (folded, len + (gsize) (end - at)); /* room for all of it */
	for (; at < end && (guchar) *at < 0x7f; at++) {
		if ((guchar) *at > ' ')
			folded->str[len++] = *at >= 'A' && *at <= 'Z' ? (char) (*at + 'a' - 'A') : *at;
		else if (!g_ascii_isspace (*at))
			break;
		else if (len == 0 || folded->str[len - 1] != ' ')
			folded->str[len++] = ' ';
	}
	g_string_truncate (folded, len);
	return at;
}

void
rn_fold (GString *folded, const char *text, gsize size)
{
	for (const char *at = text, *end = text + size; at < end;) {
		at = fold_ascii (folded, at, end);
		if (at == end)
			return;
		if ((guchar) *at >= 0x80) {
			append_sign (folded, g_utf8_get_char (at));
			at = g_utf8_next_char (at);
			continue;
		}
		g_string_append_c (folded, *at++); /* a control character */
	}
}

char *
rn_folded (const char *text, gsize size)
{
	GString *folded = g_string_sized_new (size + 8);

	rn_fold (folded, text, size);
	return g_strstrip (g_string_free (folded, FALSE));
}
