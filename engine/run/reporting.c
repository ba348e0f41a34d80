#include "reporting.h"

#include "aggregate.h"
#include "arguments.h"
#include "clock.h"
#include "engine_private.h"
#include "error.h"
#include "evidence.h"
#include "meeting.h"
#include "records.h"
#include "report_page.h"
#include "report_sums.h"
#include "topic.h"

/* The report of one program while its lines are told. */
struct report {
	rn_engine *engine;
	const rn_program *program;
	struct rn_report_span span;
	rn_time asked_from;   /* as it was asked for; 0: the span begins with the program */
	rn_control_line line;
	gpointer data;
	gint64 due, held, adrift; /* of all pairs */
};

/* ---- Lines ------------------------------------------------------------------------ */

static GVariantBuilder *
begin (const struct report *report, const char *kind)
{
	GVariantBuilder *line = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
	g_variant_builder_add (line, "{sv}", "kind", g_variant_new_string (kind));
	g_variant_builder_add (line, "{sv}", "program", g_variant_new_string (report->program->name));
	return line;
}

static void
end (const struct report *report, GVariantBuilder *line)
{
	g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_builder_end (line));
	report->line (value, report->data);
}

static void
put_text (GVariantBuilder *line, const char *name, const char *text)
{
	g_variant_builder_add (line, "{sv}", name, g_variant_new_string (text));
}

static void
put_number (GVariantBuilder *line, const char *name, gint64 number)
{
	g_variant_builder_add (line, "{sv}", name, g_variant_new_int64 (number));
}

static void
put_time (GVariantBuilder *line, const char *name, rn_time at)
{
	g_variant_builder_add (line, "{sv}", name, g_variant_new_take_string (rn_time_text (at)));
}

/* A number that there may not be: null then, never a zero that means something else. */
static void
put_known (GVariantBuilder *line, const char *name, gint64 number)
{
	GVariant *known = number >= 0 ? g_variant_new_int64 (number) : NULL;
	g_variant_builder_add (line, "{sv}", name, g_variant_new_maybe (G_VARIANT_TYPE_INT64, known));
}

static void
tell_program (const struct report *report)
{
	static const char *const charter[] = { "purpose", "need", "measure", "ends" };
	g_autoptr (GVariantBuilder) line = begin (report, "program");

	put_text (line, "title", report->program->title);
	for (gsize i = 0; i < G_N_ELEMENTS (charter); i++)
		put_text (line, charter[i], rn_argument_text (report->program->charter, charter[i], ""));
	put_time (line, "from", report->span.from);
	put_time (line, "until", report->span.until);
	end (report, line);
}

/* ---- Pairings ---------------------------------------------------------------------- */

static void
put_person (const struct report *report, GVariantBuilder *line, const char *role, gint64 id)
{
	g_autoptr (rn_person) person = rn_load (report->engine->db, &rn_person_kind, id, NULL);
	g_autofree char *name = g_strconcat (role, "_name", NULL);

	put_text (line, role, person != NULL ? person->address : "");
	put_text (line, name, person != NULL ? person->name : "");
}

static void
put_regularity (GVariantBuilder *line, const struct rn_regularity *regularity, const struct rn_regularity *lately, rn_time until)
{
	rn_time last = regularity->last_held;

	put_known (line, "regularity", regularity->percent);
	put_number (line, "due", regularity->due);
	put_number (line, "due_held", regularity->held);
	put_known (line, "regularity_lately", lately->percent);
	put_number (line, "due_lately", lately->due);
	put_number (line, "due_held_lately", lately->held);
	put_number (line, "held", regularity->met);
	put_number (line, "unconfirmed", regularity->unconfirmed);
	put_time (line, "last_held", last);
	put_known (line, "days_since", last != 0 ? (until - last) / RN_DAY : -1);
	put_number (line, "longest_gap_days", regularity->longest_gap / RN_DAY);
}

/* What its meetings say besides: how many were missed, when the next one is, its weeks. */
static gboolean
put_meetings (const struct report *report, GVariantBuilder *line, const rn_pairing *pairing, gboolean *has_next, GError **error)
{
	rn_db *db = report->engine->db;
	g_autoptr (GPtrArray) meetings = rn_find (db, &rn_meeting_kind, error, "pairing", pairing->record.id, NULL);
	gint64 missed = 0;
	rn_time next = 0;

	for (guint i = 0; meetings != NULL && i < meetings->len; i++) {
		const rn_meeting *meeting = g_ptr_array_index (meetings, i);
		gboolean in_span = meeting->start >= report->span.from && meeting->start <= report->span.until;
		missed += in_span && meeting->state == RN_MEETING_MISSED;
		if (rn_meeting_is_live (meeting) && meeting->start > report->span.until && (next == 0 || meeting->start < next))
			next = meeting->start;
		*has_next |= rn_meeting_is_live (meeting);
	}
	if (meetings == NULL)
		return FALSE;
	g_autofree char *weeks = rn_report_weeks (pairing, meetings, report->span.from, report->span.until);
	put_number (line, "missed", missed);
	put_time (line, "next_meeting", next);
	put_text (line, "weeks", weeks);
	return TRUE;
}

