from datetime import date, timedelta

import pytest

from mentorapp.domain.follow_up import (
    Attention,
    AttentionKind,
    Severity,
    by_urgency,
    pair_attention,
    planned_follow_ups,
    silence,
)
from mentorapp.domain.pairings import PairingStatus
from mentorapp.domain.records import new_id
from mentorapp.domain.schemes import FollowUpKind, FollowUpPoint
from tests.factories import TODAY, a_pairing, a_scheme, an_office

OFFICE = an_office()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_a_pairing_gets_its_schemes_follow_ups_counted_from_the_agreement() -> None:
    points = (FollowUpPoint(90, FollowUpKind.MIDWAY), FollowUpPoint(14, FollowUpKind.CALL))
    pairing = a_pairing(agreed_on=date(2026, 12, 20), started_on=None)

    planned = planned_follow_ups(pairing, a_scheme(follow_up_points=points))

    assert [(one.due, one.kind) for one in planned] == [
        (date(2027, 1, 3), FollowUpKind.CALL),
        (date(2027, 3, 20), FollowUpKind.MIDWAY),
    ]
    assert {one.pairing_id for one in planned} == {pairing.id}
    assert {one.done_on for one in planned} == {None}
    assert planned_follow_ups(pairing, a_scheme(follow_up_points=())) == ()


@pytest.mark.parametrize(
    ("days", "severity"),
    [
        (0, None),
        (13, None),
        (14, Severity.YELLOW),
        (29, Severity.YELLOW),
        (30, Severity.RED),
        (400, Severity.RED),
    ],
)
def test_a_silent_pair_turns_yellow_after_14_days_and_red_after_30(
    days: int, severity: Severity | None
) -> None:
    pairing = a_pairing(agreed_on=ago(500))

    found = pair_attention(pairing, "Kari og Ali", ago(days), TODAY, OFFICE, a_scheme())

    assert (found and found.severity) == severity
    if found:
        assert (found.kind, found.days, found.who) == (AttentionKind.SILENT, days, "Kari og Ali")
        assert (found.subject_id, found.pairing_number) == (pairing.id, pairing.number)


@pytest.mark.parametrize(
    ("days", "severity"),
    [(0, None), (14, None), (15, Severity.YELLOW), (29, Severity.YELLOW), (30, Severity.RED)],
)
def test_a_first_meeting_is_asked_for_when_14_days_have_passed(
    days: int, severity: Severity | None
) -> None:
    pairing = a_pairing(agreed_on=ago(days), started_on=None, status=PairingStatus.AGREED)

    found = pair_attention(pairing, "Kari og Ali", None, TODAY, OFFICE, a_scheme())

    assert (found and found.severity) == severity
    assert not found or found.kind is AttentionKind.FIRST_MEETING


def test_each_office_sets_its_own_limits() -> None:
    patient = an_office(yellow_days=40, red_days=60, first_meeting_days=50)
    pairing = a_pairing(agreed_on=ago(45), started_on=None)

    assert pair_attention(pairing, "", None, TODAY, patient, a_scheme()) is None
    assert pair_attention(pairing, "", ago(39), TODAY, patient, a_scheme()) is None
    yellow = pair_attention(pairing, "", ago(40), TODAY, patient, a_scheme())
    assert yellow is not None
    assert yellow.severity is Severity.YELLOW


@pytest.mark.parametrize(
    ("own", "counts"),
    [
        ({}, (14, 30)),
        ({"yellow_days": 7}, (7, 30)),
        ({"red_days": 10}, (10, 10)),
        ({"yellow_days": 60}, (60, 60)),
        ({"yellow_days": 20, "red_days": 45}, (20, 45)),
    ],
)
def test_a_scheme_has_limits_of_its_own_where_it_sets_them(
    own: dict[str, int], counts: tuple[int, int]
) -> None:
    assert silence(a_scheme(**own), OFFICE) == counts


@pytest.mark.parametrize("status", [PairingStatus.COMPLETED, PairingStatus.ENDED_EARLY])
def test_a_pair_that_ended_needs_no_attention(status: PairingStatus) -> None:
    pairing = a_pairing(agreed_on=ago(400), status=status)

    assert pair_attention(pairing, "", None, TODAY, OFFICE, a_scheme()) is None
    assert pair_attention(pairing, "", ago(300), TODAY, OFFICE, a_scheme()) is None


def test_red_comes_first_and_the_longest_first_within_each() -> None:
    def line(severity: Severity, days: int, who: str = "Kari") -> Attention:
        return Attention(
            kind=AttentionKind.SILENT, severity=severity, who=who, days=days, subject_id=new_id()
        )

    lines = [
        line(Severity.CALM, 500),
        line(Severity.YELLOW, 20, "Åse"),
        line(Severity.RED, 31),
        line(Severity.YELLOW, 20, "Ali"),
        line(Severity.RED, 90),
    ]

    ordered = [(one.severity, one.days, one.who) for one in by_urgency(lines)]

    assert ordered == [
        (Severity.RED, 90, "Kari"),
        (Severity.RED, 31, "Kari"),
        (Severity.YELLOW, 20, "Ali"),
        (Severity.YELLOW, 20, "Åse"),
        (Severity.CALM, 500, "Kari"),
    ]
