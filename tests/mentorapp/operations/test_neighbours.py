"""Whose files are believed: only after a fingerprint was heard."""

from dataclasses import replace

import pytest

from mentorapp.domain.errors import InvalidField, NotFound
from mentorapp.domain.exchange_errors import (
    ExchangeKind,
    FingerprintDiffers,
    NeighbourKnown,
    NotAKey,
    OfficeWithoutName,
    OwnFile,
)
from mentorapp.domain.fingerprints import fingerprint
from mentorapp.domain.waiting_lists import Neighbour
from mentorapp.exchange import signatures, signed_files
from mentorapp.operations import Database, neighbours, offices
from mentorapp.storage import records
from tests.factories import TODAY

PRIVATE = signatures.new_private_key()
KEY = signatures.public_key_of(PRIVATE)
SUNDNES = Neighbour(name="Sundnes", public_key=KEY, trusted_on=TODAY)


@pytest.fixture(autouse=True)
def _named(database: Database) -> None:
    with database.write("mona") as tx:
        offices.save(tx, replace(offices.read(tx), name="Fjordvik"))


def test_an_office_without_a_name_signs_nothing(database: Database) -> None:
    with database.write("mona") as tx:
        offices.save(tx, replace(offices.read(tx), name=" "))
        with pytest.raises(OfficeWithoutName):
            neighbours.own_key(tx, TODAY)
        assert neighbours.known_key(tx) is None


def test_the_key_is_made_once(database: Database) -> None:
    with database.write("mona") as tx:
        assert neighbours.known_key(tx) is None
        made = neighbours.own_key(tx, TODAY)
        assert neighbours.own_key(tx, TODAY) == made
    assert signatures.public_key_of(made.private_key) == made.public_key


def test_the_history_tells_of_the_key_but_not_what_it_is(database: Database) -> None:
    with database.write("mona") as tx:
        made = neighbours.own_key(tx, TODAY)
        traces = records.traces(tx, made.id)
    assert [one.operation for one in traces] == ["neighbours.own_key"]
    assert made.private_key not in str(traces)


def test_an_office_is_found_by_what_one_knows_of_it(database: Database) -> None:
    with database.write("mona") as tx:
        kept = neighbours.trust(tx, replace(SUNDNES, municipality="Sundnes kommune"))
        for text in ("sundnes", "Sundnes kommune", fingerprint(KEY), kept.id.hex[-6:]):
            assert neighbours.find(tx, text) == kept
        with pytest.raises(NotFound) as refused:
            neighbours.find(tx, "Nordnes")
    assert refused.value.known == ("Sundnes",)


def test_a_key_is_trusted_once_and_never_ones_own(database: Database) -> None:
    with database.write("mona") as tx:
        neighbours.trust(tx, SUNDNES)
        with pytest.raises(NeighbourKnown):
            neighbours.trust(tx, Neighbour(name="Andre", public_key=KEY, trusted_on=TODAY))
        own = neighbours.own_key(tx, TODAY).public_key
        with pytest.raises(OwnFile):
            neighbours.trust(tx, Neighbour(name="Vi", public_key=own, trusted_on=TODAY))
        with pytest.raises(NotAKey):
            neighbours.trust(tx, Neighbour(name="Tull", public_key="tull", trusted_on=TODAY))
        with pytest.raises(InvalidField):
            neighbours.trust(tx, Neighbour(name=" ", public_key="ab" * 32, trusted_on=TODAY))


def test_the_fingerprint_heard_must_be_that_of_the_file(database: Database) -> None:
    data = signed_files.write(ExchangeKind.ANSWER, {}, PRIVATE)

    assert neighbours.signer_of(data, fingerprint(KEY)) == KEY
    assert neighbours.heard_key(KEY.upper(), fingerprint(KEY)) == KEY
    with pytest.raises(FingerprintDiffers):
        neighbours.signer_of(data, "12345 12345 12345 12345 12345 12345")
    with pytest.raises(FingerprintDiffers):
        neighbours.heard_key(KEY, "")


def test_an_office_can_be_renamed_but_its_key_stays(database: Database) -> None:
    with database.write("mona") as tx:
        kept = neighbours.trust(tx, SUNDNES)
        renamed = neighbours.rename(tx, replace(kept, name="Sundnes nye", public_key="ab" * 32))
    assert (renamed.name, renamed.public_key) == ("Sundnes nye", KEY)


def test_trust_is_taken_away_and_given_back(database: Database) -> None:
    with database.write("mona") as tx:
        kept = neighbours.trust(tx, SUNDNES)
        neighbours.distrust(tx, kept)
        assert neighbours.by_key(tx, KEY) is None
        neighbours.trust_again(tx, kept)
        assert neighbours.by_key(tx, KEY) is not None
