pkglib_LTLIBRARIES += smtp.la
smtp_la_CFLAGS = $(RN_CFLAGS) $(GLIB_CFLAGS) $(ETPAN_CFLAGS) $(see_net)
smtp_la_LDFLAGS = $(as_plugin)
smtp_la_LIBADD = libnet.la
smtp_la_SOURCES = \
	engine/api/address.c \
	plugins/smtp/dialogue.c plugins/smtp/dialogue.h \
	plugins/smtp/smtp.c \
	plugins/smtp/transport.c plugins/smtp/transport.h
