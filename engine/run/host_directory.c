/* A directory's host: its people, as bundles. */
#include "host_private.h"

#include "bundle.h"
#include "error.h"
#include "frames.h"

static void
add_list (GByteArray *row, const char *name, const char *const *list)
{
	rn_bundle_open (row, name, RN_BUNDLE_LIST);
	for (; list != NULL && *list != NULL; list++)
		rn_bundle_text (row, NULL, *list);
	rn_bundle_close (row);
}

void
rn_host_person (const struct rn_host *face, const struct rn_directory_person *person)
{
	const struct {
		const char *name, *text;
	} texts[] = {
		{ "id", person->id },           { "name", person->name }, { "address", person->address }, { "role", person->role },
		{ "unit", person->unit },       { "manager", person->manager }, { "site", person->site }, { "zone", person->zone },
		{ "hours", person->hours },     { "language", person->language }, { "calendar", person->calendar },
		{ "traditional_mentor", person->traditional_mentor },
	};
	GByteArray *row = rn_channel_open (rn_host_of (face)->channel, RN_FRAME_PERSON);

	rn_bundle_open (row, NULL, RN_BUNDLE_TABLE);
	for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
		rn_bundle_text (row, texts[i].name, texts[i].text);
	add_list (row, "aliases", person->aliases);
	add_list (row, "skills", person->skills);
	add_list (row, "wishes", person->wishes);
	rn_bundle_number (row, "level", person->level);
	rn_bundle_number (row, "absent_until", person->absent_until);
	rn_bundle_close (row);
	rn_channel_close (rn_host_of (face)->channel);
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
