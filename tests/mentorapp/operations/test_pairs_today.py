from dataclasses import replace
from datetime import timedelta

import pytest

from mentorapp.domain.follow_up import AttentionKind, Severity
from mentorapp.operations import Database, follow_up, pairings
from mentorapp.operations import Transaction as Tx
from tests.factories import TODAY
from tests.mentorapp.operations.registering import pair

DAY = timedelta(days=1)


def told(tx: Tx, kind: AttentionKind) -> list[tuple[int, Severity]]:
    return [(one.days, one.severity) for one in follow_up.today_list(tx, TODAY) if one.kind is kind]


@pytest.mark.parametrize(
    ("days", "severity"),
    [
        (31, None),
        (30, Severity.CALM),
        (0, Severity.YELLOW),
        (-30, Severity.YELLOW),
        (-31, Severity.RED),
    ],
)
def test_the_end_of_a_pair_is_told_a_month_ahead_and_until_somebody_ends_it(
    days: int, severity: Severity | None, database: Database
) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=TODAY - 200 * DAY)
        pairings.save(tx, replace(made, planned_end=TODAY + days * DAY), TODAY)

        assert told(tx, AttentionKind.PAIR_ENDS) == ([(-days, severity)] if severity else [])


def test_an_agreement_is_asked_for_after_a_fortnight_where_agreements_are_recorded(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        first = pair(tx, on=TODAY - 15 * DAY)
        assert told(tx, AttentionKind.AGREEMENT) == []
        second = pair(tx, on=TODAY - 15 * DAY, name="Amina Yusuf")
        pairings.save(tx, replace(second, agreement_signed_on=TODAY), TODAY)

        assert told(tx, AttentionKind.AGREEMENT) == [(15, Severity.CALM)]
        pairings.save(tx, replace(first, agreement_signed_on=TODAY), TODAY)
        assert told(tx, AttentionKind.AGREEMENT) == []
