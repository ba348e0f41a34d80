#include "unit.h"

#include <string.h>

#include "answers.h"
#include "clock.h"

/* Short replies as telephones send them, and what a person takes each for. They are written on Wednesday
 * 2026-03-11 at 10:00 in Berlin, above what they answer and, again, below it. */

enum ask { MEET, MEET_DE, TOPICS, TOPICS_DE, TIMES, TIMES_DE, WEEKS, TIME, TIME_DE, FRIDAY, TASK, FORM, FORM_DE };

static const char *const asks[] = {
	[MEET] = "Would you like to meet Ben Kramer from March to May, for an hour each month?\n"
	         "Please reply with YES or NO.\n",
	[MEET_DE] = "Möchten Sie Ben Kramer von März bis Mai jeden Monat für eine Stunde treffen?\n"
	            "Bitte antworten Sie mit JA oder NEIN.\n",
	[TOPICS] = "What would you like to learn about?\n\n1. Test automation\n2. Accessibility\n3. Cloud costs\n"
	           "4. Data privacy\n5. Negotiation\n\nPlease reply with the numbers.\n",
	[TOPICS_DE] = "Worüber möchten Sie etwas lernen?\n\n1. Testautomatisierung\n2. Barrierefreiheit\n3. Cloudkosten\n"
	              "4. Datenschutz\n5. Verhandeln\n\nBitte antworten Sie mit den Nummern.\n",
	[TIMES] = "When could you meet?\n\n1. Tuesday, 17 March 2026, 14:00\n2. Wednesday, 18 March 2026, 10:00\n"
	          "3. Friday, 20 March 2026, 09:00\n\nPlease reply with the numbers.\n",
	[TIMES_DE] = "Wann können Sie?\n\n1. Dienstag, 17. März 2026, 14:00\n2. Mittwoch, 18. März 2026, 10:00\n"
	             "3. Freitag, 20. März 2026, 09:00\n\nBitte antworten Sie mit den Nummern.\n",
	[WEEKS] = "When could you meet?\n\n1. Thursday, 19 March 2026, 14:00\n2. Monday, 23 March 2026, 10:00\n"
	          "3. Thursday, 26 March 2026, 14:00\n\nPlease reply with the numbers.\n",
	[TIME] = "You and Ben Kramer could meet on Tuesday, 17 March 2026 at 14:00. Does that suit you?\n"
	         "Please reply with YES or NO.\n",
	[TIME_DE] = "Sie und Ben Kramer könnten sich am Dienstag, 17. März 2026 um 14:00 treffen. Passt Ihnen das?\n"
	            "Bitte antworten Sie mit JA oder NEIN.\n",
	[FRIDAY] = "You and Ben Kramer could meet on Friday, 20 March 2026 at 09:00. Does that suit you?\n"
	           "Please reply with YES or NO.\n",
	[TASK] = "This task still waits for you: Ask Ben Kramer for his new address\n\n"
	         "Reply DONE when it is settled, or LATER to be reminded again.\n",
	[FORM] = "1. How happy are you with the meetings?\n(1 = not at all, 5 = very much)\n\n2. Shall we go on?\n(yes or no)\n\n"
	         "3. What should be better?\n(in your own words)\n\n4. Where do you meet?\n(one of: office, remote)\n",
	[FORM_DE] = "1. Wie zufrieden sind Sie mit den Treffen?\n(1 = gar nicht, 5 = sehr)\n\n2. Machen Sie weiter?\n"
	            "(ja oder nein)\n\n3. Was soll besser werden?\n(in eigenen Worten)\n\n4. Wo treffen Sie sich?\n"
	            "(eins von: Büro, online)\n",
};

/* What was asked; what may be acted on, lines of a list as their numbers and answers of a form as "1=4",
 * "" for nothing, so that it is asked back; and the replies, with "|" between. */
