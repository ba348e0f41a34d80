"""What an operator does to an engine, and what happens to it: mistakes in its files, failing
programs, killed processes. Nothing is lost, nothing is handled twice, and it says why."""

import contextlib
import os
import pathlib
import re
import shutil
import signal
import socket
import sqlite3
import stat
import struct
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import ASKED, BEGINNING, DIRECTORY, HEADER, THANKED, Site
import tap
from sink import Loop, Sink
from tap import BUILD, SOURCE, equal, holds, wait_for

REQUEST = 200  # RN_FRAME_REQUEST
BAD_ROW = Site.row("bob", "leader").replace("UTC", "Mars/Olympus")
DAILY = 'program:every("day", function(turn)\n'


# ---- files of the operator

def test_second_engine(stack):
    """A second engine on the same store ends with 75 and one line"""
    site = Site(stack)
    site.start()
    said = site.once(status=75)
    equal(said.count("\n"), 1, f"lines of “{said}”")
    holds("engine is running" in said, f"“{said}” says why")
    site.new_mail("lea", ASKED)
    site.stop()


def test_broken_config(stack):
    """All problems of a configuration at once, with file, line and what was meant; exit 78"""
    site = Site(stack, top='pol_every = "1 minute"\nkeep_raw_mail = "soon"')
    for command in ("check", "status", "run", "once"):
        answer = site.ask(command)
        equal(answer.returncode, 78, f"exit status of rotnem {command}")
        for words in ("rotnem.conf:3:", "did you mean “poll_every”?", "rotnem.conf:4:", "soon"):
            holds(words in answer.stderr, f"“{words}” is in “{answer.stderr}”")
    holds(not (site.folder / "state").exists(), "nothing was begun")


def test_bad_row(stack):
    """A bad row of the directory: its line and column, and nothing of the table is taken"""
    site = Site(stack)
    site.once()
    before = site.lines("people")
    site.table.write_text(site.table.read_text() + site.row("ann", "leader") + BAD_ROW)
    said = site.once(days=1.1, status=75)
    holds("people.csv:5:6" in said, f"“{said}” has line and column")
    equal(site.lines("people"), before, "people")


def test_holidays_of_the_next_day(stack):
    """A file of holidays is read anew each day; one that is broken is told, and changes nothing"""
    site = Site(stack, top='site "Pune" {\n\tholidays = "pune.ics"\n}')
    file = site.folder / "pune.ics"
    file.write_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20270101T000000Z\r\n"
                    "DTSTART;VALUE=DATE:20270326\r\nSUMMARY:Holi\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    site.start()

    def next_day():
        with contextlib.closing(sqlite3.connect(site.folder / "state/rotnem.db", timeout=10)) as db, db:
            moved = db.execute("UPDATE event SET due = 1 WHERE name = 'holidays' AND due > 1")
            equal(moved.rowcount, 1, "readings of the next day")

    def is_read():
        with contextlib.closing(sqlite3.connect(site.folder / "state/rotnem.db", timeout=10)) as db:
            return db.execute("SELECT due > 1 FROM event WHERE name = 'holidays'").fetchone()[0]

    wait_for("the first day's reading", is_read)
    next_day()
    wait_for("the second day's reading", is_read)
    holds("pune.ics" not in site.log(), f"“{site.log()}” does not complain")
    file.write_text("no calendar")
    next_day()
    wait_for("a warning", lambda: "pune.ics" in site.log())
    line = next(line for line in site.log().splitlines() if "pune.ics" in line)
    holds("rotnem.conf:" in line and "read before go on" in line, f"“{line}” tells where, and what holds")
    site.stop()


def test_lost_bytes(stack):
    """A mail whose bytes are gone, as when half of the state folder was brought back, is held; the others are handled"""
    site = Site(stack)
    site.once()
    with contextlib.closing(sqlite3.connect(site.folder / "state/rotnem.db")) as db, db:
        db.execute("INSERT INTO inbox (id, source, validity, uid, received) VALUES (900, 'incoming', 1, 900, 1800000000)")
        db.execute("INSERT INTO raw (mail, file, start, size) VALUES (900, 7, 0, 100)")
    site.start()
    site.reply("lea", site.new_mail("lea", ASKED), "Chess")
    site.new_mail("lea", THANKED)
    wait_for("the held mail", lambda: [mail["reason"] for mail in site.lines("held")] == ["bytes-lost"])
    holds("mail 900 is lost" in site.log() and "db-mail-7" in site.log(), f"“{site.log()}” tells which and why")
    answer = site.ask("held", "retry", "900")
    equal(answer.returncode, 65, "exit status of a retry")
    equal([mail["id"] for mail in site.lines("held")], [900], "held mails after it")
    site.stop()


def test_lost_database(stack):
    """Where the database is gone, or is empty, but an engine has been, none begins anew: nobody is mailed again, no file is erased"""
    site = Site(stack)
    site.once()
    site.reply("lea", site.mailbox("lea", ASKED)[0], "1: Tools")
    site.once(days=0.01)
    state, database = site.folder / "state", site.folder / "state/rotnem.db"
    for lose in (lambda: database.write_bytes(b""), database.unlink):
        lose()
        before = {path: path.read_bytes() for path in state.iterdir()}
        said = site.once(days=0.02, status=78)
        equal((said.count("\n"), f"{database}: the database is missing" in said), (1, True), f"one line that tells: {said!r}")
        equal({path: path.read_bytes() for path in state.iterdir()}, before, "the files")
        equal(len(site.mailbox("lea")), 2, "mails")
    for path in state.iterdir():
        path.unlink()
    site.once(days=0.03)
    equal(len(site.mailbox("lea")), 3, "mails when it begins anew")


