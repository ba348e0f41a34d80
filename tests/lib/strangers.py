"""Servers that misbehave as a script tells them, and note every byte that they were
given in clear."""

import contextlib
import socket
import ssl
import threading
import time

from tap import wait_for


class Gone(Exception):
    """The client hung up."""


class Line:
    """One connection, as the server sees it."""

    def __init__(self, connection, server):
        self.connection, self.server = connection, server
        self.secure = False
        self.waiting = b""

    def start_tls(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*self.server.certificate)
        self.connection = context.wrap_socket(self.connection, server_side=True)
        self.secure = True

    def receive(self):
        data = self.connection.recv(65536)
        if not data:
            raise Gone
        if not self.secure:
            self.server.clear += data
        self.server.heard += data
        self.waiting += data

    def read(self):
        """The client's next line, without its end."""
        while b"\n" not in self.waiting:
            self.receive()
        line, self.waiting = self.waiting.split(b"\n", 1)
        return line.rstrip(b"\r").decode(errors="replace")

    def say(self, *lines):
        self.send("".join(f"{line}\r\n" for line in lines).encode())

    def send(self, data):
        self.connection.sendall(data)

    def flood(self, data=b"x" * 65536):
        while True:
            self.send(data)

    def trickle(self, data=b"x"):
        while True:
            self.send(data)
            time.sleep(0.05)

    def be_silent(self):
        while True:
            self.receive()


class Stranger:
    """`talk` is called with the Line of each connection; how often is in `visits`."""

    def __init__(self, stack, talk, certificate=None, tls=False):
        self.talk, self.certificate, self.tls = talk, certificate, tls
        self.heard = self.clear = b""
        self.visits = 0
        self.open = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        stack.callback(self.close)
        threading.Thread(target=self.serve, daemon=True).start()

    def close(self):
        self.socket.close()
        for connection in self.open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def serve(self):
        while True:
            try:
                connection = self.socket.accept()[0]
            except OSError:
                return
            self.visits += 1
            self.open.append(connection)
            threading.Thread(target=self.meet, args=[connection], daemon=True).start()

    def meet(self, connection):
        line = Line(connection, self)
        with contextlib.suppress(Gone, OSError, ssl.SSLError):
            if self.tls:
                line.start_tls()
            self.talk(line)
        with contextlib.suppress(OSError):
            line.connection.close()

    def settle(self, seconds=5):
        """Waits until everything that was sent has been noted."""
        def quiet():
            before = len(self.heard)
            time.sleep(0.05)
            return before == len(self.heard)
        wait_for("silence", quiet, seconds)


class Relay:
    """Passes bytes on between a client and a server until it is told to swallow them,
    as a network does that died without a word."""

    def __init__(self, stack, port):
        self.target = port
        self.dead = False
        self.sockets = []
        self.stranger = Stranger(stack, self.pass_on)
        self.port = self.stranger.port

    def pass_on(self, line):
        with socket.create_connection(("127.0.0.1", self.target)) as server:
            self.sockets += [server, line.connection]
            threading.Thread(target=self.copy, args=[server, line.connection], daemon=True).start()
            self.copy(line.connection, server)

    def cut(self):
        """Ends every connection there is."""
        while self.sockets:
            with contextlib.suppress(OSError):
                self.sockets.pop().shutdown(socket.SHUT_RDWR)

    def copy(self, source, target):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if not self.dead:
                    target.sendall(data)
            target.shutdown(socket.SHUT_RDWR)


class Imap:
    """An IMAP server of a few words; a script replaces some of them. A script's function
    gets the Line, the tag and the words of the command."""

    def __init__(self, greeting="* OK ready", **words):
        self.greeting, self.words = greeting, words

    def __call__(self, line):
        if callable(self.greeting):
            self.greeting(line)
        else:
            line.say(self.greeting)
        while True:
            tag, *words = line.read().split()
            name = words[0].upper() if words[0].upper() != "UID" else f"UID_{words[1].upper()}"
            answer = self.words.get(name.lower()) or getattr(self, f"do_{name.lower()}", None)
            if answer is None:
                line.say(f"{tag} BAD {name} is unknown here")
            else:
                answer(line, tag, words)

    def do_capability(self, line, tag, _):
        line.say("* CAPABILITY IMAP4rev1 IDLE UIDPLUS MOVE STARTTLS", f"{tag} OK done")

    def do_starttls(self, line, tag, _):
        line.say(f"{tag} OK done")
        line.start_tls()

    def do_login(self, line, tag, _):
        line.say(f"{tag} OK done")

    do_noop = do_login

    def do_logout(self, line, tag, _):
        line.say("* BYE bye", f"{tag} OK done")

    def do_select(self, line, tag, _):
        line.say("* FLAGS (\\Seen)", "* OK [PERMANENTFLAGS (\\Seen \\*)] .", "* 3 EXISTS", "* 0 RECENT",
                 "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 4] .", f"{tag} OK [READ-WRITE] .")

    def do_uid_search(self, line, tag, _):
        line.say("* SEARCH 1 2 3", f"{tag} OK done")

    def do_uid_fetch(self, line, tag, words):
        for uid in (1, 2, 3):
            line.say(mail_answer(uid, uid, b"Subject: %d\r\n\r\nHi.\r\n" % uid))
        line.say(f"{tag} OK done")

    def do_idle(self, line, tag, _):
        line.say("+ idling")
        while line.read().upper() != "DONE":
            pass
        line.say(f"{tag} OK done")


def mail_answer(number, uid, mail):
    return (f'* {number} FETCH (UID {uid} INTERNALDATE "01-Mar-2026 10:00:00 +0100" '
            f"BODY[]<0> {{{len(mail)}}}\r\n{mail.decode()})")


class Smtp:
    """An SMTP server of a few words; a script replaces some of them, among them "dot"."""

    def __init__(self, greeting="220 ready", offers=("PIPELINING", "STARTTLS", "AUTH PLAIN LOGIN"), **words):
        self.greeting, self.offers, self.words = greeting, offers, words
        self.mails = []

    def __call__(self, line):
        if callable(self.greeting):
            self.greeting(line)
        else:
            line.say(self.greeting)
        while True:
            words = line.read().split()
            name = words[0].lower()
            answer = self.words.get(name) or getattr(self, f"do_{name}", None)
            if isinstance(answer, str):
                line.say(answer)
            elif answer is None:
                line.say("500 5.5.1 unknown")
            else:
                answer(line, words)

    def do_ehlo(self, line, _):
        lines = ["here", *self.offers]
        line.say(*[f"250-{text}" for text in lines[:-1]], f"250 {lines[-1]}")

    def do_starttls(self, line, _):
        line.say("220 go")
        line.start_tls()

    do_auth = "235 2.7.0 welcome"
    do_mail = "250 2.1.0 ok"
    do_rcpt = "250 2.1.5 ok"
    do_rset = do_noop = "250 2.0.0 ok"
    do_quit = "221 bye"

    def do_data(self, line, _):
        line.say("354 go")
        self.take_mail(line)

    def take_mail(self, line):
        lines = []
        while (text := line.read()) != ".":
            lines.append(text)
        self.mails.append(lines)
        dot = self.words.get("dot", "250 2.0.0 taken")
        if callable(dot):
            dot(line, lines)
        else:
            line.say(dot)
