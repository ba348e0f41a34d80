check_PROGRAMS += tests/servers/host_driver
tests_servers_host_driver_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_calendar)
tests_servers_host_driver_SOURCES = \
	tests/servers/host_driver.c \
	tests/unit/fake_host.c tests/unit/fake_host.h
tests_servers_host_driver_LDADD = libcalendar.a libbase.a $(ICAL_LIBS) $(ICU_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

server_tests = \
	tests/servers/test_caldav.py \
	tests/servers/test_hostile.py \
	tests/servers/test_ics.py \
	tests/servers/test_imap.py \
	tests/servers/test_smtp.py
TESTS += $(server_tests)
EXTRA_DIST += $(server_tests) \
	tests/servers/driver.py
