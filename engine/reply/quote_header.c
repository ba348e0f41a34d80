#include "quote_header.h"

#include <string.h>

#include "fold.h"
#include "quote_words.h"

#define MAX_ATTRIBUTION_LINES 4   /* long names and addresses wrap at 72 to 78 columns */
#define MAX_ATTRIBUTION_BYTES 600
#define MAX_BEHIND_ADDRESS 80     /* from the address to "wrote:" */
#define MAX_LABEL_BYTES 48        /* the longest known label has 40 */
#define MAX_BLOCK_LINES 24        /* From, Sent, To, Cc, Subject with long lists of people */
#define MAX_NOTES_GAP 8           /* lines between To, cc and Subject of a Notes header */
#define MIN_WRAPPED 50            /* a program that wraps does not do so before */
#define MIN_RULE 5                /* "-----", "________________________________" */

static gboolean
ends_sentence (const char *folded)
{
	gsize size = strlen (folded);

	return size > 0 && strchr (".!?", folded[size - 1]) != NULL;
}

/* "15:04", "15.04", "15h04" */
static gboolean
has_clock (const char *folded)
{
	for (const char *at = folded; *at != '\0'; at++)
		if (strchr (":.h", *at) != NULL && at > folded && g_ascii_isdigit (at[-1]) && g_ascii_isdigit (at[1]) &&
		    g_ascii_isdigit (at[2]) && !g_ascii_isdigit (at[3]))
			return TRUE;
	return FALSE;
}

/* 1990 to 2099 */
static gboolean
has_year (const char *folded)
{
	for (const char *at = folded; *at != '\0'; at++)
		if ((strncmp (at, "20", 2) == 0 || strncmp (at, "199", 3) == 0) && g_ascii_isdigit (at[2]) &&
		    g_ascii_isdigit (at[3]) && !g_ascii_isdigit (at[4]) && (at == folded || !g_ascii_isdigit (at[-1])))
			return TRUE;
	return FALSE;
}

/* A rule of dashes, underscores or the like with nothing else. */
static gboolean
is_rule (const struct rn_line *line)
{
	gsize signs = 0;

	for (gsize i = 0; i < line->size; i++) {
		if (strchr ("-_=*", line->at[i]) != NULL)
			signs++;
		else if (!g_ascii_isspace (line->at[i]))
			return FALSE;
	}
	return signs >= MIN_RULE;
}

/* ---- Labels: "From: …", "*Gesendet:* …" ---------------------------------- */

static enum rn_label
label_of (const struct rn_line *line, gboolean *is_empty)
{
	gsize start = 0, end;

	while (start < line->size && strchr (" \t*_", line->at[start]) != NULL)
		start++;
	for (end = start; end < line->size && end - start < MAX_LABEL_BYTES; end++)
		if (line->at[end] == ':' || strncmp (line->at + end, "\xef\xbc\x9a", 3) == 0)
			break;
	if (end == start || end == line->size || end - start == MAX_LABEL_BYTES)
		return RN_LABEL_NONE;
	*is_empty = line->size - end <= 3;
	return rn_label_find (line->at + start, end - start);
}

static gboolean
continues_label (const struct rn_line *line, gboolean label_was_empty)
{
	return label_was_empty || line->at[0] == ' ' || line->at[0] == '\t' || memchr (line->at, '@', line->size) != NULL ||
	       memchr (line->at, ';', line->size) != NULL;
}

/* Where a block of labels that starts at line i ends; i when it is none. */
static gsize
label_block_end (const struct rn_line *lines, gsize n_lines, gsize i, int wanted)
{
	guint seen = 0;
	gsize end = i;
	gboolean is_empty = FALSE, after_label = FALSE;
	gsize last = MIN (n_lines, i + MAX_BLOCK_LINES);

	for (gsize at = i; at < last; at++) {
		if (lines[at].is == RN_LINE_BLANK) {
			if (at > i && lines[at - 1].is == RN_LINE_BLANK)
				break;
			after_label = is_empty;
			continue;
		}
		if (lines[at].is != RN_LINE_OWN)
			break;
		enum rn_label label = label_of (&lines[at], &is_empty);
		if (label == RN_LABEL_NONE && !(after_label && continues_label (&lines[at], is_empty)))
			break;
		if (label == RN_LABEL_NONE)
			is_empty = FALSE;
		seen |= label;
		after_label = TRUE;
		end = at + 1;
	}
	return (seen & RN_LABEL_FROM) && (seen & (RN_LABEL_DATE | RN_LABEL_SUBJECT)) && __builtin_popcount (seen) >= wanted
	               ? end
	               : i;
}

/* ---- Dividers: "-----Original Message-----", "---- On … wrote ----" ------- */

