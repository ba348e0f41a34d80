/* What each piece of a short answer votes for, and how surely: its own strength, less what its place and
 * the words beside it take. */
#ifndef RN_MAIL_VOTES_H
#define RN_MAIL_VOTES_H

#include "judge.h"

#define RN_UNSURE 45 /* percent of what only a person can weigh */

/* Whether only pieces that say nothing stand before piece i in its clause: of fillers at
 * most so many, and yes and no only if `after_polar`. */
gboolean rn_piece_leads (const struct rn_thoughts *thoughts, guint i, int fillers, gboolean after_polar);

/* "no idea", "no puedo", "I'm in two minds": the word belongs to the next one. */
gboolean rn_piece_is_bound (const struct rn_thoughts *thoughts, guint i);

/* Percent that a piece loses by its place: later thoughts are told, not answered. */
int rn_piece_lateness (const struct rn_piece *piece);

/* Adds the vote of piece i, if it has one. */
void rn_judge_hear (struct rn_judge *judge, guint i);

#endif
