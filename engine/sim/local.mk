noinst_LIBRARIES += libsim.a
libsim_a_CFLAGS = $(AM_CFLAGS) $(see_sim)
libsim_a_SOURCES = \
	engine/sim/demo.c engine/sim/demo.h \
	engine/sim/figures.c engine/sim/figures.h
