#include "company.h"

#include <gmime/gmime.h>
#include <string.h>

#include "archive.h"
#include "gathering.h"
#include "ledger.h"
#include "letter.h"
#include "mind.h"
#include "robots.h"

#define LEAST_PEOPLE 3         /* one to ask, one to answer, one to help */
#define MOST_PEOPLE 200000
#define CURIOUS 2              /* percentage who once write to the program of their own accord */
#define AWAY_AGAIN (7 * RN_DAY) /* how often a sender hears that somebody is away (RFC 3834, 2) */

enum event_kind { EVENT_READ, EVENT_MEETING, EVENT_ROBOT, EVENT_QUESTION, EVENT_NOTHING };

/* A mail that nobody has opened. */
struct post {
	gint64 row;    /* at the host */
	GBytes *bytes; /* NULL while it is not composed */
	char *sender;
	rn_time arrived;
};

/* What the archive is to get: a letter that is not composed, or what somebody wrote behind it. */
struct filing {
	struct event *letter;
	const char *mailbox;
	char *sender;
	rn_time at;
	GBytes *bytes;
};

struct event {
	rn_time at;
	guint64 number;
	enum event_kind kind;
	struct desk *desk;       /* who reads, or whose robot writes */
	struct letter *letter;   /* READ, or NULL while it is not opened */
	struct matter matter;    /* READ: what it is about */
	struct post post;        /* READ: until then */
	struct meeting *meeting; /* MEETING */
	GString *mail;           /* ROBOT */
	gboolean from_nobody;    /* ROBOT: a bounce, with the null sender */
};

struct company {
	guint chaos;
	char *program;          /* its address */
	GPtrArray *people;      /* of struct person */
	GPtrArray *desks;       /* of struct desk, the same order */
	GHashTable *addresses;  /* address, lower case -> struct desk */
	struct gatherings gatherings;
	GSequence *events;
	guint64 last_event;
	const struct rn_host *host; /* of the mails to come */
	GQueue unfiled;         /* of struct filing */
	GQueue unopened;        /* of struct event, as their letters came */
	struct mailroom mailroom;
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
	matter_clear (&event->matter);
	g_clear_pointer (&event->post.bytes, g_bytes_unref);
	g_free (event->post.sender);
	if (event->mail != NULL)
		g_string_free (event->mail, TRUE);
	g_free (event);
}

static struct event *
plan (struct company *company, struct event event)
{
	event.number = ++company->last_event;
	struct event *planned = g_memdup2 (&event, sizeof event);
	g_sequence_insert_sorted (company->events, planned, compare_events, NULL);
	return planned;
}

/* ---- Letters ------------------------------------------------------------------------------ */

static void
open_letter (struct company *company, struct event *event)
{
	gsize size;
	const struct post *post = &event->post;
	const guint8 *bytes = g_bytes_get_data (post->bytes, &size);

	event->letter = letter_new (bytes, size, post->sender, post->arrived, event->desk->person->habits.reads_html);
	event->matter = matter_of (event->letter);
	if (event->matter.invitation != NULL)
		archive_calendar (company->archive, event->matter.invitation->uid, event->letter->calendar);
	g_clear_pointer (&event->post.bytes, g_bytes_unref);
}

static const struct rn_delivery taken = { .verdict = RN_VERDICT_SENT, .code = 250, .status = "2.0.0", .text = "Ok" };

/* The letter has its bytes, unless there are none: then it never came. */
static gboolean
receive (struct company *company, struct event *event)
{
	gsize size;
	struct post *post = &event->post;
	const struct person *person = event->desk->person;
	const guint8 *bytes = company->host->compose (company->host, post->row, &size);

	if (bytes == NULL) {
		event->kind = EVENT_NOTHING;
		return FALSE;
	}
	event->desk->received++;
	archive_mail (company->archive, person->id, post->sender, post->arrived, bytes, size);
	post->bytes = g_bytes_new (bytes, size);
	company->host->sent (company->host, post->row, &taken);
	return TRUE;
}

