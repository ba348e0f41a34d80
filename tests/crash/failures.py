"""Calls that fail: memory that is not there, a disk that takes no more or does not sync. Once,
or from then on until somebody has mended it."""

import dataclasses
import random
import time

from company_site import Site
from five import CHAPTERS, FIVE
from judge import judge, missing, recover, trial
from points import ROLES

KINDS = ("malloc", "write", "sync")  # as in failer.c
CHAPTER = 2                          # the one with the most in it
LIVE_SECONDS, FAILING_SECONDS = 30, 4
WAIT_MINUTES = 2                     # events wait so long for a policy that can not be started


@dataclasses.dataclass(frozen=True)
class Failure:
    preloads = ("failer", "killer")  # not in a build with sanitizers: their malloc is in the place of ours

    role: str
    kind: str
    at: int
    ever: bool
    copies: bool = True
    may_come_twice: int = 0

    def __str__(self):
        return f"{self.kind} number {self.at} of {self.role} fails {'for ever' if self.ever else 'once'}"

    def environment(self, page):
        place = {"FAIL_PAGE": page, "FAIL_ROLE": self.role, "FAIL_CALL": self.kind, "FAIL_AT": self.at}
        return place | ({"FAIL_EVER": 1} if self.ever else {})


def failed(site):
    return site.words_of_page()[0]


def count_calls(folder, loop, before):
    """How many calls of each kind each role makes in the chapter."""
    site = Site(folder / "failures", loop, FIVE, before, copies=True)
    site.begin(CHAPTERS[CHAPTER])
    live(site, Failure("nobody", "malloc", 0, False))
    counts = list(site.words_of_page()[1:1 + len(ROLES) * len(KINDS)])
    site.close()
    return {(role, kind): counts[i * len(KINDS) + j] for i, role in enumerate(ROLES) for j, kind in enumerate(KINDS)}


def some_failures(counts, number, seed):
    """By chance, of each role, kind and way alike."""
    chance, kinds = random.Random(seed), [(place, ever) for place, n in counts.items() if n > 0 for ever in (False, True)]
    chosen = []
    for i in range(number):
        (role, kind), ever = kinds[i % len(kinds)]
        chosen.append(Failure(role, kind, chance.randint(1, counts[role, kind]), ever))
    return chosen


def live(site, failure):
    """The chapter, until it is complete or can not be; whoever ends is not started again."""
    process = site.start("run", failure)
    end, complete = time.monotonic() + LIVE_SECONDS, 0
    while process.poll() is None and time.monotonic() < end and complete < 10:
        time.sleep(0.02)
        complete = complete + 1 if not missing(site, CHAPTERS[CHAPTER]) else 0
        if failure.ever and failed(site):
            end = min(end, time.monotonic() + FAILING_SECONDS)
    died = failed(site)
    site.stop()
    return died


def mend(site):
    """What a reader could not read is handed to it again."""
    for mail in site.lines("held"):
        answer = site.ask("held", "retry", str(mail["id"]))
        if answer.returncode != 0:
            raise AssertionError(answer.stderr)


def try_failure(folder, loop, before, failure):
    site = Site(folder, loop, FIVE, before, copies=True)
    with trial(site) as verdict:
        site.begin(CHAPTERS[CHAPTER])
        verdict.died = min(live(site, failure), 1)
        mend(site)
        site.later += WAIT_MINUTES
        recover(site, verdict)
        judge(site, CHAPTERS[CHAPTER], verdict)
    return verdict
