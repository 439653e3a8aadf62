"""An application dressed as the real one, and Bokmål or English words."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtWidgets import QApplication

from mentorapp.operations import example_office, offices
from mentorapp.words import Words
from tests.factories import TODAY
from tests.ui.pairs_office import PairsOffice, furnish
from ui.application import build_application


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return build_application(["mentorapp"], Words("en"))


@pytest.fixture
def words(qapp: QApplication) -> Words:
    return Words("en")


@pytest.fixture(scope="session")
def _example_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "office.db"
    database = offices.open_office(path)
    example_office.build(database, TODAY)
    database.close()
    return path


@pytest.fixture
def example(_example_template: Path, tmp_path: Path) -> Path:
    """The example office, closed; made once, which takes seconds."""
    path = tmp_path / "example.db"
    copyfile(_example_template, path)
    return path


@pytest.fixture(scope="session")
def pairs_template(_office_template: Path, tmp_path_factory: pytest.TempPathFactory) -> PairsOffice:
    """The office of ``pairs_office``, closed; every test writes in a copy."""
    path = tmp_path_factory.mktemp("pairs") / "office.db"
    copyfile(_office_template, path)
    database = offices.open_office(path)
    made = furnish(database)
    database.close()
    return made
