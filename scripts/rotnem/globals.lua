-- What the author's files see beside Lua's own: everything that could differ between
-- two equal runs is replaced, and unknown names are refused with a hint.
local core = ...

local checks = require "rotnem.checks"

local env = core.env

-- Plain Lua goes through a table in an order that changes from run to run.
function env.pairs(given)
	if type(given) ~= "table" then
		checks.fail("pairs wants a table, not a %s", type(given))
	end
	local keys, place = checks.sorted_keys(given), 0
	return function()
		repeat
			place = place + 1
		until keys[place] == nil or rawget(given, keys[place]) ~= nil
		return keys[place], keys[place] and rawget(given, keys[place])
	end
end

-- Plain Lua shows where a table lies in memory.
local plain = { ["nil"] = true, boolean = true, number = true, string = true }
local shown = tostring

function env.tostring(value)
	if plain[type(value)] then return shown(value) end
	return (shown(value):gsub(": [%w]*0x%x+$", ""))
end

local format = string.format

function string.format(form, ...) -- luacheck: ignore 122
	local values = table.pack(...)
	if type(form) == "string" and form:gsub("%%%%", ""):find "%%%-?%d*p" then
		checks.fail "string.format has no “%p” here: places in memory differ from run to run"
	end
	for i = 1, values.n do
		if not plain[type(values[i])] then
			values[i] = env.tostring(values[i])
		end
	end
	return format(form, table.unpack(values, 1, values.n))
end

local hints = {
	os = "; the time is turn.now, its parts come from rotnem.date",
	io = "; a policy neither reads nor writes, it returns effects",
	print = "; turn:note writes into what “rotnem why” shows",
	next = "; “for key, value in pairs (…)” goes through a table",
	setmetatable = "; records are plain: read their fields, use effects to change them",
	load = "; put the code into a file of the same folder and require it",
	xpcall = "; use pcall",
}

setmetatable(env, {
	__index = function(_, name)
		checks.fail("there is no global “%s”%s", tostring(name),
			hints[name] or core.did_you_mean(tostring(name), checks.sorted_keys(env)))
	end,
	__newindex = function(_, name)
		name = tostring(name)
		checks.fail("“%s” would be a global: write “local %s”; what must outlive the event is an effect", name, name)
	end,
})

return true
