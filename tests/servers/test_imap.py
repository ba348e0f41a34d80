"""The plugin "imap" with a real Dovecot."""

import hashlib
import imaplib
import pathlib
import resource
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
import tap
from authority import Authority
from dovecot import Dovecot
from driver import Refused, Source
from strangers import Relay
from tap import equal, holds, make_folder, wait_for

USER = "program@example.org"


class House:
    """A Dovecot with one mailbox, and sources that read it."""

    def __init__(self, stack):
        self.stack = stack
        self.folder = make_folder(stack)
        self.authority = Authority(self.folder / "authority")
        self.dovecot = Dovecot(stack, self.folder / "dovecot", self.authority, [USER])

    def source(self, **settings):
        return Source(self.stack, "imap", **{
            "server": "localhost", "port": self.dovecot.imaps, "user": USER,
            "password": self.dovecot.password(USER), "ca_file": self.authority.certificate, **settings})

    def fill(self, *mails, date=None):
        self.dovecot.fill(USER, mails, date=date)

    def flags(self, mailbox="INBOX"):
        """The flags of each mail, by UID."""
        client = self.dovecot.client(USER, mailbox)
        lines = client.uid("FETCH", "1:*", "(FLAGS)")[1]
        client.logout()
        return {int(line.split(b"UID ")[1].split()[0]): {f.decode() for f in imaplib.ParseFlags(line)}
                for line in lines if line}


