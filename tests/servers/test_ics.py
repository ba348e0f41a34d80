"""The plugin "ics" with web servers: what they publish, and how they fail."""

import contextlib
import gzip
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
import tap
from authority import Authority
from dav import calendar_of, event
from driver import Calendar, Refused, refusal
from tap import equal, holds, make_folder
from web import Answer, CutOff, Redirect, Trickle, Web

ADA = "ada@example.com"
APRIL = ("2026-04-01T00:00", "2026-05-01T00:00")


LUNCH = calendar_of(*event("1", "DTSTART:20260402T100000Z", "DTEND:20260402T110000Z"))
LUNCH_SPAN = [("2026-04-02T10:00", "2026-04-02T11:00")]


class Site:
    """A web server with TLS, and the plugin that asks it."""

    def __init__(self, stack):
        self.stack = stack
        self.folder = make_folder(stack)
        self.authority = Authority(self.folder / "authority")
        self.web = Web(stack, self.authority.issue("web"))

    def calendar(self, **settings):
        return Calendar(self.stack, "ics", **{"url": self.web.url("/{user}.ics"), "ca_file": self.authority.certificate,
                                              "timeout": "2 seconds", **settings})

    def serve(self, answer):
        self.web.pages["/ada.ics"] = answer


def test_events_of_every_kind(stack):
    """A calendar of events gives busy times: series, whole days in the person's zone, not what is free or cancelled"""
    site = Site(stack)
    site.serve(Answer(calendar_of(
        *event("weekly", "DTSTART;TZID=Europe/Berlin:20260401T090000", "DTEND;TZID=Europe/Berlin:20260401T100000",
               "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;TZID=Europe/Berlin:20260408T090000"),
        *event("weekly", "RECURRENCE-ID;TZID=Europe/Berlin:20260415T090000",
               "DTSTART;TZID=Europe/Berlin:20260416T140000", "DTEND;TZID=Europe/Berlin:20260416T150000"),
        *event("day", "DTSTART;VALUE=DATE:20260420", "DTEND;VALUE=DATE:20260421"),
        *event("free", "DTSTART:20260424T100000Z", "DTEND:20260424T110000Z", "TRANSP:TRANSPARENT"),
        *event("off", "DTSTART:20260425T100000Z", "DTEND:20260425T110000Z", "STATUS:CANCELLED"))))
    calendar = site.calendar()
    equal(calendar.busy(ADA, *APRIL, zone="America/New_York"), [
        ("2026-04-01T07:00", "2026-04-01T08:00"), ("2026-04-16T12:00", "2026-04-16T13:00"),
        ("2026-04-20T04:00", "2026-04-21T04:00"), ("2026-04-22T07:00", "2026-04-22T08:00")], "busy times")
    equal((calendar.known, calendar.complete), (APRIL, True), "known")


def test_free_and_busy_times(stack):
    """A VFREEBUSY gives its busy periods, and is known for its own time only"""
    site = Site(stack)
    site.serve(Answer(calendar_of(
        "BEGIN:VFREEBUSY", "UID:1", "DTSTAMP:20260301T000000Z", "DTSTART:20260401T000000Z", "DTEND:20260415T000000Z",
        "FREEBUSY:20260402T100000Z/20260402T110000Z,20260403T100000Z/PT30M",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260406T100000Z/PT1H", "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260407T100000Z/PT1H",
        "FREEBUSY;FBTYPE=FREE:20260408T100000Z/PT1H", "END:VFREEBUSY"), kind="text/plain"))
    calendar = site.calendar()
    equal(calendar.busy(ADA, *APRIL), LUNCH_SPAN + [
        ("2026-04-03T10:00", "2026-04-03T10:30"), ("2026-04-06T10:00", "2026-04-06T11:00"),
        ("2026-04-07T10:00", "2026-04-07T11:00")], "busy times")
    equal(calendar.known, ("2026-04-01T00:00", "2026-04-15T00:00"), "known")


