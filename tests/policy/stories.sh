#!/bin/sh
# Every program's stories, and the example of the manual.
exec "$ROTNEM_BUILD/rotnem" test "$ROTNEM_SOURCE"/tests/policy/*.lua
