#include "lines.h"

#include <string.h>

#include "heard.h"

/* The line that an answer speaks of, and what it says of it; 0: of none. */
static gint64
line_of (const struct rn_answer *answer, gboolean *is_not)
{
	gint64 number = answer->intent == RN_INTENT_YES ? answer->question : 0;

	*is_not = FALSE;
	if (answer->intent == RN_INTENT_NUMBER && answer->question == 0) {
		*is_not = g_str_has_prefix (answer->value, "not ");
		g_ascii_string_to_signed (answer->value + (*is_not ? strlen ("not ") : 0), 10, 1, G_MAXINT, &number, NULL);
	}
	return number;
}

static gboolean
is_all (const struct rn_answer *answer)
{
	return answer->intent == RN_INTENT_NUMBER && answer->question == 0 && g_str_equal (answer->value, "all");
}

gint64
rn_lines_chosen (const rn_reading *reading, gint64 n, gboolean *chosen)
{
	g_autofree gboolean *excluded = g_new0 (gboolean, (gsize) n + 1);
	gboolean all = FALSE, any = FALSE, any_not = FALSE;
	gint64 beyond = 0;

	memset (chosen, 0, ((gsize) n + 1) * sizeof *chosen);
	for (guint i = 0; i < reading->answers->len; i++) {
		const struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		gboolean is_not;
		gint64 number = line_of (answer, &is_not);
		if (answer->confidence < RN_SURE_ENOUGH)
			continue;
		all = all || is_all (answer);
		if (number > n)
			beyond = beyond != 0 ? beyond : number;
		else if (number > 0)
			*(is_not ? &any_not : &any) = (is_not ? excluded : chosen)[number] = TRUE;
	}
	for (gint64 line = 1; line <= n; line++)
		chosen[line] = (chosen[line] || all || (any_not && !any)) && !excluded[line];
	return beyond;
}
