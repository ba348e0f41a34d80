/* A person's desk: her calendar, what she has answered, her counts. */
#ifndef SIMULATED_DESK_H
#define SIMULATED_DESK_H

#include "invitation.h"
#include "person.h"

enum entry_state { ENTRY_OPEN, ENTRY_ACCEPTED, ENTRY_DECLINED, ENTRY_COUNTERED };

/* An event in her calendar. */
struct entry {
	char *uid;
	int sequence;
	rn_time start, end;
	enum entry_state state;
	gboolean cancelled;
	gboolean held;      /* she met the other */
	rn_time proposed;   /* the start that she proposed last */
	guint proposals;
	int doubted;        /* sequence that she will decline after all, or -1 */
};

struct desk {
	struct person *person;
	GPtrArray *entries;    /* of struct entry, in the order of arrival */
	GHashTable *answered;  /* address of an answer -> rn_time * of the last one */
	GHashTable *told_away; /* sender -> rn_time * of the last out-of-office answer */
	char *plain;           /* what she answered last, in the plainest words; NULL: nothing worth repeating */
	guint received, sent, bounced;
};

struct desk *desk_new (struct person *person);
void desk_free (struct desk *desk);

/* The entry of that UID, or NULL. */
struct entry *desk_find (struct desk *desk, const char *uid);
struct entry *desk_add (struct desk *desk, const char *uid);

/* Whether she has something else accepted in that time. */
gboolean desk_is_busy (const struct desk *desk, const struct entry *besides, rn_time start, rn_time end);

/* The newest entry that was over at that time, and not for long; or NULL. */
struct entry *desk_last_meeting (struct desk *desk, rn_time now);

/* What she would say if nobody had understood her. */
void desk_remember (struct desk *desk, const char *plain);

/* Whether she meets somebody these weeks. */
gboolean desk_is_meeting (const struct desk *desk, rn_time now);

/* Notes the time at a key of one of the two tables; gives the time that stood there
 * before, or 0. */
rn_time desk_note (GHashTable *table, const char *key, rn_time at);
rn_time desk_noted (GHashTable *table, const char *key);

#endif
