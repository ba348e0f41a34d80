dist_doc_DATA += doc/rotnem.conf doc/writing-a-plugin.md
