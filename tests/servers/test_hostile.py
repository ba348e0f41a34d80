"""Mail servers that mean harm: no byte of a password in clear, nothing taken for
protected that was not, an end to every wait. Both plugins, as loaded by the engine."""

import pathlib
import resource
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
import tap
from authority import Authority
from driver import Refused, Source, Transport
from strangers import Gone, Imap, Smtp, Stranger, mail_answer
from tap import equal, holds, make_folder

USER, PASSWORD = "program", "correct horse battery"
SECRETS = [b"correct", b"AHByb2dyYW0AY29ycmVjdCBob3JzZSBiYXR0ZXJ5", b"Y29ycmVjdCBob3JzZSBiYXR0ZXJ5"]


class Town:
    """What every test needs: folders, authorities, and certificates of many kinds."""

    def __init__(self, stack):
        self.stack = stack
        self.folder = make_folder(stack)
        self.good = Authority(self.folder / "good")
        self.certificate = self.good.issue("good")
        self.mail = self.folder / "mail"
        self.mail.write_bytes(b"Subject: hello\r\n\r\nHello.\r\n")

    def bad_certificates(self):
        stranger = Authority(self.folder / "stranger", "Nobody you know")
        false_authority = Authority(self.folder / "false")
        # A certificate for a server that signs others: not an authority.
        chain, key = self.good.issue("leaf")
        (false_authority.folder / "ca.pem").write_bytes(chain.read_bytes())
        (false_authority.folder / "ca.key").write_bytes(key.read_bytes())
        forged, forged_key = false_authority.issue("forged")
        forged.write_bytes(forged.read_bytes() + chain.read_bytes())
        return {
            "another host's name": self.good.issue("other", "DNS:mail.example.org"),
            "a name that only contains ours": self.good.issue("longer", "DNS:localhost.example.org"),
            "an unknown authority": stranger.issue("unknown"),
            "expired": self.good.issue("expired", starts=-30, ends=-1),
            "not valid yet": self.good.issue("early", starts=2, ends=30),
            "vouched for by itself": self.good.issue_to_itself("self"),
            "for clients only": self.good.issue("client", purpose="clientAuth"),
            "signed by one who may not sign": (forged, forged_key),
        }

    def source(self, stranger, **settings):
        return Source(self.stack, "imap", **self.settings(stranger, settings))

    def transport(self, stranger, **settings):
        return Transport(self.stack, "smtp", **self.settings(stranger, settings))

    def settings(self, stranger, more):
        return {"server": "localhost", "port": stranger.port, "user": USER, "password": PASSWORD,
                "ca_file": self.good.certificate, "timeout": "1 second", "security": "none", **more}

    def imap(self, certificate=None, tls=False, **words):
        return Stranger(self.stack, Imap(**words), certificate or self.certificate, tls)

    def smtp(self, certificate=None, tls=False, **words):
        return Stranger(self.stack, Smtp(**words), certificate or self.certificate, tls)


def refused(call, code="retry", words="", seconds=30):
    """The sentence of the error that the call must end with, in time."""
    start = time.monotonic()
    try:
        found = call()
    except Refused as error:
        equal(error.code, code, f"code of “{error.message}”")
        holds(words in error.message, f"“{error.message}” says “{words}”")
        holds(time.monotonic() - start < seconds, f"it took less than {seconds} seconds")
        return error.message
    raise AssertionError(f"nothing was refused: {found!r}")


def nothing_leaked(*strangers):
    for stranger in strangers:
        stranger.settle()
        for secret in SECRETS:
            equal(stranger.heard.count(secret), 0, f"times that {secret} was told")


def test_bad_certificates(stack):
    """Eight kinds of bad certificates, by IMAP and SMTP, at once and by STARTTLS: no login"""
    town = Town(stack)
    for kind, certificate in town.bad_certificates().items():
        for security in ("tls", "starttls"):
            imap = town.imap(certificate, security == "tls")
            smtp = town.smtp(certificate, security == "tls")
            try:
                refused(town.source(imap, security=security).poll, words="certificate")
                refused(lambda: town.transport(smtp, security=security).do("probe"), words="certificate")
            except AssertionError as error:
                raise AssertionError(f"{kind}, {security}: {error}") from error
            holds(imap.visits > 0 and smtp.visits > 0, "both servers were asked")
            nothing_leaked(imap, smtp)


