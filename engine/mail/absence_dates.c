/* Dates of an absence: which one starts it, which one ends it, which one is the return.
 * What a date is for follows from the words around it. */
#include <string.h>

#include "absence.h"
#include "absence_months.h"
#include "fold.h"
#include "tokens.h"
#include "when.h"

#define RN_FIRST_LIKELY 946684800 /* 2000-01-01 */

enum role {
	UNKNOWN,
	FROM,
	UNTIL,  /* absent on this day still */
	RETURN, /* back on this day */
	DUE,    /* "back by 17 March" is a return, "send it by 17 March" is not */
	OTHER,  /* "we answer within a day", "never on Fridays" */
};

/* Words right in front of a date, folded; "on", "am", "le" and the like may stand
 * between. The longest stand first, since "ab" is in "bis ab". */
static const struct {
	const char *word;
	enum role role;
} leads[] = {
	{ "up to and including", UNTIL }, { "until", UNTIL }, { "untill", UNTIL }, { "till", UNTIL },
	{ "til", UNTIL }, { "through", UNTIL }, { "thru", UNTIL }, { "to", UNTIL }, { "up to", UNTIL },
	{ "including", UNTIL }, { "-", UNTIL }, { "bis", UNTIL }, { "einschliesslich", UNTIL }, { "einschl.", UNTIL },
	{ "inkl.", UNTIL }, { "jusqu'au", UNTIL }, { "jusqu'a", UNTIL }, { "jusque", UNTIL }, { "au", UNTIL },
	{ "inclus", UNTIL }, { "hasta", UNTIL }, { "al", UNTIL }, { "inclusive", UNTIL }, { "fino al", UNTIL },
	{ "fino a", UNTIL }, { "fino", UNTIL }, { "sino al", UNTIL }, { "all'", UNTIL }, { "tot", UNTIL },
	{ "tot en met", UNTIL }, { "t/m", UNTIL }, { "met", UNTIL }, { "ate", UNTIL }, { "ao", UNTIL },
	{ "till och med", UNTIL }, { "t.o.m.", UNTIL }, { "til og med", UNTIL }, { "do", UNTIL }, { "from", FROM },
	{ "since", FROM }, { "starting", FROM }, { "as of", FROM }, { "beginning", FROM }, { "between", FROM },
	{ "vom", FROM }, { "von", FROM }, { "ab", FROM }, { "ab dem", FROM }, { "seit", FROM }, { "zwischen", FROM },
	{ "du", FROM }, { "depuis", FROM }, { "depuis le", FROM }, { "des", FROM }, { "a partir du", FROM },
	{ "a partir de", FROM }, { "a partir", FROM }, { "entre", FROM }, { "desde", FROM }, { "desde el", FROM },
	{ "del", FROM }, { "dal", FROM }, { "dall'", FROM }, { "a partire", FROM }, { "a partire dal", FROM },
	{ "tra", FROM }, { "van", FROM }, { "vanaf", FROM }, { "sinds", FROM }, { "tussen", FROM }, { "de", FROM },
	{ "a partir do", FROM }, { "fran", FROM }, { "fra", FROM }, { "od", FROM }, { "din", FROM },
	{ "de la", FROM }, { "с", FROM }, { "со", FROM }, { "з", FROM }, { "az do", UNTIL }, { "pana", UNTIL },
	{ "pana pe", UNTIL }, { "pana la", UNTIL }, { "pana in", UNTIL }, { "indtil", UNTIL }, { "frem til", UNTIL },
	{ "tom", UNTIL }, { "до", UNTIL }, { "по", UNTIL }, { "至", UNTIL }, { "到", UNTIL }, { "〜", UNTIL },
	{ "~", UNTIL }, { "εως", UNTIL }, { "μεχρι", UNTIL }, { "עד", UNTIL }, { "حتى", UNTIL }, { "fins", UNTIL },
	{ "fins al", UNTIL }, { "fins a", UNTIL }, { "iki", UNTIL }, { "lidz", UNTIL }, { "kuni", UNTIL },
	{ "sampai", UNTIL }, { "hingga", UNTIL }, { "απο", FROM }, { "من", FROM }, { "nuo", FROM }, { "dari", FROM },
	{ "by", DUE }, { "within", OTHER }, { "innerhalb", OTHER }, { "binnen", OTHER }, { "sous", OTHER },
	{ "dentro de", OTHER }, { "entro", OTHER }, { "in less than", OTHER }, { "back", RETURN },
	{ "return", RETURN }, { "returning", RETURN }, { "resuming", RETURN }, { "zuruck", RETURN },
	{ "wieder", RETURN }, { "erst", RETURN }, { "erst wieder", RETURN }, { "wieder ab", RETURN },
	{ "retour", RETURN }, { "regreso", RETURN }, { "vuelta", RETURN }, { "rientro", RETURN }, { "terug", RETURN },
	{ "weer", RETURN }, { "regresso", RETURN }, { "retorno", RETURN }, { "volta", RETURN }, { "after", RETURN },
	{ "nach", RETURN }, { "apres", RETURN }, { "despues", RETURN }, { "despues del", RETURN }, { "dopo", RETURN },
	{ "na", RETURN }, { "apos", RETURN }, { "po", RETURN }, { "после", RETURN },
};

