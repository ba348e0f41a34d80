simulated_files = \
	plugins/simulated/appointment.c plugins/simulated/appointment.h \
	plugins/simulated/archive.c plugins/simulated/archive.h \
	plugins/simulated/chance.c plugins/simulated/chance.h \
	plugins/simulated/company.c plugins/simulated/company.h plugins/simulated/company_parts.h \
	plugins/simulated/company_life.c \
	plugins/simulated/company_post.c \
	plugins/simulated/desk.c plugins/simulated/desk.h \
	plugins/simulated/gathering.c plugins/simulated/gathering.h \
	plugins/simulated/hypertext.c plugins/simulated/hypertext.h \
	plugins/simulated/invitation.c plugins/simulated/invitation.h \
	plugins/simulated/ledger.c plugins/simulated/ledger.h \
	plugins/simulated/letter.c plugins/simulated/letter.h \
	plugins/simulated/mailroom.c plugins/simulated/mailroom.h \
	plugins/simulated/mind.c plugins/simulated/mind.h \
	plugins/simulated/pen.c plugins/simulated/pen.h \
	plugins/simulated/person.c plugins/simulated/person.h \
	plugins/simulated/places.c plugins/simulated/places.h \
	plugins/simulated/quote.c plugins/simulated/quote.h \
	plugins/simulated/request.c plugins/simulated/request.h \
	plugins/simulated/robots.c plugins/simulated/robots.h \
	plugins/simulated/simulated.c \
	plugins/simulated/words.c plugins/simulated/words.h

pkglib_LTLIBRARIES += simulated.la
simulated_la_CFLAGS = $(RN_CFLAGS) $(GLIB_CFLAGS) $(GMIME_CFLAGS) $(ICAL_CFLAGS) $(SODIUM_CFLAGS) $(see_api)
simulated_la_LDFLAGS = $(as_plugin)
simulated_la_LIBADD = $(GLIB_LIBS) $(GMIME_LIBS) $(ICAL_LIBS) $(SODIUM_LIBS)
simulated_la_SOURCES = $(simulated_files)

check_PROGRAMS += tests/unit/test_company
TESTS += tests/unit/test_company
tests_unit_test_company_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(GMIME_CFLAGS) $(ICAL_CFLAGS) $(SODIUM_CFLAGS) $(see_base) \
	-iquote $(srcdir)/plugins/simulated
tests_unit_test_company_SOURCES = \
	tests/unit/test_company.c tests/unit/unit.h \
	tests/unit/fake_host.c tests/unit/fake_host.h \
	$(simulated_files)
tests_unit_test_company_LDADD = libbase.a $(GLIB_LIBS) $(GMIME_LIBS) $(ICAL_LIBS) $(SODIUM_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_company_reads
TESTS += tests/unit/test_company_reads
tests_unit_test_company_reads_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_base) -iquote $(srcdir)/plugins/simulated
tests_unit_test_company_reads_SOURCES = \
	tests/unit/test_company_reads.c tests/unit/unit.h \
	plugins/simulated/chance.c plugins/simulated/hypertext.c plugins/simulated/request.c plugins/simulated/words.c
tests_unit_test_company_reads_LDADD = $(GLIB_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_company_templates
TESTS += tests/unit/test_company_templates
tests_unit_test_company_templates_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(GMIME_CFLAGS) $(see_render) \
	-iquote $(srcdir)/plugins/simulated
tests_unit_test_company_templates_SOURCES = \
	tests/unit/test_company_templates.c tests/unit/bundled.h tests/unit/unit.h \
	plugins/simulated/chance.c plugins/simulated/hypertext.c plugins/simulated/letter.c plugins/simulated/request.c \
	plugins/simulated/words.c
tests_unit_test_company_templates_LDADD = \
	librender.a libbase.a $(XML_LIBS) $(MD4C_LIBS) $(ICU_LIBS) $(GMIME_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)
