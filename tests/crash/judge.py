"""One death and what came of it. Judged by the mails that arrived, held against the
test's own list."""

import collections
import dataclasses
import shutil
import signal
import time

from site_of_five import Site

LIVE_SECONDS = 30    # a chapter takes about one
ROUNDS = 6           # starts after a death until all is at rest
SETTLE_MINUTES = 20  # behind the time after which an uncertain mail is sent again


@dataclasses.dataclass(frozen=True)
class Kill:
    chapter: int
    role: str
    at: int
    how: str
    copies: bool = False

    def __str__(self):
        return f"{self.how} at call {self.at} of {self.role} in chapter {self.chapter}{', with copies' if self.copies else ''}"


@dataclasses.dataclass
class Verdict:
    lost: list = dataclasses.field(default_factory=list)
    twice: list = dataclasses.field(default_factory=list)
    wrong: list = dataclasses.field(default_factory=list)
    uncertain: int = 0
    died: bool = False
    log: str = ""


def matches(taken, wanted):
    who, words = wanted
    return taken.recipient == f"{who}@example.org" and str(taken.mail["Subject"]).startswith(words)


def missing(site, chapter):
    return [wanted for wanted in chapter.mails if not any(matches(taken, wanted) for taken in site.sink.taken)]


def live(site, chapter, kill):
    """The chapter with a death in it. TRUE when it happened."""
    process = site.start("run", kill)
    end, complete = time.monotonic() + LIVE_SECONDS, 0
    while process.poll() is None and time.monotonic() < end and complete < 10:
        time.sleep(0.02)
        complete = complete + 1 if not missing(site, chapter) else 0
    died = process.poll() is not None or site.counts()[0]
    site.stop()
    return died


def recover(site, verdict):
    """Starts Rotnem until nothing is left to do, and notes what was uncertain."""
    ids = set()
    for _ in range(ROUNDS):
        posted = site.posted
        if site.start("once").wait(60) != 0:
            verdict.wrong.append(f"rotnem once ended with {site.process.returncode}")
        found = {mail["message_id"] for mail in site.lines("mails", "--state", "uncertain")}
        ids |= found
        if not found and site.posted == posted:
            break
        if found and site.posted == posted:
            site.later += SETTLE_MINUTES
    else:
        verdict.wrong.append("it does not come to rest")
    verdict.uncertain = len(ids)


def judge(site, chapter, verdict):
    """At most one mail may come twice, with the same bytes; nothing may be missing, and
    nothing may come that is not in the list."""
    verdict.lost += missing(site, chapter)
    copies = collections.defaultdict(list)
    for taken in site.sink.taken:
        copies[taken.key].append(taken.raw)
    for key, raws in copies.items():
        if len(set(raws)) > 1:
            verdict.wrong.append(f"{key}: different bytes")
        verdict.twice += [key] * (len(raws) - 1)
    for wanted in chapter.mails:
        if len({taken.key for taken in site.sink.taken if matches(taken, wanted)}) > 1:
            verdict.wrong.append(f"{wanted} was written twice")
    for taken in site.sink.taken:
        if not any(matches(taken, wanted) for wanted in chapter.mails):
            verdict.wrong.append(f"nobody expected “{taken.mail['Subject']}” to {taken.recipient}")
    held = [f"{mail['subject']}: {mail['reason']}" for mail in site.lines("held")]
    if held:
        verdict.wrong.append(f"held: {held}")
    trouble = chapter.state(site)
    if trouble is not None:
        verdict.wrong.append(trouble)


def try_point(folder, loop, before, chapter, kill):
    """Lives through a chapter with one death in it, and judges what came of it."""
    site = Site(folder, loop, before, copies=kill.copies)
    verdict = Verdict()
    try:
        site.begin(chapter)
        verdict.died = live(site, chapter, kill)
        if kill.how == "power":
            site.lose_power()
        recover(site, verdict)
        judge(site, chapter, verdict)
    except Exception as error:  # pylint: disable=broad-except
        verdict.wrong.append(f"{type(error).__name__}: {error}")
        site.process.send_signal(signal.SIGKILL)
    finally:
        verdict.log = site.log()
        site.close()
        shutil.rmtree(folder, ignore_errors=True)
    return verdict
