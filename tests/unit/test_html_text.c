/* HTML in the shapes that mail programs give it; written by us after their documented
 * forms, none was made by the program itself. */
#include "unit.h"

#include <string.h>

#include "html_text.h"

static const struct {
	const char *name, *html, *text;
} pages[] = {
	{ "plain words", "Yes", "Yes\n" },
	{ "empty", "", "" },
	{ "lines", "one<br>two<br/>\nthree", "one\ntwo\nthree\n" },
	{ "paragraphs", "<p>one</p><p>two\n words</p>three", "one\n\ntwo words\n\nthree\n" },
	{ "Gmail's lines", "<div dir=\"ltr\">one<div><br></div><div>two</div></div>", "one\n\ntwo\n" },
	{ "Word's lines", "<p class=MsoNormal>one<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
	                  "<p class=MsoNormal>two</p>", "one\n\ntwo\n" },
	{ "white space", "<p>  a \n b&nbsp;c<b> d</b> </p>", "a b c d\n" },
	{ "entities", "&lt;a&gt; &amp; &quot;b&quot; &eacute;&#233;&#xe9; &rsquo;&#146; &unknown; & &#0;",
	  "<a> & \"b\" ééé ’’ &unknown; & \xef\xbf\xbd\n" },
	{ "unordered list", "<ul><li>one</li><li>two</li></ul>", "- one\n- two\n" },
	{ "ordered list", "<ol><li>4<li>yes</ol>", "1. 4\n2. yes\n" },
	{ "table", "<table><tr><td>a</td><td>b</td></tr><tr><th>c</th><td>d</td></tr></table>", "a b\nc d\n" },
	{ "link", "<a href=\"https://example.com/\">here</a>", "here\n" },
	{ "script, style, title, comment", "<html><head><title>T</title><style>p{color:red}</style></head><body>"
	                                   "<script>x<y</script><!-- no -->Yes<!--[if mso]>no<![endif]--></body></html>",
	                                   "Yes\n" },
	{ "hidden", "<div style=\"display: none\">no<p>no</p></div><span style='font-size:0px'>no</span><p hidden>no</p>Yes",
	  "Yes\n" },
	{ "emoji as an image", "<img alt=\"👍\" src=x><img alt=\"Company logo\">", "👍\n" },
	{ "preformatted", "<pre>a\n  b</pre>", "a\n  b\n" },
	{ "less-than sign in words", "1 < 2 and a<3", "1 < 2 and a<3\n" },
	{ "blockquote", "Yes<blockquote>Hello<br>you</blockquote>Bye", "Yes\n> Hello\n> you\nBye\n" },
	{ "nested blockquotes", "<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n> > b\n" },
	{ "indented by Gmail", "<blockquote style=\"margin:0 0 0 40px;border:none;padding:0px\">mine</blockquote>", "mine\n" },
	{ "Gmail reply", "<div dir=\"ltr\">Yes</div><br><div class=\"gmail_quote\">"
	                 "<div dir=\"ltr\" class=\"gmail_attr\">On Mon, Anna wrote:<br></div>"
	                 "<blockquote class=\"gmail_quote\" style=\"margin:0\">Hello</blockquote></div>",
	                 "Yes\n\n> On Mon, Anna wrote:\n> Hello\n" },
	{ "Gmail, words between the quotes", "<div class=\"gmail_quote\"><blockquote class=\"gmail_quote\">A?</blockquote>"
	                                     "<div>Yes</div><blockquote class=\"gmail_quote\">B?</blockquote></div>No",
	                                     "> A?\nYes\n> B?\nNo\n" },
	{ "Gmail forward", "See<div class=\"gmail_quote\">---------- Forwarded message ---------<br>From: x</div>",
	  "See\n> ---------- Forwarded message ---------\n> From: x\n" },
	{ "Outlook, line above the header", "<p class=MsoNormal>Yes</p><div>"
	                                    "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'>"
	                                    "<p class=MsoNormal><b>From:</b> M</p></div></div><p class=MsoNormal>Hello</p>",
	                                    "Yes\n> From: M\n> Hello\n" },
	{ "Outlook on the web", "<div>Yes</div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>From:</b> M<br>"
	                        "<b>Sent:</b> today</div><div>Hello</div>", "Yes\n> From: M\n> Sent: today\n> Hello\n" },
	{ "Yahoo", "<div>Yes</div><div id=\"ydp1yahoo_quoted_1\" class=\"ydp1yahoo_quoted\"><div>On Monday, M wrote:</div>"
	           "<div>Hello</div></div>", "Yes\n> On Monday, M wrote:\n> Hello\n" },
	{ "Apple Mail", "Yes<br><div><br><blockquote type=\"cite\"><div>On 16 Nov 2026, M wrote:</div><br><div>Hello</div>"
	                "</blockquote></div>", "Yes\n\n> On 16 Nov 2026, M wrote:\n>\n> Hello\n" },
	{ "Thunderbird", "<div class=\"moz-cite-prefix\">On 16/11/2026 15:04, M wrote:<br></div>"
	                 "<blockquote type=\"cite\" cite=\"mid:x\">Hello</blockquote>No.",
	                 "> On 16/11/2026 15:04, M wrote:\n> Hello\nNo.\n" },
	{ "GMX", "<div>Ja</div><div name=\"quote\" style=\"margin:10px;border-left: 2px solid #C3D9E5\"><div>"
	         "<b>Von:</b> M</div>Hallo</div>", "Ja\n> Von: M\n> Hallo\n" },
	{ "end tags that were never opened", "a</b></div>b</p>c</blockquote>", "a\nb\nc\n" },
	{ "quote that never ends", "<blockquote>a<p>b", "> a\n>\n> b\n" },
	{ "attribute that never ends", "<a href=\"x>one</a> two", "one two\n" },
	{ "tag that never ends", "one <b", "one\n" },
	{ "bytes that are no UTF-8", "a\xff" "b", "a\xef\xbf\xbd" "b\n" },
};

