/* What the files of the engine share among themselves. */
#ifndef RN_RUN_ENGINE_PRIVATE_H
#define RN_RUN_ENGINE_PRIVATE_H

#include "engine.h"
#include "told_to_end.h"

/* A program with its policy. */
struct rn_running_program {
	rn_policy *policy;
	rn_time paused_until; /* after too many failures */
};

/* Rows that a transport gets once the commit is done. */
struct rn_lease_to_send {
	rn_provider_client *provider;
	GPtrArray *stationery; /* of GVariant, frames: what the child does not know yet */
	GByteArray *record;   /* of RN_FRAME_SEND */
};

/* A calendar was asked about a person. */
struct rn_busy_ask {
	rn_provider_client *provider;
	gint64 person;
	gint64 event;         /* that waits for the answer, or 0 */
};

#define RN_FINISH_US (10 * G_USEC_PER_SEC) /* all transports together may finish the mails they are sending */

struct rn_engine {
	struct rn_engine_order order;
	const rn_config *config;
	rn_db *db;
	struct rn_clock clock;
	struct rn_site site;
	GPtrArray *programs;  /* of struct rn_running_program */
	GPtrArray *providers; /* of rn_provider_client */
	rn_reader *reader;
	int lock;
	rn_time began;        /* when this run did */

	gboolean is_running, is_over;
	gboolean told_to_end; /* by a signal */
	gboolean is_awake;    /* a cycle is to run */
	guint timer, signals[RN_END_SIGNALS];
	GError *failure;      /* ends the run */
	char *told;           /* to the service manager */
	char *on_hold;        /* why nothing is done and nobody is mailed, see hold.h; or NULL */

	gint64 fed;           /* newest inbox id that the reader got */
	gboolean backlog;     /* new mails in the database behind `fed` */
	guint lists_pending;  /* directories that have not answered once: no turns before */
	GArray *leases;       /* of struct rn_lease_to_send */
	GArray *held;         /* leases that cannot be settled yet: see engine_settle.c */
	GArray *asks;         /* of struct rn_busy_ask: questions to calendars that are not answered */
	gint64 watched_us;    /* when the processes were looked at last, whether they speak */
	rn_time resent_until; /* uncertain mail was looked at with all mailboxes looked at until then */
	struct rn_control *control;
	guint64 turns, loose_cycles;
	int uncommitted;      /* turns since the last commit */
	gint64 waiting_since_us; /* a commit could have been then */
	rn_time progress_day;
	gboolean sweep;       /* behind the next commit: mails were dropped */
	gboolean erase;       /* as well: a person was forgotten, and could not be erased then */
};

/* Opens a transaction unless one is open. */
gboolean rn_engine_transact (rn_engine *engine, GError **error);

/* Of a simulation, where nothing is to be done before then: it is that instant now. */
void rn_engine_pass (rn_engine *engine, rn_time until);

struct rn_running_program *rn_engine_program (rn_engine *engine, const char *name);

/* engine_begin.c: reads the holidays of all sites, in place of what was read before. An error
 * names the file and where it was named, and changes nothing. */
gboolean rn_engine_load_holidays (rn_engine *engine, GError **error);

/* engine_hold.c: whether the store is a copy. A start makes it known, and later copies of what is none. */
gboolean rn_engine_look_at_hold (rn_engine *engine, GError **error);
gboolean rn_engine_begin_hold (rn_engine *engine, GError **error);

/* Instead of a cycle: commands are answered, and that is all. */
void rn_engine_stay_on_hold (rn_engine *engine);

/* engine_manager.c: when nothing else is to be done. */
void rn_engine_tell_manager (rn_engine *engine);

/* engine_frames.c: what the children send. */
void rn_engine_take_frame (rn_provider_client *provider, guint32 kind, GVariant *body, gpointer engine);

/* engine_settle.c: what became of a mail in the hands of a transport. */
gboolean rn_engine_settle (rn_engine *engine, gint64 row, const struct rn_delivery *delivery, rn_time at, GError **error);

