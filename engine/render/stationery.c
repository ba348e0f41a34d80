#include "stationery.h"

#include <string.h>

#include "error.h"
#include "escape.h"
#include "fields.h"
#include "form.h"
#include "markdown.h"
#include "shell.h"
#include "words.h"
#include "writer.h"

#define SHELL "shell.xhtml"

struct rn_stationery {
	char *name, *language;
	GStrv own_fields;   /* as the template names them, or NULL */
	GPtrArray *subject; /* of rn_node, as the others */
	GPtrArray *body;
	GPtrArray *shell;
	rn_form *form;      /* or NULL */
};

/* ---- Compiling -------------------------------------------------------------- */

static gboolean
read_subject (rn_stationery *stationery, const char *value, int line, GError **error)
{
	if (stationery->subject->len == 0)
		return rn_fields_split (stationery->subject, value, stationery->name, line, error);
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s:%d: there is a subject already", stationery->name, line);
	return FALSE;
}

static gboolean
read_own_fields (rn_stationery *stationery, const char *value, int line G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
	g_strfreev (stationery->own_fields);
	stationery->own_fields = g_strsplit (value, ",", -1);
	for (char **field = stationery->own_fields; *field != NULL; field++)
		g_strstrip (*field);
	return TRUE;
}

static const char *const header_names[] = { "Subject", "Fields", NULL };
static gboolean (*const header_readers[]) (rn_stationery *, const char *, int, GError **) = { read_subject, read_own_fields };

static gboolean
read_header (rn_stationery *stationery, const char *text, int line, GError **error)
{
	const char *colon = strchr (text, ':');
	g_autofree char *name = g_strstrip (g_strndup (text, colon != NULL ? (gsize) (colon - text) : strlen (text)));
	g_autofree char *value = colon != NULL ? g_strstrip (g_strdup (colon + 1)) : NULL;

	for (int i = 0; value != NULL && header_names[i] != NULL; i++)
		if (g_str_equal (name, header_names[i]))
			return header_readers[i] (stationery, value, line, error);
	g_autofree char *hint = rn_did_you_mean (name, header_names);
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG,
	             "%s:%d: “%s” is no header line of a template; it begins with “Subject: …” and an empty line%s",
	             stationery->name, line, name, hint);
	return FALSE;
}

/* Gives where the Markdown begins, and the number of that line. */
static const char *
read_headers (rn_stationery *stationery, const char *markdown, int *line, GError **error)
{
	for (*line = 1; *markdown != '\0'; (*line)++) {
		gsize size = strcspn (markdown, "\n");
		g_autofree char *text = g_strchomp (g_strndup (markdown, size));
		markdown += size + (markdown[size] == '\n');
		if (*text == '\0')
			break;
		if (!read_header (stationery, text, *line, error))
			return NULL;
	}
	++*line;
	if (stationery->subject->len == 0) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s:1: the subject is missing; begin with “Subject: …”",
		             stationery->name);
		return NULL;
	}
	return rn_nodes_fold (stationery->subject, stationery->name, error) ? markdown : NULL;
}

static int
count_forms (GPtrArray *nodes)
{
	int count = 0;

	for (guint i = 0; i < nodes->len; i++) {
		const rn_node *node = nodes->pdata[i];
		count += (node->kind == RN_NODE_FORM) + count_forms (node->children);
	}
	return count;
}

/* A form without a place would never be answered, a place without a form asks nothing. */
static gboolean
read_form (rn_stationery *stationery, const char *xml, GError **error)
{
	int places = count_forms (stationery->body);

	if (*xml != '\0') {
		g_autofree char *place = g_strconcat (stationery->name, " (form)", NULL);
		stationery->form = rn_form_parse (xml, place, error);
		if (stationery->form == NULL)
			return FALSE;
	}
	if (places == (stationery->form != NULL))
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: there is %s form, but {{form}} stands in it %d times",
	             stationery->name, stationery->form != NULL ? "a" : "no", places);
	return FALSE;
}

/* The template's own words outside of buttons. */
static void
gather_words (GPtrArray *nodes, GString *words)
{
	for (guint i = 0; i < nodes->len; i++) {
		const rn_node *node = nodes->pdata[i];
		if (node->kind == RN_NODE_TEXT)
			g_string_append_printf (words, "%s ", node->text);
		if (!rn_node_is (node, "a"))
			gather_words (node->children, words);
	}
}

