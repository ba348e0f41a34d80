"""What is stored of a person is given out to her, and goes when she wants it: not a byte of her name, her
addresses and her words is left, and what is others' stays sound."""

import contextlib
import email
import email.policy
import json
import pathlib
import sqlite3
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from dav import calendar_of, event
from small_site import ASKED, COORDINATOR, HEADER, THANKED, Site, until_both_said_yes
import tap
from tap import equal, holds, wait_for
from web import Answer, Web

LEA, ALIAS, MAX, IDA = "lea.canary@example.org", "l.canary@example.org", "max@example.org", "ida@example.org"
TOPIC, GOAL, SECRET = "Zebrafinch tools of mine", "Listening to bullfinches", "Only greenfinches know this"
# Her id, her name and addresses, and what she wrote.
CANARIES = ["emp-canary-7", "Léa Canaryname", "Canaryname, Léa", LEA, ALIAS, "zebrafinch", "bullfinches", "greenfinches"]
ROWS = [f"emp-canary-7,Léa Canaryname,{LEA},{ALIAS},leader,UTC,Mon-Sun 00:00-24:00,en\n",
        f"max-1,Max Mentor,{MAX},,mentor,UTC,Mon-Sun 00:00-24:00,de\n",
        f"ida-1,Ida Other,{IDA},,leader,UTC,Mon-Sun 00:00-24:00,en\n"]
# What Max wrote: for himself, for both, for the coordinator; and how he was asked for it.
HIS = {"author": "Siskins sing for me alone", "pair": "Linnets are loud", "coordinator": "Ravens steal the cake"}


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


def they_meet(site):
    """They meet, and answer the forms: Léa twice, Max for the first time; the engine runs."""
    site.stop()
    site.start(days=24)
    site.reply(LEA, site.new_mail(LEA, "Did you meet"), "YES")
    site.reply(LEA, site.new_mail(LEA, "Your goals"), f"1: {GOAL}\n2: soon\n3: a walk\n")
    site.reply(LEA, site.new_mail(LEA, "How is it going"), f"1: 5\n2: 4\n3: yes\n4: {GOAL}\n5: nothing\n6: {SECRET}\n")
    wait_for("her answers", lambda: sum("answered “" in entry["reasons"] for entry in site.lines("why", LEA)) >= 3)


def he_answers(site):
    site.reply(MAX, site.new_mail(MAX, "Wie läuft es"),
               f"1: 1\n2: 2\n3: nein\n4: {HIS['pair']}\n5: {HIS['coordinator']}\n6: {HIS['author']}\n")
    site.new_mail(LEA, "What Max Mentor wrote")
    site.new_mail(MAX, "geschrieben hat")


def text_of(mail):
    return mail.get_body(("plain",)).get_content().replace("\r\n", "\n")


def exported(site, folder="out", who=LEA):
    """What an export has: its text, its objects by kind, and the mails."""
    answer = site.ask("export", who, "--out", site.folder / folder)
    equal((answer.returncode, answer.stderr), (0, ""), "an export")
    objects = [json.loads(line) for line in (site.folder / folder / "stored.jsonl").read_text().splitlines()]
    mails = {file.name: email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
             for file in (site.folder / folder).glob("*.eml")}
    return (site.folder / folder / "stored.txt").read_text(), objects, mails


