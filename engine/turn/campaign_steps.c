/* What a person does to a campaign: pause, resume, stop. */
#include "campaigns.h"

#include "campaign_mail.h"
#include "diary.h"
#include "error.h"
#include "letter.h"
#include "records.h"

#define RN_ALL G_MAXINT32
#define RN_FRESH RN_HOUR /* a mail's date may be so old when it leaves */

/* A person's slip is told in words; a step against the table would be a bug. */
static gboolean
step (rn_turn *turn, rn_campaign *campaign, int to, gboolean fits, const char *which, GError **error)
{
	if (!fits) {
		g_set_error (error, RN_ERROR, RN_ERROR_REFUSED, "campaign:%" G_GINT64_FORMAT " is %s; only %s.",
		             campaign->record.id, rn_record_state_name (campaign), which);
		return FALSE;
	}
	rn_turn_touch (turn, campaign);
	return rn_record_step (campaign, to, error) && rn_save (turn->db, campaign, error);
}

static gboolean
note_leased (rn_turn *turn, const rn_campaign *campaign, GError **error)
{
	gint64 n = 0;

	if (!rn_campaign_mail_leased (turn->db, campaign->record.id, &n, error))
		return FALSE;
	if (n > 0)
		rn_turn_note (turn, "%d mails are on the wire: they go out", (int) n);
	return TRUE;
}

gboolean
rn_campaign_pause (rn_turn *turn, rn_campaign *campaign, GError **error)
{
	gboolean is_running = campaign->state == RN_CAMPAIGN_RUNNING;
	struct rn_campaign_counts counts;

	if (!step (turn, campaign, RN_CAMPAIGN_PAUSED, is_running, "a running one can be paused", error) ||
	    !rn_campaign_mail_halt (turn->db, campaign->record.id, RN_HALT_PAUSED, error) ||
	    !rn_campaign_counts (turn->db, campaign->record.id, &counts, error))
		return FALSE;
	rn_turn_note (turn, "the campaign is paused: %d people wait for their mail, %d mails for their way", (int) counts.waiting,
	              (int) counts.queued);
	return note_leased (turn, campaign, error);
}

/* ---- Going on --------------------------------------------------------------------- */

static gboolean
waits (rn_turn *turn, const char *event, const rn_campaign *campaign, gboolean *found, GError **error)
{
	g_autofree char *ref = rn_record_ref (campaign);
	return rn_event_waits_about (turn->db, event, ref, found, error);
}

/* The event that brings the campaign on is due later, or fell due meanwhile. */
static gboolean
raise_wave (rn_turn *turn, const rn_campaign *campaign, GError **error)
{
	gboolean wave = FALSE, settle = FALSE;

	if (!waits (turn, "campaign:wave", campaign, &wave, error) || !waits (turn, "campaign:settle", campaign, &settle, error))
		return FALSE;
	return wave || settle || rn_turn_raise (turn, turn->now, "campaign:wave", campaign, NULL, error);
}

static gboolean
raise_release (rn_turn *turn, const rn_campaign *campaign, GError **error)
{
	gboolean waiting = FALSE;

	if (!waits (turn, "campaign:release", campaign, &waiting, error))
		return FALSE;
	return waiting || rn_turn_raise (turn, turn->now, "campaign:release", campaign, NULL, error);
}

gboolean
rn_campaign_resume (rn_turn *turn, rn_campaign *campaign, GError **error)
{
	gboolean is_paused = campaign->state == RN_CAMPAIGN_PAUSED;

	if (!step (turn, campaign, RN_CAMPAIGN_RUNNING, is_paused, "a paused one can be resumed", error))
		return FALSE;
	rn_turn_note (turn, "the campaign goes on");
	return rn_campaign_mail_release_begun (turn->db, campaign->record.id, error) && raise_release (turn, campaign, error) &&
	       raise_wave (turn, campaign, error);
}

/* A mail that was not yet seen by anybody bears the date at which it leaves: people's mail
 * programs sort by it. */
static gboolean
date_anew (rn_turn *turn, const struct rn_halted *mail, rn_time when, GError **error)
{
	g_autoptr (GBytes) stored = rn_outbox_letter (turn->db, mail->id, error);
	g_autoptr (rn_letter) letter = stored != NULL ? rn_letter_from_bytes (stored, NULL) : NULL;

	if (letter == NULL)
		return stored != NULL; /* a damaged one is refused when it is composed, and holds no other up */
	letter->date = when;
	g_autoptr (GBytes) anew = rn_letter_to_bytes (letter);
	return rn_outbox_set_letter (turn->db, mail->id, anew, error);
}

