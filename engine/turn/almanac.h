/* Public holidays of the company's sites, from a calendar file for each. The files are the
 * operator's. */
#ifndef RN_TURN_ALMANAC_H
#define RN_TURN_ALMANAC_H

#include "slots.h"

typedef struct rn_almanac rn_almanac;

rn_almanac *rn_almanac_new (void);
void rn_almanac_free (rn_almanac *almanac); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_almanac, rn_almanac_free)

/* Takes the holidays of a site from a file. CONFIG errors name the file; a file with a time
 * or rule that cannot be read is refused as a whole. */
gboolean rn_almanac_load (rn_almanac *almanac, const char *site, const char *path, GError **error);

/* The holidays of that site by the clock of that zone, from a year before `now` to some years behind
 * it: of struct rn_span, the almanac's. Sites compare without regard to case; NULL: one without a file has
 * none, nor has an almanac of NULL. */
const GArray *rn_almanac_days (rn_almanac *almanac, const char *site, const char *zone, rn_time now);

/* Closes the hours of a person at that site on them. */
void rn_almanac_close (rn_almanac *almanac, const char *site, const char *zone, rn_time now, rn_hours *hours);

#endif
