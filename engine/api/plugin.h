/* All that a plugin sees of Rotnem. A plugin is a shared object that exports one
 * constant, `rn_plugin`; loading it runs no code of its own. Each provider runs in
 * a child process of its own (the plugin host), so blocking calls are fine and a
 * crash costs one process. Everything a provider may ask of the world comes as a
 * table of functions, `struct rn_host`, so that it runs against a fake host in a
 * unit test. See doc/writing-a-plugin.md. */
#ifndef RN_API_PLUGIN_H
#define RN_API_PLUGIN_H

#include <glib.h>

#include "error.h"
#include "instant.h"

#define RN_PLUGIN_ABI 1
#define RN_EXPORT __attribute__ ((visibility ("default")))

enum rn_provides {
	RN_NOTHING = 0, /* ends a list of providers */
	RN_SOURCE,      /* brings mail in */
	RN_TRANSPORT,   /* sends mail out */
	RN_DIRECTORY,   /* knows the people of the company */
	RN_CALENDAR,    /* knows when people are busy */
	RN_PROVIDES_END
};

/* ---- Settings ---------------------------------------------------------- */

enum rn_option_type {
	RN_OPTION_TEXT,
	RN_OPTION_NUMBER,   /* whole number, decimal */
	RN_OPTION_FLAG,     /* yes or no */
	RN_OPTION_DURATION, /* "20 seconds", "5 minutes", "2 hours": handed over in seconds */
	RN_OPTION_PATH,     /* relative to the folder of the configuration file */
	RN_OPTION_SECRET,   /* a text; may be given as NAME_file or NAME_command instead; never shown */
};

/* One setting. A list ends with a row whose name is NULL. */
struct rn_option {
	const char *name;
	enum rn_option_type type;
	const char *initial; /* as written in a configuration; NULL: must be given; "": empty */
	const char *help;    /* one sentence for people */
};

/* ---- The host: what a provider may ask for ----------------------------- */

enum rn_severity { RN_SEVERITY_DEBUG, RN_SEVERITY_INFO, RN_SEVERITY_WARNING, RN_SEVERITY_ERROR };

/* A mail as it came in. Memory belongs to the caller. */
struct rn_raw_mail {
	guint32 validity;      /* UIDVALIDITY (RFC 9051, 2.3.1.1); 0 where there is none */
	guint64 uid;           /* position in the source, strictly rising within one validity */
	rn_time received;      /* INTERNALDATE or the like */
	const guint8 *bytes;   /* RFC 5322, any line ends */
	gsize size;
};

/* The end of one attempt to hand a mail to one recipient. */
enum rn_verdict {
	RN_VERDICT_SENT,      /* the next server has taken responsibility */
	RN_VERDICT_REFUSED,   /* permanent: 5yz */
	RN_VERDICT_LATER,     /* temporary: 4yz, or nothing had left yet; 5yz: we are refused, and no mail is given up for it */
	RN_VERDICT_UNCERTAIN, /* the connection died after the final dot, before the answer */
};

struct rn_delivery {
	enum rn_verdict verdict;
	int code;          /* SMTP reply code, 0 where there is none */
	char status[16];   /* enhanced status code "5.1.1" (RFC 3463) or "" */
	char text[256];    /* one line of the server's words or "" */
};

/* A mail to send: composed bytes with CR LF line ends and one recipient, which live until `sent` is called
 * for it. A transport that has `rest` gets no bytes and asks for them by `compose` of the host. */
struct rn_outgoing {
	gint64 row;            /* names it in the calls below */
	const char *sender;    /* envelope sender (RFC 5321 reverse-path) without <> */
	const char *recipient; /* envelope recipient without <> */
	const guint8 *bytes;
	gsize size;
};

/* One person of the directory. NULL or 0 where unknown. Lists end with NULL. */
struct rn_directory_person {
	const char *id;        /* stable over changes of name and address */
	const char *name;
	const char *address;
	const char *const *aliases;
	const char *role;
	int level;
	const char *unit;
	const char *manager;   /* id of another person */
	const char *site;
	const char *zone;      /* IANA name: "Europe/Berlin" */
	const char *hours;     /* "Mon-Fri 09:00-17:30" */
	const char *language;  /* BCP 47 primary: "de" */
	const char *const *skills;
	const char *const *wishes;
	const char *traditional_mentor; /* id of another person */
	rn_time absent_until;
	const char *calendar;  /* where her calendar is published: https://…, file:///… */
};

