#include "question.h"

#include "person.h"

static const char *const campaign_states[] = { "running", "paused", "done", "stopped", NULL };

static const struct rn_step campaign_steps[] = {
	{ RN_CAMPAIGN_RUNNING, RN_CAMPAIGN_PAUSED },
	{ RN_CAMPAIGN_PAUSED, RN_CAMPAIGN_RUNNING },
	{ RN_CAMPAIGN_RUNNING, RN_CAMPAIGN_DONE },
	{ RN_CAMPAIGN_RUNNING, RN_CAMPAIGN_STOPPED },
	{ RN_CAMPAIGN_PAUSED, RN_CAMPAIGN_STOPPED },
	RN_STEPS_END
};

static const struct rn_field campaign_fields[] = {
	RN_TEXT (rn_campaign, program, RN_USE_ENGINE),
	RN_TEXT (rn_campaign, template, 0),
	RN_TEXT (rn_campaign, form, 0),
	RN_LIST (rn_campaign, topics, RN_USE_ENGINE),
	RN_STATE (rn_campaign, state, 0, campaign_states),
	RN_NUMBER (rn_campaign, wave, RN_USE_ENGINE),
	RN_TIME (rn_campaign, begun, 0),
	RN_FIELDS_END
};

const struct rn_kind rn_campaign_kind = { "campaign", sizeof (rn_campaign), campaign_fields, campaign_steps };

static const char *const recipient_states[] = { "waiting", "asked", "skipped", NULL };

static const struct rn_step recipient_steps[] = {
	{ RN_RECIPIENT_WAITING, RN_RECIPIENT_ASKED },
	{ RN_RECIPIENT_WAITING, RN_RECIPIENT_SKIPPED },
	RN_STEPS_END
};

static const struct rn_field recipient_fields[] = {
	RN_REF (rn_recipient, campaign, RN_USE_INDEX, &rn_campaign_kind),
	RN_REF (rn_recipient, person, 0, &rn_person_kind),
	RN_STATE (rn_recipient, state, 0, recipient_states),
	RN_NUMBER (rn_recipient, mail, RN_USE_ENGINE),
	RN_FIELDS_END
};

const struct rn_kind rn_recipient_kind = { "recipient", sizeof (rn_recipient), recipient_fields, recipient_steps };

static const char *const ask_states[] = { "open", "reminded", "partial", "answered", "expired", NULL };

static const struct rn_step ask_steps[] = {
	{ RN_ASK_OPEN, RN_ASK_REMINDED },
	{ RN_ASK_OPEN, RN_ASK_PARTIAL },
	{ RN_ASK_OPEN, RN_ASK_ANSWERED },
	{ RN_ASK_OPEN, RN_ASK_EXPIRED },
	{ RN_ASK_REMINDED, RN_ASK_PARTIAL },
	{ RN_ASK_REMINDED, RN_ASK_ANSWERED },
	{ RN_ASK_REMINDED, RN_ASK_EXPIRED },
	{ RN_ASK_PARTIAL, RN_ASK_PARTIAL },
	{ RN_ASK_PARTIAL, RN_ASK_ANSWERED },
	{ RN_ASK_PARTIAL, RN_ASK_EXPIRED },
	{ RN_ASK_ANSWERED, RN_ASK_ANSWERED }, /* corrected by a second reply */
	{ RN_ASK_EXPIRED, RN_ASK_PARTIAL },   /* late answers are taken */
	{ RN_ASK_EXPIRED, RN_ASK_ANSWERED },
	RN_STEPS_END
};

static const struct rn_field ask_fields[] = {
	RN_TEXT (rn_ask, program, RN_USE_ENGINE),
	RN_REF (rn_ask, person, RN_USE_INDEX, &rn_person_kind),
	RN_TEXT (rn_ask, form, 0),
	RN_TEXT (rn_ask, about, RN_USE_INDEX | RN_USE_NAMED),
	RN_LIST (rn_ask, topics, RN_USE_ENGINE),
	RN_STATE (rn_ask, state, 0, ask_states),
	RN_FLAG (rn_ask, sealed, RN_USE_ENGINE),
	RN_NUMBER (rn_ask, twin, RN_USE_ENGINE),
	RN_TIME (rn_ask, asked, 0),
	RN_TIME (rn_ask, deadline, RN_USE_ENGINE),
	RN_FIELDS_END
};

const struct rn_kind rn_ask_kind = { "ask", sizeof (rn_ask), ask_fields, ask_steps };

gboolean
rn_ask_is_open (const rn_ask *ask)
{
	return ask->state == RN_ASK_OPEN || ask->state == RN_ASK_REMINDED || ask->state == RN_ASK_PARTIAL;
}

static const struct rn_field value_fields[] = {
	RN_TEXT (rn_reply_value, program, RN_USE_ENGINE),
	RN_REF (rn_reply_value, ask, RN_USE_INDEX, &rn_ask_kind),
	RN_REF (rn_reply_value, person, 0, &rn_person_kind),
	RN_TEXT (rn_reply_value, form, 0),
	RN_TEXT (rn_reply_value, question, 0),
	RN_NUMBER (rn_reply_value, lane, RN_USE_ENGINE),
	RN_TEXT (rn_reply_value, value, RN_USE_SECRET),
	RN_TIME (rn_reply_value, at, 0),
	RN_FIELDS_END
};

const struct rn_kind rn_reply_value_kind = { "answer", sizeof (rn_reply_value), value_fields, NULL };

static const char *const task_states[] = { "open", "reminded", "escalated", "done", NULL };

static const struct rn_step task_steps[] = {
	{ RN_TASK_OPEN, RN_TASK_REMINDED },
	{ RN_TASK_REMINDED, RN_TASK_OPEN }, /* put off: she is at it */
	{ RN_TASK_REMINDED, RN_TASK_ESCALATED },
	{ RN_TASK_OPEN, RN_TASK_DONE },
	{ RN_TASK_REMINDED, RN_TASK_DONE },
	{ RN_TASK_ESCALATED, RN_TASK_DONE },
	RN_STEPS_END
};

static const struct rn_field task_fields[] = {
	RN_TEXT (rn_task, program, RN_USE_ENGINE),
	RN_TEXT (rn_task, to, RN_USE_ENGINE),
	RN_TEXT (rn_task, template, 0),
	RN_TEXT (rn_task, about, RN_USE_INDEX | RN_USE_NAMED),
	RN_TEXT (rn_task, cause, 0),
	RN_LIST (rn_task, facts, RN_USE_ENGINE),
	RN_TEXT (rn_task, what, RN_USE_LABEL),
	RN_TEXT (rn_task, details, RN_USE_ENGINE),
	RN_STATE (rn_task, state, 0, task_states),
	RN_FLAG (rn_task, fallback, RN_USE_ENGINE),
	RN_TIME (rn_task, made, 0),
	RN_TIME (rn_task, due, 0),
	RN_TIME (rn_task, escalated, RN_USE_ENGINE),
	RN_FIELDS_END
};

const struct rn_kind rn_task_kind = { "task", sizeof (rn_task), task_fields, task_steps };
