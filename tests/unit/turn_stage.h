/* A stage for the rules of engine/turn: a database of its own, the real templates, a
 * leader with a topic and a mentor who volunteered for it, and a clock that moves only
 * when it is told to. One stage a test; Check forks for each. */
#ifndef RN_TESTS_TURN_STAGE_H
#define RN_TESTS_TURN_STAGE_H

#include "asks.h"
#include "campaigns.h"
#include "error.h"
#include "incoming.h"
#include "letter.h"
#include "meetings.h"
#include "offers.h"
#include "people.h"
#include "records.h"
#include "tasks.h"
#include "unit.h"

#define STAGE_MONDAY ((rn_time) 1772442000) /* 2026-03-02T09:00:00Z: ten in the morning in Berlin */
#define STAGE_PROGRAM "mentoring@company.example"
#define STAGE_COORDINATOR "hr@company.example"
#define STAGE_SPONSOR "board@company.example"

struct stage {
	char *dir, *path;    /* of the database */
	rn_db *db;
	struct rn_site site;
	rn_program *program;
	rn_turn turn;        /* the one that is open */
	rn_time now;
	GPtrArray *told;     /* of char *: events that the policy would have been told */
	GVariant *fields;    /* of the last of these, or NULL */
	char *reasons;       /* of the last turn */
	char *about;         /* ref that the last mail is kept under */
};
extern struct stage stage;

/* Sets the stage: "mia" would teach, "leo" owns topic 1, "ida" looks on. */
void stage_open (void);
void stage_close (void);

/* Opens and ends a turn. */
rn_turn *stage_begin (void);
void stage_end (void);

/* One turn that does this; the expression uses `turn` and `&error`. */
#define STEP(expression)                                             \
	do {                                                         \
		g_autoptr (GError) error = NULL;                     \
		rn_turn *turn = stage_begin ();                      \
		gboolean fine_ = (expression);                       \
		stage_end ();                                        \
		rn_assert_no_error (error);                          \
		ck_assert_msg (fine_, "%s fails", #expression);      \
	} while (0)

/* One turn that must fail so, or in this way; nothing of it stays. */
#define STEP_FAILS(code, expression)                                                              \
	do {                                                                                      \
		g_autoptr (GError) error = NULL;                                                  \
		ck_assert (rn_db_begin (stage.db, NULL));                                         \
		rn_turn *turn = stage_begin ();                                                   \
		gboolean fine_ = (expression);                                                    \
		stage_end ();                                                                     \
		rn_db_rollback (stage.db);                                                        \
		ck_assert_msg (!fine_ && g_error_matches (error, RN_ERROR, (int) (code)), "%s: %s", #expression, \
		               error != NULL ? error->message : "no error");                      \
	} while (0)

/* The clock goes to that time at once, and what is due then fires. */
void stage_jump (rn_time to);

/* The clock goes from event to event until that time. */
void stage_walk (rn_time to);

/* How often the policy was told this. */
guint stage_told (const char *event);

/* A fresh copy of a person, and a new one of that key. */
rn_person *stage_person (const char *key);
rn_person *stage_add_person (const char *key, const char *role);

/* A fresh copy of a record. */
gpointer stage_load (const struct rn_kind *kind, gint64 id);

/* mia and leo are asked; … and both say yes; … and get a first meeting. Each first does
 * what comes before it. */
void stage_offer (void);
void stage_pair (void);
void stage_meet (void);

/* The number or text that a query gives. */
gint64 stage_number (const char *format, ...) G_GNUC_PRINTF (1, 2);
char *stage_text (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* How many mails of that template were written to her ("" for the coordinator). */
gint64 stage_mails (const char *key, const char *template);

/* The letter in a column of the row, and the fields of its template as a dictionary. */
rn_letter *stage_letter (rn_rows *rows, int column);
GVariant *stage_fields (const rn_letter *letter);

/* A reply of that person to the newest mail of that template to `asked`. */
rn_reading *stage_reading (const char *from, const char *asked, const char *template);

/* A calendar answer to the same. */
struct rn_calendar *stage_calendar (rn_reading *reading, const char *method, const char *partstat);

/* Takes the reading; it is freed. */
struct rn_ending stage_take (rn_reading *reading);

/* She answers her newest mail of that template with one word. */
struct rn_ending stage_says (const char *key, const char *template, enum rn_intent intent);

#define assert_ending(ending, wanted_state, wanted_reason)                                        \
	do {                                                                                      \
		struct rn_ending ending_ = (ending);                                              \
		ck_assert_str_eq (ending_.reason, wanted_reason);                                 \
		ck_assert_int_eq (ending_.state, wanted_state);                                   \
	} while (0)

/* A suite of one case on this stage. */
Suite *stage_suite (const char *name, const TTest *const *tests, gsize n);

#endif
