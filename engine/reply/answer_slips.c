#include "answer_slips.h"

#include <string.h>

#include "judge.h"

#define TYPED 12             /* percent that a slip of the finger takes off */
#define MAX_SLIPPED_WORDS 4  /* of an answer that is looked at for slips */

/* "yesss", "jaaa": a letter held too long. */
static char *
without_repeats (const char *text)
{
	GString *plain = g_string_new (NULL);
	gunichar last = 0;

	for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
		gunichar sign = g_utf8_get_char (at);
		if (sign != last || !g_unichar_isalpha (sign))
			g_string_append_unichar (plain, sign);
		last = sign;
	}
	return g_string_free (plain, FALSE);
}

/* "nien", "yse": one word with two letters changed about; NULL when there are none at `i`. */
static char *
with_swap (const char *word, glong i)
{
	g_autofree gunichar *signs = g_utf8_to_ucs4_fast (word, -1, NULL);

	if (signs[i] == 0 || signs[i + 1] == 0)
		return NULL;
	gunichar first = signs[i];
	signs[i] = signs[i + 1];
	signs[i + 1] = first;
	return g_ucs4_to_utf8 (signs, -1, NULL, NULL, NULL);
}

/* Takes a plain yes, no or later out of what was meant, with a note. */
static gboolean
read_slip (rn_reading *reading, const char *typed, const char *meant, GTimeZone *zone)
{
	struct rn_judge judge;
	int confidence = 0;

	rn_judge_init (&judge, meant, "", NULL, reading->date, zone);
	const struct rn_vote *polar = rn_judge_settle (&judge, &confidence);
	gboolean is_clear = polar != NULL && confidence >= 80;
	if (is_clear) {
		rn_reading_add_answer (reading, polar->intent, 0, "", confidence - TYPED);
		rn_reading_add_note (reading, "“%s” was read as “%s”", typed, meant);
	}
	rn_judge_clear (&judge);
	return is_clear;
}

/* "Weet ik nog niet": what says something as it stands is no slip. */
static gboolean
says_something (const rn_reading *reading, const char *typed, GTimeZone *zone)
{
	struct rn_thoughts thoughts;
	gboolean says = FALSE;

	rn_thoughts_init (&thoughts, typed, reading->language, NULL, reading->date, zone);
	for (guint i = 0; i < thoughts.pieces->len; i++)
		says |= rn_piece_at (&thoughts, i)->meaning > RN_MEANS_NOTHING &&
		rn_piece_at (&thoughts, i)->meaning <= RN_MEANS_LAST_SAID;
	rn_thoughts_clear (&thoughts);
	return says;
}

void
rn_read_slips (rn_reading *reading, const char *head, GTimeZone *zone)
{
	g_autofree char *typed = g_strstrip (g_strdup (head));
	g_autofree char *plain = without_repeats (typed);
	struct rn_tokens tokens;

	rn_tokens_init (&tokens, typed, strlen (typed));
	gsize n = rn_tokens_count (&tokens);
	rn_tokens_clear (&tokens);
	if (n == 0 || n > MAX_SLIPPED_WORDS || says_something (reading, typed, zone) ||
	    read_slip (reading, typed, plain, zone) || n > 1)
		return;
	for (glong i = 0;; i++) {
		g_autofree char *meant = with_swap (typed, i);
		if (meant == NULL || read_slip (reading, typed, meant, zone))
			return;
	}
}
