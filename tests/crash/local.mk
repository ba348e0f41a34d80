check_LTLIBRARIES += tests/crash/killer.la tests/crash/failer.la
tests_crash_killer_la_CFLAGS = $(RN_CFLAGS)
tests_crash_killer_la_LDFLAGS = $(as_test_module)
tests_crash_killer_la_SOURCES = tests/crash/killer.c tests/crash/power.c tests/crash/power.h tests/crash/role.c tests/crash/role.h
tests_crash_failer_la_CFLAGS = $(RN_CFLAGS) -iquote $(srcdir)/tests/lib
tests_crash_failer_la_LDFLAGS = $(as_test_module)
tests_crash_failer_la_SOURCES = tests/crash/failer.c tests/lib/failing_memory.h \
	tests/crash/role.c tests/crash/role.h

crash_tests = \
	tests/crash/run \
	tests/crash/test_forgetting.py \
	tests/crash/test_migration.py \
	tests/crash/test_troubles.py
TESTS += $(crash_tests)
EXTRA_DIST += $(crash_tests) \
	tests/crash/README.md \
	tests/crash/campaigns.py \
	tests/crash/company_site.py \
	tests/crash/crowd.py \
	tests/crash/cuts.py \
	tests/crash/failures.py \
	tests/crash/five.py \
	tests/crash/judge.py \
	tests/crash/mailboxes.py \
	tests/crash/moments.py \
	tests/crash/points.py \
	tests/crash/version_1.sql
