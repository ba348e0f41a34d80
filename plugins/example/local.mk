# Built for its test; not installed.
check_LTLIBRARIES += plugins/example/mbox.la
plugins_example_mbox_la_CFLAGS = $(RN_CFLAGS) $(GLIB_CFLAGS) $(see_api)
plugins_example_mbox_la_LDFLAGS = $(as_plugin) -rpath /nowhere
plugins_example_mbox_la_LIBADD = $(GLIB_LIBS)
plugins_example_mbox_la_SOURCES = plugins/example/mbox.c

check_PROGRAMS += tests/unit/test_example
TESTS += tests/unit/test_example
tests_unit_test_example_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_base)
tests_unit_test_example_SOURCES = \
	tests/unit/test_example.c tests/unit/unit.h \
	tests/unit/fake_host.c tests/unit/fake_host.h
tests_unit_test_example_LDADD = libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

# All that a plugin may include, for those built outside of this tree.
pkginclude_HEADERS = engine/api/error.h engine/api/instant.h engine/api/plugin.h
