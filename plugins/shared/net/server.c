#include "server.h"

#include "token.h"

#include <string.h>

static const char *const security_words[] = {
	[RN_SECURITY_TLS] = "tls", [RN_SECURITY_STARTTLS] = "starttls", [RN_SECURITY_NONE] = "none", NULL,
};

static gboolean
bad_setting (const char *name, const char *why, GError **error)
{
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "The setting “%s” %s.", name, why);
	return FALSE;
}

static gboolean
read_security (struct rn_server *server, const char *word, GError **error)
{
	for (guint i = 0; security_words[i] != NULL; i++)
		if (strcmp (word, security_words[i]) == 0) {
			server->security = (enum rn_security) i;
			return TRUE;
		}
	return bad_setting ("security", "must be tls, starttls or none", error);
}

static gboolean
read_port (struct rn_server *server, gint64 port, guint16 usual, GError **error)
{
	if (port < 0 || port > G_MAXUINT16)
		return bad_setting ("port", "must be a number from 1 to 65535, or 0", error);
	server->port = port != 0 ? (guint16) port : usual;
	return TRUE;
}

gboolean
rn_server_read (struct rn_server *server, const struct rn_host *host, guint16 tls_port, guint16 clear_port,
                GError **error)
{
	*server = (struct rn_server) {
		.host = host,
		.name = host->text (host, "server"),
		.ca_file = host->text (host, "ca_file"),
		.user = host->text (host, "user"),
		.password = host->text (host, "password"),
		.timeout = (int) CLAMP (host->number (host, "timeout"), 1, 3600),
	};
	if (!rn_token_is_word (server->name))
		return bad_setting ("server", "must be a host name", error);
	if (!rn_token_is_text (server->user) || !rn_token_is_text (server->password))
		return bad_setting ("user or password", "holds a control character or is too long", error);
	if (!read_security (server, host->text (host, "security"), error))
		return FALSE;
	return read_port (server, host->number (host, "port"),
	                  server->security == RN_SECURITY_TLS ? tls_port : clear_port, error);
}
