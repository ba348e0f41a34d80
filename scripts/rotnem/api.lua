---@meta rotnem
-- What a policy may use, for editors that complete as you type (lua-language-server) and
-- for people who look something up. It is never loaded: a test holds every line of
-- records, events, effects and queries against the engine's own tables.

-- ---- Kinds of values ---------------------------------------------------------------

---A length of time: "20 minutes", "10 days", "5 working days", "quarter".
---@alias rotnem.duration string

---An instant: whole seconds since 1970 in UTC; see rotnem.date.
---@alias rotnem.time integer

---A record, or in an effect's field also a query that gives one.
---@class rotnem.record
---@field ref string Names it in the store, like "pairing:17".
---@field kind string Like "pairing".

---People: one, a list, the two of a pairing, or a query.
---@alias rotnem.people rotnem.person | rotnem.person[] | rotnem.pairing | rotnem.query

---Topics: one, a list, or a query.
---@alias rotnem.topics rotnem.topic | rotnem.topic[] | rotnem.query

---Volunteers: one, a list, or a query.
---@alias rotnem.volunteers rotnem.volunteer | rotnem.volunteer[] | rotnem.query

---A question to the store. An effect takes it as it is, however many records it gives;
---`for record in query do` and `query:all()` fetch them, `query:any()` one at most.
---@class rotnem.query
---@overload fun(): rotnem.record
local query = {}

---Its records as a list.
---@return rotnem.record[]
function query:all() end

---Whether there is any.
---@return boolean
function query:any() end

-- ---- Records ----------------------------------------------------------------------

---A person of the directory.
---@class rotnem.person : rotnem.record
---@field ref string Names the record in the store, like “person:17”.
---@field kind string Always “person”.
---@field id string The id in the directory; it survives a change of name or address.
---@field name string As it is written to others.
---@field first_name string As the person is greeted.
---@field role? string One of the program's roles.
---@field level? integer Rank in the company; a higher number is more senior.
---@field unit? string Department.
---@field manager? string The id of the person's manager.
---@field site? string Place of work.
---@field zone? string Time zone, like “Europe/Berlin”.
---@field hours? string Working hours, like “Mon-Fri 09:00-17:30”.
---@field language? string Language of mails, like “de”.
---@field skills? string[] What the person can teach.
---@field wishes? string[] What the person wants to learn.
---@field traditional_mentor? string The id of the person's mentor of the usual kind.
---@field state string present or left.

---A topic of the catalogue.
---@class rotnem.topic : rotnem.record
---@field ref string Names the record in the store, like “topic:17”.
---@field kind string Always “topic”.
---@field id integer Its number.
---@field title string What is to be learned, in the owner's words.
---@field owner rotnem.person Who wants to learn it.
---@field state string open, taken or closed.

---A person who would teach a topic.
---@class rotnem.volunteer : rotnem.record
---@field ref string Names the record in the store, like “volunteer:17”.
---@field kind string Always “volunteer”.
---@field id integer Its number.
---@field person rotnem.person Who would teach.
---@field topic rotnem.topic About what.

---A question to two people whether they want to be paired.
---@class rotnem.offer : rotnem.record
---@field ref string Names the record in the store, like “offer:17”.
---@field kind string Always “offer”.
---@field id integer Its number.
---@field mentor rotnem.person Who would teach.
---@field leader rotnem.person Who would learn.
---@field topic rotnem.topic About what.
---@field state string asked, confirmed or closed; never who said no.
---@field reasons? string[] Why these two; both were told.

---Two people who learn together.
---@class rotnem.pairing : rotnem.record
---@field ref string Names the record in the store, like “pairing:17”.
---@field kind string Always “pairing”.
---@field id integer Its number.
---@field mentor rotnem.person Who teaches.
---@field leader rotnem.person Who learns.
---@field topic rotnem.topic About what.
---@field state string active or ended.
---@field since rotnem.time When both had said yes.
---@field ends? rotnem.time Its planned end.
---@field meetings integer How many meetings were held or stayed unconfirmed.
---@field rung integer Of the ladder for a pairing without a next meeting: 0 to 3.
---@field regularity? integer Of the meetings that were due by its pace, how many percent were held.
---@field regularity_lately? integer The same of the last twelve weeks.
---@field last_held? rotnem.time When the last meeting that was held began.

