/* What the tests of choosing a date share, on the stage of turn_stage.h. */
#ifndef RN_TESTS_POLL_STAGE_H
#define RN_TESTS_POLL_STAGE_H

#include "clock.h"
#include "polls.h"
#include "turn_stage.h"

/* mia and leo, who are paired, are asked for a date of their first session. */
void poll_begin (void);

/* … and are paired before. */
void poll_pair (void);

/* A field of the newest poll. */
gint64 poll_number (const char *field);

/* The start of its time `n`, counted from 1. */
rn_time poll_slot (int n);

/* How many meetings are to come. */
gint64 poll_meetings (void);

/* An answer to the mail that `asked` got, with these: "2", "yes", "no", "later", "all", or a date. */
rn_reading *poll_reading (const char *from, const char *asked, const char *const *answers);

/* The same, taken. */
struct rn_ending poll_answers (const char *key, const char *const *said);
#define SAYS(key, ...) assert_ending (poll_answers (key, (const char *const[]) { __VA_ARGS__, NULL }), RN_INBOX_APPLIED, "answer")

/* What was raised by the answers happens. */
void poll_settle (void);

#endif
