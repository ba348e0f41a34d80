-- The first program, told as stories.
local test = require "rotnem.test"

test:program "reverse-mentoring/reverse_mentoring.lua"

-- A junior, a senior, what she teaches him, and the two as a pairing.
local function two_people()
	local mira = test:person { id = "mira", role = "mentor", manager = "uwe", skills = { "Accessibility", "Go" } }
	local hans = test:person { id = "hans", role = "leader", wishes = { "accessibility" } }
	local topic = test:topic { title = "Accessibility", owner = hans }
	return mira, hans, topic
end

local function a_pairing(fields)
	local mira, hans, topic = two_people()
	topic.state = "taken"
	fields = fields or {}
	fields.mentor, fields.leader, fields.topic = mira, hans, topic
	return test:pairing(fields)
end

-- ---- topics and volunteers -----------------------------------------------------------

test:story("leaders who are free are asked at the start and each quarter", function()
	local leaders = test.query("people", { role = "leader", free = true })
	test:start()
	test:expect("campaign", { to = leaders, template = "ask-topics", form = "topics" })
	test:nothing_more()
	test:after "91 days"
	test:expect("campaign", { to = leaders, template = "ask-topics" })
	for _ = 1, 3 do test:expect("report", { template = "monthly-report", span = "month" }) end
	test:nothing_more()
end)

test:story("topics that a leader writes are opened in the leader's words", function()
	local _, hans = two_people()
	local titles = { "Kubernetes", "Screen readers" }
	test:send("answer:topics", { from = hans, form = "topics", intent = "text", titles = titles })
	test:expect("open_topics", { owner = hans, titles = titles })
	test:nothing_more()
end)

test:story("an answer without titles opens nothing", function()
	local _, hans = two_people()
	test:send("answer:topics", { from = hans, form = "topics", intent = "no", titles = {} })
	test:nothing_more()
	test:send("answer:topics", { from = hans, form = "topics", intent = "later" })
	test:nothing_more()
end)

test:story("open topics are shown ten days after the start, and then each month until people volunteer", function()
	local mira, _, topic = two_people()
	local free_mentors = test.query("people", { role = "mentor", free = true })
	local mail = { to = free_mentors, template = "open-topics", list = test.query("topics", { open = true }) }
	test:start()
	test:after "9 days"
	test:nothing_more()
	test:after "1 day"
	test:expect("campaign", mail)
	test:nothing_more()
	test:volunteer { person = mira, topic = topic }
	test:after "19 days"
	for _ = 1, 3 do test:expect("match") end -- of day 14, 21 and 28
	test:nothing_more()
	test:after "1 day"
	test:expect("campaign", mail)
	test:expect("report")
	test:nothing_more()
end)

test:story("nobody is mailed an empty list", function()
	test:person { id = "mira", role = "mentor" }
	test:start()
	test:after "40 days"
	test:expect("report") -- which the engine leaves out while there is no pair
	test:nothing_more()
end)

test:story("numbers in an answer make a volunteer", function()
	local mira, _, topic = two_people()
	test:send("answer:open-topics", { from = mira, form = "open-topics", intent = "number", topics = { topic } })
	test:expect("volunteer", { person = mira, topics = { topic } })
	test:nothing_more()
end)

test:story("a yes without a number gets the list again, a no gets nothing", function()
	local mira = two_people()
	test:send("answer:open-topics", { from = mira, form = "open-topics", intent = "yes" })
	test:note "yes, but to which topic: the list is sent again"
	test:expect("campaign", { to = mira, template = "open-topics" })
	test:nothing_more()
	test:send("answer:open-topics", { from = mira, form = "open-topics", intent = "no" })
	test:nothing_more()
end)

-- ---- matching -------------------------------------------------------------------------

test:story("volunteers are matched each week, all together", function()
	local mira, _, topic = two_people()
	test:volunteer { person = mira, topic = topic }
	test:after "7 days"
	test:expect("match", { candidates = test.query "volunteers", tell = 1 })
	test:nothing_more()
end)

test:story("what fits better scores higher", function()
	local mira, hans, topic = two_people()
	local other = test:topic { title = "Cooking", owner = hans }
	local far = test:person { id = "priya", role = "mentor", skills = { "Go" }, zone = "Asia/Kolkata" }
	test:check(test:score(mira, hans, topic) > test:score(mira, hans, other), "that the skill counts")
	test:check(test:score(mira, hans, other) > test:score(far, hans, other), "that the distance counts")
end)

test:story("nobody is matched with the own manager or traditional mentor, either way round", function()
	local mira, hans, topic = two_people()
	local uwe = test:person { id = "uwe", role = "leader" }
	local pupil = test:person { id = "ada", role = "mentor", traditional_mentor = "hans" }
	local teacher = test:person { id = "jo", role = "leader", traditional_mentor = "mira" }
	test:check(test:score(mira, hans, topic) ~= nil, "a score")
	test:check(test:score(mira, uwe, topic) == nil, "never")
	test:check(test:score(uwe, mira, topic) == nil, "never")
	test:check(test:score(pupil, hans, topic) == nil, "never")
	test:check(test:score(mira, teacher, topic) == nil, "never")
end)

