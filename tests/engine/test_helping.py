"""What a coordinator may do from the command line for people and pairs."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import ASKED, Site, until_both_said_yes
import tap
from tap import equal, holds

FIRST, CANCELLED, NEW_TIME = "your first meeting", "is cancelled", "A new time"


def test_end_of_a_pairing(stack):
    """A pairing that the coordinator ends: its meeting is cancelled, both are thanked, why tells who wanted it"""
    site = Site(stack)
    until_both_said_yes(site)
    for name in ("lea", "max"):
        site.new_mail(name, FIRST)
    equal(site.ask("pairings", "end", 2).returncode, 65, "the end of ending a pairing that is none")
    answer = site.ask("pairings", "end", 1)
    equal((answer.returncode, answer.stderr), (0, ""), "the end of ending it")
    for name in ("lea", "max"):
        site.new_mail(name, CANCELLED)
        site.new_mail(name, f"Thank you, {name.title()}")
    equal(site.lines("pairings")[0]["state"], "ended", "the pairing")
    holds("pairings:end (applied)" in site.ask("why", "pairing:1").stdout, "why tells it")
    answer = site.ask("pairings", "end", 1)
    equal((answer.returncode, "pairing:1 has ended already." in answer.stderr), (77, True), "the end of ending it twice")
    answer = site.ask("pairings", "stop", 1)
    equal((answer.returncode, "rotnem pairings -c FILE [--json] | end ID" in answer.stderr), (64, True), "a slip")
    site.stop()


def test_stop_in_a_pairing(stack):
    """Of two of whom one wrote STOP no meeting is placed by a task that is done; ended, only the other is thanked"""
    site = Site(stack)
    until_both_said_yes(site)
    site.reply("max", site.new_mail("max", FIRST), "STOP")
    site.new_mail("max", "You get no more mail from us")
    site.reply("hr@example.org", site.new_mail("hr@example.org", "a pairing needs you"), "DONE")
    site.new_mail("lea", FIRST)
    tap.wait_for("the end of the task", lambda: site.lines("tasks")[0]["state"] == "done")
    holds("one of the two wants no mail" in site.ask("why", "task:1").stdout, "why tells what waits")
    site.stop()
    site.once(days=21)
    equal(site.mailbox("max", NEW_TIME), [], "invitations to who wants no mail")
    equal(site.ask("pairings", "end", 1).returncode, 0, "the end of ending it")
    site.once(days=21.1)
    equal([len(site.mailbox(name, f"Thank you, {name.title()}")) for name in ("lea", "max")], [1, 0], "thanks")


def test_mail_again(stack):
    """A STOP is taken back, and an address whose mailbox was mended is tried again"""
    site = Site(stack)
    site.once()
    site.reply("lea", site.mailbox("lea", ASKED)[0], "STOP")
    site.once(days=0.1)
    equal(site.lines("people")[0]["ask_again"], "never", "when she may be asked")
    for address, status, words in (("lea@example.org", 0, ""), ("lea@example.org", 77, "Lea Name gets mail as it is."),
                                   ("eve@example.org", 65, "“eve@example.org” is nobody's address here.")):
        answer = site.ask("people", "resume", address)
        equal((answer.returncode, answer.stderr), (status, f"rotnem people: {words}\n" if words else ""), f"the end for {address}")
    equal(site.lines("people")[0]["ask_again"], "", "when she may be asked now")
    site.once(days=92)
    equal(len(site.mailbox("lea", ASKED)), 2, "questions for topics, the next quarter's among them")


if __name__ == "__main__":
    tap.run(globals())
