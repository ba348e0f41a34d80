-- Reverse mentoring: juniors teach seniors. Leaders say what they want to learn, juniors
-- choose among those topics, both are asked before anything is announced, and every
-- pairing always has a next meeting, an open question or a person who looks after it.
--
-- Nothing here acts by itself: each call on the turn is an effect that the engine checks
-- and then carries out once. doc/writing-a-policy.md explains all words.

local rotnem = require "rotnem"

local program = rotnem.program {
	name = "reverse-mentoring",
	api = 1,
	title = "Reverse mentoring",
	charter = {
		purpose = "Senior leaders learn technology and workplace reality from juniors.",
		need = "Leaders decide on matters that they have never seen done.",
		measure = "Share of leaders who report a changed decision.",
		ends = "2027-12-31",
	},
	roles = { mentor = "a junior who teaches", leader = "a senior who learns" },
	settings = {
		answer_within = rotnem.duration { "5 working days", help = "How long a person may think about an offer." },
		first_date = rotnem.duration { "10 days", help = "How soon after both said yes they meet." },
		slots_within = rotnem.duration { "3 working days", help = "How long both may think about three proposed times." },
		choose_first = rotnem.flag {
			false, help = "Whether both choose the first date from three instead of getting one.",
		},
		pace = rotnem.pace {
			{ "14 days", times = 3 }, { "28 days" }, help = "How far apart meetings are: closer at first.",
		},
		another_date = rotnem.duration { "10 days", help = "How soon a missed meeting is made up for." },
		short_meeting = rotnem.duration { "20 minutes", help = "How long a meeting is that revives a pairing." },
		feedback_every = rotnem.number {
			3, min = 1, max = 12, help = "Both are asked after meeting 1 and every so many.",
		},
		form_within = rotnem.duration { "4 days", help = "How long a form is waited for; one reminder at half." },
		renewal = rotnem.duration { "26 weeks", help = "How much longer a renewed pairing goes on." },
	},
}

local settings = program.settings
local DAY = 24 * 60 * 60

-- ---- Topics: what leaders want to learn --------------------------------------------

local function ask_leaders(turn)
	turn:campaign { to = turn:people { role = "leader", free = true }, template = "ask-topics", form = "topics" }
end

program:on("start", ask_leaders)
program:every("quarter", ask_leaders)

program:on("answer:topics", function(turn, answer)
	if answer.titles and #answer.titles > 0 then
		turn:open_topics { owner = answer.from, titles = answer.titles }
	end
end)

-- ---- Volunteers: who would teach them ----------------------------------------------

-- One mail with the open topics as numbered lines; the numbers are the answer.
local function show_topics(turn, people)
	local topics = turn:topics { open = true }
	if topics:any() then
		turn:campaign { to = people, template = "open-topics", list = topics }
	end
end

program:every("month", function(turn)
	show_topics(turn, turn:people { role = "mentor", free = true })
end)

-- A program that has just begun does not wait for its first month to end.
program:every("10 days", function(turn)
	if not turn:pairings():any() and not turn:volunteers():any() then
		show_topics(turn, turn:people { role = "mentor", free = true })
	end
end)

program:on("answer:open-topics", function(turn, answer)
	if answer.topics and #answer.topics > 0 then
		turn:volunteer { person = answer.from, topics = answer.topics }
	elseif answer.intent == "yes" then
		turn:note "yes, but to which topic: the list is sent again"
		show_topics(turn, answer.from)
	end
end)

-- ---- Matching: volunteers together, not first come first served -----------------------

-- nil is a hard no, never a low score.
program:score(function(mentor, leader, topic)
	if mentor.manager == leader.id or leader.manager == mentor.id then return nil end
	if mentor.traditional_mentor == leader.id or leader.traditional_mentor == mentor.id then return nil end
	return 100
		+ 40 * rotnem.overlap(mentor.skills, { topic.title })
		+ 20 * rotnem.overlap(mentor.skills, leader.wishes)
		- 5 * rotnem.hours_apart(mentor, leader)
end)

local function match_volunteers(turn)
	local volunteers = turn:volunteers()
	if volunteers:any() then
		turn:match { candidates = volunteers, tell = 1 }
	end
end

program:every("week", match_volunteers)

program:on("match:made", function(turn, match)
	turn:offer {
		mentor = match.mentor, leader = match.leader, topic = match.topic, reasons = match.reasons,
		within = settings.answer_within,
	}
end)

-- Whoever is left is told once, and stays for the next round.
program:on("match:left", function(turn, left)
	turn:mail { to = left.person, template = "not-this-time", reasons = left.reasons }
end)

