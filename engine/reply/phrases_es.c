/* What Spanish words mean in a short answer. */
#include "phrase_rows.h"

#define ROW(meaning, strength, phrases) RN_PHRASES (RN_ES, meaning, strength, phrases)
#define PARTICLE(meaning, strength, phrases) RN_PARTICLES (RN_ES, meaning, strength, phrases)

const struct rn_lexicon_row rn_phrases_es[] = {
	/* ---- yes, no, later ---- */
	ROW (YES, SURE, "sí|sí por favor|sí con gusto|sí claro|sí gracias|sí con mucho gusto|sí encantado|"
	     "sí encantada|con gusto|con mucho gusto|claro|claro que sí|por supuesto|desde luego|encantado|"
	     "encantada|acepto|estoy de acuerdo|de acuerdo|cuenten conmigo|cuenta conmigo|me apunto|apúntame|"
	     "confirmo|confirmado|participaré|quiero participar|me gustaría participar|me interesa|"
	     "estoy interesado|estoy interesada|allí estaré|ahí estaré|asistiré|por descontado|aprobado|"
	     "aceptado|sin duda|idea estupenda|me parece una idea estupenda|me parece estupendo|"
	     "me parece genial|faltaría más|obvio|obviamente|será un honor|estaré encantado|estaré encantada|"
	     "estaría encantado|estaría encantada|la respuesta es sí|hagámoslo|vamos allá|tengo muchas ganas|"
	     "me hace ilusión|me hace mucha ilusión|con muchas ganas"),
	ROW (YES, LIKELY, "me va bien|me viene bien|me parece bien|me parece perfecto|me vale|vale|me sirve|"
	     "me conviene|puedo|estoy disponible|disponible|estoy libre|sin problema|ningún problema|no hay problema|"
	     "no hay inconveniente|por qué no|perfecto|muy bien|está bien|bien|genial|estupendo|excelente|creo que sí|"
	     "posible|es posible|me encantaría|quiero|ok por mi parte|me van bien|me sirven|van bien|me vienen bien|"
	     "buena idea|suena bien|me parece una buena idea|será un placer|me apetece|me gusta la idea|aprobar|"
	     "apruebo|confirmar|nos reunimos|nos hemos reunido|tuvo lugar|nos vimos|me interesan|interesan|"
	     "no tengo inconveniente|ningún inconveniente|sin inconveniente|nada en contra|no veo por qué no|"
	     "puede contar conmigo|pueden contar conmigo|podéis contar conmigo|contad conmigo|interesa|no me importa|"
	     "no es problema|no es ningún problema|no hay ningún problema|venga|dale|órale|cómo no|no está mal|libre|"
	     "libres|anotado|apuntado|queda anotado|seguimos|continuamos|quiero seguir|gustaría seguir|seguir adelante|"
	     "sigamos|quiero continuar|gustaría continuar|encantada de seguir|encantado de seguir|nos hemos visto|"
	     "hablamos por teléfono|hemos hablado|sería ideal|es ideal|ideal"),
	ROW (DONE, SURE, "hecho|ya está|está hecho|listo|terminado|realizado"),
	ROW (NO, SURE, "no gracias|esta vez paso|no tengo ganas|no lo siento|lamentablemente no|desgraciadamente no|"
	     "por desgracia no|mejor no|preferiría no|prefiero no|preferiría que no|no me interesa|no estoy interesado|"
	     "no estoy interesada|no quiero|no deseo|no acepto|rechazo|rechazado|declino|imposible|no es posible|conmigo no|"
	     "esta vez no|jamás|ninguno|ninguna|ninguna de las dos|ninguno de los dos|en absoluto|claro que no|"
	     "por supuesto que no|de ninguna manera|creo que no|no hecho|no realmente|no nos reunimos|no tuvo lugar|se canceló|"
	     "fue cancelada|no va a ser posible|no será posible|me temo que no|la respuesta es no|no me da tiempo|"
	     "no me siento cómodo|no me siento cómoda|tengo que rechazar|tengo que decir que no|bajo ningún concepto|"
	     "en ningún caso|de ningún modo|bajo ninguna circunstancia|no cuenten conmigo|no cuentes conmigo|no cuente conmigo|"
	     "no contéis conmigo"),
	PARTICLE (NO, SURE, "no"),
	ROW (NO, LIKELY, "más bien no|no es lo mío|no es para mí|paso|yo paso|va a ser que no|ni hablar|mejor que no|"
	     "prefiero que no|no puedo aceptar|me hubiera gustado|me habría gustado|me hubiese gustado|lo dejamos aquí|"
	     "lo dejo aquí|dejémoslo aquí|hasta aquí llegamos|prefiero dejarlo|prefiero parar|ya es suficiente|"
	     "se canceló|fue cancelado|fue cancelada|tuvimos que cancelar|tuve que cancelar|no se presentó|no apareció|"
	     "no va a poder ser|no podrá ser|no va a ser posible|no será posible|estaba enfermo|estaba enferma|"
	     "se olvidó|se aplazó|lo aplazamos|lo pospusimos|me ha surgido algo|me surgió algo|un imprevisto|"
	     "no cuento con tiempo|no cuento con el tiempo"),
	ROW (LATER, SURE, "más tarde|más adelante|ahora no|ahora mismo no|no ahora|todavía no|aún no|por ahora no|de momento no|"
	     "por el momento no|en este momento no|en otro momento|otra vez será|en otra ocasión|quizás más tarde|"
	     "tal vez más tarde|pregúnteme|pregúntame|pregúntenme|recuérdeme|recuérdame|posponer|aplazar|hoy no|luego|"
	     "después|contácteme en|contáctenme|vuelvan a preguntar"),
	ROW (LATER, VAGUE, "demasiado pronto"),
	ROW (LATER, WEAK, "vuelva a preguntarme|vuelvan a preguntarme|vuélvame a preguntar|para otra ocasión|"
	     "la próxima vez"),
	ROW (LATER, VAGUE, "les digo algo|le digo algo|ya les diré|ya le diré|les avisaré|le avisaré|"
	     "unos días para pensarlo|necesito pensarlo|déjeme pensarlo|déjenme pensarlo"),
	ROW (AFTER, SURE, "después de mis vacaciones|después de las vacaciones|tras mis vacaciones|"
	     "tras las vacaciones|cuando vuelva|cuando regrese|a mi vuelta|a mi regreso"),

	/* ---- commands ---- */
	ROW (HELP, SURE, "ayuda|ayúdame|ayúdenme|necesito ayuda|puede ayudarme|pueden ayudarme|"
	     "tengo una pregunta|tengo una duda|no entiendo|no comprendo|qué es esto|cómo funciona|"
	     "hablar con alguien|hablar con una persona|llámeme|llámenme|más información|más detalles|saber más|"
	     "tengo preguntas|algunas preguntas|tengo dudas|de qué se trata|en qué consiste|con quién puedo hablar"),
	PARTICLE (HELP, SURE, "persona equivocada|destinatario equivocado|ya no trabajo|"
	     "dejé la empresa|he dejado la empresa|dejo la empresa"),
	ROW (STOP, SURE, "stop|baja|darme/dame/deme/denme de baja|cancelar suscripción|cancelar la suscripción|"
	     "no me escriban/contacten/envíen/manden/escriba|no me escriban más|no más correos|no más mensajes|"
	     "dejen de escribirme/enviarme/mandarme|basta|parar|déjenme en paz|borren mis datos|elimínenme|"
	     "no me envíen más|no quiero recibir|no deseo recibir|de la/su/esta lista|no quiero más correos|"
	     "dejar de recibir|no deseo recibir más|quítenme|quíteme|bórrenme|sáquenme"),
	ROW (ELSEWHERE, SURE, "en otro lugar|otro lugar|en otra parte|defensor|mediador|hablar con otra persona|"
	     "hablar con rrhh|hablar con recursos humanos|en confianza|fuera del programa"),
	ROW (WHY, SURE, "por qué|por qué yo/me/recibo|cómo me han|cómo han conseguido|de dónde han sacado|"
	     "por qué a mí|quién me ha|quién me"),
	ROW (UNDO, SURE, "deshacer|quería decir|quise decir|quería escribir|fue un error|me equivoqué|me he equivocado|"
	     "he cambiado de opinión|cambié de opinión|cambio de opinión|corrección|rectifico|ignore mi|ignoren mi|"
	     "retiro lo dicho|olviden mi|mi última respuesta|me lo he pensado mejor|"
	     "ignore/ignoren/olviden/olvide/anule/anulen mi última/respuesta/anterior/último/mensaje|botón equivocado|"
	     "fue una equivocación|era un error|ha sido un error|no espera|no espere|espera no|quiero decir|"
	     "mejor dicho|o mejor dicho|o sea|perdón no|no perdón|ay no|no mejor|ups"),
	PARTICLE (UNDO, SURE, "por error|por accidente|sin querer"),

	/* ---- doubt, negation, conjunctions ---- */
	PARTICLE (UNSURE, SURE, "hora más tarde|hora antes|hora después|minutos más tarde|minutos antes|un poco más tarde|"
	     "un poco antes"),
	ROW (UNSURE, SURE, "casi/medio hecho/listo/terminado|será hecho|no estoy seguro|no estoy segura|no sé|no lo sé|"
	     "ni idea|quizás|quizá|tal vez|ya veré|ya veremos|no digo que no|no he dicho que no|no dije que no|a lo mejor|"
	     "depende|tengo que pensarlo|lo pensaré|tengo que mirar|tengo que ver|sí y no|sí o no|posiblemente|ni sí ni no|"
	     "no sé todavía|todavía no sé|aún no sé|elegir entre|todavía no lo sé|aún no lo sé"),
	ROW (UNSURE, WEAK, "lo que faltaba|lo que me faltaba|otra reunión más|si usted lo dice|si tú lo dices|"
	     "otra persona|alguna otra persona|alguien distinto|quiere que diga|quieren que diga|que diga que|tentado|"
	     "tentada|una parte de mí|me inclino"),
	ROW (REFUSE, SURE, "dejarlo|terminar|abandonar|retirarme|finalizar|rechazar|declinar|negarme|resistirme"),
	ROW (FOLLY, WEAK, "tonto|locura|tontería|tonta|loco|loca|idiota|estúpido|estúpida|bobo|boba"),
	ROW (OBJECT, 0, "inconveniente|inconvenientes|objeción|objeciones|problema|problemas|contra|impedimento|"
	     "importa|importaría|molesta|pega"),
	ROW (MISS, SURE, "perder|perderme|perdérmelo|perdérmela|pierdo|perdería|dejar pasar"),
	ROW (SAY, SURE, "digo|decir|diré|diría|"
	     "dijera|dijese"),
	ROW (QUESTION, WEAK, "cuánto|cuánta|cuántas|cuántos|cómo|cuándo|quién|cuál|cuáles|dónde|podría|podrían|"
	     "puede decirme|pueden decirme|hay que|quién podría"),
	ROW (NOT, WEAK, "nunca|ni|sin|tampoco|ningún"),
	PARTICLE (NOT, WEAK, "nada"),
	ROW (CANNOT, WEAK, "no puedo|no podré|no estoy disponible|no disponible|no tengo tiempo|no me va bien|"
	     "no me viene bien|no me es posible|me es imposible|no estoy libre|no voy a poder|otro compromiso|"
	     "tengo un compromiso|me coincide|estoy ocupada|estoy ocupado|no me lo permite|no me permite"),
	ROW (BUT, WEAK, "pero|sin embargo|excepto|salvo|sino|menos"),
	ROW (ALTHOUGH, WEAK, "aunque|si bien|a pesar de|pese a|incluso si|por mucho que|por más que"),
	ROW (ONLY, WEAK, "sólo|solamente|únicamente"),
	ROW (IF, WEAK, "en caso de que|siempre que|a menos que|a no ser que|siempre y cuando|con tal de que|"
	     "con tal que|a condición de|con la condición|con una condición|bajo la condición|salvo que|"
	     "salvo si|excepto si|mientras que|mientras|dependiendo|en función de|según|sujeto a|en caso de|"
	     "suponiendo|a reserva de|condición|dije|dijo|he dicho"),
	PARTICLE (IF, WEAK, "avísenme si|avíseme si|avísame si|si necesitan|si necesita|si necesitas"),
	ROW (BECAUSE, WEAK, "porque|ya que|puesto que"),

	/* ---- courtesy, and words that change nothing ---- */
	ROW (GREETING, WEAK, "hola|buenos días|buenas tardes|buenas noches|buenas|estimado|estimada|estimados|querido|"
	     "querida"),
	ROW (COURTESY, WEAK, "gracias|muchas gracias|mil gracias|por favor|lo siento|perdón|perdone|disculpe|"
	     "disculpen|lamentablemente|desgraciadamente|por la invitación|por preguntar|por su mensaje|"
	     "por el recordatorio|si quiere|si quieren|si quieres|si les parece|si le parece|si te parece|"
	     "si os parece|si hace falta|si es necesario|si les viene bien|si le viene bien|si te viene bien|"
	     "sin prisa"),
	ROW (FAREWELL, WEAK, "nos vemos|nos vemos entonces|hasta entonces|nos vemos allí"),
	PARTICLE (FAREWELL, WEAK, "hasta|hasta el"),
	ROW (FILLER, WEAK, "si es posible|yo|tú|usted|nosotros|él|ella|lo|la|los|las|un|una|y|o|de|del|para|por|"
	     "en|a|al|me|mi|mis|con|muy|mucho|también|entonces|pues|que|es|sería|será|estoy|eso|esto|esta|este|"
	     "gustaría|participar|programa|mentoría|respuesta|aquí|allí|más|todo|elijo|prefiero|se|su|le|he|ha|"
	     "ser|preferiblemente|mejor|preferiría|como dije|como he dicho|"
	     "así como|además"),
	ROW (FILLER, WEAK, "en vez de|en vez del|en lugar de|en lugar del"),
	ROW (LIGHT, WEAK, "realmente|ahora|muchísimo|totalmente|absolutamente|perfectamente|gran|grande|ya|"
	     "enseñar|ofrecer|impartir|podríamos|oír|aprender|escuchar|ayudar|explicar|mostrar|compartir|elegir|"
	     "escoger|elegiría"),
	ROW (CONTACT, WEAK, "hablemos|hablar|hablamos|escríbame|escríbanme|contácteme|pregunte|pregunten|vuelva|"
	     "vuelvan|de nuevo|otra vez|retomemos"),

	/* ---- numbers and choices ---- */
	ROW (FILLER, WEAK, "sobre todo|ante todo"),
	ROW (CHOICE, WEAK, "número|números|núm|opción|opciones|elección|tema|temas|fecha|propuesta|turno"),
	ROW (AMOUNT, WEAK, "más de|menos de|al menos|por lo menos|como máximo|como mínimo|no más de|"
	     "cualesquiera|equipo de|grupo de"),
	ROW (REST, WEAK, "el resto|los demás|los otros dos|las otras dos|las demás|los otros|las otras|lo demás"),
	ROW (ORDINAL, WEAK, "primero|segundo|tercero|cuarto|quinto|sexto|séptimo|octavo|noveno|décimo"),
	ROW (ORDINAL, WEAK, "primera|segunda|tercera|cuarta|quinta|sexta|séptima|octava|novena|décima"),
	ROW (ORDINAL, WEAK, "primer|segundo|tercer"),
	PARTICLE (ORDINAL, WEAK, "primeros"),
	PARTICLE (ORDINAL, WEAK, "primeras"),
	PARTICLE (LAST, WEAK, "el/la del medio|el/la de en medio"),
	ROW (LAST, WEAK, "último|última|últimos|últimas"),
	ROW (CARDINAL, WEAK, "uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez"),
	ROW (BOTH, WEAK, "ambos|ambas|los dos|las dos|cualquiera de los dos"),
	ROW (ALL, WEAK, "todos|todas|los cuatro|las cuatro|los cinco|las cinco|los tres|las tres|cualquiera de ellos|cualquiera"),
	ROW (ALL, WEAK, "soy flexible|me da igual|cualquiera me va bien"),
	RN_PHRASES_END
};
