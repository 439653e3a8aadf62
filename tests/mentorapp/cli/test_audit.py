"""``audit``: the log on the command line."""

from argparse import Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from sqlcipher3 import dbapi2

from mentorapp.cli.__main__ import FILES_OUT, all_commands
from mentorapp.cli.session import actor
from mentorapp.domain.audit import Wanted
from mentorapp.exchange.spreadsheets import write_csv
from mentorapp.operations import audit
from mentorapp.storage.database import open_database
from mentorapp.words import Words
from mentorapp.words.audit import cells
from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl

#: Files and folders that are read, backups and copies of the office, and what opens it.
NO_EXPORT = {
    "backup", "file", "files", "folder", "passphrase_file", "recovery_key_out",
    "second_passphrase_file", "to",
}  # fmt: skip


def tamper(office: Mentorctl, statement: str) -> None:
    """As another program would."""
    connection = dbapi2.connect(str(office.office), isolation_level=None)
    connection.execute(statement)
    connection.close()


def test_the_log_shows_who_did_what_and_to_whom_by_number(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    today = small("audit", "show", "--today", "2099-01-01", "--json")
    lines = small("audit", "show", "--from", "2026-01-01", "--to", "2099-01-01", "--json").json

    assert today.json == []
    assert {one["by"] for one in lines} == {"", actor()}
    assert numbers["Marit"] in {one["number"] for one in lines}
    assert "Marit" not in small("audit", "show", "--from", "2026-01-01", "--to", "2099-01-01").out
    only = small("audit", "show", "--from", "2026-01-01", "--to", "2099-01-01", "--sort", "looks")
    assert only.lines == ["There is nothing to show yet."]


def test_who_has_seen_a_protected_person(small: Mentorctl, write: WriteFile) -> None:
    hidden = "Fornavn;Etternavn;Språk;Adressesperre\nHanna;Skjult;norsk;fortrolig\n"
    assert small("import", "newcomers", write("h.csv", hidden), "--strict").code == 0
    (number,) = (one["number"] for one in small("people", "--json").json if "Hanna" in one["name"])
    small("people", "timeline", number)

    lines = small("audit", "show", "--person", number, "--json").json
    assert [(one["by"], one["done"], one["number"]) for one in lines] == [
        (actor(), "seen", number),
        (actor(), "listed", number),
    ]
    assert "looked at" in small("audit", "show", "--person", number).out


def test_that_nobody_has_seen_somebody_is_told_with_of_whom_looks_are_noted(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    assert small("audit", "show", "--person", numbers["Marit"]).lines == [
        "Nobody is noted. Looks at the screen are noted only of people with a protected address."
    ]


def test_the_log_is_written_as_a_file(small: Mentorctl, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    ran = small("audit", "show", "--from", "2026-01-01", "--to", "2099-01-01", "--out", file)

    assert ran.code == 0
    headings = file.read_bytes().splitlines()[0]
    assert write_csv(["When"], []).strip() in headings
    assert len(file.read_bytes().splitlines()) > 20


def test_every_line_of_the_example_s_log_is_told(example: Mentorctl, tmp_path: Path) -> None:
    """Guests of events answer in it: the name of that field is the name of a questionnaire's."""
    always = ("--from", "2020-01-01", "--to", "2099-01-01")
    newest = example("audit", "show", *always)
    changes = example("audit", "show", *always, "--sort", "changes", "--out", tmp_path / "log.csv")

    assert newest.code == changes.code == 0
    assert newest.err.startswith("These are the newest 2000 lines")
    assert changes.err == ""
    file = (tmp_path / "log.csv").read_bytes()
    assert file.count(b"Answer") > 100
    assert file.count(b"\n") > 4_000
    with closing(open_database(example.office)) as database, database.read() as tx:
        every = audit.lines(tx, Wanted(date(2020, 1, 1), date(2099, 1, 1)), most=1_000_000).lines
    assert len(every) > 4_000
    assert all(cells(Words("en"), one)[2] for one in every)


def test_a_log_nobody_touched_is_whole_and_tells_its_code(small: Mentorctl) -> None:
    told = small("audit", "verify", "--json").json

    assert told["lines"] == told["end"] > 20
    assert small("audit", "verify", "--code", told["code"].lower()).code == 0
    small("audit", "verify", "--code", "nothing").refused("ten signs")


def test_a_log_that_was_tampered_with_is_refused_with_the_line(small: Mentorctl) -> None:
    assert small("backup").code == 0
    code = small("audit", "verify", "--json").json["code"]
    tamper(small, "UPDATE audit SET actor = 'somebody else' WHERE seq = 7")

    small("audit", "verify").refused("Changed or moved: line 7.")

    tamper(small, "DELETE FROM audit WHERE seq >= 7")
    # The backup knows where the log ended then.
    small("audit", "verify").refused("Missing at the end: line 7")
    small("audit", "verify", "--code", code).refused("No line has this code")


def test_a_file_that_was_asked_for_stands_in_the_log_by_its_command(
    small: Mentorctl, tmp_path: Path
) -> None:
    assert small("interviews", "form", "--out", tmp_path / "form.pdf").code == 0

    period = ("--from", "2026-01-01", "--to", "2099-01-01", "--sort", "papers", "--json")
    (line,) = small("audit", "show", *period).json
    assert (line["done"], line["fields"]) == ("exported", ["mentorctl interviews"])


def test_every_option_that_names_a_file_to_write_is_noted_in_the_log() -> None:
    named = {one.dest for one in options(all_commands()) if one.type is Path}

    assert set(FILES_OUT) | NO_EXPORT >= named
    assert set(FILES_OUT) <= named


def options(parser: ArgumentParser) -> Iterator[Action]:
    """Those of every command below."""
    for action in parser._actions:
        yield action
        if isinstance(action, _SubParsersAction):
            for below in action.choices.values():
                yield from options(below)
