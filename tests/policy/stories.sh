#!/bin/sh
# The stories of every program, and of the manual's example.
exec "$ROTNEM_BUILD/rotnem" test
