"""Rows without a server: `rotnem explain` of a corpus, and the demo."""

import contextlib
import json
import pathlib

from corpus import Corpus
from measure import DEBIAN_PYTHON, measure, quickest, row
from rotnem_site import PEOPLE, PROGRAM, ROTNEM
from tap import equal

HERE = pathlib.Path(__file__).resolve().parent
SLOWEST_MS = 50


def differences(told, truth):
    """What `rotnem explain` told of a mail against the truth about it."""
    found = {"kind": told["kind"]}
    if "said" in truth:
        found["said"] = told["text"][:len(truth["said"])]
    if "partstat" in truth:
        found.update({key: ",".join(one[key] for one in told["calendar"]) for key in ("partstat", "uid")})
    if "recipient" in truth:
        found["recipient"] = ",".join(one["recipient"] for one in told["bounce"])
    return {key: (value, truth[key]) for key, value in found.items() if value != truth[key]}


def check_explained(lines, truth):
    told = {one["message_id"]: one for one in map(json.loads, lines)}
    equal(sorted(told), sorted(one["message_id"] for one in truth), "mails that rotnem explain told about")
    wrong = {one["message_id"]: differences(told[one["message_id"]], one) for one in truth}
    equal({number: wrong[number] for number in wrong if wrong[number]}, {}, "mails that it read wrongly")
    return told.values()


def explain(bench):
    """`rotnem explain --json --timing` of a folder of mails; beside Python's email and icalendar"""
    with contextlib.ExitStack() as stack:
        folder = bench.folder(stack)
        truth = Corpus(bench.seed, PEOPLE, PROGRAM).maildir(folder / "box", bench.number)
        slowest = []

        def rotnem(_):
            side = measure([ROTNEM, "explain", "--json", "--timing", "box/new"], folder)
            told = check_explained(side.output.splitlines(), truth)
            slowest.append(max(one["milliseconds"] for one in told))
            return side

        def python(_):
            side = measure([DEBIAN_PYTHON, HERE / "plain_explain.py", "box/new"], folder, "plain_explain.py box/new")
            told = sorted((one["message_id"], one["partstat"]) for one in map(json.loads, side.output.splitlines()))
            equal(told, sorted((one["message_id"], one.get("partstat", "")) for one in truth), "mails that Python parsed")
            return side

        ours, other = quickest(bench.runs, rotnem, python)
        size = sum(one["bytes"] for one in truth) // bench.number
        grown = max(ours.growth().values(), default=0.0)
        told = row("explain", bench.number, size, ours, other, "python", 10_000,
                   f"slowest mail {max(slowest)} ms of CPU (limit {SLOWEST_MS}); a process grew by {grown} MB at most")
        told.update(slowest_ms=max(slowest), grown_mb=grown)
        yield told


def demo(bench):
    """`rotnem demo`: mails out and in a second, all of it MIME; nothing is beside it"""
    people, days = ("120", "365") if bench.number >= 1000 else ("20", "60")

    with contextlib.ExitStack() as stack:
        folder = bench.folder(stack)

        def rotnem(run):
            side = measure([ROTNEM, "demo", "--people", people, "--days", days, "--seed", bench.seed,
                            "--out", f"demo{run}", "--json"], folder)
            figures = json.loads(side.output)
            equal((figures["turns_failed"], figures["orphans"]), (0, 0), "failed turns and abandoned pairs")
            return side

        (ours,) = quickest(bench.runs, rotnem)
        figures = json.loads(ours.output)
        yield row("demo", figures["mails_sent"] + figures["mails_received"], None, ours, target=3000,
                  note=f"{people} people, {days} days in {ours.wall:.2f} s (wanted: 120 x 365 under 5 s)")


