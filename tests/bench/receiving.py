"""Rows of mail coming in: over IMAP from a real Dovecot, the same 20 ms away, from a
Maildir, from people who were asked; how memory and time grow with the number of mails."""

import contextlib
import email.parser
import os
import pathlib
import shutil
import subprocess

from authority import Authority
from corpus import Answers, Corpus, copy_maildir
from dovecot import Dovecot, users_of_servers
from measure import DEBIAN_PYTHON, measure, quickest, row
from rotnem_site import IMAP, MAILDIR, PEOPLE, PROGRAM, RELAY, ROTNEM, configure, database, make_site, relay
from sending import Sink
from tap import equal

HERE = pathlib.Path(__file__).resolve().parent
MBSYNC = """IMAPAccount bench
Host 127.0.0.1
Port {port}
User {user}
Pass "{password}"
SSLType None
AuthMechs LOGIN

IMAPStore far
Account bench

MaildirStore near
Inbox {folder}/near

Channel bench
Far :far:
Near :near:
Sync Pull
SyncState *
"""


# ---- What each side must have done


def ids(truth):
    return sorted(one["message_id"] for one in truth)


def calendar_answers(truth):
    return sorted((one["message_id"], one.get("partstat", "")) for one in truth)


def check_rotnem(folder, truth):
    with database(folder) as db:
        rows = db.execute("SELECT message_id, state > 0, marked, reason FROM inbox ORDER BY message_id").fetchall()
        turns = db.execute("SELECT count(DISTINCT inbox) FROM journal WHERE inbox > 0").fetchone()[0]
    equal([row[0] for row in rows], ids(truth), "mails that Rotnem handled")
    equal([row[0] for row in rows if not row[1] or not row[2]], [], "mails that it did not handle or mark")
    equal(turns, len(truth), "mails with a turn in the journal")
    equal([row for row in rows if row[3] in ("", "killed-the-reader")], [], "mails that it could not read")


def check_plain(folder, truth):
    with database(folder, "other.db") as db:
        found = db.execute("SELECT message_id, partstat FROM mail ORDER BY message_id").fetchall()
    equal(found, calendar_answers(truth), "mails and calendar answers that the Python script kept")


def check_imapfilter(path, truth):
    found = [tuple(line.split()) for line in path.read_text().splitlines()]
    equal(sorted(found), sorted((one["message_id"], "calendar" if one["kind"] == "calendar" else "-") for one in truth),
          "mails and calendars that imapfilter saw")


def check_mbsync(folder, truth):
    files = [path for name in ("new", "cur") for path in (folder / "near" / name).iterdir()]
    equal(len(files), len(truth), "mails that mbsync brought in")
    sizes = sum(path.stat().st_size for path in files)
    equal(sizes >= sum(one["bytes"] for one in truth), True, "that no mail of mbsync is shorter than it was sent")


# ---- IMAP


