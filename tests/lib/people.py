"""People of a story, each with a mailbox and a mail program: they read what comes, and
answer as people and their calendars do. They know nothing of Rotnem but its mails."""

import datetime
import email
import email.policy
import email.utils
import re
import smtplib
import ssl
import time
from email.message import EmailMessage

from tap import equal, holds, wait_for

POLICY = email.policy.default


RETRIES = 40
RETRY_SECONDS = 0.25


class Person:
    def __init__(self, town, name, address):
        self.town, self.name, self.address = town, name, address
        self.seen = set()
        self.sent = 0

    # ---- reading

    def inbox(self):
        """All mails, oldest first."""
        client = self.town.dovecot.client(self.address)
        mails = []
        for uid in client.uid("SEARCH", "ALL")[1][0].split():
            mail = email.message_from_bytes(client.uid("FETCH", uid, "(BODY.PEEK[])")[1][0][1], policy=POLICY)
            mail.uid = int(uid)
            mails.append(mail)
        client.logout()
        return mails

    def new_mail(self, subject, seconds=30):
        """Waits for a mail that was not looked at before and has these words in its subject."""
        def look():
            for mail in self.inbox():
                if mail.uid not in self.seen and subject in mail["Subject"]:
                    return mail
            return None
        try:
            mail = wait_for(f"a mail “{subject}” to {self.name}", look, seconds)
        except AssertionError as error:
            subjects = [mail["Subject"] for mail in self.inbox()]
            raise AssertionError(f"{error}; {self.name} has {subjects}\n{self.town.engine_log()}") from error
        self.seen.add(mail.uid)
        return mail

    def count(self, subject):
        return sum(subject in mail["Subject"] for mail in self.inbox())

    # ---- writing

    def write(self, to, subject, text, headers=(), calendar=None):
        mail = EmailMessage(policy=POLICY)
        self.sent += 1
        mail["From"] = email.utils.formataddr((self.name, self.address))
        mail["To"] = to
        mail["Subject"] = subject
        mail["Date"] = email.utils.format_datetime(self.town.now())
        mail["Message-ID"] = f"<{self.sent}.{self.address}>"
        for name, value in headers:
            mail[name] = value
        mail.set_content(text)
        if calendar is not None:
            method = re.search(r"METHOD:(\w+)", calendar).group(1)
            mail.add_alternative(calendar.encode(), "text", "calendar", params={"method": method, "charset": "utf-8"},
                                 cte="base64")
        self.post(mail)
        return mail["Message-ID"]

    def post(self, mail):
        """Sends as a mail program does: what the server refuses for the moment, because its
        own login service is just starting anew, is tried again."""
        for attempt in range(RETRIES):
            try:
                return self.submit(mail)
            except smtplib.SMTPResponseException as refusal:
                if not 400 <= refusal.smtp_code < 500 or attempt == RETRIES - 1:
                    raise
                time.sleep(RETRY_SECONDS)

    def submit(self, mail):
        postfix, dovecot = self.town.postfix, self.town.dovecot
        context = ssl.create_default_context(cafile=self.town.authority.certificate)
        with smtplib.SMTP("localhost", postfix.submission) as server:
            server.starttls(context=context)
            server.login(self.address, dovecot.password(self.address))
            if isinstance(mail, bytes):
                server.sendmail(self.address, [self.town.program], mail)
            else:
                server.send_message(mail, self.address)

    def reply(self, mail, text):
        """An answer on top of the quoted mail, as most programs write it."""
        quoted = "".join(f"> {line}\n" for line in body_of(mail).splitlines())
        date = mail["Date"].datetime
        whole = f"{text}\n\nOn {date:%a, %d %b %Y at %H:%M}, {mail['From'].addresses[0].display_name} wrote:\n{quoted}"
        references = " ".join(filter(None, [mail["References"], mail["Message-ID"]]))
        return self.write(mail["Reply-To"] or mail["From"], f"Re: {mail['Subject']}", whole,
                          [("In-Reply-To", mail["Message-ID"]), ("References", references)])

    # ---- the calendar

    def answer_invitation(self, mail, partstat, proposal=None):
        """What a calendar sends: a REPLY, or a COUNTER with another start."""
        event = Event(mail)
        equal(event.method, "REQUEST", "method of the invitation")
        holds(self.address in event.attendees(), f"{self.name} is among {event.attendees()}")
        word = {"ACCEPTED": "Accepted", "DECLINED": "Declined"}.get(partstat, "New Time Proposed")
        calendar = event.counter(self, proposal) if proposal else event.reply(self, partstat)
        return self.write(event.organizer(), f"{word}: {mail['Subject']}", "", calendar=calendar,
                          headers=[("Auto-Submitted", "auto-generated")])


def body_of(mail):
    """The plain text of a mail."""
    return mail.get_body(("plain",)).get_content()


class Event:
    """The single event of an invitation."""

    def __init__(self, mail):
        part = next(p for p in mail.walk() if p.get_content_type() == "text/calendar")
        self.text = part.get_content()
        self.lines = re.sub(r"\r?\n[ \t]", "", self.text).splitlines()
        self.method = self.value("METHOD")
        self.part_method = part.get_param("method")

    def find(self, name):
        return [line for line in self.lines if re.match(rf"{name}[;:]", line)]

    def value(self, name):
        lines = self.find(name)
        return lines[0].split(":", 1)[1] if lines else None

    def start(self):
        return datetime.datetime.strptime(self.value("DTSTART"), "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)

    def length(self):
        ends = datetime.datetime.strptime(self.value("DTEND"), "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)
        return ends - self.start()

    def sequence(self):
        return int(self.value("SEQUENCE") or 0)

    def attendees(self):
        return [line.rsplit("mailto:", 1)[-1].rsplit("MAILTO:", 1)[-1].lower() for line in self.find("ATTENDEE")]

    def organizer(self):
        return re.split("mailto:", self.value("ORGANIZER"), flags=re.I)[-1]

    def answer(self, method, person, partstat, start, ends):
        stamp = person.town.now().strftime("%Y%m%dT%H%M%SZ")
        lines = ["BEGIN:VCALENDAR", "PRODID:-//Example//Calendar 1.0//EN", "VERSION:2.0", f"METHOD:{method}",
                 "BEGIN:VEVENT", f"UID:{self.value('UID')}", f"DTSTAMP:{stamp}", f"DTSTART:{start:%Y%m%dT%H%M%SZ}",
                 f"DTEND:{ends:%Y%m%dT%H%M%SZ}", f"SEQUENCE:{self.sequence()}", f"SUMMARY:{self.value('SUMMARY')}",
                 *self.find("ORGANIZER"), f"ATTENDEE;CN=\"{person.name}\";PARTSTAT={partstat}:mailto:{person.address}",
                 "END:VEVENT", "END:VCALENDAR"]
        return "\r\n".join(lines) + "\r\n"

    def reply(self, person, partstat):
        return self.answer("REPLY", person, partstat, self.start(), self.start() + self.length())

    def counter(self, person, start):
        return self.answer("COUNTER", person, "TENTATIVE", start, start + self.length())
