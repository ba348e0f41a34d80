"""What "make install" leaves: a tree that works where it stands, a unit that systemd takes, and nothing once it
is uninstalled."""

import json
import os
import pathlib
import re
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parents[1] / part) for part in ("lib", "engine")]

# pylint: disable=wrong-import-position
from small_site import ASKED, Site
import tap
from tap import BUILD, SOURCE, equal, holds, make_folder

MOST_EXPOSED = 1.5  # of 10, as systemd-analyze counts
ENVIRONMENT = {name: value for name, value in os.environ.items() if not re.match("ROTNEM_|MAKE|MFLAGS", name)}


def call(*words):
    answer = subprocess.run(list(map(str, words)), text=True, capture_output=True, check=False, timeout=300, env=ENVIRONMENT)
    equal(answer.returncode, 0, f"exit status of {words}, which said {answer.stdout[-2000:]}{answer.stderr}")
    return answer.stdout


def install(stack):
    """The root of an installed tree, and where its prefix is below it."""
    root = make_folder(stack)
    call("make", "-C", BUILD, "install", f"DESTDIR={root}")
    binary, = [file for file in root.rglob("rotnem") if file.parent.name == "bin"]
    return root, binary.parent.parent


def test_installed_tree(stack):
    """An installed tree checks, lives through a demo and does its work, with no file of the build or the source"""
    root, prefix = install(stack)
    rotnem, site = prefix / "bin/rotnem", Site(stack)
    shown = call(rotnem, "config", "-c", site.config)
    holds(str(SOURCE) not in shown and str(BUILD) not in shown, f"“{shown}” names the installed tree only")
    for part in ("lib/rotnem", "share/rotnem/scripts", "share/rotnem/templates"):
        holds(f'"{prefix / part}"' in shown, f"“{shown}” names {part}")
    found = {json.loads(line)["name"] for line in call(rotnem, "plugins", "--json").splitlines()}
    equal(found, {"caldav", "csv", "ics", "imap", "maildir", "simulated", "smtp"}, "plugins")
    call(rotnem, "check", "-c", site.config)
    call(rotnem, "once", "-c", site.config)
    equal([mail["Subject"] for mail in site.mailbox("lea")], [ASKED], "mails to Lea")
    said = call(rotnem, "demo", "--people", 30, "--days", 40, "--out", make_folder(stack) / "demo")
    holds("0 turns failed" in said, f"“{said}” tells of no failed turn")
    moved = make_folder(stack) / "elsewhere"
    root.rename(moved)
    call(moved / prefix.relative_to(root) / "bin/rotnem", "check", "-c", site.config)


def test_uninstall(stack):
    """What was installed is the manual, the sample, the unit and its user as well, and all of it goes again"""
    root, prefix = install(stack)
    for name in ("share/man/man1/rotnem.1", "share/man/man1/rotnem-explain.1", "share/man/man5/rotnem.conf.5",
                 "share/doc/rotnem/rotnem.conf", "share/doc/rotnem/running.md", "lib/systemd/system/rotnem.service",
                 "lib/sysusers.d/rotnem.conf", "include/rotnem/plugin.h"):
        holds((prefix / name).is_file(), f"{name} is installed")
    call("make", "-C", BUILD, "uninstall", f"DESTDIR={root}")
    equal([str(file) for file in root.rglob("*") if not file.is_dir()], [], "files that are left")


def test_unit(stack):
    """systemd finds nothing wrong with the unit, and counts it among the well confined ones"""
    _, prefix = install(stack)
    unit = prefix / "lib/systemd/system/rotnem.service"
    text = unit.read_text()
    command, = re.findall("^ExecStart=(/.*/bin/rotnem) run$", text, re.MULTILINE)
    holds(str(prefix).endswith(str(pathlib.Path(command).parent.parent)), f"{command} is what was installed")
    unit.write_text(text.replace(command, str(prefix / "bin/rotnem")))  # it must be there to be verified
    answer = subprocess.run(["systemd-analyze", "verify", "--man=no", unit], text=True, capture_output=True, check=False)
    equal((answer.returncode, answer.stdout, answer.stderr), (0, "", ""), "what systemd-analyze verify says")
    said = call("systemd-analyze", "security", "--offline=true", "--no-pager", unit)
    exposure = float(re.search(r"Overall exposure level for rotnem\.service: ([0-9.]+)", said)[1])
    holds(exposure <= MOST_EXPOSED, f"its exposure, {exposure}, is at most {MOST_EXPOSED}")


def test_user(stack):
    """systemd-sysusers makes the user of the unit"""
    root, prefix = install(stack)
    (root / "etc").mkdir()
    call("systemd-sysusers", f"--root={root}", prefix / "lib/sysusers.d/rotnem.conf")
    users = [line.split(":")[0] for line in (root / "etc/passwd").read_text().splitlines()]
    equal(users, re.findall("^User=(.*)$", (prefix / "lib/systemd/system/rotnem.service").read_text(), re.MULTILINE), "users")


tap.run(globals())
