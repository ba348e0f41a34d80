#include "unit.h"

#include <string.h>

#include "bundled.h"
#include "error.h"
#include "stationery.h"
#include "writer.h"

static const char shell[] =
	"<html lang=\"{{language}}\"><head><title>{{subject}}</title><style>p { color: red }</style></head>\n"
	"<body><main>{{{body}}}</main>\n"
	"<footer><section lang=\"en\"><p>English footer of {{name}}.</p></section>\n"
	"<section lang=\"de\"><p>Deutscher Fuß.</p></section></footer></body></html>";

static const char form[] =
	"<form name=\"f\">"
	"<question name=\"a\" type=\"scale\" least=\"1\" most=\"5\" lane=\"pair\"><wording language=\"en\">How was it?</wording>"
	"<wording language=\"de\">Wie war es?</wording></question>"
	"<question name=\"b\" type=\"yesno\" lane=\"pair\"><wording language=\"en\">Again?</wording></question>"
	"<question name=\"c\" type=\"choice\" lane=\"pair\"><wording language=\"en\">Where?</wording>"
	"<choice><wording language=\"en\">here</wording></choice><choice><wording language=\"en\">there</wording></choice>"
	"</question>"
	"<question name=\"d\" type=\"text\" lane=\"pair\"><wording language=\"en\">A wish?</wording></question>"
	"</form>";

static rn_stationery *
compile_as (const char *markdown, const char *with_form, const char *language, GError **error)
{
	const struct rn_stationery_source source = { "mail.md", markdown, shell, with_form, language };

	return rn_stationery_new (&source, error);
}

static GBytes *
sample (void)
{
	return bundled_fields (g_variant_new_parsed (
		"{'name': <'Ada Lovelace'>, 'reply_to': <'program+abc@example.org'>, 'flag': <true>, 'off': <false>,"
		" 'nothing': <''>, 'count': <7>, 'markup': <'<b>*x*</b> & [a](b) {{name}} `c`'>, 'two': <'one\ntwo'>,"
		" 'evil': <'a?bcc=eve@example.org&body=YES, x@y'>, 'link': <'https://example.org/'>,"
		" 'hebrew': <'עדה'>, 'long': <'aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeeeee ffffffffff gggggggggg'>,"
		" 'topics': <[{'number': <4>, 'title': <'Screen readers'>}, {'number': <9>, 'title': <'Git'>}]>,"
		" 'none': <@aa{sv} []>}"));
}

static struct rn_rendered
render_as (const char *markdown, const char *with_form, const char *language)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_stationery) stationery = compile_as (markdown, with_form, language, &error);
	rn_assert_no_error (error);
	g_autoptr (GBytes) fields = sample ();
	struct rn_rendered rendered = { NULL, NULL, NULL, NULL };

	rn_stationery_render (stationery, fields, FALSE, &rendered, &error);
	rn_assert_no_error (error);
	return rendered;
}

/* The text without the footer. */
static char *
text_of (const char *body)
{
	g_autofree char *markdown = g_strconcat ("Subject: s\n\n", body, NULL);
	struct rn_rendered rendered = render_as (markdown, "", "en");
	char *footer = strstr (rendered.text, "\n" RN_SIGNATURE);

	ck_assert_ptr_nonnull (footer);
	char *text = g_strndup (rendered.text, footer - rendered.text);
	rn_rendered_clear (&rendered);
	return text;
}

/* What stands in <main>. */
static char *
html_of (const char *body)
{
	g_autofree char *markdown = g_strconcat ("Subject: s\n\n", body, NULL);
	struct rn_rendered rendered = render_as (markdown, "", "en");
	char *start = strstr (rendered.html, "<main>"), *end = strstr (rendered.html, "</main>");

	ck_assert (start != NULL && end != NULL);
	start += strlen ("<main>");
	char *html = g_strndup (start, end - start);
	rn_rendered_clear (&rendered);
	return html;
}

