"""The plugin "caldav" with a real Radicale, a real Cyrus, and servers that misbehave."""

import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
import tap
from authority import Authority
from cyrus import Cyrus
from dav import calendar_of, event
from driver import Calendar, Refused, refusal
from radicale import Radicale
from tap import equal, holds, make_folder
from web import Answer, Web

ADA, BEN, CAL, NOBODY = (f"{name}@example.com" for name in ("ada", "ben", "cal", "nobody"))
APRIL = ("2026-04-01T00:00", "2026-05-01T00:00")

# A month of Ada's, and when it makes her busy in New York
WORK = {
    "weekly": event("weekly", "DTSTART;TZID=Europe/Berlin:20260401T090000", "DTEND;TZID=Europe/Berlin:20260401T100000",
                    "RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Berlin:20260408T090000"),
    "free": event("free", "DTSTART:20260424T100000Z", "DTEND:20260424T110000Z", "TRANSP:TRANSPARENT"),
    "off": event("off", "DTSTART:20260425T100000Z", "DTEND:20260425T110000Z", "STATUS:CANCELLED"),
}
BERLIN = ["BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "BEGIN:STANDARD", "DTSTART:19701025T030000", "TZOFFSETFROM:+0200",
          "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "BEGIN:DAYLIGHT",
          "DTSTART:19700329T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
          "END:DAYLIGHT", "END:VTIMEZONE"]
WORK_BUSY = [(f"2026-04-{day:02}T07:00", f"2026-04-{day:02}T08:00") for day in (1, 15, 22, 29)]
DAY_OFF = event("day", "DTSTART;VALUE=DATE:20260420", "DTEND;VALUE=DATE:20260421")
DAY_OFF_IN_NEW_YORK = ("2026-04-20T04:00", "2026-04-21T04:00")
LUNCH = event("lunch", "DTSTART:20260402T100000Z", "DTEND:20260402T110000Z")
LUNCH_BUSY = ("2026-04-02T10:00", "2026-04-02T11:00")


class House:
    """A calendar server of that kind with Ada's, Ben's and our own account."""

    def __init__(self, stack, kind, **settings):
        self.stack = stack
        self.folder = make_folder(stack)
        self.authority = Authority(self.folder / "authority")
        self.server = kind(stack, self.folder / "server", self.authority, ["ada", "ben", "rotnem"], **settings)

    def calendar(self, **settings):
        return Calendar(self.stack, "caldav", **{
            "ca_file": self.authority.certificate, "user": "rotnem", "password": self.server.password("rotnem"),
            **settings})

    def url(self, path=""):
        return f"{'http' if self.server.authority is None else 'https'}://localhost:{self.server.port}{path}"

    def fill(self, name):
        for uid, lines in WORK.items():
            self.server.put("ada", name, uid, calendar_of(*BERLIN, *lines))


# ---- Radicale --------------------------------------------------------------------------


def test_radicale_calendar(stack):
    """A Radicale that answers a free-busy-query with nothing is asked for its events"""
    house = House(stack, Radicale)
    house.server.make_calendar("ada", "work")
    house.server.make_calendar("ben", "work")
    house.fill("work")
    house.server.put("ada", "work", "day", calendar_of(*DAY_OFF))
    calendar = house.calendar(url=house.url("/{user}/work/"))
    equal(calendar.busy(ADA, *APRIL, zone="America/New_York"), sorted([*WORK_BUSY, DAY_OFF_IN_NEW_YORK]), "busy times")
    equal((calendar.known, calendar.complete), (APRIL, True), "known")
    equal((calendar.busy(BEN, *APRIL), calendar.known), ([], APRIL), "an empty calendar")


def test_radicale_all_calendars(stack):
    """All calendars of a person count together"""
    house = House(stack, Radicale)
    for name in ("work", "private"):
        house.server.make_calendar("ada", name)
    house.fill("work")
    house.server.put("ada", "private", "lunch", calendar_of(*LUNCH))
    calendar = house.calendar(url=house.url("/{user}/"))
    equal(calendar.busy(ADA, *APRIL), sorted([*WORK_BUSY, LUNCH_BUSY]), "busy times")
    equal((calendar.known, calendar.complete), (APRIL, True), "known")


