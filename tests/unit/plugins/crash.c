/* Ends its process as soon as it is loaded. */
#include "plugin.h"

#include <stdlib.h>

static
__attribute__ ((constructor)) void
               crash (void)
{
	abort ();
}

RN_EXPORT const struct rn_plugin rn_plugin = { .abi = RN_PLUGIN_ABI, .name = "crash" };
