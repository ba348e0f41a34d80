/* What words mean in a short answer: a table for each language, read by answers.c. */
#ifndef RN_MAIL_PHRASES_H
#define RN_MAIL_PHRASES_H

#include "lexicon.h"

enum rn_meaning {
	RN_MEANS_NOTHING,
	RN_MEANS_YES,
	RN_MEANS_DONE,     /* a yes, but no wish: "I have done 2 already" chooses nothing */
	RN_MEANS_NO,
	RN_MEANS_LATER,
	RN_MEANS_AFTER,    /* "after my holiday": a later, but with a yes a wish about the date */
	RN_MEANS_HELP,
	RN_MEANS_STOP,
	RN_MEANS_ELSEWHERE,
	RN_MEANS_WHY,
	RN_MEANS_UNDO,
	RN_MEANS_UNSURE,   /* "I don't know yet" */
	RN_MEANS_LAST_SAID = RN_MEANS_UNSURE, /* up to here phrases that say something by themselves */
	RN_MEANS_REFUSE,   /* a no as a verb, which "not" turns into a yes */
	RN_MEANS_OBJECT,   /* "objection", "problem", "mind": none of it is a yes */
	RN_MEANS_MISS,     /* the same of a verb for what she would lose: "not miss" is a yes */
	RN_MEANS_SAY,      /* "not say no" is a yes */
	RN_MEANS_FOLLY,    /* "a fool": who would be one to refuse does not */
	RN_MEANS_QUESTION, /* "how much", "could you": something is asked back */
	RN_MEANS_NOT,      /* turns a yes round */
	RN_MEANS_CANNOT,   /* the same, and a weak no by itself */
	RN_MEANS_BUT,      /* starts a thought of its own */
	RN_MEANS_ONLY,     /* the same, and limits what was said before it */
	RN_MEANS_ALTHOUGH, /* starts a thought of its own: a remark that takes nothing back */
	RN_MEANS_BECAUSE,  /* starts a clause: the reason is no part of what is said */
	RN_MEANS_IF,       /* a condition: what stands beside it holds on it alone */
	RN_MEANS_GREETING,
	RN_MEANS_COURTESY, /* thanks, please, sorry */
	RN_MEANS_FILLER,   /* changes nothing */
	RN_MEANS_LIGHT,    /* "really", "leider": may stand inside a phrase */
	RN_MEANS_FAREWELL, /* "see you then": a yes to a time where nothing else is said */
	RN_MEANS_CONTACT,  /* "ask me", "let's talk": with a date far off, a later */
	RN_MEANS_CHOICE,   /* "number", "option": a number is near */
	RN_MEANS_AMOUNT,   /* "at least": the number behind it counts, and is no line */
	RN_MEANS_REST,     /* the lines of a list that were not named */
	RN_MEANS_ORDINAL,  /* with `value` */
	RN_MEANS_LAST,     /* the last line of a list */
	RN_MEANS_CARDINAL, /* with `value` */
	RN_MEANS_BOTH,
	RN_MEANS_ALL,
};

#define RN_SURE 97 /* percent of what can hardly mean anything else */

/* Rows whose `strength` is percent, how surely they mean that. The first phrase of the surest YES and NO of a
 * language is its plain word. A particle of NO also turns the words behind it round, "no idea", "no puedo"; one of IF
 * says nothing of those before it, "let me know if"; one of NOT is "nothing", which refuses nothing by itself; one of
 * YES, "I'm in", is none before a word that is not understood; one of UNSURE, "hour later", is counted; one of UNDO,
 * "by mistake", takes back what it stands beside; one of FILLER, "of", tells that the number before it counts; one of
 * FAREWELL, "bis Dienstag", needs a day behind it; one of ORDINAL, "premiers", is of as many lines as the number
 * beside it; one of LAST, "the middle one", is not the last; one of ALL, "doesn't matter", is said of the lines
 * beside it, where some are; one of QUESTION, "did you say", asks what was said before; one of HELP, "I left the
 * company", rules a yes out. */
extern struct rn_lexicon rn_phrases;

#endif
