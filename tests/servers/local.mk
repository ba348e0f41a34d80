check_PROGRAMS += tests/servers/host_driver
tests_servers_host_driver_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_base)
tests_servers_host_driver_SOURCES = \
	tests/servers/host_driver.c \
	tests/unit/fake_host.c tests/unit/fake_host.h
tests_servers_host_driver_LDADD = libbase.a $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)
