/* Mails over one SMTP connection that is kept: pipelined where the server offers it,
 * one verdict per mail. */
#ifndef RN_SMTP_TRANSPORT_H
#define RN_SMTP_TRANSPORT_H

#include "dialogue.h"

struct rn_smtp {
	const struct rn_host *host;
	struct rn_server server;
	const char *helo;
	int idle_seconds;
	struct rn_dialogue *dialogue; /* NULL: not connected */
	gint64 used_us;               /* monotonic time of the last reply */
	gboolean fresh;               /* no mail was settled over it yet */
	gboolean half_open;           /* a transaction was begun and not ended: RSET first */
};

/* As in struct rn_transport_ops. */
gboolean rn_smtp_send (gpointer self, const struct rn_outgoing *mails, gsize n_mails, GError **error);
gboolean rn_smtp_probe (gpointer self, GError **error);

/* Closes the connection, if there is one. */
void rn_smtp_hang_up (struct rn_smtp *smtp);

#endif
