/* The engine: one writer, one loop. Frames of the children and the clock wake it; each
 * cycle takes in what came, runs the turns that are due in one transaction, leases mail
 * to the transports, commits, and only then speaks to anybody. */
#ifndef RN_RUN_ENGINE_H
#define RN_RUN_ENGINE_H

#include "clock.h"
#include "policy_client.h"
#include "provider.h"
#include "reader.h"
#include "site_config.h"
#include "turn.h"

typedef struct rn_engine rn_engine;

struct rn_engine_order {
	const rn_config *config;
	gboolean durable;      /* every commit on the disk; FALSE in simulations */
	gboolean simulated;
	rn_time begin, end;    /* of a simulation: virtual time */
	rn_time offset;        /* of a rehearsal on another day: added to the computer's clock */
	guint64 seed;
	gboolean command;      /* only for a request of the command line: nothing begins, … */
	gboolean begins;       /* … not even a store, unless this is set */
	gboolean once;         /* one look at each source, everything that follows, then end */
	void (*progress) (rn_time now, gpointer data); /* of a simulation, about once a virtual day; or NULL */
	gpointer progress_data;
};

/* Opens the store and starts the policies. RETRY with “is running” when another engine
 * holds it, or when a command finds none; CONFIG errors of scripts carry file and line. */
rn_engine *rn_engine_new (const struct rn_engine_order *order, GError **error);

/* Runs until a signal, the end of the simulation, or once is done. FALSE with what ended
 * it. */
gboolean rn_engine_run (rn_engine *engine, GError **error);

/* Whether a signal ended the run, also where it failed at that: then nobody wants another. */
gboolean rn_engine_told_to_end (const rn_engine *engine);

/* Ends the children in order and closes the store. Takes NULL. */
void rn_engine_free (rn_engine *engine);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_engine, rn_engine_free)

/* The store, for queries before or after a run. */
rn_db *rn_engine_db (rn_engine *engine);
rn_time rn_engine_now (const rn_engine *engine);

/* Adds to an a{sv} for `status`: whether it runs, and then the pids of its children and
 * what troubles them. */
void rn_engine_status (rn_engine *engine, GVariantBuilder *status);

/* Of a store that is on hold (see hold.h), else REFUSED: adds to an a{sv} why, and how many mails would leave, how
 * many of them may have left already, and how many events fell due. */
gboolean rn_engine_show_hold (rn_engine *engine, GVariantBuilder *dict, GError **error);

/* Ends it in somebody's name; adds how many mails are uncertain now. `moved`: nothing left elsewhere. */
gboolean rn_engine_release (rn_engine *engine, const char *by, gboolean moved, GVariantBuilder *dict, GError **error);

/* Before that: this mail is not to leave. */
gboolean rn_engine_drop (rn_engine *engine, const char *by, gint64 id, GError **error);

/* Runs one step of a command in a turn of its own: `step` gets the turn. Used by the
 * control socket and by the CLI when no engine runs. */
typedef gboolean (*rn_engine_step) (rn_turn *turn, gpointer data, GError **error);
gboolean rn_engine_command (rn_engine *engine, const char *program, const char *event, rn_engine_step step, gpointer data,
                            GError **error);

/* What a turn would make of a mail with this reading, undone at once: adds outcome, reason,
 * person, about and would (lines) to an a{sv}. */
gboolean rn_engine_rehearse (rn_engine *engine, rn_reading *reading, GVariantBuilder *dict, GError **error);

/* Commits what commands changed; TRUE as well when nothing was. */
gboolean rn_engine_commit (rn_engine *engine, GError **error);

/* Behind the commit that erased a person: her bytes go from the files as well. FALSE when that is to be done once
 * more, which the engine does by itself at its next start and daily; why is told. */
gboolean rn_engine_erase (rn_engine *engine);

/* Whether a file that a transport has in hand names somebody, as the words of a server may. */
gboolean rn_engine_names (const rn_engine *engine, rn_names *names, gboolean *found, GError **error);

/* Ends the run with an error, which is taken over. */
void rn_engine_fail (rn_engine *engine, GError *error);

/* A mail that was put back to the new ones is read again. */
void rn_engine_reread (rn_engine *engine, gint64 id, rn_time received, GBytes *raw);

const rn_config *rn_engine_config (rn_engine *engine);

/* Something may be due: a cycle runs soon. */
void rn_engine_wake (rn_engine *engine);

#endif
