from datetime import date, timedelta

import pytest

from mentorapp.domain.follow_up import AttentionKind, Severity
from mentorapp.domain.placement_attention import placement_attention
from mentorapp.domain.placements import PlacementEnd
from tests.factories import TODAY, a_placement


def later(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("midway", "done", "end", "kind", "days", "severity"),
    [
        (0, None, 90, AttentionKind.PLACEMENT_MIDWAY, 0, Severity.YELLOW),
        (-15, None, 90, AttentionKind.PLACEMENT_MIDWAY, 15, Severity.RED),
        (-15, -3, 30, AttentionKind.PLACEMENT_ENDS, -30, Severity.CALM),
        (-15, None, 10, AttentionKind.PLACEMENT_MIDWAY, 15, Severity.RED),
        (-15, -3, -1, AttentionKind.PLACEMENT_OVER, 1, Severity.YELLOW),
        (-40, None, -15, AttentionKind.PLACEMENT_OVER, 15, Severity.RED),
    ],
)
def test_one_line_at_most_tells_what_is_most_urgent(
    midway: int,
    done: int | None,
    end: int,
    kind: AttentionKind,
    days: int,
    severity: Severity,
) -> None:
    placement = a_placement(
        midway_on=later(midway),
        midway_done_on=None if done is None else later(done),
        planned_end=later(end),
    )
    line = placement_attention(placement, "Ali Hassan", TODAY)
    assert line is not None
    assert (line.kind, line.days, line.severity) == (kind, days, severity)
    assert line.person_id == placement.person_id
    assert line.detail == str(placement.number)


def test_what_goes_as_planned_asks_nothing() -> None:
    quiet = [
        a_placement(midway_on=later(1), planned_end=later(31)),
        a_placement(midway_on=later(-1), midway_done_on=later(-1), planned_end=later(31)),
        a_placement(started_on=later(1), midway_on=later(2), planned_end=later(3)),
        a_placement(planned_end=later(5), ended_on=later(5), end=PlacementEnd.JOB),
        a_placement(planned_end=later(-9), ended_on=later(-9), end=PlacementEnd.FINISHED),
    ]
    assert [placement_attention(one, "Ali Hassan", TODAY) for one in quiet] == [None] * 5
