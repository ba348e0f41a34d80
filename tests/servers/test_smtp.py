"""The plugin "smtp" with a real Postfix that delivers to a real Dovecot."""

import email
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
import tap
from authority import Authority
from dovecot import Dovecot
from driver import Refused, Transport
from postfix import Postfix
from tap import equal, holds, make_folder, wait_for

PROGRAM, ADA, BEN = "program@example.org", "ada@example.org", "ben@example.org"
FULL, GONE = "full@example.org", "gone@example.org"


class House:
    def __init__(self, stack):
        self.stack = stack
        self.folder = make_folder(stack)
        self.authority = Authority(self.folder / "authority")
        people = [PROGRAM, ADA, BEN, FULL, GONE]
        self.dovecot = Dovecot(stack, self.folder / "dovecot", self.authority, people)
        self.postfix = Postfix(stack, self.folder / "postfix", self.authority, self.dovecot, people,
                               {FULL: "452 4.2.2 Mailbox full", GONE: "550 5.1.6 Moved away"})
        wait_for("the end of the probes", lambda: self.postfix.log().count(": disconnect from") >= 2)
        self.probes = self.postfix.log().count(": connect from")

    def transport(self, **settings):
        return Transport(self.stack, "smtp", **{
            "server": "localhost", "port": self.postfix.tls, "user": PROGRAM,
            "password": self.dovecot.password(PROGRAM), "ca_file": self.authority.certificate, **settings})

    def connections(self):
        """How many connections were made since the start of the test."""
        return self.postfix.log().count(": connect from") - self.probes

    def letter(self, number, text=b"Hello.\r\n"):
        path = self.folder / f"letter{number}"
        path.write_bytes(f"Message-ID: <{number}@example.org>\r\nSubject: {number}\r\n\r\n".encode() + text)
        return path

    def received(self, user, number):
        """The mails of a person, once there are so many."""
        def fetch():
            client = self.dovecot.client(user)
            uids = client.uid("SEARCH", "ALL")[1][0].split()
            mails = [email.message_from_bytes(client.uid("FETCH", uid, "(BODY[])")[1][0][1]) for uid in uids]
            client.logout()
            return mails if len(mails) >= number else None
        return wait_for(f"the arrival of {number} mails for {user}", fetch)


def test_every_kind_of_security(stack):
    """A mail leaves by TLS from the start, by STARTTLS, and in clear on this machine"""
    house = House(stack)
    ways = [{"port": house.postfix.tls, "security": "tls"},
            {"port": house.postfix.submission, "security": "starttls"},
            {"port": house.postfix.clear, "security": "none"}]
    for number, way in enumerate(ways):
        transport = house.transport(**way)
        transport.do("probe")
        verdicts = transport.send([(1, PROGRAM, ADA, house.letter(number))])
        equal(verdicts[1][:3], ("sent", 250, "2.0.0"), f"verdict by {way['security']}")
        holds("queued" in verdicts[1][3], "the server's words are told")
    equal(sorted(m["Subject"] for m in house.received(ADA, 3)), ["0", "1", "2"], "subjects")


def test_one_verdict_a_mail(stack):
    """Good, full, moved and unknown recipients in one lease: each has its own verdict"""
    house = House(stack)
    people = [ADA, FULL, GONE, "nobody@example.org", BEN, "someone@elsewhere.example"]
    transport = house.transport()
    letter = house.letter(1)
    verdicts = transport.send([(row, PROGRAM, person, letter) for row, person in enumerate(people)])
    equal([verdicts[row][:3] for row in range(5)],
          [("sent", 250, "2.0.0"), ("later", 452, "4.2.2"), ("refused", 550, "5.1.6"), ("refused", 550, "5.1.1"),
           ("sent", 250, "2.0.0")], "verdicts")
    equal(transport.sending, [0, 4, 5], "mails whose bytes left")
    equal(len(house.received(BEN, 1)), 1, "mails of Ben")


