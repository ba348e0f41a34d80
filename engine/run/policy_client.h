/* The engine's side of a policy worker: one program, asked one event at a time, killed
 * when it does not answer in time. */
#ifndef RN_RUN_POLICY_CLIENT_H
#define RN_RUN_POLICY_CLIENT_H

#include "child.h"
#include "site_config.h"
#include "turn.h"

typedef struct rn_policy {
	const rn_program_config *config;
	char *path, *scripts_dir;  /* of the policy file; the folder that messages are relative to */
	char *script;              /* "reverse-mentoring/reverse_mentoring.lua" */
	rn_child *child;           /* NULL while it is not running */
	rn_program *program;       /* as declared; stays when the worker is started anew */
	GVariant *periods;         /* aa{sv}, see worker.h */
	gboolean scores;
	const char *event;         /* that it handles now, or NULL */
	gboolean died;             /* while it was asked */
	gboolean absent;           /* it could not be started, or not load the script */
	guint64 events;            /* asked so far: seeds chance */
} rn_policy;

/* Finds the program's script and starts the worker, which loads it meanwhile. */
rn_policy *rn_policy_new (const rn_program_config *config, const char *scripts_dir, GError **error);

/* Waits until it is loaded; to be called once, before anything else is asked. CONFIG errors carry
 * the script's file and line. */
gboolean rn_policy_loaded (rn_policy *policy, GError **error);
void rn_policy_free (rn_policy *policy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_policy, rn_policy_free)

/* Asks the policy about turn->policy_event and carries out what it returns. A worker that
 * dies is started anew and asked once more. Any error means that nothing of it counts; with
 * `absent` the policy was not asked at all. */
gboolean rn_policy_call (rn_policy *policy, rn_turn *turn, GError **error);

/* For rn_turn.score; `data` is the policy. */
gboolean rn_policy_score (gpointer data, const GByteArray *edges, guint n, GArray *scores, GError **error);

#endif
