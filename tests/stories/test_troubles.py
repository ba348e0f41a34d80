"""What goes wrong with real mail servers, seen from a running engine: nothing is lost,
nothing is handled twice, and no password is told to strangers."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))

# pylint: disable=wrong-import-position
from town import Town  # first: it finds the modules of tests/servers
import tap
from authority import Authority
from strangers import Imap, Relay, Smtp, Stranger
from tap import BUILD, equal, holds, wait_for

LEA = {"id": "lea", "name": "Lea Leader", "email": "lea@example.org", "role": "leader"}
MAX = {"id": "max", "name": "Max Mentor", "email": "max@example.org", "role": "mentor"}
ASKED, THANKED = "What would you like to learn?", "Thank you for your topics"


def letter(number):
    return (f"From: Somebody <somebody@elsewhere.example>\r\nTo: mentoring@example.org\r\nSubject: Old mail {number}\r\n"
            f"Message-ID: <old{number}@elsewhere.example>\r\nDate: Mon, 1 Feb 2027 10:00:00 +0000\r\n\r\nHello.\r\n").encode()


def test_first_start_on_a_full_mailbox(stack):
    """The first start on a mailbox with 500 old mails handles none of them"""
    town = Town(stack, [LEA, MAX])
    town.dovecot.fill(town.program, [letter(n) for n in range(500)])
    town.start()
    lea = town.people["lea"]
    lea.reply(lea.new_mail(ASKED), "1: Tools")
    lea.new_mail(THANKED)
    equal(town.lines("held"), [], "mails that wait for a person")
    equal(flags_of(town, "$RotnemHandled"), 1, "mails marked on the server")


def flags_of(town, flag):
    client = town.dovecot.client(town.program)
    found = client.uid("SEARCH", "KEYWORD", flag)[1][0].split()
    client.logout()
    return len(found)


def test_bad_certificates(stack):
    """Servers with a wrong name or an unknown authority, and STARTTLS that fails: no login"""
    town = Town(stack, [LEA, MAX])
    unknown = Authority(town.folder / "unknown").issue("unknown")
    other = town.authority.issue("other", "DNS:mail.example.com")
    liars = []
    for certificate in (unknown, other):
        liars += [(Stranger(stack, Imap(), certificate, True), Stranger(stack, Smtp(), certificate), "certificate")]
    for imap, smtp, words in liars:
        town.configure(imap.port, smtp.port)
        town.start()
        wait_for("a try of each", lambda i=imap, s=smtp: i.visits > 0 and s.visits > 0)
        wait_for("a line about it", lambda w=words: town.engine_log().count(w) >= 2)
        town.stop()
        for stranger in (imap, smtp):
            stranger.settle()
            equal(stranger.heard.count(b"LOGIN") + stranger.heard.count(b"AUTH"), 0, "logins")
    plain = Stranger(stack, Imap(starttls=lambda line, tag, _: line.say(f"{tag} NO not today")))
    town.configure(plain.port, imap_settings='security = "starttls"')
    town.start()
    wait_for("a try", lambda: plain.visits > 0)
    wait_for("a line about it", lambda: "STARTTLS" in town.engine_log())
    town.stop()
    plain.settle()
    equal(plain.heard.count(b"LOGIN"), 0, "logins after a refused STARTTLS")
    town.configure()
    town.start()
    town.people["lea"].new_mail(ASKED)


def test_servers_restarted(stack):
    """Both servers are restarted in the middle of the work: one line each, nothing lost"""
    town = Town(stack, [LEA, MAX])
    lea = town.people["lea"]
    town.start()
    question = lea.new_mail(ASKED)
    town.postfix.stop()
    town.dovecot.stop()
    town.dovecot.start()
    town.postfix.start()
    lea.reply(question, "1: Tools")
    lea.new_mail(THANKED, 60)
    equal(lea.count(THANKED), 1, "receipts")
    equal(town.lines("held"), [], "mails that wait for a person")


def test_dead_network(stack):
    """A network that dies without a word is noticed; mail comes when it is back"""
    town = Town(stack, [LEA, MAX])
    relay = Relay(stack, town.dovecot.imaps)
    town.configure(imap_port=relay.port, imap_settings='idle = yes')
    lea = town.people["lea"]
    town.start()
    question = lea.new_mail(ASKED)
    relay.dead = True
    lea.reply(question, "1: Tools")
    wait_for("a line about the silence", lambda: "within 5 seconds" in town.engine_log(), 40)
    relay.dead = False
    lea.new_mail(THANKED, 90)
    equal(lea.count(THANKED), 1, "receipts")


def test_new_uidvalidity(stack):
    """A mailbox that is made anew: nothing is handled again, nothing is left out"""
    # The servers' time is the story's here, and it may be the middle of the night.
    town = Town(stack, [{**LEA, "hours": "Mon-Sun 00:00-24:00"}, MAX], begins=None)
    lea = town.people["lea"]
    town.dovecot.fill(town.program, [letter(n) for n in range(500)],
                      date='"01-Jan-2020 10:00:00 +0000"')
    town.start()
    question = lea.new_mail(ASKED)
    lea.reply(question, "1: Tools")
    lea.new_mail(THANKED)
    town.stop()
    town.dovecot.forget_uids(town.program)
    lea.reply(question, "1: Tools\n2: Habits")
    town.start()
    lea.new_mail(THANKED)
    lea.reply(question, "1: Tools\n2: Habits\n3: Words")
    lea.new_mail(THANKED)
    equal(lea.count(THANKED), 3, "receipts, one an answer")
    equal(town.lines("held"), [], "mails that wait for a person")


def test_mail_that_kills_its_reader(stack):
    """A mail that kills the reader is held; the mails before and behind it are handled"""
    town = Town(stack, [LEA, MAX, {"id": "kim", "name": "Kim Killer", "email": "kim@example.org", "role": "leader"}])
    lea, kim = town.people["lea"], town.people["kim"]
    town.start()
    to_lea, to_kim = lea.new_mail(ASKED), kim.new_mail(ASKED)
    town.stop()
    lea.reply(to_lea, "1: Before")
    kim.write(town.program, "This one kills its reader", "1: Nothing")
    kim.reply(to_kim, "1: Behind")
    town.start(preload=BUILD / "tests/stories/.libs/poison.so")
    lea.new_mail(THANKED, 60)
    kim.new_mail(THANKED, 60)
    held = wait_for("the held mail", lambda: town.lines("held"))
    equal(len(held), 1, "held mails")
    holds("reader" in held[0]["reason"], f"“{held[0]['reason']}” says what happened")
    equal((lea.count(THANKED), kim.count(THANKED)), (1, 1), "receipts")


if __name__ == "__main__":
    tap.run(globals())
