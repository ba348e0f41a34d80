/* The engine's side of a plugin host: a source, a transport, a directory, a calendar, or several
 * of one simulated company. */
#ifndef RN_RUN_PROVIDER_H
#define RN_RUN_PROVIDER_H

#include "child.h"
#include "plugin.h"
#include "site_config.h"

typedef struct rn_provider_client rn_provider_client;

/* A frame came, or (kind 0, body NULL) the child died. */
typedef void (*rn_provider_frame) (rn_provider_client *provider, guint32 kind, GVariant *body, gpointer data);

/* Called behind every group of frames. */
typedef void (*rn_provider_ready) (gpointer data);

#define RN_LEASES 2 /* in hand: while the end of one is committed, the next is sent */

struct rn_provider_client {
	const rn_provider_config *config; /* the first of its blocks */
	GPtrArray *serves;        /* of rn_provider_config: what one process does */
	guint provides;           /* a bit 1 << kind for each */
	rn_child *child;
	rn_provider_frame frame;
	rn_provider_ready ready;
	gpointer data;
	gint64 start_after_us;    /* back-off */
	guint failures;           /* in a row */
	char *trouble;            /* last error, for `status`; NULL while all is well */
	gint64 silent_us;         /* for so long it has had work in hand and not spoken */
	GPid undead;              /* of a process that was killed and does not end, or 0 */

	/* source */
	gboolean polling, polled_once;
	gboolean looked;          /* where its mail begins is known, of this run or an earlier one */
	gboolean awaited;         /* that no mail leaves before was logged */
	rn_time looked_at;        /* end of the last look that went well, in this run; 0: none */
	guint marking;            /* frames not yet answered */
	gboolean died;            /* once at least */
	rn_time passed;           /* simulation: nothing more comes from before then */
	/* transport */
	guint nth;                /* of the processes of one block, each a connection; from 0 */
	guint handed, done;       /* how many leases ever; the nth is in the place n % RN_LEASES: */
	gint64 leases[RN_LEASES];
	rn_time handed_at;        /* the newest one */
	rn_time due;              /* its next mail, or 0, … */
	gint64 due_of;            /* … when the database had changed so often, and once more */
	char *progress[RN_LEASES];/* paths */
	guint held;               /* leases that cannot be settled yet: it gets no other before */
	GHashTable *stationery;   /* hashes that the child knows */
	/* calendar */
	guint asking;             /* questions not yet answered */
	/* directory */
	gboolean listing;
	gboolean answered;        /* a list, or a failure to give one, has come at least once */
	GPtrArray *people;        /* of rn_person, while a list comes in */
};

rn_provider_client *rn_provider_client_new (const rn_provider_config *config, rn_provider_frame frame,
                                            rn_provider_ready ready, gpointer data);
void rn_provider_client_free (rn_provider_client *provider);

/* One more block that the same process serves. */
void rn_provider_client_add (rn_provider_client *provider, const rn_provider_config *config);

/* How its process is named: "smtp relay", and "smtp relay 2" of a second connection. */
char *rn_provider_title (const rn_provider_client *provider);

/* Starts the child unless it runs or is in its back-off. `now` ≠ 0 and `seed`: of a
 * simulation. */
gboolean rn_provider_up (rn_provider_client *provider, rn_time now, guint64 seed, int poll_seconds);

/* Puts a frame; written at the next push. */
void rn_provider_put (rn_provider_client *provider, guint32 kind, GVariant *body);
void rn_provider_push (rn_provider_client *provider);

/* It failed in an expected way (server unreachable): back-off without restart. */
void rn_provider_trouble (rn_provider_client *provider, const char *message);
void rn_provider_well (rn_provider_client *provider);
gboolean rn_provider_may (const rn_provider_client *provider);

/* Kills it; everything it had in hand is open again. One that does not end keeps the next one from being started. */
void rn_provider_down (rn_provider_client *provider);

/* How many leases it has in hand. */
guint rn_provider_leases (const rn_provider_client *provider);

/* Whether something was asked of it that it has not answered. */
gboolean rn_provider_is_busy (const rn_provider_client *provider);

#endif
