#include "seal.h"

#include <sodium.h>
#include <string.h>

char *
rn_seal (const struct rn_site *site, const char *place, const char *text)
{
	gsize length = strlen (text), size = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + length;
	g_autofree guint8 *box = g_malloc (size);

	/* the nonce follows from key, place and text, so equal simulations give equal databases,
	 * and one nonce never seals two different texts */
	g_autofree char *whole = g_strdup_printf ("%s\n%s", place, text);
	crypto_generichash (box, crypto_secretbox_NONCEBYTES, (const guint8 *) whole, strlen (whole), site->key,
	                    sizeof site->key);
	crypto_secretbox_easy (box + crypto_secretbox_NONCEBYTES, (const guint8 *) text, length, box, site->key);
	return g_base64_encode (box, size);
}

char *
rn_unseal (const struct rn_site *site, const char *sealed)
{
	gsize size = 0;
	g_autofree guint8 *box = g_base64_decode (sealed, &size);
	gsize head = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;

	if (size < head)
		return g_strdup ("");
	g_autofree char *text = g_malloc0 (size - head + 1);
	if (crypto_secretbox_open_easy ((guint8 *) text, box + crypto_secretbox_NONCEBYTES,
	                                size - crypto_secretbox_NONCEBYTES, box, site->key) != 0)
		return g_strdup ("");
	return g_steal_pointer (&text);
}
