pkglib_LTLIBRARIES += ics.la
ics_la_CFLAGS = $(RN_CFLAGS) $(GLIB_CFLAGS) $(see_http)
ics_la_LDFLAGS = $(as_plugin)
ics_la_LIBADD = libhttp.la
ics_la_SOURCES = plugins/ics/ics.c

check_PROGRAMS += tests/unit/test_ics
TESTS += tests/unit/test_ics
tests_unit_test_ics_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_base)
tests_unit_test_ics_CPPFLAGS = -iquote $(srcdir)/plugins/shared/http
tests_unit_test_ics_SOURCES = \
	tests/unit/test_ics.c tests/unit/unit.h \
	tests/unit/fake_host.c tests/unit/fake_host.h \
	plugins/ics/ics.c
tests_unit_test_ics_LDADD = libhttp.la libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)
