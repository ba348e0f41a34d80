#include "owner.h"

#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"
#include "log.h"

/* The folder's status, or that of the nearest above it which is there. */
static gboolean
nearest (const char *folder, struct stat *status)
{
	g_autofree char *path = g_strdup (folder);

	while (stat (path, status) != 0) {
		char *above = g_path_get_dirname (path);
		gboolean is_top = g_str_equal (above, path);
		g_free (path);
		path = above;
		if (errno != ENOENT || is_top)
			return FALSE;
	}
	return TRUE;
}

static gboolean
become (uid_t uid, const struct passwd *user, gid_t otherwise)
{
	gid_t group = user != NULL ? user->pw_gid : otherwise;

	return (user != NULL ? initgroups (user->pw_name, group) : setgroups (0, NULL)) == 0 && setgid (group) == 0 && setuid (uid) == 0;
}

gboolean
rn_become_owner (const char *state_dir, char **who, GError **error)
{
	struct stat status;

	*who = NULL;
	if (geteuid () != 0 || !nearest (state_dir, &status) || status.st_uid == 0)
		return TRUE;
	const struct passwd *user = getpwuid (status.st_uid);
	*who = user != NULL ? g_strdup (user->pw_name) : g_strdup_printf ("user %u", (guint) status.st_uid);
	if (become (status.st_uid, user, status.st_gid))
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: root cannot become %s, to whom it belongs: %s.", state_dir, *who, g_strerror (errno));
	g_clear_pointer (who, g_free);
	return FALSE;
}

void
rn_give_to_owner (int fd, const char *state_dir)
{
	struct stat folder, file;

	if (geteuid () != 0 || stat (state_dir, &folder) != 0 || fstat (fd, &file) != 0 || file.st_uid == folder.st_uid)
		return;
	if (fchown (fd, folder.st_uid, folder.st_gid) != 0)
		rn_log (RN_SEVERITY_WARNING, "%s: root cannot give a file to its owner: %s", state_dir, g_strerror (errno));
}