def test_mail_arrives_as_it_left(stack):
    """Dots, long lines, and what looks like the end of the mail arrive unchanged; CR and LF
    alone end a line"""
    house = House(stack)
    text = b".\r\n..\r\n.dot\r\nQUIT\r\n" + b"x" * 900 + b"\r\n\r\n.\r\n\r\nlast\r\n"
    long = (b"y" * 70 + b"\r\n") * 1000 + text + (b"z" * 70 + b"\r\n") * 1000
    ragged = b"one\ntwo\rthree\r\r\nfour\n.\nfive\r.\r\nsix"
    house.transport().send([(1, PROGRAM, ADA, house.letter(1, text)), (2, "", ADA, house.letter(2)),
                            (3, PROGRAM, ADA, house.letter(3, long)), (4, PROGRAM, ADA, house.letter(4, ragged))])
    mails = {m["Subject"]: m for m in house.received(ADA, 4)}
    equal(mails["1"].get_payload().encode(), text, "text")
    equal(mails["3"].get_payload().encode() == long, True, "that a text of 150 KB arrived as it left")
    equal(mails["4"].get_payload().encode(), b"one\r\ntwo\r\nthree\r\n\r\nfour\r\n.\r\nfive\r\n.\r\nsix\r\n", "ragged text")
    equal(mails["1"]["Return-Path"], f"<{PROGRAM}>", "envelope sender")
    equal(mails["2"]["Return-Path"], "<>", "envelope sender of a notice")


def test_many_mails_over_one_connection(stack):
    """200 mails leave over one connection, quickly, and each arrives once"""
    house = House(stack)
    transport = house.transport()
    start = time.monotonic()
    for lease in range(4):
        rows = range(lease * 50, lease * 50 + 50)
        verdicts = transport.send([(row, PROGRAM, ADA, house.letter(row)) for row in rows])
        equal({v[0] for v in verdicts.values()}, {"sent"}, "verdicts")
    holds(time.monotonic() - start < 20, "it took less than 20 seconds")
    equal(house.connections(), 1, "connections")
    subjects = sorted(int(m["Subject"]) for m in house.received(ADA, 200))
    equal(subjects, list(range(200)), "mails that arrived")


def test_plus_addresses_and_utf8(stack):
    """Plus addresses arrive; an address beyond ASCII is told as such"""
    house = House(stack)
    transport = house.transport()
    verdicts = transport.send([(1, PROGRAM, "ada+token123@example.org", house.letter(1)),
                               (2, PROGRAM, "jürgen@example.org", house.letter(2))])
    equal(verdicts[1][0], "sent", "verdict of a plus address")
    equal(verdicts[2][:3], ("refused", 550, "5.1.1"), "verdict of an unknown address in UTF-8")
    equal(house.received(ADA, 1)[0]["X-Original-To"] or house.received(ADA, 1)[0]["Delivered-To"],
          "ada+token123@example.org", "address of delivery")


def test_idle_connection(stack):
    """A connection that rests too long is made anew; a dead one is not trusted"""
    house = House(stack)
    transport = house.transport(idle="1 second")
    equal(transport.send([(1, PROGRAM, ADA, house.letter(1))])[1][0], "sent", "verdict")
    end = time.monotonic() + 1.1
    wait_for("a second", lambda: time.monotonic() > end)
    equal(transport.send([(2, PROGRAM, ADA, house.letter(2))])[2][0], "sent", "verdict after a rest")
    equal(house.connections(), 2, "connections")


def test_restart_of_the_server(stack):
    """A server that is restarted is an error once; nothing is lost and nothing sent twice"""
    house = House(stack)
    transport = house.transport()
    equal(transport.send([(1, PROGRAM, ADA, house.letter(1))])[1][0], "sent", "verdict")
    wait_for("delivery of the first mail", house.postfix.queue_is_empty)  # what it was stopped at it would deliver twice
    house.postfix.stop()
    sent, tries = 0, 0
    try:
        transport.send([(2, PROGRAM, ADA, house.letter(2))])
        raise AssertionError("a server that is not there took a mail")
    except Refused as error:
        equal(error.code, "retry", f"code of “{error.message}”")
        equal((transport.verdicts, transport.sending), ({}, []), "what is told of the mail")
    house.postfix.start()
    while not sent and tries < 3:
        tries += 1
        sent = transport.send([(2, PROGRAM, ADA, house.letter(2))])[2][0] == "sent"
    equal((sent, tries), (True, 1), "sent at the first try")
    equal(sorted(m["Subject"] for m in house.received(ADA, 2)), ["1", "2"], "mails that arrived")


def test_wrong_settings(stack):
    """A wrong password is a matter of settings; so is a name to greet with that is none"""
    house = House(stack)
    for settings, words in (({"password": "wrong"}, "login"), ({"helo": "two words"}, "helo")):
        try:
            house.transport(**settings).do("probe")
            raise AssertionError(f"{settings} worked")
        except Refused as error:
            equal(error.code, "config", f"code of “{error.message}”")
            holds(words in error.message, f"“{error.message}” says {words}")


if __name__ == "__main__":
    tap.run(globals())
