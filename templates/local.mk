nobase_dist_pkgdata_DATA += templates/form.rng templates/shell.xhtml

nobase_dist_pkgdata_DATA += \
	templates/reverse-mentoring/forms/feedback.xml \
	templates/reverse-mentoring/forms/goals.xml \
	templates/reverse-mentoring/forms/renewal.xml \
	templates/reverse-mentoring/forms/topics.xml

nobase_dist_pkgdata_DATA += \
	templates/reverse-mentoring/en/another-time.md \
	templates/reverse-mentoring/en/answer-in-words.md \
	templates/reverse-mentoring/en/ask-topics.md \
	templates/reverse-mentoring/en/choose-date.md \
	templates/reverse-mentoring/en/counter-declined.md \
	templates/reverse-mentoring/en/did-you-meet.md \
	templates/reverse-mentoring/en/fallback-task.md \
	templates/reverse-mentoring/en/feedback.md \
	templates/reverse-mentoring/en/first-session.md \
	templates/reverse-mentoring/en/form-reminder.md \
	templates/reverse-mentoring/en/goals.md \
	templates/reverse-mentoring/en/help-wanted.md \
	templates/reverse-mentoring/en/mail-held.md \
	templates/reverse-mentoring/en/meeting-cancelled.md \
	templates/reverse-mentoring/en/meeting-moved.md \
	templates/reverse-mentoring/en/meeting-noted.md \
	templates/reverse-mentoring/en/monthly-report.md \
	templates/reverse-mentoring/en/next-session.md \
	templates/reverse-mentoring/en/not-this-time.md \
	templates/reverse-mentoring/en/not-understood.md \
	templates/reverse-mentoring/en/offer.md \
	templates/reverse-mentoring/en/offer-reminder.md \
	templates/reverse-mentoring/en/open-topics.md \
	templates/reverse-mentoring/en/pairing-needs-you.md \
	templates/reverse-mentoring/en/partner-left.md \
	templates/reverse-mentoring/en/people-missing.md \
	templates/reverse-mentoring/en/person-unreachable.md \
	templates/reverse-mentoring/en/please-confirm.md \
	templates/reverse-mentoring/en/program-failed.md \
	templates/reverse-mentoring/en/receipt-answers.md \
	templates/reverse-mentoring/en/receipt-date.md \
	templates/reverse-mentoring/en/receipt-help.md \
	templates/reverse-mentoring/en/receipt-later.md \
	templates/reverse-mentoring/en/receipt-no.md \
	templates/reverse-mentoring/en/receipt-stop.md \
	templates/reverse-mentoring/en/receipt-task.md \
	templates/reverse-mentoring/en/receipt-topics.md \
	templates/reverse-mentoring/en/receipt-undo.md \
	templates/reverse-mentoring/en/receipt-volunteer.md \
	templates/reverse-mentoring/en/receipt-yes.md \
	templates/reverse-mentoring/en/renewal.md \
	templates/reverse-mentoring/en/shared-answers.md \
	templates/reverse-mentoring/en/task-escalated.md \
	templates/reverse-mentoring/en/task-reminder.md \
	templates/reverse-mentoring/en/task-words.md \
	templates/reverse-mentoring/en/tasks.ini \
	templates/reverse-mentoring/en/thank-you.md \
	templates/reverse-mentoring/en/twenty-minutes.md

nobase_dist_pkgdata_DATA += \
	templates/reverse-mentoring/de/another-time.md \
	templates/reverse-mentoring/de/answer-in-words.md \
	templates/reverse-mentoring/de/ask-topics.md \
	templates/reverse-mentoring/de/choose-date.md \
	templates/reverse-mentoring/de/counter-declined.md \
	templates/reverse-mentoring/de/did-you-meet.md \
	templates/reverse-mentoring/de/fallback-task.md \
	templates/reverse-mentoring/de/feedback.md \
	templates/reverse-mentoring/de/first-session.md \
	templates/reverse-mentoring/de/form-reminder.md \
	templates/reverse-mentoring/de/goals.md \
	templates/reverse-mentoring/de/help-wanted.md \
	templates/reverse-mentoring/de/mail-held.md \
	templates/reverse-mentoring/de/meeting-cancelled.md \
	templates/reverse-mentoring/de/meeting-moved.md \
	templates/reverse-mentoring/de/meeting-noted.md \
	templates/reverse-mentoring/de/monthly-report.md \
	templates/reverse-mentoring/de/next-session.md \
	templates/reverse-mentoring/de/not-this-time.md \
	templates/reverse-mentoring/de/not-understood.md \
	templates/reverse-mentoring/de/offer.md \
	templates/reverse-mentoring/de/offer-reminder.md \
	templates/reverse-mentoring/de/open-topics.md \
	templates/reverse-mentoring/de/pairing-needs-you.md \
	templates/reverse-mentoring/de/partner-left.md \
	templates/reverse-mentoring/de/people-missing.md \
	templates/reverse-mentoring/de/person-unreachable.md \
	templates/reverse-mentoring/de/please-confirm.md \
	templates/reverse-mentoring/de/program-failed.md \
	templates/reverse-mentoring/de/receipt-answers.md \
	templates/reverse-mentoring/de/receipt-date.md \
	templates/reverse-mentoring/de/receipt-help.md \
	templates/reverse-mentoring/de/receipt-later.md \
	templates/reverse-mentoring/de/receipt-no.md \
	templates/reverse-mentoring/de/receipt-stop.md \
	templates/reverse-mentoring/de/receipt-task.md \
	templates/reverse-mentoring/de/receipt-topics.md \
	templates/reverse-mentoring/de/receipt-undo.md \
	templates/reverse-mentoring/de/receipt-volunteer.md \
	templates/reverse-mentoring/de/receipt-yes.md \
	templates/reverse-mentoring/de/renewal.md \
	templates/reverse-mentoring/de/shared-answers.md \
	templates/reverse-mentoring/de/task-escalated.md \
	templates/reverse-mentoring/de/task-reminder.md \
	templates/reverse-mentoring/de/task-words.md \
	templates/reverse-mentoring/de/tasks.ini \
	templates/reverse-mentoring/de/thank-you.md \
	templates/reverse-mentoring/de/twenty-minutes.md
