"""``mentorctl retention`` and ``erase``, on an office of two people."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from mentorapp.cli.session import actor
from mentorapp.domain.office import Office
from mentorapp.domain.people import Person
from mentorapp.domain.retention import MOST_MONTHS, RetentionKind
from mentorapp.operations import events, invitations, offices, people, retention
from mentorapp.storage import audit_chain, records
from mentorapp.storage.database import open_database
from tests.factories import TODAY, a_person, an_event
from tests.mentorapp.cli.running import Ran, run
from tests.mentorapp.operations.registering import newcomer, register
from tests.mentorapp.operations.test_retention import ended


def office(path: Path) -> tuple[int, int, int]:
    """Numbers of a mentor, a newcomer and their pair, who have all ended today."""
    opened = offices.open_office(path)
    with opened.write("mona") as tx:
        pair, marit, sahra = ended(tx)
        numbers = records.by_id(records.find(tx, Person))
        # Its lines are of the day on which the tests run.
        retention.set_period(tx, RetentionKind.LOG, MOST_MONTHS, TODAY)
    opened.close()
    return numbers[marit].number, numbers[sahra].number, pair.number


def ctl(path: Path, *said: object, **more: object) -> Any:
    ran = run(*said, "--office", path, "--today", "2028-11-23", "--json", **more)
    assert ran.code == 0, ran.err
    return ran.json


def test_what_is_due_is_told_kept_longer_held_and_cleared(office_file: Path) -> None:
    marit, sahra, pair = office(office_file)

    lines = ctl(office_file, "retention", "list")
    assert [(line["number"], line["kind"]) for line in lines] == [
        (marit, "clearances"), (pair, "notes"), (sahra, "newcomer"),
    ]  # fmt: skip
    ctl(office_file, "retention", "extend", sahra, "--until", "2029-06-01", "--reason", "Kurs")
    ctl(office_file, "retention", "hold", pair, "--reason", "Klage")
    ctl(office_file, "retention", "clear", marit)
    assert [
        (line["number"], line["standing"]) for line in ctl(office_file, "retention", "list")
    ] == [(pair, "held")]
    assert ctl(office_file, "retention", "lift", pair) == {"lifted": 1}
    ctl(office_file, "retention", "clear", pair)
    assert ctl(office_file, "retention", "list") == []


def test_all_of_a_kind_that_are_due_are_cleared_at_once(office_file: Path) -> None:
    _marit, sahra, _pair = office(office_file)
    for kind in ("notes", "clearances"):
        assert ctl(office_file, "retention", "clear", "--due", kind) == {"cleared": 1}
    assert [line["number"] for line in ctl(office_file, "retention", "list")] == [sahra]
    none = run("retention", "clear", "--due", "notes", "--office", office_file, "--language", "en")
    assert none.out == "Nothing of this kind is due.\n"
    assert run("retention", "clear", "--due", "mentor", "--office", office_file).code == 2
    assert run("retention", "clear", "--office", office_file).code == 2


def test_periods_are_told_and_set(office_file: Path) -> None:
    assert ctl(office_file, "retention", "periods")["mentor"] == 36
    assert ctl(office_file, "retention", "set", "mentor", 12)["mentor"] == 12
    said = run("retention", "periods", "--office", office_file, "--language", "en").out
    assert "12 months" in said
    assert "at once" in said


def test_somebody_is_made_anonymous_and_another_one_erased(office_file: Path) -> None:
    marit, sahra, _ = office(office_file)

    ctl(office_file, "retention", "anonymise", marit, "--yes")
    told = ctl(office_file, "erase", sahra, "--preview")
    assert (told["pairs"], told["goes"]["meetings"] > 0) == (1, True)
    done = ctl(office_file, "erase", sahra, "--yes")
    assert (done["number"], done["found"]) == (sahra, 0)

    opened = offices.open_office(office_file)
    with opened.read() as tx:
        assert people.all_people(tx) == []
    opened.close()


@pytest.mark.parametrize("what", ["retention clear", "retention anonymise --yes", "erase --yes"])
def test_the_office_is_backed_up_before(office_file: Path, what: str) -> None:
    marit, *_ = office(office_file)
    assert ctl(office_file, "backups", "list") == []
    ctl(office_file, *what.split(), marit)
    (kept,) = ctl(office_file, "backups", "list")
    assert b"Bekkelund" in Path(kept["file"]).read_bytes()


def name_elsewhere(path: Path) -> None:
    opened = offices.open_office(path)
    with opened.write("mona") as tx:
        register(tx, newcomer("Ana Ruiz", notes="Kom sammen med Sahra Guled"))
    opened.close()


def test_what_was_erased_is_said_in_words(office_file: Path) -> None:
    _, sahra, _ = office(office_file)
    name_elsewhere(office_file)
    said = run("erase", sahra, "--preview", "--office", office_file, "--language", "en").out
    assert "Meetings and follow-up" in said
    assert "1 pair goes too" in said
    assert "1 text about somebody else has the name" in said
    ctl(office_file, "retention", "hold", sahra, "--reason", "Klage")
    (stops,) = ctl(office_file, "erase", sahra, "--preview")["in_the_way"]
    assert "Klage" in stops
    ctl(office_file, "retention", "lift", sahra)
    said = run("erase", sahra, "--yes", "--office", office_file, "--language", "en").out
    assert "were removed for good. Name, phone, e-mail and address stand in none" in said


@pytest.mark.parametrize("what", ["retention anonymise", "erase"])
def test_what_cannot_be_undone_asks_for_the_number_again(
    office_file: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    marit, sahra, _ = office(office_file)
    asked = (*what.split(), marit, "--office", office_file, "--language", "en")
    run(*asked).refused("cannot be undone", "--yes")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    prompts = list[str]()

    def type_another(prompt: str) -> str:
        prompts.append(prompt)
        return str(sahra)

    monkeypatch.setattr("builtins.input", type_another)
    run(*asked).refused("not the number of the person")
    assert ctl(office_file, "backups", "list") == []
    monkeypatch.setattr("builtins.input", lambda _prompt: f" {marit} ")
    assert "Marit" in prompts[0]
    assert run(*asked).code == 0


def test_names_of_guests_and_old_lines_of_the_log_are_told_held_and_removed(
    office_file: Path,
) -> None:
    opened = offices.open_office(office_file)
    with opened.write("mona") as tx:
        event = events.save(tx, an_event(number=0), TODAY)
        invitations.invite_guest(tx, event.id, "Berit Vik", "NAV", TODAY)
        retention.set_period(tx, RetentionKind.LOG, 12, TODAY)
    opened.close()

    def due() -> list[tuple[int | None, str]]:
        lines = ctl(office_file, "retention", "list", "--today", "2090-01-01")
        return [(one["number"], one["kind"]) for one in lines]

    assert sorted(due(), key=str) == [(event.number, "guests"), (None, "log")]
    ctl(office_file, "retention", "hold", "log", "--reason", "Klage")
    run("retention", "clear", "log", "--office", office_file).refused("Klage")
    ctl(office_file, "retention", "lift", "log")
    ctl(office_file, "retention", "clear", event.number)
    guests = run("events", "show", event.number, "--office", office_file).out
    assert ("Berit" in guests, "NAV" in guests) == (False, True)
    ahead = ("--office", office_file, "--today", "2090-01-01", "--language", "en")
    run("retention", "clear", "log", *ahead).refused("a clock set ahead removes nothing")
    assert due() == [(None, "log")]


def test_old_lines_of_the_log_are_removed_and_the_log_says_so(tmp_path: Path) -> None:
    file, codes = tmp_path / "office.db", list[str]()
    opened = open_database(file)
    for year in (2020, 2024):
        with opened.write("mona", datetime(year, 3, 1, 12, tzinfo=UTC)) as tx:
            records.add(tx, Office(language="nb") if year == 2020 else a_person())
            codes.append(audit_chain.end(tx).code)
    opened.close()

    said = run("retention", "clear", "log", "--office", file, "--language", "en").out
    assert said == "1 line of the log was removed for good.\n"

    assert ctl(file, "audit", "verify")["thinned"] == 1
    said = run("audit", "verify", "--office", file, "--language", "en").out
    assert f"It begins with line 2: {actor()} removed those before (" in said

    def held(code: str, *day: str) -> Ran:
        return run("audit", "verify", "--code", code, *day, "--office", file, "--language", "en")

    assert held(codes[1]).code == 0
    held(codes[0]).refused("say with --day which day stands on the report")
    held(codes[0], "--day", "2024-03-01").refused("the lines before were removed")
    # It would have to be there: whoever knows the key wrote the log anew.
    held(codes[0], "--day", "2024-03-02").refused("No line has this code: the end was cut off")
