from stdnum import damm

from mentorapp.domain.numbers import NumberKind, short_number
from mentorapp.storage.counters import next_numbers
from mentorapp.storage.database import Database


def test_numbers_begin_at_one_and_each_kind_has_its_own(bare: Database) -> None:
    with bare.write("Ingrid") as tx:
        assert next_numbers(tx, NumberKind.PERSON) == [short_number(NumberKind.PERSON, 1)]
        assert next_numbers(tx, NumberKind.PERSON) == [short_number(NumberKind.PERSON, 2)]
        assert next_numbers(tx, NumberKind.PAIRING) == [short_number(NumberKind.PAIRING, 1)]


def test_no_number_is_given_twice_and_every_check_digit_is_right(bare: Database) -> None:
    given: list[int] = []
    for count in (1, 7, 1, 1200):
        with bare.write("Ingrid") as tx:
            given += next_numbers(tx, NumberKind.PERSON, count)

    assert given == [short_number(NumberKind.PERSON, n) for n in range(1, 1210)]
    assert all(damm.is_valid(str(number)) for number in given)


def test_a_number_of_a_registration_that_failed_may_be_given_again(bare: Database) -> None:
    try:
        with bare.write("Ingrid") as tx:
            lost = next_numbers(tx, NumberKind.PERSON)
            raise RuntimeError  # noqa: TRY301 - what a bug does
    except RuntimeError:
        pass
    with bare.write("Ingrid") as tx:
        assert next_numbers(tx, NumberKind.PERSON) == lost