---A session of a pairing.
---@class rotnem.meeting : rotnem.record
---@field ref string Names the record in the store, like “meeting:17”.
---@field kind string Always “meeting”.
---@field id integer Its number.
---@field pairing rotnem.pairing Whose.
---@field number integer 1 for the first of the pairing.
---@field start rotnem.time When it begins.
---@field ends rotnem.time When it ends.
---@field state string invited, accepted, held, unconfirmed, missed or cancelled.
---@field moved integer How often it got another time.
---@field booked boolean Whether the two booked it themselves.

---One mail to many people.
---@class rotnem.campaign : rotnem.record
---@field ref string Names the record in the store, like “campaign:17”.
---@field kind string Always “campaign”.
---@field id integer Its number.
---@field template string Its mail.
---@field form? string Its questions.
---@field state string running, paused, done or stopped.
---@field begun rotnem.time When it began.

---Something for a person to do.
---@class rotnem.task : rotnem.record
---@field ref string Names the record in the store, like “task:17”.
---@field kind string Always “task”.
---@field id integer Its number.
---@field template string The mail that says what to do.
---@field about? string The ref of what it is about.
---@field cause? string Why it was given, in one word.
---@field what? string The same as a sentence, in English.
---@field state string open, reminded, escalated or done.
---@field made rotnem.time Since when it waits.
---@field due? rotnem.time When it is reminded of next.

---An invitation to the program that is no meeting of a pairing.
---@class rotnem.invitation : rotnem.record
---@field ref string Names the record in the store, like “invitation:17”.
---@field kind string Always “invitation”.
---@field id integer Its number.
---@field organizer string Address of who sent it.
---@field summary string Its title.
---@field start rotnem.time When it begins.
---@field ends rotnem.time When it ends.
---@field series boolean Whether it comes again.
---@field state string waiting, accepted, tentative, declined or cancelled.

-- ---- Events -----------------------------------------------------------------------

---The program runs for the first time.
---@class rotnem.event.start

---A period has passed; see program:every.
---@class rotnem.event.every
---@field period string The period as written.

---A person answered a form or a campaign; one event for each form, as answer:NAME.
---@class rotnem.event.answer
---@field from rotnem.person Who answered.
---@field form string Name of the form or template that was answered.
---@field about? rotnem.record What was asked about: a meeting, a pairing, a campaign.
---@field intent string yes, no, later, number or text: the first thing that was understood.
---@field topics? rotnem.topics Topics of the mailed list that were chosen by number.
---@field titles? string[] Lines that were written, where the form asks for titles.
---@field answered? table<string, any> Per question: true, or the value where its lane lets a policy see it.

---Two people were matched; nobody knows yet.
---@class rotnem.event.match_made
---@field mentor rotnem.person Who teaches.
---@field leader rotnem.person Who learns.
---@field topic rotnem.topic About what.
---@field reasons string[] Why these two, in words.

---A volunteer was not matched in this round.
---@class rotnem.event.match_left
---@field person rotnem.person Who is left.
---@field reasons string[] Why, in words.
---@field round integer 1 the first time since the person volunteered, then 2, 3 …

---An offer ended without a pairing: declined, unanswered or withdrawn.
---@class rotnem.event.offer_closed
---@field offer rotnem.offer The offer; how it ended is not told.
---@field free_again rotnem.people Who of the two is still looking.

---Both said yes.
---@class rotnem.event.pairing_confirmed
---@field pairing rotnem.pairing The new pairing.

---A pairing has had no next meeting for too long.
---@class rotnem.event.pairing_late
---@field pairing rotnem.pairing The pairing without a next meeting.
---@field rung integer 1 after 14 days, 2 after 28, 3 after 42.

---A pairing comes to its planned end.
---@class rotnem.event.pairing_ending
---@field pairing rotnem.pairing The pairing that ends in 30 days.

---Both accepted the invitation.
---@class rotnem.event.meeting_accepted
---@field meeting rotnem.meeting The meeting.

---The two booked a meeting themselves, with the program's address on it.
---@class rotnem.event.meeting_booked
---@field meeting rotnem.meeting The meeting; of a series the next one.

---One of the two declined the invitation, or cancelled what they had booked.
---@class rotnem.event.meeting_declined
---@field meeting rotnem.meeting The meeting, cancelled for both.
---@field person rotnem.person Who cannot come.

---One of the two proposed another time (COUNTER).
---@class rotnem.event.meeting_countered
---@field meeting rotnem.meeting The meeting.
---@field person rotnem.person Who proposes another time.
---@field start rotnem.time The proposed start.
---@field ends rotnem.time The proposed end.
---@field free boolean Whether the proposal suits the working hours and meetings of both.

