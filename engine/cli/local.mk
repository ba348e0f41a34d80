bin_PROGRAMS += rotnem
rotnem_CFLAGS = $(AM_CFLAGS) $(see_cli)
rotnem_SOURCES = \
	engine/cli/backup.c \
	engine/cli/check.c \
	engine/cli/command.h \
	engine/cli/config.c \
	engine/cli/demo.c \
	engine/cli/command_line.c engine/cli/command_line.h \
	engine/cli/export.c engine/cli/export_files.c engine/cli/export_files.h \
	engine/cli/explain.c engine/cli/explain_site.c engine/cli/explain_site.h \
	engine/cli/forget.c \
	engine/cli/lists.c engine/cli/lists.h \
	engine/cli/mail_files.c engine/cli/mail_files.h \
	engine/cli/main.c \
	engine/cli/plugins.c \
	engine/cli/readers.c engine/cli/readers.h \
	engine/cli/release.c \
	engine/cli/report.c \
	engine/cli/run.c \
	engine/cli/status.c \
	engine/cli/table.c engine/cli/table.h \
	engine/cli/test.c \
	engine/cli/why.c
rotnem_LDADD = libsim.a librun.a libpolicy.a libturn.a libstore.a libprogram.a libmail.a libreply.a librender.a \
	libcalendar.a libbase.a \
	$(LUA_LIBS) $(SQLITE_LIBS) $(SODIUM_LIBS) $(GMIME_LIBS) $(ICAL_LIBS) $(ICU_LIBS) $(XML_LIBS) $(MD4C_LIBS) \
	$(GLIB_LIBS) $(JSON_LIBS)

check_PROGRAMS += tests/unit/test_readers
TESTS += tests/unit/test_readers
tests_unit_test_readers_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_cli)
tests_unit_test_readers_SOURCES = tests/unit/test_readers.c tests/unit/unit.h \
	engine/cli/readers.c engine/cli/readers.h
tests_unit_test_readers_LDADD = $(read_libs)

dist_check_SCRIPTS += tests/cli/test_install.py
TESTS += tests/cli/test_install.py