/* Whose busy times are asked for, and for which time: from `from` up to, not including,
 * `until`. Texts are "" where unknown. */
struct rn_busy_question {
	const char *id;        /* in the directory */
	const char *name, *address;
	const char *calendar;  /* as the directory has it */
	rn_time from, until;
};

/* Members may be added at the end; `size` tells how many there are. */
struct rn_host {
	gsize size;

	/* Settings of this provider, checked against its rows. The text lives as long
	 * as the host. A name that is not in the rows is a bug and ends the process. */
	const char *(*text) (const struct rn_host *host, const char *name);
	gint64 (*number) (const struct rn_host *host, const char *name);
	gboolean (*flag) (const struct rn_host *host, const char *name);

	/* The time, real or simulated. */
	rn_time (*now) (const struct rn_host *host);

	/* 64 random bits; in a simulation they follow from its seed. */
	guint64 (*random) (const struct rn_host *host);

	/* One line for the operator, without line end. */
	void (*log) (const struct rn_host *host, enum rn_severity severity, const char *line);

	/* Source: hand over one mail. TRUE once the engine may take it; FALSE with an
	 * error means: stop polling. The mail is durable when `confirmed` says so. */
	gboolean (*deliver) (const struct rn_host *host, const struct rn_raw_mail *mail, GError **error);

	/* Source: everything up to here was looked at, though nothing may have come
	 * of it: where the next poll starts, even after a restart. */
	void (*advance) (const struct rn_host *host, guint32 validity, guint64 uid);

	/* Transport: the bytes of this mail are about to leave. Must be called before
	 * MAIL, or before DATA where several mails are pipelined. */
	void (*sending) (const struct rn_host *host, gint64 row);

	/* Transport: the final word on this mail, right after the server's reply. */
	void (*sent) (const struct rn_host *host, gint64 row, const struct rn_delivery *delivery);

	/* Directory: one person; one bad row, with its place (column counted from 1, 0
	 * when the whole line is meant). */
	void (*person) (const struct rn_host *host, const struct rn_directory_person *person);
	void (*bad_row) (const struct rn_host *host, const char *file, guint line, guint column, const char *why);

	gpointer private; /* the host's own */

	/* Calendar: one whole calendar of the person asked for, as it was published: one or
	 * more VCALENDARs with VFREEBUSY components or events. The host reads it, with times
	 * that have no zone in the person's. Called once for each calendar she has: busy is
	 * what is busy in any, known what is known by all. FALSE with a DATA error when it
	 * is no calendar or too large. */
	gboolean (*calendar) (const struct rn_host *host, const char *text, gsize size, GError **error);

	/* Source: to be called now and then within a long poll, when nothing is under way on
	 * the wire. What the engine wants marked meanwhile is marked: `mark` is called from
	 * within, and may leave the connection lost. */
	void (*attend) (const struct rn_host *host);

	/* Transport with `rest`: the bytes of this mail. They live until `sent` is told of it. NULL: it
	 * cannot be composed, and that is told already. */
	const guint8 *(*compose) (const struct rn_host *host, gint64 row, gsize *size);

	/* Transport with `rest`: whether a calendar object is in this mail. */
	gboolean (*has_calendar) (const struct rn_host *host, gint64 row);

	/* The provider lives, though it has nothing to tell yet: to be called every RN_ALIVE_SECONDS within
	 * an operation that goes on for minutes, such as a large mail on a slow line, while that is sure to
	 * come to an end. A process that is silent for longer than the site's setting `silence` while it
	 * has work in hand is killed. */
	void (*alive) (const struct rn_host *host);

	/* Transport: whether the engine ends and waits for us. Begin no other mail then: `send` gives TRUE
	 * when those that were begun are answered for, and the rest leaves another time. It waits ten
	 * seconds. */
	gboolean (*ends) (const struct rn_host *host);
};

/* ---- Kinds of providers ------------------------------------------------- */

/* Where the last poll ended. validity 0 and uid 0: nothing was ever polled, so the
 * provider starts behind what is there now (with `since` ≠ 0: behind what was
 * received before `since`) and calls `advance`. */
struct rn_cursor {
	guint32 validity;
	guint64 uid;
	rn_time since;
};

enum rn_mark {
	RN_MARK_HANDLED, /* applied or ignored */
	RN_MARK_HELD,    /* a person must look */
};

/* An inclusive range of positions. */
struct rn_uid_range {
	guint64 first, last;
};