class Mailroom:
    """Dovecot with one account for each run of each side, all holding the same mails."""

    def __init__(self, stack, bench, count, corpus=None):
        self.folder, self.accounts = bench.folder(stack), 0
        self.truth = (corpus or Corpus(bench.seed, PEOPLE, PROGRAM)).maildir(self.folder / "mails", count)
        self.size = sum(one["bytes"] for one in self.truth) // count
        owner = users_of_servers()
        for name in ("new", "cur", "tmp"):
            for file in os.scandir(self.folder / "mails" / name):
                os.chown(file.path, owner["owner"], owner["owner_group"])
        self.dovecot = Dovecot(stack, self.folder / "dovecot", Authority(self.folder / "authority"),
                               [f"bench{n}@example.org" for n in range(4 * bench.runs)])
        self.port, self.owner = self.dovecot.imap, owner

    def account(self):
        """An account that nobody used yet: its name and password."""
        user = f"bench{self.accounts}@example.org"
        self.accounts += 1
        box = self.dovecot.folder / "mail" / user
        copy_maildir(self.folder / "mails", box)
        for path in (box, *(box / name for name in ("new", "cur", "tmp"))):
            os.chown(path, self.owner["owner"], self.owner["owner_group"])
        return {"port": self.port, "user": user, "password": self.dovecot.password(user)}

    def seen(self, account):
        """Every mail of the account has a flag now."""
        box = self.dovecot.folder / "mail" / account["user"]
        flagged = [name for part in ("new", "cur") for name in os.listdir(box / part) if not name.endswith(",") and ":2," in name]
        equal(len(flagged), len(self.truth), f"mails with a flag on the server ({account['user']})")

    def rotnem(self, run):
        account, folder = self.account(), self.folder / f"ours{run}"
        command = make_site(folder, IMAP.format(**account))
        side = measure(command, folder, "rotnem once -c rotnem.conf")
        check_rotnem(folder, self.truth)
        self.seen(account)
        return side

    def python(self, run):
        account, folder = self.account(), self.folder / f"python{run}"
        folder.mkdir()
        side = measure([DEBIAN_PYTHON, HERE / "plain_imap.py", account["port"], account["user"], account["password"], "other.db"],
                       folder, "plain_imap.py")
        check_plain(folder, self.truth)
        self.seen(account)
        return side

    def imapfilter(self, run):
        account, written = self.account(), self.folder / f"imapfilter{run}"
        side = measure(["imapfilter", "-c", HERE / "imapfilter.lua"], self.folder, "imapfilter -c imapfilter.lua",
                       HOME=str(self.folder), BENCH_PORT=str(account["port"]), BENCH_USER=account["user"],
                       BENCH_PASSWORD=account["password"], BENCH_LIST=str(written))
        check_imapfilter(written, self.truth)
        self.seen(account)
        return side

    def mbsync(self, run):
        account, folder = self.account(), self.folder / f"mbsync{run}"
        folder.mkdir()
        (folder / "mbsyncrc").write_text(MBSYNC.format(folder=folder, **account))
        side = measure(["mbsync", "-c", "mbsyncrc", "bench"], folder)
        check_mbsync(folder, self.truth)
        return side

    def sides(self):
        return {"mbsync": self.mbsync, "imapfilter": self.imapfilter, "python": self.python}


NOTES = {"mbsync": "mbsync stores the mails on disk; it neither reads nor marks them",
         "imapfilter": "imapfilter fetches and marks; nothing of it is on disk",
         "python": "imaplib + email + icalendar + sqlite3, a hundred mails a command and commit"}


def rows_of(room, name, count, runs, target):
    ours, *others = quickest(runs, room.rotnem, *room.sides().values())
    for beside, other in zip(room.sides(), others):
        yield row(name, count, room.size, ours, other, beside, target, NOTES[beside])


def receive(bench):
    """over IMAP from Dovecot: read, handled by a turn each, on disk, marked on the server; beside mbsync, imapfilter, Python"""
    with contextlib.ExitStack() as stack:
        yield from rows_of(Mailroom(stack, bench, bench.number), "receive", bench.number, bench.runs, 5000)


def receive_20ms(bench):
    """the same 20 ms of round trip away, 1,000 mails"""
    count = min(bench.number, 1000)
    with contextlib.ExitStack() as stack:
        room = Mailroom(stack, bench, count)
        room.port = stack.enter_context(relay(room.dovecot.imap, 20))
        # 1,000 mails in 0.6 s
        yield from rows_of(room, "receive-20ms", count, bench.runs, 1667)


# ---- Answers to what was asked


def ask(folder, count):
    """A site that asked so many people for topics; where each of them was told to answer."""
    command = make_site(folder, MAILDIR, leaders=count)
    for name in ("new", "cur", "tmp"):
        (folder / "box" / name).mkdir(parents=True)
    measure(command, folder)
    told = {}
    for path in (folder / "out").glob("*/new/*"):
        header = email.parser.BytesHeaderParser().parsebytes(path.read_bytes())
        told[header["To"].split("<")[-1].rstrip(">")] = header["Reply-To"].split("<")[-1].rstrip(">")
    equal(len(told), count, "people who were asked")
    return dict(sorted(told.items()))


def check_answers(folder, count):
    with database(folder) as db:
        outcomes = dict(db.execute("SELECT outcome || ' ' || reason, count(*) FROM inbox GROUP BY 1").fetchall())
        receipts = db.execute("SELECT count(*) FROM outbox WHERE template = 'receipt-topics' AND state = 2").fetchone()[0]
        called = db.execute("SELECT count(*) FROM journal WHERE event = 'answer:topics' AND outcome = 'applied'").fetchone()[0]
        topics = db.execute("SELECT count(*) FROM topic").fetchone()[0]
    equal(outcomes, {"applied answer": count}, "outcomes of the answers")
    equal((topics, receipts, called), (count, count, count), "topics, receipts that went out, turns of the policy")


