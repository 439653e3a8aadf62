"""Who may do what."""

from datetime import date

import pytest

from mentorapp.domain.accounts import EVERYBODY, Account, Right, Role, roles_with, who
from mentorapp.domain.protection import Protection

MAY = {
    Role.READER: {Right.FIGURES},
    Role.COORDINATOR: {Right.FIGURES, Right.READ, Right.WRITE, Right.RETENTION},
    Role.ADMINISTRATOR: {Right.FIGURES, Right.SETTINGS, Right.ACCOUNTS},
    Role.PROTECTION_OFFICER: {Right.FIGURES, Right.AUDIT, Right.RETENTION},
}


def account(*roles: Role, **others: object) -> Account:
    return Account(name="Mona Dahl", roles=frozenset(roles), **others)  # type: ignore[arg-type]


@pytest.mark.parametrize("role", Role)
def test_a_role_has_its_rights_and_no_others(role: Role) -> None:
    allowed = who(account(role))
    assert {right for right in Right if allowed.may(right)} == MAY[role]


def test_two_roles_have_the_rights_of_both() -> None:
    both = who(account(Role.COORDINATOR, Role.ADMINISTRATOR))
    assert both.rights == MAY[Role.COORDINATOR] | MAY[Role.ADMINISTRATOR]


def test_a_closed_account_may_nothing() -> None:
    closed = who(account(*Role, protected=Protection.STRICT, closed_on=date(2026, 11, 23)))
    assert closed.rights == frozenset()
    assert not closed.handles(Protection.CONFIDENTIAL)


def test_protected_people_are_there_for_a_coordinator_who_handles_them() -> None:
    usual = who(account(Role.COORDINATOR))
    named = who(account(Role.COORDINATOR, protected=Protection.CONFIDENTIAL))
    assert usual.handles(Protection.NONE)
    assert not usual.handles(Protection.CONFIDENTIAL)
    assert named.handles(Protection.CONFIDENTIAL)
    assert not named.handles(Protection.STRICT)


def test_an_administrator_does_not_come_to_protected_people_by_being_one() -> None:
    administrator = who(account(Role.ADMINISTRATOR, protected=Protection.STRICT))
    assert not administrator.handles(Protection.CONFIDENTIAL)


def test_without_accounts_everybody_may_everything() -> None:
    assert EVERYBODY.rights == frozenset(Right)
    assert EVERYBODY.handles(Protection.STRICT)


def test_it_can_be_told_who_may() -> None:
    assert roles_with(Right.ACCOUNTS) == (Role.ADMINISTRATOR,)
    assert roles_with(Right.AUDIT) == (Role.PROTECTION_OFFICER,)
