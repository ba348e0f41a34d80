"""What a mail costs in instructions may not rise by more than a tenth over the record in
instructions.ini, unless a new line there says why. Instructions are counted by callgrind
and are the same in every run of a build, however busy the machine is."""

import configparser
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
import tap
from corpus import Corpus
from measure import ENVIRONMENT
from tap import BUILD, equal, holds, make_folder

DRIVER = BUILD / "tests/bench/instructions"
MAILS, SEED = 80, 1
MOST = 1.10
# Of a build, what changes the number of instructions.
TELLS = re.compile(r"^\w+(?=,)|-O\w+|-fsanitize\S*|-D_FORTIFY_SOURCE=\d|-fstack-protector\S*|-flto\S*|-march=\S+|gcc \d+")


def build():
    told = subprocess.run([DRIVER, "build"], text=True, capture_output=True, check=True).stdout
    return " ".join(TELLS.findall(told))


def record():
    ini = configparser.ConfigParser(inline_comment_prefixes=None)
    ini.read(HERE / "instructions.ini")
    return ini


def history(section):
    """The lines of a job: numbers and why they rose."""
    lines = []
    for text in section.values():
        number, _, reason = text.partition(";")
        lines.append((int(number), reason.strip()))
    return lines


def judge(job, lines, found):
    for (before, _), (after, reason) in zip(lines, lines[1:]):
        holds(after <= before * MOST or reason,
              f"the rise of “{job}” from {before} to {after} has its reason in instructions.ini")
    last = lines[-1][0]
    holds(found <= last * MOST, f"“{job}” costs at most a tenth more than the {last} instructions a mail of instructions.ini: it "
          f"costs {found}. If that is worth it, add a line there that says why")


def run(stack, job, *before):
    """Runs a job; gives what it and the tool before it said."""
    words = [job]
    if job == "read":
        folder = make_folder(stack) / "box"
        Corpus(SEED, [f"person{n}@firm.example" for n in range(20)], "mentoring@pairs.example").maildir(folder, MAILS)
        words.append(folder / "new")
    done = subprocess.run([*before, DRIVER, *words], text=True, capture_output=True, check=False, env=ENVIRONMENT)
    equal(done.returncode, 0, f"exit status of {job} ({done.stdout}{done.stderr})")
    return int(re.search(r"^(\d+)$", done.stdout, re.M).group(1)), done.stderr


def count(stack, job):
    """Instructions a mail."""
    mails, told = run(stack, job, "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--collect-atstart=no",
                      "--toggle-collect=measured")
    return int(re.search(r"Collected : (\d+)", told).group(1)) // mails


def compare(stack, job):
    if "-fsanitize" in build():
        # valgrind and sanitizers exclude each other; the sanitizers see the job's memory
        holds(run(stack, job)[0] > 0, "mails are counted")
        return
    found = count(stack, job)
    print(f"# {job}: {found} instructions a mail")
    if build() == record()["build"]["of"]:
        judge(job, history(record()[job]), found)
    else:
        # another compiler or other flags: the record says nothing, but the count is still one that can be repeated
        again = count(stack, job)
        holds(abs(again - found) <= found / 100, f"{job} costs the same each time ({found}, {again})")


def test_read(stack):
    """Reading a mail, there and back over the border of its process"""
    compare(stack, "read")


def test_turn(stack):
    """A turn for a calendar's answer, with its share of a commit"""
    compare(stack, "turn")


def test_compose(stack):
    """Composing a mail that goes out"""
    compare(stack, "compose")


def test_judge(_):
    """A rise of over a tenth needs its reason, in the code as in the record"""
    def refuses(lines, found):
        try:
            judge("read", lines, found)
        except AssertionError:
            return True
        return False
    equal([refuses([(1000, "")], found) for found in (500, 1000, 1100, 1101)], [False, False, False, True],
          "refusals by what is found")
    equal(refuses([(1000, ""), (1200, "")], 1200), True, "refusal of a rise without a reason")
    equal(refuses([(1000, ""), (1200, "two more languages")], 1200), False, "refusal of a rise with a reason")


if __name__ == "__main__":
    tap.run(globals())