---One of the two asked in words for another time, without an hour.
---@class rotnem.event.meeting_unsuitable
---@field meeting rotnem.meeting The meeting, which keeps its time so far.
---@field person rotnem.person Who asks for another time.
---@field wishes string[] Which: days and spans that suit, or are excluded; for propose.

---The two met: one of them said so.
---@class rotnem.event.meeting_held
---@field meeting rotnem.meeting The meeting.

---Both had accepted, nobody cancelled, nobody said whether they met.
---@class rotnem.event.meeting_unconfirmed
---@field meeting rotnem.meeting The meeting.

---The two did not meet, or never both accepted.
---@class rotnem.event.meeting_missed
---@field meeting rotnem.meeting The meeting.

---Somebody answered who was not invited; held for the coordinator when nobody listens.
---@class rotnem.event.meeting_uninvited
---@field meeting rotnem.meeting The meeting.
---@field address string Of who answered.
---@field person? rotnem.person Who that is, when the directory knows.
---@field answer string ACCEPTED, DECLINED or TENTATIVE.

---Somebody invited the program, not to a meeting of a pairing; held when nobody listens.
---@class rotnem.event.invitation_received
---@field invitation rotnem.record The invitation.
---@field people rotnem.people Who of the directory is on it.

---A person left the company.
---@class rotnem.event.person_left
---@field person rotnem.person Who is no longer in the directory.

---Mail to a person was refused for good.
---@class rotnem.event.person_unreachable
---@field person rotnem.person Whose mail comes back.
---@field why? string What the server said.

---The coordinator answered DONE to a task.
---@class rotnem.event.task_done
---@field task rotnem.record The task.
---@field pairing? rotnem.pairing The pairing it was about, when it is alive.

-- ---- Effects ----------------------------------------------------------------------

---Mail many people, each with an own way to answer.
---@class rotnem.effect.campaign
---@field to rotnem.people Who gets it.
---@field template string The mail.
---@field form? string Questions to answer in the reply.
---@field list? rotnem.topics Topics, mailed as numbered lines; over a hundred are dealt out.
---@field wave? integer People per hour; the rest wait. 0: all at once.

---Mail people something that needs no answer.
---@class rotnem.effect.mail
---@field to rotnem.people Who gets it.
---@field template string The mail.
---@field about? rotnem.record What it is about; its fields can be used by the template.
---@field fields? table<string, any> Further fields of the template.
---@field reasons? string[] The field “reasons” of the template.

---Mail a form to each of these people.
---@class rotnem.effect.ask
---@field people rotnem.people Who is asked.
---@field form string The questions.
---@field about? rotnem.record What it is about.
---@field within? rotnem.duration How long an answer is waited for; one reminder at half of it.
---@field sealed? boolean Answers for the other are released when both have sent theirs.

---Put topics into the catalogue.
---@class rotnem.effect.open_topics
---@field owner rotnem.person Who wants to learn.
---@field titles string[] What, in the owner's words.

---Take a topic out of the catalogue.
---@class rotnem.effect.close_topic
---@field topic rotnem.topic Which.

---Record that a person would teach these topics.
---@class rotnem.effect.volunteer
---@field person rotnem.person Who volunteers.
---@field topics rotnem.topics For what.

---Match volunteers and topics by the program's score; match:made and match:left follow.
---@class rotnem.effect.match
---@field candidates rotnem.volunteers Who takes part.
---@field tell? integer In how many rounds match:left tells of the same person. 0: in all.

---Ask both whether they want to be paired.
---@class rotnem.effect.offer
---@field mentor rotnem.person Who would teach.
---@field leader rotnem.person Who would learn.
---@field topic rotnem.topic About what.
---@field reasons? string[] Why these two; both are told.
---@field within? rotnem.duration How long they may think about it.

---Find a time that suits both and invite them.
---@class rotnem.effect.invite
---@field pairing rotnem.pairing Who meets.
---@field template string The mail around the invitation.
---@field within? rotnem.duration The latest start, counted from now.
---@field after? rotnem.duration The earliest start, counted from the last meeting's.
---@field length? rotnem.duration How long it is; one hour unless said.
---@field every? rotnem.duration A series: how far apart, in whole days or weeks.
---@field times? integer A series: how many.

