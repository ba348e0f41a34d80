/* What a person makes of a mail when she gets to it: she reads, decides by what she
 * is like and what she knows, and writes her answer. */
#ifndef SIMULATED_MIND_H
#define SIMULATED_MIND_H

#include "desk.h"
#include "letter.h"
#include "request.h"

/* What a letter is about: a date, or something that it asks for in words. */
struct matter {
	struct invitation *invitation; /* or NULL */
	struct request *request;       /* NULL where there is an invitation */
};
struct matter matter_of (const struct letter *letter);
void matter_clear (struct matter *matter);

/* A mail that she sends at once. */
struct answer {
	char *recipient;
	GString *mail; /* with LF line ends */
	gboolean twice;   /* pressed the button twice */
	char *invitation; /* UID of the invitation that was read, or NULL */
	rn_time again;    /* when she will come back to the same letter, or 0 */
};

/* Reads the letter; TRUE when she answers, FALSE when she leaves it at that. Free
 * the answer with answer_clear in both cases. `chaos` is the percentage of answers that are odd. */
gboolean mind_read (struct desk *desk, const struct letter *letter, const struct matter *matter, rn_time now, guint chaos,
                    struct answer *answer);
/* A question of her own to the program's address. */
GString *mind_wonder (struct person *person, const char *address, rn_time now);

void answer_clear (struct answer *answer);

#endif
