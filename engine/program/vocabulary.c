#include "vocabulary.h"

#define FIELDS (const struct rn_word_field[])
#define END { NULL, 0, FALSE, NULL }

const struct rn_word rn_events[] = {
	{ "start", FIELDS { END }, NULL, "The program runs for the first time." },
	{ "every", FIELDS { { "period", RN_WORD_TEXT, TRUE, "The period as written." }, END }, NULL,
	  "A period has passed; see program:every." },
	{ "answer", FIELDS {
		{ "from", RN_WORD_PERSON, TRUE, "Who answered." },
		{ "form", RN_WORD_TEXT, TRUE, "Name of the form or template that was answered." },
		{ "about", RN_WORD_ANY, FALSE, "What was asked about: a meeting, a pairing, a campaign." },
		{ "intent", RN_WORD_TEXT, TRUE, "yes, no, later, number or text: the first thing that was understood." },
		{ "topics", RN_WORD_TOPICS, FALSE, "Topics of the mailed list that were chosen by number." },
		{ "titles", RN_WORD_TEXTS, FALSE, "Lines that were written, where the form asks for titles." },
		{ "answered", RN_WORD_RECORD, FALSE, "Per question: true, or the value where its lane lets a policy see it." },
		END }, NULL, "A person answered a form or a campaign; one event for each form, as answer:NAME." },
	{ "match:made", FIELDS {
		{ "mentor", RN_WORD_PERSON, TRUE, "Who teaches." },
		{ "leader", RN_WORD_PERSON, TRUE, "Who learns." },
		{ "topic", RN_WORD_TOPIC, TRUE, "About what." },
		{ "reasons", RN_WORD_TEXTS, TRUE, "Why these two, in words." },
		END }, NULL, "Two people were matched; nobody knows yet." },
	{ "match:left", FIELDS {
		{ "person", RN_WORD_PERSON, TRUE, "Who is left." },
		{ "reasons", RN_WORD_TEXTS, TRUE, "Why, in words." },
		{ "round", RN_WORD_NUMBER, TRUE, "1 the first time since the person volunteered, then 2, 3 …" },
		END }, NULL, "A volunteer was not matched in this round." },
	{ "offer:closed", FIELDS {
		{ "offer", RN_WORD_OFFER, TRUE, "The offer; how it ended is not told." },
		{ "free_again", RN_WORD_PEOPLE, TRUE, "Who of the two is still looking." },
		END }, NULL, "An offer ended without a pairing: declined, unanswered or withdrawn." },
	{ "pairing:confirmed", FIELDS { { "pairing", RN_WORD_PAIRING, TRUE, "The new pairing." }, END }, NULL,
	  "Both said yes." },
	{ "pairing:late", FIELDS {
		{ "pairing", RN_WORD_PAIRING, TRUE, "The pairing without a next meeting." },
		{ "rung", RN_WORD_NUMBER, TRUE, "1 after 14 days, 2 after 28, 3 after 42." },
		END }, NULL, "A pairing has had no next meeting for too long." },
	{ "pairing:ending", FIELDS { { "pairing", RN_WORD_PAIRING, TRUE, "The pairing that ends in 30 days." }, END }, NULL,
	  "A pairing comes to its planned end." },
	{ "meeting:accepted", FIELDS { { "meeting", RN_WORD_MEETING, TRUE, "The meeting." }, END }, NULL,
	  "Both accepted the invitation." },
	{ "meeting:booked", FIELDS { { "meeting", RN_WORD_MEETING, TRUE, "The meeting; of a series the next one." }, END }, NULL,
	  "The two booked a meeting themselves, with the program's address on it." },
	{ "meeting:declined", FIELDS {
		{ "meeting", RN_WORD_MEETING, TRUE, "The meeting, cancelled for both." },
		{ "person", RN_WORD_PERSON, TRUE, "Who cannot come." },
		END }, NULL, "One of the two declined the invitation, or cancelled what they had booked." },
	{ "meeting:countered", FIELDS {
		{ "meeting", RN_WORD_MEETING, TRUE, "The meeting." },
		{ "person", RN_WORD_PERSON, TRUE, "Who proposes another time." },
		{ "start", RN_WORD_TIME, TRUE, "The proposed start." },
		{ "ends", RN_WORD_TIME, TRUE, "The proposed end." },
		{ "free", RN_WORD_FLAG, TRUE, "Whether the proposal suits the working hours and meetings of both." },
		END }, NULL, "One of the two proposed another time (COUNTER)." },
	{ "meeting:unsuitable", FIELDS {
		{ "meeting", RN_WORD_MEETING, TRUE, "The meeting, which keeps its time so far." },
		{ "person", RN_WORD_PERSON, TRUE, "Who asks for another time." },
		{ "wishes", RN_WORD_TEXTS, TRUE, "Which: days and spans that suit, or are excluded; for propose." },
		END }, NULL, "One of the two asked in words for another time, without an hour." },
	{ "meeting:held", FIELDS { { "meeting", RN_WORD_MEETING, TRUE, "The meeting." }, END }, NULL,
	  "The two met: one of them said so." },
	{ "meeting:unconfirmed", FIELDS { { "meeting", RN_WORD_MEETING, TRUE, "The meeting." }, END }, NULL,
	  "Both had accepted, nobody cancelled, nobody said whether they met." },
	{ "meeting:missed", FIELDS { { "meeting", RN_WORD_MEETING, TRUE, "The meeting." }, END }, NULL,
	  "The two did not meet, or never both accepted." },
	{ "meeting:uninvited", FIELDS {
		{ "meeting", RN_WORD_MEETING, TRUE, "The meeting." },
		{ "address", RN_WORD_TEXT, TRUE, "Of who answered." },
		{ "person", RN_WORD_PERSON, FALSE, "Who that is, when the directory knows." },
		{ "answer", RN_WORD_TEXT, TRUE, "ACCEPTED, DECLINED or TENTATIVE." },
		END }, NULL, "Somebody answered who was not invited; held for the coordinator when nobody listens." },
	{ "invitation:received", FIELDS {
		{ "invitation", RN_WORD_ANY, TRUE, "The invitation." },
		{ "people", RN_WORD_PEOPLE, TRUE, "Who of the directory is on it." },
		END }, NULL, "Somebody invited the program, not to a meeting of a pairing; held when nobody listens." },
	{ "person:left", FIELDS { { "person", RN_WORD_PERSON, TRUE, "Who is no longer in the directory." }, END }, NULL,
	  "A person left the company." },
	{ "person:unreachable", FIELDS {
		{ "person", RN_WORD_PERSON, TRUE, "Whose mail comes back." },
		{ "why", RN_WORD_TEXT, FALSE, "What the server said." },
		END }, NULL, "Mail to a person was refused for good." },
	{ "task:done", FIELDS {
		{ "task", RN_WORD_ANY, TRUE, "The task." },
		{ "pairing", RN_WORD_PAIRING, FALSE, "The pairing it was about, when it is alive." },
		END }, NULL, "The coordinator answered DONE to a task." },
	{ NULL, NULL, NULL, NULL }
};

