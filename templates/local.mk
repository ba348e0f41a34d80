EXTRA_DIST += templates/form.rng
