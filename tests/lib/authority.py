"""A certificate authority for a test, with good and bad certificates on demand."""

import datetime
import pathlib
import subprocess

CONFIG = """
[ca]
default_ca = this
[this]
dir = {folder}
database = {folder}/index
new_certs_dir = {folder}
serial = {folder}/serial
certificate = {folder}/ca.pem
private_key = {folder}/ca.key
default_md = {digest}
policy = any
unique_subject = no
copy_extensions = none
[any]
commonName = supplied
[extensions]
subjectAltName = {names}
extendedKeyUsage = {purpose}
basicConstraints = critical, CA:false
"""


def openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)


def make_key(path):
    openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", path)


class Authority:
    def __init__(self, folder, title="Test authority"):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        self.certificate = self.folder / "ca.pem"
        (self.folder / "index").touch()
        (self.folder / "serial").write_text("1000\n")
        make_key(self.folder / "ca.key")
        openssl("req", "-x509", "-new", "-key", self.folder / "ca.key", "-subj", f"/CN={title}",
                "-days", "3650", "-out", self.certificate)

    def issue(self, name, names="DNS:localhost,IP:127.0.0.1", starts=-1, ends=3650, purpose="serverAuth"):
        """A certificate (chain file, key file); starts and ends count days from today."""
        key, request = self.folder / f"{name}.key", self.folder / f"{name}.csr"
        chain, config = self.folder / f"{name}.pem", self.folder / f"{name}.cnf"
        config.write_text(CONFIG.format(folder=self.folder, names=names, purpose=purpose, digest="sha256"))
        make_key(key)
        openssl("req", "-new", "-key", key, "-subj", f"/CN={name}", "-out", request)
        today = datetime.datetime.now(datetime.timezone.utc)
        dates = [(today + datetime.timedelta(days=d)).strftime("%y%m%d%H%M%SZ") for d in (starts, ends)]
        openssl("ca", "-batch", "-notext", "-config", config, "-extensions", "extensions", "-in", request,
                "-startdate", dates[0], "-enddate", dates[1], "-out", chain)
        return chain, key

    def issue_to_itself(self, name):
        """A certificate that nobody vouches for."""
        key, chain = self.folder / f"{name}.key", self.folder / f"{name}.pem"
        make_key(key)
        openssl("req", "-x509", "-new", "-key", key, "-subj", "/CN=localhost", "-days", "30",
                "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-out", chain)
        return chain, key
