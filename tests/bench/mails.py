"""The shapes of the corpus's mails: replies as four mail programs write them, answers of
calendars, bounces and absences. Written by us from what is documented of these programs.
A mail is text with LF; what it must be read as stands beside it."""

import base64
import binascii

# What people say, by language.
SAID = {
    "en": ("Yes, gladly.", "No, sorry, not this time.", "Yes, Tuesday after 3 works for me.", "Could we do next month instead?",
           "Later, please.", "What is this about?"),
    "de": ("Ja, gern.", "Nein, leider nicht.", "Dienstag nach 15 Uhr passt mir.", "Bitte später.", "Geht auch der 24. März?"),
    "fr": ("Oui, avec plaisir.", "Non, désolé.", "Mardi après 15 h, très volontiers.", "Plus tard, merci."),
    "es": ("Sí, con gusto.", "No, gracias.", "El martes después de las 15 me va bien."),
}
FILLED = "1: 4\n2: yes\n3: The shared reading of each other's code"

AWAY = {"en": ("Automatic reply: Would you mentor?", "I am out of the office until 13 March 2026."),
        "de": ("Automatische Antwort: Möchten Sie?", "Ich bin bis 13. März 2026 nicht im Büro."),
        "fr": ("Réponse automatique : Mentorat", "Je suis absent du 2 au 13 mars 2026."),
        "es": ("Respuesta automática: Mentoría", "Estoy de vacaciones hasta el 13 de marzo de 2026.")}

# How each program announces what it quotes, by language.
ATTRIBUTION = {
    "outlook": {
        "en": "From: Mentoring <{to}>\nSent: Monday, March 2, 2026 9:00 AM\nTo: {name} <{sender}>\nSubject: {asked}\n",
        "de": "Von: Mentoring <{to}>\nGesendet: Montag, 2. März 2026 09:00\nAn: {name} <{sender}>\nBetreff: {asked}\n",
        "fr": "De : Mentoring <{to}>\nEnvoyé : lundi 2 mars 2026 09:00\nÀ : {name} <{sender}>\nObjet : {asked}\n",
        "es": "De: Mentoring <{to}>\nEnviado: lunes, 2 de marzo de 2026 9:00\nPara: {name} <{sender}>\nAsunto: {asked}\n"},
    "gmail": {
        "en": "On Mon, Mar 2, 2026 at 9:00 AM Mentoring <{to}> wrote:\n",
        "de": "Am Mo., 2. März 2026 um 09:00 Uhr schrieb Mentoring <{to}>:\n",
        "fr": "Le lun. 2 mars 2026 à 09:00, Mentoring <{to}> a écrit :\n",
        "es": "El lun, 2 mar 2026 a las 9:00, Mentoring (<{to}>) escribió:\n"},
    "apple": {
        "en": "On 2. Mar 2026, at 09:00, Mentoring <{to}> wrote:\n",
        "de": "Am 02.03.2026 um 09:00 schrieb Mentoring <{to}>:\n",
        "fr": "Le 2 mars 2026 à 09:00, Mentoring <{to}> a écrit :\n",
        "es": "El 2 mar 2026, a las 9:00, Mentoring <{to}> escribió:\n"},
    "thunderbird": {
        "en": "On 02/03/2026 09:00, Mentoring wrote:\n",
        "de": "Am 02.03.26 um 09:00 schrieb Mentoring:\n",
        "fr": "Le 02/03/2026 à 09:00, Mentoring a écrit :\n",
        "es": "El 2/3/26 a las 9:00, Mentoring escribió:\n"},
}
MAILER = {"outlook": "X-Mailer: Microsoft Outlook 16.0\nThread-Index: AQHZ{number:020}\n", "gmail": "",
          "apple": "X-Mailer: Apple Mail (2.3774.500.171)\n", "thunderbird": "User-Agent: Mozilla Thunderbird\n"}
