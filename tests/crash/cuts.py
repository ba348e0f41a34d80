"""Connections cut behind the final dot of mails of chance: the mail was taken or not, and the
answer left in whole, in part or not at all."""

import dataclasses
import email
import random
import threading
import time

from company_site import Site
from crowd import crowd
from judge import judge, recover, told, trial
from sink import TAKEN, Cut

PATIENCE = 3    # seconds for each cut: the engine waits longer with each that follows another


@dataclasses.dataclass(frozen=True)
class Cuts:
    number: int
    seed: int
    copies: bool = False
    connections: int = 1

    def __str__(self):
        return f"{self.number} connections cut behind the final dot, {told(self)}"

    @property
    def may_come_twice(self):
        return 0 if self.copies else self.number


class Knife:
    """Cuts behind every third mail or so until it has cut often enough."""

    def __init__(self, cuts):
        self.left, self.chance, self.lock, self.cut = cuts.number, random.Random(cuts.seed), threading.Lock(), []

    def __call__(self, raw):
        with self.lock:
            if self.left == 0 or self.chance.random() > 0.3:
                return None
            self.left -= 1
            answer = self.chance.randrange(len(TAKEN) + 1)
            cut = Cut(answer > 0 or self.chance.random() < 0.5, answer)
            self.cut.append((email.message_from_bytes(raw)["Message-ID"].strip("<>\r\n "), answer == len(TAKEN)))
            return cut


def leased(site, knife):
    """The engine has not heard yet how these ended."""
    return {mail["message_id"].strip("<>") for mail in site.lines("mails", "--state", "leased")} & {name for name, _ in knife.cut}


def check_states(site, knife, verdict):
    """Each mail whose connection was cut is sent or uncertain, and listed."""
    states = {mail["message_id"].strip("<>"): mail["state"] for mail in site.lines("mails")}
    for message_id, is_answered in knife.cut:
        wanted = ["sent"] if is_answered else ["sent", "uncertain"]
        if states.get(message_id) not in wanted:
            verdict.wrong.append(f"{message_id}: {states.get(message_id)} instead of {' or '.join(wanted)}")
    verdict.died = len(knife.cut)
    if knife.left > 0:
        verdict.wrong.append(f"{knife.left} connections were not cut")


def try_cuts(folder, loop, cuts):
    company, chapter = crowd(4 * cuts.number)
    knife = Knife(cuts)
    site = Site(folder, loop, company, cut=knife, copies=cuts.copies, connections=cuts.connections)
    with trial(site) as verdict:
        site.begin(chapter)
        site.start()
        end = time.monotonic() + 30 + PATIENCE * cuts.number
        while (knife.left > 0 or leased(site, knife)) and time.monotonic() < end:
            time.sleep(0.2)
        site.stop()
        check_states(site, knife, verdict)
        recover(site, verdict)
        judge(site, chapter, verdict)
    return verdict
