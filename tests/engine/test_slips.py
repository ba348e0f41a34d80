"""Slips and broken states: whatever is wrong, a command says so in one line that names the place,
and ends with the status of its kind."""

import contextlib
import os
import pathlib
import sqlite3
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import Site
import tap
from tap import BUILD, equal, holds

USAGE, DATA, LATER, REFUSED, CONFIG = 64, 65, 75, 77, 78


def told(site, status, words, *command):
    answer = site.ask(*command)
    equal((answer.returncode, answer.stdout), (status, ""), f"rotnem {' '.join(map(str, command))}, which said {answer.stderr!r}")
    equal(answer.stderr.count("\n"), 1, f"lines of {answer.stderr!r}")
    holds(words in answer.stderr, f"“{answer.stderr.strip()}” holds “{words}”")


def test_words_too_many(stack):
    """A word, or an option, that a command has no use for is told and nothing is done"""
    site = Site(stack)
    for command in ("run", "once", "status", "check"):
        told(site, USAGE, f"rotnem {command}: “extra” is too much", command, "extra")
    equal(sorted(path.name for path in site.folder.iterdir()), ["incoming", "people.csv", "rotnem.conf"], "what is in the folder")
    for command, option in (("people", "--all"), ("mails", "--all"), ("held", "--partial"), ("tasks", "--state=open")):
        told(site, USAGE, f"rotnem {command}: Unknown option {option.split('=')[0]}", command, option)
    for status, words, option in ((USAGE, "“extra” is too much", "extra"), (USAGE, "--seed is not negative", "--seed=-1"),
                                  (CONFIG, "/nowhere/reverse-mentoring: ", f"--templates={site.folder}/nowhere")):
        answer = subprocess.run([BUILD / "rotnem", "demo", option], cwd=site.folder, capture_output=True, text=True,
                                check=False, timeout=60)
        equal((answer.returncode, answer.stderr.count("\n")), (status, 1), f"rotnem demo {option}, which said {answer.stderr!r}")
        holds(words in answer.stderr, f"“{answer.stderr.strip()}” holds “{words}”")


def test_password_command(stack):
    """A command that gives no password now may do so later; one that is not there is a slip, as is all else"""
    site = Site(stack)
    site.relay(1)
    whole = site.config.read_text()
    for command in ("run", "once"):
        for status, password, words in ((LATER, "false", "the command “false” failed"), (CONFIG, "no-such-command", "cannot be run")):
            site.config.write_text(whole.replace("port = 1", f'port = 1\n\tuser = "x"\n\tpassword_command = "{password}"'))
            told(site, status, words, command)
        site.config.write_text(whole.replace("port = 1", 'port = x\n\tuser = "x"\n\tpassword_command = "false"'))
        equal(site.ask(command).returncode, CONFIG, f"exit status of rotnem {command} with a slip and without a password")


def test_unknown_records(stack):
    """What is not known is told, not shown as nothing"""
    site = Site(stack)
    site.once()
    told(site, DATA, "A mail has no state “quewed”; did you mean “queued”?", "mails", "--state", "quewed")
    for word in ("offer:99", "mail:99", "campaign:99"):
        told(site, DATA, f"rotnem why: “{word}” is no person, record or mail that is known here.", "why", word)
    told(site, DATA, "rotnem people: “eva@nowhere.example” is nobody's address here.", "people", "resume", "eva@nowhere.example")
    for word in (os.fsdecode(b"lea\xff@example.org"), "x" * 999):
        told(site, USAGE, "rotnem why: what is named is no text in UTF-8, or longer than 998 bytes", "why", word)
        told(site, USAGE, "rotnem people: what is named is no text in UTF-8, or longer than 998 bytes", "people", "resume", word)
    equal(site.ask("why", "campaign:1").returncode, 0, "exit status of what is known")


def test_two_blocks_of_one_mailbox(stack):
    """Two blocks that read one mailbox are told with both lines, by check and by run; other mailboxes stand side by side"""
    site = Site(stack)
    named = site.config.read_text().replace("@example.org\"\n}", "@example.org\"\n\tsource = \"incoming\"\n}")
    (site.folder / "link").symlink_to("incoming")
    imap = ('imap "{}" {{\n\tserver = "mail.example.org"\n\tuser = "ada"\n\tpassword = "x"\n'
            '\tmailbox = "{}"\n\tidle = {}\n}}\n')
    for second, names in (('maildir "second" {\n\tfolder = "link/"\n}\n', "folder"),
                          (imap.format("first", "INBOX", "yes") + imap.format("second", "INBOX", "no"), "server, port, user and mailbox")):
        site.config.write_text(named + second)
        line, = [number for number, text in enumerate(site.config.read_text().splitlines(), 1) if '"second" {' in text]
        for command in ("check", "run"):
            answer = site.ask(command)
            equal(answer.returncode, CONFIG, f"exit status of rotnem {command}, which said {answer.stderr!r}")
            holds(f"rotnem.conf:{line}: “second” reads the same mailbox as “" in answer.stdout + answer.stderr
                  and f": the same {names};" in answer.stdout + answer.stderr, f"{answer} tells it")
    site.config.write_text(named + imap.format("first", "INBOX", "yes") + imap.format("second", "Other", "yes"))
    equal(site.ask("check").returncode, 0, "exit status with two folders")


def test_broken_state(stack):
    """A state that cannot be used is told by its path, with the status of its kind"""
    site = Site(stack)
    site.once()
    store, key = site.folder / "state/rotnem.db", site.folder / "state/key"
    with contextlib.closing(sqlite3.connect(store)) as db:
        db.execute("PRAGMA journal_mode=DELETE")
    good, secret = store.read_bytes(), key.read_bytes()

    def refused(status, words):
        for command in (("status",), ("people",), ("once",), ("held", "dismiss", 1)):
            told(site, status, words, *command)
        answer = site.ask("check")
        equal(answer.returncode, CONFIG, "exit status of check")
        holds(words in answer.stderr, f"check says “{words}”: {answer.stderr}")

    store.write_bytes(os.urandom(8192))
    refused(DATA, f"{store}: file is not a database")
    store.write_bytes(good[:5000])
    refused(DATA, f"{store}: database disk image is malformed")
    store.write_bytes(good)
    with contextlib.closing(sqlite3.connect(store)) as db, db:
        db.execute("PRAGMA user_version = 99")
    refused(CONFIG, f"{store}: it is of version 99, made by a newer Rotnem")
    store.write_bytes(good)
    key.write_bytes(b"short")
    refused(DATA, f"{key}: this is not a key of Rotnem")
    key.unlink()
    refused(CONFIG, f"{key}: the key is missing")
    equal(key.exists(), False, "a key that was made for old answers")
    key.write_bytes(secret)
    site.once()
    (site.folder / "state").rename(site.folder / "old")
    (site.folder / "state").write_text("")
    refused(CONFIG, f"{site.folder}/state: Not a directory")


if __name__ == "__main__":
    tap.run(globals())
