/* What the files of the simulated company share, and no one else. */
#ifndef SIMULATED_COMPANY_PARTS_H
#define SIMULATED_COMPANY_PARTS_H

#include "archive.h"
#include "chance.h"
#include "company.h"
#include "gathering.h"
#include "letter.h"
#include "mind.h"

enum event_kind { EVENT_READ, EVENT_MEETING, EVENT_ROBOT, EVENT_QUESTION, EVENT_NOTHING };

/* A mail that nobody has opened. */
struct post {
	gint64 row;    /* at the host */
	GBytes *bytes; /* NULL while it is not composed */
	char *sender;
	rn_time arrived;
};

struct event {
	rn_time at;
	guint64 number;
	enum event_kind kind;
	struct desk *desk;       /* who reads, or whose robot writes */
	struct letter *letter;   /* READ, or NULL while it is not opened */
	struct matter matter;    /* READ: what it is about */
	struct post post;        /* READ: until then */
	struct meeting *meeting; /* MEETING */
	GString *mail;           /* ROBOT */
	gboolean from_nobody;    /* ROBOT: a bounce, with the null sender */
};

struct company {
	guint chaos;
	char *program;          /* its address */
	GPtrArray *people;      /* of struct person */
	GPtrArray *desks;       /* of struct desk, the same order */
	GHashTable *addresses;  /* address, lower case -> struct desk */
	struct gatherings gatherings;
	GSequence *events;
	guint64 last_event;
	const struct rn_host *host; /* of the mails to come */
	GQueue unfiled;         /* of struct filing of company_post.c */
	GQueue unopened;        /* of struct event, as their letters came */
	struct mailroom mailroom;
	rn_time now;
	struct chance chance;   /* of what is nobody's own: queue ids */
	struct archive *archive;
};

/* company_life.c: something will happen. Gives the event, which the company owns. */
struct event *company_plan (struct company *company, struct event event);
void company_free_event (gpointer event);

/* Everything that happens before then. */
void company_live (struct company *company, rn_time end);

/* company_post.c: a mail leaves a desk, or the mail system itself (a bounce). */
void company_send (struct company *company, struct desk *desk, gboolean from_nobody, const char *recipient, const GString *text);

/* Opens the next letter in the order of their arrival, or all: the archive keeps the latest state of a
 * calendar object. FALSE when there is none. */
gboolean company_open_next (struct company *company);
void company_open_all (struct company *company);

/* Frees what was not opened. */
void company_post_clear (struct company *company);

#endif