static void
file (struct company *company, struct filing *filing)
{
	if (filing->letter == NULL) {
		gsize size;
		const guint8 *bytes = g_bytes_get_data (filing->bytes, &size);
		archive_mail (company->archive, filing->mailbox, filing->sender, filing->at, bytes, size);
	} else if (receive (company, filing->letter)) {
		g_queue_push_tail (&company->unopened, filing->letter);
	}
}

static void
free_filing (gpointer data)
{
	struct filing *filing = data;
	g_clear_pointer (&filing->bytes, g_bytes_unref);
	g_free (filing->sender);
	g_free (filing);
}

/* In the order of the world, as the archive has it. FALSE: there was nothing. */
static gboolean
file_all (struct company *company)
{
	gboolean was = !g_queue_is_empty (&company->unfiled);

	for (struct filing *filing; (filing = g_queue_pop_head (&company->unfiled)) != NULL; free_filing (filing))
		file (company, filing);
	return was;
}

/* Letters in the order of their arrival: the archive keeps the latest state of a calendar object. */
static gboolean
open_next (struct company *company)
{
	if (file_all (company))
		return TRUE;
	struct event *event = g_queue_pop_head (&company->unopened);
	if (event == NULL)
		return FALSE;
	open_letter (company, event);
	return TRUE;
}

static void
open_all (struct company *company)
{
	while (open_next (company))
		continue;
}

gboolean
company_rest (struct company *company)
{
	return open_next (company) || archive_rest (company->archive);
}

/* ---- Mail to the program ------------------------------------------------------------------ */

/* A mail leaves a desk, or the mail system itself (a bounce). */
static void
send_mail (struct company *company, struct desk *desk, gboolean from_nobody, const char *recipient, const GString *text)
{
	const char *sender = from_nobody ? "" : desk->person->address;
	const struct mailroom_mail *mail = mailroom_take (&company->mailroom, sender, recipient, text, company->now);
	if (!from_nobody)
		desk->sent++;
	struct filing filing = {
		.mailbox = from_nobody ? NULL : desk->person->id, .sender = g_strdup (sender), .at = company->now,
		.bytes = g_bytes_ref (mail->bytes),
	};
	g_queue_push_tail (&company->unfiled, g_memdup2 (&filing, sizeof filing));
}

/* ---- Life -------------------------------------------------------------------------------------- */

/* She may come back to it: then the event keeps the letter. */
static void
read_letter (struct company *company, struct event *event)
{
	struct desk *desk = event->desk;
	struct answer answer = { 0 };
	while (event->letter == NULL && event->kind == EVENT_READ)
		open_next (company);
	if (event->kind == EVENT_NOTHING)
		return;
	gboolean answers = person_is_here (desk->person, company->now)
	                   && mind_read (desk, event->letter, &event->matter, company->now, company->chaos, &answer);
	struct meeting *meeting = answer.invitation != NULL
	                          ? gathering_expect (&company->gatherings, desk, answer.invitation, company->now) : NULL;
	if (meeting != NULL)
		plan (company, (struct event) { .at = meeting->start, .kind = EVENT_MEETING, .meeting = meeting });
	for (guint times = answers ? 1 + (answer.twice ? 1 : 0) : 0; times > 0; times--)
		send_mail (company, desk, FALSE, answer.recipient, answer.mail);
	if (answer.again != 0) {
		plan (company, (struct event) { .at = answer.again, .kind = EVENT_READ, .desk = desk,
		                                .letter = g_steal_pointer (&event->letter), .matter = event->matter });
		event->matter = (struct matter) { NULL };
	}
	answer_clear (&answer);
}

/* Nobody asked her. */
static void
wonder (struct company *company, struct desk *desk)
{
	if (!person_is_here (desk->person, company->now))
		return;
	GString *mail = mind_wonder (desk->person, company->program, company->now);
	send_mail (company, desk, FALSE, company->program, mail);
	g_string_free (mail, TRUE);
}

static void
happen (struct company *company, struct event *event)
{
	switch (event->kind) {
	case EVENT_READ:
		read_letter (company, event);
		break;
	case EVENT_MEETING:
		gathering_hold (event->meeting, company->now);
		break;
	case EVENT_ROBOT:
		send_mail (company, event->desk, event->from_nobody, event->letter->sender, event->mail);
		break;
	case EVENT_QUESTION:
		wonder (company, event->desk);
		break;
	case EVENT_NOTHING:
		break;
	}
}

