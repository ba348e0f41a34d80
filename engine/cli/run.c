/* rotnem run and rotnem once: the engine itself. */
#include <signal.h>
#include <stdio.h>
#include <sysexits.h>

#include "command.h"
#include "command_line.h"
#include "engine.h"
#include "error.h"
#include "log.h"
#include "notify.h"
#include "told_to_end.h"

#define RN_RESTART_SECONDS 5 /* after an error of the machine: a full disk, a lock */

/* Between two runs the signals are nobody else's. */
struct pause {
	GMainLoop *loop;
	gboolean told_to_end;
};

static gboolean
on_signal (gpointer data)
{
	struct pause *pause = data;
	pause->told_to_end = TRUE;
	g_main_loop_quit (pause->loop);
	return G_SOURCE_CONTINUE;
}

static gboolean
on_timeout (gpointer data)
{
	struct pause *pause = data;
	g_main_loop_quit (pause->loop);
	return G_SOURCE_CONTINUE;
}

/* Ends the run in order and waits for the next; FALSE when it was told to end. */
static gboolean
rest (rn_engine **engine)
{
	struct pause pause = { .loop = g_main_loop_new (NULL, FALSE) };
	guint timeout = g_timeout_add_seconds (RN_RESTART_SECONDS, on_timeout, &pause), signals[RN_END_SIGNALS];

	rn_watch_end (signals, on_signal, &pause);
	g_clear_pointer (engine, rn_engine_free);
	g_main_loop_run (pause.loop);
	rn_unwatch_end (signals);
	g_source_remove (timeout);
	g_main_loop_unref (pause.loop);
	return !pause.told_to_end;
}

/* Runs until it is told to end. What the machine refuses for a while (a full disk) is
 * tried again from the last commit; anything else ends the program. */
static int
serve (const rn_config *config, gboolean once, rn_time offset, const char *command)
{
	struct rn_engine_order order = { .config = config, .durable = TRUE, .once = once, .offset = offset };

	signal (SIGPIPE, SIG_IGN); /* whoever read the log may be gone */
	signal (SIGXFSZ, SIG_IGN); /* a file that may not grow is an error like a full disk */
	rn_notify_begin ();
	for (gboolean began = FALSE;;) {
		g_autoptr (GError) error = NULL;
		g_autoptr (rn_engine) engine = rn_engine_new (&order, &error);
		if (engine != NULL && !began)
			rn_log (RN_SEVERITY_INFO, "rotnem runs with %s", config->path);
		began = began || engine != NULL;
		if (engine != NULL && rn_engine_run (engine, &error))
			return EX_OK;
		gboolean ends = !began || once || (engine != NULL && rn_engine_told_to_end (engine));
		if (ends || !g_error_matches (error, RN_ERROR, RN_ERROR_RETRY))
			return rn_report_error (command, error);
		rn_log (RN_SEVERITY_ERROR, "%s Trying again in %d seconds.", error->message, RN_RESTART_SECONDS);
		rn_notify_status (error->message);
		if (!rest (&engine))
			return EX_OK;
	}
}

static int
start (int argc, char **argv, const struct rn_command *command)
{
	g_autofree char *path = NULL, *since = NULL, *at = NULL;
	rn_time offset = 0;
	gboolean verbose = FALSE;
	const GOptionEntry entries[] = {
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &path, "Configuration (/etc/rotnem/rotnem.conf)", "FILE" },
		{ "since", 0, 0, G_OPTION_ARG_STRING, &since, "At the very first start, handle mail received from then on", "DATE" },
		{ "at", 0, 0, G_OPTION_ARG_STRING, &at, "Rehearse: behave as if it were then", "TIME" },
		{ "verbose", 'v', 0, G_OPTION_ARG_NONE, &verbose, "Tell more", NULL },
		G_OPTION_ENTRY_NULL
	};
	g_autoptr (GError) error = NULL;

	if (!rn_options (&argc, &argv, "", command->summary, entries, &error))
		return rn_usage_error (command->name, error);
	g_autoptr (rn_config) config = rn_load_config (path, RN_SECRETS_READ);
	if (config == NULL)
		return rn_config_status (path);
	if (since != NULL && !rn_time_parse (since, &config->since, &error))
		return rn_usage_error (command->name, error);
	if (at != NULL && !rn_time_parse (at, &offset, &error))
		return rn_usage_error (command->name, error);
	if (at != NULL)
		offset -= g_get_real_time () / G_USEC_PER_SEC;
	if (verbose)
		rn_log_threshold (RN_SEVERITY_DEBUG);
	return serve (config, command == &rn_command_once, offset, command->name);
}

static int
run (int argc, char **argv)
{
	return start (argc, argv, &rn_command_run);
}

static int
run_once (int argc, char **argv)
{
	return start (argc, argv, &rn_command_once);
}

const struct rn_command rn_command_run = {
	.name = "run", .arguments = "-c FILE [--since DATE] [--at TIME]", .summary = "Run the engine.", .run = run,
};

const struct rn_command rn_command_once = {
	.name = "once", .arguments = "-c FILE [--at TIME]",
	.summary = "Look once at each mailbox, do what follows, and end: for cron.", .run = run_once,
};
