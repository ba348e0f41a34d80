/* What the files about requests share, and no one else. */
#ifndef RN_RUN_REQUEST_PARTS_H
#define RN_RUN_REQUEST_PARTS_H

#include "control.h"
#include "person.h"

struct rn_request {
	rn_engine *engine;
	GVariant *arguments;
	rn_control_line line;
	gpointer data;
};

/* A line of the answer, which may be floating. */
void rn_request_emit (struct rn_request *request, GVariant *value);

/* The person whom the argument “person” names: an address, an id of the directory, or person:N. DATA when there
 * is none, or she was forgotten. */
rn_person *rn_request_person (struct rn_request *request, GError **error);

/* Whoever asks, for the journal. */
const char *rn_request_by (const struct rn_request *request);

/* request_campaign.c */
gboolean rn_request_list_campaigns (struct rn_request *request, GError **error);
gboolean rn_request_pause_campaign (struct rn_request *request, GError **error);
gboolean rn_request_resume_campaign (struct rn_request *request, GError **error);
gboolean rn_request_stop_campaign (struct rn_request *request, GError **error);

/* request_change.c */
gboolean rn_request_retry_mail (struct rn_request *request, GError **error);
gboolean rn_request_dismiss_mail (struct rn_request *request, GError **error);
gboolean rn_request_finish_task (struct rn_request *request, GError **error);
gboolean rn_request_end_pairing (struct rn_request *request, GError **error);
gboolean rn_request_resume_person (struct rn_request *request, GError **error);
gboolean rn_request_import_people (struct rn_request *request, GError **error);

/* request_export.c: everything that is stored about her, a line each. */
gboolean rn_request_export (struct rn_request *request, GError **error);

/* request_forget.c: what would go, or, with “sure”, goes. */
gboolean rn_request_forget (struct rn_request *request, GError **error);
gboolean rn_request_again (struct rn_request *request, GError **error);

/* request_release.c: why a store is on hold and what would leave, its release, and a mail that is not to leave. */
gboolean rn_request_hold (struct rn_request *request, GError **error);
gboolean rn_request_release (struct rn_request *request, GError **error);
gboolean rn_request_drop (struct rn_request *request, GError **error);

#endif
