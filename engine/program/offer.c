#include "offer.h"

#include "error.h"
#include "person.h"
#include "topic.h"

static const char *const states[] = { "asked", "confirmed", "closed", NULL };
static const char *const said[] = { "nothing", "yes", "no", NULL };

static const struct rn_step steps[] = {
	{ RN_OFFER_ASKED, RN_OFFER_CONFIRMED },
	{ RN_OFFER_ASKED, RN_OFFER_CLOSED },
	RN_STEPS_END
};

static const struct rn_field fields[] = {
	RN_TEXT (rn_offer, program, RN_USE_ENGINE),
	RN_REF (rn_offer, mentor, 0, &rn_person_kind),
	RN_REF (rn_offer, leader, RN_USE_INDEX, &rn_person_kind),
	RN_REF (rn_offer, topic, 0, &rn_topic_kind),
	RN_STATE (rn_offer, state, RN_USE_INDEX, states),
	RN_STATE (rn_offer, mentor_said, RN_USE_SECRET, said),
	RN_STATE (rn_offer, leader_said, RN_USE_SECRET, said),
	RN_LIST (rn_offer, reasons, 0),
	RN_TIME (rn_offer, asked, RN_USE_ENGINE),
	RN_TIME (rn_offer, deadline, RN_USE_ENGINE),
	RN_FLAG (rn_offer, reminded, RN_USE_ENGINE),
	RN_FIELDS_END
};

const struct rn_kind rn_offer_kind = { "offer", sizeof (rn_offer), fields, steps };

gint64
rn_offer_other (const rn_offer *offer, gint64 person)
{
	return rn_person_other (person, offer->mentor, offer->leader);
}

gboolean
rn_offer_say (rn_offer *offer, gint64 person, enum rn_said word, GError **error)
{
	if (offer->state != RN_OFFER_ASKED || rn_offer_other (offer, person) == 0) {
		g_set_error (error, RN_ERROR, RN_ERROR_REFUSED, "offer:%" G_GINT64_FORMAT " is no longer open.",
		             offer->record.id);
		return FALSE;
	}
	*(person == offer->mentor ? &offer->mentor_said : &offer->leader_said) = word;
	return TRUE;
}

enum rn_said
rn_offer_said (const rn_offer *offer, gint64 person)
{
	return person == offer->mentor ? offer->mentor_said : offer->leader_said;
}

gboolean
rn_offer_is_agreed (const rn_offer *offer)
{
	return offer->mentor_said == RN_SAID_YES && offer->leader_said == RN_SAID_YES;
}
