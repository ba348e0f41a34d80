/* What German words mean in a short answer. */
#include "phrase_rows.h"

#define ROW(meaning, strength, phrases) RN_PHRASES (RN_DE, meaning, strength, phrases)
#define PARTICLE(meaning, strength, phrases) RN_PARTICLES (RN_DE, meaning, strength, phrases)

const struct rn_lexicon_row rn_phrases_de[] = {
	/* ---- yes, no, later ---- */
	ROW (YES, SURE, "ja|jaa|jap|klaro|ja gern|ja gerne|ja bitte|ja sehr gern|ja sehr gerne|ja klar|ja natürlich|"
	     "ja unbedingt|ich bin dabei|bin dabei|ich mache mit|mache mit|mach mit|sehr gern|sehr gerne|gern|gerne|"
	     "ich nehme an|nehme an|ich stimme zu|stimme zu|zugesagt|ich sage zu|sage zu|zusage|einverstanden|"
	     "bin einverstanden|natürlich|selbstverständlich|unbedingt|auf jeden fall|mit vergnügen|ich freue mich darauf|"
	     "freue mich darauf|freu mich drauf|ich hätte interesse|habe interesse|hätte interesse|ich habe interesse|"
	     "bin interessiert|ich möchte mitmachen|möchte mitmachen|ich möchte teilnehmen|möchte teilnehmen|ich nehme teil|"
	     "nehme teil|ich komme|komme gern|bestätigt|ich bestätige|genehmigt|freigegeben|trag mich ein|tragen sie mich ein|"
	     "melde mich an|jawohl|jawoll|jep|jup|jo|freilich|ja freilich|logisch|logo|gebongt|abgemacht|na sicher|sicher doch|"
	     "aber klar|aber sicher|nehme ich an|nehme ich gern an|nehme ich gerne an|das nehme ich|bin gerne dabei|"
	     "bin gern dabei|gerne dabei|gern dabei|mit von der partie|mit freude|mit grosser freude|ich wäre dabei|"
	     "wäre gern dabei|wäre gerne dabei|wäre ich dabei|die antwort ist ja|würde mich freuen|ich würde mich freuen|"
	     "kaum erwarten|nicht erwarten|brenne darauf|nur zu gern|nur zu gerne|immer doch|wird gemacht|wird erledigt|"
	     "nichts lieber|mach ich|mache ich|mit dem grössten vergnügen|mit grösstem vergnügen"),
	PARTICLE (YES, SURE, "freue mich auf|freue mich schon auf"),
	ROW (YES, LIKELY, "freue mich schon|ich freue mich schon|klingen gut|klingen spannend|klingen interessant|"
	     "klingen super|wären super|wären gut|wären toll|wären prima|passt mir|passt mir gut|passt mir sehr gut|"
	     "passt bei mir|passt für mich|passt uns|passt gut|passt perfekt|passt prima|passt|das passt|passt es|"
	     "würde passen|würde mir passen|wäre gut|wäre super|wäre prima|wäre möglich|wäre ok|wäre in ordnung|"
	     "würde gehen|ginge|geht klar|geht in ordnung|in ordnung|das geht|geht bei mir|geht gut|geht|klappt|"
	     "klappt bei mir|das klappt|kann ich|ich kann|kein problem|keine einwände|nichts dagegen|"
	     "habe nichts dagegen|warum nicht|wieso nicht|von mir aus|meinetwegen|alles klar|klar|na klar|klingt gut|"
	     "hört sich gut an|prima|super|perfekt|toll|gut|sehr gut|bestens|ausgezeichnet|wunderbar|hab ich zeit|"
	     "habe ich zeit|ich habe zeit|bin verfügbar|bin frei|möglich|ist möglich|ich möchte|ich will|"
	     "ich denke schon|gern doch|passen|passen mir|passen mir gut|passen gut|passen mir beide|das wäre schön|"
	     "wäre schön|wäre toll|gute idee|tolle idee|klingt interessant|klingt spannend|klingt super|finde ich gut|"
	     "finde ich toll|mein einverständnis|hört sich super an|genehmige|genehmigen|bestätige|bestätigen|"
	     "freigeben|wir haben uns getroffen|haben uns getroffen|hat stattgefunden|fand statt|getroffen|"
	     "interessieren mich|interessieren|dagegen habe ich nichts|nichts spricht dagegen|spricht nichts dagegen|"
	     "da spricht nichts dagegen|hätte nichts dagegen|hab nichts dagegen|nichts einzuwenden|auf mich zählen|"
	     "zählen sie auf mich|rechnen sie mit mir|interessiert mich|das interessiert mich|soll mir recht sein|"
	     "ist mir recht|mir recht|lässt sich einrichten|lässt sich machen|machen wir|machen wir so|"
	     "nichts lieber als das|daumen hoch|nicht schlecht|keine schlechte idee|frei|notiert|ist notiert|"
	     "steht im kalender|im kalender eingetragen|ist eingetragen|weitermachen|machen wir weiter|gerne weiter|"
	     "gern weiter|ich mache weiter|wir machen weiter|auf jeden fall weiter|verlängern|gerne verlängern|"
	     "bitte verlängern|haben uns gesehen|haben uns gesprochen|okidoki|können wir so machen|so machen wir es|"
	     "so machen wir das|haben telefoniert|wir haben telefoniert|haben gesprochen|wir haben gesprochen|"
	     "kein ding|kein akt|passt scho|basst scho|passt schon|joa|können wir machen|kann man machen|ideal|"
	     "wäre ideal|optimal|wäre optimal|läuft|joh|auf jeden|von herzen gern"),
	ROW (DONE, SURE, "erledigt|erl|ist erledigt|gemacht|fertig|abgeschlossen"),
	ROW (NO, SURE, "nein|für mich nicht|nehme nicht teil|nehme ich nicht teil|nichts davon|auf gar keinen fall|"
	     "muss ich absagen|weder zeit noch lust|keine luft|nein danke|nein leider|leider nein|leider nicht|"
	     "nein lieber nicht|lieber nicht|eher nicht|besser nicht|kein interesse|kein bedarf|nicht interessiert|"
	     "ich lehne ab|lehne ab|abgelehnt|muss ablehnen|ich sage ab|sage ab|muss absagen|ich muss absagen|absage|"
	     "auf keinen fall|keinesfalls|nicht dabei|ohne mich|ich möchte nicht|möchte nicht|möchte ich nicht|ich will nicht|"
	     "will nicht|ich verzichte|verzichte|nö|nee|ne danke|nicht möglich|unmöglich|bin raus|keiner|keines|keins|"
	     "keine davon|keiner davon|keines davon|keine von beiden|niemals|nicht für mich|diesmal nicht|dieses mal nicht|"
	     "dieses jahr nicht|nicht erledigt|nicht wirklich|nicht unbedingt|haben uns nicht getroffen|"
	     "wir haben uns nicht getroffen|fand nicht statt|hat nicht stattgefunden|fiel aus|ist ausgefallen|wurde abgesagt|"
	     "nee du|lass mal|lassen wir das|lieber nein|keine kapazitäten|keine kapazität|nicht machbar|nicht drin|"
	     "nicht zu machen|muss daher ablehnen|muss ich ablehnen|muss ich leider ablehnen|nicht das richtige|"
	     "die antwort ist nein|danke nein|wird nichts|daraus wird nichts|ist mir zu viel|mir zu viel|"
	     "unter keinen umständen|in keinem fall|keineswegs|mitnichten|träum weiter|ungern|nur ungern|sehe keinen sinn|"
	     "mach ich nicht|mache ich nicht|mache nicht mit|mach nicht mit|mach ich nicht mit|absolut nicht|überhaupt nicht|"
	     "ganz und gar nicht|rechnet nicht mit mir"),
	PARTICLE (NO, SURE, "ne"),
	ROW (NO, LIKELY, "nichts für mich|ist nichts für mich|kommt nicht in frage|kommt für mich nicht in frage|"
	     "nicht in der lage|lass es|lasse es lieber|lieber doch nicht|besser doch nicht|davon absehen|"
	     "sehe davon ab|nicht mein ding|nix für mich|ich bin raus|muss passen|ich passe|muss leider passen|"
	     "muss ich passen|muss ich leider passen|wäre gern dabei gewesen|wäre gerne dabei gewesen|"
	     "hätte gern mitgemacht|hätte gerne mitgemacht|hätte gern teilgenommen|hätte gerne teilgenommen|keine lust|"
	     "passe|ist das nichts|das ist nichts für mich|lassen wir es dabei|belassen wir es dabei|dabei belassen|"
	     "reicht jetzt|das reicht|es reicht|reicht mir|das genügt|hören wir auf|ich höre auf|möchte aufhören|"
	     "lieber aufhören|lieber beenden|möchte beenden|gerne beenden|machen wir schluss|ausgefallen|fiel aus|"
	     "fiel leider aus|kam nicht zustande|wurde abgesagt|wurde gecancelt|mussten absagen|musste absagen|"
	     "haben uns verpasst|nicht erschienen|nicht aufgetaucht|bedaure|bedauere|war krank|war verhindert|"
	     "haben es verschoben|wurde verschoben|haben wir verschoben|mir ist etwas dazwischengekommen|"
	     "dazwischengekommen|zu viel los|zu viel um die ohren|lass mal|lassen wir das|genug um die ohren|"
	     "viel um die ohren"),
	PARTICLE (YES, LIKELY, "haben wir"),
	ROW (LATER, SURE, "später|jetzt nicht|nicht jetzt|noch nicht|momentan nicht|im moment nicht|derzeit nicht|"
	     "zur zeit nicht|zurzeit nicht|gerade nicht|aktuell nicht|vielleicht später|ein andermal|ein anderes mal|"
	     "ein ander mal|fragen sie mich|frag mich|fragt mich|fragen sie noch einmal|erinnern sie mich|"
	     "erinnere mich|melden sie sich im/wieder/nach|zu einem späteren zeitpunkt|verschieben|später gern|"
	     "später gerne|heute nicht|nicht heute|kontaktieren sie mich im|melde dich im|melde dich wieder|"
	     "nochmal fragen|noch einmal fragen|noch mal fragen|erneut fragen|wieder fragen|grad nicht|grade nicht|"
	     "gern wieder melden|gerne wieder melden|gern nochmal melden|gerne nochmal melden|gern noch einmal fragen|"
	     "gerne nochmal fragen"),
	ROW (LATER, VAGUE, "zu früh"),
	ROW (LATER, WEAK, "zu gegebener zeit|im augenblick nicht|im moment passt es nicht"),
	ROW (LATER, VAGUE, "ich melde mich|melde mich wieder/nochmal/dann|melde mich noch einmal|gebe ihnen bescheid|"
	     "gebe dir bescheid|gebe bescheid|sage ihnen bescheid|noch ein paar tage|bedenkzeit|brauche noch zeit|"
	     "darüber schlafen|drüber schlafen|überlege es mir|überlege ich mir"),
	ROW (AFTER, SURE, "nach meinem/dem/unserem urlaub|nach meinen ferien|"
	     "nach meiner reise/elternzeit/auszeit/rückkehr|wenn ich zurück bin|sobald ich zurück bin|"
	     "wenn ich wieder da bin|sobald ich wieder da bin|wenn ich aus dem urlaub zurück bin|"
	     "sobald ich aus dem urlaub zurück bin|wenn ich wieder im büro bin"),

	/* ---- commands ---- */
	ROW (HELP, SURE, "hilfe|bitte helfen|brauche hilfe|ich brauche hilfe|bitte um hilfe|"
	     "können sie helfen|können sie mir helfen|kannst du helfen|kannst du mir helfen|ich habe eine frage|"
	     "habe eine frage|verstehe nicht|verstehe ich nicht|ich verstehe das nicht|was ist das|"
	     "wie funktioniert das|wie geht das|mit einem menschen|mit einer person|mit jemandem sprechen|"
	     "mit jemandem reden|einen menschen sprechen|rufen sie mich an|ruf mich an|bitte um rückruf|"
	     "um einen rückruf|mehr informationen|nähere informationen|mehr erfahren|ich habe fragen|"
	     "habe noch fragen|hätte noch fragen|noch eine frage|worum geht es|worum geht s|was ist gemeint|"
	     "was wird erwartet|an wen kann ich"),
	PARTICLE (HELP, SURE, "falsche person|falscher empfänger|falsche adresse|"
	     "bin nicht der richtige|bin nicht die richtige|falschen erwischt|verwechseln mich|"
	     "arbeite nicht mehr hier|arbeite hier nicht mehr|nicht mehr im unternehmen|nicht mehr in der firma|"
	     "nicht mehr bei der firma|unternehmen verlassen|firma verlassen|verlasse das unternehmen|"
	     "verlasse die firma|aus dem unternehmen ausgeschieden|mein letzter arbeitstag"),
	ROW (STOP, SURE, "stopp|stop|abmelden|abbestellen|austragen|bitte abmelden|melden sie mich ab|melde mich ab|"
	     "tragen sie mich aus|keine mails/nachrichten/mail/einladungen/anfragen/post mehr|keine e mails mehr|"
	     "keine weiteren/solchen/dieser mails|keine weiteren e mails|schreiben sie mir nicht|"
	     "schreiben sie mir nicht mehr|bitte nicht mehr schreiben|kontaktieren sie mich nicht|"
	     "lassen sie mich in ruhe|löschen sie meine daten|nehmen sie mich aus|nehmen sie mich von der liste|"
	     "schicken sie mir keine|schickt mir keine|will keine mails|möchte keine mails|möchte keine e mails|"
	     "nicht mehr schreiben/kontaktieren/anschreiben/zuschicken/erhalten/bekommen|aus dem verteiler|"
	     "aus ihrem verteiler|vom verteiler|von der/ihrer/eurer liste|keine weitere mail|diese mails nicht mehr|"
	     "nicht länger erhalten|hören sie auf|streichen sie mich|streicht mich|aus der liste|"
	     "aus der verteilerliste|von diesem verteiler|keine e mail mehr|schreibt mir nicht|bitte löschen|"
	     "löschen sie mich|mich löschen|keine solchen anfragen"),
	ROW (ELSEWHERE, SURE, "anderswo|woanders|anderweitig|mit jemand anderem sprechen|"
	     "mit der personalabteilung sprechen|vertraulich sprechen|vertraulich|an anderer stelle|anderer stelle|"
	     "ausserhalb des programms"),
	PARTICLE (ELSEWHERE, SURE, "ombudsperson|ombudsstelle|vertrauensperson|ombudsmann|ombudsfrau"),
	ROW (WHY, SURE, "warum|wieso|weshalb|warum ich|wieso ich|warum bekomme/habe/gerade ich|wieso bekomme ich|"
	     "woher haben sie|wie kommen sie auf mich|wie sind sie auf mich|warum/wieso/weshalb schreiben sie|"
	     "wieso gerade ich|woher kennen sie|wer hat mich"),
	ROW (UNDO, SURE, "rückgängig|bitte rückgängig machen|rückgängig machen|ich meinte|meinte|ich meine|"
	     "sollte heissen|ich wollte sagen|wollte schreiben|war ein versehen/fehler/irrtum/missverständnis|"
	     "mein fehler|habe mich vertippt/geirrt/umentschieden|vertippt|habe es mir anders überlegt|"
	     "hab es mir anders überlegt|anders überlegt|meine meinung geändert|korrektur|widerrufe|ich widerrufe|"
	     "nehme zurück|ziehe zurück|ziehe meine zusage zurück|ich habe mich vertan|mich vertan|sorry falsch|"
	     "falsche antwort|letzte antwort vergessen|vergessen sie meine|ignorieren sie meine|meine letzte antwort|"
	     "zurücknehmen|nehme ich zurück|ziehe ich zurück|umentschieden|doch lieber|"
	     "vergessen/ignorieren/streichen/löschen sie meine zusage/antwort/letzte/vorige/vorherige/erste/absage|"
	     "vergessen/ignorieren/streichen/löschen sie bitte meine|"
	     "ignoriere meine zusage/antwort/letzte/vorige/vorherige/erste/absage|ignoriere bitte meine|"
	     "vergiss meine zusage/antwort/letzte/vorige/vorherige/erste/absage|vergiss bitte meine|"
	     "meine zusage zurück|meine absage zurück|falschen knopf|falsche taste|bitte meine letzte|"
	     "irrtümlich zugesagt|irrtümlich abgesagt|nein halt|halt nein|nein moment|moment nein|nein warte|ach nein|"
	     "nein quatsch|quatsch|nein sorry|sorry nein|besser gesagt|vielmehr|nein ich meine|äh nein|nein stopp|ups|"
	     "hoppla|nein besser|oder besser|ne halt|ne warte"),
	PARTICLE (UNDO, SURE, "aus versehen|versehentlich|irrtümlich"),

	/* ---- doubt, negation, conjunctions ---- */
	PARTICLE (UNSURE, SURE, "später am tag|stunde später|stunden später|stunde früher|stunden früher|minuten später|"
	     "minuten früher|etwas später|etwas früher"),
	ROW (UNSURE, SURE, "gut gemacht|fast/beinahe/halb/teilweise/teils/grösstenteils fertig/erledigt|zur hälfte erledigt|"
	     "zu erledigen|erledigt werden|"
	     "erledigt wenn|fertig wenn|sobald erledigt|fertig für heute|kein thema|ich schaue mal|ich schau mal|"
	     "nehme an dass/das/es/die/der/ich/sie/du/wir/ihr/man|ich nehme an dass/das/es/die/der/ich/sie/du/wir/ihr/man|"
	     "nicht dass ich wüsste|hoffentlich|kein kommentar|nicht meine entscheidung|done oder later|nicht sicher|"
	     "bin mir nicht sicher|bin nicht sicher|weiss nicht|weiss ich nicht|ich weiss nicht|weiss es nicht|"
	     "weiss noch nicht|ich weiss noch nicht|keine ahnung|vielleicht|eventuell|evtl|kommt darauf an|kommt drauf an|"
	     "unentschlossen|muss überlegen|überlege noch|ich überlege|muss schauen|muss ich prüfen|muss nachsehen|jein|"
	     "ja oder nein|ja und nein|schwer zu sagen|mal sehen|weiss es noch nicht|ich weiss es noch nicht|"
	     "weiss ich noch nicht|kann ich noch nicht sagen|noch nicht sicher|bin noch unsicher|unsicher|"
	     "kann mich nicht entscheiden|kann ich nicht sagen|noch nicht entschieden|weder ja noch nein|kein ja und kein nein|"
	     "sag niemals nie|man soll nie nie sagen|ggf|gegebenenfalls|wählen zwischen|entscheiden zwischen"),
	ROW (UNSURE, WEAK, "na super|na toll|na prima|na bravo|na klasse|na großartig|schon wieder ein|noch ein termin|"
	     "noch gefehlt|wenn sie meinen|wenn du meinst|wenn ihr meint|jemand anders|jemand anderes|jemand anderem|"
	     "jemand anderen|jemanden anderen|einen anderen partner|eine andere partnerin|eine andere person|"
	     "soll ich sagen|sagen soll|hören wollen|hören will|von mir erwartet|bin geneigt|geneigt|tendiere|"
	     "tendenziell|ein teil von mir|hin und hergerissen|alles gut danke|kann den link|link geht nicht|"
	     "link funktioniert nicht|lässt sich nicht öffnen|nicht öffnen"),
	ROW (REFUSE, SURE, "aufhören|beenden|abbrechen|aussteigen|pausieren|zurücktreten|ablehnen|absagen|ausschlagen|"
	     "verzichten|widerstehen"),
	ROW (FOLLY, WEAK, "blöd|dumm|verrückt|bescheuert|bekloppt|doof|dämlich|narr"),
	ROW (OBJECT, LIKELY, "dagegen"),
	ROW (OBJECT, 0, "einwand|einwände|bedenken|probleme|problem|hindernis|einzuwenden|stört|störe|"
	     "macht mir nichts aus|gegenargument"),
	ROW (MISS, SURE, "verpassen|verpasse|entgehen|versäumen|missen"),
	ROW (SAY, SURE, "sage|sagen|sag"),
	PARTICLE (QUESTION, WEAK, "war das|war es|meinten sie|meinst du|meintest du|meinen sie"),
	ROW (QUESTION, WEAK, "ja/nein heisst/bedeutet|wie viel|wieviel|wie viele|wie lange|wie oft|wie läuft|wie sieht|worum|"
	     "um was|was genau|was muss|was kostet|was bedeutet|was erwartet|wer ist|wer sind|wann ist|wann wäre|wo ist|welche|"
	     "welcher|können sie|könnten sie|kannst du|könntest du|muss ich|gibt es|ist das|kann man|wird das|wer könnte|"
	     "wer kann|wie könnte"),
	ROW (NOT, WEAK, "nicht|nich|nie|kein|keine|keinen|ohne|kaum|weder"),
	PARTICLE (NOT, WEAK, "nichts|nix"),
	ROW (CANNOT, WEAK, "ich kann nicht|kann nicht|kann ich nicht|kann leider nicht|kann ich leider nicht|"
	     "nicht verfügbar|bin nicht verfügbar|bin nicht da|bin verhindert|verhindert|habe keine zeit|keine zeit|"
	     "geht nicht|geht leider nicht|geht bei mir nicht|passt nicht|passt mir nicht|passt leider nicht|"
	     "passt mir leider nicht|klappt nicht|klappt leider nicht|bin nicht frei|schaffe ich nicht|"
	     "schaffe es nicht|mir fehlt die zeit|fehlt mir die zeit|kollidiert|schaff ich nicht|schaffe das nicht|"
	     "schaff das nicht|schon was vor|schon etwas vor|hab ich schon was|habe ich schon was|hab schon was|"
	     "habe schon was|terminkollision|verplant|schon verplant|schon einen termin|einen anderen termin|"
	     "bereits vergeben|lässt es nicht zu|nicht zulässt|erlaubt es nicht"),
	ROW (BUT, WEAK, "aber|allerdings|jedoch|ausser|sondern|bis auf"),
	ROW (ALTHOUGH, WEAK, "obwohl|obgleich|obschon|wenngleich|auch wenn|selbst wenn|wobei|trotz|so gern ich|"
	     "so gerne ich|so sehr ich"),
	ROW (ONLY, WEAK, "nur|lediglich|ausschliesslich"),
	ROW (IF, WEAK, "wenn|falls|sofern|soweit|solange|vorausgesetzt|unter der bedingung|"
	     "unter einer bedingung|unter der voraussetzung|es sei denn|ausser wenn|vorbehaltlich|"
	     "unter vorbehalt|je nachdem|je nach|abhängig von|sobald|angenommen|im falle|nur wenn|bedingung|"
	     "gesagt|sagte"),
	PARTICLE (IF, WEAK, "sagt|meint|ob|bescheid wenn|bescheid falls|bescheid ob|falls sie fragen|wenn sie fragen|"
	     "wenn du fragen|falls du fragen|falls ihr fragen"),
	ROW (BECAUSE, WEAK, "weil|denn"),

	/* ---- courtesy, and words that change nothing ---- */
	ROW (GREETING, WEAK, "hallo|guten tag|guten morgen|guten abend|liebe|lieber|liebes|sehr geehrte|sehr geehrter|"
	     "grüss gott|moin|servus|grüezi|hi|hey"),
	ROW (COURTESY, WEAK, "freue mich auf ihre|freue mich auf deine|freue mich auf eure|freue mich auf mehr|"
	     "freue mich auf weitere|freue mich schon auf ihre|freue mich schon auf deine|freue mich schon auf eure|"
	     "freue mich von ihnen zu hören|freue mich von dir zu hören|freue mich von euch zu hören"),
	ROW (COURTESY, WEAK, "lg|vg|mfg|danke|vielen dank|danke schön|dankeschön|herzlichen dank|besten dank|danke sehr|"
	     "bitte|bitte schön|leider|tut mir leid|es tut mir leid|entschuldigung|sorry|verzeihung|"
	     "der nachfrage|für die einladung|für die nachfrage|für die mail|für ihre mail|für deine mail|"
	     "für das angebot|für die erinnerung|falls nötig|wenn nötig|falls gewünscht|wenn gewünscht|"
	     "wenn sie möchten|wenn sie wollen|wenn sie mögen|wenn du magst|wenn du willst|wenn du möchtest|"
	     "wenn ihr wollt|wenn ihr mögt|wenn es recht ist|wenn das recht ist|wenn es passt|wenn das passt|"
	     "wenn ich bitten darf|wenn das ok ist|wenn das okay ist|wenn das in ordnung ist|keine eile|"
	     "kein stress|eilt nicht"),
	ROW (FAREWELL, WEAK, "bis dann|bis denn|bis dahin|man sieht sich|wir sehen uns|sehen uns dann"),
	PARTICLE (FAREWELL, WEAK, "bis"),
	ROW (FILLER, WEAK, "hätte gern|hätte gerne|ich hätte gern|ich hätte gerne|hätten gern|wenn möglich|"
	     "falls möglich|wenn es geht|sofern möglich|ohne frage|ohne zweifel|keine frage|zweifellos|"
	     "gar keine frage|ich|du|sie|wir|es|das|dies|dieser|diese|würde|werde|wird|bin|ist|sind|wäre|der|"
	     "die|den|dem|ein|eine|einen|und|oder|für|zu|zum|zur|mich|mir|mein|meine|in|im|von|vom|auf|an|am|um|"
	     "mit|sehr|auch|so|dann|da|dabei|wohl|doch|mal|also|hier|alles|bei|beim|uns|noch|schon|jetzt|hätte|"
	     "habe|haben|hat|sein|teilnehmen|mitmachen|programm|mentoring|antwort|team|nehme|wähle|möchte|daran|"
	     "damit|dafür|sicher|ach|oh|na|na ja|naja|eben|halt|eher|am besten|besten|dass|wie|zeit|macht|freue|bevorzuge|"
	     "hab|ihnen|dir|am liebsten|liebsten|statt|stattdessen|vorzugsweise|habe mich vertan|nehm|nimm|hätt|"
	     "würd|euch|sich|wie gesagt|"
	     "erst|sowie|u|od|sowohl|als auch|zuerst|zunächst|zusätzlich|plus"),
	ROW (FILLER, WEAK, "anstatt|anstelle von|anstelle"),
	PARTICLE (FILLER, WEAK, "oder so"),
	ROW (LIGHT, WEAK, "zeitlich|nehmen|besser|am ehesten|gehen|klappen|daher|deshalb|wirklich|einfach|derzeit|aktuell|"
	     "momentan|ganz|eigentlich|herzlich|wahnsinnig|total|voll|absolut|größtem|großem|anbieten|beibringen|vermitteln|"
	     "weitergeben|unterrichten|übernehmen|könnte|könnten|hören|lernen|erfahren|helfen|weiterhelfen|unterstützen|"
	     "erklären|zeigen|beisteuern|wählen|auswählen|würde ich"),
	ROW (CONTACT, WEAK, "fragen|fragt|frag|melden|meldet|melde|schreiben|schreib|kontaktieren|sprechen|reden|"
	     "nachhaken|zurückkommen|erinnern|nochmal|noch einmal|noch mal|erneut|wieder"),

	/* ---- numbers and choices ---- */
	ROW (FILLER, WEAK, "vor allem|vor allem anderen|am meisten|am allermeisten"),
	ROW (CHOICE, WEAK, "nummer|nummern|nr|option|optionen|wahl|auswahl|termin|termine|thema|themen|punkt|"
	     "vorschlag|variante"),
	ROW (AMOUNT, WEAK, "mehr als|bis zu|weniger als|mindestens|wenigstens|höchstens|maximal|"
	     "nicht mehr als|nicht weniger als|beliebige|irgendwelche|insgesamt|team von|gruppe von"),
	ROW (REST, WEAK, "sonst alles|ansonsten alles|sonst geht alles|der rest|den rest|die anderen|die übrigen|"
	     "die anderen beiden|die beiden anderen|die anderen zwei|alles andere|alle anderen|die restlichen|rest"),
	ROW (ORDINAL, WEAK, "erste|zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte"),
	ROW (ORDINAL, WEAK, "ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|achten|neunten|zehnten"),
	ROW (ORDINAL, WEAK, "erster|zweiter|dritter|vierter|fünfter|sechster|siebter|achter|neunter|zehnter"),
	ROW (ORDINAL, WEAK, "erstes|zweites|drittes|viertes|fünftes|sechstes|siebtes|achtes|neuntes|zehntes"),
	PARTICLE (ORDINAL, WEAK, "die ersten"),
	PARTICLE (LAST, WEAK, "mittlere/mittleren/mittlerer|der/die/das/den mittlere/mittleren"),
	ROW (LAST, WEAK, "letzte|letzten|letzter|letztes"),
	ROW (CARDINAL, WEAK, "eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn"),
	ROW (BOTH, WEAK, "beide|beides|alle beide|die beiden|beiden"),
	ROW (ALL, WEAK, "alle|alle drei|alle vier|alle fünf|alle sechs|alle sieben|alle acht|alle davon|jeder davon|"
	     "egal welcher|jeder"),
	ROW (ALL, WEAK, "bin flexibel|bin da flexibel|ich bin flexibel"),
	RN_PHRASES_END
};
