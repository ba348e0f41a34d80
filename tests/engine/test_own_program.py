"""A program of somebody's own, which brings its script and the mails that it words itself."""

import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from small_site import Site
import tap
from tap import BUILD, SOURCE, equal, holds

SCRIPT = """local rotnem = require "rotnem"
local program = rotnem.program {
	name = "own-lunch", api = 1, title = "Lunch",
	charter = { purpose = "To eat.", need = "Hunger.", measure = "Plates.", ends = "2029-12-31" },
	roles = { leader = "who eats" },
}
program:on("start", function(turn)
	turn:campaign { to = turn:people {}, template = "join" }
end)
program:on("answer:join", function(turn, answer)
	turn:note("the answer is " .. answer.intent)
	if answer.intent == "yes" then turn:ask { people = answer.from, form = "taste" } end
end)
return program
"""

TASTE = """<form name="taste"><question name="best" type="text" lane="coordinator">
<wording language="en">What do you like?</wording></question></form>
"""

STORY = """local test = require "rotnem.test"
test:program "own-lunch/own_lunch.lua"
test:story("all are asked", function()
	test:start()
	test:expect("campaign", { template = "join" })
end)
"""

CONFIG = """state_dir = "state"
scripts_dir = "scripts"
templates_dir = "templates"
program "own-lunch" {
	address = "lunch@example.org"
	coordinator = "hr@example.org"
}
maildir "incoming" { folder = "incoming" }
maildir-drop "outgoing" { folder = "outgoing" }
csv "people" { file = "people.csv" }
"""