def test_a_calendar_of_her_own(stack):
    """The directory's address for a person goes before the template, webcal too"""
    site = Site(stack)
    site.web.pages["/own.ics"] = Answer(LUNCH)
    calendar = site.calendar()
    equal(calendar.busy(ADA, *APRIL, calendar=site.web.url("/own.ics")), LUNCH_SPAN)
    equal(calendar.busy(ADA, *APRIL, calendar=site.web.url("/own.ics").replace("https", "webcal")), LUNCH_SPAN)
    equal([path for _, path, _, _ in site.web.asked], ["/own.ics"] * 2, "asked")
    equal(site.calendar(url="").busy(ADA, *APRIL), None, "without any address")


def test_only_trusted_certificates(stack):
    """Nothing is fetched from a server whose certificate is not trusted, or is for another name"""
    site = Site(stack)
    site.serve(Answer(LUNCH))
    other = Authority(site.folder / "other")
    strange = Web(stack, site.authority.issue("strange", names="DNS:calendar.example.com"))
    for calendar in (site.calendar(ca_file=other.certificate), site.calendar(ca_file=""),
                     site.calendar(url=strange.url("/{user}.ics"))):
        code, message = refusal(calendar, ADA, *APRIL)
        equal(code, "retry", message)
        holds("certificate" in message, f"the sentence names the certificate: {message}")
    code, message = refusal(site.calendar(ca_file=site.folder / "missing.pem"), ADA, *APRIL)
    equal(code, "config", message)
    holds("“ca_file”" in message, message)
    equal(site.web.asked + strange.asked, [], "asked")


def test_what_fails_is_unknown(stack):
    """Refusals, pages of other kinds, and cut off or oversized answers leave a person unknown, and say where"""
    site = Site(stack)
    calendar = site.calendar()
    cases = [
        ("gone", Answer(status=404), "data", "nothing at this address (404)"),
        ("forbidden", Answer(status=403), "data", "does not allow it (403)"),
        ("login", Answer(status=401), "config", "not accepted (401)"),
        ("failure", Answer(status=500), "data", "failed (500)"),
        ("maintenance", Answer(status=503), "retry", "not available (503)"),
        ("not asked for", Answer(status=304), "data", "(304)"),
        ("no content", Answer(status=204), "data", "(204)"),
        ("an empty page", Answer(""), "data", "no calendar"),
        ("a login page", Answer("<!DOCTYPE html><title>Login</title>", kind="text/html"), "data", "no calendar"),
        ("compressed", Answer(gzip.compress(LUNCH.encode()), Content_Encoding="gzip"), "data", "no calendar"),
        ("cut off", CutOff(LUNCH), "retry", ""),
        ("too large", Answer(LUNCH + " " * 8 * 1024 * 1024), "data", "too large"),
    ]
    for name, answer, wanted, words in cases:
        site.serve(answer)
        code, message = refusal(calendar, ADA, *APRIL)
        equal(code, wanted, f"{name}: {message}")
        holds(words in message, f"{name} is told: {message}")
        holds(f"{site.web.url('/ada.ics')}: " in message, f"{name} names the address: {message}")
    site.serve(Answer(LUNCH))
    equal(calendar.busy(ADA, *APRIL), LUNCH_SPAN, "afterwards")


def test_what_cannot_be_read_is_said(stack):
    """A calendar that is readable in part says that it is"""
    site = Site(stack)
    calendar = site.calendar()
    for line in ("RRULE:FREQ=SECONDLY;BYMONTH=13", "RRULE:FREQ=DAILY;BYSECOND=61", "RRULE:NONSENSE", "DTEND:tomorrow"):
        site.serve(Answer(LUNCH.replace("END:VEVENT", "\r\n".join(
            ["END:VEVENT", *event("2", "DTSTART:20260403T100000Z", line)]))))
        start = calendar.cpu()
        equal(calendar.busy(ADA, *APRIL)[:1], LUNCH_SPAN, line)
        equal(calendar.complete, False, f"whether all was read: {line}")
        holds(calendar.cpu() - start < 1, f"{line} takes less than a second of CPU")
    site.serve(Answer(LUNCH.replace("END:VCALENDAR", "")))
    equal((calendar.busy(ADA, *APRIL), calendar.complete), (LUNCH_SPAN, False), "without an end")


