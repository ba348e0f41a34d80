#include "company.h"

#include <gmime/gmime.h>
#include <string.h>

#include "archive.h"
#include "ledger.h"
#include "letter.h"
#include "mind.h"
#include "robots.h"

#define LEAST_PEOPLE 3         /* one to ask, one to answer, one to help */
#define MOST_PEOPLE 200000
#define AWAY_AGAIN (7 * RN_DAY) /* how often a sender hears that somebody is away (RFC 3834, 2) */
#define UNASKED 15             /* percentage who come to a meeting that they never accepted */

enum event_kind { EVENT_READ, EVENT_MEETING, EVENT_ROBOT };

struct event {
	rn_time at;
	guint64 number;
	enum event_kind kind;
	struct desk *desk;       /* who reads, or whose robot writes */
	struct letter *letter;          /* READ */
	struct meeting *meeting; /* MEETING */
	GString *mail;           /* ROBOT */
	gboolean from_nobody;    /* ROBOT: a bounce, with the null sender */
};

struct company {
	guint64 seed;
	guint chaos;
	char *domain;
	GPtrArray *people;      /* of struct person */
	GPtrArray *desks;       /* of struct desk, the same order */
	GHashTable *addresses;  /* address, lower case -> struct desk */
	GHashTable *by_uid;     /* UID -> struct meeting */
	GPtrArray *meetings;    /* of struct meeting, in the order of their invitations */
	GSequence *events;
	guint64 last_event;
	GPtrArray *mails;       /* of struct company_mail: to the program, not yet taken */
	guint64 last_uid;
	rn_time now;
	struct chance chance;   /* of what is nobody's own: queue ids */
	struct archive *archive;
};

/* ---- Events --------------------------------------------------------------------------- */

static int
compare_events (gconstpointer a, gconstpointer b, gpointer unused)
{
	const struct event *one = a, *other = b;
	(void) unused;
	if (one->at != other->at)
		return one->at < other->at ? -1 : 1;
	return one->number < other->number ? -1 : one->number > other->number;
}

static void
free_event (gpointer data)
{
	struct event *event = data;
	letter_free (event->letter);
	if (event->mail != NULL)
		g_string_free (event->mail, TRUE);
	g_free (event);
}

static void
plan (struct company *company, struct event event)
{
	event.number = ++company->last_event;
	g_sequence_insert_sorted (company->events, g_memdup2 (&event, sizeof event), compare_events, NULL);
}

/* ---- Mail to the program ------------------------------------------------------------------ */

static void
free_mail (gpointer data)
{
	struct company_mail *mail = data;
	g_bytes_unref (mail->bytes);
	g_free (mail);
}

/* With CR LF, below the lines that the receiving server writes on top. */
static GBytes *
as_received (const struct company *company, const char *sender, const char *recipient, const GString *mail)
{
	GString *bytes = g_string_sized_new (mail->len + mail->len / 16 + 256);
	g_string_append_printf (bytes, "Return-Path: <%s>\r\nDelivered-To: %s\r\n", sender, recipient);
	if (*sender != '\0')
		g_string_append_printf (bytes, "Authentication-Results: mx.%s; dkim=pass header.d=%s; dmarc=pass header.from=%s\r\n",
		                        company->domain, company->domain, company->domain);
	for (gsize i = 0; i < mail->len; i++) {
		if (mail->str[i] == '\n' && (i == 0 || mail->str[i - 1] != '\r'))
			g_string_append_c (bytes, '\r');
		g_string_append_c (bytes, mail->str[i]);
	}
	return g_string_free_to_bytes (bytes);
}

/* A mail leaves a desk, or the mail system itself (a bounce). */
static void
send_mail (struct company *company, struct desk *desk, gboolean from_nobody, const char *recipient, const GString *text)
{
	const char *sender = from_nobody ? "" : desk->person->address;
	struct company_mail *mail = g_new0 (struct company_mail, 1);
	mail->uid = ++company->last_uid;
	mail->sent = company->now;
	mail->bytes = as_received (company, sender, recipient, text);
	g_ptr_array_add (company->mails, mail);
	if (!from_nobody)
		desk->sent++;
	archive_mail (company->archive, from_nobody ? NULL : desk->person->id, sender, company->now,
	              g_bytes_get_data (mail->bytes, NULL), g_bytes_get_size (mail->bytes));
}

