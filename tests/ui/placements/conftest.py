"""The page of placements on an office with one at the shipyard, and one of a protected person."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.organisations import Organisation
from mentorapp.domain.placements import Placement, PlacementKind
from mentorapp.operations import Transaction, organisations, people, placements
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice, english, pairs_office, worker
from ui.placements.page import PlacementsPage
from ui.work import Worker

__all__ = ["english", "pairs_office", "worker"]


@pytest.fixture
def page(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> Iterator[PlacementsPage]:
    with pairs_office.database.write("Test") as tx:
        _fill(tx)
    shown = PlacementsPage(worker, english, lambda: TODAY, lambda _person: None)
    qtbot.addWidget(shown)
    shown.resize(1100, 700)
    shown.show()
    shown.refresh()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 2)
    yield shown
    shown.hide()


def _fill(tx: Transaction) -> None:
    there = organisations.save(tx, Organisation(name="Fjordvik <b>Verft</b>"))
    for name, kind in (
        ("Ali Hassan", PlacementKind.WORK),
        ("Careful Person", PlacementKind.LANGUAGE),
    ):
        placements.register(
            tx,
            Placement(
                person_id=people.search(tx, name)[0].id,
                organisation_id=there.id,
                kind=kind,
                unit="Markørlageret",
                started_on=date(2026, 9, 1),
                planned_end=date(2027, 2, 28),
            ),
            TODAY,
        )
