#include "bundle.h"

#include <string.h>

const char *
rn_bundle_type_name (enum rn_bundle_type type)
{
	static const char *const names[RN_BUNDLE_TYPES] = { "end", "text", "number", "real", "flag", "list", "table" };
	return names[type];
}

static void
begin (GByteArray *bundle, const char *name, enum rn_bundle_type type)
{
	guint8 mark = (guint8) type;

	g_byte_array_append (bundle, &mark, 1);
	if (type != RN_BUNDLE_END)
		rn_pack_text (bundle, name);
}

void
rn_bundle_text (GByteArray *bundle, const char *name, const char *text)
{
	begin (bundle, name, RN_BUNDLE_TEXT);
	rn_pack_text (bundle, text);
}

void
rn_bundle_number (GByteArray *bundle, const char *name, gint64 number)
{
	begin (bundle, name, RN_BUNDLE_NUMBER);
	rn_pack_number (bundle, number);
}

void
rn_bundle_flag (GByteArray *bundle, const char *name, gboolean flag)
{
	begin (bundle, name, RN_BUNDLE_FLAG);
	rn_pack_number (bundle, flag);
}

static void
add_real (GByteArray *bundle, const char *name, double real)
{
	gint64 bits;

	memcpy (&bits, &real, sizeof bits);
	begin (bundle, name, RN_BUNDLE_REAL);
	rn_pack_number (bundle, bits);
}

void
rn_bundle_open (GByteArray *bundle, const char *name, enum rn_bundle_type type)
{
	begin (bundle, name, type);
}

void
rn_bundle_close (GByteArray *bundle)
{
	begin (bundle, NULL, RN_BUNDLE_END);
}

/* ---- From GVariants -------------------------------------------------------------- */

static gint64
whole_number (GVariant *value)
{
	switch (g_variant_classify (value)) {
	case G_VARIANT_CLASS_BYTE:
		return g_variant_get_byte (value);
	case G_VARIANT_CLASS_INT16:
		return g_variant_get_int16 (value);
	case G_VARIANT_CLASS_UINT16:
		return g_variant_get_uint16 (value);
	case G_VARIANT_CLASS_INT32:
		return g_variant_get_int32 (value);
	case G_VARIANT_CLASS_UINT32:
		return g_variant_get_uint32 (value);
	case G_VARIANT_CLASS_UINT64:
		return (gint64) g_variant_get_uint64 (value);
	default:
		return g_variant_get_int64 (value);
	}
}

static void
add_items (GByteArray *bundle, GVariant *value, gboolean are_named)
{
	for (gsize i = 0, n = g_variant_n_children (value); i < n; i++) {
		g_autoptr (GVariant) item = g_variant_get_child_value (value, i);
		g_autoptr (GVariant) key = are_named ? g_variant_get_child_value (item, 0) : NULL;
		g_autoptr (GVariant) named = are_named ? g_variant_get_child_value (item, 1) : NULL;
		rn_bundle_variant (bundle, are_named ? g_variant_get_string (key, NULL) : NULL, are_named ? named : item);
	}
	rn_bundle_close (bundle);
}

void
rn_bundle_variant (GByteArray *bundle, const char *name, GVariant *value)
{
	gboolean is_table = g_variant_is_of_type (value, G_VARIANT_TYPE ("a{s*}"));

	if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARIANT)) {
		g_autoptr (GVariant) inner = g_variant_get_variant (value);
		rn_bundle_variant (bundle, name, inner);
	} else if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN)) {
		rn_bundle_flag (bundle, name, g_variant_get_boolean (value));
	} else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE)) {
		add_real (bundle, name, g_variant_get_double (value));
	} else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)) {
		rn_bundle_text (bundle, name, g_variant_get_string (value, NULL));
	} else if (g_variant_is_container (value)) {
		rn_bundle_open (bundle, name, is_table ? RN_BUNDLE_TABLE : RN_BUNDLE_LIST);
		add_items (bundle, value, is_table);
	} else {
		rn_bundle_number (bundle, name, whole_number (value));
	}
}

/* ---- Reading ---------------------------------------------------------------------- */

gboolean
rn_bundle_is_over (const struct rn_unpack *unpack)
{
	return !unpack->is_bad && unpack->at == unpack->end;
}

struct rn_unpack
rn_bundle_begin_bytes (GBytes *bytes)
{
	gsize size = 0;
	const guint8 *at = g_bytes_get_data (bytes, &size);

	return (struct rn_unpack) { at, size > 0 ? at + size : at, FALSE };
}

struct rn_bundled
rn_bundle_read (struct rn_unpack *unpack)
{
	struct rn_bundled read = { .type = RN_BUNDLE_END };

	unpack->is_bad |= unpack->at == unpack->end; /* lists and tables have an end of their own */
	if (!unpack->is_bad)
		read.type = (enum rn_bundle_type) *unpack->at++;
	if (read.type == RN_BUNDLE_END)
		return read;
	unpack->is_bad |= read.type >= RN_BUNDLE_TYPES;
	read.name = rn_unpack_view (unpack, &read.name_size);
	if (read.type == RN_BUNDLE_TEXT)
		read.text = rn_unpack_view (unpack, &read.text_size);
	else if (read.type < RN_BUNDLE_LIST)
		read.number = rn_unpack_number (unpack);
	memcpy (&read.real, &read.number, sizeof read.real);
	if (unpack->is_bad)
		read.type = RN_BUNDLE_END;
	return read;
}

struct rn_unpack
rn_bundle_pass (struct rn_unpack *unpack, enum rn_bundle_type type)
{
	struct rn_unpack inside = *unpack;
	guint depth = type >= RN_BUNDLE_LIST;

	while (depth > 0 && !unpack->is_bad) {
		enum rn_bundle_type next = rn_bundle_read (unpack).type;
		depth += next >= RN_BUNDLE_LIST;
		depth -= next == RN_BUNDLE_END;
	}
	inside.end = unpack->at;
	inside.is_bad = unpack->is_bad;
	return inside;
}
