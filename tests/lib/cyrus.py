"""A real Cyrus of a test's own: calendars with scheduling (RFC 6638) on free ports of this
machine, in clear and with TLS. It needs root, as Cyrus does, and runs as its own user."""

import grp
import os
import pathlib
import pwd
import shutil
import smtplib
import socket
import struct
import threading

from dav import Dav
from server import Server, free_ports

IMAPD = """
configdirectory: {folder}/state
defaultpartition: default
partition-default: {folder}/spool
lmtpsocket: {folder}/state/socket/lmtp
httpmodules: caldav
httpallowplaintext: yes
calendar_user_address_set: example.com example.org
caldav_realm: test
admins: cyrus
allowplaintext: yes
sasl_pwcheck_method: saslauthd
sasl_mech_list: PLAIN
sasl_saslauthd_path: {folder}/auth
autocreate_quota: 0
autocreate_post: yes
tls_server_cert: {certificate}
tls_server_key: {key}
duplicate_db_path: {folder}/state/deliver.db
"""

CYRUS = """
START {{
	recover cmd="/usr/lib/cyrus/bin/ctl_cyrusdb -C {folder}/imapd.conf -r"
}}
SERVICES {{
	http cmd="/usr/lib/cyrus/bin/httpd -C {folder}/imapd.conf" listen="127.0.0.1:{http}" prefork=0
	https cmd="/usr/lib/cyrus/bin/httpd -s -C {folder}/imapd.conf" listen="127.0.0.1:{https}" prefork=0
	lmtp cmd="/usr/lib/cyrus/bin/lmtpd -a -C {folder}/imapd.conf" listen="127.0.0.1:{lmtp}" prefork=0
}}
"""


class Saslauthd:
    """Answers Cyrus whether a password is right, in the protocol of saslauthd."""

    def __init__(self, stack, path, password_of):
        self.password_of = password_of
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.bind(str(path))
        os.chmod(path, 0o777)
        self.socket.listen()
        stack.callback(self.socket.close)
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection = self.socket.accept()[0]
            except OSError:
                return
            with connection, connection.makefile("rb") as words:
                user, password, _, _ = [words.read(*struct.unpack("!H", words.read(2))).decode() for _ in range(4)]
                answer = b"OK" if password == self.password_of(user) else b"NO"
                connection.sendall(struct.pack("!H", len(answer)) + answer)


class Cyrus(Server, Dav):
    """`users` are the names before @example.com, and @example.org."""

    def __init__(self, stack, folder, authority, users):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        for part in ("state", "spool", "state/socket", "state/proc", "state/db", "state/log"):
            (self.folder / part).mkdir()
        self.http, self.https, self.lmtp = free_ports(3)
        Dav.__init__(self, self.https, authority)
        chain, key = (shutil.copy(path, self.folder) for path in authority.issue("cyrus"))
        (self.folder / "imapd.conf").write_text(IMAPD.format(folder=self.folder, certificate=chain, key=key))
        (self.folder / "cyrus.conf").write_text(CYRUS.format(folder=self.folder, http=self.http, https=self.https,
                                                             lmtp=self.lmtp))
        self.give_to_cyrus()
        Saslauthd(stack, self.folder / "auth", self.password)
        self.begin(stack, ["cyrmaster", "-C", self.folder / "imapd.conf", "-M", self.folder / "cyrus.conf",
                           "-p", self.folder / "pid"], (self.https, self.lmtp))
        for user in users:
            self.make_mailbox(user)

    def give_to_cyrus(self):
        owner, group = pwd.getpwnam("cyrus").pw_uid, grp.getgrnam("mail").gr_gid
        for path in [self.folder, *self.folder.rglob("*")]:
            os.chown(path, owner, group)

    @staticmethod
    def password(user):
        return f"secret of {user}"

    def make_mailbox(self, user):
        """A first mail makes it, and a first look the calendar."""
        with smtplib.LMTP("127.0.0.1", self.lmtp) as lmtp:
            lmtp.sendmail("postmaster@example.com", user,
                          f"Message-ID: <{user}@example.com>\r\nSubject: Welcome\r\n\r\nHello\r\n")
        self.do("PROPFIND", f"/dav/calendars/user/{user}/", user, self.password(user), Depth="0")

    def put(self, user, name, uid, text):
        self.do("PUT", f"/dav/calendars/user/{user}/{name}/{uid}.ics", user, self.password(user), text,
                Content_Type="text/calendar")
