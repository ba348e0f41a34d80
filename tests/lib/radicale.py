"""A real Radicale of a test's own: calendars on a free port of this machine, with TLS.
Every user reads the calendars of all, and writes her own."""

import pathlib

from dav import Dav
from server import Server, free_ports

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


class Radicale(Server, Dav):
    def __init__(self, stack, folder, authority, users, tls=True):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        chain, key = authority.issue("radicale")
        Dav.__init__(self, free_ports(1)[0], authority if tls else None)
        (self.folder / "users").write_text("".join(f"{user}:{self.password(user)}\n" for user in users))
        config = self.folder / "config"
        config.write_text(CONFIG.format(folder=self.folder, port=self.port, certificate=chain, key=key, tls=tls))
        self.begin(stack, ["radicale", "--config", config], [self.port])

    @staticmethod
    def password(user):
        return f"secret of {user}"

    def make_calendar(self, user, name):
        self.do("MKCALENDAR", f"/{user}/{name}/", user, self.password(user))

    def put(self, user, name, uid, text):
        self.do("PUT", f"/{user}/{name}/{uid}.ics", user, self.password(user), text, Content_Type="text/calendar")
