pkglib_LTLIBRARIES += imap.la
imap_la_CFLAGS = $(RN_CFLAGS) $(GLIB_CFLAGS) $(ETPAN_CFLAGS) $(see_net)
imap_la_LDFLAGS = $(as_plugin)
imap_la_LIBADD = libnet.la
imap_la_SOURCES = \
	plugins/imap/fetch.c plugins/imap/fetch.h \
	plugins/imap/imap.c \
	plugins/imap/mark.c plugins/imap/mark.h \
	plugins/imap/session.c plugins/imap/session.h
