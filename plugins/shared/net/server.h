/* The settings that say where a mail server is and how it is spoken to: the same
 * rows in every plugin that opens a connection. */
#ifndef RN_NET_SERVER_H
#define RN_NET_SERVER_H

#include "plugin.h"

enum rn_security {
	RN_SECURITY_TLS,      /* from the first byte (RFC 8314) */
	RN_SECURITY_STARTTLS, /* after a short talk in clear (RFC 3207, RFC 9051) */
	RN_SECURITY_NONE,     /* in clear: servers on this machine only */
};

/* Texts belong to the host. */
struct rn_server {
	const struct rn_host *host; /* is told that we live, while something may take long */
	const char *name;      /* host name or address */
	guint16 port;
	enum rn_security security;
	const char *ca_file;   /* "": the certificates that the system trusts */
	const char *user;      /* "": no login */
	const char *password;
	int timeout;           /* seconds that one command may take */
};

#define RN_SERVER_OPTIONS(usual_ports, user_initial, password_initial)                                            \
	{ "server", RN_OPTION_TEXT, NULL, "Host name of the mail server." },                                      \
	{ "port", RN_OPTION_NUMBER, "0", "Port of the mail server; 0 is the usual one: " usual_ports "." },       \
	{ "security", RN_OPTION_TEXT, "tls",                                                                      \
	  "tls: encrypted from the start; starttls: after a greeting in clear; none: only on this machine." },    \
	{ "ca_file", RN_OPTION_PATH, "", "Certificates to trust instead of those of the system (PEM)." },         \
	{ "user", RN_OPTION_TEXT, user_initial, "Name to log in with." },                                         \
	{ "password", RN_OPTION_SECRET, password_initial, "Password to log in with." },                           \
	{ "timeout", RN_OPTION_DURATION, "30 seconds", "How long one command may take." }

/* Reads and checks the rows above. `tls_port` and `clear_port` are the usual ones.
 * FALSE with a CONFIG error that names the setting. */
gboolean rn_server_read (struct rn_server *server, const struct rn_host *host, guint16 tls_port, guint16 clear_port,
                         GError **error);

#endif