static const struct {
	enum ask ask;
	const char *meaning, *replies;
} rows[] = {
	{ MEET, "yes",
	  "looking forward to the meetings|Yes. Looking forward to hearing from you|"
	  "can't think of a reason to say no|"
	  "no probs, im in|"
	  "I'd enjoy that|"
	  "ja doe maar|vamos a isso|Ja gerne, looking forward|"
	  "no me importa|dont mind if i do|pourquoi pas, ça peut être sympa|"
	  "couldn't agree more|yep|yes pls|Yess 😊|yeah why not|ok for me|fine by me|Id love that|sure thing!|absolutly|defintely|"
	  "Yes please, although I might be a bit late for the first one|yes, even though im new here|"
	  "I'd be a fool to say no|happy to!|happy to help|yes but is it remote?|no worries, count me in|"
	  "can't say no to that 😄|I wouldn't say no|yes!!!\n\nSent from my iPhone|👌|✅|y|k|im in|"
	  "looking forward to it|Looking forward to meeting him!|I thought about it and yes|It's a yes from me|"
	  "hell yes|answer is yes|you can count on me|very interested!|I don't mind|wouldn't miss it|"
	  "I would be happy to say yes|Yes, I'd like to meet him. No need to book a room.|"
	  "No idea who that is but yes|ouais|oui oui|ok pour moi|avec grand plaisir|bien sûr|"
	  "oui, même si je suis débordée|oui bien que je sois nouvelle|je ne dis pas non|"
	  "je serais folle de dire non|volontiers !\n\nEnvoyé de mon iPhone|partante !|ca marche|ça me va|cest ok|"
	  "pas de souci, je suis partant|vale|claro|por supuesto|me encantaría|sí, aunque estoy muy liada|"
	  "sería tonta si dijera que no|cuenta conmigo|de acuerdo\n\nEnviado desde mi iPhone|encantada 😊|"
	  "sin problema|certo|con piacere!|ok va bene|mi piacerebbe molto|sì anche se ho poco tempo|"
	  "sarei pazza a dire di no|ci sto|perché no|assolutamente sì|non vedo l'ora\n\nInviato da iPhone|"
	  "sim claro|com certeza|adoraria|sim, embora esteja muito ocupada|seria louca se dissesse não|"
	  "conta comigo|pode ser|jazeker|ja hoor|tuurlijk|natuurlijk graag|ja, al heb ik weinig tijd|"
	  "ja, hoewel ik het druk heb|ik zou gek zijn om nee te zeggen|lijkt me leuk|"
	  "ik doe mee\n\nVerstuurd vanaf mijn iPhone|is goed|Yes, despite the long list of things on my desk|"
	  "Sure, even if it means less coffee|I'm happy to, though my calendar is a mess|"
	  "Though I'm new here, I'd be glad to|it would be silly to refuse|you'd be mad to say no to that|"
	  "i wont say no|not sure i have time but yes|i'm swamped but yes|too busy, but yes ok|ya|yessir 🫡|"
	  "thumbs up from me|nice, im up for it|alright lets do it|Okay.|ok cool will do|"
	  "yea sure\n\nSent from Outlook for iOS|all fine with me|fine with all of it|that's fine, any time|"
	  "it's not a problem for me|no objections from my side|I'm not against it|oui malgré mon emploi du temps|"
	  "avec plaisir, quoique je parte en mai|ce serait idiot de refuser|pas le temps mais oui|nickel|carrément|"
	  "sí, a pesar de todo|sería una locura decir que no|no tengo tiempo pero sí|perfecto gracias|"
	  "sì, nonostante gli impegni|sarebbe stupido rifiutare|non ho tempo ma sì|ok perfetto|"
	  "ja, ondanks de drukte|het zou dom zijn om te weigeren|geen tijd maar ja|prima hoor|sim, apesar de tudo|"
	  "não tenho tempo mas sim|pode contar comigo|personally I would love to|tbh id love to|"
	  "this would be great|that sounds like something i would enjoy, yes|monthly would be fine|"
	  "an hour a month is fine|the timing is perfect|everyone here is excited, me too: yes|"
	  "all good here, count me in|Yes of course, see you then|I'd be thrilled, even though I'm nervous|"
	  "yes! tho i have to leave at 5 on fridays|Of course. Any day is fine.|Any time works|more than happy to|"
	  "no more than an hour please, but yes|no fool would say no|only a fool would refuse|We are happy to|"
	  "we'd love to|yes from me and tom|yes, and my boss is fine with it|"
	  "yes, tom told me about it and he loves it|yes he is great|ce serait parfait|il serait possible pour moi|"
	  "elle est géniale, oui|je serais ravie|yo estaría encantada|sería estupendo|sarebbe perfetto|io ci sono|"
	  "ik zou graag|dat zou leuk zijn|eu adoraria|seria ótimo" },
	{ MEET, "",
	  "Looking forward to hearing from you|Looking forward to hearing more about this before I decide|"
	  "What is it about? Looking forward to your reply|Non vedo l'ora di saperne di più|Ansioso por mais informações|"
	  "i wouldn't say no but i wouldn't say yes either|is saying no an option|"
	  "ik heb niet nee gezegd|¿está bien para ben?|"
	  "my manager has to approve first|i need to ask my boss first|"
	  "Hi, I'm currently out of office, returning on 24 March.|"
	  "i could say yes but i could also say no|my colleague tom can't|ya veré|it's too early to tell|"
	  "not not interested|it's not that I'm not interested|I didn't say no|I never said yes to this|"
	  "je n'ai pas dit non|je n'ai jamais dit oui|no he dicho que no|ik heb nooit ja gezegd|ok for ben?|"
	  "ok for whom?|is ben ok with that|would that be ok for ben|va bene per ben?|is het goed voor ben?|"
	  "está bem para o ben?|can i say yes for my colleague|I would say yes if it were on a Friday|"
	  "not busy|I'm not busy|not too busy|I'm never too busy for that|"
	  "That is not a no|not a no but not a yes either|Let me think about it|not sure yet|Who is Ben?|"
	  "Is it remote?|ask tom, he would love to|anna would love to|my colleague priya says yes|he said yes|"
	  "why would i refuse|😀|Thanks for asking, but I already have a mentor|YES or NO|Yes\nNo|"
	  "it would have been yes last year|if it's only an hour yes|nobody says no to that|"
	  "yes to everything except travelling|je ne sais pas encore|demandez à paul, il serait ravi|"
	  "paul serait ravi|no digo que no|pregúntale a ana, le encantaría|no sé todavía|"
	  "chiedi a marco, lui lo farebbe volentieri|non lo so ancora|ci penso|ainda não sei|"
	  "pergunta à ana, ela adoraria|weet ik nog niet|vraag anna, die wil wel|my manager would be happy to|"
	  "jen from sales would be keen|you should ask priya, she'd love it|tom said he is interested|"
	  "i think she would say yes|this isn't a no, just not a yes yet|If my boss agrees, yes|"
	  "only if it's online|as long as it's after lunch yes|i left the company last month|"
	  "Perfect! But I'm no longer with the company|🙌|cool|cool, thanks!|idk|dunno|what?|wrong person|"
	  "Thanks for your mail.|Yes but please not with someone from my team|marie voudrait bien|"
	  "mon collègue serait intéressé|il veut bien je crois|seulement si c'est en ligne|bof|"
	  "mi jefa estaría encantada|luis quiere seguro|solo si es online|la mia collega sarebbe felice|"
	  "solo se è online|mijn collega zou graag|alleen als het online kan|o meu colega gostaria|"
	  "só se for online|I'm all for it|I'd love to though I can't|nope, sorry, maybe tom would like to|"
	  "you could ask my boss, he may be interested|Sue in HR is interested|the team is happy to help|"
	  "She said it's a good program, so yes|my wife says no" },
	{ MEET, "no",
	  "No, problem with my calendar|no, issues with travel|"
	  "can't think of a reason to say yes|"
	  "für mich nicht|voor mij niet|"
	  "Hi, I've decided not to take part|esta vez paso|"
	  "No thanks, I'm on leave anyway|"
	  "it's not something i want to do|no tengo ganas|"
	  "grazie ma rinuncio|"
	  "I'd love to but my schedule won't allow it|je suis désolée mais je dois décliner|no 😍😂|"
	  "nope|no thx|Not for me, thanks|sorry too busy atm|i'll pass this time|id rather not tbh|"
	  "Would love to but cant|count me out|I'm afraid I have to decline|👎|❌|n|im not in|"
	  "I thought about it, and no.|it's a no from me|My answer is no|don't have time for that|dont count on me|"
	  "hard pass|not interested|I'd have to say no|Can't, sorry|Thx but no thx|pas cette fois|non désolée|"
	  "ça ne m'intéresse pas|je passe mon tour|hors de question|me encantaría pero no puedo|ni hablar|"
	  "no me interesa|no cuentes conmigo|mi piacerebbe ma non posso|non mi interessa|assolutamente no|"
	  "adoraria, mas não posso|nao obrigado|não tenho interesse|nee hoor|nee dank je|geen interesse|"
	  "helaas, geen tijd|ik doe niet mee|it's not that i don't want to, but i can't|i cant, sry|no way jose|"
	  "not for me atm|pass|skip me this time pls|gotta say no|non pas pour moi|pas intéressé|"
	  "no, lo siento mucho|paso|no purtroppo|nee sorry|não, desculpe|"
	  "sorry, i'm not able to, although i'd love to|no, although it sounds nice|No thanks though|"
	  "I can't, even though I'd like to|even if i wanted to, i couldn't|not this time though|"
	  "not really up for it|I don't think that I can|non, même si c'est tentant|no, aunque suena bien|"
	  "no puedo, aunque me gustaría|no, anche se mi piacerebbe|nee, hoewel het leuk klinkt|"
	  "não, embora pareça bom" },
	{ MEET, "yes 2026-04-01/",
	  "yes from april on" },
	{ MEET, "yes 2026-03-17T14:00:00Z weekly",
	  "Yes of course! Tuesdays 3pm would be great" },
	{ MEET, "later",
	  "peut-être plus tard|por ahora no|per ora no|agora não|misschien later|ask me in sept|"
	  "quizás más adelante|forse più avanti" },
	{ MEET_DE, "yes",
	  "klaro|"
	  "das wär toll|"
	  "Jaaaaa, unbedingt 😍|jap|Freue mich auf das Treffen mit Herrn Kramer|"
	  "na ja, ok|jo|jup, gerne|ja klar|Na klar!|passt|jaa gerne|gerne, auch wenn ich wenig Zeit habe|"
	  "ja, obwohl ich noch neu bin|da sag ich nicht nein|da wär ich ja blöd nein zu sagen|bin dabei 🎉|"
	  "Mit Vergnügen|von mir aus|unbedingt!|auf jeden Fall|Nichts lieber als das|Kein Problem, mach ich|"
	  "Ich sage zu|Ich freu mich drauf!|sehr gern, wann gehts los|ja bitte\n\nVon meinem iPhone gesendet|"
	  "Ja, wobei ich im Mai zwei Wochen weg bin|"
	  "Gern! Ich hatte letztes Jahr nein gesagt, aber jetzt habe ich Zeit|Ja, trotz Umzug|"
	  "gern obwohl mein Kalender voll ist|Obwohl ich wenig Zeit habe: ja|wär ja dumm wenn ich nein sage|"
	  "kann nicht nein sagen|habe keine zeit aber ja|weiss nicht recht, aber ja|passt scho|ok|machen wir|"
	  "aber gerne doch|ja mach ich|jawoll|👍🏻|Jaaaa!|jA|ich persönlich würde gern|also ich wäre dabei|"
	  "das wäre toll|monatlich wäre gut|eine stunde ist ok|das Thema ist super, ja|ja sehr gern, bis dann|"
	  "gern, auch wenn's knapp wird|mindestens einmal gern|aber gern|aber ja|die idee ist gut, ja|"
	  "ich treffe sie gern|ich mache das gern|sie können auf mich zählen|ja, er ist super|"
	  "ja, sie hat mir davon erzählt" },
	{ MEET_DE, "yes 2026-04-01/",
	  "Ja, allerdings erst ab April" },
	{ MEET_DE, "",
	  "Freu mich auf deine Antwort|Worum geht es? Ich freue mich auf Ihre Antwort.|"
	  "ich sag nicht nein und nicht ja|"
	  "Ich bin derzeit in Elternzeit und kehre im Juli 2026 zurück.|"
	  "nein doch ja|nicht nein aber auch nicht ja|mein Chef sagt nein|kann ich das noch überlegen?|"
	  "na ja|Das ist kein Nein|keine Ahnung|weiß noch nicht|Frag Anna, die macht das gern|"
	  "frag mal den jonas der hat bestimmt lust|mein kollege würde gern|ich überlegs mir|jein|lg anna|"
	  "hab schon einen mentor danke|meine chefin wäre interessiert|der max will bestimmt|"
	  "Fragen Sie Herrn Kunz, er würde gern|lena macht sowas gern|ich glaub sie würde ja sagen|"
	  "ich müsste verrückt sein abzulehnen|nur wenn mein chef zustimmt|wenn es nur eine stunde ist, ja|"
	  "ich arbeite nicht mehr hier|leider bin ich da nicht der Richtige|melde mich|hä?|kommt drauf an|"
	  "die machen das gern|der kollege aus dem vertrieb macht mit|sie können mich eintragen|er kann nicht" },
	{ MEET_DE, "no",
	  "mir fehlt leider die zeit|"
	  "ich würde gerne aber kann nicht|Ich nehme nicht teil.|hab momentan echt keine zeit sorry|"
	  "auf gar keinen fall|ich hab weder zeit noch lust|leider muss ich absagen|"
	  "tut mir leid, das schaff ich nicht|"
	  "nö|ne danke|nee lass mal|leider keine zeit|kein interesse|bin raus|"
	  "ich wäre gern dabei, aber leider geht es nicht|auf keinen Fall|Das geht leider nicht|ich sage ab|"
	  "muss absagen|nein passt nicht|passt gar nicht|nein leider nicht, lg|bin leider nicht mehr dabei|"
	  "nein, auch wenn es toll klingt|ich kann leider nicht, obwohl ich gern würde|leider nein, bis dann" },
	{ MEET_DE, "later",
	  "grad nicht|erst nach dem urlaub|vll später" },
	{ MEET_DE, "yes not 2026-03-16 weekly",
	  "Ja aber nicht montags" },
	{ TOPICS, "2 4",
	  "2 and 4|2&4|2+4|2/4|2 4|2,4 pls|2 along with 4|2 plus 4|two and four|2️⃣ and 4️⃣|2 et 4|la 2 et la 4|"
	  "le numéro deux et le quatre|la 2 y la 4|il 2 e il 4|2 e 4|2 en 4|2 together with 4" },
	{ TOPICS, "2",
	  "can I have 2 please|"
	  "nr 2|No. 2|I'd take 2|2, maybe 4|2 not 3|number 2 please, I have done 4 already|accessibility|"
	  "2 - Accessibility|2 yes|2 please\n\nSent from Outlook for Android|n°2|2 for sure, 4 maybe|"
	  "2 thx\n\nGet Outlook for Android|two|2, see you then" },
	{ TOPICS, "5",
	  "5 is the one i want|"
	  "the last one|"
	  "number 5!!" },
	{ TOPICS, "1 2 3",
	  "dall'1 al 3|de 1 à 3|"
	  "les trois premiers|1 through 3|1 to 3|1 t/m 3|1,2 as well as 3" },
	{ TOPICS, "1 3 4 5",
	  "1, 3 thru 5|todas menos la 2|tutti tranne il 2|todos menos o 2|allemaal behalve 2|all but 2" },
	{ TOPICS, "2 5",
	  "mainly 2, also 5|"
	  "2 as well as 5|topics 2 and five|2) and 5)|2 ainsi que 5|2 así como 5|2 nonché 5|2 bem como 5|"
	  "2 evenals 5" },
	{ TOPICS, "",
	  "one of 1 or 2|3 or so|"
	  "2 of 5|two of the five|au lieu de 2|3 sur 5 me vont|"
	  "more than 3|less than 3|at least 2|not more than 2|2 and 3 before 4|3 before 1|1. 5 2. 3|1.2.3|"
	  "2 pls, 3 if there's space|my top 3: 1, 2, 5|same as last time|you choose|not sure, maybe 3|"
	  "I am the 3rd person in my team to get this mail|we have 2 of these already|Give me 10 minutes|"
	  "I would choose between 2 and 3|My phone number is 4 2 1|plus de 3|au moins 2|más de 3|al menos 2|"
	  "più di 3|almeno 2|mais de 3|pelo menos 2|meer dan 3|minstens 2|at most 2|up to 3|no more than 2|any 3|"
	  "all 5|2.4|perhaps 3|maybe 2 or 3|no 5 please|one of them|a team of 5 here|5 of us|"
	  "i'm number 3 on the list|testing|can't decide between 1 and 2|au plus 2|como máximo 2|al massimo 2|"
	  "hooguit 2|no máximo 2|2 of them: 1 and 3|2 before 3|"
	  "3, plus 5 if there is room" },
	{ TOPICS, "1 2 4 5",
	  "anything but 3|toutes sauf la 3" },
	{ TOPICS, "1 2 5",
	  "everything except 3 and 4|5 then 2 then 1|1-2, 5|1 2 5" },
	{ TOPICS, "1 2",
	  "les deux premiers|les 2 premiers|los dos primeros|i primi due|os dois primeiros|"
	  "the first two|lets do 1 and 2|1st, 2nd" },
	{ TOPICS, "1 3",
	  "first and third|la primera y la tercera|numbers one and three|#1 #3|1 et 3 svp|"
	  "le premier et le troisième|1 y 3 por favor|los números uno y tres|1 e 3 grazie|1 en 3 graag|"
	  "1 e 3 por favor" },
	{ TOPICS, "1 4",
	  "1st and 4th|1 puis 4" },
	{ TOPICS, "2 3",
	  "2 n 3|"
	  "either 2 or 3|let me have 2,3|2nd and 3rd one please|option 2 or 3, both fine" },
	{ TOPICS, "no",
	  "nothing of interest|"
	  "none of these|nothing for me, thanks|aucun|ninguna|nessuno|nenhum|geen van allen" },
	{ TOPICS, "3",
	  "em vez do 2, o 3|"
	  "no, 3|"
	  "au lieu de 2, 3|le 3 au lieu du 2|3 in plaats van 2|il 3 invece del 2|a 3 em vez da 2|"
	  "instead of 2 take 3|instead of 2, 3|3 instead of 2|3 in place of number 2|rather than 2, 3|"
	  "the cloud one|ill go with 3|no to 1, yes to 3|3 would be great for my team of 4|3, though 1 is nice too|"
	  "3 although i know a bit|1 not so much, 3 yes|3rd one" },
	{ TOPICS, "3 4",
	  "cloud costs and data privacy|no. 3 and no. 4" },
	{ TOPICS, "2 3 4",
	  "from 2 to 4|de 2 à 4|del 2 al 4|dal 2 al 4|de 2 a 4|van 2 tot 4|van 2 t/m 4|2 up to 4|"
	  "2-4|2 – 4|2 tot en met 4" },
	{ TOPICS, "1 3 5",
	  "1; 3; 5|1/3/5" },
	{ TOPICS, "1 2 4",
	  "1, 2. 4" },
	{ TOPICS, "4",
	  "instead of 2 and 3 I'd take 4|probably 4|not 2 but 4" },
	{ TOPICS, "1",
	  "rather 1 than 5|number one|1 and maybe 3 or 4" },
	{ TOPICS, "1 5",
	  "the first and the last|les numéros 1 et 5" },
	{ TOPICS, "2 3 4 5",
	  "all except the first" },
	{ TOPICS, "4 5",
	  "the last two|les deux derniers|4 and 5 sound interesting|"
	  "i pick 4 and 5|4 to 5|4 & 5!!" },
	{ TOPICS, "1 2 3 4",
	  "alle behalve de laatste|tutti tranne l'ultimo|"
	  "all of them apart from 5" },
	{ TOPICS, "all",
	  "all of the above|"
	  "I like all of them" },
	{ TOPICS, "3 4 5",
	  "vom 3. bis 5.|"
	  "the last three please" },
	{ TOPICS_DE, "2 5",
	  "2 sowie 5|2 u. 5|2 u 5|2 oder 5|zwei und fünf|sowohl 2 als auch 5|erst 2, dann 5" },
	{ TOPICS_DE, "2 4",
	  "nr. 2 und nr. 4|barrierefreiheit und datenschutz bitte|2 zusätzlich 4|thema zwei und vier" },
	{ TOPICS_DE, "3",
	  "statt 2 lieber 3|statt der 2 die 3|die 3|den dritten|u.a. 3" },
	{ TOPICS_DE, "1 3",
	  "1 u 3 lg|"
	  "die erste und die dritte|sowohl 1 als auch 3|1, 3 und evtl. 5" },
	{ TOPICS_DE, "1 2 3",
	  "1 bis 3|die ersten drei|1, 2 u. 3" },
	{ TOPICS_DE, "1 3 4 5",
	  "alle außer 2" },
	{ TOPICS_DE, "1 2",
	  "die ersten beiden|1+2" },
	{ TOPICS_DE, "",
	  "ab 4|"
	  "eins von den ersten beiden|"
	  "noch 1 noch 2|2 von 5|"
	  "mehr als 3|höchstens 2|mindestens 2|weder 1 noch 2|nicht die 2|bis zu 3|nicht mehr als 2|evtl. 3|"
	  "2 bzw. 4|mein team von 4 leuten|z.b. 2" },
	{ TOPICS_DE, "no",
	  "nichts davon|"
	  "keins davon" },
	{ TOPICS_DE, "4",
	  "ich würde die 4 nehmen|"
	  "am liebsten 4|Nr.4" },
	{ TOPICS_DE, "1 4",
	  "4 zuerst, dann 1|die 1 und die 4" },
	{ TOPICS_DE, "2",
	  "2 und ggf. 3|nur die 2|Barrierefreiheit|zwei" },
	{ TOPICS_DE, "3 4",
	  "Thema 3 und 4, lg" },
	{ TOPICS_DE, "1 3 5",
	  "Nr. 1, 3, 5" },
	{ TOPICS_DE, "5",
	  "am ehesten 5|"
	  "verhandeln" },
	{ TOPICS_DE, "1",
	  "nur 1|lieber 1 statt 2" },
	{ TOPICS_DE, "2026-05-04",
	  "am 4.5." },
	{ TOPICS_DE, "2 3",
	  "2 od. 3|"
	  "2 und 3 klingen spannend|"
	  "2 und 3 wären super|"
	  "2. und 3." },
	{ TOPICS_DE, "2 3 4",
	  "von 2 bis 4" },
	{ TOPICS_DE, "4 5",
	  "die letzten beiden" },
	{ TOPICS_DE, "1 2 3 4",
	  "alle außer der letzten" },
	{ TOPICS, "",
	  "all three|both|not 1 to 3" },
	{ TOPICS, "4 5",
	  "all but 1-3|everything except 1 to 3" },
	{ TOPICS_DE, "5",
	  "alles außer 1 bis 4" },
	{ TOPICS_DE, "",
	  "alle drei" },
	{ TIMES_DE, "all",
	  "alle drei" },
	{ TIMES_DE, "",
	  "alle gehen nicht" },
	{ TOPICS_DE, "1 3 4 5",
	  "alle, nur 2 nicht" },
	{ TOPICS_DE, "",
	  "klappen alle nicht" },
	{ TIMES, "1",
	  "Tuesday is ok. Wednesday maybe.|"
	  "meglio martedì di venerdì|a primeira serve|"
	  "prefer tue|"
	  "tue|the first works, see you then|see you tuesday!|1 works, 2 doesnt|1 though 2 is possible too" },
	{ TIMES, "3",
	  "je préfère vendredi à mardi|prefiero el viernes al martes|preferisco venerdì a martedì|"
	  "the last one works|"
	  "rather friday than tuesday|vendredi au lieu de mardi|viernes en vez de martes|"
	  "venerdì invece di martedì|vrijdag in plaats van dinsdag|sexta em vez de terça|"
	  "friday instead of tuesday|instead of tuesday, friday|friday rather than tuesday|vendredi plutôt que mardi|"
	  "the friday one|friday, as i told ben|fri" },
	{ TIMES, "2026-03-18T09:00:00Z",
	  "wed 10am" },
	{ TIMES, "1 3",
	  "1 and 3 work, 2 doesn't|"
	  "1 or 3|3 is best, 1 also ok|tue or fri" },
	{ TIMES, "no",
	  "geen van deze data past|"
	  "none work, sorry" },
	{ TIMES, "2026-03-19T14:00:00Z",
	  "thu 19 march 15:00?" },
	{ TIMES, "2026-03-17T13:00:00Z",
	  "2 pm on tuesday|tuesday at 2|Tuesday 2pm it is" },
	{ TIMES, "1 2",
	  "not on friday, the other two are ok|"
	  "di of wo|"
	  "1 and 2 are fine but 3 not|tues or wed|1 & 2" },
	{ TIMES, "",
	  "the earlier the better" },
	{ TIMES, "2",
	  "dinsdag kan ik niet, woensdag wel|"
	  "Wednesday over Friday please|10 on wednesday|"
	  "wednesday if possible|wed|see you on wednesday|the second one please\n\nBest\nAnna" },
	{ TIMES, "2 3",
	  "pas mardi, les autres ok|"
	  "anything but tuesday|"
	  "not tuesday, rest is fine" },
	{ TIMES, "2026-03-18",
	  "18 march" },
	{ TIMES, "2026-03-10T23:00:00Z/2026-03-11T14:00:00Z daily",
	  "before 3 is best|up to 3pm any day" },
	{ TIMES, "2026-03-12T09:00:00Z/2026-03-12T23:00:00Z daily",
	  "after 10" },
	{ TIMES, "2026-03-17T13:00:00Z/2026-03-17T15:00:00Z",
	  "between 2 and 4 on tuesday" },
	{ TIMES, "2026-03-18T09:00:00Z 2026-03-20T08:00:00Z",
	  "wednesday at 10 as well as friday at 9" },
	{ TIMES_DE, "3",
	  "der letzte|"
	  "lieber freitag als dienstag|"
	  "statt dienstag freitag|"
	  "der freitag|nur freitag|freitag" },
	{ TIMES_DE, "2026-03-18T09:00:00Z",
	  "mi 10 uhr|mittwoch 10 uhr, bis dann" },
	{ TIMES_DE, "no",
	  "leider geht keiner der termine|"
	  "keiner der termine passt" },
	{ TIMES_DE, "2 yes",
	  "dienstag geht nicht, mittwoch ginge" },
	{ TIMES_DE, "2026-03-18",
	  "am 18.|bis mittwoch" },
	{ TIMES_DE, "2026-03-17",
	  "bis dienstag!" },
	{ TIMES_DE, "1 3",
	  "1 oder 3|dienstag oder freitag" },
	{ TIMES_DE, "",
	  "so oder so|"
	  "egal|mi" },
	{ TIMES_DE, "2",
	  "der zweite" },
	{ TIMES_DE, "2026-03-10T23:00:00Z/2026-03-11T11:00:00Z daily",
	  "vor 12" },
	{ TIMES_DE, "1 2",
	  "freitag geht nicht, sonst alles ok|"
	  "di oder mi|"
	  "dienstag oder mittwoch, bis dann" },
	{ TIMES_DE, "2026-03-17 2026-03-20",
	  "am 17. oder 20." },
	{ TIMES_DE, "not 2026-03-11T09:00:00Z/2026-03-13T23:00:00Z",
	  "bis freitag kann ich nicht" },
	{ TIMES_DE, "2 3",
	  "mi, fr" },
	{ TIMES_DE, "3 yes",
	  "fr passt" },
	{ TIMES_DE, "1 yes",
	  "dienstag wär gut" },
	{ TIMES_DE, "2026-03-20T07:00:00Z/2026-03-20T11:00:00Z",
	  "freitag früh" },
	{ TIME, "yes",
	  "See you then!|see u then|works|perfect|I'll be there|can't wait|c'est noté|je serai là|allí estaré|"
	  "ci sarò|combinado|tot dan!|ik ben er|noted, see you then|cu then|sounds good, see you there" },
	{ TIME, "2026-03-18 not 2026-03-17",
	  "mercredi au lieu de mardi|"
	  "wednesday instead of tuesday" },
	{ TIME, "2026-03-17 yes",
	  "Tuesday is not a problem|Tuesday is no problem" },
	{ TIME, "yes 2026-03-17",
	  "no problem on Tuesday|I have no objections to Tuesday" },
	{ TIME_DE, "2026-03-17 yes",
	  "Dienstag ist kein Problem" },
	{ TIMES_DE, "2 yes",
	  "Mittwoch wäre kein Problem|Dienstag geht nicht, Mittwoch kein Problem" },
	{ TIMES, "",
	  "Tuesday is a problem" },
	{ TIMES, "yes 2 3",
	  "no problem except Tuesday" },
	{ TIMES, "yes 3",
	  "Tuesday is not possible, no problem with Friday" },
	{ TIME, "no",
	  "cant make it|i wont be there|je ne serai pas là|no can do, tuesdays are full" },
	{ TIME, "2026-03-19T13:00:00Z",
	  "can we move it to thursday 19 march 2pm?" },
	{ TIME, "",
	  "did you say tuesday?|"
	  "running late|that's my day off|à bientôt" },
	{ TIMES, "3 yes",
	  "tuesday I'm out but friday is good|tuesday I am out, friday is good" },
	{ TIMES, "2 yes",
	  "cant do tuesday, wed is fine|tues no good but wednesday is ok" },
	{ TIMES, "all",
	  "they all work|"
	  "all three work" },
	{ TIMES, "2026-03-20T07:00:00Z/2026-03-20T11:00:00Z",
	  "friday morning" },
	{ TIME, "not 2026-03-17",
	  "i'm off on tuesday|"
	  "tuesday I'm out|tuesday is not possible" },
	{ TIME, "2026-03-17",
	  "à mardi !|hasta el martes|nos vemos el martes|a martedì!|ci vediamo martedì|até terça!|tot dinsdag!" },
	{ TIME, "yes 2026-03-17T14:00:00Z",
	  "ok but can we do 15:00?" },
	{ TIME, "yes 2026-03-17",
	  "oké tot dinsdag" },
	{ TIME, "2026-03-17T13:00:00Z/2026-03-17T15:00:00Z",
	  "from 2 to 4" },
	{ TIME_DE, "yes",
	  "bis dann!|ist notiert|steht im kalender|geht klar|ich komme|alles klar bis dann|bis dahin" },
	{ TIME_DE, "2026-03-17",
	  "bis Dienstag!|Freu mich, bis Dienstag!" },
	{ TIME_DE, "2026-03-17T13:00:00Z yes",
	  "14 uhr passt" },
	{ TIME_DE, "no",
	  "da hab ich leider schon was|"
	  "da kann ich nicht|klappt nicht, sorry|leider doch nicht möglich|nein, bis dann" },
	{ TIME_DE, "yes 2026-03-18",
	  "ja gern, lieber mittwoch" },
	{ TIME_DE, "",
	  "war das dienstag oder mittwoch?|"
	  "da bin ich im urlaub" },
	{ TIME_DE, "yes 2026-03-17",
	  "super, bis dienstag" },
	{ TIME_DE, "2026-03-20T08:00:00Z",
	  "freitag um 9 wäre besser" },
	{ TIMES, "2026-03-19",
	  "Could we do Thursday instead?|rather thursday" },
	{ TIMES, "2026-03-19T14:00:00Z",
	  "Thursday 3pm?|jeudi à 15h ?|giovedì alle 15" },
	{ TIMES, "2026-03-12",
	  "this Thursday please" },
	{ TIMES, "2026-03-17T13:00:00Z",
	  "14:00|2pm" },
	{ TIMES, "2026-03-18T09:00:00Z",
	  "10am" },
	{ TIMES, "",
	  "4pm?|at 4" },
	{ WEEKS, "2026-03-20T14:00:00Z",
	  "Friday at 3" },
	{ WEEKS, "2026-03-25",
	  "wednesday" },
	{ WEEKS, "2",
	  "monday" },
	{ WEEKS, "2026-03-23T09:00:00Z",
	  "10:00" },
	{ WEEKS, "",
	  "thursday|14:00|thursday at 2" },
	{ TIME, "2026-03-19T13:00:00Z",
	  "can we do thursday at 2" },
	{ TIME_DE, "2026-03-19T13:30:00Z",
	  "Donnerstag halb drei" },
	{ TIMES, "2",
	  "Tuesday, no wait, Wednesday|tuesday no wait wednesday|1, no sorry, 2|1, no, 2|martes, mejor dicho miércoles|"
	  "martedì, anzi mercoledì|dinsdag, of liever woensdag|terça, aliás quarta|mardi, ou plutôt mercredi" },
	{ TIMES, "3",
	  "Tuesday. Oops, I mean Friday" },
	{ TIMES, "1 3",
	  "1 and 2, or rather 1 and 3" },
	{ TIMES, "2026-03-17T15:00:00Z",
	  "Tuesday at 3, I mean 4pm" },
	{ TIMES, "2026-03-19T14:00:00Z",
	  "Tuesday at 3, no wait, Thursday" },
	{ TIMES_DE, "2",
	  "Dienstag, ach nein, Mittwoch|Di, nein, Mi" },
	{ MEET, "yes",
	  "let's keep going|I'd like to continue|wir haben uns getroffen|on continue !|nous nous sommes vus|quiero seguir|"
	  "nos vimos|continuiamo|ci siamo visti|we gaan door|quero continuar|No... I mean yes!" },
	{ MEET, "no",
	  "yes, no wait, no|that's enough|it has run its course|he didn't show up|das reicht|ist ausgefallen|on arrête là|"
	  "tuvimos que cancelar|no se presentó|devo rinunciare|basta così|we stoppen ermee|ging niet door|não vai dar|"
	  "paramos por aqui" },
	{ MEET, "",
	  "Oh great, another meeting. Just what I needed.|Na toll, schon wieder ein Termin|"
	  "Not Ben, please. Anyone else is fine.|Gern, aber lieber mit jemand anderem|perfetto, ci mancava solo questo|"
	  "con otra persona sí" },
	{ TIME, "no",
	  "I'm double booked, sorry|bin verhindert|j'ai un empêchement|tengo otro compromiso|ho già un impegno|"
	  "ben verhinderd|já tenho compromisso" },
	{ TIME, "2026-03-17T14:00:00Z",
	  "can we make it an hour later?|une heure plus tard ?|un'ora dopo|una hora más tarde" },
	{ TIME, "2026-03-17T12:30:00Z",
	  "half an hour earlier please|media hora antes|meia hora mais cedo" },
	{ TIME, "2026-03-24T13:00:00Z",
	  "a week later?" },
	{ TIME, "2026-03-18T13:00:00Z",
	  "same time on Wednesday?|mercredi à la même heure|miércoles a la misma hora" },
	{ TIME_DE, "2026-03-17T12:00:00Z",
	  "lieber eine Stunde früher" },
	{ TIME_DE, "2026-03-19T13:00:00Z",
	  "Donnerstag zur gleichen Zeit" },
	{ TIMES, "",
	  "an hour later" },
	{ MEET, "",
	  "an hour later" },
	{ MEET, "yes",
	  "👍👍👍|👍🏻👍🏻|Please do" },
	{ MEET, "no",
	  "my workload doesn't permit it|me es imposible|bedauere|surgiu um imprevisto" },
	{ MEET, "",
	  "Ich möchte aufhören|Yes is what my boss wants me to say" },
	{ TOPICS, "2 3",
	  "el dos y el tres" },
	{ TOPICS, "5",
	  "la cinque" },
	{ TIMES, "2 yes",
	  "quarta-feira está bom" },
	{ MEET, "yes 2026-04-01/2026-04-30",
	  "Yes, we agreed to talk again next month" },
	{ TIMES, "all",
	  "I'm flexible|soy flexible" },
	{ MEET, "yes",
	  "Nothing would make me happier|joa, können wir machen|passt scho|ça me tente|I'm up for that" },
	{ MEET, "no",
	  "As much as I'd love to, I have to say no" },
	{ MEET, "",
	  "I'm inclined to say yes|Part of me wants to say no|ich tendiere zu nein" },
	{ TIMES, "2",
	  "martes, digo, miércoles" },
	{ TIMES, "1 yes",
	  "Tuesday would be ideal" },
	{ TOPICS, "3 4",
	  "4 most of all, then 3" },
	{ FORM, "1=4 2=yes 3=more time 4=remote",
	  "4\nyes\nmore time\nremote|4, yes, more time, remote" },
	{ FORM_DE, "1=4 2=yes 3=mehr Zeit 4=online",
	  "4, ja, mehr Zeit, online" },
	{ MEET, "",
	  "I'm fine, thanks|I'm good, thank you|can't open the link|ich kann den Link nicht öffnen" },
	{ MEET, "yes",
	  "I'm fine with that|Put me in touch with him please" },
	{ MEET, "later",
	  "Too busy right now, happy to revisit" },
	{ TOPICS, "2 4",
	  "Accessibility and privacy|data privacy, accessibility" },
	{ TOPICS, "1 2 4 5",
	  "all except cloud costs" },
	{ TOPICS, "",
	  "privacy and knitting" },
	{ TIMES, "2026-03-18T10:00:00Z",
	  "Wednesday but an hour later" },
	{ TIME, "2026-03-24",
	  "Could we do the Tuesday after?" },
	{ TIME, "2026-03-24T13:00:00Z",
	  "the Tuesday after, same time" },
	{ TIME_DE, "2026-03-24",
	  "Dienstag darauf" },
	{ MEET, "",
	  "I'll let you know|let me get back to you|ich gebe Bescheid|je reviens vers vous|ci devo pensare|"
	  "I'd rather not say" },
	{ MEET, "yes",
	  "Yes, I'll let you know when I'm free" },
	{ MEET, "yes",
	  "Definitely not going to say no to this :)|ye|d'acc" },
	{ MEET, "",
	  "not saying yes yet|looking forward to a holiday first|No way to know yet" },
	{ MEET_DE, "no",
	  "das schaffe ich zeitlich nicht" },
	{ MEET_DE, "",
	  "Ja klar, träum weiter|Ich nehme an, das ist freiwillig?|nicht dass ich wüsste" },
	{ MEET, "later 2026-09-01/2026-09-30",
	  "richiedimelo a settembre" },
	{ TOPICS, "1 2 3",
	  "dall'uno al tre|de la 1 a la 3" },
	{ TOPICS, "3",
	  "the middle one" },
	{ TOPICS, "1 3 4 5",
	  "all, not 2" },
	{ TOPICS, "1 5",
	  "il primo e l'ultimo" },
	{ TOPICS, "2 3",
	  "2 or 3, don't care" },
	{ TOPICS, "all",
	  "all of em" },
	{ TOPICS, "1 3",
	  "le 1er et le 3e|3 first, then 1" },
	{ TOPICS_DE, "1 2",
	  "Nr. 1 u. Nr. 2" },
	{ TOPICS_DE, "2 4",
	  "2., 4." },
	{ TIMES, "2 3",
	  "can't do 1, others fine" },
	{ TIMES, "",
	  "1 but 30 min later|Wed. is my day off" },
	{ TIMES_DE, "1 2",
	  "di/mi" },
	{ FRIDAY, "2026-03-20",
	  "Friday" },
	{ FRIDAY, "2026-03-20 yes",
	  "Friday is fine" },
	{ FRIDAY, "2026-03-20T10:00:00Z",
	  "Friday at 11" },
	{ TASK, "done",
	  "DONE.|done, thanks|all sorted|erledigt|yes, done|fatto|gedaan" },
	{ TASK, "yes",
	  "will do|mach ich|ok|wird erledigt|wird gemacht" },
	{ TASK, "",
	  "I'll get it done|it's done when Ben answers|almost done|done?" },
	{ MEET, "yes",
	  "Let's give it a whirl|that'd be awesome|Okie dokie" },
	{ MEET, "no",
	  "absolutely no interest" },
	{ MEET, "",
	  "sure, when pigs fly" },
	{ TOPICS, "1 2 3 4",
	  "all except number five" },
	{ TOPICS_DE, "3",
	  "das mittlere" },
	{ TIMES_DE, "3",
	  "Fr" },
	{ FRIDAY, "2026-03-20T13:00:00Z",
	  "friday 2pm would be better" },
	{ FRIDAY, "2026-03-20",
	  "see you friday" },
	{ FRIDAY, "2026-03-20 yes",
	  "Friday works" },
	{ TASK, "yes",
	  "sure|yes|gern|mach ich gleich" },
	{ MEET, "yes",
	  "Ich freu mich schon!" },
	{ MEET, "",
	  "I'd say yes but I'm retiring in April|Ben ist super|Ben is great" },
	{ TOPICS, "3 4",
	  "from three to four|3 or 4, doesn't matter" },
	{ TOPICS, "1 3 4 5",
	  "all without 2" },
	{ TIMES, "1 3",
	  "everything but Wednesday|any but Wednesday" },
	{ TASK, "",
	  "DONE or LATER?|hopefully done|when it's done I'll write DONE|partly done|teilweise erledigt" },
	{ TASK, "",
	  "half finished" },
	{ TASK, "",
	  "größtenteils erledigt" },
	{ TASK, "",
	  "à moitié fait|medio hecho|quasi fatto|half gedaan|quase feito" },
	{ TASK, "",
	  "Well done!|gut gemacht" },
	{ TASK, "no",
	  "haven't done it|it hasn't been done|I haven't done this|it wasn't done|haven't finished" },
	{ TASK, "later",
	  "SPÄTER|spaeter|SPAETER bitte|not done yet|it isn't done yet" },
	{ MEET_DE, "no",
	  "ich moechte nicht" },
	{ MEET_DE, "later",
	  "vielleicht spaeter" },
	{ MEET, "",
	  "yeah right|I'd love to, but I'm retiring|mi piacerebbe, ma sono nuova" },
	{ MEET, "yes",
	  "I haven't done this before, but yes|I have not done that before, sounds great|"
	  "happy to, but I'm new here|glad to, but I'm a beginner|avec plaisir, mais je suis débutante|"
	  "volentieri, ma sono nuova|graag, maar ik ben nieuw" },
	{ MEET_DE, "yes",
	  "Gerne, aber bitte online|Sehr gerne, aber ich bin Anfänger" },
	{ MEET, "",
	  "Not my decision|Yes means what exactly?|no comment|I am in a meeting|Je ne connais pas Ben" },
	{ TOPICS, "2",
	  "2, weil ich das brauche" },
	{ TOPICS, "",
	  "not sure, 2 or 4?|keine Ahnung, 3?" },
	{ TIME, "2026-03-17T13:00:00Z",
	  "see you at 14:00" },
	{ MEET_DE, "",
	  "Kann ich später noch absagen?" },
	{ TIME, "2026-03-17T14:30:00Z",
	  "15:30 instead?" },
	{ TIME, "2026-03-17T15:00:00Z/2026-03-17T23:00:00Z",
	  "only after 4pm" },
	{ TIME_DE, "2026-03-17T13:30:00Z",
	  "lieber um halb drei" },
	{ TIME, "yes",
	  "I will come|we are in|I am on board" },
	{ TIMES, "2 3",
	  "any but 1|all but 1" },
	{ FRIDAY, "",
	  "Friday 9 is too early" },
	{ FORM, "1=4 2=yes 3=all fine 4=remote",
	  "1: 4\n2: yes\n3: all fine\n4: remote" },
	{ FORM, "3=all fine",
	  "3: all fine" },
	{ FORM, "1=4 2=yes 3=great talks 4=remote",
	  "1) 4 2) yes 3) great talks 4) remote" },
	{ FORM, "1=4 2=no",
	  "1 - 4\n2 - no|1=4 2=no" },
	{ FORM, "1=four 2=yes",
	  "1: four\n2: yep" },
	{ FORM, "2=no",
	  "question 2 no|"
	  "2: nope" },
	{ FORM, "2=yes, although rarely",
	  "2: yes, although rarely" },
	{ FORM, "1=4 out of 5",
	  "1: 4 out of 5" },
	{ FORM, "3=no",
	  "3: no" },
	{ FORM, "3=nothing",
	  "3: nothing" },
	{ FORM, "3=yes",
	  "3: ok" },
	{ FORM, "4=office",
	  "4: office\n\nSent from my iPhone" },
	{ FORM, "3=yes, it should be shorter",
	  "3: yes, it should be shorter" },
	{ FORM, "3=no idea",
	  "3: no idea" },
	{ FORM, "3=works well",
	  "3: works well" },
	{ FORM, "1=5 2=yes 3=sounds good as it is 4=office",
	  "1: 5\n2: sure\n3: sounds good as it is\n4: office" },
	{ FORM, "1=3 2=yes 3=nothing 4=remote",
	  "1=3, 2=yes, 3=nothing, 4=remote" },
	{ FORM, "1=4 2=no 3=I'd like more time 4=remote",
	  "1. 4\n2. no\n3. I'd like more time\n4. remote" },
	{ FORM, "1=2 2=yes 3=ok so far 4=office",
	  "1) 2\n2) yes\n3) ok so far\n4) office" },
	{ FORM, "3=yes please more of it",
	  "3: yes please more of it" },
	{ FORM, "2=yes",
	  "Q2 yes|"
	  "2: definitely" },
	{ FORM, "2=no, although it was nice",
	  "2: no, although it was nice" },
	{ FORM, "3=at least 2 hours",
	  "3: at least 2 hours" },
	{ FORM, "1=5 2=yes",
	  "1: 5, 2: yes" },
	{ FORM, "4=remote though office is ok",
	  "4: remote though office is ok" },
	{ FORM, "1=4 2=yes 4=office",
	  "Q1 4\nQ2 yes\nQ4 office" },
	{ FORM, "1=5 2=no",
	  "q1: 5 q2: no" },
	{ FORM, "1=5 2=yes 3=nothing 4=remote",
	  "1. 5 2. yes 3. nothing 4. remote" },
	{ FORM, "1=3",
	  "question 1 - 3" },
	{ FORM_DE, "1=4 2=yes 3=alles gut 4=online",
	  "1: 4\n2: ja\n3: alles gut\n4: online" },
	{ FORM_DE, "3=alles gut",
	  "3: alles gut" },
	{ FORM_DE, "2=yes",
	  "F2 ja|"
	  "Frage 2: ja" },
	{ FORM_DE, "1=3 2=no 3=passt so 4=Büro",
	  "1. 3\n2. nein\n3. passt so\n4. Büro" },
};

