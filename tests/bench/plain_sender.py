"""The same mails by Python's smtplib, one after another on each connection; each mail goes
to a recipient of its own and has a sender of its own, as every mail has that is to tell what a bounce is about."""

import concurrent.futures
import pathlib
import smtplib
import sys


def send(port, paths):
    with smtplib.SMTP("127.0.0.1", port) as client:
        for path in paths:
            client.sendmail(f"bench+{path.name}@example.org", [f"{path.name}person@example.org"], path.read_bytes())


def main(port, folder, connections):
    paths, connections = sorted(pathlib.Path(folder).iterdir()), int(connections)
    with concurrent.futures.ProcessPoolExecutor(connections) as pool:
        for ended in [pool.submit(send, int(port), paths[n::connections]) for n in range(connections)]:
            ended.result()


if __name__ == "__main__":
    main(*sys.argv[1:])