static gboolean
put_open (struct report *report, GVariantBuilder *line, const rn_pairing *pairing, gboolean has_next, GError **error)
{
	g_auto (GStrv) open = rn_report_open (report->engine->db, pairing->record.id, error);

	if (open == NULL)
		return FALSE;
	g_variant_builder_add (line, "{sv}", "open", g_variant_new_strv ((const char *const *) open, -1));
	report->adrift += pairing->state == RN_PAIRING_ACTIVE && !has_next && *open == NULL &&
	                  pairing->last_act < report->span.until - RN_DAY;
	return TRUE;
}

static gboolean
tell_pairing (struct report *report, const rn_pairing *pairing, GError **error)
{
	g_autoptr (GVariantBuilder) line = begin (report, "pairing");
	g_autoptr (rn_topic) topic = rn_load (report->engine->db, &rn_topic_kind, pairing->topic, NULL);
	const struct rn_evidence_order order = {
		.db = report->engine->db, .almanac = report->engine->site.almanac, .program = report->program,
		.from = report->asked_from, .until = report->span.until,
	};
	struct rn_regularity whole, lately;
	gboolean has_next = FALSE;

	put_number (line, "id", pairing->record.id);
	put_person (report, line, "mentor", pairing->mentor);
	put_person (report, line, "leader", pairing->leader);
	put_text (line, "topic", topic != NULL ? topic->title : "");
	put_text (line, "state", rn_record_state_name (pairing));
	put_time (line, "since", pairing->since);
	put_time (line, "ended", pairing->ended);
	if (!rn_evidence_of (&order, pairing, &whole, &lately, error))
		return FALSE;
	put_regularity (line, &whole, &lately, report->span.until);
	if (!put_meetings (report, line, pairing, &has_next, error) || !put_open (report, line, pairing, has_next, error))
		return FALSE;
	end (report, line);
	report->due += whole.due;
	report->held += whole.held;
	return TRUE;
}

static gboolean
tell_pairings (struct report *report, GError **error)
{
	g_autoptr (GPtrArray) pairings = rn_find (report->engine->db, &rn_pairing_kind, error, NULL);

	for (guint i = 0; pairings != NULL && i < pairings->len; i++) {
		const rn_pairing *pairing = g_ptr_array_index (pairings, i);
		gboolean lived = pairing->since <= report->span.until &&
		                 (pairing->ended == 0 || pairing->ended >= report->span.from);
		if (lived && g_str_equal (pairing->program, report->program->name) && !tell_pairing (report, pairing, error))
			return FALSE;
	}
	return pairings != NULL;
}

/* ---- Forms -------------------------------------------------------------------------- */

/* How a value of the lane “aggregate” is summed: the number of a scale, or 1 for yes. Choices and words are
 * no numbers. */
static gboolean
value_of (const struct rn_question *question, const char *text, double *value)
{
	gboolean is_yesno = question->type == RN_QUESTION_YESNO;

	*value = is_yesno ? g_str_equal (text, "yes") : (double) g_ascii_strtoll (text, NULL, 10);
	return question->lane == RN_LANE_AGGREGATE && (is_yesno || question->type == RN_QUESTION_SCALE);
}

static const struct rn_question *
question_of (const struct report *report, const struct rn_report_answer *answer)
{
	rn_form *form = rn_library_form (report->engine->site.library, report->program->name, answer->form, NULL);

	for (guint i = 0; form != NULL && i < form->questions->len; i++) {
		const struct rn_question *question = g_ptr_array_index (form->questions, i);
		if (g_str_equal (question->name, answer->question))
			return question;
	}
	return NULL;
}

static void
tell_sum (const struct report *report, const struct rn_report_answer *answer, const struct rn_question *question,
          const struct rn_aggregate *sum)
{
	gboolean is_yesno = question->type == RN_QUESTION_YESNO;
	double mean = sum->sum / (double) sum->answers, shown = is_yesno ? 100 * mean : mean;

	g_autoptr (GVariantBuilder) line = begin (report, "answers");
	put_text (line, "form", answer->form);
	put_text (line, "question", answer->question);
	put_text (line, "wording", rn_question_text (question, "en"));
	put_number (line, "answers", sum->answers);
	put_known (line, "most", is_yesno ? -1 : question->most);
	g_variant_builder_add (line, "{sv}", is_yesno ? "yes_percent" : "mean", g_variant_new_double (shown));
	end (report, line);
}