/* Words right behind a date, folded. */
static const struct {
	const char *word;
	enum role role;
} tails[] = {
	{ "asti", UNTIL }, { "saakka", UNTIL }, { "-ig", UNTIL }, { "ig ", UNTIL }, { "kozott", UNTIL },
	{ "kadar", UNTIL }, { "tarihine kadar", UNTIL }, { "'a kadar", UNTIL }, { "'e kadar", UNTIL },
	{ "'ya kadar", UNTIL }, { "'ye kadar", UNTIL }, { "まて", UNTIL }, { "迄", UNTIL }, { "之前", UNTIL },
	{ "以前", UNTIL }, { "前", UNTIL }, { "까지", UNTIL }, { "inclus", UNTIL }, { "included", UNTIL },
	{ "einschl", UNTIL }, { "compreso", UNTIL }, { "incluido", UNTIL }, { "から", FROM }, { "起", FROM },
	{ "부터", FROM }, { "alkaen", FROM }, { "lahtien", FROM }, { "-tol", FROM },
};

/* Small words between a lead and its date, folded. */
static const char *const fillers[] = {
	"on", "the", "and", "am", "dem", "den", "der", "zum", "einschliesslich", "le", "la", "el", "il", "lo", "op",
	"en", "em", "no", "dia", "o", "a", "and including", "including", "voraussichtlich", "at", "in", "office",
	"morning", "inklusive", "einschl.", "inkl.", "y", "al", "met", "jour", "giorno", "den.", "og", "pe", "la",
	"dnia", NULL
};

/* Words of coming back anywhere in a date's clause, folded. */
static const char *const returns[] = {
	"back", "return", "available again", "i will reply", "i'll reply", "i will respond", "i'll respond",
	"melde mich", "antworte ich", "repondrai", "respondere", "rispondero", "responderei", "re-open", "reopen",
	"resume", "reachable again", "in the office again", "will be in the office", "zuruck", "wieder", "ruckkehr",
	"retour", "revien", "rentre", "joignable", "disponible a partir", "regres", "vuelv", "volver", "vuelta",
	"reincorpor", "de nuevo", "disponible", "rientr", "torn", "ritorn", "di nuovo", "nuovamente", "disponibile",
	"terug", "weer", "regress", "retorn", "volt", "novamente", "tillbaka", "tilbage", "tilbake", "takaisin",
	"wracam", "powrot", "wroc", "zpet", "vrat", "vrac", "vissza", "revin", "inapoi", "intorc", "donec", "donus",
	"верн", "возвращ", "palaan", "戻", "出社", "返回", "回来", "回到", "돌아", "복귀", NULL
};

/* The last word of a folded text, cut off it; NULL when none is left. */
static char *
pop_word (char *folded)
{
	g_strchomp (folded);
	if (*folded == '\0')
		return NULL;
	char *space = strrchr (folded, ' ');
	char *word = g_strdup (space != NULL ? space + 1 : folded);
	*(space != NULL ? space : folded) = '\0';
	return word;
}

static gboolean
ends_with_word (const char *text, const char *word)
{
	gsize size = strlen (text), length = strlen (word);
	return g_str_has_suffix (text, word) && (size == length || text[size - length - 1] == ' ' || *word == '-' ||
	                                         g_unichar_iswide (g_utf8_get_char (word))); /* written without spaces */
}

