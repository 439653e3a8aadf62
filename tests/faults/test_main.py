import pytest

from faults.__main__ import main
from faults.results import Result, Size, Tally, skipped
from faults.table import markdown_table, text_table

BROKEN = Result("Nothing is lost", 10, 2, "a saved change of people is lost")
BLIND = Result("the same without care", 10, 0, control=True)
FINE = Result("Files are refused", 1000, 0)
LEFT_OUT = skipped("Parsers hold", "no wheel")


def test_a_claim_holds_when_it_was_tried_and_never_failed() -> None:
    assert FINE.holds
    assert LEFT_OUT.holds
    assert not BROKEN.holds
    assert not Result("never tried", 0, 0).holds


def test_a_control_that_sees_no_failure_is_worth_nothing() -> None:
    assert not BLIND.holds
    assert Result("the same without care", 10, 3, control=True).holds


def test_the_table_tells_claims_runs_failures_and_why() -> None:
    lines = markdown_table([BROKEN, FINE, LEFT_OUT]).splitlines()
    assert lines[2:] == [
        "| Nothing is lost | 10 | 2 | BROKEN a saved change of people is lost |",
        "| Files are refused | 1,000 | 0 |  |",
        "| Parsers hold | – | – | skipped: no wheel |",
    ]
    assert "1,000" in text_table([FINE])


def test_the_short_form_tries_some_of_everything() -> None:
    assert Size(0.02).of(1000) == 20
    assert Size(0.02).of(10, least=5) == 5
    assert Size(1.0).of(10_000) == 10_000


def test_the_first_failure_is_told() -> None:
    tally = Tally()
    for trouble in ("", "torn", "lost"):
        tally.add(trouble)
    assert tally.result("All is whole") == Result("All is whole", 3, 2, "torn")


def test_a_broken_claim_makes_the_program_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("faults.kills.results", lambda _folder, _size: [BROKEN])
    assert main(["--only", "kills"]) == 1
    assert "BROKEN" in capsys.readouterr().out

    monkeypatch.setattr("faults.kills.results", lambda _folder, _size: [FINE])
    assert main(["--only", "kills"]) == 0
