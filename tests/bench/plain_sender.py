"""The same mails by Python's smtplib, one connection, one after another."""

import pathlib
import smtplib
import sys


def main(port, folder):
    with smtplib.SMTP("127.0.0.1", int(port)) as client:
        for path in sorted(pathlib.Path(folder).iterdir()):
            client.sendmail("bench@example.org", ["person@example.org"], path.read_bytes())


if __name__ == "__main__":
    main(*sys.argv[1:])
