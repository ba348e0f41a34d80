/* Questions to people: company-wide mails, forms, their answers, and tasks. */
#ifndef RN_PROGRAM_QUESTION_H
#define RN_PROGRAM_QUESTION_H

#include "kind.h"

enum rn_campaign_state { RN_CAMPAIGN_RUNNING, RN_CAMPAIGN_PAUSED, RN_CAMPAIGN_DONE, RN_CAMPAIGN_STOPPED };

/* A mail to many, each with an own way to answer. It is done when all are mailed or skipped
 * and none of its mails waits to leave. */
typedef struct rn_campaign {
	struct rn_record record;
	char *program;
	char *template, *form;
	GStrv topics; /* refs, mailed as numbered lines */
	int state;
	gint64 wave;  /* people per hour; 0: all at once */
	rn_time begun;
} rn_campaign;
RN_RECORD_TYPE (rn_campaign, rn_campaign)

enum rn_recipient_state { RN_RECIPIENT_WAITING, RN_RECIPIENT_ASKED, RN_RECIPIENT_SKIPPED };

/* One person of a campaign. */
typedef struct rn_recipient {
	struct rn_record record;
	gint64 campaign, person;
	int state;
	gint64 mail; /* its row in the outbox, or 0 */
} rn_recipient;
RN_RECORD_TYPE (rn_recipient, rn_recipient)

enum rn_ask_state { RN_ASK_OPEN, RN_ASK_REMINDED, RN_ASK_PARTIAL, RN_ASK_ANSWERED, RN_ASK_EXPIRED };

/* One question to one person: what the token of a mail leads to. */
typedef struct rn_ask {
	struct rn_record record;
	char *program;
	gint64 person;
	char *form;    /* its form, or its template when it has no form */
	char *about;   /* ref, or "" */
	GStrv topics;  /* refs, in the order of the numbered lines */
	int state;
	gboolean sealed;
	gint64 twin;   /* the other person's ask of a sealed exchange, or 0 */
	rn_time asked, deadline;
} rn_ask;
RN_RECORD_TYPE (rn_ask, rn_ask)

gboolean rn_ask_is_open (const rn_ask *ask);

/* One answered question of a form. Author and pair lanes are sealed at rest. */
typedef struct rn_reply_value {
	struct rn_record record;
	char *program;
	gint64 ask, person;    /* of a sum's answer of somebody who was forgotten: 0, and a number below 0 that is nobody's */
	char *form, *question; /* names */
	gint64 lane;           /* of enum rn_lane */
	char *value;           /* sealed text for private lanes */
	rn_time at;
} rn_reply_value;
RN_RECORD_TYPE (rn_reply_value, rn_reply_value)

enum rn_task_state { RN_TASK_OPEN, RN_TASK_REMINDED, RN_TASK_ESCALATED, RN_TASK_DONE };

/* Something that a named person has to do. */
typedef struct rn_task {
	struct rn_record record;
	char *program;
	char *to;       /* address */
	char *template;
	char *about;    /* ref, or "" */
	char *cause;    /* word (causes.h); "" in what was made before there were any */
	GStrv facts;    /* of the cause: "person=Mia Meier" … */
	char *what;     /* the cause as one sentence, in English */
	char *details;
	int state;
	gboolean fallback; /* made by the engine because a pairing had no next act */
	rn_time made, due;
	rn_time escalated; /* when the sponsor was told; 0: not yet */
} rn_task;
RN_RECORD_TYPE (rn_task, rn_task)

#endif
