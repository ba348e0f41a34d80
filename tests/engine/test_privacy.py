"""What is stored of a person is given out to her, and goes when she wants it: not a byte of her name, her
addresses and her words is left, and what is others' stays sound."""

import contextlib
import email
import email.policy
import json
import pathlib
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import ASKED, COORDINATOR, HEADER, THANKED, Site
import tap
from tap import equal, holds, wait_for

LEA, ALIAS, MAX, IDA = "lea.canary@example.org", "l.canary@example.org", "max@example.org", "ida@example.org"
TOPIC, GOAL, SECRET = "Zebrafinch tools of mine", "Listening to bullfinches", "Only greenfinches know this"
# Her id, her name and addresses, and what she wrote.
CANARIES = ["emp-canary-7", "Léa Canaryname", "Canaryname, Léa", LEA, ALIAS, "zebrafinch", "bullfinches", "greenfinches"]
ROWS = [f"emp-canary-7,Léa Canaryname,{LEA},{ALIAS},leader,UTC,Mon-Sun 00:00-24:00,en\n",
        f"max-1,Max Mentor,{MAX},,mentor,UTC,Mon-Sun 00:00-24:00,de\n",
        f"ida-1,Ida Other,{IDA},,leader,UTC,Mon-Sun 00:00-24:00,en\n"]
HIS = "Siskins sing for me alone"


def a_site(stack, **options):
    site = Site(stack, **options)
    site.table.write_text(HEADER + "".join(ROWS))
    return site


def a_pair(site):
    """Léa and Max are a pair with a first meeting, and the engine runs: it is the 21st of March."""
    site.start()
    site.reply(LEA, site.new_mail(LEA, ASKED), f"1: {TOPIC}")
    site.new_mail(LEA, THANKED)
    site.reply(IDA, site.new_mail(IDA, ASKED), "1: Chess")
    site.new_mail(IDA, THANKED)
    site.stop()
    site.start(days=11)
    topics = site.new_mail(MAX, "Themen")
    site.reply(MAX, topics, "1")
    wait_for("Max waits for a match", lambda: site.lines("why", MAX)[-1]["reasons"].count("volunteers"))
    site.stop()
    site.start(days=20)
    for name, subject in ((LEA, "Would you like to meet"), (MAX, "kennenlernen")):
        site.reply(name, site.new_mail(name, subject), "YES")
    site.new_mail(LEA, "your first meeting")
    site.new_mail(MAX, "erstes Treffen")


def hits(site):
    """What is left of her in the state folder, each by its file."""
    found = []
    for file in sorted((site.folder / "state").iterdir()):
        if file.name != "key" and file.is_file():
            text = file.read_bytes().lower()
            found += [(file.name, word) for word in CANARIES if word.lower().encode() in text]
    return found


def shown(site):
    """All that lists and the journal tell."""
    texts = [site.ask(*words, "--json").stdout for words in
             (["people"], ["pairings"], ["meetings"], ["polls"], ["campaign"], ["mails"], ["held", "--all"], ["tasks"])]
    for kind in ("pairing", "person", "meeting", "offer", "topic", "mail", "task"):
        texts += [site.ask("why", f"{kind}:{n}", "--json").stdout for n in range(1, 5)]
    return "\n".join(texts)


def is_gone(site):
    equal(hits(site), [], "what is left of her in the state folder")
    everywhere = shown(site).lower()
    equal([word for word in CANARIES if word.lower() in everywhere], [], "what lists and the journal still tell of her")


def test_forget(stack):
    """Who is forgotten is gone to the last byte, her partner is told that she left, and the directory does not bring her back"""
    site = a_site(stack)
    a_pair(site)
    site.deliver((f"Return-Path: <{LEA}>\nFrom: Léa Canaryname <{LEA}>\nTo: mentoring@example.org\nMessage-ID: <x@lea>\n"
                  f"Subject: {SECRET}\nDate: Mon, 1 Mar 2027 10:00:00 +0000\n\n{GOAL}\n").encode())
    wait_for("a held mail of hers", lambda: site.lines("held"))
    holds(len({word for _, word in hits(site)}) >= 7, f"she is in the state folder before: {hits(site)}")
    told = site.ask("forget", LEA)
    equal((told.returncode, told.stderr), (0, ""), "a look at what would go")
    holds("Nothing was done" in told.stdout and "1  of these active" in told.stdout, f"“{told.stdout}” tells what would go")
    equal(site.lines("pairings")[0]["state"], "active", "state of the pairing after the look")
    told = site.ask("forget", LEA, "--yes")
    equal((told.returncode, told.stderr), (0, ""), "forgetting")
    left = site.new_mail(MAX, "enden")
    holds("Ihr Gegenüber nimmt" in left.get_body(("plain",)).get_content(), "Max is told in dignity, without her name")
    cancelled = site.new_mail(MAX, "abgesagt")
    holds("METHOD:CANCEL" in str(cancelled) or "method=\"CANCEL\"" in str(cancelled) or "CANCEL" in str(cancelled), "his meeting is cancelled")
    equal([pairing["state"] for pairing in site.lines("pairings")], ["ended"], "states of pairings")
    equal(site.status()["orphans"], 0, "orphans")
    equal(site.lines("held"), [], "held mails")
    is_gone(site)
    site.stop()
    site.start(days=22)  # the directory, which has her still, is read once more
    wait_for("the directory", lambda: any("left out" in entry["reasons"] for entry in journal(site, "directory")))
    site.stop()
    is_gone(site)
    equal(site.ask("forget", LEA, "--yes").returncode, 65, "exit status of forgetting her twice")
    equal(site.ask("export", LEA).returncode, 65, "exit status of an export of nobody")


def journal(site, event):
    with contextlib.closing(sqlite3.connect(f"file:{site.folder}/state/rotnem.db?mode=ro", uri=True)) as store:
        return [{"reasons": row[0]} for row in store.execute("SELECT reasons FROM journal WHERE event LIKE ?", (f"%{event}%",))]


def test_again(stack):
    """She may come back of her own will: then the directory brings her, as somebody new"""
    site = a_site(stack)
    site.once()
    equal(site.ask("forget", "emp-canary-7", "--yes").returncode, 0, "exit status of forgetting without an engine")
    is_gone(site)
    site.once(days=1.1)
    is_gone(site)
    equal(site.ask("forget", "nobody", "--again").returncode, 65, "exit status for somebody who was not forgotten")
    equal(site.ask("forget", ALIAS.upper(), "--again").returncode, 0, "exit status of her way back")
    site.once(days=2.2)
    equal([person["state"] for person in site.lines("people") if person["address"] == LEA], ["present"], "her state")


if __name__ == "__main__":
    tap.run(globals())
