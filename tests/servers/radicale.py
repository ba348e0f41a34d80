"""A real Radicale of a test's own: calendars on a free port of this machine, with TLS.
Every user reads the calendars of all, and writes her own."""

import pathlib
import subprocess

from dav import Dav
from dovecot import free_ports, listens
from tap import end_group, wait_for

CONFIG = """
[server]
hosts = 127.0.0.1:{port}
ssl = {tls}
certificate = {certificate}
key = {key}
[auth]
type = htpasswd
htpasswd_filename = {folder}/users
htpasswd_encryption = plain
delay = 0
[rights]
type = owner_write
[storage]
filesystem_folder = {folder}/collections
[web]
type = none
"""


class Radicale(Dav):
    def __init__(self, stack, folder, authority, users, tls=True):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        chain, key = authority.issue("radicale")
        super().__init__(free_ports(1)[0], authority if tls else None)
        (self.folder / "users").write_text("".join(f"{user}:{self.password(user)}\n" for user in users))
        config = self.folder / "config"
        config.write_text(CONFIG.format(folder=self.folder, port=self.port, certificate=chain, key=key, tls=tls))
        self.process = subprocess.Popen(["radicale", "--config", config], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=(self.folder / "log").open("a"),
                                        start_new_session=True)
        stack.callback(end_group, self.process)
        wait_for("the start of Radicale", self.is_up)

    def is_up(self):
        if self.process.poll() is not None:
            raise AssertionError("Radicale ended: " + self.log())
        return listens(self.port)

    def log(self):
        return (self.folder / "log").read_text(errors="replace")

    @staticmethod
    def password(user):
        return f"secret of {user}"

    def make_calendar(self, user, name):
        self.do("MKCALENDAR", f"/{user}/{name}/", user, self.password(user))

    def put(self, user, name, uid, text):
        self.do("PUT", f"/{user}/{name}/{uid}.ics", user, self.password(user), text, Content_Type="text/calendar")
