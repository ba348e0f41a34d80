/* A store that is on hold: what would leave, that something does not, and its release. */
#include "request_parts.h"

#include "arguments.h"

gboolean
rn_request_hold (struct rn_request *request, GError **error)
{
	g_auto (GVariantBuilder) dict = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

	if (!rn_engine_show_hold (request->engine, &dict, error))
		return FALSE;
	rn_request_emit (request, g_variant_builder_end (&dict));
	return TRUE;
}

gboolean
rn_request_release (struct rn_request *request, GError **error)
{
	gboolean moved = rn_argument_flag (request->arguments, "moved");
	g_auto (GVariantBuilder) dict = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

	if (!rn_engine_release (request->engine, rn_request_by (request), moved, &dict, error))
		return FALSE;
	rn_request_emit (request, g_variant_builder_end (&dict));
	return TRUE;
}

gboolean
rn_request_drop (struct rn_request *request, GError **error)
{
	return rn_engine_drop (request->engine, rn_request_by (request), rn_argument_number (request->arguments, "id", 0), error);
}
