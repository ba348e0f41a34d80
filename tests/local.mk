include tests/fuzz/local.mk
