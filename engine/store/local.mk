noinst_LIBRARIES += libstore.a
libstore_a_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS) $(see_store)
libstore_a_SOURCES = \
	engine/store/backup.c engine/store/backup.h \
	engine/store/busy.c engine/store/busy.h \
	engine/store/campaign_mail.c engine/store/campaign_mail.h \
	engine/store/db.c engine/store/db.h engine/store/db_private.h engine/store/db_rewrite.c \
	engine/store/erasing.c engine/store/erasing.h \
	engine/store/events.c engine/store/events.h \
	engine/store/forgotten.c engine/store/forgotten.h \
	engine/store/hold.c engine/store/hold.h \
	engine/store/inbox.c engine/store/inbox.h \
	engine/store/journal.c engine/store/journal.h \
	engine/store/outbox.c engine/store/outbox.h \
	engine/store/queries.c engine/store/queries.h \
	engine/store/records.c engine/store/records.h \
	engine/store/report_sums.c engine/store/report_sums.h \
	engine/store/retention.c engine/store/retention.h \
	engine/store/schema.c engine/store/schema.h \
	engine/store/spool.c engine/store/spool.h \
	engine/store/stranded.c engine/store/stranded.h \
	engine/store/title.c engine/store/title.h

store_libs = libstore.a libprogram.a librender.a libbase.a $(SQLITE_LIBS) $(ICU_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_store
TESTS += tests/unit/test_store
tests_unit_test_store_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_store)
tests_unit_test_store_SOURCES = tests/unit/test_store.c tests/unit/store_stage.h tests/unit/bundled.h tests/unit/unit.h
tests_unit_test_store_LDADD = $(store_libs)

check_PROGRAMS += tests/unit/test_store_mail
TESTS += tests/unit/test_store_mail
tests_unit_test_store_mail_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_store)
tests_unit_test_store_mail_SOURCES = tests/unit/test_store_mail.c tests/unit/store_stage.h tests/unit/unit.h
tests_unit_test_store_mail_LDADD = $(store_libs)

check_PROGRAMS += tests/unit/test_spool
TESTS += tests/unit/test_spool
tests_unit_test_spool_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_store)
tests_unit_test_spool_SOURCES = tests/unit/test_spool.c tests/unit/unit.h
tests_unit_test_spool_LDADD = $(store_libs)

check_PROGRAMS += tests/unit/test_store_queries
TESTS += tests/unit/test_store_queries
tests_unit_test_store_queries_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_store)
tests_unit_test_store_queries_SOURCES = tests/unit/test_store_queries.c tests/unit/store_stage.h tests/unit/unit.h
tests_unit_test_store_queries_LDADD = $(store_libs)

check_PROGRAMS += tests/unit/test_retention
TESTS += tests/unit/test_retention
tests_unit_test_retention_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_store)
tests_unit_test_retention_SOURCES = tests/unit/test_retention.c tests/unit/store_stage.h tests/unit/unit.h
tests_unit_test_retention_LDADD = $(store_libs)

check_PROGRAMS += tests/unit/test_erasing
TESTS += tests/unit/test_erasing
tests_unit_test_erasing_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_store)
tests_unit_test_erasing_SOURCES = tests/unit/test_erasing.c tests/unit/store_stage.h tests/unit/unit.h
tests_unit_test_erasing_LDADD = $(store_libs)
