#include "writer.h"

#include <string.h>

/* How each kind of question is answered, by language; the first is the fallback. */
static const struct hints {
	const char *language, *text, *yesno, *least, *most, *choice;
} hints[] = {
	{ "en", "in your own words", "yes or no", "not at all", "very much", "one of:" },
	{ "de", "in Ihren eigenen Worten", "ja oder nein", "gar nicht", "sehr", "eines von:" },
};

static const struct hints *
find_hints (const char *language)
{
	for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
		if (g_str_equal (hints[i].language, language))
			return &hints[i];
	return &hints[0];
}

static char *
choice_hint (const struct rn_question *question, const char *intro, const char *language)
{
	GString *out = g_string_new (intro);

	for (guint i = 0; i < question->choices->len; i++)
		g_string_append_printf (out, "%s %u = %s", i > 0 ? "," : "", i + 1,
		                        rn_form_wording (question->choices->pdata[i], language));
	return g_string_free (out, FALSE);
}

char *
rn_question_hint (const struct rn_question *question, const char *language)
{
	const struct hints *hint = find_hints (language);

	switch (question->type) {
	case RN_QUESTION_TEXT: return g_strdup (hint->text);
	case RN_QUESTION_YESNO: return g_strdup (hint->yesno);
	case RN_QUESTION_SCALE:
		return g_strdup_printf ("%d = %s, %d = %s", question->least, hint->least, question->most, hint->most);
	case RN_QUESTION_CHOICE: return choice_hint (question, hint->choice, language);
	}
	g_assert_not_reached ();
}
