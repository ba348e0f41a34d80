/* What may stand in rotnem.conf outside of plugins' blocks, and what is so by default. */
#include "site_config.h"

const struct rn_option rn_site_options[] = {
	{ "state_dir", RN_OPTION_PATH, "/var/lib/rotnem", "Folder of the database, the mails, the key and the progress files." },
	{ "redirect_all_to", RN_OPTION_TEXT, "",
	  "Address that gets all mail instead of the people it is for; for trying things out." },
	{ "authserv_id", RN_OPTION_TEXT, "",
	  "Name of your own mail server in Authentication-Results headers; only its verdicts count." },
	{ "token_in", RN_OPTION_TEXT, "address",
	  "Where mails carry who is answering: address (plus part of Reply-To), or message-id where plus addresses "
	  "are not delivered." },
	{ "since", RN_OPTION_TEXT, "",
	  "At the first start, handle mail received from this date on, like 2026-03-01; unless given, nothing older "
	  "than the start." },
	{ "poll_every", RN_OPTION_DURATION, "1 minute",
	  "How often to look for mail where the server does not announce it." },
	{ "silence", RN_OPTION_DURATION, "10 minutes",
	  "How long a process that has work in hand may give no sign of life before it is killed and started anew." },
	{ "keep_raw_mail", RN_OPTION_DURATION, "30 days", "How long the bytes of a handled mail, and its subject, are kept." },
	{ "keep_held_mail", RN_OPTION_DURATION, "180 days", "The same of a mail that waits for a person." },
	{ "keep_letters", RN_OPTION_DURATION, "90 days", "How long the words of mail that was sent are kept." },
	{ "keep_answers", RN_OPTION_DURATION, "365 days",
	  "How long the words of a pair, in forms and about dates, are kept once their pairing has ended." },
	{ "keep_journal", RN_OPTION_DURATION, "1095 days", "How long it is kept what happened, and why." },
	{ "plugins_dir", RN_OPTION_PATH, "", "Folder of the plugins; unless given, where Rotnem installed them." },
	{ "scripts_dir", RN_OPTION_PATH, "", "Folder with one folder of scripts for each program." },
	{ "templates_dir", RN_OPTION_PATH, "", "Folder with one folder of templates for each program." },
	{ NULL, 0, NULL, NULL }
};

const struct rn_option rn_program_options[] = {
	{ "address", RN_OPTION_TEXT, NULL, "Mail address of the program: people write to it and get mail from it." },
	{ "display_name", RN_OPTION_TEXT, "", "Name beside that address; unless given, the program's title." },
	{ "coordinator", RN_OPTION_TEXT, NULL,
	  "Address of the person who gets the program's tasks, or of a mailbox that several people read." },
	{ "deputy", RN_OPTION_TEXT, "",
	  "Addresses, separated by commas, of those who may answer tasks as well; the first who is there gets them while "
	  "the coordinator is away." },
	{ "sponsor", RN_OPTION_TEXT, "",
	  "Address of the senior person in whose name the program invites; hears once of a task that nobody answers." },
	{ "language", RN_OPTION_TEXT, "en",
	  "Language of mail to those whose own is not known, such as a coordinator who is not in the directory." },
	{ "source", RN_OPTION_TEXT, "",
	  "Title of the block by which its mail comes in; may be left out when there is only one." },
	{ "transport", RN_OPTION_TEXT, "",
	  "Title of the block by which its mail leaves; may be left out when there is only one." },
	{ NULL, 0, NULL, NULL }
};

const struct rn_option rn_place_options[] = {
	{ "holidays", RN_OPTION_PATH, "", "Calendar file (ICS) of the public holidays there; nobody at that site works then." },
	{ NULL, 0, NULL, NULL }
};
