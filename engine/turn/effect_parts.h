/* The effects, one function each, for the table of effects.c and no one else. */
#ifndef RN_TURN_EFFECT_PARTS_H
#define RN_TURN_EFFECT_PARTS_H

#include "turn.h"

/* Carries an effect out. `fields` are those of its word in the vocabulary; *made gets the record that
 * a later effect may name, or stays NULL. REFUSED is a rule of consent; see effects.h. */
typedef gboolean rn_effect (rn_turn *turn, GVariant *fields, struct rn_record **made, GError **error);

/* effect_mails.c: what is mailed and asked. */
rn_effect rn_effect_campaign, rn_effect_mail, rn_effect_ask, rn_effect_task;

/* effect_pairs.c: who learns what from whom, and until when. */
rn_effect rn_effect_open_topics, rn_effect_close_topic, rn_effect_volunteer, rn_effect_match, rn_effect_offer, rn_effect_close,
        rn_effect_extend;

/* effect_meetings.c: when they meet. */
rn_effect rn_effect_invite, rn_effect_propose, rn_effect_move, rn_effect_decline_counter, rn_effect_cancel,
        rn_effect_answer_invitation;

/* effect_report.c: what the coordinator is told of it all. */
rn_effect rn_effect_report;

/* Hands over what an effect made; FALSE when it is NULL. */
static inline gboolean
rn_effect_made (gpointer record, struct rn_record **made)
{
	*made = record;
	return record != NULL;
}

#endif
