noinst_LIBRARIES += libprogram.a
libprogram_a_CFLAGS = $(AM_CFLAGS) $(see_program)
libprogram_a_SOURCES = \
	engine/program/aggregate.c engine/program/aggregate.h \
	engine/program/away.c engine/program/away.h \
	engine/program/causes.c engine/program/causes.h \
	engine/program/ends.c engine/program/ends.h \
	engine/program/invited.c engine/program/invited.h \
	engine/program/kind.c engine/program/kind.h \
	engine/program/kinds.c \
	engine/program/matching.c engine/program/matching.h \
	engine/program/meeting.c engine/program/meeting.h \
	engine/program/offer.c engine/program/offer.h \
	engine/program/pairing.c engine/program/pairing.h \
	engine/program/person.c engine/program/person.h \
	engine/program/poll.c engine/program/poll.h \
	engine/program/question.c engine/program/question.h \
	engine/program/topic.c engine/program/topic.h \
	engine/program/records.c \
	engine/program/regularity.c engine/program/regularity.h \
	engine/program/report.c engine/program/report.h \
	engine/program/report_parts.c engine/program/report_parts.h \
	engine/program/vocabulary.c engine/program/vocabulary.h

check_PROGRAMS += tests/unit/test_report
TESTS += tests/unit/test_report
tests_unit_test_report_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(XML_CFLAGS) $(see_program)
tests_unit_test_report_SOURCES = tests/unit/test_report.c tests/unit/unit.h
tests_unit_test_report_LDADD = libprogram.a libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(XML_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_aggregate
TESTS += tests/unit/test_aggregate
tests_unit_test_aggregate_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_program)
tests_unit_test_aggregate_SOURCES = tests/unit/test_aggregate.c tests/unit/unit.h
tests_unit_test_aggregate_LDADD = libprogram.a libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_regularity
TESTS += tests/unit/test_regularity
tests_unit_test_regularity_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_program)
tests_unit_test_regularity_SOURCES = tests/unit/test_regularity.c tests/unit/unit.h
tests_unit_test_regularity_LDADD = libprogram.a libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_matching
TESTS += tests/unit/test_matching
tests_unit_test_matching_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_program)
tests_unit_test_matching_SOURCES = tests/unit/test_matching.c tests/unit/unit.h
tests_unit_test_matching_LDADD = libprogram.a libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_records
TESTS += tests/unit/test_records
tests_unit_test_records_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_program)
tests_unit_test_records_SOURCES = tests/unit/test_records.c tests/unit/unit.h
tests_unit_test_records_LDADD = libprogram.a libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_vocabulary
TESTS += tests/unit/test_vocabulary
tests_unit_test_vocabulary_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_program)
tests_unit_test_vocabulary_SOURCES = tests/unit/test_vocabulary.c tests/unit/unit.h
tests_unit_test_vocabulary_LDADD = libprogram.a libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)
