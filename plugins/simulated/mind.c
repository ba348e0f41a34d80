#include "mind.h"

#include <string.h>

#include "appointment.h"
#include "pen.h"
#include "quote.h"
#include "request.h"
#include "words.h"

#define UNWILLING 20   /* percentage of liked offers below which somebody would rather be left alone */
#define MAX_CHOSEN 4   /* lines that somebody picks from a list */
#define MAX_ANSWERS 40 /* questions that anyone has the patience for */

/* ---- Single decisions --------------------------------------------------------------- */

/* Whether she met the other when they last should have before she was asked. */
static gboolean
did_meet (struct desk *desk, const struct letter *letter)
{
	const struct entry *last = desk_last_meeting (desk, letter->arrived);
	return last != NULL && last->held;
}

/* Those for whom it is not, now and then take the way out that the footer names. */
static gboolean
wants_out (struct person *person, const struct request *request)
{
	return person->habits.willing <= UNWILLING && request->names_stop && chance_percent (&person->chance, 20);
}

/* Her decision in the plainest words and in words of that kind. */
static char *
say (struct desk *desk, gboolean yes, enum words kind)
{
	desk_remember (desk, words_plain (yes, desk->person->german));
	return g_strdup (words_pick (&desk->person->chance, kind, desk->person->german));
}

static char *
yes_or_no (struct desk *desk, const struct letter *letter, const struct request *request, rn_time now)
{
	struct person *person = desk->person;
	struct chance *chance = &person->chance;
	if (request_is_about_meeting (request->words)) {
		gboolean met = did_meet (desk, letter);
		return say (desk, met, met ? WORDS_MET : WORDS_NOT_MET);
	}
	if (request_is_about_sender (request->words))
		return say (desk, TRUE, WORDS_YES);
	if (wants_out (person, request))
		return g_strdup ("STOP");
	guint willing = person->habits.willing;
	if (desk_is_meeting (desk, now) && g_str_equal (person->role, "mentor"))
		willing = willing * 2 / 3;
	if (chance_percent (chance, willing))
		return say (desk, TRUE, person->habits.polite ? WORDS_YES_LONG : WORDS_YES);
	return say (desk, FALSE, chance_percent (chance, person->habits.later) ? WORDS_LATER : WORDS_NO);
}

static gboolean
is_about (const char *folded, const struct topic *topic)
{
	return request_says (folded, topic->words);
}

/* Whether she would pick this line of a list. */
static gboolean
likes_line (const struct person *person, const char *line)
{
	g_autofree char *folded = words_folded (line);
	guint32 topics = g_str_equal (person->role, "mentor") ? person->skills : person->wishes;
	for (guint i = 0; i < places_n_topics; i++)
		if ((topics >> i & 1) != 0 && is_about (folded, &places_topics[i]))
			return TRUE;
	return FALSE;
}

/* "10:30" stands in a line that proposes a time. */
static gboolean
is_time (const char *line)
{
	for (const char *colon = strchr (line, ':'); colon != NULL; colon = strchr (colon + 1, ':'))
		if (colon > line && g_ascii_isdigit (colon[-1]) && g_ascii_isdigit (colon[1]))
			return TRUE;
	return FALSE;
}

/* Numbers of the lines that she would pick, few enough to write down. */
static GArray *
pick_lines (struct person *person, const struct request *request)
{
	GArray *chosen = g_array_new (FALSE, FALSE, sizeof (int));
	for (guint i = 0; i < request->questions->len; i++) {
		const struct question *line = request->questions->pdata[i];
		guint likes = is_time (line->wording) ? 70 : likes_line (person, line->wording) ? 90 : 0;
		if (chance_percent (&person->chance, likes))
			g_array_append_val (chosen, line->number);
	}
	while (chosen->len > MAX_CHOSEN)
		g_array_remove_index (chosen, chance_below (&person->chance, chosen->len));
	return chosen;
}

/* "1, 3 and 4", or with commas only. */
static char *
join_numbers (struct person *person, const GArray *numbers)
{
	const char *last = chance_percent (&person->chance, 50) ? ", " : person->german ? " und " : " and ";
	GString *text = g_string_new (NULL);
	for (guint i = 0; i < numbers->len; i++) {
		const char *before = i == 0 ? "" : i + 1 < numbers->len ? ", " : last;
		g_string_append_printf (text, "%s%d", before, g_array_index (numbers, int, i));
	}
	return g_string_free (text, FALSE);
}

static char *
choose_numbers (struct desk *desk, const struct request *request)
{
	struct person *person = desk->person;
	struct chance *chance = &person->chance;
	g_autoptr (GArray) chosen = pick_lines (person, request);
	g_autofree char *list = join_numbers (person, chosen);
	desk_remember (desk, chosen->len > 0 ? list : words_plain (FALSE, person->german));
	if (chosen->len > 0)
		return words_fill (words_pick (chance, WORDS_NUMBERS, person->german), list);
	return chance_percent (chance, 40) ? g_strdup (words_pick (chance, WORDS_NO_NUMBER, person->german)) : NULL;
}

