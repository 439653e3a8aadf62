"""Competence cards from a list: added to what stands, row by row, with everybody told apart."""

from uuid import UUID

from mentorapp.domain.errors import InvalidField, NotFound
from mentorapp.domain.imports import ImportKind
from mentorapp.operations import Database, competences, imports, people
from mentorapp.operations.imports import Preview
from mentorapp.storage.database import Transaction
from tests.factories import TODAY
from tests.mentorapp.operations.importing import source
from tests.mentorapp.operations.registering import newcomer, register


def looked(tx: Transaction, text: str) -> Preview:
    return imports.preview(tx, source(tx, ImportKind.COMPETENCES, text), TODAY)


def known(tx: Transaction, *names: str) -> list[UUID]:
    for name in names:
        register(tx, newcomer(name))
    return [people.search(tx, name)[0].id for name in names]


def test_a_row_adds_to_the_card_and_takes_nothing_away(database: Database) -> None:
    with database.write("mona") as tx:
        (ada,) = known(tx, "Ada Reader")
        first = "Navn;Fagområde;Ferdigheter\nAda Reader;elektro;sveising, lodding\n"
        assert imports.apply(tx, source(tx, ImportKind.COMPETENCES, first), TODAY).new == 1
        more = "Navn;Erfaring;Ferdigheter;Førerkort\nAda Reader;Verft;Sveising; B \n"
        (row,) = looked(tx, more).rows
        assert (row.status.value, row.changes) == ("changed", ("experience", "licences"))
        imports.apply(tx, source(tx, ImportKind.COMPETENCES, more), TODAY)
        card = competences.by_person(tx, ada)
        assert (card.education_field, card.experience) == ("elektro", "Verft")
        assert (card.skills, card.licences) == (("sveising", "lodding"), ("B",))
        assert [one.status.value for one in looked(tx, more).rows] == ["same"]


def test_two_rows_about_one_person_both_count(database: Database) -> None:
    with database.write("mona") as tx:
        (ada,) = known(tx, "Ada Reader")
        text = "Navn;Ferdigheter\nAda Reader;sveising\nAda Reader;lodding\n"
        applied = imports.apply(tx, source(tx, ImportKind.COMPETENCES, text), TODAY)
        assert (applied.new, applied.changed) == (1, 1)
        assert competences.by_person(tx, ada).skills == ("sveising", "lodding")


def test_nobody_and_two_of_a_name_are_left_out_with_the_reason(database: Database) -> None:
    with database.write("mona") as tx:
        known(tx, "Ada Reader")
        register(tx, newcomer("Ada Reader"))
        nobody, twice = looked(tx, "Navn;Kan\nBo Berg;x\nAda Reader;y\n").rows
        assert isinstance(nobody.refused, NotFound)
        assert isinstance(twice.refused, InvalidField)
