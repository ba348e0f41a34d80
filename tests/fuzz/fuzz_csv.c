/* Any bytes as a list of people: each one that is handed over is whole, safe and unique. */
#include "config.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "address.h"
#include "fuzz.h"
#include "fake_host.h"

static void
judge (const rn_fake_host *fake)
{
	g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

	for (guint i = 0; i < fake->persons->len; i++) {
		const struct rn_directory_person *person = rn_fake_person_at (fake, i);
		g_assert (*person->id != '\0' && *person->name != '\0' && rn_address_is_safe (person->address));
		g_assert (g_utf8_validate (person->name, -1, NULL) && strpbrk (person->name, "\r\n") == NULL);
		g_assert (g_hash_table_add (ids, (gpointer) person->id));
	}
	for (guint i = 0; i < fake->bad_rows->len; i++)
		g_assert (rn_fake_bad_row_at (fake, i)->line > 0 &&
		          g_utf8_validate (rn_fake_bad_row_at (fake, i)->why, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
	static int fd = -1;
	const struct rn_provider *provider = rn_fake_provider (&rn_plugin, RN_DIRECTORY);
	g_autoptr (GError) error = NULL;

	if (fd < 0)
		fd = memfd_create ("people.csv", MFD_CLOEXEC);
	if (fd < 0 || ftruncate (fd, 0) != 0 || pwrite (fd, data, size, 0) != (ssize_t) size)
		return 0;
	g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
	g_autoptr (rn_fake_host) fake = rn_fake_host_new (provider, (const char *[]) { "file", path, "partial", "yes", NULL });
	g_assert (provider->ops.directory->list (provider->open (&fake->host, NULL), &error) == (error == NULL));
	judge (fake);
	return 0;
}
