"""A file that ends the program is counted, and the ones after it are tried all the same."""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import strategies as st

from faults.fuzzing import drawn
from faults.importing import Case, tried
from mentorapp.operations import imports

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are forked")


def test_a_file_that_ends_the_program_is_counted(
    office_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = imports.load

    def deadly(data: bytes, name: str) -> object:
        if data == b"deadly":
            os._exit(9)
        if data == b"faulty":
            raise ZeroDivisionError
        return load(data, name)

    monkeypatch.setattr(imports, "load", deadly)
    files = [b"Navn;Telefon\nOla Hansen;91827364\n", b"deadly", b"", b"faulty", b"\x00"]

    def cases(first: int) -> Iterator[Case]:
        return (("", data) for data in files[first:])

    result = tried(office_file, cases, len(files), ".csv", "claim")

    assert (result.runs, result.failures) == (5, 2)
    assert result.note == "ended the program: case 1"


def test_what_is_drawn_is_the_same_from_wherever_one_begins() -> None:
    examples = drawn(st.text())
    whole = list(islice(examples(0), 300))
    assert list(islice(examples(270), 30)) == whole[270:]
    assert len(set(whole)) > 100