PAGE = {
    "outlook": '<html><head><style>p.MsoNormal {{margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif}}</style></head>'
               '<body lang="EN" link="#0563C1"><div class="WordSection1">{said}'
               '<div style="border:none;border-top:solid #E1E1E1 1.0pt">{attribution}</div>{quoted}</div></body></html>',
    "gmail": '<div dir="ltr">{said}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">{attribution}</div>'
             '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204)">{quoted}'
             '</blockquote></div>',
    "apple": '<html><body style="overflow-wrap: break-word; -webkit-nbsp-mode: space;">{said}<div><br><blockquote type="cite">'
             '<div>{attribution}</div><br class="Apple-interchange-newline">{quoted}</blockquote></div></body></html>',
    "thunderbird": '<html><head><meta http-equiv="content-type" content="text/html; charset=UTF-8"></head><body>{said}'
                   '<div class="moz-cite-prefix">{attribution}</div><blockquote type="cite" cite="mid:ask@pairs.example">{quoted}'
                   '</blockquote></body></html>',
}
LINE = {"outlook": '<p class="MsoNormal">{}<o:p></o:p></p>\n', "gmail": "<div>{}</div>\n", "apple": "<div>{}</div>\n",
        "thunderbird": "<p>{}</p>\n"}
CLIENTS = tuple(ATTRIBUTION)

ZONES = (("Z", ""), ("", ";TZID=Europe/Berlin"), ("", ";TZID=W. Europe Standard Time"))
CALENDAR = """BEGIN:VCALENDAR
METHOD:REPLY
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
BEGIN:VEVENT
UID:m{number}@pairs.example
SEQUENCE:0
DTSTAMP:20260302T080000Z
DTSTART{zone}:20260310T100000{utc}
DTEND{zone}:20260310T103000{utc}
ORGANIZER:mailto:{to}
ATTENDEE;PARTSTAT={answer};CN={name}:mailto:{sender}
SUMMARY:Session
CLASS:PUBLIC
PRIORITY:5
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
END:VEVENT
END:VCALENDAR
"""


# ---- Parts


def word(text):
    return text if text.isascii() else "=?utf-8?b?" + base64.b64encode(text.encode()).decode() + "?="


def base64_lines(data):
    return base64.encodebytes(data).decode()


def part(kind, text, encoding):
    """Header and body of a part in one of the three ways that mail is encoded."""
    head = f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n"
    if encoding == "base64":
        return head + base64_lines(text.replace("\n", "\r\n").encode())
    if encoding == "quoted-printable":
        return head + binascii.b2a_qp(text.encode()).decode() + "\n"
    return head + text + "\n"


def several(kind, mark, parts):
    body = "".join(f"--{mark}\n{one}" for one in parts)
    return f'Content-Type: multipart/{kind}; boundary="{mark}"\n\n{body}--{mark}--\n'


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


# ---- Mails: each gives the text below the header that all have, and what it must be read as


def header(chance, letter, subject, sender=None):
    """The header of a mail that came over four hops."""
    hops = "".join(
        f"Received: from mx{hop}.firm.example (mx{hop}.firm.example [192.0.2.{hop}])\n"
        f"\tby mx{hop + 1}.firm.example with ESMTPS id {chance.getrandbits(96):024x}\n"
        f"\tfor <{letter['to']}>; Mon, 2 Mar 2026 09:00:0{hop} +0100\n" for hop in range(4))
    signature = base64_lines(chance.randbytes(190)).strip().replace("\n", "\n ")
    return (f"Return-Path: <{'' if sender else letter['sender']}>\nDelivered-To: {letter['to']}\n{hops}"
            f"DKIM-Signature: v=1; a=rsa-sha256; d=firm.example; s=s1;\n b={signature}\n"
            f"From: {sender or '{name} <{sender}>'.format(**letter)}\nTo: {letter['to']}\n"
            f"Date: Mon, 2 Mar 2026 09:{letter['number'] % 60:02}:00 +0100\nMessage-ID: <{letter['id']}>\n"
            f"In-Reply-To: <ask-{letter['number']}@pairs.example>\n"
            f"References: <first-{letter['number']}@pairs.example> <ask-{letter['number']}@pairs.example>\n"
            f"Subject: {word(subject)}\nMIME-Version: 1.0\n")


def thread(chance, lines):
    """What is quoted: our mail, and what was written before it."""
    return [f"Would you like to talk about topic number {chance.randrange(1000)} with somebody of {chance.choice(SITES)}?"
            if number % 8 else "" for number in range(1, lines)]


SITES = ("Pune", "Berlin", "São Paulo", "Lyon", "Austin")
ASKED = "Would you mentor?"


def quote(client, letter, language, lines):
    """A plain quotation as that program makes it."""
    said = ATTRIBUTION[client][language].format(**letter, asked=ASKED)
    if client == "outlook":
        return said + "\n" + "\n".join(lines) + "\n"
    if client == "apple":
        return "> " + said + "> \n" + "".join(f"> {line}\n" for line in lines)
    return said + "".join(f"> {line}\n" for line in lines)


