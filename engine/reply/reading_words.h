/* Why a mail was read as it was: the closed list of words of `reason`. Each stands in
 * rotnem-explain(1), which a test holds against this list. */
#ifndef RN_MAIL_READING_WORDS_H
#define RN_MAIL_READING_WORDS_H

#include "reading.h"

/* NAME, word, the state it goes with, and its meaning for people. */
#define RN_REASONS(row) \
	row (OWN_WORDS, "own-words", READABLE, "a person wrote it") \
	row (FORM, "form", READABLE, "a person filled in numbered questions") \
	row (CALENDAR, "calendar", READABLE, "a calendar program sent it") \
	row (UNDELIVERABLE, "undeliverable", READABLE, "a server gave up on at least one recipient") \
	row (DELAYED, "delayed", READABLE, "a server goes on trying") \
	row (DELIVERED, "delivered", READABLE, "a server reports success") \
	row (OUT_OF_OFFICE, "out-of-office", READABLE, "a person is away") \
	row (ABUSE_REPORT, "abuse-report", READABLE, "somebody reported a mail of ours as unwanted") \
	row (AUTOMATIC, "automatic", IGNORED, "a program says that it wrote it (RFC 3834 and its relatives)") \
	row (BULK, "bulk", IGNORED, "Precedence says bulk, junk or list") \
	row (MAILING_LIST, "mailing-list", IGNORED, "it has headers of a mailing list") \
	row (NO_ANSWER_WANTED, "no-answer-wanted", IGNORED, "its sender asks for no automatic answer, or takes none") \
	row (NULL_SENDER, "null-sender", IGNORED, "the sender is empty or a mail server, but it is no known report") \
	row (READ_RECEIPT, "read-receipt", IGNORED, "a receipt for displaying or deleting a mail (RFC 8098)") \
	row (LOOP, "loop", IGNORED, "it went out from here before") \
	row (PUBLISHED, "published", IGNORED, "a calendar for information only (METHOD:PUBLISH)") \
	row (TNEF, "tnef", HELD, "all it has is a winmail.dat, which only Outlook reads") \
	row (ENCRYPTED, "encrypted", HELD, "it is encrypted") \
	row (NO_WORDS, "no-words", HELD, "nothing is left without quotes, signature and attachments") \
	row (NO_SENDER, "no-sender", HELD, "From has no address") \
	row (SEVERAL_SENDERS, "several-senders", HELD, "From has several addresses, or stands there twice") \
	row (SENDER_FAILED, "sender-failed", HELD, "our own receiver could not confirm the sender's domain") \
	row (SUBJECT_ONLY, "subject-only", HELD, "the subject says accepted or declined, but no calendar part came along") \
	row (SEVERAL_CALENDARS, "several-calendars", HELD, "calendar parts that differ in one mail") \
	row (SEVERAL_MEETINGS, "several-meetings", HELD, "meetings of different UIDs in one mail") \
	row (BAD_CALENDAR, "bad-calendar", HELD, "the calendar part cannot be read") \
	row (UNKNOWN_ZONE, "unknown-zone", HELD, "a time zone of the calendar part is not known here") \
	row (NO_PARTSTAT, "no-partstat", HELD, "a calendar answer that does not say which") \
	row (CALENDAR_TOO_LARGE, "calendar-too-large", HELD, "a calendar part over 256 KiB") \
	row (MAIL_TOO_LARGE, "mail-too-large", HELD, "a mail over 32 MiB") \
	row (HEADER_TOO_LARGE, "header-too-large", HELD, "a header field over 64 KiB, or 512 KiB of them") \
	row (TOO_MANY_PARTS, "too-many-parts", HELD, "over 100 MIME parts") \
	row (TOO_DEEP, "too-deep", HELD, "MIME parts nested over 20 deep") \
	row (READER_DIED, "reader-died", HELD, "the process that read it crashed or ran out of memory") \
	row (READER_TOO_SLOW, "reader-too-slow", HELD, "reading it took over its limit of time") \
	row (EMPTY, "empty", ERROR, "there is nothing in it") \
	row (NO_MAIL, "no-mail", ERROR, "it does not start with header fields") \
	row (UNREADABLE_FILE, "unreadable-file", ERROR, "the file could not be read")

enum rn_reason {
	RN_REASON_NONE,
#define RN_REASON_ROW(name, word, state, meaning) RN_REASON_##name,
	RN_REASONS (RN_REASON_ROW)
#undef RN_REASON_ROW
	RN_REASON_COUNT
};

struct rn_reason_word {
	const char *word, *meaning;
	enum rn_mail_state state;
};

/* The word of a reason, NONE having the word "". */
const struct rn_reason_word *rn_reason_word (enum rn_reason reason);

/* The reason of a word, NONE when it is none of the list. */
enum rn_reason rn_reason_from_word (const char *word);

/* Sets reason and state of a reading. */
void rn_reading_conclude (rn_reading *reading, enum rn_reason reason);

#endif
