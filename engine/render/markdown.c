#include "markdown.h"

#include <string.h>

#include <libxml/HTMLparser.h>
#include <md4c.h>

#include "error.h"
#include "fields.h"

/* Tags travel through md4c as one private character each, which it takes for a letter. */
#define FIRST_PRIVATE 0xe000
#define LAST_PRIVATE 0xf8ff

#define RN_MAX_NESTING 32 /* lists and quotes in each other; trees are walked by recursion */

struct reading {
	const char *place;
	GPtrArray *tags;  /* of rn_node, by private character */
	GPtrArray *open;  /* of rn_node: elements that md4c is in, outermost first; borrowed */
	GError *error;
};

/* ---- Before md4c: tags become private characters ---------------------------- */

static gboolean
put_tag (struct reading *reading, GString *out, rn_node *tag)
{
	if (FIRST_PRIVATE + reading->tags->len > LAST_PRIVATE) {
		g_set_error (&reading->error, RN_ERROR, RN_ERROR_CONFIG, "%s:%d: more than %d fields", reading->place, tag->line,
		             LAST_PRIVATE - FIRST_PRIVATE);
		rn_node_free (tag);
		return FALSE;
	}
	g_string_append_unichar (out, FIRST_PRIVATE + reading->tags->len);
	g_ptr_array_add (reading->tags, tag);
	return TRUE;
}

static gboolean
is_marker (const rn_node *tag)
{
	return tag->kind == RN_NODE_SECTION || tag->kind == RN_NODE_CLOSE || tag->kind == RN_NODE_FORM;
}

static gboolean
refuse_tag (struct reading *reading, rn_node *tag, const char *why)
{
	g_set_error (&reading->error, RN_ERROR, RN_ERROR_CONFIG, "%s:%d: {{%s}} %s", reading->place, tag->line, tag->name,
	             why);
	rn_node_free (tag);
	return FALSE;
}

/* One tag of a line; `begins` and `ends` say that nothing else stands before and
 * behind it. */
static gboolean
take_tag (struct reading *reading, GString *out, rn_node *tag, gboolean begins, const char *behind)
{
	gboolean ends = behind[strspn (behind, " \t\r")] == '\0';

	if (begins && ends && is_marker (tag)) {
		tag->stands_alone = TRUE;
		return put_tag (reading, out, tag);
	}
	if (tag->kind == RN_NODE_FORM)
		return refuse_tag (reading, tag, "must stand alone on its line");
	if (tag->kind == RN_NODE_BODY) {
		rn_node_free (tag);
		g_set_error (&reading->error, RN_ERROR, RN_ERROR_CONFIG, "%s: {{{body}}} belongs into the shell",
		             reading->place);
		return FALSE;
	}
	if (begins && tag->kind == RN_NODE_FIELD && g_str_has_prefix (behind, ". ")) {
		tag->is_number = TRUE;
		g_string_append (out, "1. ");
	}
	return put_tag (reading, out, tag);
}

/* Copies the line's words and tags. A number's ". " was written before it. */
static gboolean
put_line (struct reading *reading, GString *out, const char *text, int line)
{
	gboolean begins = TRUE;

	while (*text != '\0') {
		if (!g_str_has_prefix (text, "{{")) {
			begins = begins && g_ascii_isspace (*text);
			g_string_append_c (out, *text++);
			continue;
		}
		rn_node *tag = rn_field_read (&text, reading->place, line, &reading->error);
		if (reading->error != NULL)
			return FALSE;
		if (tag == NULL)
			continue;
		if (!take_tag (reading, out, tag, begins, text))
			return FALSE;
		text += tag->is_number ? strlen (". ") : 0;
		begins = FALSE;
	}
	return TRUE;
}

static gboolean
has_private (const char *text)
{
	for (; *text != '\0'; text = g_utf8_next_char (text)) {
		gunichar c = g_utf8_get_char (text);
		if (c >= FIRST_PRIVATE && c <= LAST_PRIVATE)
			return TRUE;
	}
	return FALSE;
}

/* A marker alone on its line gets empty lines around it, so that it is a paragraph. */
static char *
with_private_characters (struct reading *reading, const char *markdown, int line)
{
	g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
	g_autoptr (GString) out = g_string_new (NULL);

	if (has_private (markdown)) {
		g_set_error (&reading->error, RN_ERROR, RN_ERROR_CONFIG, "%s: characters of private use (U+E000 to U+F8FF)",
		             reading->place);
		return NULL;
	}
	for (char **at = lines; *at != NULL; at++, line++) {
		guint tags_before = reading->tags->len;
		gsize length_before = out->len;
		if (!put_line (reading, out, *at, line))
			return NULL;
		const rn_node *first = tags_before < reading->tags->len ? reading->tags->pdata[tags_before] : NULL;
		if (first != NULL && first->stands_alone) {
			g_string_insert_c (out, length_before, '\n');
			g_string_append_c (out, '\n');
		}
		g_string_append_c (out, '\n');
	}
	return g_string_free (g_steal_pointer (&out), FALSE);
}