static const struct {
	const char *name, *markdown, *text, *html;
} bodies[] = {
	{ "paragraphs", "One\ntwo.\n\nThree.", "One two.\n\nThree.\n", "<p>One two.</p>\n<p>Three.</p>\n" },
	{ "emphasis", "**Very** *nice* `code`", "Very nice code\n",
	  "<p><strong>Very</strong> <em>nice</em> <code>code</code></p>\n" },
	{ "heading", "# Title\n\nText", "Title\n\nText\n", "<h1>Title</h1>\n<p>Text</p>\n" },
	{ "hard break", "a  \nb", "a\nb\n", "<p>a<br>\nb</p>\n" },
	{ "entity", "a &amp; b &auml; &#8364;", "a & b ä €\n", "<p>a &amp; b ä €</p>\n" },
	{ "html is words", "<b>x</b>", "<b>x</b>\n", "<p>&lt;b&gt;x&lt;/b&gt;</p>\n" },
	{ "rule", "a\n\n---\n\nb", "a\n\n* * *\n\nb\n", "<p>a</p>\n<hr>\n<p>b</p>\n" },
	{ "quote", "> a\n> b", "  a b\n", "<blockquote><p>a b</p>\n</blockquote>\n" },
	{ "verbatim", "```\na  b\n c\n```", "a  b\n c\n", "<pre>a  b\n c\n</pre>\n" },
	{ "bullets", "- a\n- b", "- a\n- b\n", "<ul><li>a</li>\n<li>b</li>\n</ul>\n" },
	{ "numbers", "Choose:\n\n3. a\n4. b", "Choose:\n\n3. a\n4. b\n",
	  "<p>Choose:</p>\n<ol start=\"3\"><li>a</li>\n<li>b</li>\n</ol>\n" },
	{ "list in a list", "1. a\n   - b\n   - c\n2. d", "1. a\n   - b\n   - c\n2. d\n",
	  "<ol><li>a<ul><li>b</li>\n<li>c</li>\n</ul>\n</li>\n<li>d</li>\n</ol>\n" },
	{ "loose list", "1. a\n\n   b\n\n2. c", "1. a\n\n   b\n\n2. c\n",
	  "<ol><li><p>a</p>\n<p>b</p>\n</li>\n<li><p>c</p>\n</li>\n</ol>\n" },
	{ "field", "Dear {{name}}, {{ count }}", "Dear Ada Lovelace, 7\n", "<p>Dear Ada Lovelace, 7</p>\n" },
	{ "emphasised field", "**{{name}}**s", "Ada Lovelaces\n", "<p><strong>Ada Lovelace</strong>s</p>\n" },
	{ "value is no markup", "{{markup}}", "<b>*x*</b> & [a](b) {{name}} `c`\n",
	  "<p>&lt;b&gt;*x*&lt;/b&gt; &amp; [a](b) {{name}} `c`</p>\n" },
	{ "value of two lines", "{{two}}", "one\ntwo\n", "<p>one<br>two</p>\n" },
	{ "value in a list", "- {{two}}", "- one\n  two\n", "<ul><li>one<br>two</li>\n</ul>\n" },
	{ "right to left", "Dear {{hebrew}}!", "Dear עדה!\n", "<p>Dear <bdi>עדה</bdi>!</p>\n" },
	{ "remark", "a{{! never shown }}b", "ab\n", "<p>ab</p>\n" },
	{ "flag", "a{{#flag}} b{{/flag}}{{^flag}} c{{/flag}}", "a b\n", "<p>a b</p>\n" },
	{ "flag that is off", "a{{#off}} b{{/off}}{{^off}} c{{/off}}", "a c\n", "<p>a c</p>\n" },
	{ "empty text", "{{#nothing}}a{{/nothing}}{{^nothing}}b{{/nothing}}", "b\n", "<p>b</p>\n" },
	{ "paragraph that vanishes", "a\n\n{{#off}}b{{/off}}\n\nc", "a\n\nc\n", "<p>a</p>\n<p>c</p>\n" },
	{ "markers alone on their lines", "a\n{{#flag}}\nb\n\nc\n{{/flag}}\nd", "a\n\nb\n\nc\n\nd\n",
	  "<p>a</p>\n<p>b</p>\n<p>c</p>\n<p>d</p>\n" },
	{ "repeated words", "{{#topics}}{{title}}; {{/topics}}", "Screen readers; Git;\n", "<p>Screen readers; Git; </p>\n" },
	{ "repeated items count on", "{{#topics}}\n1. {{title}}\n{{/topics}}", "1. Screen readers\n2. Git\n",
	  "<ol><li>Screen readers</li>\n<li>Git</li>\n</ol>\n" },
	{ "items before and behind", "1. First\n{{#topics}}\n2. {{title}}\n{{/topics}}\n3. Last",
	  "1. First\n2. Screen readers\n3. Git\n4. Last\n",
	  "<ol><li>First</li>\n<li>Screen readers</li>\n<li>Git</li>\n<li>Last</li>\n</ol>\n" },
	{ "items by their own number", "{{#topics}}\n{{number}}. {{title}}\n{{/topics}}", "4. Screen readers\n9. Git\n",
	  "<ol><li value=\"4\">Screen readers</li>\n<li value=\"9\">Git</li>\n</ol>\n" },
	{ "items left out are not counted", "1. a\n{{#off}}\n2. b\n{{/off}}\n3. c", "1. a\n2. c\n",
	  "<ol><li>a</li>\n<li>c</li>\n</ol>\n" },
	{ "empty list vanishes", "a\n\n{{#none}}\n- {{title}}\n{{/none}}\n\nb", "a\n\nb\n", "<p>a</p>\n<p>b</p>\n" },
	{ "outer value inside", "{{#topics}}{{name}} {{/topics}}", "Ada Lovelace Ada Lovelace\n",
	  "<p>Ada Lovelace Ada Lovelace </p>\n" },
	{ "section in a section", "{{#topics}}\n{{#flag}}\n- {{title}}\n{{/flag}}\n{{/topics}}", "- Screen readers\n- Git\n",
	  "<ul><li>Screen readers</li>\n<li>Git</li>\n</ul>\n" },
	{ "section in an item", "- a\n\n  {{#flag}}\n  b\n  {{/flag}}\n", "- a\n\n  b\n",
	  "<ul><li><p>a</p>\n<p>b</p>\n</li>\n</ul>\n" },
	{ "link", "[the page](https://example.org/a?b=1&c=2)", "the page <https://example.org/a?b=1&c=2>\n",
	  "<p><a href=\"https://example.org/a?b=1&amp;c=2\">the page</a></p>\n" },
	{ "link that shows its address", "[{{reply_to}}](mailto:{{reply_to}})", "program+abc@example.org\n",
	  "<p><a href=\"mailto:program+abc@example.org\">program+abc@example.org</a></p>\n" },
	{ "value in a link", "[x](mailto:{{evil}}?subject={{evil}})",
	  "x\n<mailto:a%3Fbcc%3Deve@example.org%26body%3DYES%2C%20x@y?subject=a%3Fbcc%3Deve@example.org%26body%3DYES%2C%20x@y>\n",
	  "<p><a href=\"mailto:a%3Fbcc%3Deve@example.org%26body%3DYES%2C%20x@y"
	  "?subject=a%3Fbcc%3Deve@example.org%26body%3DYES%2C%20x@y\">x</a></p>\n" },
	{ "button", "Reply YES.\n\n[Yes!](mailto:{{reply_to}}?body=YES \"button\")", "Reply YES.\n",
	  "<p>Reply YES.</p>\n<p><a class=\"button\" href=\"mailto:program+abc@example.org?body=YES\">Yes!</a></p>\n" },
	{ "long line", "{{long}}",
	  "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeeeee ffffffffff gggggggggg\n",
	  "<p>aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeeeee ffffffffff gggggggggg</p>\n" },
	{ "longer line in a list", "- {{long}}",
	  "- aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeeeee ffffffffff\n  gggggggggg\n",
	  "<ul><li>aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeeeee ffffffffff gggggggggg</li>\n</ul>\n" },
};

