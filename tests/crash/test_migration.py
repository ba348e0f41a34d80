"""Deaths while the tables of an older Rotnem are brought up to date: they are of one version
or of the next, never between, and nothing in them is lost."""

import contextlib
import os
import pathlib
import re
import signal
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

# pylint: disable=wrong-import-position
from company_site import Site
from five import FIVE
from points import Kill, counted
from sink import Loop
import tap
from tap import SOURCE, equal, holds, make_folder

OLD = (SOURCE / "tests/crash/version_1.sql").read_text()
TEXT = re.compile(rb"[ -~]{8,}")
STEP = 1 if "CRASH_ALL" in os.environ else 5
QUESTION = "mails"  # an engine opens the store for it, and nothing else


def store(folder):
    return contextlib.closing(sqlite3.connect(folder / "state/rotnem.db", isolation_level=None))


def version_of(database):
    return database.execute("PRAGMA user_version").fetchone()[0]


def tables_of(database):
    """Their columns in their order, and all indexes."""
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    columns = {name: [row[1:3] for row in database.execute(f'PRAGMA table_info("{name}")')] for name in tables}
    return columns, sorted(database.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'index'").fetchall())


def mails_of(database):
    """The bytes of each mail, which are in the database or, since version 8, in files beside it."""
    if version_of(database) < 8:
        return dict(database.execute("SELECT mail, bytes FROM raw"))
    name = database.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
    return {mail: pathlib.Path(f"{name}-mail-{file}").read_bytes()[start:start + size]
            for mail, file, start, size in database.execute("SELECT mail, file, start, size FROM raw")}


def letters_of(database):
    """The texts in each letter, whose form changed with version 12, as far as the old ones had them; since version 16
    in a table of their own."""
    with contextlib.closing(sqlite3.connect(":memory:")) as old:
        old.executescript(OLD)
        texts = {mail: set(TEXT.findall(letter)) for mail, letter in old.execute("SELECT id, letter FROM outbox")}
    letters = database.execute("SELECT id, letter FROM outbox" if version_of(database) < 16 else "SELECT mail, bytes FROM letter")
    return {mail: {text for text in texts[mail] if text in letter} for mail, letter in letters}


def tokens_of(database):
    """What each token leads to: a table, and since version 14 the mails whose Message-ID begins with it."""
    if version_of(database) < 14:
        return set(database.execute("SELECT token, program, person, about FROM token"))
    return set(database.execute("SELECT substr(message_id, 1, instr(message_id, '@') - 1), program, person, about FROM outbox"))


def rows_of(database, table, columns):
    wanted = ", ".join(f'"{column}"' for column in columns)
    return sorted(map(repr, database.execute(f'SELECT {wanted} FROM "{table}"')))


def content_of(database, columns):
    """The mails, the letters, the tokens, and the rows of these columns of these tables."""
    names_of = {table: [name for name, _ in names if (table, name) != ("outbox", "letter")] for table, names in columns.items()}
    content = {table: rows_of(database, table, names) for table, names in names_of.items() if table not in ("raw", "token")}
    return {**content, "raw": mails_of(database), "letters": letters_of(database), "token": tokens_of(database)}


def put_old(site):
    state = site.folder / "state"
    state.mkdir(exist_ok=True)
    for file in state.glob("rotnem.db*"):
        file.unlink()
    (state / "key").write_bytes(bytes(32))
    with store(site.folder) as database:
        database.executescript(OLD)


def migrate(site, kill):
    """The first start on the old tables. Whether it died."""
    put_old(site)
    return site.start(QUESTION, kill).wait(60) == -signal.SIGKILL


def test_death_in_a_migration(stack):
    """Killed at every point of a migration, tables are of an old version or of a new one, whole"""
    site = Site(make_folder(stack) / "site", Loop(), FIVE)
    stack.callback(site.close)
    put_old(site)
    with store(site.folder) as database:
        old_tables, columns = tables_of(database), tables_of(database)[0]
        content = content_of(database, columns)
    equal(migrate(site, Kill(0, "engine", 0, "self")), False, "death of a start that nobody disturbs")
    calls = counted(site)[1]["engine"]
    with store(site.folder) as database:
        newest, new_tables = version_of(database), tables_of(database)
        equal(content_of(database, columns) == content, True, "that all is there")
    deaths, seen = 0, set()
    for how in ("self", "torn", "power"):
        for at in range(1, calls + 1, STEP):
            place = f"{how} at call {at}"
            deaths += migrate(site, Kill(0, "engine", at, how))
            with store(site.folder) as database:
                version = version_of(database)
                equal(database.execute("PRAGMA integrity_check").fetchone()[0], "ok", f"soundness after {place}")
                equal(content_of(database, columns) == content, True, f"that nothing is lost after {place}")
                if version in (1, newest):
                    equal(tables_of(database), old_tables if version == 1 else new_tables,
                          f"tables of version {version} after {place}")
                seen.add(version)
            # what was done by half could not be done again
            equal(site.ask(QUESTION).returncode, 0, f"status of the next start after {place}")
            with store(site.folder) as database:
                equal((version_of(database), tables_of(database)), (newest, new_tables),
                      f"tables of the next start after {place}")
    equal({1, newest} & seen, {1, newest}, "versions that deaths left")
    holds(deaths * STEP > 2 * calls, f"it died at most of the {calls} calls: {deaths}")
    print(f"# {deaths} deaths at {calls} calls, between versions 1 and {newest}")


if __name__ == "__main__":
    tap.run(globals())