def test_radicale_refuses(stack):
    """Nobody is free because there is no such calendar, or our password is wrong"""
    house = House(stack, Radicale)
    house.server.make_calendar("ada", "work")
    calendar = house.calendar(url=house.url("/{user}/work/"))
    equal(refusal(calendar, NOBODY, *APRIL), ("data", f"{house.url('/nobody/work/')}: there is nothing at this address (404)."))
    code, message = refusal(house.calendar(url=house.url("/{user}/")), NOBODY, *APRIL)
    equal(code, "data", message)
    equal(refusal(house.calendar(url=house.url("/{user}/work/"), password="wrong"), ADA, *APRIL),
          ("config", f"{house.url('/ada/work/')}: name and password are not accepted (401)."))
    equal(calendar.busy(ADA, *APRIL), [], "afterwards")


def test_radicale_has_no_scheduling(stack):
    """A server without scheduling is told when it is tried, with what to do"""
    house = House(stack, Radicale)
    calendar = house.calendar(server=house.url())
    for question in (lambda: calendar.do("probe"), lambda: calendar.busy(ADA, *APRIL)):
        try:
            question()
            raise AssertionError("it was answered")
        except Refused as refused:
            equal(refused.code, "config", refused.message)
            holds("“url”" in refused.message, refused.message)


def test_in_clear_on_this_machine(stack):
    """A server on this machine may be asked in clear"""
    house = House(stack, Radicale, tls=False)
    house.server.make_calendar("ada", "work")
    house.server.put("ada", "work", "lunch", calendar_of(*LUNCH))
    equal(house.calendar(url=house.url("/{user}/work/")).busy(ADA, *APRIL), [LUNCH_BUSY])


# ---- Cyrus -----------------------------------------------------------------------------


def test_cyrus_scheduling(stack):
    """Found by discovery, the Outbox of our account tells of all people, by their mail addresses"""
    house = House(stack, Cyrus)
    house.fill("Default")
    calendar = house.calendar(server=house.url())
    calendar.do("probe")
    equal(calendar.busy(ADA, *APRIL), WORK_BUSY, "busy times")
    equal((calendar.known, calendar.complete), (APRIL, True), "known")
    equal((calendar.busy(BEN, *APRIL), calendar.known), ([], APRIL), "nothing in the calendar")
    for person in (NOBODY, "ada@elsewhere.example.net"):
        code, message = refusal(calendar, person, *APRIL)
        equal(code, "data", message)
        holds("does not tell of this person" in message, message)
    code, message = refusal(house.calendar(server=house.url(), password="wrong"), ADA, *APRIL)
    equal(code, "config", message)
    holds("not accepted (401)" in message, message)


def test_cyrus_free_busy_query(stack):
    """Cyrus answers for a calendar of which we may see the busy times only"""
    house = House(stack, Cyrus)
    house.fill("Default")
    status, _ = house.server.ask("GET", "/dav/calendars/user/ada/Default/weekly.ics", "rotnem", house.server.password("rotnem"))
    holds(status != 200, "we may not read the calendar")
    calendar = house.calendar(url=house.url("/dav/calendars/user/{user}/Default/"))
    equal(calendar.busy(ADA, *APRIL), WORK_BUSY, "busy times")
    equal((calendar.known, calendar.complete), (APRIL, True), "known")
    code, message = refusal(calendar, NOBODY, *APRIL)
    equal(code, "data", message)


def test_cyrus_own_principal(stack):
    """From a person's principal all calendars are found, except those that make nobody busy"""
    house = House(stack, Cyrus)
    house.server.put("rotnem", "Default", "lunch", calendar_of(*LUNCH))
    calendar = house.calendar(url=house.url("/dav/principals/user/{user}/"))
    equal(calendar.busy("rotnem@example.com", *APRIL), [LUNCH_BUSY], "busy times")


# ---- Servers that misbehave --------------------------------------------------------------

RESPONSE = '<response><href>/ada/</href><propstat><prop>{}</prop><status>HTTP/1.1 200 OK</status></propstat></response>'
SPACES = 'xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
IS_CALENDAR = RESPONSE.format("<resourcetype><collection/><C:calendar/></resourcetype>")


def many(*responses):
    return Answer(f"<multistatus {SPACES}>{''.join(responses)}</multistatus>", status=207, kind="application/xml")


class Stage:
    """A server that says it has a calendar for Ada, and answers questions about it as told."""

    def __init__(self, stack):
        self.stack = stack
        self.web = Web(stack)
        self.answers = {"PROPFIND": many(IS_CALENDAR)}
        self.web.pages["/ada/"] = lambda asked: self.answers[asked.command]

    def calendar(self, **settings):
        return Calendar(self.stack, "caldav", **{"url": self.web.url("/{user}/"), "timeout": "2 seconds", **settings})

    def reports(self, free_busy, events=Answer(status=403)):
        """What the two questions about a calendar get."""
        self.web.pages["/ada/"] = lambda asked: self.answers["PROPFIND"] if asked.command == "PROPFIND" else (
            free_busy if b"free-busy-query" in self.web.asked[-1][3] else events)