/* ---- Behind md4c: its blocks and spans become nodes --------------------------- */

static rn_node *
innermost (struct reading *reading)
{
	return reading->open->pdata[reading->open->len - 1];
}

static rn_node *
enter (struct reading *reading, const char *tag)
{
	rn_node *node = rn_node_new_element (tag);

	g_ptr_array_add (innermost (reading)->children, node);
	g_ptr_array_add (reading->open, node);
	return node;
}

static void
add (struct reading *reading, const char *tag)
{
	g_ptr_array_add (innermost (reading)->children, rn_node_new_element (tag));
}

/* A list item that begins with {{number}}. has that number. */
static void
number_item (rn_node *item)
{
	GPtrArray *words = item->children;

	if (words->len > 0 && rn_node_is (words->pdata[0], "p"))
		words = ((rn_node *) words->pdata[0])->children;
	if (words->len > 0 && ((rn_node *) words->pdata[0])->is_number)
		g_ptr_array_add (rn_node_add_attribute (item, "value"), g_ptr_array_steal_index (words, 0));
}

static rn_node *
copy_tag (const rn_node *tag)
{
	rn_node *copy = rn_node_new (tag->kind, tag->name, tag->line);

	copy->inverted = tag->inverted;
	copy->stands_alone = tag->stands_alone;
	copy->is_number = tag->is_number;
	return copy;
}

/* Words with private characters as words and tags. */
static void
add_words (struct reading *reading, GPtrArray *nodes, const char *text, gsize size)
{
	const char *end = text + size, *words = text;

	for (const char *at = text; at < end; at = g_utf8_next_char (at)) {
		gunichar c = g_utf8_get_char (at);
		if (c < FIRST_PRIVATE || c > LAST_PRIVATE)
			continue;
		if (at > words)
			rn_nodes_add_text (nodes, words, at - words);
		g_ptr_array_add (nodes, copy_tag (reading->tags->pdata[c - FIRST_PRIVATE]));
		words = g_utf8_next_char (at);
	}
	if (end > words)
		rn_nodes_add_text (nodes, words, end - words);
}

/* &auml; &#228; &#xe4; as the characters they mean; unknown names stay as written. */
static void
add_entity (GPtrArray *nodes, const char *text, gsize size)
{
	g_autofree char *name = g_strndup (text + 1, size - 2);
	gunichar c = 0;

	if (*name != '#') {
		const htmlEntityDesc *known = htmlEntityLookup (BAD_CAST name);
		c = known != NULL ? known->value : 0;
	} else {
		gboolean is_hex = name[1] == 'x' || name[1] == 'X';
		c = g_ascii_strtoull (name + (is_hex ? 2 : 1), NULL, is_hex ? 16 : 10);
	}
	if (c == 0 || !g_unichar_validate (c) || (c >= FIRST_PRIVATE && c <= LAST_PRIVATE)) {
		rn_nodes_add_text (nodes, text, size);
		return;
	}
	char utf8[8] = "";
	rn_nodes_add_text (nodes, utf8, g_unichar_to_utf8 (c, utf8));
}

static void
add_attribute (struct reading *reading, rn_node *node, const char *name, const MD_ATTRIBUTE *value)
{
	GPtrArray *nodes = rn_node_add_attribute (node, name);

	for (int i = 0; value->substr_offsets[i] < value->size; i++) {
		const char *part = value->text + value->substr_offsets[i];
		gsize size = value->substr_offsets[i + 1] - value->substr_offsets[i];
		if (value->substr_types[i] == MD_TEXT_ENTITY)
			add_entity (nodes, part, size);
		else
			add_words (reading, nodes, part, size);
	}
}

/* A link's scheme is the template's choice, never a value's. */
static gboolean
has_fine_scheme (GPtrArray *target)
{
	static const char *const schemes[] = { "mailto:", "https://", "http://", NULL };
	const rn_node *first = target->len > 0 ? target->pdata[0] : NULL;

	for (const char *const *scheme = schemes; first != NULL && first->text != NULL && *scheme != NULL; scheme++)
		if (g_str_has_prefix (first->text, *scheme))
			return TRUE;
	return FALSE;
}

static int
enter_link (struct reading *reading, const MD_SPAN_A_DETAIL *detail)
{
	rn_node *link = enter (reading, "a");

	if (detail->title.size == strlen ("button") && memcmp (detail->title.text, "button", detail->title.size) == 0)
		rn_nodes_add_text (rn_node_add_attribute (link, "class"), "button", -1);
	else if (detail->title.size > 0)
		add_attribute (reading, link, "title", &detail->title);
	add_attribute (reading, link, "href", &detail->href);
	if (has_fine_scheme (rn_node_attribute (link, "href")))
		return 0;
	g_set_error (&reading->error, RN_ERROR, RN_ERROR_CONFIG,
	             "%s: the link to “%.*s” must begin with mailto:, https:// or http://", reading->place,
	             (int) detail->href.size, detail->href.text);
	return -1;
}