def test_good_certificate_control(stack):
    """The same servers with a good certificate get the login, and only in TLS"""
    town = Town(stack)
    for security in ("tls", "starttls"):
        imap, smtp = town.imap(tls=security == "tls"), town.smtp(tls=security == "tls")
        equal(town.source(imap, security=security).poll(), [], "mails")
        town.transport(smtp, security=security).do("probe")
        for stranger in (imap, smtp):
            holds(any(secret in stranger.heard for secret in SECRETS), "the login was told")
            equal([s for s in SECRETS if s in stranger.clear], [], "secrets in clear")


def test_certificate_of_an_address(stack):
    """A server named by its address is verified by its address"""
    town = Town(stack)
    town.source(town.imap(tls=True), server="127.0.0.1", security="tls").poll()
    stranger = town.imap(town.good.issue("named", "DNS:localhost"), tls=True)
    refused(town.source(stranger, server="127.0.0.1", security="tls").poll, words="certificate")
    nothing_leaked(stranger)


def test_starttls_is_stripped(stack):
    """STARTTLS refused, not offered, or answered with rubbish: no login"""
    town = Town(stack)
    strangers = [
        town.imap(starttls=lambda line, tag, _: line.say(f"{tag} NO not today")),
        town.imap(starttls=lambda line, tag, _: line.say(f"{tag} BAD what?")),
        town.imap(starttls=lambda line, tag, _: line.say(f"{tag} OK done", "rubbish instead of TLS")),
        town.imap(starttls=lambda line, tag, _: line.say("* BYE bye")),
    ]
    for stranger in strangers:
        refused(town.source(stranger, security="starttls").poll)
    mail_strangers = [
        town.smtp(offers=("PIPELINING", "AUTH PLAIN LOGIN")),
        town.smtp(starttls="454 4.7.0 not now"),
        town.smtp(starttls="501 5.5.4 no"),
    ]
    for stranger in mail_strangers:
        refused(lambda s=stranger: town.transport(s, security="starttls").do("probe"), words="STARTTLS")
    nothing_leaked(*strangers, *mail_strangers)


def test_wrong_security(stack):
    """TLS on a port for STARTTLS, and the reverse: told at once, or after the silence, with what to change"""
    town = Town(stack)
    for kind, meet, greeting in ((town.imap, town.source, "* OK ready"), (town.smtp, town.transport, "220 ready")):
        clear = kind(greeting=lambda line, words=greeting: (line.say(words), line.be_silent()))
        protected = kind(tls=True)
        said = refused(lambda: meet(clear, security="tls", timeout="30 seconds").do("probe"), words="“security” must be “starttls”")
        equal(said.count("\n"), 0, "line ends")
        refused(lambda: meet(protected, security="starttls").do("probe"), words="“security” must be “tls”")
        nothing_leaked(clear, protected)
    slow = town.imap(greeting=lambda line: line.be_silent())
    refused(lambda: town.source(slow, security="tls").do("probe"), words="no answer within 1 seconds.")


def test_starttls_injection(stack):
    """Words put behind the agreement to STARTTLS are not taken for protected ones"""
    town = Town(stack)
    imap = town.imap(starttls=lambda line, tag, _: (
        line.say(f"{tag} OK done", "* CAPABILITY IMAP4rev1", "2 OK logged in"), line.start_tls()))
    smtp = town.smtp(starttls=lambda line, _: (line.say("220 go", "250 here"), line.start_tls()))
    refused(town.source(imap, security="starttls").poll, words="STARTTLS")
    refused(lambda: town.transport(smtp, security="starttls").do("probe"), words="put behind the agreement")
    nothing_leaked(imap, smtp)


def test_preauth_in_clear(stack):
    """A greeting in clear that claims we are logged in already"""
    town = Town(stack)
    stranger = town.imap(greeting="* PREAUTH welcome back")
    refused(town.source(stranger, security="starttls").poll, words="PREAUTH")
    refused(town.source(stranger, security="none").poll, words="PREAUTH")
    nothing_leaked(stranger)