def test_free_busy_in_the_form_of_later_radicales(stack):
    """One VFREEBUSY for each event, with its kind as a property, as later Radicales write"""
    stage = Stage(stack)
    busy = ["BEGIN:VFREEBUSY", "DTSTAMP:20260301T000000Z", "DTSTART:20260402T100000Z", "DTEND:20260402T110000Z", "FBTYPE:BUSY",
            "END:VFREEBUSY"]
    free = [line.replace("T1", "T2").replace("BUSY", "FREE") if line.startswith(("DT", "FB")) else line for line in busy]
    stage.reports(Answer(calendar_of(*busy, *free)))
    calendar = stage.calendar()
    equal((calendar.busy(ADA, *APRIL), calendar.known, calendar.complete), ([LUNCH_BUSY], APRIL, True))
    stage.reports(Answer(calendar_of()))
    equal((calendar.busy(ADA, *APRIL), calendar.known), ([], APRIL), "without any event")
    text = RESPONSE.format(f"<C:calendar-data>{calendar_of(*DAY_OFF)}</C:calendar-data>")
    stage.reports(Answer(calendar_of(*busy)), many(text))
    equal(calendar.busy(ADA, *APRIL, zone="America/New_York"), [DAY_OFF_IN_NEW_YORK], "the events say more, where they are told")


def test_events_are_read_on_demand(stack):
    """A server that is known to tell busy times badly is not asked for them"""
    stage = Stage(stack)
    stage.reports(Answer(calendar_of()), many(RESPONSE.format(f"<C:calendar-data>{calendar_of(*LUNCH)}</C:calendar-data>")))
    equal(stage.calendar(events="yes").busy(ADA, *APRIL), [LUNCH_BUSY])
    holds(all(b"free-busy-query" not in asked[3] for asked in stage.web.asked), "nobody asked for busy times")


def test_half_an_answer_is_none(stack):
    """Where entries come without text, or something is not told, nobody is free"""
    stage = Stage(stack)
    calendar = stage.calendar()
    text = RESPONSE.format(f"<C:calendar-data><![CDATA[{calendar_of(*LUNCH)}]]></C:calendar-data>")
    gone = '<response><href>/ada/1.ics</href><status>HTTP/1.1 404 Not Found</status></response>'
    more = '<response><href>/ada/</href><status>HTTP/1.1 507 Insufficient Storage</status></response>'
    unreadable = RESPONSE.format("<C:calendar-data/>").replace("200 OK", "403 Forbidden")
    stage.reports(Answer(status=501), many(text))
    equal(calendar.busy(ADA, *APRIL), [LUNCH_BUSY], "all of it")
    for name, answer in {"gone": many(text, gone), "more": many(text, more), "unreadable": many(unreadable),
                         "empty text": many(RESPONSE.format("<C:calendar-data/>")), "forbidden": Answer(status=403),
                         "a page": Answer("<html></html>", kind="text/html")}.items():
        stage.reports(many(), answer)
        code, message = refusal(calendar, ADA, *APRIL)
        equal(code, "data", f"{name}: {message}")
        holds(stage.web.url("/ada/") in message, f"{name} names the address: {message}")
    for name, answer in {"a page": Answer("<html></html>"), "nothing": Answer(""), "an error": Answer(status=404)}.items():
        stage.reports(answer)
        equal(refusal(calendar, ADA, *APRIL)[0], "data", name)


def test_hostile_xml(stack):
    """XML made to hurt costs no time and leaves the person unknown"""
    stage = Stage(stack)
    calendar = stage.calendar(timeout="10 seconds")
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    body = f"<multistatus {SPACES}>{{}}</multistatus>"
    for name, xml in {
            "entities": f"<!DOCTYPE m [{entities}]>" + body.format("&e9;"),
            "a file": '<!DOCTYPE m [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + body.format("&f;"),
            "a foreign type": '<!DOCTYPE m SYSTEM "http://127.0.0.1:1/m.dtd">' + body.format(""),
            "attributes": f"<multistatus {SPACES} " + " ".join(f'a{n}="1"' for n in range(300000)) + "/>",
            "depth": body.format("<a>" * 500000),
            "cut off": body.format("<response")[:-20],
            "other characters": body.format("").encode("utf-16"),
            "two roots": body.format("") * 2,
            "nothing": "",
    }.items():
        stage.reports(many(), Answer(xml, status=207, kind="application/xml"))
        start = calendar.cpu()
        code, message = refusal(calendar, ADA, *APRIL)
        equal(code, "data", f"{name}: {message}")
        holds("no XML" in message, f"{name} is told: {message}")
        holds(calendar.cpu() - start < 1, f"{name} takes less than a second of CPU: {calendar.cpu() - start}")


