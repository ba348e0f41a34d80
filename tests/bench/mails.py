#!/usr/bin/env python3
"""A mixed corpus of mails as an mbox on standard output: mails.py [COUNT [SEED]].
Equal seeds give equal bytes. Of 20 mails 11 are replies in words (half of them with
HTML, one with a picture), 4 answers of calendars, 2 bounces, 2 absences, 1 a newsletter;
6 KB on average, as the mails are that such a program gets."""
import base64
import random
import sys

WORDS = {
    "en": ["Yes, gladly. Tuesday after 3 works for me.", "No, sorry, not this time.", "2", "1, 3", "Later, please.",
           "Could we do next month instead?", "What is this about?"],
    "de": ["Ja, gern. Dienstag nach 15 Uhr passt.", "Nein, leider nicht.", "Antwort: 2", "Bitte später.",
           "Geht auch der 24. März?"],
    "fr": ["Oui, avec plaisir. Mardi après 15 h.", "Non, désolé.", "Plus tard, merci."],
    "es": ["Sí, con gusto. El martes después de las 15.", "No, gracias."],
}
QUOTED = {"en": "On Mon, 2 Mar 2026 at 09:00, Mentoring <mentoring@pairs.example> wrote:",
          "de": "Am 02.03.26 um 09:00 schrieb Mentoring:",
          "fr": "Le lun. 2 mars 2026 à 09:00, Mentoring <mentoring@pairs.example> a écrit :",
          "es": "El lun, 2 mar 2026 a las 9:00, Mentoring (<mentoring@pairs.example>) escribió:"}
AWAY = {"en": ("Automatic reply: Would you mentor?", "I am out of the office until 13 March 2026."),
        "de": ("Automatische Antwort: Möchten Sie?", "Ich bin bis 13. März 2026 nicht im Büro."),
        "fr": ("Réponse automatique : Mentorat", "Je suis absent du 2 au 13 mars 2026."),
        "es": ("Respuesta automática: Mentoría", "Estoy de vacaciones hasta el 13 de marzo de 2026.")}


def word(text):
    return text if text.isascii() else "=?utf-8?b?" + base64.b64encode(text.encode()).decode() + "?="


def lines(data):
    return base64.encodebytes(data).decode()


def header(chance, number, subject, sender=None):
    hops = "".join(
        f"Received: from mx{hop}.firm.example (mx{hop}.firm.example [192.0.2.{hop}])\n\tby mx{hop + 1}.firm.example with ESMTPS id "
        f"{chance.getrandbits(96):024x}\n\tfor <mentoring+{number:06x}@pairs.example>; Mon, 2 Mar 2026 09:00:0{hop} +0100\n"
        for hop in range(4))
    signature = lines(chance.randbytes(190)).strip().replace("\n", "\n ")
    return (f"Return-Path: <ann{number}@firm.example>\nDelivered-To: mentoring+{number:06x}@pairs.example\n{hops}"
            f"DKIM-Signature: v=1; a=rsa-sha256; d=firm.example; s=s1;\n b={signature}\n"
            f"From: {sender or f'Ann Ames <ann{number}@firm.example>'}\nTo: mentoring+{number:06x}@pairs.example\n"
            f"Date: Mon, 2 Mar 2026 09:{number % 60:02}:00 +0100\nMessage-ID: <{number}@firm.example>\n"
            f"In-Reply-To: <ask-{number}@pairs.example>\nReferences: <first-{number}@pairs.example> <ask-{number}@pairs.example>\n"
            f"Subject: {word(subject)}\nMIME-Version: 1.0\n")


def quote(chance, language):
    return QUOTED[language] + "\n" + "".join(
        f"> {number}. Would you like to talk about topic number {chance.randrange(1000)} with somebody?\n" for number in range(1, 22))


