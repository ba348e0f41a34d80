# `make fuzz` builds the fuzz targets with libFuzzer and both sanitizers; then run e.g.
#   tests/fuzz/fuzz_calendar -max_total_time=600 -dict=SOURCE/tests/fuzz/calendar.dict \
#           NEW-FOLDER SOURCE/tests/fuzz/corpus/calendar
# The corpora are replayed by unit tests in every build.
FUZZ_CC = clang
FUZZ_FLAGS = -g -O1 -std=gnu11 -D_GNU_SOURCE -fno-omit-frame-pointer \
	-fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined
fuzz_headers = -DHAVE_CONFIG_H -I. $(libbase_a_CPPFLAGS) $(GLIB_CFLAGS) -iquote $(srcdir)/tests/fuzz
fuzz_targets =
EXTRA_DIST += tests/fuzz/corpus tests/fuzz/calendar.dict

# Headers stand in the lists of sources too.
fuzz_build = mkdir -p tests/fuzz && build () { \
	to=$$1; shift; sources=; \
	for file in $$sources_of; do case $$file in *.c) sources="$$sources $(srcdir)/$$file";; esac; done; \
	$(FUZZ_CC) $(FUZZ_FLAGS) $(fuzz_headers) -o $$to $$sources "$$@"; }

fuzz: $(fuzz_targets)
.PHONY: fuzz
CLEANFILES += $(fuzz_targets)

# calendars
fuzz_targets += tests/fuzz/fuzz_calendar
fuzz_calendar_sources = tests/fuzz/fuzz_calendar.c $(libcalendar_a_SOURCES) $(libbase_a_SOURCES)
tests/fuzz/fuzz_calendar: $(fuzz_calendar_sources)
	@$(fuzz_build); sources_of='$(fuzz_calendar_sources)' build $@ $(see_calendar) \
		$(ICAL_CFLAGS) $(ICU_CFLAGS) $(JSON_CFLAGS) $(ICAL_LIBS) $(ICU_LIBS) $(JSON_LIBS) $(GLIB_LIBS)

check_PROGRAMS += tests/fuzz/replay_calendar
TESTS += tests/fuzz/replay_calendar
tests_fuzz_replay_calendar_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_calendar) \
	-iquote $(srcdir)/tests/unit -DCORPUS='"calendar"'
tests_fuzz_replay_calendar_SOURCES = tests/fuzz/replay.c tests/fuzz/fuzz_calendar.c tests/fuzz/fuzz.h
tests_fuzz_replay_calendar_LDADD = $(calendar_libs)

# lists of people
fuzz_targets += tests/fuzz/fuzz_csv
fuzz_csv_sources = tests/fuzz/fuzz_csv.c tests/unit/fake_host.c \
	plugins/csv/csv.c plugins/csv/cells.c plugins/csv/people.c plugins/csv/table.c $(libbase_a_SOURCES)
tests/fuzz/fuzz_csv: $(fuzz_csv_sources)
	@$(fuzz_build); sources_of='$(fuzz_csv_sources)' build $@ $(see_base) -iquote $(srcdir)/tests/unit \
		$(JSON_CFLAGS) $(JSON_LIBS) $(GLIB_LIBS)

check_PROGRAMS += tests/fuzz/replay_csv
TESTS += tests/fuzz/replay_csv
tests_fuzz_replay_csv_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_base) \
	-iquote $(srcdir)/tests/unit -DCORPUS='"csv"'
tests_fuzz_replay_csv_SOURCES = tests/fuzz/replay.c tests/fuzz/fuzz_csv.c tests/fuzz/fuzz.h tests/unit/fake_host.c \
	plugins/csv/csv.c plugins/csv/cells.c plugins/csv/people.c plugins/csv/table.c
tests_fuzz_replay_csv_LDADD = libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

# rotnem.conf
fuzz_targets += tests/fuzz/fuzz_config
fuzz_config_sources = tests/fuzz/fuzz_config.c \
	engine/run/blocks.c engine/run/secret.c engine/run/settings.c engine/run/site_options.c $(libbase_a_SOURCES)
tests/fuzz/fuzz_config: $(fuzz_config_sources)
	@$(fuzz_build); sources_of='$(fuzz_config_sources)' build $@ $(see_run) $(librun_a_CPPFLAGS) \
		$(JSON_CFLAGS) $(JSON_LIBS) $(GLIB_LIBS)

check_PROGRAMS += tests/fuzz/replay_config
TESTS += tests/fuzz/replay_config
tests_fuzz_replay_config_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_run) \
	-iquote $(srcdir)/tests/unit -DCORPUS='"config"'
