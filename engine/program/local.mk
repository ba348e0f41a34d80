noinst_LIBRARIES += libprogram.a
libprogram_a_CFLAGS = $(AM_CFLAGS) $(see_program)
libprogram_a_SOURCES = \
	engine/program/vocabulary.c engine/program/vocabulary.h
