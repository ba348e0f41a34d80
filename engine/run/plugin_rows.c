#include "plugin_rows.h"

#include <errno.h>
#include <glib-unix.h>
#include <gmodule.h>
#include <poll.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define RN_MAX_PLUGIN_BYTES (1024 * 1024) /* of rows; the longest plugin has some KiB */
#define RN_MAX_PROVIDERS 64
#define RN_MAX_OPTIONS 256

/* abi, what is wrong or "", name, version, summary, providers: what, name, together, identity,
 * options: name, type, initial, help */
#define ROWS_TYPE "(ussssa(usbasa(sumss)))"

const char *
rn_provides_name (enum rn_provides provides)
{
	static const char *const names[] = { "nothing", "source", "transport", "directory", "calendar" };
	return names[provides];
}

const char *
rn_option_type_name (enum rn_option_type type)
{
	static const char *const names[] = { "text", "number", "flag", "duration", "path", "secret" };
	return names[type];
}

/* ---- in the child ---- */

static GVariant *
options_told (const struct rn_option *options)
{
	GVariantBuilder builder;

	g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sumss)"));
	for (guint i = 0; options != NULL && options[i].name != NULL && i < RN_MAX_OPTIONS; i++)
		g_variant_builder_add (&builder, "(sumss)", options[i].name, (guint32) options[i].type,
		                       options[i].initial, options[i].help != NULL ? options[i].help : "");
	return g_variant_builder_end (&builder);
}

/* What an older plugin lacks is not looked at. */
static const char *const *
identity_of (const struct rn_provider *provider)
{
	static const char *const none[] = { NULL };
	gboolean has = provider->provides == RN_SOURCE && provider->ops_size >= G_STRUCT_OFFSET (struct rn_source_ops, identity) + sizeof none[0];

	return has && provider->ops.source->identity != NULL ? provider->ops.source->identity : none;
}

static GVariant *
providers_told (const struct rn_provider *providers)
{
	GVariantBuilder builder;

	g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(usbasa(sumss))"));
	for (guint i = 0; providers[i].provides != RN_NOTHING && i < RN_MAX_PROVIDERS; i++)
		g_variant_builder_add (&builder, "(usb^as@a(sumss))", (guint32) providers[i].provides, providers[i].name,
		                       providers[i].together, identity_of (&providers[i]), options_told (providers[i].options));
	return g_variant_builder_end (&builder);
}

static GVariant *
refusal_told (guint32 abi, const char *why)
{
	return g_variant_new ("(ussss@a(usbasa(sumss)))", abi, why, "", "", "",
	                      g_variant_new_array (G_VARIANT_TYPE ("(usbasa(sumss))"), NULL, 0));
}

static GVariant *
plugin_told (const char *path)
{
	gpointer symbol = NULL;
	GModule *module = g_module_open (path, G_MODULE_BIND_LOCAL);

	if (module == NULL)
		return refusal_told (RN_PLUGIN_ABI, g_module_error ());
	if (!g_module_symbol (module, "rn_plugin", &symbol) || symbol == NULL)
		return refusal_told (RN_PLUGIN_ABI, "it does not export the constant rn_plugin");
	const struct rn_plugin *plugin = symbol;
	if (plugin->abi != RN_PLUGIN_ABI)
		return refusal_told (plugin->abi, "");
	return g_variant_new ("(ussss@a(usbasa(sumss)))", plugin->abi, "", plugin->name, plugin->version, plugin->summary,
	                      providers_told (plugin->provides));
}

static G_NORETURN void
tell (const char *path, int fd)
{
	g_autoptr (GVariant) told = g_variant_ref_sink (plugin_told (path));
	const char *bytes = g_variant_get_data (told);

	for (gsize at = 0, size = g_variant_get_size (told); at < size;) {
		ssize_t n = write (fd, bytes + at, size - at);
		if (n <= 0)
			_exit (1);
		at += (gsize) n;
	}
	_exit (0);
}

/* ---- in the parent ---- */

/* Everything that comes until the other end closes or the time is over. */
static GByteArray *
listen_to (int fd)
{
	gint64 deadline = g_get_monotonic_time () + RN_PLUGIN_SECONDS * G_USEC_PER_SEC;
	GByteArray *heard = g_byte_array_new ();
	guint8 chunk[4096];

	while (heard->len <= RN_MAX_PLUGIN_BYTES) {
		struct pollfd poller = { .fd = fd, .events = POLLIN };
		int left = (int) MAX ((deadline - g_get_monotonic_time ()) / 1000, 0);
		if (poll (&poller, 1, left) < 0 && errno == EINTR)
			continue;
		ssize_t n = poller.revents != 0 ? read (fd, chunk, sizeof chunk) : 0;
		if (n <= 0)
			break;
		g_byte_array_append (heard, chunk, (guint) n);
	}
	return heard;
}

static void
provider_free (gpointer data)
{
	rn_provider_rows *rows = data;

	for (struct rn_option *option = rows->options; option->name != NULL; option++) {
		g_free ((char *) option->name);
		g_free ((char *) option->initial);
		g_free ((char *) option->help);
	}
	g_free (rows->options);
	g_strfreev (rows->identity);
	g_free (rows->name);
	g_free (rows);
}

void
rn_plugin_rows_free (rn_plugin_rows *rows)
{
	if (rows == NULL)
		return;
	g_free (rows->path);
	g_free (rows->name);
	g_free (rows->version);
	g_free (rows->summary);
	g_ptr_array_unref (rows->providers);
	g_free (rows);
}

