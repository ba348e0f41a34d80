#include "reply_text.h"

#include <string.h>

#include "filled.h"
#include "filled_rows.h"
#include "fold.h"
#include "footer.h"
#include "quote_header.h"
#include "utf8.h"

#define MAX_FOOTER_LINE 280 /* bytes; phone footers and closing words are shorter */
#define MAX_SIGNATURE_LINE 64
#define MAX_SIGNATURE_LINES 8
#define MAX_NAME_WORDS 5
#define MAX_QUOTE (12 * 1024) /* bytes kept of it: our question and its list, of up to a hundred topics, stand at its top */
#define MAX_HEADERS 200 /* attributions looked at in one mail; real ones have a few */

static gboolean
is_blank (const char *at, gsize size)
{
	for (gsize i = 0; i < size; i++)
		if (!g_ascii_isspace (at[i]) && strncmp (at + i, "\xc2\xa0", 2) != 0)
			return FALSE;
		else if (at[i] == '\xc2')
			i++;
	return TRUE;
}

/* ">" at the start, as all programs write it; some put a space before. */
static gboolean
is_quoted (const char *at, gsize size)
{
	gsize i = 0;

	while (i < size && i < 3 && at[i] == ' ')
		i++;
	return i < size && at[i] == '>';
}

static GArray *
split_lines (const char *whole)
{
	GArray *lines = g_array_sized_new (FALSE, FALSE, sizeof (struct rn_line), 64);

	for (const char *at = whole, *next; *at != '\0'; at = next) {
		const char *end = at + strcspn (at, "\n");
		next = *end == '\n' ? end + 1 : end;
		if (end > at && end[-1] == '\r')
			end--;
		struct rn_line line = { at, (gsize) (end - at), RN_LINE_OWN };
		if (is_blank (line.at, line.size))
			line.is = RN_LINE_BLANK;
		else if (is_quoted (line.at, line.size))
			line.is = RN_LINE_QUOTED;
		g_array_append_val (lines, line);
	}
	return lines;
}

static void
cut (struct rn_line *lines, gsize first, gsize end)
{
	for (gsize i = first; i < end; i++)
		lines[i].is = RN_LINE_CUT;
}

/* The first line from `i` on that is neither own nor blank. */
static gsize
block_end (const struct rn_line *lines, gsize n_lines, gsize i)
{
	while (i < n_lines && (lines[i].is == RN_LINE_OWN || lines[i].is == RN_LINE_BLANK))
		i++;
	return i;
}

static gboolean
quote_is_marked (const struct rn_line *lines, gsize n_lines, gsize i)
{
	while (i < n_lines && lines[i].is == RN_LINE_BLANK)
		i++;
	return i < n_lines && lines[i].is == RN_LINE_QUOTED;
}

/* Cuts headers of quoted mails. Where no ">" follows a header, all the rest is quoted. */
static gboolean
cut_quotes (struct rn_line *lines, gsize n_lines)
{
	gboolean quoted = FALSE;
	struct rn_line_range header;
	guint looked = 0;

	for (gsize i = 0; i < n_lines; i++) {
		quoted |= lines[i].is == RN_LINE_QUOTED;
		if (lines[i].is != RN_LINE_OWN || looked > MAX_HEADERS || !rn_quote_header_at (lines, n_lines, i, &header))
			continue;
		looked++;
		quoted = TRUE;
		gboolean is_marked = quote_is_marked (lines, n_lines, header.end);
		cut (lines, header.first, is_marked ? header.end : n_lines);
		if (!is_marked)
			break;
	}
	return quoted;
}

/* "-- " (RFC 3676, 4.3); some programs lose the space. */
static gboolean
is_delimiter (const struct rn_line *line)
{
	return line->size >= 2 && strncmp (line->at, "--", 2) == 0 && is_blank (line->at + 2, line->size - 2);
}

/* Some draw a line above their signature. */
static gboolean
is_rule (const struct rn_line *line)
{
	gsize signs = 0;

	while (signs < line->size && strchr ("-_=*~", line->at[signs]) != NULL)
		signs++;
	return signs >= 3 && is_blank (line->at + signs, line->size - signs);
}

