#!/usr/bin/env python3
"""Mails of every kind, written by us after what servers and mail programs document,
against what mail.ini says that they must be read as. Prints TAP."""
import configparser
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from tap import BUILD, SOURCE

folder = str(SOURCE / "tests/interop/mail")


def look_up(value, path):
    for key in path.split("."):
        if key == "#":
            value = len(value)
        elif isinstance(value, list):
            value = value[int(key)] if int(key) < len(value) else None
        else:
            value = value.get(key) if value is not None else None
    return value


def read_all():
    run = subprocess.run([BUILD / "rotnem", "explain", "--json", folder],
                         stdout=subprocess.PIPE, timeout=120)
    found = {}
    for line in run.stdout.decode().splitlines():
        reading = json.loads(line)
        found[os.path.basename(reading["file"])] = reading
    return run.returncode, found


def main():
    wanted = configparser.ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",))
    wanted.optionxform = str
    wanted.read(folder + ".ini")
    status, found = read_all()
    failed = 0
    for number, name in enumerate(wanted.sections(), 1):
        reading = found.get(name + ".eml", {})
        wrong = []
        for path, text in wanted[name].items():
            if path != "rule" and look_up(reading, path) != json.loads(text):
                wrong.append(f"{path} is {look_up(reading, path)!r}, wanted {text}")
        failed += bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} {number} - {name}: {wanted[name]['rule']}")
        for line in wrong:
            print(f"# {line}")
    number += 1
    complete = status == 65 and set(found) == {f for f in os.listdir(folder)}
    print(f"{'ok' if complete else 'not ok'} {number} - every mail is told of, and errors make the status 65")
    print(f"1..{number}")
    return 1 if failed or not complete else 0


sys.exit(main())
