#include "session.h"

#include <string.h>

#include "stream.h"

/* Answers NO that pass by themselves (RFC 5530, 3). */
static const char *const temporary_codes[] = {
	"UNAVAILABLE", "INUSE", "SERVERBUG", "LIMIT", "EXPIRED", "CONTACTADMIN", NULL,
};

#define POLITE_SECONDS 2 /* for LOGOUT */
#define MAX_SMALL_ANSWER (256 * 1024)

void
rn_imap_allow (struct rn_imap *imap, gsize bytes)
{
	rn_stream_allow (imap->session->imap_stream, imap->server.timeout, bytes);
}

void
rn_imap_hang_up (struct rn_imap *imap)
{
	if (imap->session == NULL)
		return;
	if (imap->session->imap_stream != NULL)
		rn_stream_allow (imap->session->imap_stream, POLITE_SECONDS, MAX_SMALL_ANSWER);
	mailimap_free (imap->session);
	imap->session = NULL;
}

static void
drop (struct rn_imap *imap)
{
	if (imap->session->imap_stream != NULL)
		rn_stream_break (imap->session->imap_stream);
	rn_imap_hang_up (imap);
}

/* The results that libetpan gives for a tagged NO. */
gboolean
rn_imap_said_no (int result)
{
	switch (result) {
	case MAILIMAP_ERROR_CAPABILITY:
	case MAILIMAP_ERROR_UID_COPY:
	case MAILIMAP_ERROR_UID_MOVE:
	case MAILIMAP_ERROR_CREATE:
	case MAILIMAP_ERROR_UID_FETCH:
	case MAILIMAP_ERROR_LOGIN:
	case MAILIMAP_ERROR_UID_SEARCH:
	case MAILIMAP_ERROR_SELECT:
	case MAILIMAP_ERROR_STATUS:
	case MAILIMAP_ERROR_LIST:
	case MAILIMAP_ERROR_UID_STORE:
	case MAILIMAP_ERROR_STARTTLS:
		return TRUE;
	default:
		return FALSE;
	}
}

static gboolean
is_temporary (const mailimap *session)
{
	const struct mailimap_response_info *info = session->imap_response_info;

	if (info == NULL || info->rsp_atom == NULL)
		return FALSE;
	for (guint i = 0; temporary_codes[i] != NULL; i++)
		if (g_ascii_strcasecmp (info->rsp_atom, temporary_codes[i]) == 0)
			return TRUE;
	return FALSE;
}

/* The server's words, fit for a log line, or "". */
static char *
words_of (const mailimap *session)
{
	const char *said = session->imap_response;

	if (said == NULL || *said == '\0')
		return g_strdup ("");
	g_autofree char *valid = g_utf8_make_valid (said, (gssize) strnlen (said, 200));
	for (char *c = valid; *c != '\0'; c++)
		if (g_ascii_iscntrl (*c))
			*c = ' ';
	return g_strdup_printf (" (%s)", g_strstrip (valid));
}

gboolean
rn_imap_check (struct rn_imap *imap, int result, const char *what, enum rn_error refusal, GError **error)
{
	if (result == MAILIMAP_NO_ERROR)
		return TRUE;
	g_autofree char *words = words_of (imap->session);
	if (rn_imap_said_no (result))
		g_set_error (error, RN_ERROR, is_temporary (imap->session) ? RN_ERROR_RETRY : refusal,
		             "%s:%u: the server refused %s%s.", imap->server.name, imap->server.port, what, words);
	else {
		g_autofree char *why = g_strdup_printf ("the server's answer to %s made no sense%s", what, words);
		rn_stream_error (imap->session->imap_stream, why, error);
	}
	drop (imap);
	return FALSE;
}

/* FALSE with a RETRY error; the session ends. */
static gboolean
give_up (struct rn_imap *imap, const char *why, GError **error)
{
	rn_stream_error (imap->session->imap_stream, why, error);
	drop (imap);
	return FALSE;
}

/* A greeting that claims "you are logged in" over clear text would have us skip
 * STARTTLS (RFC 9051, 11.1). */