def answers(bench):
    """a fifth as many people answer over IMAP what they were asked: each two turns, a call of the policy and a receipt by mail"""
    count = max(1, bench.number // 5)
    with contextlib.ExitStack() as stack:
        asked = bench.folder(stack) / "asked"
        sink = Sink(stack, bench.folder(stack))
        room = Mailroom(stack, bench, count, Answers(bench.seed, ask(asked, count)))

        def rotnem(run):
            account, folder = room.account(), room.folder / f"ours{run}"
            shutil.copytree(asked, folder)
            configure(folder, IMAP.format(**account), RELAY.format(port=sink.port, more=""))
            subprocess.run([ROTNEM, "release", "--moved", "-c", "rotnem.conf"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
            side = measure([ROTNEM, "once", "-c", "rotnem.conf"], folder)
            check_rotnem(folder, room.truth)
            check_answers(folder, count)
            equal(sink.count(), count, "receipts that arrived")
            room.seen(account)
            return side

        yield row("answers", count, room.size, quickest(bench.runs, rotnem)[0],
                  note="each answer has its receipt by mail, composed and sent to smtp-sink, which is not counted")


# ---- A Maildir


def receive_maildir(bench):
    """from a Maildir; beside a Python script (mailbox, email, sqlite3)"""
    with contextlib.ExitStack() as stack:
        folder = bench.folder(stack)
        truth = Corpus(bench.seed, PEOPLE, PROGRAM).maildir(folder / "mails", bench.number)

        def flagged(box):
            equal(len(os.listdir(box / "cur")), len(truth), "mails with a flag")

        def rotnem(run):
            site = folder / f"ours{run}"
            command = make_site(site, MAILDIR)
            copy_maildir(folder / "mails", site / "box")
            side = measure(command, site, "rotnem once -c rotnem.conf")
            check_rotnem(site, truth)
            flagged(site / "box")
            return side

        def python(run):
            box = folder / f"python{run}" / "box"
            copy_maildir(folder / "mails", box)
            side = measure([DEBIAN_PYTHON, HERE / "plain_reader.py", "box", "other.db"], box.parent, "plain_reader.py")
            check_plain(box.parent, truth)
            flagged(box)
            return side

        ours, other = quickest(bench.runs, rotnem, python)
        size = sum(one["bytes"] for one in truth) // bench.number
        yield row("receive-maildir", bench.number, size, ours, other, "python")


# ---- Growth


def told_growth(grown):
    return "grew by: " + ", ".join(f"{name} {size} MB" for name, size in sorted(grown.items()))


def memory(bench):
    """how much each process grows over 20,000 mails, from the second fifth of the run to the last"""
    count = 2 * bench.number
    with contextlib.ExitStack() as stack:
        room = Mailroom(stack, bench, count)
        side = room.rotnem(0)
        grown = side.growth()
        worst = max(grown, key=grown.get)
        told = row("memory", count, room.size, side)
        told.update(ours=grown[worst], unit=f"MB that the {worst} grew by", target=5, met=grown[worst] < 5,
                    note=told_growth(grown))
        yield told


def linear(bench):
    """how time grows with the number of mails: a tenth, all, ten times as many"""
    sides = []
    for count in (bench.number // 10, bench.number, bench.number * 10):
        with contextlib.ExitStack() as stack:
            room = Mailroom(stack, bench, count)
            sides.append((count, room.size, quickest(bench.runs, room.rotnem)[0]))
    for (small, _, before), (large, size, after) in zip(sides, sides[1:]):
        told = row("linear", large, size, after)
        factor = (after.cpu / large) / (before.cpu / small)
        told.update(beside=f"{small} mails", other=round(small / before.wall, 1), cpu_other=round(before.cpu, 3),
                    wall_other=round(before.wall, 3), ratio=round(factor, 2), target="1.3 x or less", met=factor <= 1.3,
                    note=f"ratio: CPU a mail of the larger number by that of the smaller; {told_growth(after.growth())}")
        yield told
