"""A campaign to very many, which a person pauses and resumes again and again while its engine
is killed: in the pause, behind the pause, within it, behind the resuming, before it; or its wire is cut."""

import dataclasses
import math
import random
import subprocess
import time

from company_site import BUILD, Site
from crowd import ASKED, THANKED, crowd
from judge import found, judge, missing, recover, trial
from moments import kill, rival
from sink import Loop

ON_THE_WIRE = 64      # mails that a connection may have when a campaign is paused
LEFT = 2 * ON_THE_WIRE  # mails that have not arrived at the last pause, at least
PATIENCE = 60         # seconds of one step


@dataclasses.dataclass(frozen=True)
class Campaign:
    number: int
    people: int
    seed: int
    copies: bool = True
    may_come_twice: int = 0

    def __str__(self):
        return f"a campaign to {self.people}, paused, killed and resumed {self.number} times, seed {self.seed}"


class HaltingSite(Site):
    """Its mail server takes so many mails of the campaign and then stands still, until it may take
    more: whatever comes then finds mail on the wire and in the queue, on a quick computer as well.
    `asked` counts who has it; what was uncertain at a death may come to her once more."""
    asked = most = 0

    def listen(self, taken):
        is_asked = taken.subject.startswith(ASKED)
        while is_asked and self.asked >= self.most:
            time.sleep(0.001)
        self.asked += is_asked and [other.key for other in self.sink.boxes[taken.recipient]].count(taken.key) == 1
        super().listen(taken)


