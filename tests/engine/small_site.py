"""A small site without mail servers: mail comes in by a Maildir, leaves into Maildirs, and
the people, of the directory's table, are awake day and night."""

import contextlib
import datetime
import email
import email.policy
import json
import os
import shutil
import sqlite3
import subprocess
import threading
import time

from tap import BUILD, SOURCE, end_group, equal, holds, make_folder, wait_for

PROGRAM, COORDINATOR = "mentoring@example.org", "hr@example.org"
BEGINNING = datetime.datetime(2027, 3, 1, 9, 0, tzinfo=datetime.timezone.utc)  # a Monday
ASKED, THANKED = "What would you like to learn?", "Thank you for your topics"

CONFIG = """state_dir = "state"
poll_every = "1 second"
{top}
program "reverse-mentoring" {{
	address = "mentoring@example.org"
	coordinator = "hr@example.org"
}}
maildir "incoming" {{
	folder = "incoming"
}}
maildir-drop "outgoing" {{
	folder = "outgoing"
}}
"""

DIRECTORY = """csv "people" {
	file = "people.csv"
}
"""

SECOND = """program "second" {
	address = "second@example.org"
	coordinator = "hr@example.org"
}
"""

# A program of which the rest stands in the test.
POLICY = """local rotnem = require "rotnem"
local program = rotnem.program {
	name = "second", api = 1, title = "Second program",
	charter = { purpose = "To fail.", need = "Tests.", measure = "Failures.", ends = "2029-12-31" },
	roles = { mentor = "who teaches", leader = "who learns" },
}
"""

HEADER = "id,name,email,aliases,role,zone,hours,language\n"


