"""rotnem demo: equal seeds give equal mail, the figures are those of the mailboxes and of the
company itself, and what is broken on purpose is seen in them."""

import email.utils
import hashlib
import json
import mailbox
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
import tap
from tap import BUILD, SOURCE, equal, holds, make_folder

KEYS = {"people", "solicited", "offers", "pairings_confirmed", "pairings_declined", "meetings_held", "feedback_answers",
        "mails_sent", "mails_received", "orphans", "fallback_tasks", "open_tasks", "seconds", "digest"}
PROGRAM = "mentoring@northwind.example"
SMALL = {"people": 40, "days": 120}


def rotnem(*words, **environment):
    return subprocess.run([BUILD / "rotnem", *map(str, words)], text=True, capture_output=True, check=False, timeout=150,
                          env={**os.environ, **environment})


def demo(out, options=(), environment=(), **numbers):
    """The object that the demo prints."""
    words = [word for name, value in {**SMALL, **numbers}.items() for word in (f"--{name}", value)]
    answer = rotnem("demo", *words, *options, "--json", "--out", out, **dict(environment))
    holds(answer.returncode == 0, f"the demo ends well: {answer.stderr}")
    return json.loads(answer.stdout)


def listed(out, what):
    answer = rotnem(what, "--json", "-c", out / "rotnem.conf")
    equal((answer.returncode, answer.stderr), (0, ""), f"rotnem {what}")
    return [json.loads(line) for line in answer.stdout.splitlines()]


def truth(out):
    """What the company knows of itself."""
    return json.loads((out / "company.json").read_text())


def blake2b(file):
    return hashlib.blake2b(file.read_bytes(), digest_size=32).hexdigest()


def letters(file):
    """How many mails the owner of a mailbox got from the program, and sent: by whatever address."""
    writers = [email.utils.parseaddr(str(mail["From"]))[1].lower() for mail in mailbox.mbox(file, create=False)]
    return writers.count(PROGRAM), len(writers) - writers.count(PROGRAM)


