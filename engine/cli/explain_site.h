/* explain -c: what the engine, or the store when none runs, would make of a reading. */
#ifndef RN_CLI_EXPLAIN_SITE_H
#define RN_CLI_EXPLAIN_SITE_H

#include "explain.h"

typedef struct rn_explain_site rn_explain_site;

/* NULL when the configuration is bad, which is told. */
rn_explain_site *rn_explain_site_new (const char *config);
void rn_explain_site_free (rn_explain_site *site); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_explain_site, rn_explain_site_free)

/* Sets outcome, reason, person, about and would; they live until the next call. */
void rn_explain_site_resolve (rn_explain_site *site, struct rn_explained *explained);

#endif
