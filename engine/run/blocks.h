/* The syntax of rotnem.conf, which is libconfuse's:
 *
 *	# a comment, until the end of the line; also // and, over lines, slash-star
 *	state_dir = /var/lib/rotnem
 *	imap "mentoring" {
 *		server = "mail.example.org"
 *	}
 *
 * A value is a word or stands in quotes, "…" with \" \\ \n \t or '…' as it is, and ends
 * on its line. libconfuse 3.3 itself is not used: behind a comment it counts wrong
 * lines, it takes a file that ends within a block, and it stops at the first problem. */
#ifndef RN_RUN_BLOCKS_H
#define RN_RUN_BLOCKS_H

#include <glib.h>

#define RN_MAX_CONFIG_BYTES (1024 * 1024)
#define RN_MAX_CONFIG_DEPTH 4     /* a program's set { } is the second */
#define RN_MAX_CONFIG_ENTRIES 1000 /* settings, or blocks, of one block: far more than anybody writes */
#define RN_MAX_CONFIG_PROBLEMS 50 /* of one file; whoever has more has given another file */

/* NAME = VALUE */
struct rn_setting {
	char *name;
	char *value; /* NULL: it cannot be read, which was told */
	char *place; /* "rotnem.conf:12" */
};

/* WORD "TITLE" { … }; the whole file is a block without word and title. */
typedef struct rn_block {
	char *word, *title; /* "" where there is none */
	char *place;        /* where it starts */
	GPtrArray *settings; /* of struct rn_setting */
	GPtrArray *blocks;   /* of rn_block */
} rn_block;

/* Reads a file. Adds one line (char *) to `problems` for each thing that is wrong and
 * goes on behind it; NULL when nothing could be read. */
rn_block *rn_block_read (const char *path, GPtrArray *problems);

/* The same for text in memory; `name` stands in the places. */
rn_block *rn_block_parse (const char *name, const char *text, GPtrArray *problems);

void rn_block_free (rn_block *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_block, rn_block_free)

#endif
