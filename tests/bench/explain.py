#!/usr/bin/env python3
"""How fast `rotnem explain` reads a mixed corpus: explain.py [COUNT [SEED]]. Prints one
row: mails, bytes a mail, mails a second, CPU a mail, the slowest mail, and how much the
largest reader process grew after the first fifth of the run."""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

source = os.environ.get("ROTNEM_SOURCE", ".")
build = os.environ.get("ROTNEM_BUILD", ".")


def resident(pid):
    try:
        with open(f"/proc/{pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("RssAnon"))
    except (OSError, StopIteration):
        return 0


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as listed:
            return listed.read().split()
    except OSError:
        return []


def watch(process, sizes):
    while process.poll() is None:
        sizes.append(max([resident(child) for child in children(process.pid)], default=0))
        time.sleep(0.02)


def main():
    count, seed = (sys.argv[1:] + ["10000", "1"][len(sys.argv) - 1:])[:2]
    with tempfile.TemporaryDirectory() as folder:
        box, out = os.path.join(folder, "box"), os.path.join(folder, "out")
        with open(box, "wb") as file:
            subprocess.run([os.path.join(source, "tests/bench/mails.py"), count, seed], stdout=file, check=True)
        sizes = []
        with open(out, "wb") as file:
            before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
            process = subprocess.Popen([os.path.join(build, "rotnem"), "explain", "--json", "--timing", box], stdout=file)
            watch(process, sizes)
        seconds, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        with open(out, encoding="utf-8") as file:
            slowest = max(json.loads(line)["milliseconds"] for line in file)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        growth = max(sizes) - max(sizes[:max(1, len(sizes) // 5)]) if sizes else 0
        print(f"explain: {count} mails of {os.path.getsize(box) // int(count)} bytes, {int(count) / seconds:.0f} mails/s on "
              f"{os.cpu_count()} cores, {cpu / int(count) * 1e6:.0f} us of CPU a mail, slowest {slowest} ms, grew {growth} KiB")
        return 0 if process.returncode == 0 else 1


sys.exit(main())
