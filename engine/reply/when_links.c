/* The words between and about days: "after", "on", "half past", "not", "away". */
#include "when_words.h"

#define ROW(tongues, meaning, phrases) { tongues, meaning, 0, phrases, FALSE }

const struct rn_lexicon_row rn_when_links[] = {
	ROW (RN_EN, RN_WHEN_AFTER, "after|later than|past"),
	ROW (RN_DE, RN_WHEN_AFTER, "nach|nach dem|nach der"),
	ROW (RN_FR, RN_WHEN_AFTER, "après|après le"),
	ROW (RN_ES, RN_WHEN_AFTER, "después de|después del|después de las|después de la|pasadas las|tras"),
	ROW (RN_IT, RN_WHEN_AFTER, "dopo|dopo le|dopo il|dopo l"),
	ROW (RN_NL, RN_WHEN_AFTER, "na|na de"),
	ROW (RN_PT, RN_WHEN_AFTER, "depois de|depois do|depois da|depois das|após|após as|após o"),
	ROW (RN_EN, RN_WHEN_FROM, "from|starting|as of|since"),
	ROW (RN_DE, RN_WHEN_FROM, "ab|ab dem|seit"),
	ROW (RN_DE, RN_WHEN_OF, "von|vom"),
	ROW (RN_FR, RN_WHEN_FROM, "à partir de|à partir du|à compter du|dès|dès le|depuis"),
	ROW (RN_FR, RN_WHEN_OF, "de|du"),
	ROW (RN_ES, RN_WHEN_FROM, "a partir de|a partir del|a partir de las|desde|desde el|desde las"),
	ROW (RN_ES, RN_WHEN_OF, "de|del|de las"),
	ROW (RN_IT, RN_WHEN_FROM, "a partire da|a partire dal|a partire dalle|dal|da"),
	ROW (RN_IT, RN_WHEN_OF, "da|dal|dalle|dall"),
	ROW (RN_NL, RN_WHEN_FROM, "vanaf|pas vanaf|pas in|pas na"),
	ROW (RN_NL, RN_WHEN_OF, "van"),
	ROW (RN_PT, RN_WHEN_FROM, "a partir de|a partir do|a partir da|a partir das|desde"),
	ROW (RN_PT, RN_WHEN_OF, "de|do|das|da"),
	ROW (RN_EN, RN_WHEN_BEFORE, "before|earlier than|prior to"),
	ROW (RN_DE, RN_WHEN_BEFORE, "vor|vor dem"),
	ROW (RN_FR, RN_WHEN_BEFORE, "avant|avant le"),
	ROW (RN_ES, RN_WHEN_BEFORE, "antes de|antes del|antes de las"),
	ROW (RN_IT, RN_WHEN_BEFORE, "prima di|prima del|prima delle|prima dell"),
	ROW (RN_NL, RN_WHEN_BEFORE, "voor|vóór"),
	ROW (RN_PT, RN_WHEN_BEFORE, "antes de|antes do|antes da|antes das"),
	ROW (RN_EN, RN_WHEN_UNTIL, "until|till|by|up to|til"),
	ROW (RN_DE, RN_WHEN_UNTIL, "bis|bis zum|spätestens"),
	ROW (RN_FR, RN_WHEN_UNTIL, "jusqu à|jusqu au|jusqu en"),
	ROW (RN_ES, RN_WHEN_UNTIL, "hasta|hasta el|hasta las"),
	ROW (RN_IT, RN_WHEN_UNTIL, "fino a|fino al|fino alle|entro il|sino al"),
	ROW (RN_NL, RN_WHEN_UNTIL, "tot|tot en met|uiterlijk|t m"),
	ROW (RN_PT, RN_WHEN_UNTIL, "até|até ao|até o|até às|até as"),
	ROW (RN_EN, RN_WHEN_BETWEEN, "between"),
	ROW (RN_DE, RN_WHEN_BETWEEN, "zwischen|zwischen dem"),
	ROW (RN_FR, RN_WHEN_BETWEEN, "entre|entre le"),
	ROW (RN_ES, RN_WHEN_BETWEEN, "entre|entre las|entre el"),
	ROW (RN_IT, RN_WHEN_BETWEEN, "tra le|fra le|tra il|fra il"),
	ROW (RN_NL, RN_WHEN_BETWEEN, "tussen"),
	ROW (RN_PT, RN_WHEN_BETWEEN, "entre|entre as|entre o"),
	ROW (RN_EN, RN_WHEN_AND, "and|as well as|along with|plus"),
	ROW (RN_DE, RN_WHEN_AND, "und|und dem|sowie|u|plus"),
	ROW (RN_FR, RN_WHEN_AND, "et|et le|ainsi que"),
	ROW (RN_ES, RN_WHEN_AND, "y|y las|y el|así como"),
	ROW (RN_IT, RN_WHEN_AND, "e|e le|e il|nonché"),
	ROW (RN_NL, RN_WHEN_AND, "en|evenals|alsook"),
	ROW (RN_PT, RN_WHEN_AND, "e|e as|e o|bem como"),
	ROW (RN_EN, RN_WHEN_OR, "or"),
	ROW (RN_DE, RN_WHEN_OR, "oder|od"),
	ROW (RN_FR | RN_PT, RN_WHEN_OR, "ou"),
	ROW (RN_ES | RN_IT, RN_WHEN_OR, "o"),
	ROW (RN_NL, RN_WHEN_OR, "of"),
	ROW (RN_EN, RN_WHEN_TO, "to|through|thru"),
	ROW (RN_FR, RN_WHEN_TO, "à|au"),
	ROW (RN_ES, RN_WHEN_TO, "a|a las|al"),
	ROW (RN_IT, RN_WHEN_TO, "alle|al|all"),
	ROW (RN_PT, RN_WHEN_TO, "a|às|ao"),
	ROW (RN_EN, RN_WHEN_AT, "at|around"),
	ROW (RN_DE, RN_WHEN_AT, "um|gegen|circa|ca"),
	ROW (RN_FR, RN_WHEN_AT, "à|vers"),
	ROW (RN_ES, RN_WHEN_AT, "a las|a la|sobre las|hacia las"),
	ROW (RN_IT, RN_WHEN_AT, "alle|all|alle ore|ore|verso le|per le"),
	ROW (RN_NL, RN_WHEN_AT, "om|rond|tegen"),
	ROW (RN_PT, RN_WHEN_AT, "às|pelas|por volta das"),
	ROW (RN_EN, RN_WHEN_ON, "on|on the"),
	ROW (RN_DE, RN_WHEN_ON, "am|den|dem"),
	ROW (RN_FR, RN_WHEN_ON, "le|les"),
	ROW (RN_ES, RN_WHEN_ON, "el|los"),
	ROW (RN_IT, RN_WHEN_ON, "il|l|lo|di"),
	ROW (RN_NL, RN_WHEN_ON, "op"),
	ROW (RN_PT, RN_WHEN_ON, "em|na|no|nas|aos|às"),
	ROW (RN_ES, RN_WHEN_DATE_OF, "día|el día|los días"),
	ROW (RN_PT, RN_WHEN_DATE_OF, "dia|no dia|os dias|nos dias"),
	ROW (RN_IT, RN_WHEN_DATE_OF, "giorno|il giorno|i giorni"),
	ROW (RN_EN, RN_WHEN_LINK, "the|of|of the|on|on the|in|for"),
	ROW (RN_DE, RN_WHEN_LINK, "der|den|dem|des|am|im|in der"),
	ROW (RN_FR, RN_WHEN_LINK, "le|la|de|du|de la|dans la|en|d"),
	ROW (RN_ES, RN_WHEN_LINK, "el|la|de|del|de la|en la|en|las"),
	ROW (RN_IT, RN_WHEN_LINK, "il|la|di|del|della|dell|nella|in|le"),
	ROW (RN_NL, RN_WHEN_LINK, "de|het|van|in de|op|in"),
	ROW (RN_PT, RN_WHEN_LINK, "o|a|de|do|da|na|em|as"),

	ROW (RN_EN, RN_WHEN_HALF, "half past"),
	ROW (RN_EN, RN_WHEN_HALF, "half"),
	ROW (RN_DE, RN_WHEN_HALF, "halb nach|halb"),
	ROW (RN_NL, RN_WHEN_HALF, "half na|half"),
	ROW (RN_EN, RN_WHEN_QUARTER, "quarter past|quarter to"),
	ROW (RN_EN, RN_WHEN_QUARTER, "a quarter past|a quarter to"),
	ROW (RN_EN, RN_WHEN_QUARTER, "quarter after|quarter before"),
	ROW (RN_DE, RN_WHEN_QUARTER, "viertel nach|viertel vor|viertel"),
	ROW (RN_DE, RN_WHEN_QUARTER, "viertel ab|dreiviertel"),
	ROW (RN_NL, RN_WHEN_QUARTER, "kwart over|kwart voor"),
	ROW (RN_FR, RN_WHEN_MINUTES_MORE, "et quart|et demie|moins le quart"),
	ROW (RN_FR, RN_WHEN_MINUTES_MORE, "et quart|et demi|moins quart"),
	ROW (RN_ES, RN_WHEN_MINUTES_MORE, "y cuarto|y media|menos cuarto"),
	ROW (RN_IT, RN_WHEN_MINUTES_MORE, "e un quarto|e mezza|meno un quarto"),
	ROW (RN_IT, RN_WHEN_MINUTES_MORE, "e quarto|e mezzo|meno quarto"),
	ROW (RN_PT, RN_WHEN_MINUTES_MORE, "e um quarto|e meia|menos um quarto"),
	ROW (RN_PT, RN_WHEN_MINUTES_MORE, "e quinze|e trinta|menos quinze"),
	ROW (RN_EN, RN_WHEN_HOURS, "o clock|oclock|hrs|h|ish"),
	ROW (RN_DE, RN_WHEN_HOURS, "uhr|h"),
	ROW (RN_FR, RN_WHEN_HOURS, "heures|heure|h|hrs"),
	ROW (RN_ES, RN_WHEN_HOURS, "horas|h|hrs|hs"),
	ROW (RN_IT, RN_WHEN_HOURS, "ore|h"),
	ROW (RN_NL, RN_WHEN_HOURS, "uur|u|h"),
	ROW (RN_PT, RN_WHEN_HOURS, "horas|h|hs|hrs"),
	ROW (RN_ANY_TONGUE, RN_WHEN_AM, "a m"),
	ROW (RN_EN, RN_WHEN_AM, "am"),
	ROW (RN_ANY_TONGUE, RN_WHEN_PM, "pm|p m"),
	ROW (RN_EN, RN_WHEN_NOON, "noon|midnight"),
	ROW (RN_EN, RN_WHEN_NOON, "midday"),
	ROW (RN_DE, RN_WHEN_NOON, "zwölf uhr mittags|mitternacht"),
	ROW (RN_FR, RN_WHEN_NOON, "midi|minuit"),
	ROW (RN_ES, RN_WHEN_NOON, "mediodía|medianoche"),
	ROW (RN_IT, RN_WHEN_NOON, "mezzogiorno|mezzanotte"),
	ROW (RN_NL, RN_WHEN_NOON, "twaalf uur s middags|middernacht"),
	ROW (RN_PT, RN_WHEN_NOON, "meio dia|meia noite"),

	ROW (RN_EN, RN_WHEN_NUMBER, "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
	  "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"),
	ROW (RN_EN, RN_WHEN_NUMBER, "a"),
	ROW (RN_EN, RN_WHEN_NUMBER, "an"),
	ROW (RN_DE, RN_WHEN_NUMBER, "eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|"
	  "dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zwanzig|einundzwanzig|zweiundzwanzig|dreiundzwanzig|"
	  "vierundzwanzig"),
	ROW (RN_DE, RN_WHEN_NUMBER, "ein|zwo"),
	ROW (RN_DE, RN_WHEN_NUMBER, "einer"),
	ROW (RN_DE, RN_WHEN_NUMBER, "einem"),
	ROW (RN_DE, RN_WHEN_NUMBER, "einen"),
	ROW (RN_DE, RN_WHEN_NUMBER, "eine"),
	ROW (RN_FR, RN_WHEN_NUMBER, "une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|"
	  "treize|quatorze|quinze|seize|dix sept|dix huit|dix neuf|vingt|vingt et un|vingt deux|vingt trois|vingt quatre"),
	ROW (RN_FR, RN_WHEN_NUMBER, "un"),
	ROW (RN_ES, RN_WHEN_NUMBER, "una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|"
	  "trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinte|veintiuna|veintidós|veintitrés|veinticuatro"),
	ROW (RN_ES, RN_WHEN_NUMBER, "un"),
	ROW (RN_IT, RN_WHEN_NUMBER, "una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|"
	  "tredici|quattordici|quindici|sedici|diciassette|diciotto|diciannove|venti|ventuno|ventidue|ventitré|ventiquattro"),
	ROW (RN_IT, RN_WHEN_NUMBER, "un"),
	ROW (RN_NL, RN_WHEN_NUMBER, "één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|"
	  "dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|eenentwintig|tweeëntwintig|drieëntwintig|"
	  "vierentwintig"),
	ROW (RN_PT, RN_WHEN_NUMBER, "uma|duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|"
	  "treze|catorze|quinze|dezasseis|dezassete|dezoito|dezanove|vinte|vinte e um|vinte e dois|vinte e três|vinte e quatro"),
	ROW (RN_PT, RN_WHEN_NUMBER, "um|dois"),
	ROW (RN_EN, RN_WHEN_COUPLE, "a couple of|couple of|a few|some"),
	ROW (RN_DE, RN_WHEN_COUPLE, "ein paar|einigen|einige|wenigen"),
	ROW (RN_FR, RN_WHEN_COUPLE, "quelques|une couple de"),
	ROW (RN_ES, RN_WHEN_COUPLE, "un par de|unos|unas|algunos|algunas"),
	ROW (RN_IT, RN_WHEN_COUPLE, "un paio di|qualche|alcuni|alcune"),
	ROW (RN_NL, RN_WHEN_COUPLE, "een paar|enkele"),
	ROW (RN_PT, RN_WHEN_COUPLE, "um par de|algumas|alguns|umas|uns"),
	ROW (RN_EN, RN_WHEN_SUFFIX, "st|nd|rd|th"),
	ROW (RN_FR, RN_WHEN_SUFFIX, "er|ère|e|ème"),
	ROW (RN_NL, RN_WHEN_SUFFIX, "e|ste|de"),
	ROW (RN_ES | RN_IT | RN_PT, RN_WHEN_SUFFIX, "º|°|ª|o"),
	ROW (RN_ANY_TONGUE, RN_WHEN_WEEK_NUMBER, "kw|cw|wk"),
	ROW (RN_EN, RN_WHEN_WEEK_NUMBER, "week|calendar week|week no|week number"),
	ROW (RN_DE, RN_WHEN_WEEK_NUMBER, "kalenderwoche|woche"),
	ROW (RN_FR, RN_WHEN_WEEK_NUMBER, "semaine|s"),
	ROW (RN_ES, RN_WHEN_WEEK_NUMBER, "semana"),
	ROW (RN_IT, RN_WHEN_WEEK_NUMBER, "settimana"),
	ROW (RN_NL, RN_WHEN_WEEK_NUMBER, "week|weeknummer"),
	ROW (RN_PT, RN_WHEN_WEEK_NUMBER, "semana"),
	ROW (RN_EN, RN_WHEN_EDGE, "beginning of|middle of|end of|first half of|second half of|first week of|last week of"),
	ROW (RN_EN, RN_WHEN_EDGE, "start of|mid|late|the first half of|the second half of|the first week of|the last week of"),
	ROW (RN_EN, RN_WHEN_EDGE, "early|mid of|the end of"),
	ROW (RN_DE, RN_WHEN_EDGE, "anfang|mitte|ende|erste hälfte|zweite hälfte|erste woche|letzte woche"),
	ROW (RN_FR, RN_WHEN_EDGE, "début|mi|fin|première quinzaine|seconde quinzaine|première semaine|dernière semaine"),
	ROW (RN_FR, RN_WHEN_EDGE, "début de|milieu de|fin de"),
	ROW (RN_FR, RN_WHEN_EDGE, "au début de|à la mi|à la fin de"),
	ROW (RN_ES, RN_WHEN_EDGE, "principios de|mediados de|finales de|primera quincena de|segunda quincena de|"
	  "primera semana de|"
	  "última semana de"),
	ROW (RN_ES, RN_WHEN_EDGE, "a principios de|a mediados de|a finales de"),
	ROW (RN_ES, RN_WHEN_EDGE, "comienzos de|mitad de|fin de"),
	ROW (RN_IT, RN_WHEN_EDGE, "inizio|metà|fine|prima metà|seconda metà|prima settimana|ultima settimana"),
	ROW (RN_IT, RN_WHEN_EDGE, "all inizio di|a metà|a fine"),
	ROW (RN_NL, RN_WHEN_EDGE, "begin|half|eind|eerste helft van|tweede helft van|eerste week van|laatste week van"),
	ROW (RN_NL, RN_WHEN_EDGE, "begin van|medio|eind van"),
	ROW (RN_PT, RN_WHEN_EDGE, "início de|meados de|fim de|primeira quinzena de|segunda quinzena de|primeira semana de|"
	  "última semana de"),
	ROW (RN_PT, RN_WHEN_EDGE, "no início de|em meados de|no fim de"),
	ROW (RN_PT, RN_WHEN_EDGE, "começo de|metade de|final de"),

	ROW (RN_EN, RN_WHEN_PAST_DAY, "yesterday|the day before yesterday"),
	ROW (RN_DE, RN_WHEN_PAST_DAY, "gestern|vorgestern"),
	ROW (RN_FR, RN_WHEN_PAST_DAY, "hier|avant hier"),
	ROW (RN_ES, RN_WHEN_PAST_DAY, "ayer|anteayer"),
	ROW (RN_IT, RN_WHEN_PAST_DAY, "ieri|l altro ieri"),
	ROW (RN_NL, RN_WHEN_PAST_DAY, "gisteren|eergisteren"),
	ROW (RN_PT, RN_WHEN_PAST_DAY, "ontem|anteontem"),
	ROW (RN_NL, RN_WHEN_TOMORROW, "morgenochtend|morgenmiddaguur|morgenmiddag|morgenavond|morgennacht"),
	ROW (RN_NL, RN_WHEN_TOMORROW, "morgenvroeg"),
	ROW (RN_DE, RN_WHEN_TOMORROW, "morgenvormittag|morgenmittag|morgennachmittag|morgenabend|morgennacht"),
	ROW (RN_ANY_TONGUE, RN_WHEN_ZONE, "utc|gmt|bst|cet|cest|mez|mesz|eet|eest|est|edt|cst|cdt|mst|mdt|pst|pdt|ist|jst"),
	ROW (RN_EN, RN_WHEN_MINUTES, "past|to"),
	ROW (RN_DE, RN_WHEN_MINUTES, "nach|vor"),
	ROW (RN_NL, RN_WHEN_MINUTES, "over|voor"),

	ROW (RN_EN, RN_WHEN_NOT, "not|no|cannot|cant|t|except|unless|never|unavailable|busy|away|apart from|"
	  "any day but|every day but|any time but|any but|anything but|everything but|all but"),
	ROW (RN_EN, RN_WHEN_INSTEAD, "instead of|in place of|rather than|other than"),
	ROW (RN_DE, RN_WHEN_INSTEAD, "statt|anstatt|anstelle"),
	ROW (RN_FR, RN_WHEN_INSTEAD, "au lieu de|au lieu du|à la place de|à la place du|plutôt que"),
	ROW (RN_ES, RN_WHEN_INSTEAD, "en vez de|en vez del|en lugar de|en lugar del"),
	ROW (RN_IT, RN_WHEN_INSTEAD, "invece di|invece del|invece che|anziché|al posto di|al posto del"),
	ROW (RN_NL, RN_WHEN_INSTEAD, "in plaats van"),
	ROW (RN_PT, RN_WHEN_INSTEAD, "em vez de|em vez da|em vez do|em lugar de|em lugar da|em lugar do|ao invés de|"
	  "ao invés da|ao invés do"),
	ROW (RN_EN, RN_WHEN_PREFER, "prefer|preferred"),
	ROW (RN_FR, RN_WHEN_PREFER, "préfère|préférerais"),
	ROW (RN_ES, RN_WHEN_PREFER, "prefiero|preferiría"),
	ROW (RN_IT, RN_WHEN_PREFER, "preferisco|preferirei"),
	ROW (RN_PT, RN_WHEN_PREFER, "prefiro|preferia"),
	ROW (RN_EN, RN_WHEN_BACK, "back|returning|return"),
	ROW (RN_DE, RN_WHEN_BACK, "zurück|kehre|kehren|wieder"),
	ROW (RN_FR, RN_WHEN_BACK, "de retour|reviens|rentre|retour"),
	ROW (RN_ES, RN_WHEN_BACK, "vuelvo|regreso|de vuelta"),
	ROW (RN_IT, RN_WHEN_BACK, "rientro|torno|di ritorno"),
	ROW (RN_NL, RN_WHEN_BACK, "terug|weer"),
	ROW (RN_PT, RN_WHEN_BACK, "volto|regresso|de volta"),
	ROW (RN_EN, RN_WHEN_AWAY, "annual leave|m off|am off|be off|swamped|completely full|pretty full|fully booked|booked|"
	  "booked up|on leave|"
	  "on holiday|on holidays|on vacation|travelling|traveling|out of office|out of the office|out|taken|"
	  "clash|clashes|clashing|collide|collides|conflict|conflicts|conflicting|overlap|overlaps|occupied|"
	  "blocked|tied up|in a workshop|in workshops|in a meeting|in meetings|in another meeting|"
	  "double booked|out of town|on the road|on a trip|on a business trip|off sick|day off|"
	  "at a conference|in training|on a course|abroad|on parental leave|on sick leave|packed|in a call|"
	  "bad|on a call|on a plane|on a train|full|another meeting"),
	ROW (RN_DE, RN_WHEN_AWAY, "nicht da|nicht im büro|nicht im haus|ausser haus|ausgebucht|belegt|"
	  "im urlaub|in urlaub|urlaub|abwesend|verreist|auf dienstreise|unterwegs|vergeben|besetzt|blockiert|"
	  "geblockt|verplant|ausgelastet|kollidiert|kollidieren|kollidierte|überschneidet|überschneiden|"
	  "überschneidung|konflikt|terminkonflikt|im meeting|in einem meeting|in meetings|"
	  "in einer besprechung|im workshop|auf reisen|dienstreise|schulung|fortbildung|krankgeschrieben|"
	  "elternzeit|auf einer konferenz|schon etwas vor|schon was vor|ausserhalb|arzttermin|zahnarzt|krank|"
	  "anderen termin|schlecht"),
	ROW (RN_FR, RN_WHEN_AWAY, "absent|absente|en congé|en congés|en vacances|en déplacement|pris|prise|"
	  "prises|déjà pris|déjà prise|occupé|occupée|occupés|en réunion|en formation|en voyage|en arrêt|"
	  "conflit|chevauche|chevauchent|coïncide|coïncident|tombe pendant|tombent pendant|bloqué|bloquée|"
	  "complet|complète|engagé|engagée|chez le médecin|malade|autre réunion|ai une réunion|"
	  "ai un rendez vous"),
	ROW (RN_ES, RN_WHEN_AWAY, "ausente|de vacaciones|de viaje|fuera de la oficina|ocupado|ocupada|"
	  "ocupados|ocupadas|coincide|coinciden|se solapa|se solapan|choca|chocan|conflicto|en una reunión|"
	  "otra reunión|reunido|reunida|de baja|bloqueado|bloqueada|comprometido|comprometida|fuera|"
	  "tengo médico|tengo reunión|mal|otro compromiso|enfermo|enferma"),
	ROW (RN_IT, RN_WHEN_AWAY, "assente|in ferie|in vacanza|in viaggio|fuori sede|fuori ufficio|occupato|"
	  "occupata|occupati|occupate|coincide|coincidono|si sovrappone|si sovrappongono|conflitto|"
	  "in riunione|un altra riunione|impegnato|impegnata|impegnati|in trasferta|bloccato|in malattia|"
	  "fuori|dal medico|altro impegno|malato|malata|dentista|mie ferie"),
	ROW (RN_NL, RN_WHEN_AWAY, "afwezig|met vakantie|op vakantie|op reis|bezet|botst|botsen|overlapt|"
	  "overlappen|conflict|in een vergadering|in vergadering|ander overleg|volgeboekt|geblokkeerd|"
	  "slecht|op cursus|op pad|bezig|tandarts|ziek|vol|andere afspraak|vakantie"),
	ROW (RN_PT, RN_WHEN_AWAY, "ausente|de férias|em viagem|fora do escritório|ocupado|ocupada|ocupados|"
	  "ocupadas|coincide|coincidem|colide|colidem|conflito|em reunião|outra reunião|minhas férias|"
	  "sobrepõe|sobrepõem|bloqueado|bloqueada|comprometido|fora|tenho médico|tenho reunião|"
	  "outro compromisso|doente|férias"),
	ROW (RN_DE, RN_WHEN_NOT, "nicht|kein|keine|keinen|ausser|verhindert|nie|nich|bis auf"),
	ROW (RN_FR, RN_WHEN_NOT, "pas|sauf|jamais|indisponible|excepté|hormis|ni"),
	ROW (RN_ES, RN_WHEN_NOT, "no|excepto|salvo|nunca|tampoco|menos"),
	ROW (RN_IT, RN_WHEN_NOT, "non|no|tranne|eccetto|mai"),
	ROW (RN_NL, RN_WHEN_NOT, "niet|geen|behalve|verhinderd|nooit"),
	ROW (RN_PT, RN_WHEN_NOT, "não|exceto|excepto|nunca|menos"),
	{ 0, 0, 0, NULL, FALSE }
};