def test_export(stack):
    """She gets all that is stored of her, her private words and her mails among it, and nothing that another wrote for himself"""
    site = a_site(stack)
    a_pair(site)
    they_meet(site)
    he_answers(site)
    text, objects, mails = exported(site)
    for words in ("Léa Canaryname", LEA, ALIAS, TOPIC, GOAL, SECRET, "Max Mentor", "answered the offer"):
        holds(words in text, f"“{words}” is in the text")
    kinds = {one["kind"] for one in objects}
    equal(kinds, {"person", "topic", "offer", "pairing", "meeting", "recipient", "ask", "answer", "mail-in", "mail-out", "journal"}, "kinds")
    equal([one["you_said"] for one in objects if one["kind"] == "offer"], ["yes"], "her own word")
    values = {(one["form"], one["question"]): one["value"] for one in objects if one["kind"] == "answer"}
    equal((values["feedback", "note"], values["feedback", "learned"], values["feedback", "goals"]), (SECRET, GOAL, "4"), "her answers")
    everything = text + json.dumps(objects, ensure_ascii=False)
    for secret in ("mentor_said", *HIS.values()):
        holds(secret not in everything, f"“{secret}” is not in it")
    for kind in ("mail-in", "mail-out", "journal"):  # a gap between the engine's own numbers would tell that another wrote
        numbers = [one["id"] for one in objects if one["kind"] == kind]
        equal(numbers, list(range(1, len(numbers) + 1)), f"numbers of {kind}")
    holds(all("mail" not in one for one in objects if one["kind"] == "recipient"), "nor does a campaign's recipient have one")
    written = {f"mail-out-{one['id']}.eml" for one in objects if one["kind"] == "mail-out"}
    equal({name for name in mails if "out" in name}, written, "mails to her as files")
    equal(len(mails) - len(written), 3, "mails from her as files, without those from before keep_raw_mail")
    holds(all(mail.defects == [] for mail in mails.values()), "the files are sound mails")
    sent = {mail["Message-ID"]: mail for mail in site.mailbox(LEA)}
    for name, mail in mails.items():
        if name.startswith("mail-out"):
            equal(text_of(mail), text_of(sent[mail["Message-ID"]]), f"text of {name}, as she got it")
    holds(any(SECRET in text_of(mail) for name, mail in mails.items() if name.startswith("mail-in")), "her own mails are in it")
    equal((site.folder / "out").stat().st_mode & 0o777, 0o700, "who may look into the folder")
    equal(site.ask("export", LEA, "--out", site.folder / "out").returncode, 73, "exit status where the folder is there")
    site.stop()
    again = exported(site, "again")
    equal((again[0], again[1]), (text, objects), "what is exported without an engine")
    equal(site.ask("export", "nobody@example.org", "--out", site.folder / "none").returncode, 65, "exit status of an export of nobody")
    holds(not (site.folder / "none").exists(), "nothing is left of it")


def test_lanes(stack):
    """What somebody wrote for himself, or for both, is seen by nobody else: not in mails, lists, the journal or the log"""
    site = a_site(stack)
    a_pair(site)
    they_meet(site)
    equal([mail["Subject"] for mail in site.mailbox(MAX) if GOAL in text_of(mail)], [], "what he got of hers before he answered")
    he_answers(site)
    site.reply(LEA, site.mailbox(LEA, "Did you meet")[0], "HELP I do not get on with him at all", "Re: HELP")
    site.new_mail(COORDINATOR, "somebody asks for help")
    site.stop()
    seen = {LEA: "", MAX: "", COORDINATOR: "", IDA: "", "lists": shown(site), "log": site.log()}
    for name in (LEA, MAX, COORDINATOR, IDA):
        seen[name] = "\n".join(text_of(mail) + mail["Subject"] for mail in site.mailbox(name))
    readers = {GOAL: {MAX}, SECRET: set(), HIS["pair"]: {LEA}, HIS["author"]: set(), "I do not get on": {COORDINATOR}}
    for words, who in readers.items():
        equal({name for name, text in seen.items() if words in text}, who, f"who sees “{words}”")
    store = b"".join(file.read_bytes() for file in (site.folder / "state").glob("rotnem.db*") if "mail" not in file.name)
    for words in (SECRET, HIS["author"]):
        holds(words.encode() not in store, f"“{words}” is sealed in the database")


