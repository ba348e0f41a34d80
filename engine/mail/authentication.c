#include "authentication.h"

#include <string.h>

/* What was found in the fields that count. */
struct verdicts {
	const char *authserv_id, *domain;
	gboolean has_begun;      /* a field of ours was there */
	gboolean passed, failed; /* by any method for this domain */
	gboolean dmarc_passed, dmarc_failed;
};

/* Takes comments, nested ones too, and quotes out (RFC 8601, 2.2). */
static char *
plain (const char *value)
{
	GString *text = g_string_sized_new (strlen (value) + 1);
	int depth = 0;
	gboolean in_quotes = FALSE;

	for (; *value != '\0'; value++) {
		if (*value == '\\' && value[1] != '\0' && (in_quotes || depth > 0))
			value++;
		else if (*value == '"' && depth == 0)
			in_quotes = !in_quotes;
		else if (*value == '(' && !in_quotes)
			depth++;
		else if (*value == ')' && !in_quotes && depth > 0)
			depth--;
		else if (depth == 0 && in_quotes && (*value == ';' || *value == '='))
			continue;
		else if (depth == 0)
			g_string_append_c (text, g_ascii_isspace (*value) ? ' ' : g_ascii_tolower (*value));
	}
	return g_string_free (text, FALSE);
}

/* Equal, or one below the other with at least two labels: relaxed alignment (RFC 7489,
 * 3.1) as far as it goes without a list of public suffixes. */
static gboolean
is_aligned (const char *domain, const char *from)
{
	gsize a = strlen (domain), b = strlen (from);
	const char *longer = a > b ? domain : from, *shorter = a > b ? from : domain;
	gsize difference = a > b ? a - b : b - a;

	if (strchr (shorter, '.') == NULL || !g_str_has_suffix (longer, shorter))
		return FALSE;
	return difference == 0 || longer[difference - 1] == '.';
}

/* Properties that name the domain which a method spoke of. */
static const struct {
	const char *method, *property;
} properties[] = {
	{ "dmarc", "header.from=" },
	{ "dkim", "header.d=" },
	{ "dkim", "header.i=" },
	{ "spf", "smtp.mailfrom=" },
};

/* Whether "dkim=pass header.d=example.org" speaks of the sender's domain. */
static gboolean
speaks_of (char **words, const char *method, const char *domain)
{
	for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
		for (char **word = words; g_str_equal (properties[i].method, method) && *word != NULL; word++)
			if (g_str_has_prefix (*word, properties[i].property)) {
				const char *value = *word + strlen (properties[i].property);
				const char *at = strrchr (value, '@');
				return is_aligned (at != NULL ? at + 1 : value, domain);
			}
	return g_str_equal (method, "dmarc"); /* its domain is that of From when unsaid */
}

static void
judge (struct verdicts *verdicts, const char *result)
{
	g_auto (GStrv) words = g_strsplit_set (result, " ", -1);
	char **first = words;
	while (*first != NULL && **first == '\0')
		first++;
	char *equals = *first != NULL ? strchr (*first, '=') : NULL;
	if (equals == NULL)
		return;
	*equals = '\0';
	const char *method = *first, *found = equals + 1;
	gboolean is_pass = g_str_equal (found, "pass");
	gboolean is_fail = g_str_equal (found, "fail") || g_str_equal (found, "permerror");

	if (g_str_equal (method, "dmarc")) {
		verdicts->dmarc_passed |= is_pass && speaks_of (first, method, verdicts->domain);
		verdicts->dmarc_failed |= is_fail || (is_pass && !speaks_of (first, method, verdicts->domain));
	} else if (g_str_equal (method, "dkim") || g_str_equal (method, "spf")) {
		gboolean is_ours = speaks_of (first, method, verdicts->domain);
		verdicts->passed |= is_pass && is_ours;
		verdicts->failed |= is_fail || (is_pass && !is_ours);
	}
}

static gboolean
visit (const char *name, const char *value, gpointer data)
{
	struct verdicts *verdicts = data;

	if (g_ascii_strcasecmp (name, "Received") == 0)
		return !verdicts->has_begun; /* below it stands what was there before it came to us */
	if (g_ascii_strcasecmp (name, "Authentication-Results") != 0)
		return TRUE;
	g_autofree char *text = plain (value);
	g_auto (GStrv) results = g_strsplit (text, ";", -1);
	if (results[0] == NULL) /* an empty field */
		return FALSE;
	g_strstrip (results[0]);
	results[0][strcspn (results[0], " ")] = '\0'; /* a version may follow */
	if (g_ascii_strcasecmp (results[0], verdicts->authserv_id) != 0)
		return FALSE;
	verdicts->has_begun = TRUE;
	for (char **result = results + 1; *result != NULL; result++)
		judge (verdicts, *result);
	return TRUE;
}

const char *
rn_authentication (const rn_message *message, const char *authserv_id, const char *from)
{
	const char *at = strrchr (from, '@');
	struct verdicts verdicts = { .authserv_id = authserv_id, .domain = at != NULL ? at + 1 : "" };

	if (authserv_id == NULL || *authserv_id == '\0')
		return "none";
	rn_message_each_field (message, visit, &verdicts);
	if (verdicts.dmarc_failed || (verdicts.failed && !verdicts.passed && !verdicts.dmarc_passed))
		return "fail";
	return verdicts.dmarc_passed || verdicts.passed ? "pass" : "none";
}
