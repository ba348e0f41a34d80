check_LTLIBRARIES += tests/stories/poison.la
tests_stories_poison_la_CFLAGS = $(RN_CFLAGS)
tests_stories_poison_la_LDFLAGS = -rpath /nowhere -module -avoid-version -shared
tests_stories_poison_la_SOURCES = tests/stories/poison.c

story_tests = \
	tests/stories/test_booked.py \
	tests/stories/test_choosing_a_date.py \
	tests/stories/test_one_pairing.py \
	tests/stories/test_troubles.py
TESTS += $(story_tests)
EXTRA_DIST += $(story_tests) tests/stories/town.py
