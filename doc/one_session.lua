-- One session: a question is answered in half an hour, and that was it.
local rotnem = require "rotnem"

local program = rotnem.program {
	name = "one-session",
	api = 1,
	title = "One session",
	charter = {
		purpose = "A question that takes half an hour finds the colleague who knows.",
		need = "People search for days for what somebody two floors below does daily.",
		measure = "Share of questions that led to a session.",
		ends = "2027-12-31",
	},
	roles = { mentor = "who knows", leader = "who asks" },
	settings = {
		soon = rotnem.duration { "5 days", help = "How soon the two meet." },
	},
}

-- Each month everybody may write down questions …
program:every("month", function(turn)
	turn:campaign { to = turn:people { role = "leader" }, template = "ask-questions", form = "topics" }
end)

program:on("answer:topics", function(turn, answer)
	if answer.titles then turn:open_topics { owner = answer.from, titles = answer.titles } end
end)

-- … and each week those who know see what is open. The first to choose one is it.
program:every("week", function(turn)
	local questions = turn:topics { open = true }
	if questions:any() then
		turn:campaign { to = turn:people { role = "mentor", free = true }, template = "open-questions", list = questions }
	end
end)

program:on("answer:open-questions", function(turn, answer)
	for _, question in ipairs(answer.topics or {}) do
		turn:offer { mentor = answer.from, leader = question.owner, topic = question }
	end
end)

local function meet(turn, pairing)
	turn:invite { pairing = pairing, template = "half-an-hour", length = "30 minutes", within = program.settings.soon }
end

local function meet_again(turn, meeting)
	meet(turn, meeting.pairing)
end

program:on("pairing:confirmed", meet)
program:on("pairing:late", meet)
program:on("meeting:missed", meet_again)
program:on("meeting:declined", meet_again)
program:on("meeting:unconfirmed", meet_again)

program:on("meeting:held", function(turn, meeting)
	turn:close { pairing = meeting.pairing, template = "thank-you", thank = true }
end)

return program