static char *
fold_lines (const struct rn_line *lines, gsize first, gsize end)
{
	GString *folded = g_string_new (NULL);

	for (gsize i = first; i < end; i++) {
		rn_fold (folded, lines[i].at, lines[i].size);
		rn_fold (folded, " ", 1);
	}
	return g_strstrip (g_string_free (folded, FALSE));
}

static gsize
paragraph_end (const struct rn_line *lines, gsize end, gsize i)
{
	while (i < end && lines[i].is == RN_LINE_OWN)
		i++;
	return i;
}

static gboolean
is_postscript (const struct rn_line *line)
{
	return line->size > 2 && (g_ascii_strncasecmp (line->at, "ps", 2) == 0 || g_ascii_strncasecmp (line->at, "p.s", 3) == 0 ||
	                          g_ascii_strncasecmp (line->at, "n.b", 3) == 0);
}

/* A paragraph of short lines, none of them a sentence that asks. */
static gboolean
is_block_of_short_lines (const struct rn_line *lines, gsize first, gsize end)
{
	for (gsize i = first; i < end; i++)
		if (lines[i].size > MAX_SIGNATURE_LINE || memchr (lines[i].at, '?', lines[i].size) != NULL ||
		    is_postscript (&lines[i]))
			return FALSE;
	return end > first && end - first <= MAX_SIGNATURE_LINES;
}

static gboolean
has_contact (const struct rn_line *lines, gsize first, gsize end)
{
	for (gsize i = first; i < end; i++) {
		g_autofree char *folded = lines[i].is == RN_LINE_OWN ? rn_folded (lines[i].at, lines[i].size) : NULL;
		if (folded != NULL && rn_is_contact (folded))
			return TRUE;
	}
	return FALSE;
}

static gsize
next_paragraph (const struct rn_line *lines, gsize end, gsize i)
{
	while (i < end && lines[i].is != RN_LINE_OWN)
		i++;
	return i;
}

/* Cuts the closing words, the name below them, and the rest where a contact block stands
 * there; a postscript stays. */
static void
cut_signature (struct rn_line *lines, gsize closing, gsize end)
{
	gsize below = paragraph_end (lines, end, closing), name = closing + 1;

	if (name >= below) { /* an empty line between the words and the name */
		name = next_paragraph (lines, end, below);
		below = paragraph_end (lines, end, name);
	}
	if (name < end && has_contact (lines, name, end)) {
		cut (lines, closing, end);
		return;
	}
	lines[closing].is = RN_LINE_CUT;
	if (is_block_of_short_lines (lines, name, below))
		cut (lines, name, below);
	/* her first name, and then the block that her program puts below it */
	gsize block = next_paragraph (lines, end, below), block_end = paragraph_end (lines, end, block);
	if (block < end && block_end - block <= MAX_SIGNATURE_LINES && !is_postscript (&lines[block]) &&
	    has_contact (lines, block, block_end))
		cut (lines, block, end);
}

/* "Anna Long", "Dr. Max von Berg": words with capitals and nothing else. */
static gboolean
is_name (const struct rn_line *line)
{
	g_autofree char *text = g_strndup (line->at, line->size);
	g_auto (GStrv) words = g_strsplit (g_strstrip (text), " ", MAX_NAME_WORDS + 2);
	guint n = g_strv_length (words);

	for (guint i = 0; i < n; i++) {
		gboolean is_particle = i > 0 && i + 1 < n && strlen (words[i]) <= 3;
		if (!is_particle && !g_unichar_isupper (g_utf8_get_char (words[i])))
			return FALSE;
	}
	return n >= 2 && n <= MAX_NAME_WORDS && strpbrk (text, "0123456789!?:,;") == NULL && !g_str_has_suffix (text, ".");
}

/* A signature that no closing words announce: a name, short lines, a way to reach her. */
static gboolean
is_signature (const struct rn_line *lines, gsize first, gsize end)
{
	return end > first + 1 && is_name (&lines[first]) && is_block_of_short_lines (lines, first, end) &&
	       has_contact (lines, first, end);
}

