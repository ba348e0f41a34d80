"""Deaths at chosen calls: one in each life through a chapter of the company of five."""

import collections
import dataclasses
import itertools
import random
import time

from company_site import Site
from five import CHAPTERS, FIVE
from judge import Verdict, judge, missing, recover, trial
from mailboxes import Maildir

LIVE_SECONDS = 30    # a chapter takes about one
LEASED = 64          # mails in the hands of a transport
ROLES = ("reader", "policy", "transport", "source", "directory", "engine")  # as in role.h
# Half a frame can only be written by one who writes frames or files; power ends the whole.
WAYS = {
    "engine": ["self", "torn", "power"], "reader": ["self", "torn"], "policy": ["self", "torn", "engine"],
    "transport": ["self", "torn", "engine"], "source": ["self", "torn", "engine"], "directory": ["self", "torn", "engine"],
}


@dataclasses.dataclass(frozen=True)
class Kill:
    chapter: int
    role: str
    at: int
    how: str
    copies: bool = False
    imap: bool = False

    def __str__(self):
        return (f"{self.how} at call {self.at} of {self.role} in chapter {self.chapter}"
                f"{', by IMAP' if self.imap else ''}{', with copies' if self.copies else ''}")

    def environment(self, page):
        return {"CRASH_PAGE": page, "CRASH_ROLE": self.role, "CRASH_AT": self.at, "CRASH_HOW": self.how}

    @property
    def may_come_twice(self):
        """Without copies of its own mails the engine may send the one that was under way
        again; a power cut takes the notes of all that is leased."""
        return 0 if self.copies else LEASED if self.how == "power" else 1


def counted(site):
    """Whether a death has happened, and how many calls each role has made so far."""
    died, *counts = site.words_of_page()[:1 + len(ROLES)]
    return bool(died), dict(zip(ROLES, counts))


def count_calls(folder, loop, mailbox=Maildir):
    """Lives through all chapters undisturbed. Leaves the state before each one, and
    gives how many calls each role makes in each."""
    calls, before = [], None
    for number, chapter in enumerate(CHAPTERS):
        site = Site(folder / f"chapter{number}", loop, FIVE, before, mailbox=mailbox)
        site.begin(chapter)
        process = site.start("run", Kill(number, "nobody", 0, "self"))
        complete = 0
        while complete < 10:
            if process.poll() is not None:
                raise SystemExit(f"Bail out! rotnem run ended:\n{site.log()}")
            time.sleep(0.05)
            complete = complete + 1 if not missing(site, chapter) else 0
        calls.append(counted(site)[1])
        site.stop()
        recover(site, Verdict())
        site.close()
        before = site.folder
    if not all(counts["engine"] and counts["transport"] for counts in calls):
        raise SystemExit(f"Bail out! calls are not counted, is killer.so built? {calls}")
    return calls


def all_points(calls, imap=False):
    return [Kill(chapter, role, at, how, copies, imap) for copies in (False, True) for chapter, counts in enumerate(calls)
            for role, n in counts.items() for at in range(1, n + 1) for how in WAYS[role]]


def some_points(points, number, seed):
    """Points by chance, of each role and way alike."""
    kinds = collections.defaultdict(list)
    for point in points:
        kinds[point.chapter, point.role, point.how, point.copies].append(point)
    chance, groups = random.Random(seed), list(kinds.values())
    chance.shuffle(groups)
    for group in groups:
        chance.shuffle(group)
    turns = itertools.chain.from_iterable(itertools.zip_longest(*groups))
    return [point for point in turns if point is not None][:number]


def live(site, chapter, kill):
    """The chapter with a death in it. TRUE when it happened."""
    process = site.start("run", kill)
    end, complete = time.monotonic() + LIVE_SECONDS, 0
    while process.poll() is None and time.monotonic() < end and complete < 10:
        time.sleep(0.02)
        complete = complete + 1 if not missing(site, chapter) else 0
    died = process.poll() is not None or counted(site)[0]
    site.stop()
    return died


def try_point(folder, loop, before, kill, mailbox=Maildir):
    """Lives through a chapter with one death in it, and judges what came of it."""
    site = Site(folder, loop, FIVE, before, copies=kill.copies, mailbox=mailbox)
    chapter = CHAPTERS[kill.chapter]
    with trial(site) as verdict:
        site.begin(chapter)
        verdict.died = int(live(site, chapter, kill))
        if kill.how == "power":
            site.lose_power()
        recover(site, verdict)
        judge(site, chapter, verdict)
    return verdict
