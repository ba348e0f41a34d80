#include "another.h"

/* Words that tell who it is that would: I, another, her before such a verb ("sie macht", but "ich treffe
 * sie gern"), or perhaps another ("il serait ravi", but "il serait possible"); what she does, or they do
 * ("die machen das gern", but "Sie können …" is to us); what only a person can wish, and what makes it a mere wish. */
enum { MYSELF = 1, ANOTHER, HER, PERHAPS_ANOTHER, VERB, PLURAL, COPULA, WISH, WOULD };

#define ROW(tongues, meaning, phrases) { tongues, meaning, 0, phrases, FALSE }

static const struct rn_lexicon_row rows[] = {
	ROW (RN_EN, MYSELF, "i|we|me|im"),
	ROW (RN_DE, MYSELF, "ich|wir|mir|mich"),
	ROW (RN_FR, MYSELF, "je|j|nous|on|moi"),
	ROW (RN_ES, MYSELF, "yo|nosotros|me"),
	ROW (RN_IT, MYSELF, "io|noi|mi"),
	ROW (RN_NL, MYSELF, "ik|we|wij|me|mij"),
	ROW (RN_PT, MYSELF, "eu|nós|me"),
	ROW (RN_EN, ANOTHER, "he|she|they"),
	ROW (RN_DE, ANOTHER, "er"),
	ROW (RN_FR, ANOTHER, "elle|elles|ils|lui"),
	ROW (RN_ES, ANOTHER, "ella|ellas|ellos|él"),
	ROW (RN_IT, ANOTHER, "lui|loro"),
	ROW (RN_NL, ANOTHER, "hij"),
	ROW (RN_PT, ANOTHER, "ela|ele|elas|eles"),
	ROW (RN_EN, ANOTHER, "colleague|boss|manager|wife|husband|assistant|friend|nobody|someone|somebody|everyone|everybody"),
	ROW (RN_DE, ANOTHER, "kollege|kollegin|chef|chefin|frau|mann|freund|freundin|jemand|niemand"),
	ROW (RN_FR, ANOTHER, "collègue|chef|cheffe|femme|mari|ami|amie|quelqu"),
	ROW (RN_ES, ANOTHER, "colega|jefe|jefa|compañero|compañera|amigo|amiga|alguien|nadie"),
	ROW (RN_IT, ANOTHER, "collega|capo|moglie|marito|amico|amica|qualcuno"),
	ROW (RN_NL, ANOTHER, "collega|baas|vrouw|man|vriend|vriendin|iemand|niemand"),
	ROW (RN_PT, ANOTHER, "colega|chefe|mulher|marido|amigo|amiga|alguém|ninguém"),
	ROW (RN_DE, HER, "sie"),
	ROW (RN_DE, PERHAPS_ANOTHER, "die|der"),
	ROW (RN_EN | RN_DE | RN_NL, PERHAPS_ANOTHER, "team"),
	ROW (RN_FR, PERHAPS_ANOTHER, "il|équipe"),
	ROW (RN_IT, PERHAPS_ANOTHER, "lei"),
	ROW (RN_NL, PERHAPS_ANOTHER, "die|zij|ze"),
	ROW (RN_EN, VERB, "would|will|wants|might|can|cannot|has|does|d|ll"),
	ROW (RN_DE, VERB, "würde|wäre|macht|kann|möchte|hat|will|hätte|wird"),
	ROW (RN_DE, PLURAL, "machen|würden|wollen|können|möchten|haben|wären|hätten|sind"),
	ROW (RN_FR, VERB, "serait|veut|peut|voudrait|sera|aimerait|a"),
	ROW (RN_ES, VERB, "estaría|quiere|puede|querría"),
	ROW (RN_IT, VERB, "sarebbe|vuole|può|vorrebbe|farebbe|lo|ci"),
	ROW (RN_NL, VERB, "wil|zou|kan|doet|heeft"),
	ROW (RN_PT, VERB, "quer|pode|gostaria|estaria"),
	/* "Max is happy to", but "participation is not possible" refuses */
	ROW (RN_EN, COPULA, "is|are|was|s"),
	ROW (RN_DE | RN_NL, COPULA, "ist|is"),
	ROW (RN_FR | RN_IT, COPULA, "est|è"),
	ROW (RN_ES | RN_PT, COPULA, "está"),
	ROW (RN_EN, WISH, "love|happy|glad|delighted|thrilled|keen|interested|willing|pleased|up for it|game|like to"),
	ROW (RN_DE, WISH, "gern|gerne|interessiert|dabei|interesse|lust|begeistert|freuen"),
	ROW (RN_FR, WISH, "ravi|ravie|aimerait|voudrait|partant|partante|volontiers|plaisir|"
	     "intéressé|intéressée|enchanté|enchantée|heureux|heureuse"),
	ROW (RN_ES, WISH, "encantado|encantada|encantaría|gustaría|quiere|"
	     "interesado|interesada|gusto|dispuesto|dispuesta"),
	ROW (RN_IT, WISH, "volentieri|piacerebbe|felice|lieto|lieta|interessato|interessata|piacere"),
	ROW (RN_NL, WISH, "graag|geïnteresseerd|interesse|zin"),
	ROW (RN_PT, WISH, "prazer|interessado|interessada|feliz|gosto|adoraria|gostaria"),
	ROW (RN_EN, WOULD, "would|d"),
	ROW (RN_DE, WOULD, "würde|würd|wäre|wär|hätte|hätt"),
	ROW (RN_FR, WOULD, "serais|aimerais|voudrais|adorerais"),
	ROW (RN_ES, WOULD, "estaría|encantaría|gustaría|querría"),
	ROW (RN_IT, WOULD, "sarei|vorrei|farei|piacerebbe"),
	ROW (RN_NL, WOULD, "zou"),
	ROW (RN_PT, WOULD, "estaria|adoraria|gostaria"),
	{ 0, 0, 0, NULL, FALSE }
};

