"""Where the program's mail comes in: a Maildir in the site's own folder, or a mailbox of a
Dovecot that all sites share, named like the folder."""

import contextlib
import os
import shutil
import time

from authority import Authority
from dovecot import Dovecot, users_of_servers

IMAP = """
imap "mentoring" {{
	server = "127.0.0.1"
	port = {port}
	security = "none"
	user = "{user}"
	password = "{password}"
}}
"""


class Maildir:
    block = '''
maildir "mentoring" {
	folder = "mail"
}
'''

    def __init__(self, folder, before=None):
        """What was in the mailbox of the site of the folder `before` is copied with it."""
        del before
        self.path, self.owner = folder / "mail", None
        self.make()

    def make(self):
        for part in ("tmp", "new", "cur"):
            (self.path / part).mkdir(parents=True, exist_ok=True)

    def post(self, raw, number, stamp):
        name = f"{time.time_ns()}.{number}.sink"
        path = self.path / "tmp" / name
        path.write_bytes(raw)
        os.utime(path, (stamp, stamp))
        if self.owner is not None:
            os.chown(path, *self.owner)
        path.rename(self.path / "new" / name)


class Imap(Maildir):
    """A Maildir that Dovecot has."""

    def __init__(self, dovecot, folder, before=None):  # pylint: disable=super-init-not-called
        user, names = f"{folder.name}@example.org", users_of_servers()
        self.path, self.owner = dovecot.folder / "mail" / user, (names["owner"], names["owner_group"])
        self.block = IMAP.format(port=dovecot.imap, user=user, password=dovecot.password(user))
        if before is not None:
            shutil.copytree(dovecot.folder / "mail" / f"{before.name}@example.org", self.path)
        self.make()
        for path in [self.path, *self.path.rglob("*")]:
            os.chown(path, *self.owner)


class Post:
    """A Dovecot that is started when somebody first wants a mailbox of it."""

    def __init__(self, folder):
        self.folder, self.stack, self.dovecot = folder, contextlib.ExitStack(), None

    def imap(self, folder, before=None):
        return Imap(self.dovecot, folder, before)

    def open(self):
        self.folder.mkdir()
        self.folder.chmod(0o755)
        # all at once: Dovecot looks for new users once a second only, and would refuse one until then
        users = [f"{name}{n}@example.org" for name in ("chapter", "trial") for n in range(20000)]
        self.dovecot = Dovecot(self.stack, self.folder / "dovecot", Authority(self.folder / "authority"), users)

    def close(self):
        self.stack.close()