class Story:
    def __init__(self, site, chapter, moments, verdict):
        self.site, self.chapter, self.verdict, self.people = site, chapter, verdict, moments.people
        self.chance, self.answered, self.pauses, self.kept = random.Random(moments.seed), set(), 0, 0
        # of the mails, when each round begins: further from one another than what is on the wire
        self.shares = [math.ceil((self.people - LEFT) * (number + self.chance.uniform(0.5, 1)) / moments.number)
                       for number in range(moments.number)]
        site.most = self.shares[0]

    def until(self, what, fact):
        end = time.monotonic() + PATIENCE
        while not fact():
            if time.monotonic() > end:
                raise AssertionError(f"{what} does not come about")
            time.sleep(0.01)

    def up(self):
        self.until("the engine's answer", lambda: self.site.status() is not None)

    def state(self):
        return self.site.lines("campaign")[0]["state"]

    def say(self, word):
        answer = self.site.ask("campaign", word, "1")
        if (answer.returncode, answer.stderr) != (0, ""):
            raise AssertionError(f"campaign {word} ended with {answer.returncode}: {answer.stderr}")
        if word == "pause":
            self.paused()

    def paused(self):
        self.pauses += 1
        self.kept += self.site.asked < self.people - ON_THE_WIRE

    def kill(self, victim="engine"):
        """It dies, and starts again."""
        if not kill(self.site, victim):
            raise AssertionError(f"there is no {victim} to kill")
        self.verdict.died += 1

    # ---- what a pause is

    def hold(self, since):
        """Nothing of it arrives but what was on the wire when `since` had arrived, and then
        nothing at all, while somebody who answers gets her receipt."""
        self.site.most = self.shares[self.pauses] if self.pauses < len(self.shares) else math.inf
        self.up()
        self.until("the end of what is on the wire", lambda: self.site.status()["mails_queued"] == 0)
        came = self.site.asked
        if came - since > ON_THE_WIRE:
            self.verdict.wrong.append(f"{came - since} mails came behind a pause")
        rival(self.site)
        self.answer()
        if self.site.asked != came:
            self.verdict.wrong.append(f"{self.site.asked - came} mails came in a pause")
        if self.state() != "paused":
            self.verdict.wrong.append(f"it is {self.state()} in a pause")

    def answer(self):
        """One of those who were mailed answers now, and is thanked."""
        taken = self.chance.choice([taken for taken in list(self.site.sink.taken)
                                    if taken.subject.startswith(ASKED) and taken.recipient not in self.answered])
        self.answered.add(taken.recipient)
        who = taken.recipient.split("@")[0]
        self.chapter.mails.append((who, THANKED))
        with self.site.lock:
            self.site.post(self.site.reply(who, taken, f"1: subject {who}"))
        self.until(f"the receipt of {who}", lambda: found(self.site, (who, THANKED)))

    # ---- a round each

    def killed_in_the_pause(self):
        self.say("pause")
        self.hold(self.site.asked)
        self.kill()
        self.hold(self.site.asked)
        self.say("resume")

    def killed_behind_the_pause(self):
        self.say("pause")
        since = self.site.asked
        self.kill()
        self.hold(since)
        self.say("resume")

    def killed_behind_the_resuming(self):
        self.say("pause")
        self.hold(self.site.asked)
        self.say("resume")
        self.kill()
        self.up()

    def killed_within_the_pause(self):
        """The command may have been too late; it says so."""
        with subprocess.Popen([BUILD / "rotnem", "campaign", "pause", "1", "-c", self.site.config],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as command:
            time.sleep(self.chance.uniform(0, 0.05))
            self.kill()
        since = self.site.asked
        self.up()
        if self.state() == "running" and command.returncode == 0:
            self.verdict.wrong.append("a pause was lost")
        if self.state() == "running":
            self.say("pause")
            since = self.site.asked
        else:
            self.paused()
        self.hold(since)
        self.say("resume")

    def paused_before_the_start(self):
        """While there is no engine the command changes the store itself."""
        self.site.process.kill()
        self.site.process.wait()
        self.verdict.died += 1
        self.say("pause")
        since = self.site.asked
        self.site.start()
        self.hold(since)
        self.say("resume")

    def cut_behind_the_pause(self):
        """What was on the wire comes back to the queue, and stays there."""
        self.say("pause")
        since = self.site.asked
        self.kill("smtp relay")
        self.hold(since)
        self.say("resume")

    ROUNDS = (killed_in_the_pause, killed_behind_the_pause, killed_behind_the_resuming, killed_within_the_pause,
              paused_before_the_start, cut_behind_the_pause)


def live(story):
    """All the rounds, each when another share of the mails has arrived; then the rest."""
    site = story.site
    site.start()
    story.up()
    for number, share in enumerate(story.shares):
        story.until(f"mail {share}", lambda at=share: site.asked >= at)
        Story.ROUNDS[number % len(Story.ROUNDS)](story)
    # of what is uncertain no more is heard for a quarter of an hour
    story.until("the last mail", lambda: not missing(site, story.chapter) or site.status()["mails_queued"] == 0)
    site.stop()


def told(story, moments):
    """What the lists and the journal say in the end."""
    row = story.site.lines("campaign")[0]
    if (row["waiting"], row["queued"], row["sent"]) != (0, 0, moments.people):
        story.verdict.wrong.append(f"the list says {row}")
    journal = [entry for entry in story.site.lines("why", "campaign:1") if entry["event"] == "campaign:pause"]
    if len(journal) != story.pauses or not all("wanted it" in entry["reasons"] for entry in journal):
        story.verdict.wrong.append(f"{story.pauses} pauses, and {len(journal)} in the journal")
    if story.kept < story.pauses:
        story.verdict.wrong.append(f"only {story.kept} of {story.pauses} pauses had something to hold back")


def try_campaign(folder, _, moments):
    company, chapter = crowd(moments.people, False)
    site = HaltingSite(folder, Loop(), company, copies=moments.copies)
    with trial(site) as verdict:
        story = Story(site, chapter, moments, verdict)
        site.begin(chapter)
        live(story)
        recover(site, verdict)
        judge(site, chapter, verdict)
        told(story, moments)
        if verdict.died != moments.number:
            verdict.wrong.append(f"it died {verdict.died} times")
    return verdict
