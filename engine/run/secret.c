#include "secret.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "error.h"
#include "file.h"

static char *
refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static char *
refuse (GError **error, const char *format, ...)
{
	va_list arguments;
	va_start (arguments, format);
	g_autofree char *sentence = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	g_set_error_literal (error, RN_ERROR, RN_ERROR_CONFIG, sentence);
	return NULL;
}

/* Takes the bytes over. One line end at the end is that of an editor or of echo. */
static char *
as_secret (GString *bytes, const char *from, GError **error)
{
	g_autofree char *secret = g_string_free (bytes, FALSE);
	gsize size = strlen (secret);

	if (size > 0 && secret[size - 1] == '\n')
		secret[--size] = '\0';
	if (size > 0 && secret[size - 1] == '\r')
		secret[--size] = '\0';
	if (size == 0)
		return refuse (error, "%s gives no secret", from);
	if (strpbrk (secret, "\r\n") != NULL)
		return refuse (error, "%s gives several lines; a secret is one", from);
	return g_steal_pointer (&secret);
}

static char *
read_file (const char *path, gboolean guarded, GError **error)
{
	struct stat status;
	char *content = NULL;
	gsize size = 0;
	g_autoptr (GError) why = NULL;

	if (stat (path, &status) != 0)
		return refuse (error, "%s: %s", path, g_strerror (errno));
	if (!S_ISREG (status.st_mode) || status.st_size > RN_MAX_SECRET)
		return refuse (error, "%s: this is no ordinary file, or one too large for a secret", path);
	if (guarded && (status.st_mode & S_IRWXO) != 0)
		return refuse (error, "%s: this secret can be read by others; run: chmod o= %s", path, path);
	if (!rn_file_read (path, &content, &size, &why))
		return refuse (error, "%s", why->message);
	GString *bytes = g_string_new_len (content, (gssize) size);
	g_free (content);
	return as_secret (bytes, path, error);
}

char *
rn_secret_from_file (const char *path, GError **error)
{
	return read_file (path, TRUE, error);
}

gboolean
rn_secret_is_credential (const char *name)
{
	return *name != '\0' && *name != '.' && strchr (name, '/') == NULL;
}

gboolean
rn_secret_has_credentials (void)
{
	return g_getenv ("CREDENTIALS_DIRECTORY") != NULL;
}

char *
rn_secret_from_credential (const char *name, GError **error)
{
	const char *folder = g_getenv ("CREDENTIALS_DIRECTORY");

	if (!rn_secret_is_credential (name))
		return refuse (error, "“%s” is no name of a credential", name);
	if (!rn_secret_has_credentials ())
		return refuse (error,
		               "there is no credential “%s”: systemd hands none to this process "
		               "(CREDENTIALS_DIRECTORY is not set)",
		               name);
	g_autofree char *path = g_build_filename (folder, name, NULL);
	return read_file (path, FALSE, error);
}

/* Reads until the end; FALSE when the time is over or it becomes too much. */
static gboolean
read_all (int fd, GString *bytes)
{
	gint64 deadline = g_get_monotonic_time () + RN_SECRET_SECONDS * G_USEC_PER_SEC;
	char chunk[4096];

	while (bytes->len <= RN_MAX_SECRET) {
		struct pollfd poller = { .fd = fd, .events = POLLIN };
		int left = (int) MAX ((deadline - g_get_monotonic_time ()) / 1000, 0);
		int ready = poll (&poller, 1, left);
		if (ready == 0)
			return FALSE;
		ssize_t n = ready > 0 ? read (fd, chunk, sizeof chunk) : -1;
		if (n == 0)
			return TRUE;
		if (n > 0)
			g_string_append_len (bytes, chunk, n);
		else if (errno != EINTR)
			return FALSE;
	}
	return FALSE;
}

gboolean
rn_secret_command_exists (const char *command, GError **error)
{
	g_auto (GStrv) argv = NULL;
	g_autoptr (GError) why = NULL;

	if (!g_shell_parse_argv (command, NULL, &argv, &why))
		return refuse (error, "the command “%s” cannot be run: %s", command, why->message) != NULL;
	g_autofree char *program = g_find_program_in_path (argv[0]);
	return program != NULL || refuse (error, "the command “%s” cannot be run: there is no “%s”", command, argv[0]) != NULL;
}

char *
rn_secret_from_command (const char *command, GError **error)
{
	g_auto (GStrv) argv = NULL;
	g_autoptr (GError) why = NULL;
	GPid child = 0;
	int out = -1, status = 0;

	if (!g_shell_parse_argv (command, NULL, &argv, &why)
	    || !g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL,
	                                  NULL, &child, NULL, &out, NULL, &why))
		return refuse (error, "the command “%s” cannot be run: %s", command, why->message);
	GString *bytes = g_string_new (NULL);
	gboolean whole = read_all (out, bytes);
	close (out);
	if (!whole)
		kill (child, SIGKILL);
	while (waitpid (child, &status, 0) < 0 && errno == EINTR)
		continue;
	if (whole && g_spawn_check_wait_status (status, &why)) {
		g_autofree char *from = g_strdup_printf ("the command “%s”", command);
		return as_secret (bytes, from, error);
	}
	g_string_free (bytes, TRUE);
	return refuse (error, "the command “%s” %s%s", command,
	               whole ? "failed: " : "did not end in time, or said too much", whole ? why->message : "");
}
