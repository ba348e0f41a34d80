"""Rows of mail going out: an outbox full of invitations as the demo wrote them, each
composed for its reader, to smtp-sink, the same 20 ms away, and into Postfix's queue;
beside smtp-source with one of these mails, ready composed."""

import contextlib
import os
import pathlib
import re
import shutil
import subprocess

from authority import Authority
from dovecot import Dovecot
from measure import DEBIAN_PYTHON, measure, quickest, row
from postfix import Postfix
from rotnem_site import RELAY, ROTNEM, database, make_site, offers, relay
from server import free_ports, listens
from tap import end_group, equal, wait_for

HERE = pathlib.Path(__file__).resolve().parent
RECIPIENT = "person@example.org"
SESSIONS = 4
FAR_SESSIONS = 8  # a mail takes a round trip of each: 20 ms away 50 mails a second
SAMPLE = 50  # mails that are looked at
LOOK_EVERY = 0.25  # seconds: at the memory, half a millisecond of CPU a process, and ours are nine


# ---- Servers


def smtp_sink(stack, port, *options, output=subprocess.DEVNULL):
    """A running smtp-sink, which does not want to be root."""
    as_nobody = ["-u", "nobody"] if os.getuid() == 0 else []
    process = subprocess.Popen(["smtp-sink", *as_nobody, *options, f"127.0.0.1:{port}", "100"], stdout=output,
                               stderr=subprocess.DEVNULL, start_new_session=True)
    stack.callback(end_group, process, politely=False)
    wait_for("smtp-sink", lambda: listens(port))


class Sink:
    """smtp-sink, which counts what it got."""

    def __init__(self, stack, folder):
        (self.port,) = free_ports(1)
        self.counts = (folder / f"sink{self.port}").open("w+b")
        stack.callback(self.counts.close)
        smtp_sink(stack, self.port, "-c", output=self.counts)
        self.before = 0

    def count(self):
        """Mails since the last call."""
        self.counts.seek(0)
        found = re.findall(rb"mesg=(\d+)", self.counts.read())
        now = int(found[-1]) if found else 0
        before, self.before = self.before, now
        return now - before


class Queue:
    """Postfix that puts all mail on hold: received, fsynced, not delivered."""

    def __init__(self, stack, folder):
        authority = Authority(folder / "authority")
        dovecot = Dovecot(stack, folder / "dovecot", authority, [RECIPIENT])
        anybody = RECIPIENT[RECIPIENT.index("@"):]
        self.postfix = Postfix(stack, folder / "postfix", authority, dovecot, [RECIPIENT, anybody], {anybody[1:]: "HOLD"})
        self.port, self.before = self.postfix.clear, 0

    def count(self):
        now = sum(1 for path in (self.postfix.folder / "queue" / "hold").rglob("*") if path.is_file())
        before, self.before = self.before, now
        return now - before


# ---- The outbox


def addressed(letter, recipient):
    """The letter with another recipient in its To, which stands in it as type, name and text (engine/base/bundle.h)."""
    return re.sub(rb"\x01\x04to\x00.[^\x00]*\x00",
                  b"\x01\x04to\x00" + bytes([2 * len(recipient)]) + recipient.encode() + b"\x00", letter, count=1, flags=re.S)


class Outbox:
    """The state of a demo, in which nothing is due but invitations as it wrote them."""

    def __init__(self, folder, number, seed):
        folder.mkdir(parents=True)
        people, days = (40, 120) if number >= 1000 else (20, 60)
        measure([ROTNEM, "demo", "--people", people, "--days", days, "--seed", seed, "--out", "demo"], folder)
        self.folder = folder / "demo"
        with database(self.folder) as db:
            db.execute("DELETE FROM event")
            db.execute("UPDATE inbox SET marked = 1")
            self.letters = db.execute("SELECT journal, program, person, about, template, written, bytes"
                                      " FROM outbox JOIN letter ON mail = id"
                                      " WHERE instr (bytes, 'METHOD') + instr (bytes, 'invitation') > 0").fetchall()
            db.execute("DELETE FROM letter")
            db.execute("DELETE FROM outbox")  # Message-IDs follow from the key and the number of a mail
        equal(bool(self.letters), True, "that the demo wrote invitations")

    def fill(self, site, number):
        """A state folder of that site with so many of them to be sent."""
        (site / "state").mkdir(mode=0o700)
        for name in ("rotnem.db", "key"):
            shutil.copy(self.folder / "state" / name, site / "state")
        with database(site) as db:
            for n in range(number):
                *about, letter = self.letters[n % len(self.letters)]
                recipient = f"{n}{RECIPIENT}"
                mail = db.execute("INSERT INTO outbox (transport, not_before, rank, journal, program, person, about, template,"
                                  " written, recipient, message_id) VALUES ('out', 1, 0, ?, ?, ?, ?, ?, ?, ?, ?)",
                                  (*about, recipient, f"bench{n}")).lastrowid
                db.execute("INSERT INTO letter (mail, bytes) VALUES (?, ?)", (mail, addressed(letter, recipient)))


def sending_site(folder, outbox, number, port, sessions=1):
    more = f"\tconnections = {sessions}\n" if sessions > 1 else ""
    command = make_site(folder, transport=RELAY.format(port=port, more=more))
    outbox.fill(folder, number)
    for name in ("new", "cur", "tmp"):
        (folder / "box" / name).mkdir(parents=True)
    return command


def sent(folder):
    with database(folder) as db:
        return db.execute("SELECT count(*) FROM outbox WHERE state = 2 AND message_id LIKE 'bench%'").fetchone()[0]


