#include "link.h"

#include <gnutls/x509.h>
#include <poll.h>
#include <string.h>

/* TLS 1.0 and 1.1 are gone (RFC 8996). */
#define VERSIONS "-VERS-TLS1.0:-VERS-TLS1.1"

static gboolean
trust (struct rn_link *link, GError **error)
{
	const char *file = link->server->ca_file;

	gnutls_certificate_allocate_credentials (&link->trusted);
	int n = *file != '\0'
	      ? gnutls_certificate_set_x509_trust_file (link->trusted, file, GNUTLS_X509_FMT_PEM)
	      : gnutls_certificate_set_x509_system_trust (link->trusted);
	if (n > 0)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s:%u: there is no certificate to trust in %s%s%s.",
	             link->server->name, link->server->port, *file != '\0' ? file : "the system's store",
	             n < 0 ? ": " : "", n < 0 ? gnutls_strerror (n) : "");
	return FALSE;
}

/* The name is checked whether it is a host name or an address; only a host name is
 * told to the server beforehand (RFC 6066, 3). */
static void
expect_name (struct rn_link *link)
{
	const char *name = link->server->name;
	gnutls_typed_vdata_st wanted[] = {
		{ .type = GNUTLS_DT_DNS_HOSTNAME, .data = (unsigned char *) name },
		{ .type = GNUTLS_DT_KEY_PURPOSE_OID, .data = (unsigned char *) GNUTLS_KP_TLS_WWW_SERVER },
	};

	if (!g_hostname_is_ip_address (name))
		gnutls_server_name_set (link->tls, GNUTLS_NAME_DNS, name, strlen (name));
	gnutls_session_set_verify_cert2 (link->tls, wanted, G_N_ELEMENTS (wanted), 0);
}

/* What GnuTLS makes of "220 mail.example.org" or "* OK ready". */
static gboolean
is_clear_text (int result)
{
	return result == GNUTLS_E_UNEXPECTED_PACKET || result == GNUTLS_E_UNEXPECTED_PACKET_LENGTH ||
	       result == GNUTLS_E_RECORD_OVERFLOW;
}

/* What was wrong with the certificate, in GnuTLS's words. */
static gboolean
fail_handshake (struct rn_link *link, int result)
{
	if (link->server->security == RN_SECURITY_TLS && is_clear_text (result))
		return rn_link_fail (link, "it answers in clear where TLS must begin; if TLS begins later on this port, "
		                           "“security” must be “starttls”");
	if (result != GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR)
		return rn_link_fail (link, "TLS failed (%s)", gnutls_strerror (result));

	gnutls_datum_t words = { 0 };
	gnutls_certificate_verification_status_print (gnutls_session_get_verify_cert_status (link->tls),
	                                              gnutls_certificate_type_get (link->tls), &words, 0);
	g_autofree char *sentence = g_strstrip (g_strdup ((const char *) words.data));
	if (g_str_has_suffix (sentence, "."))
		sentence[strlen (sentence) - 1] = '\0';
	rn_link_fail (link, "its certificate is refused: %s", sentence);
	gnutls_free (words.data);
	return FALSE;
}

static gboolean
shake_hands (struct rn_link *link)
{
	for (;;) {
		int result = gnutls_handshake (link->tls);
		if (result == GNUTLS_E_SUCCESS)
			return TRUE;
		if (gnutls_error_is_fatal (result))
			return fail_handshake (link, result);
		if (!rn_link_wait (link, gnutls_record_get_direction (link->tls) == 0 ? POLLIN : POLLOUT))
			return FALSE;
	}
}

gboolean
rn_link_start_tls (struct rn_link *link, GError **error)
{
	if (!trust (link, error))
		return FALSE;
	gnutls_init (&link->tls, GNUTLS_CLIENT | GNUTLS_NONBLOCK | GNUTLS_NO_SIGNAL);
	gnutls_set_default_priority_append (link->tls, VERSIONS, NULL, 0);
	gnutls_credentials_set (link->tls, GNUTLS_CRD_CERTIFICATE, link->trusted);
	expect_name (link);
	gnutls_transport_set_int (link->tls, link->fd);
	return shake_hands (link) || rn_link_error (link, error);
}
