/* Mail in and out by Maildir: for a mail server that delivers to files, and for tests. */
#include "config.h"

#include "maildir.h"

RN_EXPORT const struct rn_plugin rn_plugin = {
	.abi = RN_PLUGIN_ABI, .name = "maildir", .version = PACKAGE_VERSION,
	.summary = "Mail in and out by Maildir folders.",
	.provides = (const struct rn_provider[]) {
		{ .provides = RN_SOURCE, .name = "maildir", .options = maildir_source_options,
		  .open = maildir_source_open, .close = maildir_source_close,
		  .ops_size = sizeof maildir_source_ops, .ops.source = &maildir_source_ops },
		{ .provides = RN_TRANSPORT, .name = "maildir-drop", .options = maildir_drop_options,
		  .open = maildir_drop_open, .close = maildir_drop_close,
		  .ops_size = sizeof maildir_drop_ops, .ops.transport = &maildir_drop_ops },
		{ .provides = RN_NOTHING },
	},
};
