/* Any text as a form, and as the answer to each question of a good form. */
#include <glib.h>

#include "form.h"
#include "fuzz.h"

static const char good[] =
	"<form name=\"f\">"
	"<question name=\"a\" type=\"scale\" least=\"1\" most=\"5\" lane=\"pair\"><wording language=\"en\">A?</wording>"
	"</question>"
	"<question name=\"b\" type=\"yesno\" lane=\"pair\"><wording language=\"en\">B?</wording></question>"
	"<question name=\"c\" type=\"choice\" lane=\"pair\"><wording language=\"en\">C?</wording>"
	"<choice><wording language=\"en\">here</wording></choice><choice><wording language=\"en\">there</wording></choice>"
	"</question>"
	"<question name=\"d\" type=\"text\" lane=\"pair\"><wording language=\"en\">D?</wording></question>"
	"</form>";

/* What is stored is among what may be stored. */
static void
check_value (const struct rn_question *question, const char *value)
{
	gint64 number = g_ascii_strtoll (value, NULL, 10);

	g_assert (*value != '\0' && g_utf8_validate (value, -1, NULL));
	if (question->type == RN_QUESTION_SCALE)
		g_assert (number >= question->least && number <= question->most);
	if (question->type == RN_QUESTION_CHOICE)
		g_assert (number >= 1 && number <= (gint64) question->choices->len);
	if (question->type == RN_QUESTION_YESNO)
		g_assert (g_str_equal (value, "yes") || g_str_equal (value, "no"));
}

static void
answer (const rn_form *form, const char *typed)
{
	for (guint i = 0; i < form->questions->len; i++) {
		g_autofree char *value = rn_question_value (form->questions->pdata[i], typed, "en");
		if (value != NULL)
			check_value (form->questions->pdata[i], value);
	}
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
	g_autofree char *text = g_strndup ((const char *) data, size);
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_form) any = rn_form_parse (text, "any.xml", &error);
	g_autoptr (rn_form) form = rn_form_parse (good, "good.xml", NULL);

	g_assert ((any == NULL) == (error != NULL));
	g_assert (error == NULL || g_str_has_prefix (error->message, "any.xml:"));
	answer (form, text);
	if (any != NULL)
		answer (any, text);
	return 0;
}
