#include "html_scan.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MAX_REFERENCE 32 /* "&thetasym;" is the longest name */
#define MAX_VALUE 512    /* of an attribute; styles that say something say it early */
#define MAX_UNCLOSED 8   /* searches of the whole rest for an end tag that is not there */

void
rn_html_scan (struct rn_html_scanner *scanner, const char *html, gsize size)
{
	*scanner = (struct rn_html_scanner) { .at = html, .end = html + size };
}

static const char *
find (const char *at, const char *end, const char *what)
{
	return g_strstr_len (at, end - at, what);
}

/* Passes over "<!-- … -->", "<!DOCTYPE …>", "<?xml …?>", "<![if …]>". */
static void
skip_declaration (struct rn_html_scanner *scanner)
{
	const char *close = NULL;

	if (scanner->end - scanner->at >= 4 && strncmp (scanner->at, "<!--", 4) == 0 && !scanner->no_comment_end) {
		close = find (scanner->at + 4, scanner->end, "-->");
		scanner->no_comment_end = close == NULL;
		if (close != NULL) {
			scanner->at = close + 3;
			return;
		}
	}
	close = memchr (scanner->at, '>', (gsize) (scanner->end - scanner->at));
	scanner->at = close != NULL ? close + 1 : scanner->end;
}

static gboolean
is_name_end (char sign)
{
	return g_ascii_isspace (sign) || sign == '=' || sign == '>' || sign == '/';
}

/* A value with or without quotes; a quote that is never closed ends at the tag's end. */
static struct rn_html_slice
read_value (struct rn_html_scanner *scanner)
{
	const char *at = scanner->at, *close = NULL;

	if (at < scanner->end && (*at == '"' || *at == '\'')) {
		int which = *at == '"';
		if (!scanner->no_quote[which])
			close = memchr (at + 1, *at, (gsize) (scanner->end - at - 1));
		scanner->no_quote[which] = close == NULL;
		if (close != NULL) {
			scanner->at = close + 1;
			return (struct rn_html_slice) { at + 1, (gsize) (close - at - 1) };
		}
	}
	for (close = at; close < scanner->end && *close != '>' && !g_ascii_isspace (*close); close++)
		;
	scanner->at = close;
	return (struct rn_html_slice) { at, (gsize) (close - at) };
}

static void
keep_attribute (struct rn_html_tag *tag, struct rn_html_slice name, struct rn_html_slice value)
{
	const struct {
		const char *name;
		struct rn_html_slice *slice;
	} wanted[] = {
		{ "id", &tag->id }, { "class", &tag->class }, { "style", &tag->style }, { "type", &tag->type },
		{ "name", &tag->label }, { "alt", &tag->alt },
	};

	for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
		if (name.size == strlen (wanted[i].name) && g_ascii_strncasecmp (name.at, wanted[i].name, name.size) == 0 &&
		    wanted[i].slice->at == NULL)
			*wanted[i].slice = value;
	tag->is_hidden |= name.size == 6 && g_ascii_strncasecmp (name.at, "hidden", 6) == 0;
}

static void
skip_space (struct rn_html_scanner *scanner)
{
	while (scanner->at < scanner->end && g_ascii_isspace (*scanner->at))
		scanner->at++;
}

static void
read_attributes (struct rn_html_scanner *scanner, struct rn_html_tag *tag)
{
	while (scanner->at < scanner->end && *scanner->at != '>') {
		struct rn_html_slice name = { scanner->at, 0 }, value = { NULL, 0 };
		while (scanner->at < scanner->end && !is_name_end (*scanner->at))
			scanner->at++;
		name.size = (gsize) (scanner->at - name.at);
		skip_space (scanner);
		if (scanner->at < scanner->end && *scanner->at == '=') {
			scanner->at++;
			skip_space (scanner);
			value = read_value (scanner);
		} else if (scanner->at < scanner->end && *scanner->at == '/') {
			scanner->at++;
			tag->is_empty = scanner->at < scanner->end && *scanner->at == '>';
		}
		keep_attribute (tag, name, value);
		skip_space (scanner);
	}
	if (scanner->at < scanner->end)
		scanner->at++;
}

