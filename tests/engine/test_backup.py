"""A backup of a running engine, and what becomes of it when it is restored: it mails nobody before somebody
releases it, and nobody gets twice what a copy shows to have left."""

import contextlib
import fcntl
import os
import pathlib
import shutil
import sqlite3
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import ASKED, THANKED, Site
import tap
from tap import equal, holds, wait_for

NOTHING_HAPPENS = 3  # seconds; mail is looked for each second


def back_up(site, name="backup", *options):
    folder = site.folder / name
    answer = site.ask("backup", *options, folder)
    equal((answer.returncode, answer.stdout, answer.stderr), (0, "", ""), "what rotnem backup says")
    return folder


def restore(site, backup):
    """As running.md has it: into an empty folder."""
    (site.folder / "state").rename(site.folder / f"lost{time.monotonic_ns()}")
    (site.folder / "state").mkdir(mode=0o700)
    for file in backup.iterdir():
        shutil.copy(file, site.folder / "state")


def sent(site):
    """Message-IDs of all mails that left, one for each time."""
    return sorted(mail["Message-ID"] for folder in (site.folder / "outgoing").iterdir() for mail in site.mailbox(folder.name))


def released(site, *options):
    answer = site.ask("release", *options)
    equal((answer.returncode, answer.stderr), (0, ""), "what rotnem release says")
    return answer.stdout


def close_outgoing(site):
    """Mail is written and does not leave."""
    (site.folder / "outgoing").write_text("no folder")


def open_outgoing(site):
    (site.folder / "outgoing").unlink()


def test_restored_backup_mails_nobody(stack):
    """A restored backup looks at no mailbox and mails nobody, however it is started, until it is released"""
    site = Site(stack)
    site.start()
    asked = site.new_mail("lea", ASKED)
    backup = back_up(site)
    site.stop()
    before = sent(site)
    restore(site, backup)
    site.reply("lea", asked, "1: Tools")
    holds("is the backup of 20" in site.once(days=1, status=75), "once says why it does nothing")
    site.start(days=20)
    time.sleep(NOTHING_HAPPENS)
    equal(sent(site), before, "mails that left")
    equal(len(list((site.folder / "incoming/new").iterdir())), 1, "mails that nobody looked at")
    holds(site.status()["on_hold"].startswith("is the backup of 20"), "status tells")
    for words in (["status"], ["status", "--check"]):
        holds("It is on hold until “rotnem release”: it is the backup of" in site.ask(*words).stdout, f"{words} tells people")
    site.stop()
    site.start(days=1)
    released(site)
    equal(site.status()["on_hold"], "", "what status tells then")
    site.new_mail("lea", THANKED)
    holds("released it" in site.log(), f"“{site.log()}” tells who released it")
    site.stop()
    site.start(days=1)
    equal(site.status()["on_hold"], "", "what status tells at the next start")
    site.stop()


def test_sent_meanwhile(stack):
    """What was to leave when the backup was taken is uncertain: a copy shows what did, the rest is sent with the same bytes"""
    site = Site(stack, leaders=("lea", "ann", "eve"))
    close_outgoing(site)
    site.start()
    wait_for("three mails that wait", lambda: site.status()["mails_queued"] == 3, 30)
    backup = back_up(site)
    open_outgoing(site)
    first = {name: site.new_mail(name, ASKED) for name in ("lea", "ann", "eve")}
    site.stop()
    (site.folder / "outgoing").rename(site.folder / "lost-outgoing")
    restore(site, backup)
    site.start(days=0.002)  # the first one took seconds to write them
    said = site.ask("release", "--list").stdout
    holds("3 mails wait; 3 of them were due and may have left already." in said, f"“{said}” counts them")
    holds(said.count(" ask-topics ") == 3 and "lea@example.org" in said, f"“{said}” lists them")
    eve = next(line["id"] for line in site.lines("mails") if line["to"] == "eve@example.org")
    equal(site.ask("release", "--drop", eve).returncode, 0, "exit status of --drop")
    equal(site.ask("release", "--drop", eve).returncode, 65, "exit status of --drop of what does not wait")
    equal(site.ask("release", "--drop", 0).returncode, 65, "exit status of --drop of what is no mail, which releases nothing")
    holds("2 mails may have left already" in released(site), "it tells how many are uncertain")
    equal({line["to"]: line["state"] for line in site.lines("mails")},
          {"lea@example.org": "uncertain", "ann@example.org": "uncertain", "eve@example.org": "withdrawn"}, "mails")
    site.deliver(f"From: mentoring@example.org\nMessage-ID: {first['lea']['Message-ID']}\nSubject: {ASKED}\n\nA copy\n".encode())
    wait_for("the copy's effect", lambda: site.status()["mails_uncertain"] == 1, 30)
    site.stop()
    site.start(days=0.1)
    again = site.new_mail("ann", ASKED)
    equal(again.as_bytes(), first["ann"].as_bytes(), "the mail to Ann")
    equal(sent(site), [first["ann"]["Message-ID"]], "mails that left since")
    site.stop()


