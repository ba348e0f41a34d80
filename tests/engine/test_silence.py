"""Processes that hang without dying: stopped, waiting for what never comes, or not to be killed. The engine notices,
the rest goes on, nothing is lost and nothing comes twice."""

import contextlib
import ctypes
import fcntl
import os
import pathlib
import signal
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import ASKED, Site, until_both_said_yes
import tap
from sink import Loop, Sink
from strangers import Imap, Stranger, mail_answer
from tap import BUILD, equal, holds, wait_for
from web import Answer, Web

SILENCE = 10  # seconds, the least that may be set
SILENT, UNDEAD, HELD = "no sign of life for 1", "was killed and does not end", "a process of an earlier run has it"
PTRACE_SEIZE, WAIT_ALL = 0x4206, 0x40000000


def site_of(stack, leaders=4, top="", **more):
    names = [f"leader{number}" for number in range(leaders)]
    return Site(stack, leaders=names, top=f'silence = "{SILENCE} seconds"\n{top}', **more)


def relay_of(stack, site, on_first):
    """A relay that does something behind the final dot of the first mail."""
    seen = []

    def cut(_raw):
        seen.append(1)
        if len(seen) == 1:
            on_first()
    sink = Sink(Loop(), lambda taken: None, cut)
    stack.callback(sink.close)
    site.relay(sink.port)
    return sink


def pid_of(site, title):
    return site.children("host")[title]["pid"]


def trouble_of(site, title):
    return site.children("host")[title]["trouble"]


def halt(stack, pid):
    os.kill(pid, signal.SIGSTOP)
    stack.callback(kill, pid)


def kill(pid):
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def told(site, words, seconds=SILENCE + 30):
    try:
        wait_for(f"a line with “{words}”", lambda: words in site.log(), seconds)
    except AssertionError as error:
        raise AssertionError(f"{error}\n{site.log()}") from error


def taken(sink):
    return sorted(mail.recipient for mail in sink.taken if mail.subject == ASKED)


def states(site):
    return sorted(mail["state"] for mail in site.lines("mails"))


def test_a_transport_that_is_stopped(stack):
    """A transport that is stopped behind a mail is killed: that mail is uncertain, the others leave, none comes twice"""
    site = site_of(stack)
    sink = relay_of(stack, site, lambda: halt(stack, pid_of(site, "smtp relay")))
    site.start()
    told(site, SILENT)
    wait_for("the other mails", lambda: len(sink.taken) == 4)
    wait_for("their answers", lambda: "leased" not in states(site))
    equal(states(site), ["sent"] * 3 + ["uncertain"], "states of the mails")
    equal(taken(sink), [f"leader{number}@example.org" for number in range(4)], "who got them")
    wait_for("an end of the trouble", lambda: trouble_of(site, "smtp relay") == "")
    equal(site.log().count(SILENT), 1, "processes that were killed")


def test_a_source_that_is_stopped(stack):
    """A source that is stopped is killed: mail that came meanwhile is handled, and status told of it"""
    site = site_of(stack, 1)
    site.start()
    question = site.new_mail("leader0", ASKED)
    pid = pid_of(site, "maildir incoming")
    halt(stack, pid)
    site.reply("leader0", question, "1: Tools")
    wait_for("a word in status", lambda: SILENT in trouble_of(site, "maildir incoming"), SILENCE + 30)
    site.new_mail("leader0", "Thank you for your topics")
    holds(pid_of(site, "maildir incoming") != pid, "another process looks for mail")
    equal(len(site.mailbox("leader0", "Thank you for your topics")), 1, "receipts")


def test_a_calendar_that_is_stopped(stack):
    """A calendar that is stopped over a question is killed, and the two meet all the same"""
    web = Web(stack)
    top = f'ics-url "web" {{\n\turl = "{web.url("/{user}.ics")}"\n\ttimeout = "20 seconds"\n}}\n'
    site = Site(stack, top=f'silence = "{SILENCE} seconds"\n{top}')

    def stop(_request):
        halt(stack, pid_of(site, "ics-url web"))
        return Answer(status=404)
    web.pages["/lea.ics"] = stop
    until_both_said_yes(site)
    told(site, SILENT)
    wait_for("a question or a meeting", lambda: site.mailbox("lea", "first meeting"), 30)


def test_a_directory_that_never_ends(stack):
    """A table whose disk never answers is told; when it does, the work begins"""
    site = site_of(stack, 1)
    hangs = site.folder / "people.csv.hangs"
    hangs.touch()
    site.start(preload=BUILD / "tests/engine/.libs/hanging_path.so")
    told(site, SILENT)
    equal(site.mailbox("leader0"), [], "mails so far")
    hangs.unlink()
    site.new_mail("leader0", ASKED, SILENCE * 2 + 30)


