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
open_ordered (struct page *page, const char *tag)
{
	open_list (page, TRUE, tag);
}

static void
open_unordered (struct page *page, const char *tag)
{
	open_list (page, FALSE, tag);
}

static void
close_list (struct page *page, const char *unused)
{
	(void) unused;
	if (page->lists > 0)
		page->lists--;
	end_paragraph (page);
}

static void
open_item (struct page *page, const char *unused)
{
	(void) unused;
	end_line (page);
	guint list = page->lists > 0 ? page->lists - 1 : 0;
	if (page->lists > 0 && page->ordered[list])
		g_string_append_printf (page->lines, "%u. ", ++page->items[list]);
	else
		g_string_append (page->lines, "- ");
}

static void
break_line (struct page *page, const char *unused)
{
	(void) unused;
	g_string_append_c (page->lines, '\n');
}

static void
new_line (struct page *page, const char *unused)
{
	(void) unused;
	end_line (page);
}

static void
new_paragraph (struct page *page, const char *unused)
{
	(void) unused;
	end_paragraph (page);
}

/* What a tag does to the lines; other tags do nothing. */
static const struct {
	const char *name;
	void (*meet) (struct page *page, const char *tag);
} tags[] = {
	{ "br", break_line }, { "br/", break_line },
	{ "ol", open_ordered }, { "/ol", close_list }, { "ul", open_unordered }, { "/ul", close_list },
	{ "li", open_item }, { "/li", new_line },
	{ "p", new_paragraph }, { "/p", new_paragraph }, { "blockquote", new_paragraph }, { "/blockquote", new_paragraph },
	{ "h1", new_paragraph }, { "/h1", new_paragraph }, { "h2", new_paragraph }, { "/h2", new_paragraph },
	{ "table", new_paragraph }, { "/table", new_paragraph }, { "footer", new_paragraph },
	{ "div", new_line }, { "/div", new_line }, { "tr", new_line }, { "/tr", new_line },
	{ "hr", new_line }, { "hr/", new_line },
};

static void
meet_tag (struct page *page, const char *tag)
{
	g_autofree char *name = g_ascii_strdown (tag, (gssize) strcspn (tag, " \t\r\n"));
	for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
		if (g_str_equal (tags[i].name, name))
			tags[i].meet (page, tag);
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
	while (g_str_has_suffix (page.lines->str, "\n\n"))
		g_string_truncate (page.lines, page.lines->len - 1);
	return g_string_free (page.lines, FALSE);
}

char *
hypertext_from_words (const char *words)
{
	g_autofree char *escaped = g_markup_escape_text (words, -1);
	g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
	return g_strjoinv ("<br>\n", lines);
}
