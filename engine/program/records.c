#include "vocabulary.h"

/* How every record begins. */
#define RECORD(kind_of)                                                                                            \
	{ "ref", RN_WORD_TEXT, TRUE, "Names the record in the store, like “" kind_of ":17”." },                    \
	{ "kind", RN_WORD_TEXT, TRUE, "Always “" kind_of "”." }
#define NUMBERED(kind_of) RECORD (kind_of), { "id", RN_WORD_NUMBER, TRUE, "Its number." }
#define FIELDS (const struct rn_word_field[])
#define END { NULL, 0, FALSE, NULL }

#define FIGURES                                                                                                             \
	{ "regularity", RN_WORD_NUMBER, FALSE, "Of the meetings that were due by its pace, how many percent were held." },     \
	{ "regularity_lately", RN_WORD_NUMBER, FALSE, "The same of the last twelve weeks." },                                 \
	{ "last_held", RN_WORD_TIME, FALSE, "When the last meeting that was held began." }

const struct rn_word rn_pairing_figures = {
	"pairing", FIELDS { FIGURES, END }, NULL, "What is worked out of a pairing when it is read.",
};

const struct rn_word rn_records[] = {
	{ "person", FIELDS {
		RECORD ("person"),
		{ "id", RN_WORD_TEXT, TRUE, "The id in the directory; it survives a change of name or address." },
		{ "name", RN_WORD_TEXT, TRUE, "As it is written to others." },
		{ "first_name", RN_WORD_TEXT, TRUE, "As the person is greeted." },
		{ "role", RN_WORD_TEXT, FALSE, "One of the program's roles." },
		{ "level", RN_WORD_NUMBER, FALSE, "Rank in the company; a higher number is more senior." },
		{ "unit", RN_WORD_TEXT, FALSE, "Department." },
		{ "manager", RN_WORD_TEXT, FALSE, "The id of the person's manager." },
		{ "site", RN_WORD_TEXT, FALSE, "Place of work." },
		{ "zone", RN_WORD_TEXT, FALSE, "Time zone, like “Europe/Berlin”." },
		{ "hours", RN_WORD_TEXT, FALSE, "Working hours, like “Mon-Fri 09:00-17:30”." },
		{ "language", RN_WORD_TEXT, FALSE, "Language of mails, like “de”." },
		{ "skills", RN_WORD_TEXTS, FALSE, "What the person can teach." },
		{ "wishes", RN_WORD_TEXTS, FALSE, "What the person wants to learn." },
		{ "traditional_mentor", RN_WORD_TEXT, FALSE, "The id of the person's mentor of the usual kind." },
		{ "state", RN_WORD_TEXT, TRUE, "present or left." },
		END }, NULL, "A person of the directory." },
	{ "topic", FIELDS {
		NUMBERED ("topic"),
		{ "title", RN_WORD_TEXT, TRUE, "What is to be learned, in the owner's words." },
		{ "owner", RN_WORD_PERSON, TRUE, "Who wants to learn it." },
		{ "state", RN_WORD_TEXT, TRUE, "open, taken or closed." },
		END }, NULL, "A topic of the catalogue." },
	{ "volunteer", FIELDS {
		NUMBERED ("volunteer"),
		{ "person", RN_WORD_PERSON, TRUE, "Who would teach." },
		{ "topic", RN_WORD_TOPIC, TRUE, "About what." },
		END }, NULL, "A person who would teach a topic." },
	{ "offer", FIELDS {
		NUMBERED ("offer"),
		{ "mentor", RN_WORD_PERSON, TRUE, "Who would teach." },
		{ "leader", RN_WORD_PERSON, TRUE, "Who would learn." },
		{ "topic", RN_WORD_TOPIC, TRUE, "About what." },
		{ "state", RN_WORD_TEXT, TRUE, "asked, confirmed or closed; never who said no." },
		{ "reasons", RN_WORD_TEXTS, FALSE, "Why these two; both were told." },
		END }, NULL, "A question to two people whether they want to be paired." },
	{ "pairing", FIELDS {
		NUMBERED ("pairing"),
		{ "mentor", RN_WORD_PERSON, TRUE, "Who teaches." },
		{ "leader", RN_WORD_PERSON, TRUE, "Who learns." },
		{ "topic", RN_WORD_TOPIC, TRUE, "About what." },
		{ "state", RN_WORD_TEXT, TRUE, "active or ended." },
		{ "since", RN_WORD_TIME, TRUE, "When both had said yes." },
		{ "ends", RN_WORD_TIME, FALSE, "Its planned end." },
		{ "meetings", RN_WORD_NUMBER, TRUE, "How many meetings were held or stayed unconfirmed." },
		{ "rung", RN_WORD_NUMBER, TRUE, "Of the ladder for a pairing without a next meeting: 0 to 3." },
		FIGURES,
		END }, NULL, "Two people who learn together." },
	{ "meeting", FIELDS {
		NUMBERED ("meeting"),
		{ "pairing", RN_WORD_PAIRING, TRUE, "Whose." },
		{ "number", RN_WORD_NUMBER, TRUE, "1 for the first of the pairing." },
		{ "start", RN_WORD_TIME, TRUE, "When it begins." },
		{ "ends", RN_WORD_TIME, TRUE, "When it ends." },
		{ "state", RN_WORD_TEXT, TRUE, "invited, accepted, held, unconfirmed, missed or cancelled." },
		{ "moved", RN_WORD_NUMBER, TRUE, "How often it got another time." },
		{ "booked", RN_WORD_FLAG, TRUE, "Whether the two booked it themselves." },
		END }, NULL, "A session of a pairing." },
	{ "campaign", FIELDS {
		NUMBERED ("campaign"),
		{ "template", RN_WORD_TEMPLATE, TRUE, "Its mail." },
		{ "form", RN_WORD_FORM, FALSE, "Its questions." },
		{ "state", RN_WORD_TEXT, TRUE, "running, paused, done or stopped." },
		{ "begun", RN_WORD_TIME, TRUE, "When it began." },
		END }, NULL, "One mail to many people." },
	{ "task", FIELDS {
		NUMBERED ("task"),
		{ "template", RN_WORD_TEMPLATE, TRUE, "The mail that says what to do." },
		{ "about", RN_WORD_TEXT, FALSE, "The ref of what it is about." },
		{ "cause", RN_WORD_TEXT, FALSE, "Why it was given, in one word." },
		{ "what", RN_WORD_TEXT, FALSE, "The same as a sentence, in English." },
		{ "state", RN_WORD_TEXT, TRUE, "open, reminded, escalated or done." },
		{ "made", RN_WORD_TIME, TRUE, "Since when it waits." },
		{ "due", RN_WORD_TIME, FALSE, "When it is reminded of next." },
		END }, NULL, "Something for a person to do." },
	{ "invitation", FIELDS {
		NUMBERED ("invitation"),
		{ "organizer", RN_WORD_TEXT, TRUE, "Address of who sent it." },
		{ "summary", RN_WORD_TEXT, TRUE, "Its title." },
		{ "start", RN_WORD_TIME, TRUE, "When it begins." },
		{ "ends", RN_WORD_TIME, TRUE, "When it ends." },
		{ "series", RN_WORD_FLAG, TRUE, "Whether it comes again." },
		{ "state", RN_WORD_TEXT, TRUE, "waiting, accepted, tentative, declined or cancelled." },
		END }, NULL, "An invitation to the program that is no meeting of a pairing." },
	{ NULL, NULL, NULL, NULL }
};
