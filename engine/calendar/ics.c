#include "ics.h"

#include <string.h>

/* ---- Lines ---- */

/* Unfolds in place and leaves one LF behind every line. A NUL, which no text has,
 * becomes a blank. */
static void
unfold (char *text, gsize size)
{
	char *to = text;

	for (const char *from = text, *stop = text + size; from < stop;) {
		if (*from != '\r' && *from != '\n') {
			*to++ = *from != '\0' ? *from : ' ';
			from++;
			continue;
		}
		while (from < stop && (*from == '\r' || *from == '\n'))
			from++;
		if (from < stop && (*from == ' ' || *from == '\t'))
			from++;
		else
			*to++ = '\n';
	}
	*to = '\0';
}

/* The colon in front of the value; NULL when it has none. Text in quotes counts as
 * one, unless a quote was left open. */
static char *
find_colon (char *rest)
{
	gboolean quoted = FALSE;

	for (char *c = rest; *c != '\0'; c++) {
		if (*c == '"')
			quoted = !quoted;
		else if (*c == ':' && !quoted)
			return c;
	}
	return strchr (rest, ':');
}

/* The colon in front of the address that ends the line of a person, or NULL. Nothing
 * behind it is in quotes, so that a name cannot pose as an address. */
static char *
find_address (char *rest)
{
	static const char mailto[] = ":mailto";
	char *colon = strrchr (rest, ':');
	gsize length = sizeof mailto - 1;

	if (colon == NULL || strchr (colon, '@') == NULL || strchr (colon, '"') != NULL)
		return NULL;
	if ((gsize) (colon - rest) >= length && g_ascii_strncasecmp (colon - length, mailto, length) == 0)
		colon -= length;
	return colon;
}

static gboolean
is_person (const char *name)
{
	return strcmp (name, "ATTENDEE") == 0 || strcmp (name, "ORGANIZER") == 0;
}

/* Lines of dates and times: their values have no colon. */
static gboolean
is_moment (const char *name)
{
	static const char *const names[] = { "DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE", NULL };
	return g_strv_contains (names, name);
}

static void
upper_case (char *text)
{
	for (; *text != '\0'; text++)
		*text = g_ascii_toupper (*text);
}

/* Cuts "NAME;PARAMETERS:VALUE" in three; FALSE for what is no content line. */
static gboolean
split_line (rn_ics *ics, char *text, struct rn_line *line)
{
	char *rest = text;
	while (g_ascii_isalnum (*rest) || *rest == '-' || *rest == '_')
		rest++;
	char *colon = *rest == ':' ? rest : *rest == ';' ? find_colon (rest) : NULL;
	if (rest == text || colon == NULL)
		return FALSE;

	gboolean has_parameters = *rest == ';';
	char *address = has_parameters ? find_address (rest) : NULL;
	char *last = strrchr (rest, ':');
	*rest = '\0';
	upper_case (text);
	if (is_moment (text))
		colon = last; /* Exchange's TZID=tzone://Microsoft/Utc has one */
	if (address != NULL && address != colon && is_person (text)) {
		colon = address;
		ics->has_bare_colon = TRUE;
	}
	*colon = '\0';
	line->name = text;
	line->parameters = has_parameters ? rest + 1 : "";
	line->value = colon + 1;
	return TRUE;
}

/* The line itself, or converted when it is no UTF-8. */
static char *
as_utf8 (rn_ics *ics, char *line, gsize length)
{
	if (g_utf8_validate (line, (gssize) length, NULL))
		return line;
	if (!ics->is_foreign_text) {
		ics->is_foreign_text = TRUE;
		ics->converted = g_string_chunk_new (4096);
		ics->western = g_iconv_open ("UTF-8", "WINDOWS-1252");
	}
	g_autofree char *western = g_convert_with_iconv (line, (gssize) length, ics->western, NULL, NULL, NULL);
	g_autofree char *any = western == NULL ? g_utf8_make_valid (line, (gssize) length) : NULL;
	return g_string_chunk_insert (ics->converted, western != NULL ? western : any);
}

/* ---- Components ---- */

static struct rn_component *
component_at (const rn_ics *ics, guint i)
{
	return &g_array_index (ics->component_array, struct rn_component, i);
}

/* Where the reading stands: the open component, and how deep it lies. */
struct place {
	guint open, depth; /* depth 0: outside of any calendar */
};

static void
begin (rn_ics *ics, char *name, struct place *place)
{
	guint number = ics->component_array->len;
	struct rn_component component = { .name = name, .parent = place->depth > 0 ? place->open : number,
		                          .first = ics->line_array->len, .end = ics->line_array->len };

	if (place->depth == RN_MAX_ICS_DEPTH) {
		ics->reason = "bad-calendar";
		return;
	}
	if (strcmp (name, "VCALENDAR") == 0)
		ics->n_calendars++;
	g_array_append_val (ics->component_array, component);
	place->open = number;
	place->depth++;
}

/* Closes the innermost component of that name and, as cut short, those within. */
static void
end (rn_ics *ics, const char *name, struct place *place)
{
	guint match = place->open, depth = place->depth;

	while (depth > 0 && strcmp (component_at (ics, match)->name, name) != 0) {
		match = component_at (ics, match)->parent;
		depth--;
	}
	if (depth == 0)
		return;
	for (;; place->open = component_at (ics, place->open)->parent) {
		component_at (ics, place->open)->end = ics->line_array->len;
		if (place->open == match)
			break;
	}
	component_at (ics, match)->is_closed = TRUE;
	place->open = component_at (ics, match)->parent;
	place->depth = depth - 1;
}

