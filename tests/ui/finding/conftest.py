"""A whole program with an office in which there is something of every kind."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.operations import events, letters, offices, organisations
from tests.factories import TODAY, an_event, an_organisation
from tests.mentorapp.operations.placing import place
from tests.ui.pairs_office import as_new, furnish
from tests.ui.program_window import Start, User, preferences, start

__all__ = ["preferences", "start"]


@pytest.fixture
def full_office(office_file: Path) -> Path:
    database = offices.open_office(office_file)
    as_new(furnish(database))
    with database.write("Test") as tx:
        letters.record(tx, letters.render(tx, letters.due(tx, TODAY)[:1], TODAY))
        where = organisations.save(tx, an_organisation(number=0, name="Blåskjell & <b>Kafé</b>"))
        place(tx, "Sahra Guled", organisation_id=where.id)
        events.save(tx, an_event(number=0, name="Språkkafé"), TODAY)
    database.close()
    return office_file


@pytest.fixture
def user(start: Start, qtbot: QtBot, full_office: Path) -> User:
    """Somebody at its window."""
    made = User(qtbot, start("--office", str(full_office)))
    made.window.activateWindow()
    return made