def letter(number, size=0):
    head = f"Message-ID: <{number}@example.org>\r\nSubject: Mail {number}\r\n\r\n"
    return head.encode() + b"A line of the mail, 32 bytes..\r\n" * (size // 32)


def digests(mails):
    return [hashlib.sha256(mail).hexdigest() for mail in mails]


MANY = 2100  # more than one FETCH brings


def poll_to_a_pause(source):
    """Begins a long poll; the mails that came before the host was let to attend."""
    source.do("attentive")
    source.say("poll", source.validity, 0, 1)
    lines = []
    for line in source.process.stdout:
        words = line.split()
        if words[0] in ("attend", "ok", "error"):
            equal(words, ["attend"], "what ends the first part of the poll")
            return [words for words in lines if words[0] == "mail"]
        lines.append(words)
    raise AssertionError("the provider's process ended")


def test_marks_within_a_long_poll(stack):
    """Mails are marked while the rest of a full mailbox is on its way"""
    house = House(stack)
    house.fill(*map(letter, range(MANY)))
    source = house.source()
    first = poll_to_a_pause(source)
    equal(source.do("mark", first[0][1], "handled", "1-1000"), [], "lines of the mark")
    source.read_answer()
    equal([int(line[2]) for line in first] + [int(line[1]) for line in source.of("mail")], list(range(1, MANY + 1)),
          "mails in order")
    flags = house.flags()
    equal([uid for uid, found in flags.items() if "\\Seen" in found], list(range(1, 1001)), "mails that are marked")


def test_connection_lost_while_marking(stack):
    """A connection that is lost while the host attends ends the poll, which is tried again"""
    house = House(stack)
    house.fill(*map(letter, range(MANY)))
    relay = Relay(stack, house.dovecot.imaps)
    source = house.source(port=relay.port)
    first = poll_to_a_pause(source)
    relay.cut()
    for attempt in ("of the mark", "of the poll"):
        try:
            source.do("mark", first[0][1], "handled", "1-2") if attempt == "of the mark" else source.read_answer()
        except Refused as refused:
            equal(refused.code, "retry", f"error {attempt}")
        else:
            raise AssertionError(f"the end {attempt} is no error")
    source.validity, source.uid = int(first[-1][1]), int(first[-1][2])
    equal(len(source.poll()), MANY - len(first), "mails of the next poll")


def test_first_start_on_a_full_mailbox(stack):
    """The first start on a full mailbox brings nothing old in, and everything new"""
    house = House(stack)
    house.fill(*[letter(n) for n in range(20)])
    source = house.source()
    equal(source.poll(), [], "mails at the first start")
    holds(source.uid == 20, "the cursor stands behind the old mails")
    house.fill(letter(20), letter(21))
    equal([m[3] for m in source.poll()], digests([letter(20), letter(21)]), "new mails, byte for byte")
    equal(source.poll(), [], "mails when there are none")


def test_first_start_since(stack):
    """With a date the first start brings in what came since, and nothing before"""
    house = House(stack)
    now = int(time.time())
    for number, days in enumerate((5, 2.01, 1.99, 1, 3)):
        house.fill(letter(number), date=imaplib.Time2Internaldate(now - days * 86400))
    source = house.source()
    source.since = now - 2 * 86400
    mails = source.poll()
    equal([m[0] for m in mails], [3, 4], "UIDs")
    holds(abs(mails[1][1] - (now - 86400)) <= 1, "the time of receipt is right")
    source.since = 0
    equal(source.poll(), [], "mails at the next poll")


def test_starttls(stack):
    """STARTTLS to a real server"""
    house = House(stack)
    source = house.source(port=house.dovecot.imap, security="starttls")
    source.poll()
    house.fill(letter(1))
    equal(len(source.poll()), 1, "mails")


def test_two_thousand_mails(stack):
    """2,000 mails come in their order, each once, in ranges, and memory stays flat"""
    house = House(stack)
    source = house.source()
    source.poll()
    before = memory_of(source.process.pid)
    mails = [letter(n, 15000) for n in range(2000)]
    client = house.dovecot.client(USER)
    for mail in mails:
        client.append("INBOX", None, None, mail)
    found = source.poll()
    equal([m[3] for m in found], digests(mails), "mails, byte for byte")
    equal([m[0] for m in found], list(range(1, 2001)), "UIDs")
    commands = len(source.of("cursor"))
    holds(commands <= 2000 / 200, f"{commands} commands were enough")
    holds(memory_of(source.process.pid) - before < 5e6, "memory grew by less than 5 MB")


def memory_of(pid):
    pages = int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def test_gaps(stack):
    """Mails that others removed leave gaps that do no harm"""
    house = House(stack)
    source = house.source()
    source.poll()
    house.fill(*[letter(n) for n in range(10)])
    client = house.dovecot.client(USER)
    client.uid("STORE", "1,3,5:8,10", "+FLAGS", "\\Deleted")
    client.expunge()
    equal([m[0] for m in source.poll()], [2, 4, 9], "UIDs")


def test_huge_mail(stack):
    """A mail of more than 32 MB comes as its header, with a line for the operator"""
    house = House(stack)
    source = house.source()
    source.poll()
    house.fill(letter(1), letter(2, 34 * 1024 * 1024), letter(3))
    mails = source.poll()
    equal([m[3] for m in mails], digests([letter(1), letter(2), letter(3)]), "mails, the second without its text")
    holds(any("only its header" in " ".join(line) for line in source.of("log")), "a line was logged")


def test_flags_say_what_became_of_a_mail(stack):
    """Handled mails are seen, held ones flagged; saying so twice does no harm"""
    house = House(stack)
    house.fill(*[letter(n) for n in range(6)])
    source = house.source()
    source.poll()
    for _ in range(2):
        source.do("mark", source.validity, "handled", "1-2", "5-5")
        source.do("mark", source.validity, "held", "3-3")
    flags = house.flags()
    equal({uid for uid, f in flags.items() if {"\\Seen", "$RotnemHandled"} <= f}, {1, 2, 5}, "handled")
    equal({uid for uid, f in flags.items() if "\\Flagged" in f}, {3}, "held")
    source.do("mark", source.validity, "handled", "100-4294967295")
    source.do("mark", source.validity + 1, "handled", "4-4")
    equal(house.flags(), flags, "flags after marks of mails that are not there")


def test_folders_say_what_became_of_a_mail(stack):
    """Mails can be moved instead, into folders that are made when they are missing"""
    house = House(stack)
    house.fill(*[letter(n) for n in range(6)])
    source = house.source(handled="move:Archive/Rotnem", held="move:Look at these")
    source.poll()
    for _ in range(2):
        source.do("mark", source.validity, "handled", "1-2", "5-5")
        source.do("mark", source.validity, "held", "3-3")
    equal(set(house.flags()), {4, 6}, "UIDs that stayed")
    equal(len(house.flags('"Archive/Rotnem"')), 3, "mails handled")
    equal(len(house.flags('"Look at these"')), 1, "mails held")


def test_probe_of_folders(stack):
    """A probe tells of folders that are not there, and makes none"""
    house = House(stack)
    house.fill(letter(1))
    for _ in range(2):
        source = house.source(handled="move:Archive/Rotnem", held="move:INBOX")
        source.do("probe")
        told = [" ".join(words) for words in source.of("log")]
        equal(len(told), 1, f"lines of {told}")
        holds("handled: there is no folder “Archive/Rotnem” yet" in told[0], f"“{told[0]}” names setting and folder")


def test_nothing_is_marked(stack):
    """With "none" the mailbox stays as it is"""
    house = House(stack)
    house.fill(letter(1))
    source = house.source(handled="none", held="none")
    source.poll()
    source.do("mark", source.validity, "handled", "1-1")
    source.do("mark", source.validity, "held", "1-1")
    equal(house.flags()[1] - {"\\Recent"}, set(), "flags")


def test_idle_tells_at_once(stack):
    """A mail that comes during IDLE ends the wait at once"""
    house = House(stack)
    source = house.source()
    source.poll()
    start = time.monotonic()
    threading.Timer(0.5, house.fill, [letter(1)]).start()
    while not source.poll():
        source.do("wait", 20)
    holds(0.4 < time.monotonic() - start < 15, "the mail was known at once")


def test_waits_end(stack):
    """A wait ends after its time, or when the engine wants something"""
    house = House(stack)
    for idle in ("yes", "no"):
        source = house.source(idle=idle)
        source.poll()
        start = time.monotonic()
        source.do("wait", 1)
        holds(0.9 < time.monotonic() - start < 20, "a second passed")
        start = time.monotonic()
        source.say("wait", 100)
        source.say("poll", source.validity, source.uid, 0)
        source.read_answer()
        source.read_answer()
        holds(time.monotonic() - start < 50, "the next command ended the wait")


def test_dead_network(stack):
    """A network that dies without a word during IDLE is noticed, and mail comes after it"""
    house = House(stack)
    relay = Relay(stack, house.dovecot.imaps)
    source = house.source(port=relay.port, watchdog="1 second", timeout="1 second")
    source.poll()
    relay.dead = True
    start = time.monotonic()
    try:
        while True:
            source.do("wait", 1000)
            source.poll()
    except Refused as error:
        equal(error.code, "retry", "code")
    holds(time.monotonic() - start < 60, "it was noticed in time")
    house.fill(letter(1))
    relay.dead = False
    equal([m[0] for m in source.poll()], [1], "UIDs")


def test_restart_of_the_server(stack):
    """A server that is restarted is an error once, and then all goes on"""
    house = House(stack)
    source = house.source()
    source.poll()
    house.dovecot.stop()

    def failure():
        try:
            source.poll()
        except Refused as error:
            equal(error.code, "retry", f"code of “{error.message}”")
            return error.message
        return None

    wait_for("the end of the connection", failure)
    holds("no connection" in failure(), "the reason is named while there is no server")
    house.dovecot.start()
    house.fill(letter(1))
    equal([m[0] for m in source.poll()], [1], "UIDs")


def test_new_uidvalidity(stack):
    """A mailbox made anew: what bears our mark stays, what is new or unmarked comes"""
    house = House(stack)
    old = time.time() - 30 * 86400
    house.dovecot.fill(USER, [letter(n) for n in range(100)], date=imaplib.Time2Internaldate(old))
    source = house.source()
    source.poll()
    house.fill(*[letter(n) for n in range(100, 500)])
    equal(len(source.poll()), 400, "new mails")
    source.do("mark", source.validity, "handled", "101-495")
    before = source.validity
    source.close()
    house.dovecot.forget_uids(USER)
    house.fill(letter(500))
    again = house.source()
    again.validity, again.uid, again.since = before, source.uid, int(time.time())
    found = again.poll()
    holds(again.validity != before, "the mailbox has a new UIDVALIDITY")
    wanted = digests([letter(n) for n in range(495, 501)])
    missing = [d for d in wanted if d not in {m[3] for m in found}]
    equal(missing, [], "mails that were left out")
    holds(not {m[3] for m in found} & set(digests([letter(n) for n in range(100)])), "nothing from before the start")
    equal(again.poll(), [], "mails at the next poll")


def test_wrong_settings(stack):
    """A wrong password or mailbox is a matter of settings, and says so"""
    house = House(stack)
    for settings, words in (({"password": "wrong"}, "login"), ({"mailbox": "Nowhere"}, "mailbox")):
        try:
            house.source(**settings).poll()
            raise AssertionError(f"{settings} worked")
        except Refused as error:
            equal(error.code, "config", f"code of “{error.message}”")
            holds(words in error.message and "localhost" in error.message, f"“{error.message}” says what and where")
    for name, value in (("security", "ssl"), ("handled", "delete"), ("held", "move:"), ("port", "70000"),
                        ("mailbox", ""), ("server", "two words")):
        try:
            house.source(**{name: value})
            raise AssertionError(f"{name}={value} was taken")
        except Refused as error:
            equal(error.code, "config", f"code of “{error.message}”")
            holds(f"“{name}”" in error.message, f"“{error.message}” names the setting")


def test_odd_names(stack):
    """Quotes, backslashes and spaces in names and passwords reach the server as they are"""
    house = House(stack)
    user = 'o"dd\\ one'
    with (house.dovecot.folder / "users").open("a") as users:
        users.write('odd@example.org:pa"ss\\ word} {5}\n')
    client = house.dovecot.client(USER)
    client.create('"odd \\"folder\\""')
    equal(house.source(mailbox='odd "folder"').poll(), [], "mails")
    equal(house.source(user="odd@example.org", password='pa"ss\\ word} {5}').poll(), [], "mails")
    try:
        house.source(user=user).poll()
        raise AssertionError("a user that is not there may read")
    except Refused as error:
        equal(error.code, "config", f"code of “{error.message}”")


if __name__ == "__main__":
    tap.run(globals())