static struct rn_option *
options_heard (GVariantIter *iter)
{
	g_autoptr (GArray) options = g_array_new (TRUE, TRUE, sizeof (struct rn_option));
	char *name, *initial, *help;
	guint32 type;

	while (g_variant_iter_next (iter, "(sumss)", &name, &type, &initial, &help)) {
		struct rn_option option = {
			.name = name, .type = MIN (type, RN_OPTION_SECRET), .initial = initial, .help = help
		};
		g_array_append_val (options, option);
	}
	g_array_append_vals (options, &(struct rn_option) { 0 }, 1);
	return (struct rn_option *) g_array_free (g_steal_pointer (&options), FALSE);
}

static GPtrArray *
providers_heard (GVariantIter *iter)
{
	GPtrArray *providers = g_ptr_array_new_with_free_func (provider_free);
	guint32 provides;
	char *name;
	gboolean together;
	char **identity;
	GVariantIter *options;

	while (g_variant_iter_next (iter, "(usb^asa(sumss))", &provides, &name, &together, &identity, &options)) {
		rn_provider_rows *rows = g_new0 (rn_provider_rows, 1);
		rows->provides = provides < RN_PROVIDES_END ? provides : RN_NOTHING;
		rows->name = name;
		rows->together = together;
		rows->identity = identity;
		rows->options = options_heard (options);
		g_variant_iter_free (options);
		g_ptr_array_add (providers, rows);
	}
	return providers;
}

static rn_plugin_rows *
refuse (const char *path, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

static rn_plugin_rows *
refuse (const char *path, GError **error, const char *format, ...)
{
	g_autofree char *file = g_path_get_basename (path);
	va_list arguments;
	va_start (arguments, format);
	g_autofree char *why = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "plugin %.*s %s", (int) strcspn (file, "."), file, why);
	return NULL;
}

static rn_plugin_rows *
understand (const char *path, GByteArray *heard, GError **error)
{
	g_autoptr (GBytes) bytes = g_bytes_new (heard->data, heard->len);
	g_autoptr (GVariant) told =
		g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ROWS_TYPE), bytes, FALSE));
	g_autoptr (GVariantIter) providers = NULL;
	const char *why, *name, *version, *summary;
	guint32 abi = 0;

	if (!g_variant_is_normal_form (told))
		return refuse (path, error, "gives no rows that can be read; it was left out");
	g_variant_get (told, "(u&s&s&s&sa(usbasa(sumss)))", &abi, &why, &name, &version, &summary, &providers);
	if (*why != '\0')
		return refuse (path, error, "cannot be used: %s", why);
	if (abi != RN_PLUGIN_ABI)
		return refuse (path, error, "was built for ABI %u; this Rotnem speaks ABI %u", abi, RN_PLUGIN_ABI);
	rn_plugin_rows *rows = g_new0 (rn_plugin_rows, 1);
	rows->path = g_strdup (path);
	rows->name = g_strdup (name);
	rows->version = g_strdup (version);
	rows->summary = g_strdup (summary);
	rows->providers = providers_heard (providers);
	return rows;
}

rn_plugin_rows *
rn_plugin_rows_read (const char *path, GError **error)
{
	int pipe[2], status = 0;

	if (!g_unix_open_pipe (pipe, FD_CLOEXEC, error))
		return NULL;
	pid_t child = fork ();
	if (child == 0)
		tell (path, pipe[1]);
	close (pipe[1]);
	g_autoptr (GByteArray) heard = listen_to (pipe[0]);
	close (pipe[0]);
	if (child < 0)
		return refuse (path, error, "could not be tried: %s", g_strerror (errno));

	gboolean ended = waitpid (child, &status, WNOHANG) == child;
	if (!ended) {
		kill (child, SIGKILL); /* it may hang behind its last word */
		while (waitpid (child, &status, 0) < 0 && errno == EINTR)
			continue;
	}
	if (WIFSIGNALED (status) && WTERMSIG (status) != SIGKILL)
		return refuse (path, error, "crashed while it was loaded (%s); it was left out",
		               g_strsignal (WTERMSIG (status)));
	if (heard->len == 0)
		return refuse (path, error, "did not load within %d seconds, or ended its process; it was left out",
		               RN_PLUGIN_SECONDS);
	return understand (path, heard, error);
}

static int
by_text (gconstpointer a, gconstpointer b)
{
	return strcmp (*(char *const *) a, *(char *const *) b);
}

GPtrArray *
rn_plugin_rows_list (void)
{
	return g_ptr_array_new_with_free_func ((GDestroyNotify) rn_plugin_rows_free);
}

static gboolean
has_path (gconstpointer rows, gconstpointer path)
{
	return g_str_equal (((const rn_plugin_rows *) rows)->path, path);
}

static void
add (GPtrArray *list, const char *path, GPtrArray *refused)
{
	g_autoptr (GError) error = NULL;

	if (g_ptr_array_find_with_equal_func (list, path, has_path, NULL))
		return;
	rn_plugin_rows *rows = rn_plugin_rows_read (path, &error);
	if (rows != NULL)
		g_ptr_array_add (list, rows);
	else if (refused != NULL)
		g_ptr_array_add (refused, g_strdup (error->message));
}

void
rn_plugin_rows_add (GPtrArray *list, const char *plugins_dir, const char *name, GPtrArray *refused)
{
	g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (GDir) dir = g_dir_open (plugins_dir, 0, NULL);
	g_autofree char *wanted = g_strconcat (name != NULL ? name : "", ".so", NULL);
	const char *file;

	while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
		if (name != NULL ? g_str_equal (file, wanted) : g_str_has_suffix (file, ".so"))
			g_ptr_array_add (paths, g_build_filename (plugins_dir, file, NULL));
	g_ptr_array_sort (paths, by_text);
	for (guint i = 0; i < paths->len; i++)
		add (list, g_ptr_array_index (paths, i), refused);
}
