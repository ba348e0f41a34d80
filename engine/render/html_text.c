#include "html_text.h"

#include <string.h>

#include "html_scan.h"

#define MAX_HTML (4 * 1024 * 1024) /* read of one mail; Word's own bloat stays below 1 MiB */
#define MAX_OUT (128 * 1024)       /* twice the reply text that is kept */
#define MAX_DEPTH 256              /* open elements that are remembered; text below stays */
#define MAX_QUOTES 8               /* "> " before a line */

enum {
	BLOCK = 1 << 0,     /* starts and ends a line */
	PARAGRAPH = 1 << 1, /* an empty line before and behind it */
	VOID = 1 << 2,      /* has no end tag */
	SKIP = 1 << 3,      /* its content is no text for people */
	CELL = 1 << 4,
	ITEM = 1 << 5,
	ORDERED = 1 << 6,
	LIST = 1 << 7,
	PRE = 1 << 8,
	QUOTE = 1 << 9,
	HIDDEN = 1 << 10,
	BREAK = 1 << 11,
	IMAGE = 1 << 12,
};

static const struct {
	const char *name;
	int flags;
} elements[] = {
	{ "a", 0 }, { "address", BLOCK }, { "article", BLOCK }, { "aside", BLOCK }, { "base", VOID },
	{ "blockquote", BLOCK }, { "br", VOID | BREAK }, { "center", BLOCK }, { "dd", BLOCK }, { "div", BLOCK }, { "dl", BLOCK },
	{ "dt", BLOCK }, { "fieldset", BLOCK }, { "footer", BLOCK }, { "form", BLOCK }, { "h1", BLOCK | PARAGRAPH },
	{ "h2", BLOCK | PARAGRAPH }, { "h3", BLOCK | PARAGRAPH }, { "h4", BLOCK | PARAGRAPH }, { "h5", BLOCK | PARAGRAPH },
	{ "h6", BLOCK | PARAGRAPH }, { "head", BLOCK }, { "header", BLOCK }, { "hr", VOID | BLOCK }, { "img", VOID | IMAGE },
	{ "input", VOID }, { "li", BLOCK | ITEM }, { "link", VOID }, { "main", BLOCK }, { "meta", VOID }, { "nav", BLOCK },
	{ "ol", BLOCK | LIST | ORDERED }, { "p", BLOCK | PARAGRAPH }, { "pre", BLOCK | PRE }, { "script", SKIP },
	{ "section", BLOCK }, { "select", SKIP }, { "style", SKIP }, { "svg", SKIP }, { "table", BLOCK }, { "td", CELL },
	{ "template", SKIP }, { "textarea", SKIP }, { "th", CELL }, { "title", SKIP }, { "tr", BLOCK }, { "ul", BLOCK | LIST },
	{ "wbr", VOID }, { "xml", SKIP },
};

struct open_element {
	char name[RN_MAX_TAG_NAME + 1];
	int flags;
	int items; /* of a list, so far */
};

struct writer {
	GString *out;
	struct open_element open[MAX_DEPTH];
	gsize depth, n_below;       /* n_below: open elements that are not remembered */
	int n_quotes, n_hidden, n_pre;
	gboolean rest_is_quoted;    /* behind Outlook's divider */
	gboolean has_text;          /* the line has something */
	gboolean wants_space, wants_gap;
	const char *last_blockquote;
};

static int
flags_of (const char *name)
{
	gsize first = 0, last = G_N_ELEMENTS (elements);

	while (first < last) {
		gsize middle = (first + last) / 2;
		int order = strcmp (name, elements[middle].name);
		if (order == 0)
			return elements[middle].flags;
		if (order < 0)
			last = middle;
		else
			first = middle + 1;
	}
	return 0;
}

/* ---- Lines -------------------------------------------------------------------- */

static void
start_line (struct writer *writer)
{
	int quotes = MIN (writer->n_quotes + (writer->rest_is_quoted && writer->n_quotes == 0), MAX_QUOTES);

	for (int quote = 0; quote < quotes; quote++)
		g_string_append (writer->out, "> ");
}

static void
end_line (struct writer *writer)
{
	while (writer->out->len > 0 && writer->out->str[writer->out->len - 1] == ' ')
		g_string_truncate (writer->out, writer->out->len - 1);
	g_string_append_c (writer->out, '\n');
	writer->has_text = FALSE;
	writer->wants_space = FALSE;
}

static void
end_block (struct writer *writer, gboolean gap)
{
	if (writer->has_text)
		end_line (writer);
	writer->wants_gap |= gap && writer->out->len > 0;
	writer->wants_space = FALSE;
}

static void
break_line (struct writer *writer)
{
	if (!writer->has_text)
		start_line (writer);
	end_line (writer);
}

static void
before_text (struct writer *writer)
{
	if (!writer->has_text) {
		if (writer->wants_gap)
			break_line (writer);
		start_line (writer);
	} else if (writer->wants_space) {
		g_string_append_c (writer->out, ' ');
	}
	writer->wants_gap = writer->wants_space = FALSE;
	writer->has_text = TRUE;
}

