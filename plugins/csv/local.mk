pkglib_LTLIBRARIES += csv.la
csv_la_CFLAGS = $(RN_CFLAGS) $(GLIB_CFLAGS) $(see_api)
csv_la_LDFLAGS = $(as_plugin)
csv_la_LIBADD = $(GLIB_LIBS)
csv_la_SOURCES = \
	engine/api/address.c engine/api/words.c \
	plugins/csv/csv.c \
	plugins/csv/cells.c plugins/csv/cells.h \
	plugins/csv/people.c plugins/csv/people.h \
	plugins/csv/table.c plugins/csv/table.h

check_PROGRAMS += tests/unit/test_csv
TESTS += tests/unit/test_csv
tests_unit_test_csv_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_base)
tests_unit_test_csv_SOURCES = \
	tests/unit/test_csv.c tests/unit/unit.h \
	tests/unit/fake_host.c tests/unit/fake_host.h \
	plugins/csv/csv.c plugins/csv/cells.c plugins/csv/people.c plugins/csv/table.c
tests_unit_test_csv_LDADD = libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)
