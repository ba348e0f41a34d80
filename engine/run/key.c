#include "key.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "error.h"
#include "file.h"

/* Whole or not at all: an engine that is killed meanwhile makes another. */
static gboolean
save (const char *path, const guint8 key[32], GError **error)
{
	g_autofree char *folder = g_path_get_dirname (path);
	g_autoptr (GError) failure = NULL;

	gboolean fine = g_file_set_contents_full (path, (const char *) key, 32,
	                                          G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &failure);
	int dir = fine ? open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
	fine = dir >= 0 && fsync (dir) == 0;
	if (!fine)
		g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s: the key cannot be written: %s.", path,
		             failure != NULL ? failure->message : g_strerror (errno));
	if (dir >= 0)
		close (dir);
	return fine;
}

gboolean
rn_key_load (const char *path, gboolean is_new, guint8 key[32], GError **error)
{
	g_autofree char *bytes = NULL;
	g_autoptr (GError) failure = NULL;
	gsize size = 0;

	if (!g_file_test (path, G_FILE_TEST_EXISTS) && is_new) {
		randombytes_buf (key, 32);
		return save (path, key, error);
	}
	if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG,
		             "%s: the key is missing, without which sealed answers cannot be read: bring it back from the backup.", path);
		return FALSE;
	}
	if (!rn_file_read (path, &bytes, &size, &failure)) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: %s", path, failure->message);
		return FALSE;
	}
	if (size != 32) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "%s: this is not a key of Rotnem.", path);
		return FALSE;
	}
	memcpy (key, bytes, 32);
	sodium_memzero (bytes, size);
	return TRUE;
}

gboolean
rn_key_of_seed (const char *path, guint64 seed, guint8 key[32], GError **error)
{
	crypto_generichash (key, 32, (const guint8 *) &seed, sizeof seed, NULL, 0);
	return save (path, key, error);
}
