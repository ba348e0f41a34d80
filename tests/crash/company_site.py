"""A company with a Maildir, a mail server that remembers, and people who answer at once."""

import dataclasses
import datetime
import email.utils
import json
import mmap
import os
import pathlib
import shutil
import signal
import subprocess
import threading
import time
from email.message import EmailMessage

from mailboxes import Maildir
from people import Event, body_of
from sink import POLICY, Sink
from tap import BUILD, SOURCE

PROGRAM = "mentoring@example.org"
PRELOADS = BUILD / "tests/crash/.libs"
SANITIZED = "#define RN_SANITIZERS 1" in (BUILD / "config.h").read_text(encoding="utf-8")

CONFIG = """
state_dir = "state"
poll_every = "1 second"
program "reverse-mentoring" {{
	address = "{program}"
	coordinator = "hr@example.org"
}}
{mailbox}
smtp "relay" {{
	server = "127.0.0.1"
	port = {port}
	security = "none"
	connections = {connections}
}}
csv "people" {{
	file = "people.csv"
}}
"""

BEGINNING = datetime.datetime(2027, 3, 1, 9, 0, tzinfo=datetime.timezone.utc)
HEADER = "id,name,email,role,level,unit,zone,hours,language,skills\n"


@dataclasses.dataclass
class Company:
    """The names of people by their ids, the table of the directory, and what people answer:
    by the words that a subject begins with, a function of who answers. They quote what they
    answer unless they are too many."""
    names: dict
    table: str
    answers: dict
    quotes: bool = True


@dataclasses.dataclass
class Chapter:
    """`mails` is the test's own list of what must arrive: who gets a mail with which
    words in its subject, once. `state` tells what must be so in the end."""
    name: str
    day: int
    mails: list
    state: object = lambda site: None