def test_clear_text_is_for_this_machine(stack):
    """Without encryption only servers on this machine are spoken to"""
    settings = {"server": "192.0.2.1", "user": USER, "password": PASSWORD, "security": "none"}
    refused(Source(stack, "imap", **settings).poll, "config", "this machine only")
    refused(lambda: Transport(stack, "smtp", **settings).do("probe"), "config", "this machine only")


def test_silence(stack):
    """Servers that say nothing, at the greeting, at the login, within TLS"""
    town = Town(stack)
    for stranger in (Stranger(stack, lambda line: line.be_silent()),
                     town.imap(login=lambda line, tag, _: line.be_silent())):
        refused(town.source(stranger).poll, words="within 1 seconds")
    silent = Stranger(stack, lambda line: line.be_silent())
    refused(town.source(silent, security="tls").poll, words="within 1 seconds")
    refused(lambda: town.transport(silent).do("probe"), words="within 1 seconds")
    refused(lambda: town.transport(silent, security="tls").do("probe"), words="within 1 seconds")


def test_trickle(stack):
    """Servers that say one byte at a time and never end"""
    town = Town(stack)
    stranger = Stranger(stack, lambda line: line.trickle())
    refused(town.source(stranger).poll, words="within 1 seconds")
    refused(lambda: town.transport(stranger).do("probe"), words="within 1 seconds")

    def trickle_in_literal(line, _tag, _words):
        line.send(b"* 1 FETCH (UID 5 BODY[]<0> {30000000}\r\n")
        line.trickle()

    source = town.source(town.imap(uid_search=lambda line, tag, _: line.say("* SEARCH 5", f"{tag} OK done"),
                                   uid_fetch=trickle_in_literal))
    source.validity = 7
    refused(source.poll, words="within 1 seconds")


def peak_of_children():
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024


def test_endless_lines(stack):
    """Lines without an end, and answers without an end, fill no memory"""
    town = Town(stack)
    strangers = [
        Stranger(stack, lambda line: line.flood()),
        town.imap(select=lambda line, tag, _: line.flood()),
        town.imap(login=lambda line, tag, _: line.flood(b"* OK more\r\n" * 5000)),
    ]
    for stranger in strangers:
        refused(town.source(stranger, timeout="60 seconds").poll, words="too long", seconds=50)
    for stranger in (Stranger(stack, lambda line: line.flood()),
                     town.smtp(ehlo=lambda line, _: line.flood(b"250-more\r\n" * 5000))):
        refused(lambda s=stranger: town.transport(s, timeout="60 seconds").do("probe"), words="too long", seconds=50)


def source_with_mails(town, *uids, **words):
    """A source that has seen UID 0, at a server that finds these UIDs."""
    found = " ".join(map(str, uids))
    stranger = town.imap(uid_search=lambda line, tag, _: line.say(f"* SEARCH {found}", f"{tag} OK done"), **words)
    source = town.source(stranger)
    source.validity = 7
    return source


def test_literal_of_100_megabytes(stack):
    """A mail of 100 MB where 32 were asked for is not taken"""
    town = Town(stack)

    def send_too_much(line, tag, _words):
        line.send(b"* 1 FETCH (UID 5 BODY[]<0> {104857600}\r\n")
        for _ in range(1600):
            line.send(b"x" * 65536)
        line.say(")", f"{tag} OK done")

    source = source_with_mails(town, 5, uid_fetch=send_too_much)
    refused(source.poll, words="too long")
    source.close()
    holds(peak_of_children() < 120e6, "the process stayed below 120 MB")


def test_end_within_a_literal(stack):
    """A connection that ends within a mail is an error at once, and costs no CPU"""
    town = Town(stack)

    def hang_up(line, _tag, _words):
        line.send(b"* 1 FETCH (UID 5 BODY[]<0> {1000}\r\nSubject: half")
        raise Gone

    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    source = source_with_mails(town, 5, uid_fetch=hang_up)
    refused(source.poll, words="closed the connection")
    equal(source.of("mail"), [], "mails")
    source.close()
    holds(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 0.5, "it cost less than half a second")


