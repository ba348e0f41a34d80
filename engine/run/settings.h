/* Settings of a block held against the rows that say which there are: plugins, the site
 * and a program all have such rows. */
#ifndef RN_RUN_SETTINGS_H
#define RN_RUN_SETTINGS_H

#include "blocks.h"
#include "plugin.h"

/* What is done with secrets that stand elsewhere than in the configuration. */
enum rn_secrets {
	RN_SECRETS_LEFT,    /* nothing: who only looks needs none, and may not be allowed to read them */
	RN_SECRETS_CHECKED, /* files and their rights are looked at, commands are not run */
	RN_SECRETS_NOT_RUN, /* as READ, but commands are not run */
	RN_SECRETS_READ,    /* for who opens connections */
};

#define RN_SECRET_LEFT "(not read)" /* in the place of a secret that was not read */

/* Where problems go to and what relative paths start from. */
struct rn_settings_reader {
	const char *folder;  /* of the configuration file */
	GPtrArray *problems; /* of char * */
	GPtrArray *notes;    /* of char *: what cannot be known without reading a secret */
	enum rn_secrets secrets;
};

/* Gives name -> text for every row: as written or the row's default; durations in
 * seconds, flags "yes" or "no", paths absolute ("" stays), secrets from where they are, or
 * RN_SECRET_LEFT unless they are to be read.
 * Each unknown, repeated, missing or unreadable setting adds a problem. */
GHashTable *rn_settings_read (const struct rn_settings_reader *reader, const struct rn_option *rows,
                              const rn_block *block);

/* Adds the problem “place: sentence”. */
void rn_settings_tell (const struct rn_settings_reader *reader, const char *place, const char *format, ...)
	G_GNUC_PRINTF (3, 4);

/* Whether the block holds the row's setting, a secret in any of its ways. */
gboolean rn_settings_given (const struct rn_option *row, const rn_block *block);

/* Where this setting stands, or the block when it does not. */
const char *rn_settings_place (const rn_block *block, const char *name);

#endif