class Site:
    def __init__(self, folder, loop, company, before=None, cut=None, copies=False, mailbox=Maildir, connections=1):
        """A site in that folder, which continues the one of the folder `before`. With
        `copies` a copy of each mail that was sent comes into the polled mailbox; for `cut`
        see Sink."""
        self.folder, self.company, self.copies = pathlib.Path(folder), company, copies
        if before is not None:
            shutil.copytree(before, self.folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.mailbox = mailbox(self.folder, before)
        self.posted, self.answered, self.lock = 0, set(), threading.Lock()
        self.sink = Sink(loop, self.listen, cut)
        self.config, self.page = self.folder / "rotnem.conf", self.folder / "page"
        self.config.write_text(CONFIG.format(program=PROGRAM, port=self.sink.port, mailbox=self.mailbox.block,
                                             connections=connections))
        (self.folder / "people.csv").write_text(company.table)
        (self.folder / "boot").write_text("first")
        self.base, self.began, self.later = BEGINNING, time.monotonic(), 0
        self.process, self.starts = None, 0
        if before is not None and self.ask("release", "--moved").returncode not in (0, 75):  # 75: it did not run yet
            raise AssertionError("a copied site is not let go")

    def begin(self, chapter):
        self.base = BEGINNING + datetime.timedelta(days=chapter.day)
        self.began = time.monotonic()

    def now(self):
        """The story's time."""
        return self.base + datetime.timedelta(seconds=time.monotonic() - self.began, minutes=self.later)

    # ---- people

    def listen(self, taken):
        """What came is answered, once: people delete what they have twice."""
        with self.lock:
            if self.copies:
                self.post(taken.raw)
            if taken.key in self.answered or not taken.recipient.endswith("@example.org"):
                return
            self.answered.add(taken.key)
            who = taken.recipient.split("@")[0]
            for words, answer in self.company.answers.items():
                if taken.subject.startswith(words):
                    self.post(self.reply(who, taken, answer(who)))
            if taken.subject.endswith("your first meeting"):
                self.post(self.accept(who, taken.mail))

    def fields(self, who, to, subject):
        return {"From": f"{self.company.names[who]} <{who}@example.org>", "To": to, "Subject": subject,
                "Date": email.utils.format_datetime(self.now()),
                "Message-ID": f"<{self.posted}.{time.monotonic_ns()}@{who}.example.org>"}

    def reply(self, who, taken, text):
        fields = self.fields(who, taken.reply_to, f"Re: {taken.subject}")
        header = "".join(f"{name}: {value}\n" for name, value in fields.items())
        quoted = "".join(f"> {line}\n" for line in body_of(taken.mail).splitlines()) if self.company.quotes else ""
        return (f"{header}In-Reply-To: {taken.message_id}\nReferences: {taken.message_id}\nMIME-Version: 1.0\n"
                "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
                f"{text}\n\nOn 1 Mar 2027 at 10:00, Mentoring wrote:\n{quoted}").encode()

    def accept(self, who, mail):
        event = Event(mail)
        person = type("Person", (), {"town": self, "name": self.company.names[who], "address": f"{who}@example.org"})
        answer = EmailMessage(policy=POLICY)
        for name, value in self.fields(who, event.organizer(), f"Accepted: {mail['Subject']}").items():
            answer[name] = value
        answer.set_content("")
        answer.add_alternative(event.reply(person, "ACCEPTED").encode(), "text", "calendar",
                               params={"method": "REPLY", "charset": "utf-8"}, cte="base64")
        return answer.as_bytes()

    def post(self, raw):
        self.posted += 1
        self.mailbox.post(raw, self.posted, self.now().timestamp())

    # ---- Rotnem

    def command(self, word, words=()):
        """Engines count whole seconds: a start is far enough behind the one before for no
        clock to go back."""
        if word not in ("run", "once"):
            return [BUILD / "rotnem", word, *words, "-c", self.config]
        self.starts += 1
        at = self.now() + datetime.timedelta(seconds=3 * self.starts)
        return [BUILD / "rotnem", word, "-c", self.config, "--at", f"{at:%Y-%m-%dT%H:%M:%SZ}"]

    def start(self, word="run", trap=None, words=(), out=None):
        """Starts Rotnem; `trap` is what shall happen to it, see points.Kill. What it says goes
        into the file `out`, else into the log."""
        environment = {**os.environ, "ROTNEM_BUILD": str(BUILD), "ROTNEM_SOURCE": str(SOURCE),
                       "LD_PRELOAD": " ".join(f"{PRELOADS}/{name}.so" for name in getattr(trap, "preloads", ("killer",))),
                       "CRASH_BOOT": str(self.folder / "boot"),
                       "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}
        if trap is not None:
            self.page.write_bytes(bytes(mmap.PAGESIZE))
            environment |= {name: str(value) for name, value in trap.environment(self.page).items()}
        with (self.folder / "log").open("a") as log:
            self.process = subprocess.Popen(self.command(word, words), stdin=subprocess.DEVNULL, stdout=out or log, stderr=log,
                                            start_new_session=True, env=environment)
        return self.process

    def stop(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        self.process.wait(20)

    def close(self):
        if self.process is not None and self.process.poll() is None:
            self.stop(signal.SIGKILL)
        self.sink.close()

    def lose_power(self):
        """What a power cut leaves of the files of children, which never sync; the next start
        is another one of the computer."""
        for path in (self.folder / "state").glob("progress*"):
            path.write_bytes(b"")
        with (self.folder / "boot").open("a") as boot:
            boot.write("another")

    def words_of_page(self):
        """What the processes count in their shared page; see killer.c and failer.c."""
        return memoryview(self.page.read_bytes()).cast("I")

    def ask(self, *words):
        return subprocess.run([BUILD / "rotnem", *words, "-c", self.config], text=True, capture_output=True, check=False)

    def lines(self, *words):
        answer = self.ask(*words, "--json")
        if answer.returncode != 0:
            raise AssertionError(f"rotnem {' '.join(words)}: {answer.stderr}")
        return [json.loads(line) for line in answer.stdout.splitlines() if line]

    def status(self):
        """None while no engine answers."""
        answer = self.ask("status", "--json")
        status = json.loads(answer.stdout) if answer.returncode == 0 else {"running": False}
        return status if status["running"] else None

    def log(self):
        return (self.folder / "log").read_text()
