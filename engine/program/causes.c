#include "causes.h"

/* What is known of whom a task is about. */
#define OF_PAIR "mentor mentor_address leader leader_address"
#define OF_PERSON "person person_address"

const struct rn_cause rn_causes[] = {
	{ "given", "who " OF_PAIR " " OF_PERSON },  /* by a policy, which says no more */
	{ "no-next-step", OF_PAIR },
	{ "no-meeting", OF_PAIR },
	{ "no-common-time", OF_PAIR },
	{ "late-no", OF_PERSON " " OF_PAIR },
	{ "wants-no-mail", OF_PERSON " " OF_PAIR },
	{ "hands-on", OF_PERSON " " OF_PAIR " to" },
	{ "hands-on-unnamed", OF_PERSON " " OF_PAIR },
	{ "mail-comes-back", OF_PERSON },
	{ "asks-for-help", OF_PERSON },
	{ "wants-confidence", OF_PERSON },
	{ "asks-what-is-stored", OF_PERSON },
	{ "asks-to-be-forgotten", OF_PERSON },
	{ "mails-wait", "count" },
	{ "step-failed", "event message" },
	{ "many-left", "left known" },
	{ NULL, NULL }
};

const struct rn_cause *
rn_cause_find (const char *word)
{
	for (const struct rn_cause *cause = rn_causes; cause->word != NULL; cause++)
		if (g_str_equal (cause->word, word))
			return cause;
	return NULL;
}

const char *const rn_task_words[RN_N_TASK_WORDS + 1] = {
	 "done", "later", "end", "resume", "retry", "dismiss", "all", "and", "not", "if", NULL
};
