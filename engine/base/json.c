#include "json.h"

#include <json-glib/json-glib.h>

char *
rn_json (GVariant *value)
{
	g_autoptr (GVariant) owned = g_variant_ref_sink (value);
	g_autoptr (JsonNode) node = json_gvariant_serialize (owned);
	return json_to_string (node, FALSE);
}
