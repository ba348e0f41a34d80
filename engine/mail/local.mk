noinst_LIBRARIES += libmail.a
libmail_a_CFLAGS = $(AM_CFLAGS) $(GMIME_CFLAGS) $(ICU_CFLAGS) $(see_mail)
libmail_a_SOURCES =

# What we write.
libmail_a_SOURCES += \
	engine/mail/body.c engine/mail/body.h \
	engine/mail/compose.c \
	engine/mail/header.c engine/mail/header.h \
	engine/mail/letter.c engine/mail/letter.h

compose_libs = libmail.a libreply.a librender.a libcalendar.a libbase.a $(GMIME_LIBS) $(ICAL_LIBS) $(XML_LIBS) $(MD4C_LIBS) \
	$(ICU_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_compose
TESTS += tests/unit/test_compose
tests_unit_test_compose_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(GMIME_CFLAGS) $(see_mail)
tests_unit_test_compose_SOURCES = tests/unit/test_compose.c tests/unit/bundled.h tests/unit/unit.h
tests_unit_test_compose_LDADD = $(compose_libs)

# What the reader makes of a mail.
libmail_a_SOURCES += \
	engine/mail/absence.c engine/mail/absence.h \
	engine/mail/absence_dates.c \
	engine/mail/absence_months.c engine/mail/absence_months.h \
	engine/mail/authentication.c engine/mail/authentication.h \
	engine/mail/mail_text.c engine/mail/mail_text.h \
	engine/mail/bounce.c engine/mail/bounce.h \
	engine/mail/bounce_prose.c engine/mail/bounce_prose.h \
	engine/mail/bounce_status.c engine/mail/bounce_status.h \
	engine/mail/bounce_words.c engine/mail/bounce_words.h \
	engine/mail/calendar_parts.c engine/mail/calendar_parts.h \
	engine/mail/calendar_words.c engine/mail/calendar_words.h \
	engine/mail/classify.c engine/mail/classify.h \
	engine/mail/complaint.c engine/mail/complaint.h \
	engine/mail/explain.c engine/mail/explain.h \
	engine/mail/mend.c engine/mail/mend.h \
	engine/mail/message.c engine/mail/message.h \
	engine/mail/part_text.c \
	engine/mail/read.c engine/mail/read.h \
	engine/mail/read_serve.c engine/mail/read_serve.h \
	engine/mail/reader_limits.c engine/mail/reader_limits.h

read_libs = libmail.a libreply.a librender.a libcalendar.a libbase.a $(GMIME_LIBS) $(XML_LIBS) $(ICAL_LIBS) $(ICU_LIBS) \
	$(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_reading
TESTS += tests/unit/test_reading
tests_unit_test_reading_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_mail)
tests_unit_test_reading_SOURCES = tests/unit/test_reading.c tests/unit/unit.h
tests_unit_test_reading_LDADD = $(read_libs)

check_PROGRAMS += tests/unit/test_absence
TESTS += tests/unit/test_absence
tests_unit_test_absence_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_mail)
tests_unit_test_absence_SOURCES = tests/unit/test_absence.c tests/unit/unit.h
tests_unit_test_absence_LDADD = $(read_libs)

check_PROGRAMS += tests/unit/test_authentication
TESTS += tests/unit/test_authentication
tests_unit_test_authentication_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_mail)
tests_unit_test_authentication_SOURCES = tests/unit/test_authentication.c tests/unit/unit.h
tests_unit_test_authentication_LDADD = $(read_libs)

check_PROGRAMS += tests/unit/test_bombs
TESTS += tests/unit/test_bombs
tests_unit_test_bombs_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_mail)
tests_unit_test_bombs_SOURCES = tests/unit/test_bombs.c tests/unit/unit.h
tests_unit_test_bombs_LDADD = $(read_libs)

check_PROGRAMS += tests/unit/test_bounce
TESTS += tests/unit/test_bounce
tests_unit_test_bounce_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_mail)
tests_unit_test_bounce_SOURCES = tests/unit/test_bounce.c tests/unit/unit.h
tests_unit_test_bounce_LDADD = $(read_libs)

check_PROGRAMS += tests/unit/test_reader_limits
TESTS += tests/unit/test_reader_limits
tests_unit_test_reader_limits_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_mail)
tests_unit_test_reader_limits_SOURCES = tests/unit/test_reader_limits.c tests/unit/unit.h
tests_unit_test_reader_limits_LDADD = $(read_libs)

check_PROGRAMS += tests/unit/test_classify
TESTS += tests/unit/test_classify
tests_unit_test_classify_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_mail)
tests_unit_test_classify_SOURCES = tests/unit/test_classify.c tests/unit/unit.h
tests_unit_test_classify_LDADD = $(read_libs)

# Mails of every kind, each with what it must be read as.
dist_check_SCRIPTS += tests/interop/mail.py tests/cli/explain.py
TESTS += tests/interop/mail.py tests/cli/explain.py
EXTRA_DIST += tests/interop/mail tests/interop/mail.ini
