/* Whose engine it is: the user's to whom the state folder belongs. What root makes in it, that user could
 * not use. */
#ifndef RN_RUN_OWNER_H
#define RN_RUN_OWNER_H

#include <glib.h>

/* Root becomes the user to whom the folder belongs, or, before it is there, the nearest folder above it, for
 * good: *who is how that user is called then, else NULL. Where it is root's own nothing changes, nor for
 * anybody else. */
gboolean rn_become_owner (const char *state_dir, char **who, GError **error);

/* A file that root has opened in the folder is its owner's. */
void rn_give_to_owner (int fd, const char *state_dir);

#endif
