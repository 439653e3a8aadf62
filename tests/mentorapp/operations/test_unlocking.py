"""Who may come in opens the office; nobody else does."""

from contextlib import closing
from pathlib import Path

import pytest

from mentorapp.domain.accounts import Role
from mentorapp.domain.errors import OfficeLocked
from mentorapp.domain.key_errors import NoSlotOpens, PassphraseWeak
from mentorapp.domain.office import Office
from mentorapp.operations import keys, offices, unlocking
from mentorapp.operations.offices import NewOffice
from tests.encrypted_offices import MONAS, PASSPHRASE, made


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return made(tmp_path / "office.db")


def test_who_made_the_office_comes_in_with_her_passphrase(office: Path) -> None:
    with closing(unlocking.by_passphrase(office, PASSPHRASE)) as database:
        assert database.who.name == "Mona"
        assert database.who.roles == {Role.COORDINATOR, Role.ADMINISTRATOR}
        with database.read() as tx:
            assert offices.read(tx).name == "Lillevik"


def test_without_it_nobody_does(office: Path) -> None:
    with pytest.raises(NoSlotOpens):
        unlocking.by_passphrase(office, "five other words than hers")
    with pytest.raises(OfficeLocked):
        offices.open_office(office, create=False)


def test_a_weak_passphrase_makes_no_office(tmp_path: Path) -> None:
    new = NewOffice(tmp_path / "office.db", Office(name="Lillevik"), ())
    with pytest.raises(PassphraseWeak):
        keys.make(new, keys.FirstWays("Mona", "Lillevik Mona", MONAS))
    assert list(tmp_path.iterdir()) == []
