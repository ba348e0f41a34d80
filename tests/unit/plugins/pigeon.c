/* A plugin with a setting of every type, never opened. */
#include "plugin.h"

static const struct rn_option options[] = {
	{ "colour", RN_OPTION_TEXT, "grey", "How the pigeon looks." },
	{ "wings", RN_OPTION_NUMBER, "2", "How many it has." },
	{ "homing", RN_OPTION_FLAG, "yes", "Whether it comes back." },
	{ "rest", RN_OPTION_DURATION, "20 minutes", "How long it sits between two flights." },
	{ "loft", RN_OPTION_PATH, NULL, "Where it lives." },
	{ "password", RN_OPTION_SECRET, "", "What it must coo." },
	{ NULL, 0, NULL, NULL }
};

static const char *const identity[] = { "colour", "loft", NULL };
static const struct rn_source_ops ops = { .identity = identity };

RN_EXPORT const struct rn_plugin rn_plugin = {
	.abi = RN_PLUGIN_ABI, .name = "pigeon", .version = "1", .summary = "Mail by pigeon.",
	.provides = (const struct rn_provider[]) {
		{ .provides = RN_SOURCE, .name = "pigeon", .options = options, .together = TRUE, .ops_size = sizeof ops,
		  .ops.source = &ops },
		/* of before `identity` */
		{ .provides = RN_SOURCE, .name = "swift", .options = options, .ops_size = G_STRUCT_OFFSET (struct rn_source_ops, identity),
		  .ops.source = &ops },
		{ .provides = RN_TRANSPORT, .name = "pigeon", .options = options, .together = TRUE },
		{ .provides = RN_DIRECTORY, .name = "dovecote" },
		{ .provides = RN_NOTHING },
	},
};