/* The role by the longest lead that the text in front of a date ends with. */
static enum role
role_of_end (const char *folded)
{
	enum role role = UNKNOWN;
	gsize longest = 0;

	for (gsize i = 0; i < G_N_ELEMENTS (leads); i++)
		if (strlen (leads[i].word) > longest && ends_with_word (folded, leads[i].word)) {
			longest = strlen (leads[i].word);
			role = leads[i].role;
		}
	return role;
}

static enum role
role_of_lead (const char *before)
{
	g_autofree char *folded = rn_folded (before, strlen (before));
	enum role role;

	g_strdelimit (folded, ":(", ' '); /* "From: 9 March" */
	g_strchomp (folded);
	while ((role = role_of_end (folded)) == UNKNOWN) {
		g_autofree char *word = pop_word (folded);
		if (word == NULL)
			return UNKNOWN;
		g_strdelimit (word, ",:(", ' ');
		g_strstrip (word);
		if (*word != '\0' && !g_strv_contains (fillers, word))
			return UNKNOWN;
	}
	return role;
}

static enum role
role_of_tail (const char *behind)
{
	behind += strspn (behind, " .");
	if (g_unichar_isupper (g_utf8_get_char (behind)))
		return UNKNOWN; /* a new sentence, no "20. között" */
	g_autofree char *folded = rn_folded (behind, strcspn (behind, "\n.!?"));
	const char *weekday = *folded == '(' ? strchr (folded, ')') : NULL; /* "3/20 (金) まで" */
	const char *words = weekday != NULL ? weekday + 1 + strspn (weekday + 1, " ") : folded;
	for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
		if (g_str_has_prefix (words, tails[i].word))
			return tails[i].role;
	return UNKNOWN;
}

static gboolean
speaks_of_return (const char *text, gsize size)
{
	g_autofree char *folded = rn_folded (text, size);
	for (gsize i = 0; returns[i] != NULL; i++)
		if (strstr (folded, returns[i]) != NULL)
			return TRUE;
	return FALSE;
}

/* Whether a full stop belongs to a day of the month: "9. März", not "in 2026. Please". */
static gboolean
is_ordinal (const char *text, const char *stop)
{
	gsize digits = 0;
	while (stop - digits > text && g_ascii_isdigit (stop[-1 - (gssize) digits]))
		digits++;
	return digits == 1 || digits == 2;
}

/* Where the sentence that holds `at` ends: at an empty line, or a full stop in front of
 * a line's end or of a space and a capital letter. */
static const char *
sentence_end (const char *at)
{
	for (const char *start = at; *at != '\0'; at++) {
		if ((at[0] == '\n' && at[1] == '\n') || g_str_has_prefix (at, "。"))
			return at;
		if (strchr (".!?", *at) == NULL)
			continue;
		if (at[1] == '\n' || at[1] == '\0' ||
		    (at[1] == ' ' && g_unichar_isupper (g_utf8_get_char (at + 2)) && !is_ordinal (start, at)))
			return at;
	}
	return at;
}

/* Words that start a thought of its own: "out today and back tomorrow". */
static const char *const conjunctions[] = { " and ", " und ", " et ", " y ", " e ", " en ", " og ", " och ", " but ",
                                            " aber ", NULL };

/* Where the clause of a date ends: the sentence, the next date or thought. */
static const char *
clause_end (const char *at, const char *next_date)
{
	const char *end = sentence_end (at);

	if (next_date != NULL && next_date < end) {
		g_autofree char *between = g_strndup (at, (gsize) (next_date - at));
		end = role_of_lead (between) == RETURN ? at : next_date; /* "today, back tomorrow" */
	}
	for (gsize i = 0; conjunctions[i] != NULL; i++) {
		const char *found = g_strstr_len (at, end - at, conjunctions[i]);
		if (found != NULL)
			end = found;
	}
	return end;
}

static const char *
sentence_start (const char *text, const char *at)
{
	for (const char *from = text; from < at;) {
		const char *end = sentence_end (from);
		if (end >= at || *end == '\0')
			return from;
		from = end + 1;
	}
	return at;
}

