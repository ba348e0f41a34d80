/* A record as bytes: numbers and texts one behind the other, in an order that both sides
 * know. A mail's reading takes a twentieth of the time that it takes as a GVariant
 * dictionary. The bytes are the same on every computer: a number has seven bits in each
 * byte, the lowest first, with the sign as its lowest bit; a text has its size before it and
 * a zero behind it. */
#ifndef RN_BASE_PACK_H
#define RN_BASE_PACK_H

#include <glib.h>

/* Appends. Text that is no UTF-8 is mended; NULL is "". */
void rn_pack_number (GByteArray *pack, gint64 number);
void rn_pack_text (GByteArray *pack, const char *text);

/* Appends how many texts there are, and them; NULL is none. */
void rn_pack_list (GByteArray *pack, const char *const *list);

/* Appends bytes of any kind, with their size. */
void rn_pack_bytes (GByteArray *pack, GBytes *bytes);

/* The same without their size, at the end of a record. */
void rn_pack_rest (GByteArray *pack, GBytes *bytes);

/* Where to read on. Once something did not fit, the record is bad, numbers are 0 and
 * texts "". */
struct rn_unpack {
	const guint8 *at, *end;
	gboolean is_bad;
};

/* Starts at the beginning of an ay, which has to live on. */
struct rn_unpack rn_unpack_begin (GVariant *frame);

gint64 rn_unpack_number (struct rn_unpack *unpack);

/* A new string, valid UTF-8. */
char *rn_unpack_text (struct rn_unpack *unpack);

/* The same where it stands; ended by a zero, and none is in it. */
const char *rn_unpack_view (struct rn_unpack *unpack, gsize *size);

/* The texts of a list, in place of those that were there. */
void rn_unpack_list (struct rn_unpack *unpack, GStrv *list);

/* Bytes where they stand: they live as long as the record. None when it is bad. */
GBytes *rn_unpack_bytes (struct rn_unpack *unpack);

/* What is left where it stands; TRUE unless the record is bad. */
gboolean rn_unpack_rest (struct rn_unpack *unpack, const guint8 **bytes, gsize *size);

/* The number of rows that follow; 0 when as many cannot be there. */
gsize rn_unpack_rows (struct rn_unpack *unpack);

/* Whether a record is of that form: a letter a value, n a number, s a text, and * at its end
 * whatever is left. */
gboolean rn_unpack_is (struct rn_unpack unpack, const char *form);

#endif
