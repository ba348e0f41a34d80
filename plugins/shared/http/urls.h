/* Addresses on the web: what may be asked, how it is shown, and the template that gives
 * each person one. Read by libcurl's own parser, so that what is checked is what is
 * asked. */
#ifndef RN_HTTP_URLS_H
#define RN_HTTP_URLS_H

#include "plugin.h"

/* Whether it may be asked: https, or http on this machine, or file where `files` says
 * so; without a name or password in it. CONFIG error, a whole sentence. */
gboolean rn_url_check (const char *url, gboolean files, GError **error);

/* The address as messages show it: without name, password, query and fragment. */
char *rn_url_shown (const char *url);

/* The address without name and password, which libcurl adds on a redirect. */
char *rn_url_without_login (const char *url);

/* What a href of an answer from `base` means. CONFIG error when it leads to another
 * server, who would get our password, or is none. */
char *rn_url_resolve (const char *base, const char *href, GError **error);

/* What a template knows of a person. */
struct rn_url_person {
	const char *id, *address;
};

/* Fills "https://calendar.example.com/{user}/busy.ics", each field percent-encoded: {user}
 * and {domain} are the parts of the address, {address} the whole, {id} the directory's.
 * CONFIG error for a field that there is not, or an address that may not be asked. */
char *rn_url_fill (const char *template, const struct rn_url_person *person, gboolean files, GError **error);

#endif
