"""rotnem report: what the coordinator sees of a program, with a running engine and without one."""

import datetime
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import BEGINNING, Site, until_both_said_yes
import tap
from tap import equal, holds, wait_for

KINDS = ["program", "pairing", "form", "totals"]
PAIR = {"kind", "program", "id", "mentor", "mentor_name", "leader", "leader_name", "topic", "state", "since", "ended", "regularity",
        "due", "due_held", "regularity_lately", "due_lately", "due_held_lately", "held", "unconfirmed", "last_held", "days_since",
        "longest_gap_days", "missed", "next_meeting", "weeks", "open"}
SUMS = {"kind", "program", "asked", "topics_opened", "volunteered", "offered", "both_said_yes", "pairs_alive", "pairs_ended",
        "meetings_held", "meetings_unconfirmed", "meetings_missed", "tasks_open", "due", "due_held", "regularity", "median_days",
        "forms_asked", "forms_answered", "abandoned"}
SECRET = "I would rather not say this aloud."


def of_kind(lines, kind):
    return [line for line in lines if line["kind"] == kind]


def until_they_met(site):
    """Lea and Max have their first meeting within days, and Lea says that they met: the engine runs on that day."""
    until_both_said_yes(site)
    for name in ("lea", "max"):
        site.new_mail(name, "your first meeting")
    start = site.lines("meetings")[0]["start"]
    site.stop()
    begun = datetime.datetime.fromisoformat(start.replace("Z", "+00:00")) - BEGINNING
    site.start(days=begun / datetime.timedelta(days=1) + 0.2)
    site.reply("lea", site.new_mail("lea", "Did you meet"), "YES")
    wait_for("that they met", lambda: site.lines("meetings")[0]["state"] == "held")
    return start


def test_of_a_pair(stack):
    """A pair that met once: its line, the sums, the charter; the same with an engine and without"""
    site = Site(stack)
    start = until_they_met(site)
    site.reply("lea", site.new_mail("lea", "Your goals with"), f"1: {SECRET}")
    site.reply("lea", site.new_mail("lea", "How is it going"), "1: 4\n2: 5\n3: yes")
    wait_for("both", lambda: [form["answered"] for form in of_kind(site.lines("report"), "form")] == [1, 1, 1])
    running = site.lines("report")
    site.stop()
    alone = site.lines("report")
    for line in (*running, *alone):
        line.pop("until", None)  # of a running engine it is now
        line.pop("mails_sent", None)  # the last ones may leave meanwhile
    equal(alone, running, "the report without an engine")
    equal(list(dict.fromkeys(line["kind"] for line in alone)), KINDS, "kinds of lines; five people are too few for answers")
    program = alone[0]
    equal((program["title"], program["ends"], program["from"][:13]), ("Reverse mentoring", "2027-12-31", "2027-03-01T09"),
          "the charter and the beginning")
    pair = of_kind(alone, "pairing")[0]
    equal((pair["mentor_name"], pair["leader_name"], pair["topic"], pair["state"]), ("Max Name", "Lea Name", "Tools", "active"),
          "who")
    equal((pair["regularity"], pair["due"], pair["due_held"], pair["held"], pair["last_held"]), (100, 1, 1, 1, start),
          "what was held")
    holds(pair["next_meeting"] > start, f"the next one is placed: {pair['next_meeting']}")
    equal((pair["open"], pair["missed"], pair["unconfirmed"]), ([], 0, 0), "what is open")
    holds("M" in pair["weeks"] and set(pair["weeks"]) <= set(" -M"), f"“{pair['weeks']}” has the week when they met")
    totals = of_kind(alone, "totals")[0]
    wanted = {"asked": 2, "topics_opened": 1, "volunteered": 1, "offered": 1, "both_said_yes": 1, "pairs_alive": 1,
              "pairs_ended": 0, "meetings_held": 1, "meetings_unconfirmed": 0, "meetings_missed": 0, "regularity": 100, "median_days": None,
              "forms_answered": 3, "abandoned": 0}
    equal({name: totals[name] for name in wanted}, wanted, "the sums")
    equal((pair.keys(), totals.keys()), (PAIR, SUMS), "keys; others may come, none says who declined")
    text = site.ask("report").stdout
    for words in ("Purpose  Senior leaders learn", "100 % (1 of 1)", "1 meetings were held, 0 missed"):
        holds(words in text, f"“{words}” is in\n{text}")
    for kind in (text, str(alone)):
        holds(SECRET not in kind, "what Lea said in confidence is not in it")


