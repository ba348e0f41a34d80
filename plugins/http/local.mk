# What the plugins that ask web servers share.
noinst_LTLIBRARIES += libhttp.la
see_http = $(see_api) -iquote $(srcdir)/plugins/http
libhttp_la_CFLAGS = $(RN_CFLAGS) $(GLIB_CFLAGS) $(CURL_CFLAGS) $(see_http)
libhttp_la_LIBADD = $(CURL_LIBS) $(GLIB_LIBS)
libhttp_la_SOURCES = \
	engine/api/address.c engine/api/words.c \
	plugins/http/http.c plugins/http/http.h \
	plugins/http/urls.c plugins/http/urls.h
