noinst_LIBRARIES += libturn.a
libturn_a_CFLAGS = $(AM_CFLAGS) $(SODIUM_CFLAGS) $(see_turn)
libturn_a_SOURCES = \
	engine/turn/almanac.c engine/turn/almanac.h \
	engine/turn/arguments.c engine/turn/arguments.h \
	engine/turn/arrived.c engine/turn/arrived.h \
	engine/turn/asking_back.c engine/turn/asking_back.h \
	engine/turn/ask_answers.c engine/turn/ask_parts.h \
	engine/turn/asks.c engine/turn/asks.h \
	engine/turn/booked.c engine/turn/booked.h \
	engine/turn/booked_news.c engine/turn/booked_news.h \
	engine/turn/campaign_steps.c \
	engine/turn/campaigns.c engine/turn/campaigns.h \
	engine/turn/care.c engine/turn/care.h \
	engine/turn/diary.c engine/turn/diary.h \
	engine/turn/due.c engine/turn/due.h \
	engine/turn/evidence.c engine/turn/evidence.h \
	engine/turn/effects.c engine/turn/effects.h engine/turn/effect_parts.h \
	engine/turn/effect_mails.c \
	engine/turn/effect_meetings.c \
	engine/turn/effect_pairs.c \
	engine/turn/effect_report.c \
	engine/turn/forget.c engine/turn/forget.h \
	engine/turn/heard.c engine/turn/heard.h \
	engine/turn/incoming.c engine/turn/incoming.h \
	engine/turn/incoming_calendar.c engine/turn/incoming_calendar.h \
	engine/turn/incoming_words.c engine/turn/incoming_words.h \
	engine/turn/library.c engine/turn/library.h \
	engine/turn/lines.c engine/turn/lines.h \
	engine/turn/mailing.c engine/turn/mailing.h \
	engine/turn/matches.c engine/turn/matches.h \
	engine/turn/meeting_answers.c \
	engine/turn/meeting_mail.c engine/turn/meeting_parts.h \
	engine/turn/meetings.c engine/turn/meetings.h \
	engine/turn/offers.c engine/turn/offers.h \
	engine/turn/pair.c engine/turn/pair.h \
	engine/turn/people.c engine/turn/people.h \
	engine/turn/polls.c engine/turn/polls.h \
	engine/turn/poll_answers.c engine/turn/poll_parts.h \
	engine/turn/poll_mails.c \
	engine/turn/poll_slots.c \
	engine/turn/poll_words.c \
	engine/turn/seal.c engine/turn/seal.h \
	engine/turn/sender.c engine/turn/sender.h \
	engine/turn/series.c engine/turn/series.h \
	engine/turn/strangers.c engine/turn/strangers.h \
	engine/turn/staff.c engine/turn/staff.h \
	engine/turn/task_answers.c engine/turn/task_answers.h \
	engine/turn/task_letters.c engine/turn/task_letters.h \
	engine/turn/task_mails.c engine/turn/task_mails.h \
	engine/turn/task_phrases.c engine/turn/task_phrases.h \
	engine/turn/task_subject.c engine/turn/task_subject.h \
	engine/turn/task_words.c engine/turn/task_words.h \
	engine/turn/tasks.c engine/turn/tasks.h \
	engine/turn/telling.c engine/turn/telling.h \
	engine/turn/turn.c engine/turn/turn.h

turn_libs = libturn.a libstore.a libprogram.a libmail.a libreply.a librender.a libcalendar.a libbase.a \
	$(SQLITE_LIBS) $(SODIUM_LIBS) $(GMIME_LIBS) $(ICAL_LIBS) $(ICU_LIBS) $(XML_LIBS) $(MD4C_LIBS) \
	$(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)
turn_stage = tests/unit/turn_stage.c tests/unit/turn_stage.h tests/unit/unit.h
poll_stage = tests/unit/poll_stage.c tests/unit/poll_stage.h $(turn_stage)
turn_test_cflags = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_turn) -DSOURCE_DIR='"$(abs_top_srcdir)"'

check_PROGRAMS += tests/unit/test_turn
TESTS += tests/unit/test_turn
tests_unit_test_turn_CFLAGS = $(turn_test_cflags)
tests_unit_test_turn_SOURCES = tests/unit/test_turn.c $(turn_stage)
tests_unit_test_turn_LDADD = $(turn_libs)

check_PROGRAMS += tests/unit/test_turn_meetings
TESTS += tests/unit/test_turn_meetings
tests_unit_test_turn_meetings_CFLAGS = $(turn_test_cflags)
tests_unit_test_turn_meetings_SOURCES = tests/unit/test_turn_meetings.c $(turn_stage)
tests_unit_test_turn_meetings_LDADD = $(turn_libs)

