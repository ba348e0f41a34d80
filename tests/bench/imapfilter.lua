-- luacheck: globals IMAP options
-- imapfilter beside Rotnem: every unseen mail is fetched whole, its Message-ID and whether it has a
-- calendar are written down, and it is marked as seen. Nothing is kept on the disk but these lines.
options.starttls = false
local account = IMAP {
	server = "127.0.0.1",
	port = tonumber (os.getenv "BENCH_PORT"),
	username = os.getenv "BENCH_USER",
	password = os.getenv "BENCH_PASSWORD",
}
local unseen = account.INBOX:is_unseen ()
local list = io.open (os.getenv "BENCH_LIST", "w")

for _, message in ipairs (unseen) do
	local mailbox, uid = table.unpack (message)
	local text = mailbox[uid]:fetch_message ()
	local header = text:match "^(.-\r?\n)\r?\n"
	local id = header:match "\n[Mm]essage%-[Ii][Dd]:%s*<([^>]*)>"
	list:write (id, " ", text:find "\n[Cc]ontent%-[Tt]ype: text/calendar" and "calendar" or "-", "\n")
end
list:close ()
unseen:mark_seen ()