/* What a lease left open, told by its progress file; NULL: the file is not to be trusted,
 * and all of it is uncertain. While another process has the file by that time of
 * g_get_monotonic_time (), the lease is held, and with it what else its connection would send. */
gboolean rn_engine_recover_lease (rn_engine *engine, gint64 lease, const char *progress, gint64 end_us, GError **error);

/* The oldest lease of a transport, and all of one whose process is gone. */
gboolean rn_engine_end_lease (rn_engine *engine, rn_provider_client *provider, GError **error);
gboolean rn_engine_end_leases (rn_engine *engine, rn_provider_client *provider, GError **error);

/* Settles those that were held and can be settled now. */
gboolean rn_engine_try_held (rn_engine *engine, GError **error);
GArray *rn_engine_held_new (void);

/* engine_watch.c: about once a second, ends the processes that have been silent for too long over what they have
 * in hand, and tries leases that are held. */
gboolean rn_engine_watch (rn_engine *engine, GError **error);

/* Ends a process that cannot go on, is silent for too long, or says what cannot be: why is told,
 * what it had in hand is settled, and it is started anew behind a back-off. */
gboolean rn_engine_end_process (rn_engine *engine, rn_provider_client *provider, const char *why, GError **error);

/* engine_rest.c: behind a cycle that left nothing to do. A simulation's clock jumps; else the engine is woken when
 * the next thing is due, or `once` is over. */
gboolean rn_engine_rest (rn_engine *engine, GError **error);

/* The next instant at which the engine itself has something to do; 0: never. */
gboolean rn_engine_next_due (rn_engine *engine, rn_time *next, GError **error);

/* Wakes the engine then, if nothing does sooner. */
void rn_engine_wake_in (rn_engine *engine, gint64 milliseconds);

/* engine_renamed.c: mail that waits for a transport of another configuration leaves by its program's. */
gboolean rn_engine_reroute (rn_engine *engine, GError **error);

/* A mailbox that has another title than at the last start, but is where it was, is the same one: what came to it
 * meanwhile is not older than its first look. */
gboolean rn_engine_rename_sources (rn_engine *engine, GError **error);

/* engine_turns.c: runs at most `max` turns; gives how many, -1 with an error that ends
 * the run. */
int rn_engine_run_turns (rn_engine *engine, int max, GError **error);

/* engine_busy.c: asks the calendars about the people that a turn wanted to know of; an event
 * (or 0) is put off until all have answered, or the time for it is over. */
gboolean rn_engine_ask_busy (rn_engine *engine, const rn_turn *turn, gint64 event, GError **error);

/* What a calendar answered. */
gboolean rn_engine_take_busy (rn_engine *engine, rn_provider_client *provider, GVariant *body, GError **error);

/* Its process died: nothing is known of those it was asked about. */
gboolean rn_engine_give_up_busy (rn_engine *engine, rn_provider_client *provider, GError **error);

/* engine_leases.c: whose progress file that is, wherever its folder was; NULL: of none that is configured. */
rn_provider_client *rn_engine_progress_of (rn_engine *engine, const char *progress);

/* Leases for transports that are free, and, after the commit, sends. */
gboolean rn_engine_may_send (const rn_engine *engine);

/* What it means that this mailbox was not looked at yet, for people; NULL when it was. */
char *rn_engine_awaits (const rn_engine *engine, const rn_provider_client *provider);
gboolean rn_engine_lease (rn_engine *engine, GError **error);

/* When its next mail is to leave; 0: none waits. */
gboolean rn_engine_mail_due (rn_engine *engine, rn_provider_client *provider, rn_time *due, GError **error);

gboolean rn_engine_resend_uncertain (rn_engine *engine, GError **error);
void rn_engine_send_leases (rn_engine *engine);
gboolean rn_engine_mark (rn_engine *engine, GError **error);

#endif
