"""One provider of a plugin under a script's control: see host_driver.c."""

import datetime
import os
import pathlib
import subprocess

from tap import BUILD, equal

# What AddressSanitizer keeps of freed memory would look like growth.
ENVIRONMENT = {**os.environ, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=1"}


class Refused(Exception):
    """What a call of the provider gave: its error's code and sentence."""

    def __init__(self, code, message):
        super().__init__(f"{code}: {message}")
        self.code, self.message = code, message


class Driver:
    def __init__(self, stack, plugin, provides, **settings):
        self.lines = []
        words = [f"{name}={value}" for name, value in settings.items()]
        self.process = subprocess.Popen(
            [BUILD / "tests/servers/host_driver", BUILD / f".libs/{plugin}.so", provides, *words],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
        stack.callback(self.close)
        self.read_answer()

    def close(self):
        if self.process.poll() is None:
            self.process.stdin.close()
            try:
                equal(self.process.wait(10), 0, "exit status of the provider's process")
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process.stdout.close()

    def say(self, *words):
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()

    def read_answer(self):
        """The lines printed until the command's end."""
        self.lines = []
        for line in self.process.stdout:
            words = line.rstrip("\n").split(" ", 2)
            if words[0] == "ok":
                return self.lines
            if words[0] == "error":
                raise Refused(words[1], words[2])
            self.lines.append(line.rstrip("\n").split(" "))
        raise Refused("crash", f"the provider's process ended with {self.process.wait()}")

    def do(self, *words):
        self.say(*words)
        return self.read_answer()

    def cpu(self):
        """Seconds of CPU that the provider's process has used so far."""
        words = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")

    def of(self, kind):
        """The lines of one kind that the last command printed, also before an error."""
        return [line[1:] for line in self.lines if line[0] == kind]


class Source(Driver):
    """A source with the cursor that an engine would keep."""

    def __init__(self, stack, plugin, **settings):
        self.validity = self.uid = self.since = 0
        super().__init__(stack, plugin, "source", **settings)

    def poll(self):
        """New mails as (uid, received, size, sha256)."""
        try:
            self.do("poll", self.validity, self.uid, self.since)
        finally:
            mails = [tuple(map(int, m[:4])) + (m[4],) for m in self.of("mail")]
            for validity, uid in [m[:2] for m in mails] + [tuple(map(int, c)) for c in self.of("cursor")]:
                self.validity, self.uid = validity, uid
        return [m[1:] for m in mails]


class Transport(Driver):
    def __init__(self, stack, plugin, **settings):
        super().__init__(stack, plugin, "transport", **settings)

    def send(self, mails):
        """Mails are (row, sender, recipient, file). Verdicts by row, in order:
        (verdict, code, status, text). After an error they are in `verdicts` too."""
        for row, sender, recipient, path in mails:
            self.do("mail", row, sender or "-", recipient.replace("%", "%25").replace(" ", "%20")
                    .replace("\r", "%0D").replace("\n", "%0A"), path)
        try:
            self.do("send")
        finally:
            self.verdicts = {int(s[0]): (s[1], int(s[2]), s[3], " ".join(s[4:])) for s in self.of("sent")}
            self.sending = [int(s[0]) for s in self.of("sending")]
        return self.verdicts


class Calendar(Driver):
    """A provider of busy times; times are written "2026-04-01T10:00" in UTC."""

    def __init__(self, stack, plugin, **settings):
        super().__init__(stack, plugin, "calendar", **settings)

    def busy(self, address, start, end, calendar="-", zone="UTC"):
        """Spans as (start, end), or None when nothing is known; of all calendars together,
        as is `known`, and whether all could be read in `complete`."""
        self.known, self.complete = None, False
        self.do("busy", "7", address, calendar, zone, seconds(start), seconds(end))
        known = [tuple(map(instant, span)) for span in self.of("known")]
        if not known:
            return None
        self.known = max(start for start, _ in known), min(end for _, end in known)
        self.complete = not self.of("incomplete")
        return sorted(tuple(map(instant, span)) for span in self.of("busy"))


def refusal(calendar, *arguments, **named):
    """How a question about busy times fails: code and sentence."""
    try:
        spans = calendar.busy(*arguments, **named)
    except Refused as refused:
        return refused.code, refused.message
    raise AssertionError(f"it gave {spans!r}")


def seconds(written):
    return int(datetime.datetime.fromisoformat(written + "+00:00").timestamp())


def instant(number):
    return datetime.datetime.fromtimestamp(int(number), datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M")
