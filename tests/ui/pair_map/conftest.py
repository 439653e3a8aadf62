"""A map of an office in the north: people in four places, pairs and proposals between them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from mentorapp.domain.pairings import Pairing
from mentorapp.operations import Database, Transaction, offices, pairing
from mentorapp.words import Words
from tests.factories import TODAY
from tests.mentorapp.operations.registering import (
    buddy,
    mentor,
    mentor_id,
    newcomer,
    newcomer_id,
    register,
)
from ui.pair_map.window import MapWindow
from ui.work import Worker

BODO, FAUSKE, ROGNAN, ORNES = "8006", "8200", "8250", "8150"
AMINA = "<b>Amina</b> Yusuf"


@dataclass(frozen=True)
class MapOffice:
    """Who is registered, by name, and the pair between two places."""

    database: Database
    people: dict[str, UUID]
    pair: Pairing
    buddy: UUID

    def write(self, job: Callable[[Transaction], Any]) -> Any:
        with self.database.write("Test") as tx:
            return job(tx)


@pytest.fixture
def map_office(database: Database) -> MapOffice:
    people: dict[str, UUID] = {}
    with database.write("Test") as tx:
        offices.save(tx, replace(offices.read(tx), postal_code=BODO))
        for days, (name, code) in enumerate(
            (("Sahra Guled", BODO), (AMINA, BODO), ("محمد علي", FAUSKE)), 10
        ):
            since = TODAY - timedelta(days=days)
            people[name] = register(tx, newcomer(name, postal_code=code, registered_on=since))
        people["Marit Bekkelund"] = register(tx, mentor(postal_code=BODO, capacity=3))
        made = pairing.pair_by_hand(
            tx,
            buddy(tx),
            mentor_id(tx, name="Kari Nordmann", postal_code=FAUSKE, capacity=1),
            newcomer_id(tx, name="Ali Hassan", postal_code=ROGNAN),
            TODAY,
            "Mona",
        )
        pairing.run(tx, buddy(tx), TODAY)
        return MapOffice(database, people, made, buddy(tx))


@pytest.fixture
def worker(database: Database) -> Iterator[Worker]:
    worker = Worker(database, "Test")
    failures: list[BaseException] = []
    worker.failed.connect(failures.append)
    yield worker
    worker.close()
    for failure in failures:
        raise failure


@pytest.fixture
def settle(qtbot: QtBot, worker: Worker) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not worker.working, timeout=5000)


Opened = Callable[[], MapWindow]


@pytest.fixture
def open_map(qtbot: QtBot, worker: Worker) -> Opened:
    """Opens the map of all schemes and waits until it is read."""

    def opened() -> MapWindow:
        window = MapWindow(worker, Words("en"), lambda: TODAY, None)
        window.resize(1180, 760)
        window.show()
        qtbot.waitUntil(lambda: window.scene is not None, timeout=5000)
        window.activateWindow()
        return window

    return opened


@pytest.fixture
def window(
    map_office: MapOffice, open_map: Opened, settle: Callable[[], None]
) -> Iterator[MapWindow]:
    opened = open_map()
    yield opened
    settle()
    if shiboken6.isValid(opened):
        opened.close()
