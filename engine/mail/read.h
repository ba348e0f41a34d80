/* The reader's work: raw bytes to a reading. Runs in the reader process only. */
#ifndef RN_MAIL_READ_H
#define RN_MAIL_READ_H

#include "reading.h"

/* What the reader knows beforehand. */
struct rn_read_settings {
	const char *authserv_id; /* our own receiver's name in Authentication-Results, or NULL */
	const char *own_domain;  /* or NULL */
	rn_time now;
};

/* Named limits; a mail that crosses one is read as far as it goes or held, with the
 * limit's name in `reason`. */
#define RN_MAX_MAIL (32 * 1024 * 1024)    /* what Gmail and Exchange take is 25 to 35 MB */
#define RN_MAX_CALENDAR_PART (256 * 1024) /* Exchange's largest seen: 40 KiB */
#define RN_MAX_PARTS 100
#define RN_MAX_TEXT (64 * 1024)           /* of reply text that is kept */

/* Prepares libraries; once per process. */
void rn_read_init (void);

/* Reads one mail. Never fails: what cannot be read comes back as held or error
 * with its reason. */
rn_reading *rn_read (const guint8 *bytes, gsize size, const struct rn_read_settings *settings);

#endif
