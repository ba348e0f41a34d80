#include "blocks.h"

#include "file.h"

#include <string.h>
#include <sys/stat.h>

enum token {
	TOKEN_END,   /* of the file */
	TOKEN_WORD,  /* or text in quotes */
	TOKEN_EQUAL,
	TOKEN_OPEN,
	TOKEN_CLOSE,
	TOKEN_BROKEN, /* was told already */
};

struct text {
	const char *name, *at;
	guint line;       /* of `at` */
	guint token_line; /* where the last token started */
	GString *word;    /* of TOKEN_WORD */
	GPtrArray *problems;
	guint told;
};

static void
tell (struct text *text, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
tell (struct text *text, guint line, const char *format, ...)
{
	if (text->told++ >= RN_MAX_CONFIG_PROBLEMS)
		return;
	va_list arguments;
	va_start (arguments, format);
	g_autofree char *sentence = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	g_ptr_array_add (text->problems, g_strdup_printf ("%s:%u: %s", text->name, line, sentence));
}

/* ---- tokens ---- */

static void
skip_line (struct text *text)
{
	text->at += strcspn (text->at, "\n");
}

static void
skip_comment (struct text *text)
{
	const char *end = strstr (text->at + 2, "*/");

	if (end == NULL) {
		tell (text, text->line, "the comment that starts here is never closed");
		end = strchr (text->at, '\0') - 2;
	}
	for (; text->at < end + 2; text->at++)
		text->line += *text->at == '\n';
}

/* Comments start only where a word could, so that http://… and p#1 are words. */
static void
skip_space (struct text *text)
{
	for (;;) {
		if (*text->at == '\n')
			text->line++;
		if (*text->at != '\0' && strchr (" \t\r\n", *text->at) != NULL)
			text->at++;
		else if (*text->at == '#' || g_str_has_prefix (text->at, "//"))
			skip_line (text);
		else if (g_str_has_prefix (text->at, "/*"))
			skip_comment (text);
		else
			return;
	}
}

static char
unescaped (char letter)
{
	return letter == 'n' ? '\n' : letter == 't' ? '\t' : letter;
}

static enum token
take_quoted (struct text *text)
{
	char quote = *text->at++;

	for (; *text->at != quote; text->at++) {
		if (*text->at == '\0' || *text->at == '\n') {
			tell (text, text->line, "the quote that opens in this line is not closed in it");
			return TOKEN_BROKEN;
		}
		if (quote == '"' && *text->at == '\\' && text->at[1] != '\0' && text->at[1] != '\n')
			g_string_append_c (text->word, unescaped (*++text->at));
		else
			g_string_append_c (text->word, *text->at);
	}
	text->at++;
	return TOKEN_WORD;
}

static enum token
take_token (struct text *text)
{
	skip_space (text);
	text->token_line = text->line;
	g_string_truncate (text->word, 0);
	switch (*text->at) {
	case '\0':
		return TOKEN_END;
	case '=':
		text->at++;
		return TOKEN_EQUAL;
	case '{':
		text->at++;
		return TOKEN_OPEN;
	case '}':
		text->at++;
		return TOKEN_CLOSE;
	case '"':
	case '\'':
		return take_quoted (text);
	default: {
		gsize length = strcspn (text->at, " \t\r\n={}\"'");
		g_string_append_len (text->word, text->at, (gssize) length);
		text->at += length;
		return TOKEN_WORD;
	}
	}
}

/* ---- statements ---- */

static void
setting_free (gpointer data)
{
	struct rn_setting *setting = data;
	g_free (setting->name);
	g_free (setting->value);
	g_free (setting->place);
	g_free (setting);
}

static rn_block *
block_new (const struct text *text, const char *word, const char *title, guint line)
{
	rn_block *block = g_new0 (rn_block, 1);

	block->word = g_strdup (word);
	block->title = g_strdup (title);
	block->place = g_strdup_printf ("%s:%u", text->name, line);
	block->settings = g_ptr_array_new_with_free_func (setting_free);
	block->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) rn_block_free);
	return block;
}

static void take_statements (struct text *text, rn_block *block, guint depth);

/* Behind WORD "TITLE" {. */
static void
take_block (struct text *text, rn_block *block, guint depth)
{
	if (depth < RN_MAX_CONFIG_DEPTH) {
		take_statements (text, block, depth + 1);
		return;
	}
	tell (text, text->line, "blocks are nested too deeply here; the rest of the file was not read");
	text->at = strchr (text->at, '\0');
}

/* Goes on behind a broken statement: at the next line, or behind the block it opens. */
static void
skip_statement (struct text *text, guint line, guint depth)
{
	for (;;) {
		skip_space (text);
		if (text->line != line || *text->at == '\0' || *text->at == '}')
			return;
		if (take_token (text) == TOKEN_OPEN) {
			g_autoptr (rn_block) dropped = block_new (text, "", "", line);
			take_block (text, dropped, depth);
			return;
		}
	}
}

