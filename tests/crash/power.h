/* What a power cut takes away: bytes that were written and names that were made, changed or
 * removed, and not synced since. Each is remembered with what stood there before. */
#ifndef RN_TESTS_CRASH_POWER_H
#define RN_TESTS_CRASH_POWER_H

#include <sys/types.h>

/* Must be called first in a process that remembers. */
void power_begin (void);

/* Before bytes of a file are written over or cut off. */
void power_write (int fd, off_t offset, size_t size);

/* A name that has just been made. */
void power_made (const char *path);

/* Before a name is removed, or another one takes its place: a link that keeps what it
 * named, or NULL where there is none. To be handed on to power_removed or power_renamed. */
char *power_keep (const char *path);
void power_removed (const char *path, char *kept, int well);
void power_renamed (const char *from, const char *to, char *kept, int well);

/* After a sync of a file, its bytes stay; of a folder, the names in it. */
void power_synced (int fd);

/* The cut. Newest first, so that each file ends as it was at its last sync. */
void power_cut (void);

#endif
