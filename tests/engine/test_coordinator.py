"""A coordinator who has her mailbox and no command line: she settles her tasks by one word each, in German."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import ASKED, COORDINATOR, Site, until_both_said_yes
import tap
from tap import equal, holds

FIRST, CANCELLED, HELD = "your first meeting", "is cancelled", "wurden nicht verstanden"
STRANGER = b"From: Eve <eve@elsewhere.example>\nTo: mentoring@example.org\nSubject: Hello\nMessage-ID: <%d@x>\n\nMay I join?\n"


def german_site(stack, more=""):
    """A site whose coordinator is German; `more` stands in the program's block."""
    site = Site(stack)
    text = site.config.read_text()
    site.config.write_text(text.replace('coordinator = "hr@example.org"',
                                        f'coordinator = "hr@example.org"\n\tlanguage = "de"\n{more}'))
    return site


def words_of(mail):
    return " ".join(mail.get_body(("plain",)).get_content().split())


def one_task(site):
    return site.lines("tasks")[0]


def test_a_pairing_is_ended_by_mail(stack):
    """BEENDEN ends the pairing as the command line does; a forwarded task and a sentence with that word in it do not"""
    site = german_site(stack)
    until_both_said_yes(site)
    site.reply("max", site.new_mail("max", FIRST), "STOP")
    site.new_mail("lea", FIRST)
    task = site.new_mail(COORDINATOR, "Ein Paar braucht Sie")
    for words in ("Max Name möchte keine Nachrichten mehr bekommen, gehört aber zu einem Paar.", "<lea@example.org>",
                  "BEENDEN: Das Paar endet", "WIEDERAUFNEHMEN: Wir schreiben wieder an Max Name."):
        holds(words in words_of(task), f"“{words}” in {words_of(task)}")
    holds("VERWERFEN" not in words_of(task), "words that do nothing for it")
    equal(one_task(site)["cause"], "wants-no-mail", "its cause")
    site.reply("eve@elsewhere.example", task, "BEENDEN")
    tap.wait_for("the forwarded answer", lambda: "sender-mismatch" in [mail["reason"] for mail in site.lines("held")])
    site.reply(COORDINATOR, task, "Bitte auf keinen Fall beenden.")
    words = site.new_mail(COORDINATOR, "Es wurde nichts geändert")
    equal(site.lines("pairings")[0]["state"], "active", "the pairing")
    site.reply(COORDINATOR, words, "Guten Tag,\n\nbeenden.\n\nViele Grüße\nHanna")
    receipt = site.new_mail(COORDINATOR, "Ausgeführt, wie Sie geschrieben haben")
    holds("Das Paar ist beendet" in words_of(receipt), "the receipt says what was done")
    holds("Lea Name <lea@example.org>" in words_of(receipt).split("bekommen:")[1], "and who was told")
    holds("max@" not in words_of(receipt).split("bekommen:")[1], "and not who was not")
    site.new_mail("lea", CANCELLED)
    site.new_mail("lea", "Thank you, Lea")
    equal((site.lines("pairings")[0]["state"], one_task(site)["state"]), ("ended", "done"), "the pairing and the task")
    equal(site.mailbox("max", "Thank you, Max"), [], "mail to who wants none")
    holds(f"{COORDINATOR} wanted it" in site.ask("why", "pairing:1").stdout, "why tells who wanted it")
    site.stop()


def test_a_person_is_resumed_by_mail(stack):
    """WIEDER AUFNEHMEN takes a STOP back, and the pairing goes on"""
    site = german_site(stack)
    until_both_said_yes(site)
    site.reply("max", site.new_mail("max", FIRST), "STOP")
    site.reply(COORDINATOR, site.new_mail(COORDINATOR, "Ein Paar braucht Sie"), "Wieder aufnehmen")
    holds("schreibt wieder an: Max Name" in words_of(site.new_mail(COORDINATOR, "Ausgeführt")), "the receipt")
    equal([person["ask_again"] for person in site.lines("people") if person["address"] == "max@example.org"], [""],
          "when he may be asked")
    site.stop()