START_TEST (html_becomes_text)
{
	g_autofree char *text = rn_html_text (pages[_i].html, strlen (pages[_i].html));

	ck_assert_msg (g_str_equal (text, pages[_i].text), "%s: “%s”", pages[_i].name, text);
}
END_TEST

/* What costs a tree parser seconds; a tag is repeated up to a megabyte, with a word at
 * the end that must still be there where the output has room for it. */
static const struct {
	const char *name, *start, *repeated, *end, *word;
} bombs[] = {
	{ "100,000 attributes", "<p ", "a=1 b ", ">word", "word" },
	{ "deep nesting", "", "<div>", "word", "word" },
	{ "deep quotes", "", "<blockquote>", "word", "word" },
	{ "quotes that never end", "", "<a b='", "word", "" },
	{ "both quotes", "", "<a b='c\"d ", "word", "" },
	{ "comments that never end", "", "<!-- ", ">word", "" },
	{ "styles that never end", "", "<style>", "word", "word" },
	{ "end tags", "<div><p>", "</b></div>", "word", "word" },
	{ "ampersands", "", "&", "", "" },
	{ "less-than signs", "", "<", "", "" },
	{ "long style", "<p style='", "display : n", "'>word", "word" },
	{ "list items", "<ul>", "<li>", "", "" },
	{ "blockquotes and Gmail quotes", "", "<div class=gmail_quote>", "word", "word" },
};

START_TEST (bombs_are_bounded)
{
	g_autoptr (GString) html = g_string_new (bombs[_i].start);

	while (html->len < 1024 * 1024)
		g_string_append (html, bombs[_i].repeated);
	g_string_append (html, bombs[_i].end);
	double start = cpu_seconds ();
	g_autofree char *text = rn_html_text (html->str, html->len);
	double took = cpu_seconds () - start;
	ck_assert_msg (took < 0.8 * RN_SLOWER, "%s: %g seconds of CPU", bombs[_i].name, took);
	ck_assert_msg (strstr (text, bombs[_i].word) != NULL, "%s: “%.100s”", bombs[_i].name, text);
	ck_assert_msg (strlen (text) < 512 * 1024, "%s: %zu bytes", bombs[_i].name, strlen (text));
}
END_TEST

static Suite *
suite (void)
{
	Suite *suite = suite_create ("HTML to text");
	TCase *tests = tcase_create ("HTML to text");

	tcase_add_loop_test (tests, html_becomes_text, 0, G_N_ELEMENTS (pages));
	tcase_add_loop_test (tests, bombs_are_bounded, 0, G_N_ELEMENTS (bombs));
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (suite ())