static void
read_tag (struct rn_html_scanner *scanner, struct rn_html_tag *tag)
{
	gsize size = 0;

	scanner->at++;
	tag->kind = *scanner->at == '/' ? RN_HTML_CLOSE : RN_HTML_OPEN;
	scanner->at += tag->kind == RN_HTML_CLOSE;
	for (; scanner->at < scanner->end && !is_name_end (*scanner->at); scanner->at++)
		if (size < RN_MAX_TAG_NAME)
			tag->name[size++] = g_ascii_tolower (*scanner->at);
	read_attributes (scanner, tag);
}

/* "<" starts a tag before a letter, and an end tag before "/" and a letter. */
static gboolean
starts_tag (const char *at, const char *end)
{
	return end - at >= 2 && (g_ascii_isalpha (at[1]) || (at[1] == '/' && end - at >= 3 && g_ascii_isalpha (at[2])));
}

static gboolean
starts_declaration (const char *at, const char *end)
{
	return end - at >= 2 && (at[1] == '!' || at[1] == '?');
}

gboolean
rn_html_next (struct rn_html_scanner *scanner, struct rn_html_tag *tag)
{
	memset (tag, 0, sizeof *tag);
	while (scanner->at < scanner->end && *scanner->at == '<' && starts_declaration (scanner->at, scanner->end))
		skip_declaration (scanner);
	if (scanner->at >= scanner->end)
		return FALSE;
	if (*scanner->at == '<' && starts_tag (scanner->at, scanner->end)) {
		read_tag (scanner, tag);
		return TRUE;
	}
	const char *start = scanner->at++;
	const char *next = memchr (scanner->at, '<', (gsize) (scanner->end - scanner->at));
	scanner->at = next != NULL ? next : scanner->end;
	tag->kind = RN_HTML_TEXT;
	tag->text = (struct rn_html_slice) { start, (gsize) (scanner->at - start) };
	return TRUE;
}

void
rn_html_skip_to (struct rn_html_scanner *scanner, const char *name)
{
	gsize size = strlen (name);

	if (scanner->n_unclosed > MAX_UNCLOSED)
		return;
	for (const char *at = scanner->at; (at = memchr (at, '<', (gsize) (scanner->end - at))) != NULL; at++)
		if ((gsize) (scanner->end - at) >= size + 2 && at[1] == '/' && g_ascii_strncasecmp (at + 2, name, size) == 0) {
			scanner->at = at;
			return;
		}
	scanner->n_unclosed++;
}

gboolean
rn_html_slice_has (struct rn_html_slice slice, const char *part)
{
	gsize matched = 0, size = strlen (part);

	for (gsize i = 0; i < MIN (slice.size, MAX_VALUE); i++) {
		char sign = g_ascii_tolower (slice.at[i]);
		if (g_ascii_isspace (sign))
			continue;
		if (sign != part[matched]) {
			i -= MIN (matched, i); /* parts are short and start unlike they go on */
			matched = 0;
			continue;
		}
		if (++matched == size)
			return TRUE;
	}
	return FALSE;
}

/* What 0x80 … 0x9f mean in references: Windows-1252, as browsers read them. */
static gunichar
number_reference (guint64 number)
{
	static const guint16 windows[32] = {
		0x20ac, 0xfffd, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0xfffd, 0x17d, 0xfffd,
		0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0xfffd, 0x17e, 0x178,
	};

	if (number >= 0x80 && number < 0xa0)
		return windows[number - 0x80];
	return number < 0x110000 && g_unichar_validate ((gunichar) number) && number != 0 ? (gunichar) number : 0xfffd;
}

gunichar
rn_html_reference (const char *at, const char *end, gsize *length)
{
	char name[MAX_REFERENCE];
	gsize size = 0;

	for (const char *sign = at + 1; sign < end && size < sizeof name - 1 &&
	                                (g_ascii_isalnum (*sign) || (*sign == '#' && size == 0)); sign++)
		name[size++] = *sign;
	name[size] = '\0';
	*length = size + 1 + (at + size + 1 < end && at[size + 1] == ';');
	if (name[0] == '#' && (g_ascii_isdigit (name[1]) || (g_ascii_tolower (name[1]) == 'x' && g_ascii_isxdigit (name[2])))) {
		gboolean is_hex = g_ascii_tolower (name[1]) == 'x';
		return number_reference (g_ascii_strtoull (name + (is_hex ? 2 : 1), NULL, is_hex ? 16 : 10));
	}
	if (g_str_equal (name, "apos"))
		return '\'';
	const htmlEntityDesc *entity = size > 0 ? htmlEntityLookup ((const xmlChar *) name) : NULL;
	return entity != NULL ? entity->value : 0;
}
