#include "retention.h"

#define HANDLED "state NOT IN (0, 3, 4)"
#define HELD "state IN (3, 4)"
#define OLD_MAIL(state) "(SELECT mail FROM raw JOIN inbox ON id = mail WHERE " state " AND received < ?)"

/* Of a stranger nothing is kept for longer: nobody else could ask for it to be erased. */
#define FORGET_WHAT_IT_SAID "UPDATE inbox SET subject = '', sender = iif (person = 0, '', sender) WHERE id IN "

/* Ids rise with time: only what is too old is walked over, up to the first that is not. */
#define OLD_LETTERS                                                                                                     \
	"mail < coalesce((SELECT id FROM outbox WHERE id >= (SELECT min(mail) FROM letter) AND written >= ? ORDER BY id LIMIT 1)," \
	" (SELECT max(mail) + 1 FROM letter)) AND EXISTS (SELECT 1 FROM outbox WHERE id = mail AND (state IN (2, 3) OR halted = 2))"

/* The newest stays, from which the next has its id. */
#define OLD_ENTRIES "coalesce((SELECT id FROM journal WHERE at >= ? ORDER BY id LIMIT 1), (SELECT max(id) FROM journal))"

#define ENDED "p.ended > 0 AND p.ended < ?1"
#define IS_COUNTED "3" /* of enum rn_lane: RN_LANE_AGGREGATE */

static const struct {
	enum rn_keep keep;
	const char *sql; /* its value is the instant before which things are old */
} rules[] = {
	{ RN_KEEP_RAW_MAIL, FORGET_WHAT_IT_SAID OLD_MAIL (HANDLED) },
	{ RN_KEEP_RAW_MAIL, "DELETE FROM raw WHERE mail IN " OLD_MAIL (HANDLED) },
	{ RN_KEEP_HELD_MAIL, FORGET_WHAT_IT_SAID OLD_MAIL (HELD) },
	{ RN_KEEP_HELD_MAIL, "DELETE FROM raw WHERE mail IN " OLD_MAIL (HELD) },
	{ RN_KEEP_LETTERS, "UPDATE outbox SET answer = '' WHERE id IN (SELECT mail FROM letter WHERE " OLD_LETTERS ")" },
	{ RN_KEEP_LETTERS, "DELETE FROM letter WHERE " OLD_LETTERS },
	{ RN_KEEP_ANSWERS, "DELETE FROM answer WHERE lane <> " IS_COUNTED " AND ask IN"
	                   " (SELECT a.id FROM pairing p JOIN ask a ON a.about = 'pairing:' || p.id WHERE " ENDED
	                   " UNION SELECT a.id FROM pairing p JOIN meeting m ON m.pairing = p.id JOIN ask a ON a.about = 'meeting:' || m.id"
	                   " WHERE " ENDED ")" },
	{ RN_KEEP_ANSWERS, "UPDATE poll SET by_mentor_words = '', by_leader_words = '' WHERE by_mentor_words || by_leader_words <> ''"
	                   " AND pairing IN (SELECT id FROM pairing p WHERE " ENDED ")" },
	{ RN_KEEP_JOURNAL, "DELETE FROM journal_about WHERE journal < " OLD_ENTRIES },
	{ RN_KEEP_JOURNAL, "DELETE FROM journal WHERE id < " OLD_ENTRIES },
};

gboolean
rn_drop_old (rn_db *db, rn_time now, const int days[RN_KEEPS], GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
		if (!rn_db_run (db, error, rules[i].sql, "x", now - days[rules[i].keep] * RN_DAY))
			return FALSE;
	return TRUE;
}