def test_no_other_server_gets_the_password(stack):
    """A server cannot send us with our password to another one"""
    stage, other = Stage(stack), Web(stack)
    for href in (other.url("/ada/"), "http://calendar.example.net/ada/"):
        stage.answers["PROPFIND"] = many(RESPONSE.format(
            f"<resourcetype><principal/></resourcetype><C:calendar-home-set><href>{href}</href></C:calendar-home-set>"))
        code, message = refusal(stage.calendar(user="rotnem", password="sesame"), ADA, *APRIL)
        equal((code, other.asked), ("config", []), message)
        holds("no other server" in message and "sesame" not in message, message)


def test_an_answer_about_somebody_else(stack):
    """A scheduling server's answer counts for the person asked for only"""
    web = Web(stack)
    web.pages["/.well-known/caldav"] = many(RESPONSE.format("<current-user-principal><href>/me/</href></current-user-principal>"))
    web.pages["/me/"] = many(RESPONSE.format(
        "<C:schedule-outbox-URL><href>/out/</href></C:schedule-outbox-URL><C:calendar-user-address-set><href>/me/</href>"
        "<href>mailto:rotnem@example.com</href></C:calendar-user-address-set>"))
    calendar = Calendar(stack, "caldav", server=web.url(""), timeout="2 seconds")

    def answer(person, status="2.0;Success", text=calendar_of(*LUNCH)):
        web.pages["/out/"] = Answer(
            f'<C:schedule-response {SPACES}><C:response><C:recipient><href>{person}</href></C:recipient><C:request-status>'
            f'{status}</C:request-status><C:calendar-data>{text}</C:calendar-data></C:response></C:schedule-response>')
    answer("MAILTO:Ada@Example.com")
    equal(calendar.busy(ADA, *APRIL), [LUNCH_BUSY])
    asked = web.asked[-1][3].decode()
    for line in ("ORGANIZER:mailto:rotnem@example.com", "ATTENDEE:mailto:ada@example.com", "DTSTART:20260401T000000Z",
                 "DTEND:20260501T000000Z", "METHOD:REQUEST"):
        holds(f"\r\n{line}\r\n" in asked, f"{line} is in {asked}")
    for case in (["mailto:ben@example.com"], ["mailto:ada@example.com", "3.7;Invalid calendar user", ""],
                 ["mailto:ada@example.com", "2.0;Success", ""], ["mailto:ada@example.com", "2.0;Success", "no calendar"]):
        answer(*case)
        equal(refusal(calendar, ADA, *APRIL)[0], "data", str(case))
    equal([path for _, path, _, _ in web.asked].count("/me/"), 1, "how often the Outbox was looked for")
    code, message = refusal(calendar, "no-address", *APRIL)
    equal(code, "data", message)


def test_time_is_shared_by_all_questions(stack):
    """However many questions it takes, one person costs the time of the setting"""
    stage = Stage(stack)

    def slowly(answer):
        return lambda asked: (time.sleep(0.7), answer)[1]
    stage.web.pages["/ada/"] = lambda asked: slowly(many(IS_CALENDAR) if asked.command == "PROPFIND" else many())(asked)
    code, message = refusal(stage.calendar(timeout="1 second"), ADA, *APRIL)
    equal((code, message), ("retry", f"{stage.web.url('/ada/')}: the answer took too long."))


def test_bad_settings(stack):
    """Settings that cannot work are told at the start"""
    for settings in ({}, {"url": "https://localhost/{user}/", "server": "https://localhost"},
                     {"server": "http://calendar.example.com"}, {"url": "file:///srv/{user}/"},
                     {"url": "https://localhost/{usr}/"}):
        try:
            Calendar(stack, "caldav", **settings)
            raise AssertionError(f"{settings} were taken")
        except Refused as refused:
            equal(refused.code, "config", refused.message)


tap.run(globals())
