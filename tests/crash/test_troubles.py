"""Troubles that a death at a chosen call does not show: children killed by their pid, an
answer that comes at once, a full disk, two engines."""

import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from company_site import SANITIZED, Site
from failures import KINDS, Failure, count_calls as count_failures, try_failure
from five import CHAPTERS, FIVE
from judge import Verdict, judge, missing, recover
from points import Kill, LIVE_SECONDS, ROLES, count_calls as count_points, try_point
from sink import Loop
import tap
from tap import equal, holds, make_folder, wait_for

LOOP, ENGINE = Loop(), ROLES.index("engine")


def make_site(stack, folder=None, before=None, **settings):
    site = Site(folder or make_folder(stack) / "site", LOOP, FIVE, before, **settings)
    stack.callback(site.close)
    return site


def complete(site, chapter, seconds=LIVE_SECONDS):
    try:
        wait_for("all mails", lambda: not missing(site, chapter), seconds)
    except AssertionError as error:
        raise AssertionError(f"{error}: {missing(site, chapter)} are missing\n{site.log()}") from error


def found_fine(site, chapter, twice=0):
    """Comes to rest and judges."""
    verdict = Verdict()
    recover(site, verdict)
    judge(site, chapter, verdict)
    equal((verdict.lost, verdict.wrong), ([], []), f"what is lost, what is wrong\n{site.log()}")
    holds(len(verdict.twice) <= twice, f"at most {twice} come twice: {verdict.twice}")
    return verdict


def answers(site):
    """Whether the engine takes questions yet."""
    return site.status() is not None


def children(site):
    return {child["title"]: child["pid"] for child in site.status()["children"]}


def test_each_child_killed_by_its_pid(stack):
    """Each kind of child is killed while the engine works, by the pid that status tells"""
    before = None
    folder = make_folder(stack)
    for number, chapter in enumerate(CHAPTERS):
        site = make_site(stack, folder / f"chapter{number}", before)
        site.begin(chapter)
        site.start()
        wait_for("the engine", lambda site=site: answers(site))
        for title in ("reader", "reverse-mentoring", "maildir mentoring", "smtp relay"):
            pid = children(site)[title]
            if pid > 0:
                os.kill(pid, signal.SIGKILL)
                wait_for(f"another {title}", lambda site=site, title=title, pid=pid: children(site)[title] != pid
                         or not missing(site, chapter))
        complete(site, chapter)
        site.stop()
        found_fine(site, chapter, twice=1)
        site.close()
        before = site.folder


def test_an_answer_before_the_first_look(stack):
    """An answer that comes before the first look at the mailbox is handled"""
    chapter = CHAPTERS[0]
    site = make_site(stack)
    (site.folder / "mail" / "new").rename(site.folder / "mail" / "gone")
    site.begin(chapter)
    site.start()
    wait_for("a complaint", lambda: "gone" in site.log() or "No such file" in site.log())
    time.sleep(1)
    (site.folder / "mail" / "gone").rename(site.folder / "mail" / "new")
    complete(site, chapter)
    site.stop()
    found_fine(site, chapter)


def test_two_engines(stack):
    """A second engine on the same state ends at once with 75, and nothing comes twice"""
    chapter = CHAPTERS[0]
    site = make_site(stack)
    site.begin(chapter)
    first = site.start()
    wait_for("the engine", lambda: "rotnem runs" in site.log())
    for _ in range(3):
        second = subprocess.run(site.command("run"), capture_output=True, text=True, check=False, timeout=20)
        equal((second.returncode, second.stderr.count("\n")), (75, 1), f"status and lines of {second.stderr!r}")
    complete(site, chapter)
    equal(first.poll(), None, "end of the first engine")
    site.stop()
    found_fine(site, chapter)