---Mail three times to both, to choose from by number; the invitation follows when they agree.
---@class rotnem.effect.propose
---@field pairing rotnem.pairing Who meets.
---@field template string The mail around the invitation that follows.
---@field meeting? rotnem.meeting The meeting that gets another time; it keeps its own until one is chosen.
---@field person? rotnem.person Whose wishes these are.
---@field wishes? string[] What one of the two asked for, as meeting:unsuitable tells it.
---@field within? rotnem.duration The latest start, counted from now, if there is time enough to answer.
---@field after? rotnem.duration The earliest start, counted from the last meeting's.
---@field length? rotnem.duration How long it is; one hour unless said.

---Move a meeting: a new REQUEST with SEQUENCE + 1 to both.
---@class rotnem.effect.move
---@field meeting rotnem.meeting Which.
---@field start rotnem.time The new start.
---@field ends? rotnem.time The new end; the same length unless said.

---Decline a proposed time (DECLINECOUNTER); the meeting stays.
---@class rotnem.effect.decline_counter
---@field meeting rotnem.meeting Which.
---@field person rotnem.person Whose proposal is declined.

---Cancel a meeting with both.
---@class rotnem.effect.cancel
---@field meeting rotnem.meeting Which.

---Answer an invitation to the program (REPLY).
---@class rotnem.effect.answer_invitation
---@field invitation rotnem.record Which.
---@field answer string accept, tentative or decline.
---@field template string The mail around the answer.

---Give a person something to do.
---@class rotnem.effect.task
---@field to? string coordinator, unless said.
---@field template string The mail that says what to do.
---@field pairing? rotnem.pairing About which pairing.
---@field person? rotnem.person About which person.
---@field cause? string Why: a word of the group “causes” in tasks.ini.
---@field details? string What was said about it, mailed as it is.

---End a pairing because a person chose so or left; never by time alone.
---@class rotnem.effect.close
---@field pairing rotnem.pairing Which.
---@field template string The mail to those who stay.
---@field thank? boolean Thank both.

---Move a pairing's planned end.
---@class rotnem.effect.extend
---@field pairing rotnem.pairing Which.
---@field by rotnem.duration How much longer.

---Mail the coordinator how the program goes: sums, and who meets least regularly.
---@class rotnem.effect.report
---@field template string The mail.
---@field span? rotnem.duration How far back its sums go; all of the program's time unless said.
---@field pairs? integer How many of the least regular pairs it names; 5 unless said.

-- ---- Queries ----------------------------------------------------------------------

---People of the directory.
---@class rotnem.query.people
---@field role? string mentor or leader.
---@field free? boolean Not in an offer or a pairing, present, willing.
---@field site? string Works there.
---@field unit? string Works in it.
---@field id? string Has this id in the directory.

---Topics of the catalogue.
---@class rotnem.query.topics
---@field open? boolean Still to be taken.
---@field owner? rotnem.person Who wants to learn it.

---Free people who volunteered for open topics.
---@class rotnem.query.volunteers
---@field person? rotnem.person Who.
---@field topic? rotnem.topic For what.

---Pairings.
---@class rotnem.query.pairings
---@field person? rotnem.person With this person.
---@field active? boolean Not ended.

---Meetings.
---@class rotnem.query.meetings
---@field pairing? rotnem.pairing Of this pairing.
---@field upcoming? boolean Not yet begun.

-- ---- The turn ---------------------------------------------------------------------

---What a handler works with, while one event is handled.
---@class rotnem.turn
---@field now rotnem.time The present instant.
local turn = {}

---One sentence for what `rotnem why` shows.
---@param text string
function turn:note(text) end

---Mail many people, each with an own way to answer.
---@param fields rotnem.effect.campaign
---@return rotnem.campaign
function turn:campaign(fields) end

---Mail people something that needs no answer.
---@param fields rotnem.effect.mail
function turn:mail(fields) end

---Mail a form to each of these people.
---@param fields rotnem.effect.ask
function turn:ask(fields) end

---Put topics into the catalogue.
---@param fields rotnem.effect.open_topics
function turn:open_topics(fields) end

---Take a topic out of the catalogue.
---@param fields rotnem.effect.close_topic
function turn:close_topic(fields) end

---Record that a person would teach these topics.
---@param fields rotnem.effect.volunteer
function turn:volunteer(fields) end

---Match volunteers and topics by the program's score; match:made and match:left follow.
---@param fields rotnem.effect.match
function turn:match(fields) end

