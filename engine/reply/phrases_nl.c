/* What Dutch words mean in a short answer. */
#include "phrase_rows.h"

#define ROW(meaning, strength, phrases) RN_PHRASES (RN_NL, meaning, strength, phrases)
#define PARTICLE(meaning, strength, phrases) RN_PARTICLES (RN_NL, meaning, strength, phrases)

const struct rn_lexicon_row rn_phrases_nl[] = {
	/* ---- yes, no, later ---- */
	ROW (YES, SURE, "ja|jaa|doe maar|ja graag|ja hoor|ja zeker|ja natuurlijk|ja prima|ja leuk|graag|heel graag|"
	     "zeer graag|zeker|zeker wel|natuurlijk|uiteraard|absoluut|ik doe mee|doe mee|ik ga akkoord|"
	     "ga akkoord|akkoord|ik accepteer|ik ben erbij|ben erbij|ik kom|ik neem deel|ik wil meedoen|"
	     "wil graag meedoen|ik wil deelnemen|wil graag deelnemen|ik heb interesse|heb interesse|"
	     "ik ben geïnteresseerd|met plezier|met genoegen|bevestigd|ik bevestig|goedgekeurd|schrijf me in|"
	     "jazeker|jawel|lijkt me hartstikke leuk|vanzelfsprekend|tuurlijk|doe ik|doe ik graag|"
	     "ik doe graag mee|doe graag mee|zou ik graag doen|zou ik leuk vinden|het antwoord is ja|"
	     "afgesproken|niet wachten|kan niet wachten|ik kan niet wachten|kijk ernaar uit|kijk er naar uit|"
	     "heb er zin in|veel zin in"),
	ROW (YES, LIKELY, "past mij|past me|past mij goed|past goed|dat past|past|komt goed uit|komt mij goed uit|"
	     "schikt mij|schikt|schikt me|dat lukt|lukt|kan ik|ik kan|dat kan|kan wel|geen probleem|geen bezwaar|"
	     "waarom niet|prima|goed|heel goed|is goed|dat is goed|in orde|perfect|uitstekend|klinkt goed|"
	     "ik ben beschikbaar|ben beschikbaar|beschikbaar|ben vrij|mogelijk|oké voor mij|wat mij betreft|"
	     "ik denk het wel|ik wil|leuk|mooi|passen|passen mij|passen goed|passen me|goed idee|leuk idee|klinkt leuk|"
	     "lijkt me leuk|lijkt me goed|lijkt mij leuk|lijkt me prima|goedkeuren|bevestigen|we hebben elkaar ontmoet|"
	     "is doorgegaan|heeft plaatsgevonden|ontmoet|interesseren me|interesseren mij|gesproken|"
	     "geen enkel probleem|niets op tegen|niets tegen|heb er niets op tegen|u kunt op mij rekenen|"
	     "je kunt op me rekenen|jullie kunnen op me rekenen|reken op mij|interesseert me|interesseert mij|"
	     "lijkt me wel wat|doen we|ik zie niet in waarom niet|vind ik goed|vind ik leuk|voor mij prima|niet slecht|"
	     "geen slecht idee|genoteerd|staat in mijn agenda|ik ben er|we gaan door|ik ga door|graag doorgaan|"
	     "wil doorgaan|graag verlengen|graag verder|we gaan verder|ik ga verder|wil verder|elkaar gezien|"
	     "elkaar gesproken|elkaar ontmoet|ging door|we hebben gebeld|hebben gesproken|zou ideaal zijn|is ideaal|"
	     "ideaal"),
	ROW (DONE, SURE, "gedaan|klaar|is gedaan|afgerond|voltooid|afgehandeld"),
	ROW (NO, SURE, "nee|voor mij niet|geen van deze|nee bedankt|nee dank je|nee dank u|nee dankjewel|nee sorry|nee helaas|"
	     "helaas niet|helaas nee|liever niet|beter niet|geen interesse|geen behoefte|niet geïnteresseerd|ik bedank|"
	     "ik sla af|ik weiger|geweigerd|afgewezen|wil niet|ik wil niet|ik wil liever niet|niet mogelijk|onmogelijk|"
	     "niet voor mij|deze keer niet|geen van beide|geen van allen|zeker niet|absoluut niet|ik doe niet mee|doe niet mee|"
	     "zonder mij|ik denk het niet|neen|niet gedaan|niet echt|ging niet door|is niet doorgegaan|is geannuleerd|"
	     "geen tijd voor|het antwoord is nee|gaat niet lukken|gaat me niet lukken|past niet bij mij|moet ik afslaan|"
	     "moet ik afzeggen|ik moet weigeren|in geen geval|onder geen beding|geen sprake van|van zijn leven niet|"
	     "reken niet op mij|reken niet op me"),
	ROW (NO, LIKELY, "niets voor mij|niks voor mij|dat is niets voor mij|moet ik passen|moet passen|"
	     "moet ik dit keer passen|moet ik deze keer passen|dit keer passen|deze keer passen|ik pas|laat maar|"
	     "ik zie ervan af|zie ervan af|liever toch niet|geen zin|komt niet in aanmerking|ik moet bedanken|"
	     "moet bedanken|had graag meegedaan|had graag willen|zou graag hebben meegedaan|geen trek|ik stop ermee|"
	     "we stoppen ermee|we stoppen|is genoeg|genoeg zo|laat het hierbij|laten het hierbij|laten we het hierbij|"
	     "ging niet door|niet doorgegaan|niet komen opdagen|kwam niet opdagen|moesten afzeggen|moest afzeggen|"
	     "is afgezegd|is vervallen|is komen te vervallen|was ziek|is vergeten|hebben het verzet|is verzet|"
	     "is verplaatst|hebben het verplaatst|er is iets tussengekomen|iets tussen gekomen|te veel aan mijn hoofd|"
	     "dit keer niet|deze keer niet"),
	ROW (LATER, SURE, "later|niet nu|nu niet|nog niet|nu even niet|op dit moment niet|momenteel niet|"
	     "voorlopig niet|misschien later|een andere keer|een ander moment|vraag me|vraag mij|vraag het me|"
	     "vraag het later|herinner me|herinner mij|uitstellen|vandaag niet|niet vandaag|straks|"
	     "neem later contact op|later nog eens|vraag het nog eens"),
	ROW (LATER, VAGUE, "te vroeg"),
	ROW (LATER, WEAK, "volgende keer|een volgende keer|op een later moment"),
	ROW (LATER, VAGUE, "laat het u weten|laat het weten|laat het je weten|laat ik weten|kom er op terug|"
	     "kom erop terug|paar dagen bedenktijd|bedenktijd|er nog over nadenken"),
	ROW (AFTER, SURE, "na mijn vakantie|na mijn verlof|als/zodra/wanneer ik terug ben|als ik weer terug ben"),

	/* ---- commands ---- */
	ROW (HELP, SURE, "help|hulp|help me|ik heb hulp nodig|hulp nodig|kunt u helpen|"
	     "kunt u mij helpen|kun je helpen|kun je me helpen|ik heb een vraag|ik begrijp het niet|"
	     "ik snap het niet|wat is dit|hoe werkt dit|met iemand praten|met iemand spreken|met een mens|bel me|"
	     "bel mij|meer informatie|meer details|meer weten|ik heb vragen|nog vragen|een paar vragen|"
	     "waar gaat dit over|wat houdt dit in|wat houdt het in|met wie kan ik"),
	PARTICLE (HELP, SURE, "verkeerde persoon|verkeerd geadresseerd|werk hier niet meer|"
	     "niet meer werkzaam|het bedrijf verlaten|uit dienst"),
	ROW (STOP, SURE, "stop|stoppen|afmelden|uitschrijven|meld me af|meld mij af|schrijf me uit|schrijf mij uit|"
	     "geen mails/berichten/mail meer|geen e mails meer|mail me niet meer|schrijf me niet meer|"
	     "neem geen contact meer|laat me met rust|verwijder mijn gegevens|haal me van de lijst|"
	     "stuur me/mij/alstublieft geen|wil geen mails|stuur mij alstublieft geen|van de/deze/uw lijst|"
	     "niet meer mailen/schrijven/benaderen/ontvangen|geen e mail meer|hou op|haal mij van|haal me van|"
	     "verwijder mij|verwijder me|wil niet meer gemaild"),
	ROW (ELSEWHERE, SURE, "elders|ergens anders|vertrouwenspersoon|met iemand anders praten|met hr praten|"
	     "ombudsman|in vertrouwen|buiten het programma om"),
	ROW (WHY, SURE, "waarom|waarom ik|waarom krijg/ontvang/juist ik|hoezo|hoe komen jullie aan|hoe komt u aan|"
	     "hoe kom je aan|wie heeft mij|wie heeft me"),
	ROW (UNDO, SURE, "ongedaan maken|maak ongedaan|ongedaan|ik bedoelde|bedoelde|ik bedoel|ik wilde zeggen|"
	     "was een vergissing/fout/misverstand|mijn fout|heb me vergist|ik heb me vergist|"
	     "ben van gedachten veranderd|van gedachten veranderd|correctie|negeer mijn|ik trek in|"
	     "mijn laatste antwoord|vergeet mijn|trek mijn|bij nader inzien|"
	     "negeer/vergeet/annuleer mijn laatste/antwoord/vorige/eerdere|verkeerde knop|nee wacht|wacht nee|"
	     "of liever|beter gezegd|oeps|sorry nee|of nee|nee toch|nee liever|nee beter"),
	PARTICLE (UNDO, SURE, "per ongeluk|per abuis"),

	/* ---- doubt, negation, conjunctions ---- */
	PARTICLE (UNSURE, SURE, "later op de dag|uur later|uur eerder|minuten later|minuten eerder|iets later|iets eerder"),
	ROW (UNSURE, SURE, "bijna/half/deels klaar/gedaan|wordt gedaan|nog te doen|"
	     "niet zeker|weet niet|weet ik niet|ik weet het niet|weet het niet|weet het nog niet|"
	     "geen idee|misschien|wellicht|eventueel|hangt ervan af|het hangt ervan af|moet nadenken|"
	     "ik denk erover na|moet kijken|ja en nee|ja of nee|mogelijk wel|weet ik nog niet|"
	     "ik weet het nog niet|weet nog niet|nog niet zeker|noch ja noch nee|"
	     "kiezen tussen"),
	ROW (UNSURE, WEAK, "dat ontbrak er nog aan|als jij het zegt|als u het zegt|iemand anders|een ander persoon|"
	     "een andere partner|wil dat ik zeg|moet zeggen van|ben geneigd|geneigd|neig naar|een deel van mij"),
	ROW (REFUSE, SURE, "beëindigen|ophouden|afhaken|terugtrekken|weigeren|afwijzen|afslaan|afzeggen|weerstaan"),
	ROW (FOLLY, WEAK, "gek|dom|dwaas|stom|idioot"),
	ROW (OBJECT, 0, "bezwaar|bezwaren|probleem|problemen|op tegen|tegen|bedenkingen|moeite mee"),
	ROW (MISS, SURE, "missen|mislopen|laten schieten|laat ik me niet ontgaan"),
	ROW (SAY, SURE, "zeg|zeggen"),
	PARTICLE (QUESTION, WEAK, "was het|was dat|bedoelt u|bedoel je"),
	ROW (QUESTION, WEAK, "hoeveel|hoe lang|hoe vaak|hoe werkt|hoe ziet|wat houdt|wat moet|wat is|wie is|"
	     "wanneer|welke|waar is|waar gaat|kunt u|kun je|kan iemand|moet ik|is er|zijn er|wie zou|wie kan"),
	ROW (NOT, WEAK, "niet|nooit|geen|zonder"),
	PARTICLE (NOT, WEAK, "niets|niks"),
	ROW (CANNOT, WEAK, "kan niet|ik kan niet|kan ik niet|kan helaas niet|kan ik helaas niet|niet beschikbaar|"
	     "ben niet beschikbaar|geen tijd|ben verhinderd|verhinderd|past niet|past me niet|past mij niet|lukt niet|"
	     "lukt me niet|schikt niet|niet vrij|komt niet uit|al een afspraak|andere afspraak|al iets anders|zit vol|"
	     "laat het niet toe"),
	ROW (BUT, WEAK, "maar|echter|behalve"),
	ROW (ALTHOUGH, WEAK, "hoewel|alhoewel|ook al|al heb|al ben|al heb ik|al ben ik|ondanks|"
	     "zelfs als|hoe graag ik|hoe graag"),
	ROW (ONLY, WEAK, "alleen|enkel|slechts|uitsluitend"),
	ROW (IF, WEAK, "als|indien|tenzij|mits|op voorwaarde|op één voorwaarde|onder voorwaarde|"
	     "onder voorbehoud|zolang|afhankelijk van|in het geval|ervan uitgaande|zodra|gesteld dat|voorwaarde|"
	     "alleen als|behalve als|gezegd"),
	PARTICLE (IF, WEAK, "weten als|weten of"),
	ROW (BECAUSE, WEAK, "omdat|aangezien"),

	/* ---- courtesy, and words that change nothing ---- */
	ROW (GREETING, WEAK, "hallo|hoi|dag|beste|geachte|goedemorgen|goedemiddag|goedenavond|goedendag|hi"),
	ROW (COURTESY, WEAK, "dank|bedankt|dank je|dank u|dankjewel|dank je wel|dank u wel|hartelijk dank|"
	     "hartelijk bedankt|alvast bedankt|alstublieft|alsjeblieft|aub|ajb|sorry|het spijt me|helaas|"
	     "voor de uitnodiging|voor het vragen|voor uw bericht|voor je bericht|als je wilt|als je wil|"
	     "als u wilt|als jullie willen|als dat uitkomt|als het uitkomt|als dat goed is|als het goed is|"
	     "indien nodig|indien gewenst|als het nodig is|als het moet|geen haast"),
	ROW (FAREWELL, WEAK, "tot dan|zie je dan|we zien elkaar"),
	PARTICLE (FAREWELL, WEAK, "tot"),
	ROW (FILLER, WEAK, "indien mogelijk|zo mogelijk|als het kan|zonder twijfel|zonder meer|geen twijfel|ik|"
	     "je|jij|u|wij|we|het|dat|dit|die|de|en|of|voor|te|van|op|in|aan|met|mij|me|mijn|zou|zal|is|ben|"
	     "zijn|heel|zeer|erg|ook|dan|wel|er|hier|daar|mee|meedoen|deelnemen|programma|mentoring|antwoord|"
	     "alle|alles|bij|om|nog|nu|heb|hebben|kies|neem|doe|wil|ons|hoor|even|zo|liefst|bij voorkeur|beter|"
	     "als mentor|als mentee|als coach|als deelnemer|als leider|als antwoord|als eerste|als tweede|"
	     "als derde|zoals gezegd|"
	     "tot en met|t m|evenals|alsook|alsmede|plus|eerst|daarna"),
	ROW (FILLER, WEAK, "in plaats van"),
	ROW (LIGHT, WEAK, "echt|hartstikke|gewoon|ontzettend|super|eigenlijk|aanbieden|uitleggen|overdragen|"
	     "kunnen|kan|horen|leren|helpen|laten zien|delen|liever|kiezen"),
	ROW (CONTACT, WEAK, "vraag|neem contact|mail|schrijf|praten|spreken|kom terug|opnieuw|nog eens|weer"),

	/* ---- numbers and choices ---- */
	ROW (FILLER, WEAK, "vooral|bovenal"),
	ROW (CHOICE, WEAK, "nummer|nummers|nr|optie|opties|keuze|onderwerp|onderwerpen|thema|datum|data|datums|voorstel"),
	ROW (AMOUNT, WEAK, "meer dan|minder dan|minstens|ten minste|tenminste|hooguit|hoogstens|"
	     "maximaal|niet meer dan|team van|groep van"),
	ROW (REST, WEAK, "de rest|de andere|de andere twee|de overige|al het andere|de anderen"),
	ROW (ORDINAL, WEAK, "eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende"),
	PARTICLE (ORDINAL, WEAK, "de eerste"),
	PARTICLE (LAST, WEAK, "de middelste|middelste"),
	ROW (LAST, WEAK, "laatste"),
	ROW (CARDINAL, WEAK, "één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien"),
	ROW (BOTH, WEAK, "beide|allebei|alle twee"),
	ROW (ALL, WEAK, "allemaal|alle drie|alle vier|alle vijf|alle zes|allen"),
	ROW (ALL, WEAK, "ben flexibel|ik ben flexibel|maakt niet uit|maakt me niet uit"),
	RN_PHRASES_END
};
