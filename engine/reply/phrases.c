#include "phrases.h"

#include "phrase_rows.h"

/* A few words of further languages, and what all share. */
static const struct rn_lexicon_row others[] = {
	RN_PHRASES (RN_ANY_TONGUE, YES, LIKELY, "ok|okay|okey|oke|deal|👍|✅|👌|✔|💯|🙋"),
	RN_PHRASES (RN_ANY_TONGUE, NO, LIKELY, "👎|❌|✖|🚫|🙅|⛔"),
	RN_PHRASES (RN_ANY_TONGUE, COURTESY, WEAK, "thx|pls|plz|sry"),
	RN_PHRASES (RN_DE | RN_NL | RN_FR | RN_OTHER, YES, LIKELY, "top"),
	RN_PHRASES (RN_OTHER, YES, SURE, "ja tack|ja tak|ja takk|gärna|gerne|ja gerne|kyllä|kyllä kiitos|joo|evet|"
	            "igen|ano|tak chętnie|chętnie|nie mam nic przeciwko|inga problem|inte mig emot|har ikke noget imod det|"
	            "det går bra|det går fint|да|так|ναι|はい|네|예|是|是的|好|好的"),
	RN_PHRASES (RN_OTHER, NO, SURE, "nej|nej tack|nej tak|nei|nei takk|ei kiitos|hayır|nem|nie dziękuję|нет|ні|"
	            "όχι|いいえ|아니요|아니오|不|否"),
	RN_PHRASES (RN_OTHER, LATER, SURE, "senare|senere|inte nu|ikke nu|ikke nå|myöhemmin|później|później proszę|"
	            "později|később|daha sonra|позже|пізніше|αργότερα|後で|以后再说|나중에"),
	RN_PHRASES_END
};

struct rn_lexicon rn_phrases = {
	.tables = { rn_phrases_en, rn_phrases_de, rn_phrases_fr, rn_phrases_es, rn_phrases_it, rn_phrases_nl, rn_phrases_pt, others },
};