MALFORMED = [
    "* 1 FETCH", "* 1 FETCH (", "* 1 FETCH (UID", "* 1 FETCH (UID 5 BODY[] {", "* 1 FETCH (UID 5 BODY[] {-1}",
    "* 1 FETCH (UID 5 BODY[] {99999999999999999999}", "* 1 FETCH (UID 5 BODY[", "* 1 FETCH ()",
    "* 1 FETCH (UID 5 BODY[HEADER.FIELDS (", "* 1 FETCH (ENVELOPE (((((", "* FETCH", "*", "", "+", "+ go on",
    "* 1 FETCH (UID 5 INTERNALDATE \"99-Foo-0000 99:99:99 +9999\" BODY[] \"x\")",
    "* 1 FETCH (UID 5 BODYSTRUCTURE " + "(" * 500, "* 1 FETCH (FLAGS (\\Seen", "\0\0\0\0", "* OK [", "* OK [UIDNEXT",
    "* OK [CAPABILITY", "* CAPABILITY", "* SEARCH 1 2 x", "* LIST (", "* STATUS INBOX (", "* VANISHED (EARLIER) 1:",
]


def test_malformed_answers(stack):
    """Malformed answers to FETCH: an error or nothing, never a wrong mail"""
    town = Town(stack)
    for malformed in MALFORMED:
        source = source_with_mails(
            town, 5, uid_fetch=lambda line, tag, _, text=malformed: line.say(text, f"{tag} OK done"))
        try:
            source.poll()
        except Refused as error:
            holds(error.code in ("retry", "crash"), f"“{malformed}” is a matter of the connection: {error}")
        for mail in source.of("mail"):
            equal((mail[1], mail[3]), ("5", "1"), f"the mail from “{malformed}”")
        source.close()


def test_permanentflags_without_end(stack):
    """A PERMANENTFLAGS that libetpan cannot read ends the child at worst, not the login"""
    town = Town(stack)
    stranger = town.imap(select=lambda line, tag, _: line.say("* OK [PERMANENTFLAGS (", f"{tag} OK done"))
    try:
        town.source(stranger).poll()
    except Refused as error:
        holds(error.code in ("retry", "crash"), f"it is a matter of the connection: {error}")


def test_huge_uids(stack):
    """UIDs beyond 32 bits are nobody's mail"""
    town = Town(stack)

    def answer(line, tag, _words):
        for uid in (2**32 + 5, 2**64 + 6, 5, 2**32 - 1):
            line.say(mail_answer(1, uid, b"Subject: %d\r\n\r\n" % uid))
        line.say(f"{tag} OK done")

    source = source_with_mails(town, 5, 2**32 - 1, 2**32 + 7, 2**64 + 8, uid_fetch=answer)
    source.uid = 4
    uids = [mail[0] for mail in source.poll()]
    holds(all(4 < uid < 2**32 for uid in uids), f"{uids} are UIDs")
    equal(uids, sorted(set(uids)), "UIDs, each once and rising")


def test_mails_nobody_asked_for(stack):
    """Only the mails that were asked for are taken, in rising order, each once"""
    town = Town(stack)

    def answer(line, tag, words):
        first = int(words[2].split(":")[0].split(",")[0])
        for uid in (1, 9, first, first, 8):
            line.say(mail_answer(1, uid, b"Subject: %d\r\n\r\n" % uid))
        line.say(f"{tag} OK done")

    source = source_with_mails(town, 3, 5, uid_fetch=answer)
    source.uid = 2
    equal([mail[0] for mail in source.poll()], [3, 5], "UIDs")


def test_answers_out_of_turn(stack):
    """BYE, a wrong tag, NO where OK was due: an error each, and the next try works"""
    town = Town(stack)
    answers = [lambda line, tag, _: line.say("* BYE going down"), lambda line, tag, _: line.say("999 OK"),
               lambda line, tag, _: line.say(f"{tag} BAD what")]
    for bad in answers:
        queue = [bad]
        source = source_with_mails(town, 5, 6, uid_fetch=lambda line, tag, words, q=queue: (
            q.pop()(line, tag, words) if q else line.say(
                mail_answer(1, 5, b"A: b\r\n\r\n"), mail_answer(2, 6, b"A: c\r\n\r\n"), f"{tag} OK done")))
        refused(source.poll)
        equal([mail[0] for mail in source.poll()], [5, 6], "UIDs at the next try")


def asked_for(words):
    """The UIDs of a UID FETCH."""
    return [n for part in words[2].split(",") for n in range(int(part.split(":")[0]), int(part.split(":")[-1]) + 1)]