struct dates {
	rn_time from, until, back;
	rn_time likely_from, likely_until; /* of a date that nothing was said about */
	gboolean is_likely_span;
	gboolean is_likely_vague; /* said without a number: "this week" */
	rn_time written; /* where a span starts that ends "by" a day */
};

/* A whole day as UTC: the instant of that local date and time. */
static rn_time
day (rn_time at, GTimeZone *zone, int hour, int minute, double second)
{
	g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
	g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
	if (local == NULL)
		return 0;
	g_autoptr (GDateTime) moved = g_date_time_new_utc (g_date_time_get_year (local), g_date_time_get_month (local),
	                                                   g_date_time_get_day_of_month (local), hour, minute, second);
	return moved != NULL ? g_date_time_to_unix (moved) : 0;
}

static rn_time
first_second (const struct rn_when *when, GTimeZone *zone)
{
	return when->has_time ? when->start : day (when->start, zone, 0, 0, 0);
}

static rn_time
last_second (const struct rn_when *when, GTimeZone *zone)
{
	return when->has_time ? MAX (when->start, when->end) : day (MAX (when->end - 1, when->start), zone, 23, 59, 59);
}

/* More than one day. */
static gboolean
is_span (const struct rn_when *when)
{
	return !when->has_time && when->end - when->start > RN_DAY + 2 * RN_HOUR;
}

static gboolean
has_number (const char *at, const struct rn_when *when)
{
	return strcspn (at, "0123456789") < when->length;
}

/* "ab dem 17. März bin ich wieder da": a start of something is the return when the
 * clause says so; so is a date with a neutral word in front ("on 17 March"). */
static enum role
role_of (const char *clause, const char *at, const char *end, const struct rn_when *when, rn_time written)
{
	/* "vom 2." and "after March 2" have their leads in the date itself. */
	const gsize leads_in_date[] = { strcspn (at, "0123456789\n"), strcspn (at, " "), 0 };
	enum role role = UNKNOWN;

	for (gsize i = 0; i < G_N_ELEMENTS (leads_in_date) && role == UNKNOWN; i++) {
		g_autofree char *before = g_strndup (clause, (gsize) (at - clause) + MIN (leads_in_date[i], when->length));
		role = role_of_lead (before);
	}
	if (role == UNKNOWN && !is_span (when))
		role = role_of_tail (at + when->length);
	if (role == DUE)
		return speaks_of_return (clause, (gsize) (end - clause)) ? RETURN : OTHER;
	if (when->start == written && when->end > written)
		return UNTIL; /* the "until" was read with the date: a span from now on */
	if ((role == FROM || role == UNKNOWN) && speaks_of_return (clause, (gsize) ((is_span (when) ? at : end) - clause)))
		return RETURN; /* behind "from 9 to 13 March" such a word is about another day */
	return role == UNKNOWN && when->is_excluded && !has_number (at, when) ? OTHER : role; /* "never on Fridays" */
}

static void
add_date (struct dates *dates, enum role role, const struct rn_when *when, gboolean is_numbered, GTimeZone *zone)
{
	gboolean is_first = dates->from == 0 && dates->until == 0;

	/* a last day told behind a day of return, and later than it, is that of something else */
	if (role != RETURN && dates->back != 0 && MAX (when->start, when->end) > dates->back + RN_DAY)
		return;
	if (role == RETURN && dates->back == 0) {
		dates->back = when->start == dates->written ? day (when->end - 1, zone, 0, 0, 0) : first_second (when, zone);
	} else if (role == UNTIL && dates->until == 0) {
		dates->until = last_second (when, zone);
	} else if (role == FROM && is_first) {
		dates->from = first_second (when, zone);
		dates->until = is_span (when) ? last_second (when, zone) : 0;
	} else if (role == UNKNOWN && is_first &&
	           (dates->likely_from == 0 || (dates->is_likely_vague && is_span (when) && is_numbered))) {
		dates->likely_from = first_second (when, zone);
		dates->likely_until = when->end != 0 ? last_second (when, zone) : 0; /* "on 14 March": all of it */
		dates->is_likely_span = is_span (when);
		dates->is_likely_vague = !is_numbered;
	}
}

/* Dates far off are of something else: a law, a founding year. That a date is "excluded"
 * ("no access until …") is what an absence is about. */
