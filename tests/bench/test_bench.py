"""Each row of the bench in small: it runs, and both sides did all of the work."""

import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "servers"))

# pylint: disable=wrong-import-position
import tap
from tap import equal, holds

FIELDS = {"name", "ours", "other", "ratio", "unit", "cpu_ours", "cpu_other", "rss_ours_mb"}


def rows_of(name):
    done = subprocess.run([sys.executable, HERE / "run", name, "--json", "--number", "50"], text=True, capture_output=True,
                          check=False)
    equal(done.returncode, 0, f"exit status ({done.stderr.strip()})")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    for row in rows:
        equal(FIELDS - row.keys(), set(), "fields that are missing")
        holds(row["ours"] > 0 and row["mails"] >= 50, f"mails were counted in {row}")
    return rows


def test_receive(_):
    """50 mails are received, handled and marked"""
    equal(len(rows_of("receive")), 1, "rows")


def test_send(_):
    """50 invitations are sent, beside smtp-source and smtplib"""
    equal(len(rows_of("send")), 2, "rows")


def test_demo(_):
    """A small demo is counted"""
    equal(len(rows_of("demo")), 1, "rows")


def test_explain(_):
    """50 mails are explained"""
    equal(len(rows_of("explain")), 1, "rows")


if __name__ == "__main__":
    tap.run(globals())
