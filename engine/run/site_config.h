/* The site's configuration: rotnem.conf and conf.d/ beside it (see blocks.h for the
 * syntax). Every problem of all files is found in one run, each with file and line. */
#ifndef RN_RUN_SITE_CONFIG_H
#define RN_RUN_SITE_CONFIG_H

#include "plugin.h"
#include "plugin_rows.h"
#include "retention.h"
#include "settings.h"

/* One block like `imap "mentoring" { … }`: a provider of a plugin, with its settings. */
typedef struct rn_provider_config {
	enum rn_provides provides;
	char *provider;      /* "imap": the block's word */
	char *title;         /* "mentoring": unique among the blocks */
	char *plugin_path;   /* the shared object */
	GHashTable *values;  /* name -> text: every row of the provider, defaults filled in, durations in
	                      * seconds, paths absolute, secrets as far as they were read */
	const struct rn_option *options; /* the provider's rows; they live as long as the configuration */
	gboolean together;   /* see struct rn_provider */
	const char *const *identity; /* names of settings that say which mailbox it is; may be empty */
	char *place;         /* "rotnem.conf:12" */
} rn_provider_config;

/* One block `program "reverse-mentoring" { … }`. */
typedef struct rn_program_config {
	char *name;          /* folder below scripts and templates */
	char *address;       /* the program's own mail address */
	char *display_name;  /* of From; the program's title unless given */
	char *coordinator;   /* address of the person in HR */
	char *deputy;        /* addresses, separated by commas, or "" */
	char *sponsor;       /* address, or "" */
	char *language;      /* of those whose own is not known */
	char *source;        /* title of the block its mail comes in by */
	char *transport;     /* title of the block its mail leaves by */
	GHashTable *settings;/* name -> text, from `set { pace = "…" }`: checked by the program */
	char *place;
} rn_program_config;

/* One block `site "Pune" { … }`: a place of work, by the name it has in the directory. */
typedef struct rn_place_config {
	char *name;
	char *holidays;      /* calendar file of its public holidays, or "" */
	char *place;
} rn_place_config;

typedef struct rn_config {
	char *path;             /* of rotnem.conf, absolute */
	char *state_dir;        /* database, progress files, key */
	char *redirect_all_to;  /* address that gets all mail instead of people, or "" */
	char *authserv_id;      /* our own receiver in Authentication-Results, or "" */
	char *token_in;         /* "address" (plus part) or "message-id" */
	char *plugins_dir, *scripts_dir, *templates_dir;
	rn_time since;          /* handle mail received from then on at the first start; 0: from the start on */
	int poll_seconds;       /* between two polls where the server has no IDLE */
	int silence_seconds;    /* a process at work that is silent for so long is killed */
	int keep_days[RN_KEEPS];/* what is dropped after so many days */
	GPtrArray *providers;   /* of rn_provider_config */
	GPtrArray *programs;    /* of rn_program_config */
	GPtrArray *places;      /* of rn_place_config */
	GPtrArray *plugins;     /* of rn_plugin_rows: those that were needed */
	GPtrArray *notes;       /* of char *: what was not looked at, see RN_SECRETS_CHECKED */
	struct rn_block *files; /* as written: see blocks.h */
} rn_config;

void rn_config_free (rn_config *config);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_config, rn_config_free)

/* Reads and checks. With problems gives NULL and fills `problems` (of char *) with one
 * line each: "rotnem.conf:12: …; did you mean “server”?". */
rn_config *rn_config_load (const char *path, enum rn_secrets secrets, GPtrArray *problems);

/* Adds a problem for each two blocks that contradict each other: site_agrees.c. */
void rn_config_check_agrees (const rn_config *config, const struct rn_settings_reader *reader);

/* The settings outside of blocks and those of the blocks program and site, with help: the
 * manual is written from these rows. */
extern const struct rn_option rn_site_options[], rn_program_options[], rn_place_options[];

/* The configuration as it is in force, secrets shown as "(secret)"; of the second, only
 * what stands in the files. */
char *rn_config_show (const rn_config *config);
char *rn_config_show_given (const rn_config *config);

/* Addresses that are separated by commas. Free with g_strfreev. */
GStrv rn_config_addresses (const char *addresses);

/* The program of that name, or NULL. */
const rn_program_config *rn_config_program (const rn_config *config, const char *name);

/* The titles of all blocks of a kind, ending with NULL; they belong to the configuration. */
GPtrArray *rn_config_titles (const rn_config *config, enum rn_provides provides);

/* The block of that kind and title, or NULL. */
const rn_provider_config *rn_config_provider (const rn_config *config, enum rn_provides provides, const char *title);

#endif