/* The word that a mailto button types ("…&body=YES"), or NULL. */
static char *
typed_word (const rn_node *node)
{
	GPtrArray *href = rn_node_is (node, "a") ? rn_node_attribute (node, "href") : NULL;
	const rn_node *last = href != NULL && href->len > 0 ? href->pdata[href->len - 1] : NULL;
	const char *body = last != NULL && last->kind == RN_NODE_TEXT ? strstr (last->text, "body=") : NULL;

	if (body == NULL)
		return NULL;
	body += strlen ("body=");
	return g_uri_unescape_segment (body, body + strcspn (body, "&"), NULL);
}

/* Plain text leaves mailto buttons out, so the sentence around must name the word. */
static gboolean
buttons_are_said (const rn_stationery *stationery, GPtrArray *nodes, const char *words, GError **error)
{
	for (guint i = 0; i < nodes->len; i++) {
		const rn_node *node = nodes->pdata[i];
		g_autofree char *word = typed_word (node);
		if (word != NULL && strstr (words, word) == NULL) {
			g_set_error (error, RN_ERROR, RN_ERROR_CONFIG,
			             "%s: a button answers “%s”, but no sentence says so to those who read plain text",
			             stationery->name, word);
			return FALSE;
		}
		if (!buttons_are_said (stationery, node->children, words, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
compile (rn_stationery *stationery, const struct rn_stationery_source *source, GError **error)
{
	int line = 1;
	const char *markdown = read_headers (stationery, source->markdown, &line, error);
	if (markdown == NULL)
		return FALSE;
	stationery->body = rn_markdown_read (markdown, stationery->name, line, error);
	if (stationery->body == NULL || !read_form (stationery, source->form, error))
		return FALSE;

	g_autoptr (GString) words = g_string_new (NULL);
	gather_words (stationery->body, words);
	if (!buttons_are_said (stationery, stationery->body, words->str, error))
		return FALSE;
	stationery->shell = rn_shell_read (source->shell, stationery->language, SHELL, error);
	if (stationery->shell == NULL)
		return FALSE;
	rn_html_prepare (stationery->body);
	rn_html_prepare (stationery->shell);
	return TRUE;
}

rn_stationery *
rn_stationery_new (const struct rn_stationery_source *source, GError **error)
{
	g_autoptr (rn_stationery) stationery = g_new0 (rn_stationery, 1);

	stationery->name = g_strdup (source->name);
	stationery->language = g_strdup (source->language);
	stationery->subject = rn_nodes_new ();
	return compile (stationery, source, error) ? g_steal_pointer (&stationery) : NULL;
}

void
rn_stationery_free (rn_stationery *stationery)
{
	if (stationery == NULL)
		return;
	g_free (stationery->name);
	g_free (stationery->language);
	g_strfreev (stationery->own_fields);
	g_clear_pointer (&stationery->subject, g_ptr_array_unref);
	g_clear_pointer (&stationery->body, g_ptr_array_unref);
	g_clear_pointer (&stationery->shell, g_ptr_array_unref);
	rn_form_free (stationery->form);
	g_free (stationery);
}

/* ---- Checking fields ---------------------------------------------------------- */

/* Sections that the walk is in, innermost first. */
struct inside {
	const char *list;
	const struct inside *outer;
};

struct check {
	const char *place;
	const char *const *known;
	const char *const *own; /* or NULL */
};

/* What rendering adds to the fields. */
static const char *const added_fields[] = { "subject", "language", NULL };

static gboolean
is_known (const struct check *check, const char *name, const struct inside *inside)
{
	if (g_strv_contains (check->known, name) || g_strv_contains (added_fields, name)
	    || (check->own != NULL && g_strv_contains (check->own, name)))
		return TRUE;
	for (; inside != NULL; inside = inside->outer) {
		g_autofree char *member = g_strconcat (inside->list, ".", name, NULL);
		if (g_strv_contains (check->known, member))
			return TRUE;
	}
	return FALSE;
}

static gboolean
check_name (const struct check *check, const rn_node *node, const struct inside *inside, GError **error)
{
	if ((node->kind != RN_NODE_FIELD && node->kind != RN_NODE_SECTION) || is_known (check, node->name, inside))
		return TRUE;
	g_autofree char *hint = rn_did_you_mean (node->name, check->known);
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s:%d: this mail has no field “%s”%s", check->place, node->line,
	             node->name, hint);
	return FALSE;
}

static gboolean
check_nodes (const struct check *check, GPtrArray *nodes, const struct inside *outer, GError **error)
{
	for (guint i = 0; i < nodes->len; i++) {
		const rn_node *node = nodes->pdata[i];
		struct inside inner = { node->name, outer };
		const struct inside *inside = node->kind == RN_NODE_SECTION ? &inner : outer;

		if (!check_name (check, node, outer, error) || !check_nodes (check, node->children, inside, error))
			return FALSE;
		for (guint a = 0; a < node->attributes->len; a++)
			if (!check_nodes (check, ((struct rn_attribute *) node->attributes->pdata[a])->value, outer, error))
				return FALSE;
	}
	return TRUE;
}

gboolean
rn_stationery_check (const rn_stationery *stationery, const char *const *known, GError **error)
{
	const char *const *own = (const char *const *) stationery->own_fields;
	struct check template = { stationery->name, known, own }, shell = { SHELL, known, NULL };

	return check_nodes (&template, stationery->subject, NULL, error)
	       && check_nodes (&template, stationery->body, NULL, error)
	       && check_nodes (&shell, stationery->shell, NULL, error);
}

/* ---- Rendering ------------------------------------------------------------------ */

void
rn_rendered_clear (struct rn_rendered *rendered)
{
	g_clear_pointer (&rendered->subject, g_free);
	g_clear_pointer (&rendered->text, g_free);
	g_clear_pointer (&rendered->html, g_free);
	g_clear_pointer (&rendered->description, g_free);
}

static gboolean
render_subject (const rn_stationery *stationery, const struct rn_scope *scope, struct rn_rendered *rendered, GError **error)
{
	g_autofree char *line = rn_fields_line (stationery->subject, scope, FALSE, error);

	rendered->subject = line != NULL ? g_strstrip (rn_clean_line (line)) : NULL;
	return rendered->subject != NULL;
}

static gboolean
render_text (const rn_stationery *stationery, const struct rn_scope *scope, gboolean with_description, struct rn_rendered *rendered,
             GError **error)
{
	struct rn_written what = { stationery->form, stationery->language, stationery->body };
	const rn_node *footer = rn_nodes_find (stationery->shell, "footer");
	g_autoptr (GString) text = g_string_sized_new (4096);
	g_autoptr (GString) description = with_description ? g_string_sized_new (4096) : NULL;

	if (!rn_write_text (text, description, stationery->body, scope, &what, error))
		return FALSE;
	if (footer != NULL) {
		g_string_append (text, "\n" RN_SIGNATURE);
		if (!rn_write_text (text, NULL, footer->children, scope, &what, error))
			return FALSE;
	}
	rendered->text = g_string_free (g_steal_pointer (&text), FALSE);
	if (with_description)
		rendered->description = g_strchomp (g_string_free (g_steal_pointer (&description), FALSE));
	return TRUE;
}

static gboolean
render_html (const rn_stationery *stationery, const struct rn_scope *scope, struct rn_rendered *rendered, GError **error)
{
	struct rn_written what = { stationery->form, stationery->language, stationery->body };
	g_autoptr (GString) html = g_string_sized_new (8192);

	g_string_append (html, "<!DOCTYPE html>\n");
	if (!rn_write_html (html, stationery->shell, scope, &what, error))
		return FALSE;
	rendered->html = g_string_free (g_steal_pointer (&html), FALSE);
	return TRUE;
}

gboolean
rn_stationery_render (const rn_stationery *stationery, GBytes *fields, gboolean with_description,
                      struct rn_rendered *rendered, GError **error)
{
	struct rn_unpack table = rn_bundle_begin_bytes (fields);
	struct rn_scope scope;

	*rendered = (struct rn_rendered) { NULL, NULL, NULL, NULL };
	rn_scope_init (&scope, &table);
	rn_scope_put (&scope, "language", stationery->language);
	gboolean fine = render_subject (stationery, &scope, rendered, error);
	if (fine) {
		rn_scope_put (&scope, "subject", rendered->subject);
		fine = render_text (stationery, &scope, with_description, rendered, error) &&
		       render_html (stationery, &scope, rendered, error);
	}
	rn_scope_clear (&scope);
	if (!fine) {
		g_prefix_error (error, "%s: ", stationery->name);
		rn_rendered_clear (rendered);
	}
	return fine;
}
