"""When the two of a pair can meet, as their calendars say: the whole engine with the plugins
"caldav" and "ics"."""

import datetime
import os
import pathlib
import signal
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import Site, until_both_said_yes
import tap
from authority import Authority
from cyrus import Cyrus
from dav import calendar_of, event
from tap import equal, holds, make_folder, wait_for
from web import Answer, Trickle, Web

# Both are free for one hour only, in the week after they said yes.
LEA_BUSY = calendar_of(*event("1", "DTSTART:20270301T000000Z", "DTEND:20270326T130000Z"))
MAX_BUSY = calendar_of(*event("2", "DTSTART:20270326T140000Z", "DTEND:20270501T000000Z"))
FREE = "2027-03-26T13:00:00Z"


def first_meeting(site):
    """When they meet: as the engine says, or as both choose who take the first time they are offered."""
    answered = set()

    def look():
        for name in ("lea", "max"):
            for mail in site.mailbox(name):
                text = mail.get_body(("plain",)).get_content()
                if "\n1. " in text and "first meeting" in mail["Subject"] and mail["Message-ID"] not in answered:
                    answered.add(mail["Message-ID"])
                    site.reply(name, mail, "1")
        meetings = site.lines("meetings")
        return meetings and meetings[0]["start"]
    try:
        return wait_for("a meeting", look, 30)
    except AssertionError as error:
        raise AssertionError(f"{error}\n{site.log()}") from error


def test_calendar_server(stack):
    """A meeting is placed in the one hour that a calendar server says both are free"""
    folder = make_folder(stack)
    authority = Authority(folder / "authority")
    cyrus = Cyrus(stack, folder / "cyrus", authority, ["lea", "max", "rotnem"])
    cyrus.put("lea", "Default", "1", LEA_BUSY)
    cyrus.put("max", "Default", "2", MAX_BUSY)
    (folder / "password").write_text(cyrus.password("rotnem"))
    (folder / "password").chmod(0o600)
    site = Site(stack, top=f'caldav "company" {{\n\tserver = "https://localhost:{cyrus.port}"\n\tuser = "rotnem"\n'
                           f'\tpassword_file = "{folder}/password"\n\tca_file = "{authority.certificate}"\n}}\n')
    until_both_said_yes(site)
    equal(first_meeting(site), FREE, "their meeting")


def published(stack, lea, max_):
    """A site where these answers are what Lea and Max publish: hers by the directory, his by the template."""
    web = Web(stack)
    web.pages.update({"/secret/lea.ics": lea, "/max.ics": max_})
    site = Site(stack, top=f'ics-url "web" {{\n\turl = "{web.url("/{user}.ics")}"\n\ttimeout = "20 seconds"\n}}\n')
    lines = site.table.read_text().splitlines()
    site.table.write_text("".join(f"{line},{cell}\n" for line, cell in
                                  zip(lines, ["calendar", web.url("/secret/lea.ics"), ""])))
    return site, web


def test_published_calendars(stack):
    """A meeting is placed in the one hour that the calendars say both are free, which they publish"""
    site, _ = published(stack, Answer(LEA_BUSY), Answer(MAX_BUSY))
    until_both_said_yes(site)
    equal(first_meeting(site), FREE, "their meeting")


def test_unknown_is_told(stack):
    """Calendars that cannot be had or read are told by person and address, once, and hold nothing up"""
    site, web = published(stack, Answer(status=404), Answer("<html>Please log in</html>"))
    until_both_said_yes(site)
    holds(first_meeting(site) > "2027-03-21", "they meet")
    for path, words in (("/secret/lea.ics", "nothing at this address (404)"), ("/max.ics", "no calendar")):
        lines = [line for line in site.log().splitlines() if path in line]
        holds(len(lines) == 1 and words in lines[0] and "ics-url “web”" in lines[0] and "person:" in lines[0],
              f"one line tells of {path}: {lines}")
    equal(sorted({path for _, path, _, _ in web.asked}), ["/max.ics", "/secret/lea.ics"], "asked")


def test_killed_calendar_process(stack):
    """When the process that asks for calendars dies meanwhile, they meet all the same"""
    site, web = published(stack, Trickle(), Answer(MAX_BUSY))
    until_both_said_yes(site)
    wait_for("the question", lambda: web.asked)
    started = time.monotonic()
    child = next(child for title, child in site.children("host").items() if "web" in title)
    os.kill(child["pid"], signal.SIGKILL)
    start = datetime.datetime.fromisoformat(first_meeting(site))
    holds(time.monotonic() - started < 15, "nobody waits for the dead")
    holds(start.day >= 21, "they meet")


tap.run(globals())