static void
take_line (rn_ics *ics, char *text, gsize length, struct place *place)
{
	struct rn_line line = { .component = place->open };
	gboolean is_line = split_line (ics, as_utf8 (ics, text, length), &line);
	gboolean begins = is_line && strcmp (line.name, "BEGIN") == 0, ends = is_line && strcmp (line.name, "END") == 0;

	if (begins || ends) {
		upper_case ((char *) line.value);
		g_strstrip ((char *) line.value);
	}
	if (begins && (place->depth > 0 || strcmp (line.value, "VCALENDAR") == 0))
		begin (ics, (char *) line.value, place);
	else if (place->depth == 0)
		*(ics->n_calendars == 0 ? &ics->has_junk_before : &ics->has_text_behind) = TRUE;
	else if (ends)
		end (ics, line.value, place);
	else if (is_line)
		g_array_append_val (ics->line_array, line);
}

/* ---- The whole ---- */

static void
read_lines (rn_ics *ics, gsize size)
{
	static const char mark[] = "\xef\xbb\xbf";
	struct place place = { 0 };

	unfold (ics->buffer, size);
	char *line = ics->buffer;
	if (strncmp (line, mark, 3) == 0)
		line += 3;
	line += strspn (line, " \t");
	while (*line != '\0' && ics->reason == NULL) {
		gsize length = strcspn (line, "\n");
		char *next = line[length] != '\0' ? line + length + 1 : line + length;
		line[length] = '\0';
		if (length > 0)
			take_line (ics, line, length, &place);
		line = next;
	}
	for (; place.depth > 0; place.depth--, place.open = component_at (ics, place.open)->parent)
		component_at (ics, place.open)->end = ics->line_array->len;
}

rn_ics *
rn_ics_new (const char *text, gsize size, gsize max)
{
	rn_ics *ics = g_new0 (rn_ics, 1);

	ics->line_array = g_array_sized_new (FALSE, FALSE, sizeof (struct rn_line), 64);
	ics->component_array = g_array_sized_new (FALSE, FALSE, sizeof (struct rn_component), 8);
	if (size > max) {
		ics->reason = "calendar-too-large";
	} else {
		ics->buffer = g_malloc (size + 1);
		if (size > 0)
			memcpy (ics->buffer, text, size);
		read_lines (ics, size);
	}
	ics->lines = (struct rn_line *) (gpointer) ics->line_array->data;
	ics->components = (struct rn_component *) (gpointer) ics->component_array->data;
	ics->n_components = ics->component_array->len;
	ics->is_complete = ics->reason == NULL;
	for (guint i = 0; i < ics->n_components; i++)
		ics->is_complete = ics->is_complete && ics->components[i].is_closed;
	return ics;
}

void
rn_ics_free (rn_ics *ics)
{
	if (ics == NULL)
		return;
	g_array_unref (ics->line_array);
	g_array_unref (ics->component_array);
	if (ics->is_foreign_text) {
		g_string_chunk_free (ics->converted);
		g_iconv_close (ics->western);
	}
	g_free (ics->buffer);
	g_free (ics);
}

const struct rn_line *
rn_ics_find (const rn_ics *ics, guint component, const char *name, const struct rn_line *after)
{
	guint from = after != NULL ? (guint) (after - ics->lines) + 1 : ics->components[component].first;

	for (guint i = from; i < ics->components[component].end; i++)
		if (ics->lines[i].component == component && strcmp (ics->lines[i].name, name) == 0)
			return &ics->lines[i];
	return NULL;
}

const char *
rn_ics_value (const rn_ics *ics, guint component, const char *name)
{
	const struct rn_line *line = rn_ics_find (ics, component, name, NULL);
	return line != NULL ? line->value : NULL;
}

guint
rn_ics_component (const rn_ics *ics, guint parent, const char *name, guint from)
{
	guint i = from;

	while (i < ics->n_components &&
	       (i == parent || ics->components[i].parent != parent || strcmp (ics->components[i].name, name) != 0))
		i++;
	return i;
}

/* Where the parameter that starts here ends: at a semicolon, outside of quotes when
 * they are in pairs. */
static const char *
parameter_end (const char *start, gboolean quotes_pair)
{
	gboolean quoted = FALSE;

	for (; *start != '\0' && (*start != ';' || quoted); start++)
		if (*start == '"')
			quoted = quotes_pair && !quoted;
	return start;
}

char *
rn_line_parameter (const struct rn_line *line, const char *name)
{
	gsize length = strlen (name);
	guint quotes = 0;
	for (const char *c = strchr (line->parameters, '"'); c != NULL; c = strchr (c + 1, '"'))
		quotes++;

	for (const char *start = line->parameters; *start != '\0';) {
		start += strspn (start, " \t");
		const char *stop = parameter_end (start, quotes % 2 == 0);
		if (g_ascii_strncasecmp (start, name, length) == 0 && start[length] == '=') {
			char *value = g_strstrip (g_strndup (start + length + 1, (gsize) (stop - start) - length - 1));
			gsize size = strlen (value);
			if (size >= 2 && value[0] == '"' && value[size - 1] == '"') {
				value[size - 1] = '\0';
				memmove (value, value + 1, size - 1);
			}
			return value;
		}
		start = *stop != '\0' ? stop + 1 : stop;
	}
	return NULL;
}

char *
rn_ics_text (const char *value)
{
	char *text = g_strdup (value), *to = text;

	for (const char *from = text; *from != '\0'; from++) {
		if (*from == '\\' && from[1] != '\0') {
			from++;
			*to++ = *from == 'n' || *from == 'N' ? '\n' : *from;
		} else {
			*to++ = *from;
		}
	}
	*to = '\0';
	return text;
}