test:story("a match becomes an offer to both, with its reasons", function()
	local mira, hans, topic = two_people()
	local reasons = { "both like Go" }
	test:send("match:made", { mentor = mira, leader = hans, topic = topic, reasons = reasons })
	test:expect("offer", { mentor = mira, leader = hans, topic = topic, reasons = reasons })
	test:nothing_more()
end)

test:story("who is left is told", function()
	local mira = two_people()
	test:send("match:left", { person = mira, reasons = { "all topics were taken" }, round = 1 })
	test:expect("mail", { to = mira, template = "not-this-time", reasons = { "all topics were taken" } })
	test:nothing_more()
end)

test:story("a closed offer tells nobody and looks for the next best", function()
	local mira, hans, topic = two_people()
	local offer = test:offer { mentor = mira, leader = hans, topic = topic, state = "closed" }
	test:volunteer { person = mira, topic = topic }
	test:send("offer:closed", { offer = offer, free_again = { mira } })
	test:expect("match", { candidates = test.query "volunteers", tell = 1 })
	test:nothing_more()
end)

-- ---- meetings -------------------------------------------------------------------------

test:story("a confirmed pairing meets within ten days", function()
	local pairing = a_pairing()
	test:send("pairing:confirmed", { pairing = pairing })
	test:expect("invite", { pairing = pairing, template = "first-session", within = "10 days" })
	test:nothing_more()
end)

test:program("reverse-mentoring/reverse_mentoring.lua", { choose_first = "yes" })

test:story("where the site wants it, both choose the first date from three", function()
	local pairing = a_pairing()
	test:send("pairing:confirmed", { pairing = pairing })
	test:expect("propose", { pairing = pairing, template = "first-session", within = "10 days" })
	test:nothing_more()
end)

test:program "reverse-mentoring/reverse_mentoring.lua"

test:story("after the first meeting come goals, feedback and the next meeting", function()
	local pairing = a_pairing()
	local meeting = test:meeting { pairing = pairing, number = 1 }
	test:send("meeting:held", { meeting = meeting })
	test:expect("ask", { people = pairing, form = "goals", about = meeting })
	test:expect("ask", { people = pairing, form = "feedback", about = meeting, sealed = true })
	test:expect("invite", { pairing = pairing, template = "next-session", after = "14 days" })
	test:nothing_more()
end)

test:story("feedback is asked after every third meeting, and the pace slows down", function()
	local pairing = a_pairing()
	local after = { [2] = "14 days", [3] = "14 days", [4] = "28 days", [5] = "28 days", [6] = "28 days", [7] = "28 days" }
	for number = 2, 7 do
		test:send("meeting:held", { meeting = test:meeting { pairing = pairing, number = number } })
		test:expect("invite", { template = "next-session", after = after[number] })
		if number == 4 or number == 7 then test:expect("ask", { form = "feedback" }) end
		test:nothing_more()
	end
end)

test:story("a meeting that nobody confirmed is followed by the next all the same", function()
	local pairing = a_pairing()
	test:send("meeting:unconfirmed", { meeting = test:meeting { pairing = pairing, number = 4 } })
	test:expect("invite", { pairing = pairing, template = "next-session", after = "28 days" })
	test:nothing_more()
end)

test:story("for a missed or declined meeting both choose from three times", function()
	local pairing = a_pairing()
	local meeting = test:meeting { pairing = pairing }
	test:send("meeting:missed", { meeting = meeting })
	test:expect("propose", { pairing = pairing, template = "another-time", within = "10 days" })
	test:nothing_more()
	test:send("meeting:declined", { meeting = meeting, person = pairing.mentor })
	test:expect("propose", { pairing = pairing, template = "another-time", within = "10 days" })
	test:nothing_more()
end)

test:story("a proposed time is taken when it suits both; when not, both choose from three", function()
	local pairing = a_pairing()
	local meeting = test:meeting { pairing = pairing }
	local proposal = { meeting = meeting, person = pairing.leader, start = test.now + 7200, ends = test.now + 9000 }
	proposal.free = true
	test:send("meeting:countered", proposal)
	test:expect("move", { meeting = meeting, start = test.now + 7200, ends = test.now + 9000 })
	test:nothing_more()
	proposal.free = false
	test:send("meeting:countered", proposal)
	test:expect("decline_counter", { meeting = meeting, person = pairing.leader })
	test:expect("propose", { pairing = pairing, meeting = meeting, template = "another-time", within = "10 days" })
	test:nothing_more()
end)

test:story("who asks for another time in words chooses with the other from times that fit", function()
	local pairing = a_pairing()
	local meeting = test:meeting { pairing = pairing }
	local wishes = { "2026-03-17", "not 2026-03-20 weekly" }
	test:send("meeting:unsuitable", { meeting = meeting, person = pairing.mentor, wishes = wishes })
	test:expect("propose", { pairing = pairing, meeting = meeting, person = pairing.mentor, wishes = wishes })
	test:nothing_more()
end)