const struct rn_word rn_effects[] = {
	{ "campaign", FIELDS {
		{ "to", RN_WORD_PEOPLE, TRUE, "Who gets it." },
		{ "template", RN_WORD_TEMPLATE, TRUE, "The mail." },
		{ "form", RN_WORD_FORM, FALSE, "Questions to answer in the reply." },
		{ "list", RN_WORD_TOPICS, FALSE, "Topics, mailed as numbered lines; over a hundred are dealt out." },
		{ "wave", RN_WORD_NUMBER, FALSE, "People per hour; the rest wait. 0: all at once." },
		END }, "campaign", "Mail many people, each with an own way to answer." },
	{ "mail", FIELDS {
		{ "to", RN_WORD_PEOPLE, TRUE, "Who gets it." },
		{ "template", RN_WORD_TEMPLATE, TRUE, "The mail." },
		{ "about", RN_WORD_ANY, FALSE, "What it is about; its fields can be used by the template." },
		{ "fields", RN_WORD_RECORD, FALSE, "Further fields of the template." },
		{ "reasons", RN_WORD_TEXTS, FALSE, "The field “reasons” of the template." },
		END }, NULL, "Mail people something that needs no answer." },
	{ "ask", FIELDS {
		{ "people", RN_WORD_PEOPLE, TRUE, "Who is asked." },
		{ "form", RN_WORD_FORM, TRUE, "The questions." },
		{ "about", RN_WORD_ANY, FALSE, "What it is about." },
		{ "within", RN_WORD_DURATION, FALSE, "How long an answer is waited for; one reminder at half of it." },
		{ "sealed", RN_WORD_FLAG, FALSE, "Answers for the other are released when both have sent theirs." },
		END }, NULL, "Mail a form to each of these people." },
	{ "open_topics", FIELDS {
		{ "owner", RN_WORD_PERSON, TRUE, "Who wants to learn." },
		{ "titles", RN_WORD_TEXTS, TRUE, "What, in the owner's words." },
		END }, NULL, "Put topics into the catalogue." },
	{ "close_topic", FIELDS { { "topic", RN_WORD_TOPIC, TRUE, "Which." }, END }, NULL,
	  "Take a topic out of the catalogue." },
	{ "volunteer", FIELDS {
		{ "person", RN_WORD_PERSON, TRUE, "Who volunteers." },
		{ "topics", RN_WORD_TOPICS, TRUE, "For what." },
		END }, NULL, "Record that a person would teach these topics." },
	{ "match", FIELDS {
		{ "candidates", RN_WORD_VOLUNTEERS, TRUE, "Who takes part." },
		{ "tell", RN_WORD_NUMBER, FALSE, "In how many rounds match:left tells of the same person. 0: in all." },
		END }, NULL, "Match volunteers and topics by the program's score; match:made and match:left follow." },
	{ "offer", FIELDS {
		{ "mentor", RN_WORD_PERSON, TRUE, "Who would teach." },
		{ "leader", RN_WORD_PERSON, TRUE, "Who would learn." },
		{ "topic", RN_WORD_TOPIC, TRUE, "About what." },
		{ "reasons", RN_WORD_TEXTS, FALSE, "Why these two; both are told." },
		{ "within", RN_WORD_DURATION, FALSE, "How long they may think about it." },
		END }, "offer", "Ask both whether they want to be paired." },
	{ "invite", FIELDS {
		{ "pairing", RN_WORD_PAIRING, TRUE, "Who meets." },
		{ "template", RN_WORD_TEMPLATE, TRUE, "The mail around the invitation." },
		{ "within", RN_WORD_DURATION, FALSE, "The latest start, counted from now." },
		{ "after", RN_WORD_DURATION, FALSE, "The earliest start, counted from the last meeting's." },
		{ "length", RN_WORD_DURATION, FALSE, "How long it is; one hour unless said." },
		{ "every", RN_WORD_DURATION, FALSE, "A series: how far apart, in whole days or weeks." },
		{ "times", RN_WORD_NUMBER, FALSE, "A series: how many." },
		END }, "meeting", "Find a time that suits both and invite them." },
	{ "propose", FIELDS {
		{ "pairing", RN_WORD_PAIRING, TRUE, "Who meets." },
		{ "template", RN_WORD_TEMPLATE, TRUE, "The mail around the invitation that follows." },
		{ "meeting", RN_WORD_MEETING, FALSE,
		  "The meeting that gets another time; it keeps its own until one is chosen." },
		{ "person", RN_WORD_PERSON, FALSE, "Whose wishes these are." },
		{ "wishes", RN_WORD_TEXTS, FALSE, "What one of the two asked for, as meeting:unsuitable tells it." },
		{ "within", RN_WORD_DURATION, FALSE, "The latest start, counted from now, if there is time enough to answer." },
		{ "after", RN_WORD_DURATION, FALSE, "The earliest start, counted from the last meeting's." },
		{ "length", RN_WORD_DURATION, FALSE, "How long it is; one hour unless said." },
		END }, NULL, "Mail three times to both, to choose from by number; the invitation follows when they agree." },
	{ "move", FIELDS {
		{ "meeting", RN_WORD_MEETING, TRUE, "Which." },
		{ "start", RN_WORD_TIME, TRUE, "The new start." },
		{ "ends", RN_WORD_TIME, FALSE, "The new end; the same length unless said." },
		END }, NULL, "Move a meeting: a new REQUEST with SEQUENCE + 1 to both." },
	{ "decline_counter", FIELDS {
		{ "meeting", RN_WORD_MEETING, TRUE, "Which." },
		{ "person", RN_WORD_PERSON, TRUE, "Whose proposal is declined." },
		END }, NULL, "Decline a proposed time (DECLINECOUNTER); the meeting stays." },
	{ "cancel", FIELDS { { "meeting", RN_WORD_MEETING, TRUE, "Which." }, END }, NULL,
	  "Cancel a meeting with both." },
	{ "answer_invitation", FIELDS {
		{ "invitation", RN_WORD_ANY, TRUE, "Which." },
		{ "answer", RN_WORD_TEXT, TRUE, "accept, tentative or decline." },
		{ "template", RN_WORD_TEMPLATE, TRUE, "The mail around the answer." },
		END }, NULL, "Answer an invitation to the program (REPLY)." },
	{ "task", FIELDS {
		{ "to", RN_WORD_TEXT, FALSE, "coordinator, unless said." },
		{ "template", RN_WORD_TEMPLATE, TRUE, "The mail that says what to do." },
		{ "pairing", RN_WORD_PAIRING, FALSE, "About which pairing." },
		{ "person", RN_WORD_PERSON, FALSE, "About which person." },
		{ "cause", RN_WORD_TEXT, FALSE, "Why: a word of the group “causes” in tasks.ini." },
		{ "details", RN_WORD_TEXT, FALSE, "What was said about it, mailed as it is." },
		END }, "task", "Give a person something to do." },
	{ "close", FIELDS {
		{ "pairing", RN_WORD_PAIRING, TRUE, "Which." },
		{ "template", RN_WORD_TEMPLATE, TRUE, "The mail to those who stay." },
		{ "thank", RN_WORD_FLAG, FALSE, "Thank both." },
		END }, NULL, "End a pairing because a person chose so or left; never by time alone." },
	{ "extend", FIELDS {
		{ "pairing", RN_WORD_PAIRING, TRUE, "Which." },
		{ "by", RN_WORD_DURATION, TRUE, "How much longer." },
		END }, NULL, "Move a pairing's planned end." },
	{ "report", FIELDS {
		{ "template", RN_WORD_TEMPLATE, TRUE, "The mail." },
		{ "span", RN_WORD_DURATION, FALSE, "How far back its sums go; all of the program's time unless said." },
		{ "pairs", RN_WORD_NUMBER, FALSE, "How many of the least regular pairs it names; 5 unless said." },
		END }, NULL, "Mail the coordinator how the program goes: sums, and who meets least regularly." },
	{ NULL, NULL, NULL, NULL }
};

