"""What an account must hold, and who must be left."""

from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.account_errors import LastAdministrator, LastHandler, OnlyHandlersLetIn
from mentorapp.domain.account_rules import check_account, check_left, check_letting_in
from mentorapp.domain.accounts import EVERYBODY, Account, Role, who
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.protection import Protection

MONA = Account(name="Mona Elvestrand", roles=frozenset({Role.COORDINATOR}))
JON = Account(name="Jon Stensund", roles=frozenset({Role.ADMINISTRATOR}))
HANDLER = replace(MONA, protected=Protection.STRICT)


@pytest.mark.parametrize(
    ("account", "field", "problem"),
    [
        (replace(MONA, name=" "), "name", Problem.MISSING),
        (replace(MONA, name="x" * 501), "name", Problem.TOO_LONG),
        (replace(MONA, name="jon stensund"), "name", Problem.NOT_UNIQUE),
        (replace(MONA, roles=frozenset()), "roles", Problem.MISSING),
        (replace(MONA, schemes=frozenset({"swimming"})), "schemes", Problem.UNKNOWN_VALUE),
        (
            replace(HANDLER, roles=frozenset({Role.ADMINISTRATOR})),
            "protected",
            Problem.UNKNOWN_VALUE,
        ),
    ],
)
def test_an_account_that_cannot_be_right_is_refused_at_its_field(
    account: Account, field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as told:
        check_account(account, [JON], ["work"])
    assert (told.value.field, told.value.problem) == (field, problem)


def test_an_account_in_order_is_not_refused() -> None:
    check_account(replace(HANDLER, schemes=frozenset({"work"})), [JON], ["work"])


def test_an_administrator_lets_nobody_in_to_protected_people_not_even_herself() -> None:
    administrator = who(JON)
    for before in (None, MONA, replace(MONA, protected=Protection.CONFIDENTIAL)):
        with pytest.raises(OnlyHandlersLetIn):
            check_letting_in(administrator, before, HANDLER)
    both = replace(HANDLER, id=JON.id, roles=frozenset({Role.ADMINISTRATOR, Role.COORDINATOR}))
    with pytest.raises(OnlyHandlersLetIn):
        check_letting_in(administrator, JON, both)


def test_a_handler_lets_others_in_up_to_her_own_level() -> None:
    named = who(replace(MONA, protected=Protection.CONFIDENTIAL))
    check_letting_in(named, MONA, replace(MONA, protected=Protection.CONFIDENTIAL))
    check_letting_in(who(HANDLER), MONA, HANDLER)
    check_letting_in(EVERYBODY, None, HANDLER)
    with pytest.raises(OnlyHandlersLetIn):
        check_letting_in(named, MONA, HANDLER)


def test_anybody_may_take_the_task_away_or_leave_it_as_it_is() -> None:
    check_letting_in(who(JON), HANDLER, replace(HANDLER, name="Mona Dahl"))
    check_letting_in(who(JON), HANDLER, replace(HANDLER, protected=Protection.CONFIDENTIAL))


def test_an_account_that_is_opened_again_comes_to_protected_people_by_a_handler_only() -> None:
    closed = replace(HANDLER, closed_on=date(2026, 11, 23))
    with pytest.raises(OnlyHandlersLetIn):
        check_letting_in(who(JON), closed, HANDLER)


def test_an_administrator_is_left() -> None:
    check_left([JON, MONA], [JON])
    with pytest.raises(LastAdministrator):
        check_left([JON, MONA], [MONA])
    with pytest.raises(LastAdministrator):
        check_left([JON], [replace(JON, closed_on=date(2026, 11, 23))])


def test_somebody_is_left_for_the_most_protected_people() -> None:
    check_left([JON, HANDLER], [JON, replace(HANDLER, name="Mona Dahl")])
    check_left([JON, MONA], [JON])
    for after in (MONA, replace(HANDLER, protected=Protection.CONFIDENTIAL)):
        with pytest.raises(LastHandler):
            check_left([JON, HANDLER], [JON, after])
