/* Preloaded into the engine and its children: a mail whose subject holds "kills its reader" does so,
 * as a mail would that finds a bug in the MIME library. */
#include <dlfcn.h>
#include <signal.h>
#include <string.h>

typedef char *unfold (const char *value);

unfold g_mime_utils_header_unfold;

char *
g_mime_utils_header_unfold (const char *value)
{
	unfold *real = (unfold *) dlsym (RTLD_NEXT, "g_mime_utils_header_unfold");

	if (strstr (value, "kills its reader") != NULL)
		raise (SIGKILL);
	return real (value);
}
