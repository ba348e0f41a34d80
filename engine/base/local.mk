noinst_LIBRARIES += libbase.a
libbase_a_CFLAGS = $(AM_CFLAGS) $(JSON_CFLAGS) $(see_base)
libbase_a_CPPFLAGS = \
	-DRN_SOURCE_DIR='"$(abs_top_srcdir)"' \
	-DRN_PREFIX='"$(prefix)"' \
	-DRN_BINDIR='"$(bindir)"' \
	-DRN_PKGLIBDIR='"$(pkglibdir)"' \
	-DRN_PKGDATADIR='"$(pkgdatadir)"'
libbase_a_SOURCES = \
	engine/api/error.h engine/api/instant.h engine/api/plugin.h \
	engine/api/address.c engine/api/address.h \
	engine/base/append.h \
	engine/base/bundle.c engine/base/bundle.h \
	engine/base/rewrite.c engine/base/rewrite.h \
	engine/base/chance.c engine/base/chance.h \
	engine/base/channel.c engine/base/channel.h \
	engine/base/clock.c engine/base/clock.h \
	engine/base/duration.c engine/base/duration.h \
	engine/base/file.c engine/base/file.h \
	engine/base/frames.c engine/base/frames.h \
	engine/base/json.c engine/base/json.h \
	engine/base/log.c engine/base/log.h \
	engine/base/members.c engine/base/members.h \
	engine/base/notify.c engine/base/notify.h \
	engine/base/pack.c engine/base/pack.h \
	engine/base/shipped.c engine/base/shipped.h \
	engine/base/utf8.c engine/base/utf8.h \
	engine/api/words.c engine/api/words.h

check_PROGRAMS += tests/unit/test_base
TESTS += tests/unit/test_base
tests_unit_test_base_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_base)
tests_unit_test_base_SOURCES = tests/unit/test_base.c tests/unit/unit.h
tests_unit_test_base_LDADD = libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_rewrite
TESTS += tests/unit/test_rewrite
tests_unit_test_rewrite_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_base)
tests_unit_test_rewrite_SOURCES = tests/unit/test_rewrite.c tests/unit/unit.h
tests_unit_test_rewrite_LDADD = libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

if !SANITIZERS # see short_of_memory.h
check_PROGRAMS += tests/unit/test_file_memory
TESTS += tests/unit/test_file_memory
endif
tests_unit_test_file_memory_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_base) -iquote $(srcdir)/tests/lib \
	-DSOURCE_DIR='"$(abs_top_srcdir)"'
tests_unit_test_file_memory_SOURCES = \
	tests/unit/test_file_memory.c tests/unit/unit.h \
	tests/unit/short_of_memory.h tests/lib/failing_memory.h
tests_unit_test_file_memory_LDADD = libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)
