"""The administrator's guide, doc/running.md: its commands are run as they stand there, by root, on this machine's
own folders below an overlay, which is gone at the end. systemctl is a stand-in, since systemd runs nothing here."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

OURS = "ROTNEM_GUIDE"
OVERLAID = ("/etc", "/usr/local", "/var")
if OURS not in os.environ:  # in a world of its own: mounts and processes end with it
    os.execvp("unshare", ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "env", f"{OURS}=1",
                          sys.executable, *sys.argv])

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import HEADER, Site
import tap
from tap import BUILD, SOURCE, equal, holds, make_folder, wait_for

CONFIG = """redirect_all_to = "admin@example.org"
poll_every = "1 second"
program "reverse-mentoring" {
	address = "mentoring@example.org"
	coordinator = "hr@example.org"
}
maildir "incoming" {
	folder = "/var/mentoring/incoming"
}
maildir-drop "outgoing" {
	folder = "/var/mentoring/outgoing"
}
csv "people" {
	file = "people.csv"
}
"""

# Starts and ends what the unit says, as the unit's user and in its state folder.
SYSTEMCTL = r"""#!/bin/bash
set -eu
unit=/usr/local/lib/systemd/system/rotnem.service run=/run/rotnem.pid
of () { sed -n "s/^$1=//p" "$unit"; }
is_up () { rotnem status --json 2>/dev/null | grep -q '"running":true'; }
start () {
	install -d -o "$(of User)" -g "$(of User)" -m "$(of StateDirectoryMode)" "/var/lib/$(of StateDirectory)"
	setpriv --reuid "$(of User)" --regid "$(of User)" --init-groups --no-new-privs --bounding-set -all \
		$(of ExecStart) </dev/null >>/run/rotnem.log 2>&1 &
	echo $! >$run
	for _ in $(seq 600); do is_up && return; sleep 0.1; done
	cat /run/rotnem.log >&2
	exit 1
}
lives () { grep -qs '^State:.[^Z]' "/proc/$(cat $run)/status"; } # nobody reaps here
stop () { kill "$(cat $run)"; while lives; do sleep 0.1; done; }
case "$*" in
daemon-reload) [ -f $unit ] ;;
"enable --now rotnem" | "start rotnem") start ;;
"disable --now rotnem" | "stop rotnem") stop ;;
"restart rotnem") stop; start ;;
*) exit 64 ;;
esac
"""


def chapters():
    """Of each chapter its blocks of commands."""
    found = {}
    for part in re.split("^## ", (SOURCE / "doc/running.md").read_text(), flags=re.MULTILINE)[1:]:
        title, text = part.split("\n", 1)
        blocks = re.findall("(?:^    .*\n)+", text, re.MULTILINE)
        found[title] = [re.sub("^    ", "", block, flags=re.MULTILINE) for block in blocks]
    return found


class Machine:
    """This one, as an administrator finds it: with Debian's packages and the built source tree."""

    def __init__(self, stack):
        self.folder, self.left = make_folder(stack), chapters()
        upper = self.folder / "overlays"
        upper.mkdir()
        self.mount("-t", "tmpfs", "none", upper)
        for number, name in enumerate(OVERLAID):
            for part in ("upper", "work"):
                (upper / f"{part}{number}").mkdir()
            self.mount("-t", "overlay", "none", "-o",
                       f"lowerdir={name},upperdir={upper}/upper{number},workdir={upper}/work{number}", name)
        self.mount("-t", "tmpfs", "none", "/run")
        tools = self.folder / "tools"
        tools.mkdir()
        for name, text in (("systemctl", SYSTEMCTL), ("../quickstart", '#!/bin/sh\n[ "$*" = build ]\n')):
            (tools / name).write_text(text)
            (tools / name).chmod(0o755)
        (self.folder / "build").symlink_to(BUILD)
        self.environment = {name: value for name, value in os.environ.items() if not re.match("ROTNEM_|MAKE|MFLAGS", name)}
        self.environment["PATH"] = f"{tools}:/usr/local/bin:{os.environ['PATH']}"
        self.mail = pathlib.Path("/var/mentoring")

    @staticmethod
    def mount(*words):
        subprocess.run(["mount", *map(str, words)], check=True)

    def run(self, commands):
        answer = subprocess.run(["bash", "-euo", "pipefail", "-c", commands], text=True, capture_output=True, check=False,
                                cwd=self.folder, env=self.environment, timeout=300)
        equal(answer.returncode, 0, f"exit status of “{commands}”, which said {answer.stdout[-2000:]}{answer.stderr[-4000:]}")
        return answer.stdout

    def follow(self, title):
        """Does what the next block of that chapter says."""
        return self.run(self.left[title].pop(0))

    def sent(self):
        """To whom mail was sent."""
        drop = self.mail / "outgoing"
        return sorted(folder.name for folder in drop.iterdir() for _ in (folder / "new").iterdir()) if drop.is_dir() else []

    def forget_sent(self):
        shutil.rmtree(self.mail / "outgoing")


