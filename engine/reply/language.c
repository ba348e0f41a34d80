#include "language.h"

#include <string.h>

#include "fold.h"

#define MAX_WORDS 200 /* more tell nothing new */
#define MAX_BYTES (16 * MAX_WORDS)
#define ONE_WORD 60   /* weight of a word of one language; shared by 2 … 6 it divides evenly */

/* The commonest words of prose and of short answers. Words of many languages are
 * listed in each, so that they weigh little. */
static const struct {
	const char *code, *words;
} languages[] = {
	{ "en", "the and of to in is that it for was on are as with be this have from or had by not but what all "
	  "were when we there can an your which their said if do will each about how up out them then she many some "
	  "so these would other into has more two like him see time could no make than first been its who now people "
	  "my made over did down only way find use may water long little very after words called just where most "
	  "know yes please thanks free under circumstances thank you i me me am don t can t would love works fine next not later sure count "
	  "hello hi dear regards meet meeting tuesday monday wednesday thursday friday morning afternoon tomorrow "
	  "week month again ask why got help d ll ve say take second meant changed mind please which topic"
	  " any anything both during either everything few free here his however m join let maybe never nothing"
	  " number one option our prefer really rather same should since something soon sorry suits today too until"
	  " us while yet re sounds happy anytime wouldn won isn does doing being having glad fully pleased answer"
	  " past quarter noon march april june july august september october november december january february"
	  " three four five six seven eight nine ten half end early nope yep hey team" },
	{ "de", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden "
	  "aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder "
	  "aber vor zur bis mehr durch man sein wurde wenn können ja nein danke bitte gern gerne ich mir mich wir "
	  "uns ihr ihnen ihre bin kann passt leider später lieber viele grüße hallo geht kein keine mal würde wäre "
	  "möchte schon dann jetzt dienstag montag mittwoch donnerstag freitag morgen woche nächste nächsten monat "
	  "uhr warum hilfe meinte beide freundlichen"
	  " ab alle alles andere beim bereits da dabei dafür damit dazu deshalb diese diesem diesen dieser doch eher"
	  " eigentlich euch euer etwas ganz genau gibt habe hätte heute immer irgendwann jede jeden jederzeit klar"
	  " könnte machen mein meine müsste nachmittag nichts nie ohne schön sehr seit sondern sowie übermorgen"
	  " unser vielleicht vielen vom vormittag weder weil welche wer wollen zwischen zweite erste dritte nehme"
	  " dich dir dein passen alternativ außer einverstanden"
	  " januar februar märz april mai juni juli august september oktober november dezember zwei drei vier fünf"
	  " sechs sieben acht neun zehn halb viertel anfang ende mitte herbst frühjahr liebe" },
	{ "fr", "le de un être et à il avoir ne je son que se qui ce dans en du elle au pour pas vous par sur faire "
	  "plus dire me on mon lui nous comme mais pouvoir avec tout y aller voir sans ou leur si deux mari moi "
	  "vouloir te femme venir quand grand notre oui non merci est la les des une suis serait sera cela ça c d l "
	  "j n qu s aux cette votre bien plaisir volontiers désolé bonjour cordialement peux plutôt lundi mardi "
	  "mercredi jeudi vendredi demain semaine prochain prochaine mois heures après pourquoi aide accord tard "
	  "êtes avez ai"
	  " aucun aussi autre avant beaucoup bonne car celui cependant chaque chez comment dès déjà depuis donc dont"
	  " eux elles encore entre était fait jamais jour jours même moins ni parce peut possible pouvez premier"
	  " deuxième puis quel quelle quoi rien sauf selon ses soir surtout tous toujours toute très trop vers voici"
	  " vraiment midi serais souhaite"
	  " janvier février mars avril mai juin juillet août septembre octobre novembre décembre trois quatre cinq"
	  " sept huit neuf dix début fin heure" },
	{ "es", "veo problema ningún ve de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me "
	  "si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está "
	  "mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien sí gracias hola "
	  "saludos puedo gustaría quiero lunes martes miércoles jueves viernes mañana tarde próximo próxima semana "
	  "mes favor ayuda lamentablemente encantado encantada estoy usted podría después segunda segundo primera "
	  "primero tercera cuarta quinta quinto querer decir quería enero febrero marzo mayo junio julio septiembre "
	  "octubre noviembre diciembre"
	  " ahora algo alguna antes aquí aunque bastante buena bueno buenos cada casi claro conmigo cuál cualquier"
	  " cuenta deseo día días ella ellos entonces ese eso estaría estas esto fin gran hacer hoy igual jamás"
	  " mejor menos mismo momento mucha mucho muchas nada nadie ninguna ninguno nosotros nuestra nunca otra otro"
	  " pasado poco pues quién sería siempre sino solo tal tampoco tanto temo tengo ti toda vale ver opción"
	  " posible"
	  " abril agosto tres cuatro cinco seis siete ocho nueve diez principios finales mediados" },
	{ "it", "di e il la che è per un in non una sono mi ho lo ma ha si con cosa no le ci da se ti come io questo "
	  "bene sei del tu qui hai della al nel suo i gli sì grazie ciao posso vorrei volentieri purtroppo anche "
	  "perché più sarebbe dei alla delle lunedì martedì mercoledì giovedì venerdì domani prossimo prossima "
	  "settimana mese ore dopo mattina pomeriggio saluti buongiorno aiuto tardi piacere dispiace piacerebbe "
	  "volevo dire seconda secondo numero certo fine gennaio febbraio marzo maggio giugno luglio settembre "
	  "ottobre dicembre"
	  " abbiamo adesso ai allora altro ancora avrei buona buono c chi contro così dal dalla dalle dai davvero"
	  " degli dell dello dentro dopodomani dove due ecco entrambi era fa fare fino fra già hanno invece lei loro"
	  " lui magari mai meglio meno mentre mia mio molto nella nessun niente noi nostra nulla ogni oggi oppure"
	  " ora però poi prima può qualche quale quando quanto quella quello questa resto sarà scusate sempre senza"
	  " sia siamo siete solo sopra sta stata stato stessa sua tra tre troppo tutti tutto va verso vi voi volta"
	  " insegnarle imparare"
	  " aprile agosto novembre quattro cinque sette otto nove dieci inizio metà" },
	{ "nl", "de van het een en in is dat op te zijn met voor niet aan er die als ook maar om dan of bij nog uit "
	  "naar door over hij ze wordt ik je u we mij me was wel kan had heeft hebben dit deze geen ja nee graag "
	  "bedankt dank helaas groet groeten hallo goed prima past lukt komt doe mee maandag dinsdag woensdag "
	  "donderdag vrijdag morgen volgende week maand uur na waarom hulp later liever jullie zou willen ben heb "
	  "vriendelijke beide"
	  " alle alles altijd anders bent bijna binnen daar daarom dag dagen dus echt eerste eens eerder eigenlijk"
	  " elke enige even gaan gaat gedaan gisteren goede haar half hem hun iemand iets ieder jouw kom kunnen kunt"
	  " kwart laat maken mag meer meest mijn minder misschien moet mogelijk natuurlijk niemand niets nooit nu"
	  " omdat onder onmogelijk onze overmorgen pas per precies samen sinds snel soms tegen toch toen tot tussen"
	  " tweede twee vaak vanaf vandaag veel vooral vraag waar wanneer want wat weer weinig welke werkt wie wij"
	  " worden zal zeer zelf zien zij zo zoals zonder leren"
	  " januari februari maart april mei juni juli augustus september oktober november december drie vier vijf"
	  " zes zeven acht negen tien begin eind" },
	{ "pt", "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem "
	  "à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem "
	  "mesmo aos ter seus quem nas me esse eles estão você tinha sim obrigado obrigada olá oi posso gostaria "
	  "segunda terça quarta quinta sexta feira amanhã próxima próximo semana mês tarde manhã horas favor ajuda "
	  "infelizmente prazer cumprimentos abraço não são vou segundo primeiro quis dizer quinta opção numero"
	  " agora ainda além algo alguma algum antes aqui assim bem bom boa cada claro comigo conta contra dar"
	  " desculpe desde deste dia dias dois essa esta estar estas este estes estou fazer gosto hoje isto lá lhe"
	  " logo melhor menos meu minha muita nada nem nenhum nessa neste ninguém nossa nosso nunca onde ontem outra"
	  " outro parece pode poderia pois porque pouco prefiro primeira problema qual qualquer quanto quero seja"
	  " sempre seria tanto tenho teria toda todas todos tudo vai vamos volta possível"
	  " janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro três quatro"
	  " cinco seis sete oito nove dez início" },
	{ "sv", "och i att det som en på är av för med den till inte om ett han men var jag sig från vi så kan man "
	  "när år säger hon under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla "
	  "ja nej tack gärna hej mig måndag tisdag onsdag torsdag fredag imorgon nästa vecka" },
	{ "da", "og i at det er en til på som med de for af ikke den der var jeg et han har fra vi så kan men ham "
	  "hun nu over da skal efter bare ved sig mig også ja nej tak gerne hej mandag tirsdag onsdag torsdag fredag "
	  "uge næste kunne ville hvad" },
	{ "nb", "og i det på som er en til å han av for med at var de ikke den har jeg om et men så seg hun hadde "
	  "fra vi du kan da ble ut skal vil ham etter over ved også bare nå meg ja nei takk gjerne hei mandag "
	  "tirsdag onsdag torsdag fredag uke neste kunne ville hva" },
	{ "fi", "ja on ei se että hän oli en mutta niin kun ovat ole myös sen olen minä mitä jos tai kuin voi vain "
	  "nyt kyllä kiitos hei sopii terveisin maanantai tiistai keskiviikko torstai perjantai huomenna viikko olisi" },
	{ "pl", "i w nie na się z do to że jest o jak ale po co tak za od tego dla czy jestem mnie są już tylko "
	  "przez jego być może mam mogę dziękuję proszę cześć pozdrawiam poniedziałek wtorek środa czwartek piątek "
	  "jutro tydzień" },
};

