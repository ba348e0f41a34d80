"""What many write first: mail fetched with Python's imaplib, parsed with email and
icalendar, a row of SQLite for each with its text and its calendar's answer, and the mail
marked as seen. It fetches and marks a hundred mails with one command, which few such
scripts do, and commits as durably as Rotnem.

    plain_imap.py PORT USER PASSWORD DATABASE"""

import email
import email.policy
import imaplib
import sqlite3
import sys

import icalendar

RANGE = 100


def answer_of(part):
    """PARTSTAT and UID of a calendar's answer."""
    for event in icalendar.Calendar.from_ical(part.get_content()).walk("VEVENT"):
        return str(event["ATTENDEE"].params["PARTSTAT"]), str(event["UID"])
    return "", ""


def take(db, raw):
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    text, partstat, uid = "", "", ""
    for part in mail.walk():
        if part.get_content_type() == "text/plain" and not text:
            text = part.get_content()
        elif part.get_content_type() == "text/calendar":
            partstat, uid = answer_of(part)
    db.execute("INSERT INTO mail (message_id, sender, subject, text, partstat, uid, raw) VALUES (?, ?, ?, ?, ?, ?, ?)",
               (mail["Message-ID"].strip("<>"), str(mail["From"]), str(mail["Subject"]), text, partstat, uid, raw))


def main(port, user, password, database):
    db = sqlite3.connect(database)
    db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                     "CREATE TABLE mail (id INTEGER PRIMARY KEY, message_id TEXT UNIQUE, sender TEXT, subject TEXT, text TEXT,"
                     " partstat TEXT, uid TEXT, raw BLOB);")
    with imaplib.IMAP4("127.0.0.1", int(port)) as client:
        client.login(user, password)
        client.select("INBOX")
        uids = client.uid("search", "UNSEEN")[1][0].decode().split()
        for first in range(0, len(uids), RANGE):
            some = ",".join(uids[first:first + RANGE])
            for answer in client.uid("fetch", some, "(BODY.PEEK[])")[1]:
                if isinstance(answer, tuple):
                    take(db, answer[1])
            db.commit()
            client.uid("store", some, "+FLAGS.SILENT", "(\\Seen)")


if __name__ == "__main__":
    main(*sys.argv[1:])
