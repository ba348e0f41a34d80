#include "bounce_prose.h"

#include <string.h>

#include "address.h"
#include "bounce.h"
#include "bounce_status.h"
#include "bounce_words.h"
#include "classify.h"
#include "fold.h"

#define RN_MAX_PROSE (16 * 1024) /* servers explain themselves at the start */

/* ---- Lines and addresses ------------------------------------------------ */

/* All lines, and where the copy of our mail starts among them. */
static GStrv
split_lines (const char *text, char ***copy)
{
	g_autofree char *start = g_strndup (text, MIN (strlen (text), RN_MAX_PROSE));
	GStrv lines = g_strsplit (start, "\n", -1);

	for (*copy = lines; **copy != NULL; (*copy)++) {
		g_autofree char *valid = g_utf8_make_valid (**copy, -1);
		g_autofree char *folded = rn_folded (valid, strlen (valid));
		if (rn_bounce_words_start (RN_COPY_STARTS, folded))
			break;
	}
	return lines;
}

/* The lines in front of the copy of our mail. */
static GStrv
prose_lines (const char *text)
{
	char **copy;
	GStrv lines = split_lines (text, &copy);

	for (; *copy != NULL; copy++)
		g_clear_pointer (copy, g_free);
	return lines;
}

/* Its value when this line is a Message-ID field. */
static char *
id_of_line (const char *line)
{
	line += strspn (line, " \t>");
	if (g_ascii_strncasecmp (line, "Message-ID:", 11) != 0)
		return NULL;
	line += strcspn (line, "<");
	const char *end = strchr (line, '>');
	return end != NULL ? g_strndup (line, (gsize) (end + 1 - line)) : NULL;
}

char *
rn_bounce_prose_id (const char *text)
{
	char **copy, *id = NULL;
	g_auto (GStrv) lines = split_lines (text, &copy);

	for (; *copy != NULL && id == NULL; copy++)
		id = id_of_line (*copy);
	/* some name its fields in their own words instead of a copy */
	for (char **line = lines; *line != NULL && id == NULL; line++)
		id = id_of_line (*line);
	return id;
}

static gboolean
is_local_sign (char c)
{
	return g_ascii_isalnum (c) || (guchar) c >= 0x80 || (c != '\0' && strchr (".!#$%&'*+/?^_`{|}~-", c) != NULL);
}

/* The next address at or behind `at`, in lower case; *start and *end get its place. */
static char *
find_address (const char *line, const char *at, const char **start, const char **end)
{
	for (const char *sign = at; (sign = strchr (sign, '@')) != NULL; sign++) {
		*start = sign;
		while (*start > line && is_local_sign ((*start)[-1]))
			(*start)--;
		*end = sign + 1;
		while (g_ascii_isalnum (**end) || **end == '.' || **end == '-' || (guchar) **end >= 0x80)
			(*end)++;
		while (*end > sign && !g_ascii_isalnum ((*end)[-1]) && (guchar) (*end)[-1] < 0x80)
			(*end)--;
		if (*start == sign || *end <= sign + 1)
			continue;
		g_autofree char *raw = g_strndup (*start, (gsize) (*end - *start));
		g_autofree char *valid = g_utf8_make_valid (raw, -1);
		return rn_address_normal (valid);
	}
	return NULL;
}

static gsize
count_words (const char *text, gsize size)
{
	gsize words = 0;
	for (gsize i = 0; i < size; i++)
		words += !g_ascii_isspace (text[i]) && (i == 0 || g_ascii_isspace (text[i - 1]));
	return words;
}

/* Whether a line is about this address: it starts with it ("bob@x", "<bob@x>:"), or is
 * a name with it ("Bob Baker <bob@x>", "Bob Baker (bob@x)<mailto:…>"). */
static gboolean
is_row (const char *line, const char *start, const char *end)
{
	gsize lead = strspn (line, " \t<\"'*>");
	if (line + lead >= start)
		return TRUE;
	if (start[-1] != '<' && start[-1] != '(')
		return FALSE;
	const char *rest = end + strspn (end, ">): \t");
	return count_words (line, (gsize) (start - 1 - line)) <= 4 && (*rest == '\0' || *rest == '<' || *rest == '\r');
}

/* ---- Recipients --------------------------------------------------------- */

