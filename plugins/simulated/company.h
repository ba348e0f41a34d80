/* The simulated company as one world: people at their desks, the mail between them
 * and the program, and what really happens at the meetings. Time is handed in; all
 * is ordered by (virtual time, event number). */
#ifndef SIMULATED_COMPANY_H
#define SIMULATED_COMPANY_H

#include "mailroom.h"
#include "plugin.h"

struct company_settings {
	guint people;
	guint64 seed;
	rn_time start;
	guint days;
	const char *program_address, *coordinator, *out;
	guint chaos; /* percentage of odd answers */
};

struct company;

/* CONFIG errors for settings that make no company. */
struct company *company_new (const struct company_settings *settings, GError **error);
void company_free (struct company *company);

/* Lets the people live until somebody writes to the program, or else up to that instant,
 * where they stop short of what happens at it. Gives the instant they came to. */
rn_time company_pass (struct company *company, rn_time until);

/* A mail from the program reaches a mailbox, or does not. The host is told at once, or when it rests. */
void company_deliver (struct company *company, const struct rn_host *host, const struct rn_outgoing *mail);

/* Has all mails composed that reached a mailbox, or opens the next letter that lies unopened;
 * FALSE when there is neither. Nothing depends on when that is done. */
gboolean company_rest (struct company *company);

/* Where mail to the program waits. */
struct mailroom *company_mailroom (struct company *company);

/* Everybody listed at that instant. */
void company_list (struct company *company, rn_time now, const struct rn_host *host);

/* Writes the folder. */
gboolean company_flush (struct company *company, GError **error);

#endif