def test_held_mails_are_settled_by_mail(stack):
    """Held mails are told with their numbers; one is handled once more, which the reader does anew, and one set aside"""
    site = german_site(stack)
    site.once()
    for number in (1, 2):
        site.deliver(STRANGER % number)
    site.once(days=0.5)
    equal([mail["reason"] for mail in site.lines("held")], ["stranger", "stranger"], "what is held")
    site.once(days=1.1)
    told = site.mailbox(COORDINATOR, HELD)[-1]
    holds("1: eve@elsewhere.example, „Hello“; die Adresse steht nicht im Verzeichnis" in words_of(told), words_of(told))
    holds("May I join?" not in words_of(told), "what was written stays where it is")
    holds("weil Sie Reverse mentoring betreuen" in words_of(told) and "STOP" not in words_of(told), "no participant is spoken to")
    site.start(days=1.2)
    site.reply(COORDINATOR, told, "VERWERFEN 2, 2")
    holds("Mit diesen Nachrichten geschieht nichts: 2." in words_of(site.new_mail(COORDINATOR, "Ausgeführt")), "the receipt")
    with site.table.open("a") as table:
        table.write("eve,Eve Name,eve@elsewhere.example,,mentor,UTC,Mon-Sun 00:00-24:00,en\n")
    site.stop()
    site.start(days=2.2)
    site.reply(COORDINATOR, told, "WIEDERHOLEN")
    tap.wait_for("the mail to be handled once more", lambda: site.lines("held", "--all")[0]["reason"] != "stranger")
    equal([(mail["state"], mail["reason"]) for mail in site.lines("held", "--all")][:2],
          [("held", "no-token"), ("dismissed", "stranger")], "of somebody who is in the directory now, and the other one")
    tap.wait_for("the end of the task", lambda: one_task(site)["state"] == "done")
    site.stop()


def test_a_deputy_stands_in(stack):
    """While an automatic reply says that the coordinator is away, a deputy gets her tasks and answers them"""
    site = german_site(stack, '\tdeputy = "vera@example.org"\n')
    until_both_said_yes(site)
    site.reply("max", site.new_mail("max", FIRST), "STOP")
    task = site.new_mail(COORDINATOR, "Ein Paar braucht Sie")
    site.deliver(f"From: {COORDINATOR}\nTo: {task['Reply-To']}\nSubject: Abwesenheitsnotiz\nAuto-Submitted: auto-replied\n"
                 "Message-ID: <away@x>\n\nIch bin im Urlaub.\n".encode())
    site.reply("vera@example.org", site.new_mail("vera@example.org", "Ein Paar braucht Sie"), "BEENDEN")
    site.new_mail("vera@example.org", "Ausgeführt")
    equal((one_task(site)["to"], one_task(site)["state"]), ("vera@example.org", "done"), "the task")
    site.stop()


def test_reminders(stack):
    """A task that nobody answers is reminded of once, and then told to the sponsor once"""
    site = german_site(stack, '\tsponsor = "board@example.org"\n')
    until_both_said_yes(site)
    site.reply("max", site.new_mail("max", FIRST), "STOP")
    site.new_mail(COORDINATOR, "Ein Paar braucht Sie")
    site.stop()
    for day in range(21, 60, 3):
        site.once(days=day)
    equal(len(site.mailbox("board@example.org")), 1, "mails to the sponsor")
    holds("Max Name möchte keine Nachrichten" in words_of(site.mailbox("board@example.org", "unbeantwortet")[0]), "what it is about")
    holds(len(site.mailbox(COORDINATOR, "noch offen")) > 2, "reminders")
    equal(len(site.mailbox("lea", ASKED)), 1, "questions for topics: who is in a pairing is not asked anew")


if __name__ == "__main__":
    tap.run(globals())