struct rn_source_ops {
	/* Delivers every mail behind the cursor, in rising order. A new UIDVALIDITY
	 * is the provider's to notice: it starts behind the newest mail that it can
	 * prove was handled, else delivers all received since the last one seen; the
	 * engine drops what it has by Message-ID. FALSE with RETRY: try again later. */
	gboolean (*poll) (gpointer self, const struct rn_cursor *cursor, GError **error);

	/* Waits until there may be new mail, `wake_fd` is readable, or `seconds` have
	 * passed; TRUE in all three cases. NULL: the host sleeps instead. */
	gboolean (*wait) (gpointer self, int wake_fd, int seconds, GError **error);

	/* Marks mails on the server so that a person sees what became of them. Must
	 * be harmless when repeated. NULL: nothing to mark. */
	gboolean (*mark) (gpointer self, guint32 validity, const struct rn_uid_range *ranges, gsize n_ranges,
	                  enum rn_mark mark, GError **error);

	/* Simulation only: lets time pass until mail has come or, if none does, up to
	 * `until`; gives the instant, which is the host's `now` from then on. What would
	 * happen at `until` itself has not happened. NULL in sources of the real world. */
	rn_time (*pass) (gpointer self, rn_time until);

	/* Tries connection, login and mailbox, and leaves all as it is: an engine may be
	 * at work on it. NULL: what `open` finds is all. */
	gboolean (*probe) (gpointer self, GError **error);

	/* Names of the settings that say, taken together, which mailbox it is; ends with NULL. Two
	 * blocks that agree in all of them would handle the same mail, and are refused. NULL: any
	 * two are taken for different ones. */
	const char *const *identity;
};

struct rn_transport_ops {
	/* Sends the mails in order. For each one `sending` and `sent` of the host are
	 * called. FALSE ends the connection: mails without a `sent` are LATER, or
	 * UNCERTAIN when their `sending` was called. */
	gboolean (*send) (gpointer self, const struct rn_outgoing *mails, gsize n_mails, GError **error);

	/* Tries the connection and login without sending. NULL: always fine. */
	gboolean (*probe) (gpointer self, GError **error);

	/* Simulation only: does a little of what `send` put off; FALSE when nothing is left. Called
	 * while the engine asks for nothing. `send` may leave mails that are answered for in here; the
	 * next ones come when all are. NULL in transports of the real world. */
	gboolean (*rest) (gpointer self);
};

struct rn_directory_ops {
	/* Calls `person` for each person and `bad_row` for each bad row. FALSE when
	 * the whole could not be read. */
	gboolean (*list) (gpointer self, GError **error);
};

struct rn_calendar_ops {
	/* Hands over every calendar of the person by `calendar` of the host; when a server
	 * says that she has nothing in that time, an empty one ("BEGIN:VCALENDAR\r\n
	 * END:VCALENDAR\r\n"). TRUE without any, and FALSE: nothing is known of her, and
	 * unknown is never taken for free. RETRY and CONFIG: the server is not to be had,
	 * nobody is asked for a while; DATA and REFUSED: it is this person's calendar alone.
	 * Must come to an end within RN_BUSY_SECONDS, or the process is killed. */
	gboolean (*busy) (gpointer self, const struct rn_busy_question *question, GError **error);

	/* Tries connection and login. NULL: always fine. */
	gboolean (*probe) (gpointer self, GError **error);
};

#define RN_ALIVE_SECONDS 5 /* half of the shortest silence that a site may set */

#define RN_BUSY_SECONDS 30 /* for one person; Exchange takes 2 for a year */

struct rn_provider {
	enum rn_provides provides;
	const char *name;    /* how a configuration calls it */
	const struct rn_option *options; /* NULL: none */

	/* Gives the provider's own state, handed to every call below, or NULL with an
	 * error (CONFIG, RETRY). Connecting may wait until the first call. */
	gpointer (*open) (const struct rn_host *host, GError **error);
	void (*close) (gpointer self); /* takes NULL */

	gsize ops_size; /* sizeof the ops: what an older plugin lacks reads as NULL */
	union {
		const void *any;
		const struct rn_source_ops *source;
		const struct rn_transport_ops *transport;
		const struct rn_directory_ops *directory;
		const struct rn_calendar_ops *calendar;
	} ops;

	/* Providers of one plugin that name the same company share one process; set by
	 * the simulation, whose mail and people are one world. */
	gboolean together;
};

struct rn_plugin {
	guint32 abi; /* RN_PLUGIN_ABI, first for ever */
	const char *name, *version, *summary;
	const struct rn_provider *provides; /* ends with RN_NOTHING */
};

#endif