tests_fuzz_replay_config_SOURCES = tests/fuzz/replay.c tests/fuzz/fuzz_config.c tests/fuzz/fuzz.h
tests_fuzz_replay_config_LDADD = librun.a libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

# forms and templates
fuzz_render_sources = $(librender_a_SOURCES) $(libbase_a_SOURCES)
fuzz_render_flags = $(see_render) -DRN_FORM_RNG='"$(srcdir)/templates/form.rng"' \
	$(XML_CFLAGS) $(MD4C_CFLAGS) $(ICU_CFLAGS) $(JSON_CFLAGS) $(XML_LIBS) $(MD4C_LIBS) $(ICU_LIBS) $(JSON_LIBS) $(GLIB_LIBS)
fuzz_targets += tests/fuzz/fuzz_form tests/fuzz/fuzz_template
tests/fuzz/fuzz_form: tests/fuzz/fuzz_form.c $(fuzz_render_sources)
	@$(fuzz_build); sources_of='tests/fuzz/fuzz_form.c $(fuzz_render_sources)' build $@ $(fuzz_render_flags)
tests/fuzz/fuzz_template: tests/fuzz/fuzz_template.c $(fuzz_render_sources)
	@$(fuzz_build); sources_of='tests/fuzz/fuzz_template.c $(fuzz_render_sources)' build $@ $(fuzz_render_flags)

check_PROGRAMS += tests/fuzz/replay_form tests/fuzz/replay_template
TESTS += tests/fuzz/replay_form tests/fuzz/replay_template
tests_fuzz_replay_form_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_render) \
	-iquote $(srcdir)/tests/unit -DCORPUS='"form"'
tests_fuzz_replay_form_SOURCES = tests/fuzz/replay.c tests/fuzz/fuzz_form.c tests/fuzz/fuzz.h
tests_fuzz_replay_form_LDADD = $(render_libs)
tests_fuzz_replay_template_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_render) \
	-iquote $(srcdir)/tests/unit -DCORPUS='"template"'
tests_fuzz_replay_template_SOURCES = tests/fuzz/replay.c tests/fuzz/fuzz_template.c tests/fuzz/fuzz.h
tests_fuzz_replay_template_LDADD = $(render_libs)

# what people write
fuzz_targets += tests/fuzz/fuzz_reply
fuzz_reply_sources = tests/fuzz/fuzz_reply.c $(libreply_a_SOURCES) \
	engine/render/html_scan.c engine/render/html_text.c $(libcalendar_a_SOURCES) $(libbase_a_SOURCES)
tests/fuzz/fuzz_reply: $(fuzz_reply_sources)
	@$(fuzz_build); sources_of='$(fuzz_reply_sources)' build $@ $(see_mail) \
		$(ICAL_CFLAGS) $(ICU_CFLAGS) $(XML_CFLAGS) $(JSON_CFLAGS) \
		$(ICAL_LIBS) $(ICU_LIBS) $(XML_LIBS) $(JSON_LIBS) $(GLIB_LIBS)

check_PROGRAMS += tests/fuzz/replay_reply
TESTS += tests/fuzz/replay_reply
tests_fuzz_replay_reply_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_mail) \
	-iquote $(srcdir)/tests/unit -DCORPUS='"reply"'
tests_fuzz_replay_reply_SOURCES = tests/fuzz/replay.c tests/fuzz/fuzz_reply.c tests/fuzz/fuzz.h
tests_fuzz_replay_reply_LDADD = libmail.a libreply.a librender.a libcalendar.a libbase.a \
	$(GMIME_LIBS) $(ICAL_LIBS) $(ICU_LIBS) $(XML_LIBS) $(MD4C_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

# mails
fuzz_targets += tests/fuzz/fuzz_mail
fuzz_mail_sources = tests/fuzz/fuzz_mail.c $(libmail_a_SOURCES) $(librender_a_SOURCES) $(libcalendar_a_SOURCES) \
	$(libbase_a_SOURCES)
tests/fuzz/fuzz_mail: $(fuzz_mail_sources)
	@$(fuzz_build); sources_of='$(fuzz_mail_sources)' build $@ $(see_mail) \
		$(GMIME_CFLAGS) $(XML_CFLAGS) $(MD4C_CFLAGS) $(ICAL_CFLAGS) $(ICU_CFLAGS) $(JSON_CFLAGS) \
		-DRN_SANITIZERS -DRN_FORM_RNG='"$(srcdir)/templates/form.rng"' \
		$(GMIME_LIBS) $(XML_LIBS) $(MD4C_LIBS) $(ICAL_LIBS) $(ICU_LIBS) $(JSON_LIBS) $(GLIB_LIBS)

EXTRA_DIST += tests/fuzz/mail.dict
check_PROGRAMS += tests/fuzz/replay_mail
TESTS += tests/fuzz/replay_mail
tests_fuzz_replay_mail_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_mail) \
	-iquote $(srcdir)/tests/unit -DCORPUS='"mail"'