/* Cuts what stands below the words of one stretch of own lines. */
static void
cut_footers (struct rn_line *lines, gsize first, gsize end)
{
	gboolean closed = FALSE;

	for (gsize i = first; i < end; i++) {
		if (lines[i].is != RN_LINE_OWN)
			continue;
		if (is_delimiter (&lines[i])) {
			cut (lines, i, end);
			return;
		}
		if (i == first || lines[i - 1].is != RN_LINE_OWN) {
			gsize stop = paragraph_end (lines, end, i);
			g_autofree char *paragraph = fold_lines (lines, i, stop);
			if (rn_is_disclaimer (paragraph) || (i > first && is_signature (lines, i, stop))) {
				cut (lines, i, stop);
				i = stop;
				continue;
			}
		}
		if (lines[i].size > MAX_FOOTER_LINE)
			continue;
		g_autofree char *line = rn_folded (lines[i].at, lines[i].size);
		if (closed && is_rule (&lines[i])) {
			cut (lines, i, end);
			return;
		}
		if (rn_is_phone_footer (line) || rn_is_placeholder (line))
			cut (lines, i, i + 1);
		else if (!closed && i > 0 && rn_is_closing (line)) {
			cut_signature (lines, i, end);
			closed = TRUE;
		}
	}
}

static void
cut_all_footers (struct rn_line *lines, gsize n_lines)
{
	for (gsize i = 0; i < n_lines; i++) {
		if (lines[i].is != RN_LINE_OWN)
			continue;
		gsize end = block_end (lines, n_lines, i);
		cut_footers (lines, i, end);
		i = end;
	}
}

static char *
own_text (const struct rn_line *lines, gsize n_lines)
{
	GString *text = g_string_new (NULL);
	gboolean gap = FALSE;

	for (gsize i = 0; i < n_lines; i++) {
		gap |= lines[i].is != RN_LINE_OWN;
		if (lines[i].is != RN_LINE_OWN)
			continue;
		if (text->len > 0)
			g_string_append (text, gap ? "\n\n" : "\n");
		gsize start = text->len;
		g_string_append_len (text, lines[i].at, (gssize) lines[i].size);
		while (text->len > start && g_ascii_isspace (text->str[text->len - 1]))
			g_string_truncate (text, text->len - 1);
		gap = FALSE;
	}
	return g_string_free (text, FALSE);
}

static char *
quoted_text (const struct rn_line *lines, gsize n_lines)
{
	GString *text = g_string_sized_new (MAX_QUOTE);

	for (gsize i = 0; i < n_lines && text->len < MAX_QUOTE; i++) {
		if (lines[i].is != RN_LINE_QUOTED && lines[i].is != RN_LINE_CUT)
			continue;
		gsize marks = 0;
		while (marks < lines[i].size && strchr ("> ", lines[i].at[marks]) != NULL)
			marks++;
		gsize size = MIN (lines[i].size - marks, MAX_QUOTE);
		while (size < lines[i].size - marks && size > 0 && ((guchar) lines[i].at[marks + size] & 0xc0) == 0x80)
			size--;
		g_string_append_len (text, lines[i].at + marks, (gssize) size);
		g_string_append_c (text, '\n');
	}
	return g_string_free (text, FALSE);
}

void
rn_reply_split (const char *whole, struct rn_reply *reply)
{
	g_autofree char *valid = rn_utf8_validate (whole, strlen (whole), NULL) ? NULL : g_utf8_make_valid (whole, -1);
	g_autoptr (GArray) array = split_lines (valid != NULL ? valid : whole);
	struct rn_line *lines = (struct rn_line *) (gpointer) array->data;

	reply->quoted = cut_quotes (lines, array->len);
	reply->quote = reply->quoted ? quoted_text (lines, array->len) : NULL;
	cut_all_footers (lines, array->len);
	reply->filled = rn_filled_lines (lines, array->len);
	reply->text = own_text (lines, array->len);
	rn_fill_in_order (reply);
}

void
rn_reply_clear (struct rn_reply *reply)
{
	g_clear_pointer (&reply->text, g_free);
	g_clear_pointer (&reply->quote, g_free);
	g_clear_pointer (&reply->filled, g_ptr_array_unref);
}