/* The answers to one question stand one behind the other: from `first` on; gives where the next one's begin. */
static guint
tell_question (const struct report *report, GArray *answers, guint first)
{
	const struct rn_report_answer *one = &g_array_index (answers, struct rn_report_answer, first);
	const struct rn_question *question = question_of (report, one);
	struct rn_aggregate sum;
	double value = 0;
	guint i = first;

	rn_aggregate_init (&sum);
	for (; i < answers->len; i++) {
		const struct rn_report_answer *answer = &g_array_index (answers, struct rn_report_answer, i);
		if (!g_str_equal (answer->form, one->form) || !g_str_equal (answer->question, one->question))
			break;
		if (question != NULL && value_of (question, answer->value, &value))
			rn_aggregate_add (&sum, answer->person, value);
	}
	if (sum.answers > 0)
		tell_sum (report, one, question, &sum);
	rn_aggregate_clear (&sum);
	return i;
}

static gboolean
tell_answers (const struct report *report, GError **error)
{
	g_autoptr (GArray) answers = rn_report_answers (report->engine->db, report->program->name, error);

	for (guint i = 0; answers != NULL && i < answers->len;)
		i = tell_question (report, answers, i);
	return answers != NULL;
}

/* Mails without a form that want an answer are no forms. */
static gboolean
tell_forms (const struct report *report, gint64 *asked, gint64 *answered, GError **error)
{
	g_autoptr (GArray) forms = rn_report_forms (report->engine->db, &report->span, error);

	for (guint i = 0; forms != NULL && i < forms->len; i++) {
		const struct rn_form_count *count = &g_array_index (forms, struct rn_form_count, i);
		if (!rn_library_has_form (report->engine->site.library, report->program->name, count->form))
			continue;
		g_autoptr (GVariantBuilder) line = begin (report, "form");
		put_text (line, "form", count->form);
		put_number (line, "asked", count->asked);
		put_number (line, "answered", count->answered);
		end (report, line);
		*asked += count->asked;
		*answered += count->answered;
	}
	return forms != NULL;
}

/* ---- The whole -------------------------------------------------------------------------- */

static gboolean
tell_totals (const struct report *report, gint64 asked, gint64 answered, GError **error)
{
	g_autoptr (GVariantBuilder) line = begin (report, "totals");
	rn_time median = -1;

	if (!rn_report_sums (report->engine->db, &report->span, line, error) ||
	    !rn_report_median (report->engine->db, &report->span, &median, error))
		return FALSE;
	put_number (line, "due", report->due);
	put_number (line, "due_held", report->held);
	put_known (line, "regularity", report->due > 0 ? 100 * report->held / report->due : -1);
	put_known (line, "median_days", median >= 0 ? (median + RN_DAY / 2) / RN_DAY : -1);
	put_number (line, "forms_asked", asked);
	put_number (line, "forms_answered", answered);
	put_number (line, "abandoned", report->adrift);
	end (report, line);
	return TRUE;
}

/* Behind the last turn nothing is known: while no engine runs, all is as it was then, and in a time that was
 * simulated as well. */
static gboolean
present (rn_engine *engine, rn_time *now, GError **error)
{
	rn_time last = 0;

	if (!rn_report_last_turn (engine->db, &last, error))
		return FALSE;
	*now = last != 0 && (engine->order.command || engine->order.simulated) ? last : rn_engine_now (engine);
	return TRUE;
}

static gboolean
tell (struct report *report, GVariant *arguments, GError **error)
{
	rn_time now = 0, began = 0;
	gint64 asked = 0, answered = 0;

	if (!present (report->engine, &now, error) || !rn_report_begin (report->engine->db, report->program->name, &began, error))
		return FALSE;
	report->asked_from = rn_argument_number (arguments, "from", 0);
	report->span = (struct rn_report_span) {
		report->program->name, report->asked_from != 0 ? report->asked_from : began != 0 ? began : now,
		MIN (rn_argument_number (arguments, "until", now), now),
	};
	if (report->span.from > report->span.until) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "There is nothing to report: the span ends before it begins.");
		return FALSE;
	}
	tell_program (report);
	return tell_pairings (report, error) && tell_forms (report, &asked, &answered, error) && tell_answers (report, error) &&
	       tell_totals (report, asked, answered, error);
}

gboolean
rn_report_request (rn_engine *engine, GVariant *arguments, rn_control_line line, gpointer data, GError **error)
{
	const char *wanted = rn_argument_text (arguments, "program", "");
	gboolean found = FALSE;

	for (guint i = 0; i < engine->programs->len; i++) {
		const struct rn_running_program *running = g_ptr_array_index (engine->programs, i);
		struct report report = { .engine = engine, .program = running->policy->program, .line = line, .data = data };
		if (*wanted != '\0' && !g_str_equal (wanted, report.program->name))
			continue;
		found = TRUE;
		if (!tell (&report, arguments, error))
			return FALSE;
	}
	if (!found)
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "There is no program “%s” here.", wanted);
	return found;
}