static int
by_value (const void *one, const void *other)
{
	return g_strcmp0 (*(const char *const *) one, *(const char *const *) other);
}

/* The answers that are sure, lines of a list in their order. */
static char *
meaning_of (const rn_reading *reading, enum ask ask)
{
	g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
	gboolean is_form = ask >= FORM, is_all_lines = TRUE;

	for (guint i = 0; i < reading->answers->len; i++) {
		const struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		gboolean has_value = *answer->value != '\0' && (is_form || answer->question == 0);
		const char *value = has_value ? answer->value : rn_intent_name (answer->intent);
		if (answer->confidence < 60 || answer->intent > RN_INTENT_TEXT || (answer->question > 0) != is_form)
			continue;
		is_all_lines = is_all_lines && answer->intent == RN_INTENT_NUMBER;
		g_ptr_array_add (said, is_form ? g_strdup_printf ("%d=%s", answer->question, value) : g_strdup (value));
	}
	if (is_all_lines && !is_form)
		g_ptr_array_sort (said, by_value);
	g_ptr_array_add (said, NULL);
	return g_strjoinv (" ", (char **) said->pdata);
}

static char *
read_mail (const char *text, enum ask ask)
{
	g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
	g_autoptr (rn_reading) reading = rn_reading_new ();
	struct rn_reply reply;

	ck_assert (rn_time_parse ("2026-03-11T09:00:00Z", &reading->date, NULL));
	rn_reply_split (text, &reply);
	rn_read_answers (reading, &reply, zone);
	rn_reply_clear (&reply);
	return meaning_of (reading, ask);
}

