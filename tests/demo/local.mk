check_LTLIBRARIES += tests/demo/deaf.la tests/demo/statements.la
tests_demo_deaf_la_CFLAGS = $(RN_CFLAGS)
tests_demo_deaf_la_LDFLAGS = $(as_test_module)
tests_demo_deaf_la_SOURCES = tests/demo/deaf.c

tests_demo_statements_la_CFLAGS = $(RN_CFLAGS)
tests_demo_statements_la_LDFLAGS = $(as_test_module)
tests_demo_statements_la_SOURCES = tests/demo/statements.c

TESTS += tests/demo/test_demo.py tests/demo/test_statements.py
EXTRA_DIST += tests/demo/test_demo.py tests/demo/test_statements.py
