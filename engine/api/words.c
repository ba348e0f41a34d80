#include "words.h"

#include <string.h>

#define RN_MAX_WORD 64 /* longer ones are no slip of one of our names */

/* Edit distance where swapping two neighbours counts once. */
static gsize
distance (const char *a, const char *b)
{
	gsize n = strlen (a), m = strlen (b);
	gsize row[3][RN_MAX_WORD + 1];

	for (gsize j = 0; j <= m; j++)
		row[0][j] = j;
	for (gsize i = 1; i <= n; i++) {
		gsize *here = row[i % 3], *above = row[(i + 2) % 3], *before = row[(i + 1) % 3];
		here[0] = i;
		for (gsize j = 1; j <= m; j++) {
			gsize same = above[j - 1] + (a[i - 1] != b[j - 1]);
			here[j] = MIN (same, MIN (above[j], here[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				here[j] = MIN (here[j], before[j - 2] + 1);
		}
	}
	return row[n % 3][m];
}

const char *
rn_nearest_word (const char *word, const char *const *known)
{
	const char *best = NULL;
	gsize best_distance = MAX (strlen (word) / 3, 1) + 1;

	if (strlen (word) > RN_MAX_WORD)
		return NULL;
	for (; known != NULL && *known != NULL; known++) {
		if (strlen (*known) > RN_MAX_WORD)
			continue;
		gsize d = distance (word, *known);
		if (d < best_distance) {
			best = *known;
			best_distance = d;
		}
	}
	return best;
}

char *
rn_did_you_mean (const char *word, const char *const *known)
{
	const char *nearest = rn_nearest_word (word, known);
	return nearest != NULL ? g_strdup_printf ("; did you mean “%s”?", nearest) : g_strdup ("");
}