static void
check_reply (const char *reply, const char *question, enum ask ask, const char *meaning)
{
	g_auto (GStrv) lines = g_strsplit (question, "\n", -1);
	g_autofree char *joined = g_strjoinv ("\n> ", lines);
	g_autofree char *quote = g_strdup_printf ("On 10 Mar 2026, at 14:00, Pairs <pairs@firm.example> wrote:\n\n> %s", joined);
	g_autofree char *above = g_strdup_printf ("%s\n\n%s\n", reply, quote);
	g_autofree char *below = g_strdup_printf ("%s\n\n%s\n", quote, reply);
	g_autofree char *said_above = read_mail (above, ask), *said_below = read_mail (below, ask);

	ck_assert_msg (g_str_equal (said_above, meaning), "“%s” above the question: “%s” for “%s”", reply, said_above, meaning);
	ck_assert_msg (g_str_equal (said_below, meaning), "“%s” below the question: “%s” for “%s”", reply, said_below, meaning);
}

START_TEST (replies_mean)
{
	g_auto (GStrv) replies = g_strsplit (rows[_i].replies, "|", -1);

	for (gsize i = 0; replies[i] != NULL; i++)
		check_reply (replies[i], asks[rows[_i].ask], rows[_i].ask, rows[_i].meaning);
}
END_TEST

