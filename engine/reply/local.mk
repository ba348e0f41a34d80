# What a person wrote and meant, and the record that holds it.
noinst_LIBRARIES += libreply.a
libreply_a_CFLAGS = $(AM_CFLAGS) $(ICU_CFLAGS) $(see_reply)
libreply_a_SOURCES = \
	engine/reply/another.c engine/reply/another.h \
	engine/reply/answer_ballot.c engine/reply/answer_ballot.h \
	engine/reply/answer_dates.c engine/reply/answer_dates.h \
	engine/reply/answer_exceptions.c engine/reply/answer_exceptions.h \
	engine/reply/answer_form.c engine/reply/answer_form.h \
	engine/reply/answer_implied.c engine/reply/answer_implied.h \
	engine/reply/answer_numbers.c engine/reply/answer_numbers.h \
	engine/reply/answer_slips.c engine/reply/answer_slips.h \
	engine/reply/answer_titles.c engine/reply/answer_titles.h \
	engine/reply/answers.c engine/reply/answers.h \
	engine/reply/asked.c engine/reply/asked.h \
	engine/reply/choice_doubts.c engine/reply/choice_doubts.h \
	engine/reply/choices.c engine/reply/choices.h \
	engine/reply/comparisons.c engine/reply/comparisons.h \
	engine/reply/conditions.c engine/reply/conditions.h \
	engine/reply/corrections.c engine/reply/corrections.h \
	engine/reply/denials.c engine/reply/denials.h \
	engine/reply/exclusions.c engine/reply/exclusions.h \
	engine/reply/filled.c engine/reply/filled.h \
	engine/reply/filled_rows.c engine/reply/filled_rows.h \
	engine/reply/fold.c engine/reply/fold.h \
	engine/reply/footer.c engine/reply/footer.h \
	engine/reply/judge.c engine/reply/judge.h \
	engine/reply/language.c engine/reply/language.h \
	engine/reply/lexicon.c engine/reply/lexicon.h \
	engine/reply/numbered.c engine/reply/numbered.h \
	engine/reply/offered_days.c engine/reply/offered_days.h \
	engine/reply/phrase_rows.h \
	engine/reply/phrases.c engine/reply/phrases.h \
	engine/reply/phrases_de.c \
	engine/reply/phrases_en.c \
	engine/reply/phrases_es.c \
	engine/reply/phrases_fr.c \
	engine/reply/phrases_it.c \
	engine/reply/phrases_nl.c \
	engine/reply/phrases_pt.c \
	engine/reply/quote_header.c engine/reply/quote_header.h \
	engine/reply/quote_words.c engine/reply/quote_words.h \
	engine/reply/quoted_list.c engine/reply/quoted_list.h \
	engine/reply/reading.c engine/reply/reading.h \
	engine/reply/reading_words.c engine/reply/reading_words.h \
	engine/reply/reply_text.c engine/reply/reply_text.h \
	engine/reply/rights.c engine/reply/rights.h \
	engine/reply/spelling.c engine/reply/spelling.h \
	engine/reply/thoughts.c engine/reply/thoughts.h \
	engine/reply/thoughts_dates.c engine/reply/thoughts_dates.h \
	engine/reply/thoughts_language.c engine/reply/thoughts_language.h \
	engine/reply/tokens.c engine/reply/tokens.h \
	engine/reply/votes.c engine/reply/votes.h \
	engine/reply/when.c engine/reply/when.h \
	engine/reply/when_cursor.c engine/reply/when_cursor.h \
	engine/reply/when_dates.c \
	engine/reply/when_exclusion.c engine/reply/when_exclusion.h \
	engine/reply/when_feasts.c \
	engine/reply/when_shift.c \
	engine/reply/when_links.c \
	engine/reply/when_read.c engine/reply/when_read.h \
	engine/reply/when_spans.c \
	engine/reply/when_time.c \
	engine/reply/when_weekdays.c \
	engine/reply/when_words.c engine/reply/when_words.h \
	engine/reply/word_list.c engine/reply/word_list.h

check_PROGRAMS += tests/unit/test_reply_text
TESTS += tests/unit/test_reply_text
tests_unit_test_reply_text_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_reply)
tests_unit_test_reply_text_SOURCES = tests/unit/test_reply_text.c tests/unit/unit.h
tests_unit_test_reply_text_LDADD = libreply.a libcalendar.a libbase.a $(ICAL_LIBS) $(ICU_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_rights
TESTS += tests/unit/test_rights
tests_unit_test_rights_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_reply)
tests_unit_test_rights_SOURCES = tests/unit/test_rights.c tests/unit/unit.h
tests_unit_test_rights_LDADD = libreply.a libcalendar.a libbase.a $(ICAL_LIBS) $(ICU_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_answers
TESTS += tests/unit/test_answers
tests_unit_test_answers_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_reply) -iquote $(srcdir)/engine/render
tests_unit_test_answers_SOURCES = tests/unit/test_answers.c tests/unit/unit.h
tests_unit_test_answers_LDADD = libreply.a librender.a libcalendar.a libbase.a $(XML_LIBS) $(ICAL_LIBS) $(ICU_LIBS) $(GLIB_LIBS) \
	$(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_short_replies
TESTS += tests/unit/test_short_replies
tests_unit_test_short_replies_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_reply)
tests_unit_test_short_replies_SOURCES = tests/unit/test_short_replies.c tests/unit/unit.h
tests_unit_test_short_replies_LDADD = libreply.a libcalendar.a libbase.a $(ICAL_LIBS) $(ICU_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_when
TESTS += tests/unit/test_when
tests_unit_test_when_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_reply)
tests_unit_test_when_SOURCES = tests/unit/test_when.c tests/unit/unit.h
tests_unit_test_when_LDADD = libreply.a libcalendar.a libbase.a $(ICAL_LIBS) $(ICU_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)
