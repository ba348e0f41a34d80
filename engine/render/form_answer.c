#include "form.h"

#include <string.h>

/* Yes and no as people type them, in every language that our readers know. */
static const struct {
	const char *word;
	const char *value;
} yes_or_no[] = {
	{ "yes", "yes" }, { "y", "yes" }, { "yeah", "yes" }, { "yep", "yes" }, { "sure", "yes" },
	{ "ja", "yes" }, { "j", "yes" }, { "jawohl", "yes" }, { "jo", "yes" }, { "gern", "yes" }, { "gerne", "yes" },
	{ "oui", "yes" }, { "si", "yes" }, { "sí", "yes" }, { "sì", "yes" }, { "sim", "yes" },
	{ "no", "no" }, { "n", "no" }, { "nope", "no" }, { "nein", "no" }, { "nee", "no" }, { "nö", "no" },
	{ "non", "no" }, { "não", "no" }, { "nao", "no" },
};

static const char *const number_words[][11] = {
	{ "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten" },
	{ "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn" },
};

const char *
rn_question_text (const struct rn_question *question, const char *language)
{
	return rn_form_wording (question->wording, language);
}

const char *
rn_form_wording (GHashTable *wording, const char *language)
{
	const char *text = g_hash_table_lookup (wording, language);
	if (text == NULL)
		text = g_hash_table_lookup (wording, "en");
	if (text == NULL) {
		GHashTableIter iter;
		g_hash_table_iter_init (&iter, wording);
		g_hash_table_iter_next (&iter, NULL, (gpointer *) &text);
	}
	return text;
}

/* The first word, lower case: "Yes, very!" gives "yes". */
static char *
first_word (const char *typed)
{
	const char *end = typed;

	while (*end != '\0' && g_unichar_isalpha (g_utf8_get_char (end)))
		end = g_utf8_next_char (end);
	return g_utf8_strdown (typed, end - typed);
}

static char *
yesno_value (const char *typed)
{
	g_autofree char *word = first_word (typed);

	for (gsize i = 0; i < G_N_ELEMENTS (yes_or_no); i++)
		if (g_str_equal (yes_or_no[i].word, word))
			return g_strdup (yes_or_no[i].value);
	return NULL;
}

/* A whole number by digits, at the start; -1: none. What follows may explain it
 * ("4 - it went well", "4/5", "4 of 5"), but "4.5", "3-4" and "3 or 4" are no whole
 * number. */
static int
leading_number (const char *typed, int most)
{
	static GRegex *pattern;
	if (g_once_init_enter (&pattern))
		g_once_init_leave (&pattern, g_regex_new ("^(\\d{1,3})(?:\\s*(?:/|out of|of|von)\\s*(\\d{1,3}))?"
		                                          "(?!\\w)(?!\\s*(?:[-–.,/]|or|oder|to|bis)\\s*\\d)",
		                                          G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
	g_autoptr (GMatchInfo) match = NULL;
	if (!g_regex_match (pattern, typed, 0, &match))
		return -1;

	g_autofree char *number = g_match_info_fetch (match, 1);
	g_autofree char *of = g_match_info_fetch (match, 2);
	if (of != NULL && *of != '\0' && g_ascii_strtoll (of, NULL, 10) != most)
		return -1;
	return g_ascii_strtoll (number, NULL, 10);
}

static int
spoken_number (const char *typed)
{
	g_autofree char *word = first_word (typed);

	for (gsize language = 0; language < G_N_ELEMENTS (number_words); language++)
		for (int i = 0; i < 11; i++)
			if (g_str_equal (number_words[language][i], word))
				return i;
	return -1;
}

static char *
scale_value (const struct rn_question *question, const char *typed)
{
	int number = leading_number (typed, question->most);

	if (number < 0)
		number = spoken_number (typed);
	if (number < question->least || number > question->most)
		return NULL;
	return g_strdup_printf ("%d", number);
}

/* The number of the choice that is written so in any language; 0: none. */
static int
choice_by_words (const struct rn_question *question, const char *typed)
{
	g_autofree char *wanted = g_utf8_casefold (typed, -1);

	for (guint i = 0; i < question->choices->len; i++) {
		GHashTableIter iter;
		const char *text = NULL;
		g_hash_table_iter_init (&iter, question->choices->pdata[i]);
		while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &text)) {
			g_autofree char *folded = g_utf8_casefold (text, -1);
			if (g_str_equal (folded, wanted))
				return i + 1;
		}
	}
	return 0;
}

static char *
choice_value (const struct rn_question *question, const char *typed)
{
	int number = choice_by_words (question, typed);

	if (number == 0)
		number = leading_number (typed, question->choices->len);
	if (number < 1 || number > (int) question->choices->len)
		return NULL;
	return g_strdup_printf ("%d", number);
}

char *
rn_question_value (const struct rn_question *question, const char *typed, const char *language G_GNUC_UNUSED)
{
	g_autofree char *text = g_strstrip (g_utf8_make_valid (typed, -1));

	switch (question->type) {
	case RN_QUESTION_TEXT:
		return *text != '\0' ? g_steal_pointer (&text) : NULL;
	case RN_QUESTION_YESNO:
		return yesno_value (text);
	case RN_QUESTION_SCALE:
		return scale_value (question, text);
	case RN_QUESTION_CHOICE:
		return choice_value (question, text);
	}
	g_assert_not_reached ();
}