def sample_mails(stack, folder, outbox):
    """What smtp-sink gets of Rotnem, without the header that it adds; each mail has its
    invitation in it."""
    (port,) = free_ports(1)
    kept = folder / "kept" / "mails"
    kept.parent.mkdir()
    kept.parent.chmod(0o777)
    kept.touch()
    kept.chmod(0o666)
    smtp_sink(stack, port, "-D", kept)
    measure(sending_site(folder / "sample", outbox, SAMPLE, port), folder / "sample")
    mails = [mail.partition(b"(UTC)\n")[2] for mail in kept.read_bytes().split(b"X-Client-Addr: ")[1:]]
    invitations = [mail for mail in mails if b"text/calendar" in mail]
    equal(len(invitations) >= SAMPLE, True, f"that {SAMPLE} invitations arrived ({len(invitations)} of {len(mails)} mails are)")
    equal([mail for mail in invitations if not re.search(rb"\d" + RECIPIENT.encode() + b">", mail.partition(b"Subject:")[0])], [],
          "invitations whose To is not their recipient")
    return invitations


# ---- Rows


class Post:
    """Both sides of a row, sending to one server."""

    def __init__(self, stack, bench, count, server, sessions=1):
        self.bench, self.count, self.server, self.sessions = bench, count, server, sessions
        self.folder, self.port = bench.folder(stack), server.port
        self.outbox = Outbox(self.folder / "outbox", count, bench.seed)
        sample = sample_mails(stack, self.folder, self.outbox)
        self.size = sum(map(len, sample)) // len(sample)
        self.mail = min(sample, key=lambda mail: abs(len(mail) - self.size))
        (self.folder / "mail").write_bytes(self.mail)

    def check(self, whose):
        equal(wait_for("the server's count", lambda: self.server.count() or None), self.count, f"mails of {whose} that arrived")

    def rotnem(self, run):
        folder = self.folder / f"ours{run}"
        command = sending_site(folder, self.outbox, self.count, self.port, self.sessions)
        side = measure(command, folder, "rotnem once -c rotnem.conf", every=LOOK_EVERY)
        equal(sent(folder), self.count, "mails that Rotnem's outbox says are sent")
        self.arrived_ours()
        return side

    def arrived_ours(self):
        """The engine may have had a mail of its own to send as well."""
        got = self.server.count()
        equal(got >= self.count, True, f"that {self.count} mails of Rotnem arrived ({got})")

    def smtp_source(self, _, *more):
        side = measure(["smtp-source", "-s", self.sessions, "-d", *more, "-m", self.count, "-F", "mail",
                        "-f", "bench@example.org", "-t", RECIPIENT, f"127.0.0.1:{self.port}"], self.folder, every=LOOK_EVERY)
        self.check("smtp-source")
        return side

    def smtp_source_to_each(self, run):
        """Each mail to a recipient of its own, as ours are: else Postfix remembers its way."""
        return self.smtp_source(run, "-N")

    def smtplib(self, run):
        folder = self.folder / f"smtplib{run}"
        (folder / "mails").mkdir(parents=True)
        for n in range(self.count):
            (folder / "mails" / str(n)).write_bytes(self.mail)
        side = measure([DEBIAN_PYTHON, HERE / "plain_sender.py", self.port, "mails", self.sessions], folder,
                       "plain_sender.py", every=LOOK_EVERY)
        self.check("smtplib")
        return side

    def against(self, name, target, others):
        """`target` is about the first of the others."""
        ours, *sides = quickest(self.bench.runs, self.rotnem, *others.values())
        for beside, other in zip(others, sides):
            yield row(name, self.count, self.size, ours, other, beside, target if other is sides[0] else None,
                      f"{self.sessions} connection{'s' if self.sessions > 1 else ''}; "
                      "ours composes and keeps books, theirs are ready bytes")


def send(bench):
    """an outbox of invitations, composed and sent to smtp-sink over one connection; beside smtp-source, smtplib"""
    with contextlib.ExitStack() as stack:
        post = Post(stack, bench, bench.number, Sink(stack, bench.folder(stack)))
        yield from post.against("send", "1 x smtp-source", {"smtp-source": post.smtp_source, "smtplib": post.smtplib})


def send_many(bench):
    """the same over four connections"""
    with contextlib.ExitStack() as stack:
        post = Post(stack, bench, bench.number, Sink(stack, bench.folder(stack)), at_most(SESSIONS))
        yield from post.against("send-many", 8000, {"smtp-source": post.smtp_source})


def send_20ms(bench):
    """1,000 of them 20 ms of round trip away, over eight connections"""
    count = min(bench.number, 1000)
    with contextlib.ExitStack() as stack:
        post = Post(stack, bench, count, Sink(stack, bench.folder(stack)), at_most(FAR_SESSIONS))
        post.port = stack.enter_context(relay(post.server.port, 20))
        yield from post.against("send-20ms", 300, {"smtp-source": post.smtp_source})


def send_postfix(bench):
    """into the queue of a real Postfix, as many connections on each side"""
    with contextlib.ExitStack() as stack:
        post = Post(stack, bench, bench.number, Queue(stack, bench.folder(stack)), at_most(SESSIONS))
        yield from post.against("send-postfix", "0.9 x smtp-source -N",
                                {"smtp-source -N": post.smtp_source_to_each, "smtp-source": post.smtp_source,
                                 "smtplib": post.smtplib})


def at_most(sessions):
    """As many connections as this build offers."""
    return sessions if offers("smtp", "connections") else 1


