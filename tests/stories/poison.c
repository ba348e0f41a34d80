/* Preloaded into the engine and its children by a story: a mail whose subject holds "kills
 * its reader" does so, as a mail would that finds a bug in the MIME library. */
#include <dlfcn.h>
#include <signal.h>
#include <string.h>

typedef void *construct_message (void *parser, void *options);
typedef const char *get_subject (void *message);

construct_message g_mime_parser_construct_message;

void *
g_mime_parser_construct_message (void *parser, void *options)
{
	construct_message *real = (construct_message *) dlsym (RTLD_NEXT, "g_mime_parser_construct_message");
	get_subject *subject_of = (get_subject *) dlsym (RTLD_DEFAULT, "g_mime_message_get_subject");
	void *message = real (parser, options);
	const char *subject = message != NULL ? subject_of (message) : NULL;

	if (subject != NULL && strstr (subject, "kills its reader") != NULL)
		raise (SIGKILL);
	return message;
}
