nobase_dist_pkgdata_DATA += templates/form.rng templates/shell.xhtml
