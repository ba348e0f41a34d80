"""What the engine asks of its database: nothing that it does for one mail or one event looks at
every row of a table, as that costs more with each person and each day."""

import os
import pathlib
import re
import sqlite3
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
import tap
from tap import BUILD, equal, holds, make_folder

# Statements that may look at every row, and why.
OF_ALL = {
    r"SELECT count\([^?]*$": "a figure, counted for whoever asks",
    r".*program = \?1 .*\?2.* \?3": "a figure of the report, of the days that it is about",
    r"SELECT hash FROM forgotten$": "the directory was read: who is not to come back",
    r".* FROM person WHERE 1 AND person\.role = ": "all people of a role, for a campaign to them",
    r".* FROM person WHERE 1 AND person\.\"state\" = ": "the directory was read: who is no longer in it",
    r".* FROM topic WHERE 1 AND topic\.state = 0 ": "the whole catalogue, for a campaign",
    r".* FROM volunteer WHERE 1 AND volunteer\.state = 0 ": "all volunteers, to match them together",
    r".* FROM pairing WHERE 1 AND 1 AND pairing\.program = \? ORDER BY id LIMIT ":
        "a policy asks for all, or whether there is one",
    r".* FROM pairing WHERE 1 ORDER BY id$": "the report of the demo",
    r"SELECT id, progress FROM lease ": "leases that an engine left, at its start; two a connection",
}
NO_ROWS = "PRAGMA|BEGIN|COMMIT|SAVEPOINT|RELEASE|ROLLBACK"
NO_TABLE = r"SCAN (known|json_each|(\d+ )?CONSTANT ROW|\(subquery)"
MOST_VALUES = 40


def statements_of_a_demo(folder):
    """All that SQLite was given when the tables stood, and the database that came of it."""
    told = folder / "statements"
    environment = {**os.environ, "STATEMENTS": str(told), "LD_PRELOAD": str(BUILD / "tests/demo/.libs/statements.so"),
                   "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}
    answer = subprocess.run([BUILD / "rotnem", "demo", "--people=60", "--days=120", "--out", folder / "out"], text=True,
                            check=False, capture_output=True, timeout=300, env=environment)
    equal((answer.returncode, answer.stderr), (0, ""), "the demo ends well")
    engines = told.read_text().rpartition("PRAGMA user_version=")[2].splitlines()[1:]
    return sorted(set(engines)), sqlite3.connect(folder / "out/state/rotnem.db")


def plan(database, sql):
    """The lines of its plan; how many values it wants is found by trying."""
    for count in range(MOST_VALUES):
        try:
            return [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {sql}", (None,) * count)]
        except sqlite3.ProgrammingError:
            continue
    raise ValueError(f"{sql} wants over {MOST_VALUES} values")


def test_no_statement_looks_at_every_row(stack):
    """Each statement of a demo finds its rows by an index, but for those named with a reason"""
    statements, database = statements_of_a_demo(make_folder(stack))
    stack.callback(database.close)
    holds(len(statements) >= 80, f"the demo's statements were seen: {len(statements)}")
    met = set()
    for sql in statements:
        if re.match(NO_ROWS, sql):
            continue
        scans = [line for line in plan(database, sql) if line.startswith("SCAN") and not re.match(NO_TABLE, line)]
        reasons = [row for row in OF_ALL if re.match(row, sql)]
        holds(not scans or reasons, f"{sql}: {scans}")
        met.update(reasons if scans else [])
    equal(met, set(OF_ALL), "statements that may look at every row, and do")


if __name__ == "__main__":
    tap.run(globals())
