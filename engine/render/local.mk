noinst_LIBRARIES += librender.a
librender_a_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS) $(MD4C_CFLAGS) $(ICU_CFLAGS) $(see_render) \
	-DRN_FORM_RNG='"$(top_srcdir)/templates/form.rng"'
librender_a_SOURCES =

# What we write.
librender_a_SOURCES += \
	engine/render/escape.c engine/render/escape.h \
	engine/render/fields.c engine/render/fields.h \
	engine/render/fold.c \
	engine/render/form.c engine/render/form.h \
	engine/render/form_answer.c \
	engine/render/form_hint.c \
	engine/render/form_schema.c engine/render/form_schema.h \
	engine/render/markdown.c engine/render/markdown.h \
	engine/render/render_memory.c engine/render/render_memory.h \
	engine/render/shell.c engine/render/shell.h \
	engine/render/stationery.c engine/render/stationery.h \
	engine/render/template_fields.c engine/render/template_fields.h \
	engine/render/tree.c engine/render/tree.h \
	engine/render/when_text.c engine/render/when_text.h \
	engine/render/wrap.c \
	engine/render/write_html.c engine/render/write_text.c engine/render/writer.h \
	engine/render/xml.c engine/render/xml.h
engine/render/librender_a-form_schema.$(OBJEXT): templates/form.rng

render_libs = librender.a libbase.a $(XML_LIBS) $(MD4C_LIBS) $(ICU_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_form
TESTS += tests/unit/test_form
tests_unit_test_form_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_render)
tests_unit_test_form_SOURCES = tests/unit/test_form.c tests/unit/unit.h
tests_unit_test_form_LDADD = $(render_libs)

check_PROGRAMS += tests/unit/test_stationery
TESTS += tests/unit/test_stationery
tests_unit_test_stationery_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_render)
tests_unit_test_stationery_SOURCES = tests/unit/test_stationery.c tests/unit/bundled.h tests/unit/unit.h
tests_unit_test_stationery_LDADD = $(render_libs)

check_PROGRAMS += tests/unit/test_when_text
TESTS += tests/unit/test_when_text
tests_unit_test_when_text_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_render)
tests_unit_test_when_text_SOURCES = tests/unit/test_when_text.c tests/unit/unit.h
tests_unit_test_when_text_LDADD = $(render_libs)

check_PROGRAMS += tests/unit/test_templates
TESTS += tests/unit/test_templates
tests_unit_test_templates_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_render)
tests_unit_test_templates_SOURCES = tests/unit/test_templates.c tests/unit/bundled.h tests/unit/unit.h
tests_unit_test_templates_LDADD = $(render_libs)

# What others write in HTML.
librender_a_SOURCES += \
	engine/render/html_scan.c engine/render/html_scan.h \
	engine/render/html_text.c engine/render/html_text.h

check_PROGRAMS += tests/unit/test_html_text
TESTS += tests/unit/test_html_text
tests_unit_test_html_text_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_render)
tests_unit_test_html_text_SOURCES = tests/unit/test_html_text.c tests/unit/unit.h
tests_unit_test_html_text_LDADD = $(render_libs)
