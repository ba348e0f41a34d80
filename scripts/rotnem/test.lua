-- Tests of policies: local test = require "rotnem.test". A test is a story: records that
-- exist, an event, the effects that are expected; time passes when the test says so.
--
--   test:program "reverse-mentoring/reverse_mentoring.lua"      below scripts
--   test:story("what shall hold", function() … end)             each with a fresh program
--
-- Within a story:
--   test:person { id = "ann", role = "mentor" }   a record; also topic, volunteer, offer,
--                                                 pairing, meeting, campaign, task, invitation
--   test:start()                                  the event "start"
--   test:send("meeting:held", { meeting = … })    an event
--   test:after "14 days"                          time passes; periods that end come up
--   test:expect("invite", { template = … })       an effect with at least these fields
--   test:nothing_more()                           no effect is left
--   test:note "…"                                 the policy noted this
--   test:refused("…")                             the last event failed with these words
--   test:score(mentor, leader, topic)             the policy's score
--   test:check(condition, "what should be")       anything else
--   test.query("people", { role = "mentor" })     a query, in a field of test:expect
--   test.now                                      the present instant
--
-- The policy's queries find the story's records: by equal fields, refs and states. Free
-- are those in no active pairing and no running offer; open topics are those of the free.
local core = ...

local checks = require "rotnem.checks"

local test = {}

local MONDAY = 1772442000 -- 2026-03-02 09:00 in UTC
local DAY = 24 * 60 * 60
local SEED = 1

local path, site  -- of the program
local story       -- what is known in the story that runs

-- ---- records -----------------------------------------------------------------------

-- What a record has unless the story says otherwise.
local defaults = {
	person = function(given)
		local name = tostring(given.id)
		return {
			name = name, first_name = name, zone = "Europe/Berlin", hours = "Mon-Fri 09:00-17:00", language = "en",
			skills = {}, wishes = {}, state = "present",
		}
	end,
	topic = function() return { title = "Topic", state = "open" } end,
	volunteer = function() return {} end,
	offer = function() return { state = "asked" } end,
	pairing = function()
		return { state = "active", since = test.now, ends = test.now + 365 * DAY, meetings = 0, rung = 0 }
	end,
	meeting = function()
		return { number = 1, start = test.now, ends = test.now + 3600, state = "accepted", moved = 0, booked = false }
	end,
	campaign = function() return { state = "running", begun = test.now } end,
	task = function() return { state = "open", made = test.now } end,
	invitation = function()
		return {
			organizer = "ann@else.example", summary = "Meeting", start = test.now + DAY, ends = test.now + DAY + 3600,
			series = false, state = "waiting",
		}
	end,
}

local function must_run()
	if not story then checks.fail "this belongs into a story: test:story(\"…\", function() … end)" end
end

local function known(kind)
	local names = {}
	for _, name in ipairs(core.fields("records", kind)) do names[name] = name end
	return names
end

for kind, default in pairs(defaults) do
	test[kind] = function(_, given)
		must_run()
		local names, record = known(kind), default(given)
		local number = #story.records + 1
		record.id = number
		for _, name in ipairs(checks.sorted_keys(given)) do
			if not names[name] then
				checks.fail("a %s has no field “%s”%s", kind, name,
					core.did_you_mean(name, checks.sorted_keys(names)))
			end
			record[name] = given[name]
		end
		record.kind, record.ref = kind, ("%s:%d"):format(kind, number)
		story.records[number] = record
		return record
	end
end

-- ---- queries ------------------------------------------------------------------------

local kind_of = {
	people = "person", topics = "topic", volunteers = "volunteer", pairings = "pairing", meetings = "meeting",
}

local function takes_part(record, ref)
	for _, field in ipairs { "person", "mentor", "leader" } do
		if record[field] and record[field].ref == ref then return true end
	end
	return false
end

local binding = { pairing = "active", offer = "asked" }

local function is_free(person)
	for _, record in ipairs(story.records) do
		if record.state and binding[record.kind] == record.state and takes_part(record, person.ref) then return false end
	end
	return true
end

-- Fields of a filter that are no plain comparison.
local special = {
	person = takes_part,
	free = function(record, wanted) return is_free(record) == wanted end,
	open = function(record, wanted)
		return (record.state == "open" and (not record.owner or is_free(record.owner))) == wanted
	end,
	active = function(record, wanted) return (record.state == "active") == wanted end,
	upcoming = function(record, wanted) return (record.start > test.now) == wanted end,
}

local function fits(record, filter)
	for field, wanted in pairs(filter) do
		local value = record[field]
		local equal = value == wanted or type(value) == "table" and value.ref == wanted
		if special[field] then equal = special[field](record, wanted) end
		if not equal then return false end
	end
	return true
end

