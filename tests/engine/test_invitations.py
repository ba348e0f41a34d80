"""What calendars send counts once and by its newest word, however often and in whatever
order it comes into the mailbox: the whole engine."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import Site, until_both_said_yes
import tap
from tap import equal, wait_for

MAIL = """From: Lea <lea@example.org>
Sender: Google Calendar <calendar-notification@google.com>
To: {program}
Subject: {subject}
Message-ID: <{message_id}@calendar.example>
Date: Mon, 22 Mar 2027 10:00:00 +0000
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: text/calendar; charset=UTF-8; method={method}

BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
METHOD:{method}
BEGIN:VEVENT
DTSTART:202703{day}T090000Z
DTEND:202703{day}T100000Z
DTSTAMP:20270321T{stamp}Z
ORGANIZER;CN=Lea:mailto:lea@example.org
UID:{uid}
ATTENDEE;PARTSTAT=ACCEPTED;CN=Lea:mailto:lea@example.org
ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:max@example.org
ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{program}
SEQUENCE:{sequence}
STATUS:CONFIRMED
SUMMARY:Coffee
END:VEVENT
END:VCALENDAR
"""

# Google's update has the same SEQUENCE and a newer DTSTAMP.
NEWS = [{"method": "REQUEST", "day": 29, "sequence": 0, "stamp": "080000"},
        {"method": "REQUEST", "day": 30, "sequence": 0, "stamp": "083000"},
        {"method": "CANCEL", "day": 30, "sequence": 1, "stamp": "090000"}]


def program_address(site):
    question = site.new_mail("lea", "Would you like to meet")["Reply-To"].addresses[0]
    return f"{question.username.split('+')[0]}@{question.domain}"


def send(site, program, uid, news, message_id):
    site.deliver(MAIL.format(program=program, uid=uid, subject="Coffee", message_id=message_id, **news).encode())


def outcome_of(site, message_id):
    found = [m for m in site.lines("held", "--all") if m["message_id"] == f"{message_id}@calendar.example"]
    return [(m["state"], m["reason"]) for m in found if m["state"] != "new"]


def handled(site, message_id, times):
    return wait_for(f"{message_id}, {times} times",
                    lambda: len(found := outcome_of(site, message_id)) == times and found)


def test_every_order(stack):
    """An invitation, its update and its cancellation, each three times, forth and back and mixed"""
    site = Site(stack)
    until_both_said_yes(site)
    wait_for("the pairing", lambda: site.lines("pairings"))
    program = program_address(site)
    for order in ((0, 1, 2), (1, 2, 0), (2, 1, 0)):
        uid = "-".join(map(str, order))
        for which in order:
            name = f"{uid}.{which}"
            send(site, program, uid, NEWS[which], name)
            handled(site, name, 1)
            send(site, program, uid, NEWS[which], name)
            equal(sum(reason == "duplicate" for _, reason in handled(site, name, 2)), 1, f"{name} by its Message-ID")
            send(site, program, uid, NEWS[which], f"{name}.again")
            equal(handled(site, f"{name}.again", 1)[0][0], "ignored", f"{name} in another mail")
        meetings = [m for m in site.lines("meetings") if m["uid"] == uid]
        equal([m["state"] for m in meetings], ["cancelled"], f"the meeting after {uid}")
    for order in ((0, 1), (1, 0)):
        uid = "kept-" + "-".join(map(str, order))
        for which in order:
            send(site, program, uid, NEWS[which], f"{uid}.{which}")
            handled(site, f"{uid}.{which}", 1)
        meetings = [m for m in site.lines("meetings") if m["uid"] == uid]
        equal([(m["state"], m["start"]) for m in meetings], [("accepted", "2027-03-30T09:00:00Z")], f"the meeting after {uid}")
    equal(site.lines("held"), [], "mails that wait for a person")
    site.stop()


tap.run(globals())
