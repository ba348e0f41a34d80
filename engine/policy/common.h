/* Bindings that every sandbox has in `core`: texts, time, words of the vocabulary. */
#ifndef RN_POLICY_COMMON_H
#define RN_POLICY_COMMON_H

#include <lauxlib.h>

/* Described at the top of scripts/rotnem/init.lua. */
extern const luaL_Reg rn_common_bindings[];

#endif
