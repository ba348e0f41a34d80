"""Relays that do not want what they get: one recipient for days, or whatever we send."""

import collections
import contextlib
import pathlib
import sqlite3
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import ASKED, Site
import tap
from sink import Loop, Sink
from tap import equal, holds, wait_for

UNREACHABLE, COORDINATOR = "cannot be reached", "hr@example.org"
HOUR = 1 / 24
TRIES = 40  # RN_MAX_TRIES
RELAY_TAKES = 0.6  # seconds for each mail: a lease of them takes longer than an engine that ends waits


class Choosy(Sink):
    """Answers lines that begin so by something else, and DATA behind a refusal by a refusal."""

    def __init__(self, stack, **refusals):
        super().__init__(Loop(), lambda taken: None)
        stack.callback(self.close)
        self.refusals = {line.encode(): answer for line, answer in refusals.items()}
        self.tried, self.refused = 0, False

    def answer(self, word, line):
        if word == b"MAIL":
            self.refused = False
        for begin, answer in self.refusals.items():
            if line.startswith(begin):
                self.tried += 1
                self.refused = True
                return answer.encode()
        return b"503 5.5.1 What for?" if word == b"DATA" and self.refused else super().answer(word, line)


def site_of(stack, sink):
    site = Site(stack, leaders=("lea", "leo"))
    site.relay(sink.port)
    return site


def states(site):
    return {(mail["to"].partition("@")[0], mail["template"]): mail["state"] for mail in site.lines("mails")}


def tasks(site):
    return [task["what"] for task in site.lines("tasks")]


def test_stop_while_mail_leaves(stack):
    """An engine that is stopped lets a slow relay answer for the mail it has in hand, and begins no other: none is uncertain"""
    site = Site(stack, leaders=[f"leader{number}" for number in range(40)])
    sink = Sink(Loop(), lambda taken: None, lambda _raw: time.sleep(RELAY_TAKES))
    stack.callback(sink.close)
    site.relay(sink.port, connections=2)
    for part in (1, 2):
        site.start()
        wait_for("some mails", lambda before=len(sink.taken): len(sink.taken) > before + part)
        site.stop()
        counts = collections.Counter(mail["state"] for mail in site.lines("mails"))
        equal(counts, {"sent": len(sink.taken), "queued": 40 - len(sink.taken)}, f"mails behind stop {part}")
    equal(len({mail.recipient for mail in sink.taken}), len(sink.taken), "who got mail")


def almost_given_up(site, name):
    """So many tries take a day and a half."""
    with contextlib.closing(sqlite3.connect(site.folder / "state/rotnem.db")) as db, db:
        db.execute("UPDATE outbox SET tries = ? WHERE recipient = ?", (TRIES - 1, f"{name}@example.org"))


def test_one_recipient_for_days(stack):
    """A mailbox that is full for days: its mail is tried less and less often and then given up; the coordinator learns of it"""
    sink = Choosy(stack, **{"RCPT TO:<lea@": "452 4.2.2 Mailbox full"})
    site = site_of(stack, sink)
    site.once()
    equal(states(site), {("lea", "ask-topics"): "queued", ("leo", "ask-topics"): "sent"}, "states after the first try")
    site.once(days=1 / 24 / 60)
    equal(sink.tried, 1, "tries in the first minute")
    for hour in (1, 3, 5):
        site.once(days=hour * HOUR)
    equal(sink.tried, 4, "tries in five hours")
    equal(states(site)["lea", "ask-topics"], "queued", "its state")
    almost_given_up(site, "lea")
    site.once(days=36 * HOUR)
    equal((sink.tried, states(site)["lea", "ask-topics"]), (5, "refused"), "tries, and the state in the end")
    site.once(days=36.1 * HOUR)
    equal((sink.tried, tasks(site)), (5, ["Mail to Lea Name comes back."]), "tries, and tasks of the coordinator")
    holds(any(taken.recipient == COORDINATOR for taken in sink.taken), "she is mailed")
    holds("Mailbox full" in site.lines("tasks")[0]["details"], "what the server said")
    equal(len(sink.boxes["leo@example.org"]), 1, "mails to the other")


def test_a_busy_relay_is_nobodys_fault(stack):
    """A server that takes nothing for days makes nobody unreachable"""
    sink = Choosy(stack, **{"RCPT TO:<lea@": "451 4.3.2 System not accepting mail"})
    site = site_of(stack, sink)
    site.once()
    almost_given_up(site, "lea")
    site.once(days=36 * HOUR)
    site.once(days=36.1 * HOUR)
    equal((states(site)["lea", "ask-topics"], tasks(site)), ("refused", []), "its state, and tasks")