def test_commands_do_not_keep_an_engine_out(stack):
    """Commands that look at a stopped site at the same moment keep no engine from starting"""
    site = make_site(stack)
    site.begin(CHAPTERS[0])
    equal(site.start("once").wait(60), 0, "end of the first engine")
    for _ in range(5):
        lookers = [subprocess.Popen(site.command("mails"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(3)]
        equal(site.start("once").wait(60), 0, f"end of an engine among commands:\n{site.log()}")
        for looker in lookers:
            equal((looker.communicate(timeout=60)[1], looker.returncode), (b"", 0), "what a command says to it")


def test_a_directory_that_dies_while_it_lists(stack):
    """A directory that dies before or amid its list is asked again, and nobody is taken to have left"""
    folder = make_folder(stack)
    for how in ("self", "torn"):
        kill = Kill(0, "directory", 1, how)
        verdict = try_point(folder / how, LOOP, None, kill)
        equal((verdict.died, verdict.lost, verdict.wrong), (True, [], []), f"death, what is lost and wrong with {kill}")


def test_a_question_without_memory(stack):
    """Where memory fails a question is answered in whole or its process ends; SQLite does not go on"""
    site = make_site(stack)
    site.begin(CHAPTERS[0])
    equal(site.start("once").wait(60), 0, "end of an engine")

    def answer(at):
        with (site.folder / "answer").open("w+b") as out:
            status = site.start("why", Failure("engine", "malloc", at, False), ["lea@example.org"], out).wait(60)
            out.seek(0)
            return status, out.read()

    status, whole = answer(0)
    holds(status == 0 and len(whole) > 50, f"there is an answer: {whole}")
    number = site.words_of_page()[1 + ENGINE * len(KINDS)]
    dead = 0
    for at in random.Random(1).sample(range(number // 2, number), 60):
        status, text = answer(at)
        holds(status != 0 or text == whole, f"the answer is whole without memory number {at} of {number}: {text}")
        dead += status < 0
    holds(dead > 0, "memory that is not there ended some of them")
    equal([line for line in site.log().splitlines() if "rotnem why: database:" in line], [], "errors of the database")


def test_a_policy_that_cannot_be_started(stack):
    """The events of a program whose policy cannot be started wait; they are not taken as failed"""
    folder = make_folder(stack)
    count_points(folder, LOOP)
    before = folder / "chapter1"
    calls = count_failures(folder, LOOP, before)["policy", "malloc"]
    for share in (0.75, 0.95):
        failure = Failure("policy", "malloc", int(calls * share), True)
        verdict = try_failure(folder / f"share{share}", LOOP, before, failure)
        equal((verdict.died, verdict.lost, verdict.wrong), (1, [], []), f"what comes of it when {failure}:\n{verdict.log}")


if SANITIZED:  # see Failure.preloads
    del test_a_question_without_memory, test_a_policy_that_cannot_be_started


def test_a_full_disk(stack):
    """On a full disk the work stops; with room again it goes on by itself"""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="rotnem-full-"))
    stack.callback(folder.rmdir)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "rotnem", folder], capture_output=True, check=False)
    holds(mounted.returncode == 0, f"a tmpfs can be mounted here: {mounted.stderr.decode()}")
    stack.callback(subprocess.run, ["umount", "-l", folder], check=True)
    chance = random.Random(1)
    for number in range(4):
        site = make_site(stack)
        (site.folder / "state").symlink_to(folder / f"state{number}")
        (folder / f"state{number}").mkdir()
        chapter = CHAPTERS[0]
        site.begin(chapter)
        site.start()
        wait_for("the engine", lambda site=site: "rotnem runs" in site.log())
        time.sleep(chance.uniform(0, 0.2))
        filler = folder / "filler"
        with filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass
        time.sleep(1)
        filler.unlink()
        complete(site, chapter, 60)
        site.stop()
        found_fine(site, chapter)
        subprocess.run(["rm", "-rf", folder / f"state{number}"], check=True)


if __name__ == "__main__":
    tap.run(globals())
