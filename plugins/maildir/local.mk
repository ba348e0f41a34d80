pkglib_LTLIBRARIES += maildir.la
maildir_la_CFLAGS = $(RN_CFLAGS) $(GLIB_CFLAGS) $(see_api)
maildir_la_LDFLAGS = $(as_plugin)
maildir_la_LIBADD = $(GLIB_LIBS)
maildir_la_SOURCES = \
	engine/api/address.c \
	plugins/maildir/maildir.c plugins/maildir/maildir.h \
	plugins/maildir/drop.c \
	plugins/maildir/source.c \
	plugins/maildir/uids.c plugins/maildir/uids.h

check_PROGRAMS += tests/unit/test_maildir
TESTS += tests/unit/test_maildir
tests_unit_test_maildir_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_base)
tests_unit_test_maildir_SOURCES = \
	tests/unit/test_maildir.c tests/unit/unit.h \
	tests/unit/fake_host.c tests/unit/fake_host.h \
	plugins/maildir/maildir.c plugins/maildir/drop.c plugins/maildir/source.c plugins/maildir/uids.c
tests_unit_test_maildir_LDADD = libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)
