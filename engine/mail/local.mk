noinst_LIBRARIES += libmail.a
libmail_a_CFLAGS = $(AM_CFLAGS) $(GMIME_CFLAGS) $(ICU_CFLAGS) $(see_mail)
libmail_a_SOURCES =

# What a person wrote and meant.
libmail_a_SOURCES += \
	engine/mail/fold.c engine/mail/fold.h

# What we write.
libmail_a_SOURCES += \
	engine/mail/letter.c engine/mail/letter.h
