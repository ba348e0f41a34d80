/* Frames between two of our processes over a connected stream socket: a length, a
 * kind, and a GVariant of the type that belongs to the kind; of those that cross with
 * every mail a record as pack.h has it, which takes a tenth of the time. Each side is
 * wary of the other: kinds, sizes, types and forms are checked before a frame is
 * handed on. The children may be taken over by what they read. */
#ifndef RN_BASE_CHANNEL_H
#define RN_BASE_CHANNEL_H

#include "pack.h"

#define RN_PACK ":" /* begins the type of a record; its form follows, see rn_unpack_is */

/* One row of a protocol. A table ends with a row whose name is NULL. */
struct rn_frame_kind {
	guint32 kind;
	const char *name; /* for messages */
	const char *type; /* GVariant type string, or RN_PACK and the form of a record */
	gsize max;        /* bytes of the body */
};

struct rn_channel;

/* Takes the socket over, a blocking one. `receives` lists what may come in from the other side. */
struct rn_channel *rn_channel_new (int fd, const struct rn_frame_kind *receives);

/* Closes the socket; what was not flushed is dropped. Takes NULL. */
void rn_channel_free (struct rn_channel *channel);
typedef struct rn_channel rn_channel;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_channel, rn_channel_free)

int rn_channel_fd (const struct rn_channel *channel);

/* Puts a frame behind those that wait; takes a floating body over. Nothing is
 * written before a flush. */
void rn_channel_put (struct rn_channel *channel, guint32 kind, GVariant *body);

/* Begins a frame whose body is a record: it is appended to what this gives. The frame is there
 * once it is closed; nothing else may be put meanwhile. */
GByteArray *rn_channel_open (struct rn_channel *channel, guint32 kind);
void rn_channel_close (struct rn_channel *channel);

/* Bytes that wait to be written. */
gsize rn_channel_waiting (const struct rn_channel *channel);

/* Writes what waits: all of it when `block`, else what the socket takes now.
 * FALSE with RETRY when the other side is gone. */
gboolean rn_channel_flush (struct rn_channel *channel, gboolean block, GError **error);

/* The same until that time of g_get_monotonic_time (): what the other side did not take by then still waits. */
gboolean rn_channel_flush_until (struct rn_channel *channel, gint64 deadline_us, GError **error);

/* What a receive found. */
enum rn_received { RN_RECEIVED_FRAME, RN_RECEIVED_NOTHING, RN_RECEIVED_END, RN_RECEIVED_BAD };

/* Takes the next frame that is complete. Without waiting when `deadline_us` is 0,
 * else until that time of g_get_monotonic_time () (-1: for ever). NOTHING: none
 * came in time; when it is watched, what comes from now on may be left to the next
 * call back. END: the other side closed, at a frame's border. BAD, with a DATA
 * error: it broke the protocol, or closed within a frame. The caller frees *body; of a
 * record it is an ay, to be unpacked from rn_unpack_begin. */
enum rn_received rn_channel_get (struct rn_channel *channel, gint64 deadline_us, guint32 *kind, GVariant **body,
                                 GError **error);

/* Calls back from the main loop when there is something to get, or the other side
 * closed. */
typedef void (*rn_channel_ready) (struct rn_channel *channel, gpointer data);
void rn_channel_watch (struct rn_channel *channel, rn_channel_ready ready, gpointer data);

/* Writes what the socket takes now and the rest from the main loop. A side that is
 * gone shows when reading. */
void rn_channel_push (struct rn_channel *channel);

/* While held, nothing is read: the other side's socket fills and it waits. */
void rn_channel_hold (struct rn_channel *channel, gboolean hold);
gboolean rn_channel_is_held (const struct rn_channel *channel);

#endif
