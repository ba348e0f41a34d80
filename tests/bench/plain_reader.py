"""What many write first: a Maildir read with Python's own library, each mail parsed, a row
of SQLite for each with its text and its calendar's answer, and the mail marked as seen.
Commits are as durable as Rotnem's, 64 mails each."""

import email
import email.policy
import mailbox
import os
import re
import sqlite3
import sys

ANSWER = re.compile(r"PARTSTAT=([A-Z-]+)")  # without icalendar, to the script's advantage


def main(folder, database):
    db = sqlite3.connect(database)
    db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                     "CREATE TABLE mail (id INTEGER PRIMARY KEY, message_id TEXT UNIQUE, sender TEXT, subject TEXT, text TEXT,"
                     " partstat TEXT, raw BLOB);")
    box, marked = mailbox.Maildir(folder, create=False), []
    for key in sorted(box.keys()):
        raw = box.get_bytes(key)
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        text = partstat = ""
        for part in mail.walk():
            if part.get_content_type() == "text/plain" and not text:
                text = part.get_content()
            elif part.get_content_type() == "text/calendar":
                found = ANSWER.search(part.get_content())
                partstat = found.group(1) if found else ""
        db.execute("INSERT INTO mail (message_id, sender, subject, text, partstat, raw) VALUES (?, ?, ?, ?, ?, ?)",
                   (mail["Message-ID"].strip("<>"), str(mail["From"]), str(mail["Subject"]), text, partstat, raw))
        marked.append(key)
        if len(marked) == 64:
            mark(db, folder, marked)
    mark(db, folder, marked)


def mark(db, folder, keys):
    """The flag is part of a mail's name: none of its bytes is written again."""
    db.commit()
    for key in keys:
        os.rename(f"{folder}/new/{key}", f"{folder}/cur/{key}:2,S")
    keys.clear()


if __name__ == "__main__":
    main(*sys.argv[1:])
