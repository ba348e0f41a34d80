#include "desk.h"

#define NOT_LONG (4 * RN_DAY) /* for which "the meeting" is the one just over */
#define SOME_WEEKS (60 * RN_DAY)

static void
free_entry (gpointer data)
{
	struct entry *entry = data;
	g_free (entry->uid);
	g_free (entry);
}

struct desk *
desk_new (struct person *person)
{
	struct desk *desk = g_new0 (struct desk, 1);
	desk->person = person;
	desk->entries = g_ptr_array_new_with_free_func (free_entry);
	desk->answered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
	desk->told_away = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
	return desk;
}

void
desk_free (struct desk *desk)
{
	if (desk == NULL)
		return;
	g_ptr_array_unref (desk->entries);
	g_hash_table_unref (desk->answered);
	g_hash_table_unref (desk->told_away);
	g_free (desk->plain);
	g_free (desk);
}

struct entry *
desk_find (struct desk *desk, const char *uid)
{
	for (guint i = desk->entries->len; i > 0; i--) {
		struct entry *entry = desk->entries->pdata[i - 1];
		if (g_str_equal (entry->uid, uid))
			return entry;
	}
	return NULL;
}

struct entry *
desk_add (struct desk *desk, const char *uid)
{
	struct entry *entry = g_new0 (struct entry, 1);
	entry->uid = g_strdup (uid);
	entry->sequence = entry->doubted = -1;
	g_ptr_array_add (desk->entries, entry);
	return entry;
}

gboolean
desk_is_busy (const struct desk *desk, const struct entry *besides, rn_time start, rn_time end)
{
	for (guint i = 0; i < desk->entries->len; i++) {
		const struct entry *entry = desk->entries->pdata[i];
		gboolean counts = entry != besides && entry->state == ENTRY_ACCEPTED && !entry->cancelled;
		if (counts && entry->start < end && entry->end > start)
			return TRUE;
	}
	return FALSE;
}

struct entry *
desk_last_meeting (struct desk *desk, rn_time now)
{
	struct entry *last = NULL;
	for (guint i = 0; i < desk->entries->len; i++) {
		struct entry *entry = desk->entries->pdata[i];
		if (!entry->cancelled && entry->end <= now && entry->end > now - NOT_LONG &&
		    (last == NULL || entry->end >= last->end))
			last = entry;
	}
	return last;
}

void
desk_remember (struct desk *desk, const char *plain)
{
	char *copy = g_strdup (plain);
	g_free (desk->plain);
	desk->plain = copy;
}

gboolean
desk_is_meeting (const struct desk *desk, rn_time now)
{
	for (guint i = 0; i < desk->entries->len; i++) {
		const struct entry *entry = desk->entries->pdata[i];
		if (entry->end > now - SOME_WEEKS)
			return TRUE;
	}
	return FALSE;
}

rn_time
desk_noted (GHashTable *table, const char *key)
{
	const rn_time *at = g_hash_table_lookup (table, key);
	return at != NULL ? *at : 0;
}

rn_time
desk_note (GHashTable *table, const char *key, rn_time at)
{
	rn_time before = desk_noted (table, key);
	g_hash_table_insert (table, g_strdup (key), g_memdup2 (&at, sizeof at));
	return before;
}
