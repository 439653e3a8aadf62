"""``mentorctl`` on an empty office and on the example."""

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest

from tests.mentorapp.cli.running import Mentorctl

WriteFile = Callable[[str, str], Path]

MENTORS = """Fornavn;Etternavn;Postnr;Språk;Interesser;Taushetserklæring signert;Kurs gjennomført
Marit;Bekkelund;8200;norsk;fiske;01.02.2026;01.02.2026
Trond;Hestvika;8200;norsk;strikking;01.02.2026;01.02.2026
Per;Ikkeklar;8200;norsk;fiske;;
"""
NEWCOMERS = """Fornavn;Etternavn;Postnr;Språk;Interesser
Sahra;Guled;8200;norsk B1;fiske
Khaled;Fares;8200;norsk B1;strikking
Ana;Nopair;8200;spansk morsmål;fiske
"""


@pytest.fixture
def empty(office_file: Path) -> Mentorctl:
    """On an office in which nobody is registered."""
    return Mentorctl(office_file)


@pytest.fixture
def example(example_file: Path) -> Mentorctl:
    """On a copy of the example office."""
    return Mentorctl(example_file)


@pytest.fixture
def write(tmp_path: Path) -> WriteFile:
    """Write a text file; returns its path."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture(scope="session")
def _small_template(_office_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    office = Mentorctl(folder / "office.db")
    copyfile(_office_template, office.office)
    assert office("office", "change", "--name", "Lillevik").code == 0
    for kind, text in (("mentors", MENTORS), ("newcomers", NEWCOMERS)):
        file = folder / f"{kind}.csv"
        file.write_text(text, encoding="utf-8")
        assert office("import", kind, file, "--strict").code == 0
    return office.office


@pytest.fixture
def small(_small_template: Path, tmp_path: Path) -> Mentorctl:
    """Three mentors, one of whom nobody approved, and three newcomers, one with no language."""
    path = tmp_path / "office.db"
    copyfile(_small_template, path)
    return Mentorctl(path)


@pytest.fixture
def numbers(small: Mentorctl) -> dict[str, int]:
    """The numbers of its people by their first names."""
    return {one["name"].split()[0]: one["number"] for one in small("people", "--json").json}
