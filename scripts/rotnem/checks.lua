-- Checks that point at the author's line.
local core = ...

local checks = {}

-- Fails with a sentence made like string.format does.
function checks.fail(sentence, ...)
	core.fail(sentence:format(...))
end

-- The keys of a table in an order that is the same in every run: numbers, then texts.
function checks.sorted_keys(given)
	local keys = {}
	for key in next, given do
		if type(key) ~= "string" and type(key) ~= "number" then
			checks.fail("pairs goes through texts and numbers only, so that its order never changes; here is a %s",
				type(key))
		end
		keys[#keys + 1] = key
	end
	table.sort(keys, function(a, b)
		if type(a) == type(b) then return a < b end
		return type(a) == "number"
	end)
	return keys
end

-- Each named field of `given` must be in `known`, a table of name = type; a type that
-- ends with "?" may be missing.
function checks.fields(what, given, known)
	if type(given) ~= "table" then
		checks.fail("%s wants a table of named fields: %s { name = value, … }", what, what)
	end
	for _, name in ipairs(checks.sorted_keys(given)) do
		if not known[name] then
			checks.fail("%s has no field “%s”%s", what, name,
				core.did_you_mean(tostring(name), checks.sorted_keys(known)))
		end
	end
	for _, name in ipairs(checks.sorted_keys(known)) do
		local wanted, optional = known[name]:match "^(%a+)(%??)$"
		local value = given[name]
		if value == nil and optional == "" then
			checks.fail("%s needs the field “%s”", what, name)
		elseif value ~= nil and type(value) ~= wanted then
			checks.fail("“%s” of %s is a %s, not a %s", name, what, wanted, type(value))
		end
	end
end

-- A view of a table: unknown names are refused with a hint, nothing is written.
function checks.read_only(what, given)
	return setmetatable({}, {
		__index = function(_, name)
			local value = given[name]
			if value == nil then
				checks.fail("%s has no “%s”%s", what, tostring(name),
					core.did_you_mean(tostring(name), checks.sorted_keys(given)))
			end
			return value
		end,
		__newindex = function(_, name)
			checks.fail("%s cannot be changed, so “%s” cannot be set", what, tostring(name))
		end,
	})
end

return checks
