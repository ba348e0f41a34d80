"""A company's mailbox made from a seed: median about 6 KB, mean about 15 KB; a fifth
answers of calendars, a tenth bounces and absences, three tenths with HTML, replies quoted
in the manner of four mail programs (mails.py). Equal seeds give equal bytes. Beside the
mails stands the truth: what each must be read as, which no row of the bench may fall
short of."""

import json
import os
import random

import mails

FIRST = ("Ann", "Bob", "Chloé", "Dilip", "Ewa", "Jürgen", "Inés", "Tom")
LAST = ("Ames", "Baker", "Müller", "Roy", "Nowak", "Dubois")

# Shares of a hundred; the rest are replies without HTML.
CALENDAR, BOUNCE, ABSENCE, HTML = 20, 5, 5, 30

LINES = (42, 1.0)          # quoted lines: median and spread of a log-normal
PICTURE = (0.17, 29_000, 0.9)  # share of the replies, median and spread of their bytes
MOST_LINES, MOST_PICTURE = 1500, 1_500_000


class Corpus:
    """`people` are the addresses that write; `to` is the program's."""

    def __init__(self, seed, people, to):
        self.chance, self.people, self.to = random.Random(seed), people, to

    def size(self, median, spread, most):
        return min(most, int(median * self.chance.lognormvariate(0, spread)))

    def letter(self, number, person=None):
        person = self.chance.randrange(len(self.people)) if person is None else person
        name = f"{FIRST[person % len(FIRST)]} {LAST[person % len(LAST)]}"
        return {"number": number, "id": f"{number}.bench@firm.example", "sender": self.people[person],
                "name": name if name.isascii() else name.encode("ascii", "ignore").decode(), "to": self.to}

    def mail(self, number):
        """Mail `number`: its bytes and the truth about it."""
        letter, roll, lines = self.letter(number), self.chance.random() * 100, self.size(*LINES, MOST_LINES)
        if roll < CALENDAR:
            head, body, truth = mails.calendar(self.chance, letter, lines)
        elif roll < CALENDAR + BOUNCE:
            head, body, truth = mails.bounce(self.chance, letter, lines)
        elif roll < CALENDAR + BOUNCE + ABSENCE:
            head, body, truth = mails.absence(self.chance, letter, lines)
        else:
            head, body, truth = self.replies(letter, roll < CALENDAR + BOUNCE + ABSENCE + HTML, lines)
        return self.finish(letter, head + body, truth)

    @staticmethod
    def finish(letter, text, truth):
        data = text.encode()
        return data, {"message_id": letter["id"], "from": letter["sender"], "bytes": len(data), **truth}

    def mails(self, count):
        for number in range(count):
            yield self.mail(number)

    def replies(self, letter, html, lines, filled=None):
        head, body, truth = mails.reply(self.chance, letter, html, lines, filled)
        if self.chance.random() < PICTURE[0]:
            body = mails.enclose(self.chance, letter, body, self.size(*PICTURE[1:], MOST_PICTURE))
        return head, body, truth

    def maildir(self, folder, count):
        """Fills a new Maildir, as Dovecot's own delivery names files; gives the truth, and
        leaves it in `folder`.truth, one object a line."""
        for name in ("tmp", "new", "cur"):
            (folder / name).mkdir(parents=True)
        truth = []
        with folder.with_suffix(".truth").open("w") as file:
            for number, (data, about) in enumerate(self.mails(count)):
                wire = len(data) + data.count(b"\n")
                (folder / "new" / f"{1_700_000_000 + number}.M{number}P1.bench,S={len(data)},W={wire}").write_bytes(data)
                truth.append(about)
                file.write(json.dumps(about) + "\n")
        return truth


class Answers(Corpus):
    """Each of the people answers once what they were asked, where they were told to: a topic,
    under any of the four programs' quotations, three tenths with HTML."""

    def __init__(self, seed, reply_to):
        """`reply_to` is a dictionary by address."""
        super().__init__(seed, list(reply_to), None)
        self.reply_to = reply_to

    def mail(self, number):
        letter = self.letter(number, number)
        letter["to"] = self.reply_to[letter["sender"]]
        filled = f"1: {self.chance.choice(TOPICS)} of the year {self.chance.randrange(1990, 2030)}"
        head, body, truth = self.replies(letter, self.chance.random() * 100 < HTML, self.size(*LINES, MOST_LINES), filled)
        return self.finish(letter, head + body, truth)


TOPICS = ("Short videos", "Screen readers", "Chat groups", "Spreadsheets", "Remote work")


def copy_maildir(folder, copy):
    """The same Maildir once more; files are renamed by who marks them, never written."""
    for name in ("tmp", "new", "cur"):
        (copy / name).mkdir(parents=True)
        for file in os.scandir(folder / name):
            os.link(file.path, copy / name / file.name)
