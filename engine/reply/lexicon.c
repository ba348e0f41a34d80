#include "lexicon.h"

#include <string.h>

#include "spelling.h"

#define MAX_PHRASE_WORDS 8

struct entry {
	struct rn_phrase phrase;
	guint32 words[MAX_PHRASE_WORDS]; /* hashes */
};

static const char codes[RN_N_TONGUES][3] = { "en", "de", "fr", "es", "it", "nl", "pt" };

int
rn_tongue_of (const char *language)
{
	for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
		if (g_str_equal (codes[i], language))
			return 1 << i;
	return RN_ANY_TONGUE;
}

const char *
rn_tongue_code (int n)
{
	return codes[n];
}

/* Long phrases first, so that the first match is the longest, and of equal ones what means more; a particle, which
 * is more wary, before another of the same. */
static int
by_first_word (gconstpointer a, gconstpointer b)
{
	const struct entry *one = a, *other = b;

	if (one->words[0] != other->words[0])
		return one->words[0] < other->words[0] ? -1 : 1;
	if (one->phrase.n_words != other->phrase.n_words)
		return other->phrase.n_words - one->phrase.n_words;
	if (one->phrase.meaning != other->phrase.meaning)
		return one->phrase.meaning - other->phrase.meaning;
	return other->phrase.is_particle - one->phrase.is_particle;
}

static void
add_entry (struct rn_lexicon *lexicon, const struct rn_lexicon_row *row, int value, const char *text)
{
	struct rn_tokens tokens;
	struct entry entry = { .phrase = { row->meaning, row->tongues, row->strength, value, 0, row->is_particle } };

	rn_tokens_init (&tokens, text, strlen (text));
	for (gsize i = 0; i < MIN (rn_tokens_count (&tokens), MAX_PHRASE_WORDS); i++)
		entry.words[entry.phrase.n_words++] = rn_token_at (&tokens, i)->hash;
	rn_tokens_clear (&tokens);
	g_array_append_val (lexicon->entries, entry);
}

static void
add_row (struct rn_lexicon *lexicon, const struct rn_lexicon_row *row)
{
	int value = 1;

	for (const char *at = row->phrases; at != NULL; value++) {
		const char *end = at + strcspn (at, "|");
		g_autoptr (GPtrArray) spellings = rn_spellings (row->tongues, at, (gsize) (end - at));
		for (guint i = 0; i < spellings->len; i++)
			add_entry (lexicon, row, value, g_ptr_array_index (spellings, i));
		at = *end != '\0' ? end + 1 : NULL;
	}
}

static const struct entry *
entry_at (const struct rn_lexicon *lexicon, guint i)
{
	return &g_array_index (lexicon->entries, struct entry, i);
}

/* Slots hold the index of the first entry of a first word, plus one; open addressing. */
static void
prepare (struct rn_lexicon *lexicon)
{
	if (!g_once_init_enter (&lexicon->is_ready))
		return;
	lexicon->entries = g_array_new (FALSE, FALSE, sizeof (struct entry));
	for (gsize table = 0; lexicon->tables[table] != NULL; table++)
		for (const struct rn_lexicon_row *row = lexicon->tables[table]; row->phrases != NULL; row++)
			add_row (lexicon, row);
	g_array_sort (lexicon->entries, by_first_word);
	for (guint i = 0; i < lexicon->entries->len; i++) {
		guint32 hash = entry_at (lexicon, i)->words[0];
		if (i > 0 && entry_at (lexicon, i - 1)->words[0] == hash)
			continue;
		guint slot = hash % RN_LEXICON_SLOTS;
		while (lexicon->slots[slot] != 0)
			slot = (slot + 1) % RN_LEXICON_SLOTS;
		lexicon->slots[slot] = (guint16) (i + 1);
	}
	g_once_init_leave (&lexicon->is_ready, 1);
}

static gboolean
matches (const struct rn_tokens *tokens, gsize i, const struct entry *entry)
{
	if (i + (gsize) entry->phrase.n_words > rn_tokens_count (tokens))
		return FALSE;
	for (int word = 1; word < entry->phrase.n_words; word++) {
		const struct rn_token *token = rn_token_at (tokens, i + (gsize) word);
		if (token->hash != entry->words[word] || (rn_mark_ends (token->mark) && token->mark != '\n'))
			return FALSE;
	}
	return TRUE;
}