check_PROGRAMS += tests/unit/test_turn_evidence
TESTS += tests/unit/test_turn_evidence
tests_unit_test_turn_evidence_CFLAGS = $(turn_test_cflags)
tests_unit_test_turn_evidence_SOURCES = tests/unit/test_turn_evidence.c $(turn_stage)
tests_unit_test_turn_evidence_LDADD = $(turn_libs)

check_PROGRAMS += tests/unit/test_turn_arrived
TESTS += tests/unit/test_turn_arrived
tests_unit_test_turn_arrived_CFLAGS = $(turn_test_cflags)
tests_unit_test_turn_arrived_SOURCES = tests/unit/test_turn_arrived.c $(turn_stage)
tests_unit_test_turn_arrived_LDADD = $(turn_libs)

check_PROGRAMS += tests/unit/test_turn_mail
TESTS += tests/unit/test_turn_mail
tests_unit_test_turn_mail_CFLAGS = $(turn_test_cflags)
tests_unit_test_turn_mail_SOURCES = tests/unit/test_turn_mail.c $(turn_stage)
tests_unit_test_turn_mail_LDADD = $(turn_libs)

check_PROGRAMS += tests/unit/test_turn_questions
TESTS += tests/unit/test_turn_questions
tests_unit_test_turn_questions_CFLAGS = $(turn_test_cflags)
tests_unit_test_turn_questions_SOURCES = tests/unit/test_turn_questions.c $(turn_stage)
tests_unit_test_turn_questions_LDADD = $(turn_libs)

check_PROGRAMS += tests/unit/test_turn_campaigns
TESTS += tests/unit/test_turn_campaigns
tests_unit_test_turn_campaigns_CFLAGS = $(turn_test_cflags)
tests_unit_test_turn_campaigns_SOURCES = tests/unit/test_turn_campaigns.c $(turn_stage)
tests_unit_test_turn_campaigns_LDADD = $(turn_libs)

check_PROGRAMS += tests/unit/test_turn_effects
TESTS += tests/unit/test_turn_effects
tests_unit_test_turn_effects_CFLAGS = $(turn_test_cflags)
tests_unit_test_turn_effects_SOURCES = tests/unit/test_turn_effects.c $(turn_stage)
tests_unit_test_turn_effects_LDADD = $(turn_libs)

check_PROGRAMS += tests/unit/test_turn_booked
TESTS += tests/unit/test_turn_booked
tests_unit_test_turn_booked_CFLAGS = $(turn_test_cflags)
tests_unit_test_turn_booked_SOURCES = tests/unit/test_turn_booked.c $(turn_stage)
tests_unit_test_turn_booked_LDADD = $(turn_libs)

check_PROGRAMS += tests/unit/test_turn_polls
TESTS += tests/unit/test_turn_polls
tests_unit_test_turn_polls_CFLAGS = $(turn_test_cflags)
tests_unit_test_turn_polls_SOURCES = tests/unit/test_turn_polls.c $(poll_stage)
tests_unit_test_turn_polls_LDADD = $(turn_libs)

check_PROGRAMS += tests/unit/test_turn_poll_words
TESTS += tests/unit/test_turn_poll_words
tests_unit_test_turn_poll_words_CFLAGS = $(turn_test_cflags)
tests_unit_test_turn_poll_words_SOURCES = tests/unit/test_turn_poll_words.c $(poll_stage)
tests_unit_test_turn_poll_words_LDADD = $(turn_libs)

check_PROGRAMS += tests/unit/test_turn_poll_moves
TESTS += tests/unit/test_turn_poll_moves
tests_unit_test_turn_poll_moves_CFLAGS = $(turn_test_cflags)
tests_unit_test_turn_poll_moves_SOURCES = tests/unit/test_turn_poll_moves.c $(poll_stage)
tests_unit_test_turn_poll_moves_LDADD = $(turn_libs)

check_PROGRAMS += tests/unit/test_turn_series
TESTS += tests/unit/test_turn_series
tests_unit_test_turn_series_CFLAGS = $(turn_test_cflags)
tests_unit_test_turn_series_SOURCES = tests/unit/test_turn_series.c $(turn_stage)
tests_unit_test_turn_series_LDADD = $(turn_libs)

check_PROGRAMS += tests/unit/test_turn_tasks
TESTS += tests/unit/test_turn_tasks
tests_unit_test_turn_tasks_CFLAGS = $(turn_test_cflags)
tests_unit_test_turn_tasks_SOURCES = tests/unit/test_turn_tasks.c $(turn_stage)
tests_unit_test_turn_tasks_LDADD = $(turn_libs)
