from datetime import date, timedelta
from typing import Any

import pytest

from mentorapp.domain.contact_points import (
    ContactFacts,
    ContactPoint,
    ContactRole,
    ContactTask,
    check_contact_point,
    contact_figures,
    double_contacts,
    shown,
)
from mentorapp.domain.errors import InvalidField, Problem, ProtectedLocation
from mentorapp.domain.protection import Protection, Purpose
from mentorapp.domain.records import new_id
from mentorapp.domain.statistics import Share
from tests.factories import TODAY

PERSON = new_id()
JOB = frozenset({ContactTask.JOB_SEARCH})


def contact(**changes: Any) -> ContactPoint:
    usual: dict[str, Any] = {
        "person_id": PERSON,
        "role": ContactRole.WELFARE_OFFICE,
        "name": "Nils Vik",
        "service": "NAV Fjordvik",
        "phone": "+4755553333",
        "tasks": JOB,
        "since": date(2026, 1, 1),
    }
    return ContactPoint(**(usual | changes))


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"name": " ", "service": ""}, "name", Problem.MISSING),
        ({"name": "x" * 201}, "name", Problem.TOO_LONG),
        ({"phone": "five"}, "phone", Problem.NOT_A_PHONE),
        ({"stand_in_phone": "five"}, "stand_in_phone", Problem.NOT_A_PHONE),
        ({"email": "nobody"}, "email", Problem.NOT_AN_EMAIL),
        ({"until": date(2025, 12, 31)}, "until", Problem.BEFORE_START),
        ({"since": date(2028, 1, 1)}, "since", Problem.TOO_FAR_AHEAD),
        ({"role": ContactRole.MENTOR}, "role", Problem.UNKNOWN_VALUE),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(
    changes: dict[str, Any], field: str, problem: Problem
) -> None:
    check_contact_point(contact(), Protection.NONE, TODAY)
    with pytest.raises(InvalidField) as refused:
        check_contact_point(contact(**changes), Protection.NONE, TODAY)
    assert (refused.value.field, refused.value.problem) == (field, problem)


@pytest.mark.parametrize("field", ["service", "phone", "email", "stand_in_phone"])
def test_of_a_strictly_confidential_person_nothing_that_tells_where_is_stored(field: str) -> None:
    told = {"email": "n@vik.example", "stand_in_phone": "+4755553334"}
    whole = contact(**told)
    bare = shown(whole, Protection.STRICT, Purpose.CARE)
    check_contact_point(bare, Protection.STRICT, TODAY)
    with pytest.raises(ProtectedLocation) as refused:
        check_contact_point(
            contact(**{"service": "", "phone": "", field: getattr(whole, field)}),
            Protection.STRICT,
            TODAY,
        )
    assert refused.value.field == field


def test_a_list_tells_of_a_confidential_person_the_name_and_no_number() -> None:
    listed = shown(contact(), Protection.CONFIDENTIAL, Purpose.LIST)
    assert (listed.name, listed.service, listed.phone) == ("Nils Vik", "", "")
    assert shown(contact(), Protection.CONFIDENTIAL, Purpose.CARE).phone == "+4755553333"
    assert shown(contact(), Protection.NONE, Purpose.LIST).phone == "+4755553333"


def test_two_services_with_one_task_at_one_time_are_a_double_contact() -> None:
    nav = contact(until=date(2026, 7, 1))
    desk = contact(
        role=ContactRole.CITIZEN_SERVICE,
        service="Servicetorget",
        since=date(2026, 6, 1),
        tasks=JOB | {ContactTask.HOUSING},
    )
    (double,) = double_contacts([desk, nav])
    assert (double.task, double.since, double.until) == (
        ContactTask.JOB_SEARCH,
        date(2026, 6, 1),
        date(2026, 7, 1),
    )
    assert double.holds_on(date(2026, 6, 30))
    assert not double.holds_on(date(2026, 7, 1))


@pytest.mark.parametrize(
    "other",
    [
        contact(service="nav FJORDVIK"),  # the same service, written otherwise
        contact(service="Servicetorget", tasks=frozenset({ContactTask.HOUSING})),
        contact(service="Servicetorget", person_id=new_id()),
        contact(service="Servicetorget", since=date(2025, 1, 1), until=date(2026, 1, 1)),
        contact(service=""),  # the same role, and no service told
    ],
)
def test_what_only_looks_alike_is_no_double_contact(other: ContactPoint) -> None:
    assert double_contacts([contact(), other]) == ()


def test_where_no_service_is_told_the_role_stands_for_it() -> None:
    teacher = contact(role=ContactRole.TEACHER, service="")
    assert len(double_contacts([contact(), teacher])) == 1


def test_a_contact_holds_from_its_first_day_until_the_day_it_ends() -> None:
    one = contact(until=date(2026, 3, 1))
    assert one.holds_on(date(2026, 1, 1))
    assert one.holds_on(date(2026, 2, 28))
    assert not one.holds_on(date(2026, 3, 1))
    assert not one.holds_on(date(2026, 1, 1) - timedelta(days=1))


def test_figures_have_all_newcomers_as_their_base() -> None:
    facts = [
        ContactFacts(contacts=3, has_coordinator=True, double=True),
        ContactFacts(contacts=1, has_coordinator=False, double=False),
        ContactFacts(contacts=0, has_coordinator=False, double=False),
    ]
    counted = contact_figures(facts, TODAY)
    assert counted.with_coordinator == Share(1, 3)
    assert counted.with_none == Share(1, 3)
    assert counted.with_double == Share(1, 3)
