"""Tests that print TAP. A test is a function of a script whose name begins with
"test_"; its docstring or name says what it shows. It gets an ExitStack that undoes
what the test started, whatever happens."""

import contextlib
import inspect
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

SOURCE = pathlib.Path(os.environ.get("ROTNEM_SOURCE", pathlib.Path(__file__).resolve().parents[2]))


def build_folder():
    """What ROTNEM_BUILD names; else the current folder, or the one that quickstart builds in."""
    named = os.environ.get("ROTNEM_BUILD")
    for folder in [pathlib.Path(named)] if named else [pathlib.Path.cwd(), SOURCE / "build"]:
        if os.access(folder / "rotnem", os.X_OK):
            return folder
    sys.exit("no build of rotnem is here: run “./quickstart build”, or name its folder in ROTNEM_BUILD")


BUILD = build_folder()


def wait_for(what, condition, seconds=60):
    """The condition's first true value; it is asked again and again until then."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not happen within {seconds} seconds")
        time.sleep(0.02)


def equal(found, wanted, what="value"):
    if found != wanted:
        raise AssertionError(f"{what}: found {found!r}, wanted {wanted!r}")


def holds(condition, what):
    if not condition:
        raise AssertionError(f"it does not hold that {what}")


def make_folder(stack):
    """A folder that other users (of the servers) may enter, removed with the stack."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="rotnem-"))
    folder.chmod(0o755)
    if "ROTNEM_KEEP" not in os.environ:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
    return folder


def end_group(process, politely=True):
    """Ends a server that leads a process group, and all that it started."""
    if politely:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def name_of(test):
    first = (test.__doc__ or test.__name__[5:].replace("_", " ")).strip().split(".")[0]
    return " ".join(first.split())


def run(namespace):
    """Runs the script's tests, or those named on the command line, in their order."""
    # What Rotnem does at the end of a terminal is tested under nohup(1) as well.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    # A killed run takes its servers with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    tests = [t for n, t in namespace.items() if n.startswith("test_") and inspect.isfunction(t)]
    if len(sys.argv) > 1:
        tests = [t for t in tests if t.__name__ in sys.argv[1:]]
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        try:
            start = time.monotonic()
            with contextlib.ExitStack() as stack:
                test(stack)
            print(f"ok {number} - {name_of(test)} ({time.monotonic() - start:.1f} s)", flush=True)
        except Exception:  # pylint: disable=broad-except
            failed += 1
            print(f"not ok {number} - {name_of(test)}")
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            sys.stdout.flush()
    sys.exit(1 if failed else 0)
