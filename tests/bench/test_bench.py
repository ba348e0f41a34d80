"""Each row of the bench in small: it runs, and both sides did all of the work. And what
the rows stand on: the corpus, the relay, the judgement of work."""

import json
import pathlib
import socket
import subprocess
import sys
import threading
import time
from statistics import median

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
import tap
from corpus import Corpus
from reading import check_explained
from rotnem_site import relay
from tap import equal, holds

FIELDS = {"name", "beside", "ours", "other", "ratio", "unit", "target", "met", "cpu_ours", "cpu_other", "wall_ours", "wall_other",
          "rss_ours_mb", "mails", "bytes", "command_ours", "command_other", "note"}
SMALL = 30


def rows_of(name, *beside, number=SMALL):
    done = subprocess.run([sys.executable, HERE / "run", name, "--json", "--number", str(number), "--runs", "1"], text=True,
                          capture_output=True, check=False)
    equal(done.returncode, 0, f"exit status ({done.stderr.strip()})")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    equal(sorted(str(one["beside"]) for one in rows), sorted(map(str, beside)), "what the rows are beside")
    for one in rows:
        equal(FIELDS - one.keys(), set(), "keys that are missing")
        holds(one["mails"] >= SMALL and one["cpu_ours"] > 0 and one["wall_ours"] > 0, f"work was measured in {one}")
        holds((one["other"] is None) == (one["ratio"] is None) == (one["cpu_other"] is None), f"the other side is whole in {one}")
    return rows


def test_receive(_):
    """Mails come over IMAP, are handled and marked, beside mbsync, imapfilter and Python"""
    rows_of("receive", "mbsync", "imapfilter", "python")


def test_receive_20ms(_):
    """The same behind a relay 20 ms away: no run is quicker than the network"""
    for one in rows_of("receive-20ms", "mbsync", "imapfilter", "python"):
        # connecting, the greeting, and at least five commands that wait for each other
        holds(min(one["wall_ours"], one["wall_other"]) > 0.1, f"the network takes its time in {one}")


def test_receive_maildir(_):
    """Mails come from a Maildir, beside Python"""
    rows_of("receive-maildir", "python")


def test_answers(_):
    """Everybody who was asked answers and gets a receipt"""
    equal([one["mails"] for one in rows_of("answers", None, number=5 * SMALL)], [SMALL], "answers")


def test_send(_):
    """Invitations are sent over one connection, beside smtp-source and smtplib"""
    rows_of("send", "smtp-source", "smtplib")


def test_send_many(_):
    """Invitations are sent over several connections"""
    rows_of("send-many", "smtp-source")


def test_send_20ms(_):
    """Invitations are sent through a relay 20 ms away"""
    rows_of("send-20ms", "smtp-source")


def test_send_postfix(_):
    """Invitations are put into the queue of a real Postfix"""
    rows_of("send-postfix", "smtp-source -N", "smtp-source", "smtplib")


def test_explain(_):
    """Mails are explained as the truth file says, beside Python"""
    (one,) = rows_of("explain", "python")
    holds(one["slowest_ms"] > 0, "the slowest mail is told")


def test_demo(_):
    """A small demo is counted"""
    rows_of("demo", None)


def test_memory(_):
    """What each process grew by is told"""
    (one,) = rows_of("memory", None, number=10 * SMALL)  # each lives long enough to be seen
    holds("engine" in one["note"] and "reader" in one["note"], f"processes are told apart in {one['note']}")


def test_linear(_):
    """Time a mail is compared over three sizes"""
    equal([one["mails"] for one in rows_of("linear", "3 mails", "30 mails")], [30, 300], "sizes")


def test_corpus(_):
    """The corpus has the sizes and shares that it claims, and follows from its seed"""
    made = list(Corpus(7, ["ann@firm.example"], "mentoring@pairs.example").mails(4000))
    sizes, truth = [len(data) for data, _ in made], [one for _, one in made]
    holds(5000 <= median(sizes) <= 7000, f"the median is about 6 KB ({median(sizes)})")
    holds(13_000 <= sum(sizes) / len(sizes) <= 17_000, f"the mean is about 15 KB ({sum(sizes) // len(sizes)})")
    for what, wanted, share in (
            ("calendars", 0.2, sum(one["kind"] == "calendar" for one in truth)),
            ("bounces and absences", 0.1, sum(one["kind"] in ("bounce", "absence") for one in truth)),
            ("HTML", 0.3, sum(one["html"] for one in truth))):
        holds(abs(share / len(truth) - wanted) < 0.03, f"{what} have their share ({share} of {len(truth)})")
    equal({one["client"] for one in truth if "client" in one}, {"outlook", "gmail", "apple", "thunderbird"}, "mail programs")
    again = Corpus(7, ["ann@firm.example"], "mentoring@pairs.example")
    equal([again.mail(n)[0] for n in range(50)], [data for data, _ in made[:50]], "mails of the same seed")
    holds(Corpus(8, ["ann@firm.example"], "x@y.example").mail(0)[0] != made[0][0], "another seed gives other mails")


def test_less_work_fails(_):
    """A mail that is missing or read otherwise than the truth says fails a row"""
    truth = [{"message_id": "1", "kind": "reply", "said": "Yes"}, {"message_id": "2", "kind": "calendar", "partstat": "ACCEPTED",
                                                                  "uid": "u"}]
    first = {"message_id": "1", "kind": "reply", "text": "Yes\nAnn", "calendar": []}
    second = {"message_id": "2", "kind": "calendar", "text": "", "calendar": [{"partstat": "ACCEPTED", "uid": "u"}]}
    check_explained(map(json.dumps, [first, second]), truth)
    for told in ([first], [{**first, "kind": "auto"}, second], [{**first, "text": "No"}, second],
                 [first, {**second, "calendar": [{"partstat": "DECLINED", "uid": "u"}]}], [first, {**second, "calendar": []}]):
        try:
            check_explained(map(json.dumps, told), truth)
        except AssertionError:
            continue
        raise AssertionError(f"{told} passed for {truth}")


def test_relay(stack):
    """The relay hands on every byte, half a round trip later, and carries more than any row asks"""
    server = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
    sent = bytes(range(256)) * 40_000

    def echo():
        for _ in range(2):
            with server.accept()[0] as client:
                while data := client.recv(1 << 20):
                    client.sendall(data)

    threading.Thread(target=echo, daemon=True).start()
    port = stack.enter_context(relay(server.getsockname()[1], 20))
    with socket.create_connection(("127.0.0.1", port)) as client:
        began = time.monotonic()
        client.sendall(b"x")
        equal(client.recv(1), b"x", "what came back")
        holds(time.monotonic() - began >= 0.020, "a round trip takes 20 ms")
        threading.Thread(target=lambda: (client.sendall(sent), client.shutdown(socket.SHUT_WR)), daemon=True).start()
        back = bytearray()
        while data := client.recv(1 << 20):
            back += data
    equal(bytes(back) == sent, True, f"that all of {len(sent)} bytes came back ({len(back)})")


if __name__ == "__main__":
    tap.run(globals())
