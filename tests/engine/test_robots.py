"""Mail that programs send, forged mail, reports and complaints: what the whole engine does with
them, and that it does the same as ever with as many mails of people."""

import itertools
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import ASKED, PROGRAM, THANKED, Site
import tap
from tap import equal, holds

ANSWER = "1: Tools\n"
PERSON = "{name}@example.org"
RECEIPT = "Disposition: automatic-action/MDN-sent-automatically; displayed"

# Kinds of automatic mail, each with what marks it: header fields, and the body if not ANSWER.
AUTOMATIC = {
    "RFC 3834 reply": "Auto-Submitted: auto-replied",
    "RFC 3834 reply with a comment": "Auto-Submitted: auto-replied (vacation)",
    "RFC 3834 generated": "Auto-Submitted: auto-generated",
    "RFC 5436 notification": "Auto-Submitted: auto-notified; owner-email=\"x@example.org\"",
    "a keyword of the future": "Auto-Submitted: auto-extended",
    "Exchange's own rule": "X-MS-Exchange-Inbox-Rules-Loop: {name}@example.org\nX-Auto-Response-Suppress: All",
    "suppression": "X-Auto-Response-Suppress: DR, OOF, AutoReply",
    "Precedence bulk": "Precedence: bulk",
    "Precedence junk": "Precedence: Junk",
    "Precedence list": "Precedence: list",
    "Precedence auto_reply": "Precedence: auto_reply",
    "List-Id": "List-Id: <dev.example.org>",
    "List-Unsubscribe": "List-Unsubscribe: <mailto:leave@example.org>",
    "List-Post": "List-Post: <mailto:dev@example.org>",
    "Mailing-List": "Mailing-List: contact dev-help@example.org; run by ezmlm",
    "Feedback-ID": "Feedback-ID: 1:2:campaign:sender",
    "X-Autoreply": "X-Autoreply: yes",
    "X-Autorespond": "X-Autorespond: Re: your mail",
    "X-Autoresponder": "X-Autoresponder: 1",
    "X-Mail-Autoreply": "X-Mail-Autoreply: yes",
    "X-Vacation": "X-Vacation: 1",
    "X-FC-MachineGenerated": "X-FC-MachineGenerated: true",
    "Delivered-To autoresponder": "Delivered-To: Autoresponder",
    "our own loop": "X-Loop: mentoring@example.org",
    "null sender": "Return-Path: <>",
    "a ticket system": "Precedence: bulk\nX-Powered-By: OTRS\nAuto-Submitted: auto-replied",
    "MAILER-DAEMON": "From: MAILER-DAEMON@example.org",
    "postmaster": "From: Postmaster <postmaster@example.org>",
    "noreply": "From: no-reply@example.org",
    "do not reply": "From: Do Not Reply <donotreply@example.org>",
    "a read receipt": "Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
    "an absence": "Subject: Automatic reply: your mail\nAuto-Submitted: auto-generated",
    "an absence in words": "Subject: Abwesenheitsnotiz",
    "a delay": "Content-Type: multipart/report; report-type=delivery-status; boundary=b\nReturn-Path: <>",
    "a complaint": "Content-Type: multipart/report; report-type=feedback-report; boundary=b",
}
BODIES = {
    "a read receipt": f"--b\n\nread\n--b\nContent-Type: message/disposition-notification\n\n"
                      f"Final-Recipient: rfc822;x@example.org\n{RECEIPT}\n\n--b--\n",
    "an absence": "I am out of the office until 20 March 2027.\n",
    "an absence in words": "Ich bin bis zum 20.03.2027 im Urlaub.\n",
    "a delay": "--b\n\nlater\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
               "Final-Recipient: rfc822; x@example.org\nAction: delayed\nStatus: 4.4.1\n\n--b--\n",
    "a complaint": "--b\n\njunk\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nVersion: 1\n\n--b--\n",
}


