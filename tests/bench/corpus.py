"""Mails as a company's mailbox holds them, made from a seed: median about 6 KB, mean about
15 KB; a fifth carries a calendar, a tenth is a bounce or an absence, three tenths are
HTML; replies are quoted in the manner of four mail programs."""

import random

WORDS = ("topic mentor leader meeting next week Tuesday morning happy thanks learn tool data team plan question answer "
         "time office project early later maybe great think about would like share people work").split()
ATTRIBUTIONS = (
    "On Mon, Mar 1, 2027 at 9:00 AM Mentoring <{to}> wrote:",                       # Gmail
    "-----Original Message-----\r\nFrom: Mentoring <{to}>\r\nSent: Monday, March 1, 2027 9:00 AM\r\nSubject: {subject}\r\n",
    "> On 1. Mar 2027, at 09:00, Mentoring <{to}> wrote:",                          # Apple Mail
    "On 01/03/2027 09:00, Mentoring wrote:",                                        # Thunderbird
)
CALENDAR = """BEGIN:VCALENDAR\r
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\r
VERSION:2.0\r
METHOD:REPLY\r
BEGIN:VEVENT\r
UID:meeting-{number}@mentoring.example\r
SEQUENCE:0\r
DTSTAMP:20270301T090000Z\r
DTSTART:20270310T140000Z\r
DTEND:20270310T150000Z\r
ORGANIZER:mailto:{to}\r
ATTENDEE;PARTSTAT={answer};CN=Person {person}:mailto:{sender}\r
SUMMARY:Mentoring {number}\r
END:VEVENT\r
END:VCALENDAR\r
"""


def prose(chance, size):
    lines, length = [], 0
    while length < size:
        line = " ".join(chance.choices(WORDS, k=11)).capitalize() + "."
        lines.append(line)
        length += len(line) + 2
    return "\r\n".join(lines)


def part(kind, text):
    return f"--=_b\r\nContent-Type: {kind}\r\n\r\n{text}\r\n"


class Corpus:
    """`people` are the addresses that write; `to` is the program's."""

    def __init__(self, seed, people, to):
        self.chance, self.people, self.to = random.Random(seed), people, to

    def size(self):
        """Of the text: log-normal, as mail sizes are."""
        return min(400_000, int(self.chance.lognormvariate(8.45, 1.25)))

    def head(self, number, sender, subject, more):
        return (f"Return-Path: <{sender}>\r\nReceived: from mx.example.org by mail.example.org; Mon, 1 Mar 2027 10:00:00 +0000\r\n"
                f"From: Person <{sender or 'MAILER-DAEMON@example.org'}>\r\nTo: Mentoring <{self.to}>\r\nSubject: {subject}\r\n"
                f"Date: Mon, 1 Mar 2027 10:00:00 +0000\r\nMessage-ID: <{number}.bench@example.org>\r\nMIME-Version: 1.0\r\n{more}")

    def reply(self, subject):
        quoted = "\r\n".join("> " + line for line in prose(self.chance, self.size()).split("\r\n"))
        attribution = self.chance.choice(ATTRIBUTIONS).format(to=self.to, subject=subject)
        said = self.chance.choice(("Yes, gladly.", "No, sorry.", "1: 4\r\n2: yes", "Could we talk next week?"))
        return f"{said}\r\n\r\nBest\r\nPerson\r\n\r\n{attribution}\r\n{quoted}"

    def mail(self, number):
        """The bytes of mail `number`."""
        person = self.chance.randrange(len(self.people))
        sender, roll, subject = self.people[person], self.chance.random(), f"Re: Mentoring {number}"
        if roll < 0.2:
            text = CALENDAR.format(number=number, to=self.to, person=person, sender=sender,
                                   answer=self.chance.choice(("ACCEPTED", "DECLINED", "TENTATIVE")))
            body = (part("text/plain; charset=utf-8", self.reply(subject)) +
                    part('text/calendar; method=REPLY; charset="utf-8"', text) + "--=_b--\r\n")
            return self.finish(number, sender, subject, 'multipart/alternative; boundary="=_b"', body)
        if roll < 0.25:
            status = f"Final-Recipient: rfc822; {sender}\r\nAction: failed\r\nStatus: 5.1.1\r\n"
            body = (part("text/plain", "Your message could not be delivered.") +
                    part("message/delivery-status", "Reporting-MTA: dns; mx.example.org\r\n\r\n" + status) +
                    part("text/rfc822-headers", prose(self.chance, self.size()).replace("\r\n", "\r\n ")) + "--=_b--\r\n")
            return self.finish(number, "", "Undelivered", 'multipart/report; report-type=delivery-status; boundary="=_b"', body)
        if roll < 0.3:
            text = f"I am out of the office until 12 March 2027.\r\n\r\n{prose(self.chance, self.size())}"
            return self.finish(number, sender, "Automatic reply: Mentoring", "text/plain", text, "Auto-Submitted: auto-replied\r\n")
        if roll < 0.6:
            text = self.reply(subject)
            html = "<html><body>" + "".join(f"<p>{line}</p>\r\n" for line in text.split("\r\n")) + "</body></html>"
            body = part("text/plain; charset=utf-8", text) + part("text/html; charset=utf-8", html) + "--=_b--\r\n"
            return self.finish(number, sender, subject, 'multipart/alternative; boundary="=_b"', body)
        return self.finish(number, sender, subject, "text/plain; charset=utf-8", self.reply(subject))

    def finish(self, number, sender, subject, kind, body, more=""):
        return (self.head(number, sender, subject, more + f"Content-Type: {kind}\r\n\r\n") + body).encode()

    def maildir(self, folder, number):
        """Fills a new Maildir; gives the bytes in all."""
        for part_name in ("tmp", "new", "cur"):
            (folder / part_name).mkdir(parents=True)
        total = 0
        for one in range(number):
            data = self.mail(one)
            (folder / "new" / f"{1_000_000_000 + one}.{one}.bench").write_bytes(data)
            total += len(data)
        return total