static int
enter_list (struct reading *reading, const char *tag, gboolean is_tight, unsigned start)
{
	rn_node *list = enter (reading, tag);

	list->is_tight = is_tight;
	if (start != 1) {
		g_autofree char *number = g_strdup_printf ("%u", start);
		rn_nodes_add_text (rn_node_add_attribute (list, "start"), number, -1);
	}
	return 0;
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *data)
{
	static const char *const headings[] = { "h1", "h1", "h2", "h3", "h4", "h5", "h6" };
	struct reading *reading = data;

	if (reading->open->len > RN_MAX_NESTING) {
		g_set_error (&reading->error, RN_ERROR, RN_ERROR_CONFIG, "%s: lists or quotes are nested more than %d deep",
		             reading->place, RN_MAX_NESTING);
		return -1;
	}
	switch (type) {
	case MD_BLOCK_DOC: return 0;
	case MD_BLOCK_QUOTE: enter (reading, "blockquote"); return 0;
	case MD_BLOCK_UL: return enter_list (reading, "ul", ((MD_BLOCK_UL_DETAIL *) detail)->is_tight, 1);
	case MD_BLOCK_OL:
		return enter_list (reading, "ol", ((MD_BLOCK_OL_DETAIL *) detail)->is_tight,
		                   ((MD_BLOCK_OL_DETAIL *) detail)->start);
	case MD_BLOCK_LI: enter (reading, "li"); return 0;
	case MD_BLOCK_HR: enter (reading, "hr"); return 0;
	case MD_BLOCK_H: enter (reading, headings[((MD_BLOCK_H_DETAIL *) detail)->level]); return 0;
	case MD_BLOCK_CODE: enter (reading, "pre"); return 0;
	default: enter (reading, "p"); return 0;
	}
}

/* The node that ends here. md4c 0.4.8 leaves more spans than it entered for some rows of
 * emphasis marks: NULL, and the template is in error. */
static rn_node *
leave (struct reading *reading)
{
	if (reading->open->len > 1)
		return g_ptr_array_steal_index (reading->open, reading->open->len - 1);
	g_set_error (&reading->error, RN_ERROR, RN_ERROR_CONFIG, "%s: the Markdown has a row of * or _ that cannot be read",
	             reading->place);
	return NULL;
}

static int
leave_block (MD_BLOCKTYPE type, void *detail G_GNUC_UNUSED, void *data)
{
	struct reading *reading = data;

	if (type == MD_BLOCK_DOC)
		return 0;
	rn_node *node = leave (reading);
	if (node != NULL && type == MD_BLOCK_LI)
		number_item (node);
	return node != NULL ? 0 : -1;
}

static int
enter_span (MD_SPANTYPE type, void *detail, void *data)
{
	struct reading *reading = data;

	switch (type) {
	case MD_SPAN_A: return enter_link (reading, detail);
	case MD_SPAN_IMG:
		g_set_error (&reading->error, RN_ERROR, RN_ERROR_CONFIG, "%s: a mail of ours has no images", reading->place);
		return -1;
	case MD_SPAN_STRONG: enter (reading, "strong"); return 0;
	case MD_SPAN_CODE: enter (reading, "code"); return 0;
	default: enter (reading, "em"); return 0;
	}
}

static int
leave_span (MD_SPANTYPE type G_GNUC_UNUSED, void *detail G_GNUC_UNUSED, void *data)
{
	return leave (data) != NULL ? 0 : -1;
}

static int
add_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
	struct reading *reading = data;
	GPtrArray *nodes = innermost (reading)->children;

	if (type == MD_TEXT_BR)
		add (reading, "br");
	else if (type == MD_TEXT_SOFTBR)
		rn_nodes_add_text (nodes, " ", 1);
	else if (type == MD_TEXT_ENTITY)
		add_entity (nodes, text, size);
	else
		add_words (reading, nodes, text, size);
	return 0;
}

static gboolean
run_md4c (struct reading *reading, const char *text)
{
	static const MD_PARSER parser = {
		.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
		.enter_block = enter_block,
		.leave_block = leave_block,
		.enter_span = enter_span,
		.leave_span = leave_span,
		.text = add_text,
	};

	if (md_parse (text, strlen (text), &parser, reading) != 0 && reading->error == NULL)
		g_error ("%s: out of memory", reading->place); /* md4c fails for nothing else */
	return reading->error == NULL;
}

GPtrArray *
rn_markdown_read (const char *markdown, const char *place, int line, GError **error)
{
	g_autoptr (rn_node) root = rn_node_new_element ("div");
	g_autoptr (GPtrArray) tags = rn_nodes_new ();
	g_autoptr (GPtrArray) open = g_ptr_array_new ();
	struct reading reading = { place, tags, open, NULL };

	g_ptr_array_add (open, root);
	g_autofree char *text = with_private_characters (&reading, markdown, line);
	if (text == NULL || !run_md4c (&reading, text)) {
		g_propagate_error (error, reading.error);
		return NULL;
	}
	if (!rn_nodes_fold (root->children, place, error))
		return NULL;
	return g_ptr_array_ref (root->children);
}
