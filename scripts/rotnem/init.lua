-- The library of a policy: local rotnem = require "rotnem". See doc/writing-a-policy.md
-- for people, api.lua for editors. Beneath it stand the bindings of the worker, `core`:
--
--   core.effect (name, fields)         adds an effect; gives the record it creates
--   core.query (name, filter)          gives a query
--   core.note (text)                   one sentence for `rotnem why`
--   core.duration (text)               seconds and working days, or nil and what is wrong
--   core.did_you_mean (word, names)    "; did you mean “…”?" or ""
--   core.fail (text)                   an error at the author's line
--   core.strict (fields, event)        an event's table that refuses unknown fields
--   core.date (time, zone)             a table of numbers
--   core.fold (text)                   for comparing texts
--   core.words (table)                 names of "events", "effects", "queries", "records"
--   core.fields (table, word)          names of its fields
--   core.env, core.site                the author's globals; the site's settings
--   core.running                       the author's function that is being called
--
-- and the worker calls core.describe, core.handle and core.score, defined here.
local core = ...

local checks = require "rotnem.checks"
require "rotnem.globals"
local programs = require "rotnem.programs"
local settings = require "rotnem.settings"

local rotnem = {}

rotnem.program = programs.declare

for kind, declare in pairs(settings.kinds) do
	rotnem[kind] = declare
end

-- How many of the words of one list stand in the other, whatever their case.
function rotnem.overlap(some, others)
	local known, count = {}, 0
	for _, word in ipairs(others or {}) do
		known[core.fold(word)] = true
	end
	for _, word in ipairs(some or {}) do
		local folded = core.fold(word)
		if known[folded] then
			known[folded] = nil
			count = count + 1
		end
	end
	return count
end

-- Hours east of UTC at the turn's instant. Looking a zone up takes longer than all else
-- in a score, so each is kept for as long as the instant is the same.
local known_offsets, known_at = {}, nil

local function offset(zone)
	local now = programs.turn.now
	if known_at ~= now then
		known_offsets, known_at = {}, now
	end
	known_offsets[zone] = known_offsets[zone] or core.date(now, zone).offset / 3600
	return known_offsets[zone]
end

-- The middle of a person's working day, in hours of UTC.
local function middle(person)
	local first, first_minute, last, last_minute = (person.hours or ""):match "(%d%d):(%d%d)%-(%d%d):(%d%d)"
	local noon = 13
	if first then
		noon = (first + first_minute / 60 + last + last_minute / 60) / 2
	end
	return noon - offset(person.zone or "UTC")
end

-- How many hours lie between the working days of two people: 0 to 12.
function rotnem.hours_apart(one, other)
	local apart = math.abs(middle(one) - middle(other)) % 24
	return math.min(apart, 24 - apart)
end

-- The parts of an instant as a table: year, month, day, weekday (1 is Monday), hour,
-- minute, offset (seconds east of UTC).
function rotnem.date(time, zone)
	return core.date(time, zone)
end

return checks.read_only("rotnem", rotnem)
