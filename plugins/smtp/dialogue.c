#include "dialogue.h"

#include <stdlib.h>
#include <string.h>

#include "stream.h"

#define MAX_REPLY (64 * 1024)  /* RFC 5321, 4.5.3.1.5: lines of 512 bytes; no server has 100 of them */
#define MAX_REPLY_LINES 100

static const struct { const char *word; enum rn_smtp_offer offer; } offer_words[] = {
	{ "PIPELINING", RN_SMTP_PIPELINING },
	{ "STARTTLS", RN_SMTP_STARTTLS },
	{ "8BITMIME", RN_SMTP_EIGHT_BIT },
	{ "SMTPUTF8", RN_SMTP_UTF8 },
	{ "SIZE", RN_SMTP_SIZE },
};

gboolean
rn_dialogue_say (struct rn_dialogue *dialogue, const char *line)
{
	return mailstream_write (dialogue->stream, line, strlen (line)) >= 0 &&
	       mailstream_write (dialogue->stream, "\r\n", 2) >= 0;
}

gboolean
rn_dialogue_flush (struct rn_dialogue *dialogue)
{
	return mailstream_flush (dialogue->stream) == 0;
}

/* The next line of a reply "250-text" or "250 text", or NULL. */
static const char *
read_line (struct rn_dialogue *dialogue)
{
	/* libetpan's variant that removes the line end reads before the buffer for "\n". */
	char *line = mailstream_read_line (dialogue->stream, dialogue->line);

	if (line == NULL)
		return NULL;
	g_strchomp (line);
	if (!g_ascii_isdigit (line[0]) || !g_ascii_isdigit (line[1]) || !g_ascii_isdigit (line[2]) ||
	    strchr ("- ", line[3]) == NULL) {
		rn_stream_error (dialogue->stream, "it does not speak SMTP", NULL);
		return NULL;
	}
	return line;
}

/* Takes an enhanced status code (RFC 2034) off the front of the text. */
static const char *
take_status (struct rn_delivery *reply, const char *text)
{
	gsize n = strspn (text, "0123456789.");

	reply->status[0] = '\0';
	if (n < 5 || n >= sizeof reply->status || strchr ("245", text[0]) == NULL || text[1] != '.' ||
	    (text[n] != ' ' && text[n] != '\0'))
		return text;
	g_strlcpy (reply->status, text, n + 1);
	return text[n] == ' ' ? text + n + 1 : text + n;
}

/* The server's words end in logs and lists. */
static void
take_text (struct rn_delivery *reply, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid (text, -1);

	for (char *c = valid; *c != '\0'; c++)
		if (g_ascii_iscntrl (*c))
			*c = ' ';
	g_strlcpy (reply->text, valid, sizeof reply->text);
	/* The cut may have hit the middle of a character. */
	const char *end;
	if (!g_utf8_validate (reply->text, -1, &end))
		reply->text[end - reply->text] = '\0';
}

typedef void (*line_taker) (struct rn_dialogue *dialogue, const char *line);

/* Of several lines the first says most: "550-5.1.1 No such user", "550 5.1.1 https://…". */
static gboolean
hear (struct rn_dialogue *dialogue, struct rn_delivery *reply, line_taker take)
{
	int n = 0;
	const char *line;

	do {
		line = read_line (dialogue);
		if (line == NULL)
			return FALSE;
		if (n == 0) {
			reply->code = (int) g_ascii_strtoll (line, NULL, 10);
			take_text (reply, take_status (reply, line[3] != '\0' ? line + 4 : ""));
		} else if (take != NULL && line[3] != '\0')
			take (dialogue, line + 4);
		if (++n > MAX_REPLY_LINES)
			return rn_stream_error (dialogue->stream, "its answer is too long", NULL);
	} while (line[3] == '-');
	return TRUE;
}

gboolean
rn_dialogue_hear (struct rn_dialogue *dialogue, struct rn_delivery *reply)
{
	return hear (dialogue, reply, NULL);
}

/* One line of the answer to EHLO: a keyword and its parameters. */
static void
take_offer (struct rn_dialogue *dialogue, const char *line)
{
	g_auto (GStrv) words = g_strsplit (line, " ", 0);

	if (words[0] == NULL)
		return;
	for (gsize i = 0; i < G_N_ELEMENTS (offer_words); i++)
		if (g_ascii_strcasecmp (words[0], offer_words[i].word) == 0)
			dialogue->offers |= offer_words[i].offer;
	if (g_ascii_strcasecmp (words[0], "SIZE") == 0 && words[1] != NULL)
		dialogue->largest = g_ascii_strtoull (words[1], NULL, 10);
	if (g_ascii_strcasecmp (words[0], "AUTH") != 0)
		return;
	for (char **word = words + 1; *word != NULL; word++) {
		if (g_ascii_strcasecmp (*word, "PLAIN") == 0)
			dialogue->offers |= RN_SMTP_AUTH_PLAIN;
		if (g_ascii_strcasecmp (*word, "LOGIN") == 0)
			dialogue->offers |= RN_SMTP_AUTH_LOGIN;
	}
}

/* The server's "no", as an error: what is temporary is worth a retry. */
static gboolean
refuse (struct rn_dialogue *dialogue, const char *what, const struct rn_delivery *reply, enum rn_error code,
        GError **error)
{
	if (reply->code < 500)
		code = RN_ERROR_RETRY;
	g_set_error (error, RN_ERROR, code, "%s:%u: %s (%d %s).", dialogue->server->name, dialogue->server->port, what,
	             reply->code, reply->text);
	return FALSE;
}

