# What the plugins that open connections share.
noinst_LTLIBRARIES += libnet.la
see_net = $(see_api) -iquote $(srcdir)/plugins/shared/net
libnet_la_CFLAGS = $(RN_CFLAGS) $(GLIB_CFLAGS) $(ETPAN_CFLAGS) $(GNUTLS_CFLAGS) $(see_net)
libnet_la_LIBADD = $(ETPAN_LIBS) $(GNUTLS_LIBS) $(GLIB_LIBS)
libnet_la_SOURCES = \
	plugins/shared/net/connect.c \
	plugins/shared/net/link.h \
	plugins/shared/net/server.c plugins/shared/net/server.h \
	plugins/shared/net/stream.c plugins/shared/net/stream.h \
	plugins/shared/net/tls.c \
	plugins/shared/net/token.c plugins/shared/net/token.h