def test_unreadable_mail(stack):
    """A mail that the server cannot read does not keep back the others"""
    town = Town(stack)

    def answer(line, tag, words):
        for uid in asked_for(words):
            if uid == 4:
                line.say(f"{tag} NO [SERVERBUG] cannot read")
                return
            line.say(mail_answer(1, uid, b"Subject: %d\r\n\r\n" % uid))
        line.say(f"{tag} OK done")

    source = source_with_mails(town, 3, 4, 5, 6, uid_fetch=answer)
    equal([mail[0] for mail in source.poll()], [3, 5, 6], "UIDs")
    holds(any("mail 4" in " ".join(line) for line in source.of("log")), "the operator is told")


def test_mails_that_went_away(stack):
    """Of many mails that are gone when they are fetched, each costs a few of the others a second way, not all behind it"""
    town = Town(stack)
    sent = []

    def answer(line, tag, words):
        there = [uid for uid in asked_for(words) if uid % 4 != 0]
        sent.extend(there)
        line.say(*[mail_answer(1, uid, b"Subject: %d\r\n\r\n" % uid) for uid in there], f"{tag} OK done")

    source = source_with_mails(town, *range(1, 801), uid_fetch=answer)
    left = [uid for uid in range(1, 801) if uid % 4 != 0]
    equal([mail[0] for mail in source.poll()], left, "UIDs")
    holds(len(sent) < 10 * len(left), f"{len(left)} mails took less than ten times as many answers: {len(sent)}")


def test_login_that_fails_for_now(stack):
    """A login refused for now is tried again; one refused for good is a matter of settings"""
    town = Town(stack)
    now = town.imap(login=lambda line, tag, _: line.say(f"{tag} NO [UNAVAILABLE] try later"))
    refused(town.source(now).poll, "retry", "try later")
    ever = town.imap(login=lambda line, tag, _: line.say(f"{tag} NO [AUTHENTICATIONFAILED] wrong"))
    refused(town.source(ever).poll, "config", "wrong")
    refused(lambda: town.transport(town.smtp(auth="454 4.7.0 later")).do("probe"), "retry", "later")
    refused(lambda: town.transport(town.smtp(auth="535 5.7.8 wrong")).do("probe"), "config", "wrong")


def test_idle_of_the_dead(stack):
    """A server that says nothing more during IDLE is noticed by the watchdog"""
    town = Town(stack)
    stranger = town.imap(idle=lambda line, tag, _: (line.say("+ idling"), line.be_silent()))
    source = town.source(stranger, watchdog="1 second")
    source.poll()
    refused(lambda: source.do("wait", 1000), words="within 1 seconds")
    equal(source.poll(), [], "mails over a new connection")


# ---- What a mail server may do to a mail that leaves -------------------------------


def send(town, stranger, n=1, **settings):
    """Verdicts of n mails, with or without an error."""
    transport = town.transport(stranger, **settings)
    try:
        transport.send([(row, "program@here", f"p{row}@there", town.mail) for row in range(1, n + 1)])
    except Refused as error:
        equal(error.code, "retry", f"code of “{error.message}”")
    return transport


def hang_up(*_):
    raise Gone


def test_cut_after_the_final_dot(stack):
    """A connection that dies behind the final dot leaves that mail uncertain, no other"""
    town = Town(stack)
    for offers in (("PIPELINING",), ("SIZE 0",)):
        transport = send(town, town.smtp(offers=offers, dot=hang_up), 3, user="")
        equal({row: v[0] for row, v in transport.verdicts.items()}, {1: "uncertain"}, "verdicts")
        equal(transport.sending, [1], "mails whose bytes left")


def test_cut_300_times(stack):
    """300 connections that die somewhere behind the final dot: sent or uncertain, never lost"""
    town = Town(stack)
    smtp = Smtp(offers=("PIPELINING",))
    answers = [b"", b"2", b"250", b"250 2.0.0 ta", b"250 2.0.0 taken\r", b"250 2.0.0 taken\r\n"]

    def answer_and_cut(line, _lines):
        line.send(answers[len(smtp.mails) % len(answers)])
        raise Gone

    smtp.words["dot"] = answer_and_cut
    transport = town.transport(Stranger(stack, smtp), user="")
    verdicts = []
    for row in range(300):
        try:
            transport.send([(row, "program@here", "a@there", town.mail)])
        except Refused as error:
            equal(error.code, "retry", f"code of “{error.message}”")
        verdicts.append(transport.verdicts[row][0])
        whole = answers[(row + 1) % len(answers)].endswith(b"\n")
        equal(verdicts[-1], "sent" if whole else "uncertain", f"verdict of mail {row}")
    equal(len(smtp.mails), 300, "mails at the server")