def mail_of(name, question, fields="", body=ANSWER, to=None, references=None):
    """An answer with these fields, which stand in the place of the usual ones."""
    usual = {"From": PERSON.format(name=name), "Subject": f"Re: {question['Subject']}", "To": to or question["Reply-To"],
             "In-Reply-To": references or question["Message-ID"], "Date": "Mon, 1 Mar 2027 10:00:00 +0000",
             "Message-ID": f"<{random.random()}@example.org>"}
    given = [line.split(":", 1)[0] for line in fields.splitlines()]
    header = "".join(f"{field}: {value}\n" for field, value in usual.items() if field not in given)
    return f"{fields}\n{header}\n{body}".lstrip("\n").encode()


def people(site):
    return {person["key"]: person for person in site.lines("people")}


def outgoing(site):
    """How many mails everybody got."""
    folder = site.folder / "outgoing"
    return {box.name: len(list((box / "new").iterdir())) for box in folder.iterdir()}


def ask_everybody(stack, names):
    site = Site(stack, leaders=names)
    site.once()
    return site, {name: site.new_mail(name, ASKED, 0.1) for name in names}


def test_automatic_mail(stack):
    """Automatic mail of every kind gets no answer; as many answers of people all get one"""
    robots = [f"robot{i}" for i in range(len(AUTOMATIC))]
    persons = [f"person{i}" for i in range(len(AUTOMATIC))]
    site, questions = ask_everybody(stack, robots + persons)
    for robot, person, kind in zip(robots, persons, AUTOMATIC):
        site.deliver(mail_of(robot, questions[robot], AUTOMATIC[kind].format(name=robot), BODIES.get(kind, ANSWER)))
        site.deliver(mail_of(person, questions[person]))
    site.once(days=0.1)
    answered = {kind: [mail["Subject"] for mail in site.mailbox(robot)[1:]] for robot, kind in zip(robots, AUTOMATIC)}
    equal({kind: mails for kind, mails in answered.items() if mails}, {}, "kinds of automatic mail that were answered")
    equal([person for person in persons if len(site.mailbox(person, THANKED)) != 1], [], "people who got no receipt")
    equal([box for box in outgoing(site) if "daemon" in box or "reply" in box or "postmaster" in box], [], "mail to robots")
    outcomes = {mail["state"] for mail in site.lines("held", "--all")}
    holds("error" not in outcomes, f"no turn failed: {outcomes}")


# ---- Two robots

def site_of(stack, ours, other):
    """A site whose only leader is another program."""
    site = Site(stack, leaders=())
    site.config.write_text(site.config.read_text().replace(PROGRAM, ours))
    site.table.write_text(site.table.read_text() + Site.row("robot", "leader").replace("robot@example.org", other))
    return site


def test_two_robots(stack):
    """Two engines that write to each other stop after the first mail of each"""
    one, two = "mentoring@one.example", "mentoring@two.example"
    sites = {one: site_of(stack, one, two), two: site_of(stack, two, one)}
    told = {one: 0, two: 0}
    for step in range(10):
        for ours, other in ((one, two), (two, one)):
            sites[ours].once(days=step / 10)
            mails = sites[ours].mailbox(other)
            for mail in mails[told[other]:]:
                sites[other].deliver(mail.as_bytes())
            told[other] = len(mails)
    equal(told, {one: 1, two: 1}, "mails that each got in a day")


def test_robot_without_marks(stack):
    """A robot that answers everything and says nowhere that it is one gets two mails a day at most"""
    site, _ = ask_everybody(stack, ["lea"])
    for step in range(1, 10):
        for mail in site.mailbox("lea")[step - 1:]:
            site.reply("lea", mail, "Thank you for your message. We will get back to you as soon as possible.")
        site.once(days=step / 10)
    holds(len(site.mailbox("lea")) <= 2, f"it got {[mail['Subject'] for mail in site.mailbox('lea')]}")


# ---- Forged mail

TOKEN_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789"
N_FORGED = 1000
BATCH = 200  # mails in one cycle, which sanitizers must do within a minute


def other_sign(chance, sign):
    return chance.choice([other for other in TOKEN_SIGNS if other != sign.lower()])


