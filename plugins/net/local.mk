# What the plugins that open connections share.
noinst_LTLIBRARIES += libnet.la
see_net = $(see_api) -iquote $(srcdir)/plugins/net
libnet_la_CFLAGS = $(RN_CFLAGS) $(GLIB_CFLAGS) $(ETPAN_CFLAGS) $(GNUTLS_CFLAGS) $(see_net)
libnet_la_LIBADD = $(ETPAN_LIBS) $(GNUTLS_LIBS) $(GLIB_LIBS)
libnet_la_SOURCES = \
	plugins/net/connect.c \
	plugins/net/link.h \
	plugins/net/server.c plugins/net/server.h \
	plugins/net/stream.c plugins/net/stream.h \
	plugins/net/tls.c \
	plugins/net/token.c plugins/net/token.h
