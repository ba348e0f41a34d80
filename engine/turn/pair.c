#include "pair.h"

#include "records.h"

gboolean
rn_pair_load (rn_turn *turn, gint64 mentor, gint64 leader, rn_pair *both, GError **error)
{
	both->mentor = rn_load (turn->db, &rn_person_kind, mentor, error);
	both->leader = both->mentor != NULL ? rn_load (turn->db, &rn_person_kind, leader, error) : NULL;
	return both->leader != NULL;
}

void
rn_pair_clear (rn_pair *both)
{
	g_clear_pointer (&both->mentor, rn_record_free);
	g_clear_pointer (&both->leader, rn_record_free);
}