static gboolean
greet (struct rn_imap *imap, mailstream *stream, GError **error)
{
	int result = mailimap_connect (imap->session, stream);

	if (result == MAILIMAP_NO_ERROR_NON_AUTHENTICATED)
		return TRUE;
	if (result == MAILIMAP_NO_ERROR_AUTHENTICATED)
		return rn_stream_is_tls (stream) ||
		       give_up (imap, "it greets with PREAUTH in clear text, which cannot be trusted", error);
	return rn_imap_check (imap, result, "the connection", RN_ERROR_RETRY, error);
}

static gboolean
start_tls (struct rn_imap *imap, GError **error)
{
	mailstream *stream = imap->session->imap_stream;

	rn_imap_allow (imap, MAX_SMALL_ANSWER);
	if (!rn_imap_check (imap, mailimap_starttls (imap->session), "STARTTLS", RN_ERROR_RETRY, error))
		return FALSE;
	if (rn_stream_start_tls (stream, error))
		return TRUE;
	drop (imap);
	return FALSE;
}

static gboolean
log_in (struct rn_imap *imap, GError **error)
{
	const struct rn_server *server = &imap->server;

	g_clear_pointer (&imap->session->imap_connection_info->imap_capability, mailimap_capability_data_free);
	if (imap->session->imap_state == MAILIMAP_STATE_NON_AUTHENTICATED) {
		rn_imap_allow (imap, MAX_SMALL_ANSWER);
		if (!rn_imap_check (imap, mailimap_login (imap->session, server->user, server->password), "the login",
		                    RN_ERROR_CONFIG, error))
			return FALSE;
	}
	/* What was told before the login need not hold after it; most servers tell anew with
	 * their answer to it. */
	if (imap->session->imap_connection_info->imap_capability != NULL)
		return TRUE;
	struct mailimap_capability_data *capabilities = NULL;
	rn_imap_allow (imap, MAX_SMALL_ANSWER);
	if (!rn_imap_check (imap, mailimap_capability (imap->session, &capabilities), "CAPABILITY", RN_ERROR_RETRY,
	                    error))
		return FALSE;
	mailimap_capability_data_free (capabilities);
	return TRUE;
}

/* Whether PERMANENTFLAGS lists \* (RFC 9051, 7.1) or the keyword itself. */
static gboolean
takes_keywords (const struct mailimap_selection_info *selected)
{
	if (selected->sel_perm_flags == NULL)
		return FALSE;
	for (clistiter *i = clist_begin (selected->sel_perm_flags); i != NULL; i = clist_next (i)) {
		const struct mailimap_flag_perm *flag = clist_content (i);

		if (flag->fl_type == MAILIMAP_FLAG_PERM_ALL)
			return TRUE;
		if (flag->fl_flag != NULL && flag->fl_flag->fl_type == MAILIMAP_FLAG_KEYWORD &&
		    g_ascii_strcasecmp (flag->fl_flag->fl_data.fl_keyword, RN_IMAP_HANDLED) == 0)
			return TRUE;
	}
	return FALSE;
}

static gboolean
select_mailbox (struct rn_imap *imap, GError **error)
{
	rn_imap_allow (imap, MAX_SMALL_ANSWER);
	if (!rn_imap_check (imap, mailimap_select (imap->session, imap->mailbox), "to open the mailbox",
	                    RN_ERROR_CONFIG, error))
		return FALSE;

	const struct mailimap_selection_info *selected = imap->session->imap_selection_info;
	if (selected->sel_uidvalidity == 0)
		return give_up (imap, "it has no UIDVALIDITY for the mailbox", error);
	imap->validity = selected->sel_uidvalidity;
	imap->next = selected->sel_uidnext;
	imap->keywords = takes_keywords (selected);
	return TRUE;
}

static void
ignore_progress (size_t current G_GNUC_UNUSED, size_t maximum G_GNUC_UNUSED, void *context G_GNUC_UNUSED)
{
}

gboolean
rn_imap_ready (struct rn_imap *imap, GError **error)
{
	if (imap->session != NULL)
		return TRUE;
	mailstream *stream = rn_stream_open (&imap->server, error);
	if (stream == NULL)
		return FALSE;
	imap->session = mailimap_new (0, NULL);
	/* libetpan calls a handler of mails only when there is one of progress too. */
	mailimap_set_progress_callback (imap->session, NULL, ignore_progress, NULL);
	return greet (imap, stream, error) &&
	       (imap->server.security != RN_SECURITY_STARTTLS || start_tls (imap, error)) && log_in (imap, error) &&
	       select_mailbox (imap, error);
}