def test_equal_seeds(stack):
    """Equal seeds give equal bytes in any folder, time zone and language; another seed others"""
    folder = make_folder(stack)
    (folder / "another place").mkdir()
    places = [(folder / "one", {"TZ": "Pacific/Auckland", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"}),
              (folder / "another place/two", {"TZ": "America/St_Johns", "LANG": "C", "LC_ALL": "C"})]
    results = [demo(out, environment=environment, seed=7) for out, environment in places]
    holds(KEYS <= results[0].keys(), f"all of {sorted(KEYS)} are in {sorted(results[0])}")
    for result in results:
        del result["seconds"]
    equal(results[0], results[1], "figures of the second run")
    for out, _ in places:
        equal(blake2b(out / "all.mbox"), results[0]["digest"], "BLAKE2b of all.mbox")
        equal((out / "all.mbox.b2").read_text(), f"{results[0]['digest']}  all.mbox\n", "the line that b2sum -c reads")
    others = [demo(folder / str(seed), seed=seed) for seed in (1, 2)]
    equal(len({result["digest"] for result in results + others}), 3, "different digests of three seeds")
    equal([result["orphans"] for result in results + others], [0, 0, 0, 0], "orphans")


def test_folder(stack):
    """The folder has the page, the calendars and the mailbox of each person, all mail in it"""
    out = make_folder(stack) / "out"
    figures = demo(out)
    equal(figures["people"], SMALL["people"], "people")
    people = truth(out)["people"]
    equal({person["id"] for person in people} >= {person["key"] for person in listed(out, "people")}, True,
          "that all of the directory work here")
    for person in people:
        file = out / "mailboxes" / f"{person['id']}.mbox"
        # who never could be reached has nothing, and no file of it
        got, sent = letters(file) if file.exists() else (0, 0)
        equal((got, sent), (person["received"], person["sent"]), f"mails got and sent in {file.name}")
    page = (out / "report.html").read_text()
    holds("<svg" in page and "</html>" in page, "the page is whole and has a chart")
    again = out / "again.html"
    answer = rotnem("report", "--html", again, "-c", out / "rotnem.conf")
    equal((answer.returncode, answer.stdout, answer.stderr), (0, "", ""), "the end of writing the page once more")
    equal(again.read_text(), page, "the page of rotnem report")
    holds(not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", page), "the page loads nothing from elsewhere")
    for invitation in (out / "calendars").glob("*.ics"):
        text = invitation.read_text()
        holds(text.startswith("BEGIN:VCALENDAR") and text.rstrip().endswith("END:VCALENDAR"), f"{invitation.name} is whole")
    held = [meeting for meeting in listed(out, "meetings") if meeting["state"] == "held"]
    equal(len(held), figures["meetings_held"], "meetings that were held")
    # an invitation is a meeting's; a folder without any would show nothing
    holds(len(list((out / "calendars").iterdir())) >= len(held) > 0, "every meeting held had an invitation")


def test_truth(stack):
    """Every meeting that counts as held did take place in the company"""
    out = make_folder(stack) / "out"
    figures = demo(out)
    took_place = {meeting["uid"]: meeting["start"] for meeting in truth(out)["meetings"] if meeting["held"]}
    held = {meeting["uid"] for meeting in listed(out, "meetings") if meeting["state"] == "held"}
    equal(held - took_place.keys(), set(), "meetings held that did not take place")
    # somebody has to say so: most do
    holds(len(held) * 2 > len(took_place) > 0, f"most of {len(took_place)} meetings are known: {len(held)}")
    equal(figures["meetings_held"], len(held), "meetings held")


def test_report(stack):
    """The report has the company's own figures, a share for who met, and no one's own answer"""
    out = make_folder(stack) / "out"
    figures = demo(out, days=240)
    lines = listed(out, "report")
    totals = [line for line in lines if line["kind"] == "totals"][0]
    for name, figure in (("asked", "solicited"), ("offered", "offers"), ("both_said_yes", "pairings_confirmed"),
                         ("meetings_held", "meetings_held"), ("mails_sent", "mails_sent"), ("abandoned", "orphans")):
        equal(totals[name], figures[figure], name)
    pairs = {line["id"]: line for line in lines if line["kind"] == "pairing"}
    equal(sorted(pairs), sorted(pair["id"] for pair in listed(out, "pairings")), "pairs")
    for pair in pairs.values():
        held = [meeting["start"] for meeting in listed(out, "meetings")
                if meeting["pairing"] == f"pairing:{pair['id']}" and meeting["state"] == "held"]
        equal((pair["held"], pair["last_held"]), (len(held), max(held, default="")), f"meetings of pair {pair['id']}")
        holds(0 <= pair["due_held"] <= min(pair["due"], pair["held"]), f"of those due no more are held: {pair}")
        share = 100 * pair["due_held"] // pair["due"] if pair["due"] else None
        equal(pair["regularity"], share, f"the share of pair {pair['id']}")
    answers = [line for line in lines if line["kind"] == "answers"]
    equal({line["question"] for line in answers}, {"comfortable", "goals", "used"}, "questions whose lane is told")
    holds(all(line["answers"] >= 5 for line in answers), f"by five people at least: {answers}")


def test_refusals(stack):
    """A folder of somebody's own is left alone; too small a company is refused"""
    folder = make_folder(stack)
    (folder / "precious").write_text("mine")
    answer = rotnem("demo", "--people", 40, "--days", 1, "--out", folder)
    equal(answer.returncode, 78, "exit status for a folder that no demo made")
    holds(str(folder) in answer.stderr, f"“{answer.stderr}” names the folder")
    equal([file.name for file in folder.iterdir()], ["precious"], "files of the folder")
    equal((folder / "precious").read_text(), "mine", "the file")
    answer = rotnem("demo", "--people", 7, "--out", folder / "out")
    equal(answer.returncode, 64, "exit status for seven people")
    holds(not (folder / "out").exists(), "nothing was made")
    demo(folder / "out", days=1)
    (folder / "out/trace").write_text("of the first")
    demo(folder / "out", days=1)
    holds(not (folder / "out/trace").exists(), "an earlier demo's folder is made anew")


def test_broken_template(stack):
    """An offer that asks nothing makes fewer pairings"""
    folder = make_folder(stack)
    shutil.copytree(SOURCE / "templates", folder / "templates")
    for language in ("en", "de"):
        offer = folder / f"templates/reverse-mentoring/{language}/offer.md"
        text = offer.read_text()
        asks = [part for part in text.split("\n\n") if re.search(r"YES|JA", part)]
        holds(len(asks) == 2, f"{offer} asks by its words and by its buttons")
        offer.chmod(0o644)
        offer.write_text("\n\n".join(part for part in text.split("\n\n") if part not in asks))
    whole = demo(folder / "whole", ["--templates", SOURCE / "templates", "--scripts", SOURCE / "scripts"])
    equal(whole["digest"], demo(folder / "default")["digest"], "digest with the same templates, named")
    broken = demo(folder / "broken", ["--templates", folder / "templates"])
    holds(broken["pairings_confirmed"] < whole["pairings_confirmed"],
          f"fewer than {whole['pairings_confirmed']} pairings: {broken['pairings_confirmed']}")


def test_broken_reader(stack):
    """A reader that takes all mail for no mail makes no pairings"""
    folder = make_folder(stack)
    whole = demo(folder / "whole")
    deaf = demo(folder / "deaf", environment={"LD_PRELOAD": str(BUILD / "tests/demo/.libs/deaf.so"), "ASAN_OPTIONS":
                os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"})
    holds(whole["pairings_confirmed"] > 0, "pairings of a reader that reads")
    equal(deaf["pairings_confirmed"], 0, "pairings")
    holds(deaf["mails_held"] > whole["mails_held"], "what cannot be read is held")


def test_a_year(stack):
    """Who is paired for a whole year gets at least 20 mails and sends at least 10"""
    out = make_folder(stack) / "out"
    figures = demo(out, people=120, days=365)
    equal(figures["orphans"], 0, "orphans")
    people = {person["address"]: person for person in listed(out, "people")}
    # the program begins on 5 January 2026 and matches first a fortnight later
    pairs = [pair for pair in listed(out, "pairings") if not pair["ended"] and pair["since"] < "2026-02-01"]
    paired = {pair[side] for pair in pairs for side in ("mentor", "leader")}
    holds(len(paired) >= 10, f"many were paired all the time: {len(paired)}")
    for address in sorted(paired):
        got, sent = letters(out / "mailboxes" / f"{people[address]['key']}.mbox")
        holds(got >= 20 and sent >= 10, f"{address} got ≥ 20 mails and sent ≥ 10: {got}, {sent}")


if __name__ == "__main__":
    tap.run(globals())