/* What she wants to learn, in her words, one line each. */
static GStrv
write_wishes (struct person *person)
{
	GStrvBuilder *lines = g_strv_builder_new ();
	for (guint i = 0; i < places_n_topics; i++)
		if ((person->wishes >> i & 1) != 0)
			g_strv_builder_add (lines, person->german ? CHANCE_PICK (&person->chance, places_topics[i].german)
			                                          : CHANCE_PICK (&person->chance, places_topics[i].english));
	GStrv wishes = g_strv_builder_end (lines);
	g_strv_builder_unref (lines);
	return wishes;
}

static char *
list_wishes (struct person *person)
{
	g_auto (GStrv) wishes = write_wishes (person);
	return wishes[0] != NULL ? g_strjoinv ("\n", wishes) : NULL;
}

/* ---- Forms ------------------------------------------------------------------------------ */

/* Of "2 = once a month" the number or the words. */
static char *
choose_one (struct chance *chance, const struct question *question)
{
	const char *choice = question->choices[chance_below (chance, g_strv_length (question->choices))];
	const char *equals = strstr (choice, " = ");
	if (equals == NULL)
		return g_strdup (choice);
	return chance_percent (chance, 60) ? g_strndup (choice, (gsize) (equals - choice)) : g_strdup (equals + strlen (" = "));
}

static char *
answer_question (struct desk *desk, const struct letter *letter, const struct question *question)
{
	struct person *person = desk->person;
	struct chance *chance = &person->chance;
	g_autofree char *folded = words_folded (question->wording);
	switch (question->kind) {
	case QUESTION_SCALE: {
		int middle = (question->least + question->most) / 2;
		return g_strdup_printf ("%d", middle + (int) chance_below (chance, (guint) (question->most - middle + 1)));
	}
	case QUESTION_YES_NO: {
		gboolean yes = request_is_about_meeting (folded) ? did_meet (desk, letter) : chance_percent (chance, 80);
		return g_strdup (person->german ? (yes ? "ja" : "nein") : yes ? "yes" : "no");
	}
	case QUESTION_ONE_OF:
		return choose_one (chance, question);
	case QUESTION_WORDS:
		break;
	}
	return g_strdup (words_pick (chance, WORDS_REMARK, person->german));
}

/* "1: 4" lines, as people type them on top of a form. */
static char *
typed_on_top (struct person *person, const struct pen_answer *answers, guint n)
{
	static const char *const marks[] = { ": ", ". ", ") " };
	const char *mark = CHANCE_PICK (&person->chance, marks);
	GString *text = g_string_new (NULL);
	for (guint i = 0; i < n; i++)
		g_string_append_printf (text, "%s%d%s%s", i == 0 ? "" : "\n", answers[i].number, mark, answers[i].text);
	return g_string_free (text, FALSE);
}

/* A form that asks for topics alone: what somebody wants to learn, in own words. */
static gboolean
asks_for_wishes (const struct request *request)
{
	for (guint i = 0; i < request->questions->len; i++) {
		const struct question *question = request->questions->pdata[i];
		if (question->hint != NULL && question->kind != QUESTION_WORDS)
			return FALSE;
	}
	return request_is_about_learning (request->words);
}

/* One wish to a question; all of them where only one is asked. */
static guint
fill_wishes (struct person *person, const struct request *request, struct pen_answer *answers)
{
	g_auto (GStrv) wishes = write_wishes (person);
	guint n = 0;
	if (request->questions->len == 1 && wishes[0] != NULL) {
		answers[0] = (struct pen_answer) { 1, g_strjoinv ("\n", wishes) };
		return 1;
	}
	for (; n < request->questions->len && n < MAX_ANSWERS && wishes[n] != NULL; n++) {
		const struct question *question = request->questions->pdata[n];
		answers[n] = (struct pen_answer) { question->number, g_strdup (wishes[n]) };
	}
	return n;
}

/* One question in twenty is left out. */
static guint
fill_questions (struct desk *desk, const struct letter *letter, const struct request *request, struct pen_answer *answers)
{
	guint n = 0;
	for (guint i = 0; i < request->questions->len && n < MAX_ANSWERS; i++) {
		const struct question *question = request->questions->pdata[i];
		if (question->hint != NULL && (i == 0 || !chance_percent (&desk->person->chance, 5)))
			answers[n++] = (struct pen_answer) { question->number, answer_question (desk, letter, question) };
	}
	return n;
}

/* Fills a form in; `whole` is set when the answer holds the quoted form already. */
static char *
fill_form (struct desk *desk, const struct letter *letter, const struct request *request, gboolean *whole)
{
	struct person *person = desk->person;
	struct pen_answer answers[MAX_ANSWERS];
	guint n = person->wishes != 0 && asks_for_wishes (request) ? fill_wishes (person, request, answers)
	                                                           : fill_questions (desk, letter, request, answers);
	char *text;
	*whole = person->habits.interleaves;
	if (*whole) {
		g_autofree char *attribution = quote_attribution (person, letter), *filled = pen_interleave (letter, answers, n);
		text = g_strconcat (attribution, "\n", filled, NULL);
	} else
		text = n == 1 && request->questions->len == 1 ? g_strdup (answers[0].text) : typed_on_top (person, answers, n);
	for (guint i = 0; i < n; i++)
		g_free (answers[i].text);
	return text;
}