static gboolean
fits (const struct rn_phrase *phrase, int tongues, int meaning)
{
	return (phrase->tongues & tongues) && (meaning == 0 || phrase->meaning == meaning);
}

/* The first entry of a first word, or the number of all. */
static guint
first_entry (const struct rn_lexicon *lexicon, guint32 hash)
{
	for (guint slot = hash % RN_LEXICON_SLOTS; lexicon->slots[slot] != 0; slot = (slot + 1) % RN_LEXICON_SLOTS)
		if (entry_at (lexicon, lexicon->slots[slot] - 1u)->words[0] == hash)
			return lexicon->slots[slot] - 1u;
	return lexicon->entries->len;
}

void
rn_lexicon_mark (struct rn_lexicon *lexicon, struct rn_tokens *tokens)
{
	prepare (lexicon);
	for (gsize i = 0; i < rn_tokens_count (tokens); i++) {
		struct rn_token *token = &g_array_index (tokens->list, struct rn_token, i);
		guint at = token->number >= 0 ? lexicon->entries->len : first_entry (lexicon, token->hash);
		token->senses = 0;
		for (; at < lexicon->entries->len && entry_at (lexicon, at)->words[0] == token->hash; at++)
			token->senses |= (guint64) 1 << entry_at (lexicon, at)->phrase.meaning;
	}
	tokens->is_marked = TRUE;
}

const struct rn_phrase *
rn_lexicon_find (struct rn_lexicon *lexicon, const struct rn_tokens *tokens, gsize i, int tongues,
                 int meaning)
{
	guint32 hash = rn_token_at (tokens, i)->hash;

	prepare (lexicon);
	for (guint at = first_entry (lexicon, hash); at < lexicon->entries->len && entry_at (lexicon, at)->words[0] == hash; at++)
		if (fits (&entry_at (lexicon, at)->phrase, tongues, meaning) && matches (tokens, i, entry_at (lexicon, at)))
			return &entry_at (lexicon, at)->phrase;
	return NULL;
}

/* How many words the entry takes with others skipped, 0: it does not stand here. */
static int
take_loose (const struct rn_tokens *tokens, gsize i, const struct entry *entry, int tongues, rn_skips skips)
{
	gsize at = i + 1, skipped[RN_MAX_SKIPPED];
	int n_skipped = 0, word = 1;

	while (word < entry->phrase.n_words && at < rn_tokens_count (tokens)) {
		const struct rn_token *token = rn_token_at (tokens, at);
		if (token->mark != '\0' && token->mark != '-' && token->mark != '\'')
			return 0;
		if (token->hash == entry->words[word])
			word++;
		else if (n_skipped < RN_MAX_SKIPPED)
			skipped[n_skipped++] = at;
		else
			return 0;
		at++;
	}
	if (word < entry->phrase.n_words)
		return 0;
	for (int skip = 0; skip < n_skipped; skip++)
		if (!skips (tokens, skipped[skip], tongues))
			return 0;
	return (int) (at - i);
}

const struct rn_phrase *
rn_lexicon_find_loose (struct rn_lexicon *lexicon, const struct rn_tokens *tokens, gsize i, int tongues,
                       rn_skips skips, int *n_words)
{
	guint32 hash = rn_token_at (tokens, i)->hash;

	prepare (lexicon);
	for (guint at = first_entry (lexicon, hash); at < lexicon->entries->len &&
	     entry_at (lexicon, at)->words[0] == hash; at++) {
		const struct entry *entry = entry_at (lexicon, at);
		if (entry->phrase.n_words < 2 || !fits (&entry->phrase, tongues, 0))
			continue;
		*n_words = take_loose (tokens, i, entry, tongues, skips);
		if (*n_words > 0)
			return &entry->phrase;
	}
	return NULL;
}

int
rn_lexicon_tongues (struct rn_lexicon *lexicon, const struct rn_tokens *tokens, gsize i, int n_words)
{
	guint32 hash = rn_token_at (tokens, i)->hash;
	int found = 0;

	prepare (lexicon);
	for (guint at = first_entry (lexicon, hash); at < lexicon->entries->len && entry_at (lexicon, at)->words[0] == hash; at++)
		if (entry_at (lexicon, at)->phrase.n_words == n_words && matches (tokens, i, entry_at (lexicon, at)))
			found |= entry_at (lexicon, at)->phrase.tongues;
	return found;
}
