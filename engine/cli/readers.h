/* A few reader processes that work side by side and are replaced when they die. */
#ifndef RN_CLI_READERS_H
#define RN_CLI_READERS_H

#include "read.h"

struct rn_readers;
typedef struct rn_readers rn_readers;

/* Starts `n` of them. */
rn_readers *rn_readers_new (guint n);
void rn_readers_free (rn_readers *readers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_readers, rn_readers_free)

/* How many mails may be handed over before one must be taken. */
guint rn_readers_room (const rn_readers *readers);

/* Hands a mail over; `data` comes back with its reading. */
void rn_readers_put (rn_readers *readers, GBytes *mail, gpointer data);

/* Puts a reading that is known already in line behind the mails that are out. */
void rn_readers_put_known (rn_readers *readers, rn_reading *reading, gpointer data);

/* Waits for the reading of the mail that was handed over first and is still out. A mail
 * that killed its reader comes back as held. NULL when none is out. */
rn_reading *rn_readers_take (rn_readers *readers, gpointer *data);

#endif
