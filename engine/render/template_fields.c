#include "template_fields.h"

/* What every mail has. */
#define COMMON "name first_name program program_address coordinator reply_to language first_mail is_staff has_reasons reasons reasons.reason"

#define OFFER "is_mentor other_name other_unit topic deadline"
#define MEETING "is_mentor other_name other_address topic number when declined"
#define DATE "other_name topic number now_at slots slots.number slots.when " \
	"wishes wishes.when wishes.excluded wishes.weekly wishes.daily wishes.onwards"
#define FORM "other_name topic number"
#define TOPICS "topics topics.number topics.title topics.owner"
#define WORDS "say_done say_later say_end say_resume say_retry say_dismiss say_all"
#define MAILS "mails mails.number mails.sender mails.subject mails.why"
#define TASK "what about details since silent " WORDS " " MAILS

#define INVITED "summary accepted declined"

#define REPORT "from until asked topics_opened volunteered offered both_said_yes pairs_alive pairs_ended meetings_held " \
	"meetings_unconfirmed meetings_missed tasks_open mails_sent has_pairs pairs pairs.mentor pairs.leader pairs.pair_due " \
	"pairs.pair_held pairs.last"

/* A program's own template may go with any effect. */
#define ANY OFFER " other_address number when meetings " INVITED " " TOPICS " " TASK " " REPORT

const struct rn_template_fields rn_template_fields[] = {
	/* campaigns */
	{ "ask-topics", "topics", "" },
	{ "open-topics", NULL, TOPICS },

	/* offers */
	{ "offer", NULL, OFFER },
	{ "offer-reminder", NULL, OFFER },
	{ "not-this-time", NULL, "topic" },

	/* receipts */
	{ "receipt-yes", NULL, "" },
	{ "receipt-no", NULL, "" },
	{ "receipt-later", NULL, "until" },
	{ "receipt-volunteer", NULL, TOPICS },
	{ "receipt-topics", NULL, "topics topics.title" },
	{ "receipt-answers", NULL, "" },
	{ "receipt-stop", NULL, "" },
	{ "receipt-undo", NULL, "" },
	{ "receipt-help", NULL, "helper was_asked" },

	/* questions back */
	{ "not-understood", NULL, "question guess_yes guess_no guess_later guess_date" },
	{ "please-confirm", NULL, "summary" },
	{ "answer-in-words", NULL, "" },

	/* meetings */
	{ "first-session", NULL, MEETING },
	{ "next-session", NULL, MEETING },
	{ "another-time", NULL, MEETING },
	{ "twenty-minutes", NULL, MEETING },
	{ "meeting-moved", NULL, MEETING },
	{ "meeting-cancelled", NULL, MEETING },
	{ "counter-declined", NULL, MEETING },
	{ "did-you-meet", NULL, MEETING },
	{ "meeting-noted", NULL, "other_name when is_series" },

	/* choosing a date */
	{ "choose-date", NULL, DATE " deadline has_wishes is_known asks again reminds puzzled guess" },
	{ "receipt-date", NULL, DATE " none by" },

	/* forms */
	{ "goals", "goals", FORM },
	{ "feedback", "feedback", FORM },
	{ "renewal", "renewal", FORM },
	{ "form-reminder", "", FORM },
	{ "shared-answers", NULL, "other_name answers answers.question answers.answer" },

	/* ends */
	{ "partner-left", NULL, "other_name topic meetings" },
	{ "thank-you", NULL, "other_name topic meetings" },

	/* tasks of the coordinator */
	{ "pairing-needs-you", NULL, TASK },
	{ "person-unreachable", NULL, TASK },
	{ "program-failed", NULL, TASK },
	{ "people-missing", NULL, TASK },
	{ "mail-held", NULL, TASK },
	{ "help-wanted", NULL, TASK },
	{ "fallback-task", NULL, TASK },
	{ "task-reminder", NULL, TASK },
	{ "task-escalated", NULL, TASK },
	{ "task-words", NULL, TASK },
	{ "receipt-task", NULL, TASK " ended resumed retried dismissed lost is_told mailed mailed.name mailed.address" },

	/* the report for the coordinator */
	{ "monthly-report", NULL, REPORT },
	{ NULL, NULL, NULL }
};

const struct rn_template_fields *
rn_template_fields_find (const char *name)
{
	for (const struct rn_template_fields *row = rn_template_fields; row->name != NULL; row++)
		if (g_str_equal (row->name, name))
			return row;
	return NULL;
}

char **
rn_template_fields_known (const char *name)
{
	const struct rn_template_fields *row = rn_template_fields_find (name);
	const char *own = row != NULL ? row->fields : ANY;
	g_autofree char *all = *own != '\0' ? g_strconcat (COMMON, " ", own, NULL) : g_strdup (COMMON);

	return g_strsplit (all, " ", -1);
}