/* Says one line and hears the answer. */
static gboolean
ask (struct rn_dialogue *dialogue, const char *line, struct rn_delivery *reply, line_taker take, GError **error)
{
	rn_stream_allow (dialogue->stream, dialogue->server->timeout, MAX_REPLY);
	if (rn_dialogue_say (dialogue, line) && rn_dialogue_flush (dialogue) && hear (dialogue, reply, take))
		return TRUE;
	return rn_stream_error (dialogue->stream, "the connection broke", error);
}

static gboolean
greet (struct rn_dialogue *dialogue, const char *helo, GError **error)
{
	g_autofree char *line = g_strconcat ("EHLO ", helo, NULL);
	struct rn_delivery reply;

	/* What was offered in clear does not count (RFC 3207, 4.2). */
	dialogue->offers = 0;
	dialogue->largest = 0;
	if (!ask (dialogue, line, &reply, take_offer, error))
		return FALSE;
	return reply.code == 250 || refuse (dialogue, "EHLO was refused", &reply, RN_ERROR_RETRY, error);
}

static gboolean
start_tls (struct rn_dialogue *dialogue, const char *helo, GError **error)
{
	struct rn_delivery reply;

	if ((dialogue->offers & RN_SMTP_STARTTLS) == 0)
		return rn_stream_error (dialogue->stream, "it does not offer STARTTLS", error);
	if (!ask (dialogue, "STARTTLS", &reply, NULL, error))
		return FALSE;
	if (reply.code != 220)
		return refuse (dialogue, "STARTTLS was refused", &reply, RN_ERROR_RETRY, error);
	return rn_stream_start_tls (dialogue->stream, error) && greet (dialogue, helo, error);
}

static gboolean
login_plain (struct rn_dialogue *dialogue, struct rn_delivery *reply, GError **error)
{
	const struct rn_server *server = dialogue->server;
	g_autoptr (GString) secret = g_string_new (NULL);

	g_string_append_c (secret, '\0');
	g_string_append (secret, server->user);
	g_string_append_c (secret, '\0');
	g_string_append (secret, server->password);
	g_autofree char *encoded = g_base64_encode ((const guchar *) secret->str, secret->len);
	g_autofree char *line = g_strconcat ("AUTH PLAIN ", encoded, NULL);
	return ask (dialogue, line, reply, NULL, error);
}

static gboolean
login_login (struct rn_dialogue *dialogue, struct rn_delivery *reply, GError **error)
{
	const struct rn_server *server = dialogue->server;
	g_autofree char *user = g_base64_encode ((const guchar *) server->user, strlen (server->user));
	g_autofree char *password = g_base64_encode ((const guchar *) server->password, strlen (server->password));
	const char *const lines[] = { "AUTH LOGIN", user, password };

	for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
		if (!ask (dialogue, lines[i], reply, NULL, error))
			return FALSE;
		else if (reply->code != 334)
			break;
	return TRUE;
}

static gboolean
log_in (struct rn_dialogue *dialogue, GError **error)
{
	struct rn_delivery reply;
	gboolean asked;

	if (*dialogue->server->user == '\0')
		return TRUE;
	if ((dialogue->offers & RN_SMTP_AUTH_PLAIN) != 0)
		asked = login_plain (dialogue, &reply, error);
	else if ((dialogue->offers & RN_SMTP_AUTH_LOGIN) != 0)
		asked = login_login (dialogue, &reply, error);
	else
		return rn_stream_error (dialogue->stream, "it offers neither AUTH PLAIN nor AUTH LOGIN", error);
	if (!asked)
		return FALSE;
	return reply.code == 235 || refuse (dialogue, "the login was refused", &reply, RN_ERROR_CONFIG, error);
}

static gboolean
introduce (struct rn_dialogue *dialogue, const char *helo, GError **error)
{
	struct rn_delivery reply;

	if (!rn_dialogue_hear (dialogue, &reply))
		return rn_stream_error (dialogue->stream, "the connection broke", error);
	if (reply.code != 220)
		return refuse (dialogue, "the server takes no mail now", &reply, RN_ERROR_RETRY, error);
	if (!greet (dialogue, helo, error))
		return FALSE;
	if (dialogue->server->security == RN_SECURITY_STARTTLS && !start_tls (dialogue, helo, error))
		return FALSE;
	return log_in (dialogue, error);
}

struct rn_dialogue *
rn_dialogue_open (const struct rn_server *server, const char *helo, GError **error)
{
	mailstream *stream = rn_stream_open (server, error);

	if (stream == NULL)
		return NULL;
	struct rn_dialogue *dialogue = g_new0 (struct rn_dialogue, 1);
	dialogue->stream = stream;
	dialogue->server = server;
	dialogue->line = mmap_string_new ("");
	if (introduce (dialogue, helo, error))
		return dialogue;
	rn_stream_break (stream);
	rn_dialogue_close (dialogue);
	return NULL;
}

void
rn_dialogue_close (struct rn_dialogue *dialogue)
{
	if (dialogue == NULL)
		return;
	rn_stream_allow (dialogue->stream, 1, 0);
	if (rn_dialogue_say (dialogue, "QUIT"))
		rn_dialogue_flush (dialogue);
	mailstream_close (dialogue->stream);
	mmap_string_free (dialogue->line);
	g_free (dialogue);
}
