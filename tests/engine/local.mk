TESTS += tests/engine/test_calendars.py tests/engine/test_engine.py tests/engine/test_invitations.py tests/engine/test_replies.py tests/engine/test_robots.py
EXTRA_DIST += tests/engine/test_calendars.py tests/engine/test_engine.py tests/engine/test_invitations.py tests/engine/test_replies.py tests/engine/test_robots.py tests/engine/small_site.py