static struct rn_lexicon words = { .tables = { rows } };

static gboolean
is (const struct rn_thoughts *thoughts, gsize word, int meaning)
{
	return rn_lexicon_find (&words, &thoughts->tokens, word, rn_tongue_of (thoughts->language), meaning) != NULL;
}

gboolean
rn_is_wish (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);

	for (gsize word = piece->first; word < piece->first + piece->n_words; word++)
		if (is (thoughts, word, WISH))
			return TRUE;
	return FALSE;
}

gboolean
rn_is_mere_wish (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	guint first = i;

	while (first > 0 && rn_is_in_clause (thoughts, first - 1, i))
		first--;
	for (gsize word = rn_piece_at (thoughts, first)->first; word < piece->first + piece->n_words; word++)
		if (is (thoughts, word, WOULD))
			return TRUE;
	return FALSE;
}

/* "Ben" in "Ben is great": Dutch has that word, but not the language of the answer. */
static gboolean
is_foreign (const struct rn_thoughts *thoughts, guint i, guint answer)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);

	return piece->meaning == RN_MEANS_FILLER && piece->n_words == 1 &&
	       rn_token_at (&thoughts->tokens, piece->first)->is_upper &&
	       (rn_lexicon_tongues (&rn_phrases, &thoughts->tokens, piece->first, 1) &
	        rn_piece_at (thoughts, answer)->phrase->tongues) == 0;
}

/* By its capital, where no word is known; not the name in a greeting. */
static gboolean
is_name (const struct rn_thoughts *thoughts, guint i, guint answer)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	const struct rn_token *token = rn_token_at (&thoughts->tokens, piece->first);

	return (rn_piece_is_unknown (piece) || is_foreign (thoughts, i, answer)) && token->is_upper && token->size > 1 &&
	       (i == 0 || rn_piece_at (thoughts, i - 1)->meaning != RN_MEANS_GREETING);
}

/* Who is named at a piece of the clause, by its own words, or 0 for nobody. */
static int
who_is (const struct rn_thoughts *thoughts, guint i, guint answer)
{
	static const int whos[] = { ANOTHER, MYSELF, HER, PERHAPS_ANOTHER };
	const struct rn_piece *piece = rn_piece_at (thoughts, i);

	for (gsize who = 0; who < G_N_ELEMENTS (whos); who++)
		if (piece->n_words == 1 && is (thoughts, piece->first, whos[who]))
			return whos[who];
	if (is_foreign (thoughts, i, answer))
		return PERHAPS_ANOTHER;
	/* and no "ich persönlich" */
	return rn_piece_is_unknown (piece) && (i == 0 || !is (thoughts, piece->first - 1, MYSELF)) ? PERHAPS_ANOTHER : 0;
}

/* Whether the words behind piece i, up to the answer, say that she named there would. */
static gboolean
would (const struct rn_thoughts *thoughts, guint i, guint answer, int who, gboolean is_yes)
{
	guint last = i; /* "my colleague Tom can't" */
	while (who == ANOTHER && last + 1 < answer && rn_piece_is_unknown (rn_piece_at (thoughts, last + 1)))
		last++;
	const struct rn_piece *piece = rn_piece_at (thoughts, last);
	gsize verb = piece->first + piece->n_words;
	gboolean is_surely = who == ANOTHER || who == HER || is_name (thoughts, i, answer),
	                     is_person = rn_is_wish (thoughts, answer);
	char mark = verb < rn_tokens_count (&thoughts->tokens) ? rn_token_at (&thoughts->tokens, verb)->mark : '\n';

	if (mark != '\0' && mark != '\'') /* "she'd" */
		return FALSE;
	if (who == ANOTHER && is_yes && i + 1 == answer)
		return TRUE; /* "ela adoraria" */
	if (!is_surely && !is_person)
		return FALSE;
	return is (thoughts, verb, VERB) || (who != HER && is (thoughts, verb, PLURAL)) ||
	       ((who == ANOTHER || is_yes) && is (thoughts, verb, COPULA));
}

/* "is ben ok with that", "kann ben mitmachen": the verb opens the clause, and somebody else stands behind it. */
static gboolean
is_asked_of_another (const struct rn_thoughts *thoughts, guint first, guint answer)
{
	const struct rn_piece *verb = rn_piece_at (thoughts, first);

	if (first + 1 >= answer || verb->n_words > 1 ||
	    (!is (thoughts, verb->first, VERB) && !is (thoughts, verb->first, COPULA)))
		return FALSE;
	int who = who_is (thoughts, first + 1, answer);
	return who == ANOTHER || who == HER || (who != 0 && rn_piece_is_unknown (rn_piece_at (thoughts, first + 1)));
}

gboolean
rn_is_told_of_another (const struct rn_thoughts *thoughts, guint i, gboolean is_yes)
{
	gboolean is_told = FALSE;

	for (guint before = i; before > 0 && rn_is_in_clause (thoughts, before - 1, i); before--) {
		int who = who_is (thoughts, before - 1, i);
		if (who == MYSELF && !is_told)
			return FALSE;
		is_told |= (who != MYSELF && who != 0 && would (thoughts, before - 1, i, who, is_yes)) ||
		           ((before == 1 || !rn_is_in_clause (thoughts, before - 2, i)) &&
		            is_asked_of_another (thoughts, before - 1, i));
	}
	return is_told;
}