def forgeries(chance, question):
    """Endless mails that have something of a genuine answer, and not all of it."""
    to, known = question["Reply-To"].addresses[0].addr_spec, question["Message-ID"]
    box, domain = to.split("@")
    name, token = box.split("+")
    nothing = "<1@elsewhere.example>"
    while True:
        at, cut = chance.randrange(len(token)), chance.randrange(1, len(token))
        bent = token[:at] + other_sign(chance, token[at]) + token[at + 1:]
        pair = chance.sample(range(len(token)), 2)
        mixed = "".join(token[sum(pair) - i] if i in pair else sign for i, sign in enumerate(token))
        anybody = f"{''.join(chance.choices(TOKEN_SIGNS, k=8))}@example.org"
        wrong = [bent, token[:cut], token[cut:], token + chance.choice(TOKEN_SIGNS), token[::-1], token * 2, "", "%",
                 "'--", f"{token} "]
        wrong += [mixed] if mixed != token else []
        # a token that is nearly right, from the right address
        yield mail_of("lea", question, to=f"{name}+{chance.choice(wrong[:8])}@{domain}", references=nothing)
        yield mail_of("lea", question, to=f'"{name}+{chance.choice(wrong)}"@{domain}', references=nothing)
        # a Message-ID that is nearly ours
        yield mail_of("lea", question, to=PROGRAM, references=known.replace(token, bent))
        yield mail_of("lea", question, f"References: {known.replace(token, bent)} {nothing}", to=PROGRAM, references=nothing)
        # the token where it does not count
        yield mail_of("lea", question, f"Subject: Re: {token}", f"{token}\n{ANSWER}{to}\n", to=PROGRAM, references=nothing)
        # the right token from somebody else, who may say that she is lea
        yield mail_of("lea", question, f"From: {anybody}")
        yield mail_of("lea", question, f"From: \"lea@example.org\" <{anybody}>")
        yield mail_of("lea", question, f"From: lea@example.org, {anybody}")
        yield mail_of("lea", question, f"From: {anybody}\nSender: lea@example.org\nReply-To: lea@example.org")
        yield mail_of("lea", question, f"From: lea@example.org.{chance.choice(TOKEN_SIGNS)}.example")
        yield mail_of("lea", question, f"From: max@example.org\nX-Token: {token}")
        # programs that speak for her: an absence, a report, a complaint
        yield mail_of("lea", question, "Auto-Submitted: auto-replied", "I am out of the office until 20 March 2027.\n",
                      to=PROGRAM, references=nothing)
        yield report({"Return-Path": PROGRAM}, "delivery-status", delivery("lea", "failed", "5.1.1"))
        yield report({"Return-Path": PROGRAM}, "feedback-report", "Feedback-Type: abuse\nVersion: 1\n"
                     "Original-Rcpt-To: lea@example.org\n")
        # her name, and our receiver's word against it; the word of another receiver for it
        yield mail_of("lea", question, "Authentication-Results: mx.example.org; dmarc=fail header.from=example.org")
        yield mail_of("lea", question, "Authentication-Results: mx.example.org; spf=fail smtp.mailfrom=example.org\n"
                      "Received: by mx.example.org\nAuthentication-Results: mx.example.org; dmarc=pass header.from=example.org")


def genuine(question, number):
    """The same answer in ten ways, all of which bring the token or the Message-ID back."""
    to, known = question["Reply-To"].addresses[0].addr_spec, question["Message-ID"]
    nothing = "<1@elsewhere.example>"
    ways = [{}, {"to": to.upper()}, {"to": f'"Reverse, mentoring" <{to}>', "references": nothing},
            {"to": PROGRAM}, {"to": PROGRAM, "references": nothing, "fields": f"References: <0@elsewhere.example> {known}"},
            {"to": "max@example.org", "references": nothing, "fields": f"Cc: <{to}>"},
            {"to": "undisclosed-recipients:;", "references": nothing, "fields": f"Delivered-To: {to}"},
            {"fields": "From: \"LEA\" <LEA@EXAMPLE.ORG>"},
            {"fields": "Authentication-Results: mx.example.org; dmarc=pass header.from=example.org"},
            {"fields": "Authentication-Results: mx.evil.example; dmarc=fail header.from=example.org"}]
    return mail_of("lea", question, body=f"1: Tool number {number}\n", **ways[number % len(ways)])