static gboolean
is_likely (const struct rn_when *when, const char *language, rn_time written)
{
	if (when->has_time && !rn_absence_is_known (language))
		return FALSE; /* "do 13" looks like an hour where hours are not known */
	if (written == 0) /* a mail without a date: "until Friday" says nothing, a date with its year does */
		return when->start > RN_FIRST_LIKELY;
	return MAX (when->start, when->end) > written - 60 * RN_DAY && when->start < written + 800 * RN_DAY;
}

/* The first date at or behind word *i, which becomes the first word behind it. What
 * stands in front of *i was read with the date before. */
static gboolean
next_date (struct rn_tokens *tokens, gsize *i, const char *language, rn_time written, GTimeZone *zone, struct rn_when *when)
{
	if (*i < rn_tokens_count (tokens)) {
		struct rn_token *first = &g_array_index (tokens->list, struct rn_token, *i);
		first->mark = '\n';
		first->is_tight = FALSE;
	}
	return rn_when_find_in (tokens, i, language, written, zone, when);
}

/* "not in the office until the end of March" is absent until then, where of somebody who
 * offers times it means from then on: the date is read again without its "not". */
static void
read_alone (const char *place, const char *language, rn_time written, GTimeZone *zone, struct rn_when *when)
{
	struct rn_when alone;

	if (!when->has_not || when->end != 0)
		return;
	g_autofree char *date = g_strndup (place, when->length);
	if (!rn_when_find (date, 0, language, written, zone, &alone) || alone.end <= when->start)
		return; /* "not before the 23rd" */
	when->start = alone.start;
	when->end = alone.end;
}

/* A single day that nothing was said about counts last. */
static rn_time
end_of (const struct dates *dates)
{
	if (dates->until != 0)
		return dates->until;
	return dates->back != 0 && !dates->is_likely_span ? dates->back : dates->likely_until;
}

/* "from the 9th until the 20th", written on the 10th: a day without a month is taken for
 * the coming one, but who is away already left on the last. */
static rn_time
start_of (const struct dates *dates, rn_time until)
{
	rn_time from = dates->from != 0 ? dates->from : dates->likely_from;
	if (until == 0 || from <= until || from - until > 31 * RN_DAY)
		return from;
	g_autoptr (GDateTime) coming = g_date_time_new_from_unix_utc (from);
	g_autoptr (GDateTime) last = coming != NULL ? g_date_time_add_months (coming, -1) : NULL;
	return last != NULL ? g_date_time_to_unix (last) : from;
}

void
rn_absence_dates (const char *text, const char *language, rn_time written, GTimeZone *zone, rn_time *from, rn_time *until)
{
	g_autofree char *start = g_strndup (text, MIN (strlen (text), RN_MAX_ABSENCE_TEXT));
	g_autofree char *valid = g_utf8_make_valid (start, -1);
	gboolean is_known = rn_absence_is_known (language);
	g_autofree char *narrow = is_known ? NULL : g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC); /* "３月" is "3月" */
	g_autofree char *plain = rn_absence_plain_dates (is_known ? valid : narrow, language, written);
	const char *months = is_known ? language : "en"; /* as the plain text has them */
	struct dates dates = { .written = written };
	struct rn_when when, next;
	struct rn_tokens tokens;
	gsize word = 0, behind = 0;

	rn_tokens_init (&tokens, plain, strlen (plain));
	gboolean has_date = next_date (&tokens, &word, months, written, zone, &when);
	for (int i = 0; i < RN_MAX_ABSENCE_DATES && has_date; i++) {
		const char *place = plain + when.at;
		const char *clause = sentence_start (plain, place);
		if (clause < plain + behind)
			clause = plain + behind;
		has_date = next_date (&tokens, &word, months, written, zone, &next);
		const char *end = clause_end (place + when.length, has_date ? plain + next.at : NULL);
		read_alone (place, months, written, zone, &when);
		if (is_likely (&when, language, written))
			add_date (&dates, role_of (clause, place, end, &when, written), &when, has_number (place, &when), zone);
		behind = when.at + when.length;
		when = next;
	}
	rn_tokens_clear (&tokens);
	*until = end_of (&dates);
	*from = start_of (&dates, *until);
}
