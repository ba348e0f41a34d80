check_LTLIBRARIES += tests/engine/refusing_disk.la
tests_engine_refusing_disk_la_CFLAGS = $(RN_CFLAGS)
tests_engine_refusing_disk_la_LDFLAGS = $(as_test_module)
tests_engine_refusing_disk_la_SOURCES = tests/engine/refusing_disk.c

check_LTLIBRARIES += tests/engine/liar.la
tests_engine_liar_la_CFLAGS = $(RN_CFLAGS) $(GLIB_CFLAGS) $(see_base)
tests_engine_liar_la_LDFLAGS = $(as_test_module)
tests_engine_liar_la_LIBADD = $(GLIB_LIBS)
tests_engine_liar_la_SOURCES = tests/engine/liar.c engine/base/pack.c

check_LTLIBRARIES += tests/engine/hanging_path.la
tests_engine_hanging_path_la_CFLAGS = $(RN_CFLAGS)
tests_engine_hanging_path_la_LDFLAGS = $(as_test_module)
tests_engine_hanging_path_la_SOURCES = tests/engine/hanging_path.c

engine_tests = \
	tests/engine/test_backup.py \
	tests/engine/test_calendars.py \
	tests/engine/test_campaigns.py \
	tests/engine/test_coordinator.py \
	tests/engine/test_engine.py \
	tests/engine/test_helping.py \
	tests/engine/test_invitations.py \
	tests/engine/test_own_program.py \
	tests/engine/test_privacy.py \
	tests/engine/test_relays.py \
	tests/engine/test_replies.py \
	tests/engine/test_report.py \
	tests/engine/test_robots.py \
	tests/engine/test_running.py \
	tests/engine/test_service.py \
	tests/engine/test_silence.py \
	tests/engine/test_slips.py
TESTS += $(engine_tests)
EXTRA_DIST += $(engine_tests) tests/engine/small_site.py
