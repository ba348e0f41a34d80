/* What the simulated company is made of: its sites, working hours, names, units and
 * topics. Const tables only. */
#ifndef SIMULATED_PLACES_H
#define SIMULATED_PLACES_H

#include <glib.h>

/* When somebody works: minutes after local midnight for each day from Sunday; an
 * empty span is a free day. */
struct shift {
	const char *text; /* the same as the directory writes it */
	struct { guint16 from, to; } days[7];
};

/* A name as it is written, and as it stands in a mail address. */
struct spelling {
	const char *name, *ascii;
};

struct site {
	const char *name, *zone;
	const char *windows_zone;  /* how Outlook calls the zone */
	const char *windows_rules; /* and its VTIMEZONE below the TZID */
	guint share;          /* of 100 people */
	guint german;         /* of 100 people here, who write German */
	const struct spelling *given, *family;
	guint n_given, n_family;
	const struct shift *const *shifts;
	guint n_shifts;
};

extern const struct site places_sites[];
extern const guint places_n_sites;

extern const char *const places_units[];
extern const guint places_n_units;

/* Something that can be taught. A person finds it in a mail by its words. */
struct topic {
	const char *title;       /* as the directory has it */
	const char *english[3];  /* as a person would write it */
	const char *german[3];
	const char *words[6];    /* case-folded; any of them in a line means this topic; NULL ends */
};

extern const struct topic places_topics[];
extern const guint places_n_topics; /* at most 32 */

#endif