test:story("a late pairing gets a short meeting, another time, and then a person", function()
	local pairing = a_pairing()
	test:send("pairing:late", { pairing = pairing, rung = 1 })
	test:expect("invite", { pairing = pairing, template = "twenty-minutes", length = "20 minutes", within = "10 days" })
	test:nothing_more()
	test:send("pairing:late", { pairing = pairing, rung = 2 })
	test:expect("invite", { pairing = pairing, template = "another-time" })
	test:nothing_more()
	test:send("pairing:late", { pairing = pairing, rung = 3 })
	test:expect("task", { template = "pairing-needs-you", pairing = pairing, cause = "no-meeting" })
	test:nothing_more()
end)

test:story("when the coordinator has helped, the pairing meets again", function()
	local pairing = a_pairing()
	test:send("task:done", { task = test:task {}, pairing = pairing })
	test:expect("invite", { pairing = pairing, template = "another-time" })
	test:nothing_more()
	test:send("task:done", { task = test:task {} })
	test:nothing_more()
end)

-- ---- ends --------------------------------------------------------------------------------

test:story("renewal is asked before the end; one yes extends once", function()
	local pairing = a_pairing { ends = test.now + 30 * 86400 }
	test:send("pairing:ending", { pairing = pairing })
	test:expect("ask", { people = pairing, form = "renewal", about = pairing })
	test:nothing_more()
	test:send("answer:renewal", { from = pairing.mentor, form = "renewal", intent = "yes", about = pairing })
	test:expect("extend", { pairing = pairing, by = "26 weeks" })
	test:nothing_more()
	pairing.ends = pairing.ends + 182 * 86400
	test:send("answer:renewal", { from = pairing.leader, form = "renewal", intent = "yes", about = pairing })
	test:nothing_more()
end)

test:story("one no closes a pairing, also after a yes; nothing revives it", function()
	local pairing = a_pairing()
	test:send("answer:renewal", { from = pairing.leader, form = "renewal", intent = "no", about = pairing })
	test:expect("close", { pairing = pairing, template = "thank-you", thank = true })
	test:nothing_more()
	pairing.state = "ended"
	test:send("answer:renewal", { from = pairing.mentor, form = "renewal", intent = "yes", about = pairing })
	test:note "the other one had already ended it"
	test:nothing_more()
end)

test:story("when the mentor leaves, the pairing is closed with thanks", function()
	local pairing = a_pairing()
	test:send("person:left", { person = pairing.mentor })
	test:expect("close", { pairing = pairing, template = "partner-left", thank = true })
	test:nothing_more()
end)

test:story("when the leader leaves, his topics go and the mentor sees what else is open", function()
	local pairing = a_pairing()
	local own = test:topic { title = "Cloud", owner = pairing.leader }
	test:topic { title = "Maps", owner = test:person { id = "jo", role = "leader" } }
	test:send("person:left", { person = pairing.leader })
	test:expect("close", { pairing = pairing, template = "partner-left", thank = true })
	test:expect("campaign", { to = pairing.mentor, template = "open-topics" })
	test:expect("close_topic", { topic = pairing.topic })
	test:expect("close_topic", { topic = own })
	test:nothing_more()
end)

test:story("somebody whose mail comes back becomes a task", function()
	local mira = two_people()
	test:send("person:unreachable", { person = mira, why = "550 no such user" })
	test:expect("task", {
		template = "person-unreachable", person = mira, cause = "mail-comes-back", details = "550 no such user",
	})
	test:nothing_more()
end)

-- ---- what they book themselves -----------------------------------------------------------

test:story("a meeting that the two book replaces the one that we proposed", function()
	local pairing = a_pairing()
	local ours = test:meeting { pairing = pairing, state = "invited", start = test.now + 3 * 86400 }
	local theirs = test:meeting { pairing = pairing, state = "accepted", start = test.now + 86400, booked = true }
	test:send("meeting:booked", { meeting = theirs })
	test:expect("cancel", { meeting = ours })
	test:nothing_more()
end)

test:story("what both had accepted stays beside it, and their other ones as well", function()
	local pairing = a_pairing()
	test:meeting { pairing = pairing, state = "accepted", start = test.now + 3 * 86400 }
	test:meeting { pairing = pairing, state = "invited", start = test.now + 5 * 86400, booked = true }
	local theirs = test:meeting { pairing = pairing, start = test.now + 86400, booked = true }
	test:send("meeting:booked", { meeting = theirs })
	test:nothing_more()
end)

test:story("another time is looked for when they cancel what they had booked", function()
	local pairing = a_pairing()
	local theirs = test:meeting { pairing = pairing, state = "cancelled", booked = true }
	test:send("meeting:declined", { meeting = theirs, person = pairing.mentor })
	test:expect("propose", { pairing = pairing, template = "another-time" })
	test:nothing_more()
end)
