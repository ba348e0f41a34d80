"""What came of a life with deaths in it. Judged by the mails that arrived, held against the
test's own list."""

import collections
import contextlib
import dataclasses
import shutil

ROUNDS = 6           # starts after a death until all is at rest
SETTLE_MINUTES = 20  # behind the time after which an uncertain mail is sent again


@dataclasses.dataclass
class Verdict:
    lost: list = dataclasses.field(default_factory=list)
    twice: list = dataclasses.field(default_factory=list)
    wrong: list = dataclasses.field(default_factory=list)
    uncertain: int = 0
    died: int = 0
    log: str = ""

    def is_fine(self, may_come_twice):
        return not self.lost and not self.wrong and len(self.twice) <= may_come_twice


@contextlib.contextmanager
def trial(site):
    """The verdict on what a site lives through: what is raised in it is wrong, and nothing of
    the site stays."""
    verdict = Verdict()
    try:
        yield verdict
    except Exception as error:  # pylint: disable=broad-except
        verdict.wrong.append(f"{type(error).__name__}: {error}")
    finally:
        verdict.log = site.log()
        site.close()
        shutil.rmtree(site.folder, ignore_errors=True)


def told(life):
    """What sets a life apart from others of its kind."""
    connections = f", {life.connections} connections" if life.connections > 1 else ""
    return f"seed {life.seed}{connections}{', with copies' if life.copies else ''}"


def found(site, wanted):
    """The mails that arrived where this one was wanted."""
    who, words = wanted
    return [taken for taken in site.sink.boxes[f"{who}@example.org"] if taken.subject.startswith(words)]


def missing(site, chapter):
    return [wanted for wanted in chapter.mails if not found(site, wanted)]


def recover(site, verdict):
    """Starts Rotnem until nothing is left to do, and notes what was uncertain."""
    ids = set()
    for _ in range(ROUNDS):
        posted = site.posted
        if site.start("once").wait(120) != 0:
            verdict.wrong.append(f"rotnem once ended with {site.process.returncode}")
        now = {mail["message_id"] for mail in site.lines("mails", "--state", "uncertain")}
        ids |= now
        if not now and site.posted == posted:
            break
        if now and site.posted == posted:
            site.later += SETTLE_MINUTES
    else:
        verdict.wrong.append("it does not come to rest")
    verdict.uncertain = len(ids)


def judge(site, chapter, verdict):
    """What is missing, what came twice (with the same bytes, or it is wrong), and what came
    that is not in the list."""
    verdict.lost += missing(site, chapter)
    copies = collections.defaultdict(list)
    for taken in site.sink.taken:
        copies[taken.key].append(taken.raw)
    for key, raws in copies.items():
        if len(set(raws)) > 1:
            verdict.wrong.append(f"{key}: different bytes")
        verdict.twice += [key] * (len(raws) - 1)
    expected = set()
    for wanted in chapter.mails:
        keys = {taken.key for taken in found(site, wanted)}
        if len(keys) > 1:
            verdict.wrong.append(f"{wanted} was written twice")
        expected |= keys
    for taken in site.sink.taken:
        if taken.key not in expected:
            verdict.wrong.append(f"nobody expected “{taken.subject}” to {taken.recipient}")
    held = [f"{mail['subject']}: {mail['reason']}" for mail in site.lines("held")]
    if held:
        verdict.wrong.append(f"held: {held}")
    trouble = chapter.state(site)
    if trouble is not None:
        verdict.wrong.append(trouble)