/* The next thing that happens before then; NULL at the end. */
static GSequenceIter *
next_before (struct company *company, rn_time end)
{
	GSequenceIter *first = g_sequence_get_begin_iter (company->events);
	gboolean is_due = !g_sequence_iter_is_end (first) && ((const struct event *) g_sequence_get (first))->at < end;

	return is_due ? first : NULL;
}

/* Everything that happens before then. */
static void
live (struct company *company, rn_time end)
{
	for (GSequenceIter *next; (next = next_before (company, end)) != NULL; g_sequence_remove (next)) {
		struct event *event = g_sequence_get (next);
		company->now = MAX (company->now, event->at);
		happen (company, event);
	}
}

rn_time
company_pass (struct company *company, rn_time until)
{
	const struct mailroom *mailroom = &company->mailroom;

	for (GSequenceIter *next; mailroom->newest == mailroom->fetched && (next = next_before (company, until)) != NULL;)
		live (company, ((const struct event *) g_sequence_get (next))->at + 1);
	if (mailroom->newest == mailroom->fetched)
		company->now = MAX (company->now, until);
	return company->now;
}

/* ---- Mail from the program ------------------------------------------------------------------------ */

static void
bounce (struct company *company, struct desk *desk, const struct rn_outgoing *mail)
{
	gsize size;
	rn_time at = company->now + chance_between (&company->chance, 2, 40);
	file_all (company);
	const guint8 *bytes = company->host->compose (company->host, mail->row, &size);
	if (bytes == NULL)
		return;
	desk->bounced++;
	archive_mail (company->archive, NULL, mail->sender, company->now, bytes, size);
	if (*mail->sender != '\0') {
		struct letter *letter = letter_new (bytes, size, mail->sender, company->now, FALSE);
		plan (company, (struct event) {
			.at = at, .kind = EVENT_ROBOT, .desk = desk, .letter = letter, .from_nobody = TRUE,
			.mail = robots_bounce (&company->chance, desk->person, letter->sender, bytes, size, at) });
	}
	company->host->sent (company->host, mail->row, &taken);
}

/* Her mail program says that she is away, once a week to each sender. */
static void
tell_away (struct company *company, struct desk *desk, const struct absence *absence, GBytes *bytes, const struct letter *letter)
{
	gsize size;
	const guint8 *mail = g_bytes_get_data (bytes, &size);
	rn_time before = desk_noted (desk->told_away, letter->from);
	if (!robots_would_answer (desk->person, letter) || (before != 0 && company->now < before + AWAY_AGAIN))
		return;
	desk_note (desk->told_away, letter->from, company->now);
	struct letter *again = letter_new (mail, size, letter->sender, company->now, FALSE);
	rn_time at = company->now + chance_between (&desk->person->chance, 1, 20);
	plan (company, (struct event) { .at = at, .kind = EVENT_ROBOT, .desk = desk, .letter = again,
	                                .mail = robots_absence (desk->person, again, absence, at) });
}

/* A program looks into the mail of somebody who is away, at once. FALSE: there was no mail. */
static gboolean
take_for (struct company *company, const struct absence *absence, struct event *event)
{
	open_all (company);
	if (!receive (company, event))
		return FALSE;
	g_autoptr (GBytes) bytes = g_bytes_ref (event->post.bytes);
	open_letter (company, event);
	tell_away (company, event->desk, absence, bytes, event->letter);
	return TRUE;
}

static void
take (struct company *company, struct desk *desk, const struct rn_outgoing *mail)
{
	struct person *person = desk->person;
	const struct absence *absence = person_absence (person, company->now);
	struct event event = {
		.kind = EVENT_READ, .desk = desk, .post = { mail->row, NULL, g_strdup (mail->sender), company->now },
	};
	gboolean is_flagged = company->host->has_calendar (company->host, mail->row);

	if (absence != NULL && !take_for (company, absence, &event)) {
		g_free (event.post.sender);
		return;
	}
	guint slowness = person->habits.slowness / (is_flagged ? 3 : 1);
	guint minutes = chance_between (&person->chance, slowness / 4 + 1, slowness * 7 / 4);
	event.at = person_work_later (person, company->now, minutes) + chance_below (&person->chance, RN_MINUTE);
	struct filing filing = { .letter = plan (company, event) };
	if (absence == NULL)
		g_queue_push_tail (&company->unfiled, g_memdup2 (&filing, sizeof filing));
}