def test_forget_after_forms(stack):
    """What she wrote in forms, and asked for help, goes as well; what he wrote for himself stays his"""
    site = a_site(stack)
    a_pair(site)
    they_meet(site)
    he_answers(site)
    site.reply(LEA, site.mailbox(LEA, "Did you meet")[0], f"HELP {SECRET}", "Re: HELP")
    site.new_mail(COORDINATOR, "somebody asks for help")
    wait_for("all mail has left", lambda: site.status()["mails_queued"] == 0)
    equal(site.ask("forget", LEA, "--yes").returncode, 0, "exit status of forgetting")
    site.new_mail(MAX, "enden")
    is_gone(site)
    equal(site.status()["orphans"], 0, "orphans")
    text, objects, _ = exported(site, who=MAX)
    holds(HIS["author"] in text and HIS["pair"] in text, "his own answers are his still")
    equal([one["state"] for one in objects if one["kind"] == "pairing"], ["ended"], "state of his pairing")
    equal([word for word in CANARIES if word.lower() in text.lower()], [], "what his export tells of her")


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
    told = site.ask("forget", LEA, "--yes")
    equal((told.returncode, "forgotten before" in told.stdout), (0, True), f"forgetting her twice: {told.stdout}{told.stderr}")
    is_gone(site)


def journal(site, event):
    with contextlib.closing(sqlite3.connect(f"file:{site.folder}/state/rotnem.db?mode=ro", uri=True)) as store:
        return [{"reasons": row[0]} for row in store.execute("SELECT reasons FROM journal WHERE event LIKE ?", (f"%{event}%",))]


def test_rights_by_mail(stack):
    """Who asks what is stored of her, or that it goes, reaches the coordinator, who is told how; what else she says is done"""
    site = a_site(stack)
    site.start()
    site.reply(LEA, site.new_mail(LEA, ASKED), "What do you have stored about me?")
    site.new_mail(LEA, "A person will get in touch")
    holds(f"rotnem export {LEA}" in " ".join(text_of(site.new_mail(COORDINATOR, "somebody asks for help")).split()), "the task names the command")
    site.reply(IDA, site.new_mail(IDA, ASKED), "Please delete my data.")
    site.new_mail(IDA, "You get no more mail")
    wait_for("two tasks", lambda: [task["cause"] for task in site.lines("tasks")] == ["asks-what-is-stored", "asks-to-be-forgotten"])
    holds(f"rotnem forget {IDA}" in " ".join(text_of(site.mailbox(COORDINATOR, "somebody asks for help")[-1]).split()), "the task names the command")
    site.reply(LEA, site.mailbox(LEA, ASKED)[0], "1: Chess\n\nAnd please send me a copy of my data.")
    site.new_mail(LEA, THANKED)
    wait_for("a third task", lambda: len(site.lines("tasks")) == 3)


def change(site, *statements):
    with contextlib.closing(sqlite3.connect(site.folder / "state/rotnem.db", isolation_level=None)) as store:
        for statement in statements:
            store.execute(statement)


def test_in_hand(stack):
    """While a mail of hers is not read yet, or one to her is on the wire, nothing is done, and she is told why"""
    site = a_site(stack)
    site.once()
    site.reply(LEA, site.mailbox(LEA, ASKED)[0], f"1: {TOPIC}")
    site.once(days=0.01)
    before = hits(site)
    for put, back in (("UPDATE inbox SET state = 0", "UPDATE inbox SET state = 1"),
                      ("UPDATE outbox SET state = 1 WHERE id = 1", "UPDATE outbox SET state = 2 WHERE id = 1")):
        change(site, put)
        said = site.ask("forget", LEA, "--yes")
        equal((said.returncode, "nothing was done" in said.stderr), (75, True), f"what is said after “{put}”: {said.stderr}")
        equal([name for name in hits(site) if "wal" not in name[0]], [name for name in before if "wal" not in name[0]], "what is stored")
        change(site, back)
    equal(site.ask("forget", LEA, "--yes").returncode, 0, "exit status when nothing is in hand")
    is_gone(site)


