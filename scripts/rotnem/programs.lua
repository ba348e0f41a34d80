-- The program that a policy declares, what it listens to, and how an event reaches its
-- handlers.
local core = ...

local checks = require "rotnem.checks"
local settings = require "rotnem.settings"

local programs = {}

local API = 1 -- of this library; see doc/writing-a-policy.md

local declared -- the one program of this state

-- ---- the turn: one method for each effect and query -----------------------------------

local methods = {}

for _, name in ipairs(core.words "effects") do
	methods[name] = function(_, fields) return core.effect(name, fields) end
end

for _, name in ipairs(core.words "queries") do
	methods[name] = function(_, filter) return core.query(name, filter) end
end

function methods.note(_, text)
	return core.note(text)
end

methods.now = 0

programs.turn = checks.read_only("turn", methods)

-- ---- what an author declares ------------------------------------------------------------

local Program = {}

local function check_handler(what, handler)
	if type(handler) ~= "function" then
		checks.fail("%s wants a function to call, not a %s", what, type(handler))
	end
end

local events = {}
for _, name in ipairs(core.words "events") do
	events[name] = true
end

-- program:on("meeting:held", function(turn, meeting, event) … end)
function Program:on(name, handler)
	local word = type(name) == "string" and name:match "^answer:[%w_-]+$" and "answer" or name
	if name == "every" then
		checks.fail "for a period write program:every (\"month\", function (turn) … end)"
	elseif name == "answer" then
		checks.fail "an answer has the name of its form: program:on (\"answer:goals\", …)"
	elseif not events[word] then
		checks.fail("there is no event “%s”%s", tostring(name), core.did_you_mean(tostring(name), core.words "events"))
	end
	check_handler("program:on", handler)
	self.handlers[name] = self.handlers[name] or {}
	table.insert(self.handlers[name], handler)
end

-- program:every("month", function(turn) … end)
function Program:every(period, handler)
	local seconds, more = core.duration(tostring(period))
	if not seconds then checks.fail("program:every: %s", more) end
	if seconds == 0 then checks.fail("program:every counts in plain time; “%s” has no length of its own", period) end
	check_handler("program:every", handler)
	table.insert(self.periods, { period = period, seconds = seconds, handler = handler })
end

-- program:score(function(mentor, leader, topic) … end)
function Program:score(scorer)
	check_handler("program:score", scorer)
	if self.scorer then checks.fail "a program has one score" end
	self.scorer = scorer
end

local fields = {
	name = "string", api = "number", title = "string", charter = "table", roles = "table", settings = "table?",
}

local charter_fields = { purpose = "string", need = "string", measure = "string", ends = "string" }

-- Nothing is sent for a program that nobody has thought through.
local function check_charter(charter)
	checks.fields("charter", charter, charter_fields)
	for name in pairs(charter_fields) do
		if charter[name]:match "^%s*$" then checks.fail("“%s” of charter is empty", name) end
	end
	if not charter.ends:match "^%d%d%d%d%-%d%d%-%d%d$" then
		checks.fail("“ends” of charter is a date like “2027-12-31”, not “%s”", charter.ends)
	end
end

local function check_roles(roles)
	for _, name in ipairs(checks.sorted_keys(roles)) do
		if type(name) ~= "string" or type(roles[name]) ~= "string" then
			checks.fail "roles are written like { mentor = \"who teaches\", leader = \"who learns\" }"
		end
	end
end

-- rotnem.program { name = …, api = 1, title = …, charter = …, roles = …, settings = … }
function programs.declare(given)
	checks.fields("rotnem.program", given, fields)
	if declared then checks.fail "a policy declares one program" end
	if given.api ~= API then
		checks.fail("this program is written for api %s; this Rotnem has api %d", given.api, API)
	end
	if not given.name:match "^[%l%d-]+$" then
		checks.fail("the name “%s” may have small letters, digits and hyphens only", given.name)
	end
	check_charter(given.charter)
	check_roles(given.roles)
	declared = {
		name = given.name, title = given.title, charter = given.charter, roles = given.roles,
		rows = given.settings or {}, handlers = {}, periods = {},
	}
	declared.settings = settings.apply(declared.rows, core.site)
	return setmetatable({}, {
		__index = function(_, name)
			local method = Program[name]
			if method then return function(_, ...) return method(declared, ...) end end
			if name == "settings" then return declared.settings end
			name = tostring(name)
			checks.fail("a program has no “%s”%s", name,
				core.did_you_mean(name, { "on", "every", "score", "settings" }))
		end,
		__newindex = function(_, name)
			checks.fail("a program cannot be changed, so “%s” cannot be set", tostring(name))
		end,
		__name = "program",
	})
end

-- ---- what the worker calls -----------------------------------------------------------------

-- What the file returned is the program; gives it as READY tells it.
function core.describe(returned)
	local meta = type(returned) == "table" and getmetatable(returned)
	if not declared or not meta or meta.__name ~= "program" then
		error("the file must end with “return program”, where program is what rotnem.program gave", 0)
	end
	local every = {}
	for i, period in ipairs(declared.periods) do
		every[i] = { period = period.period, seconds = period.seconds, index = i }
	end
	return {
		name = declared.name, title = declared.title, api = API, charter = declared.charter, roles = declared.roles,
		settings = settings.describe(declared.rows), events = checks.sorted_keys(declared.handlers), every = every,
		scores = declared.scorer ~= nil,
	}
end

-- A handler gets the turn, the record that the event is named after (the pairing of
-- "pairing:late"; the event itself where there is none), and the event.
local function handle(name, event, handler)
	local noun = rawget(event, name:match "^%l+")
	core.running = handler
	handler(programs.turn, noun or event, event)
end

function core.handle(name, now, given)
	methods.now = now
	if name == "every" then
		local period = declared.periods[given.index]
		if not period then error("the engine named a period that the program does not have", 0) end
		return handle(name, core.strict(given, name), period.handler)
	end
	local event = core.strict(given, name:match "^answer:" and "answer" or name)
	for _, handler in ipairs(declared.handlers[name] or {}) do
		handle(name, event, handler)
	end
end

function core.score(candidate)
	if not declared.scorer then error("the program has no score", 0) end
	core.running = declared.scorer
	local score = declared.scorer(candidate.mentor, candidate.leader, candidate.topic)
	if score ~= nil and (math.type(score) == nil or score ~= score or math.abs(score) == math.huge) then
		error("a score is a finite number, or nil for never", 0)
	end
	return score
end

return programs
