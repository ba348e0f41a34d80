noinst_LIBRARIES += libpolicy.a
libpolicy_a_CFLAGS = $(AM_CFLAGS) $(LUA_CFLAGS) $(see_policy)
libpolicy_a_SOURCES = \
	engine/policy/common.c engine/policy/common.h \
	engine/policy/confine.c engine/policy/confine.h \
	engine/policy/environment.c engine/policy/environment.h \
	engine/policy/fields.c engine/policy/fields.h \
	engine/policy/halt.c engine/policy/halt.h \
	engine/policy/place.c engine/policy/place.h \
	engine/policy/query.c engine/policy/query.h \
	engine/policy/rehearsal.c engine/policy/rehearsal.h \
	engine/policy/sandbox.c engine/policy/sandbox.h \
	engine/policy/lua_turn.c engine/policy/lua_turn.h \
	engine/policy/values.c engine/policy/values.h \
	engine/policy/worker.c engine/policy/worker.h

check_PROGRAMS += tests/unit/test_policy
TESTS += tests/unit/test_policy
tests_unit_test_policy_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_policy)
tests_unit_test_policy_SOURCES = tests/unit/test_policy.c tests/unit/policy_stage.h tests/unit/unit.h
tests_unit_test_policy_LDADD = libpolicy.a libprogram.a libbase.a $(LUA_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_policy_limits
TESTS += tests/unit/test_policy_limits
tests_unit_test_policy_limits_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_policy)
tests_unit_test_policy_limits_SOURCES = tests/unit/test_policy_limits.c tests/unit/policy_stage.h tests/unit/unit.h
tests_unit_test_policy_limits_LDADD = libpolicy.a libprogram.a libbase.a $(LUA_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

check_PROGRAMS += tests/unit/test_policy_stub
TESTS += tests/unit/test_policy_stub
tests_unit_test_policy_stub_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_policy)
tests_unit_test_policy_stub_SOURCES = tests/unit/test_policy_stub.c tests/unit/policy_stage.h tests/unit/unit.h
tests_unit_test_policy_stub_LDADD = libpolicy.a libprogram.a libbase.a $(LUA_LIBS) $(GLIB_LIBS) $(JSON_LIBS) $(CHECK_LIBS)

dist_check_SCRIPTS += tests/policy/stories.sh tests/policy/failing.sh
TESTS += tests/policy/stories.sh tests/policy/failing.sh
EXTRA_DIST += tests/policy/one_session.lua tests/policy/reverse_mentoring.lua
