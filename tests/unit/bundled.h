/* Bundles of tests, written as GVariants. */
#ifndef RN_TESTS_BUNDLED_H
#define RN_TESTS_BUNDLED_H

#include "bundle.h"

/* The value as a bundle; takes it when it is floating. */
static inline GBytes *
bundled (GVariant *value)
{
	g_autoptr (GVariant) owned = g_variant_ref_sink (value);
	GByteArray *bundle = g_byte_array_new ();

	rn_bundle_variant (bundle, NULL, owned);
	return g_byte_array_free_to_bytes (bundle);
}

/* What a dictionary holds, and its END: fields of a template. */
static inline GBytes *
bundled_fields (GVariant *dictionary)
{
	g_autoptr (GBytes) whole = bundled (dictionary);
	struct rn_unpack unpack = rn_bundle_begin_bytes (whole);
	const guint8 *begin = unpack.at;

	rn_bundle_read (&unpack);
	return g_bytes_new_from_bytes (whole, (gsize) (unpack.at - begin), (gsize) (unpack.end - unpack.at));
}

#endif
