check_LTLIBRARIES += tests/demo/deaf.la
tests_demo_deaf_la_CFLAGS = $(RN_CFLAGS)
tests_demo_deaf_la_LDFLAGS = -rpath /nowhere -module -avoid-version -shared
tests_demo_deaf_la_SOURCES = tests/demo/deaf.c

TESTS += tests/demo/test_demo.py
EXTRA_DIST += tests/demo/test_demo.py