/* folded word → bits of languages */
static GHashTable *words;

static void
add_words (gsize language)
{
	g_auto (GStrv) list = g_strsplit (languages[language].words, " ", -1);

	for (char **word = list; *word != NULL; word++) {
		char *folded = rn_folded (*word, strlen (*word));
		int bits = GPOINTER_TO_INT (g_hash_table_lookup (words, folded));
		g_hash_table_insert (words, folded, GINT_TO_POINTER (bits | 1 << language));
	}
}

static void
prepare (void)
{
	static gsize done = 0;

	if (!g_once_init_enter (&done))
		return;
	words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	for (gsize language = 0; language < G_N_ELEMENTS (languages); language++)
		add_words (language);
	g_once_init_leave (&done, 1);
}

static void
vote (const char *word, int *votes)
{
	guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (words, word));
	int share = bits != 0 ? ONE_WORD / __builtin_popcount (bits) : 0;

	for (; bits != 0; bits &= bits - 1)
		votes[__builtin_ctz (bits)] += share;
}

static gboolean
is_glued (const struct rn_tokens *tokens, gsize i)
{
	return rn_token_at (tokens, i)->is_tight && rn_token_at (tokens, i)->mark == '\0';
}

/* The letters in "k3v9q2@…" and "15h" are no words. */
static gboolean
is_word (const struct rn_tokens *tokens, gsize i, gsize least)
{
	return rn_token_at (tokens, i)->size >= least && !is_glued (tokens, i) &&
	       (i + 1 == rn_tokens_count (tokens) || !is_glued (tokens, i + 1));
}

