/* Errors are named by what to do next. Every call that can fail takes a GError
 * last and sets it in this domain (GLib's own domains pass through unchanged).
 * Messages are complete sentences that name the place: "rotnem.conf:12: …". */
#ifndef RN_API_ERROR_H
#define RN_API_ERROR_H

#include <glib.h>

#define RN_ERROR (rn_error_quark ())

enum rn_error {
	RN_ERROR_RETRY,     /* try the same again later: network, busy, full disk */
	RN_ERROR_CONFIG,    /* a person must change a setting, script or template */
	RN_ERROR_DATA,      /* this one input is bad: set it aside, go on */
	RN_ERROR_UNCERTAIN, /* it may or may not have happened: ask before repeating */
	RN_ERROR_REFUSED,   /* the other side, or a rule, said no; repeating is futile */
	RN_ERROR_BUG,       /* a promise inside Rotnem was broken */
};

static inline GQuark
rn_error_quark (void)
{
	return g_quark_from_static_string ("rotnem-error");
}

#endif
