noinst_LIBRARIES += libmail.a
libmail_a_CFLAGS = $(AM_CFLAGS) $(GMIME_CFLAGS) $(ICU_CFLAGS) $(see_mail)
libmail_a_SOURCES =

# What a person wrote and meant.
reply_sources = \
	engine/mail/another.c engine/mail/another.h \
	engine/mail/answer_ballot.c engine/mail/answer_ballot.h \
	engine/mail/answer_dates.c engine/mail/answer_dates.h \
	engine/mail/answer_form.c engine/mail/answer_form.h \
	engine/mail/answer_numbers.c engine/mail/answer_numbers.h \
	engine/mail/answer_slips.c engine/mail/answer_slips.h \
	engine/mail/answer_titles.c engine/mail/answer_titles.h \
	engine/mail/answers.c engine/mail/answers.h \
	engine/mail/choices.c engine/mail/choices.h \
	engine/mail/conditions.c engine/mail/conditions.h \
	engine/mail/denials.c engine/mail/denials.h \
	engine/mail/exclusions.c engine/mail/exclusions.h \
	engine/mail/filled.c engine/mail/filled.h \
	engine/mail/fold.c engine/mail/fold.h \
	engine/mail/footer.c engine/mail/footer.h \
	engine/mail/judge.c engine/mail/judge.h \
	engine/mail/language.c engine/mail/language.h \
	engine/mail/lexicon.c engine/mail/lexicon.h \
	engine/mail/numbered.c engine/mail/numbered.h \
	engine/mail/phrase_rows.h \
	engine/mail/phrases.c engine/mail/phrases.h \
	engine/mail/phrases_de.c \
	engine/mail/phrases_en.c \
	engine/mail/phrases_es.c \
	engine/mail/phrases_fr.c \
	engine/mail/phrases_it.c \
	engine/mail/phrases_nl.c \
	engine/mail/phrases_pt.c \
	engine/mail/quote_header.c engine/mail/quote_header.h \
	engine/mail/quote_words.c engine/mail/quote_words.h \
	engine/mail/quoted_list.c engine/mail/quoted_list.h \
	engine/mail/reply_text.c engine/mail/reply_text.h \
	engine/mail/thoughts.c engine/mail/thoughts.h \
	engine/mail/thoughts_dates.c engine/mail/thoughts_dates.h \
	engine/mail/thoughts_language.c engine/mail/thoughts_language.h \
	engine/mail/tokens.c engine/mail/tokens.h \
	engine/mail/votes.c engine/mail/votes.h \
	engine/mail/when.c engine/mail/when.h \
	engine/mail/when_cursor.c engine/mail/when_cursor.h \
	engine/mail/when_dates.c \
	engine/mail/when_read.c engine/mail/when_read.h \
	engine/mail/when_spans.c \
	engine/mail/when_time.c \
	engine/mail/when_words.c engine/mail/when_words.h \
	engine/mail/word_list.c engine/mail/word_list.h
libmail_a_SOURCES += $(reply_sources)

check_PROGRAMS += tests/unit/test_reply_text
TESTS += tests/unit/test_reply_text
tests_unit_test_reply_text_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_mail)
tests_unit_test_reply_text_SOURCES = tests/unit/test_reply_text.c tests/unit/unit.h
tests_unit_test_reply_text_LDADD = libmail.a libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_answers
TESTS += tests/unit/test_answers
tests_unit_test_answers_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_mail)
tests_unit_test_answers_SOURCES = tests/unit/test_answers.c tests/unit/unit.h
tests_unit_test_answers_LDADD = libmail.a librender.a libcalendar.a libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(ICAL_LIBS) $(ICU_LIBS) \
	$(XML_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_short_replies
TESTS += tests/unit/test_short_replies
tests_unit_test_short_replies_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_mail)
tests_unit_test_short_replies_SOURCES = tests/unit/test_short_replies.c tests/unit/unit.h
tests_unit_test_short_replies_LDADD = libmail.a librender.a libcalendar.a libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(ICAL_LIBS) $(ICU_LIBS) \
	$(XML_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_when
TESTS += tests/unit/test_when
tests_unit_test_when_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_mail)
tests_unit_test_when_SOURCES = tests/unit/test_when.c tests/unit/unit.h
tests_unit_test_when_LDADD = libmail.a libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

# What we write.
libmail_a_SOURCES += \
	engine/mail/body.c engine/mail/body.h \
	engine/mail/compose.c \
	engine/mail/header.c engine/mail/header.h \
	engine/mail/letter.c engine/mail/letter.h

compose_libs = libmail.a librender.a libcalendar.a libbase.a $(GMIME_LIBS) $(ICAL_LIBS) $(XML_LIBS) $(MD4C_LIBS) \
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
	engine/mail/classify.c engine/mail/classify.h \
	engine/mail/complaint.c engine/mail/complaint.h \
	engine/mail/explain.c engine/mail/explain.h \
	engine/mail/mend.c engine/mail/mend.h \
	engine/mail/message.c engine/mail/message.h \
	engine/mail/part_text.c \
	engine/mail/read.c engine/mail/read.h \
	engine/mail/read_serve.c engine/mail/read_serve.h \
	engine/mail/reader_limits.c engine/mail/reader_limits.h \
	engine/mail/reading.c engine/mail/reading.h \
	engine/mail/reading_words.c engine/mail/reading_words.h

read_libs = libmail.a librender.a libcalendar.a libbase.a $(GMIME_LIBS) $(XML_LIBS) $(ICAL_LIBS) $(ICU_LIBS) \
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
