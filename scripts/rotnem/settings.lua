-- Settings of a program as typed rows. A row has a value to start with and a help
-- sentence; the site's configuration may give another value as text.
local core = ...

local checks = require "rotnem.checks"

local settings = { kinds = {} }

-- ---- how each type is read from text and checked ---------------------------------

local types = {}

function types.duration(text)
	local seconds, wrong = core.duration(text)
	if not seconds then return nil, wrong end
	return text
end

function types.number(text, row)
	local number = math.tointeger(tonumber(text))
	if not number then return nil, ("“%s” is not a whole number"):format(text) end
	if row.min and number < row.min then return nil, ("%d is less than %d"):format(number, row.min) end
	if row.max and number > row.max then return nil, ("%d is more than %d"):format(number, row.max) end
	return number
end

local flags = { yes = true, ["true"] = true, no = false, ["false"] = false }

function types.flag(text)
	local flag = flags[text]
	if flag == nil then return nil, ("“%s” is neither yes nor no"):format(text) end
	return flag
end

function types.text(text)
	return text
end

-- "3 x 14 days, 28 days": after each of the first three meetings 14 days, then 28.
local Pace = {}
Pace.__index = Pace

-- How long to wait after meeting `number`.
function Pace:at(number)
	for _, step in ipairs(self) do
		number = number - step.times
		if number <= 0 then return step.length end
	end
	return self[#self].length
end

function Pace:__tostring()
	local steps = {}
	for i, step in ipairs(self) do
		steps[i] = step.times > 1 and ("%d x %s"):format(step.times, step.length) or step.length
	end
	return table.concat(steps, ", ")
end

function types.pace(text)
	local pace = setmetatable({}, Pace)
	for part in (text .. ","):gmatch "%s*(.-)%s*," do
		local times, length = part:match "^(%d+)%s*x%s+(.+)$"
		length = length or part
		local seconds, wrong = core.duration(length)
		if not seconds then return nil, wrong end
		pace[#pace + 1] = { length = length, times = math.tointeger(times or 1) }
	end
	return pace
end

-- ---- how an author declares a row ---------------------------------------------------

local Row = {}

local known = {
	duration = { help = "string", [1] = "string" },
	number = { help = "string", [1] = "number", min = "number?", max = "number?" },
	flag = { help = "string", [1] = "boolean" },
	text = { help = "string", [1] = "string" },
}

local function text_of(value)
	if type(value) == "boolean" then return value and "yes" or "no" end
	return tostring(value)
end

local function make(kind, row, text)
	local value, wrong = types[kind](text, row)
	if value == nil then checks.fail("rotnem.%s: %s", kind, wrong) end
	return setmetatable({ kind = kind, value = value, help = row.help, min = row.min, max = row.max }, Row)
end

for kind, fields in pairs(known) do
	settings.kinds[kind] = function(row)
		checks.fields("rotnem." .. kind, row, fields)
		return make(kind, row, text_of(row[1]))
	end
end

-- rotnem.pace { { "14 days", times = 3 }, { "28 days" }, help = … }
function settings.kinds.pace(row)
	local steps, fields = {}, { help = "string" }
	for i, step in ipairs(row) do
		checks.fields("a step of rotnem.pace", step, { [1] = "string", times = "number?" })
		steps[i] = ("%d x %s"):format(math.tointeger(step.times or 1) or 0, step[1])
		fields[i] = "table"
	end
	checks.fields("rotnem.pace", row, fields)
	if #steps == 0 then checks.fail "rotnem.pace needs at least one step, like { \"14 days\" }" end
	return make("pace", row, table.concat(steps, ", "))
end

-- ---- rows, the site's values, and what is in force ------------------------------------

-- Gives the values in force, as a table that refuses unknown names.
function settings.apply(rows, site)
	local values, names = {}, checks.sorted_keys(rows)
	for _, name in ipairs(names) do
		local row = rows[name]
		if getmetatable(row) ~= Row then
			checks.fail("the setting “%s” is declared like rotnem.duration { \"10 days\", help = \"…\" }", name)
		end
		if site[name] then
			local value, wrong = types[row.kind](site[name], row)
			if value == nil then checks.fail("the configuration sets “%s”: %s", name, wrong) end
			row.value = value
		end
		values[name] = row.value
	end
	for _, name in ipairs(checks.sorted_keys(site)) do
		if not rows[name] then
			checks.fail("the configuration sets “%s”, which this program does not have%s", name,
				core.did_you_mean(name, names))
		end
	end
	return checks.read_only("program.settings", values)
end

-- The rows as the engine shows them.
function settings.describe(rows)
	local shown = {}
	for i, name in ipairs(checks.sorted_keys(rows)) do
		local row = rows[name]
		shown[i] = { name = name, type = row.kind, value = text_of(row.value), help = row.help }
	end
	return shown
end

return settings