def reply(chance, number):
    language = chance.choice(list(WORDS))
    text = chance.choice(WORDS[language]) + "\n\nAnn\n-- \nAnn Ames\nFirm GmbH, Berlin\n\n" + quote(chance, language)
    plain = f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n"
    if chance.random() < 0.5:
        return header(chance, number, "Re: Would you mentor?") + plain
    page = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>\n")
    html = f'Content-Type: text/html; charset=utf-8\n\n<html><body><div dir="ltr">{page}</div></body></html>\n'
    both = (f'Content-Type: multipart/alternative; boundary="a{number}"\n\n--a{number}\n{plain}--a{number}\n{html}--a{number}--\n')
    if chance.random() < 0.9:
        return header(chance, number, "Re: Would you mentor?") + both
    picture = lines(chance.randbytes(6000))
    return (header(chance, number, "Re: Would you mentor?") + f'Content-Type: multipart/mixed; boundary="m{number}"\n\n--m{number}\n{both}'
            f'--m{number}\nContent-Type: image/png; name=logo.png\nContent-Transfer-Encoding: base64\n\n{picture}--m{number}--\n')


def calendar(chance, number):
    answer = chance.choice(["ACCEPTED", "DECLINED", "TENTATIVE"])
    zone = chance.choice(["", ";TZID=Europe/Berlin", ";TZID=W. Europe Standard Time"])
    event = (f"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nPRODID:-//x//x//EN\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:m{number}@pairs.example\r\n"
             f"SEQUENCE:0\r\nDTSTAMP:20260302T080000Z\r\nDTSTART{zone}:20260310T100000{'' if zone else 'Z'}\r\n"
             f"DTEND{zone}:20260310T103000{'' if zone else 'Z'}\r\nORGANIZER:mailto:mentoring+{number:06x}@pairs.example\r\n"
             f"ATTENDEE;PARTSTAT={answer};CN=Ann Ames:mailto:ann{number}@firm.example\r\nSUMMARY:Session\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    return (header(chance, number, answer.title() + ": Session") + f'Content-Type: multipart/alternative; boundary="a{number}"\n\n'
            f'--a{number}\nContent-Type: text/plain; charset=utf-8\n\n{quote(chance, "en")}\n--a{number}\n'
            f'Content-Type: text/calendar; charset=utf-8; method=REPLY\nContent-Transfer-Encoding: base64\n\n{lines(event.encode())}--a{number}--\n')


def bounce(chance, number):
    sender = "Mail Delivery System <MAILER-DAEMON@mx.firm.example>"
    returned = header(chance, number, "Would you mentor?", "mentoring@pairs.example") + "\n" + quote(chance, "en")
    if chance.random() < 0.5:
        return (header(chance, number, "failure notice", sender) + "\nI'm afraid I wasn't able to deliver your message.\n\n"
                f"<bob{number}@firm.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n{returned}")
    return (header(chance, number, "Undelivered Mail Returned to Sender", sender) +
            f'Content-Type: multipart/report; report-type=delivery-status; boundary="r{number}"\n\n--r{number}\n\nThis is the mail system.\n\n'
            f"--r{number}\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.firm.example\n\n"
            f"Final-Recipient: rfc822; bob{number}@firm.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 unknown\n\n"
            f"--r{number}\nContent-Type: message/rfc822\n\n{returned}\n--r{number}--\n")


def absence(chance, number):
    language = chance.choice(list(AWAY))
    subject, text = AWAY[language]
    return (header(chance, number, subject) + "Auto-Submitted: auto-replied\nContent-Type: text/plain; charset=utf-8\n"
            f"Content-Transfer-Encoding: 8bit\n\n{text}\n\n{quote(chance, language)}")


def newsletter(chance, number):
    body = "".join(f"<p>Offer {chance.randrange(10000)}: <a href=\"https://shop.example/{chance.getrandbits(64)}\">more</a></p>\n" for _ in range(60))
    return (header(chance, number, "Our offers", "Shop <news@shop.example>") + "List-Unsubscribe: <mailto:leave@shop.example>\nPrecedence: bulk\n"
            f"Content-Type: text/html; charset=utf-8\n\n<html><body>{body}</body></html>\n")


KINDS = [reply] * 11 + [calendar] * 4 + [bounce] * 2 + [absence] * 2 + [newsletter]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10000
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    for number in range(count):
        mail = chance.choice(KINDS)(chance, number).replace("\nFrom ", "\n>From ")
        sys.stdout.buffer.write(b"From ann Mon Mar  2 09:00:00 2026\n" + mail.encode() + b"\n\n")


main()
