"""A small company with real mail servers, a Rotnem of its own, and a calendar that the
story turns: the servers live in the present, the engine and the people in the story's
time."""

import datetime
import json
import os
import re
import subprocess
import time

from authority import Authority
from dovecot import Dovecot
from people import Person
from postfix import Postfix
from tap import BUILD, SOURCE, end_group, equal, holds, make_folder, wait_for

CONFIG = """
state_dir = "state"
poll_every = "2 seconds"
program "reverse-mentoring" {{
	address = "{program}"
	coordinator = "{coordinator}"
	{program_settings}
}}
imap "mentoring" {{
	server = "localhost"
	port = {imap_port}
	user = "{program}"
	password = "{password}"
	ca_file = "{ca}"
	timeout = "5 seconds"
	watchdog = "5 seconds"
	{imap_settings}
}}
smtp "relay" {{
	server = "localhost"
	port = {smtp_port}
	security = "starttls"
	user = "{program}"
	password = "{password}"
	ca_file = "{ca}"
	timeout = "5 seconds"
	{smtp_settings}
}}
csv "people" {{
	file = "people.csv"
}}
"""

COLUMNS = ["id", "name", "email", "role", "level", "unit", "manager", "site", "zone", "hours", "language", "skills",
           "wishes"]

# A Monday morning.
BEGINNING = datetime.datetime(2027, 3, 1, 9, 0, tzinfo=datetime.timezone.utc)


class Town:
    def __init__(self, stack, people=(), begins=BEGINNING, domain="example.org"):
        """`people` are rows of the directory: dictionaries by column; the coordinator
        and the program have mailboxes too. The story begins then (None: today)."""
        self.stack = stack
        self.folder = make_folder(stack)
        self.program, self.coordinator_address = f"mentoring@{domain}", f"hr@{domain}"
        self.rows = [{"id": f"p{n}", "zone": "Europe/London", "hours": "Mon-Fri 09:00-17:00", "language": "en", **row}
                     for n, row in enumerate(people)]
        addresses = [self.program, self.coordinator_address] + [row["email"] for row in self.rows]
        self.authority = Authority(self.folder / "authority")
        self.dovecot = Dovecot(stack, self.folder / "dovecot", self.authority, addresses)
        self.postfix = Postfix(stack, self.folder / "postfix", self.authority, self.dovecot, addresses)
        self.people = {row["id"]: Person(self, row["name"], row["email"]) for row in self.rows}
        self.coordinator = Person(self, "Hanna HR", self.coordinator_address)
        self.site = self.folder / "site"
        self.site.mkdir()
        self.shift = int(begins.timestamp() - time.time()) if begins is not None else 0
        self.process, self.starts = None, 0
        stack.callback(self.stop)
        self.configure()

    # ---- the story's time

    def now(self):
        return datetime.datetime.fromtimestamp(time.time() + self.shift, datetime.timezone.utc)

    def travel(self, days=0, to=None):
        """Stops the engine and starts it again so many days later, or at that time: on a
        working day's morning, since nobody is mailed in their night."""
        self.stop()
        if to is None:
            to = (self.now() + datetime.timedelta(days=days)).replace(hour=10, minute=0)
        while to.weekday() > 4:
            to += datetime.timedelta(days=1)
        self.shift += int((to - self.now()).total_seconds())
        self.start()

    # ---- Rotnem

    def configure(self, imap_port=None, smtp_port=None, imap_settings="", smtp_settings="", program_settings=""):
        (self.site / "rotnem.conf").write_text(CONFIG.format(
            program=self.program, coordinator=self.coordinator_address, ca=self.authority.certificate,
            password=self.dovecot.password(self.program), imap_port=imap_port or self.dovecot.imaps,
            smtp_port=smtp_port or self.postfix.submission, imap_settings=imap_settings,
            smtp_settings=smtp_settings, program_settings=program_settings))
        lines = [",".join(COLUMNS)] + [",".join(str(row.get(c, "")) for c in COLUMNS) for row in self.rows]
        (self.site / "people.csv").write_text("\n".join(lines) + "\n")

    @staticmethod
    def environment():
        return {**os.environ, "ROTNEM_BUILD": str(BUILD), "ROTNEM_SOURCE": str(SOURCE),
                "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}

    def start(self, preload=""):
        self.starts += 1
        with (self.site / "log").open("a") as log:
            self.process = subprocess.Popen([BUILD / "rotnem", "run", "-c", self.site / "rotnem.conf",
                                             "--at", f"{self.now():%Y-%m-%dT%H:%M:%SZ}"],
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                                            env={**self.environment(), "LD_PRELOAD": str(preload)})
        wait_for("the start of Rotnem", self.is_up, 30)

    def is_up(self):
        if self.process.poll() is not None:
            raise AssertionError(f"rotnem run ended with {self.process.returncode}:\n{self.engine_log()}")
        return self.engine_log().count("rotnem runs with") == self.starts

    def stop(self):
        """Ends the engine as systemd would; it must end well, and nothing before may have
        been a matter for AddressSanitizer."""
        if self.process is None:
            return
        process, self.process = self.process, None
        end_group(process)
        equal(process.returncode, 0, "exit status of rotnem run")
        holds(not self.misuse(), f"no memory was misused:\n{self.engine_log()}")

    def misuse(self):
        """Reports of AddressSanitizer, but for those that a hostile server provokes within
        libetpan itself: they end a child that may die at any time, and say nothing of us."""
        reports = self.engine_log().split("==ERROR: ")[1:]
        return [report for report in reports if not re.search(r"#0 .*libetpan\.so", report.split("#1 ")[0])]

    def ask(self, *words):
        return subprocess.run([BUILD / "rotnem", *words, "-c", self.site / "rotnem.conf"], text=True,
                              capture_output=True, check=False, env=self.environment())

    def lines(self, *words):
        """What a list of `rotnem … --json` prints."""
        answer = self.ask(*words, "--json")
        if answer.returncode != 0:
            raise AssertionError(f"rotnem {' '.join(words)}: {answer.stderr}")
        return [json.loads(line) for line in answer.stdout.splitlines() if line]

    def engine_log(self):
        path = self.site / "log"
        return path.read_text() if path.exists() else ""
