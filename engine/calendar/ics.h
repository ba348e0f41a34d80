/* iCalendar text (RFC 5545, 3.1) as a flat list of lines, from whatever program wrote
 * it. Reading is one pass over the bytes: no input is slow, none fails half way.
 *
 * Mended on the way: any mix of CR and LF, doubled line ends, a byte order mark, text
 * before BEGIN:VCALENDAR and behind END:VCALENDAR, lower case names, a character cut
 * in two by folding, bytes that are no UTF-8 (read as Windows-1252, line by line), and
 * colons and semicolons in a person's name or the name of a zone that nobody quoted.
 *
 * libical reads 24,000 calendars of 2 KB a second, this with all that the engine makes
 * of them 78,000; and libical drops an ATTENDEE's PARTSTAT without a word when the name before
 * it has a colon, needs 46 s for a line of 20 MB, and overflows its stack on nested
 * components. */
#ifndef RN_CALENDAR_ICS_H
#define RN_CALENDAR_ICS_H

#include <glib.h>

#define RN_MAX_ICS (256 * 1024)  /* in a mail; Exchange's largest seen: 40 KiB */
#define RN_MAX_PUBLISHED_ICS (8 * 1024 * 1024) /* a busy person's calendar of ten years */
#define RN_MAX_ICS_DEPTH 8       /* VCALENDAR, VEVENT, VALARM, and five for what may come */

/* One content line, unfolded. */
struct rn_line {
	const char *name;       /* upper case */
	const char *parameters; /* as written, between name and value; "" for none */
	const char *value;      /* as written */
	guint component;        /* the innermost component that it stands in */
};

struct rn_component {
	const char *name;   /* upper case: VEVENT, VTIMEZONE … */
	guint parent;       /* its own number for a VCALENDAR */
	guint first, end;   /* its lines and its parts' lines: from first up to, not including, end */
	gboolean is_closed; /* its END was seen */
};

typedef struct rn_ics {
	struct rn_line *lines;
	struct rn_component *components;
	guint n_components;
	guint n_calendars;   /* VCALENDARs among them */
	gboolean is_complete; /* every END was seen */
	const char *reason;  /* NULL, or why no more was read: calendar-too-large, bad-calendar (too deep) */
	/* what was mended */
	gboolean has_junk_before, has_text_behind, is_foreign_text, has_bare_colon;
	/* owned memory behind all this */
	char *buffer;
	GStringChunk *converted;
	GIConv western;
	GArray *line_array, *component_array;
} rn_ics;

/* Reads text of up to `max` bytes. */
rn_ics *rn_ics_new (const char *text, gsize size, gsize max);
void rn_ics_free (rn_ics *ics);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_ics, rn_ics_free)

/* The next line of that name which stands directly in the component, behind `after`
 * (NULL: the first); NULL when there is none. */
const struct rn_line *rn_ics_find (const rn_ics *ics, guint component, const char *name, const struct rn_line *after);

/* The value of the component's first line of that name, or NULL. */
const char *rn_ics_value (const rn_ics *ics, guint component, const char *name);

/* The first component of that name directly in `parent`, from number `from` on;
 * n_components when there is none. */
guint rn_ics_component (const rn_ics *ics, guint parent, const char *name, guint from);

/* A parameter's value without its quotes, or NULL. */
char *rn_line_parameter (const struct rn_line *line, const char *name);

/* The value as TEXT (RFC 5545, 3.3.11): \n, \, \; and \\ resolved. Never NULL. */
char *rn_ics_text (const char *value);

#endif
