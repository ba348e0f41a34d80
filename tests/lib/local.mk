# What the Python tests of several folders share: TAP, people, real servers and strange ones.
EXTRA_DIST += \
	tests/lib/authority.py \
	tests/lib/cyrus.py \
	tests/lib/dav.py \
	tests/lib/dovecot.py \
	tests/lib/people.py \
	tests/lib/postfix.py \
	tests/lib/radicale.py \
	tests/lib/server.py \
	tests/lib/sink.py \
	tests/lib/strangers.py \
	tests/lib/tap.py \
	tests/lib/web.py
