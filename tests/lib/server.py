"""A real server of a test's own, on free ports of this machine."""

import socket
import subprocess

from tap import end_group, wait_for


HELD = []


def free_ports(number):
    """So many ports that nobody listens on now, and that the system gives to nobody else while
    this test runs: a socket that is bound and does not listen keeps one, and leaves it to
    any server that sets SO_REUSEADDR, as servers do."""
    held = [socket.socket() for _ in range(number)]
    for one in held:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        one.bind(("127.0.0.1", 0))
    HELD.extend(held)
    return [one.getsockname()[1] for one in held]


def listens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Server:
    """Its `folder` gets what it says: `log`, where it has one, and `errors`."""

    def begin(self, stack, command, ports):
        """Starts it; it is up when it listens on these ports, and is killed with the stack."""
        self.command, self.ports, self.process = command, ports, None
        stack.callback(self.stop, politely=False)
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=(self.folder / "errors").open("a"), start_new_session=True)
        wait_for(f"the start of {type(self).__name__}", self.is_up)

    def is_up(self):
        if self.process.poll() is not None:
            raise AssertionError(f"{type(self).__name__} ended: " + self.log())
        return all(listens(port) for port in self.ports)

    def stop(self, politely=True):
        if self.process is not None:
            end_group(self.process, politely)
        self.process = None

    def log(self):
        return "".join(path.read_text(errors="replace")
                       for path in (self.folder / "errors", self.folder / "log") if path.exists())