def test_what_lives_is_left_alone(stack):
    """A relay that takes longer for one mail than a process may be silent ends none"""
    site = site_of(stack, 2)

    sink = Sink(Loop(), lambda taken: None, lambda _raw: time.sleep(SILENCE * 1.5))
    stack.callback(sink.close)
    site.relay(sink.port)
    site.start()
    pid = pid_of(site, "smtp relay")
    wait_for("both mails", lambda: states(site) == ["sent", "sent"], SILENCE * 3 + 40)
    equal((pid_of(site, "smtp relay"), SILENT in site.log()), (pid, False), "its process, and whether silence was told")


def test_a_mail_on_a_slow_line(stack):
    """A mailbox whose mail takes longer to come than a process may be silent is left alone"""
    site, new = site_of(stack, 1), []
    mail = b"From: eve@example.org\r\nTo: mentoring@example.org\r\nMessage-ID: <1@eve>\r\nSubject: Hello\r\n\r\n" + b"x\r\n" * 40

    def search(line, tag, _):
        line.say("* SEARCH" + " 4" * len(new), f"{tag} OK done")

    def fetch(line, tag, _):
        for byte in mail_answer(4, 4, mail).encode():
            line.send(bytes([byte]))
            time.sleep(SILENCE * 2 / len(mail))
        line.say("", f"{tag} OK done")
    server = Stranger(stack, Imap(uid_search=search, uid_fetch=fetch))
    text = site.config.read_text()
    site.config.write_text(text.replace('maildir "incoming" {\n\tfolder = "incoming"\n', (
        f'imap "incoming" {{\n\tserver = "127.0.0.1"\n\tport = {server.port}\n\tsecurity = "none"\n\tidle = no\n'
        '\tuser = "program"\n\tpassword = "secret"\n\thandled = "none"\n\theld = "none"\n')))
    site.start()
    new.append(1)
    wait_for("the mail", lambda: site.lines("held"), SILENCE * 2 + 40)
    holds(SILENT not in site.log(), f"nobody was killed:\n{site.log()}")


def test_a_process_that_cannot_be_killed(stack):
    """A process that does not end though it is killed holds up its connection alone, and status tells it"""
    site, traced = site_of(stack), []

    def seize():
        pid = pid_of(site, "smtp relay")
        equal(ctypes.CDLL(None, use_errno=True).ptrace(PTRACE_SEIZE, pid, 0, 0), 0, f"seizing: {ctypes.get_errno()}")
        traced.append(pid)
        halt(stack, pid)
    sink = relay_of(stack, site, seize)
    site.start()
    wait_for("a word in status", lambda: UNDEAD in trouble_of(site, "smtp relay"), SILENCE + 30)
    site.deliver(b"From: eve@example.org\nTo: mentoring@example.org\nMessage-ID: <1@eve>\nSubject: Hello\n\nHello.\n")
    wait_for("the mail of somebody", lambda: site.lines("held"))
    equal(len(sink.taken), 1, "mails that left")
    os.waitpid(traced[0], WAIT_ALL)  # as its tracer: now it is gone
    wait_for("the other mails", lambda: len(sink.taken) == 4, 90)
    equal(len(set(taken(sink))), 4, "who got them")


def test_a_progress_file_that_another_has(stack):
    """While an old process has a progress file, its connection waits: others send, mail is handled, a start comes to its end"""
    site = site_of(stack, 40)
    site.relay(1, connections=2)
    site.once(status=75)
    sink = Sink(Loop(), lambda taken: None)
    stack.callback(sink.close)
    site.config.write_text(site.config.read_text().replace("port = 1\n", f"port = {sink.port}\n"))
    with (site.folder / "state/progress-relay").open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        site.start(days=1 / 24)
        wait_for("a word in status", lambda: HELD in trouble_of(site, "smtp relay"), 30)
        wait_for("mails by the other connection", lambda: len(sink.taken) == 8, 30)
        site.kill()
        site.start(days=1 / 24)
        wait_for("the same behind the next start", lambda: HELD in trouble_of(site, "smtp relay"), 30)
        equal(trouble_of(site, "smtp relay 2"), "", "what troubles the other connection")
        first = next(mail for mail in sink.taken if mail.subject == ASKED)
        site.reply(first.recipient, first.mail, "1: Tools")
        wait_for("a receipt", lambda: sum(mail.subject != ASKED for mail in sink.taken) == 1, 30)
        time.sleep(2)
        equal(len(sink.taken), 9, "mails so far")
    wait_for("all mails", lambda: len(taken(sink)) == 40, 90)
    equal(len(set(taken(sink))), 40, "who got one")
    wait_for("an end of the trouble", lambda: trouble_of(site, "smtp relay") == "")


tap.run(globals())
