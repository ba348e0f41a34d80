# What tests of several folders share: TAP, people, real servers and strange ones, and what is preloaded.
EXTRA_DIST += \
	tests/lib/authority.py \
	tests/lib/cyrus.py \
	tests/lib/dav.py \
	tests/lib/dovecot.py \
	tests/lib/people.py \
	tests/lib/postfix.py \
	tests/lib/radicale.py \
	tests/lib/server.py \
	tests/lib/sink.py \
	tests/lib/strangers.py \
	tests/lib/tap.py \
	tests/lib/web.py

check_LTLIBRARIES += tests/lib/poison.la
tests_lib_poison_la_CFLAGS = $(RN_CFLAGS)
tests_lib_poison_la_LDFLAGS = $(as_test_module)
tests_lib_poison_la_SOURCES = tests/lib/poison.c
