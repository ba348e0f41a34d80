/* What Portuguese words mean in a short answer. */
#include "phrase_rows.h"

#define ROW(meaning, strength, phrases) RN_PHRASES (RN_PT, meaning, strength, phrases)
#define PARTICLE(meaning, strength, phrases) RN_PARTICLES (RN_PT, meaning, strength, phrases)

const struct rn_lexicon_row rn_phrases_pt[] = {
	/* ---- yes, no, later ---- */
	ROW (YES, SURE, "sim|vamos a isso|vamos lá|vamos nessa|sim por favor|sim com prazer|sim claro|sim obrigado|"
	     "sim obrigada|sim com gosto|com prazer|com muito prazer|com todo o gosto|com gosto|claro|claro que sim|"
	     "com certeza|certamente|aceito|concordo|estou de acordo|de acordo|conte comigo|contem comigo|podem contar comigo|"
	     "confirmo|confirmado|quero participar|gostaria de participar|participarei|vou participar|tenho interesse|"
	     "estou interessado|estou interessada|estarei lá|estarei presente|eu topo|topo|aprovado|aceite|sem dúvida|"
	     "muito gosto|obviamente|lógico|claro que quero|seria um prazer|seria uma honra|ficaria feliz|fico feliz|"
	     "a resposta é sim|combinadíssimo|conte comigo sim|mal posso esperar|ansioso por|ansiosa por|não vejo a hora"),
	ROW (YES, LIKELY, "serve|pode ser|por mim tudo bem|tudo bem|está bem|está bom|para mim está bem|serve para mim|"
	     "me serve|convém me|dá me jeito|posso|estou disponível|disponível|estou livre|sem problema|sem problemas|"
	     "nenhum problema|não há problema|não tem problema|por que não|porque não|perfeito|muito bem|ótimo|óptimo|"
	     "excelente|bom|beleza|acho que sim|possível|é possível|gostaria|combinado|fechado|servem|servem me|"
	     "são boas|ficam bem|boa ideia|ótima ideia|parece me bem|será um prazer|acho ótimo|soa bem|me parece bem|"
	     "aprovar|aprovo|confirmar|encontrámo nos|nos encontramos|teve lugar|pode contar comigo|interessam me|"
	     "me interessam|podes contar comigo|nada contra|sem objeções|sem objeção|não vejo por que não|"
	     "não vejo porque não|não há problema nenhum|não é problema|interessa me|me interessa|interessa|"
	     "com todo o prazer|com muito gosto|por mim pode ser|é claro|bora|nada mal|livre|quero|é boa|é bom|é ótima|"
	     "é ótimo|adoraria|anotado|está anotado|conta comigo|continuamos|vamos continuar|quero continuar|"
	     "gostaria de continuar|vamos em frente|quero seguir|gostava de continuar|nos reunimos|reunimo nos|"
	     "aconteceu|falamos por telefone|nós falamos|conversamos|seria ideal|é ideal|ideal"),
	ROW (DONE, SURE, "feito|está feito|concluído|terminado|pronto"),
	ROW (NO, SURE, "não obrigado|não obrigada|não desculpe|infelizmente não|lamentavelmente não|melhor não|"
	     "prefiro não|preferia não|preferiria não|não me interessa|não tenho interesse|"
	     "não estou interessado|não estou interessada|não quero|não desejo|não aceito|recuso|recusado|"
	     "declino|impossível|não é possível|desta vez não|jamais|nenhum|nenhuma|nenhum dos dois|"
	     "nenhuma das duas|de modo nenhum|de jeito nenhum|claro que não|acho que não|de maneira nenhuma|"
	     "não feito|nem por isso|não realmente|rejeitar|não nos encontrámos|não teve lugar|foi cancelada|"
	     "foi cancelado|não vai dar|não vai ser possível|não será possível|a resposta é não|"
	     "não faz sentido para mim|tenho de recusar|tenho que recusar|receio que não|de forma alguma|"
	     "em caso algum|de forma nenhuma|em nenhuma circunstância|não contem comigo|não conte comigo|"
	     "não contes comigo"),
	PARTICLE (NO, SURE, "não"),
	ROW (NO, LIKELY, "não é para mim|passo|desta vez passo|dessa vez passo|prefiro que não|nem pensar|"
	     "fora de questão|não faz o meu género|teria gostado|gostaria de ter|tinha gostado|não tenho vontade|"
	     "sem vontade|paramos por aqui|paro por aqui|ficamos por aqui|fico por aqui|já chega|é suficiente|"
	     "prefiro parar|vamos parar|foi cancelado|foi cancelada|tivemos que cancelar|tivemos de cancelar|"
	     "tive que cancelar|não apareceu|não vai dar|não vai ser possível|não será possível|estava doente|esqueceu|"
	     "adiamos|foi adiado|surgiu um imprevisto|um imprevisto"),
	ROW (LATER, SURE, "mais tarde|agora não|não agora|ainda não|por enquanto não|por agora não|"
	     "de/no/neste momento não|noutra altura|outra altura|outro momento|em outro momento|outra vez|"
	     "talvez mais tarde|pergunte me|pergunta me|perguntem me|me pergunte|lembre me|lembra me|me lembre|"
	     "adiar|hoje não|depois|mais adiante|contacte me em|contactem me|entrem em contato em"),
	ROW (LATER, VAGUE, "cedo demais"),
	ROW (LATER, WEAK, "da próxima vez|na próxima vez|perguntem mais tarde|voltem a perguntar|noutra ocasião|"
	     "em outra ocasião|numa próxima"),
	ROW (LATER, VAGUE, "depois digo|depois aviso|dou notícias|volto a contactar|uns dias para pensar|"
	     "alguns dias para pensar|preciso de pensar"),
	ROW (AFTER, SURE, "depois das férias|depois das minhas férias|após as férias|após as minhas férias|"
	     "quando voltar|quando regressar|no meu regresso"),

	/* ---- commands ---- */
	ROW (HELP, SURE, "ajuda|ajude me|me ajude|ajudem me|preciso de ajuda|pode ajudar|"
	     "pode me ajudar|podem ajudar|tenho uma pergunta|tenho uma dúvida|não entendo|não compreendo|"
	     "não percebo|o que é isto|o que é isso|como funciona|falar com alguém|falar com uma pessoa|ligue me|"
	     "liguem me|me ligue|mais informações|mais detalhes|saber mais|tenho perguntas|tenho dúvidas|"
	     "algumas perguntas|do que se trata|de que se trata|em que consiste|com quem posso falar"),
	PARTICLE (HELP, SURE, "pessoa errada|destinatário errado|já não trabalho|não trabalho mais|"
	     "deixei a empresa|saí da empresa"),
	ROW (STOP, SURE, "stop|parar|pare|parem|cancelar inscrição|cancelar subscrição|remover|remova me|removam me|"
	     "me remova|descadastrar|anular subscrição|não me escrevam/contactem/contatem/enviem/mandem|"
	     "não me escrevam/contatem/enviem mais|não enviem mais|chega de mails|deixem me em paz|"
	     "apaguem os meus dados|não quero receber|não desejo receber|não enviem|deixem de me escrever|"
	     "parem de me escrever|parem de enviar|da lista|da vossa lista|desta lista|deixar de receber|retirem me|"
	     "retire me|tirem me|removam o meu|não desejo mais"),
	ROW (ELSEWHERE, SURE, "noutro lugar|noutro lado|em outro lugar|outro lugar|ouvidoria|provedor|mediador|"
	     "falar com outra pessoa|falar com o rh|falar com os rh|falar com recursos humanos|em confidência|"
	     "fora do programa"),
	ROW (WHY, SURE, "por quê|porquê|por que eu/recebi/motivo/recebo|porque eu|porque recebo|porque recebi|"
	     "como obtiveram|onde conseguiram|quem me"),
	ROW (UNDO, SURE, "desfazer|queria dizer|quis dizer|queria escrever|foi um erro/engano/equívoco|foi engano|"
	     "enganei me|me enganei|mudei de ideia/ideias/opinião|correção|correcção|"
	     "ignore/ignorem/esqueçam/esqueça/anulem a minha|retiro o que|minha última resposta|pensei melhor|"
	     "ignore/ignorem/esqueçam/esqueça/anulem o meu|ignore minha|ignorem minha|esqueça minha|esqueçam minha|"
	     "anulem minha|botão errado|era um erro|não espera|espera não|não espere|quero dizer|ou melhor|aliás|ops|"
	     "desculpe não|não melhor"),
	PARTICLE (UNDO, SURE, "por engano|por erro|sem querer"),

	/* ---- doubt, negation, conjunctions ---- */
	PARTICLE (UNSURE, SURE, "hora mais tarde|hora antes|hora depois|minutos mais tarde|minutos antes|"
	     "um pouco mais tarde|um pouco antes"),
	ROW (UNSURE, SURE, "quase/meio feito/pronto|será feito|"
	     "não tenho certeza|não tenho a certeza|não sei|não faço ideia|talvez|se calhar|"
	     "depende|tenho de pensar|tenho que pensar|vou pensar|preciso pensar|tenho de ver|tenho que ver|"
	     "sim e não|sim ou não|possivelmente|nem sim nem não|"
	     "ainda não sei|não sei ainda|escolher entre"),
	ROW (UNSURE, WEAK, "era só o que faltava|só me faltava esta|mais uma reunião|se você diz|outra pessoa|"
	     "alguém diferente|quer que eu diga|querem que eu diga|que eu diga|tentado a|tentada a|uma parte de mim|"
	     "inclinado a|inclinada a"),
	ROW (REFUSE, SURE, "terminar|encerrar|desistir|retirar me|recusar|declinar|resistir"),
	ROW (FOLLY, WEAK, "louco|loucura|louca|tolo|tola|idiota|parvo|parva|maluco|maluca"),
	ROW (OBJECT, 0, "inconveniente|inconvenientes|objeção|objeções|problema|problemas|contra|impedimento|importo|"
	     "importa|importava|incomoda"),
	ROW (MISS, SURE, "perder|perco|perderia|faltar"),
	ROW (SAY, SURE, "digo|dizer|direi|diria|"
	     "dissesse"),
	ROW (QUESTION, WEAK, "quanto|quanta|quantas|quantos|como é|como seria|quando|quem|qual|quais|onde|o que|"
	     "pode me|podia|poderia|poderiam|é preciso|quem poderia"),
	ROW (NOT, WEAK, "nunca|nem|sem|tampouco"),
	PARTICLE (NOT, WEAK, "nada"),
	ROW (CANNOT, WEAK, "não posso|não poderei|não consigo|não vou poder|não estou disponível|não disponível|"
	     "indisponível|não tenho tempo|não me é possível|não dá|não me dá jeito|não estou livre|outro compromisso|"
	     "já tenho compromisso|tenho um compromisso|estou ocupada|estou ocupado|não permite|não me permite"),
	ROW (BUT, WEAK, "mas|porém|contudo|exceto|excepto|menos"),
	ROW (ALTHOUGH, WEAK, "embora|ainda que|mesmo que|apesar de|mesmo se|se bem que"),
	ROW (ONLY, WEAK, "só|somente|apenas|unicamente"),
	ROW (IF, WEAK, "se|caso|a menos que|a não ser que|desde que|contanto que|salvo se|exceto se|excepto se|"
	     "na condição de|com a condição|com uma condição|sob condição|dependendo|sujeito a|conforme|"
	     "enquanto|mediante|supondo|a não ser|condição|disse"),
	PARTICLE (IF, WEAK, "avise se|avisem se|se precisar|se precisarem|se precisares"),
	ROW (BECAUSE, WEAK, "pois|já que|visto que"),

	/* ---- courtesy, and words that change nothing ---- */
	ROW (GREETING, WEAK, "olá|oi|bom dia|boa tarde|boa noite|caro|cara|prezado|prezada|prezados|caros|exmo|exma"),
	ROW (COURTESY, WEAK, "ansioso por mais|ansiosa por mais|ansioso por saber|ansiosa por saber|ansioso por ouvir|"
	     "ansiosa por ouvir"),
	ROW (COURTESY, WEAK, "obrigado|obrigada|muito obrigado|muito obrigada|por favor|se faz favor|desculpe|"
	     "desculpa|desculpem|peço desculpa|lamento|infelizmente|pelo convite|pela mensagem|por perguntar|"
	     "pela lembrança|se quiser|se quiserem|se quiseres|se necessário|se for preciso|se der jeito|"
	     "se lhe der jeito|se estiver bem|sem pressa"),
	ROW (FAREWELL, WEAK, "até lá|até então|nos vemos|vemo nos|a gente se vê"),
	PARTICLE (FAREWELL, WEAK, "até|até à"),
	ROW (FILLER, WEAK, "se possível|eu|tu|você|nós|ele|ela|o|a|os|as|uma|e|ou|de|do|da|dos|das|para|por|em|"
	     "no|na|nas|ao|me|mim|meu|minha|com|muito|também|então|que|seria|será|estou|isso|isto|esta|este|"
	     "participar|programa|mentoria|resposta|aqui|tudo|escolho|prefiro|lhe|vou|ser|preferia|"
	     "de preferência|preferencialmente|melhor|como disse|"
	     "bem como|assim como|além de"),
	ROW (FILLER, WEAK, "em vez de|em vez do|em vez da|em lugar de|em lugar do|em lugar da|ao invés de|ao invés do|"
	     "ao invés da"),
	ROW (LIGHT, WEAK, "realmente|imenso|grande|totalmente|perfeitamente|já|mesmo|ensinar|oferecer|ouvir|"
	     "aprender|ajudar|explicar|mostrar|partilhar|compartilhar|escolher|escolheria"),
	ROW (CONTACT, WEAK, "falemos|falar|falamos|contacte|contacte me|pergunte|perguntem|escreva|escrevam|voltem|"
	     "volte|de novo|novamente|retomemos"),

	/* ---- numbers and choices ---- */
	ROW (FILLER, WEAK, "sobretudo|acima de tudo"),
	ROW (CHOICE, WEAK, "número|números|opção|opções|escolha|tema|temas|tópico|data|proposta|horário"),
	ROW (AMOUNT, WEAK, "mais de|mais do que|menos de|menos do que|pelo menos|ao menos|no máximo|"
	     "no mínimo|quaisquer|equipa de|equipe de|grupo de"),
	ROW (REST, WEAK, "o resto|os outros|os outros dois|as outras duas|as outras|os demais|as demais|os restantes"),
	ROW (ORDINAL, WEAK, "primeiro|segundo|terceiro|quarto|quinto|sexto|sétimo|oitavo|nono|décimo"),
	ROW (ORDINAL, WEAK, "primeira|segunda|terceira|quarta|quinta|sexta|sétima|oitava|nona|décima"),
	PARTICLE (ORDINAL, WEAK, "primeiros"),
	PARTICLE (ORDINAL, WEAK, "primeiras"),
	PARTICLE (LAST, WEAK, "o/a do meio"),
	ROW (LAST, WEAK, "último|última|últimos|últimas"),
	ROW (CARDINAL, WEAK, "um|dois|três|quatro|cinco|seis|sete|oito|nove|dez"),
	ROW (BOTH, WEAK, "ambos|ambas|os dois|as duas|qualquer um dos dois"),
	ROW (ALL, WEAK, "todos|todas|os quatro|as quatro|os cinco|as cinco|os três|as três|qualquer um"),
	ROW (ALL, WEAK, "sou flexível|tanto faz|qualquer um"),
	RN_PHRASES_END
};
