"""An encrypted office for tests, whose passphrases are stretched as little as is allowed."""

from functools import partial
from pathlib import Path

import pytest

from mentorapp.domain.accounts import Account, Role
from mentorapp.domain.office import Office
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, keys, unlocking, ways_in
from mentorapp.operations.offices import NewOffice
from mentorapp.storage import key_slots
from mentorapp.storage.key_slots import Stretching

#: The tests are about what opens, not about how slowly.
QUICK = Stretching("00" * 16, memory=8 * 1024, passes=1, lanes=1)
MONAS = "fire våte sokker i regn"
OLAS = "elleve rare hatter på loftet"
FIRST = keys.FirstWays("Mona", MONAS, bytes(range(20)))


def made(path: Path) -> Path:
    """Mona's office, closed: she is coordinator and administrator and handles protected people."""
    new = NewOffice(path, Office(name="Lillevik"), ("buddy",))
    keys.make(new, FIRST, QUICK).close()
    return path


def with_ola(database: Database, protected: Protection = Protection.NONE) -> Account:
    """Ola is a coordinator there too."""
    ola = Account(name="Ola", roles=frozenset({Role.COORDINATOR}), protected=protected)
    return ways_in.add(database, ola, OLAS)


def mona(path: Path) -> Database:
    """The office with Mona at the keyboard."""
    return unlocking.by_passphrase(path, MONAS)


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the window makes is stretched no more either."""
    quick = partial(Stretching, memory=QUICK.memory, passes=QUICK.passes, lanes=QUICK.lanes)
    monkeypatch.setattr(key_slots, "Stretching", quick)
