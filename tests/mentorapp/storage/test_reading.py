from dataclasses import fields
from types import MemberDescriptorType

from mentorapp.domain.people import Person
from mentorapp.domain.records import new_id
from mentorapp.storage import records
from mentorapp.storage.database import Database
from mentorapp.storage.tables import MIRRORS
from tests.factories import a_person, slots, spoken


def test_a_value_that_stands_in_many_rows_is_one_object(bare: Database) -> None:
    written = [
        a_person(
            id=new_id(),
            number=number,
            given_name="Fatou Bintou",
            languages=spoken("fr:native"),
            availability=slots("monday-evening"),
            notes="Ring after four.",
        )
        for number in range(1, 4)
    ]
    with bare.write("Ingrid") as tx:
        records.add_all(tx, written)
    with bare.read() as tx:
        read = records.find(tx, Person)

    assert sorted(read, key=lambda one: one.number) == written
    for name in ("given_name", "languages", "availability", "notes"):
        assert len({id(getattr(one, name)) for one in read}) == 1, name


def test_a_record_is_no_more_than_its_fields() -> None:
    for kind in MIRRORS:
        assert not hasattr(kind, "__post_init__"), kind
        for field in fields(kind):
            assert isinstance(getattr(kind, field.name), MemberDescriptorType), (kind, field.name)
