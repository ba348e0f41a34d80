noinst_LIBRARIES += libcalendar.a
libcalendar_a_CFLAGS = $(AM_CFLAGS) $(ICAL_CFLAGS) $(ICU_CFLAGS) $(see_calendar)
libcalendar_a_SOURCES = \
	engine/calendar/attendee.c engine/calendar/attendee.h \
	engine/calendar/content_line.c engine/calendar/content_line.h \
	engine/calendar/freebusy.c engine/calendar/freebusy.h \
	engine/calendar/holidays.c engine/calendar/holidays.h \
	engine/calendar/ics.c engine/calendar/ics.h \
	engine/calendar/ics_time.c engine/calendar/ics_time.h \
	engine/calendar/invitation.c engine/calendar/invitation.h \
	engine/calendar/invite.c \
	engine/calendar/item.c \
	engine/calendar/itip.c engine/calendar/itip.h \
	engine/calendar/itip_job.h engine/calendar/itip_people.c engine/calendar/itip_times.c \
	engine/calendar/recurrence.c engine/calendar/recurrence.h \
	engine/calendar/rule.c engine/calendar/rule.h \
	engine/calendar/slots.c engine/calendar/slots.h \
	engine/calendar/spans.c engine/calendar/spans.h \
	engine/calendar/vtimezone.c engine/calendar/vtimezone.h \
	engine/calendar/wishes.c engine/calendar/wishes.h \
	engine/calendar/zone.c engine/calendar/zone.h \
	engine/calendar/zone_text.c engine/calendar/zone_text.h \
	engine/calendar/zones.c engine/calendar/zones.h

calendar_libs = libcalendar.a libbase.a $(ICAL_LIBS) $(ICU_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_wishes
TESTS += tests/unit/test_wishes
tests_unit_test_wishes_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_calendar)
tests_unit_test_wishes_SOURCES = tests/unit/test_wishes.c tests/unit/unit.h
tests_unit_test_wishes_LDADD = $(calendar_libs)

check_PROGRAMS += tests/unit/test_slots
TESTS += tests/unit/test_slots
tests_unit_test_slots_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_calendar)
tests_unit_test_slots_SOURCES = tests/unit/test_slots.c tests/unit/unit.h
tests_unit_test_slots_LDADD = $(calendar_libs)

check_PROGRAMS += tests/unit/test_itip
TESTS += tests/unit/test_itip
tests_unit_test_itip_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_calendar)
tests_unit_test_itip_SOURCES = tests/unit/test_itip.c tests/unit/unit.h
tests_unit_test_itip_LDADD = $(calendar_libs)

check_PROGRAMS += tests/unit/test_zone
TESTS += tests/unit/test_zone
tests_unit_test_zone_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(ICAL_CFLAGS) $(see_calendar)
tests_unit_test_zone_SOURCES = tests/unit/test_zone.c tests/unit/unit.h
tests_unit_test_zone_LDADD = $(calendar_libs)

check_PROGRAMS += tests/unit/test_invite
TESTS += tests/unit/test_invite
tests_unit_test_invite_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(ICAL_CFLAGS) $(see_calendar)
tests_unit_test_invite_SOURCES = tests/unit/test_invite.c tests/unit/bundled.h tests/unit/unit.h
tests_unit_test_invite_LDADD = $(calendar_libs)

if !SANITIZERS # see short_of_memory.h
check_PROGRAMS += tests/unit/test_invite_memory
TESTS += tests/unit/test_invite_memory
endif
tests_unit_test_invite_memory_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_calendar) -iquote $(srcdir)/tests/lib
tests_unit_test_invite_memory_SOURCES = \
	tests/unit/test_invite_memory.c tests/unit/unit.h \
	tests/unit/short_of_memory.h tests/lib/failing_memory.h
tests_unit_test_invite_memory_LDADD = $(calendar_libs)

check_PROGRAMS += tests/unit/test_recurrence
TESTS += tests/unit/test_recurrence
tests_unit_test_recurrence_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(ICAL_CFLAGS) $(see_calendar)
tests_unit_test_recurrence_SOURCES = tests/unit/test_recurrence.c tests/unit/unit.h
tests_unit_test_recurrence_LDADD = $(calendar_libs)
