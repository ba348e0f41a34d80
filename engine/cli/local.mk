bin_PROGRAMS += rotnem
rotnem_CFLAGS = $(AM_CFLAGS) $(see_cli)
rotnem_SOURCES = \
	engine/cli/command.h \
	engine/cli/config.c \
	engine/cli/main.c \
	engine/cli/plugins.c \
	engine/cli/test.c
rotnem_LDADD = librun.a libpolicy.a libprogram.a libbase.a $(LUA_LIBS) $(GLIB_LIBS) $(JSON_LIBS)
