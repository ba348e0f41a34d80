"""What a person sees and does of a campaign: by the running engine, and without one."""

import pathlib
import pwd
import os
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import ASKED, THANKED, Site
import tap
from tap import equal, holds, wait_for

EVENING = 0.5  # days behind the beginning: nine o'clock
FIGURES = ("waiting", "queued", "sent", "refused", "uncertain", "skipped")


def site_of(stack):
    """Two leaders are awake and have their mail, three are at work in the evening only."""
    site = Site(stack, leaders=("ann", "ben"))
    with site.table.open("a") as table:
        for name in ("eva", "edi", "eli"):
            table.write(f"{name},{name.title()} Name,{name}@example.org,,leader,UTC,Mon-Sun 20:00-22:00,en\n")
    return site


def said(answer):
    return answer.returncode, answer.stdout, answer.stderr


def told_to(site, status, words, *command):
    """The command is refused with one line."""
    answer = site.ask("campaign", *command)
    equal(said(answer), (status, "", f"rotnem campaign: {words}\n"), f"rotnem campaign {' '.join(map(str, command))}")


def figures(site):
    row = site.lines("campaign", "list")[0]
    return row["state"], *(row[name] for name in FIGURES)


def has_mail(site, names):
    return all(site.mailbox(name, ASKED) for name in names)


def test_with_an_engine(stack):
    """A campaign is listed, paused over a start of the engine, and resumed"""
    site = site_of(stack)
    site.start()
    wait_for("the first two mails", lambda: has_mail(site, ("ann", "ben")))
    wait_for("their end", lambda: figures(site) == ("running", 0, 3, 2, 0, 0, 0))
    row = site.lines("campaign")[0]
    equal((row["id"], row["program"], row["template"], row["begun"][:13]),
          (1, "reverse-mentoring", "ask-topics", "2027-03-01T09"), "what the list says")
    told_to(site, 77, "campaign:1 is running; only a paused one can be resumed.", "resume", 1)
    paused = site.ask("campaign", "pause", 1)
    equal((paused.returncode, paused.stderr), (0, ""), "the end of the pausing")
    holds("reverse-mentoring  ask-topics  paused  " in paused.stdout, f"what has become of it is shown: {paused.stdout}")
    told_to(site, 77, "campaign:1 is paused; only a running one can be paused.", "pause", 1)
    told_to(site, 65, "There is no campaign:2.", "pause", 2)
    status = site.status()
    counts = [status[name] for name in ("campaigns_running", "campaigns_paused", "mails_paused", "mails_queued")]
    equal(counts, [0, 1, 3, 0], "the status")
    holds("campaigns_paused   1\n" in site.ask("status").stdout, "people see it in the status")
    site.stop()
    site.start(days=EVENING)
    site.reply("ann", site.mailbox("ann", ASKED)[0], "1: Screen readers")
    site.new_mail("ann", THANKED)
    equal([name for name in ("eva", "edi", "eli") if site.mailbox(name)], [], "people who were mailed in the pause")
    equal(sorted(mail["to"] for mail in site.lines("mails", "--state", "paused")),
          ["edi@example.org", "eli@example.org", "eva@example.org"], "mails that are shown as paused")
    eva = next(mail for mail in site.lines("mails") if mail["to"] == "eva@example.org")
    equal((eva["about"][:4], eva["about_name"]), ("ask:", "Eva Name <eva@example.org>"), "what a mail is about, and whom")
    holds("  Eva Name <eva@example.org>\n" in site.ask("mails").stdout, "people see it in the list")
    equal({mail["about_name"] for mail in site.lines("held", "--all")}, {"Ann Name <ann@example.org>"},
          "whom a mail that came in is about")
    equal(site.lines("campaign", "resume", "1")[0]["state"], "running", "the answer to resume --json")
    wait_for("the other mails", lambda: has_mail(site, ("eva", "edi", "eli")))
    wait_for("their end", lambda: figures(site)[1:] == (0, 0, 5, 0, 0, 0))
    site.stop()
    site.start(days=EVENING + 0.1)
    wait_for("the end of it", lambda: figures(site)[0] == "done")
    told_to(site, 77, "campaign:1 is done; only a running or paused one can be stopped.", "stop", 1)
    site.stop()
    equal([len(site.mailbox(name, ASKED)) for name in ("ann", "ben", "eva", "edi", "eli")], [1] * 5, "mails to each")


def test_without_an_engine(stack):
    """Without an engine a campaign is paused and stopped in the store; the journal tells by whom"""
    site = site_of(stack)
    site.once()
    equal(figures(site), ("running", 0, 3, 2, 0, 0, 0), "the campaign")
    equal(site.ask("campaign", "pause", 1).returncode, 0, "the end of the pausing")
    site.once(days=EVENING)
    equal(figures(site), ("paused", 0, 3, 2, 0, 0, 0), "the campaign in the evening")
    equal(site.ask("campaign", "stop", 1).returncode, 0, "the end of the stopping")
    site.reply("ben", site.mailbox("ben", ASKED)[0], "1: Screen readers")
    site.once(days=EVENING + 0.01)
    equal(len(site.mailbox("ben", THANKED)), 1, "receipts for an answer to a stopped campaign")
    equal(figures(site), ("stopped", 0, 0, 2, 0, 0, 3), "the campaign that was stopped")
    equal([mail["to"] for mail in site.lines("mails", "--state", "withdrawn")],
          [mail["to"] for mail in site.lines("mails") if mail["to"][0] == "e"], "mails that are shown as withdrawn")
    told_to(site, 77, "campaign:1 is stopped; only a paused one can be resumed.", "resume", 1)
    who = pwd.getpwuid(os.geteuid()).pw_name
    words = site.ask("why", "campaign:1").stdout
    for event, reason in (("pause", "the campaign is paused: 0 people wait for their mail, 3 mails for their way"),
                          ("stop", "3 mails are withdrawn")):
        part = words.partition(f"  campaign:{event} (applied)\n")[2]
        holds(f"    {reason}\n    {who} wanted it\n" in part[:300], f"why tells who said {event}: {words}")
    holds("campaign:stop" in site.ask("why", "eva@example.org").stdout, "why tells it of a person whose mail was withdrawn")


def test_slips(stack):
    """A slip of the keyboard is told how it is done"""
    site = site_of(stack)
    usage = "use it like this: rotnem campaign -c FILE [--json] | pause ID | resume ID | stop ID"
    for command in (("pause",), ("pause", "one"), ("pouse", "1"), ("pause", "1", "2"), ("1",), ("list", "1")):
        told_to(site, 64, usage, *command)


if __name__ == "__main__":
    tap.run(globals())
