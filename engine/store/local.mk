noinst_LIBRARIES += libstore.a
libstore_a_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS) $(see_store)
libstore_a_SOURCES = \
	engine/store/db.c engine/store/db.h \
	engine/store/events.c engine/store/events.h \
	engine/store/inbox.c engine/store/inbox.h \
	engine/store/journal.c engine/store/journal.h \
	engine/store/outbox.c engine/store/outbox.h \
	engine/store/queries.c engine/store/queries.h \
	engine/store/records.c engine/store/records.h \
	engine/store/schema.c engine/store/schema.h
