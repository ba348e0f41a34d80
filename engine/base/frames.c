#include "frames.h"

#include "error.h"

#define END { 0, NULL, NULL, 0 }

const struct rn_frame_kind rn_frames_to_reader[] = {
	{ RN_FRAME_READ, "read", RN_PACK "nns*", RN_MAX_MAIL_FRAME },
	END
};

const struct rn_frame_kind rn_frames_from_reader[] = {
	{ RN_FRAME_READING, "reading", RN_PACK "n*", RN_MAX_RECORD_FRAME },
	END
};

const struct rn_frame_kind rn_frames_to_policy[] = {
	{ RN_FRAME_LOAD, "load", "(ssa{sv})", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_EVENT, "event", RN_PACK "snn*", RN_MAX_RECORD_FRAME },
	{ RN_FRAME_RESULT, "result", RN_PACK "*", RN_MAX_MAIL_FRAME },
	{ RN_FRAME_SCORE, "score", RN_PACK "*", RN_MAX_RECORD_FRAME },
	END
};

const struct rn_frame_kind rn_frames_from_policy[] = {
	{ RN_FRAME_READY, "ready", "a{sv}", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_QUERY, "query", "(sa{sv}u)", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_DONE, "done", "(a(sua{sv})as)", RN_MAX_RECORD_FRAME },
	{ RN_FRAME_FAILED, "failed", "s", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_SCORES, "scores", "ad", RN_MAX_RECORD_FRAME },
	END
};

const struct rn_frame_kind rn_frames_to_host[] = {
	{ RN_FRAME_OPEN, "open", "(sa(us)a{ss}xt)", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_POLL, "poll", RN_PACK "nnnnn", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_MARK, "mark", "(uua(tt))", RN_MAX_RECORD_FRAME },
	{ RN_FRAME_STATIONERY, "stationery", "(ssssss)", RN_MAX_RECORD_FRAME },
	{ RN_FRAME_SEND, "send", RN_PACK "nns*", RN_MAX_RECORD_FRAME },
	{ RN_FRAME_LIST, "list", "x", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_PROBE, "probe", "x", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_ASK_BUSY, "ask busy", "(xxsssssxx)", RN_MAX_SMALL_FRAME },
	END
};

const struct rn_frame_kind rn_frames_from_host[] = {
	{ RN_FRAME_OPENED, "opened", "(ss)", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_MAIL, "mail", RN_PACK "nnn*", RN_MAX_MAIL_FRAME },
	{ RN_FRAME_CURSOR, "cursor", RN_PACK "nn", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_POLLED, "polled", RN_PACK "nss", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_MARKED, "marked", "(uua(tt)ss)", RN_MAX_RECORD_FRAME },
	{ RN_FRAME_SENT, "sent", RN_PACK "nnnss", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_LEASE_DONE, "lease done", RN_PACK "ss", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_PERSON, "person", RN_PACK "*", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_BAD_ROW, "bad row", "(suus)", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_LISTED, "listed", "(ss)", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_LOG, "log", "(us)", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_PROBED, "probed", "(ss)", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_ALIVE, "alive", "()", RN_MAX_SMALL_FRAME },
	{ RN_FRAME_BUSY, "busy", "(x(xx)ba(xx)ss)", RN_MAX_RECORD_FRAME },
	END
};

static const char *const error_words[] = { "retry", "config", "data", "uncertain", "refused", "bug" };

const char *
rn_error_word (const GError *error)
{
	if (error == NULL)
		return "ok";
	if (error->domain != RN_ERROR || error->code < 0 || error->code >= (int) G_N_ELEMENTS (error_words))
		return "retry";
	return error_words[error->code];
}

gboolean
rn_error_from_word (const char *word, const char *message, GError **error)
{
	if (g_str_equal (word, "ok"))
		return TRUE;
	int code = RN_ERROR_RETRY;
	for (int i = 0; i < (int) G_N_ELEMENTS (error_words); i++)
		if (g_str_equal (word, error_words[i]))
			code = i;
	g_set_error_literal (error, RN_ERROR, code, message);
	return FALSE;
}