---Ask both whether they want to be paired.
---@param fields rotnem.effect.offer
---@return rotnem.offer
function turn:offer(fields) end

---Find a time that suits both and invite them.
---@param fields rotnem.effect.invite
---@return rotnem.meeting
function turn:invite(fields) end

---Mail three times to both, to choose from by number; the invitation follows when they agree.
---@param fields rotnem.effect.propose
function turn:propose(fields) end

---Move a meeting: a new REQUEST with SEQUENCE + 1 to both.
---@param fields rotnem.effect.move
function turn:move(fields) end

---Decline a proposed time (DECLINECOUNTER); the meeting stays.
---@param fields rotnem.effect.decline_counter
function turn:decline_counter(fields) end

---Cancel a meeting with both.
---@param fields rotnem.effect.cancel
function turn:cancel(fields) end

---Answer an invitation to the program (REPLY).
---@param fields rotnem.effect.answer_invitation
function turn:answer_invitation(fields) end

---Give a person something to do.
---@param fields rotnem.effect.task
---@return rotnem.task
function turn:task(fields) end

---End a pairing because a person chose so or left; never by time alone.
---@param fields rotnem.effect.close
function turn:close(fields) end

---Move a pairing's planned end.
---@param fields rotnem.effect.extend
function turn:extend(fields) end

---Mail the coordinator how the program goes: sums, and who meets least regularly.
---@param fields rotnem.effect.report
function turn:report(fields) end

---People of the directory.
---@param filter? rotnem.query.people
---@return rotnem.query
function turn:people(filter) end

---Topics of the catalogue.
---@param filter? rotnem.query.topics
---@return rotnem.query
function turn:topics(filter) end

---Free people who volunteered for open topics.
---@param filter? rotnem.query.volunteers
---@return rotnem.query
function turn:volunteers(filter) end

---Pairings.
---@param filter? rotnem.query.pairings
---@return rotnem.query
function turn:pairings(filter) end

---Meetings.
---@param filter? rotnem.query.meetings
---@return rotnem.query
function turn:meetings(filter) end

-- ---- The program ------------------------------------------------------------------

---@class rotnem.program
---@field settings table<string, any> The settings in force.
local program = {}

---Calls the handler at each event of that name: with the turn, the record that the event
---is named after (the event itself where there is none), and the event.
---@overload fun(self: rotnem.program, name: "start", handler: fun(turn: rotnem.turn, it: rotnem.event.start, event: rotnem.event.start))
---@overload fun(self: rotnem.program, name: "answer", handler: fun(turn: rotnem.turn, it: rotnem.event.answer, event: rotnem.event.answer))
---@overload fun(self: rotnem.program, name: "match:made", handler: fun(turn: rotnem.turn, it: rotnem.event.match_made, event: rotnem.event.match_made))
---@overload fun(self: rotnem.program, name: "match:left", handler: fun(turn: rotnem.turn, it: rotnem.event.match_left, event: rotnem.event.match_left))
---@overload fun(self: rotnem.program, name: "offer:closed", handler: fun(turn: rotnem.turn, offer: rotnem.offer, event: rotnem.event.offer_closed))
---@overload fun(self: rotnem.program, name: "pairing:confirmed", handler: fun(turn: rotnem.turn, pairing: rotnem.pairing, event: rotnem.event.pairing_confirmed))
---@overload fun(self: rotnem.program, name: "pairing:late", handler: fun(turn: rotnem.turn, pairing: rotnem.pairing, event: rotnem.event.pairing_late))
---@overload fun(self: rotnem.program, name: "pairing:ending", handler: fun(turn: rotnem.turn, pairing: rotnem.pairing, event: rotnem.event.pairing_ending))
---@overload fun(self: rotnem.program, name: "meeting:accepted", handler: fun(turn: rotnem.turn, meeting: rotnem.meeting, event: rotnem.event.meeting_accepted))
---@overload fun(self: rotnem.program, name: "meeting:booked", handler: fun(turn: rotnem.turn, meeting: rotnem.meeting, event: rotnem.event.meeting_booked))
---@overload fun(self: rotnem.program, name: "meeting:declined", handler: fun(turn: rotnem.turn, meeting: rotnem.meeting, event: rotnem.event.meeting_declined))
---@overload fun(self: rotnem.program, name: "meeting:countered", handler: fun(turn: rotnem.turn, meeting: rotnem.meeting, event: rotnem.event.meeting_countered))
---@overload fun(self: rotnem.program, name: "meeting:unsuitable", handler: fun(turn: rotnem.turn, meeting: rotnem.meeting, event: rotnem.event.meeting_unsuitable))
---@overload fun(self: rotnem.program, name: "meeting:held", handler: fun(turn: rotnem.turn, meeting: rotnem.meeting, event: rotnem.event.meeting_held))
---@overload fun(self: rotnem.program, name: "meeting:unconfirmed", handler: fun(turn: rotnem.turn, meeting: rotnem.meeting, event: rotnem.event.meeting_unconfirmed))
---@overload fun(self: rotnem.program, name: "meeting:missed", handler: fun(turn: rotnem.turn, meeting: rotnem.meeting, event: rotnem.event.meeting_missed))
---@overload fun(self: rotnem.program, name: "meeting:uninvited", handler: fun(turn: rotnem.turn, meeting: rotnem.meeting, event: rotnem.event.meeting_uninvited))
---@overload fun(self: rotnem.program, name: "invitation:received", handler: fun(turn: rotnem.turn, invitation: rotnem.invitation, event: rotnem.event.invitation_received))
---@overload fun(self: rotnem.program, name: "person:left", handler: fun(turn: rotnem.turn, person: rotnem.person, event: rotnem.event.person_left))
---@overload fun(self: rotnem.program, name: "person:unreachable", handler: fun(turn: rotnem.turn, person: rotnem.person, event: rotnem.event.person_unreachable))
---@overload fun(self: rotnem.program, name: "task:done", handler: fun(turn: rotnem.turn, task: rotnem.task, event: rotnem.event.task_done))
---@param name string As above; "answer" stands for every "answer:FORM".
---@param handler function
function program:on(name, handler) end

