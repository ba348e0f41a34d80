/* What English words mean in a short answer. */
#include "phrase_rows.h"

#define ROW(meaning, strength, phrases) RN_PHRASES (RN_EN, meaning, strength, phrases)
#define PARTICLE(meaning, strength, phrases) RN_PARTICLES (RN_EN, meaning, strength, phrases)

const struct rn_lexicon_row rn_phrases_en[] = {
	/* ---- yes, no, later ---- */
	ROW (YES, SURE, "yes|yeah|yep|ye|yup|ya|yah|yea|aye|sure|accept|yes please|yes gladly|yes of course|yes absolutely|"
	     "yes sure|count me in|i accept|i agree|couldn t agree more|i d love to|i d love that|i d be happy to|"
	     "i ll be there|i ll come|i confirm|confirmed|accepted|sign me up|go ahead|with pleasure|absolutely|definitely|"
	     "of course|certainly|by all means|agreed|gladly|happy to|glad to|i d be glad to|i m interested|i can t wait|"
	     "can t wait|looking forward to it|delighted|you bet|i volunteer|i d like to take part|i want to take part|"
	     "i d like to participate|i d like to join|i want to join|please add me|please include me|i approve|approved|"
	     "i ll do it|let s do it|let s go|honoured|honored|affirmative|roger|totally|hell yes|heck yes|yessir|aye aye|"
	     "do want to|i do want to join|more than happy|put me down|count me in too|consider me in|thrilled|"
	     "i d be thrilled|pleased to|i d be pleased|would be pleased|would be a pleasure|let s give it a try|let s try|"
	     "give it a try|give it a go|let s give it a go|my answer is yes|the answer is yes|couldn t be happier|"
	     "couldn t be better|hate to miss it|hate to miss this|wouldn t miss this|count on my|don t mind at all|"
	     "wouldn t mind|nothing could be better|dying to|definitly|definately|defintely|absolutly|absolutley|ofcourse|"
	     "shure|defo|looking forward to meeting|looking forward to seeing|looking forward to working"),
	ROW (YES, LIKELY, "okie/okey dokie/dokey|let s give it a whirl/shot|no probs|no prob|no bother|no sweat|"
	     "would suit|i d enjoy|would enjoy|sound good|sound great|sound interesting|sound fine|sound perfect|"
	     "don t mind if i do|works for me|work for me|works for us|works well|suits me|suits me fine|suit me|"
	     "fits me|fine with me|fine for me|fine by me|ok with me|ok for me|good for me|great for me|perfect for me|"
	     "sounds good|sounds great|sounds fine|sounds perfect|that works|this works|it works|would work|will work|"
	     "works fine|i can do|i can make|i m available|i m free|no problem|not a problem|no objection|"
	     "no objections|why not|i don t mind|sure thing|i think so|looks good|"
	     "be fine/great/good/lovely/awesome/amazing/brilliant/fantastic/nice/perfect/wonderful/excellent|"
	     "sounds/sound awesome/amazing/brilliant/fantastic|is fine|is good|is great|is perfect|is ok|is okay|"
	     "very well|all right|alright|fine|perfect|great|lovely|wonderful|excellent|works|suits|possible|"
	     "comfortable|i m comfortable|available|willing|will do|nothing against it|up for it|i m up for it|"
	     "i m game|sounds like fun|sounds like a plan|sounds interesting|good idea|great idea|love it|my pleasure|"
	     "would love to|i d be up for it|keen|i m keen|all good|go for it|approve|confirm|we met|we did meet|"
	     "we have met|it took place|took place|it happened|don t see why not|i don t see why not|"
	     "i see no reason not to|see no reason why not|see no reason not to|no reason not to|no reason to say no|"
	     "nothing would please me more|nothing i d like more|wouldn t want to miss it|wouldn t want to miss this|"
	     "wouldn t miss it|happy|met|that suits|as good a time as any|count on me|you can count on me|i m on board|"
	     "on board|thumbs up|sounds lovely|no worries|no trouble|no trouble at all|no problem at all|"
	     "not a problem at all|not a bad idea|why ever not|it s a yes|it s a date|love to|would love|interested|"
	     "i d be interested|would be interested|i m keen on this|sgtm|lgtm|wfm|pleased to have been asked|"
	     "don t hesitate|cannot wait|can not wait|i cannot wait|i can not wait|hardly wait|can hardly wait|"
	     "i can hardly wait|not bad|not bad idea|free|an honour|an honor|my honour|it s yes|you had me at hello|"
	     "let s carry on|like to carry on|want to carry on|happy to carry on|let s continue|like to continue|"
	     "want to continue|happy to continue|please continue|keep going|let s keep going|let s go on|like to go on|"
	     "want to go on|let s extend|please extend|please renew|let s renew|like to extend|like to renew|please do|"
	     "okey doke|ready when you are|you have my yes|it s on|talked on the phone|spoke on the phone|we talked|"
	     "we spoke|had a call|had a chat|up for that|nothing would make me happier|be ideal|is ideal|ideal|"
	     "suits best|best for me|suits me best|i m fine with|i ll take part|i d like that|would like that|super|"
	     "would be super|bring it on|put me in touch|agree|i agree to|another round|sounds fab|brill|fab|splendid|"
	     "terrific|marvellous|marvelous"),
	PARTICLE (YES, SURE, "i m in|we re in|i m all in|all in|looking forward|looking forward to"),
	ROW (DONE, SURE, "done|all sorted|i did it|i did that|finished|it s done|all done|completed|taken care of"),
	ROW (NO, SURE, "no thanks|decided not to|not to take part|not to participate|nothing of interest|nothing interesting|"
	     "no thank you|no thankyou|no sorry|no i m sorry|not for me|not interested|i m not interested|not this time|"
	     "count me out|i m out|i decline|declined|i must decline|i have to decline|i ll pass|i d rather not|rather not|"
	     "i refuse|refused|rejected|not possible|no way|absolutely not|definitely not|certainly not|of course not|nope|"
	     "nah|no longer|i don t want|i don t wish|no interest|don t think so|not at all|not comfortable|uncomfortable|"
	     "i object|unfortunately not|sadly not|i m afraid not|afraid not|none|none of them|none of these|none of those|"
	     "neither|neither of them|not done|have to pass|must pass|will pass|not a chance|can t commit|prefer not|"
	     "prefer not to|would prefer not|would prefer not to|i d prefer not to|have to say no|must say no|"
	     "won t be taking part|not taking part|not joining|i ll skip|skip this|leave it|not really|not necessarily|"
	     "reject|deny|didn t meet|haven t met|didn t take place|didn t happen|was cancelled|was canceled|i m full up|"
	     "my plate is full|my calendar is full|calendar is completely full|have no capacity|no capacity|no bandwidth|"
	     "don t have the bandwidth|don t have capacity|the answer is no|my answer is no|i ll have to say no|"
	     "not for the time being|must refuse|have to refuse|have to turn|need to turn|beg off|bow out|"
	     "opt out of this one|not something i want|not something for me|not something i d like|not right for me|"
	     "isn t for me|isn t right for me|not the right thing for me|don t feel this is|can t make it work|"
	     "under no circumstances|by no means|in no way|no desire|see no point|don t count on me|don t count me in|"
	     "i m not in|not in this time"),
	PARTICLE (NO, SURE, "no"),
	ROW (NO, LIKELY, "when pigs fly|when hell freezes over|in your dreams|fat chance|i m not the right person|"
	     "not the right person|not my thing|not my cup of tea|not keen|not in a position to|give it a miss|"
	     "sit this one out|i d sooner not|i d better not|better not|no can do|no chance|hard pass|pass this time|"
	     "pass on this|pass on that|that s a no|it s a no|out of the question|not going to happen|not up for it|"
	     "nothing for me|give this a miss|let s not|d have loved to|would have loved to|would have liked to|"
	     "d have liked to|wish i could|i wish i could|it s a pass|a pass for me|pass for me|i pass|pass|"
	     "time to move on|time to stop|that s enough|that is enough|enough for me|let s stop here|let s stop there|"
	     "leave it at that|leave it there|call it a day|let s call it quits|end it here|let s end it|"
	     "run its course|continue/carry/go without me|go on without me|carry on without me|negative|didn t show up|"
	     "didn t turn up|never showed up|never turned up|stood me up|had to cancel|called it off|was called off|"
	     "fell through|hasn t happened|never happened|couldn t meet|never met|i was sick|i was ill|was sick|"
	     "was ill|he forgot|she forgot|he was away|she was away|moved it to|moved to next|reschedule|rescheduled|"
	     "need to reschedule|have to reschedule|something has come up|something came up|too much on|"
	     "too much going on|leave me out|leave me out of it|leave me out of this|never came|never turned up at all|"
	     "he didn t come|she didn t come"),
	ROW (LATER, SURE, "later|not now|not right now|not yet|ask me later/again/in/next/after/then|ask again|"
	     "remind me|maybe later|perhaps later|some other time|another time|not done yet|isn t done yet|"
	     "not at the moment|not today|try again|get back to me|come back to me|check back|at a later date|"
	     "can we postpone|postpone|postponed|not just yet|try me again|maybe next time|perhaps next time|next time|"
	     "contact me again/in/next/after|get in touch in|get in touch again|reach out again|reach out in|"
	     "in the new year|happy to revisit|glad to revisit|happy to reconsider|happy to talk again|"
	     "happy to discuss again|happy to look at it again|can revisit"),
	ROW (LATER, VAGUE, "too early"),
	ROW (LATER, WEAK, "down the line|further down the road|when things calm down|when things are quieter"),
	ROW (LATER, VAGUE, "few more days|a few days to think|more time to think|some time to think|"
	     "time to think about it|think it over|sleep on it|let me get back to you|i ll get back to you|"
	     "get back to you|i ll let you know|let you know|come back to you on this|bear with me"),
	ROW (AFTER, SURE, "after my vacation/holiday/holidays/leave/trip/return|after my parental leave|on my return|"
	     "when i m/am/get back|when i return|once i m back|once i return|as soon as i m back"),

	/* ---- commands ---- */
	ROW (HELP, SURE, "help|please help|i need help|help me|can you help|could you help|need assistance|i have a question|"
	     "i don t understand|what is this|how does this work|speak to a human|speak with a human|talk to a human|"
	     "to a real person|a real person|to a person|with a person|speak to somebody|talk to somebody|call me|"
	     "give me a call|ring me|phone me|don t know what to do|tell me more|more information|more details|"
	     "have questions|have some questions|have a question|a few questions|what is this about|what s this about|"
	     "what would this involve|what does this involve|what is expected|what s involved|who can i talk to|"
	     "who can i ask|whom can i"),
	PARTICLE (HELP, SURE, "wrong person|wrong address|wrong recipient|mistaken me for|not the person you|"
	     "have the wrong|no longer work for/here/at|no longer with the company|no longer at the company|"
	     "no longer employed|left the company|have left the company|leaving the company|my last day"),
	ROW (STOP, SURE, "stop|unsubscribe|opt out|opt me out|remove me|take me off|please stop|"
	     "stop mailing/emailing/contacting/bothering me|stop writing to me|stop sending|do not contact me|"
	     "don t contact/email/mail me|do not email me|don t write to me|leave me alone|"
	     "no more mail/mails/emails/invitations|delete my data|please remove me|stop these emails|"
	     "stop these mails|off this/your/the list|off your mailing list|not wish to receive|not want to receive|"
	     "don t want to receive|don t want these|not contact me|no further mails/emails/invitations|"
	     "no longer wish to receive|no longer want to receive|remove my name|remove my address|take my name off|"
	     "from your mailing list|from this/your/the list|mailing list|distribution list|no more of these|"
	     "no more of this|stop this|please delete me|delete my address|quit sending|cease sending|quit mailing|"
	     "quit emailing"),
	ROW (ELSEWHERE, SURE, "elsewhere|somewhere else|someone else to talk to|talk to hr|speak to hr|"
	     "talk to someone else|speak to someone else|speak to someone in confidence|talk to someone in confidence|"
	     "raise this elsewhere|another channel|in confidence|confidentially|with the ombudsperson|"
	     "outside the program|outside this program|outside of this program"),
	PARTICLE (ELSEWHERE, SURE, "ombudsperson|ombudsman|ombuds office"),
	ROW (WHY, SURE, "why|why me|why did/do/am/was i|why this|why were|how come|where did you get my|"
	     "how did you get my|who gave you my|how did you choose|how did you pick|how did you find me|"
	     "how was i chosen|how was i selected|on what basis|what made you|who signed me up|who put me on|"
	     "who registered/nominated/suggested/proposed me"),
	ROW (UNDO, SURE, "undo|i meant|i mean|meant to say|i meant to say|i meant to write|my mistake|"
	     "that was a mistake|it was a mistake|correction|please ignore my last|"
	     "undo/ignore/disregard/scratch/scrap my last/previous/reply/answer/earlier/first/response/yes/no|"
	     "forget/cancel/delete/discard/retract my last/previous/reply/answer/earlier/first/response/yes/no|"
	     "disregard my|i take that back|take it back|i changed my mind|i ve changed my mind|changed my mind|"
	     "scratch that|scrap that|revert|my last reply/answer/email was|my previous answer was|"
	     "my previous reply was|was a mistake/slip/misunderstanding|sent by mistake|sent in error|"
	     "replied too quickly|answered too quickly|forget what i wrote|withdraw my|i withdraw|what i wrote earlier|"
	     "what i said earlier|pressed/clicked/hit the wrong button|wrong button|replied to the wrong mail|"
	     "was an error|a misunderstanding on my part|no wait|wait no|no hold on|hold on no|no hang on|"
	     "actually no wait|no make that|actually make that|sorry make that|or rather|no i mean|sorry i mean|oops|"
	     "whoops|better make it|no make it|actually make it|sorry make it"),
	PARTICLE (UNDO, SURE, "by mistake|by accident|accidentally|mistakenly"),

	/* ---- doubt, negation, conjunctions ---- */
	PARTICLE (UNSURE, SURE, "later in the day|later that day|later in the morning|later in the afternoon|hour earlier|"
	     "hours earlier|hour later|hours later|minutes later|minutes earlier|min later|min earlier|mins later|mins earlier|"
	     "bit later|bit earlier|slightly later|slightly earlier"),
	ROW (UNSURE, SURE, "could say|could also say|not sure|i m not sure|don t know|i don t know|no idea|maybe|perhaps|"
	     "possibly|it depends|depends|hard to say|undecided|i ll think about it|let me think|i need to think|"
	     "need to check|i have to check|let me check|i ll check|yes and no|yes or no|i might|might|can t decide|"
	     "i can t decide|can t say yet|can t tell yet|can t tell|can t make up my mind|not a no|not a yes|"
	     "neither yes nor no|neither a yes nor a no|depending|top two|top three|never say never|not saying no|"
	     "not that i know|yet|hopefully|no comment|not my decision/call/choice|not up to me|done or later|later or done|"
	     "when/once/if it s done|when/once/if it is done|no answer yet|would have been a yes|would have said yes|"
	     "yeah right|well done|almost/nearly/half/partly/partially/mostly done/finished/completed|not quite done|"
	     "done for today|done for the day|to be done|be done|being done|"
	     "have it done|have done it by|get it done|get that done|get this done|done soon|done when/once/after|"
	     "it s done when/once/after|is done when/once/after|to be finished|be finished|"
	     "once i m done|when i m done|as soon as i m done|check with my|ask my manager|ask my boss|would have been yes|"
	     "choose between|decide between|choosing between|torn between"),
	ROW (UNSURE, WEAK, "oh great|oh joy|just what i need/needed|just what we need/needed|yet another|"
	     "rather not say|if you say so|whatever you say|good luck with that|lucky me|someone else|somebody else|"
	     "anyone else|anybody else|another partner|a different partner|another person|want me to say|"
	     "wants me to say|want me to|wants me to|expect me to|expects me to|told to say|told me to say|"
	     "supposed to say|supposed to answer|we re done|inclined to|tempted|part of me|half of me|leaning towards|"
	     "leaning toward|in two minds|i m fine|i m fine thanks|i m fine thank you|i m good thanks|"
	     "i m good thank you|i m ok thanks|i m okay thanks|i m all set|we re good thanks|all good thanks|"
	     "can t open|can t find|can t read|can t access|can t click|can t log in"),
	ROW (UNSURE, WEAK, "i d rather not say|d rather not say|prefer not to say|i d prefer not to say"),
	ROW (REFUSE, SURE, "quit|step back|withdraw|drop out|pull out|stop here|end this|end it|discontinue|terminate|"
	     "wind up|finish here|stop now|decline|refuse|turn it down|turn that down|turn this down|resist"),
	ROW (FOLLY, WEAK, "fool|madness|foolish|mad|crazy|stupid|silly|idiot|insane|nuts|daft|bonkers"),
	ROW (OBJECT, LIKELY, "opposed|oppose|against"),
	ROW (OBJECT, 0, "reason to say no|reason not to|reason to refuse|mind|objection|objections|problem|problems|issue|"
	     "issues|obstacle|obstacles|hesitation|hesitations|averse|concern|concerns|reservations"),
	ROW (MISS, SURE, "miss|miss out|pass up|let slip"),
	ROW (SAY, SURE, "say|saying"),
	PARTICLE (QUESTION, WEAK, "did you say|did you mean|do you mean|was that|was it"),
	ROW (QUESTION, WEAK, "yes/no means|is saying|how much|how many|how long|how often|how does|how do i|how would|what would|"
	     "what do i|what does|what is|what s|what kind|what exactly|which|who is|who will|who else|where is|"
	     "where would|when does|when would|could you|can you|could someone|would you|would it|will it|is it|"
	     "is there|are there|do i need|do i have|does it|does this|does she|does he|who can|who could|"
	     "can i|could i|may i|should i|shall i|am i|did i|do i|would that|would this|will that|is he|is she|are they|"
	     "where can|how can|what about the|who would|who can say|how could"),
	ROW (NOT, WEAK, "not|never|don t|doesn t|didn t|isn t|wouldn t|won t|haven t|hasn t|wasn t|nor|"
	     "without|hardly|no one of|nor any"),
	PARTICLE (NOT, WEAK, "nothing"),
	ROW (CANNOT, WEAK, "i won t|i don t|i wouldn t|can t|can not|cant|i can t|i m unable|unable|couldn t|"
	     "won t be able|not able|not available|i m not available|unavailable|doesn t work|don t work|won t work|"
	     "not work|wouldn t work|doesn t suit|i m busy|busy|can t take this on|snowed under|swamped|not free|"
	     "i m not free|won t make it|i m away|no time|i have no time|not going to|don t have the time|"
	     "don t have time|haven t got time|too busy|i m too busy|fully booked|i m booked|won t allow|doesn t allow|"
	     "won t permit|no good|double booked|have a conflict|got a conflict|have a clash|got a clash|"
	     "another commitment|a prior commitment|a prior engagement|other commitments|tied up|doesn t permit|"
	     "doesn t leave|don t permit"),
	ROW (BUT, WEAK, "but|however|except|apart from"),
	ROW (ALTHOUGH, WEAK, "although|though|even though|even if|tho|albeit|despite|in spite of|"
	     "notwithstanding|as much as|much as"),
	ROW (ONLY, WEAK, "only|solely|exclusively"),
	ROW (IF, WEAK, "if|unless|in case|provided|providing|as long as|so long as|on condition|"
	     "on the condition|under the condition|on one condition|one condition|assuming|supposing|subject to|"
	     "conditional on|contingent on|pending|except if|except when|depending on|dependent on|or else|"
	     "as long it|were it not|weren t it|had i"),
	PARTICLE (IF, WEAK, "said|says|didn t say|haven t said|never said|whether|let me know if|let me know whether|"
	     "tell me if|if you need|if you have any|if there s anything|if there is anything|if anything"),
	ROW (BECAUSE, WEAK, "because|since"),

	/* ---- courtesy, and words that change nothing ---- */
	ROW (GREETING, WEAK, "hi|hello|hey|dear|good morning|good afternoon|good evening|good day|greetings|hi there|"
	     "hello there|hello all|dear all|hi all|dear team|hi team"),
	ROW (COURTESY, WEAK, "looking forward to hearing|look forward to hearing|looking forward to your|look forward to your|"
	     "looking forward to a|looking forward to an|looking forward to my|looking forward to some|"
	     "looking forward to more|looking forward to further|looking forward to learning more|"
	     "looking forward to knowing more|looking forward to finding out"),
	ROW (COURTESY, WEAK, "noted|got it|thanks|thank you|thank you very much|thanks a lot|many thanks|thanks so much|"
	     "thank you so much|please|sorry|i m sorry|unfortunately|kindly|appreciate it|for asking|for your mail|"
	     "for your email|for your message|for the invitation|for the offer|for the reminder|for your patience|i m afraid|"
	     "haven t done this/that/it before|"
	     "ps|if you like|if you want|if you wish|if that s ok|if that s okay|if that s fine|if that works|if that suits|"
	     "if it suits|if it works|if ok|if okay|if you don t mind|if i may|if it helps|if you agree|if you prefer|"
	     "no rush|no hurry|no pressure|thx|ty|tks|cheers|ta|np|pls|plz"),
	ROW (FAREWELL, WEAK, "see you then|see u then|see ya then|cu then|see you there|see u there|"
	     "until then|till then|talk to you then|speak then|speak to you then|meet you then"),
	ROW (FILLER, WEAK, "first of all|no way to|no way of|don t care|don t stop|did|does|was|were|been|no reason|"
	     "if possible|if at all possible|without doubt|without a doubt|without question|no question|no question about it|"
	     "i|you|we|it|that|this|would|be|is|the|a|an|and|or|for|to|me|my|in|on|at|with|very|much|really|so|just|then|"
	     "well|as|am|are|do|can|could|also|too|here|there|myself|like|love|from|how|about|best|good|day|team|program|"
	     "programme|mentoring|join|take|part|participate|reply|answer|now|time|d|s|m|ll|ve|re|t|oh|hmm|um|ah|still|quite|"
	     "more|than|has|had|another|other|next|pick|choose|prefer|select|vote|go|lets|let|us|no one|nobody|no doubt|"
	     "no matter|no other|no such|no wonder|no need|no more questions|rather|preferably|instead|works best|anything|"
	     "would like|around|as i said|like i said|as said|ill|id|im|ive|tbh|imo|imho|through|thru|as well as|"
	     "along with|together with|plus|if need be"),
	ROW (FILLER, WEAK, "instead of|in place of|in preference to|rather than|other than"),
	ROW (FILLER, WEAK, "i m/am in a/an/the/my/our/another|we re/are in a/an/the/my/our/another|i m out of office|"
	     "i m out of the office|i m out of town|n|is the one|can i have|could i have|let me have"),
	PARTICLE (FILLER, WEAK, "of|out of|or so"),
	ROW (LIGHT, WEAK, "mainly|want|work|especially|honestly|simply|currently|already|actually|truly|probably|therefore|"
	     "hence|sadly|greatly|warmly|completely|perfectly|gonna|teach|offer|cover|hear|learn|discover|discuss|can help|"
	     "could help|can help out|explain|show|present|talk about|speak about|support|contribute|share|help others with|"
	     "good at|suggest|propose|meet|let s meet|see you|wonder|thinking|better|sooner|choosing"),
	ROW (CONTACT, WEAK, "talk about this|talk about it|ask|ask me|check with me|check in|contact me|write to me|write me|"
	     "come back|get back|talk|let s talk|speak|ping me|reach out|follow up|touch base|circle back|try me|revisit|"
	     "pick this up|again"),

	/* ---- numbers and choices ---- */
	ROW (FILLER, WEAK, "most of all|above all|best of all|first and foremost"),
	ROW (CHOICE, WEAK, "number|numbers|nr|option|options|choice|choices|slot|slots|topic|topics|item|items|ones|"
	     "date|proposal|suggestion"),
	ROW (AMOUNT, WEAK, "more than|less than|fewer than|at least|at most|no more than|not more than|"
	     "no fewer than|not less than|any|all|up to|a total of|group of|team of|minimum|maximum|minimum of|maximum of"),
	ROW (REST, WEAK, "otherwise all|apart from that|the rest|rest|the others|others|the other ones|the remaining|"
	     "the other two|the other three|the two others|everything else|all others|all the others"),
	ROW (ORDINAL, WEAK, "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"),
	PARTICLE (ORDINAL, WEAK, "the first"),
	PARTICLE (LAST, WEAK, "the middle one|middle one|the middle"),
	ROW (LAST, WEAK, "the last|the very last|last one"),
	ROW (CARDINAL, WEAK, "one|two|three|four|five|six|seven|eight|nine|ten"),
	ROW (BOTH, WEAK, "both|both of them|either|either one|either of them"),
	ROW (ALL, WEAK, "all work|they all work|all fit|all of the above|all of them|all of em|every single one|any of them|"
	     "all three|all four|all five|all six|all seven|all eight|any of these|any of those|all of these|every one|"
	     "everything"),
	PARTICLE (ALL, WEAK, "doesn t matter|it doesn t matter|i don t care|don t care which|whichever"),
	ROW (ALL, WEAK, "i m flexible|i m easy|completely flexible|i m free all week"),
	RN_PHRASES_END
};
