/* The engine's side of the reader: raw mail in, readings out in the same order, whatever
 * dies on the way. */
#ifndef RN_RUN_READER_H
#define RN_RUN_READER_H

#include "child.h"
#include "reading.h"

typedef struct rn_reader rn_reader;

/* Called when a reading has come, or the reader died and was started anew. */
typedef void (*rn_reader_ready) (gpointer data);

rn_reader *rn_reader_new (const char *authserv_id, rn_reader_ready ready, gpointer data);
void rn_reader_free (rn_reader *reader);

/* Starts its process, which the first mail would else wait for. FALSE while that fails. */
gboolean rn_reader_start (rn_reader *reader);

/* Hands over a mail; `now` is the time of the turn. Mails are answered in order. */
void rn_reader_put (rn_reader *reader, gint64 id, rn_time now, GBytes *raw);

/* A mail that is known and not there any more: its reading is at once that it is held, before
 * those of mails that are being read. */
void rn_reader_put_lost (rn_reader *reader, gint64 id);

/* The reading of the first mail that was handed over and not yet taken; NULL while it is
 * not there. A mail that killed the reader twice comes back held. */
rn_reading *rn_reader_take (rn_reader *reader, gint64 *id);

/* Mails handed over and not yet taken. */
guint rn_reader_waiting (const rn_reader *reader);

/* Those of them that are not read yet, and their bytes, which are in memory. */
guint rn_reader_unread (const rn_reader *reader);
gsize rn_reader_bytes (const rn_reader *reader);

/* How many of these there may be. */
#define RN_READ_AHEAD 512
#define RN_READ_AHEAD_BYTES (8 * 1024 * 1024)

/* Writes out what was handed over. */
void rn_reader_push (rn_reader *reader);

/* Pid for `status`; 0 while none runs. */
GPid rn_reader_pid (const rn_reader *reader);

#endif
