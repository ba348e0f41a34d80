/* Every frame that crosses a border between our processes. Kinds below 100 go from
 * the engine to a child, those above come back. See channel.h for the envelope. */
#ifndef RN_BASE_FRAMES_H
#define RN_BASE_FRAMES_H

#include "channel.h"

enum rn_frame {
	/* to the reader */
	RN_FRAME_READ = 1,      /* inbox id, now, our authserv-id, raw mail */
	/* to the policy worker */
	RN_FRAME_LOAD = 10,     /* path of the policy, folder of the prelude, settings from the configuration */
	RN_FRAME_EVENT,         /* name, now, seed of chance; a bundle: table of fields */
	RN_FRAME_RESULT,        /* answer to a query; a bundle: list of records */
	RN_FRAME_SCORE,         /* candidate edges to score; a bundle: list of tables { mentor, leader, topic } */
	/* to a plugin host */
	RN_FRAME_OPEN = 20,     /* plugin's path, providers, settings, now, seed */
	RN_FRAME_POLL,          /* now, until (simulation), validity, uid, since */
	RN_FRAME_MARK,          /* validity, mark, ranges of uids */
	RN_FRAME_STATIONERY,    /* hash, name, markdown, shell, form, language */
	RN_FRAME_SEND,          /* now, lease, its progress file; how many rows; row, recipient, letter of each */
	RN_FRAME_LIST,          /* now: list the directory */
	RN_FRAME_PROBE,         /* try the connection */
	RN_FRAME_ASK_BUSY,      /* now, person, her id, name, address, calendar and zone; from, until */

	/* from the reader */
	RN_FRAME_READING = 101, /* inbox id, reading */
	/* from the policy worker */
	RN_FRAME_READY = 110,   /* the program as declared: see policy/worker.h */
	RN_FRAME_QUERY,         /* name, filter, at most how many records, 0: all */
	RN_FRAME_DONE,          /* effects: name, line of the policy, fields; then notes */
	RN_FRAME_FAILED,        /* message with file and line */
	RN_FRAME_SCORES,        /* a score an edge; NaN is "never" */
	/* from a plugin host */
	RN_FRAME_OPENED = 120,  /* a word: ok, or how to go on (retry, config); message */
	RN_FRAME_MAIL,          /* validity, uid, received, raw mail */
	RN_FRAME_CURSOR,        /* validity, uid: looked at up to here */
	RN_FRAME_POLLED,        /* the instant it came to (simulation), word, message */
	RN_FRAME_MARKED,        /* validity, mark, ranges as asked; word, message */
	RN_FRAME_SENT,          /* row, verdict, code, status, text */
	RN_FRAME_LEASE_DONE,    /* word, message: ready for the next lease */
	RN_FRAME_PERSON,        /* one person of the directory: see turn/people.h */
	RN_FRAME_BAD_ROW,       /* file, line, column, why */
	RN_FRAME_LISTED,        /* word, message: end of the list */
	RN_FRAME_LOG,           /* severity, line */
	RN_FRAME_PROBED,        /* word, message */
	RN_FRAME_BUSY,          /* person, span that is known, whether all could be read, busy spans; word, message */
	RN_FRAME_ALIVE,         /* nothing yet, but it goes on */
	/* the control socket */
	RN_FRAME_REQUEST = 200, /* name, arguments */
	RN_FRAME_LINE,          /* one line of the answer */
	RN_FRAME_END,           /* word, message */
};

/* Longest bodies by what they carry. */
#define RN_MAX_SMALL_FRAME (64 * 1024)
#define RN_MAX_RECORD_FRAME (4 * 1024 * 1024)  /* a reading, an event, a lease */
#define RN_MAX_MAIL_FRAME (33 * 1024 * 1024)   /* RN_MAX_MAIL and a little */

/* What each kind of child may receive and send. */
extern const struct rn_frame_kind rn_frames_to_reader[];
extern const struct rn_frame_kind rn_frames_from_reader[];
extern const struct rn_frame_kind rn_frames_to_policy[];
extern const struct rn_frame_kind rn_frames_from_policy[];
extern const struct rn_frame_kind rn_frames_to_host[];
extern const struct rn_frame_kind rn_frames_from_host[];

/* Errors cross a border as a word and a message: "ok" or an error's next step. */
const char *rn_error_word (const GError *error); /* NULL: "ok" */
/* FALSE and the error for any word but "ok". */
gboolean rn_error_from_word (const char *word, const char *message, GError **error);

#endif
