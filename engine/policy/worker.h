/* The policy worker: a child process that runs one program's Lua. The engine sends
 * frames of rn_frames_to_policy and gets those of rn_frames_from_policy.
 *
 * LOAD (path of the policy, folder of scripts, settings)
 *   settings: a{sv} of name → text, as the site's configuration has them. Answered by
 *   READY or FAILED. Comes once, first.
 *
 * READY a{sv}
 *   name      s       like "reverse-mentoring"
 *   title     s       for people
 *   api       x       1
 *   charter   a{sv}   purpose, need, measure, ends ("2027-12-31"), all s
 *   roles     a{ss}   role → what it is
 *   settings  aa{sv}  of name, type (duration, number, flag, text, pace), value as in
 *                     force, help; all s, sorted by name
 *   events    as      names that the program listens to, sorted
 *   every     aa{sv}  of period s ("quarter"), seconds x, index x (from 1)
 *   scores    b       whether it scores candidates
 *   version   s       SHA-256 of all Lua that was loaded, in hexadecimal
 *
 * EVENT name, now, seed of chance, fields
 *   name: one of rn_events, or "answer:FORM"; fields a bundle, a table as there, with records as
 *   values.h describes. "every" carries `period` and `index` of READY's list. Answered
 *   by DONE or FAILED, after any number of QUERY, each of which waits for its RESULT.
 *
 * QUERY (name, filter, most)   a query of rn_queries; filter as fields.h describes; at most so
 *                          many records, 0: all
 * RESULT                   a bundle: the list of records
 *
 * DONE (effects, notes)
 *   effects in the order they were called: name, line of the policy, fields as fields.h
 *   describes. The record that the N-th creating effect (from 1; rn_effects say which
 *   give one) makes is "new:N" in those that follow.
 * FAILED s                 "reverse-mentoring/reverse_mentoring.lua:40: …": nothing of
 *                          this event counts; the worker is ready for the next
 *
 * SCORE                    a bundle: a list of candidates, tables of records mentor, leader, topic
 * SCORES ad                a score each, rounded to 1e-6; NaN for nil: never
 *
 * A handler that does not end is told to, so that it fails at the line it is in. A worker
 * that does not answer then is killed by the engine; a limit on CPU time does it
 * when nobody else can. */
#ifndef RN_POLICY_WORKER_H
#define RN_POLICY_WORKER_H

#include <signal.h>
#include <sys/types.h>

#include "channel.h"

#define RN_POLICY_DEADLINE_MS 900 /* for the engine: an event's answer, without the wait for results */

#define RN_POLICY_GRACE_MS 200    /* to say at which line the handler was, on a busy machine too */
#define RN_POLICY_TOLD_MS 20      /* so often it is told again */
#define RN_POLICY_STOP SIGUSR1    /* fails the handler that runs; the second time, one of Lua's functions: see halt.h */

/* The next frame of a worker; at the deadline its handler is told to stop, more than once, and what it says in
 * time is given; behind the FAILED of a second time the process ends. NOTHING: it goes on. */
enum rn_received rn_policy_await (rn_channel *channel, pid_t worker, gint64 deadline_us, guint32 *kind, GVariant **body);

/* Serves until the engine closes the socket: 0, or 1 when it broke the protocol. */
int rn_policy_worker (int fd);

#endif