def test_paused_on_the_wire(stack):
    """A mail that was paused while it was on the wire is uncertain once a copy is released, also without an engine"""
    site = Site(stack)
    close_outgoing(site)
    site.start()
    wait_for("a mail that waits", lambda: site.status()["mails_queued"] == 1, 30)
    site.stop()
    with contextlib.closing(sqlite3.connect(site.folder / "state/rotnem.db")) as store, store:
        store.execute("INSERT INTO lease (id, transport, progress) VALUES (7, 'outgoing', 'progress-outgoing')")
        store.execute("UPDATE outbox SET state = 1, lease = 7, halted = 1")
    restore(site, back_up(site))
    holds("1 mails may have left already" in released(site), "it tells how many are uncertain")
    equal([line["state"] for line in site.lines("mails")], ["uncertain"], "mails")


def test_tokens_of_another_life(stack):
    """A mail written after a restore has not the token that a lost mail about something else had"""
    site = Site(stack)
    site.start()
    asked = site.new_mail("lea", ASKED)
    backup = back_up(site)
    site.reply("lea", asked, "1: Tools")
    lost = site.new_mail("lea", THANKED)
    site.stop()
    restore(site, backup)
    holds("It is released." in released(site), "it is released without an engine")
    (site.folder / "outgoing").rename(site.folder / "lost-outgoing")
    for file in (site.folder / "incoming/cur").iterdir():  # as where handled mail is moved away and brought back
        file.rename(site.folder / "incoming/new" / (file.name.split(":")[0] + ".again"))
    site.start()
    found = site.new_mail("lea", THANKED)
    holds(found["Message-ID"] != lost["Message-ID"] and found["Reply-To"] != lost["Reply-To"], f"{found['Message-ID']} is new")
    site.stop()


def test_copy_of_the_folder(stack):
    """A copied state folder is known as one; of one that was moved on purpose what waits leaves at once"""
    site = Site(stack)
    close_outgoing(site)
    site.start()
    wait_for("a mail that waits", lambda: site.status()["mails_queued"] == 1, 30)
    site.stop()
    open_outgoing(site)
    state = site.folder / "state"
    shutil.copytree(state, site.folder / "copy")
    shutil.rmtree(state)
    (site.folder / "copy").rename(state)
    site.start()
    time.sleep(NOTHING_HAPPENS)
    holds(not (site.folder / "outgoing").exists(), "nothing left")
    holds(site.status()["on_hold"].startswith("is a copy, or was moved"), "status tells")
    released(site, "--moved")
    site.new_mail("lea", ASKED)
    site.stop()
    (site.folder / "state").rename(site.folder / "renamed")
    (site.folder / "renamed").rename(site.folder / "state")
    site.start()
    equal(site.status()["on_hold"], "", "what status tells of a folder that was only renamed")
    site.stop()
    with contextlib.closing(sqlite3.connect(state / "rotnem.db")) as store, store:
        store.execute("UPDATE meta SET value = ? WHERE name = 'home'", (str((state / "rotnem.db").stat().st_ino),))
    site.start()
    equal(site.status()["on_hold"], "", "what status tells where a newer kernel knows when the file was made")
    answer = site.ask("release")
    equal((answer.returncode, answer.stderr.count("\n")), (77, 1), "what release says where nothing is on hold")
    site.stop()


