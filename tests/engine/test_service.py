"""The engine as a service: what the service manager is told, and what a child is left."""

import contextlib
import os
import pathlib
import socket
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import Site
import tap
from tap import BUILD, equal, holds, make_folder, wait_for


class Manager:
    """Listens as systemd does."""

    def __init__(self, stack, address):
        self.socket = stack.enter_context(contextlib.closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)))
        self.socket.bind(address.replace("@", "\0", 1))
        self.socket.setblocking(False)
        self.heard = []

    def hears(self, words):
        with contextlib.suppress(BlockingIOError):
            while True:
                self.heard.append(self.socket.recv(4096).decode())
        return any(words in told for told in self.heard)


class Service(Site):
    """A site whose engine gets a service manager's environment."""
    manager = {}

    def environment(self, preload=""):
        return {**super().environment(preload), **self.manager}


def run_for(stack, address):
    """An engine from its start to its end, and who listened."""
    manager, site = Manager(stack, address), Service(stack)
    site.manager = {"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "300000"}
    site.start()
    wait_for("READY=1", lambda: manager.hears("READY=1"), 30)
    equal(site.ask("status").returncode, 0, "exit status of status when it is ready")
    wait_for("a status", lambda: manager.hears("STATUS=Mail is handled."), 30)
    wait_for("a sign of life", lambda: manager.hears("WATCHDOG=1"), 30)
    for title, child in site.children("policy").items():
        environment = pathlib.Path(f"/proc/{child['pid']}/environ").read_text()
        holds("NOTIFY_SOCKET" not in environment and "WATCHDOG" not in environment, f"{title} is not told of the manager")
    return manager, site


def test_manager(stack):
    """The service manager is told when it is ready, that it lives, what troubles it, and that it ends"""
    manager, site = run_for(stack, str(make_folder(stack) / "notify"))
    (site.folder / "incoming/new").rmdir()
    wait_for("trouble", lambda: manager.hears("STATUS=maildir “incoming”: "), 30)
    holds(not manager.hears("STOPPING=1"), "it did not say that it ends")
    site.stop()
    wait_for("the end", lambda: manager.hears("STOPPING=1"), 30)


def test_abstract_manager(stack):
    """The manager's socket may have an abstract name"""
    _, site = run_for(stack, f"@rotnem-test-{os.getpid()}")
    site.stop()


def test_deaf_manager(stack):
    """A manager that is not there holds nothing up"""
    site = Service(stack)
    site.manager = {"NOTIFY_SOCKET": str(make_folder(stack) / "nobody"), "WATCHDOG_USEC": "300000", "WATCHDOG_PID": "1"}
    site.start()
    site.stop()


def test_check(stack):
    """status --check is silent and 0 where all is well, and else tells what is wrong, a line each, with 75"""
    site = Site(stack)

    def says():
        answer = site.ask("status", "--check")
        return answer.returncode, answer.stdout

    site.once()
    equal(says(), (75, "No engine runs.\n"), "what it says of no engine")
    site.start()
    wait_for("a service that is well", lambda: says() == (0, ""), 30)
    (site.folder / "incoming/new").rmdir()
    status, said = wait_for("trouble", lambda: says() if says()[0] else None, 30)
    equal(status, 75, "exit status")
    holds(said.startswith("maildir incoming: ") and said.count("\n") == 1, f"“{said}” names the mailbox")
    site.stop()


def test_reader(stack):
    """Who reads foreign mail has its socket to the engine and no other descriptor, and the kernel holds it to that"""
    site = Site(stack)
    site.start()
    reader = pathlib.Path(f"/proc/{site.children('reader')['reader']['pid']}")
    site.deliver(b"From: a@example.net\nSubject: Hello\n\nHello\n")
    wait_for("a mail that was read", lambda: site.lines("held"), 30)
    open_files = {int(file.name): os.readlink(file) for file in (reader / "fd").iterdir()}
    holds(open_files.pop(3).startswith("socket:"), "descriptor 3 is the socket")
    equal(sorted(open_files), [0, 1, 2], f"the others of {open_files}")
    holds(not any(str(site.folder) in name or "socket:" in name for name in open_files.values()), f"{open_files} leads nowhere")
    said = dict(line.split(":\t", 1) for line in (reader / "status").read_text().splitlines())
    equal(said["NoNewPrivs"], "1", "whether it can get rights")
    filters = "0" if "define RN_SANITIZERS" in (BUILD / "config.h").read_text() else "2"  # a leak check needs what is refused
    equal(said["Seccomp"], filters, "whether its system calls are filtered")
    site.stop()


tap.run(globals())
