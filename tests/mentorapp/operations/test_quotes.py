from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.errors import InvalidField, NotFound
from mentorapp.domain.interviews import Quote
from mentorapp.domain.office_errors import ConsentWithdrawn
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import new_id
from mentorapp.operations import Database, quotes
from tests.factories import TODAY
from tests.mentorapp.operations.registering import newcomer, register

DAY = timedelta(days=1)


def a_quote(person_id: UUID, **changes: Any) -> Quote:
    usual: dict[str, Any] = {
        "person_id": person_id,
        "text": "The children taught me a lot of Norwegian.",
        "said_on": TODAY - 30 * DAY,
        "credit": "woman, 20",
        "consent_on": TODAY - 30 * DAY,
    }
    return Quote(**(usual | changes))


def test_only_what_was_agreed_to_may_be_printed_and_nobody_is_named(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer())
        quotes.save(tx, a_quote(person), TODAY)
        quotes.save(tx, a_quote(person, text="Not for print", consent_on=None), TODAY)
        (printable,) = quotes.printable_quotes(tx)
        assert (printable.text, printable.credit) == (
            "The children taught me a lot of Norwegian.",
            "woman, 20",
        )
        assert "Sahra" not in repr(printable)
        assert quotes.printable_quotes(tx, last=TODAY - 31 * DAY) == ()
        assert len(quotes.of_person(tx, person)) == 2


def test_a_consent_taken_back_takes_the_words_out_of_every_later_print(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer())
        said = quotes.save(tx, a_quote(person), TODAY)
        quotes.withdraw(tx, said.id, TODAY, TODAY)
        assert quotes.printable_quotes(tx) == ()
        (row,) = quotes.all_rows(tx)
        assert not row.may_be_printed


def test_what_was_never_agreed_to_cannot_be_taken_back(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer())
        said = quotes.save(tx, a_quote(person, consent_on=None), TODAY)
        with pytest.raises(InvalidField):
            quotes.withdraw(tx, said.id, TODAY, TODAY)


def test_words_of_a_protected_person_are_never_printed(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer(protection=Protection.CONFIDENTIAL))
        quotes.save(tx, a_quote(person), TODAY)
        assert quotes.printable_quotes(tx) == ()
        (row,) = quotes.all_rows(tx)
        assert row.protected


def test_a_quotation_belongs_to_a_placement_that_is_there(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer())
        with pytest.raises(NotFound):
            quotes.save(tx, a_quote(person, placement_id=new_id()), TODAY)
        assert quotes.of_placement(tx, new_id()) == []


def test_a_quotation_that_is_removed_comes_back(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer())
        said = quotes.save(tx, a_quote(person), TODAY)
        held = quotes.remove(tx, said.id)
        assert quotes.printable_quotes(tx) == ()
        quotes.restore(tx, held)
        assert len(quotes.printable_quotes(tx)) == 1


def test_a_consent_from_before_it_was_taken_back_does_not_bring_the_words_into_print(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        said = quotes.save(tx, a_quote(register(tx, newcomer())), TODAY)
        quotes.withdraw(tx, said.id, TODAY - DAY, TODAY)
        with pytest.raises(ConsentWithdrawn):
            quotes.consent(tx, said.id, TODAY - 2 * DAY, TODAY)
        assert quotes.printable_quotes(tx) == ()
        quotes.consent(tx, said.id, TODAY, TODAY)
        assert len(quotes.printable_quotes(tx)) == 1