def test_staff(stack):
    """Nobody is forgotten to whom the configuration has mail sent"""
    site = a_site(stack)
    site.table.write_text(site.table.read_text() + f"hr-1,Hanna HR,{COORDINATOR},,hr,UTC,,en\n")
    site.once()
    said = site.ask("forget", COORDINATOR, "--yes")
    equal((said.returncode, "reverse-mentoring" in said.stderr), (77, True), f"exit status, and {said.stderr}")
    holds(COORDINATOR in [person["address"] for person in site.lines("people")], "she is there")


def test_queued_letters(stack):
    """A mail to others that waits, and names her, leaves without her name"""
    site = a_site(stack)
    a_pair(site)
    site.stop()
    change(site, "UPDATE outbox SET state = 0, message_id = 'again' || message_id WHERE template = 'receipt-volunteer'")
    known = len(site.mailbox(MAX, "Danke für Ihr Angebot"))
    equal(site.ask("forget", LEA, "--yes").returncode, 0, "exit status of forgetting")
    is_gone(site)
    site.once(days=20.1)
    mails = site.mailbox(MAX, "Danke für Ihr Angebot")
    equal(len(mails), known + 1, "mails that waited and left")
    holds("- a former topic (a former participant, Nummer 1)" in text_of(mails[-1]), f"its words: {text_of(mails[-1])}")
    is_gone(site)


def an_automatic_mail(to, head, body):
    return (f"Return-Path: <>\nTo: {to}\nMessage-ID: <{len(body)}@auto>\nDate: Sun, 21 Mar 2027 10:00:00 +0000\n"
            f"MIME-Version: 1.0\n{head}\n\n{body}\n").encode()


def test_automatic_mail_afterwards(stack):
    """What her mailbox and her calendar still send when she is forgotten tells nothing and asks nobody for anything"""
    site = a_site(stack)
    a_pair(site)
    wait_for("all mail has left", lambda: site.status()["mails_queued"] == 0)
    back = site.mailbox(LEA, "your first meeting")[-1]["Reply-To"]
    equal(site.ask("forget", LEA, "--yes").returncode, 0, "exit status of forgetting")
    known = len(site.lines("held", "--all"))
    site.deliver(an_automatic_mail(back, f"From: {LEA}\nSubject: Out of office until 30 March 2027\nAuto-Submitted: auto-replied",
                                   "I am away until 30 March 2027."))
    site.deliver(an_automatic_mail(back, f"From: {LEA}\nSubject: Declined\nContent-Type: text/calendar; method=REPLY", "\n".join([
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "METHOD:REPLY", "BEGIN:VEVENT", "UID:x", "DTSTAMP:20270321T100000Z",
        f"ORGANIZER:mailto:{back}", f"ATTENDEE;PARTSTAT=DECLINED:mailto:{LEA}", "END:VEVENT", "END:VCALENDAR"])))
    site.deliver(an_automatic_mail(back, "From: MAILER-DAEMON@example.org\nSubject: Undelivered Mail\n"
                                   "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "\n".join([
        "--b", "Content-Type: text/plain", "", "user unknown", "--b", "Content-Type: message/delivery-status", "",
        "Reporting-MTA: dns; mx.example.org", "", f"Final-Recipient: rfc822; {LEA}", "Action: failed", "Status: 5.1.1", "", "--b--"])))
    wait_for("all three", lambda: len([mail for mail in site.lines("held", "--all") if mail["state"] != "new"]) == known + 3)
    equal([(mail["state"], mail["reason"]) for mail in site.lines("held", "--all")[known:]], [("ignored", "over")] * 3, "what became of them")
    equal(site.lines("tasks"), [], "tasks")