class Site:
    def __init__(self, stack, leaders=("lea",), top="", policy=None, directory=DIRECTORY):
        """`policy` is the text behind POLICY of a second program, if there shall be one."""
        self.folder = make_folder(stack)
        self.process, self.starts, self.told, self.count = None, 0, [], 0
        for part in ("new", "cur", "tmp"):
            (self.folder / "incoming" / part).mkdir(parents=True)
        if policy is not None:
            top += f'scripts_dir = "scripts"\ntemplates_dir = "templates"\n{SECOND}'
            for part in ("scripts", "templates"):
                shutil.copytree(SOURCE / part, self.folder / part, copy_function=shutil.copyfile)
            shutil.copytree(self.folder / "templates/reverse-mentoring", self.folder / "templates/second")
            (self.folder / "scripts/second").mkdir()
            (self.folder / "scripts/second/second.lua").write_text(f"{POLICY}{policy}return program\n")
        self.config = self.folder / "rotnem.conf"
        self.config.write_text(CONFIG.format(top=top) + directory)
        self.table = self.folder / "people.csv"
        self.table.write_text(HEADER + "".join(self.row(name, "leader") for name in leaders) + self.row("max", "mentor"))
        stack.callback(self.kill)

    @staticmethod
    def row(name, role):
        return f"{name},{name.title()} Name,{name}@example.org,,{role},UTC,Mon-Sun 00:00-24:00,en\n"

    # ---- the engine

    def environment(self, preload=""):
        return {**os.environ, "ROTNEM_BUILD": str(BUILD), "ROTNEM_SOURCE": str(SOURCE), "LD_PRELOAD": str(preload),
                "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}

    def words(self, command, days):
        at = BEGINNING + datetime.timedelta(days=days)
        return [BUILD / "rotnem", command, "-c", self.config, "--at", f"{at:%Y-%m-%dT%H:%M:%SZ}"]

    def relay(self, port, connections=1):
        """Its mail leaves by SMTP to this port, and not into its own folder."""
        drop = 'maildir-drop "outgoing" {\n\tfolder = "outgoing"\n}'
        relay = (f'smtp "relay" {{\n\tserver = "127.0.0.1"\n\tport = {port}\n\tsecurity = "none"\n'
                 f"\tconnections = {connections}\n}}")
        text = self.config.read_text()
        assert drop in text
        self.config.write_text(text.replace(drop, relay))

    def once(self, days=0, status=0):
        """One cycle, so many days after the beginning."""
        answer = subprocess.run(self.words("once", days), text=True, capture_output=True, check=False, timeout=60,
                                env=self.environment())
        equal(answer.returncode, status, f"exit status of rotnem once, which said {answer.stderr!r}")
        return answer.stderr

    def start(self, days=0, preload=""):
        self.process = subprocess.Popen(self.words("run", days), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE, text=True, start_new_session=True,
                                        env=self.environment(preload))
        self.starts += 1
        threading.Thread(target=self.listen, args=(self.process.stderr,), daemon=True).start()
        wait_for("the start of Rotnem", self.is_up, 30)
        wait_for("a first look for mail", self.has_looked, 30)

    def listen(self, stream):
        for line in stream:
            self.told.append((time.monotonic(), line.rstrip("\n")))

    def log(self):
        return "\n".join(line for _, line in self.told)

    def is_up(self):
        if self.process.poll() is not None:
            raise AssertionError(f"rotnem run ended with {self.process.returncode}:\n{self.log()}")
        return self.log().count("rotnem runs with") == self.starts

    def has_looked(self):
        """What is there at the very first look counts as older than the start."""
        with contextlib.closing(sqlite3.connect(f"file:{self.folder}/state/rotnem.db?mode=ro", uri=True)) as store:
            return store.execute("SELECT count(*) FROM cursor").fetchone()[0] > 0

    def stop(self):
        process, self.process = self.process, None
        end_group(process)
        equal(process.returncode, 0, f"exit status of rotnem run, which said {self.log()}")

    def kill(self):
        if self.process is not None:
            process, self.process = self.process, None
            process.kill()
            process.wait()
            end_group(process, politely=False)

    # ---- asking it

    def ask(self, *words, preload=""):
        return subprocess.run([BUILD / "rotnem", *map(str, words), "-c", self.config], text=True, capture_output=True,
                              check=False, timeout=60, env=self.environment(preload))

    def lines(self, *words):
        answer = self.ask(*words, "--json")
        equal((answer.returncode, answer.stderr), (0, ""), f"rotnem {' '.join(words)}")
        return [json.loads(line) for line in answer.stdout.splitlines()]

    def status(self):
        return self.lines("status")[0]

    def children(self, role):
        return {child["title"]: child for child in self.status()["children"] if child["role"] == role}

    # ---- the people's mail

    def mailbox(self, name, subject=""):
        """The mails that somebody got, with these words in their subject."""
        folder = self.folder / "outgoing" / (name if "@" in name else f"{name}@example.org") / "new"
        files = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns) if folder.is_dir() else []
        mails = [email.message_from_bytes(file.read_bytes(), policy=email.policy.default) for file in files]
        return [mail for mail in mails if subject in mail["Subject"]]

    def new_mail(self, name, subject, seconds=30):
        try:
            return wait_for(f"a mail “{subject}” to {name}", lambda: self.mailbox(name, subject), seconds)[-1]
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.log()}") from error

    def reply(self, name, mail, text, subject=None):
        """Somebody answers a mail, or writes to where it says."""
        holds(mail["Reply-To"] is not None, "the mail says where to answer")
        self.count += 1
        sender = name if "@" in name else f"{name}@example.org"
        raw = (f"Return-Path: <{sender}>\nFrom: {sender}\nTo: {mail['Reply-To']}\n"
               f"Subject: {subject or 'Re: ' + mail['Subject']}\n"
               f"In-Reply-To: {mail['Message-ID']}\nMessage-ID: <{self.count}.{sender}>\nDate: Mon, 1 Mar 2027 10:00:00 +0000\n"
               f"Content-Type: text/plain; charset=utf-8\n\n{text}\n")
        self.deliver(raw.encode())

    def deliver(self, raw):
        """A mail as it is comes into the mailbox."""
        self.count += 1
        written = self.folder / "incoming/tmp" / f"{self.count}.{os.getpid()}"
        written.write_bytes(raw)
        written.rename(self.folder / "incoming/new" / written.name)


def until_both_said_yes(site):
    """Lea asked for a topic that Max teaches, and they want to meet: it is the 21st of March."""
    site.start()
    site.reply("lea", site.new_mail("lea", ASKED), "1: Tools")
    site.new_mail("lea", "Thank you for your topics")
    site.stop()
    site.start(days=11)
    site.reply("max", site.new_mail("max", "Could you teach"), "1")
    site.new_mail("max", "Thank you for offering")
    site.stop()
    site.start(days=20)
    for name, other in (("lea", "Max"), ("max", "Lea")):
        site.reply(name, site.new_mail(name, f"Would you like to meet {other}"), "YES")
