"""A mail server of the test's own: takes every mail, remembers its bytes, and tells who
listens. It can cut the connection behind the final dot of chosen mails."""

import asyncio
import collections
import dataclasses
import email
import email.header
import email.parser
import email.policy
import functools
import threading

POLICY = email.policy.default
HEADER = email.parser.BytesHeaderParser()


TAKEN = b"250 2.0.0 Taken\r\n"
ANSWERS = {b"EHLO": b"250-sink\r\n250 PIPELINING", b"MAIL": b"250 2.1.0 Fine", b"RCPT": b"250 2.1.5 Fine",
           b"DATA": b"354 Go on", b"RSET": b"250 2.0.0 Fine", b"NOOP": b"250 2.0.0 Fine", b"QUIT": b"221 2.0.0 Bye"}


@dataclasses.dataclass(frozen=True)
class Cut:
    """The connection ends behind the final dot. Had the server taken the mail, and how many
    bytes of its answer left?"""
    is_taken: bool
    answer: int = 0


class Taken:
    """One mail. Its header is read at once, all of it only when somebody wants it: that takes
    as long as a hundred mails."""

    def __init__(self, recipient, raw):
        header = HEADER.parsebytes(raw)
        self.recipient, self.raw = recipient, raw
        self.subject = str(email.header.make_header(email.header.decode_header(header["Subject"])))
        self.message_id, self.reply_to = header["Message-ID"].strip(), header["Reply-To"].strip()
        self.key = recipient, self.message_id

    @functools.cached_property
    def mail(self):
        return email.message_from_bytes(self.raw, policy=POLICY)


class Loop:
    """One thread that serves all sinks."""

    def __init__(self):
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()

    def run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(10)


class Sink:
    def __init__(self, loop, listener, cut=None):
        """`listener` gets each mail before the server says that it has it. `cut` is asked
        behind the final dot of each: None, or a Cut."""
        self.loop, self.listener, self.cut = loop, listener, cut or (lambda raw: None)
        self.taken, self.boxes = [], collections.defaultdict(list)
        self.server = loop.run(asyncio.start_server(self.talk, "127.0.0.1", 0, limit=1 << 20))
        self.port = self.server.sockets[0].getsockname()[1]

    def close(self):
        async def close():
            self.server.close()
        self.loop.run(close())

    async def talk(self, reader, writer):
        try:
            await self.dialogue(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    def answer(self, word, _line):
        return ANSWERS.get(word, b"500 5.5.1 What?")

    async def dialogue(self, reader, writer):
        recipient = ""
        writer.write(b"220 sink ESMTP\r\n")
        while line := await reader.readline():
            word = line[:4].upper()
            answer = self.answer(word, line)
            writer.write(answer + b"\r\n")
            if word == b"RCPT":
                recipient = line.decode().split("<")[1].split(">")[0]
            elif word == b"QUIT":
                return
            elif answer.startswith(b"354"):
                await writer.drain()
                raw = (await reader.readuntil(b"\r\n.\r\n"))[:-5].replace(b"\r\n..", b"\r\n.")
                cut = self.cut(raw)
                if cut is None or cut.is_taken:
                    self.take(recipient, raw)
                writer.write(TAKEN[:cut.answer] if cut is not None else TAKEN)
                if cut is not None and cut.answer == 0:
                    writer.transport.abort()
                if cut is not None:
                    return
            await writer.drain()

    def take(self, recipient, raw):
        taken = Taken(recipient, raw)
        self.taken.append(taken)
        self.boxes[recipient].append(taken)
        self.listener(taken)