/* ---- Meetings ------------------------------------------------------------------------------ */

static void
free_meeting (gpointer data)
{
	struct meeting *meeting = data;
	g_free (meeting->uid);
	g_ptr_array_unref (meeting->desks);
	g_free (meeting);
}

static struct meeting *
meeting_of (struct company *company, const char *uid)
{
	struct meeting *meeting = g_hash_table_lookup (company->by_uid, uid);
	if (meeting != NULL)
		return meeting;
	meeting = g_new0 (struct meeting, 1);
	meeting->uid = g_strdup (uid);
	meeting->desks = g_ptr_array_new ();
	g_ptr_array_add (company->meetings, meeting);
	g_hash_table_insert (company->by_uid, meeting->uid, meeting);
	return meeting;
}

/* She has read an invitation: the others may come to wait for her. */
static void
expect (struct company *company, struct desk *desk, const char *uid)
{
	const struct entry *entry = desk_find (desk, uid);
	if (entry == NULL || entry->start <= company->now)
		return;
	struct meeting *meeting = meeting_of (company, uid);
	if (!g_ptr_array_find (meeting->desks, desk, NULL))
		g_ptr_array_add (meeting->desks, desk);
	if (meeting->start != entry->start)
		plan (company, (struct event) { .at = entry->start, .kind = EVENT_MEETING, .meeting = meeting });
	meeting->start = entry->start;
}

static gboolean
comes (const struct company *company, struct desk *desk, const struct meeting *meeting)
{
	const struct entry *entry = desk_find (desk, meeting->uid);
	struct person *person = desk->person;
	if (entry == NULL || entry->cancelled || entry->start != meeting->start || person_absence (person, company->now) != NULL
	    || !person_is_here (person, company->now))
		return FALSE;
	guint likely = entry->state == ENTRY_ACCEPTED ? 100 - person->habits.forgets : entry->state == ENTRY_OPEN ? UNASKED : 0;
	return chance_percent (&person->chance, likely);
}

static void
hold (struct company *company, struct meeting *meeting)
{
	guint here = 0;
	if (meeting->start != company->now)
		return; /* it was moved */
	for (guint i = 0; i < meeting->desks->len; i++)
		here += comes (company, meeting->desks->pdata[i], meeting) ? 1 : 0;
	meeting->held = here >= 2;
	for (guint i = 0; i < meeting->desks->len; i++)
		desk_find (meeting->desks->pdata[i], meeting->uid)->held = meeting->held;
}

/* ---- Life -------------------------------------------------------------------------------------- */

/* She may come back to it: then the event keeps the letter. */
static void
read_letter (struct company *company, struct event *event)
{
	struct desk *desk = event->desk;
	struct answer answer = { 0 };
	gboolean answers = person_is_here (desk->person, company->now)
	                   && mind_read (desk, event->letter, company->now, company->chaos, &answer);
	if (answer.invitation != NULL)
		expect (company, desk, answer.invitation);
	for (guint times = answers ? 1 + (answer.twice ? 1 : 0) : 0; times > 0; times--)
		send_mail (company, desk, FALSE, answer.recipient, answer.mail);
	if (answer.again != 0)
		plan (company, (struct event) { .at = answer.again, .kind = EVENT_READ, .desk = desk,
		                                .letter = g_steal_pointer (&event->letter) });
	answer_clear (&answer);
}

static void
happen (struct company *company, struct event *event)
{
	switch (event->kind) {
	case EVENT_READ:
		read_letter (company, event);
		break;
	case EVENT_MEETING:
		hold (company, event->meeting);
		break;
	case EVENT_ROBOT:
		send_mail (company, event->desk, event->from_nobody, event->letter->sender, event->mail);
		break;
	}
}

void
company_live (struct company *company, rn_time now)
{
	for (;;) {
		GSequenceIter *first = g_sequence_get_begin_iter (company->events);
		if (g_sequence_iter_is_end (first))
			break;
		struct event *event = g_sequence_get (first);
		if (event->at > now)
			break;
		company->now = MAX (company->now, event->at);
		happen (company, event);
		g_sequence_remove (first);
	}
	company->now = MAX (company->now, now);
}