def test_damaged_letters(stack):
    """A letter that is damaged in the database, or missing, is refused with the reason; the mails around it leave"""
    damages = (lambda letter: letter[:len(letter) // 2], lambda letter: b"\xff" * len(letter), lambda letter: b"",
               lambda letter: re.sub(rb"(?<=stationery\0..)[0-9a-f]", b"x", letter, flags=re.DOTALL))
    site = Site(stack, leaders=("ann", "bea", "cleo", "dora", "eve", "fay", "gus"))
    blocked = site.folder / "outgoing"
    blocked.write_text("")
    site.once(status=75)
    blocked.unlink()
    with contextlib.closing(sqlite3.connect(site.folder / "state/rotnem.db")) as store, store:
        for row, damage in enumerate(damages, 2):
            (letter,) = store.execute("SELECT bytes FROM letter WHERE mail = ?", (row,)).fetchone()
            holds(damage(letter) != letter, f"letter {row} is another one")
            store.execute("UPDATE letter SET bytes = ? WHERE mail = ?", (damage(letter), row))
        store.execute("DELETE FROM letter WHERE mail = ?", (len(damages) + 2,))
    site.once(days=1 / 24)
    mails = site.lines("mails")
    equal([mail["state"] for mail in mails], ["sent", *["refused"] * (len(damages) + 1), "sent"], "states")
    holds(all(len(mail["answer"]) > 10 for mail in mails), f"reasons: {[mail['answer'] for mail in mails]}")


def test_check_of_another_version(stack):
    """check leaves an older state as it is, and finds that it cannot read a newer one"""
    site = Site(stack)
    site.once()

    def version(*new):
        with contextlib.closing(sqlite3.connect(site.folder / "state/rotnem.db")) as db, db:
            for number in new:
                db.execute(f"PRAGMA user_version = {number}")
            return db.execute("PRAGMA user_version").fetchone()[0]

    ours = version()
    for other, status, words in ((ours, 0, ""), (ours - 1, 0, f"from version {ours - 1} to {ours}"),
                                 (ours + 1, 78, "made by a newer Rotnem")):
        version(other)
        answer = site.ask("check")
        equal(answer.returncode, status, f"exit status with version {other}, which said {answer.stderr!r}")
        holds(words in (answer.stderr if status else answer.stdout), f"“{words}” is told")
        equal(version(), other, "version after it")


REFUSING = BUILD / "tests/engine/.libs/refusing_disk.so"


def order_refusing(stack, site):
    os.environ["REFUSING_DISK"] = str(site.folder / "order")
    stack.callback(os.environ.pop, "REFUSING_DISK")


def test_check_of_folders(stack):
    """check finds what the user of the engine may not read or write, for root as well"""
    site = Site(stack)
    site.once()
    us, somebody = os.geteuid(), 65534  # nobody, of whom root's check has to think
    if us == 0:
        for path in (site.folder, *site.folder.rglob("*")):
            os.chown(path, somebody, -1)
    equal(site.ask("check").returncode, 0, "exit status of a check of all that belongs to one user")
    for path, mode, words in (("incoming/new", 0o500, "rotnem.conf:8: maildir “incoming”: {}: Permission denied"),
                              ("incoming/cur", 0o300, "rotnem.conf:8: maildir “incoming”: "),
                              ("outgoing", 0o500, "rotnem.conf:11: maildir-drop “outgoing”: {}: Permission denied"),
                              ("state", 0o500, "rotnem.conf: the state folder {} cannot be used: {}: Permission denied"),
                              ("state/rotnem.db", 0o400, "{}: Permission denied")):
        (site.folder / path).chmod(mode)
        answer = site.ask("check")
        (site.folder / path).chmod(0o700)
        equal(answer.returncode, 78, f"exit status with {path} closed, which said {answer.stderr!r}")
        holds(words.replace("{}", str(site.folder / path)) in answer.stderr, f"“{answer.stderr}” tells of {path}")
    (site.folder / "outgoing").rename(site.folder / "none")
    (site.folder / "state").rename(site.folder / "old")
    equal(site.ask("check").returncode, 0, "exit status without the folders that the engine makes")
    equal([path for path in ("outgoing", "state") if (site.folder / path).exists()], [], "folders that check made")


@contextlib.contextmanager
def refusing_disk(call, name):
    """The next call, sync, write or open, for a file with this in its name fails."""
    order = pathlib.Path(os.environ["REFUSING_DISK"])
    order.with_suffix(".new").write_text(f"{call} {name}")
    order.with_suffix(".new").rename(order)
    yield
    wait_for(f"a {call} that failed", lambda: not order.exists())


def test_disk_that_refuses_a_commit(stack):
    """What could not be committed has not happened: no mail is marked, nobody is told that it is done; later all is"""
    site = Site(stack)
    order_refusing(stack, site)
    site.start(preload=REFUSING)
    asked = site.new_mail("lea", ASKED)
    wait_for("rest", lambda: site.status()["mails_queued"] == 0)
    with refusing_disk("sync", "rotnem.db-mail"):
        site.reply("lea", asked, "1: Tools")
    equal([file.name for file in (site.folder / "incoming/cur").iterdir()], [], "mails that are marked")
    site.new_mail("lea", THANKED)
    wait_for("the mark", lambda: len(list((site.folder / "incoming/cur").iterdir())) == 1)
    site.deliver(b"From: stranger@elsewhere.example\nTo: mentoring@example.org\nSubject: Hello\nMessage-ID: <1@x>\n\nHello?\n")
    wait_for("a held mail", lambda: len(site.lines("held")) == 1)
    held = site.lines("held")[0]["id"]
    with refusing_disk("sync", "rotnem.db-wal"):
        equal(site.ask("held", "dismiss", held).returncode, 75, "exit status of a change that could not be kept")
    wait_for("the engine", lambda: (site.status() or {}).get("running"), 30)
    equal([mail["id"] for mail in site.lines("held")], [held], "held mails")
    site.stop()


def test_disk_that_refuses_a_command(stack):
    """A command that the disk refuses is told so; what shared its transaction is done anew by an engine that starts anew"""
    site = Site(stack, directory="")
    order_refusing(stack, site)
    crowd = site.folder / "crowd.csv"  # of which the changed pages do not stay in memory
    crowd.write_text(HEADER + "".join(site.row(f"p{n}", "mentor") for n in range(25000)))
    site.start(preload=REFUSING)
    with refusing_disk("write", "rotnem.db-wal"):
        answer = site.ask("people", "import", crowd)
    equal(answer.returncode, 75, f"exit status of an import, which said {answer.stderr!r}")
    holds("rotnem.db: " in answer.stderr and "full" in answer.stderr, f"“{answer.stderr}” tells why")
    wait_for("a new start", lambda: "Trying again" in site.log())
    wait_for("the engine", lambda: (site.status() or {}).get("running"), 30)
    equal(site.lines("people"), [], "people")
    site.stop()


def test_disk_that_refuses_the_lock(stack):
    """A full disk is worth another try, and no fault of the configuration"""
    site = Site(stack)
    order_refusing(stack, site)
    with refusing_disk("open", "state/lock"):
        answer = site.ask("once", preload=REFUSING)
    equal((answer.returncode, answer.stderr), (75, f"rotnem once: {site.folder}/state/lock: No space left on device.\n"), "how it ended")


def test_end_before_a_new_start(stack):
    """Told to end while it waits to start anew, Rotnem ends as always"""
    site = Site(stack)
    order_refusing(stack, site)
    site.start(preload=REFUSING)
    with refusing_disk("sync", "rotnem.db-wal"):
        site.deliver(b"From: stranger@elsewhere.example\nTo: mentoring@example.org\nSubject: Hello\nMessage-ID: <1@x>\n\n"
                     b"Hello?\n")
    wait_for("the end of the run", lambda: "Trying again" in site.log())
    began = time.monotonic()
    site.stop()
    holds(time.monotonic() - began < 3, "it ends at once")


def test_locked_by_another(stack):
    """A command that the database is locked to is not told that it is done"""
    site = Site(stack)
    site.start()
    site.deliver(b"From: stranger@elsewhere.example\nTo: mentoring@example.org\nSubject: Hello\nMessage-ID: <1@x>\n\nHello?\n")
    held = wait_for("a held mail", lambda: site.lines("held"))[0]["id"]
    with contextlib.closing(sqlite3.connect(site.folder / "state/rotnem.db", isolation_level=None, timeout=10)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = site.ask("held", "dismiss", held)
        equal(answer.returncode, 75, f"exit status of a change, which said {answer.stderr!r}")
    wait_for("the engine", lambda: (site.status() or {}).get("running"), 30)
    equal([mail["id"] for mail in site.lines("held")], [held], "held mails")
    equal(site.ask("held", "dismiss", held).returncode, 0, "exit status of the change later")
    site.stop()


def test_disk_that_refuses_without_an_engine(stack):
    """A command without an engine of which the commit fails says so, and nothing is changed"""
    site = Site(stack)
    order_refusing(stack, site)
    site.once()
    with refusing_disk("sync", "rotnem.db-wal"):
        answer = site.ask("campaign", "pause", 1, preload=REFUSING)
    equal(answer.returncode, 75, f"exit status of a change, which said {answer.stderr!r}")
    holds("rotnem.db: COMMIT: " in answer.stderr, f"“{answer.stderr}” tells why")
    equal(site.lines("campaign")[0]["state"], "running", "the campaign")


def test_import(stack):
    """An import with a bad row takes nothing, and with --partial the good rows"""
    site = Site(stack, directory="")
    site.table.write_text(HEADER + site.row("ann", "leader") + BAD_ROW)
    answer = site.ask("people", "import", site.table)
    holds(answer.returncode != 0, "it is refused")
    holds("people.csv:3:6" in answer.stderr, f"“{answer.stderr}” has line and column")
    holds("has not run here yet" in site.ask("people").stderr, "nobody is there, nor anything else")
    answer = site.ask("people", "import", site.table, "--partial")
    equal(answer.returncode, 0, f"exit status with --partial, which said {answer.stderr!r}")
    equal([person["key"] for person in site.lines("people")], ["ann"], "people")


def test_root_in_the_folder_of_another(stack):
    """What root starts goes on as the user to whom the state folder belongs, who finds nothing in it that he may not write"""
    site, nobody = Site(stack, directory=""), 65534
    if os.geteuid() != 0:
        return  # it takes root
    for path in (site.folder, *site.folder.rglob("*")):
        os.chown(path, nobody, nobody)
    site.table.chmod(0o600)
    os.chown(site.table, 0, 0)  # what root imports only root needs to read
    for words in (("people", "import", site.table), ("people",)):
        equal(site.ask(*words).returncode, 0, f"exit status of rotnem {words[0]}")
        owners_of(site, nobody)
    site.once()
    owners_of(site, nobody)
    equal(len(site.mailbox("lea", ASKED)), 1, "questions")
    for words in (("status",), ("mails",), ("why", "lea@example.org"), ("held", "retry", "1")):
        (site.folder / "state/lock").unlink(missing_ok=True)  # as a backup leaves it
        site.ask(*words)
        owners_of(site, nobody)
    kept = site.folder / "kept"
    kept.mkdir(mode=0o700)  # where he looks on, only root may
    for number in range(300):  # more than are read ahead
        (kept / str(number)).write_text("From: eve@other.example\nTo: mentoring@example.org\nSubject: Hi\n\nHello?\n")
    equal(len(site.lines("explain", str(kept))), 300, "mails that are explained")
    answer = subprocess.run(site.words("once", 0.1), user=nobody, group=nobody, extra_groups=(), capture_output=True, text=True,
                            check=False, timeout=60, env=site.environment())
    equal((answer.returncode, answer.stderr.count("\n")), (0, 1), f"exit status and lines of the user's own engine: {answer.stderr!r}")


def test_looking_at_an_empty_database(stack):
    """Who looks at a database that was not made yet makes none, nor a key"""
    site = Site(stack)
    (site.folder / "state").mkdir()
    (site.folder / "state/rotnem.db").touch()
    equal(site.ask("status").returncode, 75, "exit status")
    equal(os.listdir(site.folder / "state"), ["rotnem.db"], "files")
    (site.folder / "state/progress-outgoing").touch()
    holds("the database is missing or empty" in site.ask("status").stderr, "what was is told")


def owners_of(site, user):
    """Whether all that was made is this user's."""
    equal([path for part in ("state", "outgoing") for path in (site.folder / part).rglob("*") if path.stat().st_uid != user], [],
          "what belongs to somebody else")


def test_looking_before_the_first_start(stack):
    """Who only looks makes nothing that its user could not use, and is told that Rotnem has not run here"""
    site = Site(stack)
    state = site.folder / "state"
    for made in (False, True):
        if made:
            state.mkdir()  # as systemd does
        for words in (("status",), ("people",), ("pairings",), ("meetings",), ("polls",), ("campaign",), ("mails",),
                      ("held",), ("tasks",), ("why", "lea@example.org"), ("held", "retry", "1"),
                      ("campaign", "stop", "1"), ("tasks", "done", "1")):
            answer = site.ask(*words)
            equal(answer.returncode, 75, f"exit status of {words}")
            why = f"Rotnem has not run here yet: there is no {state}/rotnem.db."
            equal((answer.stdout, answer.stderr), ("", f"rotnem {words[0]}: {why}\n"), f"words of {words}")
        equal(site.ask("check").returncode, 0, "exit status of check")
        equal(list(state.iterdir()) if made else state.exists(), [] if made else False, "what looking made")
    site.once()
    for words in ("polls", "held"):
        answer = site.ask(words)
        equal((answer.returncode, answer.stdout, answer.stderr), (0, "", ""), f"{words} behind the first start")


def test_bad_templates(stack):
    """An unknown field of a template is found by check; Rotnem's own stands in for one that is missing"""
    site = Site(stack, policy="")
    equal(site.ask("check").returncode, 0, "exit status when all is well")
    folder = site.folder / "templates/reverse-mentoring/en"
    with (folder / "thank-you.md").open("a") as file:
        file.write("\nAll the best, {{frist_name}}\n")
    answer = site.ask("check")
    equal(answer.returncode, 78, "exit status")
    holds("thank-you.md:" in answer.stderr and "frist_name" in answer.stderr, f"“{answer.stderr}” names field and file")
    shutil.copyfile(SOURCE / "templates/reverse-mentoring/en/thank-you.md", folder / "thank-you.md")
    (folder / "offer.md").unlink()
    (folder.parent / "de/offer.md").unlink()
    answer = site.ask("check")
    equal((answer.returncode, answer.stderr), (0, ""), "exit status without a template: Rotnem's own stands in")


def test_check_beside_an_engine(stack):
    """check --online looks at the mailbox of an engine at work and leaves it as it is"""
    site = Site(stack)
    site.start()
    site.new_mail("lea", ASKED)
    numbers = site.folder / "incoming/.rotnem-uids"
    before = numbers.stat().st_ino
    answer = site.ask("check", "--online")
    equal((answer.returncode, answer.stderr), (0, ""), "exit status and errors")
    for words in ("maildir “incoming”: answers", "maildir-drop “outgoing”: answers", "csv “people”: 2 people"):
        holds(words in answer.stdout, f"“{words}” is in “{answer.stdout}”")
    equal(numbers.stat().st_ino, before, "the file of numbers")
    site.stop()


# ---- programs that fail

def test_error_in_a_policy(stack):
    """A turn that fails is undone, a task tells the author's line, others go on, and the period
    comes again"""
    site = Site(stack, policy=DAILY + '\tturn:mail { to = turn:people { role = "mentor" }, template = "thank-you" }\n'
                                      '\terror("boom")\nend)\n')
    line = site.folder.joinpath("scripts/second/second.lua").read_text().splitlines().index('\terror("boom")') + 1
    site.once()
    for day in (1.1, 2.1):
        said = site.once(days=day)
        holds(f"second.lua:{line}: boom" in said, f"“{said}” has the place on day {day}")
    failures = [task for task in site.lines("tasks") if task["template"] == "program-failed"]
    holds(failures and all("boom" in task["what"] and f"second.lua:{line}" in task["what"] for task in failures),
          f"the coordinator has a task of it: {failures}")
    equal([mail for mail in site.lines("mails") if mail["template"] == "thank-you"], [], "mails of the failed turns")
    site.reply("lea", site.mailbox("lea", ASKED)[0], "1: Tools")
    site.once(days=2.2)
    equal(len(site.mailbox("lea", THANKED)), 1, "receipts of the other program")


def test_endless_loop(stack):
    """Endless handlers are ended in under a second each; after five the program is paused, the
    other goes on"""
    site = Site(stack, policy=(DAILY + "\twhile true do end\nend)\n") * 5)
    site.once()
    site.start(days=1.1)
    wait_for("the pause", lambda: "paused" in site.log(), 40)
    ended = [at for at, line in site.told if "second.lua" in line and "was stopped" in line]
    equal(len(ended), 5, f"handlers that were ended:\n{site.log()}")
    holds(any("second.lua:" in line and "had not ended" in line for line in site.log().splitlines()), f"the line is told:\n{site.log()}")
    # the shortest: other work of this machine only makes it longer
    holds(min(b - a for a, b in zip(ended, ended[1:])) < 1, f"a handler ends within a second: {ended}")
    holds("paused" in site.children("policy")["second"]["trouble"], "status tells of the pause")
    equal(site.children("policy")["reverse-mentoring"]["trouble"], "", "the other program's trouble")
    site.reply("lea", site.mailbox("lea", ASKED)[0], "1: Tools")
    site.new_mail("lea", THANKED)
    site.stop()


def test_endless_in_the_deep(stack):
    """A loop in a coroutine, or in one of Lua's own functions, is told by its line; the other program goes on"""
    for number, loop in enumerate(("coroutine.wrap(function() while true do end end)()",
                                   "local s = (('a'):rep(40)):find(('a*'):rep(20) .. 'b')")):
        site = Site(stack, policy=(DAILY + f"\tturn:mail {{ to = turn:people(), template = 'thank-you' }}\n\t{loop}\nend)\n") * 4)
        script = site.folder / "scripts/second/second.lua"
        lines = [number for number, text in enumerate(script.read_text().splitlines(), 1) if loop in text]
        site.once()
        site.start(days=1.1)
        words = [f"second.lua:{line}: this had not ended after 900 ms and was stopped" for line in lines]
        wait_for("its end", lambda site=site, words=words: any(text in site.log() for text in words), 40)
        site.reply("lea", site.mailbox("lea", ASKED)[0], "1: Tools")
        site.new_mail("lea", THANKED)
        equal([mail for mail in site.lines("mails") if mail["template"] == "thank-you" and mail["program"] == "second"], [],
              f"mails of the handler that was ended in loop {number}")
        site.stop()


# ---- processes that die

def test_policy_that_does_not_load(stack):
    """A policy that comes to no end while it is read is told with the time that it had for that"""
    site = Site(stack, policy="")
    script = site.folder / "scripts/second/second.lua"
    script.unlink()
    os.mkfifo(script)  # nobody writes
    answer = site.ask("check")
    equal(answer.returncode, 78, f"exit status of check, which said {answer.stderr!r}")
    holds("second/second.lua: the policy did not answer within 3000 ms" in answer.stderr, f"“{answer.stderr}” names the limit")


def test_orphans(stack):
    """A child whose engine died before it was up does nothing of what was given to it, and ends"""
    for orphaned in (False, True):
        ours, theirs = socket.socketpair()
        stack.enter_context(ours)
        stack.enter_context(theirs)
        # a shell stands for the engine that is not the one which made the socket
        child_of_ours = [BUILD / "rotnem", "--child=reader", "reader"]
        words = ["sh", "-c", f"{BUILD}/rotnem --child=reader reader; :"] if orphaned else child_of_ours
        child = subprocess.Popen(words, pass_fds=(3,), preexec_fn=lambda fd=theirs.fileno(): os.dup2(fd, 3))
        stack.callback(child.kill)
        theirs.close()
        if orphaned:
            equal(child.wait(10), 0, "exit status of an orphan")
        else:
            time.sleep(0.5)
            equal(child.poll(), None, "exit status of a child that has an engine")
            ours.close()
            child.wait(10)


def test_killed_children(stack):
    """Each kind of child is killed; the mail that comes then is handled once"""
    names = ("ann", "bob", "cyn", "dan", "eve", "fay")
    site = Site(stack, leaders=names)
    site.start()
    questions = {name: site.new_mail(name, ASKED) for name in names}
    # the reader starts with the first mail
    site.reply("fay", questions["fay"], "1: Tools")
    site.new_mail("fay", THANKED)
    victims = [("reader", "reader"), ("policy", "reverse-mentoring"), ("host", "maildir incoming"),
               ("host", "maildir-drop outgoing")]
    for name, (role, title) in zip(names, victims):
        pid = wait_for(f"the {role} {title}", lambda r=role, t=title: site.children(r)[t]["pid"])
        os.kill(pid, signal.SIGKILL)
        site.reply(name, questions[name], "1: Tools")
        site.new_mail(name, THANKED)
        wait_for(f"another {title}", lambda r=role, t=title, p=pid: site.children(r)[t]["pid"] not in (0, p))
    for child in site.status()["children"]:
        if child["pid"]:
            os.kill(child["pid"], signal.SIGKILL)
    site.reply("eve", questions["eve"], "1: Tools")
    site.new_mail("eve", THANKED)
    wait_for("nothing to send", lambda: site.status()["mails_queued"] == 0)
    equal([len(site.mailbox(name, THANKED)) for name in names], [1] * len(names), "receipts")
    equal([len(site.mailbox(name, ASKED)) for name in names], [1] * len(names), "questions")
    equal(site.lines("held"), [], "held mails")
    site.stop()


def test_killed_engine(stack):
    """The engine is killed with mail to be sent, and in the middle of sending: all of it arrives,
    none twice"""
    names = [f"leader{number}" for number in range(150)]
    site = Site(stack, leaders=names)
    (site.folder / "outgoing").write_text("in the way")
    site.start()
    wait_for("mails to send", lambda: len(site.lines("mails")) == len(names))
    site.kill()
    (site.folder / "outgoing").unlink()
    site.start(days=0.1)
    wait_for("the first mail", (site.folder / "outgoing").exists)
    site.kill()
    site.start(days=0.2)
    wait_for("all mails sent", lambda: {mail["state"] for mail in site.lines("mails")} <= {"sent", "uncertain"}, 40)
    uncertain = {mail["to"] for mail in site.lines("mails") if mail["state"] == "uncertain"}
    holds(len(uncertain) <= 1, f"at most the mail that was being sent is uncertain: {uncertain}")
    for name in names:
        count = len(site.mailbox(name, ASKED))
        holds(count == 1 or (count == 0 and f"{name}@example.org" in uncertain), f"{name} has the question once: {count}")
    equal(len(site.lines("mails")), len(names), "mails written")
    site.stop()


def test_moved_state(stack):
    """Where the state folder of an engine that was killed is moved, what its transport had sent is known all the same"""
    names = [f"leader{number}" for number in range(40)]
    site = Site(stack, leaders=names)
    sink = Sink(Loop(), lambda taken: time.sleep(0.02))
    stack.callback(sink.close)
    site.relay(sink.port)
    site.start()
    wait_for("some mails", lambda: len(sink.taken) > 10)
    site.kill()
    (site.folder / "state").rename(site.folder / "moved")
    site.config.write_text(site.config.read_text().replace('"state"', '"moved"'))
    site.once(days=0.1)
    equal([who for who, taken in sink.boxes.items() if len(taken) > 1], [], "who has the question twice")
    states = [mail["state"] for mail in site.lines("mails")]
    holds(states.count("uncertain") <= 1 and states.count("sent") >= 39, f"at most the mail that was being sent is uncertain: {states}")


class Counter(Sink):
    """Takes its time for a mail, and counts who is connected at once."""
    open, most = 0, 0

    async def talk(self, reader, writer):
        self.open += 1
        self.most = max(self.most, self.open)
        try:
            await super().talk(reader, writer)
        finally:
            self.open -= 1


def test_connections(stack):
    """Two hundred mails leave over three connections, of which one is killed at work: each mail
    arrives, at most one is uncertain"""
    names = [f"leader{number}" for number in range(200)]
    site = Site(stack, leaders=names)
    sink = Counter(Loop(), lambda taken: time.sleep(0.01))
    stack.callback(sink.close)
    site.relay(sink.port, connections=3)
    site.start()
    wait_for("three connections", lambda: sink.most == 3)
    os.kill(site.children("host")["smtp relay 3"]["pid"], signal.SIGKILL)
    wait_for("all mails sent", lambda: {mail["state"] for mail in site.lines("mails")} <= {"sent", "uncertain"}, 40)
    uncertain = {mail["to"] for mail in site.lines("mails") if mail["state"] == "uncertain"}
    holds(len(uncertain) <= 1, f"at most the mail that was being sent is uncertain: {uncertain}")
    for name in names:
        count = len(sink.boxes[f"{name}@example.org"])
        holds(count == 1 or (count == 0 and f"{name}@example.org" in uncertain), f"{name} has the question once: {count}")
    site.stop()


def lying_site(stack, wish, leaders, setting=""):
    """Its transport says once what cannot be, see liar.c."""
    site = Site(stack, leaders=leaders)
    plugins, file = site.folder / "plugins", site.folder / "wish"
    plugins.mkdir()
    file.write_text(wish)
    for plugin in (*BUILD.glob(".libs/*.so"), BUILD / "tests/engine/.libs/liar.so"):
        (plugins / plugin.name).symlink_to(plugin)
    liar = f'liar "outgoing" {{\n\twish = "{file}"\n\t{setting}\n'
    site.config.write_text(f'plugins_dir = "{plugins}"\n' + site.config.read_text().replace('maildir-drop "outgoing" {\n', liar))
    return site


def test_transport_that_lies(stack):
    """A transport's process that says what cannot be is ended: the mail it spoke of is uncertain, no other"""
    site = lying_site(stack, "verdict", ("ann", "ben", "eva"))
    site.start()
    wait_for("the end of all mails", lambda: ended(site), 30)
    site.stop()
    equal([mail["state"] for mail in site.lines("mails")], ["sent", "uncertain", "sent"], "how the mails ended")
    found_out(site, "a mail that ended as none can")


def test_transport_that_lies_of_another(stack):
    """A connection that says how a mail of another connection ended is not believed, and is ended"""
    names = [f"leader{number}" for number in range(40)]
    site = lying_site(stack, "row", names, "connections = 2")
    site.start()
    wait_for("the end of all mails", lambda: ended(site), 30)
    site.stop()
    states = {mail["to"].split("@")[0]: mail["state"] for mail in site.lines("mails")}
    equal((list(states.values()).count("sent"), list(states.values()).count("uncertain")), (39, 1), f"how the mails ended: {states}")
    for name in names:
        equal((site.folder / f"outgoing/{name}@example.org/new").exists(), states[name] == "sent", f"whether {name} has a mail")
    found_out(site, "the end of a mail that it does not have", again=False)


def test_transport_that_brings_mail(stack):
    """A mail that comes from a transport is none; its process is ended"""
    site = lying_site(stack, "mail", ("ann", "ben", "eva"))
    site.start()
    wait_for("the end of all mails", lambda: ended(site), 30)
    site.stop()
    equal(site.lines("held", "--all"), [], "mails that came in")
    found_out(site, "a frame that is none of its business")


def ended(site):
    """Whether all mails have an end."""
    states = [mail["state"] for mail in site.lines("mails")]
    return states and not {"queued", "leased"} & set(states)


def found_out(site, words, again=True):
    """The log tells of the liar once, and that it was started anew and works."""
    lines = [line for line in site.log().splitlines() if "liar" in line]
    equal(len(lines), 1 + again, f"lines of the log about it: {lines}")
    holds(f"liar “outgoing”: a child process broke the protocol: {words}" in lines[0], f"{lines[0]} says why")
    holds("works again" in lines[-1] or not again, f"{lines[-1]} says that it was started anew")


def test_held_mail(stack):
    """A mail that killed its reader is held, and handled by “held retry” when the cause is gone"""
    site = Site(stack)
    site.start(preload=BUILD / "tests/lib/.libs/poison.so")
    site.reply("lea", site.new_mail("lea", ASKED), "1: Tools", subject="This one kills its reader")
    held = wait_for("the held mail", lambda: site.lines("held"))
    equal(len(held), 1, "held mails")
    equal(site.mailbox("lea", THANKED), [], "receipts")
    site.stop()
    site.start()
    answer = site.ask("held", "retry", held[0]["id"])
    equal((answer.returncode, answer.stderr), (0, ""), "rotnem held retry")
    site.new_mail("lea", THANKED)
    equal(site.lines("held"), [], "held mails after the retry")
    site.stop()
    equal(len(site.mailbox("lea", THANKED)), 1, "receipts after the retry")


def test_end(stack):
    """SIGTERM ends the engine with 0 and a closed database; its files are nobody else's"""
    site = Site(stack)
    site.start()
    site.new_mail("lea", ASKED)
    state = site.folder / "state"
    files = [path for path in state.rglob("*") if not path.is_dir()]
    holds({"rotnem.db", "rotnem.db-wal", "key", "lock"} <= {path.name for path in files}, f"the state is there: {files}")
    for path in files:
        equal(stat.S_IMODE(path.stat().st_mode) & 0o077, 0, f"what others may do with {path.name}")
    site.stop()
    holds(not (state / "rotnem.db-wal").exists(), "the database was closed: its log is gone")


def test_end_while_mail_leaves(stack):
    """SIGTERM while transports send: what they finished is known to be sent, the rest waits, nothing is in between"""
    end_while_mail_leaves(stack, signal.SIGTERM)


def test_end_of_the_terminal(stack):
    """The same when the terminal is closed in which Rotnem runs, which kernel and shell both tell"""
    end_while_mail_leaves(stack, signal.SIGHUP, times=2)


def test_end_while_the_disk_refuses(stack):
    """Told to end, an engine that cannot write down what was sent ends with one line, and the next start knows it"""
    site = Site(stack, leaders=[f"leader{number}" for number in range(150)])
    sink = Sink(Loop(), lambda taken: time.sleep(0.01))
    stack.callback(sink.close)
    site.relay(sink.port, connections=1)
    order_refusing(stack, site)
    site.start(preload=REFUSING)
    wait_for("the first mails", lambda: len(sink.boxes) > 5)
    with refusing_disk("sync", "rotnem.db-wal"):
        site.process.terminate()
        equal(site.process.wait(30), 75, "exit status")
    equal([line for line in site.log().splitlines() if "Trying again" in line], [], "that it goes on is not told")
    site.start()
    wait_for("all mails", lambda: len(sink.boxes) == 150)
    equal({who: len(got) for who, got in sink.boxes.items() if len(got) != 1}, {}, "mails that came twice")


def test_log_that_nobody_reads(stack):
    """An engine whose log goes to a process that is gone goes on"""
    site = Site(stack)
    reader, writer = os.pipe()
    site.process = subprocess.Popen(site.words("run", 0), stdin=subprocess.DEVNULL, stderr=writer, env=site.environment(),
                                    start_new_session=True)
    os.close(writer)
    wait_for("the engine", (site.folder / "state/control").exists)
    question = site.new_mail("lea", ASKED)
    os.close(reader)
    os.kill(site.children("host")["maildir incoming"]["pid"], signal.SIGKILL)  # which is told
    site.reply("lea", question, "1: Tools")
    wait_for("a receipt", lambda: site.mailbox("lea", THANKED))
    site.process.terminate()
    equal(site.process.wait(20), 0, "exit status")


def test_standard_files_that_are_closed(stack):
    """What is written to a closed standard error goes to no file of the engine or of its processes"""
    site = Site(stack)
    site.process = subprocess.Popen(["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *site.words("run", 0)], env=site.environment(),
                                    start_new_session=True)
    wait_for("the engine", (site.folder / "state/control").exists)
    site.new_mail("lea", ASKED)
    told = site.status()
    for pid in (told["pid"], *(child["pid"] for child in told["children"])):
        equal({os.readlink(f"/proc/{pid}/fd/{number}") for number in (0, 1, 2)}, {"/dev/null"}, "standard files")
    site.process.terminate()
    equal(site.process.wait(20), 0, "exit status")


def end_while_mail_leaves(stack, how, times=1):
    names = [f"leader{number}" for number in range(150)]
    site = Site(stack, leaders=names)
    sink = Sink(Loop(), lambda taken: time.sleep(0.01))
    stack.callback(sink.close)
    site.relay(sink.port, connections=2)
    site.start()
    wait_for("the first mails", lambda: len(sink.boxes) > 5)
    for _ in range(times):
        os.killpg(site.process.pid, how)
        time.sleep(0.01)
    equal(site.process.wait(30), 0, "exit status")
    mails = site.lines("mails")
    equal({mail["state"] for mail in mails} - {"queued"}, {"sent"}, "states")
    equal({mail["to"] for mail in mails if mail["state"] == "sent"}, {who for who, got in sink.boxes.items() if got}, "sent")


def test_end_beside_a_silent_server(stack):
    """SIGTERM while connections wait for a server that says nothing: all of them together have ten seconds"""
    names = [f"leader{number}" for number in range(150)]
    site = Site(stack, leaders=names)
    silent = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
    site.relay(silent.getsockname()[1], connections=3)
    site.start()
    wait_for("leases", lambda: [mail["state"] for mail in site.lines("mails")].count("leased") > 100)
    before = time.monotonic()
    site.process.terminate()
    equal(site.process.wait(60), 0, "exit status")
    holds(time.monotonic() - before < 15, f"it took {time.monotonic() - before} seconds")
    equal({mail["state"] for mail in site.lines("mails")}, {"queued"}, "states")


def test_names_of_files(stack):
    """Two starts do not give their files the same names: one within the same second would overwrite mail"""
    site = Site(stack)
    site.once()
    site.reply("lea", site.mailbox("lea", ASKED)[0], "1: Tools")
    site.once(days=0.1)
    names = [file.name.split(".")[1] for file in (site.folder / "outgoing/lea@example.org/new").iterdir()]
    equal((len(names), len(set(names))), (2, 2), "mails, and the parts of their names behind the second")


# ---- mail and callers

def test_mailbox_out_of_reach(stack):
    """Until every mailbox was looked at once no mail leaves: log and status say which one is waited for, since when and why"""
    site = Site(stack, directory=DIRECTORY + 'maildir "spare" {\n\tfolder = "spare"\n}\n')
    site.config.write_text(site.config.read_text().replace('\taddress', '\tsource = "incoming"\n\taddress'))
    awaited = "was not looked at yet, since the start at 2027-03-01T09:00:0"
    site.start()
    wait_for("a line in the log", lambda: f"maildir “spare” {awaited}" in site.log())
    trouble = site.children("host")["maildir spare"]["trouble"]
    holds("/spare/new”: " in trouble and f"; it {awaited}" in trouble and "no mail leaves before" in trouble, f"“{trouble}” says it")
    wait_for("mail to send", lambda: site.lines("mails"))
    equal([mail["state"] for mail in site.lines("mails")], ["queued"], "states of mails")
    for part in ("new", "cur", "tmp"):
        (site.folder / "spare" / part).mkdir(parents=True)
    site.new_mail("lea", ASKED)
    equal({child["trouble"] for child in site.children("host").values()}, {""}, "troubles behind the first look")
    site.stop()
    equal(site.log().count("was not looked at yet"), 1, "lines of the log")


def test_redirection(stack):
    """With redirect_all_to nobody else gets mail, and an answer from that mailbox counts"""
    site = Site(stack, leaders=("ann", "bob"), top='redirect_all_to = "trial@example.net"')
    site.start()
    questions = wait_for("both questions",
                         lambda: (found := site.mailbox("trial@example.net", ASKED)) and len(found) == 2 and found)
    site.reply("trial@example.net", questions[0], "1: Tools")
    site.new_mail("trial@example.net", THANKED)
    equal([folder.name for folder in (site.folder / "outgoing").iterdir()], ["trial@example.net"], "mailboxes")
    equal({mail["to"] for mail in site.lines("mails")}, {"trial@example.net"}, "recipients")
    equal(site.lines("held"), [], "held mails")
    site.stop()


def test_once_that_cannot_send(stack):
    """“once” ends with 75 when the transport's folder cannot be written, and sends it the next time"""
    site = Site(stack)
    # a file in its place: root may write into any folder
    (site.folder / "outgoing").write_text("in the way")
    said = site.once(status=75)
    holds("outgoing" in said, f"“{said}” says what is wrong")
    equal([mail["state"] for mail in site.lines("mails")], ["queued"], "states of the mail")
    (site.folder / "outgoing").unlink()
    site.once(days=0.1)
    equal(len(site.mailbox("lea", ASKED)), 1, "questions")


def test_once_without_people(stack):
    """“rotnem once” ends and fails when the people cannot be read, whatever mail waits; when they can, it is handled"""
    site = Site(stack, top='since = 2020-01-01\n')
    people = site.table.read_text()
    site.table.unlink()
    (site.folder / "incoming/new/1").write_text("From: eve@other.example\nTo: mentoring@example.org\nSubject: Hi\n\nHello?\n")
    holds("people.csv" in site.once(status=75), "what it says names the file")
    site.table.write_text(people)
    site.once(days=1 / 24)
    equal([mail["from"] for mail in site.lines("held")], ["eve@other.example"], "mails that wait for a person")


def test_renamed_transport(stack):
    """Mail that waits for a transport block leaves by the renamed one; check and status tell of it"""
    site = Site(stack)
    (site.folder / "outgoing").write_text("in the way")
    site.once(status=75)
    (site.folder / "outgoing").unlink()
    site.config.write_text(site.config.read_text().replace('maildir-drop "outgoing"', 'maildir-drop "letterbox"'))
    told = "1 mails of “reverse-mentoring” wait for the transport “outgoing”"
    holds(told in site.ask("check").stdout, "check says that a mail waits")
    equal(site.status()["mails_stranded"], 1, "mails that wait for a transport that is not configured")
    said = site.once(days=0.1)
    equal(said.count("“outgoing”, which is not configured, leave by “letterbox”"), 1, f"lines about it in {said!r}")
    equal(len(site.mailbox("lea", ASKED)), 1, "questions")
    equal(site.status()["mails_stranded"], 0, "mails that wait then")
    equal("transport" in site.ask("check").stdout, False, "that check says more of it")


def test_renamed_mailbox(stack):
    """Mail that comes while its mailbox gets another title is handled and marked; a mailbox that is added is looked at from now on"""
    site = Site(stack)
    site.once()
    site.reply("lea", site.mailbox("lea", ASKED)[0], "1: Tools")
    site.config.write_text(site.config.read_text().replace('maildir "incoming"', 'maildir "mentoring"'))
    said = site.once(days=0.1)
    equal(said.count("“incoming” is called “mentoring” now"), 1, f"lines about it in {said!r}")
    equal(len(site.mailbox("lea", THANKED)), 1, "receipts")
    equal(list((site.folder / "incoming/new").iterdir()), [], "mails that are not marked")
    for part in ("new", "cur", "tmp"):
        (site.folder / "spare" / part).mkdir(parents=True)
    (site.folder / "spare/new/1").write_text("From: eve@other.example\nTo: mentoring@example.org\nSubject: Hi\n\nHello?\n")
    site.config.write_text(site.config.read_text().replace('\taddress', '\tsource = "mentoring"\n\taddress')
                           + 'maildir "spare" {\n\tfolder = "spare"\n}\n')
    said = site.once(days=0.2)
    equal((said.count("\n"), site.lines("held", "--all")[1:]), (1, []), f"lines of {said!r}, and mails from before the first look")


def test_exchanged_titles(stack):
    """Where two mailboxes exchange their titles, each goes on from where it was left"""
    site = Site(stack)
    for part in ("new", "cur", "tmp"):
        (site.folder / "spare" / part).mkdir(parents=True)
    site.config.write_text(site.config.read_text().replace("\taddress", '\tsource = "incoming"\n\taddress')
                           + 'maildir "spare" {\n\tfolder = "spare"\n}\n')
    site.once()
    question = site.mailbox("lea", ASKED)[0]
    site.deliver(b"From: eve@other.example\nTo: mentoring@example.org\nSubject: Hi\n\nHello?\n")
    site.once(days=0.1)
    equal([mail["source"] for mail in site.lines("held", "--all")], ["incoming"], "mailboxes of what was held")
    site.config.write_text(site.config.read_text().replace('maildir "incoming"', 'maildir "x"').replace(
        'maildir "spare"', 'maildir "incoming"').replace('maildir "x"', 'maildir "spare"'))
    site.reply("lea", question, "1: Tools")
    (site.folder / "incoming/new" / f"{site.count}.{os.getpid()}").rename(site.folder / "spare/new/1")
    said = site.once(days=0.2)
    equal((said.count("is called"), len(site.mailbox("lea", THANKED))), (2, 1), f"lines about it in {said!r}, and receipts")
    equal([mail["source"] for mail in site.lines("held")], ["spare"], "mailboxes of what is held")


def test_replaced_mailbox(stack):
    """A mailbox that takes another one's place is none that was renamed: nothing older than its first look is handled"""
    site = Site(stack)
    site.once()
    for part in ("new", "cur", "tmp"):
        (site.folder / "other" / part).mkdir(parents=True)
    for days in (-30, 30):
        file = site.folder / f"other/cur/{days}:2,S"
        file.write_text("From: lea@example.org\nTo: mentoring@example.org\nSubject: No more\n\nunsubscribe\n")
        os.utime(file, (BEGINNING.timestamp() + days * 86400,) * 2)
    site.config.write_text(site.config.read_text().replace('maildir "incoming" {\n\tfolder = "incoming"',
                                                           'maildir "other" {\n\tfolder = "other"'))
    said = site.once(days=60)
    equal((site.lines("held", "--all"), "is called" in said), ([], False), f"mails that were handled, and what was said: {said!r}")


def test_lease_of_a_renamed_transport(stack):
    """Mail that was leased when the engine died is settled under the block's new name"""
    site = Site(stack)
    site.once()
    with contextlib.closing(sqlite3.connect(site.folder / "state/rotnem.db")) as store, store:
        # as a death between the lease and the first mail leaves it
        store.execute("INSERT INTO lease (id, transport, progress) VALUES (9, 'relay', 'nowhere')")
        store.execute("UPDATE outbox SET state = 1, lease = 9, transport = 'relay'")
    site.once(days=0.1)
    equal([mail["state"] for mail in site.lines("mails")], ["sent"], "states of the mail")
    equal(len(site.mailbox("lea", ASKED)), 2, "questions: the first one, and the one that was not begun")


def request(name):
    """A frame of the control socket: length, kind, and (sa{sv}) without arguments."""
    text = name.encode() + b"\0"
    body = text + bytes(-len(text) % 8) + bytes([len(text)])
    return struct.pack("=II", len(body), REQUEST) + body


def call(stack, site):
    caller = stack.enter_context(socket.socket(socket.AF_UNIX))
    caller.settimeout(20)
    caller.connect(str(site.folder / "state/control"))
    return caller


def test_callers(stack):
    """Unknown requests, garbage and callers that never read do not stop the engine"""
    site = Site(stack)
    site.start()
    question = site.new_mail("lea", ASKED)
    unknown = call(stack, site)
    unknown.sendall(request("nonsense"))
    holds("nonsense" in unknown.recv(4096).decode(errors="replace"), "an unknown request is answered by an error")
    garbage = call(stack, site)
    garbage.sendall(bytes(range(256)) * 64)
    hanging = [call(stack, site) for _ in range(3)]
    for caller in hanging:
        caller.sendall(request("mails") * 200)
    half = call(stack, site)
    half.sendall(request("status")[:5])
    site.reply("lea", question, "1: Tools")
    site.new_mail("lea", THANKED)
    equal(site.status()["running"], True, "that the engine runs")
    site.stop()


if __name__ == "__main__":
    tap.run(globals())
