bench_tests = tests/bench/test_bench.py tests/bench/test_instructions.py
TESTS += $(bench_tests)
EXTRA_DIST += $(bench_tests) \
	tests/bench/README.md \
	tests/bench/corpus.py \
	tests/bench/imapfilter.lua \
	tests/bench/instructions.ini \
	tests/bench/mails.py \
	tests/bench/measure.py \
	tests/bench/plain_explain.py \
	tests/bench/plain_imap.py \
	tests/bench/plain_reader.py \
	tests/bench/plain_sender.py \
	tests/bench/reading.py \
	tests/bench/receiving.py \
	tests/bench/relay.py \
	tests/bench/rotnem_site.py \
	tests/bench/run \
	tests/bench/sending.py

# What a mail costs in instructions, against the record.
check_PROGRAMS += tests/bench/instructions
tests_bench_instructions_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(see_run) -iquote $(srcdir)/tests/unit \
	-DSOURCE_DIR='"$(abs_top_srcdir)"' -DBUILD='"$(host_cpu), $(RN_CFLAGS) $(CFLAGS), gcc " __VERSION__'
tests_bench_instructions_SOURCES = tests/bench/instructions.c $(turn_stage)
tests_bench_instructions_LDADD = librun.a $(turn_libs)