def page(client, letter, language, text, lines):
    def paragraphs(of):
        return "".join(LINE[client].format(escape(line) or "<br>") for line in of)
    attribution = escape(ATTRIBUTION[client][language].format(**letter, asked=ASKED)).strip().replace("\n", "<br>\n")
    return PAGE[client].format(said=paragraphs(text.split("\n")), attribution=attribution, quoted=paragraphs(lines))


def reply(chance, letter, html, lines, filled=None):
    client, language = chance.choice(CLIENTS), chance.choice(list(SAID))
    is_form = filled is not None or chance.random() < 0.1
    said = filled or (FILLED if is_form else chance.choice(SAID[language]))
    signed = f"{said}\n\n{letter['name'].split()[0]}\n-- \n{letter['name']}\nFirm GmbH, Berlin"
    quoted = thread(chance, lines)
    encoding = chance.choice(("8bit", "quoted-printable", "base64") if client == "outlook" else ("8bit", "quoted-printable"))
    body = part("text/plain; charset=utf-8", f"{signed}\n\n{quote(client, letter, language, quoted)}", encoding)
    if html:
        shown = part("text/html; charset=utf-8", page(client, letter, language, signed, quoted), "quoted-printable")
        body = several("alternative", f"a{letter['number']}", (body, shown))
    text = header(chance, letter, f"Re: {ASKED}") + MAILER[client].format(**letter)
    return text, body, {"kind": "form" if is_form else "reply", "said": said, "client": client, "html": html}


def enclose(chance, letter, body, size):
    """The same with a picture, as a signature's or a phone's."""
    picture = (f"Content-Type: image/png; name=picture.png\nContent-Disposition: attachment; filename=picture.png\n"
               f"Content-Transfer-Encoding: base64\n\n{base64_lines(chance.randbytes(size))}")
    return several("mixed", f"m{letter['number']}", (body, picture))


def calendar(chance, letter, lines):
    answer, (utc, zone) = chance.choice(("ACCEPTED", "DECLINED", "TENTATIVE")), chance.choice(ZONES)
    event = CALENDAR.format(**letter, answer=answer, utc=utc, zone=zone)
    encoding = chance.choice(("base64", "8bit"))
    shown = quote("gmail", letter, "en", thread(chance, lines))
    body = several("alternative", f"a{letter['number']}",
                   (part("text/plain; charset=utf-8", shown, "8bit"),
                    part('text/calendar; charset="utf-8"; method=REPLY', event, encoding)))
    return (header(chance, letter, answer.title() + ": Session"), body,
            {"kind": "calendar", "partstat": answer, "uid": f"m{letter['number']}@pairs.example", "html": False})


def bounce(chance, letter, lines):
    server, gone = "Mail Delivery System <MAILER-DAEMON@mx.firm.example>", letter["sender"]
    returned = (header(chance, {**letter, "id": f"ask-{letter['number']}@pairs.example"}, ASKED, letter["to"]) + "\n" +
                "\n".join(thread(chance, lines)))
    truth = {"kind": "bounce", "recipient": gone, "html": False}
    if chance.random() < 0.5:
        body = (f"\nHi. This is the qmail-send program at mx.firm.example.\n"
                f"I'm afraid I wasn't able to deliver your message to the following addresses.\n"
                f"This is a permanent error; I've given up. Sorry it didn't work out.\n\n<{gone}>:\n"
                f"Sorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n{returned}\n")
        return header(chance, letter, "failure notice", server), body, truth
    status = (f"Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.firm.example\n\nFinal-Recipient: rfc822; {gone}\n"
              "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 unknown\n\n")
    body = several("report; report-type=delivery-status", f"r{letter['number']}",
                   ("\nThis is the mail system. Your message could not be delivered.\n\n", status,
                    f"Content-Type: message/rfc822\n\n{returned}\n"))
    return header(chance, letter, "Undelivered Mail Returned to Sender", server), body, truth


def absence(chance, letter, lines):
    language = chance.choice(list(AWAY))
    subject, text = AWAY[language]
    signed = f"{text}\n\n{letter['name']}\n" + "\n".join(thread(chance, lines))
    body = part("text/plain; charset=utf-8", signed, chance.choice(("8bit", "quoted-printable")))
    return header(chance, letter, subject) + "Auto-Submitted: auto-replied\n", body, {"kind": "absence", "html": False}
