#include "mail_text.h"

#include <string.h>

#include "html_text.h"

gboolean
rn_is_blank (const char *text)
{
	for (; *text != '\0'; text = g_utf8_next_char (text)) {
		gunichar sign = g_utf8_get_char (text);
		if (!g_unichar_isspace (sign) && sign != 0xfeff && sign != 0x200b && sign != 0x200c)
			return FALSE;
	}
	return TRUE;
}

/* ---- Flowed lines (RFC 3676) -------------------------------------------- */

/* Steps over quote marks and the stuffed space behind them. */
static const char *
behind_quotes (const char *line, gsize *depth)
{
	*depth = strspn (line, ">");
	line += *depth;
	return *line == ' ' ? line + 1 : line;
}

static void
append_line (GString *joined, gsize depth, const char *line, gsize size)
{
	for (gsize i = 0; i < depth; i++)
		g_string_append_c (joined, '>');
	if (depth > 0 && size > 0)
		g_string_append_c (joined, ' ');
	g_string_append_len (joined, line, (gssize) size);
}

/* Joins lines that end with a space to the next of the same quote depth; the signature
 * delimiter "-- " is none of them. With `delsp` that space goes. */
static char *
unflowed (const char *text, gboolean delsp)
{
	GString *joined = g_string_sized_new (strlen (text) + 1);
	gboolean is_open = FALSE;
	gsize open_depth = 0;

	while (*text != '\0') {
		gsize depth, size = strcspn (text, "\n");
		const char *next = text[size] == '\n' ? text + size + 1 : text + size;
		const char *line = behind_quotes (text, &depth);
		gsize length = line <= text + size ? (gsize) (text + size - line) : 0;
		gboolean is_delimiter = length == 3 && memcmp (line, "-- ", 3) == 0;

		if (is_open && (depth != open_depth || is_delimiter)) {
			g_string_append_c (joined, '\n');
			is_open = FALSE;
		}
		if (is_open)
			g_string_append_len (joined, line, (gssize) length);
		else
			append_line (joined, depth, line, length);
		is_open = length > 0 && line[length - 1] == ' ' && !is_delimiter;
		open_depth = depth;
		if (is_open && delsp)
			g_string_truncate (joined, joined->len - 1);
		if (!is_open)
			g_string_append_c (joined, '\n');
		text = next;
	}
	return g_string_free (joined, FALSE);
}

/* ---- Signed text (RFC 9580, 7) ------------------------------------------- */

/* Takes armour off text that was signed in place: the lines in front of the first empty
 * one, the signature, and "- " in front of lines that start with a dash. */
static char *
unsigned_text (char *text)
{
	const char *start = strstr (text, "\n\n");
	if (!g_str_has_prefix (text, "-----BEGIN PGP SIGNED MESSAGE-----\n") || start == NULL)
		return text;
	const char *end = strstr (start, "\n-----BEGIN PGP SIGNATURE-----");
	g_autofree char *armoured = g_strndup (start + 1, end != NULL ? (gsize) (end - start) : strlen (start + 1));
	GString *plain = g_string_new (armoured);

	g_string_replace (plain, "\n- ", "\n", 0);
	g_string_erase (plain, 0, 1);
	g_free (text);
	return g_string_free (plain, FALSE);
}

/* ---- Choice of parts ---------------------------------------------------- */

static char *
part_as_text (const rn_message *message, const struct rn_part *part, rn_reading *reading)
{
	gboolean is_cut;
	g_autofree char *text = rn_part_text (message, part, RN_MAX_PART_TEXT, &is_cut);

	if (is_cut)
		rn_reading_add_note (reading, "only the first %d KiB of the text were read", RN_MAX_PART_TEXT / 1024);
	if (part->type == RN_PART_HTML)
		return rn_html_text (text, strlen (text));
	text = unsigned_text (g_steal_pointer (&text));
	if (rn_part_is (part, "format", "flowed"))
		return unflowed (text, rn_part_is (part, "delsp", "yes"));
	return g_steal_pointer (&text);
}

#define MAX_ALTERNATIVES 64 /* that are told apart; mails in mails have a few */

/* Of alternatives the first that says something is read (RFC 2046, 5.1.4), with all its texts; HTML beside plain text says
 * the same once more. */
static gboolean
is_said_already (const struct rn_part *said, const struct rn_part *part)
{
	return said != NULL && (said->branch != part->branch || (said->type == RN_PART_PLAIN && part->type == RN_PART_HTML));
}

char *
rn_mail_text (const rn_message *message, rn_reading *reading)
{
	g_autoptr (GString) body = g_string_new ("");
	const struct rn_part *said[MAX_ALTERNATIVES + 1] = { NULL };

	for (gsize i = 0; i < rn_message_n_parts (message) && body->len < RN_MAX_MAIL_TEXT; i++) {
		const struct rn_part *part = rn_message_part (message, i);
		guint choice = part->alternatives <= MAX_ALTERNATIVES ? part->alternatives : 0;
		if ((part->type != RN_PART_PLAIN && part->type != RN_PART_HTML) || part->is_attachment ||
		    is_said_already (said[choice], part))
			continue;
		g_autofree char *text = part_as_text (message, part, reading);
		if (rn_is_blank (text))
			continue;
		if (choice > 0 && said[choice] == NULL)
			said[choice] = part;
		if (body->len > 0 && body->str[body->len - 1] != '\n')
			g_string_append_c (body, '\n');
		g_string_append (body, text);
	}
	return g_string_free (g_steal_pointer (&body), FALSE);
}
