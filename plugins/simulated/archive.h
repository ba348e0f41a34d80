/* The folder that the world leaves behind: one mbox per person, one of everything,
 * and the calendars as they arrived. Written in pieces, in the order of events. */
#ifndef SIMULATED_ARCHIVE_H
#define SIMULATED_ARCHIVE_H

#include "instant.h"
#include "invitation.h"

struct archive;

/* `folder` "" keeps nothing. */
struct archive *archive_new (const char *folder, GError **error);
void archive_free (struct archive *archive);

/* One mail, any line ends: into all.mbox and the mailbox of that name (NULL: of
 * nobody). `sender` is the envelope's. */
void archive_mail (struct archive *archive, const char *name, const char *sender, rn_time at, const guint8 *bytes, gsize size);

/* The latest state of a calendar object. */
void archive_calendar (struct archive *archive, const char *uid, const char *calendar);

/* Makes one of the files that are still to be made, which takes half a millisecond each; FALSE:
 * there was none. At the end they would be waited for. */
gboolean archive_rest (struct archive *archive);

/* Writes out what is still in memory, and all.mbox.b2, the BLAKE2b of all.mbox: at the end, once. */
gboolean archive_flush (struct archive *archive, GError **error);

/* Replaces one file of the folder. */
gboolean archive_file (struct archive *archive, const char *name, const char *text, GError **error);

#endif
