dist_doc_DATA += README.md doc/architecture.md doc/report.png doc/rotnem.conf doc/one_session.lua doc/running.md \
	doc/writing-a-plugin.md doc/writing-a-policy.md doc/writing-a-template.md
dist_man_MANS += doc/man/rotnem.1 doc/man/rotnem.conf.5
dist_man_MANS += doc/man/rotnem-explain.1

# Where systemd looks, whether the prefix is /usr or /usr/local.
systemdsystemunitdir = $(prefix)/lib/systemd/system
sysusersdir = $(prefix)/lib/sysusers.d
nodist_systemdsystemunit_DATA = rotnem.service
EXTRA_DIST += doc/systemd/rotnem.service.in doc/systemd/rotnem.sysusers
CLEANFILES += rotnem.service

rotnem.service: doc/systemd/rotnem.service.in Makefile
	$(AM_V_GEN)sed -e 's|@bindir[@]|$(bindir)|' -e 's|@docdir[@]|$(docdir)|' $(srcdir)/doc/systemd/rotnem.service.in >$@

install-data-local:
	$(MKDIR_P) $(DESTDIR)$(sysusersdir)
	$(INSTALL_DATA) $(srcdir)/doc/systemd/rotnem.sysusers $(DESTDIR)$(sysusersdir)/rotnem.conf
uninstall-local:
	rm -f $(DESTDIR)$(sysusersdir)/rotnem.conf
