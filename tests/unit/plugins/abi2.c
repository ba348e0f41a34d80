/* A plugin of a later Rotnem: nothing behind its first member may be looked at. */
#include "plugin.h"

RN_EXPORT const struct rn_plugin rn_plugin = { .abi = 2, .name = (const char *) 1, .provides = (const struct rn_provider *) 1 };