-- Declined, unanswered or withdrawn: a policy is not told which, so nobody else is.
program:on("offer:closed", match_volunteers)

-- ---- Meetings ------------------------------------------------------------------------

program:on("pairing:confirmed", function(turn, pairing)
	local first = { pairing = pairing, template = "first-session", within = settings.first_date }
	if settings.choose_first then turn:propose(first) else turn:invite(first) end
end)

local function next_session(turn, meeting)
	turn:invite { pairing = meeting.pairing, template = "next-session", after = settings.pace:at(meeting.number) }
end

-- A time that we picked did not suit: now both choose from three, by one reply.
local function another_time(turn, meeting)
	turn:propose { pairing = meeting.pairing, template = "another-time", within = settings.another_date }
end

program:on("meeting:held", function(turn, meeting)
	if meeting.number == 1 then
		turn:ask { people = meeting.pairing, form = "goals", about = meeting, within = settings.form_within }
	end
	if (meeting.number - 1) % settings.feedback_every == 0 then
		turn:ask {
			people = meeting.pairing, form = "feedback", about = meeting,
			within = settings.form_within, sealed = true,
		}
	end
	next_session(turn, meeting)
end)

-- Nobody said whether they met: the next one is placed all the same.
program:on("meeting:unconfirmed", next_session)

program:on("meeting:missed", another_time)
program:on("meeting:declined", another_time)

-- They chose a time themselves: what we had proposed and not both accepted is off.
program:on("meeting:booked", function(turn, meeting)
	for other in turn:meetings { pairing = meeting.pairing, upcoming = true } do
		if other.state == "invited" and not other.booked then
			turn:cancel { meeting = other }
		end
	end
end)

program:on("meeting:countered", function(turn, meeting, proposal)
	if proposal.free then
		turn:move { meeting = meeting, start = proposal.start, ends = proposal.ends }
	else
		turn:decline_counter { meeting = meeting, person = proposal.person }
		turn:propose {
			pairing = meeting.pairing, meeting = meeting, template = "another-time", within = settings.another_date,
		}
	end
end)

-- "Rather on Tuesday, or any afternoon": both choose from times that fit.
program:on("meeting:unsuitable", function(turn, meeting, answer)
	turn:propose {
		pairing = meeting.pairing, meeting = meeting, template = "another-time",
		person = answer.person, wishes = answer.wishes,
	}
end)

-- A pairing is never dropped: shorter first, then another time, then a person helps.
program:on("pairing:late", function(turn, pairing, late)
	if late.rung == 1 then
		turn:invite {
			pairing = pairing, template = "twenty-minutes",
			length = settings.short_meeting, within = settings.another_date,
		}
	elseif late.rung == 2 then
		turn:invite { pairing = pairing, template = "another-time", within = settings.another_date }
	else
		turn:task { template = "pairing-needs-you", pairing = pairing, cause = "no-meeting" }
	end
end)

-- The coordinator has spoken with them: on with the next meeting.
program:on("task:done", function(turn, _, done)
	if done.pairing then
		turn:invite { pairing = done.pairing, template = "another-time", within = settings.another_date }
	end
end)

-- The coordinator sees who meets least regularly without asking for it.
program:every("month", function(turn)
	turn:report { template = "monthly-report", span = "month" }
end)

-- ---- Ends -------------------------------------------------------------------------------

program:on("pairing:ending", function(turn, pairing)
	turn:ask { people = pairing, form = "renewal", about = pairing, within = "20 days" }
end)

-- One yes is enough to go on, since the other can still say no; one no is enough to end.
program:on("answer:renewal", function(turn, answer)
	local pairing = answer.about
	if pairing.state ~= "active" then
		turn:note "the other one had already ended it"
	elseif answer.intent == "no" then
		turn:close { pairing = pairing, template = "thank-you", thank = true }
	elseif answer.intent == "yes" and pairing.ends < turn.now + 60 * DAY then
		turn:extend { pairing = pairing, by = settings.renewal }
	end
end)

-- With its pairing closed a topic is open again, and the mentor a volunteer: whoever
-- stays is matched anew. Only what the leaver wanted to learn goes.
program:on("person:left", function(turn, person)
	for pairing in turn:pairings { person = person, active = true } do
		turn:close { pairing = pairing, template = "partner-left", thank = true }
		if pairing.leader.id == person.id then
			show_topics(turn, pairing.mentor)
		end
	end
	for topic in turn:topics { owner = person } do
		turn:close_topic { topic = topic }
	end
end)

program:on("person:unreachable", function(turn, person, mail)
	turn:task { template = "person-unreachable", person = person, cause = "mail-comes-back", details = mail.why }
end)

return program
