/* A person of the directory. */
#ifndef RN_PROGRAM_PERSON_H
#define RN_PROGRAM_PERSON_H

#include "kind.h"

enum rn_person_state { RN_PERSON_PRESENT, RN_PERSON_LEFT };

typedef struct rn_person {
	struct rn_record record;
	char *key;            /* id in the directory: stable over changes of name and address */
	char *name, *address; /* address in lower case */
	GStrv aliases;
	char *role, *unit, *site;
	gint64 level;
	char *manager;        /* key of another person */
	char *zone, *hours, *language;
	GStrv skills, wishes;
	char *traditional_mentor; /* key of another person */
	char *calendar;       /* where it is published, or "" */
	int state;
	rn_time absent_until; /* from the directory or learned from an automatic reply */
	rn_time ask_again;    /* "ask me again": nothing unasked before; RN_NEVER after STOP */
	gboolean unreachable; /* mail came back for good */
	rn_time first_mail;   /* when the first mail, with the privacy notice, was written; 0: not yet */
} rn_person;
RN_RECORD_TYPE (rn_person, rn_person)

/* The name by which a mail greets her. Free with g_free. */
char *rn_person_first_name (const rn_person *person);

/* Whether all that is left of her is her number, for what she was part of. */
gboolean rn_person_is_forgotten (const rn_person *person);

/* As a mail names her to others: "" when she was forgotten, for which a template has words of its own. */
const char *rn_person_name_for_others (const rn_person *person);

/* Which of these two she is not; 0 when she is neither. */
static inline gint64
rn_person_other (gint64 person, gint64 one, gint64 two)
{
	return person == one ? two : person == two ? one : 0;
}

/* Whether she may be asked something now that she did not ask for. */
gboolean rn_person_may_be_asked (const rn_person *person, rn_time now);

#endif