const struct rn_word rn_queries[] = {
	{ "people", FIELDS {
		{ "role", RN_WORD_TEXT, FALSE, "mentor or leader." },
		{ "free", RN_WORD_FLAG, FALSE, "Not in an offer or a pairing, present, willing." },
		{ "site", RN_WORD_TEXT, FALSE, "Works there." },
		{ "unit", RN_WORD_TEXT, FALSE, "Works in it." },
		{ "id", RN_WORD_TEXT, FALSE, "Has this id in the directory." },
		END }, "person", "People of the directory." },
	{ "topics", FIELDS {
		{ "open", RN_WORD_FLAG, FALSE, "Still to be taken." },
		{ "owner", RN_WORD_PERSON, FALSE, "Who wants to learn it." },
		END }, "topic", "Topics of the catalogue." },
	{ "volunteers", FIELDS {
		{ "person", RN_WORD_PERSON, FALSE, "Who." },
		{ "topic", RN_WORD_TOPIC, FALSE, "For what." },
		END }, "volunteer", "Free people who volunteered for open topics." },
	{ "pairings", FIELDS {
		{ "person", RN_WORD_PERSON, FALSE, "With this person." },
		{ "active", RN_WORD_FLAG, FALSE, "Not ended." },
		END }, "pairing", "Pairings." },
	{ "meetings", FIELDS {
		{ "pairing", RN_WORD_PAIRING, FALSE, "Of this pairing." },
		{ "upcoming", RN_WORD_FLAG, FALSE, "Not yet begun." },
		END }, "meeting", "Meetings." },
	{ NULL, NULL, NULL, NULL }
};