def test_time_is_bounded(stack):
    """A server that trickles, and one that never answers, cost the time of the setting"""
    site = Site(stack)
    calendar = site.calendar(timeout="1 second")
    for name, answer in (("trickle", Trickle()), ("silence", lambda _: time.sleep(60) or Answer())):
        site.serve(answer)
        start = time.monotonic()
        code, message = refusal(calendar, ADA, *APRIL)
        equal((code, message), ("retry", f"{site.web.url('/ada.ics')}: the answer took too long."), name)
        holds(0.9 < time.monotonic() - start < 40, f"{name} ends in time")


def test_redirects(stack):
    """Redirects are followed to https only, not for ever, and no other host gets the password"""
    site = Site(stack)
    clear, other = Web(stack), Web(stack, site.authority.issue("other"))
    calendar = site.calendar(user="rotnem", password="sesame")
    other.pages["/ada"] = clear.pages["/ada"] = Answer(LUNCH)

    site.serve(Redirect(other.url("/ada", host="127.0.0.1")))
    equal(calendar.busy(ADA, *APRIL), LUNCH_SPAN, "to https")
    holds("Authorization" in site.web.asked[-1][2], "the first server gets the password")
    holds("Authorization" not in other.asked[-1][2], "the other server does not get it")

    site.serve(Redirect(clear.url("/ada")))
    code, message = refusal(calendar, ADA, *APRIL)
    equal((code, clear.asked), ("data", []), message)
    site.serve(Redirect("file:///etc/passwd"))
    equal(refusal(calendar, ADA, *APRIL)[0], "data", "to a file")
    site.serve(Redirect(site.web.url("/ada.ics")))
    code, message = refusal(calendar, ADA, *APRIL)
    equal(code, "data", message)
    holds(len(site.web.asked) < 20, "a loop of redirects ends soon")


def test_unchanged_calendars_are_not_sent_again(stack):
    """An ETag or date comes back with the next question, and a 304 means what was sent before"""
    site = Site(stack)
    for name, value, back in (("ETag", '"7"', "If-None-Match"),
                              ("Last_Modified", "Wed, 01 Apr 2026 10:00:00 GMT", "If-Modified-Since")):
        calendar = site.calendar()
        site.serve(Answer(LUNCH, **{name: value}))
        equal(calendar.busy(ADA, *APRIL), LUNCH_SPAN, "first")
        site.serve(Answer(status=304))
        equal(calendar.busy(ADA, *APRIL), LUNCH_SPAN, "unchanged")
        equal(site.web.asked[-1][2].get(back), value, back)
        site.serve(Answer(calendar_of(), **{name: value}))
        equal(calendar.busy(ADA, *APRIL), [], "changed")
        site.serve(Answer(status=404))
        equal(refusal(calendar, ADA, *APRIL)[0], "data", "gone")


def test_no_secret_is_told(stack):
    """Neither passwords nor the key of an address stand in a message"""
    site = Site(stack)
    calendar = site.calendar(url=site.web.url("/{user}.ics?key=sesame"), user="rotnem", password="sesame")
    _, message = refusal(calendar, ADA, *APRIL)
    holds("sesame" not in message, message)
    equal(site.web.asked[-1][1], "/ada.ics?key=sesame", "asked")
    with contextlib.suppress(Refused):
        site.calendar(url="http://calendar.example.com/{user}.ics", user="rotnem", password="sesame")
        raise AssertionError("a password would go out in clear")


tap.run(globals())
