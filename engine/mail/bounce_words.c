#include "bounce_words.h"

#include "word_list.h"

/* Subjects of failures and delays, folded. */
static const char *const subjects[] = {
	"undelivered", "undeliverable", "undeliverable:", "returned mail", "returned to sender", "mail delivery fail",
	"mail delivery problem", "mail delivery error", "delivery fail", "delivery failure",
	"delivery status notification", "delivery notification", "delivery report", "failure notice",
	"failed delivery", "mail failure", "mail system error", "could not be delivered", "couldn't be delivered",
	"message not delivered", "not delivered", "nondeliverable", "non-deliverable", "nondelivery",
	"could not send message", "delivery delayed", "delivery delay", "delayed mail", "message delayed", "delayed",
	"message status - undeliverable", "unzustellbar", "nicht zustellbar", "zustellung fehlgeschlagen",
	"nicht zugestellt", "zustellung verzogert", "verzogerte zustellung", "zustellbericht", "non remis",
	"echec de la remise", "echec de remise", "remise differee", "non distribue", "no se puede entregar",
	"no se pudo entregar", "no entregado", "no entregable", "error de entrega", "fallo en la entrega",
	"entrega retrasada", "non recapitabile", "mancato recapito", "impossibile recapitare", "consegna ritardata",
	"mancata consegna", "onbestelbaar", "niet bezorgd", "niet afgeleverd", "bezorging vertraagd", "nao entregue",
	"nao entregavel", "nao foi possivel entregar", "falha na entrega", "entrega atrasada", "kan inte levereras",
	"gick inte att leverera", "kunne ikke leveres", "niedostarcz", "nedorucen", "toimitus epaonnistui",
	"non recapitato", "mancata ricezione", "niet worden afgeleverd", "niet worden bezorgd", "non remise",
	"non delivre", "avis de non", "devuelto", "devolvida", "no entregado", "kezbesithetetlen", "iletilemedi",
	"teslim edilemedi", "не доставлено", "недоставлен", "не удалось доставить", "配信不能", "配信てきません", "届きません", "配達",
	"退信", "无法投递", "未送达", "投递失败", "배달 실패", "반송"
};

/* What the text of a failure says, folded. */
static const char *const failures[] = {
	"could not be delivered", "couldn't be delivered", "cannot be delivered", "can not be delivered",
	"was not delivered", "wasn't delivered", "were not delivered", "not been delivered", "undelivered",
	"undeliverable", "unable to deliver", "not able to deliver", "wasn't able to deliver", "failed to deliver",
	"delivery to the following", "delivery has failed", "delivery failed", "failed permanently",
	"permanent error", "permanent fatal errors", "transient non-fatal errors", "returned to sender",
	"did not reach", "could not be reached", "cannot be reached", "has been delayed", "delivery is delayed",
	"problem delivering", "error occurred while", "following address", "could not send", "couldn't deliver",
	"user unknown", "was not sent", "nicht zugestellt", "nicht ausgeliefert", "zustellung", "unzustellbar",
	"n'a pas pu etre", "n'a pas ete remis", "impossible de remettre", "no se pudo entregar",
	"no se ha podido entregar", "no pudo ser entregado", "impossibile recapitare", "non e stato possibile",
	"non recapitat", "niet worden bezorgd", "niet worden afgeleverd", "nao pode ser entregue",
	"nao foi possivel entregar", "nao foi entregue", "konnte nicht", "nicht erreichen", "nicht erreicht",
	"n'a pas encore pu etre", "n'a pu etre", "pas pu etre remis", "pas pu etre delivre",
	"no ha podido entregarse", "no se entrego", "no fue entregado", "non e stato recapitato",
	"non e stato consegnato", "niet bezorgd", "niet afgeleverd", "nie zostala dostarczona",
	"nie mogla zostac dostarczona", "nie udalo sie dostarczyc", "kunde inte levereras", "kunne ikke leveres",
	"не может быть доставлено", "не удалось доставить", "не было доставлено", "配信てきません", "届けることかてきません", "送信てきません",
	"退回", "无法送达", "无法投递", "未能送达", "배달하지 못했"
};

/* It goes on trying, in subject or text, folded. */
static const char *const delays[] = {
	"delayed", "(delay)", "delivery delay", "will be retried", "still being retried", "will keep trying",
	"will continue to", "still trying", "will retry", "not yet been delivered", "warning message only",
	"do not need to resend", "no action is required", "could not send message for", "verzogert",
	"weiter versucht", "differee", "retrasad", "ritardat", "vertraagd", "atrasad", "noch nicht zugestellt",
	"weitere zustellversuche", "pas encore pu etre", "nouvelles tentatives", "aun no se ha podido",
	"seguira intentando", "non e ancora stato", "verranno effettuati altri tentativi", "ainda nao foi",
	"nog niet worden", "遅延", "延迟", "отложен", "задерж", "opoznion", "forsenad", "forsinket"
};

/* It has given up, which outweighs a word of delay: "delayed" is in many histories. */
static const char *const ends[] = {
	"giving up", "given up", "gave up", "permanent error", "permanent fatal", "failed permanently",
	"will not be retried", "permanently", "no further attempts", "(failure)", "undeliverable", "unzustellbar"
};

/* Where the copy of our own mail starts, folded. */
static const char *const copies[] = {
	"--- below this line is a copy", "------ this is a copy", "----- original message", "-----original message",
	"--- original message", "----- message header follows", "--- the header of the original",
	"----- unsent message", "original message headers", "original message header", "--- undelivered message",
	"---------- forwarded message", "received: ", "return-path: ", "dkim-signature: "
};

/* Lines that name an address of somebody who can help. */
static const char *const helpers[] = {
	"contact", "assist", "help", "http", "generating server", "reporting-mta", "kontakt", "questions",
	"expanded from", "generated from"
};

#define LIST(array) { .words = array, .n = G_N_ELEMENTS (array) }
static struct rn_word_list lists[] = {
	[RN_BOUNCE_SUBJECT] = LIST (subjects), [RN_FAILURE] = LIST (failures), [RN_DELAY] = LIST (delays),
	[RN_END] = LIST (ends), [RN_COPY_STARTS] = LIST (copies), [RN_HELPER] = LIST (helpers),
};

gboolean
rn_bounce_words_in (enum rn_bounce_words words, const char *folded)
{
	struct rn_haystack haystack;

	rn_haystack_init (&haystack, folded);
	return rn_word_list_count (&lists[words], &haystack, 1) > 0;
}

gboolean
rn_bounce_words_start (enum rn_bounce_words words, const char *folded)
{
	return rn_word_list_starts (&lists[words], folded) > 0;
}