/* ---- Text ---------------------------------------------------------------------- */

static void
write_sign (struct writer *writer, gunichar sign)
{
	if (sign == '\n' && writer->n_pre > 0) {
		break_line (writer);
	} else if (sign < 0x80 && g_ascii_isspace ((char) sign) && writer->n_pre == 0) {
		writer->wants_space |= writer->has_text;
	} else if (sign != '\r' && sign != 0xfeff && sign != 0x200b && sign != 0xad) {
		before_text (writer);
		/* a hard space is a space, and enough for a line of its own */
		g_string_append_unichar (writer->out, sign == 0xa0 ? ' ' : sign);
	}
}

static void
write_text (struct writer *writer, struct rn_html_slice text)
{
	const char *end = text.at + text.size;

	if (writer->n_hidden > 0)
		return;
	for (const char *at = text.at; at < end && writer->out->len < MAX_OUT;) {
		gsize length = 0;
		gunichar sign = *at == '&' ? rn_html_reference (at, end, &length) : 0;
		if (sign == 0) {
			sign = g_utf8_get_char (at);
			length = (gsize) (g_utf8_next_char (at) - at);
		}
		write_sign (writer, sign);
		at += length;
	}
}

/* Emoji are images with themselves as their text. */
static void
write_image (struct writer *writer, struct rn_html_slice alt)
{
	if (alt.size > 0 && alt.size <= 16 && (guchar) alt.at[0] >= 0xe2)
		write_text (writer, alt);
}

/* ---- What is quoted and what is hidden --------------------------------------------- */

/* Elements that hold a quoted mail or its header. */
static const char *const quoting_classes[] = {
	"gmail_attr", "moz-cite-prefix", "yahoo_quoted", "protonmail_quote", "tutanota_quote", "zmail_extra", "outlookmessageheader",
	"appleoriginalcontents", "moz-forward-container", "moz-email-headers-table", "hey-quote",
};
/* Behind these the rest of the mail is quoted. */
static const char *const dividing_ids[] = {
	"divrplyfwdmsg", "appendonsend", "stopspelling", "olk_src_body_section", "mail-editor-reference-message-container",
	"zwchr", "ms-outlook-mobile-reference-message", "reply-separator", "isforwardcontent",
};

static gboolean
has_any (struct rn_html_slice slice, const char *const *parts, gsize n)
{
	for (gsize i = 0; slice.size > 0 && i < n; i++)
		if (rn_html_slice_has (slice, parts[i]))
			return TRUE;
	return FALSE;
}

/* Indented text, as Gmail and Outlook make it, has no line at its side. */
static gboolean
is_indent (const struct rn_html_tag *tag)
{
	return tag->type.size == 0 && tag->class.size == 0 && rn_html_slice_has (tag->style, "border:none") &&
	       rn_html_slice_has (tag->style, "margin");
}

static gboolean
is_quote (const struct writer *writer, const struct rn_html_tag *tag)
{
	if (g_str_equal (tag->name, "blockquote"))
		return !is_indent (tag);
	/* people write between the blockquotes inside gmail_quote; without one it is a forward */
	if (rn_html_slice_has (tag->class, "gmail_quote"))
		return tag->text.at >= writer->last_blockquote;
	if (tag->label.size == 5 && strncmp (tag->label.at, "quote", 5) == 0 && g_str_equal (tag->name, "div"))
		return TRUE;
	return has_any (tag->class, quoting_classes, G_N_ELEMENTS (quoting_classes)) || rn_html_slice_has (tag->id, "yahoo_quoted");
}

/* Outlook draws a line above the header of the quoted mail. */
static gboolean
is_divider (const struct rn_html_tag *tag)
{
	return has_any (tag->id, dividing_ids, G_N_ELEMENTS (dividing_ids)) ||
	       has_any (tag->class, dividing_ids, G_N_ELEMENTS (dividing_ids)) ||
	       (rn_html_slice_has (tag->style, "border:none;border-top:solid") && rn_html_slice_has (tag->style, "padding:3.0pt0"));
}

static gboolean
is_hidden (const struct rn_html_tag *tag)
{
	return tag->is_hidden || rn_html_slice_has (tag->style, "display:none") || rn_html_slice_has (tag->style, "visibility:hidden") ||
	       rn_html_slice_has (tag->style, "mso-hide:all") || rn_html_slice_has (tag->style, "font-size:0;") ||
	       rn_html_slice_has (tag->style, "font-size:0px");
}

/* Word's paragraphs are lines. */
static gboolean
is_line (const struct rn_html_tag *tag)
{
	return rn_html_slice_has (tag->class, "mso") || rn_html_slice_has (tag->style, "margin:0") ||
	       rn_html_slice_has (tag->style, "margin-bottom:0");
}

