/* A directory's host: its people. */
#include "host_private.h"

#include "error.h"
#include "frames.h"
#include "people.h"

void
rn_host_person (const struct rn_host *face, const struct rn_directory_person *person)
{
	rn_channel *channel = rn_host_of (face)->channel;

	rn_person_pack (person, rn_channel_open (channel, RN_FRAME_PERSON));
	rn_channel_close (channel);
	rn_host_flow (rn_host_of (face), NULL);
}

void
rn_host_bad_row (const struct rn_host *face, const char *file, guint line, guint column, const char *why)
{
	rn_channel_put (rn_host_of (face)->channel, RN_FRAME_BAD_ROW,
	                g_variant_new ("(@suu@s)", rn_host_valid (file), (guint32) line, (guint32) column, rn_host_valid (why)));
}

void
rn_host_take_list (struct host *host, GVariant *body)
{
	g_autoptr (GError) error = NULL;

	if (host->simulated)
		host->now = g_variant_get_int64 (body);
	host->directory.list (host->selves[RN_DIRECTORY], &error);
	rn_channel_put (host->channel, RN_FRAME_LISTED, g_variant_new ("(s@s)", rn_error_word (error), rn_host_valid (error ? error->message : "")));
}