static gboolean
is_divider (const struct rn_line *line)
{
	const char *at = line->at, *end = line->at + line->size;

	while (at < end && g_ascii_isspace (*at))
		at++;
	while (end > at && g_ascii_isspace (end[-1]))
		end--;
	if (end - at < 8 || strncmp (at, "--", 2) != 0 || strncmp (end - 2, "--", 2) != 0)
		return FALSE;
	g_autofree char *words = rn_folded (at, (gsize) (end - at));
	return rn_original_words_in (words) || rn_wrote_words_in (words);
}

/* The header that starts with the divider or rule at line i. */
static gboolean
divider_at (const struct rn_line *lines, gsize n_lines, gsize i, struct rn_line_range *header)
{
	gboolean is_known = is_divider (&lines[i]);
	gboolean has_dashes = strncmp (lines[i].at, "--", 2) == 0;

	if (!is_known && !is_rule (&lines[i]) && !has_dashes)
		return FALSE;
	gsize next = i + 1;
	while (next < n_lines && next < i + 3 && lines[next].is == RN_LINE_BLANK)
		next++;
	gsize end = next < n_lines ? label_block_end (lines, n_lines, next, 2) : next;
	if (!is_known && end == next)
		return FALSE;
	*header = (struct rn_line_range) { i, end > next ? end : i + 1 };
	return TRUE;
}

/* ---- Notes: To, cc and Subject at the end of lines, without colons -------- */

static enum rn_label
last_word_label (const struct rn_line *line)
{
	gsize end = line->size, start;

	while (end > 0 && g_ascii_isspace (line->at[end - 1]))
		end--;
	for (start = end; start > 0 && end - start < MAX_LABEL_BYTES && !g_ascii_isspace (line->at[start - 1]); start--)
		;
	if (start == end || (start == 1) || (start >= 2 && !g_ascii_isspace (line->at[start - 2])))
		return RN_LABEL_NONE;
	return rn_label_find (line->at + start, end - start);
}

static gsize
next_last_word (const struct rn_line *lines, gsize n_lines, gsize i, enum rn_label label)
{
	for (gsize at = i + 1; at < n_lines && at <= i + MAX_NOTES_GAP; at++)
		if (lines[at].is == RN_LINE_OWN && last_word_label (&lines[at]) == label)
			return at;
	return 0;
}

/* The name and date above "To" belong to the header. */
static gsize
notes_first (const struct rn_line *lines, gsize i)
{
	gsize first = i;

	for (gsize above = 1; above <= 6 && above <= i; above++) {
		const struct rn_line *line = &lines[i - above];
		g_autofree char *folded = rn_folded (line->at, line->size);
		if (line->is == RN_LINE_CUT || line->is == RN_LINE_QUOTED || ends_sentence (folded))
			break;
		if (has_year (folded) || has_clock (folded) || strpbrk (folded, "/@<") != NULL ||
		    (first < i && first == i - above + 1 && *folded))
			first = i - above;
	}
	return first;
}

static gboolean
notes_header_at (const struct rn_line *lines, gsize n_lines, gsize i, struct rn_line_range *header)
{
	if (last_word_label (&lines[i]) != RN_LABEL_TO)
		return FALSE;
	gsize copy = next_last_word (lines, n_lines, i, RN_LABEL_COPY);
	gsize subject = copy > 0 ? next_last_word (lines, n_lines, copy, RN_LABEL_SUBJECT) : 0;
	if (subject == 0)
		return FALSE;
	*header = (struct rn_line_range) { notes_first (lines, i), MIN (subject + 2, n_lines) };
	return TRUE;
}

/* ---- Attributions: "On …, Anna <anna@example.com> wrote:" ----------------- */

static gboolean
ends_like_attribution (const char *text, gsize end)
{
	while (end > 0 && strchr (" \t*_\"", text[end - 1]) != NULL)
		end--;
	while (end >= 2 && strncmp (text + end - 2, "\xc2\xa0", 2) == 0)
		end -= 2;
	return end > 0 && (text[end - 1] == ':' || (end >= 3 && strncmp (text + end - 3, "\xef\xbc\x9a", 3) == 0));
}

static gboolean
is_followed_by_quote (const struct rn_line *lines, gsize n_lines, gsize i)
{
	for (gsize at = i + 1; at < n_lines && at <= i + 3; at++)
		if (lines[at].is != RN_LINE_BLANK)
			return lines[at].is == RN_LINE_QUOTED;
	return FALSE;
}

/* "…, Anna <anna@example.com>:", "… [2026-11-16 15:04]:" */
static gboolean
ends_in_bracket (const char *folded)
{
	gsize end = strlen (folded);

	while (end > 0 && strchr (" :*_\"", folded[end - 1]) != NULL)
		end--;
	return end > 0 && strchr (">)]", folded[end - 1]) != NULL;
}

/* A word for "wrote" with a date or an address; or both of these before the colon: some
 * languages of Gmail have no verb ("16 нояб. 2026 г. в 15:04, Anna <anna@…>:"). Where
 * no ">" follows, all the rest hangs on it, so more is asked for. */