def install(machine):
    machine.follow("Installing")
    sample = pathlib.Path("/etc/rotnem/rotnem.conf")
    equal((sample.stat().st_mode & 0o777, sample.group()), (0o640, "rotnem"), "rights of the configuration")
    for part in ("new", "cur", "tmp"):
        (machine.mail / "incoming" / part).mkdir(parents=True)
    machine.run("chown -R rotnem: /var/mentoring")


def start(machine):
    pathlib.Path("/etc/rotnem/rotnem.conf").write_text(CONFIG)
    (machine.folder / "people.csv").write_text(HEADER + Site.row("lea", "leader") + Site.row("max", "mentor"))
    holds("The engine runs." in machine.follow("First start"), "the engine runs")
    wait_for("a rehearsed mail", lambda: machine.sent() == ["admin@example.org"], 60)
    config = pathlib.Path("/etc/rotnem/rotnem.conf")
    config.write_text(config.read_text().split("\n", 1)[1])
    machine.follow("First start")
    wait_for("a mail in earnest", lambda: "lea@example.org" in machine.sent(), 60)
    (machine.folder / "imap.password").write_text("secret\n")
    machine.follow("Secrets")
    equal(machine.follow("Monitoring"), "", "what monitoring says")


def lose_and_restore(machine):
    machine.follow("Backup")
    machine.forget_sent()
    said = machine.follow("Restore")
    holds("is the backup of 20" in said, f"“{said}” says that it is one")
    holds(not (machine.mail / "outgoing").exists(), "nobody got mail")
    machine.follow("Restore")
    equal(machine.run("rotnem status --check"), "", "what is wrong then")


def test_guide(stack):
    """An administrator installs, starts, backs up, restores, upgrades, moves and removes Rotnem by the guide"""
    machine = Machine(stack)
    install(machine)
    start(machine)
    lose_and_restore(machine)
    machine.follow("Upgrade")
    machine.follow("Another machine")
    shutil.rmtree("/etc/rotnem")
    shutil.rmtree("/var/lib/rotnem")
    answer = subprocess.run(["/usr/local/bin/rotnem", "status"], text=True, capture_output=True, check=False)
    equal((answer.returncode, answer.stderr.count("\n")), (78, 1), "exit status and lines where there is no configuration")
    holds("begin from the sample" in answer.stderr, f"“{answer.stderr}” says how to begin")
    holds("It is released." in machine.follow("Another machine"), "the new machine goes on")
    equal(machine.run("rotnem status --check"), "", "what is wrong there")
    machine.follow("Removing it")
    holds(not pathlib.Path("/usr/local/bin/rotnem").exists(), "nothing is left")
    equal([title for title, blocks in machine.left.items() if blocks], [], "chapters with commands that nobody tried")


tap.run(globals())
