#include "appointment.h"

#include "pen.h"
#include "words.h"

#define MAX_PROPOSALS 2 /* nobody haggles longer about one meeting */
#define DOUBTS 3        /* percentage of accepted meetings that something comes between */

/* ---- The calendar ----------------------------------------------------------------- */

/* Puts what came into her calendar; NULL when it is older than what stands there. */
static struct entry *
note (struct desk *desk, const struct invitation *invitation)
{
	struct entry *entry = desk_find (desk, invitation->uid);
	if (entry == NULL)
		entry = desk_add (desk, invitation->uid);
	if (invitation->sequence < entry->sequence)
		return NULL;
	if (invitation->method == INVITATION_CANCEL)
		entry->cancelled = TRUE;
	if (invitation->method == INVITATION_REQUEST) {
		if (entry->start != invitation->start || entry->end != invitation->end)
			entry->state = ENTRY_OPEN;
		entry->start = invitation->start;
		entry->end = invitation->end;
		entry->cancelled = FALSE;
	}
	entry->sequence = invitation->sequence;
	return entry;
}

static gboolean
can_come (const struct desk *desk, const struct entry *entry)
{
	return person_absence (desk->person, entry->start) == NULL && !desk_is_busy (desk, entry, entry->start, entry->end)
	       && person_working (desk->person, entry->start) == entry->start;
}

/* Another start that suits her: some days later, behind her holidays, at about the
 * same time of the day. */
static rn_time
propose (const struct desk *desk, const struct entry *entry)
{
	struct person *person = desk->person;
	rn_time length = entry->end - entry->start;
	const struct absence *absence = person_absence (person, entry->start);
	rn_time first = entry->start + (absence != NULL ? (absence->end - entry->start) / RN_DAY : 0) * RN_DAY;
	for (guint tries = 0; tries < 20; tries++) {
		rn_time start = first + chance_between (&person->chance, 1, 4) * RN_DAY +
		                (rn_time) chance_below (&person->chance, 9) * 15 * RN_MINUTE;
		if (person_working (person, start) == start && person_working (person, start + length) == start + length
		    && !desk_is_busy (desk, entry, start, start + length))
			return start;
	}
	return 0;
}

/* What she decides; for COUNTERED the entry holds the proposed start. */
static enum entry_state
decide (struct desk *desk, struct entry *entry)
{
	struct person *person = desk->person;
	const struct habits *habits = &person->habits;
	gboolean can = can_come (desk, entry);
	if (can && (entry->start == entry->proposed || chance_percent (&person->chance, habits->accepts)))
		return ENTRY_ACCEPTED;
	guint counters = can ? 100 * habits->counters / (101 - habits->accepts) : 75;
	if (entry->proposals < MAX_PROPOSALS && chance_percent (&person->chance, MIN (counters, 90))) {
		entry->proposed = propose (desk, entry);
		if (entry->proposed != 0) {
			entry->proposals++;
			return ENTRY_COUNTERED;
		}
	}
	return ENTRY_DECLINED;
}

/* After "no" to her proposal she comes at the old time, or not at all. */
static enum entry_state
decide_again (struct desk *desk, const struct entry *entry)
{
	return can_come (desk, entry) && chance_percent (&desk->person->chance, 70) ? ENTRY_ACCEPTED : ENTRY_DECLINED;
}

/* What she does now; OPEN: nothing. */
static enum entry_state
react (struct desk *desk, const struct invitation *invitation, struct entry *entry)
{
	if (invitation->method == INVITATION_COUNTER_DECLINED)
		return decide_again (desk, entry);
	if (entry->state == ENTRY_ACCEPTED && entry->doubted == entry->sequence)
		return ENTRY_DECLINED;
	if (entry->state != ENTRY_OPEN)
		return ENTRY_OPEN; /* the same again: she has answered it */
	return chance_percent (&desk->person->chance, desk->person->habits.diligence) ? decide (desk, entry) : ENTRY_OPEN;
}

/* Something comes between, a day or two before. */
static void
doubt (struct desk *desk, struct entry *entry, rn_time now, struct answer *answer)
{
	struct person *person = desk->person;
	if (entry->state != ENTRY_ACCEPTED || !chance_percent (&person->chance, DOUBTS))
		return;
	rn_time at = person_working (person, entry->start - chance_between (&person->chance, 3, 48) * RN_HOUR);
	if (at <= now || at >= entry->start)
		return;
	entry->doubted = entry->sequence;
	answer->again = at;
}

/* ---- The answer --------------------------------------------------------------------- */

