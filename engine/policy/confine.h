/* The second wall around a policy: what the process may take when its script has been
 * read. The sandbox already keeps Lua away from all of it. */
#ifndef RN_POLICY_CONFINE_H
#define RN_POLICY_CONFINE_H

/* No new privileges, no core, no longer file, no process, a limit on memory. */
void rn_confine (void);

/* The process is killed when it computes for more than `seconds` from now on. */
void rn_confine_cpu (int seconds);

#endif
