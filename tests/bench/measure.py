"""Measuring commands, and the rows that come of it."""

import contextlib
import os
import pathlib
import shlex
import subprocess
import threading
import time
from dataclasses import dataclass, field
from statistics import median

from tap import BUILD, SOURCE

ENVIRONMENT = {**os.environ, "ROTNEM_BUILD": str(BUILD), "ROTNEM_SOURCE": str(SOURCE)}
DEBIAN_PYTHON = "/usr/bin/python3"  # what stands beside us is Debian's own
SAMPLE_EVERY = 0.1  # seconds


def family(pid):
    """A process and all below it."""
    found = [pid]
    with contextlib.suppress(OSError):
        for task in os.listdir(f"/proc/{pid}/task"):
            for child in pathlib.Path(f"/proc/{pid}/task/{task}/children").read_text(encoding="ascii").split():
                found += family(int(child))
    return found


def memory_of(pid):
    """kB that are the process's own with its share of what is shared, and those of no file."""
    with contextlib.suppress(OSError, IndexError):
        lines = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
        sizes = {line.split(":")[0]: int(line.split()[1]) for line in lines}
        return sizes["Pss"], sizes["Anonymous"]
    return 0, 0


def name_of(pid):
    """What a process of Rotnem is, such as "host imap box"."""
    with contextlib.suppress(OSError):
        words = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")[1:3]
        return " ".join(words).replace("--child=", "") if any("--child=" in word for word in words) else "engine"
    return "engine"


@dataclass
class Side:
    """One command's run."""
    command: str
    wall: float = 0.0
    cpu: float = 0.0
    mb: float = 0.0                               # greatest sum of all its processes
    output: bytes = b""
    sizes: dict = field(default_factory=dict)     # kB of no file at each moment, by process
    names: dict = field(default_factory=dict)     # of processes

    def growth(self):
        """MB that each process grew by, by its name: from the second fifth of its run to the
        last, in the median, since what waits in a process wavers."""
        grown = {}
        for pid, sizes in self.sizes.items():
            fifth = max(1, len(sizes) // 5)
            more = (median(sizes[-fifth:]) - median(sizes[fifth:2 * fifth] or sizes)) / 1024
            grown[self.names[pid]] = round(max(more, grown.get(self.names[pid], 0.0)), 1)
        return grown


def watch(process, side, every):
    """Samples memory to the process's end, which it leaves to be waited for."""
    while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
        total = 0
        for pid in family(process.pid):
            own, anonymous = memory_of(pid)
            total += own
            if own > 0:
                side.names.setdefault(pid, name_of(pid))
                side.sizes.setdefault(pid, []).append(anonymous)
        side.mb = max(side.mb, total / 1024)
        time.sleep(every)


def measure(command, folder=None, shown=None, every=SAMPLE_EVERY, **environment):
    """Runs it to its end; its CPU is that of all its processes, by the kernel's account.
    `shown` is the command as a row prints it."""
    command = [str(word) for word in command]
    side = Side(shown or shlex.join(command))
    began, ended = time.monotonic(), []
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env={**ENVIRONMENT, **environment}) as process:
        texts = {}

        def listen(name):
            texts[name] = getattr(process, name).read()
            ended.append(time.monotonic())  # a stream's end is seen at once, a process's at the next sample

        listeners = [threading.Thread(target=listen, args=(name,)) for name in ("stdout", "stderr")]
        for listener in listeners:
            listener.start()
        watch(process, side, every)
        for listener in listeners:
            listener.join()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        said = texts["stderr"].decode(errors="replace")[-2000:]
        raise AssertionError(f"{side.command} ended with {process.returncode}: {said}")
    side.wall, side.cpu, side.output = max(ended) - began, usage.ru_utime + usage.ru_stime, texts["stdout"]
    return side


# ---- Rows


def row(name, count, size, ours, other=None, beside=None, target=None, note=""):
    """`target` is a rate of ours, or a ratio when it is text such as "1 x"."""
    rates = [round(count / side.wall, 1) if side else None for side in (ours, other)]
    ratio = round(rates[0] / rates[1], 2) if other else None
    met = None
    if isinstance(target, str):
        met = ratio is not None and ratio >= float(target.split()[0])
    elif target is not None:
        met = rates[0] >= target
    return {"name": name, "beside": beside, "ours": rates[0], "other": rates[1], "ratio": ratio, "unit": "mails/s",
            "target": target, "met": met,
            "cpu_ours": round(ours.cpu, 3), "cpu_other": round(other.cpu, 3) if other else None,
            "wall_ours": round(ours.wall, 3), "wall_other": round(other.wall, 3) if other else None,
            "rss_ours_mb": round(ours.mb, 1), "mails": count, "bytes": size,
            "command_ours": ours.command, "command_other": other.command if other else None, "note": note}


def quickest(runs, *sides):
    """Each side's quickest run, the sides taking turns: what else the machine does only
    ever adds time. A side is called with the number of the run."""
    best = [None] * len(sides)
    for run in range(runs):
        for n, side in enumerate(sides):
            one = side(run)
            if best[n] is None or one.wall < best[n].wall:
                best[n] = one
    return best
