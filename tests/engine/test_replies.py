"""What people are told of how their words were read, and what `rotnem explain -c` tells
beforehand. Prints TAP."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import ASKED, THANKED, Site
import tap
from tap import equal, holds, wait_for

MEANT, UNCLEAR, CLEAR = "What did you mean?", "Yes. No.", "1: Tools"


def mail_file(site, question, text):
    path = site.folder / "reply.eml"
    path.write_text(f"From: lea@example.org\nTo: {question['Reply-To']}\nSubject: Re: {question['Subject']}\n"
                    f"In-Reply-To: {question['Message-ID']}\nMessage-ID: <explained@example.org>\n"
                    f"Date: Mon, 1 Mar 2027 10:00:00 +0000\n\n{text}\n")
    return path


def explained(site, question, text):
    """Outcome, reason, person, about and what would be done."""
    told = site.lines("explain", str(mail_file(site, question, text)))[0]
    equal(told["person"], "lea@example.org", "who wrote")
    holds(told["about"].startswith("ask:"), f"what it answers: {told['about']}")
    holds(any(told["would"]), "what would be done is said in sentences")
    return told["outcome"], told["reason"]


def words_of(mail):
    return " ".join(mail.get_body(("plain",)).get_content().split())


def test_asked_back(stack):
    """Asked back once with the question, our guess and two buttons; then held with the guess"""
    site = Site(stack)
    site.start()
    question = site.new_mail("lea", ASKED)
    equal(explained(site, question, UNCLEAR), ("applied", "asked-back"), "the first time, explained beforehand")
    equal(explained(site, question, CLEAR), ("applied", "answer"), "an answer, explained beforehand")
    equal(site.mailbox("lea", MEANT), [], "mails that explaining has sent")
    site.reply("lea", question, UNCLEAR)
    back = site.new_mail("lea", MEANT)
    holds(f"“{ASKED}”" in words_of(back), f"the question is named: {words_of(back)}")
    holds("most like a yes" in words_of(back), f"the guess is named: {words_of(back)}")
    html = back.get_body(("html",)).get_content()
    holds(html.count("mailto:") >= 2 and "body=YES" in html and "body=NO" in html, "two buttons")
    equal(explained(site, back, UNCLEAR), ("held", "perhaps-yes"), "the second time, explained beforehand")
    site.reply("lea", back, UNCLEAR)
    held = wait_for("the held mail", lambda: site.lines("held"))
    equal([mail["reason"] for mail in held], ["perhaps-yes"], "why it is held")
    equal(len(site.mailbox("lea", MEANT)), 1, "times that she was asked back")
    site.reply("lea", back, CLEAR)
    site.new_mail("lea", THANKED)
    site.stop()


def test_ambiguous_subject(stack):
    """The question is shown as its subject says, without marks of other programs"""
    site = Site(stack)
    site.start()
    question = site.new_mail("lea", ASKED)
    site.reply("lea", question, "Hmm, I am not sure about that.", subject=f"AW: Re: {ASKED}")
    back = site.new_mail("lea", MEANT)
    holds(f"to “{ASKED}”" in words_of(back), f"the question alone: {words_of(back)}")
    holds("most like" not in words_of(back), "no guess where there is none")
    site.stop()


if __name__ == "__main__":
    tap.run(globals())
