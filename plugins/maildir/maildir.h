/* The two providers of this plugin, and what a Maildir is: folders tmp, new and cur, one
 * mail a file, the state behind ":2," in its name. */
#ifndef RN_MAILDIR_MAILDIR_H
#define RN_MAILDIR_MAILDIR_H

#include "plugin.h"

/* Mails come in from new/ and cur/ of a folder. */
extern const struct rn_option maildir_source_options[];
extern const struct rn_source_ops maildir_source_ops;
gpointer maildir_source_open (const struct rn_host *host, GError **error);
void maildir_source_close (gpointer self);

/* Mails are dropped into Maildirs below a folder, one a recipient, or all into one. */
extern const struct rn_option maildir_drop_options[];
extern const struct rn_transport_ops maildir_drop_ops;
gpointer maildir_drop_open (const struct rn_host *host, GError **error);
void maildir_drop_close (gpointer self);

#endif
