/* Preloaded into a demo and its children: the MIME library takes every answer ("Re: …") for
 * no mail at all, as a reader would that was broken. */
#include <dlfcn.h>
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

	return subject != NULL && strncmp (subject, "Re: ", 4) == 0 ? NULL : message;
}