def take(site, mails, days):
    """How so many mails end, a batch at a time."""
    for at in range(0, len(mails), BATCH):
        for mail in mails[at:at + BATCH]:
            site.deliver(mail)
        site.once(days)
    endings = [(mail["state"], mail["reason"]) for mail in site.lines("held", "--all")]
    equal(len(endings) % len(mails), 0, "mails that were not handled")
    return endings[-len(mails):]


def test_forged_mail(stack):
    """A thousand forged answers change nothing, a thousand genuine ones all act"""
    chance = random.Random(15)
    site, questions = ask_everybody(stack, ["lea"])
    site.config.write_text('authserv_id = "mx.example.org"\n' + site.config.read_text())
    before = people(site)
    found = take(site, list(itertools.islice(forgeries(chance, questions["lea"]), N_FORGED)), 0.1)
    equal([ending for ending in found if ending[0] in ("applied", "error")], [], "forged mails that acted")
    equal(people(site), before, "people")
    equal(site.mailbox("lea", THANKED), [], "receipts")
    holds(len(site.mailbox("lea")) <= 2, "she was asked once whether a mail without token is hers")
    found = take(site, [genuine(questions["lea"], number) for number in range(N_FORGED)], 0.2)
    equal([ending for ending in found if ending != ("applied", "answer")], [], "genuine answers that did not act")


# ---- Reports about our mail

def report(question, kind, body):
    return (f"Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.net\nTo: {question['Return-Path']}\nSubject: Report\n"
            f"Message-ID: <{random.random()}@mx.example.net>\nDate: Mon, 1 Mar 2027 10:00:00 +0000\nMIME-Version: 1.0\n"
            f"Content-Type: multipart/report; report-type={kind}; boundary=b\n\n--b\n\nA report.\n--b\n"
            f"Content-Type: message/{kind}\n\n{body}\n--b--\n").encode()


def delivery(name, action, status):
    return (f"Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; {name}@example.org\nAction: {action}\n"
            f"Status: {status}\n")


def test_reports(stack):
    """What failed for good makes unreachable; what is late, full or delivered does not"""
    fates = {"gone": ("failed", "5.1.1"), "late": ("delayed", "4.4.1"), "full": ("failed", "5.2.2"),
             "tried": ("failed", "4.4.7"), "there": ("delivered", "2.0.0"), "passed": ("relayed", "2.1.5"),
             "spread": ("expanded", "2.1.5")}
    site, questions = ask_everybody(stack, list(fates))
    for name, (action, status) in fates.items():
        site.deliver(report(questions[name], "delivery-status", delivery(name, action, status)))
    site.once(days=0.1)
    equal([name for name, person in people(site).items() if person["unreachable"]], ["gone"], "who is unreachable")
    equal([box for box, n in outgoing(site).items() if n > 1 and box != "hr@example.org"], [], "who got an answer to a report")


def test_complaint(stack):
    """Who complains is never asked again, and gets no mail about it"""
    site, questions = ask_everybody(stack, ["lea", "ann"])
    body = "Feedback-Type: abuse\nUser-Agent: Example/1\nVersion: 1\n"
    site.deliver(report(questions["lea"], "feedback-report", body))
    site.once(days=0.1)
    put_off = {name: person["ask_again"] for name, person in people(site).items() if person["ask_again"]}
    equal(put_off, {"lea": "never"}, "whom not to ask")
    site.once(days=120)
    equal(len(site.mailbox("lea")), 1, "mails to who complained")
    holds(len(site.mailbox("ann")) > 1, "another person is asked again")


if __name__ == "__main__":
    tap.run(globals())