/* ---- Elements ------------------------------------------------------------------------ */

static void
count (struct writer *writer, int flags, int by)
{
	writer->n_quotes += flags & QUOTE ? by : 0;
	writer->n_hidden += flags & HIDDEN ? by : 0;
	writer->n_pre += flags & PRE ? by : 0;
}

static void
start_item (struct writer *writer)
{
	for (gsize at = writer->depth; at > 0; at--) {
		struct open_element *list = &writer->open[at - 1];
		if (!(list->flags & LIST))
			continue;
		list->items++;
		before_text (writer);
		if (list->flags & ORDERED)
			g_string_append_printf (writer->out, "%d. ", list->items);
		else
			g_string_append (writer->out, "- ");
		return;
	}
}

static void
push (struct writer *writer, const struct rn_html_tag *tag, int flags)
{
	if (writer->depth == MAX_DEPTH) {
		writer->n_below++;
		return;
	}
	struct open_element *element = &writer->open[writer->depth++];
	*element = (struct open_element) { .flags = flags };
	g_strlcpy (element->name, tag->name, sizeof element->name);
	count (writer, flags, 1);
}

static void
open_element (struct writer *writer, struct rn_html_scanner *scanner, const struct rn_html_tag *tag)
{
	int flags = flags_of (tag->name);

	if (flags & SKIP) {
		if (!tag->is_empty)
			rn_html_skip_to (scanner, tag->name);
		return;
	}
	if ((flags & PARAGRAPH) && is_line (tag))
		flags &= ~PARAGRAPH;
	if (is_divider (tag)) {
		end_block (writer, FALSE);
		writer->rest_is_quoted = TRUE;
	}
	if (!(flags & VOID)) {
		flags |= is_quote (writer, tag) ? QUOTE | BLOCK : 0;
		flags |= is_hidden (tag) ? HIDDEN : 0;
	}
	if (flags & BLOCK)
		end_block (writer, (flags & PARAGRAPH) != 0);
	if ((flags & BREAK) && writer->n_hidden == 0)
		break_line (writer);
	if (flags & IMAGE)
		write_image (writer, tag->alt);
	if ((flags & CELL) && writer->has_text)
		writer->wants_space = TRUE;
	if (!(flags & VOID) && !tag->is_empty)
		push (writer, tag, flags);
	if ((flags & ITEM) && writer->n_hidden == 0)
		start_item (writer);
}

static void
pop (struct writer *writer)
{
	struct open_element *element = &writer->open[writer->depth - 1];

	if (element->flags & BLOCK)
		end_block (writer, (element->flags & PARAGRAPH) != 0);
	count (writer, element->flags, -1);
	writer->depth--;
}

static void
close_element (struct writer *writer, const struct rn_html_tag *tag)
{
	if (writer->n_below > 0) {
		writer->n_below--;
		return;
	}
	gsize at = writer->depth;
	while (at > 0 && !g_str_equal (writer->open[at - 1].name, tag->name))
		at--;
	if (at == 0) {
		if (flags_of (tag->name) & (BLOCK | BREAK))
			end_block (writer, FALSE);
		return;
	}
	while (writer->depth >= at)
		pop (writer);
}

/* Where the last blockquote starts, or the end. */
static const char *
find_last_blockquote (const char *html, gsize size)
{
	static const char tag[] = "<blockquote";
	const char *found = html;

	for (const char *at = html; (at = memchr (at, '<', (gsize) (html + size - at))) != NULL; at++)
		if ((gsize) (html + size - at) >= sizeof tag && g_ascii_strncasecmp (at, tag, sizeof tag - 1) == 0)
			found = at;
	return found;
}

char *
rn_html_text (const char *html, gsize size)
{
	struct rn_html_scanner scanner;
	struct rn_html_tag tag;
	g_autofree char *valid = NULL;

	if (size == 0)
		return g_strdup ("");
	size = MIN (size, MAX_HTML);
	if (!g_utf8_validate_len (html, size, NULL)) {
		valid = g_utf8_make_valid (html, (gssize) size);
		html = valid;
		size = strlen (valid);
	}
	struct writer *writer = g_new0 (struct writer, 1);
	writer->out = g_string_sized_new (size / 4 + 64);
	writer->last_blockquote = find_last_blockquote (html, size);
	rn_html_scan (&scanner, html, size);
	while (writer->out->len < MAX_OUT) {
		const char *start = scanner.at;
		if (!rn_html_next (&scanner, &tag))
			break;
		switch (tag.kind) {
		case RN_HTML_TEXT:
			write_text (writer, tag.text);
			break;
		case RN_HTML_OPEN:
			tag.text.at = start;
			open_element (writer, &scanner, &tag);
			break;
		case RN_HTML_CLOSE:
			close_element (writer, &tag);
			break;
		}
	}
	end_block (writer, FALSE);
	char *text = g_string_free (writer->out, FALSE);
	g_free (writer);
	return text;
}
