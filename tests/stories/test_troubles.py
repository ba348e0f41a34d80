"""What goes wrong with real mail servers, seen from a running engine: nothing is lost,
nothing is handled twice, and no password is told to strangers."""

import base64
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from town import Town
import tap
from authority import Authority
from strangers import Gone, Imap, Relay, Smtp, Stranger
from tap import BUILD, equal, holds, wait_for

LEA = {"id": "lea", "name": "Lea Leader", "email": "lea@example.org", "role": "leader"}
MAX = {"id": "max", "name": "Max Mentor", "email": "max@example.org", "role": "mentor"}
# For stories in which the servers' time is that of the story: it may be night.
AWAKE = {**LEA, "hours": "Mon-Sun 00:00-24:00"}
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
    liars = [{"imap_port": Stranger(stack, Imap(), certificate, True)} for certificate in (unknown, other)]
    liars += [{"smtp_port": Stranger(stack, Smtp(), certificate)} for certificate in (unknown, other)]
    for number, liar in enumerate(liars, 1):
        (name, stranger), = liar.items()
        town.configure(**{name: stranger.port})
        town.start()
        wait_for("a try", lambda s=stranger: s.visits > 0)
        wait_for("a line about it", lambda n=number: town.engine_log().count("certificate") >= n)
        town.stop()
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
    """A network that dies without a word is noticed; mail comes within two minutes of its return"""
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
    lea.new_mail(THANKED, 120)
    equal(lea.count(THANKED), 1, "receipts")


def test_new_uidvalidity(stack):
    """A mailbox that is made anew: nothing is handled again, nothing is left out"""
    town = Town(stack, [AWAKE, MAX], begins=None)
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


def test_new_uidvalidity_of_handled_mail(stack):
    """500 mails that were handled, with and without a mark, are not handled again in a mailbox
    made anew, and none of 50 that came meanwhile is left out"""
    for marks in ("flag", "none"):
        town = Town(stack, [AWAKE, MAX], begins=None)
        town.configure(imap_settings=f'handled = "{marks}"\n\theld = "{marks}"')
        town.start()
        town.people["lea"].new_mail(ASKED)
        town.dovecot.fill(town.program, [letter(n) for n in range(500)])
        wait_for("500 mails handled", lambda town=town: len(town.lines("held", "--all")) == 500, 60)
        wait_for("all marked", lambda town=town: marks == "none" or unmarked(town) == 0, 60)
        town.stop()
        town.dovecot.forget_uids(town.program)
        town.dovecot.fill(town.program, [letter(n) for n in range(500, 550)])
        town.start()

        def handled(town=town):
            """How often each mail was handled; one that is known is set aside as a duplicate."""
            ids = [mail["message_id"] for mail in town.lines("held", "--all") if mail["reason"] != "duplicate"]
            return ids if len(set(ids)) >= 550 else None

        ids = wait_for("50 more handled", handled, 60)
        equal((len(ids), len(set(ids))), (550, 550), f"mails that were handled, different ones among them, with marks: {marks}")
        town.stop()


def unmarked(town):
    client = town.dovecot.client(town.program)
    found = client.uid("SEARCH", "UNFLAGGED", "UNSEEN")[1][0].split()
    client.logout()
    return len(found)


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
    town.start(preload=BUILD / "tests/lib/.libs/poison.so")
    lea.new_mail(THANKED, 60)
    kim.new_mail(THANKED, 60)
    held = wait_for("the held mail", lambda: town.lines("held"))
    equal(len(held), 1, "held mails")
    holds("reader" in held[0]["reason"], f"“{held[0]['reason']}” says what happened")
    equal((lea.count(THANKED), kim.count(THANKED)), (1, 1), "receipts")


def test_server_that_means_harm(stack):
    """A server that crashes, floods and starves its client does not stop the engine, which
    works again soon after the server does"""
    town = Town(stack, [AWAKE, MAX], begins=None)

    def end_in_literal(line, _tag, _words):
        line.send(b"* 1 FETCH (UID 9 BODY[]<0> {1000}\r\nSubject: half")
        raise Gone

    def one_fetch(*answers):
        """A server that finds a mail and answers so when it is asked for it."""
        return Imap(uid_search=lambda line, tag, _: line.say("* SEARCH 9", f"{tag} OK done"),
                    uid_fetch=lambda line, tag, _: [answer(line, tag) for answer in answers])

    def too_long(line, _tag):
        line.send(b"* 1 FETCH (UID 9 BODY[]<0> {104857600}\r\n")
        line.flood()

    harm = [Imap(select=lambda line, tag, _: line.say("* OK [PERMANENTFLAGS (", f"{tag} OK done")),
            Imap(greeting=lambda line: line.flood()),
            Imap(noop=end_in_literal, uid_search=end_in_literal),
            one_fetch(too_long),
            one_fetch(lambda line, tag: line.say("* 1 FETCH (UID 9 BODY[HEADER.FIELDS (", f"{tag} OK done")),
            Imap(greeting=lambda line: line.trickle()),
            Imap(greeting=lambda line: line.be_silent())]
    done = []

    def talk(line):
        if len(done) == len(harm):
            relay.pass_on(line)
        else:
            done.append(harm[len(done)])
            line.start_tls()
            done[-1](line)

    relay = Relay(stack, town.dovecot.imaps)
    stranger = Stranger(stack, talk, town.authority.issue("harm"))
    town.configure(imap_port=stranger.port)
    town.start()
    question = town.people["lea"].new_mail(ASKED)
    engine = town.process.pid
    wait_for("all kinds of harm", lambda: len(done) == len(harm), 120)
    town.people["lea"].reply(question, "1: Tools")
    town.people["lea"].new_mail(THANKED, 60)
    equal((town.process.pid, town.process.poll()), (engine, None), "the engine and its end")
    secret = town.dovecot.password(town.program)
    plain = base64.b64encode(f"\0{town.program}\0{secret}".encode())
    equal([form for form in (secret.encode(), plain) if form in stranger.clear], [], "passwords in clear")


def test_cut_behind_the_final_dot(stack):
    """A mail whose connection was cut behind the final dot is shown as uncertain, and sent
    again with the same bytes when nothing was heard of it"""
    town = Town(stack, [LEA, MAX])
    smtp = Smtp(offers=("PIPELINING", "STARTTLS", "AUTH PLAIN"))

    def cut_first(line, _lines):
        if len(smtp.mails) == 1:
            raise Gone
        line.say("250 2.0.0 taken")

    smtp.words["dot"] = cut_first
    stranger = Stranger(stack, smtp, town.authority.issue("cutter"))
    town.configure(smtp_port=stranger.port)
    town.start()
    mail = wait_for("the uncertain mail", lambda: [m for m in town.lines("mails") if m["state"] == "uncertain"])
    equal([m["to"] for m in mail], ["lea@example.org"], "recipients of uncertain mails")
    town.travel(days=1)
    wait_for("the mail sent again", lambda: [m["state"] for m in town.lines("mails")] == ["sent"])
    equal(len(smtp.mails), 2, "mails at the server")
    equal(smtp.mails[0], smtp.mails[1], "bytes of the mail, sent twice")


if __name__ == "__main__":
    tap.run(globals())
