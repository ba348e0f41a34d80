/* Never comes back from being loaded. */
#include "plugin.h"

#include <unistd.h>

static
__attribute__ ((constructor)) void
               hang (void)
{
	for (;;)
		pause ();
}

RN_EXPORT const struct rn_plugin rn_plugin = { .abi = RN_PLUGIN_ABI, .name = "hang" };
