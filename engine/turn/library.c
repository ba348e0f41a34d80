#include "library.h"

#include <string.h>

#include "error.h"
#include "file.h"
#include "shipped.h"

/* Mails that every program sends, such as receipts, have its words unless the program brings its own. */
#define RN_LENDER "reverse-mentoring"

struct rn_library {
	char *dir, *shipped;   /* the site's templates, and Rotnem's own */
	GHashTable *files;     /* path below dir -> text, or NULL for "is not there" */
	GHashTable *templates; /* key -> struct entry */
	GHashTable *forms;     /* program/name -> rn_form */
	GHashTable *phrases;   /* path below dir -> GKeyFile; one that cannot be read is empty */
};

struct entry {
	char *hash;
	GVariant *source;
};

static void
entry_free (gpointer data)
{
	struct entry *entry = data;
	g_free (entry->hash);
	g_variant_unref (entry->source);
	g_free (entry);
}

rn_library *
rn_library_new (const char *templates_dir)
{
	rn_library *library = g_new0 (rn_library, 1);
	library->dir = g_strdup (templates_dir);
	library->shipped = rn_shipped_dir ("templates");
	library->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
	library->templates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
	library->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) rn_form_free);
	library->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_key_file_unref);
	return library;
}

void
rn_library_free (rn_library *library)
{
	if (library == NULL)
		return;
	g_free (library->dir);
	g_free (library->shipped);
	g_hash_table_unref (library->files);
	g_hash_table_unref (library->templates);
	g_hash_table_unref (library->forms);
	g_hash_table_unref (library->phrases);
	g_free (library);
}

#define RN_MAX_TEMPLATE (256 * 1024) /* a mail's words; more is a slip */

static char *
read_text (const char *dir, const char *path)
{
	g_autofree char *whole = g_build_filename (dir, path, NULL);
	g_autofree char *text = NULL;
	gsize size = 0;

	if (!rn_file_read (whole, &text, &size, NULL) || size > RN_MAX_TEMPLATE || !g_utf8_validate (text, (gssize) size, NULL))
		return NULL;
	return g_steal_pointer (&text);
}

static gboolean
is_there (const char *dir, const char *path)
{
	g_autofree char *whole = g_build_filename (dir, path, NULL);
	return g_file_test (whole, G_FILE_TEST_EXISTS);
}

/* The text of a file below the folder, or of the shipped one where that has none; or NULL. Names come from
 * policies and languages from the directory: none leads out of the folder. */
static const char *
file_text (rn_library *library, const char *path)
{
	gpointer text = NULL;

	if (strstr (path, "/../") != NULL)
		return NULL;
	if (g_hash_table_lookup_extended (library->files, path, NULL, &text))
		return text;
	text = read_text (is_there (library->dir, path) ? library->dir : library->shipped, path);
	g_hash_table_insert (library->files, g_strdup (path), text);
	return text;
}

static char *
template_path (const char *program, const char *language, const char *name)
{
	return g_strdup_printf ("%s/%s/%s.md", program, language, name);
}

gboolean
rn_library_has_template (rn_library *library, const char *program, const char *name)
{
	g_autofree char *own = template_path (program, "en", name), *lent = template_path (RN_LENDER, "en", name);
	return file_text (library, own) != NULL || file_text (library, lent) != NULL;
}

static char *
form_path (const char *program, const char *name)
{
	return g_strdup_printf ("%s/forms/%s.xml", program, name);
}

gboolean
rn_library_has_form (rn_library *library, const char *program, const char *name)
{
	g_autofree char *path = form_path (program, name);
	return file_text (library, path) != NULL;
}

/* Where a program's words in a language may be, the best first. */
#define RN_PLACES(program, language) \
	{ { program, language }, { program, "en" }, { RN_LENDER, language }, { RN_LENDER, "en" } }

struct place {
	const char *program, *language;
};

/* Finds the template's text and says in which language it is; without one, where the program's would be. */
static const char *
find_text (rn_library *library, const char *program, const char **language, const char *name, char **path)
{
	const struct place places[] = RN_PLACES (program, *language);

	for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
		g_autofree char *place = template_path (places[i].program, places[i].language, name);
		const char *text = file_text (library, place);
		if (text != NULL) {
			*path = g_steal_pointer (&place);
			*language = places[i].language;
			return text;
		}
	}
	*path = template_path (program, "en", name);
	return NULL;
}

static GKeyFile *
phrases_at (rn_library *library, const struct place *place)
{
	g_autofree char *path = g_strdup_printf ("%s/%s/tasks.ini", place->program, place->language);
	GKeyFile *phrases = g_hash_table_lookup (library->phrases, path);
	const char *text = phrases == NULL ? file_text (library, path) : NULL;

	if (phrases != NULL)
		return phrases;
	phrases = g_key_file_new ();
	if (text != NULL)
		g_key_file_load_from_data (phrases, text, strlen (text), G_KEY_FILE_NONE, NULL);
	g_hash_table_insert (library->phrases, g_steal_pointer (&path), phrases);
	return phrases;
}

char *
rn_library_phrase (rn_library *library, const char *program, const char *language, const char *group, const char *key)
{
	const struct place places[] = RN_PLACES (program, language);
	char *phrase = NULL;

	for (gsize i = 0; phrase == NULL && i < G_N_ELEMENTS (places); i++)
		phrase = g_key_file_get_string (phrases_at (library, &places[i]), group, key, NULL);
	return phrase;
}

static struct entry *
entry_new (const char *path, const char *markdown, const char *shell, const char *form, const char *language)
{
	struct entry *entry = g_new (struct entry, 1);
	entry->source = g_variant_ref_sink (g_variant_new ("(sssss)", path, markdown, shell, form, language));
	entry->hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, g_variant_get_data (entry->source),
	                                           g_variant_get_size (entry->source));
	return entry;
}

gboolean
rn_library_template (rn_library *library, const char *program, const char *language, const char *name, const char *form,
                     const char **hash, GVariant **source, GError **error)
{
	g_autofree char *key = g_strjoin ("/", program, language, name, form, NULL);
	struct entry *entry = g_hash_table_lookup (library->templates, key);

	if (entry == NULL) {
		g_autofree char *path = NULL;
		const char *markdown = find_text (library, program, &language, name, &path);
		const char *shell = file_text (library, "shell.xhtml");
		g_autofree char *form_at = form != NULL ? form_path (program, form) : NULL;
		const char *form_text = form != NULL ? file_text (library, form_at) : "";
		const char *missing = markdown == NULL ? path : shell == NULL ? "shell.xhtml"
		                    : form_text == NULL ? form_at : NULL;
		if (missing != NULL) {
			g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s/%s: there is no such file, or it is not UTF-8.",
			             library->dir, missing);
			return FALSE;
		}
		entry = entry_new (path, markdown, shell, form_text, language);
		g_hash_table_insert (library->templates, g_steal_pointer (&key), entry);
	}
	*hash = entry->hash;
	*source = entry->source;
	return TRUE;
}

rn_form *
rn_library_form (rn_library *library, const char *program, const char *name, GError **error)
{
	g_autofree char *path = form_path (program, name);
	rn_form *form = g_hash_table_lookup (library->forms, path);

	if (form != NULL)
		return form;
	const char *text = file_text (library, path);
	if (text == NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s/%s: there is no such form.", library->dir, path);
		return NULL;
	}
	form = rn_form_parse (text, path, error);
	if (form != NULL)
		g_hash_table_insert (library->forms, g_steal_pointer (&path), form);
	return form;
}
