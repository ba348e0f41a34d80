"""A web server of a test's own, with TLS or in clear, that answers as the test says and
remembers what it was asked."""

import http.server
import ssl
import threading
import time


class Answer:
    def __init__(self, body=b"", status=200, kind="text/calendar", **headers):
        self.body = body.encode() if isinstance(body, str) else body
        self.status, self.kind = status, kind
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def give(self, asked):
        asked.send_response(self.status)
        for name, value in {"Content-Type": self.kind, "Content-Length": str(len(self.body)), **self.headers}.items():
            asked.send_header(name, value)
        asked.end_headers()
        asked.wfile.write(self.body)


class Redirect(Answer):
    def __init__(self, url):
        super().__init__(status=302, Location=url)


class CutOff(Answer):
    """Half of the body, and the connection is closed."""

    def give(self, asked):
        whole, self.body = self.body, self.body[:len(self.body) // 2]
        self.headers["Content-Length"] = str(len(whole))
        super().give(asked)
        self.body = whole
        asked.close_connection = True


class Trickle(Answer):
    """One byte after another, without end."""

    def give(self, asked):
        self.headers["Content-Length"] = "1000000"
        super().give(asked)
        for _ in range(1000):
            asked.wfile.write(b"x")
            time.sleep(0.05)


class Web:
    """`pages` are answers by path, or functions that give one for a request. `asked` are
    the requests so far: (method, path, headers, body)."""

    def __init__(self, stack, certificate=None):
        self.pages, self.asked = {}, []
        web = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                web.asked.append((self.command, self.path, dict(self.headers), body))
                page = web.pages.get(self.path.split("?", maxsplit=1)[0], Answer(status=404))
                (page(self) if callable(page) else page).give(self)

            do_GET = do_POST = do_REPORT = do_PROPFIND = answer

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            def handle_error(self, *_):
                """Clients may hang up."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_port
        self.scheme = "http"
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)
            self.scheme = "https"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        stack.callback(self.close)

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def url(self, path, host="localhost"):
        return f"{self.scheme}://{host}:{self.port}{path}"
