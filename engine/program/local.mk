noinst_LIBRARIES += libprogram.a
libprogram_a_CFLAGS = $(AM_CFLAGS) $(see_program)
libprogram_a_SOURCES = \
	engine/program/kind.c engine/program/kind.h \
	engine/program/kinds.c \
	engine/program/matching.c engine/program/matching.h \
	engine/program/meeting.c engine/program/meeting.h \
	engine/program/offer.c engine/program/offer.h \
	engine/program/pairing.c engine/program/pairing.h \
	engine/program/person.c engine/program/person.h \
	engine/program/question.c engine/program/question.h \
	engine/program/topic.c engine/program/topic.h \
	engine/program/records.c \
	engine/program/vocabulary.c engine/program/vocabulary.h
