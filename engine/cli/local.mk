bin_PROGRAMS += rotnem
rotnem_CFLAGS = $(AM_CFLAGS) $(see_cli)
rotnem_SOURCES = \
	engine/cli/command.h \
	engine/cli/main.c
rotnem_LDADD = libprogram.a libbase.a $(GLIB_LIBS) $(JSON_LIBS)
