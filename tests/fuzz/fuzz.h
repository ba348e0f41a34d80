/* What every fuzz target gives: libFuzzer calls it with bytes of its own making, the
 * unit test with those of tests/fuzz/corpus. */
#ifndef RN_TESTS_FUZZ_H
#define RN_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Returns 0; anything wrong ends the process. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#endif
