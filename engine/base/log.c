#include "log.h"

#include <stdio.h>

static enum rn_severity threshold = RN_SEVERITY_INFO;

/* syslog's numbers, as sd-daemon(3) reads them from standard error */
static const char *const prefixes[] = { "<7>", "<6>", "<4>", "<3>" };
static const char *const words[] = { "debug: ", "", "warning: ", "error: " };

void
rn_log_threshold (enum rn_severity least)
{
	threshold = least;
}

void
rn_log (enum rn_severity severity, const char *format, ...)
{
	if (severity < threshold)
		return;

	va_list arguments;
	va_start (arguments, format);
	g_autofree char *line = g_strdup_vprintf (format, arguments);
	va_end (arguments);

	const char *const *table = g_getenv ("JOURNAL_STREAM") != NULL ? prefixes : words;
	fprintf (stderr, "%s%s\n", table[severity], g_strdelimit (line, "\r\n", ' '));
}