START_TEST (body_is_written_twice)
{
	g_autofree char *text = text_of (bodies[_i].markdown);
	g_autofree char *html = html_of (bodies[_i].markdown);

	ck_assert_msg (g_str_equal (text, bodies[_i].text), "%s: text:\n%s", bodies[_i].name, text);
	ck_assert_msg (g_str_equal (html, bodies[_i].html), "%s: html:\n%s", bodies[_i].name, html);
}
END_TEST

START_TEST (shell_surrounds_the_body)
{
	struct rn_rendered rendered = render_as ("Subject: Hello {{name}} & co\n\nText.", "", "en");

	ck_assert_str_eq (rendered.subject, "Hello Ada Lovelace & co");
	ck_assert_str_eq (rendered.text, "Text.\n\n-- \nEnglish footer of Ada Lovelace.\n");
	ck_assert_str_eq (rendered.html,
	                  "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Hello Ada Lovelace &amp; co</title>\n"
	                  "<style>p { color: red }</style>\n</head>\n<body><main><p>Text.</p>\n</main>\n"
	                  "<footer><section lang=\"en\"><p>English footer of Ada Lovelace.</p>\n</section>\n</footer>\n"
	                  "</body>\n</html>\n");
	rn_rendered_clear (&rendered);
}
END_TEST

