"""Choosing a date by mail, through a real Dovecot and a real Postfix: three times in each one's
own zone and language, answers in words, and the invitation that comes of them."""

import datetime
import pathlib
import re
import sys
import zoneinfo

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from town import Town
import tap
from people import Event, body_of
from tap import equal, holds, wait_for

LEA = {"id": "lea", "name": "Lea Leader", "email": "lea@example.org", "role": "leader", "level": 5, "site": "London"}
MAX = {"id": "max", "name": "Max Mentor", "email": "max@example.org", "role": "mentor", "level": 1, "skills": "screen readers",
       "zone": "Europe/Berlin", "language": "de", "site": "Berlin"}
IDA = {"id": "ida", "name": "Ida Aide", "email": "ida@example.org", "role": "assistant", "level": 1}

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December", "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
          "Dezember"]
HOLIDAYS = """BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VEVENT\r
UID:1\r
DTSTART;VALUE=DATE:20270326\r
SUMMARY:Good Friday\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:2\r
DTSTART;VALUE=DATE:20270329\r
SUMMARY:Easter Monday\r
END:VEVENT\r
END:VCALENDAR\r
"""


def pair(town, lea, max_):
    """Lea wants to learn, Max would teach, both say yes: on Monday, 22 March 2027."""
    town.start()
    lea.reply(lea.new_mail("What would you like to learn?"), "1: How screen readers see our web page\n")
    lea.new_mail("Thank you for your topics")
    town.travel(days=11)
    max_.reply(max_.new_mail("Könnten Sie eines dieser Themen weitergeben?"), "1")
    max_.new_mail("Danke für Ihr Angebot")
    town.travel(days=8)
    max_.reply(max_.new_mail("Lea Leader"), "JA, gern!")
    lea.reply(lea.new_mail("Would you like to meet Max Mentor?"), "YES")
    lea.new_mail("we noted your yes")
    max_.new_mail("Danke, wir haben Ihr Ja notiert")


def words_of(mail):
    """The text without its line breaks."""
    return " ".join(body_of(mail).split())


def slots_of(mail):
    """The instants of the numbered lines, read as a person reads them."""
    found = {}
    for line in re.sub(r"\n +", " ", body_of(mail)).splitlines():
        match = re.match(r"(\d)\. \w+, (\d+)\.? (\w+) (\d+),? (?:um )?(\d+):(\d+)–(\d+):(\d+) (?:Uhr )?\((.+)\)", line)
        if match:
            number, day, month, year, hour, minute, *_, zone = match.groups()
            local = datetime.datetime(int(year), MONTHS.index(month) % 12 + 1, int(day), int(hour), int(minute),
                                      tzinfo=zoneinfo.ZoneInfo(zone))
            found[int(number)] = local.astimezone(datetime.timezone.utc)
            holds(8 < int(hour) < 17, f"“{line}” is within working hours")
    return found


def three_times(lea, max_):
    """Both mails and their times, which are the same."""
    to_lea, to_max = lea.new_mail("When can you meet Max Mentor?"), max_.new_mail("Wann können Sie Lea Leader treffen?")
    slots = slots_of(to_lea)
    equal(sorted(slots), [1, 2, 3], f"numbers in {body_of(to_lea)}")
    equal(slots_of(to_max), slots, "instants of Max's times")
    holds("(Europe/London)" in body_of(to_lea) and "(Europe/Berlin)" in body_of(to_max), "each reads her own clock")
    holds("Reply with the numbers" in words_of(to_lea), "she is asked in English")
    holds("Antworten Sie mit den Nummern" in words_of(to_max), "he is asked in German")
    holds("you are free" not in words_of(to_lea), "what is not known is not shown as free")
    return to_lea, to_max, slots


def invited(lea, max_, subject_lea, subject_max):
    """The start that both are invited to."""
    events = [Event(lea.new_mail(subject_lea)), Event(max_.new_mail(subject_max))]
    equal([event.method for event in events], ["REQUEST", "REQUEST"], "methods")
    equal(events[0].start(), events[1].start(), "start for both")
    return events[0].start()


def test_numbers(stack):
    """Lea answers “2, 3”, Max “2”: both are invited to the second time, over a change of the clock"""
    town = Town(stack, [LEA, MAX])
    lea, max_ = town.people["lea"], town.people["max"]
    town.configure(program_settings='set { choose_first = yes }')
    pair(town, lea, max_)
    to_lea, to_max, slots = three_times(lea, max_)
    summer = datetime.datetime(2027, 3, 28, 1, tzinfo=datetime.timezone.utc)
    holds(slots[1] < summer < slots[3], f"the clocks change between {slots[1]} and {slots[3]}")
    lea.reply(to_lea, "2, 3\n\nBest, Lea")
    receipt = words_of(lea.new_mail("when you can meet Max Mentor"))
    equal(receipt.count("(Europe/London)"), 2, f"times in {receipt}")
    holds("reply" in receipt.lower(), "it says how to correct it")
    max_.reply(to_max, "2")
    max_.new_mail("wann Sie Lea Leader treffen können")
    equal(invited(lea, max_, "your first meeting", "Ihr erstes Treffen"), slots[2], "time of the meeting")
    equal([meeting["state"] for meeting in town.lines("meetings")], ["invited"], "meetings")
    equal(town.lines("held"), [], "mails that nobody understood")


def test_words(stack):
    """A declined meeting: times that fit what people say, an assistant's answer, no meeting on a holiday"""
    town = Town(stack, [LEA, MAX, IDA])
    lea, max_, ida = (town.people[name] for name in ("lea", "max", "ida"))
    (town.site / "london.ics").write_text(HOLIDAYS)
    with (town.site / "rotnem.conf").open("a") as conf:
        conf.write('site "London" {\n\tholidays = "london.ics"\n}\n')
    pair(town, lea, max_)
    lea.answer_invitation(lea.new_mail("your first meeting"), "DECLINED")
    to_lea, to_max, slots = three_times(lea, max_)
    holds(not {(26, 3), (29, 3)} & {(slot.day, slot.month) for slot in slots.values()}, f"{slots} are no holidays")
    lea.reply(to_lea, "None of these, sorry. Next month please.")
    receipt = words_of(lea.new_mail("when you can meet Max Mentor"))
    holds("look for others" in receipt, f"Lea is told what was understood: {receipt}")
    to_lea, to_max, again = three_times(lea, max_)
    equal({slot.month for slot in again.values()}, {4}, f"months of {again}")
    holds("the last times did not suit" in words_of(to_lea), "the mail says why there is another")
    equal(set(slots.values()) & set(again.values()), set(), "times proposed twice")
    # Lea hands the mail to her assistant, who answers from her own address
    ida.reply(to_lea, "Hello, 1 and 3 are fine for Lea.\n\nIda")
    holds("Ida Aide answered for you" in words_of(lea.new_mail("when you can meet Max Mentor")), "Lea is told who answered")
    day = again[3].astimezone(zoneinfo.ZoneInfo("Europe/Berlin"))
    max_.reply(to_max, f"Guten Tag,\n\nam {day.day}.{day.month}. würde es mir passen.\n\nMax")
    max_.new_mail("wann Sie Lea Leader treffen können")
    start = invited(lea, max_, "A new time for you", "Ein neuer Termin für Sie")
    holds(start in {slot for slot in again.values() if slot.date() == again[3].date()}, f"{start} is one of {again}")
    wait_for("one meeting to come", lambda: [meeting["state"] for meeting in town.lines("meetings")] == ["cancelled", "invited"])
    equal(town.lines("held"), [], "mails that nobody understood")


if __name__ == "__main__":
    tap.run(globals())
