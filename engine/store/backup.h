/* A copy of everything that the engine knows, taken while it runs. */
#ifndef RN_STORE_BACKUP_H
#define RN_STORE_BACKUP_H

#include "db.h"

/* Copies database and spool of `state_dir`, and the key as well if `with_key`, into a new folder, which is there
 * once it is whole and on the disk. The database is copied as it was at one instant, then the mails that it names
 * then: those that are erased meanwhile are over. The copy is marked, see hold.h. RETRY where there is no database
 * yet, or while another backup is being written to the same folder; CONFIG when the folder cannot be made, or the
 * database is of another version of Rotnem: it is not changed. */
gboolean rn_backup (const char *state_dir, const char *folder, gboolean with_key, rn_time now, GError **error);

#endif