def site_of(stack, script=SCRIPT):
    """Its folders hold nothing that Rotnem brings along."""
    site = Site(stack)
    site.config.write_text(CONFIG)
    files = {"scripts/own-lunch/own_lunch.lua": script, "templates/own-lunch/forms/taste.xml": TASTE,
             "templates/own-lunch/en/join.md": "Subject: Lunch?\n\nDear {{first_name}}, **reply with YES or NO.**\n",
             "templates/own-lunch/en/taste.md": "Subject: Your taste\n\nPlease type the number and your answer.\n\n{{form}}\n"}
    for name, text in files.items():
        (site.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (site.folder / name).write_text(text)
    return site


def test_lent_words(stack):
    """Receipts and the shell of a program that brings none are Rotnem's own"""
    site = site_of(stack)
    equal((site.ask("check").returncode, site.ask("check").stderr), (0, ""), "the end of check")
    site.once()
    site.reply("max", site.mailbox("max", "Lunch?")[0], "no thank you")
    site.once(days=0.1)
    equal(len(site.mailbox("max", "we noted your no")), 1, "receipts for a no")
    equal(site.status()["mails_held"], 0, "mails held")


def test_a_yes(stack):
    """A plain yes answers a mailing that has neither a form nor a list"""
    site = site_of(stack)
    site.once()
    site.reply("lea", site.mailbox("lea", "Lunch?")[0], "Yes, count me in!")
    site.once(days=0.1)
    equal(len(site.mailbox("lea", "we noted your yes")), 1, "receipts for a yes")
    holds("the answer is yes" in site.ask("why", "lea@example.org").stdout, "the policy heard it")
    site.reply("lea", site.mailbox("lea", "Your taste")[0], "1: Soup")
    site.once(days=0.2)
    equal(len(site.mailbox("lea", "Thank you for your answers")), 1, "receipts for the form")


def test_one_question(stack):
    """The only question of a form is answered without its number"""
    site = site_of(stack)
    (site.folder / "templates/own-lunch/forms/taste.xml").write_text(
        '<form name="taste"><question name="good" type="scale" least="1" most="5" lane="aggregate">'
        '<wording language="en">How was it?</wording></question></form>')
    site.once()
    site.reply("lea", site.mailbox("lea", "Lunch?")[0], "yes")
    site.once(days=0.1)
    site.reply("lea", site.mailbox("lea", "Your taste")[0], "4")
    site.once(days=0.2)
    equal(len(site.mailbox("lea", "Thank you for your answers")), 1, "receipts for the form")


def test_names_that_are_nowhere(stack):
    """A template or form that a script names and nobody has is told by check, with file, line and what may be meant"""
    site = site_of(stack, SCRIPT.replace('"join" }', '"jion" }').replace('"taste"', '"tast"').replace("r:join", "r:jon"))
    (site.folder / "templates/own-lunch/en/notes").write_text("no template")
    answer = site.ask("check")
    equal(answer.returncode, 78, "the end of check")
    script, templates = (f"{site.folder}/{part}/own-lunch" for part in ("scripts", "templates"))
    for line, words in ((8, f"template “jion”, which would be {templates}/en/jion.md; did you mean “join”?"),
                        (12, f"form “tast”, which would be {templates}/forms/tast.xml; did you mean “taste”?"),
                        (12, f"template “tast”, which would be {templates}/en/tast.md; did you mean “taste”?")):
        holds(f"{script}/own_lunch.lua:{line}: there is no {words}\n" in answer.stderr, f"“{words}” is in “{answer.stderr}”")
    holds(f"{script}/own_lunch.lua:10: there is no template “jon”" in answer.stderr, f"“{answer.stderr}” has the event")
    equal(len(answer.stderr.splitlines()), 4, "problems")


TASKS = """[causes]
wants-a-cake = {{person}} wants a cake.
late-no = {{persn}} said no.
[words]
ende = END
[helt]
stranger = who is that?
"""


def test_phrases_of_tasks(stack):
    """A program has causes of its own, worded in its tasks.ini; slips in that file and causes without words are told by check"""
    site = site_of(stack, SCRIPT.replace("return program", """program:every("10 days", function(turn)
	turn:task { template = "pairing-needs-you", person = turn:people { role = "leader" }:all()[1], cause = "wants-a-cake" }
end)
return program"""))
    tasks = site.folder / "templates/own-lunch/en/tasks.ini"
    tasks.write_text(TASKS)
    answer = site.ask("check")
    equal(answer.returncode, 78, "the end of check")
    for words in ("late-no: there is no field “persn” here; did you mean “person”?",
                  "[words] there is no word “ende”; did you mean “end”?", "there is no group [helt]; did you mean “held”?"):
        holds(f"templates/own-lunch/en/tasks.ini: {words}\n" in answer.stderr, f"“{words}” is in “{answer.stderr}”")
    tasks.write_text(TASKS.split("late-no")[0])
    equal(site.ask("check").stderr, "", "what check says of a file without slips")
    site.once()
    site.once(days=11)
    holds("Lea Name wants a cake." in site.mailbox("hr@example.org", "Task")[0].get_body(("plain",)).get_content(), "the task")
    tasks.write_text("[causes]\n")
    holds("there are no words for the cause “wants-a-cake” in the group [causes]" in site.ask("check").stderr, "a cause without words")
    tasks.write_text("[causes\n")
    holds("templates/own-lunch/en/tasks.ini: " in site.ask("check").stderr, "a file that is none")


def test_names_that_are_put_together(stack):
    """What a comment says, and a name of which the script says only a part, is no name that is nowhere"""
    site = site_of(stack, SCRIPT.replace("return program", """-- turn:mail { template = "former" } is gone, as "answer:former" is
--[[ turn:ask {
	form = "former" } ]]
for _, kind in ipairs { "taste" } do
	program:on("answer:" .. kind, function(turn, answer)
		turn:ask { people = answer.from, form = "ta" .. "ste" }
		turn:mail { to = answer.from, template = "jo"
			.. "in" }
		turn:mail { to = answer.from, template = "jion" }
	end)
end
return program"""))
    answer = site.ask("check")
    equal((answer.returncode, answer.stderr.count("\n")), (78, 1), f"the end of check, and the lines of {answer.stderr!r}")
    holds(":22: there is no template “jion”" in answer.stderr, f"“{answer.stderr}” has what is nowhere")


def test_beside_a_program_of_rotnem(stack):
    """A program of Rotnem's beside it needs no copies of its mails; but where the folder of all is misspelt, check says so"""
    site = site_of(stack)
    shutil.copytree(SOURCE / "scripts/reverse-mentoring", site.folder / "scripts/reverse-mentoring", copy_function=shutil.copyfile)
    site.config.write_text(CONFIG.replace("own-lunch", "reverse-mentoring") + CONFIG[CONFIG.index("program"):CONFIG.index("maildir")]
                           .replace("lunch@", "lunches@"))
    answer = site.ask("check")
    equal((answer.returncode, answer.stderr), (0, ""), "the end of check")
    site.config.write_text(site.config.read_text().replace('"templates"', '"temlpates"'))
    holds("temlpates: there are no templates for program “reverse-mentoring”\n" in site.ask("check").stderr, "the slip is told")


def test_words_that_cannot_be_read(stack):
    """A mail of the program's own that is not UTF-8 is told by check: another one's words would be mailed"""
    site = site_of(stack)
    (site.folder / "templates/own-lunch/de").mkdir()
    for path in ("en/thank-you", "de/join"):
        (site.folder / f"templates/own-lunch/{path}.md").write_bytes("Subject: Grüße\n\nFür Sie: JA oder NEIN.\n".encode("latin-1"))
    answer = site.ask("check")
    named = [line.split(": ")[0] for line in answer.stderr.splitlines()]
    equal((answer.returncode, named), (78, ["templates/own-lunch/de/join.md", "templates/own-lunch/en/thank-you.md"]), "how check ended")


def test_stories(stack):
    """Its stories play from a folder that is named relative to where one stands"""
    site = site_of(stack)
    (site.folder / "lunch_stories.lua").write_text(STORY)
    answer = subprocess.run([BUILD / "rotnem", "test", "--scripts", "scripts", "lunch_stories.lua"], text=True,
                            capture_output=True, check=False, timeout=60, env=site.environment(), cwd=site.folder)
    equal((answer.returncode, answer.stdout, answer.stderr), (0, "ok 1 - all are asked\n1..1\n", ""), "what it said")


if __name__ == "__main__":
    tap.run(globals())