rn_time
company_next (const struct company *company)
{
	GSequenceIter *first = g_sequence_get_begin_iter (company->events);
	return g_sequence_iter_is_end (first) ? 0 : ((const struct event *) g_sequence_get (first))->at;
}

/* ---- Mail from the program ------------------------------------------------------------------------ */

static void
bounce (struct company *company, struct desk *desk, struct letter *letter, const struct rn_outgoing *mail)
{
	rn_time at = company->now + chance_between (&company->chance, 2, 40);
	desk->bounced++;
	archive_mail (company->archive, NULL, mail->sender, company->now, mail->bytes, mail->size);
	if (*letter->sender == '\0') {
		letter_free (letter);
		return;
	}
	plan (company, (struct event) {
		.at = at, .kind = EVENT_ROBOT, .desk = desk, .letter = letter, .from_nobody = TRUE,
		.mail = robots_bounce (&company->chance, desk->person, letter->sender, mail->bytes, mail->size, at) });
}

/* Her mail program says that she is away, once a week to each sender. */
static void
tell_away (struct company *company, struct desk *desk, const struct absence *absence, const struct rn_outgoing *mail,
           const struct letter *letter)
{
	rn_time before = desk_noted (desk->told_away, letter->from);
	if (!robots_would_answer (desk->person, letter) || (before != 0 && company->now < before + AWAY_AGAIN))
		return;
	desk_note (desk->told_away, letter->from, company->now);
	struct letter *again = letter_new (mail->bytes, mail->size, mail->sender, company->now, FALSE);
	rn_time at = company->now + chance_between (&desk->person->chance, 1, 20);
	plan (company, (struct event) { .at = at, .kind = EVENT_ROBOT, .desk = desk, .letter = again,
	                                .mail = robots_absence (desk->person, again, absence, at) });
}

static void
take (struct company *company, struct desk *desk, struct letter *letter, const struct rn_outgoing *mail)
{
	struct person *person = desk->person;
	const struct absence *absence = person_absence (person, company->now);
	desk->received++;
	archive_mail (company->archive, person->id, mail->sender, company->now, mail->bytes, mail->size);
	if (letter->calendar != NULL) {
		g_autoptr (sim_invitation) invitation = invitation_new (letter->calendar);
		if (invitation != NULL)
			archive_calendar (company->archive, invitation->uid, letter->calendar);
	}
	if (absence != NULL)
		tell_away (company, desk, absence, mail, letter);
	guint minutes = chance_between (&person->chance, person->habits.slowness / 4 + 1, person->habits.slowness * 7 / 4);
	rn_time at = person_work_later (person, company->now, minutes) + chance_below (&person->chance, RN_MINUTE);
	plan (company, (struct event) { .at = at, .kind = EVENT_READ, .desk = desk, .letter = letter });
}

void
company_deliver (struct company *company, rn_time now, const struct rn_outgoing *mail, struct rn_delivery *delivery)
{
	company_live (company, now);
	g_autofree char *address = g_ascii_strdown (mail->recipient, -1);
	struct desk *desk = g_hash_table_lookup (company->addresses, address);
	*delivery = (struct rn_delivery) { .verdict = RN_VERDICT_SENT, .code = 250, .status = "2.0.0", .text = "Ok" };
	if (desk == NULL) {
		*delivery = (struct rn_delivery) { .verdict = RN_VERDICT_REFUSED, .code = 550, .status = "5.1.1",
		                                   .text = "Recipient address rejected: User unknown" };
		return;
	}
	struct letter *letter = letter_new (mail->bytes, mail->size, mail->sender, company->now, desk->person->habits.reads_html);
	if (desk->person->dead || !person_is_here (desk->person, company->now))
		bounce (company, desk, letter, mail);
	else
		take (company, desk, letter, mail);
}

const GPtrArray *
company_mails (struct company *company, guint64 behind)
{
	guint taken = 0;
	while (taken < company->mails->len && ((struct company_mail *) company->mails->pdata[taken])->uid <= behind)
		taken++;
	if (taken > 0)
		g_ptr_array_remove_range (company->mails, 0, taken);
	return company->mails;
}

guint64
company_newest (const struct company *company)
{
	return company->last_uid;
}

/* ---- The directory --------------------------------------------------------------------------------- */