/* ---- The mail around it --------------------------------------------------------------------- */

/* Greeting, closing, signature, the footer of a phone. */
static char *
dress (struct person *person, const char *core)
{
	struct chance *chance = &person->chance;
	GString *text = g_string_new (NULL);
	if (person->habits.polite && !person->habits.phone)
		g_string_append_printf (text, "%s\n\n", words_pick (chance, WORDS_GREETING, person->german));
	g_string_append (text, core);
	if (person->habits.polite && !person->habits.phone) {
		g_autofree char *closing = words_fill (words_pick (chance, WORDS_CLOSING, person->german), person->given);
		g_string_append_printf (text, "\n\n%s", closing);
	}
	if (person->habits.phone)
		g_string_append (text, person->german ? "\n\nVon meinem iPhone gesendet" : "\n\nSent from my iPhone");
	else if (person->habits.signs)
		g_string_append_printf (text, "\n\n-- \n%s\n%s, %s", person->name, person->unit, person->site->name);
	return g_string_free (text, FALSE);
}

/* NULL: she leaves it at that. `whole` is set for a text that needs no further dress. */
static char *
answer_to (struct desk *desk, const struct letter *letter, const struct request *request, rn_time now, gboolean *whole)
{
	struct person *person = desk->person;
	if (request_is_puzzled (request->words)) {
		*whole = TRUE;
		return g_strdup (desk->plain);
	}
	desk_remember (desk, NULL);
	switch (request->kind) {
	case REQUEST_TASK:
		return g_strdup (chance_percent (&person->chance, 5)
		                         ? "LATER" : words_pick (&person->chance, WORDS_DONE, person->german));
	case REQUEST_FORM:
		return fill_form (desk, letter, request, whole);
	case REQUEST_CHOICE:
		return choose_numbers (desk, request);
	case REQUEST_LINES:
		return list_wishes (person);
	case REQUEST_YES_NO:
		return yes_or_no (desk, letter, request, now);
	default:
		return chance_percent (&person->chance, 2)
		               ? g_strdup (words_pick (&person->chance, WORDS_THANKS, person->german)) : NULL;
	}
}

static gboolean
read_words (struct desk *desk, const struct letter *letter, const struct request *request, rn_time now, guint chaos,
            struct answer *answer)
{
	struct person *person = desk->person;
	gboolean whole = FALSE;
	if (desk_noted (desk->answered, letter->reply_to) >= letter->arrived)
		return FALSE; /* she answered while this one was on its way */
	if (request->kind != REQUEST_NOTHING && !chance_percent (&person->chance, person->habits.diligence))
		return FALSE;
	g_autofree char *core = answer_to (desk, letter, request, now, &whole);
	if (core == NULL)
		return FALSE;
	desk_note (desk->answered, letter->reply_to, now);
	g_autofree char *words = whole ? g_strdup (core) : dress (person, core);
	g_autofree char *subject = pen_reply_subject (person, letter);
	const struct draft draft = {
		.person = person, .to = letter, .recipient = letter->reply_to, .subject = subject, .words = words, .at = now,
		.quote = person->habits.quotes && !whole, .alias = person->alias != NULL && chance_percent (&person->chance, 50),
	};
	answer->mail = pen_write (&draft);
	answer->recipient = g_strdup (letter->reply_to);
	answer->twice = chance_percent (&person->chance, chaos);
	return TRUE;
}

gboolean
mind_read (struct desk *desk, const struct letter *letter, const struct matter *matter, rn_time now, guint chaos,
           struct answer *answer)
{
	if (matter->invitation == NULL)
		return read_words (desk, letter, matter->request, now, chaos, answer);
	answer->invitation = g_strdup (matter->invitation->uid);
	return appointment_read (desk, letter, matter->invitation, now, chaos, answer);
}

struct matter
matter_of (const struct letter *letter)
{
	struct matter matter = { .invitation = letter->calendar != NULL ? invitation_new (letter->calendar) : NULL };

	if (matter.invitation == NULL)
		matter.request = request_new (letter->text);
	return matter;
}

void
matter_clear (struct matter *matter)
{
	g_clear_pointer (&matter->invitation, invitation_free);
	g_clear_pointer (&matter->request, request_free);
}

GString *
mind_wonder (struct person *person, const char *address, rn_time now)
{
	const char *subject = words_pick (&person->chance, WORDS_QUESTION_SUBJECT, person->german);
	const char *words = words_pick (&person->chance, WORDS_QUESTION, person->german);
	const struct draft draft = { .person = person, .recipient = address, .subject = subject, .words = words, .at = now };
	return pen_write (&draft);
}

void
answer_clear (struct answer *answer)
{
	g_free (answer->recipient);
	g_free (answer->invitation);
	if (answer->mail != NULL)
		g_string_free (answer->mail, TRUE);
	*answer = (struct answer) { 0 };
}