def test_mail_afterwards(stack):
    """What she writes afterwards herself, which a task tells the coordinator, goes when she is forgotten once more"""
    site = a_site(stack)
    site.start()
    asked = site.new_mail(LEA, ASKED)
    wait_for("her to be forgotten", lambda: site.ask("forget", LEA, "--yes").returncode == 0)
    is_gone(site)
    site.deliver((f"Return-Path: <{LEA}>\nFrom: Léa Canaryname <{LEA}>\nTo: {asked['Reply-To']}\nMessage-ID: <x@lea>\n"
                  f"Subject: {SECRET}\nDate: Mon, 1 Mar 2027 10:00:00 +0000\n\n{GOAL}\n").encode())
    wait_for("a held mail of hers", lambda: [mail["reason"] for mail in site.lines("held")] == ["sender-mismatch"])
    site.stop()
    site.start(days=1.1)
    holds(LEA in text_of(site.new_mail(COORDINATOR, "could not be understood")), "the coordinator is told")
    wait_for("all mail has left", lambda: site.status()["mails_queued"] == 0)
    told = site.ask("export", LEA)
    equal((told.returncode, "was forgotten" in told.stderr), (65, True), f"an export: {told.stderr}")
    told = site.ask("forget", ALIAS)
    equal((told.returncode, "1  mails from her" in told.stdout, "Nothing was done" in told.stdout), (0, True, True), f"a look: {told.stdout}")
    holds(len(site.lines("held")) == 1, "it does nothing")
    equal(site.ask("forget", ALIAS, "--yes").returncode, 0, "exit status of forgetting what came since")
    equal(site.lines("held"), [], "held mails")
    is_gone(site)


def test_calendar_afterwards(stack):
    """A calendar that answers when its owner is forgotten already leaves nothing here"""
    web, may_answer = Web(stack), threading.Event()

    def late(_):
        may_answer.wait(60)
        return Answer(calendar_of(*event("1", "DTSTART:20270301T000000Z", "DTEND:20270326T130000Z")))
    stack.callback(may_answer.set)
    web.pages.update({"/lea.ics": late, "/max.ics": late})
    site = Site(stack, top=f'ics-url "web" {{\n\turl = "{web.url("/{user}.ics")}"\n\ttimeout = "60 seconds"\n}}\n')
    until_both_said_yes(site)
    first = wait_for("a question", lambda: web.asked)[0][1].strip("/").removesuffix(".ics")  # one after the other
    wait_for("one to be forgotten", lambda: site.ask("forget", f"{first}@example.org", "--yes").returncode == 0)
    may_answer.set()
    wait_for("the other's calendar", lambda: busy_people(site) not in ([], ["a former participant"]))
    site.stop()
    equal(busy_people(site), [name for name in ("Lea Name", "Max Name") if first not in name.lower()], "whose calendar is known")


def busy_people(site):
    with contextlib.closing(sqlite3.connect(f"file:{site.folder}/state/rotnem.db?mode=ro", uri=True)) as store:
        return [name for name, in store.execute("SELECT name FROM busy JOIN person ON person = id ORDER BY name")]


def test_names_of_others(stack):
    """A name of one word is any word to others, and one that is part of somebody else's is not hers alone"""
    site = Site(stack)
    site.table.write_text(HEADER + "".join(f"{key}-1,{name},{key}@example.org,,leader,UTC,Mon-Sun 00:00-24:00,en\n" for key, name in
                                           (("will", "Will"), ("ann", "Ann Lee"), ("mary", "Mary Ann Lee"))))
    site.start()
    site.reply("mary", site.new_mail("mary", ASKED), "1: What will be in ten years")
    site.new_mail("mary", THANKED)
    for key in ("will", "ann"):
        wait_for(f"{key} to be forgotten", lambda key=key: site.ask("forget", f"{key}@example.org", "--yes").returncode == 0)
    told = "\n".join(entry["reasons"] for entry in site.lines("why", "mary@example.org"))
    holds("Mary Ann Lee answered" in told, f"others keep their names where she was not concerned: {told}")
    holds("What will be in ten years" in exported(site, who="mary@example.org")[0], "and their words")


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