const char *
rn_language_of (const struct rn_tokens *tokens)
{
	int votes[G_N_ELEMENTS (languages)] = { 0 };
	gsize best = 0;
	int second = 0;

	prepare ();
	/* a letter or two are words of no language: "J", "n" */
	gsize least = rn_tokens_count (tokens) <= 2 ? 2 : 1;
	for (gsize i = 0; i < MIN (rn_tokens_count (tokens), MAX_WORDS); i++)
		if (is_word (tokens, i, least))
			vote (rn_token_word (tokens, i), votes);
	for (gsize language = 1; language < G_N_ELEMENTS (languages); language++)
		if (votes[language] > votes[best])
			best = language;
	for (gsize language = 0; language < G_N_ELEMENTS (languages); language++)
		if (language != best)
			second = MAX (second, votes[language]);
	/* one word of its own, and clearly ahead of its relatives */
	return votes[best] >= ONE_WORD && votes[best] * 2 >= second * 3 ? languages[best].code : "";
}

const char *
rn_language_of_text (const char *text)
{
	struct rn_tokens tokens;
	gsize size = strnlen (text, MAX_BYTES);

	while (((guchar) text[size] & 0xc0) == 0x80)
		size--; /* not inside a letter */
	rn_tokens_init_first (&tokens, text, size, MAX_WORDS + 1); /* whether the last is a word, the next one tells */
	const char *language = rn_language_of (&tokens);
	rn_tokens_clear (&tokens);
	return language;
}