/* A word, or text in quotes, that begins in this line. */
static gboolean
take_word (struct text *text, guint line)
{
	skip_space (text);
	return text->line == line && *text->at != '\0' && strchr ("={}", *text->at) == NULL
	       && take_token (text) == TOKEN_WORD;
}

/* Behind NAME =. The value must begin in the same line, or a missing one would take the
 * next line's name for itself. */
static void
take_value (struct text *text, rn_block *block, const char *name, guint line, guint depth)
{
	struct rn_setting *setting = g_new0 (struct rn_setting, 1);
	guint told = text->told;

	setting->name = g_strdup (name);
	setting->place = g_strdup_printf ("%s:%u", text->name, line);
	g_ptr_array_add (block->settings, setting);
	if (take_word (text, line)) {
		setting->value = g_strdup (text->word->str);
		return;
	}
	if (text->told == told)
		tell (text, line, "there is no value behind “%s =”", name);
	skip_statement (text, line, depth);
}

/* Behind the first word of a statement. */
static void
take_statement (struct text *text, rn_block *parent, guint depth)
{
	guint line = text->token_line, told = text->told;
	g_autofree char *first = g_strdup (text->word->str);
	g_autofree char *title = g_strdup (take_word (text, line) ? text->word->str : "");

	skip_space (text);
	if (*text->at == '=' && *title == '\0') {
		text->at++;
		take_value (text, parent, first, line, depth);
	} else if (*text->at == '{') {
		rn_block *block = block_new (text, first, title, line);
		g_ptr_array_add (parent->blocks, block);
		text->at++;
		take_block (text, block, depth);
	} else {
		if (text->told == told)
			tell (text, line,
			      "“%s” stands alone; write NAME = VALUE, or WORD \"TITLE\" { … }, "
			      "with quotes around a value of several words", first);
		skip_statement (text, line, depth);
	}
}

static gboolean
is_full (struct text *text, const rn_block *block)
{
	if (block->settings->len < RN_MAX_CONFIG_ENTRIES && block->blocks->len < RN_MAX_CONFIG_ENTRIES)
		return FALSE;
	tell (text, text->token_line, "there are more than %d settings here; the rest of the file was not read",
	      RN_MAX_CONFIG_ENTRIES);
	text->at = strchr (text->at, '\0');
	return TRUE;
}

/* Until the block's end, or the file's at depth 0. */
static void
take_statements (struct text *text, rn_block *block, guint depth)
{
	for (;;) {
		switch (take_token (text)) {
		case TOKEN_END:
			if (depth > 0)
				tell (text, text->line, "the file ends within the block “%s” of %s; a } is missing",
				      block->word, block->place);
			return;
		case TOKEN_CLOSE:
			if (depth > 0)
				return;
			tell (text, text->token_line, "this } closes nothing");
			break;
		case TOKEN_WORD:
			if (!is_full (text, block))
				take_statement (text, block, depth);
			break;
		case TOKEN_EQUAL:
		case TOKEN_OPEN:
			tell (text, text->token_line, "there is no name before this sign");
			skip_line (text);
			break;
		case TOKEN_BROKEN:
			skip_line (text);
			break;
		}
	}
}

/* ---- files ---- */

rn_block *
rn_block_parse (const char *name, const char *content, GPtrArray *problems)
{
	struct text text = {
		.name = name, .at = content, .line = 1, .word = g_string_new (NULL), .problems = problems
	};
	rn_block *block = block_new (&text, "", "", 1);

	take_statements (&text, block, 0);
	g_string_free (text.word, TRUE);
	if (text.told > RN_MAX_CONFIG_PROBLEMS)
		g_ptr_array_add (problems, g_strdup_printf ("%s: %u further problems are not listed", name,
		                                            text.told - RN_MAX_CONFIG_PROBLEMS));
	return block;
}

rn_block *
rn_block_read (const char *path, GPtrArray *problems)
{
	struct stat status;
	g_autofree char *content = NULL;
	g_autoptr (GError) why = NULL;
	gsize size = 0;

	if (stat (path, &status) == 0 && (!S_ISREG (status.st_mode) || status.st_size > RN_MAX_CONFIG_BYTES))
		g_ptr_array_add (problems,
		                 g_strdup_printf ("%s: this is no configuration: no ordinary file, or larger than 1 MiB", path));
	else if (!rn_file_read (path, &content, &size, &why))
		g_ptr_array_add (problems, g_strdup_printf ("%s: %s", path, why->message));
	else if (!g_utf8_validate (content, (gssize) size, NULL))
		g_ptr_array_add (problems, g_strdup_printf ("%s: this is no UTF-8 text", path));
	else
		return rn_block_parse (path, content, problems);
	return NULL;
}

void
rn_block_free (rn_block *block)
{
	if (block == NULL)
		return;
	g_ptr_array_unref (block->settings);
	g_ptr_array_unref (block->blocks);
	g_free (block->word);
	g_free (block->title);
	g_free (block->place);
	g_free (block);
}