def test_cut_before_the_final_dot(stack):
    """A connection that dies before the mail was asked for leaves nothing uncertain"""
    town = Town(stack)
    for word in ("mail", "rcpt", "data"):
        transport = send(town, town.smtp(offers=("PIPELINING",), **{word: hang_up}), 2, user="")
        equal(transport.verdicts, {}, f"verdicts when cut at {word}")
        equal(transport.sending, [], f"mails whose bytes left when cut at {word}")


def test_verdicts(stack):
    """Each answer of the server gives its own verdict, and the next mail goes on"""
    town = Town(stack)
    answers = [({"rcpt": "550 5.1.1 no such person"}, ("refused", 550, "5.1.1")),
               ({"rcpt": "452 4.2.2 mailbox full"}, ("later", 452, "4.2.2")),
               ({"mail": "451 4.3.0 busy"}, ("later", 451, "4.3.0")),
               ({"data": "554 5.5.1 no valid recipients"}, ("refused", 554, "5.5.1")),
               ({"dot": "552 5.3.4 too big"}, ("refused", 552, "5.3.4")),
               ({"dot": "451 try again"}, ("later", 451, "-")),
               ({"dot": lambda line, _: line.say("250-2.0.0 one", "250 2.0.0 two")}, ("sent", 250, "2.0.0"))]
    for offers in (("PIPELINING",), ("SIZE 1000000",)):
        for words, wanted in answers:
            transport = send(town, town.smtp(offers=offers, **words), 2, user="")
            for row in (1, 2):
                equal(transport.verdicts[row][:3], wanted, f"verdict of mail {row} for {words} with {offers}")


def test_server_that_leaves(stack):
    """421 is "later" and ends the connection"""
    town = Town(stack)
    for word in ("mail", "rcpt", "data"):
        transport = send(town, town.smtp(offers=("PIPELINING",), **{word: "421 4.3.2 going down"}), 2, user="")
        holds(all(v[0] == "later" for v in transport.verdicts.values()), f"all are later: {transport.verdicts}")
        equal(transport.sending, [], "mails whose bytes left")
    transport = send(town, town.smtp(offers=("PIPELINING",), dot="421 4.3.2 going down"), 2, user="")
    equal({row: v[0] for row, v in transport.verdicts.items()}, {1: "later"}, "verdicts")


def test_few_mails_a_connection(stack):
    """A server that takes two mails a connection gets the third over a new one"""
    town = Town(stack)
    smtp = Smtp(offers=("PIPELINING",))

    def dot(line, _lines):
        line.say("250 2.0.0 taken")
        line.taken = getattr(line, "taken", 0) + 1
        if line.taken == 2:
            raise Gone

    smtp.words["dot"] = dot
    stranger = Stranger(stack, smtp)
    transport = send(town, stranger, 5, user="")
    equal([transport.verdicts[row][0] for row in range(1, 6)], ["sent"] * 5, "verdicts")
    equal((stranger.visits, len(smtp.mails)), (3, 5), "connections and mails")


def test_data_taken_for_a_refused_recipient(stack):
    """DATA that is taken after a refused RCPT is ended with nothing in it"""
    town = Town(stack)
    smtp = Smtp(offers=("PIPELINING",), rcpt="550 5.1.1 nobody")
    transport = send(town, Stranger(stack, smtp), 2, user="")
    equal([transport.verdicts[row][0] for row in (1, 2)], ["refused"] * 2, "verdicts")
    equal(smtp.mails, [[], []], "what was sent as mail")


def test_what_is_not_smtp(stack):
    """Answers that are not SMTP end the connection"""
    town = Town(stack)
    for text in (b"\n", b"\r\n", b"hello\r\n", b"2\r\n", b"25\r\n", b"250ok\r\n", b"\xff\xfe\r\n", b"220 \0\0\r\n"):
        stranger = Stranger(stack, lambda line, t=text: (line.send(t), line.be_silent()))
        refused(lambda s=stranger: town.transport(s).do("probe"), "retry")