tests_fuzz_replay_mail_SOURCES = tests/fuzz/replay.c tests/fuzz/fuzz_mail.c tests/fuzz/fuzz.h
tests_fuzz_replay_mail_LDADD = $(read_libs)

# answers of calendar servers
fuzz_caldav_sources = tests/fuzz/fuzz_caldav.c tests/unit/fake_host.c \
	plugins/caldav/caldav.c plugins/caldav/dav.c plugins/caldav/outbox.c plugins/caldav/query.c plugins/caldav/session.c \
	plugins/shared/http/urls.c
fuzz_targets += tests/fuzz/fuzz_caldav
fuzz_caldav_flags = $(see_base) \
	-iquote $(srcdir)/plugins/caldav -iquote $(srcdir)/plugins/shared/http -iquote $(srcdir)/tests/unit
tests/fuzz/fuzz_caldav: $(fuzz_caldav_sources) $(libbase_a_SOURCES)
	@$(fuzz_build); sources_of='$(fuzz_caldav_sources) $(libbase_a_SOURCES)' build $@ $(fuzz_caldav_flags) \
		$(XML_CFLAGS) $(CURL_CFLAGS) $(JSON_CFLAGS) $(XML_LIBS) $(CURL_LIBS) $(JSON_LIBS) $(GLIB_LIBS)

check_PROGRAMS += tests/fuzz/replay_caldav
TESTS += tests/fuzz/replay_caldav
tests_fuzz_replay_caldav_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(XML_CFLAGS) $(CURL_CFLAGS) $(fuzz_caldav_flags) \
	-DCORPUS='"caldav"'
tests_fuzz_replay_caldav_SOURCES = tests/fuzz/replay.c tests/fuzz/fuzz.h $(fuzz_caldav_sources)
tests_fuzz_replay_caldav_LDADD = libbase.a $(XML_LIBS) $(CURL_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

# addresses, tokens and ids: who wrote
fuzz_targets += tests/fuzz/fuzz_token
fuzz_token_sources = tests/fuzz/fuzz_token.c \
	engine/turn/sender.c engine/reply/reading.c engine/reply/reading_words.c engine/render/when_text.c \
	$(libstore_a_SOURCES) $(libprogram_a_SOURCES) $(libcalendar_a_SOURCES) $(libbase_a_SOURCES)
tests/fuzz/fuzz_token: $(fuzz_token_sources)
	@$(fuzz_build); sources_of='$(fuzz_token_sources)' build $@ $(see_turn) \
		$(SQLITE_CFLAGS) $(ICAL_CFLAGS) $(ICU_CFLAGS) $(JSON_CFLAGS) \
		$(SQLITE_LIBS) $(ICAL_LIBS) $(ICU_LIBS) $(JSON_LIBS) $(GLIB_LIBS)

EXTRA_DIST += tests/fuzz/token.dict
check_PROGRAMS += tests/fuzz/replay_token
TESTS += tests/fuzz/replay_token
tests_fuzz_replay_token_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_turn) \
	-iquote $(srcdir)/tests/unit -DCORPUS='"token"'
tests_fuzz_replay_token_SOURCES = tests/fuzz/replay.c tests/fuzz/fuzz_token.c tests/fuzz/fuzz.h
tests_fuzz_replay_token_LDADD = $(turn_libs)

# frames of our children
fuzz_targets += tests/fuzz/fuzz_frames
fuzz_frames_sources = tests/fuzz/fuzz_frames.c engine/mail/letter.c engine/reply/reading.c engine/reply/reading_words.c \
	$(libcalendar_a_SOURCES) $(libbase_a_SOURCES)
tests/fuzz/fuzz_frames: $(fuzz_frames_sources)
	@$(fuzz_build); sources_of='$(fuzz_frames_sources)' build $@ $(see_mail) \
		$(ICAL_CFLAGS) $(ICU_CFLAGS) $(JSON_CFLAGS) $(ICAL_LIBS) $(ICU_LIBS) $(JSON_LIBS) $(GLIB_LIBS)

check_PROGRAMS += tests/fuzz/replay_frames
TESTS += tests/fuzz/replay_frames
tests_fuzz_replay_frames_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_mail) \
	-iquote $(srcdir)/tests/unit -DCORPUS='"frames"'
tests_fuzz_replay_frames_SOURCES = tests/fuzz/replay.c tests/fuzz/fuzz_frames.c tests/fuzz/fuzz.h
tests_fuzz_replay_frames_LDADD = libmail.a libreply.a libcalendar.a libbase.a \
	$(ICAL_LIBS) $(ICU_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)