local function find(name, filter)
	local found = {}
	for _, record in ipairs(story.records) do
		if record.kind == kind_of[name] and fits(record, filter) then found[#found + 1] = record end
	end
	return found
end

-- ---- events ---------------------------------------------------------------------------

-- Takes what the worker says, answering its queries, until it is done.
local function converse(what, value)
	while what == "query" do
		what, value = core.result(find(value[1], value[2]))
	end
	if what == "failed" then
		story.failure = value
		return nil
	end
	return value
end

-- A failure that the story did not expect fails it.
local function settle_failure()
	if story.failure then checks.fail("the policy failed: %s", story.failure) end
end

local function send(name, fields)
	local done = converse(core.send(name, test.now, SEED, fields))
	for _, effect in ipairs(done and done[1] or {}) do
		story.effects[#story.effects + 1] = { name = effect[1], line = effect[2], fields = effect[3] }
	end
	for _, note in ipairs(done and done[2] or {}) do
		story.notes[note] = true
	end
end

local function begin()
	must_run()
	settle_failure()
	story.effects, story.notes = {}, {}
end

local function check_event(name, fields)
	local word = name:match "^answer:" and "answer" or name
	local names = core.fields("events", word)
	if not names then
		checks.fail("there is no event “%s”%s", name, core.did_you_mean(name, core.words "events"))
	end
	local is_field = {}
	for _, field in ipairs(names) do is_field[field] = true end
	for _, field in ipairs(checks.sorted_keys(fields)) do
		if not is_field[field] then
			checks.fail("“%s” has no field “%s”%s", name, field, core.did_you_mean(field, names))
		end
	end
end

function test:send(name, fields)
	begin()
	check_event(name, fields or {})
	send(name, fields or {})
	return self
end

function test:start()
	return self:send("start", {})
end

-- The period that ends next, up to `latest`; the first declared when several do.
local function next_period(latest)
	local found
	for _, period in ipairs(story.ready.every) do
		local due = story.due[period.index] or story.began + period.seconds
		if due <= latest and (not found or due < found.due) then
			found = { due = due, seconds = period.seconds, index = period.index, period = period.period }
		end
	end
	return found
end

function test:after(duration)
	begin()
	local seconds, more = core.duration(duration)
	if not seconds then checks.fail("%s", more) end
	if more > 0 then checks.fail("test:after counts in plain time, not in working days") end
	local latest = test.now + seconds
	local period = next_period(latest)
	while period do
		test.now = period.due
		story.due[period.index] = period.due + period.seconds
		send("every", { period = period.period, index = period.index })
		period = next_period(latest)
	end
	test.now = latest
	return self
end

-- ---- expectations ------------------------------------------------------------------------

function test.query(name, filter)
	return { query = name, filter = filter or {} }
end

local same

local function same_fields(wanted, value)
	for name, part in pairs(wanted) do
		if not same(part, value[name]) then return false end
	end
	return true
end

-- Whether a value of an effect is what the story wrote. Records stand as their refs.
function same(wanted, value)
	if type(wanted) ~= "table" then return wanted == value end
	if wanted.ref then
		return value == wanted.ref or type(value) == "table" and #value == 1 and value[1] == wanted.ref
	end
	if type(value) ~= "table" or #wanted ~= #value then return false end
	if wanted.query and not same_fields(value.filter or {}, wanted.filter) then return false end
	return same_fields(wanted, value)
end

local function show(value)
	if type(value) ~= "table" then return type(value) == "string" and value or tostring(value) end
	if value.ref then return value.ref end
	local parts = {}
	for _, key in ipairs(checks.sorted_keys(value)) do
		local part = show(value[key])
		parts[#parts + 1] = type(key) == "number" and part or ("%s = %s"):format(key, part)
	end
	return "{ " .. table.concat(parts, ", ") .. " }"
end

local function show_effects()
	if #story.effects == 0 then return "there was none" end
	local parts = {}
	for i, effect in ipairs(story.effects) do
		parts[i] = ("%s %s (line %d)"):format(effect.name, show(effect.fields), effect.line)
	end
	return "there was " .. table.concat(parts, "; ")
end

function test:expect(name, fields)
	must_run()
	settle_failure()
	local names = core.fields("effects", name)
	if not names then
		checks.fail("there is no effect “%s”%s", name, core.did_you_mean(name, core.words "effects"))
	end
	fields = fields or {}
	for i, effect in ipairs(story.effects) do
		if effect.name == name and same_fields(fields, effect.fields) then
			table.remove(story.effects, i)
			return self
		end
	end
	checks.fail("expected %s %s; %s", name, show(fields), show_effects())
end

function test:nothing_more()
	must_run()
	settle_failure()
	if #story.effects > 0 then checks.fail("expected no further effect; %s", show_effects()) end
	return self
end

function test:note(text)
	must_run()
	settle_failure()
	if not story.notes[text] then
		checks.fail("expected the note “%s”; there was %s", text, show(checks.sorted_keys(story.notes)))
	end
	return self
end

function test:refused(words)
	must_run()
	local failure = story.failure
	story.failure = nil
	if not failure then checks.fail("expected that the policy fails; %s", show_effects()) end
	if not failure:find(words, 1, true) then checks.fail("expected the failure “%s”; it was “%s”", words, failure) end
	return self
end

function test.score(_, mentor, leader, topic)
	must_run()
	local scores = converse(core.candidates { { mentor = mentor, leader = leader, topic = topic } })
	settle_failure()
	if scores[1] ~= scores[1] then return nil end
	return scores[1]
end

function test.check(_, condition, what)
	if not condition then checks.fail("expected %s", what) end
end

-- ---- stories --------------------------------------------------------------------------------

function test.program(_, below_scripts, settings)
	path, site = below_scripts, settings or {}
end

local function open_story()
	if not path then checks.fail "say which program is tested: test:program \"…\"" end
	test.now = MONDAY
	story = { records = {}, effects = {}, notes = {}, due = {}, began = MONDAY }
	story.ready = converse(core.load(path, site))
	settle_failure()
end

local function tell(play)
	open_story()
	play()
	settle_failure()
end

function test.story(_, name, play)
	local fine, message = pcall(tell, play)
	story = nil
	core.report(name, not fine and tostring(message) or nil)
end

return test
