"""What every test stands on: a home of its own, a day, and an office file made in no time."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copyfile
from typing import Any

# Before anything imports Qt: no test needs a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Engine, create_engine

from mentorapp.operations import Database, offices
from mentorapp.storage import ballast, engines
from tests.factories import TODAY

# How long an example takes says something about the machine, and fails a test on a busy one.
settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ours")

_HOMES = {
    "HOME": "",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    # Where the same things lie on Windows.
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty home: no test reads or writes the developer's own office, settings or logs.

    The language is nobody's either, so that what has no language of its own speaks Bokmål.
    """
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        _settle(folder, patch)
        patch.setenv("LC_ALL", "C.UTF-8")
        patch.setattr(ballast, "SIZE", 4_096)
        yield folder


@pytest.fixture(scope="session", autouse=True)
def _statements_made_once() -> Iterator[None]:
    """Every office of a process has what SQLAlchemy made of a statement before.

    A program opens one office and makes each statement once; the tests open thousands, and making
    them anew for each took a tenth of their time.
    """
    first: list[Engine] = []

    def one(*arguments: Any, **more: Any) -> Engine:
        made = create_engine(*arguments, **more)
        first.append(made)
        made.dialect, made._compiled_cache = first[0].dialect, first[0]._compiled_cache
        del first[1:]
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "create_engine", one)
        yield


@pytest.fixture
def fresh_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home in which no other test made an office: for tests that use the user's usual place."""
    folder = tmp_path / "home"
    _settle(folder, monkeypatch)
    return folder


def _settle(folder: Path, patch: pytest.MonkeyPatch) -> None:
    for name, below in _HOMES.items():
        (folder / below).mkdir(parents=True, exist_ok=True)
        patch.setenv(name, str(folder / below))


@pytest.fixture(scope="session")
def today() -> date:
    """Monday 23 November 2026."""
    return TODAY


@pytest.fixture(scope="session")
def _office_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "office.db"
    offices.open_office(path).close()
    return path


@pytest.fixture
def office_file(_office_template: Path, tmp_path: Path) -> Path:
    """A new office with the standard schemes, closed; a copy costs a millisecond."""
    path = tmp_path / "office.db"
    copyfile(_office_template, path)
    return path


@pytest.fixture
def database(office_file: Path) -> Iterator[Database]:
    """That office, open for writing."""
    opened = offices.open_office(office_file)
    yield opened
    opened.close()