START_TEST (footer_follows_the_language)
{
	struct rn_rendered german = render_as ("Subject: s\n\nText.", "", "de");
	struct rn_rendered french = render_as ("Subject: s\n\nText.", "", "fr");

	ck_assert_ptr_nonnull (strstr (german.text, "Deutscher Fuß."));
	ck_assert_ptr_nonnull (strstr (german.html, "Deutscher Fuß."));
	ck_assert_ptr_null (strstr (german.html, "English"));
	ck_assert_ptr_nonnull (strstr (french.text, "English footer"));
	rn_rendered_clear (&german);
	rn_rendered_clear (&french);
}
END_TEST

START_TEST (subject_is_one_line)
{
	struct rn_rendered rendered = render_as ("Subject: a {{two}} {{#topics}}{{title}},{{/topics}}\n\nText.", "", "en");

	ck_assert_str_eq (rendered.subject, "a one two Screen readers,Git,");
	rn_rendered_clear (&rendered);
}
END_TEST

START_TEST (form_is_written_as_numbered_questions)
{
	struct rn_rendered english = render_as ("Subject: s\n\nPlease answer.\n\n{{form}}\n\nThanks.", form, "en");
	struct rn_rendered german = render_as ("Subject: s\n\n{{form}}", form, "de");

	ck_assert (g_str_has_prefix (english.text, "Please answer.\n\n"
	                                           "1. How was it?\n(1 = not at all, 5 = very much)\n\n"
	                                           "2. Again?\n(yes or no)\n\n"
	                                           "3. Where?\n(one of: 1 = here, 2 = there)\n\n"
	                                           "4. A wish?\n(in your own words)\n\n"
	                                           "Thanks.\n"));
	ck_assert_ptr_nonnull (strstr (english.html, "<p><strong>2. Again?</strong><br>\n(yes or no)</p>"));
	ck_assert (g_str_has_prefix (german.text, "1. Wie war es?\n(1 = gar nicht, 5 = sehr)\n\n2. Again?\n(ja oder nein)\n"));
	rn_rendered_clear (&english);
	rn_rendered_clear (&german);
}
END_TEST

static const struct {
	const char *name, *markdown, *form;
	int line;
	const char *says;
} wrong[] = {
	{ "no subject", "Text", "", 1, "Subject" },
	{ "empty", "", "", 1, "subject is missing" },
	{ "misspelt header", "Subjct: s\n\nText", "", 1, "did you mean “Subject”?" },
	{ "two subjects", "Subject: s\nSubject: t\n\n", "", 2, "already" },
	{ "open tag", "Subject: s\n\n{{name", "", 3, "not closed" },
	{ "strange tag", "Subject: s\n\na\n{{> part}}", "", 4, "no field" },
	{ "unescaped tag", "Subject: s\n\n{{{name}}}", "", 3, "no field" },
	{ "section left open", "Subject: s\n\n{{#flag}}\n\nText", "", 3, "“flag” is not closed" },
	{ "close without open", "Subject: s\n\nText\n\n{{/flag}}", "", 5, "not opened" },
	{ "crossed sections", "Subject: s\n\n{{#a}}\n{{#b}}\n{{/a}}\n{{/b}}", "", 5, "{{/a}}" },
	{ "section across paragraphs", "Subject: s\n\na {{#flag}}b\n\nc{{/flag}}", "", 3, "paragraph" },
	{ "section left open in the subject", "Subject: {{#flag}}s\n\nText", "", 1, "not closed" },
	{ "form within a line", "Subject: s\n\nHere: {{form}}", form, 3, "alone" },
	{ "form without a place", "Subject: s\n\nText", form, 0, "{{form}}" },
	{ "place without a form", "Subject: s\n\n{{form}}", "", 0, "no form" },
	{ "bad form", "Subject: s\n\n{{form}}", "<form name=\"f\"/>", 0, "no question" },
	{ "body tag", "Subject: s\n\n{{{body}}}", "", 0, "shell" },
	{ "deep nesting", "Subject: s\n\n> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > x", "",
	  0, "nested" },
	{ "image", "Subject: s\n\n![x](https://example.org/x.png)", "", 0, "images" },
	{ "script link", "Subject: s\n\n[x](javascript:alert)", "", 0, "mailto:" },
	{ "link chosen by a value", "Subject: s\n\n[x]({{link}})", "", 0, "mailto:" },
	{ "button that text does not name", "Subject: s\n\n[Yes](mailto:a@b?body=YES \"button\")", "", 0, "“YES”" },
};