def test_no_second_command_in_an_address(stack):
    """An address that holds a line end is refused before a byte leaves"""
    town = Town(stack)
    smtp = Smtp(offers=("PIPELINING",))
    stranger = Stranger(stack, smtp)
    transport = town.transport(stranger, user="")
    bad = ["a@b\r\nRCPT TO:<c@d", "a@b> SIZE=1", "a b@c", "<a@b>", "", "a@b\tc", "ö" * 200 + "@b"]
    transport.send([(row, "program@here", address or "-", town.mail) for row, address in enumerate(bad, 1)])
    equal([v[0] for v in transport.verdicts.values()], ["refused"] * len(bad), "verdicts")
    stranger.settle()
    equal(stranger.heard.count(b"RCPT"), 0, "recipients told")


def test_limits_of_the_server(stack):
    """What the server said it does not take is refused without being sent"""
    town = Town(stack)
    transport = send(town, town.smtp(offers=("SIZE 10",)), user="")
    equal(transport.verdicts[1][:3], ("refused", 552, "5.3.4"), "verdict of a large mail")
    stranger = town.smtp(offers=("PIPELINING",))
    transport = town.transport(stranger, user="")
    transport.send([(1, "program@here", "jürgen@there", town.mail)])
    equal(transport.verdicts[1][:3], ("refused", 553, "5.6.7"), "verdict of an address beyond ASCII")


def test_mails_arrive_as_they_are(stack):
    """Dots are doubled, bare line ends become whole ones, and nothing else changes"""
    town = Town(stack)
    smtp = Smtp(offers=("PIPELINING",))
    transport = town.transport(Stranger(stack, smtp), user="")
    mails = [b"A: b\r\n\r\n.\r\n..two\r\nend\r\n", b"A: b\n\nlf\n.\nQUIT\n", b"A: b\r\n\r\ncr\r.\rQUIT\r", b".",
             b"A: b\r\n\r\nno end", b"\r\n\r\n\r\n"]
    for number, mail in enumerate(mails):
        (town.folder / f"m{number}").write_bytes(mail)
    transport.send([(n, "program@here", "a@there", town.folder / f"m{n}") for n in range(len(mails))])
    wanted = [["A: b", "", "..", "...two", "end"], ["A: b", "", "lf", "..", "QUIT"],
              ["A: b", "", "cr", "..", "QUIT"], [".."], ["A: b", "", "no end"], ["", "", ""]]
    equal(smtp.mails, wanted, "lines")


FOLDERS = (  # the answer to STATUS, whether LIST lists the folder, and what comes of it
    ("NO [NONEXISTENT] Unknown mailbox", None, "ok"),
    ("NO [TRYCREATE] Mailbox does not exist", None, "ok"),
    ("NO STATUS failed", False, "ok"),
    ("NO STATUS failed", True, "config"),
    ("NO [NOPERM] Permission denied", None, "config"),
    ("NO [UNAVAILABLE] Its disk is being looked at", None, "retry"),
)


def test_folder_that_may_not_be_looked_at(stack):
    """A folder of which the server does not tell is missing only where the server says so, by a word or its list"""
    town = Town(stack)
    for status, listed, wanted in FOLDERS:
        def lists(line, tag, _, listed=listed):
            line.say(*['* LIST () "/" Done'] * listed, f"{tag} OK done")
        words = {"status": lambda line, tag, _, status=status: line.say(f"{tag} {status}")}
        if listed is not None:
            words["list"] = lists
        stranger = town.imap(**words)
        source = town.source(stranger, handled="move:Done")
        code, said = "ok", ""
        try:
            source.do("probe")
        except Refused as refused:
            code, said = refused.code, str(refused)
        told = [" ".join(words) for words in source.of("log")]
        equal(code, wanted, f"what comes of {status}, listed {listed}: {said}")
        equal(any("there is no folder “Done” yet" in line for line in told), wanted == "ok", f"what is told of {status}: {told}")
        holds(wanted == "ok" or "“Done” of “handled”" in said, f"“{said}” names folder and setting")


if __name__ == "__main__":
    tap.run(globals())
