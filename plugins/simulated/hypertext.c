#include "hypertext.h"

#include <stdlib.h>
#include <string.h>

#define MAX_LISTS 8

/* How far the page has been read out. */
struct page {
	GString *lines;
	guint items[MAX_LISTS]; /* number of the last item of each open list; unordered lists stay at 0 */
	gboolean ordered[MAX_LISTS];
	guint lists;
};

static void
end_line (struct page *page)
{
	while (page->lines->len > 0 && page->lines->str[page->lines->len - 1] == ' ')
		g_string_truncate (page->lines, page->lines->len - 1);
	if (page->lines->len > 0 && page->lines->str[page->lines->len - 1] != '\n')
		g_string_append_c (page->lines, '\n');
}

static void
end_paragraph (struct page *page)
{
	end_line (page);
	if (page->lines->len > 0 && !g_str_has_suffix (page->lines->str, "\n\n"))
		g_string_append_c (page->lines, '\n');
}

static guint
list_start (const char *attributes)
{
	const char *start = strstr (attributes, "start=\"");
	return start != NULL ? (guint) g_ascii_strtoull (start + strlen ("start=\""), NULL, 10) - 1 : 0;
}

static void
open_list (struct page *page, gboolean ordered, const char *attributes)
{
	end_paragraph (page);
	if (page->lists == MAX_LISTS)
		return;
	page->ordered[page->lists] = ordered;
	page->items[page->lists++] = ordered ? list_start (attributes) : 0;
}

static void
open_item (struct page *page)
{
	end_line (page);
	guint list = page->lists > 0 ? page->lists - 1 : 0;
	if (page->lists > 0 && page->ordered[list])
		g_string_append_printf (page->lines, "%u. ", ++page->items[list]);
	else
		g_string_append (page->lines, "- ");
}

static void
meet_tag (struct page *page, const char *tag)
{
	static const char *const blocks[] = { "p", "h1", "h2", "h3", "blockquote", "table", NULL };
	static const char *const lines[] = { "div", "tr", "hr", "hr/", "li", NULL };
	gboolean closes = *tag == '/';
	g_autofree char *name = g_ascii_strdown (tag + closes, (gssize) strcspn (tag + closes, " \t\r\n"));
	if (g_str_equal (name, "ol") || g_str_equal (name, "ul")) {
		if (!closes)
			open_list (page, g_str_equal (name, "ol"), tag);
		else if (page->lists > 0)
			page->lists--, end_paragraph (page);
	} else if (g_str_equal (name, "li") && !closes)
		open_item (page);
	else if (g_strv_contains (blocks, name))
		end_paragraph (page);
	else if (g_strv_contains (lines, name))
		end_line (page);
}

/* What follows "&"; gives the byte behind the entity. */
static const char *
read_entity (struct page *page, const char *at)
{
	static const struct { const char *name; gunichar character; } entities[] = {
		{ "amp;", '&' }, { "lt;", '<' }, { "gt;", '>' }, { "quot;", '"' }, { "apos;", '\'' }, { "nbsp;", ' ' },
	};
	if (*at == '#') {
		gboolean hex = at[1] == 'x' || at[1] == 'X';
		char *end;
		guint64 code = g_ascii_strtoull (at + 1 + hex, &end, hex ? 16 : 10);
		if (*end == ';' && code > 0 && g_unichar_validate ((gunichar) code)) {
			g_string_append_unichar (page->lines, (gunichar) code);
			return end + 1;
		}
	}
	for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
		if (g_str_has_prefix (at, entities[i].name)) {
			g_string_append_unichar (page->lines, entities[i].character);
			return at + strlen (entities[i].name);
		}
	g_string_append_c (page->lines, '&');
	return at;
}

/* Behind what is never shown: comments, head, style, script. */
static const char *
skip_hidden (const char *tag)
{
	static const char *const hidden[][2] = {
		{ "<!--", "-->" }, { "<head>", "</head>" }, { "<head ", "</head>" },
		{ "<style", "</style>" }, { "<script", "</script>" }, { "<title", "</title>" },
	};
	for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
		if (g_ascii_strncasecmp (tag, hidden[i][0], strlen (hidden[i][0])) == 0) {
			const char *end = strstr (tag, hidden[i][1]);
			return end != NULL ? end + strlen (hidden[i][1]) : tag + strlen (tag);
		}
	return NULL;
}

char *
hypertext_words (const char *html)
{
	struct page page = { .lines = g_string_sized_new (strlen (html) / 2) };
	for (const char *at = html; *at != '\0';) {
		const char *behind = *at == '<' ? skip_hidden (at) : NULL, *end;
		if (behind != NULL)
			at = behind;
		else if (*at == '<' && (end = strchr (at, '>')) != NULL) {
			g_autofree char *tag = g_strndup (at + 1, (gsize) (end - at - 1));
			meet_tag (&page, tag);
			at = end + 1;
		} else if (*at == '&')
			at = read_entity (&page, at + 1);
		else if (g_ascii_isspace (*at)) {
			if (page.lines->len > 0 && strchr (" \n", page.lines->str[page.lines->len - 1]) == NULL)
				g_string_append_c (page.lines, ' ');
			at++;
		} else
			g_string_append_c (page.lines, *at++);
	}
	end_line (&page);
	return g_string_free (page.lines, FALSE);
}

char *
hypertext_from_words (const char *words)
{
	g_autofree char *escaped = g_markup_escape_text (words, -1);
	g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
	return g_strjoinv ("<br>\n", lines);
}
