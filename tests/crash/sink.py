"""A mail server of the test's own: takes every mail, remembers its bytes, and tells who
listens. It can cut the connection behind the final dot of a chosen mail."""

import asyncio
import dataclasses
import email
import email.policy
import threading

POLICY = email.policy.default


@dataclasses.dataclass
class Taken:
    recipient: str
    raw: bytes
    mail: email.message.EmailMessage

    def __init__(self, recipient, raw):
        self.recipient, self.raw = recipient, raw
        self.mail = email.message_from_bytes(raw, policy=POLICY)

    @property
    def key(self):
        return self.recipient, str(self.mail["Message-ID"]).strip()


class Loop:
    """One thread that serves all sinks."""

    def __init__(self):
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()

    def run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(10)


class Sink:
    def __init__(self, loop, listener, cut_at=0):
        """`listener` gets each mail before the server says that it has it. The
        connection is cut behind the final dot of mail number `cut_at` (0: of none)."""
        self.loop, self.listener, self.cut_at = loop, listener, cut_at
        self.taken = []
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

    async def dialogue(self, reader, writer):
        answers = {b"EHLO": b"250-sink\r\n250 PIPELINING", b"MAIL": b"250 2.1.0 Fine", b"RCPT": b"250 2.1.5 Fine",
                   b"DATA": b"354 Go on", b"RSET": b"250 2.0.0 Fine", b"NOOP": b"250 2.0.0 Fine", b"QUIT": b"221 2.0.0 Bye"}
        recipient = ""
        writer.write(b"220 sink ESMTP\r\n")
        while line := await reader.readline():
            word = line[:4].upper()
            writer.write(answers.get(word, b"500 5.5.1 What?") + b"\r\n")
            if word == b"RCPT":
                recipient = line.decode().split("<")[1].split(">")[0]
            elif word == b"QUIT":
                return
            elif word == b"DATA":
                await writer.drain()
                raw = await reader.readuntil(b"\r\n.\r\n")
                if not self.take(recipient, raw[:-5].replace(b"\r\n..", b"\r\n.")):
                    writer.transport.abort()
                    return
                writer.write(b"250 2.0.0 Taken\r\n")
            await writer.drain()

    def take(self, recipient, raw):
        taken = Taken(recipient, raw)
        self.taken.append(taken)
        self.listener(taken)
        return len(self.taken) != self.cut_at
