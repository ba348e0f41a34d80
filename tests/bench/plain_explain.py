"""The least that Python's libraries can tell of a folder of mails: subject, text and the
calendar's answer of each, a JSON object a line. plain_explain.py FOLDER"""

import email
import email.policy
import json
import pathlib
import sys

import icalendar


def explain(path):
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    text = partstat = ""
    for part in mail.walk():
        if part.get_content_type() == "text/plain" and not text:
            text = part.get_content()
        elif part.get_content_type() == "text/calendar":
            events = icalendar.Calendar.from_ical(part.get_content()).walk("VEVENT")
            partstat = str(events[0]["ATTENDEE"].params["PARTSTAT"])
    return {"message_id": mail["Message-ID"].strip("<>"), "subject": str(mail["Subject"]), "text": text, "partstat": partstat}


for file in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    print(json.dumps(explain(file)))
