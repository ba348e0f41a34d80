#!/bin/sh
# rotnem plugins, rotnem config and rotnem check, as people see them.
rotnem=$ROTNEM_BUILD/rotnem
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT
n=0

# check NAME STATUS OUT|ERR WORDS COMMAND…: the command ends so, and its output or its errors hold the words.
check () {
	name=$1 status=$2 where=$3 words=$4
	shift 4
	n=$((n + 1))
	"$@" >"$dir/OUT" 2>"$dir/ERR" </dev/null
	got=$?
	if [ "$got" -eq "$status" ] && grep -qF -- "$words" "$dir/$where"; then
		echo "ok $n - $name"
	else
		echo "not ok $n - $name"
		sed 's/^/# /' "$dir/OUT" "$dir/ERR"
		echo "# ended with $got; wanted $status and: $words"
	fi
}

# refute NAME WORDS: the last command's output and errors do not hold the words.
refute () {
	n=$((n + 1))
	if grep -qF -- "$2" "$dir/OUT" "$dir/ERR"; then echo "not ok $n - $1"; else echo "ok $n - $1"; fi
}

check "plugins are listed" 0 OUT 'csv ' "$rotnem" plugins
check "a build folder is known without being told" 0 OUT 'csv ' env -u ROTNEM_BUILD -u ROTNEM_SOURCE "$rotnem" plugins
check "one plugin shows its settings" 0 OUT 'file  (path, must be given)' "$rotnem" plugins csv
check "a provider's name will do" 0 OUT 'transport: maildir-drop "TITLE"' "$rotnem" plugins maildir-drop
check "one object a line" 0 OUT '{"name":"csv","version":' "$rotnem" plugins --json csv
check "a slip is understood" 69 ERR 'no plugin “smpt”; did you mean “smtp”?' "$rotnem" plugins smpt
check "an unknown option is told" 64 ERR '--jsn' "$rotnem" plugins --jsn
check "help names the command, in any locale" 0 OUT '  rotnem plugins [OPTION…] [NAME]' env LC_ALL=C "$rotnem" plugins --help
check "bad plugins are told, the good one is listed" 78 ERR 'plugin abi2 was built for ABI 2; this Rotnem speaks ABI 1' \
	"$rotnem" plugins --dir "$ROTNEM_BUILD/tests/unit/plugins/.libs"
check "the good one stands there all the same" 78 OUT 'pigeon ' "$rotnem" plugins --dir "$ROTNEM_BUILD/tests/unit/plugins/.libs"

mkdir -p "$dir/scripts/reverse-mentoring"
cat >"$dir/rotnem.conf" <<END
scripts_dir = scripts
maildir "mentoring" { folder = in }
smtp "relay" {
	server = localhost
	password = s3cret
}
program "reverse-mentoring" {
	address = mentoring@example.org
	coordinator = hr@example.org
}
END
check "what is given is shown" 0 OUT 'server = "localhost"' "$rotnem" config -n -c "$dir/rotnem.conf"
refute "without defaults" 'helo ='
check "and with defaults" 0 OUT 'timeout = "30 seconds"' "$rotnem" config -c "$dir/rotnem.conf"
refute "never a secret" 's3cret'
check "a secret is shown as such" 0 OUT 'password = "(secret)"' "$rotnem" config -c "$dir/rotnem.conf"

echo 'smtp "second" { sever = localhost }' >>"$dir/rotnem.conf"
check "a problem has file and line" 78 ERR "$dir/rotnem.conf:11"': there is no setting “sever” here; did you mean “server”?' \
	"$rotnem" config -c "$dir/rotnem.conf"
check "no file is one line" 78 ERR 'No such file' "$rotnem" config -c "$dir/nowhere.conf"

# try STATUS OUT|ERR WORDS BLOCK: `rotnem check` of a configuration with this block, offline.
try () {
	cat >"$dir/tried.conf" <<END
program "reverse-mentoring" {
	address = mentoring@example.org
	coordinator = hr@example.org
	source = in
	transport = out
}
maildir "in" { folder = "$dir/in" }
maildir-drop "out" { folder = "$dir/out" }
$4
END
	check "check: ${4:-nothing else}" "$1" "$2" "$3" "$rotnem" check -c "$dir/tried.conf"
}

mkdir -p "$dir/in/new" "$dir/in/cur" "$dir/in/tmp"
try 0 OUT 'caldav “c”: takes its settings' 'caldav "c" { url = "https://dav.example.com/{user}/" }'
try 0 OUT 'ics-url “c”: takes its settings' 'ics-url "c" {}'
try 0 OUT 'maildir “in”: takes its settings' ''
n=$((n + 1))
if [ -e "$dir/in/.rotnem-uids" ]; then echo "not ok $n - and it is as it was"; else echo "ok $n - and it is as it was"; fi
try 78 ERR 'tried.conf:9: caldav “c”: ' 'caldav "c" {}'
try 78 ERR 'One of the settings “url” and “server” must be given' 'caldav "c" {}'
try 78 ERR 'ftp://example.com/1: the address must begin with https://.' 'caldav "c" { url = "ftp://example.com/{id}" }'
try 78 ERR 'http in clear is for servers on this machine only' 'caldav "c" { server = "http://dav.example.com/" }'
try 78 ERR 'http in clear is for servers on this machine only' 'ics-url "c" { url = "http://example.com/{user}.ics" }'
try 78 ERR 'tried.conf:9: ics-url “c”: there is no field {usr} for an address of the web; did you mean “user”?' \
	'ics-url "c" { url = "https://example.com/{usr}.ics" }'
try 78 ERR 'maildir “m”: Error opening directory “'"$dir/nowhere/new"'”' "maildir \"m\" { folder = \"$dir/nowhere\" }"
try 78 ERR 'The setting “helo” must be a host name' 'smtp "s" { server = localhost; helo = "our host" }'

# Secrets are for who opens connections.
try 0 OUT 'tried.conf:9: the credential “relay” can be read only within the service' \
	'smtp "s" { server = localhost; user = u; password_credential = relay }'
check "who looks needs no credential" 75 ERR 'Rotnem has not run here yet' "$rotnem" status -c "$dir/tried.conf"
check "who runs does" 78 ERR 'there is no credential “relay”: systemd hands none' "$rotnem" run -c "$dir/tried.conf"
check "and who tries the servers" 78 ERR 'there is no credential “relay”' "$rotnem" check --online -c "$dir/tried.conf"
try 0 OUT 'the command “touch '"$dir/ran"'” was not run' "smtp \"s\" { server = localhost; password_command = \"touch $dir/ran\" }"
check "who looks runs no command" 75 ERR 'Rotnem has not run here yet' "$rotnem" status -c "$dir/tried.conf"
n=$((n + 1))
if [ -e "$dir/ran" ]; then echo "not ok $n - truly not"; else echo "ok $n - truly not"; fi
echo "1..$n"