def test_sender_refused(stack):
    """A relay that refuses us as a sender, or does not relay for us, is in trouble: no mail is given up, nobody unreachable"""
    for line, answer in (("MAIL FROM:", "550 5.7.1 Sender not authorized"), ("MAIL FROM:", "553 5.1.8 Domain not found"),
                         ("RCPT TO:", "550 5.1.8 Sender address rejected: Domain not found"),
                         ("RCPT TO:", "554 5.7.1 Relay access denied"), ("RCPT TO:", "550 5.7.54 Unable to relay"),
                         ("RCPT TO:", "550 Relaying denied."), ("RCPT TO:", "550 5.7.0 example.org (relay not permitted)"),
                         ("RCPT TO:", "553 Not in my list of allowed rcpthosts")):
        sink = Choosy(stack, **{line: answer})
        site = site_of(stack, sink)
        said = site.once(status=75)
        holds(answer in said and "relay" in said, f"“{said}” tells the relay and its words")
        holds("mentoring@example.org" in said and "mentoring+" not in said, f"“{said}” tells the sender without a token")
        equal(set(states(site).values()), {"queued"}, "states of the mails")
        sink.refusals.clear()
        site.once(days=HOUR)
        equal(set(states(site).values()), {"sent"}, "states when the relay was set right")
        equal(tasks(site), [], "tasks of the coordinator")


def test_named_relay(stack):
    """A refusal that names a host or a mailbox called relay ends its mail as any other does"""
    for answer in ("550 <relay@example.org> is unknown", "550 relay.example.org: no such user",
                   "550 No such user at mail-relay.example.org"):
        site = site_of(stack, Choosy(stack, **{"RCPT TO:<lea@": answer}))
        site.once()
        equal(states(site), {("lea", "ask-topics"): "refused", ("leo", "ask-topics"): "sent"}, f"states behind {answer}")


def test_sender_refused_for_one(stack):
    """A relay that refuses us as the sender for one recipient alone gets the others; hers is tried for as long as it takes"""
    sink = Choosy(stack, **{"RCPT TO:<lea@": "550 5.1.8 Sender address rejected"})
    site = site_of(stack, sink)
    site.once(status=75)
    equal(states(site), {("lea", "ask-topics"): "queued", ("leo", "ask-topics"): "sent"}, "states after the first try")
    almost_given_up(site, "lea")
    site.once(days=36 * HOUR, status=75)
    equal((sink.tried, states(site)["lea", "ask-topics"]), (2, "queued"), "tries, and the state after many")
    sink.refusals[b"RCPT TO:<lea@"] = "451 4.7.1 Greylisted"
    site.once(days=38 * HOUR)
    equal((sink.tried, states(site)["lea", "ask-topics"]), (3, "queued"), "tries, and the state after one of another kind")
    sink.refusals.clear()
    site.once(days=40 * HOUR)
    equal((states(site)["lea", "ask-topics"], tasks(site)), ("sent", []), "its state when the relay was set right, and tasks")


def test_too_large_for_a_mailbox(stack):
    """A mail that is too large for one mailbox makes nobody unreachable; a mailbox that is not there does"""
    for answer, unreachable in (("552 5.2.3 Message length exceeds limit", []), ("550 5.2.1 Mailbox disabled", ["Mail to Lea Name comes back."])):
        site = site_of(stack, Choosy(stack, **{"RCPT TO:<lea@": answer}))
        site.once()
        site.once(days=HOUR)
        equal((states(site)["lea", "ask-topics"], tasks(site)), ("refused", unreachable),
              f"its state, and tasks, behind {answer}")


def test_size_is_the_mails_own(stack):
    """A mail that is too large is refused alone"""
    sink = Choosy(stack, **{"MAIL FROM:": "552 5.3.4 Message too big"})
    site = site_of(stack, sink)
    said = site.once()
    equal(set(states(site).values()), {"refused"}, "states of the mails")
    holds("mail 1 is refused: 552 5.3.4" in said and "Message" not in said, f"“{said}” tells it without the server's words")
    equal({mail["answer"] for mail in site.lines("mails", "--state", "refused")}, {"552 5.3.4 Message too big"},
          "what the list tells")


if __name__ == "__main__":
    tap.run(globals())