const struct rn_word *
rn_word_find (const struct rn_word *words, const char *name)
{
	for (; words->name != NULL; words++)
		if (g_str_equal (words->name, name))
			return words;
	return NULL;
}

const struct rn_word_field *
rn_word_field_find (const struct rn_word *word, const char *name)
{
	for (const struct rn_word_field *field = word->fields; field->name != NULL; field++)
		if (g_str_equal (field->name, name))
			return field;
	return NULL;
}

const char **
rn_word_names (const struct rn_word *words)
{
	GPtrArray *names = g_ptr_array_new ();
	for (; words->name != NULL; words++)
		g_ptr_array_add (names, (gpointer) words->name);
	g_ptr_array_add (names, NULL);
	return (const char **) g_ptr_array_free (names, FALSE);
}

const char **
rn_word_field_names (const struct rn_word *word)
{
	GPtrArray *names = g_ptr_array_new ();
	for (const struct rn_word_field *field = word->fields; field->name != NULL; field++)
		g_ptr_array_add (names, (gpointer) field->name);
	g_ptr_array_add (names, NULL);
	return (const char **) g_ptr_array_free (names, FALSE);
}

const char *
rn_word_type_name (enum rn_word_type type)
{
	static const char *const names[] = {
		"a text", "a whole number", "true or false", "a length of time", "an instant", "a list of texts",
		"a template", "a form", "a person", "a topic", "an offer", "a pairing", "a meeting", "a record",
		"people", "topics", "volunteers", "a table of fields",
	};
	return names[type];
}
