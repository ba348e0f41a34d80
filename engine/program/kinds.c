/* Every kind of record, in an order in which each comes behind those that it refers to. */
#include "kind.h"

#include "away.h"
#include "invited.h"
#include "meeting.h"
#include "offer.h"
#include "pairing.h"
#include "person.h"
#include "poll.h"
#include "question.h"
#include "topic.h"

const struct rn_kind *const rn_kinds[] = {
	&rn_person_kind, &rn_topic_kind, &rn_volunteer_kind, &rn_offer_kind, &rn_pairing_kind, &rn_meeting_kind, &rn_poll_kind,
	&rn_campaign_kind, &rn_recipient_kind, &rn_ask_kind, &rn_reply_value_kind, &rn_task_kind, &rn_invited_kind,
	&rn_away_kind, NULL
};
