#!/usr/bin/env python3
"""rotnem explain as programs and people use it: keys, exit status, kinds of input, and
its manual, which must name every key and reason. Prints TAP."""
import glob
import json
import mailbox
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from tap import BUILD, SOURCE

rotnem = str(BUILD / "rotnem")
MAIL = "From: ann@firm.example\nSubject: %s\n\nYes.\n"
count = failed = 0


def check(name, fine, seen=""):
    global count, failed
    count += 1
    failed += not fine
    print(f"{'ok' if fine else 'not ok'} {count} - {name}")
    if not fine:
        print(f"# {seen!r}")


def explain(*arguments, stdin=b""):
    run = subprocess.run([rotnem, "explain", *arguments], input=stdin, stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE, timeout=60)
    return run.returncode, run.stdout.decode()


def read(*arguments, **options):
    status, out = explain("--json", *arguments, **options)
    return status, [json.loads(line) for line in out.splitlines()]


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(text.encode())
    return path


def manual():
    with open(os.path.join(SOURCE, "doc/man/rotnem-explain.1"), encoding="utf-8") as file:
        text = file.read()
    keys = text[text.index(".Sh KEYS"):text.index(".Sh REASONS")]
    names = [name for line in re.findall(r"^\.It Sy (.*)$", keys, re.M) for name in line.split(" , ")]
    words = [re.findall(r"^\.It Li (\S+)$", section, re.M) for section in text.split(".Sh REASONS")[1:]]
    return names, words[0], words[1], keys


def words_of(header):
    """The words of a list of reasons, by its rows."""
    with open(os.path.join(SOURCE, header), encoding="utf-8") as file:
        return re.findall(r'^\trow \(\w+, "([^"]+)"', file.read(), re.M)


def words_of_the_architecture():
    with open(os.path.join(SOURCE, "doc/architecture.md"), encoding="utf-8") as file:
        section = file.read().split("## How a mail ends")[1]
    return set(re.findall(r"`([a-z-]+)`", "".join(line for line in section.splitlines(True) if line.startswith("|"))))


def words_beside_the_list(known):
    """Reasons that were written as text where a mail ends, and those of lower layers that are in no list."""
    found = []
    for name in sorted(glob.glob(os.path.join(SOURCE, "engine/*/*.c"))):
        with open(name, encoding="utf-8") as file:
            text = file.read()
        found += [word for word in re.findall(r'\breason = "([a-z-]+)"', text) if word not in known]
        found += re.findall(r'\brn_(?:ends|applied|applied_unless) \(ending, (?:(?:RN_INBOX_\w+|nothing), )?[^;,]*"[^;]*;', text)
        found += re.findall(r'\bstruct rn_ending(?:\)| \w+ =) \{[^}]*"[^}]*}', text)
    return found


def check_manual(one):
    names, words, more, keys = manual()
    status, objects = read("--timing", one)
    have = list(objects[0])
    with_config = ["person", "about", "would"]
    check("the manual names every key, in order", [n for n in names if n not in with_config] == have, have)
    ends = words_of("engine/program/ends.h")
    check("the manual names every reason", words_of("engine/reply/reading_words.h") == words, words)
    check("the manual names every reason of a configuration, and no others", more == ends, sorted(set(more) ^ set(ends)))
    told = words_of_the_architecture()
    check("and so does the architecture", told == set(ends) - {"unanswered"}, sorted(told ^ set(ends)))
    beside = words_beside_the_list(words + ends)
    check("no mail ends for a reason that is not in the list", not beside, beside)
    check("in the order of the alphabet", more == sorted(more), more)
    bounce = os.path.join(SOURCE, "tests/interop/mail/postfix-failed.eml")
    rsvp = os.path.join(SOURCE, "tests/interop/mail/rsvp-twice.eml")
    inner = [key for mail, key in ((bounce, "bounce"), (rsvp, "calendar"), (one, "answers"))
             for key in read(mail)[1][0][key][0]]
    missing = [key for key in inner if not re.search(rf"^\.Sy .*\b{key}\b", keys, re.M)]
    check("the manual names every inner key", not missing, missing)


