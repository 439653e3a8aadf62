"""The page of wishes: all 44, and every command it names can be given to the example office."""

import re
from pathlib import Path

import pytest

from tests.mentorapp.cli.running import Mentorctl

PAGE = Path(__file__).resolve().parents[3] / "docs" / "mission.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if re.match(r"\| \d+ \|", line)
]


def test_all_44_wishes_stand_in_order_with_document_place_and_command() -> None:
    assert [int(row[0]) for row in ROWS] == list(range(1, 45))
    assert all(len(row) == 5 and all(row) for row in ROWS)


@pytest.mark.parametrize("command", sorted({row[4].strip("`") for row in ROWS}))
def test_every_command_of_the_page_shows_something_in_the_example_office(
    command: str, example: Mentorctl, tmp_path: Path
) -> None:
    parts = [str(tmp_path / part) if part.endswith(".pdf") else part for part in command.split()]

    ran = example(*parts)

    assert ran.code == 0, ran.err
    assert len(ran.lines) >= (1 if "--out" in parts else 2)
