/* What French words mean in a short answer. */
#include "phrase_rows.h"

#define ROW(meaning, strength, phrases) RN_PHRASES (RN_FR, meaning, strength, phrases)
#define PARTICLE(meaning, strength, phrases) RN_PARTICLES (RN_FR, meaning, strength, phrases)

const struct rn_lexicon_row rn_phrases_fr[] = {
	/* ---- yes, no, later ---- */
	ROW (YES, SURE, "oui|oui avec plaisir|oui volontiers|oui bien sûr|oui s il vous plaît|oui merci|"
	     "avec plaisir|avec grand plaisir|volontiers|bien sûr|bien entendu|absolument|certainement|"
	     "j accepte|je suis d accord|je suis partant|je suis partante|partant|partante|je participe|"
	     "je participerai|je viens|je viendrai|je serai là|je confirme|c est confirmé|comptez sur moi|"
	     "compte sur moi|je suis intéressé|je suis intéressée|ça m intéresse|cela m intéresse|"
	     "je souhaite participer|je voudrais participer|j aimerais participer|inscrivez moi|approuvé|validé|"
	     "je valide|ouais|accepté|carrément|grave|évidemment|assurément|ce serait avec plaisir|"
	     "je serais ravi|je serais ravie|serais ravi|serais ravie|serais heureux|serais heureuse|je prends|"
	     "ça me ferait plaisir|cela me ferait plaisir|la réponse est oui|mille fois oui|hâte de|j ai hâte|"
	     "il me tarde"),
	ROW (YES, LIKELY, "d accord|d acc|ça me va|cela me va|ça me convient|cela me convient|me convient|"
	     "me conviendrait|convient|conviendrait|ça marche|ça ira|ça va|c est bon|c est parfait|c est possible|"
	     "parfait|très bien|entendu|pas de problème|pas de souci|aucun problème|sans problème|pourquoi pas|je peux|"
	     "je suis disponible|suis disponible|disponible|je suis libre|possible|je veux bien|je pense que oui|super|"
	     "génial|excellent|ok pour moi|bon pour moi|va pour|je le souhaite|je n y vois pas d inconvénient|"
	     "n y vois aucun inconvénient|tout à fait|me vont|vont très bien|me conviennent|conviennent|me vont bien|"
	     "bonne idée|très bonne idée|ce serait un plaisir|ce sera avec plaisir|excellente idée|ça me tente|"
	     "ça me plaît|approuver|confirmer|nous nous sommes vus|nous nous sommes rencontrés|a eu lieu|rencontrés|"
	     "m intéressent|intéressent|on s est vus|m intéresse|intéresse|m intéresserait|pas d inconvénient|"
	     "aucun inconvénient|pas d objection|aucune objection|rien contre|ce n est pas de refus|c est pas de refus|"
	     "ce n est pas un problème|ça roule|ça joue|c est oui|vous pouvez compter sur moi|tu peux compter sur moi|"
	     "je ne demande pas mieux|j en suis|je marche|banco|nickel|impec|avec joie|avec enthousiasme|ravi|ravie|"
	     "ce n est pas un souci|il n y a pas de souci|il n y a pas de problème|pas mal|pas une mauvaise idée|libre|"
	     "libres|me va|me va bien|c est noté|bien noté|c est dans mon agenda|on continue|je continue|continuons|"
	     "nous continuons|souhaite continuer|aimerais continuer|envie de continuer|je veux continuer|"
	     "veux bien continuer|je prolonge|on prolonge|on s est vu|on s est parlé|on a parlé|nous avons parlé|"
	     "on s est appelés|ça me dit|ça me dit bien|ça me plairait|idéal|serait idéal"),
	ROW (DONE, SURE, "fait|réglé|c est réglé|c est fait|terminé|effectué"),
	ROW (NO, SURE, "non|je dois décliner|dois décliner|dois refuser|aucun des trois|aucune des trois|non merci|non désolé|"
	     "non désolée|malheureusement non|malheureusement pas|hélas non|plutôt pas|je préfère pas|je ne préfère pas|"
	     "je préfère ne pas|je préférerais ne pas|pas intéressé|pas intéressée|je décline|je refuse|refusé|"
	     "je ne souhaite pas|je ne veux pas|ne souhaite pas|ne veux pas|sans moi|pas pour moi|pas cette fois|"
	     "aucun des deux|aucune des deux|ni l un ni l autre|certainement pas|pas du tout|absolument pas|surtout pas|"
	     "je ne pense pas|nan|je dois refuser|je passe mon tour|pas fait|pas vraiment|rejeter|n a pas eu lieu|a été annulé|"
	     "a été annulée|n ai pas le temps|la réponse est non|je ne peux malheureusement pas|pas possible pour moi|"
	     "ne me sens pas concerné|ne me sens pas concernée|pas mon truc|pas disponible pour participer|en aucun cas|"
	     "sous aucun prétexte|en aucune manière|nullement intéressé|ne comptez pas sur moi|ne compte pas sur moi"),
	ROW (NO, LIKELY, "je passe|plutôt non|m abstenir|hors de question|ce n est pas pour moi|c est pas pour moi|"
	     "très peu pour moi|sans façon|je regrette mais non|j aurais aimé|aurais bien aimé|aurais bien voulu|"
	     "aurais volontiers participé|pas envie|aucune envie|on arrête là|on arrête|arrêtons|arrêtons là|j arrête|"
	     "préfère arrêter|souhaite arrêter|ça suffit|restons en là|en rester là|a été annulé|a été annulée|"
	     "dû annuler|n est pas venu|n est pas venue|tombé à l eau|tombée à l eau|je passe mon tour|était malade|"
	     "étais malade|a oublié|a été reporté|l avons reporté|on a reporté|un imprévu|trop de choses en ce moment"),
	ROW (LATER, SURE, "plus tard|pas maintenant|pas encore|pas pour le moment|pas pour l instant|pas en ce moment|"
	     "pas tout de suite|une autre fois|peut être plus tard|redemandez moi|redemande moi|demandez moi|"
	     "demande moi|relancez moi|rappelez moi|rappelle moi|recontactez moi|ultérieurement|à une date ultérieure|"
	     "reporter|pas aujourd hui|contactez moi en|me recontacter|recontacter|me redemander"),
	ROW (LATER, VAGUE, "trop tôt"),
	ROW (LATER, WEAK, "reposez moi la question|repose moi la question|reposez la question|une prochaine fois|"
	     "un peu plus tard|dans un second temps"),
	ROW (LATER, VAGUE, "je reviens vers vous|je reviens vers toi|reviendrai vers vous|je vous redis/dirai/dis|"
	     "je vous tiens au courant|besoin de réfléchir|le temps de réfléchir|encore quelques jours|"
	     "laissez moi quelques jours|je te dirai"),
	ROW (AFTER, SURE, "après mes congés|après mes vacances|après les congés|après mon congé|"
	     "après/à/dès mon retour|quand je serai de retour|quand je reviendrai"),

	/* ---- commands ---- */
	ROW (HELP, SURE, "aide|à l aide|aidez moi|aide moi|besoin d aide|j ai besoin d aide|"
	     "pouvez vous m aider|j ai une question|je ne comprends pas|qu est ce que c est|comment ça marche|"
	     "parler à quelqu un|parler à un humain|parler à une personne|appelez moi|plus d informations|"
	     "en savoir plus|plus de détails|j ai des questions|quelques questions|de quoi s agit il|"
	     "de quoi il s agit|en quoi cela consiste|en quoi ça consiste|à qui puis je"),
	PARTICLE (HELP, SURE, "mauvaise personne|mauvais destinataire|erreur de destinataire|"
	     "ne travaille plus ici/dans/pour|quitté l entreprise|quitté la société"),
	ROW (STOP, SURE, "stop|désabonner|désabonnement|désinscrire|désinscription|désinscrivez moi|désabonnez moi|"
	     "me désinscrire|me désabonner|retirez moi|ne m écrivez plus|ne m envoyez plus|ne me contactez plus|"
	     "plus de mails/messages/courriels|arrêtez de m écrire|arrêtez|cessez|laissez moi tranquille|"
	     "supprimez mes données|ne plus m écrire|ne plus me contacter|ne plus m envoyer|ne plus recevoir|"
	     "ne veux/souhaite/désire/voudrais plus recevoir|de ne plus m|plus recevoir|de votre/la/cette liste|"
	     "de vos listes|ne plus être contacté|ne plus être contactée|me retirer"),
	ROW (ELSEWHERE, SURE, "ailleurs|autre part|médiateur|médiatrice|parler à quelqu un d autre|parler aux rh|"
	     "personne de confiance|en toute confidentialité|en dehors du programme"),
	ROW (WHY, SURE, "pourquoi|pourquoi moi|pourquoi est ce que|comment avez vous eu|comment m avez vous|"
	     "pourquoi je|pourquoi m|pour quelle raison|qui m a"),
	ROW (UNDO, SURE, "annuler|annulez|annule|je voulais dire|je voulais écrire|voulais dire|erreur de ma part|"
	     "c était une erreur|je me suis trompé|je me suis trompée|j ai changé d avis|changé d avis|correction|"
	     "je reviens sur|ignorez mon|je retire|ignorez ma|oubliez ma|ne tenez pas compte|ma dernière réponse|"
	     "je me ravise|annuler/annulez/ignorez/oubliez/ignorer/oublier mon dernier/précédent/message|"
	     "annuler/annulez/ignorez/oubliez/ignorer/oublier ma dernière/réponse/précédente|mauvais bouton|"
	     "compte de mon|était une erreur|était un malentendu|non attendez|non attends|attendez non|je veux dire|"
	     "ou plutôt|oups|non pardon|pardon non|enfin non|non plutôt|enfin plutôt|non je voulais dire"),
	PARTICLE (UNDO, SURE, "par erreur|par accident"),

	/* ---- doubt, negation, conjunctions ---- */
	PARTICLE (UNSURE, SURE, "plus tard dans la journée|heure plus tard|heure plus tôt|minutes plus tard|minutes plus tôt|"
	     "un peu plus tôt"),
	ROW (UNSURE, SURE, "presque/partiellement fait/terminé/fini|à moitié fait|sera fait|"
	     "pas sûr|pas sûre|je ne sais pas|je sais pas|aucune idée|peut être|éventuellement|"
	     "ça dépend|cela dépend|je dois réfléchir|je vais réfléchir|à voir|je dois vérifier|oui et non|"
	     "oui ou non|il faut que je vérifie|j hésite|n arrive pas à me décider|pas encore décidé|"
	     "ni oui ni non|il ne faut jamais dire jamais|"
	     "choisir entre|hésite entre"),
	ROW (UNSURE, WEAK, "encore une réunion|manquait plus que ça|si vous le dites|quelqu un d autre|"
	     "une autre personne|autre partenaire|veut que je dise|que je dise|attend de moi|une partie de moi|"
	     "suis tenté|suis tentée|pencherais"),
	ROW (REFUSE, SURE, "arrêter|mettre fin|abandonner|m arrêter|refuser|décliner|résister"),
	ROW (FOLLY, WEAK, "fou|folie|folle|bête|idiot|idiote|stupide|dingue"),
	ROW (OBJECT, 0, "inconvénient|inconvénients|objection|objections|problème|problèmes|souci|soucis|contre|"
	     "obstacle|dérange|gêne|empêchement"),
	ROW (MISS, SURE, "rater|rate|manquer|manque|louper|loupe"),
	ROW (SAY, SURE, "dis|dire|dirai|dirais"),
	PARTICLE (QUESTION, WEAK, "c était|vous voulez dire|tu veux dire"),
	ROW (QUESTION, WEAK, "combien|comment|en quoi|de quoi|qui est|quand est|quel|quelle|quels|quelles|"
	     "pouvez vous|pourriez vous|peux tu|pourrais tu|est ce que|qu est ce|y a t il|faut il|qui pourrait"),
	ROW (NOT, WEAK, "pas|jamais|ne|ni|sans|aucun|aucune|nullement"),
	PARTICLE (NOT, WEAK, "rien"),
	ROW (CANNOT, WEAK, "débordé|débordée|surchargé|surchargée|ne serai pas là/disponible/libre/présent/présente|"
	     "je ne serai pas là|je ne peux pas|ne peux pas|peux pas|ne pourrai pas|je ne pourrai pas|"
	     "ne suis pas disponible|pas disponible|indisponible|ne suis pas libre|pas libre|pas le temps|"
	     "ne convient pas|ne me convient pas|ne me va pas|ne va pas|pas possible|impossible|dans l impossibilité|"
	     "un empêchement|déjà pris|déjà prise|suis pris|suis prise|autre engagement|autre chose de prévu|"
	     "déjà quelque chose|ne me permet pas|ne permet pas"),
	ROW (BUT, WEAK, "mais|cependant|toutefois|sauf|par contre|excepté|hormis"),
	ROW (ALTHOUGH, WEAK, "bien que|bien qu|quoique|quoiqu|même si|même s|malgré|encore que"),
	ROW (ONLY, WEAK, "seulement|uniquement"),
	ROW (IF, WEAK, "si|au cas où|s il|s ils|s elle|à condition|à la condition|sous condition|"
	     "à une condition|à moins que|à moins de|à moins d|sauf si|sauf que|pourvu que|pourvu qu|tant que|"
	     "tant qu|sous réserve|en fonction de|en fonction du|selon|du moment que|du moment qu|dès lors que|"
	     "dans la mesure où|en supposant|excepté si|dès que|condition"),
	PARTICLE (IF, WEAK, "dit|disait|si vous avez besoin|si vous avez des questions|dites moi si|dis moi si|"
	     "faites moi savoir si"),
	ROW (BECAUSE, WEAK, "car|parce que|parce qu|puisque"),

	/* ---- courtesy, and words that change nothing ---- */
	ROW (GREETING, WEAK, "bonjour|bonsoir|salut|cher|chère|chers|madame|monsieur|coucou"),
	ROW (COURTESY, WEAK, "merci|merci beaucoup|merci bien|un grand merci|s il vous plaît|s il te plaît|svp|"
	     "stp|désolé|désolée|je suis désolé|je suis désolée|malheureusement|pardon|excusez moi|"
	     "pour l invitation|pour votre message|pour la proposition|de demander|si vous voulez|si tu veux|"
	     "si vous le souhaitez|si vous le voulez|si ça vous va|si ça te va|si cela vous va|"
	     "si cela vous convient|si ça vous convient|si besoin|si nécessaire|si vous préférez|si tu préfères|"
	     "rien ne presse|pas d urgence"),
	ROW (FAREWELL, WEAK, "on se voit|on se voit alors|on se voit là bas"),
	ROW (FILLER, WEAK, "ça peut être|cela peut être|si possible|sans aucun doute|sans doute|sans hésiter|je|j|tu|vous|nous|"
	     "il|elle|on|ce|c|cela|ça|est|sera|serait|suis|le|la|les|l|une|des|du|de|d|et|ou|pour|à|au|aux|en|dans|me|m|moi|"
	     "mon|ma|mes|avec|très|bien|aussi|alors|donc|y|que|qu|plus|tout|toute|aimerais|voudrais|participer|programme|"
	     "mentorat|réponse|à bientôt|ici|encore|choisis|préfère|prends|s|t|se|par|vraiment|ai|plutôt|de préférence|"
	     "préférerais|sont|ainsi que|puis|ensuite|d abord"),
	ROW (FILLER, WEAK, "au lieu de|au lieu du|à la place de|à la place du|plutôt que"),
	PARTICLE (FILLER, WEAK, "sur"),
	ROW (LIGHT, WEAK, "actuellement|grand|grande|toujours|énormément|franchement|tellement|parfaitement|"
	     "immense|enseigner|proposer|transmettre|pourrais|pourrions|peut|entendre|apprendre|découvrir|aider|"
	     "expliquer|montrer|partager|présenter|mieux|choisir|choisirais|opter"),
	ROW (CONTACT, WEAK, "revenez|reviens|recontactez|reparlons|reparlons en|parlons|parler|redemandez|relancez|"
	     "à nouveau|de nouveau|écrivez"),

	/* ---- numbers and choices ---- */
	ROW (FILLER, WEAK, "surtout|avant tout"),
	ROW (CHOICE, WEAK, "numéro|numéros|no|nº|option|options|choix|créneau|créneaux|sujet|sujets|thème|thèmes|"
	     "proposition|date|"
	     "n°"),
	ROW (AMOUNT, WEAK, "plus de|moins de|au moins|au plus|au maximum|au minimum|pas plus de|"
	     "équipe de|groupe de"),
	ROW (REST, WEAK, "le reste|les autres|les deux autres|tous les autres|tout le reste|le restant"),
	ROW (ORDINAL, WEAK, "premier|deuxième|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième"),
	ROW (ORDINAL, WEAK, "première|seconde"),
	ROW (ORDINAL, WEAK, "tout premier|second"),
	PARTICLE (ORDINAL, WEAK, "premiers"),
	PARTICLE (ORDINAL, WEAK, "premières"),
	PARTICLE (LAST, WEAK, "celui/celle du milieu"),
	ROW (LAST, WEAK, "dernier|dernière|derniers|dernières"),
	ROW (CARDINAL, WEAK, "un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"),
	ROW (BOTH, WEAK, "les deux|tous les deux|toutes les deux|l un ou l autre"),
	ROW (ALL, WEAK, "tous|toutes|tous les trois|toutes les trois|tous les quatre|toutes les quatre|tous les cinq|"
	     "toutes les cinq|tous ceux là|n importe lequel|n importe laquelle"),
	ROW (ALL, WEAK, "je suis flexible|peu importe|n importe lequel"),
	RN_PHRASES_END
};
