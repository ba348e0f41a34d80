#include "effect_parts.h"

#include "arguments.h"
#include "duration.h"
#include "error.h"
#include "meetings.h"
#include "polls.h"
#include "strangers.h"

#define RN_FARTHEST_MOVE (2 * 366 * RN_DAY) /* nobody plans behind it; who takes milliseconds for seconds does */

/* Whole days from one to the next, or 0 when a single meeting is meant. */
static rn_time
every_of (GVariant *fields, GError **error)
{
	struct rn_duration every = { 0 };
	const char *text = rn_argument_text (fields, "every", NULL);

	if (text == NULL || !rn_duration_parse (text, &every, error))
		return 0;
	return every.working_days > 0 ? 1 : every.seconds; /* working days are no distance: out of range */
}

gboolean
rn_effect_invite (rn_turn *turn, GVariant *fields, struct rn_record **made, GError **error)
{
	g_autoptr (rn_pairing) pairing = rn_argument_record (turn, fields, "pairing", &rn_pairing_kind, error);
	GError *failure = NULL;
	struct rn_meeting_order order = {
		.template = rn_argument_text (fields, "template", ""), .within = rn_argument_text (fields, "within", NULL),
		.after = rn_argument_text (fields, "after", NULL), .length = rn_argument_text (fields, "length", NULL),
		.every = every_of (fields, &failure), .times = rn_argument_number (fields, "times", 0),
	};
	if (pairing != NULL && failure == NULL)
		*made = (struct rn_record *) rn_meeting_place (turn, pairing, &order, &failure);
	if (failure != NULL)
		g_propagate_error (error, failure);
	return pairing != NULL && failure == NULL;
}

/* What one of the two asked for; TRUE without any. */
static gboolean
wish_of (rn_turn *turn, GVariant *fields, const rn_pairing *pairing, struct rn_poll_wish *wish, GError **error)
{
	if (!g_variant_lookup (fields, "wishes", "^as", &wish->words) || wish->words[0] == NULL)
		return TRUE;
	g_autoptr (rn_person) person = rn_argument_record (turn, fields, "person", &rn_person_kind, error);
	if (person == NULL)
		return FALSE;
	wish->person = person->record.id;
	if (rn_pairing_other (pairing, wish->person) != 0)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "person: %s is not of this pairing", person->name);
	return FALSE;
}

static gboolean
propose (rn_turn *turn, GVariant *fields, rn_pairing *pairing, struct rn_poll_wish *wish, GError **error)
{
	gboolean has_meeting = *rn_argument_text (fields, "meeting", "") != '\0';
	g_autoptr (rn_meeting) meeting =
	        has_meeting ? rn_argument_record (turn, fields, "meeting", &rn_meeting_kind, error) : NULL;
	struct rn_meeting_order order = {
		.template = rn_argument_text (fields, "template", ""), .within = rn_argument_text (fields, "within", NULL),
		.after = rn_argument_text (fields, "after", NULL), .length = rn_argument_text (fields, "length", NULL),
	};
	return (meeting != NULL || !has_meeting) && wish_of (turn, fields, pairing, wish, error) &&
	       rn_poll_begin (turn, pairing, meeting, &order, wish->person != 0 ? wish : NULL, error);
}

gboolean
rn_effect_propose (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_pairing) pairing = rn_argument_record (turn, fields, "pairing", &rn_pairing_kind, error);
	struct rn_poll_wish wish = { 0 };
	gboolean fine = pairing != NULL && propose (turn, fields, pairing, &wish, error);

	g_strfreev (wish.words);
	return fine;
}

/* Why a meeting is not moved there, or NULL. No `ends` is 0. */
static const char *
no_place (rn_time now, rn_time start, rn_time ends)
{
	if (start <= now)
		return "into the past";
	if (MAX (start, ends) - now > RN_FARTHEST_MOVE)
		return "years ahead";
	return ends != 0 && ends <= start ? "to end before it begins" : NULL;
}

gboolean
rn_effect_move (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_meeting) meeting = rn_argument_record (turn, fields, "meeting", &rn_meeting_kind, error);
	rn_time start = rn_argument_number (fields, "start", 0), ends = rn_argument_number (fields, "ends", 0);
	const char *why = no_place (turn->now, start, ends);

	if (meeting == NULL)
		return FALSE;
	if (why != NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_REFUSED, "a meeting is not moved %s", why);
		return FALSE;
	}
	return rn_meeting_shift (turn, meeting, start, ends, error);
}

gboolean
rn_effect_decline_counter (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_meeting) meeting = rn_argument_record (turn, fields, "meeting", &rn_meeting_kind, error);
	g_autoptr (rn_person) person =
	        meeting != NULL ? rn_argument_record (turn, fields, "person", &rn_person_kind, error) : NULL;
	return person != NULL && rn_meeting_decline_counter (turn, meeting, person, error);
}

gboolean
rn_effect_cancel (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_meeting) meeting = rn_argument_record (turn, fields, "meeting", &rn_meeting_kind, error);
	return meeting != NULL && rn_meeting_cancel (turn, meeting, FALSE, error);
}

gboolean
rn_effect_answer_invitation (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_invited) invitation = rn_argument_record (turn, fields, "invitation", &rn_invited_kind, error);
	const char *word = rn_argument_text (fields, "answer", "");
	int state = rn_invited_answer_parse (word);

	if (invitation == NULL)
		return FALSE;
	if (state < 0) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG,
		             "“%s” is no answer to an invitation: accept, tentative or decline", word);
		return FALSE;
	}
	return rn_strangers_answer (turn, invitation, state, rn_argument_text (fields, "template", ""), error);
}