def check_copy(folder, mails):
    """All that the copy names is there, and is what came."""
    with contextlib.closing(sqlite3.connect(folder / "rotnem.db")) as store:
        equal(store.execute("PRAGMA integrity_check").fetchone()[0], "ok", "the copied database")
        places = store.execute("SELECT file, start, size FROM raw").fetchall()
    for file, start, size in places:
        raw = (folder / f"rotnem.db-mail-{file}").read_bytes()[start:start + size]
        holds(raw in mails, f"{raw!r} came")
    return len(places)


def test_backup_under_load(stack):
    """Backups of an engine to which mail comes are whole, each of one instant, and have the key unless it is left out"""
    site, mails = Site(stack), set()
    site.start()
    counts = []
    for part in range(3):
        for number in range(100):
            raw = f"From: a@example.net\nMessage-ID: <{part}.{number}@x>\nSubject: {part}.{number}\n\n{'x' * number}\n".encode()
            mails.add(raw)
            site.deliver(raw)
        folder = back_up(site, f"backup{part}", *(["--no-key"] if part == 2 else []))
        counts.append(check_copy(folder, mails))
        equal(sorted({file.name for file in folder.iterdir()} - {f"rotnem.db-mail-{n}" for n in range(1, 3)}),
              ["key", "rotnem.db"] if part < 2 else ["rotnem.db"], "files")
        equal({file.stat().st_mode & 0o077 for file in [folder, *folder.iterdir()]}, {0}, "rights of others")
    wait_for("all mails", lambda: len(site.lines("held", "--all")) == 300, 60)
    equal(check_copy(back_up(site, "last"), mails), 300, "mails in the last one")
    equal(counts, sorted(counts), "mails in those before")
    site.stop()


def test_backups_at_once(stack):
    """Of two backups into one folder the second is refused; what a killed one left is hidden, and gone behind the next"""
    site = Site(stack)
    site.once()
    partial = site.folder / ".backup.partial"
    partial.mkdir()
    (partial / "rotnem.db").write_text("left by one that was killed")
    (partial / "rotnem.db-mail-9").touch()
    lock = os.open(partial, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    answer = site.ask("backup", site.folder / "backup")
    equal((answer.returncode, answer.stderr.count("\n")), (75, 1), "exit status and lines beside another")
    holds("another backup is being written" in answer.stderr, f"“{answer.stderr}” tells why")
    holds((partial / "rotnem.db-mail-9").exists(), "the other one's files are there")
    os.close(lock)
    equal(sorted(file.name for file in back_up(site).iterdir()), ["key", "rotnem.db"], "files")
    holds(not partial.exists(), "nothing else is left")


def test_refused_backups(stack):
    """A backup before the first start, into a folder that is there, or of another version's database: a line each"""
    site = Site(stack)

    def refused(status, words, name="backup"):
        answer = site.ask("backup", site.folder / name)
        equal((answer.returncode, answer.stderr.count("\n")), (status, 1), f"exit status and lines of “{answer.stderr}”")
        holds(words in answer.stderr, f"“{answer.stderr}” tells “{words}”")
        holds(not list(site.folder.glob("*.partial")), "nothing half done is left")

    refused(75, "has not run here yet")
    site.once()
    back_up(site)
    refused(78, "File exists")
    refused(78, "File exists", "people.csv")
    refused(78, "No such file or directory", "nowhere/backup")
    (site.folder / "state/key").rename(site.folder / "key")
    refused(75, "The key cannot be copied", "keyless")
    (site.folder / "key").rename(site.folder / "state/key")
    (site.folder / "backup").rename(site.folder / "before")
    with contextlib.closing(sqlite3.connect(site.folder / "state/rotnem.db")) as store, store:
        version = store.execute("PRAGMA user_version").fetchone()[0]
        store.execute(f"PRAGMA user_version = {version - 1}")
    refused(78, f"it is of version {version - 1}")
    equal(site.ask("backup").returncode, 64, "exit status without a folder")


tap.run(globals())
