/* What a configuration adds to `rotnem explain`. */
#ifndef RN_CLI_EXPLAIN_SITE_H
#define RN_CLI_EXPLAIN_SITE_H

#include "explain.h"

/* Knows the programs of a configuration, and tells what they would make of a reading. */
struct rn_explain_site {
	/* NULL with an error when the configuration is bad. */
	gpointer (*open) (const char *config, GError **error);

	/* Sets outcome, person, about and would; they live until the next call. */
	void (*resolve) (gpointer site, struct rn_explained *explained);

	void (*close) (gpointer site);
};

/* NULL where explain knows no configurations; then there is no option -c. */
extern const struct rn_explain_site *rn_explain_site;

#endif
