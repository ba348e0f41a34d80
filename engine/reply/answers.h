/* What a person meant: yes, no, later, a number, a date … in her own language. */
#ifndef RN_MAIL_ANSWERS_H
#define RN_MAIL_ANSWERS_H

#include "reading.h"
#include "reply_text.h"

/* Adds answers to the reading, in reading order, sets its language, and makes it a
 * FORM when numbered questions were filled in. Uses reading->date as "now" of dates in
 * prose, in `zone` (of the mail's Date, when nothing better is known).
 *
 * Values: of NUMBER "2", one answer for each ("both" gives "1" and "2"), "all", or "not 4" for one that is excepted
 * from all (at a confidence of 50 where nothing was said of the others); a number or a date is unsure among words
 * that may mean anything, "2 is when my train leaves", and a yes or a no on a condition; of DATE an instant
 * "2026-03-17T14:00:00Z", without the "Z" by her own clock where the mail's Date is in UTC, which servers write for
 * everybody, a local date "2026-03-17", two of either with "/" between ("2026-03-16/2026-03-22", the last day
 * included; nothing behind "/" for "from then on"), "not " before an excluded one, " weekly" or " daily" behind one
 * that comes again ("not 2026-03-17 weekly" are no Tuesdays from then on), or the words alone where they can be read
 * in two ways, or only she knows when it is (confidence 50). Of TEXT the words in which nothing was found. Of yes, no
 * and later at most one is given for the whole mail, without a value, but RN_DONE of a yes that tells so ("ok", "will
 * do" and "yes" may be promises); one that answers a question of a form has her words, where they are more than one.
 * Below a confidence of 60 nobody should act on it. */
void rn_read_answers (rn_reading *reading, const struct rn_reply *reply, GTimeZone *zone);

#endif
