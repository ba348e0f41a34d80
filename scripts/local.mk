nobase_dist_pkgdata_DATA += \
	scripts/reverse-mentoring/reverse_mentoring.lua \
	scripts/rotnem/api.lua \
	scripts/rotnem/checks.lua \
	scripts/rotnem/globals.lua \
	scripts/rotnem/init.lua \
	scripts/rotnem/programs.lua \
	scripts/rotnem/settings.lua \
	scripts/rotnem/test.lua
EXTRA_DIST += .luacheckrc
