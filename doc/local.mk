dist_doc_DATA += doc/rotnem.conf