---Calls the handler each time that period has passed.
---@param period rotnem.duration
---@param handler fun(turn: rotnem.turn, event: rotnem.event.every)
function program:every(period, handler) end

---Says how well two people and a topic fit: higher is better, nil is never.
---@param scorer fun(mentor: rotnem.person, leader: rotnem.person, topic: rotnem.topic): number?
function program:score(scorer) end

-- ---- The library ---------------------------------------------------------------------

---@class rotnem
local rotnem = {}

---@class rotnem.charter
---@field purpose string What the program is for.
---@field need string Which lack it answers.
---@field measure string By what its success is seen.
---@field ends string When it ends, like "2027-12-31".

---@class rotnem.declaration
---@field name string Small letters, digits and hyphens: also the folder of its templates.
---@field api integer 1
---@field title string As people read it.
---@field charter rotnem.charter
---@field roles table<string, string> Role and what it is.
---@field settings? table<string, rotnem.setting> What a site may set.

---Declares the program; a file does it once and ends with `return program`.
---@param declaration rotnem.declaration
---@return rotnem.program
function rotnem.program(declaration) end

---@class rotnem.setting

---A setting that holds a length of time: rotnem.duration { "10 days", help = "…" }.
---@param row { [1]: rotnem.duration, help: string }
---@return rotnem.setting
function rotnem.duration(row) end

---A setting that holds a whole number.
---@param row { [1]: integer, min: integer?, max: integer?, help: string }
---@return rotnem.setting
function rotnem.number(row) end

---A setting that is true or false; a site writes yes or no.
---@param row { [1]: boolean, help: string }
---@return rotnem.setting
function rotnem.flag(row) end

---A setting that holds a text.
---@param row { [1]: string, help: string }
---@return rotnem.setting
function rotnem.text(row) end

---A setting that says how far apart meetings are: rotnem.pace { { "14 days", times = 3 },
---{ "28 days" }, help = "…" }; a site writes "3 x 14 days, 28 days". In force, pace:at(n)
---is the wait after meeting n.
---@param row table
---@return rotnem.setting
function rotnem.pace(row) end

---How many of the texts of one list stand in the other, whatever their case.
---@param some string[]?
---@param others string[]?
---@return integer
function rotnem.overlap(some, others) end

---How many hours lie between the working days of two people: 0 to 12.
---@param one rotnem.person
---@param other rotnem.person
---@return number
function rotnem.hours_apart(one, other) end

---The parts of an instant; weekday 1 is Monday, offset is in seconds east of UTC.
---@param time rotnem.time
---@param zone? string Like "Europe/Berlin"; UTC unless said.
---@return { year: integer, month: integer, day: integer, weekday: integer, hour: integer, minute: integer, offset: integer }
function rotnem.date(time, zone) end

return rotnem