def check_inputs(folder):
    one = write(folder, "one.eml", MAIL % "one")
    status, objects = read(one)
    check("a file", status == 0 and [o["subject"] for o in objects] == ["one"], objects)
    status, objects = read("-", stdin=(MAIL % "piped").encode())
    check("standard input", status == 0 and [o["subject"] for o in objects] == ["piped"], objects)
    text = "".join(f"From x Mon Mar  2 09:00:00 2026\n{MAIL % n}\n>From here on.\nFrom within a paragraph.\n\n" for n in range(3))
    box = write(folder, "box", text)
    status, objects = read(box)
    check("an mbox, each mail with its index",
          [(o["index"], o["subject"]) for o in objects] == [(0, "0"), (1, "1"), (2, "2")], objects)
    check("a marked From line loses its mark", objects and "\nFrom here on." in objects[0]["text"], objects)
    status, objects = read("-", stdin=text.replace("\n", "\r\n").encode())
    check("an mbox with CR LF from a pipe", len(objects) == 3, objects)
    maildir = mailbox.Maildir(os.path.join(folder, "Maildir"))
    maildir.add(MAIL % "a mail in new")
    write(os.path.join(folder, "Maildir", "tmp"), "half", "From: half\n")
    status, objects = read(os.path.join(folder, "Maildir"))
    check("a Maildir without its tmp", [o["subject"] for o in objects] == ["a mail in new"], objects)
    status, objects = read(folder)
    check("a folder with its subfolders, in order",
          [o["subject"] for o in objects] == ["a mail in new", "0", "1", "2", "one"], objects)
    os.symlink(folder, os.path.join(folder, "loop"))
    status, objects = read(folder)
    check("a link that leads back comes to an end", len(objects) > 0, len(objects))
    os.unlink(os.path.join(folder, "loop"))
    return one


def check_failures(folder, one):
    status, objects = read(os.path.join(folder, "nowhere"), one)
    check("a file that is not there is an error, the next is read",
          status == 65 and [(o["outcome"], o["reason"]) for o in objects] == [("error", "unreadable-file"),
                                                                             ("readable", "own-words")], objects)
    status, objects = read("-")
    check("nothing at all is an error", status == 65 and objects[0]["reason"] == "empty", objects)
    status, objects = read("-", stdin=bytes(range(256)) * 1000)
    check("bytes that are no mail are an error", status == 65 and objects[0]["reason"] == "no-mail", objects)
    check("no argument is a mistake", explain()[0] == 64)
    check("an unknown option is a mistake", explain("--nonsense", one)[0] == 64)
    if os.getuid() != 0:
        os.chmod(one, 0)
        check("a file that may not be read is an error", read(one)[0] == 65)


def check_why():
    """What why takes is told alike by its help and by the manual."""
    with open(os.path.join(SOURCE, "doc/man/rotnem.1"), encoding="utf-8") as file:
        taken = re.search(r"^\.It Cm why Ar (.*)$", file.read(), re.M).group(1).replace(" ", "").lower()
    told = subprocess.run([rotnem, "why", "--help"], stdout=subprocess.PIPE, timeout=60, check=False).stdout.decode().lower()
    check("why --help tells what it takes, as the manual does", f" {taken}\n" in told, told)


def check_output(one):
    status, out = explain(one)
    check("six lines a mail for people", out.count("\n") == 6 and "a person wrote it" in out, out)
    check("equal mails give equal output", explain("--json", one) == explain("--json", one))
    status, objects = read("--timing", one)
    check("timing is a number", isinstance(objects[0]["milliseconds"], float), objects)
    status, out = explain("-", stdin=b"From: a@b.example\nSubject: \x1b[31m\x07red\n\nYes \x1b]0;x\x07.\n")
    check("a terminal is sent no control characters", "\x1b" not in out and "\x07" not in out, out)


with tempfile.TemporaryDirectory() as where:
    first = check_inputs(where)
    check_manual(first)
    check_why()
    check_output(first)
    check_failures(where, first)
print(f"1..{count}")
sys.exit(1 if failed else 0)
