/* How a mail ended, beside the reader's own reasons (reply/reading_words.h): the closed list of
 * words that `held`, `explain` and the journal show. Each stands in rotnem-explain(1), which a
 * test holds against this list, and in doc/architecture.md. */
#ifndef RN_PROGRAM_ENDS_H
#define RN_PROGRAM_ENDS_H

/* Name and word. */
#define RN_ENDS(row) \
	row (absence_of_nobody, "absence-of-nobody") \
	row (absence_without_token, "absence-without-token") \
	row (absent, "absent") \
	row (answer, "answer") \
	row (asked_back, "asked-back") \
	row (booked, "booked") \
	row (bounce, "bounce") \
	row (bounce_of_nobody, "bounce-of-nobody") \
	row (bounce_without_token, "bounce-without-token") \
	row (bytes_lost, "bytes-lost") \
	row (calendar_reply, "calendar-reply") \
	row (cancelled, "cancelled") \
	row (complaint, "complaint") \
	row (confirmed, "confirmed") \
	row (counter, "counter") \
	row (counter_without_time, "counter-without-time") \
	row (delayed, "delayed") \
	row (delegated, "delegated") \
	row (duplicate, "duplicate") \
	row (elsewhere, "elsewhere") \
	row (help, "help") \
	row (in_the_past, "in-the-past") \
	row (invitation, "invitation") \
	row (invitation_to_us, "invitation-to-us") \
	row (killed_the_reader, "killed-the-reader") \
	row (late_no, "late-no") \
	row (moved, "moved") \
	row (no_calendar_object, "no-calendar-object") \
	row (no_change, "no-change") \
	row (no_partstat, "no-partstat") \
	row (no_token, "no-token") \
	row (not_authentic, "not-authentic") \
	row (not_invited, "not-invited") \
	row (not_understood, "not-understood") \
	row (nothing_asked, "nothing-asked") \
	row (other_organizer, "other-organizer") \
	row (over, "over") \
	row (own_copy, "own-copy") \
	row (perhaps_date, "perhaps-date") \
	row (perhaps_later, "perhaps-later") \
	row (perhaps_no, "perhaps-no") \
	row (perhaps_yes, "perhaps-yes") \
	row (refresh, "refresh") \
	row (repeated, "repeated") \
	row (same_time, "same-time") \
	row (sender_mismatch, "sender-mismatch") \
	row (stale, "stale") \
	row (stop, "stop") \
	row (stranger, "stranger") \
	row (task_dismiss, "task-dismiss") \
	row (task_done, "task-done") \
	row (task_end, "task-end") \
	row (task_later, "task-later") \
	row (task_resume, "task-resume") \
	row (task_retry, "task-retry") \
	row (unanswered, "unanswered") \
	row (unasked, "unasked") \
	row (undo, "undo") \
	row (unexpected_method, "unexpected-method") \
	row (unhandled, "unhandled") \
	row (uninvited, "uninvited") \
	row (unknown_meeting, "unknown-meeting") \
	row (unknown_occurrence, "unknown-occurrence") \
	row (unreadable, "unreadable")

/* rn_end_stale is "stale": one address for each, so that they may be compared. */
#define RN_END(name, word) extern const char rn_end_##name[];
RN_ENDS (RN_END)
#undef RN_END

#endif
