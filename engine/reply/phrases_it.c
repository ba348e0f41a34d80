/* What Italian words mean in a short answer. */
#include "phrase_rows.h"

#define ROW(meaning, strength, phrases) RN_PHRASES (RN_IT, meaning, strength, phrases)
#define PARTICLE(meaning, strength, phrases) RN_PARTICLES (RN_IT, meaning, strength, phrases)

const struct rn_lexicon_row rn_phrases_it[] = {
	/* ---- yes, no, later ---- */
	ROW (YES, SURE, "sì|sì volentieri|sì grazie|sì certo|sì con piacere|sì per favore|volentieri|"
	     "con piacere|molto volentieri|certo|certamente|certo che sì|assolutamente sì|assolutamente|"
	     "ovviamente|naturalmente|accetto|sono d accordo|ci sto|ci sono|ci sarò|contate su di me|"
	     "conta su di me|partecipo|parteciperò|vorrei partecipare|voglio partecipare|"
	     "mi piacerebbe partecipare|mi interessa|sono interessato|sono interessata|confermo|confermato|"
	     "approvato|accettato|senz altro|molto piacere|ovvio|perché mai no|ne sarei felice|sarei felice|"
	     "sarei lieto|sarei lieta|sarei onorato|sarei onorata|la risposta è sì|facciamolo|d accordissimo|"
	     "come no|non vedo l ora|non vediamo l ora"),
	ROW (YES, LIKELY, "va bene|mi va bene|va benissimo|per me va bene|d accordo|mi sta bene|sta bene|posso|"
	     "sono disponibile|disponibile|sono libero|sono libera|nessun problema|non c è problema|senza problemi|"
	     "perché no|perfetto|benissimo|molto bene|ottimo|bene|credo di sì|penso di sì|possibile|è possibile|"
	     "mi piacerebbe|vorrei|ok per me|vanno bene|mi vanno bene|mi farebbe piacere|mi fa piacere|buona idea|"
	     "ottima idea|mi sembra una buona idea|mi piace|sarà un piacere|mi sembra ottimo|approvare|approvo|"
	     "confermare|ci siamo incontrati|ci siamo visti|ha avuto luogo|incontrati|mi interessano|interessano|"
	     "nulla in contrario|niente in contrario|non ho nulla in contrario|nessuna obiezione|"
	     "potete contare su di me|può contare su di me|interessa|mi interesserebbe|non vedo perché no|"
	     "non è un problema|non c è alcun problema|non c è nessun problema|affare fatto|con entusiasmo|"
	     "ben volentieri|molto interessato|molto interessata|non male|libero|libera|segnato|ho segnato|continuiamo|"
	     "andiamo avanti|vado avanti|continuo volentieri|vorrei continuare|piacerebbe continuare|voglio continuare|"
	     "proseguiamo|ci siamo viste|ci siamo incontrate|ci siamo sentiti|ci siamo sentite|abbiamo parlato|"
	     "ci siamo parlati|sarebbe ideale|è ideale|ideale"),
	ROW (DONE, SURE, "fatto|è fatto|finito|completato"),
	ROW (NO, SURE, "no|rinuncio|no grazie|no mi dispiace|purtroppo no|meglio di no|preferirei di no|preferisco di no|"
	     "preferirei non|preferisco non|non mi interessa|non sono interessato|non sono interessata|"
	     "non voglio|non desidero|non accetto|rifiuto|rifiutato|declino|impossibile|non è possibile|"
	     "non per me|non questa volta|questa volta no|nessuno|nessuna|nessuno dei due|nessuna delle due|"
	     "assolutamente no|certo che no|credo di no|penso di no|per niente|non fatto|non proprio|"
	     "non ci siamo incontrati|non ha avuto luogo|è stato annullato|è stata annullata|non ce la faccio|"
	     "temo di no|la risposta è no|non fa al caso mio|devo dire di no|devo rifiutare|in nessun caso|"
	     "in nessun modo|per nessun motivo|nemmeno per sogno|non contate su di me|non contare su di me"),
	ROW (NO, LIKELY, "non fa per me|non è per me|passo|stavolta passo|meglio no|piuttosto no|direi di no|"
	     "non se ne parla|mi tiro indietro|mi sarebbe piaciuto|avrei voluto|avrei partecipato|ci fermiamo qui|"
	     "mi fermo qui|fermiamoci qui|basta così|può bastare|preferisco fermarmi|devo rinunciare|"
	     "dobbiamo rinunciare|costretto a rinunciare|costretta a rinunciare|è saltato|è saltata|è stato annullato|"
	     "dovuto annullare|dovuto disdire|non si è presentato|non si è presentata|era malato|era malata|ero malato|"
	     "ero malata|si è dimenticato|si è dimenticata|abbiamo rimandato|è stato rimandato|un imprevisto"),
	ROW (LATER, SURE, "più tardi|più avanti|non ora|non adesso|adesso no|ora no|non ancora|per ora no|"
	     "per il momento no|al momento no|in questo momento no|un altra volta|un altro momento|forse più tardi|"
	     "in un altro momento|chiedimi|mi chieda|chiedetemi|richiedetemi|ricordami|mi ricordi|ricordatemi|"
	     "rimandare|oggi no|non oggi|dopo|in seguito|contattatemi a|ricontattatemi|mi ricontatti|"
	     "risentiamoci"),
	ROW (LATER, VAGUE, "troppo presto"),
	ROW (LATER, WEAK, "la prossima volta|chiedetemelo|me lo richieda|richiedetemelo|in un secondo momento"),
	ROW (LATER, VAGUE, "vi/le/ti faccio sapere|vi farò sapere|le farò sapere|qualche giorno per pensarci|"
	     "ci devo pensare|ci penserò"),
	ROW (AFTER, SURE, "dopo le ferie|dopo le mie ferie|dopo le mie vacanze|dopo il congedo|al mio ritorno|"
	     "al mio rientro|quando torno|quando rientro"),

	/* ---- commands ---- */
	ROW (HELP, SURE, "aiuto|aiutatemi|aiutami|ho bisogno di aiuto|mi serve aiuto|potete aiutarmi|"
	     "può aiutarmi|ho una domanda|non capisco|cos è questo|che cos è|come funziona|parlare con qualcuno|"
	     "parlare con una persona|chiamatemi|mi chiami|più informazioni|maggiori informazioni|"
	     "maggiori dettagli|saperne di più|ho delle domande|alcune domande|di cosa si tratta|in cosa consiste|"
	     "con chi posso parlare"),
	PARTICLE (HELP, SURE, "persona sbagliata|destinatario sbagliato|non lavoro più|"
	     "ho lasciato l azienda|lascio l azienda"),
	ROW (STOP, SURE, "stop|cancellami|cancellatemi|disiscrivimi|disiscrivetemi|disiscrizione|annulla iscrizione|"
	     "annullare l iscrizione|rimuovetemi|rimuovimi|non scrivetemi|"
	     "non scrivetemi/contattatemi/voglio/ricevere/desidero più|non contattatemi|basta|basta mail|"
	     "smettete di scrivermi|niente più mail|lasciatemi in pace|cancellate i miei dati|non inviatemi|"
	     "non mandatemi|non voglio ricevere|non desidero ricevere|non scrivermi|di non scrivermi|non inviarmi|"
	     "non mandarmi|non contattarmi|dalla lista|dalla vostra lista|da questa lista|smettere di scrivermi|"
	     "toglietemi|mi tolga|eliminatemi"),
	ROW (ELSEWHERE, SURE, "altrove|da un altra parte|mediatore|parlare con qualcun altro|"
	     "parlare con le risorse umane|difensore civico|in via riservata|fuori dal programma"),
	ROW (WHY, SURE, "perché|perché io|perché ricevo|come mai|perché proprio io|perché mi|come avete avuto|"
	     "come avete fatto|chi mi ha"),
	ROW (UNDO, SURE, "annulla|annullare|annullate|volevo dire|intendevo dire|intendevo|volevo scrivere|"
	     "è stato un errore|mi sono sbagliato|mi sono sbagliata|ho cambiato idea|cambiato idea|correzione|"
	     "annullate/ignorate/dimenticate/ignori/ignora il mio|ritiro|"
	     "annullate/ignorate/dimenticate/ignori/ignora la mia|la mia ultima risposta|ci ho ripensato|"
	     "annullate/ignorate/dimenticate/ignori/ignora la risposta|pulsante sbagliato|era un errore|"
	     "è stata una svista|no aspetta|no aspetti|aspetta no|anzi no|anzi|voglio dire|o meglio|ops|scusa no|"
	     "no scusa|no scusi|no meglio"),
	PARTICLE (UNDO, SURE, "per errore|per sbaglio"),

	/* ---- doubt, negation, conjunctions ---- */
	PARTICLE (UNSURE, SURE, "ora dopo|ora prima|minuti dopo|minuti prima|un po più tardi|un po prima"),
	ROW (UNSURE, SURE, "quasi/parzialmente fatto/finito|sarà fatto|"
	     "non sono sicuro|non sono sicura|non so|non lo so|nessuna idea|forse|magari|"
	     "può darsi|dipende|devo pensarci|ci penso|devo vedere|devo controllare|sì e no|sì o no|"
	     "eventualmente|né sì né no|"
	     "scegliere tra|non lo so ancora|non so ancora|ancora non so"),
	ROW (UNSURE, WEAK, "ci mancava solo questo|ci mancava anche questa|un altra riunione|se lo dice lei|"
	     "qualcun altro|un altra persona|vuole che dica|che io dica|vogliono che dica|sono tentato|sono tentata|"
	     "una parte di me|propendo"),
	ROW (REFUSE, SURE, "smettere|fermarmi|terminare|concludere|interrompere|ritirarmi|rifiutare|declinare|"
	     "resistere|tirarmi indietro"),
	ROW (FOLLY, WEAK, "pazzo|pazzia|follia|pazza|matto|matta|folle|sciocco|sciocca|stupido|stupida|scemo|scema"),
	ROW (OBJECT, 0, "obiezione|obiezioni|problema|problemi|contrario|contraria|contro|impedimento|impedimenti|"
	     "dispiacerebbe|disturba"),
	ROW (MISS, SURE, "perdere|perdermelo|perdermela|perdo|perderei|mancare"),
	ROW (SAY, SURE, "dico|dire|dirò|direi|"
	     "dicessi"),
	ROW (QUESTION, WEAK, "quanto|quanta|quante|quanti|in cosa|di cosa|cosa|chi è|quando è|quale|quali|dove|"
	     "potrebbe|potreste|potete|può dirmi|come si|devo|chi potrebbe"),
	ROW (NOT, WEAK, "non|mai|né|senza|nessun|alcun"),
	PARTICLE (NOT, WEAK, "niente|nulla"),
	ROW (CANNOT, WEAK, "non posso|non potrò|non riesco|non sono disponibile|non disponibile|non ho tempo|"
	     "non mi va bene|non va bene|non sono libero|non sono libera|mi è impossibile|altro impegno|già un impegno|"
	     "sono impegnato|sono impegnata|sono già impegnata|sono già impegnato|non me lo permette|non mi permette"),
	ROW (BUT, WEAK, "ma|però|tuttavia|tranne|eccetto|bensì"),
	ROW (ALTHOUGH, WEAK, "anche se|sebbene|benché|nonostante|malgrado|seppure|per quanto"),
	ROW (ONLY, WEAK, "solo|soltanto|solamente|unicamente"),
	ROW (IF, WEAK, "se|nel caso|a meno che|a meno di|a patto che|a patto di|a condizione che|"
	     "a condizione di|purché|sempre che|sempreché|salvo che|salvo se|ammesso che|qualora|a seconda|"
	     "in base a|previa|previo|finché|nel caso in cui|fintanto che|tranne se|condizione|basta che|detto"),
	PARTICLE (IF, WEAK, "fatemi sapere se|fammi sapere se|mi faccia sapere se|se avete bisogno|se ha bisogno"),
	ROW (BECAUSE, WEAK, "perché così|poiché|dato che|siccome"),

	/* ---- courtesy, and words that change nothing ---- */
	ROW (GREETING, WEAK, "ciao|buongiorno|buon giorno|buonasera|buona sera|salve|gentile|caro|cara|egregio"),
	ROW (COURTESY, WEAK, "non vedo l ora di saperne|non vedo l ora di sentir|non vedo l ora di ricevere"),
	ROW (COURTESY, WEAK, "grazie|grazie mille|molte grazie|per favore|per cortesia|per piacere|mi dispiace|"
	     "scusa|scusate|mi scusi|purtroppo|dell invito|per l invito|per la proposta|della richiesta|"
	     "se vuole|se volete|se vuoi|se serve|se necessario|se va bene|se vi va bene|se le va bene|se ti va|"
	     "se ti va bene|se preferite|se preferisce|senza fretta"),
	ROW (FAREWELL, WEAK, "ci vediamo|ci vediamo allora|a dopo allora"),
	ROW (FILLER, WEAK, "se possibile|senza dubbio|senza esitare|io|tu|lei|noi|voi|il|lo|la|i|gli|le|l|un|"
	     "una|e|ed|o|di|del|della|dell|per|in|a|al|alla|mi|me|mio|mia|con|molto|anche|allora|che|sarebbe|"
	     "sarà|sono|questo|questa|quello|ci|partecipare|programma|mentoring|risposta|qui|tutto|scelgo|"
	     "preferisco|da|dal|vi|ho|ha|preferibilmente|preferirei|piuttosto|come detto|"
	     "nonché|poi|oltre a|più"),
	ROW (FILLER, WEAK, "invece di|invece del|invece che|anziché|al posto di|al posto del|rispetto a"),
	PARTICLE (FILLER, WEAK, "su"),
	ROW (LIGHT, WEAK, "davvero|proprio|gran|grande|perfettamente|veramente|moltissimo|tanto|già|insegnare|"
	     "offrire|proporre|potrei|potremmo|sentire|imparare|ascoltare|aiutare|spiegare|mostrare|condividere|"
	     "meglio|scegliere|sceglierei"),
	ROW (CONTACT, WEAK, "richiedimelo|sentiamoci|riparliamone|parliamone|contattatemi|scrivetemi|chiedete|richiedete|"
	     "di nuovo|nuovamente|risentirci|riprendiamo"),

	/* ---- numbers and choices ---- */
	ROW (FILLER, WEAK, "soprattutto|innanzitutto"),
	ROW (CHOICE, WEAK, "numero|numeri|opzione|opzioni|scelta|tema|temi|argomento|argomenti|data|proposta"),
	ROW (AMOUNT, WEAK, "più di|meno di|almeno|al massimo|al minimo|non più di|gruppo di|squadra di"),
	ROW (REST, WEAK, "il resto|gli altri|gli altri due|le altre due|le altre|tutto il resto|tutti gli altri"),
	ROW (ORDINAL, WEAK, "primo|secondo|terzo|quarto|quinto|sesto|settimo|ottavo|nono|decimo"),
	ROW (ORDINAL, WEAK, "prima|seconda|terza|quarta|quinta|sesta|settima|ottava|nona|decima"),
	PARTICLE (ORDINAL, WEAK, "primi"),
	PARTICLE (ORDINAL, WEAK, "prime"),
	PARTICLE (LAST, WEAK, "quello/quella di mezzo|quello/quella in mezzo"),
	ROW (LAST, WEAK, "ultimo|ultima|ultimi|ultime"),
	ROW (CARDINAL, WEAK, "uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci"),
	ROW (BOTH, WEAK, "entrambi|entrambe|tutti e due|tutte e due|ambedue"),
	ROW (ALL, WEAK, "tutti|tutte|tutti e tre|tutte e tre|tutti e quattro|tutte e quattro|tutti e cinque|tutte e cinque|"
	     "qualsiasi"),
	ROW (ALL, WEAK, "sono flessibile|per me è uguale|è indifferente"),
	RN_PHRASES_END
};