static const struct {
	const char *partstat, *subject[2], *words[2];
} forms[] = {
	[ENTRY_ACCEPTED] = { "ACCEPTED", { "Accepted: ", "Zugesagt: " },
	                     { "%s has accepted this invitation.", "%s hat zugesagt." } },
	[ENTRY_DECLINED] = { "DECLINED", { "Declined: ", "Abgelehnt: " },
	                     { "%s has declined this invitation.", "%s hat abgesagt." } },
	[ENTRY_COUNTERED] = { "TENTATIVE", { "New Time Proposed: ", "Neue Uhrzeit vorgeschlagen: " },
	                      { "%s has proposed a new time for this meeting.", "%s hat eine andere Zeit vorgeschlagen." } },
};

/* Why she does not come, where it is a holiday; else NULL. */
static char *
away (const struct person *person, rn_time at)
{
	const struct absence *absence = person_absence (person, at);
	if (absence == NULL)
		return NULL;
	g_autofree char *last = person_date (person, absence->end - RN_DAY);
	return g_strdup_printf (person->german ? "Ich bin bis %s im Urlaub." : "I am on holiday until %s.", last);
}

static void
answer_by_calendar (struct desk *desk, const struct letter *letter, const struct invitation *invitation,
                    const struct entry *entry, rn_time now, guint chaos, struct answer *answer)
{
	struct person *person = desk->person;
	gboolean counter = entry->state == ENTRY_COUNTERED;
	const char *recipient = *invitation->organizer != '\0' ? invitation->organizer : letter->reply_to;
	g_autofree char *subject = g_strconcat (forms[entry->state].subject[person->german ? 1 : 0], invitation->summary, NULL);
	g_autofree char *words = words_fill (forms[entry->state].words[person->german ? 1 : 0], person->name);
	struct draft draft = {
		.person = person, .to = letter, .recipient = recipient, .subject = subject, .words = words, .at = now,
		.alias = person->alias != NULL && chance_percent (&person->chance, 30), .method = counter ? "COUNTER" : "REPLY",
		.without_method = chance_percent (&person->chance, 20),
	};
	g_autofree char *comment = entry->state == ENTRY_ACCEPTED ? NULL : away (person, entry->start);
	const struct invitation_answer reply = {
		.person = person, .address = pen_address (&draft), .partstat = forms[entry->state].partstat, .stamp = now,
		.start = counter ? entry->proposed : 0, .end = counter ? entry->proposed + entry->end - entry->start : 0,
		.comment = comment, .odd = chance_percent (&person->chance, chaos),
	};
	g_autofree char *calendar = invitation_reply (invitation, &reply);
	draft.calendar = calendar;
	answer->mail = pen_write (&draft);
	answer->recipient = g_strdup (recipient);
	answer->twice = chance_percent (&person->chance, chaos);
}

static void
answer_by_words (struct desk *desk, const struct letter *letter, const struct entry *entry, rn_time now, struct answer *answer)
{
	struct person *person = desk->person;
	desk_remember (desk, words_plain (entry->state == ENTRY_ACCEPTED, person->german));
	enum words which = entry->state == ENTRY_ACCEPTED ? WORDS_COMING : WORDS_NOT_COMING;
	const char *words = words_pick (&person->chance, which, person->german);
	g_autofree char *subject = pen_reply_subject (person, letter);
	const struct draft draft = {
		.person = person, .to = letter, .recipient = letter->reply_to, .subject = subject, .words = words, .at = now,
		.quote = person->habits.quotes,
	};
	answer->mail = pen_write (&draft);
	answer->recipient = g_strdup (letter->reply_to);
}

gboolean
appointment_read (struct desk *desk, const struct letter *letter, const struct invitation *invitation, rn_time now, guint chaos,
                  struct answer *answer)
{
	struct person *person = desk->person;
	if (invitation->method == INVITATION_OTHER)
		return FALSE;
	struct entry *entry = note (desk, invitation);
	if (entry == NULL || entry->cancelled || entry->start <= now)
		return FALSE;
	enum entry_state state = react (desk, invitation, entry);
	if (state == ENTRY_OPEN)
		return FALSE;
	entry->state = state;
	doubt (desk, entry, now, answer);
	if (entry->state != ENTRY_COUNTERED && chance_percent (&person->chance, person->habits.words))
		answer_by_words (desk, letter, entry, now, answer);
	else
		answer_by_calendar (desk, letter, invitation, entry, now, chaos, answer);
	return TRUE;
}
