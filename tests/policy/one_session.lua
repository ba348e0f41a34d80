-- The example of doc/writing-a-policy.md.
local test = require "rotnem.test"

test:program "../doc/one_session.lua"

test:story("who chooses a question is offered to the one who asked", function()
	local ada = test:person { id = "ada", role = "mentor" }
	local bo = test:person { id = "bo", role = "leader" }
	local question = test:topic { owner = bo, title = "How do I read a flame graph?" }
	test:after "7 days"
	test:expect("campaign", { template = "open-questions", list = test.query("topics", { open = true }) })
	test:send("answer:open-questions", { from = ada, form = "open-questions", intent = "number", topics = { question } })
	test:expect("offer", { mentor = ada, leader = bo, topic = question })
	test:nothing_more()
end)

test:story("they meet for half an hour, and then it is over", function()
	local ada = test:person { id = "ada", role = "mentor" }
	local bo = test:person { id = "bo", role = "leader" }
	local pairing = test:pairing { mentor = ada, leader = bo, topic = test:topic { owner = bo, state = "taken" } }
	test:send("pairing:confirmed", { pairing = pairing })
	test:expect("invite", { pairing = pairing, length = "30 minutes", within = "5 days" })
	test:nothing_more()
	test:send("meeting:held", { meeting = test:meeting { pairing = pairing } })
	test:expect("close", { pairing = pairing, template = "thank-you" })
	test:nothing_more()
end)

test:story("no question, no mail to those who know", function()
	test:after "28 days"
	test:nothing_more()
end)
