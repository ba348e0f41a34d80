bench_tests = tests/bench/test_bench.py
TESTS += $(bench_tests)
EXTRA_DIST += $(bench_tests) \
	tests/bench/README.md \
	tests/bench/corpus.py \
	tests/bench/imapfilter.lua \
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