/* As long as a mail of ours lists them: what stands at its end is a line like those at its top. */
START_TEST (all_lines_of_a_long_list_are_lines)
{
	static const struct { const char *reply, *meaning; } ends[] = {
		{ "I can help with 12, 43, 97.", "12 43 97" },
		{ "from 97 to 99", "97 98 99" },
		{ "100", "100" },
		{ "Der Sternenhimmel, bitte", "100" },
	};
	g_autoptr (GString) question = g_string_new ("Which of these could you teach?\n\n");

	for (int n = 1; n < 100; n++)
		g_string_append_printf (question, "%d. What everybody should know of the trade of a %c%c%c (Ananya Deshpande)\n", n,
		                        'a' + n / 25, 'a' + n % 25, 'a' + n % 7);
	g_string_append (question, "100. Sternenhimmel\n\nPlease reply with the numbers.\n");
	for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
		check_reply (ends[i].reply, question->str, TOPICS, ends[i].meaning);
}
END_TEST

static Suite *
suite (void)
{
	Suite *suite = suite_create ("short_replies");
	TCase *tests = tcase_create ("short_replies");

	tcase_add_loop_test (tests, replies_mean, 0, G_N_ELEMENTS (rows));
	tcase_add_test (tests, all_lines_of_a_long_list_are_lines);
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (suite ())
