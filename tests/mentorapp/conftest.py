"""The example office, made once for all tests of operations and command line."""

from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

import pytest

from tests.mentorapp.cli.running import Ran, run
from tests.papers_made import Made, watched


@dataclass(frozen=True, slots=True)
class DemoRan:
    """A folder in which ``mentorctl demo`` was run, with the papers it ``made``. Tests read in it
    and never write.
    """

    folder: Path
    ran: Ran
    made: tuple[Made, ...]

    @property
    def office(self) -> Path:
        return self.folder / "office.db"


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoRan:
    folder = tmp_path_factory.mktemp("demo") / "example"
    with watched() as made:
        ran = run("demo", "--out", folder, "--today", "2026-11-23", "--language", "en")
    return DemoRan(folder, ran, tuple(made))


@pytest.fixture
def example_file(demo: DemoRan, tmp_path: Path) -> Path:
    """A copy of the example office, to be written in."""
    path = tmp_path / "example.db"
    copyfile(demo.office, path)
    return path