static gboolean
withdraw (rn_turn *turn, const struct rn_halted *mail, const rn_person *person, GError **error)
{
	rn_turn_touch (turn, person);
	rn_turn_note (turn, "the mail to %s is withdrawn", person->name);
	return rn_outbox_halt (turn->db, mail->id, RN_HALT_WITHDRAWN, error);
}

static gboolean
release (rn_turn *turn, const struct rn_halted *mail, GError **error)
{
	g_autoptr (rn_person) person = rn_load (turn->db, &rn_person_kind, mail->person, error);

	if (person == NULL)
		return FALSE;
	if (!rn_person_may_be_asked (person, turn->now))
		return withdraw (turn, mail, person, error);
	rn_time when = rn_polite_time (turn, person, MAX (turn->now, mail->not_before));
	return (mail->begun || when - mail->not_before < RN_FRESH || date_anew (turn, mail, when, error)) &&
	       rn_outbox_release (turn->db, mail->id, turn->program->transport, when, error);
}

gboolean
rn_campaign_release (rn_turn *turn, rn_campaign *campaign, GError **error)
{
	rn_turn_touch (turn, campaign);
	if (campaign->state != RN_CAMPAIGN_RUNNING)
		return TRUE;
	g_autoptr (GArray) mails = rn_campaign_mail_halted (turn->db, campaign->record.id, RN_HALT_PAUSED, RN_WAVE_TURN, error);
	for (guint i = 0; mails != NULL && i < mails->len; i++)
		if (!release (turn, &g_array_index (mails, struct rn_halted, i), error))
			return FALSE;
	if (mails == NULL || !rn_campaign_unmail (turn->db, campaign->record.id, error))
		return FALSE;
	return mails->len < RN_WAVE_TURN || raise_release (turn, campaign, error);
}

/* ---- The end ------------------------------------------------------------------------ */

/* The journal knows it of each person whose mail is halted so and will not leave. */
static gboolean
touch_halted (rn_turn *turn, const rn_campaign *campaign, enum rn_halt halt, guint *n, GError **error)
{
	g_autoptr (GArray) mails = rn_campaign_mail_halted (turn->db, campaign->record.id, halt, RN_ALL, error);

	if (mails == NULL)
		return FALSE;
	for (guint i = 0; i < mails->len; i++) {
		g_autofree char *person = rn_ref (&rn_person_kind, g_array_index (mails, struct rn_halted, i).person);
		rn_turn_touch_ref (turn, person);
	}
	*n += mails->len;
	return TRUE;
}

static gboolean
withdraw_all (rn_turn *turn, const rn_campaign *campaign, GError **error)
{
	guint n = 0;

	if (!touch_halted (turn, campaign, RN_HALT_NONE, &n, error) ||
	    !touch_halted (turn, campaign, RN_HALT_PAUSED, &n, error) ||
	    !rn_campaign_mail_halt (turn->db, campaign->record.id, RN_HALT_WITHDRAWN, error))
		return FALSE;
	rn_turn_note (turn, "%u mails are withdrawn", n);
	return rn_campaign_unmail (turn->db, campaign->record.id, error);
}

static gboolean
cancel_events (rn_turn *turn, const rn_campaign *campaign, GError **error)
{
	static const char *const events[] = { "campaign:wave", "campaign:settle", "campaign:release" };
	g_autofree char *ref = rn_record_ref (campaign);

	for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
		if (!rn_event_cancel (turn->db, events[i], ref, error))
			return FALSE;
	return TRUE;
}

gboolean
rn_campaign_stop (rn_turn *turn, rn_campaign *campaign, GError **error)
{
	gboolean fits = campaign->state == RN_CAMPAIGN_RUNNING || campaign->state == RN_CAMPAIGN_PAUSED;
	int n = 0;

	if (!step (turn, campaign, RN_CAMPAIGN_STOPPED, fits, "a running or paused one can be stopped", error) ||
	    !rn_campaign_skip_waiting (turn->db, campaign->record.id, &n, error))
		return FALSE;
	rn_turn_note (turn, "the campaign is stopped: %d people are not mailed", n);
	return cancel_events (turn, campaign, error) && withdraw_all (turn, campaign, error) &&
	       note_leased (turn, campaign, error);
}
