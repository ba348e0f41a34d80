"""A meeting that a pair books itself with the program's address on it, from its REQUEST
through an update to the CANCEL, and one that takes place: through a real Dovecot and a
real Postfix."""

import datetime
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from town import Town
import tap
from people import Event
from tap import equal, holds, wait_for
from test_one_pairing import LEA, MAX, ask_for_topics, bring_together, next_working_day

# As Exchange writes it: the zone by Windows's name, with rules from 1601.
ZONE = """BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


class Booking:
    """A meeting in Lea's calendar, with Max and the program as her guests."""

    def __init__(self, town, lea, max_, uid):
        self.town, self.lea, self.max, self.uid, self.sequence = town, lea, max_, uid, -1

    def send(self, method, day, hour):
        """Mails it to the program; `hour` is Berlin's."""
        self.sequence += 1
        status = "CANCELLED" if method == "CANCEL" else "CONFIRMED"
        calendar = "".join([
            f"BEGIN:VCALENDAR\nMETHOD:{method}\nPRODID:Microsoft Exchange Server 2010\nVERSION:2.0\n", ZONE,
            f"BEGIN:VEVENT\nORGANIZER;CN=Lea Leader:mailto:{self.lea.address}\n",
            f"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Max:mailto:{self.max.address}\n",
            f"ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{self.town.program}\n",
            f"UID:{self.uid}\nSUMMARY;LANGUAGE=en-US:Lunch and learn\n",
            f"DTSTART;TZID=W. Europe Standard Time:{day:%Y%m%d}T{hour:02}0000\n",
            f"DTEND;TZID=W. Europe Standard Time:{day:%Y%m%d}T{hour + 1:02}0000\n",
            f"DTSTAMP:{self.town.now():%Y%m%dT%H%M%SZ}\nSEQUENCE:{self.sequence}\nSTATUS:{status}\n",
            "END:VEVENT\nEND:VCALENDAR\n"])
        self.lea.write(self.town.program, "Lunch and learn", "", calendar=calendar.replace("\n", "\r\n"))

    def expect_answer(self):
        """What Lea's calendar gets: the program comes."""
        event = Event(self.lea.new_mail("Noted: your meeting with Max Mentor"))
        equal((event.method, event.part_method, event.value("UID")), ("REPLY", "REPLY", self.uid), "what came back")
        equal(event.sequence(), self.sequence, "SEQUENCE that is answered")
        equal(event.organizer(), self.lea.address, "organizer")
        equal(event.attendees(), [self.town.program], "who answers")
        holds("PARTSTAT=ACCEPTED" in event.find("ATTENDEE")[0], "the program has accepted")

    def record(self):
        """The engine's meeting of theirs."""
        found = [m for m in self.town.lines("meetings") if m["uid"] == self.uid]
        equal(len(found), 1, "records of the meeting")
        return found[0]


def wait_for_state(booking, what, wanted):
    wait_for(what, lambda: all(booking.record()[key] == value for key, value in wanted.items()))


def test_a_booked_meeting(stack):
    """A meeting that the two book themselves is followed, moved, cancelled, and then counts"""
    town = Town(stack, [LEA, MAX])
    lea, max_ = town.people["lea"], town.people["max"]
    town.start()
    ask_for_topics(town, lea, max_)
    bring_together(town, lea, max_)
    proposed = Event(lea.new_mail("You and Max Mentor: your first meeting"))
    max_.new_mail("You and Lea Leader: your first meeting")

    day = next_working_day(town.now() + datetime.timedelta(days=2))
    booking = Booking(town, lea, max_, "040000008200E00074C5B7101A82E008-lunch")
    booking.send("REQUEST", day, 12)
    booking.expect_answer()
    for person in (lea, max_):
        off = Event(person.new_mail("is cancelled"))
        equal((off.method, off.value("UID")), ("CANCEL", proposed.value("UID")), "what we had proposed is off")
    noted = booking.record()
    equal((noted["state"], noted["booked"]), ("accepted", True), "the meeting")

    later = next_working_day(day)
    booking.send("REQUEST", later, 13)
    booking.expect_answer()
    wait_for("the new time", lambda: booking.record()["start"] != noted["start"])
    holds(booking.record()["start"].startswith(f"{later:%Y-%m-%d}"), "it moved to the next day")
    booking.send("CANCEL", later, 13)
    wait_for_state(booking, "the cancellation", {"state": "cancelled"})
    for person in (lea, max_):
        person.new_mail("When can you meet")  # another time is looked for

    again = Booking(town, lea, max_, "again@lea.example")
    when = next_working_day(next_working_day(later))
    again.send("REQUEST", when, 9)
    again.expect_answer()
    town.travel(to=(when + datetime.timedelta(days=1)).replace(hour=10, minute=0))
    max_.reply(max_.new_mail("Did you meet"), "YES")
    wait_for_state(again, "the meeting counted as held", {"state": "held", "number": 1})
    max_.new_mail("Your goals")
    equal(town.lines("pairings")[0]["meetings"], 1, "meetings that count")
    equal(town.lines("held"), [], "mails that nobody understood")


if __name__ == "__main__":
    tap.run(globals())