/* Our own addresses and those of servers are never who was not reached. */
static gboolean
is_candidate (const char *address, const rn_reading *reading)
{
	g_autofree char *base = rn_address_base (address);
	if (g_str_has_prefix (address, "postmaster@") || g_str_has_prefix (address, "mailer-daemon@") ||
	    g_str_equal (address, reading->from))
		return FALSE;
	for (gsize i = 0; reading->recipients[i] != NULL; i++) {
		g_autofree char *ours = rn_address_base (reading->recipients[i]);
		if (g_str_equal (ours, base))
			return FALSE;
	}
	return TRUE;
}

/* Whether a row of its own starts here, about somebody else. */
static gboolean
is_other_row (const char *line, const char *recipient)
{
	const char *start, *end;
	g_autofree char *address = find_address (line, line, &start, &end);
	return address != NULL && !g_str_equal (address, recipient) && is_row (line, start, end);
}

/* The words behind a recipient and below its line: the first block of lines that are
 * neither empty nor a rule of dashes. */
static char *
words_below (char **line, const char *recipient, const char *end_of_address)
{
	g_autoptr (GString) words = g_string_new (end_of_address + strspn (end_of_address, ">): \t\"-"));
	char **next = line + 1;

	while (*next != NULL && (*g_strstrip (*next) == '\0' || g_str_has_prefix (*next, "---")))
		next++;
	for (; *next != NULL && *g_strstrip (*next) != '\0' && words->len < RN_MAX_REASON; next++) {
		if (is_other_row (*next, recipient))
			break;
		g_string_append_printf (words, " %s", *next);
	}
	return rn_one_line (words->str, words->len);
}

static struct rn_bounce *
bounce_of (rn_reading *reading, const char *recipient)
{
	for (guint i = 0; i < reading->bounces->len; i++) {
		struct rn_bounce *bounce = g_ptr_array_index (reading->bounces, i);
		if (g_str_equal (bounce->recipient, recipient))
			return bounce;
	}
	if (reading->bounces->len >= RN_MAX_BOUNCES)
		return NULL;
	struct rn_bounce *bounce = rn_reading_add_bounce (reading);
	rn_reading_set (&bounce->recipient, recipient);
	return bounce;
}

/* Words that carry a better code than those known win: servers repeat a recipient with
 * the technical details, and a code that is written out beats one that words imply. */
static void
add_words (struct rn_bounce *bounce, const char *words)
{
	g_autofree char *status = rn_status_in (words);

	if (*bounce->reason == '\0')
		rn_reading_set (&bounce->reason, words);
	if (status == NULL)
		return;
	gboolean is_said = strstr (words, status) != NULL && strstr (bounce->reason, bounce->status) == NULL;
	if (*bounce->status == '\0' || (!rn_status_is_vague (status) && (is_said || rn_status_is_vague (bounce->status)))) {
		rn_reading_set (&bounce->status, status);
		rn_reading_set (&bounce->reason, words);
	}
}

/* With `rows`, what stands in rows of their own; else the first address of the text. */
static void
collect (rn_reading *reading, GStrv lines, gboolean rows)
{
	for (char **line = lines; *line != NULL; line++) {
		const char *start, *end;
		g_autofree char *address = find_address (*line, *line, &start, &end);
		g_autofree char *valid = g_utf8_make_valid (*line, -1);
		g_autofree char *folded = rn_folded (valid, strlen (valid));
		if (address == NULL || !is_candidate (address, reading) || rn_bounce_words_in (RN_HELPER, folded) ||
		    strstr (folded, "message-id") != NULL || (rows && !is_row (*line, start, end)))
			continue;
		struct rn_bounce *bounce = bounce_of (reading, address);
		g_autofree char *words = rows ? words_below (line, address, end) : rn_one_line (*line, strlen (*line));
		if (bounce != NULL)
			add_words (bounce, words);
		if (!rows)
			return;
	}
}

/* Exim and Gmail name them in a field. */
static void
collect_failed (const rn_message *message, rn_reading *reading)
{
	g_autoptr (GPtrArray) failed = g_ptr_array_new_with_free_func (g_free);
	rn_message_addresses (message, "X-Failed-Recipients", failed);
	for (guint i = 0; i < failed->len; i++)
		bounce_of (reading, g_ptr_array_index (failed, i));
}

