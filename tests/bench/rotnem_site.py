"""A site of Rotnem for the bench: twenty people, one program, mail from where a row wants."""

import contextlib
import pathlib
import sqlite3
import subprocess
import sys

from measure import BUILD, ENVIRONMENT
from server import free_ports, listens
from tap import end_group, wait_for

PROGRAM = "mentoring@example.org"
PEOPLE = [f"person{n}@example.org" for n in range(20)]
ROTNEM = str(BUILD / "rotnem")
CONFIG = """state_dir = "state"
since = "2000-01-01"
program "reverse-mentoring" {{
	address = "{program}"
	coordinator = "hr@example.org"
	source = "box"
	transport = "out"
}}
{source}
{transport}
csv "people" {{
	file = "people.csv"
}}
"""
MAILDIR = 'maildir "box" {\n\tfolder = "box"\n}'
IMAP = """imap "box" {{
	server = "127.0.0.1"
	port = {port}
	security = "none"
	user = "{user}"
	password = "{password}"
	idle = no
}}"""
DROP = 'maildir-drop "out" {\n\tfolder = "out"\n}'
RELAY = 'smtp "out" {{\n\tserver = "127.0.0.1"\n\tport = {port}\n\tsecurity = "none"\n{more}}}'


def configure(folder, source, transport=DROP):
    (folder / "rotnem.conf").write_text(CONFIG.format(program=PROGRAM, source=source, transport=transport))


def make_site(folder, source=MAILDIR, transport=DROP, leaders=None):
    """Its configuration and directory, twenty people or so many leaders who are awake day
    and night; gives the command that does one cycle there."""
    folder.mkdir(parents=True)
    configure(folder, source, transport)
    people = [f"p{n},Person {n},{address},{'leader' if n % 2 else 'mentor'},," for n, address in enumerate(PEOPLE)]
    if leaders is not None:
        people = [f"p{n},Person {n},leader{n}@example.org,leader,UTC,Mon-Sun 00:00-24:00" for n in range(leaders)]
    (folder / "people.csv").write_text("id,name,email,role,zone,hours\n" + "\n".join(people) + "\n")
    (folder / "out").mkdir()
    return [ROTNEM, "once", "-c", "rotnem.conf"]


@contextlib.contextmanager
def database(folder, name="state/rotnem.db"):
    with contextlib.closing(sqlite3.connect(folder / name)) as db, db:
        yield db


def offers(kind, setting):
    """Whether this build's provider of that kind has a setting."""
    told = subprocess.run([ROTNEM, "plugins", kind], text=True, capture_output=True, check=False, env=ENVIRONMENT).stdout
    return any(line.split()[:1] == [setting] for line in told.splitlines())


@contextlib.contextmanager
def relay(port, round_trip_ms):
    """The port of a relay before a server's port."""
    (near,) = free_ports(1)
    process = subprocess.Popen([sys.executable, pathlib.Path(__file__).with_name("relay.py"), str(near), str(port),
                                str(round_trip_ms)], start_new_session=True)
    try:
        wait_for("the relay", lambda: listens(near))
        yield near
    finally:
        end_group(process, politely=False)
