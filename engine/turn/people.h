/* People: the directory as it is read anew, and what their mail tells about them. */
#ifndef RN_TURN_PEOPLE_H
#define RN_TURN_PEOPLE_H

#include "plugin.h"
#include "turn.h"

/* Takes over the whole directory: new and changed people; whoever is missing has left,
 * unless so many are missing that the directory must be broken: then a task says so.
 * Counts in *changed. A person's answers and absence that she told us of are kept. */
gboolean rn_people_import (rn_turn *turn, GPtrArray *people, guint *changed, GError **error);

/* She is away until then. */
gboolean rn_person_absent (rn_turn *turn, rn_person *person, rn_time until, GError **error);

/* Mail to her came back for good. */
gboolean rn_person_unreachable (rn_turn *turn, rn_person *person, const char *why, GError **error);

/* STOP: nothing unasked any more. */
gboolean rn_person_stop (rn_turn *turn, rn_person *person, GError **error);

/* What she offered to teach, and was asked about, is off; nobody is told but by what follows. */
gboolean rn_person_withdraw (rn_turn *turn, rn_person *person, GError **error);

/* Every program's policy is told this about her; `why` in a server's words, or NULL. */
gboolean rn_person_tell (rn_turn *turn, const char *event, const rn_person *person, const char *why, GError **error);

/* The coordinator has spoken with her: she may be asked again, and her address is tried again. REFUSED when nothing
 * stood against it. */
gboolean rn_person_resume (rn_turn *turn, rn_person *person, GError **error);

/* A row of the directory as a record, and a person of that; DATA error. */
void rn_person_pack (const struct rn_directory_person *person, GByteArray *pack);
rn_person *rn_person_of_frame (GVariant *frame, GError **error);

#endif
