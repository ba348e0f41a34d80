#include "render_memory.h"

#include <glib.h>
#include <libxml/xmlmemory.h>

void
rn_render_memory (void)
{
	xmlMemSetup (g_free, g_malloc, g_realloc, g_strdup);
}
