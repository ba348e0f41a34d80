#include "phrases.h"

#define SURE 97   /* can hardly mean anything else */
#define LIKELY 88 /* the usual sense of it in a short answer */
#define WEAK 75   /* polite or roundabout */

/* Of ordinals and cardinals the first means 1. */
static const struct rn_lexicon_row rows[] = {
	/* ---- yes ---- */
	{ RN_EN, RN_MEANS_YES, SURE, "yes|yeah|yep|yup|yea|aye|sure|accept", FALSE },
	{ RN_DE | RN_NL, RN_MEANS_YES, SURE, "ja|jaa", FALSE },
	{ RN_FR, RN_MEANS_YES, SURE, "oui", FALSE },
	{ RN_ES | RN_IT, RN_MEANS_YES, SURE, "sí", FALSE },
	{ RN_PT, RN_MEANS_YES, SURE, "sim", FALSE },
	{ RN_EN, RN_MEANS_YES, SURE, "yes please|yes gladly|yes of course|yes absolutely|yes sure|count me in|i m in|"
	  "i am in|i accept|i agree|i d love to|i would love to|i d be happy to|i would be happy to|i ll be there|"
	  "i will be there|i ll come|i confirm|confirmed|accepted|sign me up|go ahead|with pleasure|absolutely|"
	  "definitely|of course|certainly|by all means|agreed|gladly|happy to|glad to|i d be glad to|"
	  "i would be glad to|i m interested|i am interested|i can t wait|can t wait|looking forward to it|delighted|"
	  "you bet|i volunteer|i d like to take part|i would like to take part|i want to take part|"
	  "i d like to participate|i would like to participate|i d like to join|i would like to join|i want to join|"
	  "please add me|please include me|i approve|approved|i ll do it|i will do it|let s do it|let s go", FALSE },
	{ RN_EN, RN_MEANS_YES, SURE, "done|finished|it s done|it is done|all done|completed|taken care of", FALSE },
	{ RN_EN, RN_MEANS_YES, LIKELY, "works for me|work for me|works for us|works well|suits me|suits me fine|"
	  "suit me|fits me|fine with me|fine for me|fine by me|ok with me|ok for me|good for me|great for me|"
	  "perfect for me|sounds good|sounds great|sounds fine|sounds perfect|that works|this works|it works|"
	  "would work|will work|works fine|i can do|i can make|i m available|i am available|i m free|i am free|"
	  "no problem|not a problem|no objection|no objections|why not|i don t mind|sure thing|i think so|looks good|"
	  "would be fine|would be great|would be good|is fine|is good|is great|is perfect|is ok|is okay|very well|"
	  "all right|alright|fine|perfect|great|lovely|wonderful|excellent|works|suits|possible|comfortable|"
	  "i am comfortable|i m comfortable|available|willing|will do|nothing against it|up for it|i m up for it|"
	  "i m game|sounds like fun|sounds like a plan|sounds interesting|good idea|great idea|love it|my pleasure|"
	  "would love to|i d be up for it|keen|i m keen|all good|go for it|approve|confirm|we met|we did meet|"
	  "we have met|it took place|took place|it happened", FALSE },
	{ RN_DE, RN_MEANS_YES, SURE, "ja gern|ja gerne|ja bitte|ja sehr gern|ja sehr gerne|ja klar|ja natürlich|"
	  "ja unbedingt|ich bin dabei|bin dabei|ich mache mit|mache mit|mach mit|sehr gern|sehr gerne|aber gern|"
	  "aber gerne|gern|gerne|ich nehme an|nehme an|ich stimme zu|stimme zu|zugesagt|ich sage zu|sage zu|zusage|"
	  "einverstanden|bin einverstanden|natürlich|selbstverständlich|unbedingt|auf jeden fall|mit vergnügen|"
	  "ich freue mich darauf|freue mich darauf|freu mich drauf|ich hätte interesse|habe interesse|"
	  "hätte interesse|ich habe interesse|bin interessiert|ich möchte mitmachen|möchte mitmachen|"
	  "ich möchte teilnehmen|möchte teilnehmen|ich nehme teil|nehme teil|ich komme|komme gern|bestätigt|"
	  "ich bestätige|genehmigt|freigegeben|trag mich ein|tragen sie mich ein|melde mich an|jawohl|jep|jup|jo", FALSE },
	{ RN_DE, RN_MEANS_YES, SURE, "erledigt|ist erledigt|gemacht|fertig|abgeschlossen", FALSE },
	{ RN_DE, RN_MEANS_YES, LIKELY, "passt mir|passt mir gut|passt mir sehr gut|passt bei mir|passt für mich|"
	  "passt uns|passt gut|passt perfekt|passt prima|passt|das passt|passt es|würde passen|würde mir passen|"
	  "wäre gut|wäre super|wäre prima|wäre möglich|wäre ok|wäre in ordnung|würde gehen|ginge|geht klar|"
	  "geht in ordnung|in ordnung|das geht|geht bei mir|geht gut|geht|klappt|klappt bei mir|das klappt|kann ich|"
	  "ich kann|kein problem|keine einwände|nichts dagegen|habe nichts dagegen|warum nicht|wieso nicht|"
	  "von mir aus|meinetwegen|alles klar|klar|na klar|klingt gut|hört sich gut an|prima|super|perfekt|toll|gut|"
	  "sehr gut|bestens|ausgezeichnet|wunderbar|hab ich zeit|habe ich zeit|ich habe zeit|hätte ich zeit|"
	  "bin verfügbar|bin frei|möglich|ist möglich|ich möchte|ich will|ich denke schon|gern doch|passen|"
	  "passen mir|passen mir gut|passen gut|passen mir beide|das wäre schön|wäre schön|wäre toll|gute idee|"
	  "tolle idee|klingt interessant|klingt spannend|klingt super|finde ich gut|finde ich toll|"
	  "mein einverständnis|hört sich super an|genehmige|genehmigen|bestätige|bestätigen|freigeben|"
	  "wir haben uns getroffen|haben uns getroffen|hat stattgefunden|fand statt", FALSE },
	{ RN_FR, RN_MEANS_YES, SURE, "oui avec plaisir|oui volontiers|oui bien sûr|oui s il vous plaît|oui merci|"
	  "avec plaisir|avec grand plaisir|volontiers|bien sûr|bien entendu|absolument|certainement|j accepte|"
	  "je suis d accord|je suis partant|je suis partante|partant|partante|je participe|je participerai|je viens|"
	  "je viendrai|je serai là|je confirme|c est confirmé|comptez sur moi|compte sur moi|je suis intéressé|"
	  "je suis intéressée|ça m intéresse|cela m intéresse|je souhaite participer|je voudrais participer|"
	  "j aimerais participer|inscrivez moi|approuvé|validé|je valide|ouais|accepté", FALSE },
	{ RN_FR, RN_MEANS_YES, SURE, "fait|c est fait|terminé|effectué", FALSE },
	{ RN_FR, RN_MEANS_YES, LIKELY, "d accord|ça me va|cela me va|ça me convient|cela me convient|me convient|"
	  "me conviendrait|convient|conviendrait|ça marche|ça ira|ça va|c est bon|c est parfait|c est possible|"
	  "parfait|très bien|entendu|pas de problème|pas de souci|aucun problème|sans problème|pourquoi pas|je peux|"
	  "je suis disponible|suis disponible|disponible|je suis libre|possible|je veux bien|je pense que oui|super|"
	  "génial|excellent|ok pour moi|bon pour moi|va pour|je le souhaite|je n y vois pas d inconvénient|"
	  "n y vois aucun inconvénient|tout à fait|me vont|vont très bien|me conviennent|conviennent|me vont bien|"
	  "bonne idée|très bonne idée|ce serait un plaisir|ce sera avec plaisir|excellente idée|ça me tente|"
	  "ça me plaît|approuver|confirmer|nous nous sommes vus|nous nous sommes rencontrés|a eu lieu", FALSE },
	{ RN_ES, RN_MEANS_YES, SURE, "sí por favor|sí con gusto|sí claro|sí gracias|sí con mucho gusto|sí encantado|"
	  "sí encantada|con gusto|con mucho gusto|claro|claro que sí|por supuesto|desde luego|encantado|encantada|"
	  "acepto|estoy de acuerdo|de acuerdo|cuenten conmigo|cuenta conmigo|me apunto|apúntame|confirmo|confirmado|"
	  "participaré|quiero participar|me gustaría participar|me interesa|estoy interesado|estoy interesada|"
	  "allí estaré|ahí estaré|asistiré|por descontado|aprobado|aceptado|sin duda", FALSE },
	{ RN_ES, RN_MEANS_YES, SURE, "hecho|ya está|está hecho|listo|terminado|realizado", FALSE },
	{ RN_ES, RN_MEANS_YES, LIKELY, "me va bien|me viene bien|me parece bien|me parece perfecto|me vale|vale|"
	  "me sirve|me conviene|puedo|estoy disponible|disponible|estoy libre|sin problema|ningún problema|"
	  "no hay problema|no hay inconveniente|por qué no|perfecto|muy bien|está bien|bien|genial|estupendo|"
	  "excelente|creo que sí|posible|es posible|me encantaría|quiero|ok por mi parte|me van bien|me sirven|"
	  "van bien|me vienen bien|buena idea|suena bien|me parece una buena idea|será un placer|me apetece|"
	  "me gusta la idea|aprobar|apruebo|confirmar|nos reunimos|nos hemos reunido|tuvo lugar", FALSE },
	{ RN_IT, RN_MEANS_YES, SURE, "sì volentieri|sì grazie|sì certo|sì con piacere|sì per favore|volentieri|"
	  "con piacere|molto volentieri|certo|certamente|certo che sì|assolutamente sì|assolutamente|ovviamente|"
	  "naturalmente|accetto|sono d accordo|ci sto|ci sono|ci sarò|contate su di me|conta su di me|partecipo|"
	  "parteciperò|vorrei partecipare|voglio partecipare|mi piacerebbe partecipare|mi interessa|sono interessato|"
	  "sono interessata|confermo|confermato|approvato|accettato|senz altro", FALSE },
	{ RN_IT, RN_MEANS_YES, SURE, "fatto|è fatto|finito|completato", FALSE },
	{ RN_IT, RN_MEANS_YES, LIKELY, "va bene|mi va bene|va benissimo|per me va bene|d accordo|mi sta bene|"
	  "sta bene|posso|sono disponibile|disponibile|sono libero|sono libera|nessun problema|non c è problema|"
	  "senza problemi|perché no|perfetto|benissimo|molto bene|ottimo|bene|credo di sì|penso di sì|possibile|"
	  "è possibile|mi piacerebbe|vorrei|ok per me|vanno bene|mi vanno bene|mi farebbe piacere|mi fa piacere|"
	  "buona idea|ottima idea|mi sembra una buona idea|mi piace|sarà un piacere|mi sembra ottimo|approvare|"
	  "approvo|confermare|ci siamo incontrati|ci siamo visti|ha avuto luogo", FALSE },
	{ RN_NL, RN_MEANS_YES, SURE, "ja graag|ja hoor|ja zeker|ja natuurlijk|ja prima|ja leuk|graag|heel graag|"
	  "zeer graag|zeker|zeker wel|natuurlijk|uiteraard|absoluut|ik doe mee|doe mee|ik ga akkoord|ga akkoord|"
	  "akkoord|ik accepteer|ik ben erbij|ben erbij|ik kom|ik neem deel|ik wil meedoen|wil graag meedoen|"
	  "ik wil deelnemen|wil graag deelnemen|ik heb interesse|heb interesse|ik ben geïnteresseerd|met plezier|"
	  "met genoegen|bevestigd|ik bevestig|goedgekeurd|schrijf me in|jazeker|jawel", FALSE },
	{ RN_NL, RN_MEANS_YES, SURE, "gedaan|klaar|is gedaan|afgerond|voltooid|afgehandeld", FALSE },
	{ RN_NL, RN_MEANS_YES, LIKELY, "past mij|past me|past mij goed|past goed|dat past|past|komt goed uit|"
	  "komt mij goed uit|schikt mij|schikt|schikt me|dat lukt|lukt|kan ik|ik kan|dat kan|kan wel|geen probleem|"
	  "geen bezwaar|waarom niet|prima|goed|heel goed|is goed|dat is goed|in orde|perfect|uitstekend|klinkt goed|"
	  "ik ben beschikbaar|ben beschikbaar|beschikbaar|ben vrij|mogelijk|oké voor mij|wat mij betreft|"
	  "ik denk het wel|ik wil|leuk|mooi|passen|passen mij|passen goed|passen me|goed idee|leuk idee|klinkt leuk|"
	  "lijkt me leuk|lijkt me goed|lijkt mij leuk|lijkt me prima|goedkeuren|bevestigen|we hebben elkaar ontmoet|"
	  "is doorgegaan|heeft plaatsgevonden", FALSE },
	{ RN_PT, RN_MEANS_YES, SURE, "sim por favor|sim com prazer|sim claro|sim obrigado|sim obrigada|sim com gosto|"
	  "com prazer|com muito prazer|com todo o gosto|com gosto|claro|claro que sim|com certeza|certamente|aceito|"
	  "concordo|estou de acordo|de acordo|conte comigo|contem comigo|podem contar comigo|confirmo|confirmado|"
	  "quero participar|gostaria de participar|participarei|vou participar|tenho interesse|estou interessado|"
	  "estou interessada|estarei lá|estarei presente|eu topo|topo|aprovado|aceite|sem dúvida", FALSE },
	{ RN_PT, RN_MEANS_YES, SURE, "feito|está feito|concluído|terminado|pronto", FALSE },
	{ RN_PT, RN_MEANS_YES, LIKELY, "pode ser|por mim tudo bem|tudo bem|está bem|está bom|para mim está bem|"
	  "serve para mim|me serve|convém me|dá me jeito|posso|estou disponível|disponível|estou livre|sem problema|"
	  "sem problemas|nenhum problema|não há problema|não tem problema|por que não|porque não|perfeito|muito bem|"
	  "ótimo|óptimo|excelente|bom|beleza|acho que sim|possível|é possível|gostaria|adoraria|combinado|fechado|"
	  "servem|servem me|são boas|ficam bem|boa ideia|ótima ideia|parece me bem|será um prazer|acho ótimo|soa bem|"
	  "me parece bem|aprovar|aprovo|confirmar|encontrámo nos|encontramo nos|nos encontramos|teve lugar", FALSE },
	{ RN_ANY_TONGUE, RN_MEANS_YES, LIKELY, "ok|okay|okey|oke|top|deal|👍|✅|👌|✔", FALSE },

	{ RN_OTHER, RN_MEANS_YES, SURE, "ja tack|ja tak|ja takk|gärna|gerne|ja gerne|kyllä|kyllä kiitos|joo|evet|"
	  "igen|ano|tak chętnie|chętnie|да|так|ναι|はい|네|예|是|是的|好|好的", FALSE },

	{ RN_EN, RN_MEANS_YES, LIKELY, "don t see why not|i don t see why not|i see no reason not to|see no reason why not|see no reason not to|no reason not to|no reason to say no|"
	  "nothing would please me more|nothing i d like more|wouldn t want to miss it|"
	  "wouldn t want to miss this|wouldn t miss it|happy|met|that suits|as good a time as any|count on me|"
	  "you can count on me|i m on board|on board|thumbs up|sounds lovely|no worries|no trouble|"
	  "no trouble at all|no problem at all|not a problem at all|not a bad idea|why ever not|it s a yes|"
	  "it s a date", FALSE },
	{ RN_DE, RN_MEANS_YES, LIKELY, "getroffen|interessieren mich|interessieren|dagegen habe ich nichts|nichts spricht dagegen|spricht nichts dagegen|"
	  "da spricht nichts dagegen|hätte nichts dagegen|hab nichts dagegen|nichts einzuwenden|"
	  "auf mich zählen|zählen sie auf mich|rechnen sie mit mir|interessiert mich|das interessiert mich|"
	  "soll mir recht sein|ist mir recht|mir recht|lässt sich einrichten|lässt sich machen|machen wir|"
	  "machen wir so|nichts lieber als das|daumen hoch", FALSE },
	{ RN_FR, RN_MEANS_YES, LIKELY, "rencontrés|m intéressent|intéressent|on s est vus|m intéresse|intéresse|m intéresserait|pas d inconvénient|aucun inconvénient|"
	  "pas d objection|aucune objection|rien contre|ce n est pas de refus|c est pas de refus|"
	  "ce n est pas un problème|ça roule|ça joue|c est oui|vous pouvez compter sur moi|"
	  "tu peux compter sur moi|je ne demande pas mieux|j en suis|je marche|banco|nickel|impec|avec joie|"
	  "avec enthousiasme|ravi|ravie|ce n est pas un souci|il n y a pas de souci|il n y a pas de problème", FALSE },
	{ RN_ES, RN_MEANS_YES, LIKELY, "nos vimos|me interesan|interesan|no tengo inconveniente|ningún inconveniente|sin inconveniente|nada en contra|"
	  "no veo por qué no|puede contar conmigo|pueden contar conmigo|podéis contar conmigo|contad conmigo|"
	  "interesa|no me importa|no es problema|no es ningún problema|no hay ningún problema|venga|dale|órale|"
	  "cómo no", FALSE },
	{ RN_IT, RN_MEANS_YES, LIKELY, "incontrati|mi interessano|interessano|nulla in contrario|niente in contrario|non ho nulla in contrario|nessuna obiezione|"
	  "potete contare su di me|può contare su di me|interessa|mi interesserebbe|non vedo perché no|"
	  "non è un problema|non c è alcun problema|non c è nessun problema|affare fatto|con entusiasmo|"
	  "ben volentieri|molto interessato|molto interessata", FALSE },
	{ RN_NL, RN_MEANS_YES, LIKELY, "ontmoet|interesseren me|interesseren mij|gesproken|geen enkel probleem|niets op tegen|niets tegen|heb er niets op tegen|"
	  "u kunt op mij rekenen|je kunt op me rekenen|jullie kunnen op me rekenen|reken op mij|"
	  "interesseert me|interesseert mij|lijkt me wel wat|doen we|ik zie niet in waarom niet|vind ik goed|"
	  "vind ik leuk|voor mij prima", FALSE },
	{ RN_PT, RN_MEANS_YES, LIKELY, "pode contar comigo|interessam me|me interessam|podem contar comigo|podes contar comigo|nada contra|sem objeções|sem objeção|"
	  "não vejo por que não|não vejo porque não|não há problema nenhum|não é problema|interessa me|"
	  "me interessa|interessa|com todo o prazer|com muito gosto|por mim pode ser|é claro|bora", FALSE },

	{ RN_EN, RN_MEANS_YES, SURE, "honoured|honored|affirmative|roger|totally|hell yes|heck yes|yessir|aye aye|do want to|"
	  "i do want to join|more than happy|sign me up|put me down|count me in too|i m all in|all in|thrilled|"
	  "i d be thrilled|pleased to|i d be pleased|would be pleased|would be a pleasure|let s give it a try|"
	  "let s try|give it a try|give it a go|let s give it a go|my answer is yes|the answer is yes", FALSE },
	{ RN_DE, RN_MEANS_YES, SURE, "freilich|ja freilich|logisch|logo|gebongt|abgemacht|na sicher|sicher doch|aber klar|aber sicher|"
	  "aber ja|nehme ich an|nehme ich gern an|nehme ich gerne an|das nehme ich|bin gerne dabei|"
	  "bin gern dabei|gerne dabei|gern dabei|mit von der partie|mit freude|mit grosser freude|"
	  "ich wäre dabei|wäre gern dabei|wäre gerne dabei|wäre ich dabei|die antwort ist ja|würde mich freuen|"
	  "ich würde mich freuen", FALSE },
	{ RN_FR, RN_MEANS_YES, SURE, "carrément|grave|évidemment|assurément|ce serait avec plaisir|je serais ravi|je serais ravie|"
	  "serais ravi|serais ravie|serais heureux|serais heureuse|je prends|ça me ferait plaisir|"
	  "cela me ferait plaisir|la réponse est oui|mille fois oui", FALSE },
	{ RN_ES, RN_MEANS_YES, SURE, "cuenta conmigo|idea estupenda|me parece una idea estupenda|me parece estupendo|me parece genial|"
	  "faltaría más|obvio|obviamente|será un honor|estaré encantado|estaré encantada|estaría encantado|"
	  "estaría encantada|la respuesta es sí|hagámoslo|vamos allá", FALSE },
	{ RN_IT, RN_MEANS_YES, SURE, "molto piacere|ovvio|perché mai no|ne sarei felice|sarei felice|sarei lieto|sarei lieta|"
	  "sarei onorato|sarei onorata|molto volentieri|la risposta è sì|facciamolo|d accordissimo|"
	  "come no", FALSE },
	{ RN_NL, RN_MEANS_YES, SURE, "lijkt me leuk|lijkt mij leuk|lijkt me hartstikke leuk|vanzelfsprekend|jazeker|tuurlijk|doe ik|"
	  "doe ik graag|ik doe graag mee|doe graag mee|zou ik graag doen|zou ik leuk vinden|het antwoord is ja|"
	  "afgesproken", FALSE },
	{ RN_PT, RN_MEANS_YES, SURE, "muito gosto|obviamente|lógico|claro que quero|seria um prazer|seria uma honra|ficaria feliz|"
	  "fico feliz|a resposta é sim|combinadíssimo|conte comigo sim", FALSE },

	/* ---- no ---- */
	{ RN_OTHER, RN_MEANS_NO, SURE, "nej|nej tack|nej tak|nei|nei takk|ei kiitos|hayır|nem|nie dziękuję|нет|ні|"
	  "όχι|いいえ|아니요|아니오|不|否", FALSE },
	{ RN_EN | RN_ES, RN_MEANS_NO, SURE, "no", TRUE },
	{ RN_PT, RN_MEANS_NO, SURE, "não", TRUE },
	{ RN_IT, RN_MEANS_NO, SURE, "no", FALSE },
	{ RN_DE, RN_MEANS_NO, SURE, "nein", FALSE },
	{ RN_FR, RN_MEANS_NO, SURE, "non", FALSE },
	{ RN_NL, RN_MEANS_NO, SURE, "nee", FALSE },
		{ RN_EN, RN_MEANS_NO, SURE, "no thanks|no thank you|no thankyou|no sorry|no i m sorry|not for me|"
	  "not interested|i m not interested|i am not interested|not this time|count me out|i m out|i am out|"
	  "i decline|declined|i must decline|i have to decline|i ll pass|i will pass|i d rather not|"
	  "i would rather not|rather not|i refuse|refused|rejected|not possible|no way|absolutely not|definitely not|"
	  "certainly not|of course not|nope|nah|no longer|i don t want|i do not want|i don t wish|"
	  "i do not wish|no interest|don t think so|"
	  "not at all|not comfortable|uncomfortable|i object|unfortunately not|sadly not|i m afraid not|afraid not|"
	  "none|none of them|none of these|none of those|neither|neither of them|not done|have to pass|must pass|"
	  "will pass|not a chance|can t commit|cannot commit|prefer not|prefer not to|would prefer not|"
	  "would prefer not to|i d prefer not to|have to say no|must say no|won t be taking part|"
	  "not taking part|not joining|i ll skip|skip this|leave it|not really|not necessarily|reject|deny|"
	  "did not meet|didn t meet|haven t met|have not met|did not take place|didn t take place|did not happen|"
	  "didn t happen|was cancelled|was canceled", FALSE },
	{ RN_DE, RN_MEANS_NO, SURE, "nein danke|nein leider|leider nein|leider nicht|nein lieber nicht|lieber nicht|"
	  "eher nicht|besser nicht|kein interesse|kein bedarf|nicht interessiert|ich lehne ab|lehne ab|abgelehnt|"
	  "muss ablehnen|ich sage ab|sage ab|muss absagen|ich muss absagen|absage|auf keinen fall|"
	  "keinesfalls|nicht dabei|ohne mich|ich möchte nicht|möchte nicht|möchte ich nicht|ich will nicht|"
	  "will nicht|ich verzichte|verzichte|nö|nee|ne danke|nicht möglich|unmöglich|bin raus|keiner|keines|keins|"
	  "keine davon|keiner davon|keines davon|keine von beiden|niemals|nicht für mich|diesmal nicht|"
	  "dieses mal nicht|dieses jahr nicht|nicht erledigt|nicht wirklich|nicht unbedingt|"
	  "haben uns nicht getroffen|wir haben uns nicht getroffen|fand nicht statt|hat nicht stattgefunden|fiel aus|"
	  "ist ausgefallen|wurde abgesagt", FALSE },
	{ RN_FR, RN_MEANS_NO, SURE, "non merci|non désolé|non désolée|malheureusement non|malheureusement pas|"
	  "hélas non|plutôt pas|je préfère pas|je ne préfère pas|je préfère ne pas|je préférerais ne pas|"
	  "pas intéressé|pas intéressée|je décline|je refuse|refusé|je ne souhaite pas|je ne veux pas|"
	  "ne souhaite pas|ne veux pas|sans moi|pas pour moi|pas cette fois|aucun des deux|aucune des deux|"
	  "ni l un ni l autre|certainement pas|pas du tout|absolument pas|surtout pas|je ne pense pas|nan|"
	  "je dois refuser|je passe mon tour|pas fait|pas vraiment|rejeter|n a pas eu lieu|a été annulé|"
	  "a été annulée", FALSE },
	{ RN_ES, RN_MEANS_NO, SURE, "no gracias|no lo siento|lamentablemente no|desgraciadamente no|por desgracia no|"
	  "mejor no|preferiría no|prefiero no|preferiría que no|no me interesa|no estoy interesado|"
	  "no estoy interesada|no quiero|no deseo|no acepto|rechazo|rechazado|declino|imposible|no es posible|"
	  "conmigo no|esta vez no|jamás|ninguno|ninguna|ninguna de las dos|ninguno de los dos|en absoluto|"
	  "claro que no|por supuesto que no|de ninguna manera|creo que no|no hecho|no realmente|"
	  "no nos reunimos|no tuvo lugar|se canceló|fue cancelada", FALSE },
	{ RN_IT, RN_MEANS_NO, SURE, "no grazie|no mi dispiace|purtroppo no|meglio di no|preferirei di no|"
	  "preferisco di no|preferirei non|preferisco non|non mi interessa|non sono interessato|non sono interessata|"
	  "non voglio|non desidero|non accetto|rifiuto|rifiutato|declino|impossibile|non è possibile|non per me|"
	  "non questa volta|questa volta no|nessuno|nessuna|nessuno dei due|nessuna delle due|assolutamente no|"
	  "certo che no|credo di no|penso di no|per niente|non fatto|non proprio|non ci siamo incontrati|"
	  "non ha avuto luogo|è stato annullato|è stata annullata", FALSE },
	{ RN_NL, RN_MEANS_NO, SURE, "nee bedankt|nee dank je|nee dank u|nee dankjewel|nee sorry|nee helaas|"
	  "helaas niet|helaas nee|liever niet|beter niet|geen interesse|geen behoefte|niet geïnteresseerd|ik bedank|"
	  "ik sla af|ik weiger|geweigerd|afgewezen|wil niet|ik wil niet|ik wil liever niet|niet mogelijk|onmogelijk|"
	  "niet voor mij|deze keer niet|geen van beide|geen van allen|zeker niet|absoluut niet|ik doe niet mee|"
	  "doe niet mee|zonder mij|ik denk het niet|neen|niet gedaan|niet echt|ging niet door|"
	  "is niet doorgegaan|is geannuleerd", FALSE },
	{ RN_PT, RN_MEANS_NO, SURE, "não obrigado|não obrigada|não desculpe|infelizmente não|lamentavelmente não|"
	  "melhor não|prefiro não|preferia não|preferiria não|não me interessa|não tenho interesse|"
	  "não estou interessado|não estou interessada|não quero|não desejo|não aceito|recuso|recusado|declino|"
	  "impossível|não é possível|desta vez não|jamais|nenhum|nenhuma|nenhum dos dois|nenhuma das duas|"
	  "de modo nenhum|de jeito nenhum|claro que não|acho que não|de maneira nenhuma|não feito|nem por isso|"
	  "não realmente|rejeitar|não nos encontrámos|não nos encontramos|não teve lugar|foi cancelada|"
	  "foi cancelado", FALSE },

	{ RN_EN, RN_MEANS_REFUSE, SURE, "decline|refuse|turn it down|turn that down|turn this down|resist", FALSE },
	{ RN_DE, RN_MEANS_REFUSE, SURE, "ablehnen|absagen|ausschlagen|verzichten|widerstehen", FALSE },
	{ RN_FR, RN_MEANS_REFUSE, SURE, "refuser|décliner|résister", FALSE },
	{ RN_ES, RN_MEANS_REFUSE, SURE, "rechazar|declinar|negarme|resistirme", FALSE },
	{ RN_IT, RN_MEANS_REFUSE, SURE, "rifiutare|declinare|resistere|tirarmi indietro", FALSE },
	{ RN_NL, RN_MEANS_REFUSE, SURE, "weigeren|afwijzen|afslaan|afzeggen|weerstaan", FALSE },
	{ RN_PT, RN_MEANS_REFUSE, SURE, "recusar|declinar|resistir", FALSE },
	{ RN_EN, RN_MEANS_SAY, SURE, "say|saying", FALSE },
	{ RN_DE, RN_MEANS_SAY, SURE, "sage|sagen|sag|sagt", FALSE },
	{ RN_FR, RN_MEANS_SAY, SURE, "dis|dire|dirai|dirais|dit", FALSE },
	{ RN_ES, RN_MEANS_SAY, SURE, "digo|decir|diré|diría", FALSE },
	{ RN_IT, RN_MEANS_SAY, SURE, "dico|dire|dirò|direi", FALSE },
	{ RN_NL, RN_MEANS_SAY, SURE, "zeg|zeggen", FALSE },
	{ RN_PT, RN_MEANS_SAY, SURE, "digo|dizer|direi|diria", FALSE },
	{ RN_EN, RN_MEANS_NO, LIKELY, "i m not the right person|not the right person|not my thing|not my cup of tea|not keen|"
	  "not in a position to|give it a miss|sit this one out|i d sooner not|i d better not|better not|"
	  "no can do|no chance|hard pass|pass this time|pass on this|pass on that|that s a no|it s a no|"
	  "out of the question|not going to happen|not up for it|nothing for me|give this a miss", FALSE },
	{ RN_DE, RN_MEANS_NO, LIKELY, "nichts für mich|ist nichts für mich|kommt nicht in frage|kommt für mich nicht in frage|"
	  "nicht in der lage|lass es|lasse es lieber|lieber doch nicht|besser doch nicht|davon absehen|"
	  "sehe davon ab|nicht mein ding|nix für mich|ich bin raus|muss passen|ich passe|muss leider passen|"
	  "muss ich passen|muss ich leider passen", FALSE },
	{ RN_FR, RN_MEANS_NO, LIKELY, "je passe|plutôt non|m abstenir|hors de question|ce n est pas pour moi|c est pas pour moi|"
	  "très peu pour moi|sans façon|je regrette mais non", FALSE },
	{ RN_ES, RN_MEANS_NO, LIKELY, "más bien no|no es lo mío|no es para mí|paso|yo paso|va a ser que no|ni hablar|mejor que no|"
	  "prefiero que no|no puedo aceptar", FALSE },
	{ RN_IT, RN_MEANS_NO, LIKELY, "non fa per me|non è per me|passo|stavolta passo|meglio no|piuttosto no|direi di no|non se ne parla|"
	  "mi tiro indietro", FALSE },
	{ RN_NL, RN_MEANS_NO, LIKELY, "niets voor mij|niks voor mij|dat is niets voor mij|moet ik passen|moet passen|"
	  "moet ik dit keer passen|moet ik deze keer passen|dit keer passen|deze keer passen|ik pas|laat maar|"
	  "ik zie ervan af|zie ervan af|liever toch niet|geen zin|komt niet in aanmerking|ik moet bedanken|"
	  "moet bedanken", FALSE },
	{ RN_PT, RN_MEANS_NO, LIKELY, "não é para mim|passo|desta vez passo|dessa vez passo|prefiro que não|nem pensar|fora de questão|"
	  "não faz o meu género", FALSE },

	{ RN_EN, RN_MEANS_NO, SURE, "i m full up|my plate is full|my calendar is full|calendar is completely full|have no capacity|"
	  "no capacity|no bandwidth|don t have the bandwidth|don t have capacity|the answer is no|"
	  "my answer is no|i ll have to say no|not for the time being|must refuse|have to refuse|"
	  "have to turn|need to turn|beg off|bow out|opt out of this one|not right for me|isn t for me|"
	  "is not for me|isn t right for me|not the right thing for me|don t feel this is|can t make it work", FALSE },
	{ RN_DE, RN_MEANS_NO, SURE, "ne|nee du|lass mal|lassen wir das|lieber nein|keine kapazitäten|keine kapazität|nicht machbar|"
	  "nicht drin|nicht zu machen|muss daher ablehnen|muss ich ablehnen|muss ich leider ablehnen|"
	  "nicht das richtige|die antwort ist nein|danke nein|wird nichts|daraus wird nichts|"
	  "ist mir zu viel|mir zu viel", FALSE },
	{ RN_FR, RN_MEANS_NO, SURE, "n ai pas le temps|la réponse est non|je dois refuser|je ne peux malheureusement pas|"
	  "pas possible pour moi|ne me sens pas concerné|ne me sens pas concernée|pas mon truc|"
	  "pas disponible pour participer", FALSE },
	{ RN_ES, RN_MEANS_NO, SURE, "no va a ser posible|no será posible|me temo que no|la respuesta es no|no me da tiempo|"
	  "no me siento cómodo|no me siento cómoda|tengo que rechazar|tengo que decir que no", FALSE },
	{ RN_IT, RN_MEANS_NO, SURE, "non ce la faccio|temo di no|la risposta è no|non fa al caso mio|devo dire di no|devo rifiutare", FALSE },
	{ RN_NL, RN_MEANS_NO, SURE, "geen tijd voor|het antwoord is nee|gaat niet lukken|gaat me niet lukken|past niet bij mij|"
	  "moet ik afslaan|moet ik afzeggen|ik moet weigeren", FALSE },
	{ RN_PT, RN_MEANS_NO, SURE, "não vai dar|não vai ser possível|não será possível|a resposta é não|não faz sentido para mim|"
	  "tenho de recusar|tenho que recusar|receio que não", FALSE },

	/* ---- later ---- */
	{ RN_EN, RN_MEANS_LATER, SURE, "later|not now|not right now|not yet|ask me again|ask me later|ask me in|"
	  "ask me next|ask me after|ask again|remind me|maybe later|perhaps later|some other time|another time|"
	  "not at the moment|not today|try again|get back to me|come back to me|check back|at a later date|"
	  "can we postpone|postpone|postponed|not just yet|too early|try me again|ask me then|maybe next time|"
	  "perhaps next time|next time|contact me again|contact me in|contact me after|contact me next|"
	  "get in touch in|get in touch again|reach out again|reach out in|in the new year", FALSE },
	{ RN_DE, RN_MEANS_LATER, SURE, "später|jetzt nicht|nicht jetzt|noch nicht|momentan nicht|im moment nicht|"
	  "derzeit nicht|zur zeit nicht|zurzeit nicht|gerade nicht|aktuell nicht|vielleicht später|ein andermal|"
	  "ein anderes mal|ein ander mal|fragen sie mich|frag mich|fragt mich|fragen sie noch einmal|"
	  "erinnern sie mich|erinnere mich|melden sie sich wieder|zu einem späteren zeitpunkt|verschieben|"
	  "später gern|später gerne|heute nicht|nicht heute|zu früh|melden sie sich im|melden sie sich nach|"
	  "kontaktieren sie mich im|melde dich im|melde dich wieder|"
	  "nochmal fragen|noch einmal fragen|noch mal fragen|erneut fragen|wieder fragen", FALSE },
	{ RN_FR, RN_MEANS_LATER, SURE, "plus tard|pas maintenant|pas encore|pas pour le moment|pas pour l instant|"
	  "pas en ce moment|pas tout de suite|une autre fois|peut être plus tard|redemandez moi|redemande moi|"
	  "demandez moi|demande moi|relancez moi|rappelez moi|rappelle moi|recontactez moi|ultérieurement|"
	  "à une date ultérieure|reporter|pas aujourd hui|trop tôt|contactez moi en|me recontacter|recontacter|"
	  "me redemander", FALSE },
	{ RN_ES, RN_MEANS_LATER, SURE, "más tarde|más adelante|ahora no|no ahora|todavía no|aún no|por ahora no|"
	  "de momento no|por el momento no|en este momento no|en otro momento|otra vez será|en otra ocasión|"
	  "quizás más tarde|tal vez más tarde|pregúnteme|pregúntame|pregúntenme|recuérdeme|recuérdame|posponer|"
	  "aplazar|hoy no|luego|después|demasiado pronto|contácteme en|contáctenme|vuelvan a preguntar", FALSE },
	{ RN_IT, RN_MEANS_LATER, SURE, "più tardi|più avanti|non ora|non adesso|adesso no|ora no|non ancora|"
	  "per ora no|per il momento no|al momento no|in questo momento no|un altra volta|un altro momento|"
	  "forse più tardi|in un altro momento|chiedimi|mi chieda|chiedetemi|richiedetemi|ricordami|mi ricordi|"
	  "ricordatemi|rimandare|oggi no|non oggi|dopo|in seguito|troppo presto|contattatemi a|ricontattatemi|"
	  "mi ricontatti|risentiamoci", FALSE },
	{ RN_NL, RN_MEANS_LATER, SURE, "later|niet nu|nu niet|nog niet|nu even niet|op dit moment niet|"
	  "momenteel niet|voorlopig niet|misschien later|een andere keer|een ander moment|vraag me|vraag mij|"
	  "vraag het me|vraag het later|herinner me|herinner mij|uitstellen|vandaag niet|niet vandaag|straks|"
	  "te vroeg|neem later contact op|later nog eens|vraag het nog eens", FALSE },
	{ RN_PT, RN_MEANS_LATER, SURE, "mais tarde|agora não|não agora|ainda não|por enquanto não|por agora não|"
	  "de momento não|no momento não|neste momento não|noutra altura|outra altura|outro momento|em outro momento|"
	  "outra vez|talvez mais tarde|pergunte me|pergunta me|perguntem me|me pergunte|lembre me|lembra me|"
	  "me lembre|adiar|hoje não|depois|mais adiante|cedo demais|contacte me em|contactem me|entrem em contato em", FALSE },

	{ RN_EN, RN_MEANS_AFTER, SURE, "after my vacation|after my holiday|after my holidays|after my leave|after my parental leave|"
	  "after my trip|after my return|on my return|when i m back|when i am back|when i return|when i get back|"
	  "once i m back|once i am back|once i return|as soon as i m back|as soon as i am back", FALSE },
	{ RN_DE, RN_MEANS_AFTER, SURE, "nach meinem urlaub|nach dem urlaub|nach unserem urlaub|nach meinen ferien|nach meiner reise|"
	  "nach meiner elternzeit|nach meiner auszeit|nach meiner rückkehr|wenn ich zurück bin|sobald ich zurück bin|"
	  "wenn ich wieder da bin|sobald ich wieder da bin|wenn ich aus dem urlaub zurück bin|"
	  "sobald ich aus dem urlaub zurück bin|wenn ich wieder im büro bin", FALSE },
	{ RN_FR, RN_MEANS_AFTER, SURE, "après mes congés|après mes vacances|après les congés|après mon congé|après mon retour|"
	  "à mon retour|dès mon retour|quand je serai de retour|quand je reviendrai", FALSE },
	{ RN_ES, RN_MEANS_AFTER, SURE, "después de mis vacaciones|después de las vacaciones|tras mis vacaciones|"
	  "tras las vacaciones|cuando vuelva|cuando regrese|a mi vuelta|a mi regreso", FALSE },
	{ RN_IT, RN_MEANS_AFTER, SURE, "dopo le ferie|dopo le mie ferie|dopo le mie vacanze|dopo il congedo|al mio ritorno|"
	  "al mio rientro|quando torno|quando rientro", FALSE },
	{ RN_NL, RN_MEANS_AFTER, SURE, "na mijn vakantie|na mijn verlof|als ik terug ben|zodra ik terug ben|"
	  "wanneer ik terug ben|als ik weer terug ben", FALSE },
	{ RN_PT, RN_MEANS_AFTER, SURE, "depois das férias|depois das minhas férias|após as férias|após as minhas férias|"
	  "quando voltar|quando regressar|no meu regresso", FALSE },
	{ RN_OTHER, RN_MEANS_LATER, SURE, "senare|senere|inte nu|ikke nu|ikke nå|myöhemmin|później|później proszę|"
	  "později|később|daha sonra|позже|пізніше|αργότερα|後で|以后再说|나중에", FALSE },

	{ RN_EN, RN_MEANS_LATER, WEAK, "few more days|a few days to think|more time to think|some time to think|time to think about it|"
	  "think it over|sleep on it|let me get back to you|i ll get back to you|get back to you|"
	  "i ll let you know|let you know|come back to you on this|bear with me|down the line|"
	  "further down the road|when things calm down|when things are quieter", FALSE },
	{ RN_DE, RN_MEANS_LATER, WEAK, "ich melde mich|melde mich wieder|melde mich nochmal|melde mich noch einmal|melde mich dann|"
	  "gebe ihnen bescheid|gebe dir bescheid|gebe bescheid|sage ihnen bescheid|noch ein paar tage|"
	  "bedenkzeit|brauche noch zeit|darüber schlafen|drüber schlafen|überlege es mir|überlege ich mir|"
	  "ein andermal|zu gegebener zeit|derzeit nicht|gerade nicht|zurzeit nicht|im augenblick nicht|"
	  "im moment passt es nicht", FALSE },
	{ RN_FR, RN_MEANS_LATER, WEAK, "reposez moi la question|repose moi la question|reposez la question|je reviens vers vous|"
	  "je reviens vers toi|reviendrai vers vous|je vous redis|je vous tiens au courant|besoin de réfléchir|"
	  "le temps de réfléchir|encore quelques jours|laissez moi quelques jours|une prochaine fois|"
	  "un peu plus tard|dans un second temps", FALSE },
	{ RN_ES, RN_MEANS_LATER, WEAK, "les digo algo|le digo algo|ya les diré|ya le diré|les avisaré|le avisaré|unos días para pensarlo|"
	  "necesito pensarlo|déjeme pensarlo|déjenme pensarlo|vuelva a preguntarme|vuelvan a preguntarme|"
	  "vuélvame a preguntar|para otra ocasión|la próxima vez", FALSE },
	{ RN_IT, RN_MEANS_LATER, WEAK, "vi faccio sapere|le faccio sapere|ti faccio sapere|vi farò sapere|le farò sapere|"
	  "qualche giorno per pensarci|ci devo pensare|ci penserò|la prossima volta|chiedetemelo|"
	  "me lo richieda|richiedetemelo|in un secondo momento", FALSE },
	{ RN_NL, RN_MEANS_LATER, WEAK, "laat het u weten|laat het weten|laat het je weten|laat ik weten|kom er op terug|kom erop terug|"
	  "paar dagen bedenktijd|bedenktijd|er nog over nadenken|volgende keer|een volgende keer|"
	  "op een later moment", FALSE },
	{ RN_PT, RN_MEANS_LATER, WEAK, "depois digo|depois aviso|dou notícias|volto a contactar|uns dias para pensar|"
	  "alguns dias para pensar|preciso de pensar|da próxima vez|na próxima vez|perguntem mais tarde|"
	  "voltem a perguntar|noutra ocasião|em outra ocasião|numa próxima", FALSE },

	/* ---- help, stop, elsewhere, why, undo ---- */
	{ RN_EN, RN_MEANS_HELP, SURE, "help|please help|i need help|help me|can you help|could you help|"
	  "need assistance|i have a question|i don t understand|i do not understand|what is this|how does this work", FALSE },
	{ RN_DE, RN_MEANS_HELP, SURE, "hilfe|bitte helfen|brauche hilfe|ich brauche hilfe|bitte um hilfe|"
	  "können sie helfen|können sie mir helfen|kannst du helfen|kannst du mir helfen|ich habe eine frage|"
	  "habe eine frage|verstehe nicht|verstehe ich nicht|ich verstehe das nicht|was ist das|wie funktioniert das|"
	  "wie geht das", FALSE },
	{ RN_FR, RN_MEANS_HELP, SURE, "aide|à l aide|aidez moi|aide moi|besoin d aide|j ai besoin d aide|"
	  "pouvez vous m aider|j ai une question|je ne comprends pas|qu est ce que c est|comment ça marche", FALSE },
	{ RN_ES, RN_MEANS_HELP, SURE, "ayuda|ayúdame|ayúdenme|necesito ayuda|puede ayudarme|pueden ayudarme|"
	  "tengo una pregunta|tengo una duda|no entiendo|no comprendo|qué es esto|cómo funciona", FALSE },
	{ RN_IT, RN_MEANS_HELP, SURE, "aiuto|aiutatemi|aiutami|ho bisogno di aiuto|mi serve aiuto|potete aiutarmi|"
	  "può aiutarmi|ho una domanda|non capisco|cos è questo|che cos è|come funziona", FALSE },
	{ RN_NL, RN_MEANS_HELP, SURE, "help|hulp|help me|ik heb hulp nodig|hulp nodig|kunt u helpen|"
	  "kunt u mij helpen|kun je helpen|kun je me helpen|ik heb een vraag|ik begrijp het niet|ik snap het niet|"
	  "wat is dit|hoe werkt dit", FALSE },
	{ RN_PT, RN_MEANS_HELP, SURE, "ajuda|ajude me|me ajude|ajudem me|preciso de ajuda|pode ajudar|pode me ajudar|"
	  "podem ajudar|tenho uma pergunta|tenho uma dúvida|não entendo|não compreendo|não percebo|o que é isto|"
	  "o que é isso|como funciona", FALSE },
	{ RN_EN, RN_MEANS_STOP, SURE, "stop|unsubscribe|opt out|opt me out|remove me|take me off|please stop|"
	  "stop mailing me|stop emailing me|stop writing to me|stop sending|do not contact me|don t contact me|"
	  "do not email me|don t email me|don t mail me|don t write to me|leave me alone|no more mails|"
	  "no more emails|no more mail|delete my data|please remove me", FALSE },
	{ RN_DE, RN_MEANS_STOP, SURE, "stopp|stop|abmelden|abbestellen|austragen|bitte abmelden|melden sie mich ab|"
	  "melde mich ab|tragen sie mich aus|keine mails mehr|keine e mails mehr|keine weiteren mails|"
	  "keine weiteren e mails|keine nachrichten mehr|schreiben sie mir nicht|schreiben sie mir nicht mehr|"
	  "bitte nicht mehr schreiben|kontaktieren sie mich nicht|lassen sie mich in ruhe|löschen sie meine daten|"
	  "nehmen sie mich aus|nehmen sie mich von der liste|schicken sie mir keine|schickt mir keine|"
	  "will keine mails|möchte keine mails|möchte keine e mails|nicht mehr anschreiben|aus dem verteiler", FALSE },
	{ RN_FR, RN_MEANS_STOP, SURE, "stop|désabonner|désabonnement|désinscrire|désinscription|désinscrivez moi|"
	  "désabonnez moi|me désinscrire|me désabonner|retirez moi|ne m écrivez plus|ne m envoyez plus|"
	  "ne me contactez plus|plus de mails|arrêtez de m écrire|arrêtez|cessez|laissez moi tranquille|"
	  "supprimez mes données|ne plus m écrire|ne plus me contacter|ne plus m envoyer|ne plus recevoir|"
	  "ne veux plus recevoir", FALSE },
	{ RN_ES, RN_MEANS_STOP, SURE, "stop|baja|darme de baja|dame de baja|deme de baja|denme de baja|"
	  "cancelar suscripción|cancelar la suscripción|no me escriban|no me escriban más|no me contacten|"
	  "no más correos|no más mensajes|dejen de escribirme|basta|parar|déjenme en paz|borren mis datos|elimínenme|"
	  "no me envíen|no me envíen más|no quiero recibir|no deseo recibir", FALSE },
	{ RN_IT, RN_MEANS_STOP, SURE, "stop|cancellami|cancellatemi|disiscrivimi|disiscrivetemi|disiscrizione|"
	  "annulla iscrizione|annullare l iscrizione|rimuovetemi|rimuovimi|non scrivetemi|non scrivetemi più|"
	  "non contattatemi|non contattatemi più|basta|basta mail|smettete di scrivermi|niente più mail|"
	  "lasciatemi in pace|cancellate i miei dati|non inviatemi|non mandatemi|non voglio ricevere|"
	  "non desidero ricevere", FALSE },
	{ RN_NL, RN_MEANS_STOP, SURE, "stop|stoppen|afmelden|uitschrijven|meld me af|meld mij af|schrijf me uit|"
	  "schrijf mij uit|geen mails meer|geen e mails meer|geen berichten meer|mail me niet meer|"
	  "schrijf me niet meer|neem geen contact meer|laat me met rust|verwijder mijn gegevens|haal me van de lijst|"
	  "stuur me geen|stuur mij geen|wil geen mails", FALSE },
	{ RN_PT, RN_MEANS_STOP, SURE, "stop|parar|pare|parem|cancelar inscrição|cancelar subscrição|remover|"
	  "remova me|removam me|me remova|descadastrar|anular subscrição|não me escrevam|não me escrevam mais|"
	  "não me contactem|não me contatem|não me contatem mais|não enviem mais|chega de mails|deixem me em paz|"
	  "apaguem os meus dados|não me enviem|não me enviem mais|não quero receber|não desejo receber", FALSE },
	{ RN_EN, RN_MEANS_ELSEWHERE, SURE, "ombudsperson|ombudsman|ombuds office", TRUE },
	{ RN_EN, RN_MEANS_ELSEWHERE, SURE, "elsewhere|somewhere else|someone else to talk to|"
	  "talk to hr|speak to hr|talk to someone else|speak to someone else|speak to someone in confidence|"
	  "talk to someone in confidence", FALSE },
	{ RN_DE, RN_MEANS_ELSEWHERE, SURE, "ombudsperson|ombudsstelle|vertrauensperson|ombudsmann|ombudsfrau", TRUE },
	{ RN_DE, RN_MEANS_ELSEWHERE, SURE, "anderswo|woanders|anderweitig|"
	  "mit jemand anderem sprechen|mit der personalabteilung sprechen|vertraulich sprechen", FALSE },
	{ RN_FR, RN_MEANS_ELSEWHERE, SURE, "ailleurs|autre part|médiateur|médiatrice|parler à quelqu un d autre|"
	  "parler aux rh|personne de confiance", FALSE },
	{ RN_ES, RN_MEANS_ELSEWHERE, SURE, "en otro lugar|otro lugar|en otra parte|defensor|mediador|"
	  "hablar con otra persona|hablar con rrhh|hablar con recursos humanos", FALSE },
	{ RN_IT, RN_MEANS_ELSEWHERE, SURE, "altrove|da un altra parte|mediatore|parlare con qualcun altro|"
	  "parlare con le risorse umane|difensore civico", FALSE },
	{ RN_NL, RN_MEANS_ELSEWHERE, SURE, "elders|ergens anders|vertrouwenspersoon|met iemand anders praten|"
	  "met hr praten|ombudsman", FALSE },
	{ RN_PT, RN_MEANS_ELSEWHERE, SURE, "noutro lugar|noutro lado|em outro lugar|outro lugar|ouvidoria|provedor|"
	  "mediador|falar com outra pessoa|falar com o rh|falar com os rh|falar com recursos humanos", FALSE },
	{ RN_EN, RN_MEANS_WHY, SURE, "why|why me|why did i|why do i|why am i|why was i|why this|why were|how come|"
	  "where did you get my", FALSE },
	{ RN_DE, RN_MEANS_WHY, SURE, "warum|wieso|weshalb|warum ich|wieso ich|warum bekomme ich|wieso bekomme ich|"
	  "warum habe ich|woher haben sie", FALSE },
	{ RN_FR, RN_MEANS_WHY, SURE, "pourquoi|pourquoi moi|pourquoi est ce que|comment avez vous eu", FALSE },
	{ RN_ES, RN_MEANS_WHY, SURE, "por qué|por qué yo|por qué me|por qué recibo", FALSE },
	{ RN_IT, RN_MEANS_WHY, SURE, "perché|perché io|perché ricevo|come mai", FALSE },
	{ RN_NL, RN_MEANS_WHY, SURE, "waarom|waarom ik|waarom krijg ik|hoezo|hoe komen jullie aan", FALSE },
	{ RN_PT, RN_MEANS_WHY, SURE, "por quê|porquê|por que eu|porque eu|por que recebi|por que motivo", FALSE },
	{ RN_EN, RN_MEANS_UNDO, SURE, "undo|i meant|i mean|meant to say|i meant to say|i meant to write|my mistake|"
	  "that was a mistake|it was a mistake|by mistake|correction|please ignore my last|ignore my previous|"
	  "ignore my last|disregard my|i take that back|take it back|i changed my mind|i ve changed my mind|"
	  "i have changed my mind|changed my mind|scratch that|scrap that|revert", FALSE },
	{ RN_DE, RN_MEANS_UNDO, SURE, "rückgängig|bitte rückgängig machen|rückgängig machen|ich meinte|meinte|"
	  "ich meine|sollte heissen|ich wollte sagen|wollte schreiben|war ein versehen|war ein fehler|mein fehler|"
	  "aus versehen|versehentlich|habe mich vertippt|vertippt|habe mich geirrt|habe es mir anders überlegt|"
	  "hab es mir anders überlegt|anders überlegt|meine meinung geändert|korrektur|widerrufe|ich widerrufe|"
	  "nehme zurück|ziehe zurück|ziehe meine zusage zurück|ich habe mich vertan|mich vertan|sorry falsch|"
	  "falsche antwort", FALSE },
	{ RN_FR, RN_MEANS_UNDO, SURE, "annuler|annulez|annule|je voulais dire|je voulais écrire|voulais dire|"
	  "erreur de ma part|c était une erreur|par erreur|je me suis trompé|je me suis trompée|j ai changé d avis|"
	  "changé d avis|correction|je reviens sur|ignorez mon|je retire", FALSE },
	{ RN_ES, RN_MEANS_UNDO, SURE, "deshacer|quería decir|quise decir|quería escribir|fue un error|por error|"
	  "me equivoqué|me he equivocado|he cambiado de opinión|cambié de opinión|cambio de opinión|corrección|"
	  "rectifico|ignore mi|ignoren mi|retiro lo dicho", FALSE },
	{ RN_IT, RN_MEANS_UNDO, SURE, "annulla|annullare|annullate|volevo dire|intendevo dire|intendevo|"
	  "volevo scrivere|è stato un errore|per errore|mi sono sbagliato|mi sono sbagliata|ho cambiato idea|"
	  "cambiato idea|correzione|ignorate il mio|ritiro", FALSE },
	{ RN_NL, RN_MEANS_UNDO, SURE, "ongedaan maken|maak ongedaan|ongedaan|ik bedoelde|bedoelde|ik bedoel|"
	  "ik wilde zeggen|was een vergissing|per ongeluk|mijn fout|heb me vergist|ik heb me vergist|"
	  "ben van gedachten veranderd|van gedachten veranderd|correctie|negeer mijn|ik trek in", FALSE },
	{ RN_PT, RN_MEANS_UNDO, SURE, "desfazer|queria dizer|quis dizer|queria escrever|foi um erro|foi engano|"
	  "por engano|por erro|enganei me|me enganei|mudei de ideia|mudei de ideias|mudei de opinião|correção|"
	  "correcção|ignore a minha|ignorem a minha|retiro o que", FALSE },

	{ RN_EN, RN_MEANS_HELP, SURE, "speak to a human|speak with a human|talk to a human|to a real person|a real person|to a person|"
	  "with a person|speak to somebody|talk to somebody|call me|give me a call|ring me|phone me|"
	  "don t know what to do|do not know what to do|tell me more|more information|more details|"
	  "i have questions|i have some questions|a few questions", FALSE },
	{ RN_DE, RN_MEANS_HELP, SURE, "mit einem menschen|mit einer person|mit jemandem sprechen|mit jemandem reden|"
	  "einen menschen sprechen|rufen sie mich an|ruf mich an|bitte um rückruf|um einen rückruf|"
	  "mehr informationen|nähere informationen|mehr erfahren|ich habe fragen|habe noch fragen|"
	  "hätte noch fragen|noch eine frage", FALSE },
	{ RN_FR, RN_MEANS_HELP, SURE, "parler à quelqu un|parler à un humain|parler à une personne|appelez moi|plus d informations|"
	  "en savoir plus|plus de détails|j ai des questions|quelques questions", FALSE },
	{ RN_ES, RN_MEANS_HELP, SURE, "hablar con alguien|hablar con una persona|llámeme|llámenme|más información|más detalles|saber más|"
	  "tengo preguntas|algunas preguntas|tengo dudas", FALSE },
	{ RN_IT, RN_MEANS_HELP, SURE, "parlare con qualcuno|parlare con una persona|chiamatemi|mi chiami|più informazioni|"
	  "maggiori informazioni|maggiori dettagli|saperne di più|ho delle domande|alcune domande", FALSE },
	{ RN_NL, RN_MEANS_HELP, SURE, "met iemand praten|met iemand spreken|met een mens|bel me|bel mij|meer informatie|meer details|"
	  "meer weten|ik heb vragen|nog vragen|een paar vragen", FALSE },
	{ RN_PT, RN_MEANS_HELP, SURE, "falar com alguém|falar com uma pessoa|ligue me|liguem me|me ligue|mais informações|mais detalhes|"
	  "saber mais|tenho perguntas|tenho dúvidas|algumas perguntas", FALSE },
	{ RN_EN, RN_MEANS_STOP, SURE, "stop these emails|stop these mails|stop contacting me|stop bothering me|off this list|off your list|"
	  "off the list|off your mailing list|not wish to receive|not want to receive|don t want to receive|"
	  "don t want these|not contact me|no further emails|no further mails|no longer wish to receive|"
	  "no longer want to receive", FALSE },
	{ RN_DE, RN_MEANS_STOP, SURE, "aus ihrem verteiler|vom verteiler|von der liste|keine weitere mail|nicht mehr schreiben|"
	  "nicht mehr kontaktieren|nicht mehr zuschicken|keine solchen mails|diese mails nicht mehr|"
	  "keine dieser mails|nicht länger erhalten|nicht mehr erhalten|nicht mehr bekommen|hören sie auf", FALSE },
	{ RN_FR, RN_MEANS_STOP, SURE, "de ne plus m|plus recevoir|plus de messages|plus de courriels|de votre liste|de la liste|"
	  "de cette liste|de vos listes", FALSE },
	{ RN_ES, RN_MEANS_STOP, SURE, "no me manden|no me escriba|dejen de enviarme|dejen de mandarme|de su lista|de la lista|"
	  "de esta lista|no quiero más correos|dejar de recibir", FALSE },
	{ RN_IT, RN_MEANS_STOP, SURE, "non voglio più|non scrivermi|di non scrivermi|non inviarmi|non mandarmi|non contattarmi|dalla lista|"
	  "dalla vostra lista|da questa lista|smettere di scrivermi|non ricevere più", FALSE },
	{ RN_NL, RN_MEANS_STOP, SURE, "geen mail meer|stuur alstublieft geen|stuur mij alstublieft geen|van de lijst|van deze lijst|"
	  "van uw lijst|niet meer mailen|niet meer schrijven|niet meer benaderen|geen e mail meer|"
	  "niet meer ontvangen|hou op", FALSE },
	{ RN_PT, RN_MEANS_STOP, SURE, "não enviem|deixem de me escrever|parem de me escrever|parem de enviar|da lista|da vossa lista|"
	  "desta lista|não me mandem|deixar de receber", FALSE },
	{ RN_EN, RN_MEANS_ELSEWHERE, SURE, "raise this elsewhere|another channel|in confidence|confidentially|with the ombudsperson|"
	  "outside the program|outside this program|outside of this program", FALSE },
	{ RN_DE, RN_MEANS_ELSEWHERE, SURE, "vertraulich|an anderer stelle|anderer stelle|ausserhalb des programms", FALSE },
	{ RN_FR, RN_MEANS_ELSEWHERE, SURE, "en toute confidentialité|en dehors du programme", FALSE },
	{ RN_ES, RN_MEANS_ELSEWHERE, SURE, "en confianza|fuera del programa", FALSE },
	{ RN_IT, RN_MEANS_ELSEWHERE, SURE, "in via riservata|fuori dal programma", FALSE },
	{ RN_NL, RN_MEANS_ELSEWHERE, SURE, "in vertrouwen|buiten het programma om", FALSE },
	{ RN_PT, RN_MEANS_ELSEWHERE, SURE, "em confidência|fora do programa", FALSE },
	{ RN_EN, RN_MEANS_WHY, SURE, "how did you get my|who gave you my|how did you choose|how did you pick|how did you find me|"
	  "how was i chosen|how was i selected|on what basis|what made you", FALSE },
	{ RN_DE, RN_MEANS_WHY, SURE, "wie kommen sie auf mich|wie sind sie auf mich|warum schreiben sie|wieso schreiben sie|"
	  "weshalb schreiben sie|warum gerade ich|wieso gerade ich|woher kennen sie", FALSE },
	{ RN_FR, RN_MEANS_WHY, SURE, "comment m avez vous|pourquoi je|pourquoi m|pour quelle raison", FALSE },
	{ RN_ES, RN_MEANS_WHY, SURE, "cómo me han|cómo han conseguido|de dónde han sacado|por qué a mí", FALSE },
	{ RN_IT, RN_MEANS_WHY, SURE, "perché proprio io|perché mi|come avete avuto|come avete fatto", FALSE },
	{ RN_NL, RN_MEANS_WHY, SURE, "hoe komt u aan|hoe kom je aan|waarom ontvang ik|waarom juist ik", FALSE },
	{ RN_PT, RN_MEANS_WHY, SURE, "por que recebo|porque recebo|porque recebi|porquê eu|como obtiveram|onde conseguiram", FALSE },
	{ RN_EN, RN_MEANS_UNDO, SURE, "my last reply was|my last answer was|my previous answer was|my previous reply was|my last email was|"
	  "was a mistake|sent by mistake|sent in error|replied too quickly|answered too quickly|"
	  "forget what i wrote|forget my last|withdraw my|i withdraw", FALSE },
	{ RN_DE, RN_MEANS_UNDO, SURE, "letzte antwort vergessen|vergessen sie meine|ignorieren sie meine|meine letzte antwort|zurücknehmen|"
	  "nehme ich zurück|ziehe ich zurück|umentschieden|habe mich umentschieden|doch lieber", FALSE },
	{ RN_FR, RN_MEANS_UNDO, SURE, "ignorez ma|oubliez ma|ne tenez pas compte|ma dernière réponse|je me ravise", FALSE },
	{ RN_ES, RN_MEANS_UNDO, SURE, "olviden mi|mi última respuesta|me lo he pensado mejor", FALSE },
	{ RN_IT, RN_MEANS_UNDO, SURE, "ignorate la mia|dimenticate la mia|la mia ultima risposta|ci ho ripensato", FALSE },
	{ RN_NL, RN_MEANS_UNDO, SURE, "mijn laatste antwoord|vergeet mijn|trek mijn|bij nader inzien", FALSE },
	{ RN_PT, RN_MEANS_UNDO, SURE, "esqueçam a minha|minha última resposta|pensei melhor", FALSE },
	{ RN_EN, RN_MEANS_QUESTION, WEAK, "how much|how many|how long|how often|how does|how do i|how would|what would|what do i|what does|"
	  "what is|what s|what kind|what exactly|which|who is|who will|who else|where is|where would|when does|"
	  "when would|could you|can you|could someone|would you|would it|will it|is it|is there|are there|"
	  "do i need|do i have|does it|does this|does she|does he", FALSE },
	{ RN_DE, RN_MEANS_QUESTION, WEAK, "wie viel|wieviel|wie viele|wie lange|wie oft|wie läuft|wie sieht|worum|um was|was genau|was muss|"
	  "was kostet|was bedeutet|was erwartet|wer ist|wer sind|wann ist|wann wäre|wo ist|welche|welcher|"
	  "können sie|könnten sie|kannst du|könntest du|muss ich|gibt es|ist das|kann man|wird das", FALSE },
	{ RN_FR, RN_MEANS_QUESTION, WEAK, "combien|comment|en quoi|de quoi|qui est|quand est|quel|quelle|quels|quelles|pouvez vous|"
	  "pourriez vous|peux tu|pourrais tu|est ce que|qu est ce|y a t il|faut il", FALSE },
	{ RN_ES, RN_MEANS_QUESTION, WEAK, "cuánto|cuánta|cuántas|cuántos|cómo|cuándo|quién|cuál|cuáles|dónde|podría|podrían|puede decirme|"
	  "pueden decirme|hay que", FALSE },
	{ RN_IT, RN_MEANS_QUESTION, WEAK, "quanto|quanta|quante|quanti|in cosa|di cosa|cosa|chi è|quando è|quale|quali|dove|potrebbe|potreste|"
	  "potete|può dirmi|come si|devo", FALSE },
	{ RN_NL, RN_MEANS_QUESTION, WEAK, "hoeveel|hoe lang|hoe vaak|hoe werkt|hoe ziet|wat houdt|wat moet|wat is|wie is|wanneer|welke|waar is|"
	  "waar gaat|kunt u|kun je|kan iemand|moet ik|is er|zijn er", FALSE },
	{ RN_PT, RN_MEANS_QUESTION, WEAK, "quanto|quanta|quantas|quantos|como é|como seria|quando|quem|qual|quais|onde|o que|pode me|podia|"
	  "poderia|poderiam|é preciso", FALSE },
	{ RN_DE, RN_MEANS_FILLER, WEAK, "hätte gern|hätte gerne|ich hätte gern|ich hätte gerne|hätten gern", FALSE },
	{ RN_EN, RN_MEANS_FILLER, WEAK, "don t stop|did|does|was|were|been|no reason", FALSE },

	{ RN_EN, RN_MEANS_UNDO, SURE, "ignore my previous|ignore my last|ignore my earlier|ignore my first|ignore my reply|"
	  "ignore my answer|ignore my response|ignore my yes|ignore my no|disregard my previous|"
	  "disregard my last|disregard my earlier|disregard my first|disregard my reply|disregard my answer|"
	  "disregard my response|disregard my yes|disregard my no|scrap my previous|scrap my last|"
	  "scrap my earlier|scrap my first|scrap my reply|scrap my answer|scrap my response|scrap my yes|"
	  "scrap my no|forget my previous|forget my last|forget my earlier|forget my first|forget my reply|"
	  "forget my answer|forget my response|forget my yes|forget my no|cancel my previous|cancel my last|"
	  "cancel my earlier|cancel my first|cancel my reply|cancel my answer|cancel my response|cancel my yes|"
	  "cancel my no|delete my previous|delete my last|delete my earlier|delete my first|delete my reply|"
	  "delete my answer|delete my response|delete my yes|delete my no|discard my previous|discard my last|"
	  "discard my earlier|discard my first|discard my reply|discard my answer|discard my response|"
	  "discard my yes|discard my no|scratch my previous|scratch my last|scratch my earlier|"
	  "scratch my first|scratch my reply|scratch my answer|scratch my response|scratch my yes|"
	  "scratch my no|undo my previous|undo my last|undo my earlier|undo my first|undo my reply|"
	  "undo my answer|undo my response|undo my yes|undo my no|retract my previous|retract my last|"
	  "retract my earlier|retract my first|retract my reply|retract my answer|retract my response|"
	  "retract my yes|retract my no|what i wrote earlier|what i said earlier|pressed the wrong button|"
	  "clicked the wrong button|hit the wrong button|wrong button|replied to the wrong mail", FALSE },
	{ RN_DE, RN_MEANS_UNDO, SURE, "ignorieren sie meine letzte|ignorieren sie meine vorige|ignorieren sie meine vorherige|"
	  "ignorieren sie meine erste|ignorieren sie meine antwort|ignorieren sie meine zusage|"
	  "ignorieren sie meine absage|ignorieren sie bitte meine|vergessen sie meine letzte|"
	  "vergessen sie meine vorige|vergessen sie meine vorherige|vergessen sie meine erste|"
	  "vergessen sie meine antwort|vergessen sie meine zusage|vergessen sie meine absage|"
	  "vergessen sie bitte meine|ignoriere meine letzte|ignoriere meine vorige|ignoriere meine vorherige|"
	  "ignoriere meine erste|ignoriere meine antwort|ignoriere meine zusage|ignoriere meine absage|"
	  "ignoriere bitte meine|vergiss meine letzte|vergiss meine vorige|vergiss meine vorherige|"
	  "vergiss meine erste|vergiss meine antwort|vergiss meine zusage|vergiss meine absage|"
	  "vergiss bitte meine|streichen sie meine letzte|streichen sie meine vorige|"
	  "streichen sie meine vorherige|streichen sie meine erste|streichen sie meine antwort|"
	  "streichen sie meine zusage|streichen sie meine absage|streichen sie bitte meine|"
	  "löschen sie meine letzte|löschen sie meine vorige|löschen sie meine vorherige|"
	  "löschen sie meine erste|löschen sie meine antwort|löschen sie meine zusage|löschen sie meine absage|"
	  "löschen sie bitte meine|meine zusage zurück|meine absage zurück|falschen knopf|falsche taste|"
	  "bitte meine letzte", FALSE },
	{ RN_FR, RN_MEANS_UNDO, SURE, "ignorez mon dernier|ignorez mon précédent|ignorez ma précédente|ignorez ma dernière|"
	  "ignorez ma réponse|ignorez mon message|oubliez mon dernier|oubliez mon précédent|"
	  "oubliez ma précédente|oubliez ma dernière|oubliez ma réponse|oubliez mon message|"
	  "annulez mon dernier|annulez mon précédent|annulez ma précédente|annulez ma dernière|"
	  "annulez ma réponse|annulez mon message|ignorer mon dernier|ignorer mon précédent|"
	  "ignorer ma précédente|ignorer ma dernière|ignorer ma réponse|ignorer mon message|"
	  "oublier mon dernier|oublier mon précédent|oublier ma précédente|oublier ma dernière|"
	  "oublier ma réponse|oublier mon message|annuler mon dernier|annuler mon précédent|"
	  "annuler ma précédente|annuler ma dernière|annuler ma réponse|annuler mon message|mauvais bouton|"
	  "compte de mon", FALSE },
	{ RN_ES, RN_MEANS_UNDO, SURE, "ignore mi anterior|ignore mi último|ignore mi última|ignore mi respuesta|ignore mi mensaje|"
	  "ignoren mi anterior|ignoren mi último|ignoren mi última|ignoren mi respuesta|ignoren mi mensaje|"
	  "olvide mi anterior|olvide mi último|olvide mi última|olvide mi respuesta|olvide mi mensaje|"
	  "olviden mi anterior|olviden mi último|olviden mi última|olviden mi respuesta|olviden mi mensaje|"
	  "anule mi anterior|anule mi último|anule mi última|anule mi respuesta|anule mi mensaje|"
	  "anulen mi anterior|anulen mi último|anulen mi última|anulen mi respuesta|anulen mi mensaje|"
	  "botón equivocado", FALSE },
	{ RN_IT, RN_MEANS_UNDO, SURE, "ignorate la mia|ignorate il mio|ignorate la risposta|dimenticate la mia|dimenticate il mio|"
	  "dimenticate la risposta|annullate la mia|annullate il mio|annullate la risposta|ignori la mia|"
	  "ignori il mio|ignori la risposta|ignora la mia|ignora il mio|ignora la risposta|pulsante sbagliato", FALSE },
	{ RN_NL, RN_MEANS_UNDO, SURE, "negeer mijn vorige|negeer mijn laatste|negeer mijn antwoord|negeer mijn eerdere|vergeet mijn vorige|"
	  "vergeet mijn laatste|vergeet mijn antwoord|vergeet mijn eerdere|annuleer mijn vorige|"
	  "annuleer mijn laatste|annuleer mijn antwoord|annuleer mijn eerdere|verkeerde knop", FALSE },
	{ RN_PT, RN_MEANS_UNDO, SURE, "ignore a minha|ignore o meu|ignore minha|ignorem a minha|ignorem o meu|ignorem minha|"
	  "esqueça a minha|esqueça o meu|esqueça minha|esqueçam a minha|esqueçam o meu|esqueçam minha|"
	  "anulem a minha|anulem o meu|anulem minha|botão errado", FALSE },
	{ RN_EN, RN_MEANS_STOP, SURE, "remove my name|remove my address|take my name off|from your mailing list|from your list|"
	  "from this list|from the list|mailing list|distribution list|no more of these|no more of this|"
	  "stop this", FALSE },
	{ RN_DE, RN_MEANS_STOP, SURE, "streichen sie mich|streicht mich|von ihrer liste|von eurer liste|aus der liste|"
	  "aus der verteilerliste|von diesem verteiler|keine e mail mehr|keine mail mehr|schreibt mir nicht", FALSE },
	{ RN_FR, RN_MEANS_STOP, SURE, "ne souhaite plus recevoir|ne désire plus recevoir|ne voudrais plus recevoir|ne plus être contacté|"
	  "ne plus être contactée|me retirer", FALSE },
	{ RN_ES, RN_MEANS_STOP, SURE, "no deseo recibir más|quítenme|quíteme|bórrenme|sáquenme", FALSE },
	{ RN_IT, RN_MEANS_STOP, SURE, "toglietemi|mi tolga|eliminatemi|non desidero più", FALSE },
	{ RN_NL, RN_MEANS_STOP, SURE, "haal mij van|haal me van|verwijder mij|verwijder me|wil niet meer gemaild", FALSE },
	{ RN_PT, RN_MEANS_STOP, SURE, "retirem me|retire me|tirem me|removam o meu|não desejo mais", FALSE },
	{ RN_EN, RN_MEANS_HELP, SURE, "what is this about|what s this about|what would this involve|what does this involve|"
	  "what is expected|what s involved", FALSE },
	{ RN_DE, RN_MEANS_HELP, SURE, "worum geht es|worum geht s|was ist gemeint|was wird erwartet", FALSE },
	{ RN_FR, RN_MEANS_HELP, SURE, "de quoi s agit il|de quoi il s agit|en quoi cela consiste|en quoi ça consiste", FALSE },
	{ RN_ES, RN_MEANS_HELP, SURE, "de qué se trata|en qué consiste", FALSE },
	{ RN_IT, RN_MEANS_HELP, SURE, "di cosa si tratta|in cosa consiste", FALSE },
	{ RN_NL, RN_MEANS_HELP, SURE, "waar gaat dit over|wat houdt dit in|wat houdt het in", FALSE },
	{ RN_PT, RN_MEANS_HELP, SURE, "do que se trata|de que se trata|em que consiste", FALSE },
	{ RN_EN, RN_MEANS_CONTACT, WEAK, "ask|ask me|check with me|check in|contact me|write to me|write me|come back|get back|talk|"
	  "let s talk|speak|ping me|reach out|follow up|touch base|circle back|try me|revisit|pick this up|"
	  "again", FALSE },
	{ RN_DE, RN_MEANS_CONTACT, WEAK, "fragen|fragt|frag|melden|meldet|melde|schreiben|schreib|kontaktieren|sprechen|reden|nachhaken|"
	  "zurückkommen|erinnern|nochmal|noch einmal|noch mal|erneut|wieder", FALSE },
	{ RN_FR, RN_MEANS_CONTACT, WEAK, "revenez|reviens|recontactez|reparlons|reparlons en|parlons|parler|redemandez|relancez|à nouveau|"
	  "de nouveau|écrivez", FALSE },
	{ RN_ES, RN_MEANS_CONTACT, WEAK, "hablemos|hablar|hablamos|escríbame|escríbanme|contácteme|pregunte|pregunten|vuelva|vuelvan|de nuevo|"
	  "otra vez|retomemos", FALSE },
	{ RN_IT, RN_MEANS_CONTACT, WEAK, "sentiamoci|riparliamone|parliamone|contattatemi|scrivetemi|chiedete|richiedete|di nuovo|nuovamente|"
	  "risentirci|riprendiamo", FALSE },
	{ RN_NL, RN_MEANS_CONTACT, WEAK, "vraag|neem contact|mail|schrijf|praten|spreken|kom terug|opnieuw|nog eens|weer", FALSE },
	{ RN_PT, RN_MEANS_CONTACT, WEAK, "falemos|falar|falamos|contacte|contacte me|pergunte|perguntem|escreva|escrevam|voltem|volte|de novo|"
	  "novamente|retomemos", FALSE },
	{ RN_EN, RN_MEANS_LIGHT, WEAK, "honestly|simply|currently|already|actually|truly|probably|therefore|hence|sadly|greatly|warmly|"
	  "completely|perfectly|gonna|teach|offer|cover", FALSE },
	{ RN_DE, RN_MEANS_LIGHT, WEAK, "daher|deshalb|wirklich|einfach|derzeit|aktuell|momentan|ganz|eigentlich|herzlich|wahnsinnig|total|"
	  "voll|absolut|größtem|großem|anbieten|beibringen|vermitteln|weitergeben|unterrichten|übernehmen", FALSE },
	{ RN_FR, RN_MEANS_LIGHT, WEAK, "actuellement|grand|grande|toujours|énormément|franchement|tellement|parfaitement|immense|enseigner|proposer|transmettre", FALSE },
	{ RN_ES, RN_MEANS_LIGHT, WEAK, "realmente|ahora|muchísimo|totalmente|absolutamente|perfectamente|gran|grande|ya|enseñar|ofrecer|impartir", FALSE },
	{ RN_IT, RN_MEANS_LIGHT, WEAK, "davvero|proprio|gran|grande|perfettamente|veramente|moltissimo|tanto|già|insegnare|offrire|proporre", FALSE },
	{ RN_NL, RN_MEANS_LIGHT, WEAK, "echt|hartstikke|gewoon|ontzettend|super|eigenlijk|aanbieden|uitleggen|overdragen", FALSE },
	{ RN_PT, RN_MEANS_LIGHT, WEAK, "realmente|imenso|grande|totalmente|perfeitamente|já|mesmo|ensinar|oferecer", FALSE },

	/* ---- doubt, negation, conjunctions ---- */
	{ RN_EN, RN_MEANS_UNSURE, SURE, "not sure|i m not sure|i am not sure|don t know|do not know|i don t know|"
	  "no idea|maybe|perhaps|possibly|it depends|depends|hard to say|undecided|i ll think about it|let me think|"
	  "i need to think|need to check|i have to check|let me check|i ll check|yes and no|yes or no|i might|might", FALSE },
	{ RN_DE, RN_MEANS_UNSURE, SURE, "nicht sicher|bin mir nicht sicher|bin nicht sicher|weiss nicht|"
	  "weiss ich nicht|ich weiss nicht|weiss es nicht|weiss noch nicht|ich weiss noch nicht|keine ahnung|"
	  "vielleicht|eventuell|evtl|kommt darauf an|kommt drauf an|unentschlossen|muss überlegen|überlege noch|"
	  "ich überlege|muss schauen|muss ich prüfen|muss nachsehen|jein|ja oder nein|ja und nein|schwer zu sagen|"
	  "mal sehen|weiss es noch nicht|ich weiss es noch nicht|weiss ich noch nicht|kann ich noch nicht sagen|"
	  "noch nicht sicher|bin noch unsicher|unsicher", FALSE },
	{ RN_FR, RN_MEANS_UNSURE, SURE, "pas sûr|pas sûre|je ne sais pas|je sais pas|aucune idée|peut être|"
	  "éventuellement|ça dépend|cela dépend|je dois réfléchir|je vais réfléchir|à voir|je dois vérifier|"
	  "oui et non|oui ou non|il faut que je vérifie|j hésite", FALSE },
	{ RN_ES, RN_MEANS_UNSURE, SURE, "no estoy seguro|no estoy segura|no sé|no lo sé|ni idea|quizás|quizá|tal vez|"
	  "a lo mejor|depende|tengo que pensarlo|lo pensaré|tengo que mirar|tengo que ver|sí y no|sí o no|"
	  "posiblemente", FALSE },
	{ RN_IT, RN_MEANS_UNSURE, SURE, "non sono sicuro|non sono sicura|non so|non lo so|nessuna idea|forse|magari|"
	  "può darsi|dipende|devo pensarci|ci penso|devo vedere|devo controllare|sì e no|sì o no|eventualmente", FALSE },
	{ RN_NL, RN_MEANS_UNSURE, SURE, "niet zeker|weet niet|weet ik niet|ik weet het niet|weet het niet|"
	  "weet het nog niet|geen idee|misschien|wellicht|eventueel|hangt ervan af|het hangt ervan af|moet nadenken|"
	  "ik denk erover na|moet kijken|ja en nee|ja of nee|mogelijk wel|weet ik nog niet|ik weet het nog niet|"
	  "weet nog niet|nog niet zeker", FALSE },
	{ RN_PT, RN_MEANS_UNSURE, SURE, "não tenho certeza|não tenho a certeza|não sei|não faço ideia|talvez|"
	  "se calhar|depende|tenho de pensar|tenho que pensar|vou pensar|preciso pensar|tenho de ver|tenho que ver|"
	  "sim e não|sim ou não|possivelmente", FALSE },
	{ RN_EN, RN_MEANS_NOT, WEAK, "not|never|don t|do not|doesn t|does not|didn t|isn t|is not|wouldn t|won t|nor|"
	  "without|hardly", FALSE },
	{ RN_DE, RN_MEANS_NOT, WEAK, "nicht|nich|nie|kein|keine|keinen|ohne|kaum|weder", FALSE },
	{ RN_FR, RN_MEANS_NOT, WEAK, "pas|jamais|ne|ni|sans|aucun|aucune", FALSE },
	{ RN_ES, RN_MEANS_NOT, WEAK, "nunca|ni|sin|tampoco", FALSE },
	{ RN_IT, RN_MEANS_NOT, WEAK, "non|mai|né|senza", FALSE },
	{ RN_NL, RN_MEANS_NOT, WEAK, "niet|nooit|geen|zonder", FALSE },
	{ RN_PT, RN_MEANS_NOT, WEAK, "nunca|nem|sem|tampouco", FALSE },
	{ RN_EN, RN_MEANS_CANNOT, WEAK, "i won t|i will not|i don t|i do not|i would not|i wouldn t|can t|cannot|can not|cant|i can t|i cannot|i am unable|i m unable|unable|"
	  "couldn t|won t be able|not able|not available|i m not available|i am not available|unavailable|"
	  "doesn t work|does not work|don t work|won t work|not work|wouldn t work|doesn t suit|does not suit|"
	  "i m busy|i am busy|busy|can t take this on|cannot take this on|snowed under|swamped|not free|i m not free|won t make it|i m away|i am away|no time|i have no time|"
	  "not going to|don t have the time|don t have time|do not have time|do not have the time|haven t got time|"
	  "too busy|i m too busy|i am too busy|fully booked|i m booked|out of office|not in the office", FALSE },
	{ RN_DE, RN_MEANS_CANNOT, WEAK, "ich kann nicht|kann nicht|kann ich nicht|kann leider nicht|"
	  "kann ich leider nicht|nicht verfügbar|bin nicht verfügbar|bin nicht da|bin verhindert|verhindert|"
	  "habe keine zeit|keine zeit|geht nicht|geht leider nicht|geht bei mir nicht|passt nicht|passt mir nicht|"
	  "passt leider nicht|passt mir leider nicht|klappt nicht|klappt leider nicht|bin nicht frei|"
	  "schaffe ich nicht|schaffe es nicht", FALSE },
	{ RN_FR, RN_MEANS_CANNOT, WEAK, "je ne peux pas|ne peux pas|peux pas|ne pourrai pas|je ne pourrai pas|"
	  "ne suis pas disponible|pas disponible|indisponible|ne suis pas libre|pas libre|pas le temps|"
	  "ne convient pas|ne me convient pas|ne me va pas|ne va pas|pas possible|impossible|dans l impossibilité", FALSE },
	{ RN_ES, RN_MEANS_CANNOT, WEAK, "no puedo|no podré|no estoy disponible|no disponible|no tengo tiempo|"
	  "no me va bien|no me viene bien|no me es posible|me es imposible|no estoy libre|no voy a poder", FALSE },
	{ RN_IT, RN_MEANS_CANNOT, WEAK, "non posso|non potrò|non riesco|non sono disponibile|non disponibile|"
	  "non ho tempo|non mi va bene|non va bene|non sono libero|non sono libera|mi è impossibile", FALSE },
	{ RN_NL, RN_MEANS_CANNOT, WEAK, "kan niet|ik kan niet|kan ik niet|kan helaas niet|kan ik helaas niet|"
	  "niet beschikbaar|ben niet beschikbaar|geen tijd|ben verhinderd|verhinderd|past niet|past me niet|"
	  "past mij niet|lukt niet|lukt me niet|schikt niet|niet vrij|komt niet uit", FALSE },
	{ RN_PT, RN_MEANS_CANNOT, WEAK, "não posso|não poderei|não consigo|não vou poder|não estou disponível|"
	  "não disponível|indisponível|não tenho tempo|não me é possível|não dá|não me dá jeito|não estou livre", FALSE },
	{ RN_EN, RN_MEANS_BUT, WEAK, "but|however|although|though|except|only|apart from", FALSE },
	{ RN_DE, RN_MEANS_BUT, WEAK, "aber|allerdings|jedoch|ausser|nur|sondern|obwohl|bis auf", FALSE },
	{ RN_FR, RN_MEANS_BUT, WEAK, "mais|cependant|toutefois|sauf|seulement|par contre|excepté|hormis", FALSE },
	{ RN_ES, RN_MEANS_BUT, WEAK, "pero|sin embargo|aunque|excepto|salvo|sino|menos", FALSE },
	{ RN_IT, RN_MEANS_BUT, WEAK, "ma|però|tuttavia|tranne|eccetto|bensì", FALSE },
	{ RN_NL, RN_MEANS_BUT, WEAK, "maar|echter|behalve|alleen|hoewel", FALSE },
	{ RN_PT, RN_MEANS_BUT, WEAK, "mas|porém|contudo|exceto|excepto|menos|embora", FALSE },
	{ RN_EN, RN_MEANS_IF, WEAK, "if|whether|unless|in case|provided|said|says", FALSE },
	{ RN_DE, RN_MEANS_IF, WEAK, "wenn|falls|ob|sofern", FALSE },
	{ RN_FR, RN_MEANS_IF, WEAK, "si|au cas où", FALSE },
	{ RN_ES, RN_MEANS_IF, WEAK, "en caso de que|siempre que", FALSE },
	{ RN_IT, RN_MEANS_IF, WEAK, "se|nel caso", FALSE },
	{ RN_NL, RN_MEANS_IF, WEAK, "als|indien", FALSE },
	{ RN_PT, RN_MEANS_IF, WEAK, "se|caso", FALSE },

	{ RN_EN, RN_MEANS_OBJECT, 0, "mind|objection|objections|problem|problems|issue|issues|obstacle|obstacles|hesitation|hesitations|"
	  "averse|concern|concerns|reservations", FALSE },
	{ RN_DE, RN_MEANS_OBJECT, 0, "einwand|einwände|bedenken|probleme|problem|hindernis|einzuwenden|stört|störe|"
	  "macht mir nichts aus|gegenargument", FALSE },
	{ RN_FR, RN_MEANS_OBJECT, 0, "inconvénient|inconvénients|objection|objections|problème|problèmes|souci|soucis|contre|obstacle|"
	  "dérange|gêne|empêchement", FALSE },
	{ RN_ES, RN_MEANS_OBJECT, 0, "inconveniente|inconvenientes|objeción|objeciones|problema|problemas|contra|impedimento|importa|"
	  "importaría|molesta|pega", FALSE },
	{ RN_IT, RN_MEANS_OBJECT, 0, "obiezione|obiezioni|problema|problemi|contrario|contraria|contro|impedimento|impedimenti|"
	  "dispiacerebbe|disturba", FALSE },
	{ RN_NL, RN_MEANS_OBJECT, 0, "bezwaar|bezwaren|probleem|problemen|op tegen|tegen|bedenkingen|moeite mee", FALSE },
	{ RN_PT, RN_MEANS_OBJECT, 0, "inconveniente|inconvenientes|objeção|objeções|problema|problemas|contra|impedimento|importo|importa|"
	  "importava|incomoda", FALSE },
	{ RN_EN, RN_MEANS_NOT, WEAK, "nothing|no one of|nor any", FALSE },
	{ RN_DE, RN_MEANS_NOT, WEAK, "nichts|nix", FALSE },
	{ RN_FR, RN_MEANS_NOT, WEAK, "rien|nullement", FALSE },
	{ RN_ES, RN_MEANS_NOT, WEAK, "nada|ningún", FALSE },
	{ RN_IT, RN_MEANS_NOT, WEAK, "niente|nulla|nessun|alcun", FALSE },
	{ RN_NL, RN_MEANS_NOT, WEAK, "niets|niks", FALSE },
	{ RN_PT, RN_MEANS_NOT, WEAK, "nada", FALSE },
	{ RN_EN, RN_MEANS_NO, SURE, "under no circumstances|by no means|in no way|no desire|see no point", FALSE },
	{ RN_DE, RN_MEANS_NO, SURE, "unter keinen umständen|in keinem fall|keineswegs|mitnichten|ungern|nur ungern|sehe keinen sinn", FALSE },
	{ RN_FR, RN_MEANS_NO, SURE, "en aucun cas|sous aucun prétexte|en aucune manière|nullement intéressé", FALSE },
	{ RN_ES, RN_MEANS_NO, SURE, "bajo ningún concepto|en ningún caso|de ningún modo|bajo ninguna circunstancia", FALSE },
	{ RN_IT, RN_MEANS_NO, SURE, "in nessun caso|in nessun modo|per nessun motivo|nemmeno per sogno", FALSE },
	{ RN_NL, RN_MEANS_NO, SURE, "in geen geval|onder geen beding|geen sprake van|van zijn leven niet", FALSE },
	{ RN_PT, RN_MEANS_NO, SURE, "de forma alguma|em caso algum|de forma nenhuma|em nenhuma circunstância", FALSE },
	{ RN_EN, RN_MEANS_YES, SURE, "couldn t be happier|couldn t be better|hate to miss it|hate to miss this|wouldn t miss this|"
	  "count on my|don t mind at all|wouldn t mind|nothing could be better|dying to", FALSE },
	{ RN_DE, RN_MEANS_YES, SURE, "kaum erwarten|nicht erwarten|brenne darauf|nur zu gern|nur zu gerne|immer doch|nichts lieber", FALSE },
	{ RN_FR, RN_MEANS_YES, SURE, "hâte de|j ai hâte|il me tarde", FALSE },
	{ RN_ES, RN_MEANS_YES, SURE, "tengo muchas ganas|me hace ilusión|me hace mucha ilusión|con muchas ganas", FALSE },
	{ RN_IT, RN_MEANS_YES, SURE, "non vedo l ora|non vediamo l ora", FALSE },
	{ RN_NL, RN_MEANS_YES, SURE, "niet wachten|kan niet wachten|ik kan niet wachten|kijk ernaar uit|kijk er naar uit|heb er zin in|veel zin in", FALSE },
	{ RN_PT, RN_MEANS_YES, SURE, "mal posso esperar|ansioso por|ansiosa por|não vejo a hora", FALSE },
	{ RN_EN, RN_MEANS_HELP, SURE, "wrong person|wrong address|wrong recipient|mistaken me for|not the person you|have the wrong|"
	  "who can i talk to|who can i ask|whom can i", FALSE },
	{ RN_DE, RN_MEANS_HELP, SURE, "falsche person|falscher empfänger|falsche adresse|bin nicht der richtige|bin nicht die richtige|"
	  "falschen erwischt|verwechseln mich|an wen kann ich", FALSE },
	{ RN_FR, RN_MEANS_HELP, SURE, "mauvaise personne|mauvais destinataire|erreur de destinataire|à qui puis je", FALSE },
	{ RN_ES, RN_MEANS_HELP, SURE, "persona equivocada|destinatario equivocado|con quién puedo hablar", FALSE },
	{ RN_IT, RN_MEANS_HELP, SURE, "persona sbagliata|destinatario sbagliato|con chi posso parlare", FALSE },
	{ RN_NL, RN_MEANS_HELP, SURE, "verkeerde persoon|verkeerd geadresseerd|met wie kan ik", FALSE },
	{ RN_PT, RN_MEANS_HELP, SURE, "pessoa errada|destinatário errado|com quem posso falar", FALSE },
	{ RN_EN, RN_MEANS_WHY, SURE, "who signed me up|who put me on|who registered me|who nominated me|who suggested me|who proposed me", FALSE },
	{ RN_DE, RN_MEANS_WHY, SURE, "wer hat mich", FALSE },
	{ RN_FR, RN_MEANS_WHY, SURE, "qui m a", FALSE },
	{ RN_ES, RN_MEANS_WHY, SURE, "quién me ha|quién me", FALSE },
	{ RN_IT, RN_MEANS_WHY, SURE, "chi mi ha", FALSE },
	{ RN_NL, RN_MEANS_WHY, SURE, "wie heeft mij|wie heeft me", FALSE },
	{ RN_PT, RN_MEANS_WHY, SURE, "quem me", FALSE },
	{ RN_DE, RN_MEANS_STOP, SURE, "bitte löschen|löschen sie mich|mich löschen|keine einladungen mehr|keine anfragen mehr|"
	  "keine post mehr|keine solchen anfragen", FALSE },
	{ RN_EN, RN_MEANS_STOP, SURE, "please delete me|delete my address|no more invitations|no further invitations", FALSE },
	{ RN_EN, RN_MEANS_UNDO, SURE, "was an error|was a slip|was a misunderstanding|a misunderstanding on my part", FALSE },
	{ RN_DE, RN_MEANS_UNDO, SURE, "war ein irrtum|war ein missverständnis|irrtümlich zugesagt|irrtümlich abgesagt", FALSE },
	{ RN_FR, RN_MEANS_UNDO, SURE, "était une erreur|était un malentendu", FALSE },
	{ RN_ES, RN_MEANS_UNDO, SURE, "fue una equivocación|era un error|ha sido un error", FALSE },
	{ RN_IT, RN_MEANS_UNDO, SURE, "era un errore|è stata una svista", FALSE },
	{ RN_NL, RN_MEANS_UNDO, SURE, "was een fout|was een misverstand", FALSE },
	{ RN_PT, RN_MEANS_UNDO, SURE, "foi um engano|era um erro|foi um equívoco", FALSE },
	{ RN_EN, RN_MEANS_FILLER, WEAK, "if possible|if at all possible", FALSE },
	{ RN_DE, RN_MEANS_FILLER, WEAK, "wenn möglich|falls möglich|wenn es geht|sofern möglich", FALSE },
	{ RN_FR, RN_MEANS_FILLER, WEAK, "si possible", FALSE },
	{ RN_ES, RN_MEANS_FILLER, WEAK, "si es posible", FALSE },
	{ RN_IT, RN_MEANS_FILLER, WEAK, "se possibile", FALSE },
	{ RN_NL, RN_MEANS_FILLER, WEAK, "indien mogelijk|zo mogelijk|als het kan", FALSE },
	{ RN_PT, RN_MEANS_FILLER, WEAK, "se possível", FALSE },
	{ RN_EN, RN_MEANS_QUESTION, WEAK, "who can|who could|where can|how can|what about the", FALSE },

	{ RN_EN, RN_MEANS_YES, LIKELY, "love to|would love|interested|i d be interested|would be interested|i m keen on this|sgtm|lgtm|wfm|"
	  "pleased to have been asked", FALSE },
	{ RN_EN, RN_MEANS_NO, LIKELY, "let s not|d have loved to|would have loved to|would have liked to|d have liked to|wish i could|"
	  "i wish i could", FALSE },
	{ RN_DE, RN_MEANS_NO, LIKELY, "wäre gern dabei gewesen|wäre gerne dabei gewesen|hätte gern mitgemacht|hätte gerne mitgemacht|"
	  "hätte gern teilgenommen|hätte gerne teilgenommen", FALSE },
	{ RN_FR, RN_MEANS_NO, LIKELY, "j aurais aimé|aurais bien aimé|aurais bien voulu|aurais volontiers participé", FALSE },
	{ RN_ES, RN_MEANS_NO, LIKELY, "me hubiera gustado|me habría gustado|me hubiese gustado", FALSE },
	{ RN_IT, RN_MEANS_NO, LIKELY, "mi sarebbe piaciuto|avrei voluto|avrei partecipato", FALSE },
	{ RN_NL, RN_MEANS_NO, LIKELY, "had graag meegedaan|had graag willen|zou graag hebben meegedaan", FALSE },
	{ RN_PT, RN_MEANS_NO, LIKELY, "teria gostado|gostaria de ter|tinha gostado", FALSE },
	{ RN_EN, RN_MEANS_STOP, SURE, "quit sending|cease sending|quit mailing|quit emailing", FALSE },
	{ RN_EN, RN_MEANS_HELP, SURE, "no longer work here|no longer work for|no longer work at|no longer with the company|"
	  "no longer at the company|no longer employed|left the company|have left the company|"
	  "leaving the company|my last day", FALSE },
	{ RN_DE, RN_MEANS_HELP, SURE, "arbeite nicht mehr hier|arbeite hier nicht mehr|nicht mehr im unternehmen|nicht mehr in der firma|"
	  "nicht mehr bei der firma|unternehmen verlassen|firma verlassen|verlasse das unternehmen|"
	  "verlasse die firma|aus dem unternehmen ausgeschieden|mein letzter arbeitstag", FALSE },
	{ RN_FR, RN_MEANS_HELP, SURE, "ne travaille plus ici|ne travaille plus dans|ne travaille plus pour|quitté l entreprise|"
	  "quitté la société|quitte l entreprise|quitte la société", FALSE },
	{ RN_ES, RN_MEANS_HELP, SURE, "ya no trabajo|dejé la empresa|he dejado la empresa|dejo la empresa", FALSE },
	{ RN_IT, RN_MEANS_HELP, SURE, "non lavoro più|ho lasciato l azienda|lascio l azienda", FALSE },
	{ RN_NL, RN_MEANS_HELP, SURE, "werk hier niet meer|niet meer werkzaam|het bedrijf verlaten|uit dienst", FALSE },
	{ RN_PT, RN_MEANS_HELP, SURE, "já não trabalho|não trabalho mais|deixei a empresa|saí da empresa", FALSE },

	{ RN_EN, RN_MEANS_YES, LIKELY, "don t hesitate|cannot wait|can not wait|i cannot wait|i can not wait|hardly wait|can hardly wait|"
	  "i can hardly wait|not bad|not a bad idea|not bad idea", FALSE },
	{ RN_DE, RN_MEANS_YES, LIKELY, "nicht schlecht|keine schlechte idee", FALSE },
	{ RN_FR, RN_MEANS_YES, LIKELY, "pas mal|pas une mauvaise idée", FALSE },
	{ RN_ES, RN_MEANS_YES, LIKELY, "no está mal", FALSE },
	{ RN_IT, RN_MEANS_YES, LIKELY, "non male", FALSE },
	{ RN_NL, RN_MEANS_YES, LIKELY, "niet slecht|geen slecht idee", FALSE },
	{ RN_PT, RN_MEANS_YES, LIKELY, "nada mal", FALSE },
	{ RN_EN, RN_MEANS_FILLER, WEAK, "without doubt|without a doubt|without question|no question|no question about it", FALSE },
	{ RN_DE, RN_MEANS_FILLER, WEAK, "ohne frage|ohne zweifel|keine frage|zweifellos|gar keine frage", FALSE },
	{ RN_FR, RN_MEANS_FILLER, WEAK, "sans aucun doute|sans doute|sans hésiter", FALSE },
	{ RN_IT, RN_MEANS_FILLER, WEAK, "senza dubbio|senza esitare", FALSE },
	{ RN_NL, RN_MEANS_FILLER, WEAK, "zonder twijfel|zonder meer|geen twijfel", FALSE },
	{ RN_EN, RN_MEANS_UNSURE, SURE, "can t decide|cannot decide|i can t decide|can t say yet|can t tell yet|can t tell|"
	  "can t make up my mind", FALSE },
	{ RN_DE, RN_MEANS_UNSURE, SURE, "kann mich nicht entscheiden|kann ich nicht sagen|noch nicht entschieden", FALSE },
	{ RN_FR, RN_MEANS_UNSURE, SURE, "n arrive pas à me décider|pas encore décidé", FALSE },
	{ RN_EN, RN_MEANS_NO, LIKELY, "it s a pass|a pass for me|pass for me|i pass|pass", FALSE },
	{ RN_DE, RN_MEANS_NO, LIKELY, "keine lust|passe", FALSE },
	{ RN_FR, RN_MEANS_NO, LIKELY, "pas envie|aucune envie", FALSE },
	{ RN_NL, RN_MEANS_NO, LIKELY, "geen trek", FALSE },
	{ RN_PT, RN_MEANS_NO, LIKELY, "não tenho vontade|sem vontade", FALSE },

	{ RN_EN, RN_MEANS_OBJECT, LIKELY, "opposed|oppose|against", FALSE },
	{ RN_DE, RN_MEANS_OBJECT, LIKELY, "dagegen", FALSE },

	/* ---- courtesy and words that change nothing ---- */
	{ RN_EN, RN_MEANS_GREETING, WEAK, "hi|hello|hey|dear|good morning|good afternoon|good evening|good day|"
	  "greetings|hi there|hello there|hello all|dear all|hi all|dear team|hi team", FALSE },
	{ RN_DE, RN_MEANS_GREETING, WEAK, "hallo|guten tag|guten morgen|guten abend|liebe|lieber|liebes|sehr geehrte|"
	  "sehr geehrter|grüss gott|moin|servus|grüezi|hi|hey", FALSE },
	{ RN_FR, RN_MEANS_GREETING, WEAK, "bonjour|bonsoir|salut|cher|chère|chers|madame|monsieur|coucou", FALSE },
	{ RN_ES, RN_MEANS_GREETING, WEAK, "hola|buenos días|buenas tardes|buenas noches|buenas|estimado|estimada|"
	  "estimados|querido|querida", FALSE },
	{ RN_IT, RN_MEANS_GREETING, WEAK, "ciao|buongiorno|buon giorno|buonasera|buona sera|salve|gentile|caro|cara|"
	  "egregio", FALSE },
	{ RN_NL, RN_MEANS_GREETING, WEAK, "hallo|hoi|dag|beste|geachte|goedemorgen|goedemiddag|goedenavond|goedendag|"
	  "hi", FALSE },
	{ RN_PT, RN_MEANS_GREETING, WEAK, "olá|oi|bom dia|boa tarde|boa noite|caro|cara|prezado|prezada|prezados|"
	  "caros|exmo|exma", FALSE },
	{ RN_EN, RN_MEANS_COURTESY, WEAK, "thanks|thank you|thank you very much|thanks a lot|many thanks|"
	  "thanks so much|thank you so much|please|sorry|i m sorry|i am sorry|unfortunately|kindly|appreciate it|"
	  "for asking|for your mail|for your email|for your message|for the invitation|for the offer|"
	  "for the reminder|for your patience|i m afraid|ps", FALSE },
	{ RN_DE, RN_MEANS_COURTESY, WEAK, "danke|vielen dank|danke schön|dankeschön|herzlichen dank|besten dank|"
	  "danke sehr|bitte|bitte schön|leider|tut mir leid|es tut mir leid|entschuldigung|sorry|verzeihung|"
	  "der nachfrage|für die einladung|für die nachfrage|für die mail|für ihre mail|für deine mail|"
	  "für das angebot|für die erinnerung", FALSE },
	{ RN_FR, RN_MEANS_COURTESY, WEAK, "merci|merci beaucoup|merci bien|un grand merci|s il vous plaît|"
	  "s il te plaît|svp|stp|désolé|désolée|je suis désolé|je suis désolée|malheureusement|pardon|excusez moi|"
	  "pour l invitation|pour votre message|pour la proposition|de demander", FALSE },
	{ RN_ES, RN_MEANS_COURTESY, WEAK, "gracias|muchas gracias|mil gracias|por favor|lo siento|perdón|perdone|"
	  "disculpe|disculpen|lamentablemente|desgraciadamente|por la invitación|por preguntar|por su mensaje|"
	  "por el recordatorio", FALSE },
	{ RN_IT, RN_MEANS_COURTESY, WEAK, "grazie|grazie mille|molte grazie|per favore|per cortesia|per piacere|"
	  "mi dispiace|scusa|scusate|mi scusi|purtroppo|dell invito|per l invito|per la proposta|della richiesta", FALSE },
	{ RN_NL, RN_MEANS_COURTESY, WEAK, "dank|bedankt|dank je|dank u|dankjewel|dank je wel|dank u wel|"
	  "hartelijk dank|hartelijk bedankt|alvast bedankt|alstublieft|alsjeblieft|aub|ajb|sorry|het spijt me|helaas|"
	  "voor de uitnodiging|voor het vragen|voor uw bericht|voor je bericht", FALSE },
	{ RN_PT, RN_MEANS_COURTESY, WEAK, "obrigado|obrigada|muito obrigado|muito obrigada|por favor|se faz favor|"
	  "desculpe|desculpa|desculpem|peço desculpa|lamento|infelizmente|pelo convite|pela mensagem|por perguntar|"
	  "pela lembrança", FALSE },
	{ RN_EN, RN_MEANS_FILLER, WEAK, "i|you|we|it|that|this|would|will|be|is|the|a|an|and|or|for|to|me|my|in|of|on|at|with|very|much|"
	  "really|so|just|then|well|all|as|am|are|do|can|could|also|too|here|there|myself|like|love|from|any|"
	  "how|about|best|good|day|team|program|programme|mentoring|join|take|part|participate|reply|answer|"
	  "now|time|d|s|m|ll|ve|re|t|oh|hmm|um|ah|still|quite|more|than|have|has|had|another|other|next|pick|"
	  "choose|prefer|select|vote|go|lets|let|us|no one|nobody|no doubt|no matter|no other|no such|"
	  "no wonder|no need|no more questions|rather|preferably|instead|works best|everything else|anything|"
	  "would like", FALSE },
	{ RN_DE, RN_MEANS_FILLER, WEAK, "ich|du|sie|wir|es|das|dies|dieser|diese|würde|werde|wird|bin|ist|sind|wäre|der|die|den|dem|ein|eine|"
	  "einen|und|oder|für|zu|zum|zur|mich|mir|mein|meine|in|im|von|vom|auf|an|am|um|mit|sehr|auch|so|dann|"
	  "da|dabei|wohl|doch|mal|also|hier|alles|bei|beim|uns|noch|schon|jetzt|hätte|habe|haben|hat|sein|"
	  "teilnehmen|mitmachen|programm|mentoring|antwort|team|nehme|wähle|möchte|daran|damit|dafür|sicher|"
	  "ach|oh|na|eben|halt|eher|am besten|besten|dass|wie|zeit|macht|freue|bevorzuge|hab|ihnen|dir|"
	  "am liebsten|liebsten|statt|stattdessen|vorzugsweise|habe mich vertan", FALSE },
	{ RN_FR, RN_MEANS_FILLER, WEAK, "je|j|tu|vous|nous|il|elle|on|ce|c|cela|ça|est|sera|serait|suis|le|la|les|l|"
	  "une|des|du|de|d|et|ou|pour|à|au|aux|en|dans|me|m|moi|mon|ma|mes|avec|très|bien|aussi|alors|donc|y|que|qu|"
	  "plus|tout|toute|aimerais|voudrais|participer|programme|mentorat|réponse|à bientôt|ici|encore|choisis|"
	  "préfère|prends|s|t|se|sur|par|vraiment|ai|plutôt|de préférence|préférerais", FALSE },
	{ RN_ES, RN_MEANS_FILLER, WEAK, "yo|tú|usted|nosotros|él|ella|lo|la|los|las|un|una|y|o|de|del|para|por|en|a|"
	  "al|me|mi|mis|con|muy|mucho|también|entonces|pues|que|es|sería|será|estoy|eso|esto|esta|este|gustaría|"
	  "participar|programa|mentoría|respuesta|aquí|allí|más|todo|elijo|prefiero|se|su|le|he|ha|ser|"
	  "preferiblemente|mejor|preferiría", FALSE },
	{ RN_IT, RN_MEANS_FILLER, WEAK, "io|tu|lei|noi|voi|il|lo|la|i|gli|le|l|un|una|e|ed|o|di|del|della|dell|per|"
	  "in|a|al|alla|mi|me|mio|mia|con|molto|anche|allora|che|sarebbe|sarà|sono|questo|questa|quello|ci|"
	  "partecipare|programma|mentoring|risposta|qui|tutto|scelgo|preferisco|da|dal|vi|ho|ha|preferibilmente|"
	  "preferirei|piuttosto", FALSE },
	{ RN_NL, RN_MEANS_FILLER, WEAK, "ik|je|jij|u|wij|we|het|dat|dit|die|de|en|of|voor|te|van|op|in|aan|met|mij|me|mijn|zou|zal|is|ben|"
	  "zijn|heel|zeer|erg|ook|dan|wel|er|hier|daar|mee|meedoen|deelnemen|programma|mentoring|antwoord|alle|"
	  "alles|bij|om|nog|nu|heb|hebben|kies|neem|doe|wil|ons|hoor|even|zo|liefst|bij voorkeur|beter", FALSE },
	{ RN_PT, RN_MEANS_FILLER, WEAK, "eu|tu|você|nós|ele|ela|o|a|os|as|uma|e|ou|de|do|da|dos|das|para|por|em|no|"
	  "na|nas|ao|me|mim|meu|minha|com|muito|também|então|que|seria|será|estou|isso|isto|esta|este|participar|"
	  "programa|mentoria|resposta|aqui|tudo|escolho|prefiro|lhe|vou|ser|preferia|de preferência|"
	  "preferencialmente|melhor", FALSE },

	/* ---- numbers and choices ---- */
	{ RN_EN, RN_MEANS_CHOICE, WEAK, "number|numbers|nr|option|options|choice|choices|slot|slots|topic|topics|"
	  "item|items|ones|date|proposal|suggestion", FALSE },
	{ RN_DE, RN_MEANS_CHOICE, WEAK, "nummer|nummern|nr|option|optionen|wahl|auswahl|termin|termine|thema|themen|"
	  "punkt|vorschlag|variante", FALSE },
	{ RN_FR, RN_MEANS_CHOICE, WEAK, "numéro|numéros|no|n|nº|option|options|choix|créneau|créneaux|sujet|sujets|"
	  "thème|thèmes|proposition|date", FALSE },
	{ RN_ES, RN_MEANS_CHOICE, WEAK, "número|números|núm|opción|opciones|elección|tema|temas|fecha|propuesta|turno", FALSE },
	{ RN_IT, RN_MEANS_CHOICE, WEAK, "numero|numeri|opzione|opzioni|scelta|tema|temi|argomento|argomenti|data|"
	  "proposta", FALSE },
	{ RN_NL, RN_MEANS_CHOICE, WEAK, "nummer|nummers|nr|optie|opties|keuze|onderwerp|onderwerpen|thema|datum|"
	  "voorstel", FALSE },
	{ RN_PT, RN_MEANS_CHOICE, WEAK, "número|números|opção|opções|escolha|tema|temas|tópico|data|proposta|horário", FALSE },
	{ RN_EN, RN_MEANS_ORDINAL, WEAK, "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth", FALSE },
	{ RN_DE, RN_MEANS_ORDINAL, WEAK, "erste|zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte", FALSE },
	{ RN_DE, RN_MEANS_ORDINAL, WEAK, "ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|achten|neunten|"
	  "zehnten", FALSE },
	{ RN_DE, RN_MEANS_ORDINAL, WEAK, "erster|zweiter|dritter|vierter|fünfter|sechster|siebter|achter|neunter|"
	  "zehnter", FALSE },
	{ RN_DE, RN_MEANS_ORDINAL, WEAK, "erstes|zweites|drittes|viertes|fünftes|sechstes|siebtes|achtes|neuntes|"
	  "zehntes", FALSE },
	{ RN_FR, RN_MEANS_ORDINAL, WEAK, "premier|deuxième|troisième|quatrième|cinquième|sixième|septième|huitième|"
	  "neuvième|dixième", FALSE },
	{ RN_FR, RN_MEANS_ORDINAL, WEAK, "première|seconde", FALSE },
	{ RN_FR, RN_MEANS_ORDINAL, WEAK, "premiers|second", FALSE },
	{ RN_ES, RN_MEANS_ORDINAL, WEAK, "primero|segundo|tercero|cuarto|quinto|sexto|séptimo|octavo|noveno|décimo", FALSE },
	{ RN_ES, RN_MEANS_ORDINAL, WEAK, "primera|segunda|tercera|cuarta|quinta|sexta|séptima|octava|novena|décima", FALSE },
	{ RN_ES, RN_MEANS_ORDINAL, WEAK, "primer|segundo|tercer", FALSE },
	{ RN_IT, RN_MEANS_ORDINAL, WEAK, "primo|secondo|terzo|quarto|quinto|sesto|settimo|ottavo|nono|decimo", FALSE },
	{ RN_IT, RN_MEANS_ORDINAL, WEAK, "prima|seconda|terza|quarta|quinta|sesta|settima|ottava|nona|decima", FALSE },
	{ RN_NL, RN_MEANS_ORDINAL, WEAK, "eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende", FALSE },
	{ RN_PT, RN_MEANS_ORDINAL, WEAK, "primeiro|segundo|terceiro|quarto|quinto|sexto|sétimo|oitavo|nono|décimo", FALSE },
	{ RN_PT, RN_MEANS_ORDINAL, WEAK, "primeira|segunda|terceira|quarta|quinta|sexta|sétima|oitava|nona|décima", FALSE },
	{ RN_EN, RN_MEANS_CARDINAL, WEAK, "one|two|three|four|five|six|seven|eight|nine|ten", FALSE },
	{ RN_DE, RN_MEANS_CARDINAL, WEAK, "eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn", FALSE },
	{ RN_FR, RN_MEANS_CARDINAL, WEAK, "un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix", FALSE },
	{ RN_ES, RN_MEANS_CARDINAL, WEAK, "uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez", FALSE },
	{ RN_IT, RN_MEANS_CARDINAL, WEAK, "uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci", FALSE },
	{ RN_NL, RN_MEANS_CARDINAL, WEAK, "één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien", FALSE },
	{ RN_PT, RN_MEANS_CARDINAL, WEAK, "um|dois|três|quatro|cinco|seis|sete|oito|nove|dez", FALSE },
	{ RN_EN, RN_MEANS_BOTH, WEAK, "both|both of them|either|either one|either of them", FALSE },
	{ RN_DE, RN_MEANS_BOTH, WEAK, "beide|beides|alle beide|die beiden|beiden", FALSE },
	{ RN_FR, RN_MEANS_BOTH, WEAK, "les deux|tous les deux|toutes les deux|l un ou l autre|n importe lequel", FALSE },
	{ RN_ES, RN_MEANS_BOTH, WEAK, "ambos|ambas|los dos|las dos|cualquiera de los dos|cualquiera", FALSE },
	{ RN_IT, RN_MEANS_BOTH, WEAK, "entrambi|entrambe|tutti e due|tutte e due|ambedue", FALSE },
	{ RN_NL, RN_MEANS_BOTH, WEAK, "beide|allebei|alle twee", FALSE },
	{ RN_PT, RN_MEANS_BOTH, WEAK, "ambos|ambas|os dois|as duas|qualquer um dos dois", FALSE },
	{ RN_EN, RN_MEANS_ALL, WEAK, "all of them|any of them|all three|any of these|any of those|all of these|"
	  "every one|everything", FALSE },
	{ RN_DE, RN_MEANS_ALL, WEAK, "alle|alle drei|alle davon|jeder davon|egal welcher|jeder", FALSE },
	{ RN_FR, RN_MEANS_ALL, WEAK, "tous|toutes|tous les trois|toutes les trois|tous ceux là", FALSE },
	{ RN_ES, RN_MEANS_ALL, WEAK, "todos|todas|los tres|las tres|cualquiera de ellos", FALSE },
	{ RN_IT, RN_MEANS_ALL, WEAK, "tutti|tutte|tutti e tre|tutte e tre|qualsiasi", FALSE },
	{ RN_NL, RN_MEANS_ALL, WEAK, "allemaal|alle drie|allen", FALSE },
	{ RN_PT, RN_MEANS_ALL, WEAK, "todos|todas|os três|as três|qualquer um", FALSE },
};

struct rn_lexicon rn_phrases = { .rows = rows, .n_rows = G_N_ELEMENTS (rows) };
