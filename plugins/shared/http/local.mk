# What the plugins that ask web servers share.
noinst_LTLIBRARIES += libhttp.la
see_http = $(see_api) -iquote $(srcdir)/plugins/shared/http
libhttp_la_CFLAGS = $(RN_CFLAGS) $(GLIB_CFLAGS) $(CURL_CFLAGS) $(see_http)
libhttp_la_LIBADD = $(CURL_LIBS) $(GLIB_LIBS)
libhttp_la_SOURCES = \
	engine/api/address.c engine/api/words.c \
	plugins/shared/http/http.c plugins/shared/http/http.h \
	plugins/shared/http/urls.c plugins/shared/http/urls.h
