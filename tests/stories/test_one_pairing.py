"""The whole life of one pairing by mail and calendar alone, through a real Dovecot and a
real Postfix."""

import datetime
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from town import Town
import tap
from people import Event, body_of
from tap import equal, holds, wait_for

LEA = {"id": "lea", "name": "Lea Leader", "email": "lea@example.org", "role": "leader", "level": 5, "unit": "Board"}
MAX = {"id": "max", "name": "Max Mentor", "email": "max@example.org", "role": "mentor", "level": 1, "unit": "Lab",
       "skills": "screen readers"}


def state_of(town, kind):
    """The state of the only record of its kind, or None."""
    lines = town.lines(kind)
    return lines[0]["state"] if len(lines) == 1 else None


def ask_for_topics(town, lea, max_):
    """The solicitation: Lea names a topic, Max is shown it and offers to teach it."""
    question = lea.new_mail("What would you like to learn?")
    holds("+" in question["Reply-To"].addresses[0].username, "the answer's address carries a token")
    equal(question["Auto-Submitted"], "auto-generated", "mark of automatic mail")
    lea.reply(question, "1: How screen readers see our web page\n")
    holds("How screen readers see our web page" in body_of(lea.new_mail("Thank you for your topics")),
          "the receipt says what was understood")
    town.travel(days=11)
    topics = max_.new_mail("Could you teach one of these?")
    holds("1. How screen readers see our web page" in body_of(topics), "the topic stands in the list")
    max_.reply(topics, "1")
    max_.new_mail("Thank you for offering to teach")


def bring_together(town, lea, max_):
    """Both are asked, each alone, and nothing is announced before both said yes."""
    town.travel(days=8)
    to_lea, to_max = lea.new_mail("Would you like to meet Max Mentor?"), max_.new_mail("Would you like to meet Lea Leader?")
    holds(to_lea["Reply-To"] != to_max["Reply-To"], "each has a token of their own")
    max_.reply(to_max, "YES")
    max_.new_mail("we noted your yes")
    equal(lea.count("your first meeting"), 0, "announcements before both said yes")
    lea.reply(to_lea, "Yes, I would like that very much.\n\nLea")


def agree_on_a_time(town, lea, max_):
    """The invitation: Lea accepts it, Max proposes another time, both accept that."""
    first = lea.new_mail("You and Max Mentor: your first meeting")
    to_max = max_.new_mail("You and Lea Leader: your first meeting")
    event = Event(first)
    equal(event.part_method, "REQUEST", "method in the header of the part")
    equal(sorted(event.attendees()), ["lea@example.org", "max@example.org"], "attendees")
    holds(town.now() < event.start() < town.now() + datetime.timedelta(days=11), f"{event.start()} is soon")
    equal(Event(to_max).value("UID"), event.value("UID"), "UID for both")
    lea.answer_invitation(first, "ACCEPTED")
    proposal = next_working_day(event.start()).replace(hour=14, minute=0)
    max_.answer_invitation(to_max, "TENTATIVE", proposal)
    moved, moved_max = lea.new_mail("New time for your meeting"), max_.new_mail("New time for your meeting")
    equal((Event(moved).start(), Event(moved).value("UID")), (proposal, event.value("UID")), "new time of the same event")
    holds(Event(moved).sequence() > event.sequence(), "the new time has a higher SEQUENCE")
    lea.answer_invitation(moved, "ACCEPTED")
    max_.answer_invitation(moved_max, "ACCEPTED")
    wait_for("the acceptance by both", lambda: all(
        town.lines("meetings")[0].get(f"by_{who}_partstat", "").upper() == "ACCEPTED" for who in ("mentor", "leader")))
    return proposal


def next_working_day(day):
    day += datetime.timedelta(days=1)
    while day.weekday() > 4:
        day += datetime.timedelta(days=1)
    return day


def meet_and_tell(town, lea, max_, start):
    """They meet and say so; goals and feedback are asked, typed into replies, and read."""
    town.travel(to=start + datetime.timedelta(days=1, hours=1))
    for person in (lea, max_):
        person.reply(person.new_mail("Did you meet"), "YES")
    wait_for("the meeting counted as held", lambda: any(m["state"] == "held" for m in town.lines("meetings")))
    for person, words in ((lea, "How people listen to a page"), (max_, "How budgets are made")):
        person.reply(person.new_mail("Your goals"), f"1: {words}\n3: A look at our own page\n")
        question = person.new_mail("How is it going")
        holds("(1 = " in body_of(question), "the scale is explained")
        person.reply(question, f"1: 5\n2: 4\n3: yes\n4: {words}, already a little\n5: the lift\n6: buy cake\n")
    shared = body_of(lea.new_mail("What Max Mentor wrote"))
    holds("How budgets are made, already a little" in shared, "what Max learned is shown to Lea")
    holds("lift" not in shared and "cake" not in shared, "what was not meant for Lea is not shown to her")
    max_.new_mail("What Lea Leader wrote")
    lea.new_mail("Your next meeting with Max Mentor")
    max_.new_mail("Your next meeting with Lea Leader")


def test_one_pairing(stack):
    """One pairing from the solicitation to the second invitation, through real mail servers"""
    town = Town(stack, [LEA, MAX])
    lea, max_ = town.people["lea"], town.people["max"]
    equal(town.ask("check", "--online").stderr, "", "what would fail later")
    town.start()
    ask_for_topics(town, lea, max_)
    bring_together(town, lea, max_)
    start = agree_on_a_time(town, lea, max_)
    equal(state_of(town, "pairings"), "active", "state of the pairing")
    meet_and_tell(town, lea, max_, start)
    equal(town.lines("held"), [], "mails that nobody understood")
    states = {mail["state"] for mail in town.lines("mails")}
    equal(states, {"sent"}, "states of the mails that were written")
    for person in (lea, max_):
        ids = [mail["Message-ID"] for mail in person.inbox()]
        equal(len(ids), len(set(ids)), f"mails of {person.name}, each once")


if __name__ == "__main__":
    tap.run(globals())
