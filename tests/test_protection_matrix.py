"""Each cell of the table in docs/protection.md is held by tests that are there."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
PAGE = (TESTS.parent / "docs" / "protection.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| ")
][1:]
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE)))


def test_no_cell_is_without_a_test() -> None:
    assert len(ROWS) == 12
    for place, *said, confidential, strict in ROWS:
        assert all(said), place
        assert "::" in confidential, place
        assert "::" in strict, place


@pytest.mark.parametrize("file", sorted({file for file, _name in NAMED}))
def test_the_tests_that_are_named_are_there(file: str) -> None:
    written = (TESTS / file).read_text(encoding="utf-8")
    missing = [name for one, name in NAMED if one == file and f"def {name}(" not in written]
    assert missing == []
