bench_tests = tests/bench/test_bench.py
TESTS += $(bench_tests)
EXTRA_DIST += $(bench_tests) \
	tests/bench/corpus.py \
	tests/bench/plain_reader.py \
	tests/bench/plain_sender.py \
	tests/bench/run
