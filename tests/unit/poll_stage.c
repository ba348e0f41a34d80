#include "poll_stage.h"

gint64
poll_number (const char *field)
{
	return stage_number ("SELECT \"%s\" FROM poll ORDER BY id DESC LIMIT 1", field);
}

gint64
poll_meetings (void)
{
	return stage_number ("SELECT count(*) FROM meeting WHERE state IN (0, 1)");
}

rn_time
poll_slot (int n)
{
	static const char *const names[] = { "first", "second", "third" };
	return poll_number (names[n - 1]);
}

void
poll_begin (void)
{
	struct rn_meeting_order order = { .template = "first-session", .within = "10 days" };
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	STEP (rn_poll_begin (turn, pairing, NULL, &order, NULL, &error));
}

void
poll_pair (void)
{
	stage_pair ();
	poll_begin ();
}

rn_reading *
poll_reading (const char *from, const char *asked, const char *const *answers)
{
	static const struct {
		const char *word;
		enum rn_intent intent;
	} words[] = { { "yes", RN_INTENT_YES }, { "no", RN_INTENT_NO }, { "later", RN_INTENT_LATER },
	              { "all", RN_INTENT_NUMBER } };
	rn_reading *reading = stage_reading (from, asked, "choose-date");

	for (; *answers != NULL; answers++) {
		enum rn_intent intent = strlen (*answers) == 1 ? RN_INTENT_NUMBER : RN_INTENT_DATE;
		for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
			intent = g_str_equal (*answers, words[i].word) ? words[i].intent : intent;
		rn_reading_add_answer (reading, intent, 0,
		                       intent == RN_INTENT_NUMBER || intent == RN_INTENT_DATE ? *answers : "", 90);
	}
	return reading;
}

struct rn_ending
poll_answers (const char *key, const char *const *said)
{
	return stage_take (poll_reading (key, key, said));
}

void
poll_settle (void)
{
	stage_jump (stage.now);
}
