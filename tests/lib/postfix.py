"""A real Postfix of a test's own: submission with STARTTLS, with TLS from the start, and
in clear, delivering to a test's Dovecot. It needs root, as Postfix does."""

import grp
import os
import pathlib
import pwd

from server import Server, free_ports

MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = mail.example.org
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks =
alias_maps =
alias_database =
recipient_delimiter = +
virtual_mailbox_domains = {domains}
virtual_mailbox_maps = texthash:{folder}/users
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:{sasl}
smtpd_sasl_auth_enable = yes
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_relay_restrictions = permit_sasl_authenticated, permit_mynetworks, reject_unauth_destination
smtpd_recipient_restrictions = check_recipient_access texthash:{folder}/verdicts
smtpd_peername_lookup = no
smtpd_error_sleep_time = 0
smtpd_soft_error_limit = 1000
smtpd_hard_error_limit = 1000
smtpd_client_connection_rate_limit = 0
smtpd_client_message_rate_limit = 0
message_size_limit = 50000000
smtputf8_enable = yes
in_flow_delay = 0
lmtp_destination_recipient_limit = 1
"""

MASTER = """
127.0.0.1:{submission} inet n - n - - smtpd
127.0.0.1:{tls} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
127.0.0.1:{clear} inet n - n - - smtpd -o smtpd_tls_security_level=none -o smtpd_tls_auth_only=no
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


# What "postfix start" makes in two seconds: folder, owner, group, mode.
QUEUE = [(name, "postfix", "root", 0o700) for name in
         ("active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming", "private", "saved", "trace")]
QUEUE += [("maildrop", "postfix", "postdrop", 0o1730), ("public", "postfix", "postdrop", 0o710),
          ("pid", "root", "root", 0o755)]


class Postfix(Server):
    """`users` may receive; `verdicts` are answers to RCPT, such as
    {"full@example.org": "452 4.2.2 Mailbox full"}."""

    def __init__(self, stack, folder, authority, dovecot, users, verdicts=None):
        self.folder = pathlib.Path(folder)
        self.config = self.folder / "config"
        for part in (self.folder, self.config, self.folder / "queue", self.folder / "data"):
            part.mkdir()
            part.chmod(0o755)
        os.chown(self.folder / "data", pwd.getpwnam("postfix").pw_uid, -1)
        for name, owner, group, mode in QUEUE:
            part = self.folder / "queue" / name
            part.mkdir()
            part.chmod(mode)
            os.chown(part, pwd.getpwnam(owner).pw_uid, grp.getgrnam(group).gr_gid)
        self.submission, self.tls, self.clear = free_ports(3)
        chain, key = authority.issue("postfix")
        domains = sorted({user.split("@")[1] for user in users})
        (self.folder / "users").write_text("".join(f"{user} {user}\n" for user in users))
        (self.folder / "verdicts").write_text("".join(f"{a} {v}\n" for a, v in (verdicts or {}).items()))
        (self.config / "main.cf").write_text(MAIN.format(
            folder=self.folder, domains=" ".join(domains), lmtp=dovecot.lmtp, sasl=dovecot.sasl,
            certificate=chain, key=key))
        (self.config / "master.cf").write_text(MASTER.format(
            submission=self.submission, tls=self.tls, clear=self.clear))
        self.begin(stack, ["/usr/lib/postfix/sbin/master", "-c", self.config, "-d"], (self.submission, self.tls))

    def queue_is_empty(self):
        return not any(p.is_file() for part in ("incoming", "active", "deferred", "maildrop")
                       for p in (self.folder / "queue" / part).rglob("*"))

