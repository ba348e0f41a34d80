/* Company-wide mails: their waves, and how a person halts them.
 *
 * While a campaign is paused no wave is written and none of its mail leaves the outbox; what a
 * transport has already goes out. Answers to it, and our answers to these, go on. Resumed, it
 * goes on where it stood: a wave that fell due meanwhile happens at once. Stopped, whoever was
 * not mailed is skipped, and mail that has not left is withdrawn. */
#ifndef RN_TURN_CAMPAIGNS_H
#define RN_TURN_CAMPAIGNS_H

#include "question.h"
#include "turn.h"

struct rn_campaign_order {
	const char *template, *form; /* form or NULL */
	GPtrArray *people;           /* of rn_person */
	GPtrArray *topics;           /* of rn_topic, or NULL */
	gint64 wave;
};

/* Begins to mail many people; the first wave leaves with the next event. */
rn_campaign *rn_campaign_begin (rn_turn *turn, const struct rn_campaign_order *order, GError **error);

/* Writes the next wave. */
gboolean rn_campaign_wave (rn_turn *turn, rn_campaign *campaign, GError **error);

/* All are mailed or skipped: it is done once the last mail has left. As long as that is not so,
 * it is looked at again, at first after `wait`, then after twice as long. */
gboolean rn_campaign_settle (rn_turn *turn, rn_campaign *campaign, rn_time wait, GError **error);

/* A person's word. REFUSED in a state that it does not fit. */
gboolean rn_campaign_pause (rn_turn *turn, rn_campaign *campaign, GError **error);
gboolean rn_campaign_resume (rn_turn *turn, rn_campaign *campaign, GError **error);
gboolean rn_campaign_stop (rn_turn *turn, rn_campaign *campaign, GError **error);

/* Lets the next mails leave that were queued when it was paused; each at a polite hour, and to
 * nobody who may not be asked any more. */
gboolean rn_campaign_release (rn_turn *turn, rn_campaign *campaign, GError **error);

/* Adds a line about a topic to those that a template lists: number, title, owner. FALSE, and
 * nothing is added, when it is gone, or, if it must be, not open to a present owner. */
gboolean rn_topic_line (rn_turn *turn, const char *ref, gint64 number, gboolean must_be_open, GByteArray *lines);

#define RN_WAVE_TURN 500 /* mails written in one turn: a transaction of a fraction of a second */

#endif