START_TEST (wrong_template_is_refused_with_its_line)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_stationery) stationery = compile_as (wrong[_i].markdown, wrong[_i].form, "en", &error);
	g_autofree char *place = g_strdup_printf ("mail.md:%d: ", wrong[_i].line);

	ck_assert_msg (stationery == NULL, "%s", wrong[_i].name);
	ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_CONFIG), "%s", wrong[_i].name);
	ck_assert_msg (g_str_has_prefix (error->message, wrong[_i].line > 0 ? place : "mail.md"), "%s: %s", wrong[_i].name,
	               error->message);
	ck_assert_msg (strstr (error->message, wrong[_i].says) != NULL, "%s: %s", wrong[_i].name, error->message);
}
END_TEST

static const struct {
	const char *name, *markdown, *says; /* NULL: fine */
} checks[] = {
	{ "all known", "Subject: {{name}}\n\n{{#topics}}{{title}} {{name}}{{/topics}} [x](mailto:{{name}})", NULL },
	{ "named by the template", "Subject: s\nFields: venue, agenda\n\n{{venue}} {{agenda}}", NULL },
	{ "not quite named by the template", "Subject: s\nFields: venue, agenda\n\n{{agendas}}",
	  "mail.md:4: this mail has no field “agendas”" },
	{ "in the body", "Subject: s\n\na\n{{nmae}}", "mail.md:4: this mail has no field “nmae”; did you mean “name”?" },
	{ "in the subject", "Subject: {{nobody}}\n\n", "mail.md:1: this mail has no field “nobody”" },
	{ "in a link", "Subject: s\n\n[x](mailto:{{nmae}})", "mail.md:3: this mail has no field “nmae”; did you mean “name”?" },
	{ "a section", "Subject: s\n\n{{#topic}}x{{/topic}}",
	  "mail.md:3: this mail has no field “topic”; did you mean “topics”?" },
	{ "a member outside of its list", "Subject: s\n\n{{title}}", "mail.md:3: this mail has no field “title”" },
};

START_TEST (unknown_field_is_found)
{
	static const char *const known[] = { "name", "topics", "topics.title", NULL };
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_stationery) stationery = compile_as (checks[_i].markdown, "", "en", &error);
	rn_assert_no_error (error);
	gboolean fine = rn_stationery_check (stationery, known, &error);

	ck_assert_msg (fine == (checks[_i].says == NULL), "%s", checks[_i].name);
	if (!fine)
		ck_assert_msg (g_str_equal (error->message, checks[_i].says), "%s: %s", checks[_i].name, error->message);
}
END_TEST

static const struct {
	const char *name, *markdown, *says;
} missing[] = {
	{ "no value", "Subject: s\n\n{{unknown}}", "mail.md: the field “unknown” has no value" },
	{ "no value in the subject", "Subject: {{unknown}}\n\n", "mail.md: the field “unknown” has no value" },
	{ "no value of a section", "Subject: s\n\n{{#unknown}}a{{/unknown}}", "mail.md: the field “unknown” has no value" },
	{ "no value in a link", "Subject: s\n\n[x](mailto:{{unknown}})", "mail.md: the field “unknown” has no value" },
	{ "flag as text", "Subject: s\n\n{{flag}}", "mail.md: the field “flag” is no text or number but a flag" },
};

