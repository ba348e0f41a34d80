/* Preloaded into the engine and its children by a story: a mail whose subject holds "kills
 * its reader" does so, as a mail would that finds a bug in the MIME library. */
#include <dlfcn.h>
#include <signal.h>
#include <string.h>

typedef void *construct_part (void *parser, void *options);
typedef const char *get_header (void *object, const char *name);

construct_part g_mime_parser_construct_part;

void *
g_mime_parser_construct_part (void *parser, void *options)
{
	construct_part *real = (construct_part *) dlsym (RTLD_NEXT, "g_mime_parser_construct_part");
	get_header *header_of = (get_header *) dlsym (RTLD_DEFAULT, "g_mime_object_get_header");
	void *mail = real (parser, options);
	const char *subject = mail != NULL ? header_of (mail, "Subject") : NULL;

	if (subject != NULL && strstr (subject, "kills its reader") != NULL)
		raise (SIGKILL);
	return mail;
}
