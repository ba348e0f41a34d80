#include "reading_words.h"

static const struct rn_reason_word words[RN_REASON_COUNT] = {
	[RN_REASON_NONE] = { "", "", RN_MAIL_READABLE },
#define RN_REASON_ROW(name, said, goes_with, meant) \
	[RN_REASON_##name] = { .word = said, .meaning = meant, .state = RN_MAIL_##goes_with },
	RN_REASONS (RN_REASON_ROW)
#undef RN_REASON_ROW
};

const struct rn_reason_word *
rn_reason_word (enum rn_reason reason)
{
	return &words[reason];
}

enum rn_reason
rn_reason_from_word (const char *word)
{
	for (int reason = RN_REASON_NONE + 1; reason < RN_REASON_COUNT; reason++)
		if (g_str_equal (words[reason].word, word))
			return reason;
	return RN_REASON_NONE;
}

void
rn_reading_conclude (rn_reading *reading, enum rn_reason reason)
{
	rn_reading_set (&reading->reason, words[reason].word);
	reading->state = words[reason].state;
}
