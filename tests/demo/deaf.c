/* Preloaded into a demo and its children: the MIME library takes every answer ("Re: …") for
 * no mail at all, as a reader would that was broken. */
#include <dlfcn.h>
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

	return subject != NULL && strncmp (subject, "Re: ", 4) == 0 ? NULL : mail;
}
