dist_doc_DATA += README.md doc/architecture.md doc/report.png doc/rotnem.conf doc/one_session.lua doc/writing-a-plugin.md doc/writing-a-policy.md \
	doc/writing-a-template.md
dist_man_MANS += doc/man/rotnem.1 doc/man/rotnem.conf.5
dist_man_MANS += doc/man/rotnem-explain.1
