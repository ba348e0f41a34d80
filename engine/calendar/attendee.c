#include "attendee.h"

#include <string.h>

#include "address.h"

static char *
safe_address (const char *written)
{
	/* "mailto:<ada@example.com>" has both kinds of wrapping */
	g_autofree char *outer = rn_address_normal (written);
	char *address = rn_address_normal (outer);

	address[strcspn (address, "?")] = '\0'; /* header fields of the URI (RFC 6068, 2) */
	if (!rn_address_is_safe (address))
		*address = '\0';
	return address;
}

char *
rn_attendee_address (const struct rn_line *line)
{
	char *address = safe_address (line->value);
	g_autofree char *email = *address == '\0' ? rn_line_parameter (line, "EMAIL") : NULL;

	if (email == NULL)
		return address;
	g_free (address);
	return safe_address (email);
}

char *
rn_attendee_parameter (const struct rn_line *line, const char *name)
{
	g_autofree char *value = rn_line_parameter (line, name);

	if (value == NULL)
		return g_strdup ("");
	/* "mailto:a@example.com","mailto:b@example.com" */
	value[strcspn (value, "\",")] = '\0';
	return safe_address (value);
}

char *
rn_attendee_partstat (const struct rn_line *line)
{
	static const char *const known[] = { "NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED", NULL };
	static const char *const of_tasks[] = { "COMPLETED", "IN-PROCESS", NULL };
	g_autofree char *value = rn_line_parameter (line, "PARTSTAT");
	g_autofree char *upper = value != NULL ? g_strstrip (g_ascii_strup (value, -1)) : NULL;

	if (upper == NULL || *upper == '\0' || g_strv_contains (of_tasks, upper))
		return g_strdup ("");
	return g_strv_contains (known, upper) ? g_steal_pointer (&upper) : g_strdup ("NEEDS-ACTION");
}

/* ---- Who speaks ---- */

/* The same mailbox, whatever the plus part. */
static gboolean
is_same (const char *address, const char *base)
{
	g_autofree char *other = rn_address_base (address);
	return *address != '\0' && strcmp (other, base) == 0;
}

static gboolean
is_sender (const struct rn_line *line, const char *base)
{
	g_autofree char *address = rn_attendee_address (line);
	return is_same (address, base);
}

static gboolean
acts_through (const struct rn_line *line, const char *base)
{
	g_autofree char *agent = rn_attendee_parameter (line, "SENT-BY");
	return is_same (agent, base);
}

static gboolean
has_answered (const struct rn_line *line, const char *base)
{
	(void) base;
	g_autofree char *partstat = rn_attendee_partstat (line);
	return *partstat != '\0' && strcmp (partstat, "NEEDS-ACTION") != 0;
}

static gboolean
is_anyone (const struct rn_line *line, const char *base)
{
	(void) base;
	return strchr (line->value, '@') != NULL || *line->parameters != '\0';
}

/* The one line that the test holds for; NULL when it holds for none or several. The
 * same person may be listed twice. */
static const struct rn_line *
only_one (const rn_ics *ics, guint component, gboolean (*test) (const struct rn_line *line, const char *base),
          const char *base)
{
	const struct rn_line *found = NULL, *line = NULL;

	while ((line = rn_ics_find (ics, component, "ATTENDEE", line)) != NULL) {
		if (!test (line, base))
			continue;
		if (found != NULL && g_ascii_strcasecmp (found->value, line->value) != 0)
			return NULL;
		found = line;
	}
	return found;
}

const struct rn_line *
rn_attendee_speaker (const rn_ics *ics, guint component, const char *from, gboolean is_counter)
{
	g_autofree char *base = from != NULL && *from != '\0' ? rn_address_base (from) : NULL;
	const struct rn_line *line = base != NULL ? only_one (ics, component, is_sender, base) : NULL;

	if (line == NULL && base != NULL)
		line = only_one (ics, component, acts_through, base);
	if (line == NULL)
		line = only_one (ics, component, is_anyone, base);
	if (line == NULL && !is_counter)
		line = only_one (ics, component, has_answered, base);
	return line;
}
