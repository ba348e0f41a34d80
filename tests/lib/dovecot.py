"""A real Dovecot of a test's own: IMAP with TLS and in clear, LMTP, and logins for
Postfix, on free ports of this machine. Its folder is the only thing that it writes."""

import imaplib
import os
import pathlib
import pwd
import shutil

from server import Server, free_ports

CONFIG = """
protocols = imap lmtp
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
instance_name = rotnem-test
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
auth_mechanisms = plain login
auth_cache_size = 1M
auth_failure_delay = 0
disable_plaintext_auth = no
login_trusted_networks =
recipient_delimiter = +
mail_location = maildir:{folder}/mail/%u:INDEX={folder}/index/%u
first_valid_uid = 1
mail_fsync = never
mail_max_userip_connections = 100
default_internal_user = {internal}
default_login_user = {login}
default_internal_group = {group}
namespace inbox {{
	inbox = yes
	separator = /
}}
passdb {{
	driver = passwd-file
	args = scheme=PLAIN username_format=%u {folder}/users
}}
userdb {{
	driver = static
	args = uid={owner} gid={owner_group} home={folder}/mail/%u
}}
service imap-login {{
	chroot =
	inet_listener imap {{
		port = {imap}
	}}
	inet_listener imaps {{
		port = {imaps}
		ssl = yes
	}}
}}
service lmtp {{
	inet_listener lmtp {{
		port = {lmtp}
	}}
}}
service auth {{
	inet_listener sasl {{
		port = {sasl}
	}}
}}
service stats {{
	unix_listener stats-writer {{
		mode = 0666
	}}
}}
service anvil {{
	chroot =
}}
"""


def users_of_servers():
    """Root runs a server's parts as Debian does; others run all as themselves."""
    if os.getuid() == 0:
        owner = pwd.getpwnam("mail")
        return {"internal": "dovecot", "login": "dovenull", "group": "dovecot",
                "owner": owner.pw_uid, "owner_group": owner.pw_gid}
    me = pwd.getpwuid(os.getuid())
    return {"internal": me.pw_name, "login": me.pw_name, "group": me.pw_name,
            "owner": me.pw_uid, "owner_group": me.pw_gid}


class Dovecot(Server):
    """`users` are addresses; everybody's password is "secret of ADDRESS"."""

    def __init__(self, stack, folder, authority, users, certificate=None):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        self.folder.chmod(0o755)
        self.imap, self.imaps, self.lmtp, self.sasl = free_ports(4)
        chain, key = certificate or authority.issue("dovecot")
        names = users_of_servers()
        for part in ("mail", "index", "state", "run"):
            (self.folder / part).mkdir()
            if part in ("mail", "index"):
                os.chown(self.folder / part, names["owner"], names["owner_group"])
        self.add_users(users)
        self.config = self.folder / "dovecot.conf"
        self.config.write_text(CONFIG.format(folder=self.folder, certificate=chain, key=key, imap=self.imap,
                                             imaps=self.imaps, lmtp=self.lmtp, sasl=self.sasl, **names))
        self.begin(stack, ["dovecot", "-F", "-c", self.config], (self.imap, self.lmtp))

    @staticmethod
    def password(user):
        return f"secret of {user}"

    def add_users(self, users):
        path = self.folder / "users"
        with path.open("a") as table:
            for user in users:
                table.write(f"{user}:{self.password(user)}\n")
        path.chmod(0o644)

    def client(self, user, mailbox="INBOX"):
        """An imaplib client, logged in."""
        client = imaplib.IMAP4("127.0.0.1", self.imap)
        client.login(user, self.password(user))
        if mailbox is not None:
            client.select(mailbox)
        return client

    def fill(self, user, mails, mailbox="INBOX", date=None):
        """Puts mails (bytes) into a mailbox, in their order."""
        client = self.client(user, mailbox=None)
        for mail in mails:
            answer, words = client.append(mailbox, None, date, mail)
            if answer != "OK":
                raise AssertionError(f"append: {words}")
        client.logout()

    def forget_uids(self, user):
        """The mailbox as after a restore: the same mails under a new UIDVALIDITY."""
        self.stop()
        for path in (self.folder / "mail" / user).glob("dovecot*"):
            path.unlink() if path.is_file() else shutil.rmtree(path)
        shutil.rmtree(self.folder / "index" / user, ignore_errors=True)
        self.start()