static gboolean
is_attribution (const char *folded, gboolean before_quote)
{
	gboolean year = has_year (folded), clock = has_clock (folded), address = strchr (folded, '@') != NULL;

	if ((year || clock) && address && ends_like_attribution (folded, strlen (folded)) && ends_in_bracket (folded))
		return TRUE;
	if (before_quote)
		return rn_wrote_words_in (folded) || (strlen (folded) < MIN_WRAPPED && rn_original_words_in (folded));
	return (address || (year && clock) || ((year || clock) && rn_opens_attribution (folded))) && rn_wrote_words_in (folded);
}

/* "On 16 Nov 2026 at 15:04, M<m@example.com> wrote:   Hello …" in one line, as Yahoo's
 * phone program has it. */
static gboolean
starts_with_attribution (const struct rn_line *line)
{
	const char *sign = memchr (line->at, '@', line->size);
	const char *colon = sign != NULL ? memchr (sign, ':', MIN (line->size - (gsize) (sign - line->at), MAX_BEHIND_ADDRESS)) : NULL;

	if (colon == NULL || colon - line->at > MAX_ATTRIBUTION_BYTES)
		return FALSE;
	g_autofree char *folded = rn_folded (line->at, (gsize) (colon - line->at + 1));
	return rn_opens_attribution (folded) && has_year (folded) && has_clock (folded) && rn_wrote_words_in (folded);
}

/* Whether a line is the first part of the attribution that goes on below it. */
static gboolean
belongs_above (const char *above, const char *below)
{
	gboolean is_dated = has_year (below) || has_clock (below);

	if (has_year (above) && has_clock (above))
		return !is_dated;
	if (!rn_opens_attribution (above) || rn_opens_attribution (below) || ends_sentence (above))
		return FALSE;
	return !is_dated || strlen (above) >= MIN_WRAPPED;
}

/* A date or an address: without any, and without a quote behind, it is no attribution. */
static gboolean
has_evidence (const struct rn_line *lines, gsize i)
{
	for (gsize above = 0; above < MAX_ATTRIBUTION_LINES && above <= i; above++)
		for (gsize byte = 0; byte < lines[i - above].size; byte++)
			if (g_ascii_isdigit (lines[i - above].at[byte]) || lines[i - above].at[byte] == '@')
				return TRUE;
	return FALSE;
}

static gboolean
attribution_at (const struct rn_line *lines, gsize n_lines, gsize i, struct rn_line_range *header)
{
	gboolean has_colon = ends_like_attribution (lines[i].at, lines[i].size);
	gboolean before_quote = is_followed_by_quote (lines, n_lines, i);

	*header = (struct rn_line_range) { i, i + 1 };
	if (!has_colon && starts_with_attribution (&lines[i]))
		return TRUE;
	if ((!has_colon && !before_quote) || lines[i].size > MAX_ATTRIBUTION_BYTES || (!before_quote && !has_evidence (lines, i)))
		return FALSE;
	g_autofree char *folded = rn_folded (lines[i].at, lines[i].size);
	gboolean found = is_attribution (folded, before_quote);
	for (gsize above = 1; above < MAX_ATTRIBUTION_LINES && above <= i; above++) {
		const struct rn_line *line = &lines[i - above];
		if (line->is != RN_LINE_OWN || line->size > MAX_ATTRIBUTION_BYTES)
			break;
		g_autofree char *upper = rn_folded (line->at, line->size);
		gboolean belongs = belongs_above (upper, folded);
		char *joined = g_strconcat (upper, " ", folded, NULL);
		g_free (folded);
		folded = joined;
		if (belongs && is_attribution (folded, before_quote)) {
			found = TRUE;
			header->first = i - above;
		}
	}
	return found && (has_colon || (rn_opens_attribution (folded) && rn_wrote_words_in (folded)));
}

/* "Message du 16/11/26 15:04", "Begin forwarded message:" right above a block. */
static gboolean
announces (const struct rn_line *lines, gsize i)
{
	if (i == 0 || lines[i - 1].is != RN_LINE_OWN || lines[i - 1].size > MIN_WRAPPED)
		return FALSE;
	g_autofree char *folded = rn_folded (lines[i - 1].at, lines[i - 1].size);
	return rn_original_words_in (folded) || (has_clock (folded) && !ends_sentence (folded));
}

gboolean
rn_quote_header_at (const struct rn_line *lines, gsize n_lines, gsize i, struct rn_line_range *header)
{
	gboolean is_empty;

	if (divider_at (lines, n_lines, i, header))
		return TRUE;
	if (label_of (&lines[i], &is_empty) != RN_LABEL_NONE) {
		gsize end = label_block_end (lines, n_lines, i, 3);
		*header = (struct rn_line_range) { i - (end > i && announces (lines, i)), end };
		if (end > i)
			return TRUE;
	}
	return attribution_at (lines, n_lines, i, header) || notes_header_at (lines, n_lines, i, header);
}