START_TEST (missing_value_is_an_error)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_stationery) stationery = compile_as (missing[_i].markdown, "", "en", &error);
	rn_assert_no_error (error);
	g_autoptr (GBytes) fields = sample ();
	struct rn_rendered rendered = { NULL, NULL, NULL, NULL };

	ck_assert_msg (!rn_stationery_render (stationery, fields, FALSE, &rendered, &error), "%s", missing[_i].name);
	ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_DATA), "%s", missing[_i].name);
	ck_assert_str_eq (error->message, missing[_i].says);
	ck_assert_ptr_null (rendered.text);
}
END_TEST

START_TEST (bad_shell_is_refused)
{
	static const char *const shells[] = {
		"<html><body/></html>",
		"<html><body>{{{body}}}{{{body}}}</body></html>",
		"<html><body>{{{body}}}</html>",
		"<html><body>{{{body}}}{{#a}}<p>x</p></body></html>",
		"<!DOCTYPE html><html><body>{{{body}}}</body></html>",
	};
	const struct rn_stationery_source source = { "mail.md", "Subject: s\n\nText", shells[_i], "", "en" };
	g_autoptr (GError) error = NULL;

	ck_assert_msg (rn_stationery_new (&source, &error) == NULL, "%s", shells[_i]);
	ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_CONFIG), "%s", shells[_i]);
	ck_assert_msg (strstr (error->message, "shell.xhtml") != NULL, "%s", error->message);
}
END_TEST

START_TEST (description_is_the_unbroken_text)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_stationery) stationery = compile_as ("Subject: s\n\n{{long}} {{long}}\n\n- {{two}}", "", "en", &error);
	rn_assert_no_error (error);
	g_autoptr (GBytes) fields = sample ();
	struct rn_rendered rendered;
	rn_stationery_render (stationery, fields, TRUE, &rendered, &error);
	rn_assert_no_error (error);

	ck_assert_str_eq (rendered.description, "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeeeee ffffffffff gggggggggg "
	                         "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeeeee ffffffffff gggggggggg\n\n- one\n  two");
	rn_rendered_clear (&rendered);
}
END_TEST

/* 76 columns: what a word of so many columns, and the spaces between, leave room for. */
static const struct {
	const char *name, *word;
	guint in_first_line;
} widths[] = {
	{ "plain", "abcdef", 11 },
	{ "umlauts", "äöüäöü", 11 },
	{ "wide", "日本語", 11 },
	{ "combining", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", 11 },
	{ "one too wide", "abcdefg", 9 },
};

START_TEST (columns_are_what_is_seen)
{
	g_autoptr (GString) words = g_string_new (widths[_i].word);
	for (int i = 1; i < 20; i++)
		g_string_append_printf (words, " %s", widths[_i].word);
	g_autoptr (GString) out = g_string_new (NULL);
	rn_wrap (out, words->str, RN_TEXT_COLUMNS, "", "");

	*strchr (out->str, '\n') = '\0';
	g_auto (GStrv) first = g_strsplit (out->str, " ", -1);
	ck_assert_msg (g_strv_length (first) == widths[_i].in_first_line, "%s: %s", widths[_i].name, out->str);
}
END_TEST

static Suite *
suite (void)
{
	Suite *stationery = suite_create ("stationery");
	TCase *tests = tcase_create ("stationery");

	tcase_add_loop_test (tests, body_is_written_twice, 0, G_N_ELEMENTS (bodies));
	tcase_add_test (tests, shell_surrounds_the_body);
	tcase_add_test (tests, footer_follows_the_language);
	tcase_add_test (tests, subject_is_one_line);
	tcase_add_test (tests, form_is_written_as_numbered_questions);
	tcase_add_loop_test (tests, wrong_template_is_refused_with_its_line, 0, G_N_ELEMENTS (wrong));
	tcase_add_loop_test (tests, unknown_field_is_found, 0, G_N_ELEMENTS (checks));
	tcase_add_loop_test (tests, missing_value_is_an_error, 0, G_N_ELEMENTS (missing));
	tcase_add_loop_test (tests, bad_shell_is_refused, 0, 5);
	tcase_add_test (tests, description_is_the_unbroken_text);
	tcase_add_loop_test (tests, columns_are_what_is_seen, 0, G_N_ELEMENTS (widths));
	suite_add_tcase (stationery, tests);
	return stationery;
}

RN_UNIT_MAIN (suite ())
