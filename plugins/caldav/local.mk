pkglib_LTLIBRARIES += caldav.la
caldav_la_CFLAGS = $(RN_CFLAGS) $(GLIB_CFLAGS) $(XML_CFLAGS) $(see_http)
caldav_la_LDFLAGS = $(as_plugin)
caldav_la_LIBADD = libhttp.la $(XML_LIBS)
caldav_la_SOURCES = \
	plugins/caldav/caldav.c plugins/caldav/caldav.h \
	plugins/caldav/dav.c plugins/caldav/dav.h \
	plugins/caldav/outbox.c \
	plugins/caldav/query.c \
	plugins/caldav/session.c
