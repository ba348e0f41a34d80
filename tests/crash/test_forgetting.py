"""Deaths while a person is forgotten: she is forgotten whole or not at all, and the engine that starts next erases what
the one that died had left in the files."""

import contextlib
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "engine"))

# pylint: disable=wrong-import-position
import mmap

from points import Kill
from small_site import Site, until_both_said_yes
import tap
from tap import BUILD, equal, holds, wait_for

STEP = 1 if "CRASH_ALL" in os.environ else 15
NAMES = (b"lea name", b"lea@example.org")


def store(site):
    return contextlib.closing(sqlite3.connect(site.folder / "state/rotnem.db", isolation_level=None))


def forget(site, kill):
    """One who forgets, and may die of it. Whether he did, and how many calls he made."""
    page = site.folder / "page"
    page.write_bytes(bytes(mmap.PAGESIZE))
    (site.folder / "boot").write_text("first")
    environment = site.environment(BUILD / "tests/crash/.libs/killer.so")
    environment |= {name: str(value) for name, value in kill.environment(page).items()} | {"CRASH_BOOT": str(site.folder / "boot")}
    ended = subprocess.run([BUILD / "rotnem", "forget", "--yes", "lea@example.org", "-c", site.config], env=environment, check=False,
                           capture_output=True, text=True, timeout=60)
    holds(ended.returncode in (0, -signal.SIGKILL), f"it ended well or died: {ended.returncode}, {ended.stderr}")
    _, *counts = memoryview(page.read_bytes()).cast("I")
    return ended.returncode != 0, sum(counts[:6])


def named_in(site):
    """The files of the state folder that name her."""
    files = [file for file in (site.folder / "state").iterdir() if file.is_file() and ".kept-" not in file.name]  # see power.c
    return sorted(file.name for file in files if any(name in file.read_bytes().lower() for name in NAMES))


# What may not be there by half; when it was done differs.
CONTENT = {
    "person": "*", "forgotten": "*", "outbox": "id, state, halted, recipient, answer", "letter": "*", "inbox": "sender, subject, state",
    "raw": "mail", "journal": "event, outcome, reasons", "event": "program, name, about", "topic": "title, state", "offer": "reasons, state",
}


def content(site):
    with store(site) as database:
        return {table: sorted(map(repr, database.execute(f"SELECT {columns} FROM {table}"))) for table, columns in CONTENT.items()}


def leave_traces(site):
    """Pages that are free, and have her name in them, as they stay where many rows were moved about."""
    with store(site) as database:
        database.execute("PRAGMA secure_delete = OFF")
        database.execute("CREATE TABLE traces (words TEXT)")
        database.executemany("INSERT INTO traces VALUES (?)", [(NAMES[1].decode() * 100,)] * 20)
        database.execute("DROP TABLE traces")


def restore(site, kept):
    shutil.rmtree(site.folder / "state")
    shutil.copytree(kept, site.folder / "state")
    equal(site.ask("release", "--moved").returncode, 0, "exit status of the release of a copy")


def test_death_while_forgetting(stack):
    """Killed at any point of forgetting, she is there as before or gone; at the next start no byte of who is gone is left"""
    site, kept = Site(stack), tap.make_folder(stack) / "kept"
    until_both_said_yes(site)
    wait_for("the meeting", lambda: len(site.lines("meetings")) == 1)
    wait_for("all mail has left", lambda: site.status()["mails_queued"] == 0)
    site.stop()
    leave_traces(site)
    shutil.copytree(site.folder / "state", kept)
    restore(site, kept)
    before = content(site)
    died, calls = forget(site, Kill(0, "engine", 0, "self"))
    equal((died, named_in(site)), (False, []), "death of one whom nobody disturbs, and files that name her then")
    whole = content(site)
    deaths, seen = 0, set()
    for how in ("self", "torn", "power"):
        for at in sorted({*range(1, calls + 1, STEP), *range(calls - 4, calls + 1)}):
            place = f"{how} at call {at}"
            restore(site, kept)
            deaths += forget(site, Kill(0, "engine", at, how))[0]
            with store(site) as database:
                equal(database.execute("PRAGMA integrity_check").fetchone()[0], "ok", f"soundness after {place}")
            now = content(site)
            seen.add("before" if now == before else "whole" if now == whole else place)
            if now == before:
                equal(forget(site, Kill(0, "engine", 0, "self"))[0], False, f"death of the next one after {place}")
            else:
                site.once(days=20.1)
            equal(named_in(site), [], f"files that name her, once it is done again after {place}")
    equal(seen, {"before", "whole"}, "what deaths left")
    holds(deaths * STEP > 2 * calls, f"he died at most of the {calls} calls: {deaths}")
    print(f"# {deaths} deaths at {calls} calls")


if __name__ == "__main__":
    tap.run(globals())