void
company_deliver (struct company *company, const struct rn_host *host, const struct rn_outgoing *mail)
{
	static const struct rn_delivery unknown = { .verdict = RN_VERDICT_REFUSED, .code = 550, .status = "5.1.1",
	                                            .text = "Recipient address rejected: User unknown" };
	rn_time now = host->now (host);
	g_autofree char *address = g_ascii_strdown (mail->recipient, -1);
	struct desk *desk = g_hash_table_lookup (company->addresses, address);

	live (company, now + 1);
	company->now = MAX (company->now, now);
	company->host = host;
	if (desk == NULL)
		host->sent (host, mail->row, &unknown);
	else if (desk->person->dead || !person_is_here (desk->person, company->now))
		bounce (company, desk, mail);
	else
		take (company, desk, mail);
}

struct mailroom *
company_mailroom (struct company *company)
{
	return &company->mailroom;
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
	open_all (company);
	g_autofree char *ledger = ledger_write (company->desks, company->gatherings.meetings);
	return archive_file (company->archive, "company.json", ledger, error) && archive_flush (company->archive, error);
}

static void
move_in (struct company *company, struct person *person, const struct company_settings *settings)
{
	struct desk *desk = desk_new (person);
	g_ptr_array_add (company->desks, desk);
	g_hash_table_insert (company->addresses, g_ascii_strdown (person->address, -1), desk);
	if (person->alias != NULL)
		g_hash_table_insert (company->addresses, g_ascii_strdown (person->alias, -1), desk);
	if (chance_percent (&person->chance, CURIOUS) && !person_is_coordinator (person)) {
		rn_time at = settings->start + chance_between (&person->chance, 5, MAX (6, settings->days)) * RN_DAY;
		at = person_work_later (person, at, 100);
		plan (company, (struct event) { .at = at, .kind = EVENT_QUESTION, .desk = desk });
	}
}

static gboolean
check (const struct company_settings *settings, GError **error)
{
	const char *at = strchr (settings->coordinator, '@');
	if (at == NULL || at[1] == '\0')
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "The simulated company's coordinator “%s” is not a mail address.",
		             settings->coordinator);
	else if (settings->people < LEAST_PEOPLE || settings->people > MOST_PEOPLE)
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "The simulated company has %u people; it takes %d to %d.",
		             settings->people, LEAST_PEOPLE, MOST_PEOPLE);
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
	company->program = g_strdup (settings->program_address);
	company->now = settings->start;
	company->chance = chance_stream (settings->seed, 0);
	g_autofree char *domain = g_ascii_strdown (strchr (settings->coordinator, '@') + 1, -1);
	company->people = people_new (&(struct people_settings) {
		.people = settings->people, .seed = settings->seed, .start = settings->start, .days = settings->days,
		.domain = domain, .coordinator = settings->coordinator });
	company->desks = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_free);
	company->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	gatherings_init (&company->gatherings);
	company->events = g_sequence_new (free_event);
	mailroom_init (&company->mailroom, domain);
	for (guint i = 0; i < company->people->len; i++)
		move_in (company, company->people->pdata[i], settings);
	return company;
}

void
company_free (struct company *company)
{
	if (company == NULL)
		return;
	g_queue_clear_full (&company->unfiled, free_filing);
	g_queue_clear (&company->unopened);
	g_sequence_free (company->events);
	mailroom_clear (&company->mailroom);
	gatherings_clear (&company->gatherings);
	g_hash_table_unref (company->addresses);
	g_ptr_array_unref (company->desks);
	g_ptr_array_unref (company->people);
	archive_free (company->archive);
	g_free (company->program);
	g_free (company);
}
