#include "unit.h"

#include <string.h>

#include "authentication.h"

#define OURS "Authentication-Results: mx.pairs.example"
#define FORGED "Authentication-Results: mx.evil.example; dmarc=pass header.from=firm.example\n"

/* What stands in front of the mail, and the verdict on bob@firm.example. */
static const struct {
	const char *rule, *fields, *verdict;
} rows[] = {
	{ "no field", "", "none" },
	{ "DMARC passed", OURS "; dmarc=pass header.from=firm.example\n", "pass" },
	{ "DMARC failed", OURS "; dmarc=fail (p=none) header.from=firm.example\n", "fail" },
	{ "DMARC failed though SPF passed", OURS "; spf=pass smtp.mailfrom=firm.example; dmarc=fail\n", "fail" },
	{ "DKIM of this domain", OURS ";\n dkim=pass (2048-bit key) header.d=firm.example\n", "pass" },
	{ "DKIM of a domain above", OURS "; dkim=pass header.i=@mail.firm.example\n", "pass" },
	{ "DKIM of another domain alone", OURS "; dkim=pass header.d=evil.example\n", "fail" },
	{ "DKIM of a domain that only ends alike", OURS "; dkim=pass header.d=evilfirm.example\n", "fail" },
	{ "DKIM of a top-level domain", OURS "; dkim=pass header.d=example\n", "fail" },
	{ "SPF of this domain", OURS "; spf=pass smtp.mailfrom=x@firm.example\n", "pass" },
	{ "SPF failed", OURS "; spf=fail smtp.mailfrom=firm.example\n", "fail" },
	{ "one of two methods passed", OURS "; spf=fail smtp.mailfrom=firm.example; dkim=pass header.d=firm.example\n", "pass" },
	{ "a soft failure is no verdict", OURS "; spf=softfail smtp.mailfrom=firm.example\n", "none" },
	{ "an empty field", "Authentication-Results:\n" OURS "; dmarc=pass\n", "none" },
	{ "no method was tried", OURS "; none\n", "none" },
	{ "DMARC for another From", OURS "; dmarc=pass header.from=evil.example\n", "fail" },
	{ "a version behind the name", OURS " 1; dmarc=pass header.from=firm.example\n", "pass" },
	{ "the name in other letters", "authentication-results: MX.Pairs.Example; DMARC=Pass header.from=Firm.Example\n",
	  "pass" },
	{ "another receiver's name", FORGED, "none" },
	{ "ours below another's is not ours", FORGED OURS "; dmarc=pass header.from=firm.example\n", "none" },
	{ "another's below ours does not count", OURS "; none\n" FORGED, "none" },
	{ "a second field of ours", OURS "; spf=none\n" OURS "; dmarc=pass header.from=firm.example\n", "pass" },
	{ "ours below the line of our receiver",
	  "Received: by mx.pairs.example\n" OURS "; dmarc=pass header.from=firm.example\n", "pass" },
	{ "what was there when it came to us", OURS "; spf=fail smtp.mailfrom=firm.example\nReceived: by mx.pairs.example\n"
	  OURS "; dkim=pass header.d=firm.example\n", "fail" },
	{ "results sealed by others (ARC)", "ARC-Authentication-Results: i=1; mx.pairs.example; "
	                                    "dmarc=pass header.from=firm.example\n"
	  OURS "; dmarc=fail header.from=firm.example\n", "fail" },
	{ "many results, folded and with comments", OURS " 1;\n\tspf=pass (mx.pairs.example: domain of bob@firm.example)\n"
	  "\t smtp.mailfrom=bob@firm.example;\n\tdkim=fail (no key) header.d=firm.example;\n"
	  "\tdmarc=pass (p=REJECT sp=NONE dis=NONE)\n"
	  "\t header.from=firm.example\n", "pass" },
	{ "a verdict within a comment", OURS " (; dmarc=pass header.from=firm.example); none\n", "none" },
	{ "a verdict within quotes", OURS "; spf=none reason=\"; dmarc=pass header.from=firm.example\"\n", "none" },
	{ "a name that only starts like ours", "Authentication-Results: mx.pairs.example.evil.example; dmarc=pass\n", "none" },
	{ "a result that only starts like pass", OURS "; dmarc=passable header.from=firm.example\n", "none" },
};

START_TEST (verdict_follows_from_our_own_receiver)
{
	g_autofree char *mail = g_strconcat (rows[_i].fields, "From: bob@firm.example\n\nyes\n", NULL);
	g_autoptr (rn_message) message = rn_message_new ((const guint8 *) mail, strlen (mail));

	const char *verdict = rn_authentication (message, "mx.pairs.example", "bob@firm.example");
	ck_assert_msg (g_str_equal (verdict, rows[_i].verdict), "%s: %s", rows[_i].rule, verdict);
	ck_assert_msg (g_str_equal (rn_authentication (message, NULL, "bob@firm.example"), "none"), "%s", rows[_i].rule);
	ck_assert_msg (g_str_equal (rn_authentication (message, "", "bob@firm.example"), "none"), "%s", rows[_i].rule);
}
END_TEST

static Suite *
suite (void)
{
	Suite *suite = suite_create ("authentication");
	TCase *tests = tcase_create ("authentication");
	tcase_add_checked_fixture (tests, rn_message_init, NULL);
	tcase_add_loop_test (tests, verdict_follows_from_our_own_receiver, 0, G_N_ELEMENTS (rows));
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (suite ())