/* Nobody named: then it is whom our own mail went to, when that came back. */
static void
collect_returned (const rn_message *message, rn_reading *reading)
{
	const struct rn_part *part = rn_message_find (message, RN_PART_RETURNED);
	g_autofree char *to = part != NULL ? rn_part_returned_field (message, part, "To") : NULL;
	const char *start, *end;
	g_autofree char *address = to != NULL ? find_address (to, to, &start, &end) : NULL;

	if (address != NULL && is_candidate (address, reading))
		bounce_of (reading, address);
}

/* What all recipients share: a delay or a failure, and a code where none was near. */
static void
conclude (rn_reading *reading, GStrv lines, gboolean is_delay)
{
	g_autofree char *whole = g_strjoinv (" ", lines);
	g_autofree char *status = rn_status_in (whole);

	for (guint i = 0; i < reading->bounces->len; i++) {
		struct rn_bounce *bounce = g_ptr_array_index (reading->bounces, i);
		if (rn_status_is_vague (bounce->status) && status != NULL &&
		    (*bounce->status == '\0' || !rn_status_is_vague (status)))
			rn_reading_set (&bounce->status, status);
		if (is_delay && *bounce->status == '5')
			bounce->status[0] = '4';
		rn_reading_set (&bounce->action, is_delay ? "delayed" : "failed");
		bounce->permanent = !is_delay && rn_failure_is_permanent (bounce->status, bounce->reason);
	}
}

static gboolean
is_bounce (const rn_message *message, const rn_reading *reading, const char *subject, const char *prose)
{
	gboolean by_server = rn_is_mail_server (message, reading) || rn_message_field (message, "X-Failed-Recipients") != NULL;
	/* "Re:", "Fwd:", "WG:": a person about a server's mail; a server's own words are longer */
	gboolean is_borrowed = strcspn (subject, ":") <= 4 && strchr (subject, ':') != NULL;
	gboolean by_subject = rn_bounce_words_in (RN_BOUNCE_SUBJECT, subject) && !is_borrowed;

	if (rn_message_field (message, "X-Failed-Recipients") != NULL)
		return TRUE;
	if (rn_is_server_address (reading->from) && rn_has_status_code (prose))
		return TRUE; /* in any language */
	return by_server ? by_subject || rn_bounce_words_in (RN_FAILURE, prose) : by_subject && rn_bounce_words_in (RN_FAILURE, prose);
}

gboolean
rn_bounce_prose (const rn_message *message, const char *text, rn_reading *reading)
{
	gboolean by_server = rn_is_mail_server (message, reading);
	g_autofree char *subject = rn_folded (reading->subject, strlen (reading->subject));

	if (!by_server && !rn_bounce_words_in (RN_BOUNCE_SUBJECT, subject) && rn_message_field (message, "X-Failed-Recipients") == NULL)
		return FALSE; /* most mails end here */
	g_auto (GStrv) lines = prose_lines (text);
	g_autofree char *joined = g_strjoinv (" ", lines);
	g_autofree char *valid = g_utf8_make_valid (joined, -1);
	g_autofree char *prose = rn_folded (valid, strlen (valid));
	if (!is_bounce (message, reading, subject, prose))
		return FALSE;
	collect_failed (message, reading);
	collect (reading, lines, TRUE);
	if (reading->bounces->len == 0 && (by_server || rn_has_status_code (prose))) /* people name addresses in sentences, too */
		collect (reading, lines, FALSE);
	if (reading->bounces->len == 0)
		collect_returned (message, reading);
	if (reading->bounces->len == 0 && !by_server)
		return FALSE; /* a person writing about mail */
	gboolean is_delay = (rn_bounce_words_in (RN_DELAY, subject) || rn_bounce_words_in (RN_DELAY, prose)) && !rn_bounce_words_in (RN_END, subject) &&
	                    !rn_bounce_words_in (RN_END, prose);
	conclude (reading, lines, is_delay);
	return TRUE;
}

void
rn_bounce_prose_reason (const char *text, struct rn_bounce *bounce)
{
	g_auto (GStrv) lines = prose_lines (text);

	for (char **line = lines; *line != NULL; line++) {
		const char *start, *end;
		g_autofree char *address = find_address (*line, *line, &start, &end);
		if (address == NULL || !g_str_equal (address, bounce->recipient) || !is_row (*line, start, end))
			continue;
		g_autofree char *words = words_below (line, address, end);
		add_words (bounce, words);
		return;
	}
}
