"""Deaths at moments of chance in the life of a crowd: the engine, or a child by the pid that
`status` tells. One life has many of them."""

import dataclasses
import os
import random
import signal
import subprocess
import time

from company_site import Site
from crowd import crowd
from judge import judge, missing, recover, told, trial

PATIENCE = 240     # seconds of a life and of a thousand people; it takes about ten
RELAY = "smtp relay"
VICTIMS = ("engine", "reader", "policy", "maildir mentoring", RELAY, "csv people")


@dataclasses.dataclass(frozen=True)
class Moments:
    """The crowd gets and sends three mails each: 2,000 in all."""
    number: int
    seed: int
    copies: bool = False
    people: int = 667
    answers: bool = True
    victims: tuple = VICTIMS
    rivals: bool = False
    connections: int = 1

    def __str__(self):
        return f"{self.number} moments of chance, {told(self)}"

    @property
    def may_come_twice(self):
        """One for each death and connection."""
        return 0 if self.copies else self.number * self.connections

    def victim(self, chance):
        """Each connection to the relay has a process of its own."""
        victim = chance.choice(self.victims)
        nth = chance.randint(1, self.connections) if victim == RELAY else 1
        return f"{victim} {nth}" if nth > 1 else victim


def pid_of(site, victim):
    """0 while there is none."""
    status = site.status()
    if status is None or victim == "engine":
        return status["pid"] if status is not None else 0
    return next((child["pid"] for child in status["children"] if victim in (child["role"], child["title"])), 0)


def kill(site, victim):
    """TRUE when it was killed. The engine is started anew."""
    pid = pid_of(site, victim)
    if pid <= 0:
        return False
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    if victim == "engine":
        site.process.wait()
        site.start()
    return True


def rival(site):
    """A second engine has one line to say and ends with 75, unless there is no first one."""
    answer = subprocess.run(site.command("run"), capture_output=True, text=True, check=False, timeout=60)
    if (answer.returncode, answer.stderr.count("\n")) != (75, 1):
        raise AssertionError(f"a second engine ended with {answer.returncode}: {answer.stderr}")


def live(site, chapter, moments):
    """Until all has arrived and all deaths have happened; gives how many did."""
    chance, died, mails = random.Random(moments.seed), 0, len(chapter.mails)
    end = time.monotonic() + PATIENCE * (1 + moments.people // 1000)
    # each at a chosen share of the mails that shall arrive
    shares = sorted(chance.uniform(0, mails) for _ in range(moments.number))
    site.start()
    while (died < moments.number or missing(site, chapter)) and time.monotonic() < end:
        if died < moments.number and len(site.sink.taken) >= shares[died]:
            time.sleep(chance.uniform(0, 0.02))
            if moments.rivals and site.status() is not None:
                rival(site)
            died += kill(site, moments.victim(chance))
        else:
            time.sleep(0.01 if died < moments.number else 0.2)
    site.stop()
    return died


def try_moments(folder, loop, moments):
    company, chapter = crowd(moments.people, moments.answers)
    site = Site(folder, loop, company, copies=moments.copies, connections=moments.connections)
    with trial(site) as verdict:
        site.begin(chapter)
        verdict.died = live(site, chapter, moments)
        recover(site, verdict)
        judge(site, chapter, verdict)
        if verdict.died == 0:
            verdict.wrong.append("nobody died")
    return verdict
