"""A small client that fills calendar servers for a test."""

import base64
import http.client
import ssl


class Dav:
    def __init__(self, port, authority=None):
        self.port, self.authority = port, authority

    def ask(self, method, path, user, password, body="", **headers):
        """(status, body) of one request."""
        if self.authority is None:
            connection = http.client.HTTPConnection("localhost", self.port, timeout=20)
        else:
            context = ssl.create_default_context(cafile=self.authority.certificate)
            connection = http.client.HTTPSConnection("localhost", self.port, timeout=20, context=context)
        login = base64.b64encode(f"{user}:{password}".encode()).decode()
        connection.request(method, path, body.encode(), {
            "Authorization": f"Basic {login}", **{n.replace("_", "-"): v for n, v in headers.items()}})
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
        connection.close()
        return answer.status, text

    def do(self, *arguments, **named):
        status, text = self.ask(*arguments, **named)
        if status not in (200, 201, 204, 207):
            raise AssertionError(f"{arguments[:3]}: {status} {text}")
        return text


def calendar_of(*lines):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *lines, "END:VCALENDAR", ""])


def event(uid, *lines):
    return ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260301T000000Z", *lines, "END:VEVENT"]