def test_spans(stack):
    """Of a span counts what was in it"""
    site = Site(stack)
    until_they_met(site)
    site.stop()
    site.once(days=34)  # the fourth of April
    before = site.lines("report", "--until", "2027-03-10")
    equal(of_kind(before, "pairing"), [], "pairs before the first one")
    equal((before[0]["until"], of_kind(before, "totals")[0]["offered"]), ("2027-03-10T23:59:59Z", 0),
          "the end, and offers by then")
    later = site.lines("report", "--from", "2027-04-01")
    pair = of_kind(later, "pairing")[0]
    equal((later[0]["from"], pair["regularity"], pair["due"], pair["held"]), ("2027-04-01T00:00:00Z", None, 0, 0),
          "of a time when none was due")
    holds(pair["last_held"].startswith("2027-03"), "when they met last is known all the same")
    equal(of_kind(later, "totals")[0]["both_said_yes"], 0, "pairs of before")


def test_what_a_policy_reads(stack):
    """A policy reads a pairing's regularity where it is due to be told of it, and nothing before"""
    site = Site(stack, policy="")
    script = site.folder / "scripts/reverse-mentoring/reverse_mentoring.lua"
    words = """program:on("pairing:confirmed", function(turn, pairing)
    turn:note(("at first %s, %s"):format(pairing.regularity, pairing.last_held))
end)
program:on("meeting:held", function(turn, meeting)
    turn:note(("now %s, %s"):format(meeting.pairing.regularity, meeting.pairing.last_held == meeting.start))
end)
return program"""
    script.write_text(script.read_text().replace("return program", words))
    until_they_met(site)
    why = site.ask("why", "pairing:1").stdout
    for words in ("at first nil, nil", "now 100, true"):
        wait_for(f"“{words}”", lambda words=words: words in site.ask("why", "pairing:1").stdout)
    holds("(error)" not in why, f"no turn fails: {why}")
    site.stop()


def test_page_and_slips(stack):
    """The page is written; what cannot be is told in one line"""
    site = Site(stack, policy="")
    until_they_met(site)
    page = site.folder / "page.html"
    equal(site.ask("report", "--html", page).returncode, 64, "of two programs no page is written")
    answer = site.ask("report", "--html", page, "--program", "reverse-mentoring")
    equal((answer.returncode, answer.stdout, answer.stderr), (0, "", ""), "the end of writing a page")
    text = page.read_text()
    for words in ("<h1>Reverse mentoring</h1>", "Max Name", "100 % (1 of 1)", "Senior leaders learn"):
        holds(words in text, f"“{words}” is on the page")
    equal([line["program"] for line in of_kind(site.lines("report"), "totals")], ["second", "reverse-mentoring"], "programs")
    for words, status, said in (
            (("--program", "third"), 65, "rotnem report: There is no program “third” here.\n"),
            (("--from", "2027-05-01", "--until", "2027-04-01"), 65,
             "rotnem report: There is nothing to report: the span ends before it begins.\n"),
            (("--html", site.folder / "none/page.html", "--program", "second"), 73, None),
            (("--from", "yesterday"), 64, None)):
        answer = site.ask("report", *words)
        equal((answer.returncode, answer.stdout), (status, ""), f"exit status of {words}")
        holds(answer.stderr == said or (said is None and answer.stderr.startswith("rotnem report: ")),
              f"words for {words}: {answer.stderr}")
    site.stop()


if __name__ == "__main__":
    tap.run(globals())
