#include "ends.h"

#define RN_END(name, word) const char rn_end_##name[] = word;
RN_ENDS (RN_END)
