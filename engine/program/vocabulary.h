/* The words that a policy may use: events it may listen to, effects it may return,
 * queries it may ask, records it may read, each with its fields. One table each: the worker checks a
 * policy's calls against it at the author's line, the engine checks again what
 * arrives, and scripts/rotnem/api.lua is held against it by a test. */
#ifndef RN_PROGRAM_VOCABULARY_H
#define RN_PROGRAM_VOCABULARY_H

#include <glib.h>

enum rn_word_type {
	RN_WORD_TEXT,     /* a string */
	RN_WORD_NUMBER,   /* a whole number */
	RN_WORD_FLAG,     /* true or false */
	RN_WORD_DURATION, /* a length of time: "10 days" */
	RN_WORD_TIME,     /* an instant, as a whole number of seconds since 1970 */
	RN_WORD_TEXTS,    /* a list of strings */
	RN_WORD_TEMPLATE, /* name of a template of the program */
	RN_WORD_FORM,     /* name of a form of the program */
	RN_WORD_PERSON,   /* a record of that kind, or the query's one result */
	RN_WORD_TOPIC,
	RN_WORD_OFFER,
	RN_WORD_PAIRING,
	RN_WORD_MEETING,
	RN_WORD_ANY,      /* a record of any kind */
	RN_WORD_PEOPLE,   /* a person, a list of people, a pairing (both), or a query for people */
	RN_WORD_TOPICS,   /* a topic, a list, or a query */
	RN_WORD_VOLUNTEERS, /* a query or list of volunteers */
	RN_WORD_RECORD,   /* fields of a mail: a table of strings, numbers and flags */
};

struct rn_word_field {
	const char *name;
	enum rn_word_type type;
	gboolean required;
	const char *help; /* one sentence */
};

/* One word with its fields (they end with a NULL name). A table of words ends with a
 * NULL name. */
struct rn_word {
	const char *name;  /* "pairing:confirmed", "invite", "people" */
	const struct rn_word_field *fields;
	const char *gives; /* effects: kind of the record it creates, or NULL; queries: kind of the records */
	const char *help;
};

extern const struct rn_word rn_events[];  /* "answer" stands for every "answer:FORM" */
extern const struct rn_word rn_effects[];
extern const struct rn_word rn_queries[];
extern const struct rn_word rn_records[]; /* what a policy sees of each kind of record */

/* Those fields of a pairing that nothing holds: the engine works them out when a policy reads one, and only then. */
extern const struct rn_word rn_pairing_figures;
#define RN_QUERY_FIGURES "figures" /* the query that a worker sends then; no word of policies */

const struct rn_word *rn_word_find (const struct rn_word *words, const char *name);
const struct rn_word_field *rn_word_field_find (const struct rn_word *word, const char *name);

/* The names of a table, for "did you mean". Free with g_free. */
const char **rn_word_names (const struct rn_word *words);
const char **rn_word_field_names (const struct rn_word *word);

/* "a text", "a length of time", "people": for messages. */
const char *rn_word_type_name (enum rn_word_type type);

#endif
