#include "company_parts.h"

#include "robots.h"

#define AWAY_AGAIN (7 * RN_DAY) /* how often a sender hears that somebody is away (RFC 3834, 2) */

/* What the archive is to get: a letter that is not composed, or what somebody wrote behind it. */
struct filing {
	struct event *letter;
	const char *mailbox;
	char *sender;
	rn_time at;
	GBytes *bytes;
};

/* ---- Letters ---------------------------------------------------------------------------- */

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

gboolean
company_open_next (struct company *company)
{
	if (file_all (company))
		return TRUE;
	struct event *event = g_queue_pop_head (&company->unopened);
	if (event == NULL)
		return FALSE;
	open_letter (company, event);
	return TRUE;
}

void
company_open_all (struct company *company)
{
	while (company_open_next (company))
		continue;
}

void
company_post_clear (struct company *company)
{
	g_queue_clear_full (&company->unfiled, free_filing);
	g_queue_clear (&company->unopened);
}

gboolean
company_rest (struct company *company)
{
	return company_open_next (company) || archive_rest (company->archive);
}

/* ---- Mail to the program ---------------------------------------------------------------- */

void
company_send (struct company *company, struct desk *desk, gboolean from_nobody, const char *recipient, const GString *text)
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

/* ---- Mail from the program -------------------------------------------------------------- */

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
		company_plan (company, (struct event) {
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
	company_plan (company, (struct event) { .at = at, .kind = EVENT_ROBOT, .desk = desk, .letter = again,
	                                .mail = robots_absence (desk->person, again, absence, at) });
}

/* A program looks into the mail of somebody who is away, at once. FALSE: there was no mail. */
static gboolean
take_for (struct company *company, const struct absence *absence, struct event *event)
{
	company_open_all (company);
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
	struct filing filing = { .letter = company_plan (company, event) };
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

	company_live (company, now + 1);
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