static const char **
topic_names (guint32 topics)
{
	GPtrArray *names = g_ptr_array_new ();
	for (guint i = 0; i < places_n_topics; i++)
		if ((topics >> i & 1) != 0)
			g_ptr_array_add (names, (gpointer) places_topics[i].title);
	g_ptr_array_add (names, NULL);
	return (const char **) g_ptr_array_free (names, FALSE);
}

void
company_list (struct company *company, rn_time now, const struct rn_host *host)
{
	for (guint i = 0; i < company->people->len; i++) {
		const struct person *person = company->people->pdata[i];
		if (!person_is_here (person, now))
			continue;
		const struct absence *absence = person->absence_known ? person_absence (person, now) : NULL;
		const char *aliases[] = { person->alias, NULL };
		g_autofree const char **skills = topic_names (person->skills), **wishes = topic_names (person->wishes);
		const struct rn_directory_person row = {
			.id = person->id, .name = person->name, .address = person->address, .aliases = aliases,
			.role = person->role, .level = person->level, .unit = person->unit,
			.manager = person->manager != NULL ? person->manager->id : NULL, .site = person->site->name,
			.zone = person->site->zone, .hours = person->shift->text, .language = person->german ? "de" : "en",
			.skills = skills, .wishes = wishes,
			.traditional_mentor = person->traditional_mentor != NULL ? person->traditional_mentor->id : NULL,
			.absent_until = absence != NULL ? absence->end : 0,
		};
		host->person (host, &row);
	}
}

/* ---- The whole ------------------------------------------------------------------------------------- */

gboolean
company_flush (struct company *company, GError **error)
{
	g_autofree char *ledger = ledger_write (company->desks, company->meetings);
	return archive_file (company->archive, "company.json", ledger, error) && archive_flush (company->archive, error);
}

static void
move_in (struct company *company, struct person *person)
{
	struct desk *desk = desk_new (person);
	g_ptr_array_add (company->desks, desk);
	g_hash_table_insert (company->addresses, g_ascii_strdown (person->address, -1), desk);
	if (person->alias != NULL)
		g_hash_table_insert (company->addresses, g_ascii_strdown (person->alias, -1), desk);
}

static gboolean
check (const struct company_settings *settings, GError **error)
{
	const char *at = strchr (settings->coordinator, '@');
	if (at == NULL || at[1] == '\0')
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "The simulated company's coordinator “%s” is not a mail address.",
		             settings->coordinator);
	else if (settings->people < LEAST_PEOPLE || settings->people > MOST_PEOPLE)
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "The simulated company has %u people; it takes %d to %d.", settings->people,
		             LEAST_PEOPLE, MOST_PEOPLE);
	else
		return TRUE;
	return FALSE;
}

struct company *
company_new (const struct company_settings *settings, GError **error)
{
	if (!check (settings, error))
		return NULL;
	struct archive *archive = archive_new (settings->out, error);
	if (archive == NULL)
		return NULL;
	g_mime_init ();
	struct company *company = g_new0 (struct company, 1);
	company->archive = archive;
	company->chaos = settings->chaos;
	company->now = settings->start;
	company->chance = chance_stream (settings->seed, 0);
	company->domain = g_ascii_strdown (strchr (settings->coordinator, '@') + 1, -1);
	company->people = people_new (&(struct people_settings) {
		.people = settings->people, .seed = settings->seed, .start = settings->start, .days = settings->days,
		.domain = company->domain, .coordinator = settings->coordinator });
	company->desks = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_free);
	company->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	company->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
	company->meetings = g_ptr_array_new_with_free_func (free_meeting);
	company->events = g_sequence_new (free_event);
	company->mails = g_ptr_array_new_with_free_func (free_mail);
	for (guint i = 0; i < company->people->len; i++)
		move_in (company, company->people->pdata[i]);
	return company;
}

void
company_free (struct company *company)
{
	if (company == NULL)
		return;
	g_sequence_free (company->events);
	g_ptr_array_unref (company->mails);
	g_hash_table_unref (company->by_uid);
	g_ptr_array_unref (company->meetings);
	g_hash_table_unref (company->addresses);
	g_ptr_array_unref (company->desks);
	g_ptr_array_unref (company->people);
	archive_free (company->archive);
	g_free (company->domain);
	g_free (company);
}
