from mentorapp.domain.protection import Protection
from mentorapp.storage import records, shields
from mentorapp.storage.database import Database
from tests.factories import a_household, a_person


def test_whoever_lives_with_a_protected_person_is_as_protected(bare: Database) -> None:
    home, other_home = a_household(), a_household(label="Familien Olsen")
    strict = a_person(protection=Protection.STRICT, household_id=home.id)
    milder = a_person(protection=Protection.CONFIDENTIAL, household_id=home.id)
    child = a_person(household_id=home.id)
    alone = a_person(protection=Protection.CONFIDENTIAL)
    neighbour = a_person(household_id=other_home.id)
    nobody = a_person()
    with bare.write("Ingrid") as tx:
        records.add_all(tx, [home, other_home])
        records.add_all(tx, [strict, milder, child, alone, neighbour, nobody])

    with bare.read() as tx:
        assert shields.protections(tx) == {
            strict.id: Protection.STRICT,
            milder.id: Protection.STRICT,
            child.id: Protection.STRICT,
            alone.id: Protection.CONFIDENTIAL,
        }
        assert shields.protection_of(tx, child.id) is Protection.STRICT
        assert shields.protection_of(tx, neighbour.id) is Protection.NONE
        assert shields.protection_of(tx, nobody.id) is Protection.NONE


def test_a_deleted_member_no_longer_protects(bare: Database) -> None:
    home = a_household()
    strict = a_person(protection=Protection.STRICT, household_id=home.id)
    child = a_person(household_id=home.id)
    with bare.write("Ingrid") as tx:
        records.add(tx, home)
        records.add_all(tx, [strict, child])
        records.remove(tx, strict)

    with bare.read() as tx:
        assert shields.protections(tx) == {}
