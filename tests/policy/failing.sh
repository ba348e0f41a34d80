#!/bin/sh
# A story that does not hold fails, at the line of its author, and so does the command.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
count=0

# story NAME TEXT EXPECTED-MESSAGE: TEXT begins on line 4 of the file
story () {
	cat > "$folder/story.lua" <<END
local test = require "rotnem.test"
test:program "reverse-mentoring/reverse_mentoring.lua"
test:story("it", function()
$2
end)
END
	said=$("$ROTNEM_BUILD/rotnem" test "$folder/story.lua")
	status=$?
	count=$((count + 1))
	case "$status $said" in
	"1 not ok 1 - it
# $3"*) echo "ok $count - $1" ;;
	*) echo "not ok $count - $1"; echo "$status $said" | sed 's/^/# /' ;;
	esac
}

story "an effect that does not come" 'test:start() test:expect("close")' \
	'story.lua:4: expected close {  }; there was campaign { form = topics,'
story "another value" 'test:start() test:expect("campaign", { template = "other" })' \
	'story.lua:4: expected campaign { template = other }; there was campaign {'
story "another query" 'test:start() test:expect("campaign", { to = test.query("people", { role = "mentor" }) })' \
	'story.lua:4: expected campaign { to = { filter = { role = mentor }'
story "an effect too many" 'test:start() test:nothing_more()' 'story.lua:4: expected no further effect; there was campaign'
story "a misspelled event" 'test:send("meeting:hold", {})' \
	'story.lua:4: there is no event “meeting:hold”; did you mean “meeting:held”?'
story "a misspelled field of an event" 'test:send("meeting:held", { meting = 1 })' \
	'story.lua:4: “meeting:held” has no field “meting”; did you mean “meeting”?'
story "a misspelled effect" 'test:start() test:expect "campain"' \
	'story.lua:4: there is no effect “campain”; did you mean “campaign”?'
story "a misspelled field of a record" 'test:person { id = "a", rolle = "mentor" }' \
	'story.lua:4: a person has no field “rolle”; did you mean “role”?'
story "a policy that fails" 'test:send("meeting:held", {}) test:nothing_more()' \
	'story.lua:4: the policy failed: reverse-mentoring/reverse_mentoring.lua:'
story "a policy that fails at the end of a story" 'test:send("meeting:held", {})' \
	'story.lua:3: the policy failed: reverse-mentoring/reverse_mentoring.lua:'
story "a failure that does not come" 'test:start() test:refused "x"' \
	'story.lua:4: expected that the policy fails; there was campaign'
story "a note that does not come" 'test:start() test:note "x"' 'story.lua:4: expected the note “x”; there was {  }'
story "a condition" 'test:check(false, "something else")' 'story.lua:4: expected something else'
story "a mistake in the story" 'local x = nil + 1' 'story.lua:4: attempt to perform arithmetic on a nil value'
echo "1..$count"
