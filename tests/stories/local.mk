story_tests = \
	tests/stories/test_booked.py \
	tests/stories/test_choosing_a_date.py \
	tests/stories/test_one_pairing.py \
	tests/stories/test_troubles.py
TESTS += $(story_tests)
EXTRA_DIST += $(story_tests) tests/stories/town.py
