noinst_LIBRARIES += librun.a
librun_a_CFLAGS = $(AM_CFLAGS) $(JSON_CFLAGS) $(SODIUM_CFLAGS) $(see_run)
librun_a_SOURCES =

# the engine, its children and what it is asked
librun_a_SOURCES += \
	engine/run/check.c engine/run/check.h \
	engine/run/check_parts.h engine/run/check_phrases.c engine/run/check_phrases.h engine/run/check_words.c \
	engine/run/child.c engine/run/child.h \
	engine/run/compose_host.c engine/run/compose_host.h \
	engine/run/control.c engine/run/control.h \
	engine/run/cores.c engine/run/cores.h \
	engine/run/engine.c engine/run/engine.h engine/run/engine_private.h \
	engine/run/engine_begin.c \
	engine/run/engine_busy.c \
	engine/run/engine_frames.c \
	engine/run/engine_hold.c \
	engine/run/engine_leases.c \
	engine/run/engine_manager.c \
	engine/run/engine_renamed.c \
	engine/run/engine_rest.c \
	engine/run/engine_settle.c \
	engine/run/engine_turns.c \
	engine/run/engine_watch.c \
	engine/run/host.c engine/run/host.h engine/run/host_private.h \
	engine/run/host_calendar.c engine/run/host_directory.c engine/run/host_source.c engine/run/host_transport.c \
	engine/run/import.c engine/run/import.h \
	engine/run/key.c engine/run/key.h \
	engine/run/owner.c engine/run/owner.h \
	engine/run/policy_client.c engine/run/policy_client.h \
	engine/run/progress.c engine/run/progress.h \
	engine/run/provider.c engine/run/provider.h \
	engine/run/reader.c engine/run/reader.h \
	engine/run/engine_erasing.c \
	engine/run/request_campaign.c engine/run/request_change.c \
	engine/run/request_export.c engine/run/request_forget.c engine/run/request_release.c engine/run/request_parts.h \
	engine/run/report_page.c engine/run/report_page.h \
	engine/run/reporting.c engine/run/reporting.h \
	engine/run/requests.c engine/run/requests.h \
	engine/run/told_to_end.c engine/run/told_to_end.h

# the configuration
librun_a_SOURCES += \
	engine/run/blocks.c engine/run/blocks.h \
	engine/run/config_show.c \
	engine/run/plugin_rows.c engine/run/plugin_rows.h \
	engine/run/secret.c engine/run/secret.h \
	engine/run/settings.c engine/run/settings.h \
	engine/run/site_agrees.c \
	engine/run/site_config.c engine/run/site_config.h \
	engine/run/site_options.c

check_LTLIBRARIES += \
	tests/unit/plugins/abi2.la \
	tests/unit/plugins/crash.la \
	tests/unit/plugins/empty.la \
	tests/unit/plugins/pigeon.la \
	tests/unit/plugins/slow/hang.la
a_test_plugin_CFLAGS = $(RN_CFLAGS) $(GLIB_CFLAGS) $(see_api)
tests_unit_plugins_abi2_la_SOURCES = tests/unit/plugins/abi2.c
tests_unit_plugins_abi2_la_CFLAGS = $(a_test_plugin_CFLAGS)
tests_unit_plugins_abi2_la_LDFLAGS = $(as_test_module)
tests_unit_plugins_crash_la_SOURCES = tests/unit/plugins/crash.c
tests_unit_plugins_crash_la_CFLAGS = $(a_test_plugin_CFLAGS)
tests_unit_plugins_crash_la_LDFLAGS = $(as_test_module)
tests_unit_plugins_empty_la_SOURCES = tests/unit/plugins/empty.c
tests_unit_plugins_empty_la_CFLAGS = $(a_test_plugin_CFLAGS)
tests_unit_plugins_empty_la_LDFLAGS = $(as_test_module)
tests_unit_plugins_pigeon_la_SOURCES = tests/unit/plugins/pigeon.c
tests_unit_plugins_pigeon_la_CFLAGS = $(a_test_plugin_CFLAGS)
tests_unit_plugins_pigeon_la_LDFLAGS = $(as_test_module)
tests_unit_plugins_slow_hang_la_SOURCES = tests/unit/plugins/slow/hang.c
tests_unit_plugins_slow_hang_la_CFLAGS = $(a_test_plugin_CFLAGS)
tests_unit_plugins_slow_hang_la_LDFLAGS = $(as_test_module)

check_PROGRAMS += tests/unit/test_site_config
TESTS += tests/unit/test_site_config
tests_unit_test_site_config_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_run) \
	-DTEST_PLUGINS='"$(abs_top_builddir)/tests/unit/plugins/.libs"'
tests_unit_test_site_config_SOURCES = tests/unit/test_site_config.c tests/unit/unit.h
tests_unit_test_site_config_LDADD = librun.a libturn.a libcalendar.a libbase.a \
	$(ICAL_LIBS) $(ICU_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

dist_check_SCRIPTS += tests/cli/config_and_plugins.sh
TESTS += tests/cli/config_and_plugins.sh

check_PROGRAMS += tests/unit/test_cores
TESTS += tests/unit/test_cores
tests_unit_test_cores_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_run)
tests_unit_test_cores_SOURCES = tests/unit/test_cores.c tests/unit/unit.h
tests_unit_test_cores_LDADD = librun.a libbase.a $(GLIB_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_progress
TESTS += tests/unit/test_progress
tests_unit_test_progress_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_run)
tests_unit_test_progress_SOURCES = tests/unit/test_progress.c tests/unit/unit.h
tests_unit_test_progress_LDADD = librun.a libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)
