/* A turn: one event in, and everything that follows from it in one transaction. The
 * files of this folder are the engine's own rules about people, offers, meetings and
 * questions; a policy decides what comes after. */
#ifndef RN_TURN_TURN_H
#define RN_TURN_TURN_H

#include "db.h"
#include "events.h"
#include "kind.h"
#include "library.h"
#include "person.h"

/* What is the same for every program of the site. */
struct rn_site {
	const char *redirect_all_to; /* "" in earnest */
	gboolean token_in_message_id;
	guint8 key[32];              /* makes tokens, seals private answers */
	char *life;                  /* makes tokens others than those before a backup was released, see hold.h */
	rn_library *library;
	GPtrArray *program_names;    /* of char *: what concerns people concerns every program */
	struct rn_almanac *almanac;  /* holidays, or NULL */
	guint n_calendars;           /* servers that know when people are busy */
};

/* A program as its policy declared it and its site configured it. */
typedef struct rn_program {
	char *name, *title, *address, *display_name, *coordinator, *sponsor, *transport;
	GStrv deputies;          /* addresses, or NULL */
	char *language;          /* of people of whom the directory does not tell it */
	char *version;           /* of the policy: hash of its sources */
	char *source;            /* title of the source its mail comes in by */
	GHashTable *settings;    /* name -> text */
	GHashTable *listens;     /* names of events that the policy listens to */
	char *pace;              /* how far apart meetings are, as its setting tells it; "" when it has none */
	GVariant *charter;       /* a{sv}: purpose, need, measure, ends, as texts */
} rn_program;

rn_program *rn_program_new (void);
void rn_program_free (rn_program *program);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_program, rn_program_free)

/* Scores `n` candidate edges, a bundle with a list of tables, by the policy: one double each,
 * NaN for "never". */
typedef gboolean (*rn_scorer) (gpointer data, const GByteArray *edges, guint n, GArray *scores, GError **error);

typedef struct rn_turn {
	rn_db *db;
	rn_time now;
	struct rn_site *site;
	const rn_program *program;
	gint64 journal;      /* cause of everything that is written */
	const char *event;   /* its name; the caller's */
	gint64 inbox;        /* the mail that is handled, or 0 */
	const char *reply_to_message; /* its Message-ID, for In-Reply-To of answers, or "" */
	const char *answers; /* the Message-ID that it answers, or NULL */
	gboolean wants_no_answer; /* a program sent that mail (RFC 3834): its words count, nothing answers them */
	GString *reasons;    /* lines for `why` */
	GPtrArray *about;    /* refs it was about */
	GHashTable *touched; /* the same as a set: a campaign may be to everybody */
	guint mails;         /* written so far */
	GArray *wanted;      /* of gint64: people whose calendars were not asked lately; see diary.h */
	GArray *retried;     /* of gint64: held mails that are to be read anew behind the turn, or NULL */
	GPtrArray *made;     /* refs of records that effects created: "new:1" is the first */
	rn_scorer score;
	gpointer score_data;

	/* What the policy is to be told, or NULL: an event of the vocabulary. */
	char *policy_event;
	GByteArray *policy_fields; /* a bundle: the table of its fields */
} rn_turn;

/* Begins; `event` names its entry in the journal, and lives until the turn has ended. */
gboolean rn_turn_begin (rn_turn *turn, const char *event, GError **error);

/* Ends it in the journal with that outcome: applied, ignored, held, error. */
gboolean rn_turn_end (rn_turn *turn, const char *outcome, GError **error);

/* Frees what the turn holds; the structure is the caller's. */
void rn_turn_clear (rn_turn *turn);

/* One more reason, a whole clause: "both said yes". */
void rn_turn_note (rn_turn *turn, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The turn is about this record as well. */
void rn_turn_touch (rn_turn *turn, gconstpointer record);
void rn_turn_touch_ref (rn_turn *turn, const char *ref);

/* Schedules an event about a record: now for what the policy is told next, later for
 * reminders and deadlines. Names of the vocabulary reach the policy; fields are added
 * by name when it is told (see telling.h). */
gboolean rn_turn_raise (rn_turn *turn, rn_time due, const char *name, gconstpointer record, GVariant *fields, GError **error);

/* The instant behind `from` by a setting of the program, else by `initial`; a setting
 * named "" means that `initial` was given by name. Working days are those of the person, or
 * of nobody in particular: Monday to Friday. */
rn_time rn_turn_after (rn_turn *turn, const char *setting, const char *initial, rn_time from, const rn_person *person);

/* Ids that nobody can guess, from the site's key: equal in equal simulations. Lower
 * case letters and digits, 100 bits. */
char *rn_turn_token (rn_turn *turn, const char *purpose, gint64 id);

#endif
